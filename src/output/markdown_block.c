#include "markdown_block.h"

#include "base/unicode.h"
#include "markdown_escape.h"

void markdown_separate(struct markdown_blocks *blocks, bool tight)
{
	if (!blocks->markers.length)
		blocks->apart = !tight;
}

size_t markdown_begin_item(struct markdown_blocks *blocks, struct text marker)
{
	size_t before = blocks->markers.length;
	if (!before)
		blocks->markers_indent = blocks->indent;
	buffer_add(&blocks->markers, marker);
	buffer_add_byte(&blocks->markers, ' ');
	blocks->indent += marker.length + 1;
	return before;
}

void markdown_end_item(struct markdown_blocks *blocks, struct text marker, size_t before)
{
	if (blocks->markers.length > before)
		blocks->markers.length = before;
	blocks->indent -= marker.length + 1;
}

/* Begins a line, behind the markers of the items that it is the first of. */
static void begin_line(struct markdown_blocks *blocks)
{
	if (blocks->apart && blocks->lines)
		sink_write(blocks->sink, TEXT("\n"));
	blocks->apart = false;
	blocks->lines++;
	if (blocks->markers.length) {
		sink_repeat(blocks->sink, ' ', blocks->markers_indent);
		sink_write(blocks->sink, buffer_text(&blocks->markers));
		blocks->markers.length = 0;
	} else {
		sink_repeat(blocks->sink, ' ', blocks->indent);
	}
}

void markdown_write_line(struct markdown_blocks *blocks, struct text before, struct text line)
{
	if (before.length || line.length) {
		begin_line(blocks);
		sink_write(blocks->sink, before);
		sink_write(blocks->sink, line);
	}
	sink_write(blocks->sink, TEXT("\n"));
}

/*
 * True if what follows a blank would mean the same at the beginning of a line. A dot between two
 * things stands behind the first.
 */
static bool may_begin_line(struct text source, size_t at)
{
	struct text rest = text_slice(source, at, source.length);
	struct markdown_range sign = markdown_line_sign(source, at);
	/* The one bracket that need not be the first of its paragraph is that of a footnote. */
	bool is_link = text_starts_with(rest, TEXT("[")) && !text_starts_with(rest, TEXT("[^"));
	return !text_starts_with(rest, TEXT("\u00B7")) && (is_link || sign.start == sign.end);
}

/* Where the words from a place on end that have to stay on one line. */
static size_t end_of_words(struct text line, size_t start)
{
	size_t end = text_find(line, start, '\t');
	while (end < line.length && !may_begin_line(line, end + 1))
		end = text_find(line, end + 1, '\t');
	return end;
}

static void write_words(struct markdown_blocks *blocks, struct text words)
{
	for (size_t start = 0; start < words.length;) {
		size_t end = text_find(words, start, '\t');
		sink_write(blocks->sink, start ? TEXT(" ") : TEXT(""));
		sink_write(blocks->sink, text_slice(words, start, end));
		start = end + 1;
	}
}

/* Each tab becomes a blank or the end of a line. */
static void write_wrapped(struct markdown_blocks *blocks, struct text line)
{
	int column = 0;
	for (size_t start = 0; start < line.length;) {
		size_t end = end_of_words(line, start);
		struct text words = text_slice(line, start, end);
		int width = unicode_width(words);
		if (start && column + 1 + width <= blocks->width) {
			sink_write(blocks->sink, TEXT(" "));
			column++;
		} else {
			sink_write(blocks->sink, start ? TEXT("\n") : TEXT(""));
			begin_line(blocks);
			column = (int)blocks->indent;
		}
		write_words(blocks, words);
		column += width;
		start = end + 1;
	}
	sink_write(blocks->sink, TEXT("\n"));
}

/* With all its tabs as blanks. */
static void write_unwrapped(struct markdown_blocks *blocks, struct text line)
{
	begin_line(blocks);
	write_words(blocks, line);
	sink_write(blocks->sink, TEXT("\n"));
}

void markdown_write_source(struct markdown_blocks *blocks, struct text source)
{
	for (size_t start = 0; start < source.length;) {
		size_t end = text_find(source, start, '\n');
		struct text line = text_slice(source, start, end);
		if (blocks->width)
			write_wrapped(blocks, line);
		else
			write_unwrapped(blocks, line);
		start = end + 1;
	}
}

void markdown_blocks_finish(struct markdown_blocks *blocks)
{
	buffer_finish(&blocks->markers);
}
