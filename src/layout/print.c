#include "layout/print.h"

#include "base/unicode.h"
#include "doc/links.h"

#include <stdio.h>
#include <string.h>

static void add_span(struct pen *pen, struct buffer *buffer, struct span span)
{
	pen->add_line(pen, buffer, &(struct line){.spans = &span, .span_count = 1});
}

/* The line below a title. */
static void add_rule(struct pen *pen, struct buffer *buffer, int width)
{
	struct buffer dashes = {0};
	buffer_add_repeated(&dashes, '-', (size_t)width);
	add_span(pen, buffer,
		(struct span){.text = buffer_text(&dashes), .width = width, .role = ROLE_RULE});
	buffer_finish(&dashes);
	buffer_add_byte(buffer, '\n');
}

static int widest(const struct lines *lines)
{
	int width = 0;
	for (size_t i = 0; i < lines->count; i++) {
		if (line_width(&lines->items[i]) > width)
			width = line_width(&lines->items[i]);
	}
	return width;
}

bool print_block(struct pen *pen, struct buffer *buffer, struct layout *layout,
	const struct block *before, const struct block *block)
{
	struct lines lines = layout_block(layout, block, true);
	if (!lines.count)
		return false;
	buffer_add_repeated(buffer, '\n', (size_t)layout_gap(layout, before, block));
	for (size_t i = 0; i < lines.count; i++)
		pen->add_line(pen, buffer, &lines.items[i]);
	if (block->kind == BLOCK_SECTION && layout->settings.medium == MEDIUM_PRINT) {
		/* As wide as the title, unless that holds an address that is wider than all else.
		 */
		int width = widest(&lines);
		int most = layout->settings.width;
		add_rule(pen, buffer, width < most ? width : most);
	}
	return true;
}

void print_title(struct pen *pen, struct buffer *buffer, struct text title)
{
	struct span span = {.text = title, .width = unicode_width(title), .role = ROLE_HEADING};
	add_span(pen, buffer, span);
	add_rule(pen, buffer, span.width);
}

/* Links that have a number, by that. */
struct numbered {
	uint32_t *links; /* as in struct run; 0 where there is none */
	uint32_t last;
};

static struct numbered find_numbered(
	const struct doc *doc, const struct block *block, struct arena *arena)
{
	struct link_places places = links_find(doc, block, arena);
	struct numbered numbered = {
		.links = arena_allocate(arena, (doc->link_count + 1) * sizeof *numbered.links)};
	for (size_t i = 0; i < places.count; i++) {
		uint32_t link = places.items[i].run->link;
		uint32_t number = doc_link(doc, link)->number;
		numbered.links[number] = number ? link : 0;
		if (number > numbered.last)
			numbered.last = number;
	}
	return numbered;
}

/* The number ends at the given column. */
static void add_link(
	struct pen *pen, struct buffer *buffer, const struct doc *doc, uint32_t link, int column)
{
	char number[32];
	int length = snprintf(number, sizeof number, "[%u] ", doc_link(doc, link)->number);
	struct text url = text_trim(doc_link(doc, link)->url);
	struct span spans[] = {
		{.text = {number, (size_t)length},
			.column = column - length,
			.width = length,
			.role = ROLE_LABEL},
		{.text = url, .column = column, .width = unicode_width(url), .link = link},
	};
	pen->add_line(pen, buffer, &(struct line){.spans = spans, .span_count = 2});
}

void print_links(
	struct pen *pen, struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	struct arena arena = {0};
	if (!doc->link_count)
		return;
	struct numbered numbered = find_numbered(doc, block, &arena);
	int width = snprintf(NULL, 0, "[%u] ", numbered.last);
	for (uint32_t number = 1; number <= numbered.last; number++) {
		if (numbered.links[number])
			add_link(pen, buffer, doc, numbered.links[number], width);
	}
	arena_finish(&arena);
}
