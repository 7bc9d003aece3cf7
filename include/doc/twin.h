/*
 * Finding blocks by their ids, also those of another version of the same document.
 * Knows nothing of files or screens.
 */
#ifndef VITAE_DOC_TWIN_H
#define VITAE_DOC_TWIN_H

#include "base/text_map.h"
#include "doc/doc.h"

/* The blocks of a document by id. Set up by doc_index_init(); borrows the document. */
struct doc_index {
	const struct doc *doc;
	struct text_map blocks;
};

void doc_index_init(struct doc_index *index, const struct doc *doc);

/* The block of an id, or NULL. */
const struct block *doc_index_find(const struct doc_index *index, struct text id);

/*
 * The block that a block of another version, whose ids are made, corresponds to: the one of the
 * same id; for blocks without one, the one that comes as far behind the heading that has one, else
 * that heading; and if the id is gone, what corresponds to the block that it was in. Or NULL.
 */
const struct block *doc_index_twin(const struct doc_index *index, const struct block *block);

void doc_index_finish(struct doc_index *index);

/*
 * The block that a reader means by a name: the one of that id; else the only one whose id ends
 * with a dot and the name, as in "amazon" for "work.amazon". Capitals do not matter. Or NULL.
 */
const struct block *doc_find(const struct doc *doc, struct text name);

#endif
