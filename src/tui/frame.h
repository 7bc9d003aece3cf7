/*
 * What curses writes for one frame, brought to the terminal with one write.
 * Knows nothing of curses or of what is written.
 *
 * ncurses writes at each movement of its cursor. Many small writes are many packets over ssh, and
 * a frame that is seen half done; and ncurses repeats a write that a signal interrupts, so that a
 * terminal that takes no output could not be left. Here it writes to a file in memory instead.
 */
#ifndef VITAE_TUI_FRAME_H
#define VITAE_TUI_FRAME_H

#include "base/buffer.h"

/* Set up by frame_init(). */
struct frame {
	int descriptor; /* what curses believes to be the terminal; borrowed */
	int terminal; /* the terminal; borrowed */
	int memory; /* or -1: then curses writes to the terminal itself */
	struct buffer bytes;
};

void frame_init(struct frame *frame, int descriptor, int terminal);

/* From now on what is written to the descriptor is kept. */
void frame_begin(struct frame *frame);

/* Writes what was kept to the terminal, if there is anything, and keeps no more. */
void frame_end(struct frame *frame);

void frame_finish(struct frame *frame);

#endif
