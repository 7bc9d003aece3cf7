/*
 * Text in ASCII, for terminals and printers that know nothing else.
 * Knows nothing of documents or screens.
 */
#ifndef VITAE_BASE_ASCII_H
#define VITAE_BASE_ASCII_H

#include "base/arena.h"
#include "base/text.h"

/*
 * Text as readable as ASCII allows: accents are dropped, letters and signs that have a usual
 * spelling get it ("ss", "EUR", "--", "..."), and each other grapheme cluster becomes a question
 * mark. Newlines stay. The text itself if it is ASCII, else in the arena.
 */
struct text ascii_spell(struct text text, struct arena *arena);

#endif
