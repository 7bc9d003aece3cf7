/*
 * Keys as they come, put together to commands: sequences such as zR, counts such as 5j.
 * Knows nothing of how commands are done, nor of time: it is told when the reader pauses.
 */
#ifndef VITAE_TUI_KEYS_H
#define VITAE_TUI_KEYS_H

#include "tui/keymap.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	KEYS_PAUSE = 500, /* milliseconds after which what was typed stands for itself */
	KEYS_COUNT_MOST = 99999,
};

/* What was asked for. */
struct command_key {
	enum action action; /* ACTION_NONE: keys that mean nothing */
	int count;          /* typed before, or 0 */
	uint32_t argument;  /* the letter or the number that belongs to the action, or 0 */
};

/* Caller-allocated by keys_init(). Borrows the keymap. */
struct keys {
	const struct keymap *keymap;
	int number;      /* that is being typed, or 0 */
	int number_most; /* of what numbers stand for, if they are never counts; else 0 */
	uint32_t pending[KEYMAP_SEQUENCE_MOST];
	int pending_count;
	struct command_key ready[4]; /* to be fetched by keys_next() */
	int ready_count;
};

void keys_init(struct keys *keys, const struct keymap *keymap);

/* Takes a key in; then keys_next() gives the commands that are complete, which may be none. */
void keys_take(struct keys *keys, uint32_t input);

/* The reader has paused for KEYS_PAUSE: what was typed stands for itself, if it means something. */
void keys_pause(struct keys *keys);

/* True if a pause would make a difference. */
bool keys_waits(const struct keys *keys);

/* Forgets what was typed and is not complete. */
void keys_forget(struct keys *keys);

/* The next complete command; false if there is none. */
bool keys_next(struct keys *keys, struct command_key *command);

/* What was typed and is not complete, such as "12" or "z", to be shown; in the arena. */
struct text keys_typed(const struct keys *keys, struct arena *arena);

#endif
