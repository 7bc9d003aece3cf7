/*
 * What a terminal sends, as keys, answers, clicks and pasted text. Pure.
 * Knows nothing of how the bytes arrive or of what keys do.
 *
 * A sequence may arrive in pieces, and only time tells the Escape key from the start of one: when
 * terminal_input_next() says TERMINAL_UNFINISHED, the caller waits a little for more, and asks
 * again with patience set to false if nothing comes.
 */
#ifndef VITAE_TUI_TERMINAL_INPUT_H
#define VITAE_TUI_TERMINAL_INPUT_H

#include "base/buffer.h"
#include "reply.h"
#include "tui/input.h"

#include <stdbool.h>

enum {
	TERMINAL_KEY_UNKNOWN = 0x111000, /* a key that nothing is bound to */
	TERMINAL_KEYS_MOST = 32,
	TERMINAL_PASTE_MOST = 64 * 1024, /* bytes that are kept */
	TERMINAL_PASTE_END = 1024 * 1024 /* bytes after which it ends in any case */
};

enum terminal_event_kind {
	TERMINAL_NOTHING,    /* all that came is used up */
	TERMINAL_UNFINISHED, /* more may belong to what came */
	TERMINAL_KEY,
	TERMINAL_REPLY,
	TERMINAL_CLICK,
	TERMINAL_PASTE,
};

struct terminal_event {
	enum terminal_event_kind kind;
	uint32_t key; /* as of enum input */
	int count;    /* of presses of that key: a mouse's wheel turns by more than a line */
	struct reply reply;
	int row; /* of the click, counted from 0 */
	int column;
};

/* Caller-allocated; all zero is ready. */
struct terminal_input {
	struct buffer bytes; /* yet to be used, from start on */
	size_t start;
	bool mouse;        /* reports of a mouse are expected: set by the caller */
	bool expects;      /* answers are on their way, up to REPLY_ATTRIBUTES: likewise */
	bool escape_given; /* the ESC at start was an event of its own already */
	bool pastes;
	bool paste_over;     /* the text was handed out, and goes with the next event */
	struct buffer paste; /* the text so far; see terminal_input_next() */
	size_t paste_length; /* of all that came, kept or not */
	struct {
		struct text bytes;
		uint32_t key;
	} keys[TERMINAL_KEYS_MOST];
	int key_count;
};

/*
 * Takes over what keys send by the terminal's description: string gives capabilities of
 * terminfo(5), which are borrowed, or NULL. What is not an escape sequence is left out.
 */
void terminal_input_learn(
	struct terminal_input *input, const char *(*string)(const char *capability));

/* Bytes that came. */
void terminal_input_add(struct terminal_input *input, struct text bytes);

/*
 * The next event. After TERMINAL_PASTE, input->paste is the text, until the next call. patience is
 * whether to wait for the rest of what may be unfinished.
 */
struct terminal_event terminal_input_next(struct terminal_input *input, bool patience);

/* Ends a paste whose end does not come: the next event is that paste. */
void terminal_input_cut_paste(struct terminal_input *input);

/* Forgets everything that came. */
void terminal_input_forget(struct terminal_input *input);

void terminal_input_finish(struct terminal_input *input);

#endif
