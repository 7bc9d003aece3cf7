/*
 * The document shown to a reader who answers: in the viewer, or line by line.
 */
#ifndef VITAE_INTERACT_H
#define VITAE_INTERACT_H

#include "document.h"
#include "options.h"

/*
 * Opens the viewer, at a block of the document if that is not NULL. Returns an exit status, or
 * VIEWER_NO_TERMINAL if there is no terminal to draw on or no keyboard; then nothing was written.
 */
int interact_view(
	struct document *document, const struct options *options, const struct block *start);

/* Talks to the reader line by line. Returns an exit status. */
int interact_linear(struct document *document, const struct options *options);

/* Prints all keys, with what the reader's configuration says. Returns an exit status. */
int interact_list_keys(void);

#endif
