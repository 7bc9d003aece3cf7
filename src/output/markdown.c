#include "output/markdown.h"

#include "layout/glyphs.h"
#include "markdown_block.h"
#include "markdown_escape.h"
#include "markdown_line.h"
#include "markdown_summary.h"

#include <stdio.h>
#include <string.h>

enum {
	LEVEL_NAME = 1,
	LEVEL_SECTION = 2,
	LEVEL_MOST = 6, /* of headings in Markdown */
	FENCE_LEAST = 3,
};

struct writer {
	const struct doc *doc;
	const struct glyphs *glyphs;
	bool folds;
	struct markdown_line line; /* what is being written */
	struct markdown_blocks blocks;
};

/* The list that is open among the children of a block, if there is one. */
struct list {
	bool is_open;
	char sign;       /* of its markers: the bullet, or what stands behind numbers */
	uint32_t number; /* of its last item */
};

static void write_blocks(struct writer *writer, const struct block *first, int level);

static void write_paragraph(struct writer *writer)
{
	markdown_write_source(&writer->blocks, markdown_line_source(&writer->line, false));
	markdown_line_clear(&writer->line);
}

static void write_apart(struct writer *writer)
{
	markdown_separate(&writer->blocks, false);
	write_paragraph(writer);
}

static void write_heading(struct writer *writer, const struct runs *runs, int level)
{
	static const char signs[] = "###### ";
	size_t count = (size_t)(level < LEVEL_MOST ? level : LEVEL_MOST);
	markdown_line_add(&writer->line, runs, 0);
	struct text source = markdown_line_source(&writer->line, true);
	if (source.length) {
		markdown_separate(&writer->blocks, false);
		markdown_write_line(&writer->blocks,
			text_slice(TEXT(signs), LEVEL_MOST - count, LEVEL_MOST + 1), source);
	}
	markdown_line_clear(&writer->line);
}

static void add_dot(struct writer *writer)
{
	markdown_line_add_text(&writer->line, TEXT(" "), 0);
	markdown_line_add_text(&writer->line, writer->glyphs->dot, 0);
}

/* A label, a colon unless it has one, and what is said. */
static void add_field(struct writer *writer, const struct block *field)
{
	struct markdown_line *line = &writer->line;
	enum style style = field->text.first ? line->label : 0;
	markdown_line_add(line, &field->label, style);
	if (field->label.first && field->text.first) {
		if (line->text.bytes[line->text.length - 1] != ':')
			markdown_line_add_text(line, TEXT(":"), style);
		markdown_line_add_text(line, TEXT(" "), 0);
	}
	markdown_line_add(line, &field->text, 0);
}

static void add_title(struct writer *writer, const struct block *entry, enum style style)
{
	markdown_line_add(&writer->line, &entry->text, style);
	if (!entry->aside.first)
		return;
	add_dot(writer);
	markdown_line_add_text(&writer->line, TEXT(" "), 0);
	markdown_line_add(&writer->line, &entry->aside, STYLE_EMPHASIS);
}

/* True for what is an item of a list that it makes with its neighbours. */
static bool is_listed(const struct block *block)
{
	enum block_kind parent = block->parent->kind;
	if (block->kind == BLOCK_FIELD)
		return parent == BLOCK_SECTION || parent == BLOCK_GROUP;
	return block->kind == BLOCK_ITEM ||
	       (block->kind == BLOCK_ENTRY && !block->parent->holds_foldable);
}

/* True for what is a line of a paragraph that it makes with its neighbours. */
static bool is_line(const struct block *block)
{
	return block->kind == BLOCK_DETAIL || (block->kind == BLOCK_FIELD && !is_listed(block));
}

/* Goes on with the lines from block on, each on its own; returns what follows them. */
static const struct block *add_lines(struct writer *writer, const struct block *block)
{
	for (; block && is_line(block); block = block->next) {
		if (writer->line.text.length)
			markdown_line_add_text(&writer->line, TEXT("\n"), 0);
		add_field(writer, block);
	}
	return block;
}

static bool is_empty(const struct block *field)
{
	return !field->label.first && !field->text.first;
}

