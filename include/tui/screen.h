/*
 * The terminal as a canvas and a source of keys.
 * The only module that knows curses. Knows nothing of documents.
 */
#ifndef VITAE_TUI_SCREEN_H
#define VITAE_TUI_SCREEN_H

#include "tui/canvas.h"
#include "tui/input.h"

#include <stdbool.h>
#include <stdint.h>

/* There is one terminal, so there is one of these at a time. */
struct screen;

enum {
	/* What screen_read() returns besides keys. */
	SCREEN_NO_KEY = INPUT_NONE,
	SCREEN_RESIZED = 0x200000,
};

/*
 * Takes the terminal over: input is the descriptor to read keys from, standard output is drawn
 * on. NULL if TERM names nothing that can be drawn on; then nothing was written. A TERM that the
 * system does not know is treated as one that it probably resembles.
 */
struct screen *screen_open(int input);

/* The canvas to draw on. Its size changes only in screen_measure() and screen_return(). */
struct canvas *screen_canvas(struct screen *screen);

/* Brings what was drawn to the terminal, with one write, or none if nothing changed. */
void screen_show(struct screen *screen, int cursor_row);

/* Forgets what the terminal shows: the next screen_show() writes everything. */
void screen_invalidate(struct screen *screen);

/* Takes over the window's size, to be called when it changed (SIGWINCH). */
void screen_measure(struct screen *screen);

/* The next key that came, SCREEN_RESIZED, or SCREEN_NO_KEY; never waits for more than an escape. */
uint32_t screen_read(struct screen *screen);

/* True when the terminal is gone, so that reading says that there is something and gives nothing.
 */
bool screen_is_dead(const struct screen *screen);

/* Lends the terminal to others, in the state in which it was found, and takes it back. */
void screen_leave(struct screen *screen);
void screen_return(struct screen *screen);

/* Gives the terminal back for good. Accepts NULL. */
void screen_close(struct screen *screen);

/* Gives the terminal back from within a signal handler; does nothing when it is not taken. */
void screen_rescue(void);

#endif
