/*
 * How text looks, by what it is: the one table of it, for screens and for formats with escapes.
 * Knows nothing of colours, or of what a reader does with the text.
 */
#ifndef VITAE_LAYOUT_ATTRIBUTES_H
#define VITAE_LAYOUT_ATTRIBUTES_H

#include "doc/doc.h"

#include <stdbool.h>

enum attribute {
	ATTRIBUTE_BOLD = 1 << 0,
	ATTRIBUTE_DIM = 1 << 1,
	ATTRIBUTE_ITALIC = 1 << 2,
	ATTRIBUTE_UNDERLINE = 1 << 3,
	ATTRIBUTE_REVERSE = 1 << 4, /* never by what text is */
};

/* Bits of enum attribute. style is bits of enum style; linked text can be followed. */
unsigned attributes_of_text(enum role role, unsigned style, bool linked);

#endif
