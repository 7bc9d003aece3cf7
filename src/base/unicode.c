#define _XOPEN_SOURCE 700 /* wcwidth() */

#include "base/unicode.h"

#include "base/buffer.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

enum {
	NO_BREAK_SPACE = 0xA0,
	GRAPHEME_JOINER = 0x34F,
	ZERO_WIDTH_NON_JOINER = 0x200C,
	ZERO_WIDTH_JOINER = 0x200D,
	LINE_SEPARATOR = 0x2028,
	PARAGRAPH_SEPARATOR = 0x2029,
	POP_FORMATTING = 0x202C,
	POP_ISOLATE = 0x2069,
	REGIONAL_A = 0x1F1E6,
	REGIONAL_Z = 0x1F1FF,
};

/* Marks that a terminal keeps in a cell: CCHARW_MAX of ncurses less the base. */
enum { MARKS_MAX = 4 };

/* As many as the stream-safe text process of UAX #15 (D4) allows in a row. */
enum { NONSTARTERS_MAX = 30 };

/* Bidi levels end at 125 (BD2 of UAX #9), and each nested control may take two. */
enum { BIDI_DEPTH = 62 };

static bool is_between(uint32_t character, uint32_t first, uint32_t last)
{
	return character - first <= last - first;
}

static bool is_printable_ascii(unsigned char byte)
{
	return byte >= ' ' && byte < 0x7F;
}

/*
 * True for characters that NFC leaves alone, whichever of them are neighbours, and any two of
 * which are in different grapheme clusters. Passes over the common scripts without a look at
 * utf8proc's tables; false for many another character of which the same is true.
 */
static bool stands_alone(uint32_t character)
{
	if (character < 0x300)
		return character >= NO_BREAK_SPACE && character != UNICODE_SOFT_HYPHEN;
	if (character < 0x2010)
		return is_between(character, 0x388, 0x482) || is_between(character, 0x48A, 0x52F);
	if (character < 0x3400) /* punctuation, box drawing, symbols, kana */
		return is_between(character, 0x2010, 0x2027) ||
		       is_between(character, 0x2030, 0x205E) ||
		       is_between(character, 0x20A0, 0x20BF) ||
		       is_between(character, 0x2190, 0x2328) ||
		       is_between(character, 0x2500, 0x27BF) ||
		       is_between(character, 0x3000, 0x3029) ||
		       is_between(character, 0x3041, 0x3096) ||
		       is_between(character, 0x309B, 0x30FF);
	return is_between(character, 0x3400, 0x4DBF) || is_between(character, 0x4E00, 0x9FFF) ||
	       is_between(character, 0xAC00, 0xD7A3) || is_between(character, 0xFF01, 0xFF60);
}

/* True for characters that unicode_clean() leaves alone whatever is beside them, but for marks. */
static bool is_clean_character(uint32_t character)
{
	return stands_alone(character) || is_between(character, 0x1F000, 0x1FBFF) ||
	       character == ZERO_WIDTH_JOINER || is_between(character, 0xFE00, 0xFE0F);
}

