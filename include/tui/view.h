/*
 * The state of the viewer: what is open, where the cursor is, what the window shows of it. Pure.
 * Knows nothing of curses, of keys or of what the document is about.
 */
#ifndef VITAE_TUI_VIEW_H
#define VITAE_TUI_VIEW_H

#include "doc/doc.h"
#include "layout/flow.h"
#include "tui/action.h"
#include "tui/keys.h"
#include "tui/search.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is left to do after an action, as bits. */
enum effect {
	EFFECT_NONE = 0,
	EFFECT_DRAW = 1 << 0,   /* what the view shows has changed */
	EFFECT_FOLLOW = 1 << 1, /* open the link view_link() */
	EFFECT_COPY = 1 << 2,   /* give the link, or else the entry, to the clipboard */
	EFFECT_CODE = 1 << 3,   /* show the link as a QR code */
	EFFECT_HELP = 1 << 4,   /* show the help, or leave it */
	EFFECT_LINKS = 1 << 5,  /* show all links, or leave that */
	EFFECT_SEARCH = 1 << 6, /* ask for what to search for */
	EFFECT_FILTER = 1 << 7,
	EFFECT_COMMAND = 1 << 8,
	EFFECT_CANCEL = 1 << 9, /* leave what is shown, unless it is the document */
	EFFECT_QUIT = 1 << 10,
	EFFECT_REDRAW = 1 << 11, /* draw everything anew: the screen may hold anything */
	EFFECT_SUSPEND = 1 << 12,
	EFFECT_EDIT = 1 << 13,
	EFFECT_RELOAD = 1 << 14,
	EFFECT_THEME = 1 << 15,
	EFFECT_MOUSE = 1 << 16,
};

/* What is shown, and so what some keys mean. */
enum view_kind {
	VIEW_DOCUMENT,
	VIEW_HELP,
	VIEW_LINKS, /* numbers open links */
};

/* Where the reader is, in terms that survive another layout. */
struct place {
	const struct block *block; /* or NULL: nowhere */
	size_t start;              /* in bytes of the block's text */
	size_t row;                /* of the window */
};

enum {
	VIEW_MARKS = 53, /* the letters, and where the last jump began */
	HINT_LETTERS_MOST = 2,
	HINTS_MOST = 400,
};

/* A label that lies on a link or on a term, to be typed. */
struct hint {
	size_t line;
	int column;
	char label[HINT_LETTERS_MOST + 1];
	uint32_t link;
	struct text term;
};

struct hints {
	struct hint *items; /* NULL if none are shown; owned */
	size_t count;
	char typed[HINT_LETTERS_MOST + 1];
};

/* A text, and how it is looked for. */
struct sought {
	struct buffer text; /* empty for none */
	unsigned options;   /* of the pattern */
};

/* What entries have to hold to be shown. */
struct filter {
	struct sought sought;
	bool is_evidence;    /* of entries, only what mentions it is shown */
	struct place origin; /* where evidence was asked for */
	bool *hidden;        /* by the number of the block; NULL without a filter */
	bool *open_before;   /* by the number: what was open without it; or NULL */
	size_t count;        /* of entries that hold it */
};

struct view_settings {
	enum view_kind kind;
	int level; /* as asked for, or 0 to open what fits */
	int rows;  /* of the window, the status line included */
	int columns;
	bool ascii; /* signs are ASCII, and so is the document */
};

