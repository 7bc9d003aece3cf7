/*
 * The links of a document, each once, by where they stand.
 * Knows nothing of widths or screens.
 */
#ifndef VITAE_DOC_LINKS_H
#define VITAE_DOC_LINKS_H

#include "doc/doc.h"

/* Where a link stands first. */
struct link_place {
	const struct block *block;
	const struct run *run; /* the first of its text */
};

struct link_places {
	struct link_place *items;
	size_t count;
};

/* The links of a block and of all in it, in document order. Lives in the arena. */
struct link_places links_find(
	const struct doc *doc, const struct block *block, struct arena *arena);

/*
 * The text of a link, whose first run is given and which may spread over several; stores the run
 * behind it, or NULL. Borrowed or in the arena.
 */
struct text links_text(const struct run *run, struct arena *arena, const struct run **after);

#endif
