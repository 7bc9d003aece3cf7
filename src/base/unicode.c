#define _XOPEN_SOURCE 700 /* wcwidth() */

#include "base/unicode.h"

#include "character.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

enum {
	ZERO_WIDTH_NON_JOINER = 0x200C,
	REGIONAL_A = 0x1F1E6,
	REGIONAL_Z = 0x1F1FF,
};

/* Marks that a terminal keeps in a cell: CCHARW_MAX of ncurses less the base. */
enum { MARKS_MAX = 4 };

/* True for characters of which no two are in one cluster, but for CR LF. */
static bool is_cluster_alone(uint32_t character)
{
	return character < 0x80 || character_stands_alone(character);
}

/* Where the cluster ends whose first character, the given one, ends at end. */
static size_t cluster_end(struct text text, size_t end, uint32_t character)
{
	int32_t state = 0;
	while (end < text.length) {
		size_t size;
		uint32_t next = unicode_decode(text, end, &size);
		if (is_cluster_alone(character) && is_cluster_alone(next) && character != '\r')
			break;
		if (character_breaks(character, next, &state))
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

/* True if a cluster begins at offset whatever is before the two characters there. */
static bool is_sure_start(struct text text, size_t offset)
{
	size_t size;
	uint32_t before = unicode_decode(text, unicode_before(text, offset), &size);
	return is_cluster_alone(before) && before != '\r' &&
	       is_cluster_alone(unicode_decode(text, offset, &size));
}

size_t unicode_cluster_start(struct text text, size_t offset)
{
	size_t start = offset;
	while (start > 0 && !is_sure_start(text, start))
		start = unicode_before(text, start);
	for (;;) {
		size_t end = start + unicode_cluster(text, start);
		if (end > offset)
			return start;
		start = end;
	}
}

static bool is_regional(uint32_t character)
{
	return character_is_between(character, REGIONAL_A, REGIONAL_Z);
}

static bool is_skin_tone(uint32_t character)
{
	return character_is_between(character, 0x1F3FB, 0x1F3FF);
}

static bool is_pictograph(uint32_t character)
{
	return is_regional(character) || is_skin_tone(character) ||
	       character_is_pictographic(character);
}

static bool is_line_end(uint32_t character)
{
	return character == '\n' || character == '\r' ||
	       character_is_between(
		       character, CHARACTER_LINE_SEPARATOR, CHARACTER_PARAGRAPH_SEPARATOR);
}

static bool is_selector(uint32_t character)
{
	return character_is_between(character, 0xFE00, 0xFE0F) ||
	       character_is_between(character, 0xE0100, 0xE01EF);
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
	if (character == CHARACTER_ZERO_WIDTH_JOINER)
		return display->size == 0 || is_pictograph(display->previous) ||
		       is_pictograph(next);
	if (character == ZERO_WIDTH_NON_JOINER)
		return display->size == 0;
	return character_is_format(character) && wcwidth((wchar_t)character) == 0;
}

/* A character without width: a mark, a joiner, or a conjoining vowel or final of Hangul. */
static void show_mark(struct display *display, uint32_t character)
{
	if (display->size == 0 && !character_is_mark(character)) {
		show(display, UNICODE_REPLACEMENT, 1);
		return;
	}
	if (display->size == 0)
		show(display, CHARACTER_NO_BREAK_SPACE, 1);
	if (++display->marks <= MARKS_MAX)
		show(display, character, 0);
}

static void show_base(struct display *display, uint32_t character, uint32_t next)
{
	bool is_lone =
		is_regional(character) && !is_regional(display->previous) && !is_regional(next);
	if (is_lone)
		character = 'A' + (character - REGIONAL_A);
	int columns = character_is_control(character) ? -1 : wcwidth((wchar_t)character);
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
	int columns = character_is_control(character) ? -1 : wcwidth((wchar_t)character);
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
		if (!character_stands_alone(character)) {
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
	if (is_alone && character_is_printable_ascii((unsigned char)text.bytes[offset])) {
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

static bool has_character(struct text text, bool (*is_wanted)(uint32_t character))
{
	for (size_t at = unicode_ascii_run(text, 0); at < text.length;) {
		size_t size;
		if (is_wanted(unicode_decode(text, at, &size)))
			return true;
		at += size;
		at += unicode_ascii_run(text, at);
	}
	return false;
}

/* The ranges hold all such characters; they spare the common scripts the look at the tables. */
static bool is_right_to_left(uint32_t character)
{
	return character >= 0x590 && !character_is_between(character, 0x900, 0x200E) &&
	       !character_is_between(character, 0x2010, 0xFB1C) &&
	       character_is_right_to_left(character);
}

static bool is_spacing_mark(uint32_t character)
{
	return character >= 0x900 && !character_is_between(character, 0x2000, 0x302D) &&
	       !character_is_between(character, 0x3030, 0xA7FF) &&
	       !character_is_between(character, 0xAC00, 0x10FFF) &&
	       character_is_spacing_mark(character);
}

bool unicode_is_right_to_left(struct text text)
{
	return has_character(text, is_right_to_left);
}

bool unicode_has_spacing_marks(struct text text)
{
	return has_character(text, is_spacing_mark);
}

bool unicode_is_word(uint32_t character)
{
	return character_is_letter(character) || character_is_mark(character) ||
	       character_is_number(character) || character_is_format(character);
}

bool unicode_is_blank(uint32_t character)
{
	return character == '\n' || character_is_space(character);
}
