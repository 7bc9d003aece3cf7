/*
 * Hyperlinks and cursor places within what curses writes, though it knows neither: they are
 * numbers of colours to it. Pure.
 * Knows nothing of curses or of where the bytes go.
 *
 * curses keeps track of the colour of each cell, so that it draws anew what has another link,
 * moves what has moved with its link, and leaves alone what has the same. The description of the
 * terminal that it is given makes setaf write a placeholder for a colour from a base on, and this
 * module puts the link in its place before a frame goes out:
 *
 *     base + slot                       a link, OSC 8
 *     base + PLACEHOLDER_SLOTS + column the cursor moves to that column (HPA), should the terminal
 *                                       have another idea of where the text before it ended
 *
 * Every frame begins and ends without an open link.
 */
#ifndef VITAE_TUI_PLACEHOLDER_H
#define VITAE_TUI_PLACEHOLDER_H

#include "base/buffer.h"
#include "terminal_entry.h"

#include <stdint.h>

enum {
	PLACEHOLDER_BASE = 256,   /* the first colour that is none */
	PLACEHOLDER_SLOTS = 1024, /* links that are on the screen at a time; slot 0 is none */
	PLACEHOLDER_COLUMNS = 512,
	PLACEHOLDER_COLORS = PLACEHOLDER_SLOTS + PLACEHOLDER_COLUMNS,
	PLACEHOLDER_ADDRESS_MOST = 2000, /* bytes; some terminals drop longer links */
};

/* Closes a link: a placeholder as well, which is dropped when none is open. */
#define PLACEHOLDER_CLOSE "\033]8;;\033\\"

/* What to put in. Caller-allocated; borrows. */
struct placeholder_links {
	const uint32_t *slots; /* the number of the link in each of PLACEHOLDER_SLOTS */
	const char *(*address)(void *context, uint32_t link); /* or NULL: there are no links */
	void *context;
	int accent; /* the colour of links, of 256, or negative: the terminal's own */
};

/*
 * Adds the terminal's description with placeholders in it, and so many pairs of colours, as a
 * value of TERMINFO, and a NUL. False if that cannot be.
 */
bool placeholder_describe(
	const char *name, const struct terminal_source *terminal, int pairs, struct buffer *value);

/* Adds a frame as the terminal is to have it. */
void placeholder_fill(
	const struct placeholder_links *links, struct text frame, struct buffer *filled);

#endif
