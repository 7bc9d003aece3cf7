/*
 * A part of a résumé: some of its sections, and what of it is not private.
 * Knows nothing of who asks for it, or why.
 */
#ifndef VITAE_RESUME_SELECT_H
#define VITAE_RESUME_SELECT_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"

#include <stdbool.h>

/* In meta.private: more than anybody writes would take long to follow through a large file. */
enum { SELECT_PATHS_MOST = 256 };

struct selection {
	const char *sections; /* keys or titles with commas between, or NULL for all */
	bool is_public;       /* without what meta.private names */
};

enum select_result {
	SELECT_GOOD,
	SELECT_BAD_CONTENT, /* meta.private is no list of texts, or a very long one */
	SELECT_NO_SECTION,  /* one that is asked for is not there */
};

/*
 * Takes out of a tree in vitae's own names what is not selected, in place; meta stays, but for what
 * it says of sections that went, and for meta.private in what is public. A path of meta.private is
 * keys with dots between, such as basics.phone; where it goes through a list, it is for each of its
 * items, and a text on its way is left out whole. Unless the result is good, the list has an error.
 */
enum select_result select_part(struct node *root, const struct selection *selection,
	struct arena *arena, struct diagnostics *diagnostics);

/* A name in a path that stands for nothing. */
struct path_slip {
	struct text name;
	const struct node *within; /* what was looked through */
};

/*
 * Finds the first name in a path of meta.private that the tree does not have, and that no field or
 * section is called by either. False if there is none.
 */
bool select_find_slip(struct node *root, struct text path, struct path_slip *slip);

#endif
