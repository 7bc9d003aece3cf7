#include "base/unicode.h"

#include "base/buffer.h"
#include "character.h"

#include <string.h>

enum {
	GRAPHEME_JOINER = 0x34F,
	POP_FORMATTING = 0x202C,
	POP_ISOLATE = 0x2069,
};

/* As many as the stream-safe text process of UAX #15 (D4) allows in a row. */
enum { NONSTARTERS_MAX = 30 };

/* Bidi levels end at 125 (BD2 of UAX #9), and each nested control may take two. */
enum { BIDI_DEPTH = 62 };

/* True for characters that unicode_clean() leaves alone whatever is beside them, but for marks. */
static bool is_clean_character(uint32_t character)
{
	return character_stands_alone(character) ||
	       character_is_between(character, 0x1F000, 0x1FBFF) ||
	       character == CHARACTER_ZERO_WIDTH_JOINER ||
	       character_is_between(character, 0xFE00, 0xFE0F);
}

/* True if unicode_clean() would change nothing, as can be told without utf8proc. */
static bool is_clean(struct text text)
{
	for (size_t at = 0; at < text.length;) {
		unsigned char byte = (unsigned char)text.bytes[at];
		size_t size = 1;
		if (character_is_printable_ascii(byte))
			size = unicode_ascii_run(text, at);
		else if (byte != '\n' && !is_clean_character(unicode_decode(text, at, &size)))
			return false;
		at += size;
	}
	return true;
}

/* Text that is being cleaned, and the bidi controls that wait to be closed. */
struct cleaning {
	struct buffer buffer;
	struct {
		size_t offset; /* in the buffer */
		bool is_isolate;
	} open[BIDI_DEPTH];
	size_t depth;
	bool has_holes;
	int nonstarters; /* at the end of the buffer */
};

static void add_character(struct cleaning *cleaning, uint32_t character)
{
	char *bytes = buffer_reserve(&cleaning->buffer, 4);
	cleaning->buffer.length += unicode_encode(character, bytes);
}

/* Splits long runs of marks: utf8proc's time grows with the square of their length. */
static void add_stream_safe(struct cleaning *cleaning, uint32_t character)
{
	bool is_starter = character_combining_class(character) == 0;
	cleaning->nonstarters = is_starter ? 0 : cleaning->nonstarters + 1;
	if (cleaning->nonstarters > NONSTARTERS_MAX) {
		add_character(cleaning, GRAPHEME_JOINER);
		cleaning->nonstarters = 1;
	}
	add_character(cleaning, character);
}

/* Drops the innermost open control: NUL, which clean text never holds, marks the place. */
static void drop_bidi(struct cleaning *cleaning)
{
	size_t offset = cleaning->open[--cleaning->depth].offset;
	memset(cleaning->buffer.bytes + offset, 0, 3);
	cleaning->has_holes = true;
}

static void drop_all_bidi(struct cleaning *cleaning)
{
	while (cleaning->depth > 0)
		drop_bidi(cleaning);
}

static void open_bidi(struct cleaning *cleaning, uint32_t character)
{
	if (cleaning->depth == BIDI_DEPTH)
		return;
	cleaning->open[cleaning->depth].offset = cleaning->buffer.length;
	cleaning->open[cleaning->depth].is_isolate = character >= 0x2066;
	cleaning->depth++;
	add_character(cleaning, character);
}

/* X7 of UAX #9: closes an embedding or override, but none outside of an isolate. */
static void pop_formatting(struct cleaning *cleaning)
{
	if (cleaning->depth == 0 || cleaning->open[cleaning->depth - 1].is_isolate)
		return;
	cleaning->depth--;
	add_character(cleaning, POP_FORMATTING);
}

/* X6a of UAX #9: closes an isolate, and with it the embeddings that are open within. */
static void pop_isolate(struct cleaning *cleaning)
{
	size_t isolate = cleaning->depth;
	while (isolate > 0 && !cleaning->open[isolate - 1].is_isolate)
		isolate--;
	if (isolate == 0)
		return;
	while (cleaning->depth > isolate)
		drop_bidi(cleaning);
	cleaning->depth--;
	add_character(cleaning, POP_ISOLATE);
}

