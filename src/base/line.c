#include "base/line.h"

#include "base/unicode.h"

/* Bytes of the line end at that place, or 0. */
static size_t ending_at(struct text source, size_t at)
{
	static const struct text others[] = {
		{"\r\n", 2}, {"\r", 1}, {"\xC2\x85", 2}, {"\xE2\x80\xA8", 3}, {"\xE2\x80\xA9", 3}};
	if (source.bytes[at] == '\n')
		return 1;
	struct text rest = text_slice(source, at, source.length);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (text_starts_with(rest, others[i]))
			return others[i].length;
	}
	return 0;
}

size_t line_end(struct text source, size_t start)
{
	for (; start < source.length; start++) {
		/* Most bytes are neither of these, and there are many. */
		unsigned char byte = (unsigned char)source.bytes[start];
		bool may_end = byte == '\n' || byte == '\r' || byte == 0xC2 || byte == 0xE2;
		if (may_end && ending_at(source, start))
			break;
	}
	return start;
}

size_t line_next(struct text source, size_t start)
{
	size_t end = line_end(source, start);
	return end < source.length ? end + ending_at(source, end) : end;
}

size_t line_mark(struct text source)
{
	return text_starts_with(source, TEXT("\xEF\xBB\xBF")) ? 3 : 0;
}

struct position line_position(struct text source, size_t offset)
{
	struct position position = {1, 1};
	size_t start = line_mark(source);
	size_t next = line_next(source, start);
	while (next <= offset && next > line_end(source, start)) {
		start = next;
		next = line_next(source, start);
		position.line++;
	}
	size_t size;
	for (; start < offset && start < source.length; start += size, position.column++)
		unicode_decode(source, start, &size);
	return position;
}

static void begin_line(struct line_walk *walk, size_t start, int number)
{
	walk->line = text_slice(walk->source, start, line_end(walk->source, start));
	walk->start = start;
	walk->offset = start;
	walk->position = (struct position){number, 1};
}

void line_walk_init(struct line_walk *walk, struct text source)
{
	walk->source = source;
	begin_line(walk, line_mark(source), 1);
}

size_t line_walk_to(struct line_walk *walk, struct position position)
{
	bool back =
		position.line < walk->position.line ||
		(position.line == walk->position.line && position.column < walk->position.column);
	if (back)
		line_walk_init(walk, walk->source);
	while (walk->position.line < position.line) {
		size_t next = line_next(walk->source, walk->offset);
		if (next == line_end(walk->source, walk->offset))
			return walk->source.length;
		begin_line(walk, next, walk->position.line + 1);
	}
	size_t end = walk->start + walk->line.length;
	while (walk->position.column < position.column && walk->offset < end) {
		size_t size;
		unicode_decode(walk->source, walk->offset, &size);
		walk->offset += size;
		walk->position.column++;
	}
	return walk->offset;
}
