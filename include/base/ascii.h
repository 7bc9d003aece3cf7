/*
 * Text in ASCII, for terminals and printers that know nothing else.
 * Knows nothing of documents or screens.
 */
#ifndef VITAE_BASE_ASCII_H
#define VITAE_BASE_ASCII_H

#include "base/arena.h"
#include "base/text.h"

/*
 * Clean text as readable as ASCII allows: accents are dropped, Cyrillic and Greek are
 * transliterated, letters and signs that have a usual spelling get it ("ss", "EUR", "--", "..."),
 * what is invisible goes, and each other grapheme cluster becomes a question mark, or two if it is
 * wide. Newlines stay. The text itself if it is ASCII, else in the arena. The width of a cluster
 * needs a UTF-8 LC_CTYPE: see base/unicode.h.
 */
struct text ascii_spell(struct text text, struct arena *arena);

/*
 * Clean text as its author would type it: quotes, dashes, bullets, arrows and blanks are ASCII, and
 * what is invisible goes but for what joins letters or emoji. All letters stay as they are, with
 * the punctuation that belongs to a language, and signs that say something, as of money. The text
 * itself if it is ASCII, else in the arena.
 */
struct text ascii_spell_signs(struct text text, struct arena *arena);

#endif
