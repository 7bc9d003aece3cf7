/*
 * Finding words in text as readers expect it: accents do not matter, and case matters only if the
 * reader wrote a capital.
 * Knows nothing of documents or lines.
 */
#ifndef VITAE_BASE_PATTERN_H
#define VITAE_BASE_PATTERN_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pattern_option {
	PATTERN_WHOLE_WORDS = 1 << 0, /* "C" is not in "Cat", "C++" or "C#"; see pattern_find() */
	PATTERN_ANY_CASE = 1 << 1,    /* even if the text has capitals */
};

/* Caller-allocated by pattern_init(); all zero finds nothing. Owns its characters. */
struct pattern {
	uint32_t *characters; /* simplified */
	size_t count;
	unsigned options; /* bits of enum pattern_option */
};

/* Bytes of a text. */
struct range {
	size_t start;
	size_t end;
};

/*
 * Prepares to find text. Both it and what is searched are compared character by character after
 * compatibility decomposition (NFKD, UAX #15) without accents, the points of Hebrew and Arabic,
 * and invisible characters; the signs of other scripts count. Quotes and dashes equal those of a
 * keyboard, letters that do not decompose their usual spelling ("l" finds a crossed l, "oe" the
 * ligature), any stretch of blanks and line ends one blank. Case is folded unless the text has a
 * capital. Whole words are looked for without the blanks around the text.
 */
void pattern_init(struct pattern *pattern, struct text text, unsigned options);

/* True if there is nothing to find, and so nothing is found. */
bool pattern_is_empty(const struct pattern *pattern);

/*
 * The first place from byte offset from on; false if there is none. It begins and ends at the
 * boundaries of grapheme clusters, and holds at least one. A whole word has no letter, digit or
 * underscore beside it, nor, unless it ends so itself, a plus or number sign after it, nor a full
 * stop with a letter: "Node" is not in "Node.js", but in "Node."
 */
bool pattern_find(
	const struct pattern *pattern, struct text text, size_t from, struct range *found);

void pattern_finish(struct pattern *pattern);

#endif
