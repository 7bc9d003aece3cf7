/*
 * The schemas that résumés are written in: each is brought to vitae's own names before it is read.
 * Knows nothing of file syntax, and nothing above knows of them.
 */
#ifndef VITAE_RESUME_DIALECT_H
#define VITAE_RESUME_DIALECT_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"

#include <stdbool.h>

/* What an dialect needs to rewrite a tree. */
struct rewriting {
	struct arena *arena;             /* of the tree */
	struct diagnostics *diagnostics; /* for notes on what was read as something else, or NULL */
	bool is_own;                     /* the names of the dialect are vitae's */
};

struct dialect {
	const char *name; /* for --from */
	const char *description;
	bool own; /* its names are vitae's: other names are worth a note */
	/* True if a file looks like it, by the shape of its root. The last of all always fits. */
	bool (*fits)(const struct node *root);
	/*
	 * Brings what is peculiar to the schema to vitae's own shape, in place; returns the new
	 * root. Other names for the same thing may stay: they are replaced for all dialects alike.
	 */
	struct node *(*rewrite)(struct node *root, struct rewriting *rewriting);
};

/* Ends with a NULL name; in the order in which they are tried. */
extern const struct dialect dialects[];

/* The dialect of that name, or NULL. */
const struct dialect *dialect_find(const char *name);

/* The dialect that a file looks like. */
const struct dialect *dialect_recognise(const struct node *root);

/*
 * Brings a tree to vitae's own names and shapes, in place: what the table of sections and fields
 * knows under another name gets its own; what it does not know stays. The dialect is what the file
 * is read as. Returns the root. Notes are added to the list unless it is NULL.
 */
struct node *dialect_to_native(const struct dialect *dialect, struct node *root,
	struct arena *arena, struct diagnostics *diagnostics);

#endif
