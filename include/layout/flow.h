/*
 * The lines of a whole document of which parts are closed, one below the other.
 * Knows nothing of windows or cursors.
 *
 * Each block is laid out at most twice for a width, open and closed, when it is first seen;
 * folding only puts lines together anew.
 */
#ifndef VITAE_LAYOUT_FLOW_H
#define VITAE_LAYOUT_FLOW_H

#include "base/arena.h"
#include "layout/layout.h"

#include <stdbool.h>
#include <stddef.h>

/* Caller-allocated by flow_init(). Borrows the document. */
struct flow {
	const struct doc *doc;
	struct layout layout;
	struct arena arena;
	struct flow_block *blocks; /* by number */
	const struct line **lines; /* from top to bottom; those of blank lines have no spans */
	size_t count;
	size_t capacity;
	unsigned generation; /* changes whenever lines of before become invalid */
};

void flow_init(struct flow *flow, const struct doc *doc);

/* Lays out anew for other settings; call flow_update() then. */
void flow_set(struct flow *flow, struct layout_settings settings);

/*
 * Puts together the lines when the blocks of these numbers are open. Those of hidden are left out
 * with all that is in them; it may be NULL.
 */
void flow_update(struct flow *flow, const bool *open, const bool *hidden);

/* Where the first line of a block is, or the count of lines if it has none or is hidden. */
size_t flow_find(const struct flow *flow, const struct block *block);

/* The line that shows the given byte of a block's text, or as flow_find(). */
size_t flow_find_place(const struct flow *flow, const struct block *block, size_t start);

void flow_finish(struct flow *flow);

#endif
