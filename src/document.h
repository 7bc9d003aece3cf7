/*
 * The file that is shown, read as often as it changes.
 * Knows nothing of how it is shown.
 */
#ifndef VITAE_DOCUMENT_H
#define VITAE_DOCUMENT_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "doc/doc.h"
#include "load.h"

#include <stdbool.h>
#include <sys/stat.h>

/* One reading of the file. */
struct version {
	struct arena arena;
	struct diagnostics diagnostics; /* sorted */
	struct doc doc;                 /* if it could be read */
	const struct node *root;        /* the same, in vitae's own names */
};

/* How it is read, each time. */
struct document_settings {
	const struct dialect *dialect; /* what it is read as, or NULL for what it looks like */
	struct selection selection;    /* what of it is shown */
	bool ascii;                    /* spelled in ASCII */
};

/* Set up by document_open(). Owns its versions. */
struct document {
	const char *file; /* its name, or "-" for standard input; borrowed */
	struct document_settings settings;
	struct version versions[2];
	int current;      /* the version that is shown */
	struct stat read; /* what the file was when it was first read */
};

/* Reads the file for the first time. */
enum load_result document_open(
	struct document *document, const char *file, struct document_settings settings);

const struct doc *document_doc(const struct document *document);

/* What it says, in vitae's own names. */
const struct node *document_root(const struct document *document);

bool document_is_standard_input(const struct document *document);

/* Prints what was found in the version that is shown, or could not be, to standard error. */
void document_print_messages(const struct document *document);

/* True if one of these is an error: the file was read as it must have been meant. */
bool document_has_error(const struct document *document);

/* The first of these messages in a line, and how many more there are; empty if there are none. */
struct text document_summary(struct document *document);

/*
 * For struct viewer_source, with the document as context: reads the file again, and spells it in
 * ASCII from now on.
 */
const struct doc *document_load(void *document, struct text *message);
void document_spell_ascii(void *document);

void document_finish(struct document *document);

#endif
