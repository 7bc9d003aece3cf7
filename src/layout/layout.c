#include "layout/layout.h"

#include "base/unicode.h"

#include <stdio.h>
#include <string.h>

enum {
	INDENT = 2,         /* columns for each level */
	GAP = 2,            /* least columns between a title and what stands at the edge */
	TITLE_LEAST = 24,   /* columns that a title needs beside what stands at the edge */
	SECTION_MOST = 30,  /* a section title up to this wide lines up what follows it */
	PREVIEW_LEAST = 12, /* columns that a preview needs to say anything */
	COUNT_WIDTH = 3,
};

static const struct text bullet = {"\u2022", 3};
static const struct text marker_open = {"\u25BE", 3};
static const struct text marker_closed = {"\u25B8", 3};
static const struct text rule_piece = {"\u2500", 3};

/* Lines of one block while they are made. */
struct builder {
	struct layout *layout;
	const struct block *block;
	struct lines lines;
	size_t capacity;
	int hang; /* columns that lines after the first of a paragraph stand further in */
};

static bool on_screen(const struct layout *layout)
{
	return layout->settings.medium == MEDIUM_SCREEN;
}

static struct line *add_line(struct builder *builder)
{
	struct lines *lines = &builder->lines;
	if (lines->count == builder->capacity) {
		builder->capacity = builder->capacity ? builder->capacity * 2 : 4;
		struct line *items =
			arena_allocate(builder->layout->arena, builder->capacity * sizeof *items);
		if (lines->count)
			memcpy(items, lines->items, lines->count * sizeof *items);
		lines->items = items;
	}
	struct line *line = &lines->items[lines->count++];
	line->block = builder->block;
	return line;
}

/* Puts spans behind those that a line has. */
static void add_spans(
	struct builder *builder, struct line *line, const struct span *spans, size_t count)
{
	struct span *all = arena_allocate(
		builder->layout->arena, (line->span_count + count + 1) * sizeof *all);
	if (line->span_count)
		memcpy(all, line->spans, line->span_count * sizeof *all);
	if (count)
		memcpy(all + line->span_count, spans, count * sizeof *all);
	line->spans = all;
	line->span_count += count;
}

static void add_span(
	struct builder *builder, struct line *line, int column, enum role role, struct text text)
{
	struct span span = {.text = text,
		.column = column,
		.width = unicode_width(text),
		.role = (uint8_t)role};
	add_spans(builder, line, &span, 1);
}

static int line_width(const struct line *line)
{
	if (!line->span_count)
		return 0;
	const struct span *last = &line->spans[line->span_count - 1];
	return last->column + last->width;
}

static struct text item_marker(const struct block *item)
{
	return item->marker.length ? item->marker : bullet;
}

/* Columns that a list item's own text stands behind where the item begins. */
static int item_indent(const struct block *item)
{
	return unicode_width(item_marker(item)) + 1;
}

/* True if the block or one beside it can be folded. */
static bool stands_with_foldable(const struct block *block)
{
	return block->parent->holds_foldable;
}

/* In print, entries of one line each are a list. */
static bool has_bullet(const struct layout *layout, const struct block *block)
{
	return !on_screen(layout) && block->kind == BLOCK_ENTRY && !stands_with_foldable(block);
}

static int raw_indent(const struct layout *layout, const struct block *block)
{
	int indent = on_screen(layout) ? LAYOUT_GUTTER : 0;
	for (const struct block *outer = block->parent; outer; outer = outer->parent) {
		if (outer->kind == BLOCK_ENTRY || outer->kind == BLOCK_GROUP)
			indent += INDENT;
		else if (outer->kind == BLOCK_ITEM)
			indent += item_indent(outer);
		else if (outer->kind != BLOCK_DOCUMENT && on_screen(layout))
			indent += outer->kind == BLOCK_CONTACTS ? 0 : INDENT;
	}
	return indent;
}

/* Where a block begins; never so far in that nothing fits. */
static int indent_of(const struct layout *layout, const struct block *block)
{
	int indent = raw_indent(layout, block);
	int gutter = on_screen(layout) ? LAYOUT_GUTTER : 0;
	int most = gutter + (layout->settings.width - gutter) / 3;
	return indent < most ? indent : most;
}

