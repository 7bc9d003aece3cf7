#include "layout/plain.h"

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

static void add_line(struct pen *pen, struct buffer *buffer, const struct line *line)
{
	(void)pen;
	plain_add_line(buffer, line);
}

struct pen plain_pen(void)
{
	return (struct pen){.add_line = add_line};
}

void plain_add_block(struct buffer *buffer, const struct doc *doc, const struct block *block,
	int width, bool ascii)
{
	struct arena arena = {0};
	struct layout layout;
	struct buffer links = {0};
	struct pen pen = plain_pen();
	const struct block *before = NULL;
	const struct block *end = doc_skip(block);
	layout_init(&layout, doc,
		(struct layout_settings){.medium = MEDIUM_PRINT, .width = width, .ascii = ascii},
		&arena);
	layout.top = block;
	for (const struct block *inner = block; inner != end; inner = doc_next(inner)) {
		if (print_block(&pen, buffer, &layout, before, inner))
			before = inner;
		arena_reset(&arena);
	}
	print_links(&pen, &links, doc, block);
	if (links.length)
		buffer_add_byte(buffer, '\n');
	buffer_add(buffer, buffer_text(&links));
	buffer_finish(&links);
	arena_finish(&arena);
}
