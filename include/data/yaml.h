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

/* What kept a document from being read. */
enum yaml_fault_kind {
	YAML_FAULT_NONE,
	YAML_FAULT_LIMIT,     /* there is too much of something, or nothing at all */
	YAML_FAULT_CHARACTER, /* bytes that are no UTF-8, or characters that YAML does not allow */
	YAML_FAULT_ESCAPE,    /* a backslash in double quotes that escapes nothing */
	YAML_FAULT_SYNTAX,    /* any other mistake in the way it is written */
};

/* Positions that are not known are 0. */
struct yaml_fault {
	enum yaml_fault_kind kind;
	struct position problem; /* where it was noticed */
	struct position context; /* where that began which was being read */
	struct position
		quote; /* where the quoted text began that was read last, or is not closed */
	bool in_flow;  /* between brackets or braces */
};

/*
 * Reads the first document of source. The tree and its text live in the arena; source is no
 * longer needed. Returns NULL with at least one error in the list if there is no such document.
 * Of a repeated key the last value counts, with a warning. Aliases are replaced by copies, and
 * merge keys (<<) by what they refer to: of equal keys the map's own one counts, then the first.
 */
struct node *yaml_read(struct text source, struct arena *arena, struct diagnostics *diagnostics);

/* The same; stores what failed, of which the last message in the list tells, too. */
struct node *yaml_read_or_fail(struct text source, struct arena *arena,
	struct diagnostics *diagnostics, struct yaml_fault *fault);

#endif