static int available(const struct layout *layout, int indent)
{
	int width = layout->settings.width - indent;
	return width > 0 ? width : 1;
}

/* Adds a paragraph as lines of at most width columns, all beginning at indent. */
static void add_paragraph(
	struct builder *builder, const struct paragraph *paragraph, int indent, int width)
{
	struct wrap wrap;
	struct wrapped wrapped;
	wrap_begin(&wrap, paragraph, builder->layout->arena);
	wrap.unbroken_urls = !on_screen(builder->layout);
	wrap.verbatim = builder->block->kind == BLOCK_VERBATIM;
	int hang = width > builder->hang ? builder->hang : 0;
	for (int in = 0; wrap_next(&wrap, width - in, &wrapped); in = hang) {
		struct line *line = add_line(builder);
		line->start = wrapped.start;
		line->spans = wrap_spans(
			paragraph, wrapped, indent + in, builder->layout->arena, &line->span_count);
	}
}

static struct paragraph paragraph_of(const struct layout *layout, const struct runs *runs)
{
	return paragraph_make(layout->doc, runs, !on_screen(layout), layout->arena);
}

/* Puts a mark before the text of the first line, moving nothing. */
static void put_before(struct builder *builder, int column, enum role role, struct text text)
{
	if (!builder->lines.count)
		add_line(builder);
	struct line *line = &builder->lines.items[0];
	struct line marked = {0};
	add_span(builder, &marked, column, role, text);
	add_spans(builder, &marked, line->spans, line->span_count);
	line->spans = marked.spans;
	line->span_count = marked.span_count;
}

/* Columns left for a title beside an aside; 0 if the aside has to go below. */
static int beside(const struct builder *builder, int title_width, int aside_width, int width)
{
	int left = width - aside_width - GAP;
	bool below = !on_screen(builder->layout) && builder->block->kind == BLOCK_HEADER;
	if (below || left < 1)
		return 0;
	if (title_width <= left)
		return left;
	return left >= TITLE_LEAST && left * 5 >= width * 3 ? left : 0;
}

/* Puts what stands aside at the right edge of a line, behind what the line has. */
static void put_aside(struct builder *builder, struct line *line, const struct paragraph *aside)
{
	size_t count;
	int column = builder->layout->settings.width - paragraph_width(aside);
	struct span *spans = wrap_spans(aside, (struct wrapped){0, aside->text.length, false},
		column, builder->layout->arena, &count);
	add_spans(builder, line, spans, count);
}

static void add_aside_below(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	size_t first = builder->lines.count;
	builder->hang = 0;
	if (builder->block->kind != BLOCK_HEADER)
		indent += INDENT;
	add_paragraph(builder, aside, indent, available(builder->layout, indent));
	/* Behind the title, also as a place. */
	for (size_t i = first; i < builder->lines.count; i++)
		builder->lines.items[i].start = title->text.length;
}

/* The line of a title that has room for what stands aside, or NULL. */
static struct line *line_for_aside(struct builder *builder, bool beside_title, int aside_width)
{
	struct lines *lines = &builder->lines;
	if (!lines->count)
		return NULL;
	if (on_screen(builder->layout))
		return beside_title ? &lines->items[0] : NULL;
	struct line *last = &lines->items[lines->count - 1];
	bool fits = line_width(last) + GAP + aside_width <= builder->layout->settings.width;
	return fits && builder->block->kind != BLOCK_HEADER ? last : NULL;
}

/*
 * A title from indent on, and at the right edge what stands aside, such as a date. Where they do
 * not fit on one line, a screen shows the date on the first, where it lines up with others; print
 * on the last, so that no line of the title is torn from the next.
 */
