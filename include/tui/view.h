/*
 * The state of the viewer: what is open, where the cursor is, what the window shows of it. Pure.
 * Knows nothing of curses, of keys or of what the document is about.
 */
#ifndef VITAE_TUI_VIEW_H
#define VITAE_TUI_VIEW_H

#include "doc/doc.h"
#include "layout/flow.h"
#include "tui/action.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is left to do after an action, as bits. */
enum effect {
	EFFECT_NONE = 0,
	EFFECT_DRAW = 1 << 0,   /* what the view shows has changed */
	EFFECT_FOLLOW = 1 << 1, /* open the link view_link() */
	EFFECT_HELP = 1 << 2,   /* show the help, or leave it */
	EFFECT_CANCEL = 1 << 3, /* leave the help, if it is what is shown */
	EFFECT_QUIT = 1 << 4,
	EFFECT_REDRAW = 1 << 5, /* draw everything anew: the screen may hold anything */
	EFFECT_SUSPEND = 1 << 6,
};

/* Set up by view_init(). Borrows the document. */
struct view {
	const struct doc *doc;
	struct flow flow;
	bool *open;     /* by the number of the block */
	unsigned folds; /* changes whenever one of those does */
	bool is_help;   /* leaving it leads back to what was shown before */
	int level;      /* as asked for, or 0 to open what fits */
	int rows;       /* of the window, the status line included */
	int columns;
	size_t top;     /* the first line in the window */
	size_t cursor;  /* the line that the cursor is on */
	uint32_t focus; /* the link that was stepped to on that line, or 0 */
	struct arena message_arena;
	struct text message; /* shown instead of the place until the next action */
};

/*
 * A view of a document in a window of that size, both at least 1. With level 0 everything is
 * closed but the header, and as many sections as leave every section's heading in the window;
 * with 1 every section is closed, with 2 open, with 3 everything is open.
 */
void view_init(struct view *view, const struct doc *doc, int level, int rows, int columns);

/* Another size of the window; folds and the place are kept. */
void view_resize(struct view *view, int rows, int columns);

/* Does an action; argument is the digit of ACTION_SECTION. Returns effects. */
unsigned view_apply(struct view *view, enum action action, int argument);

/* Shows a message until the next action. The text is copied. */
void view_tell(struct view *view, struct text message);

/* The link under the cursor, or 0: the one stepped to, else the first on its line. */
uint32_t view_link(const struct view *view);

/* What ACTION_TOGGLE would open or close if the cursor were not on a link, or NULL. */
const struct block *view_foldable(const struct view *view);

/* Rows of the window that show the document: all but the status line, if there is room for one. */
int view_text_rows(const struct view *view);

/* How far down the window's last line is in the document: 0 to 100. */
int view_percent(const struct view *view);

void view_finish(struct view *view);

#endif
