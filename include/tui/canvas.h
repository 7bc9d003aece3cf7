/*
 * A grid of cells that rows of text are put on: the screen, or memory in tests.
 * Knows nothing of what is shown on it.
 */
#ifndef VITAE_TUI_CANVAS_H
#define VITAE_TUI_CANVAS_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* Black on white or white on black, whatever the theme: for codes that machines read. */
enum ink {
	INK_THEME,
	INK_BLACK_ON_WHITE,
	INK_WHITE_ON_BLACK,
};

/* How text looks: what it is, and what the reader does with it. */
struct appearance {
	uint8_t role;  /* enum role */
	uint8_t style; /* bits of enum style */
	uint8_t ink;   /* enum ink; if not INK_THEME, all else is ignored */
	bool focus;    /* what the next key acts on */
	bool match;    /* is what was searched for */
	bool hint;     /* a label to type, which lies on the text */
	uint32_t link; /* number of the link that it can be followed to, or 0 */
};

/*
 * put() is given text in display form (see unicode_display()) that fits into the columns from
 * column on; clear() comes first for each row that changes.
 */
struct canvas {
	int rows;
	int columns;
	bool ascii; /* shows nothing but ASCII */
	void (*clear)(struct canvas *canvas, int row);
	void (*put)(struct canvas *canvas, int row, int column, struct text text, int width,
		struct appearance appearance);
};

#endif