static void add_title(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	int width = available(builder->layout, indent);
	int aside_width = paragraph_width(aside);
	int left = aside_width ? beside(builder, paragraph_width(title), aside_width, width) : 0;
	bool narrow = left && on_screen(builder->layout);
	add_paragraph(builder, title, indent, narrow ? left : width);
	if (!aside_width)
		return;
	struct line *line = line_for_aside(builder, left > 0, aside_width);
	if (!line && left) {
		/* The last line is too long as it is: once more, leaving room on each. */
		builder->lines.count = 0;
		add_paragraph(builder, title, indent, left);
		line = line_for_aside(builder, true, aside_width);
	}
	if (line)
		put_aside(builder, line, aside);
	else
		add_aside_below(builder, title, aside, indent);
}

/* What an open or closed heading shows in front of its title, if it can be folded. */
static void put_fold_marker(struct builder *builder, int indent, bool open)
{
	if (on_screen(builder->layout) && doc_is_foldable(builder->block))
		put_before(builder, indent, ROLE_MARKER, open ? marker_open : marker_closed);
}

/* Puts how much a closed entry hides behind its title, or where that leaves no room, its date. */
static void add_count(
	struct builder *builder, struct paragraph *title, struct paragraph *aside, int indent)
{
	struct arena *arena = builder->layout->arena;
	struct text count = arena_format(arena, "  +%zu", builder->block->count);
	struct paragraph counted = *title;
	int width = available(builder->layout, indent);
	int aside_width = paragraph_width(aside);
	paragraph_glue(&counted, count, ROLE_COUNT, arena);
	if (aside_width && !beside(builder, paragraph_width(&counted), aside_width, width))
		paragraph_glue(aside, count, ROLE_COUNT, arena);
	else
		*title = counted;
}

static void add_entry(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	const struct block *block = builder->block;
	struct paragraph title = paragraph_of(layout, &block->text);
	struct paragraph aside = paragraph_of(layout, &block->aside);
	/* All titles stand behind the column of fold markers if one of them has one. */
	bool marked = on_screen(layout) ? stands_with_foldable(block) : has_bullet(layout, block);

	if (!open && doc_is_foldable(block) && on_screen(layout))
		add_count(builder, &title, &aside, indent + (marked ? INDENT : 0));
	/* Without a mark in front, only that tells where the next title begins. */
	builder->hang = on_screen(layout) && !marked ? INDENT : 0;
	add_title(builder, &title, &aside, indent + (marked ? INDENT : 0));
	if (has_bullet(layout, block))
		put_before(builder, indent, ROLE_MARKER, bullet);
	put_fold_marker(builder, indent, open);
}

/* The name keeps its place whether open or closed: its marker shows only when closed. */
static void add_header(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	struct paragraph title = paragraph_of(layout, &builder->block->text);
	struct paragraph aside = paragraph_of(layout, &builder->block->aside);
	add_title(builder, &title, &aside, indent + (on_screen(layout) ? INDENT : 0));
	if (!open)
		put_fold_marker(builder, indent, open);
}

static void add_section_summary(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	struct line *line = &builder->lines.items[builder->lines.count - 1];
	int column = indent + INDENT + layout->section_width;
	if (line_width(line) > column)
		column = line_width(line);
	column += GAP;
	struct text count = arena_format(layout->arena, "%*zu", COUNT_WIDTH, builder->block->count);
	if (column + COUNT_WIDTH > layout->settings.width)
		return;
	add_span(builder, line, column, ROLE_COUNT, count);
	column += COUNT_WIDTH + GAP;
	int width = layout->settings.width - column;
	if (width >= PREVIEW_LEAST && builder->block->preview.length)
		add_span(builder, line, column, ROLE_PREVIEW,
			wrap_shorten(builder->block->preview, width, layout->arena));
}

static void add_section(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	struct paragraph title = paragraph_of(layout, &builder->block->text);
	int inner = indent + (on_screen(layout) ? INDENT : 0);
	add_paragraph(builder, &title, inner, available(layout, inner));
	if (!builder->lines.count)
		add_line(builder);
	if (on_screen(layout) && !open)
		add_section_summary(builder, indent);
	put_fold_marker(builder, indent, open);
}

static void add_item(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	struct paragraph paragraph = paragraph_of(layout, &builder->block->text);
	struct text marker = item_marker(builder->block);
	int inner = indent + item_indent(builder->block);
	add_paragraph(builder, &paragraph, inner, available(layout, inner));
	put_before(builder, indent, ROLE_MARKER, marker);
}

