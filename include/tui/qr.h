/*
 * An address as a QR code that telephones read from the screen (ISO/IEC 18004).
 * The only module that knows libqrencode. Knows nothing of curses.
 */
#ifndef VITAE_TUI_QR_H
#define VITAE_TUI_QR_H

#include "base/text.h"
#include "tui/canvas.h"

#include <stdbool.h>

/* Set up by qr_make(). Owns its modules. */
struct qr {
	unsigned char *modules; /* width * width, 1 is dark */
	int width;
};

/*
 * False if the text is empty or too long for any code (2,953 bytes), or vitae was built without
 * libqrencode; qr is then all zero.
 */
bool qr_make(struct qr *qr, struct text text);

/* True if vitae was built with libqrencode. */
bool qr_is_available(void);

/* The columns and rows that it needs on a canvas, with as little room around it as can be. */
void qr_size(const struct qr *qr, const struct canvas *canvas, int *columns, int *rows);

/*
 * Draws it in the middle of the rows from 0 up to rows, where it must fit; clears these first. It
 * gets the room around it that the standard asks for, where there is that much.
 */
void qr_draw(const struct qr *qr, struct canvas *canvas, int rows);

void qr_finish(struct qr *qr);

#endif
