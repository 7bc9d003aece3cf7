/*
 * The lines of a file as it was written, and the way from a position in it to its bytes and back.
 * Knows nothing of what the lines say. Lines end as YAML 1.1 has it: at LF, CR, CR LF, U+0085,
 * U+2028 and U+2029. Columns count characters, a malformed byte as one; a byte order mark at the
 * beginning counts for nothing.
 */
#ifndef VITAE_BASE_LINE_H
#define VITAE_BASE_LINE_H

#include "base/diagnostic.h"
#include "base/text.h"

#include <stddef.h>

/* Offset of the end of the line that holds the byte at start, in front of what ends it. */
size_t line_end(struct text source, size_t start);

/* Offset of the line behind, or the length if there is none. */
size_t line_next(struct text source, size_t start);

/* The bytes of a byte order mark that source begins with: 3 or 0. */
size_t line_mark(struct text source);

/* The position of the character that begins at offset. */
struct position line_position(struct text source, size_t offset);

/* A way through a file that is quick as long as it goes forward. */
struct line_walk {
	struct text source;
	struct text line; /* the one that the walk came to, without what ends it */
	size_t start;     /* offset of that line */
	size_t offset;
	struct position position;
};

void line_walk_init(struct line_walk *walk, struct text source);

/*
 * Goes to the character at position, or to the end of its line if that is shorter, or of the file;
 * returns its offset. A position before that of the last call takes the way from the beginning.
 */
size_t line_walk_to(struct line_walk *walk, struct position position);

#endif
