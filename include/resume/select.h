/*
 * A part of a résumé: some of its sections, and what of it is not private.
 * Knows nothing of who asks for it, or why.
 */
#ifndef VITAE_RESUME_SELECT_H
#define VITAE_RESUME_SELECT_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"
#include "resume/secrets.h"

#include <stdbool.h>

struct selection {
	const char *sections;          /* keys or titles with commas between, or NULL for all */
	bool is_public;                /* without what meta.private names */
	const struct secrets *secrets; /* that, as the file had it; NULL to read it from the tree */
};

enum select_result {
	SELECT_GOOD,
	SELECT_BAD_CONTENT, /* nobody knows what is private, see resume/secrets.h */
	SELECT_NO_SECTION,  /* one that is asked for is not there */
};

/*
 * Takes out of a tree in vitae's own names what is not selected, in place; meta stays, but for what
 * it says of sections that went, and for meta.private in what is public. Unless the result is good,
 * the list has an error.
 */
enum select_result select_part(struct node *root, const struct selection *selection,
	struct arena *arena, struct diagnostics *diagnostics);

#endif
