/*
 * YAML 1.1 (and so JSON, nearly) into a tree of nodes.
 * The only module that knows libyaml. Knows nothing of what the keys mean.
 */
#ifndef VITAE_DATA_YAML_H
#define VITAE_DATA_YAML_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/text.h"
#include "data/node.h"

/* What a file may ask for; more is an error. */
enum {
	YAML_DEPTH_MOST = 64,             /* nested lists and maps */
	YAML_NODES_MOST = 1000000,        /* values, those behind aliases counted each time */
	YAML_ALIASED_NODES_MOST = 100000, /* values that come from aliases */
	YAML_ANCHORS_MOST = 1000,
};

/*
 * Reads the first document of source. The tree and its text live in the arena; source is no
 * longer needed. Returns NULL with at least one error in the list if there is no such document.
 * Of a repeated key the last value counts, with a warning. Aliases are replaced by copies.
 */
struct node *yaml_read(struct text source, struct arena *arena, struct diagnostics *diagnostics);

#endif
