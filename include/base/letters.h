/*
 * Words compared by what they say: their letters and digits, whatever their case and accents, and
 * whatever else is between them.
 * Knows nothing of what the words are for.
 */
#ifndef VITAE_BASE_LETTERS_H
#define VITAE_BASE_LETTERS_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LETTERS_MOST = 64 };

/*
 * What a text is compared by: NFKD with its case folded, without marks, and with the usual spelling
 * of letters that do not decompose ("l" for a crossed l).
 */
struct letters {
	uint32_t items[LETTERS_MOST];
	size_t count;
};

/* False, and none, if the text has none or so many that it is no word. */
bool letters_of(struct text text, struct letters *letters);

/*
 * Words to compare with are the program's own: without characters that are only there for
 * compatibility, such as ligatures or letters of full width.
 */

/* True if the word has the same letters. */
bool letters_are(const struct letters *letters, struct text word);

/* True if the letters are one of some words with blanks between them, which may be NULL. */
bool letters_are_among(const struct letters *letters, const char *words);

/* True if one of them begins with the letters, as with an abbreviation; *whole if they are it. */
bool letters_begin_among(const struct letters *letters, const char *words, bool *whole);

#endif
