/*
 * The résumé as a conversation: plain lines and one prompt, for screen readers and for terminals
 * that cannot move their cursor.
 * Knows nothing of curses, résumés or files.
 */
#ifndef VITAE_TUI_LINEAR_H
#define VITAE_TUI_LINEAR_H

#include "doc/doc.h"

#include <stdbool.h>
#include <stdio.h>

struct linear_settings {
	int width;   /* columns to wrap at */
	bool ascii;  /* the document was spelled in ASCII; so are the signs around it */
	FILE *input; /* lines in UTF-8; of longer ones only the first 1,024 bytes count */
	FILE *output;
};

/*
 * Talks until the reader quits or the input ends. False if something could not be written; errno
 * then tells why.
 */
bool linear_run(const struct doc *doc, const struct linear_settings *settings);

#endif
