/*
 * The places in a document where a text was found, in document order.
 * Knows nothing of windows, of what is open or of how places are shown.
 */
#ifndef VITAE_TUI_SEARCH_H
#define VITAE_TUI_SEARCH_H

#include "base/buffer.h"
#include "base/pattern.h"
#include "layout/layout.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of one of a block's texts, as layout_part() gives it. */
struct match {
	const struct block *block;
	uint8_t part; /* enum part */
	uint32_t start;
	uint32_t end;
};

/* All zero at first. Owns its text and matches; borrows the blocks. */
struct search {
	struct buffer text; /* what is searched for; empty if nothing is */
	unsigned options;   /* of the pattern */
	struct match *matches;
	size_t count;
	size_t capacity;
	size_t current; /* the match that the cursor is on, or count */
};

/*
 * Finds all places of a text in all blocks but those of hidden and what is in them; hidden is by
 * number and may be NULL. Parts are taken as that layout has them. No match is the current one.
 */
void search_run(struct search *search, const struct layout *layout, const bool *hidden,
	struct text text, unsigned options);

bool search_is_active(const struct search *search);

/* The first match at or behind a place in a block's text, or the count of matches. */
size_t search_from(const struct search *search, const struct block *block, size_t start);

/* The matches in one part of a block; stores how many there are. */
const struct match *search_in(
	const struct search *search, const struct block *block, enum part part, size_t *count);

/* Finds nothing from now on. */
void search_clear(struct search *search);

void search_finish(struct search *search);

#endif
