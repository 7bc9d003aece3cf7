/*
 * The neutral tree that a file is read into: scalars, lists and maps with their positions.
 * Knows nothing of YAML's syntax or of what the keys mean.
 */
#ifndef VITAE_DATA_NODE_H
#define VITAE_DATA_NODE_H

#include "base/diagnostic.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

enum node_kind {
	NODE_SCALAR,
	NODE_LIST,
	NODE_MAP,
};

/* Lives in an arena with all that it points to. Every scalar is text: `no` is "no". */
struct node {
	enum node_kind kind;
	bool plain;               /* a scalar written without quotes */
	bool is_repeated;         /* took the place of what the map had at the same key */
	struct position position; /* of the value */
	struct position end;      /* of a scalar, behind its last character; else not known */
	struct position key_position;
	struct text key;    /* in a map, else empty; cleaned */
	struct text text;   /* of a scalar; cleaned, see unicode_clean() */
	struct node *first; /* of a list or map, in the order of the file */
	struct node *last;
	struct node *next;
	size_t count; /* children */
};

/* The value at key, or NULL: also for NULL and for what is not a map. */
const struct node *node_get(const struct node *map, const char *key);

/* True for NULL, a plain empty scalar, `~` and `null`, and for lists and maps that hold only these.
 */
bool node_is_empty(const struct node *node);

/* True for a list that holds nothing but texts. */
bool node_is_list_of_texts(const struct node *node);

/* The text of a scalar without blanks around it; empty for anything else. */
struct text node_text(const struct node *node);

/* Adds a child at the end. The child must not be in another list or map. */
void node_append(struct node *parent, struct node *child);

#endif