/* Set up by view_init(). Borrows the document. */
struct view {
	const struct doc *doc;
	enum view_kind kind;
	struct flow flow;
	bool *open;     /* by the number of the block: as shown */
	bool *kept;     /* as the reader left it: a search opens more while it lasts */
	unsigned folds; /* changes whenever what is shown open, or hidden, does */
	int level;
	int rows;
	int columns;
	bool ascii;
	size_t top;     /* the first line in the window */
	size_t cursor;  /* the line that the cursor is on */
	uint32_t focus; /* the link that was stepped to on that line, or 0 */
	struct search search;
	struct filter filter;
	struct place origin;         /* where the reader was when a question began */
	struct sought before;        /* what was searched for then */
	struct filter filter_before; /* what was shown then: only what it takes to filter again */
	struct sought last;          /* what was searched for when a search last ended */
	struct hints hints;
	struct arena hint_arena;
	unsigned looks; /* changes whenever matches or hints do */
	struct place marks[VIEW_MARKS];
	struct arena message_arena;
	struct text message; /* shown instead of the place until the next action */
};

/*
 * A view of a document in a window of that size, both at least 1. With level 0 everything is
 * closed but the header, and as many sections as leave every section's heading in the window;
 * with 1 every section is closed, with 2 open, with 3 everything is open.
 */
void view_init(struct view *view, const struct doc *doc, struct view_settings settings);

/* Another size of the window; folds and the place are kept. */
void view_resize(struct view *view, int rows, int columns);

/*
 * Another version of the document, which may be the same one with other text: folds, marks, search
 * and place go to the blocks of the same ids. The version before must still be there.
 */
void view_replace(struct view *view, const struct doc *doc, bool ascii);

/* Does what was asked for. Returns effects. */
unsigned view_apply(struct view *view, struct command_key command);

/* Shows a message until the next action. The text is copied. */
void view_tell(struct view *view, struct text message);

/* Goes to a block, at the top of the window, opening it and what it is in. */
void view_go_to(struct view *view, const struct block *block);

/* The link under the cursor, or 0: the one stepped to, else the first on its line. */
uint32_t view_link(const struct view *view);

/* Puts the cursor on a link that is in what is open; false if it is not. */
bool view_go_to_link(struct view *view, uint32_t link);

/* What ACTION_TOGGLE would open or close if the cursor were not on a link, or NULL. */
const struct block *view_foldable(const struct view *view);

/* The block that the cursor's line shows, or NULL. */
const struct block *view_block(const struct view *view);

/*
 * The skill, tool or keyword of the cursor's line: the one stepped to, else the only one, else
 * empty. In the arena.
 */
struct text view_term(const struct view *view, struct arena *arena);

/*
 * A question begins, about what to search for or to filter by; what comes of the answer until it
 * is accepted can be taken back.
 */
void view_begin(struct view *view);

/*
 * Searching as the reader types: the cursor goes to the first match from where it was when the
 * question began. Cancelling puts all back as it was.
 */
void view_search_set(struct view *view, struct text text);
void view_search_accept(struct view *view);
void view_search_cancel(struct view *view);

/* Back to where it began, with nothing searched for but by view_search_repeat() and n. */
void view_search_fail(struct view *view);

/* True if what is marked is what the filter is about. */
bool view_searches_for_filter(const struct view *view);

/* Goes to the next match of a text, which was searched for before. */
void view_search_repeat(struct view *view, struct text text);

/*
 * Shows only entries that hold a text; false, with everything shown, if there is none. Folds are
 * given back by view_filter_end(); cancelling puts the filter of before back.
 */
bool view_filter_set(struct view *view, struct text text);
void view_filter_accept(struct view *view);
void view_filter_cancel(struct view *view);
void view_filter_end(struct view *view);

/* Shows only where else a skill or tool is mentioned, and says so. */
void view_show_evidence(struct view *view, struct text term);

/* A letter while hints are shown. Returns effects. */
unsigned view_hint_key(struct view *view, uint32_t input);

/* A click into the window, at a row and column counted from 0. Returns effects. */
unsigned view_click(struct view *view, int row, int column);

/* Rows of the window that show the document: all but the status line, if there is room for one. */
int view_text_rows(const struct view *view);

/* How far down the window's last line is in the document: 0 to 100. */
int view_percent(const struct view *view);

void view_finish(struct view *view);

#endif