/* One line, in the source one for each. So many labels in a row are no help if they are strong. */
static void write_contacts(struct writer *writer, const struct block *contacts)
{
	bool any = false;
	writer->line.label = 0;
	for (const struct block *field = contacts->first; field; field = field->next) {
		if (is_empty(field))
			continue;
		if (any) {
			add_dot(writer);
			markdown_line_end_source(&writer->line);
		}
		add_field(writer, field);
		any = true;
	}
	write_apart(writer);
	writer->line.label = STYLE_STRONG;
}

/* A line of three hyphens at the very beginning would be taken for front matter. */
static void write_rule(struct writer *writer)
{
	bool may_be_hyphens = writer->blocks.lines && !writer->blocks.indent;
	markdown_separate(&writer->blocks, false);
	markdown_write_line(&writer->blocks, may_be_hyphens ? TEXT("---") : TEXT("***"), TEXT(""));
}

static void add_verbatim(struct buffer *buffer, const struct doc *doc, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		buffer_add(buffer, run->text);
		if (!run->link || !doc_link(doc, run->link)->number)
			continue;
		buffer_add(buffer, TEXT(" <"));
		buffer_add(buffer, text_trim(doc_link(doc, run->link)->url));
		buffer_add(buffer, TEXT(">"));
	}
}

static void write_verbatim(struct writer *writer, const struct block *block)
{
	struct buffer buffer = {0};
	struct buffer fence = {0};
	add_verbatim(&buffer, writer->doc, &block->text);
	struct text text = text_trim_end(buffer_text(&buffer));
	size_t length = markdown_fence(text);
	buffer_add_repeated(&fence, '`', length > FENCE_LEAST ? length : FENCE_LEAST);
	markdown_separate(&writer->blocks, false);
	markdown_write_line(&writer->blocks, buffer_text(&fence), TEXT(""));
	for (size_t start = 0; start < text.length;) {
		size_t end = text_find(text, start, '\n');
		struct text line = text_trim_end(text_slice(text, start, end));
		markdown_write_line(&writer->blocks, line, TEXT(""));
		start = end + 1;
	}
	markdown_write_line(&writer->blocks, buffer_text(&fence), TEXT(""));
	buffer_finish(&fence);
	buffer_finish(&buffer);
}

/* The number that an author gave to an item, and what stands behind it; false if it is a bullet. */
static bool read_marker(struct text marker, uint32_t *number, char *sign)
{
	*number = 0;
	*sign = '-';
	for (size_t i = 0; i + 1 < marker.length; i++)
		*number = *number * 10 + (uint32_t)(marker.bytes[i] - '0');
	if (marker.length)
		*sign = marker.bytes[marker.length - 1];
	return marker.length > 0;
}

/*
 * Goes on with a list, or begins one that has other numbers; with other signs, so that it is
 * another. Returns true if it went on.
 */
static bool continue_list(struct list *list, const struct block *block)
{
	uint32_t number;
	char sign;
	bool is_numbered = read_marker(block->marker, &number, &sign);
	bool was_numbered = list->sign != '-';
	bool same = list->is_open && was_numbered == is_numbered &&
		    (!is_numbered || number == list->number + 1);
	if (!same && list->is_open && list->sign == sign)
		sign = sign == '.' ? ')' : '.';
	if (!same)
		list->sign = sign;
	list->number = number;
	return same;
}

/* True if an item may follow the text of the item that it is in, without an empty line. */
static bool may_interrupt(const struct list *list, const struct block *block)
{
	return block->text.first && (!block->marker.length || list->number == 1);
}

static void add_listed(struct writer *writer, const struct block *block)
{
	if (block->kind == BLOCK_FIELD)
		add_field(writer, block);
	else if (block->kind == BLOCK_ENTRY)
		add_title(writer, block, 0);
	else
		markdown_line_add(&writer->line, &block->text, 0);
}

