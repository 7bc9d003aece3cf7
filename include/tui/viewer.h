/*
 * The interactive viewer: the loop that reads keys and signals and does what they ask for.
 * Knows nothing of résumés or of how files are read.
 */
#ifndef VITAE_TUI_VIEWER_H
#define VITAE_TUI_VIEWER_H

#include "doc/doc.h"
#include "tui/keymap.h"
#include "tui/looks.h"

#include <sys/stat.h>

/* Where the document comes from. All functions get the context. */
struct viewer_source {
	const char *path;        /* the file, to be watched and edited; NULL if there is none */
	const struct stat *read; /* what it was when it was read */
	void *context;
	/*
	 * Reads the file again. NULL if it cannot be shown; either way message is set to what is
	 * to be said of it, which may be nothing. A document lives until the call after the next.
	 */
	const struct doc *(*load)(void *context, struct text *message);
	/* Spells the document that is shown in ASCII, and all that are loaded later. */
	void (*spell_ascii)(void *context);
};

struct viewer_settings {
	struct viewer_source source;
	const struct keymap *keymap;
	int input;                 /* the terminal to read keys from */
	int level;                 /* as for view_init() */
	const struct block *start; /* where to go first; NULL: where reading begins */
	struct text message;       /* to show at first; may be empty */
	enum choice hyperlinks;
	enum choice color;
	enum theme theme;
	bool ascii;    /* the document is spelled in ASCII */
	bool is_kiosk; /* the reader is a stranger: nothing of this machine is opened or started */
	int idle;      /* seconds without a key after which it ends, or 0 for never */
	bool (*enclose)(void); /* called once the terminal is open, or NULL; false: show nothing */
};

/* What viewer_run() returns besides exit statuses. */
enum {
	VIEWER_NO_TERMINAL = -1,  /* the terminal cannot be drawn on; nothing was written */
	VIEWER_IDLE = -2,         /* no key came for too long */
	VIEWER_NOT_ENCLOSED = -3, /* it could not be enclosed */
};

/*
 * Shows a document on the terminal until the reader quits. Returns an exit status, which is 128
 * and the signal's number if one ended it, or one of the above. Does not return when the terminal
 * is gone.
 */
int viewer_run(const struct doc *doc, const struct viewer_settings *settings);

#endif
