/*
 * What a view looks like, row by row, on a canvas.
 * Knows nothing of curses, of keys or of what the document is about.
 */
#ifndef VITAE_TUI_DRAW_H
#define VITAE_TUI_DRAW_H

#include "tui/canvas.h"
#include "tui/view.h"

/* What the canvas shows already. Caller-allocated; all zero knows nothing. */
struct drawn {
	struct drawn_row *rows;
	int row_count;
	const struct view *view;
	unsigned generation;
};

/* Draws the rows that differ from what was drawn; after drawn_forget() all of them. */
void draw_view(const struct view *view, struct canvas *canvas, struct drawn *drawn);

/* To be called when the canvas may show anything. */
void drawn_forget(struct drawn *drawn);

void drawn_finish(struct drawn *drawn);

/* The row that the cursor is on. */
int draw_cursor_row(const struct view *view);

#endif
