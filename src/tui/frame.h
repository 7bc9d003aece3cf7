/*
 * What curses writes for one frame, brought to the terminal with one write.
 * Knows nothing of curses.
 *
 * ncurses writes at each movement of its cursor. Many small writes are many packets over ssh, and
 * a frame that is seen half done; and ncurses repeats a write that a signal interrupts, so that a
 * terminal that takes no output could not be left. Here it writes to a file in memory instead.
 */
#ifndef VITAE_TUI_FRAME_H
#define VITAE_TUI_FRAME_H

#include "base/buffer.h"
#include "placeholder.h"

#include <stdbool.h>
#include <stdio.h>

/* Set up by frame_open(). */
struct frame {
	FILE *stream;   /* for curses, which has it for the terminal */
	int descriptor; /* of the stream */
	int terminal;   /* the terminal; borrowed */
	int memory;     /* or -1: then curses writes to the terminal itself */
	struct buffer bytes;
	struct buffer more; /* to go out with the next frame, behind what curses writes */
	struct buffer filled;
};

/* False if there is no stream to be had; close it all the same. */
bool frame_open(struct frame *frame, int terminal);

/* From now on what is written to the stream is kept. */
void frame_begin(struct frame *frame);

/*
 * Writes what was kept to the terminal, if there is anything, and keeps no more. Links are put in
 * unless they are NULL.
 */
void frame_end(struct frame *frame, const struct placeholder_links *links);

/* Writes to the terminal at once. */
void frame_send(struct frame *frame, struct text bytes);

void frame_close(struct frame *frame);

#endif