static int widest_label(const struct layout *layout, const struct block *parent)
{
	int widest = 0;
	for (const struct block *field = parent->first; field; field = field->next) {
		if (field->kind != BLOCK_FIELD)
			continue;
		struct paragraph label = paragraph_of(layout, &field->label);
		int width = paragraph_width(&label);
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* The label to the left, the text behind the widest of the labels; below it if that is too wide. */
static void add_field(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	const struct block *block = builder->block;
	struct paragraph label = paragraph_of(layout, &block->label);
	struct paragraph text = paragraph_of(layout, &block->text);
	int most = available(layout, indent) * 2 / 5;

	if (layout->labels_of != block->parent) {
		layout->labels_of = block->parent;
		layout->label_width = widest_label(layout, block->parent);
	}
	int inner = indent + (layout->label_width < most ? layout->label_width : most) + GAP;
	int width = paragraph_width(&label);
	if (!width) {
		add_paragraph(builder, &text, indent, available(layout, indent));
		return;
	}
	if (width > most) {
		add_paragraph(builder, &label, indent, available(layout, indent));
		add_paragraph(builder, &text, indent + GAP, available(layout, indent + GAP));
		return;
	}
	add_paragraph(builder, &text, inner, available(layout, inner));
	if (!builder->lines.count)
		add_line(builder);
	size_t count;
	struct line labelled = builder->lines.items[0];
	labelled.spans = wrap_spans(&label, (struct wrapped){0, label.text.length, false}, indent,
		layout->arena, &count);
	labelled.span_count = count;
	add_spans(builder, &labelled, builder->lines.items[0].spans,
		builder->lines.items[0].span_count);
	builder->lines.items[0] = labelled;
}

/* Copies runs to the end of others; the copies live in the layout's arena. */
static void append_runs(struct layout *layout, struct runs *runs, const struct runs *more)
{
	for (const struct run *run = more->first; run; run = run->next) {
		struct run *copy = arena_allocate(layout->arena, sizeof *copy);
		*copy = *run;
		copy->next = NULL;
		if (runs->last)
			runs->last->next = copy;
		else
			runs->first = copy;
		runs->last = copy;
	}
}

static void append_text(struct layout *layout, struct runs *runs, enum role role, struct text text)
{
	struct run run = {.text = text, .role = (uint8_t)role};
	append_runs(layout, runs, &(struct runs){&run, &run});
}

/* All contacts on as few lines as they need; none is broken if it fits on a line. */
static void add_contacts(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	int width = available(layout, indent);
	struct runs line = {0};
	int used = 0;

	for (const struct block *field = builder->block->first; field; field = field->next) {
		struct runs one = {0};
		append_runs(layout, &one, &field->label);
		if (one.first && field->text.first)
			append_text(layout, &one, ROLE_LABEL, TEXT(" "));
		append_runs(layout, &one, &field->text);
		struct paragraph alone = paragraph_of(layout, &one);
		int needed = paragraph_width(&alone) + (used ? 3 : 0);
		if (used && used + needed > width) {
			struct paragraph full = paragraph_of(layout, &line);
			add_paragraph(builder, &full, indent, width);
			line = (struct runs){0};
			needed -= 3;
			used = 0;
		}
		if (used)
			append_text(layout, &line, ROLE_LABEL, TEXT(" \u00B7 "));
		append_runs(layout, &line, &one);
		used += needed;
	}
	struct paragraph rest = paragraph_of(layout, &line);
	add_paragraph(builder, &rest, indent, width);
	for (size_t i = 0; i < builder->lines.count; i++)
		builder->lines.items[i].start = i;
}

static void add_rule(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	if (!on_screen(layout) || layout->settings.compact)
		return;
	int width = available(layout, indent);
	char *bytes = arena_bytes(layout->arena, (size_t)width * rule_piece.length);
	for (int i = 0; i < width; i++)
		memcpy(bytes + (size_t)i * rule_piece.length, rule_piece.bytes, rule_piece.length);
	struct line *line = add_line(builder);
	add_span(builder, line, indent, ROLE_RULE,
		(struct text){bytes, (size_t)width * rule_piece.length});
}

struct lines layout_block(struct layout *layout, const struct block *block, bool open)
{
	struct builder builder = {.layout = layout, .block = block};
	int indent = indent_of(layout, block);
	struct paragraph paragraph;

	switch (block->kind) {
	case BLOCK_DOCUMENT:
		break;
	case BLOCK_HEADER:
		add_header(&builder, indent, open);
		break;
	case BLOCK_SECTION:
		add_section(&builder, indent, open);
		break;
	case BLOCK_GROUP:
	case BLOCK_ENTRY:
		add_entry(&builder, indent, open);
		break;
	case BLOCK_ITEM:
		add_item(&builder, indent);
		break;
	case BLOCK_FIELD:
		add_field(&builder, indent);
		break;
	case BLOCK_CONTACTS:
		if (on_screen(layout))
			add_contacts(&builder, indent);
		break;
	case BLOCK_RULE:
		add_rule(&builder, indent);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_DETAIL:
	case BLOCK_VERBATIM:
		paragraph = paragraph_of(layout, &block->text);
		add_paragraph(&builder, &paragraph, indent, available(layout, indent));
		break;
	}
	return builder.lines;
}

const struct block *layout_next(const struct layout *layout, const struct block *block, bool open)
{
	bool shown_whole = block->kind == BLOCK_CONTACTS && on_screen(layout);
	bool hidden = !open && doc_is_foldable(block) && on_screen(layout);
	return shown_whole || hidden ? doc_skip(block) : doc_next(block);
}

static bool is_body(const struct block *block)
{
	return block->kind > BLOCK_ENTRY;
}

static bool is_prose(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_VERBATIM;
}

/* In print, what the header holds is set apart; its items and contacts are not. */
static int gap_in_header(
	const struct layout *layout, const struct block *before, const struct block *block)
{
	bool listed = block->kind == BLOCK_ITEM && before->kind == BLOCK_ITEM;
	return !on_screen(layout) && block->kind != BLOCK_RULE && !listed;
}

/* Under one heading, prose keeps a distance from other prose and from lists. */
static int gap_in_body(
	const struct layout *layout, const struct block *before, const struct block *block)
{
	if (block->parent->kind == BLOCK_HEADER)
		return gap_in_header(layout, before, block);
	if (block->parent->kind == BLOCK_CONTACTS)
		return block->parent != before->parent;
	return is_prose(block) && is_body(before) && before->kind != BLOCK_DETAIL &&
	       before->kind != BLOCK_FIELD;
}

/* Entries that hold something are set apart in print, and from an open one before them. */
static int gap_before_entry(
	struct layout *layout, const struct block *before, const struct block *block)
{
	if (before->kind == BLOCK_SECTION || before == block->parent)
		return 0;
	return is_body(before) || (!on_screen(layout) && stands_with_foldable(block));
}

int layout_gap(struct layout *layout, const struct block *before, const struct block *block)
{
	if (!before || (on_screen(layout) && layout->settings.compact))
		return 0;
	if (block->kind == BLOCK_SECTION || block->kind == BLOCK_HEADER)
		return before->kind != BLOCK_SECTION || !on_screen(layout);
	if (block->kind == BLOCK_GROUP || block->kind == BLOCK_ENTRY)
		return gap_before_entry(layout, before, block);
	return gap_in_body(layout, before, block);
}

static int widest_section(const struct layout *layout)
{
	int widest = 0;
	for (const struct block *block = layout->doc->root->first; block; block = block->next) {
		struct paragraph title = paragraph_of(layout, &block->text);
		int width = paragraph_width(&title);
		if (block->kind == BLOCK_SECTION && width > widest && width <= SECTION_MOST)
			widest = width;
	}
	return widest;
}

void layout_init(struct layout *layout, const struct doc *doc, struct layout_settings settings,
	struct arena *arena)
{
	*layout = (struct layout){.doc = doc, .settings = settings, .arena = arena};
	if (on_screen(layout))
		layout->section_width = widest_section(layout);
}
