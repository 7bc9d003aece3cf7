#include "layout/glyphs.h"

/* TEXT() is no constant. */
#define SIGN(literal)                          \
	{                                      \
		(literal), sizeof(literal) - 1 \
	}

static const struct glyphs unicode_glyphs = {
	.cursor = SIGN("\u276F"),
	.open = SIGN("\u25BE"),
	.closed = SIGN("\u25B8"),
	.bullet = SIGN("\u2022"),
	.rule = SIGN("\u2500"),
	.ellipsis = SIGN("\u2026"),
	.dot = SIGN("\u00B7"),
	.angle = SIGN("\u203A"),
	.enter_key = SIGN("\u23CE"),
};

static const struct glyphs ascii_glyphs = {
	.cursor = SIGN(">"),
	.open = SIGN("-"),
	.closed = SIGN("+"),
	.bullet = SIGN("*"),
	.rule = SIGN("-"),
	.ellipsis = SIGN("..."),
	.dot = SIGN("|"),
	.angle = SIGN(">"),
	.enter_key = SIGN("Enter"),
};

const struct glyphs *glyphs_for(bool ascii)
{
	return ascii ? &ascii_glyphs : &unicode_glyphs;
}
