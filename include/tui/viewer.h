/*
 * The interactive viewer: the loop that reads keys and signals and does what they ask for.
 * Knows nothing of résumés or files.
 */
#ifndef VITAE_TUI_VIEWER_H
#define VITAE_TUI_VIEWER_H

#include "doc/doc.h"
#include "tui/keymap.h"

struct viewer_settings {
	int input;           /* the terminal to read keys from */
	int level;           /* as for view_init() */
	struct text message; /* to show at first; may be empty */
	const struct keymap *keymap;
};

enum {
	VIEWER_NO_TERMINAL = -1, /* the terminal cannot be drawn on; nothing was written */
};

/*
 * Shows a document on the terminal until the reader quits. Returns an exit status, which is 128
 * and the signal's number if one ended it, or VIEWER_NO_TERMINAL. Does not return when the
 * terminal is gone.
 */
int viewer_run(const struct doc *doc, const struct viewer_settings *settings);

#endif
