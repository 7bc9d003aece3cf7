/*
 * Blocks as they are printed, by whoever writes their lines: plain or with escapes.
 * Knows nothing of where it goes.
 */
#ifndef VITAE_LAYOUT_PRINT_H
#define VITAE_LAYOUT_PRINT_H

#include "base/buffer.h"
#include "layout/layout.h"

#include <stdbool.h>

/* Writes lines: the first member of what knows how. */
struct pen {
	/* Adds a line that has spans, with blanks between them, and a newline. */
	void (*add_line)(struct pen *pen, struct buffer *buffer, const struct line *line);
};

/*
 * Adds the lines of an open block without its children, below the blank lines that stand between it
 * and the one before, which may be NULL; a section in print is underlined. False if it has none.
 */
bool print_block(struct pen *pen, struct buffer *buffer, struct layout *layout,
	const struct block *before, const struct block *block);

/* Adds a title as that of a section is printed, from the left edge on; a blank line follows. */
void print_title(struct pen *pen, struct buffer *buffer, struct text title);

/*
 * Adds a line such as "[1] https://example.org" for each address that has a number in a block and
 * all in it, in the order of the numbers.
 */
void print_links(
	struct pen *pen, struct buffer *buffer, const struct doc *doc, const struct block *block);

#endif
