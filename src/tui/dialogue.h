/*
 * What terminals are told and asked beyond what curses does, and what they answer. Pure.
 * Knows nothing of how the bytes come and go.
 */
#ifndef VITAE_TUI_DIALOGUE_H
#define VITAE_TUI_DIALOGUE_H

#include "base/buffer.h"
#include "reply.h"

#include <stdbool.h>
#include <stdint.h>

/* Set up by dialogue_init(). */
struct dialogue {
	bool modern;      /* see terminal_traits.h */
	bool answers;     /* likewise */
	bool mouse;       /* clicks are reported; set by the caller */
	bool asked;       /* answers are on their way */
	bool checks_utf8; /* among them where the cursor is */
	enum background background;
	bool is_8_bit; /* what was sent as one character is several to the terminal */
};

/* For a terminal of that name. */
void dialogue_init(struct dialogue *dialogue, const char *name);

/* Adds what is to be written when the terminal is taken, and when it is given back. */
void dialogue_add_start(const struct dialogue *dialogue, struct buffer *bytes);
void dialogue_add_end(const struct dialogue *dialogue, struct buffer *bytes);

/* The same for whatever state the terminal is in, even within a sequence. */
struct text dialogue_rescue(const struct dialogue *dialogue);

/* Clicks are reported from now on, or not. */
struct text dialogue_mouse(bool on);

/*
 * Adds the questions; nothing if they were asked or would not be answered. The cursor is in the
 * first column on character, which takes one column and looks plain; or that is 0. If not, its
 * place is written over by what takes one column in UTF-8 only, and by the character again.
 */
void dialogue_ask(struct dialogue *dialogue, uint32_t character, struct buffer *bytes);

/* True if there is news in the answer: another background, or is_8_bit. */
bool dialogue_learn(struct dialogue *dialogue, struct reply reply);

#endif
