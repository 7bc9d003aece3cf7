#include "speak.h"

#include "base/memory.h"
#include "layout/plain.h"
#include "outline.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { APART_LEAST = 2 }; /* columns: what is nearer belongs together */

/* What to say where paper has blanks up to the next column. */
static struct text pause_after(const struct block *block, struct text text)
{
	char last = text.length ? text.bytes[text.length - 1] : '.';
	if (block && block->kind == BLOCK_FIELD)
		return strchr(".,:;?!]", last) ? TEXT(" ") : TEXT(": ");
	return strchr(",:;?!", last) ? TEXT(" ") : TEXT(", ");
}

/* Parts of a section have a number, or stand alone: no bullet tells them apart. */
static bool has_bullet(const struct line *line)
{
	return line->block && outline_is_part(line->block) && line->span_count &&
	       line->spans->role == ROLE_MARKER;
}

static void write_line(const struct speaker *speaker, const struct line *line, struct text number)
{
	struct text before = TEXT("");
	size_t first = has_bullet(line) ? 1 : 0;
	int column = first < line->span_count ? line->spans[first].column : 0;

	sink_repeat(speaker->sink, ' ', line->span_count ? (size_t)line->spans->column : 0);
	sink_write(speaker->sink, number);
	for (size_t i = first; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		int apart = span->column - column;
		if (apart >= APART_LEAST)
			sink_write(speaker->sink, pause_after(line->block, before));
		else if (apart > 0)
			sink_write(speaker->sink, TEXT(" "));
		plain_add_text(&speaker->sink->buffer, span->text);
		before = span->text;
		column = span->column + span->width;
	}
	sink_write(speaker->sink, TEXT("\n"));
}

static void write_message(const struct speaker *speaker, struct text message)
{
	struct arena arena = {0};
	struct paragraph paragraph = paragraph_of_text(message, ROLE_TEXT, &arena);
	struct wrap wrap;
	struct wrapped wrapped;
	wrap_begin(&wrap, &paragraph, &arena);
	wrap.unbroken_urls = true;
	while (wrap_next(&wrap, speaker->width, &wrapped)) {
		struct line line = {0};
		line.spans = wrap_spans(&paragraph, wrapped, 0, &arena, &line.span_count);
		write_line(speaker, &line, TEXT(""));
	}
	arena_finish(&arena);
}

void speak(const struct speaker *speaker, const char *format, ...)
{
	va_list values;
	va_list again;
	va_start(values, format);
	va_copy(again, values);
	int length = vsnprintf(NULL, 0, format, values);
	char *bytes = memory_allocate((size_t)length + 1);
	vsnprintf(bytes, (size_t)length + 1, format, again);
	write_message(speaker, (struct text){bytes, (size_t)length});
	free(bytes);
	va_end(again);
	va_end(values);
}

static struct layout_settings settings_of(const struct speaker *speaker, int reserved)
{
	int width = speaker->width - reserved;
	return (struct layout_settings){
		.medium = MEDIUM_PRINT, .width = width > 1 ? width : 1, .ascii = speaker->ascii};
}

static void write_blocks(const struct speaker *speaker, struct layout *layout,
	const struct block *block, const struct block *end, size_t section)
{
	const struct block *before = NULL;
	size_t part = 0;
	for (; block && block != end; block = layout_next(layout, block, true)) {
		struct text number = TEXT("");
		if (section && outline_is_part(block))
			number = arena_format(layout->arena, "%zu.%zu ", section, ++part);
		struct lines lines = layout_block(layout, block, true);
		if (lines.count) {
			int gap = layout_gap(layout, before, block);
			sink_repeat(speaker->sink, '\n', (size_t)gap);
			before = block;
		}
		for (size_t i = 0; i < lines.count; i++)
			write_line(speaker, &lines.items[i], i ? TEXT("") : number);
		arena_reset(layout->arena);
	}
}

void speak_block(const struct speaker *speaker, const struct doc *doc, const struct block *block)
{
	struct arena arena = {0};
	struct layout layout;
	layout_init(&layout, doc, settings_of(speaker, 0), &arena);
	write_blocks(speaker, &layout, block, doc_skip(block), 0);
	arena_finish(&arena);
}

void speak_content(const struct speaker *speaker, const struct doc *doc, const struct block *block,
	size_t number)
{
	struct arena arena = {0};
	struct layout layout;
	size_t parts = number ? outline_part_count(block) : 0;
	int reserved = parts ? snprintf(NULL, 0, "%zu.%zu ", number, parts) : 0;
	layout_init(&layout, doc, settings_of(speaker, reserved), &arena);
	write_blocks(speaker, &layout, doc_next(block), doc_skip(block), number);
	arena_finish(&arena);
}