static bool clean_bidi(struct cleaning *cleaning, uint32_t character)
{
	if (character == POP_FORMATTING)
		pop_formatting(cleaning);
	else if (character == POP_ISOLATE)
		pop_isolate(cleaning);
	else if (character_is_between(character, 0x202A, 0x202E) ||
		 character_is_between(character, 0x2066, 0x2068))
		open_bidi(cleaning, character);
	else
		return false;
	return true;
}

static bool is_noncharacter(uint32_t character)
{
	return (character & 0xFFFE) == 0xFFFE || character_is_between(character, 0xFDD0, 0xFDEF);
}

/* What ends lines wherever it stands, unlike CR. */
static bool ends_line(uint32_t character)
{
	return character == '\n' || character_is_between(character, CHARACTER_LINE_SEPARATOR,
					    CHARACTER_PARAGRAPH_SEPARATOR);
}

/* is_lone_return: a CR that no LF follows. */
static void clean_character(struct cleaning *cleaning, uint32_t character, bool is_lone_return)
{
	if (clean_bidi(cleaning, character))
		return;
	bool is_line_end = ends_line(character) || is_lone_return;
	if (is_line_end)
		drop_all_bidi(cleaning);
	if (character == '\t')
		add_stream_safe(cleaning, ' ');
	else if (is_line_end)
		add_stream_safe(cleaning, '\n');
	else if (!character_is_control(character) && !is_noncharacter(character))
		add_stream_safe(cleaning, character);
}

static void remove_holes(struct buffer *buffer)
{
	size_t length = 0;
	for (size_t i = 0; i < buffer->length; i++)
		if (buffer->bytes[i] != '\0')
			buffer->bytes[length++] = buffer->bytes[i];
	buffer->length = length;
}

/* All that unicode_clean() does but NFC. */
static void clean_characters(struct cleaning *cleaning, struct text text)
{
	for (size_t at = 0; at < text.length;) {
		size_t size = unicode_ascii_run(text, at);
		if (size > 0) {
			buffer_add(&cleaning->buffer, text_slice(text, at, at + size));
			cleaning->nonstarters = 0;
			at += size;
			continue;
		}
		uint32_t character = unicode_decode(text, at, &size);
		at += size;
		clean_character(cleaning, character,
			character == '\r' && (at == text.length || text.bytes[at] != '\n'));
	}
	drop_all_bidi(cleaning);
	if (cleaning->has_holes)
		remove_holes(&cleaning->buffer);
}

/* True for characters that NFC leaves alone unless a mark follows them, and that are no mark. */
static bool begins_segment(uint32_t character)
{
	return character < 0x300 || is_clean_character(character);
}

/* Where the next stretch begins, from at on, that NFC may change; it begins with the base. */
static size_t find_segment(struct text text, size_t at)
{
	size_t base = at;
	while (at < text.length) {
		size_t size = unicode_ascii_run(text, at);
		if (size > 0) {
			at += size;
			base = at - 1;
			continue;
		}
		if (!begins_segment(unicode_decode(text, at, &size)))
			return base;
		base = at;
		at += size;
	}
	return at;
}

static size_t end_segment(struct text text, size_t at)
{
	size_t size;
	unicode_decode(text, at, &size);
	for (at += size; at < text.length; at += size) {
		if (begins_segment(unicode_decode(text, at, &size)))
			break;
	}
	return at;
}

/* NFC, stretch by stretch: utf8proc takes its time, and few stretches need it. */
static struct text normalize(struct text text, struct arena *arena)
{
	struct buffer buffer = {0};
	size_t done = 0;
	for (size_t at = find_segment(text, 0); at < text.length; at = find_segment(text, done)) {
		size_t end = end_segment(text, at);
		buffer_add(&buffer, text_slice(text, done, at));
		character_compose(text_slice(text, at, end), &buffer);
		done = end;
	}
	buffer_add(&buffer, text_slice(text, done, text.length));
	struct text copy = arena_copy(arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return copy;
}

struct text unicode_clean(struct text text, struct arena *arena)
{
	if (is_clean(text))
		return text;
	struct cleaning cleaning = {.depth = 0};
	clean_characters(&cleaning, text);
	struct text clean = normalize(buffer_text(&cleaning.buffer), arena);
	buffer_finish(&cleaning.buffer);
	return text_equal(clean, text) ? text : clean;
}
