/*
 * Where a paragraph may be broken into lines: UAX #14, Unicode 15.0.
 * Knows nothing of widths, styles or screens.
 */
#ifndef VITAE_BASE_LINEBREAK_H
#define VITAE_BASE_LINEBREAK_H

#include "base/text.h"

/*
 * Every value but LINEBREAK_NONE is an opportunity of UAX #14. The kinds let a caller prefer
 * some: a word such as "GPU-based" or "AI/ML" reads, and is searched for, as one.
 */
enum linebreak {
	LINEBREAK_NONE,
	LINEBREAK_INSIDE, /* inside a run of text without spaces: after a hyphen, a slash ... */
	/* After a space, zero-width space or soft hyphen, or where either side is an ideograph,
	   kana, Hangul or a pictograph. */
	LINEBREAK_BETWEEN,
	LINEBREAK_MUST, /* after a newline or another mandatory break */
};

/*
 * Stores for each byte i of text whether a line may break before it. breaks has room for
 * text.length entries. Entry 0 and the bytes inside a character are LINEBREAK_NONE; the end of
 * the text is not represented.
 */
void linebreak_find(struct text text, unsigned char *breaks);

/*
 * True if a line may break before offset, which follows a space, as far as the ASCII beside it
 * tells: for most spaces without a look at the whole text. False says nothing.
 */
bool linebreak_is_certain(struct text text, size_t offset);

#endif
