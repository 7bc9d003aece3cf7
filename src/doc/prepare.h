/*
 * Texts as people write them, made ready to be read as CommonMark: known tags of HTML in their
 * plain form and no others, links for LaTeX's commands and for bare addresses.
 */
#ifndef VITAE_DOC_PREPARE_H
#define VITAE_DOC_PREPARE_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>

struct preparation {
	char guard;    /* a byte in front, so that the text begins no block; or '\0' */
	bool one_line; /* newlines become blanks */
};

/*
 * A copy of text for md4c in the arena, as long as a small multiple of it, with line ends behind
 * it that its length does not count. Code stays as it is, what is no known tag is shown as it is
 * written, and so is what CommonMark takes for the definition of a reference, which it would hide.
 */
struct text prepare(struct text text, struct preparation how, struct arena *arena);

#endif
