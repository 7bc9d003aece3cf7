/*
 * A line of a file with a caret under one of its characters, for a terminal.
 * Knows nothing of messages or colours.
 */
#ifndef VITAE_BASE_EXCERPT_H
#define VITAE_BASE_EXCERPT_H

#include "base/arena.h"
#include "base/line.h"

/* Both without a line end. */
struct excerpt {
	struct text line;
	int indent; /* columns in front of the caret */
};

/*
 * The line of that position, in the arena: tabs are blanks, other control characters and malformed
 * bytes U+FFFD, and of a line wider than width only what is around the position is left. Empty if
 * the file has no such line. width is at least 10; that of a cluster needs a UTF-8 LC_CTYPE.
 */
struct excerpt excerpt_make(
	struct line_walk *walk, struct position position, int width, struct arena *arena);

#endif
