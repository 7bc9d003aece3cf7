/*
 * A file as a document: the way from bytes up through the layers, in one place.
 */
#ifndef VITAE_LOAD_H
#define VITAE_LOAD_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "doc/doc.h"

enum load_result {
	LOAD_GOOD,        /* perhaps with warnings */
	LOAD_BAD_CONTENT, /* the file was read but says nothing that can be shown */
	LOAD_UNREADABLE,  /* the file could not be read */
};

/*
 * Reads a résumé from path ("-" for standard input) into doc, which then lives in the arena.
 * Unless the result is good, doc is not set and the list has an error.
 */
enum load_result load_file(
	const char *path, struct arena *arena, struct diagnostics *diagnostics, struct doc *doc);

/* As load_file() for bytes that were read already. */
enum load_result load_bytes(
	struct text bytes, struct arena *arena, struct diagnostics *diagnostics, struct doc *doc);

#endif
