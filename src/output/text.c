#include "output/text.h"

#include "base/unicode.h"
#include "layout/layout.h"

#include <stdio.h>

static void newline(struct sink *sink)
{
	sink_write(sink, TEXT("\n"));
}

static void write_line(struct sink *sink, const struct line *line)
{
	int column = 0;
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->column > column)
			sink_repeat(sink, ' ', (size_t)(span->column - column));
		bool ascii = span->text.length == (size_t)span->width;
		if (ascii)
			sink_write(sink, span->text);
		else
			sink_write_visible(sink, span->text);
		column = span->column + span->width;
	}
	newline(sink);
}

/* As wide as the title above it, unless that holds an address that is wider than all else. */
static void write_rule(struct sink *sink, int width, int most)
{
	if (width > most)
		width = most;
	sink_repeat(sink, '-', (size_t)width);
	newline(sink);
	newline(sink);
}

static int widest(const struct lines *lines)
{
	int width = 0;
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->items[i];
		if (!line->span_count)
			continue;
		const struct span *last = &line->spans[line->span_count - 1];
		if (last->column + last->width > width)
			width = last->column + last->width;
	}
	return width;
}

static void write_blocks(const struct doc *doc, struct layout *layout, struct sink *sink)
{
	const struct block *before = NULL;
	for (const struct block *block = doc->root; block;
		block = layout_next(layout, block, true)) {
		struct lines lines = layout_block(layout, block, true);
		if (!lines.count)
			continue;
		for (int gap = layout_gap(layout, before, block); gap > 0; gap--)
			newline(sink);
		for (size_t i = 0; i < lines.count; i++)
			write_line(sink, &lines.items[i]);
		if (block->kind == BLOCK_SECTION)
			write_rule(sink, widest(&lines), layout->settings.width);
		before = block;
		arena_reset(layout->arena);
	}
}

static uint32_t last_number(const struct doc *doc)
{
	uint32_t last = 0;
	for (size_t i = 0; i < doc->link_count; i++) {
		if (doc->links[i].number > last)
			last = doc->links[i].number;
	}
	return last;
}

static void write_link(struct sink *sink, const struct link *link, int width)
{
	char number[32];
	int length = snprintf(number, sizeof number, "[%u] ", link->number);
	sink_repeat(sink, ' ', (size_t)(width - length));
	sink_write(sink, (struct text){number, (size_t)length});
	sink_write(sink, text_trim(link->url));
	newline(sink);
}

/* In the order of their numbers, which may not be the order in which the document got them. */
static void write_links(const struct doc *doc, struct arena *arena, struct sink *sink)
{
	uint32_t last = last_number(doc);
	if (!last)
		return;
	const struct link **ordered = arena_allocate(arena, (last + 1) * sizeof *ordered);
	for (size_t i = 0; i < doc->link_count; i++)
		ordered[doc->links[i].number] = &doc->links[i];
	if (doc->root->first)
		newline(sink);
	sink_write(sink, TEXT("Links\n-----\n\n"));
	int width = snprintf(NULL, 0, "[%u] ", last);
	for (uint32_t number = 1; number <= last; number++)
		write_link(sink, ordered[number], width);
}

void text_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct arena arena = {0};
	struct layout layout;
	layout_init(&layout, doc,
		(struct layout_settings){.medium = MEDIUM_PRINT, .width = settings->width}, &arena);
	write_blocks(doc, &layout, sink);
	write_links(doc, &arena, sink);
	arena_finish(&arena);
}
