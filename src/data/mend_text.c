#include "base/line.h"
#include "base/unicode.h"
#include "base/windows.h"
#include "mend_line.h"

/* More than one byte in eight, and these few, and it is another alphabet or no text. */
enum { STRANGE_MOST = 16, STRANGE_SHARE = 8 };

/* What YAML 1.1 takes, section 5.1. */
static bool is_allowed(uint32_t character)
{
	if (character < 0x20)
		return character == '\t' || character == '\n' || character == '\r';
	return character <= 0x7E || character == 0x85 ||
	       (character >= 0xA0 && character <= 0xFFFD) || character >= 0x10000;
}

static void add_character(struct buffer *buffer, uint32_t character)
{
	buffer->length += unicode_encode(character, buffer_reserve(buffer, 4));
}

size_t mend_characters(struct text source, struct buffer *mended)
{
	size_t strange = 0;
	size_t lines = 0;
	size_t size;
	for (size_t start = 0, next; start < source.length; start = next) {
		size_t before = strange;
		next = line_next(source, start);
		for (size_t at = start; at < next; at += size) {
			uint32_t character = unicode_decode(source, at, &size);
			bool malformed = character == UNICODE_REPLACEMENT && size == 1;
			if (!malformed && is_allowed(character)) {
				buffer_add(mended, text_slice(source, at, at + size));
				continue;
			}
			strange++;
			unsigned char byte = (unsigned char)source.bytes[at];
			add_character(mended, malformed ? windows_decode(byte) : ' ');
		}
		lines += strange > before;
	}
	return strange <= STRANGE_MOST + source.length / STRANGE_SHARE ? lines : 0;
}

/* How far the first line is indented that is so with blanks; 1 if there is none. */
static size_t find_step(struct text source)
{
	for (size_t start = 0; start < source.length; start = line_next(source, start)) {
		size_t at = start;
		while (at < source.length && source.bytes[at] == ' ')
			at++;
		bool has_text = at < line_end(source, start) && source.bytes[at] != '\t';
		if (at > start && has_text)
			return at - start;
	}
	return 1;
}

size_t mend_tabs(struct text source, struct buffer *mended)
{
	size_t step = find_step(source);
	size_t lines = 0;
	for (size_t start = 0, next; start < source.length; start = next) {
		bool has_tab = false;
		bool dashed = false;
		next = line_next(source, start);
		size_t at = start;
		for (; at < next && (source.bytes[at] == ' ' || source.bytes[at] == '\t' ||
					    source.bytes[at] == '-');
			at++) {
			bool is_tab = source.bytes[at] == '\t';
			/* Behind a dash it only sets off what follows. */
			buffer_add_repeated(mended, is_tab ? ' ' : source.bytes[at],
				is_tab && !dashed ? step : 1);
			dashed = dashed || source.bytes[at] == '-';
			has_tab = has_tab || is_tab;
		}
		buffer_add(mended, text_slice(source, at, next));
		lines += has_tab && at < line_end(source, start);
	}
	return lines;
}
