#include "layout/plain.h"

#include <stdio.h>
#include <string.h>

void plain_add_text(struct buffer *buffer, struct text text)
{
	static const char soft_hyphen[] = "\u00AD";
	size_t start = 0;
	for (size_t i = 0; i + 1 < text.length; i++) {
		if (memcmp(text.bytes + i, soft_hyphen, 2) != 0)
			continue;
		buffer_add(buffer, text_slice(text, start, i));
		start = i + 2;
	}
	buffer_add(buffer, text_slice(text, start, text.length));
}

void plain_add_line(struct buffer *buffer, const struct line *line)
{
	int column = 0;
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->column > column)
			buffer_add_repeated(buffer, ' ', (size_t)(span->column - column));
		bool ascii = span->text.length == (size_t)span->width;
		if (ascii)
			buffer_add(buffer, span->text);
		else
			plain_add_text(buffer, span->text);
		column = span->column + span->width;
	}
	buffer_add_byte(buffer, '\n');
}

/* As wide as the title above it, unless that holds an address that is wider than all else. */
static void add_rule(struct buffer *buffer, const struct lines *title, int most)
{
	int width = 0;
	for (size_t i = 0; i < title->count; i++) {
		if (line_width(&title->items[i]) > width)
			width = line_width(&title->items[i]);
	}
	buffer_add_repeated(buffer, '-', (size_t)(width < most ? width : most));
	buffer_add(buffer, TEXT("\n\n"));
}

bool plain_add_lines(struct buffer *buffer, struct layout *layout, const struct block *before,
	const struct block *block)
{
	struct lines lines = layout_block(layout, block, true);
	if (!lines.count)
		return false;
	buffer_add_repeated(buffer, '\n', (size_t)layout_gap(layout, before, block));
	for (size_t i = 0; i < lines.count; i++)
		plain_add_line(buffer, &lines.items[i]);
	if (block->kind == BLOCK_SECTION && layout->settings.medium == MEDIUM_PRINT)
		add_rule(buffer, &lines, layout->settings.width);
	return true;
}

/* Links that have a number, by that. */
struct numbered {
	const struct link **links;
	uint32_t last;
};

static void note_links(struct numbered *numbered, const struct doc *doc, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		const struct link *link = run->link ? doc_link(doc, run->link) : NULL;
		if (!link || !link->number)
			continue;
		numbered->links[link->number] = link;
		if (link->number > numbered->last)
			numbered->last = link->number;
	}
}

static void add_link(struct buffer *buffer, const struct link *link, int width)
{
	char number[32];
	int length = snprintf(number, sizeof number, "[%u] ", link->number);
	buffer_add_repeated(buffer, ' ', (size_t)(width - length));
	buffer_add(buffer, (struct text){number, (size_t)length});
	buffer_add(buffer, text_trim(link->url));
	buffer_add_byte(buffer, '\n');
}

void plain_add_links(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	struct arena arena = {0};
	struct numbered numbered = {0};
	const struct block *end = doc_skip(block);
	if (!doc->link_count)
		return;
	numbered.links = arena_allocate(&arena, (doc->link_count + 1) * sizeof *numbered.links);
	for (; block != end; block = doc_next(block)) {
		note_links(&numbered, doc, &block->label);
		note_links(&numbered, doc, &block->text);
		note_links(&numbered, doc, &block->aside);
	}
	int width = snprintf(NULL, 0, "[%u] ", numbered.last);
	for (uint32_t number = 1; number <= numbered.last; number++) {
		if (numbered.links[number])
			add_link(buffer, numbered.links[number], width);
	}
	arena_finish(&arena);
}

void plain_add_block(struct buffer *buffer, const struct doc *doc, const struct block *block,
	int width, bool ascii)
{
	struct arena arena = {0};
	struct layout layout;
	struct buffer links = {0};
	const struct block *before = NULL;
	const struct block *end = doc_skip(block);
	layout_init(&layout, doc,
		(struct layout_settings){.medium = MEDIUM_PRINT, .width = width, .ascii = ascii},
		&arena);
	layout.top = block;
	for (const struct block *inner = block; inner != end; inner = doc_next(inner)) {
		if (plain_add_lines(buffer, &layout, before, inner))
			before = inner;
		arena_reset(&arena);
	}
	plain_add_links(&links, doc, block);
	if (links.length)
		buffer_add_byte(buffer, '\n');
	buffer_add(buffer, buffer_text(&links));
	buffer_finish(&links);
	arena_finish(&arena);
}
