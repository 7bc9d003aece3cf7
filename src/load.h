/*
 * A file as a document: the way from bytes up through the layers, in one place.
 */
#ifndef VITAE_LOAD_H
#define VITAE_LOAD_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "doc/doc.h"
#include "resume/dialect.h"
#include "resume/select.h"

enum load_result {
	LOAD_GOOD,        /* perhaps with warnings */
	LOAD_BAD_CONTENT, /* the file was read but says nothing that can be shown */
	LOAD_UNREADABLE,  /* the file could not be read, or lacks a section that is asked for */
};

/* What is to be loaded, and what came of it. */
struct load {
	const struct dialect
		*dialect;           /* the schema of the file, or NULL for the one it looks like */
	struct selection selection; /* what of it is asked for */
	struct arena *arena;        /* for all that comes of it */
	struct diagnostics *diagnostics;
	struct doc *doc;         /* to be set up; not if the result is not good */
	const struct node *root; /* what the file says, in vitae's own names; set if it is good */
};

/* Reads a résumé from path ("-" for standard input). Unless it is good, the list has an error. */
enum load_result load_file(struct load *load, const char *path);

/* As load_file() for bytes that were read already. */
enum load_result load_bytes(struct load *load, struct text bytes);

#endif
