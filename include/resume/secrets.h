/*
 * What meta.private keeps from strangers. A path there is keys with dots between, such as
 * basics.phone; where it goes through a list, it is for each of its items, and a text on its way is
 * left out whole. Keys are those of the file or vitae's own, or any name for the same thing: so it
 * is done before a tree is brought to vitae's names, and again after that.
 * Knows nothing of who asks for it, or why.
 */
#ifndef VITAE_RESUME_SECRETS_H
#define VITAE_RESUME_SECRETS_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"
#include "resume/schema.h"

#include <stdbool.h>

/* A name in a path that stands for nothing. */
struct path_slip {
	struct text name;
	const struct node *within; /* what was looked through */
};

/* The section that a name is for, by whatever name of it; neither if it is no known one. */
struct meaning {
	const struct section *row;
	bool is_header;
};

/* More than anybody writes would take long to follow through a large file. */
enum { SECRETS_MOST = 256 };

struct secret {
	struct text path; /* of the tree that it was read from */
	struct position position;
	struct meaning meaning; /* of its first name */
	bool is_found;          /* it led somewhere */
	struct path_slip slip;  /* else why not, in the tree looked through last */
};

struct secrets {
	struct secret *items; /* in an arena */
	size_t count;
};

/*
 * Reads the paths of a tree, whatever its schema; none is good, too. False, with an error in the
 * list, if nobody can know what is private.
 */
bool secrets_read(struct secrets *secrets, struct node *root, struct arena *arena,
	struct diagnostics *diagnostics);

/* Takes out what they lead to in the tree that they were read from, in place. */
void secrets_remove_as_written(const struct secrets *secrets, struct node *root);

/*
 * The same in a tree in vitae's own names, and meta.private itself. False, with an error in the
 * list, if a path leads nowhere in either tree: what it was meant for would be seen.
 */
bool secrets_remove(
	const struct secrets *secrets, struct node *root, struct diagnostics *diagnostics);

/*
 * Finds the first name in a path of meta.private that the tree does not have, and that no field or
 * section is called by either. False if there is none.
 */
bool secrets_find_slip(struct node *root, struct text path, struct path_slip *slip);

#endif