/* True if unicode_clean() would change nothing, as can be told without utf8proc. */
static bool is_clean(struct text text)
{
	for (size_t at = 0; at < text.length;) {
		unsigned char byte = (unsigned char)text.bytes[at];
		size_t size = 1;
		if (is_printable_ascii(byte))
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
	bool is_starter = utf8proc_get_property((utf8proc_int32_t)character)->combining_class == 0;
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
	else if (is_between(character, 0x202A, 0x202E) || is_between(character, 0x2066, 0x2068))
		open_bidi(cleaning, character);
	else
		return false;
	return true;
}

static bool is_control(uint32_t character)
{
	return character < ' ' || is_between(character, 0x7F, 0x9F);
}

static bool is_noncharacter(uint32_t character)
{
	return (character & 0xFFFE) == 0xFFFE || is_between(character, 0xFDD0, 0xFDEF);
}

/* is_lone_return: a CR that no LF follows. */
static void clean_character(struct cleaning *cleaning, uint32_t character, bool is_lone_return)
{
	if (clean_bidi(cleaning, character))
		return;
	if (character == '\n' || character == PARAGRAPH_SEPARATOR || is_lone_return)
		drop_all_bidi(cleaning);
	if (character == '\t')
		add_stream_safe(cleaning, ' ');
	else if (character == '\n' || is_lone_return)
		add_stream_safe(cleaning, '\n');
	else if (!is_control(character) && !is_noncharacter(character))
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

static void add_normalized(struct buffer *buffer, struct text text)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text.bytes,
		(utf8proc_ssize_t)text.length, &mapped, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (length >= 0)
		text = (struct text){(const char *)mapped, (size_t)length};
	buffer_add(buffer, text);
	free(mapped);
}

/* NFC, stretch by stretch: utf8proc takes its time, and few stretches need it. */
static struct text normalize(struct text text, struct arena *arena)
{
	struct buffer buffer = {0};
	size_t done = 0;
	for (size_t at = find_segment(text, 0); at < text.length; at = find_segment(text, done)) {
		size_t end = end_segment(text, at);
		buffer_add(&buffer, text_slice(text, done, at));
		add_normalized(&buffer, text_slice(text, at, end));
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

/* True for characters of which no two are in one cluster, but for CR LF. */
static bool is_cluster_alone(uint32_t character)
{
	return character < 0x80 || stands_alone(character);
}

/* Where the cluster ends whose first character, the given one, ends at end. */
static size_t cluster_end(struct text text, size_t end, uint32_t character)
{
	utf8proc_int32_t state = 0;
	while (end < text.length) {
		size_t size;
		uint32_t next = unicode_decode(text, end, &size);
		if (is_cluster_alone(character) && is_cluster_alone(next) && character != '\r')
			break;
		if (utf8proc_grapheme_break_stateful(
			    (utf8proc_int32_t)character, (utf8proc_int32_t)next, &state))
			break;
		character = next;
		end += size;
	}
	return end;
}

size_t unicode_cluster(struct text text, size_t offset)
{
	size_t size;
	uint32_t character = unicode_decode(text, offset, &size);
	return cluster_end(text, offset + size, character) - offset;
}

static utf8proc_category_t category_of(uint32_t character)
{
	return utf8proc_category((utf8proc_int32_t)character);
}

static bool is_mark(uint32_t character)
{
	utf8proc_category_t category = category_of(character);
	return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
	       category == UTF8PROC_CATEGORY_ME;
}

static bool is_regional(uint32_t character)
{
	return is_between(character, REGIONAL_A, REGIONAL_Z);
}

static bool is_skin_tone(uint32_t character)
{
	return is_between(character, 0x1F3FB, 0x1F3FF);
}

static bool is_pictograph(uint32_t character)
{
	return is_regional(character) || is_skin_tone(character) ||
	       utf8proc_get_property((utf8proc_int32_t)character)->boundclass ==
		       UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_line_end(uint32_t character)
{
	return character == '\n' || character == '\r' ||
	       is_between(character, LINE_SEPARATOR, PARAGRAPH_SEPARATOR);
}

static bool is_selector(uint32_t character)
{
	return is_between(character, 0xFE00, 0xFE0F) || is_between(character, 0xE0100, 0xE01EF);
}

/* The display form of a cluster as it grows. */
struct display {
	char *bytes; /* or NULL */
	size_t size;
	int columns;
	int marks;         /* on the current base */
	uint32_t previous; /* the last character that was not left out */
};

static void show(struct display *display, uint32_t character, int columns)
{
	char bytes[4];
	size_t size = unicode_encode(character, bytes);
	if (display->bytes)
		memcpy(display->bytes + display->size, bytes, size);
	display->size += size;
	display->columns += columns;
}

/* Joiners stay where they shape letters: within a cluster of a script such as Devanagari. */
static bool is_left_out(const struct display *display, uint32_t character, uint32_t next)
{
	if (is_line_end(character) || is_selector(character) || character == UNICODE_SOFT_HYPHEN)
		return true;
	if (is_skin_tone(character))
		return is_pictograph(display->previous);
	if (character == ZERO_WIDTH_JOINER)
		return display->size == 0 || is_pictograph(display->previous) ||
		       is_pictograph(next);
	if (character == ZERO_WIDTH_NON_JOINER)
		return display->size == 0;
	return category_of(character) == UTF8PROC_CATEGORY_CF && wcwidth((wchar_t)character) == 0;
}

/* A character without width: a mark, a joiner, or a conjoining vowel or final of Hangul. */
static void show_mark(struct display *display, uint32_t character)
{
	if (display->size == 0 && !is_mark(character)) {
		show(display, UNICODE_REPLACEMENT, 1);
		return;
	}
	if (display->size == 0)
		show(display, NO_BREAK_SPACE, 1);
	if (++display->marks <= MARKS_MAX)
		show(display, character, 0);
}

static void show_base(struct display *display, uint32_t character, uint32_t next)
{
	bool is_lone =
		is_regional(character) && !is_regional(display->previous) && !is_regional(next);
	if (is_lone)
		character = 'A' + (character - REGIONAL_A);
	int columns = is_control(character) ? -1 : wcwidth((wchar_t)character);
	if (columns == 0) {
		show_mark(display, character);
		return;
	}
	display->marks = 0;
	if (columns > 0)
		show(display, character, columns);
	else
		show(display, UNICODE_REPLACEMENT, 1);
}

int unicode_display(struct text cluster, char bytes[UNICODE_DISPLAY_MAX], size_t *size)
{
	struct display display = {.bytes = bytes};
	for (size_t at = 0; at < cluster.length;) {
		size_t step;
		uint32_t next = 0;
		uint32_t character = unicode_decode(cluster, at, &step);
		at += step;
		if (at < cluster.length)
			next = unicode_decode(cluster, at, &step);
		/* Only hostile text has clusters so long: what does not fit is left out. */
		if (display.size > UNICODE_DISPLAY_MAX - 8)
			break;
		if (is_left_out(&display, character, next))
			continue;
		show_base(&display, character, next);
		display.previous = character;
	}
	*size = display.size;
	return display.columns;
}

/* Of a character that is a cluster of its own, and needs no other display form. */
static int columns_alone(uint32_t character)
{
	int columns = is_control(character) ? -1 : wcwidth((wchar_t)character);
	return is_line_end(character) ? 0 : columns > 0 ? columns : 1;
}

/*
 * Adds the columns of the stand-alone characters from at on and returns where they end: before
 * the last of them if what follows may belong to it.
 */
static size_t skip_alone(struct text text, size_t at, size_t *columns)
{
	size_t last_size = 0;
	size_t last_columns = 0;
	while (at < text.length) {
		size_t size;
		uint32_t character = unicode_decode(text, at, &size);
		if (character < 0x80)
			return at;
		if (!stands_alone(character)) {
			*columns -= last_columns;
			return at - last_size;
		}
		last_size = size;
		last_columns = (size_t)columns_alone(character);
		*columns += last_columns;
		at += size;
	}
	return at;
}

int unicode_measure(struct text text, size_t offset, size_t *size)
{
	bool is_alone = offset + 1 == text.length || (unsigned char)text.bytes[offset + 1] < 0x80;
	if (is_alone && is_printable_ascii((unsigned char)text.bytes[offset])) {
		*size = 1;
		return 1;
	}
	size_t first;
	uint32_t character = unicode_decode(text, offset, &first);
	*size = cluster_end(text, offset + first, character) - offset;
	if (first == *size && is_cluster_alone(character))
		return columns_alone(character);
	size_t shown;
	return unicode_display(text_slice(text, offset, offset + *size), NULL, &shown);
}

/* As skip_alone(), of printable ASCII. */
static size_t skip_ascii(struct text text, size_t at, size_t *columns)
{
	size_t size = unicode_ascii_run(text, at);
	if (size > 0 && at + size < text.length && (unsigned char)text.bytes[at + size] >= 0x80)
		size--;
	*columns += size;
	return at + size;
}

int unicode_width(struct text text)
{
	size_t columns = 0;
	for (size_t at = 0; at < text.length;) {
		bool is_ascii = (unsigned char)text.bytes[at] < 0x80;
		at = is_ascii ? skip_ascii(text, at, &columns) : skip_alone(text, at, &columns);
		if (at < text.length) {
			size_t size;
			columns += (size_t)unicode_measure(text, at, &size);
			at += size;
		}
	}
	return columns < INT_MAX ? (int)columns : INT_MAX;
}
