/*
 * The terminal as a canvas and a source of keys.
 * The only module that knows curses. Knows nothing of documents.
 */
#ifndef VITAE_TUI_SCREEN_H
#define VITAE_TUI_SCREEN_H

#include "tui/canvas.h"
#include "tui/input.h"
#include "tui/looks.h"

#include <stdbool.h>
#include <stdint.h>

/* There is one terminal, so there is one of these at a time. */
struct screen;

enum {
	/* What screen_read() returns besides keys. */
	SCREEN_NO_KEY = INPUT_NONE,
	SCREEN_PASTED = 0x200000, /* see screen_pasted() */
	SCREEN_CLICKED,           /* see screen_click() */
	SCREEN_LEARNED, /* the terminal told what it is: its colours or canvas->ascii changed */
};

/* What a number of a link leads to: an address that url_make_safe() has passed, or NULL. */
typedef const char *(*screen_address)(void *context, uint32_t link);

struct screen_settings {
	int input;              /* the descriptor to read keys from */
	enum choice hyperlinks; /* OSC 8 */
	enum choice color;
	enum theme theme;
	bool ascii;             /* show ASCII only, whatever the terminal could */
	screen_address address; /* or NULL: then there are no hyperlinks */
	void *context;          /* for address */
};

/*
 * Takes the terminal over, drawing on standard output. NULL if TERM names nothing that can be
 * drawn on; then nothing was written. A TERM that the system does not know is treated as one that
 * it probably resembles, also where the system knows no terminals at all.
 */
struct screen *screen_open(const struct screen_settings *settings);

/* The canvas to draw on. Its size changes only in screen_measure() and screen_return(). */
struct canvas *screen_canvas(struct screen *screen);

/*
 * Brings what was drawn to the terminal, with one write, or none if nothing changed. The cursor
 * stands at that place, hidden unless the reader types there.
 */
void screen_show(struct screen *screen, int row, int column, bool types);

/*
 * Asks the terminal what it is; the answers come with screen_read(). To be called after the first
 * screen_show(), so that nothing waits for them. Does nothing on terminals that would not answer.
 */
void screen_ask(struct screen *screen);

/* Writes a control sequence that moves no cursor, such as OSC 52. */
void screen_send(struct screen *screen, struct text sequence);

/* The text of SCREEN_PASTED, as the terminal sent it; valid until the next screen_read(). */
struct text screen_pasted(const struct screen *screen);

/* Where SCREEN_CLICKED was, counted from 0. */
void screen_click(const struct screen *screen, int *row, int *column);

/* Lets the terminal report clicks, or not, which leaves them to it to select text. */
void screen_set_mouse(struct screen *screen, bool on);

/* Another theme; the next screen_show() writes what looks different. */
void screen_set_theme(struct screen *screen, enum theme theme);

/* False if the terminal has no colours or they are not wanted: then all themes look alike. */
bool screen_has_colors(const struct screen *screen);

/* To be called when screen_address gives other addresses for the same numbers. */
void screen_forget_links(struct screen *screen);

/* Forgets what the terminal shows: the next screen_show() writes everything. */
void screen_invalidate(struct screen *screen);

/* Takes over the window's size, to be called when it changed (SIGWINCH). */
void screen_measure(struct screen *screen);

/* The next key or other news that came, or SCREEN_NO_KEY; never waits for more than an escape. */
uint32_t screen_read(struct screen *screen);

/* True when the terminal is gone, so that reading says that there is something and gives nothing.
 */
bool screen_is_dead(const struct screen *screen);

/*
 * Lends the terminal to others, in the state in which it was found, and takes it back; also from
 * others who took it unasked, while this program was stopped.
 */
void screen_leave(struct screen *screen);
void screen_return(struct screen *screen);

/* Gives the terminal back for good. Accepts NULL. */
void screen_close(struct screen *screen);

/* Gives the terminal back from within a signal handler; does nothing when it is not taken. */
void screen_rescue(void);

#endif
