/*
 * Lines and blocks as plain text: for pipes, files and the clipboard.
 * Knows nothing of where the text goes.
 */
#ifndef VITAE_LAYOUT_PLAIN_H
#define VITAE_LAYOUT_PLAIN_H

#include "base/buffer.h"
#include "layout/layout.h"

#include <stdbool.h>

/*
 * Adds what a span shows: its text without soft hyphens, which show only where a line breaks, and
 * there the layout has put a hyphen.
 */
void plain_add_text(struct buffer *buffer, struct text text);

/* Adds a line with blanks between its spans, and a newline. */
void plain_add_line(struct buffer *buffer, const struct line *line);

/*
 * Adds the lines of an open block without its children, below the blank lines that stand between it
 * and the one before, which may be NULL; a section in print is underlined. False if it has none.
 */
bool plain_add_lines(struct buffer *buffer, struct layout *layout, const struct block *before,
	const struct block *block);

/*
 * Adds a line such as "[1] https://example.org" for each address that has a number in a block and
 * all in it, in the order of the numbers.
 */
void plain_add_links(struct buffer *buffer, const struct doc *doc, const struct block *block);

/*
 * Adds a block and all in it as it is printed in width columns, but from the left edge on, and
 * below it the addresses of its links. With ascii set, the signs are ASCII; texts are as they are.
 */
void plain_add_block(struct buffer *buffer, const struct doc *doc, const struct block *block,
	int width, bool ascii);

#endif
