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

/* True if what follows a blank would mean the same at the beginning of a line. */
static bool may_begin_line(struct text source, size_t at)
{
	struct markdown_range sign = markdown_line_sign(source, at);
	/* The one bracket that need not be the first of its paragraph is that of a footnote. */
	bool is_link =
		source.bytes[at] == '[' && !(at + 1 < source.length && source.bytes[at + 1] == '^');
	return is_link || sign.start == sign.end;
}

/* Writes a line up to a place, each tab of it as a blank or as the end of a line. */
static void write_wrapped(struct markdown_blocks *blocks, struct text line)
{
	int column = (int)blocks->indent;
	begin_line(blocks);
	for (size_t start = 0; start < line.length;) {
		size_t end = text_find(line, start, '\t');
		struct text word = text_slice(line, start, end);
		int width = unicode_width(word);
		bool is_first = start == 0;
		if (!is_first && blocks->width && column + 1 + width > blocks->width &&
			may_begin_line(line, start)) {
			sink_write(blocks->sink, TEXT("\n"));
			begin_line(blocks);
			column = (int)blocks->indent;
			is_first = true;
		}
		sink_write(blocks->sink, is_first ? TEXT("") : TEXT(" "));
		sink_write(blocks->sink, word);
		column += width + !is_first;
		start = end + 1;
	}
	sink_write(blocks->sink, TEXT("\n"));
}

void markdown_write_source(struct markdown_blocks *blocks, struct text source)
{
	for (size_t start = 0; start < source.length;) {
		size_t end = text_find(source, start, '\n');
		write_wrapped(blocks, text_slice(source, start, end));
		start = end + 1;
	}
}

void markdown_blocks_finish(struct markdown_blocks *blocks)
{
	buffer_finish(&blocks->markers);
}
