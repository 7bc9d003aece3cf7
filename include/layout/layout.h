/*
 * Blocks of a document as lines of a width.
 * Knows nothing of résumés, of what is drawn or of keys; which blocks are open it is told.
 */
#ifndef VITAE_LAYOUT_LAYOUT_H
#define VITAE_LAYOUT_LAYOUT_H

#include "base/arena.h"
#include "doc/doc.h"
#include "layout/glyphs.h"
#include "layout/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/* What is laid out for: the two differ in more than one can sensibly choose apart. */
enum medium {
	MEDIUM_SCREEN, /* an outline: fold markers, a gutter for the cursor, contacts on one line */
	MEDIUM_PRINT,  /* read from top to bottom: numbered links, contacts one below the other */
};

struct layout_settings {
	enum medium medium;
	int width;    /* columns, at least 1 */
	bool compact; /* no blank lines and no rules, for windows of few lines */
	bool ascii;   /* signs are ASCII */
};

enum {
	LAYOUT_GUTTER = 2, /* columns left free at the left of a screen, for the cursor */
};

struct line {
	const struct block *block;
	struct span *spans; /* from left to right; blank lines have none */
	size_t span_count;
	size_t start; /* where in the block's text it begins, in bytes: a place that survives
			 re-wrapping */
};

/* Columns up to the end of its last span. */
int line_width(const struct line *line);

struct lines {
	struct line *items;
	size_t count;
};

/* Caller-allocated by layout_init(). Borrows all that it is given. */
struct layout {
	const struct doc *doc;
	struct layout_settings settings;
	const struct glyphs *glyphs;
	const struct block *top; /* stands at the left edge; the document if NULL, as at first */
	struct arena *arena;     /* where lines go */
	int section_width;       /* columns of the longest section title, within reason */
	const struct block *labels_of; /* the parent that label_width was measured for */
	int label_width;
};

void layout_init(struct layout *layout, const struct doc *doc, struct layout_settings settings,
	struct arena *arena);

/*
 * The lines of one block, without its children; of an open block if open is set, else of a
 * closed one. There may be none. Lines borrow the document's text.
 */
struct lines layout_block(struct layout *layout, const struct block *block, bool open);

/* The block to lay out after this one, or NULL: what is in it, if open, else what follows it. */
const struct block *layout_next(const struct layout *layout, const struct block *block, bool open);

/* One of a block's texts as it was composed; that of PART_NONE is the same as of PART_TEXT. */
const struct runs *layout_runs(const struct block *block, enum part part);

/*
 * One of a block's texts as it is laid out: what the reader sees of it, line ends apart, and what
 * struct span counts in. Empty for what is shown with another block, as contacts on a screen are
 * with theirs. In the layout's arena or borrowed.
 */
struct text layout_part(struct layout *layout, const struct block *block, enum part part);

/*
 * How many blank lines stand between a block and the one laid out before it, which may be NULL.
 */
int layout_gap(struct layout *layout, const struct block *before, const struct block *block);

#endif
