/*
 * What a terminal answers when it is asked what it is. Pure.
 * Knows nothing of how the bytes arrive.
 */
#ifndef VITAE_TUI_REPLY_H
#define VITAE_TUI_REPLY_H

#include "base/text.h"
#include "theme.h"

enum reply_kind {
	REPLY_NONE,       /* not an answer: a key */
	REPLY_OTHER,      /* an answer to what was not asked here */
	REPLY_CURSOR,     /* where the cursor is (CPR) */
	REPLY_BACKGROUND, /* the colour of the background (OSC 11) */
	REPLY_ATTRIBUTES, /* what the terminal can do (DA1): each answers that, after all else */
};

struct reply {
	enum reply_kind kind;
	int column; /* of the cursor, counted from 0 */
	enum background background;
};

/* What a whole control sequence, from its ESC on, says. */
struct reply reply_read(struct text sequence);

#endif
