/*
 * Gives the terminal back when the program crashes: what to write is put together while all is
 * well. Knows nothing of curses or of what is written.
 */
#ifndef VITAE_TUI_RESCUE_H
#define VITAE_TUI_RESCUE_H

#include "base/text.h"

#include <stdbool.h>

/* To be called before the terminal's modes change: remembers those (termios). */
void rescue_begin(int terminal);

/* Adds to what is written; padding of terminfo(5) is left out. */
void rescue_add(struct text sequence);

/* Whether the terminal is taken at the moment, so that there is something to rescue. */
void rescue_arm(bool taken);

/* Gives the terminal back, once; safe in a signal handler. */
void rescue_now(void);

#endif
