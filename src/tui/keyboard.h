/*
 * Reads what a terminal sends, without ever waiting for more than the rest of a sequence.
 * Knows nothing of curses or of what keys do.
 */
#ifndef VITAE_TUI_KEYBOARD_H
#define VITAE_TUI_KEYBOARD_H

#include "terminal_input.h"

#include <stdio.h>
#include <time.h>

/* Set up by keyboard_open(). */
struct keyboard {
	int descriptor; /* borrowed */
	FILE *stream;   /* on the same, for curses, which reads nothing from it */
	struct terminal_input input;
	struct terminal_event repeated; /* so many more times */
	int repetitions;
	time_t heard; /* when something was last read, in seconds */
	time_t asked; /* when the terminal was last asked something */
};

/* False if there is no stream to be had; close it all the same. */
bool keyboard_open(struct keyboard *keyboard, int descriptor);

/* The next event that is a whole one, or TERMINAL_NOTHING; each key counts once. */
struct terminal_event keyboard_next(struct keyboard *keyboard);

/* True when the terminal is gone, so that there is always something to read, and nothing comes. */
bool keyboard_is_dead(const struct keyboard *keyboard);

/*
 * Makes ^S a key: it would stop the output, and most readers do not know how to go on. Lets reading
 * never wait.
 */
void keyboard_set_modes(const struct keyboard *keyboard);

/* The terminal was asked something: what looks like an answer is one, for the next seconds. */
void keyboard_expect_answers(struct keyboard *keyboard);

/*
 * Waits up to 300 milliseconds for answers that are still on their way, so that they do not reach
 * whoever has the terminal next as keys. Keys that come meanwhile are lost.
 */
void keyboard_await_answers(struct keyboard *keyboard);

/* Forgets what was typed so far. */
void keyboard_flush(struct keyboard *keyboard);

void keyboard_close(struct keyboard *keyboard);

#endif
