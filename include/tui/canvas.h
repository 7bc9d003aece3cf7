/*
 * A grid of cells that rows of text are put on: the screen, or memory in tests.
 * Knows nothing of what is shown on it.
 */
#ifndef VITAE_TUI_CANVAS_H
#define VITAE_TUI_CANVAS_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* How text looks: what it is, and whether it is stepped to. */
struct appearance {
	uint8_t role;  /* enum role */
	uint8_t style; /* bits of enum style */
	bool link;     /* can be followed */
	bool focus;    /* what the next key acts on */
};

/*
 * put() is given text in display form (see unicode_display()) that fits into the columns from
 * column on; clear() comes first for each row that changes.
 */
struct canvas {
	int rows;
	int columns;
	void (*clear)(struct canvas *canvas, int row);
	void (*put)(struct canvas *canvas, int row, int column, struct text text, int width,
		struct appearance appearance);
};

#endif
