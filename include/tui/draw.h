/*
 * What the reader sees, row by row, on a canvas.
 * Knows nothing of curses, of keys or of what the document is about.
 */
#ifndef VITAE_TUI_DRAW_H
#define VITAE_TUI_DRAW_H

#include "tui/canvas.h"
#include "tui/reader.h"

/* What the canvas shows already. Caller-allocated; all zero knows nothing. */
struct drawn {
	struct drawn_row *rows;
	int row_count;
	unsigned generation; /* of the view's lines */
	unsigned changes;    /* of the reader */
};

/* Where the terminal's cursor is to stand: where the reader types, or else looks. */
struct cursor {
	int row;
	int column;
	bool types;
};

/* Draws the rows that differ from what was drawn; after drawn_forget() all of them. */
struct cursor draw_reader(const struct reader *reader, struct canvas *canvas, struct drawn *drawn);

/* To be called when the canvas may show anything. */
void drawn_forget(struct drawn *drawn);

void drawn_finish(struct drawn *drawn);

#endif
