/*
 * A line of text that the reader types: editing as in readline, by grapheme clusters, and what was
 * typed before.
 * Knows nothing of what it is for, nor of screens.
 */
#ifndef VITAE_TUI_PROMPT_H
#define VITAE_TUI_PROMPT_H

#include "base/buffer.h"
#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

enum {
	HISTORY_MOST = 100,
	PROMPT_BYTES_MOST = 1000, /* what is more is left out */
};

/* Lines that were accepted, the newest last. All zero is empty; owns its texts. */
struct history {
	struct buffer lines[HISTORY_MOST];
	size_t count;
};

/* Adds a line unless it is empty; one that is there already moves to the end. */
void history_add(struct history *history, struct text line);
void history_finish(struct history *history);

enum prompt_result {
	PROMPT_NOTHING,   /* the key means nothing here, or changed nothing */
	PROMPT_MOVED,     /* the cursor is elsewhere */
	PROMPT_EDITED,    /* the text is another */
	PROMPT_ACCEPTED,  /* Enter; the caller adds it to the history */
	PROMPT_CANCELLED, /* Esc, ^C, ^G, or backspace when there is nothing left */
	PROMPT_COMPLETE,  /* Tab: the caller knows how to go on */
};

/* Caller-allocated by prompt_begin(). Owns its text; borrows the history. */
struct prompt {
	struct buffer text;
	size_t cursor; /* in bytes, at the boundary of a cluster */
	const struct history *history;
	size_t recalled;      /* lines before the newest, counted from 1; 0 is the reader's own */
	struct buffer own;    /* what the reader had typed before looking into the history */
	struct buffer killed; /* what ^Y puts back */
};

void prompt_begin(struct prompt *prompt, const struct history *history);

/*
 * A key: characters; Left Right ^B ^F Home End ^A ^E Alt-b Alt-f; Backspace ^H Del ^D ^W ^U ^K ^Y;
 * Up Down ^P ^N through the history; Enter, Tab, Esc, ^C, ^G.
 */
enum prompt_result prompt_key(struct prompt *prompt, uint32_t input);

/*
 * Puts text in at the cursor, in one line: line ends and tabs become blanks, controls go, and so do
 * line ends behind the last word.
 */
void prompt_insert(struct prompt *prompt, struct text text);

/* Replaces the text; the cursor is behind it. */
void prompt_set(struct prompt *prompt, struct text text);

struct text prompt_text(const struct prompt *prompt);

void prompt_finish(struct prompt *prompt);

#endif