static void write_item(struct writer *writer, struct list *list, const struct block *block,
	bool is_first, int level)
{
	char marker[16];
	bool goes_on = continue_list(list, block);
	int length = block->marker.length
			     ? snprintf(marker, sizeof marker, "%u%c", list->number, list->sign)
			     : snprintf(marker, sizeof marker, "%c", list->sign);
	struct text text = {marker, (size_t)length};
	bool is_nested = is_first && block->parent->kind == BLOCK_ITEM;
	markdown_separate(&writer->blocks, goes_on || (is_nested && may_interrupt(list, block)));
	size_t before = markdown_begin_item(&writer->blocks, text);
	add_listed(writer, block);
	const struct block *rest = add_lines(writer, block->first);
	write_paragraph(writer);
	write_blocks(writer, rest, level);
	markdown_end_item(&writer->blocks, text, before);
}

/* A title that nothing is to be folded under, beside those that can be. */
static void write_title_line(struct writer *writer, const struct block *entry)
{
	add_title(writer, entry, STYLE_STRONG);
	write_apart(writer);
}

/* Forges do not indent what is folded: within it nothing is, lest no one knows what is in what. */
static void write_folded(struct writer *writer, const struct block *entry, int level)
{
	struct buffer summary = {0};
	markdown_add_summary(&summary, writer->doc, entry, writer->glyphs->dot);
	markdown_separate(&writer->blocks, false);
	markdown_write_line(&writer->blocks, TEXT("<details>"), TEXT(""));
	markdown_write_line(&writer->blocks, buffer_text(&summary), TEXT(""));
	writer->folds = false;
	write_blocks(writer, entry->first, level + 1);
	writer->folds = true;
	markdown_separate(&writer->blocks, false);
	markdown_write_line(&writer->blocks, TEXT("</details>"), TEXT(""));
	buffer_finish(&summary);
}

/* Below the heading, what stands aside and the lines close to it are one paragraph. */
static void write_headed(struct writer *writer, const struct block *block, int level)
{
	bool is_header = block->kind == BLOCK_HEADER;
	write_heading(writer, &block->text, is_header ? LEVEL_NAME : level);
	markdown_line_add(&writer->line, &block->aside, is_header ? STYLE_STRONG : STYLE_EMPHASIS);
	const struct block *rest = add_lines(writer, block->first);
	write_apart(writer);
	write_blocks(writer, rest, is_header ? LEVEL_SECTION : level + 1);
}

static void write_block(struct writer *writer, const struct block *block, int level)
{
	switch (block->kind) {
	case BLOCK_ENTRY:
		if (writer->folds && doc_is_foldable(block))
			write_folded(writer, block, level);
		else if (writer->folds)
			write_title_line(writer, block);
		else
			write_headed(writer, block, level);
		break;
	case BLOCK_HEADER:
	case BLOCK_SECTION:
	case BLOCK_GROUP:
		write_headed(writer, block, level);
		break;
	case BLOCK_CONTACTS:
		write_contacts(writer, block);
		break;
	case BLOCK_RULE:
		write_rule(writer);
		break;
	case BLOCK_VERBATIM:
		write_verbatim(writer, block);
		break;
	default:
		markdown_line_add(&writer->line, &block->text, 0);
		write_apart(writer);
	}
}

/* Writes a block and those that follow it in its parent. */
static void write_blocks(struct writer *writer, const struct block *first, int level)
{
	struct list list = {0};
	for (const struct block *block = first; block;) {
		size_t lines = writer->blocks.lines;
		bool listed = is_listed(block);
		const struct block *rest = block->next;
		if (listed) {
			write_item(writer, &list, block, block == first, level);
		} else if (is_line(block)) {
			rest = add_lines(writer, block);
			write_apart(writer);
		} else {
			write_block(writer, block, level);
		}
		if (writer->blocks.lines > lines)
			list.is_open = listed;
		block = rest;
	}
}

void markdown_write(
	const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct writer writer = {.doc = doc,
		.glyphs = glyphs_for(settings->ascii),
		.folds = settings->fold,
		.line = {.doc = doc, .label = STYLE_STRONG},
		.blocks = {.sink = sink, .width = settings->wraps ? settings->width : 0}};
	write_blocks(&writer, doc->root->first, LEVEL_SECTION);
	markdown_blocks_finish(&writer.blocks);
	markdown_line_finish(&writer.line);
}
