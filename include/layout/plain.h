/*
 * Lines and blocks as plain text: for pipes, files and the clipboard.
 * Knows nothing of where the text goes.
 */
#ifndef VITAE_LAYOUT_PLAIN_H
#define VITAE_LAYOUT_PLAIN_H

#include "base/buffer.h"
#include "layout/layout.h"
#include "layout/print.h"

#include <stdbool.h>

/*
 * Adds what a span shows: its text without soft hyphens, which show only where a line breaks, and
 * there the layout has put a hyphen.
 */
void plain_add_text(struct buffer *buffer, struct text text);

/* Adds a line with blanks between its spans, and a newline. */
void plain_add_line(struct buffer *buffer, const struct line *line);

/* A pen that writes lines so. */
struct pen plain_pen(void);

/*
 * Adds a block and all in it as it is printed in width columns, but from the left edge on, and
 * below it the addresses of its links. With ascii set, the signs are ASCII; texts are as they are.
 */
void plain_add_block(struct buffer *buffer, const struct doc *doc, const struct block *block,
	int width, bool ascii);

#endif
