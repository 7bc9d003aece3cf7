/*
 * Borrowed stretches of UTF-8 bytes with a length, since text may hold NUL.
 * Knows nothing of characters; see base/unicode.h for those.
 */
#ifndef VITAE_BASE_TEXT_H
#define VITAE_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Borrows its bytes; not NUL-terminated. All zero is the empty text. */
struct text {
	const char *bytes;
	size_t length; /* in bytes */
};

#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

/* The bytes of a C string, or the empty text for NULL. */
struct text text_from(const char *string);

/* The bytes from start up to, not including, end; both are clamped to the text. */
struct text text_slice(struct text text, size_t start, size_t end);

/* Without blanks (space, tab, newline, carriage return) at both ends. */
struct text text_trim(struct text text);

/* Without blanks at its end. */
struct text text_trim_end(struct text text);

bool text_equal(struct text a, struct text b);
bool text_is(struct text text, const char *string);

bool text_starts_with(struct text text, struct text start);

/* The same, with the letters A to Z and a to z taken for equal. */
bool text_equal_caseless(struct text a, struct text b);
bool text_is_caseless(struct text text, const char *string);
bool text_starts_caseless(struct text text, struct text start);

/* The small letter for A to Z; any other byte itself. */
char text_lower(char byte);

/* Offset of the first needle at or after start, or length when there is none. */
size_t text_find(struct text text, size_t start, char needle);

#endif
