/*
 * Which keys do what: the defaults of the list of actions, and what the reader binds instead.
 * Knows nothing of files, nor of how actions are done.
 */
#ifndef VITAE_TUI_KEYMAP_H
#define VITAE_TUI_KEYMAP_H

#include "base/arena.h"
#include "base/text.h"
#include "tui/action.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { KEYMAP_SEQUENCE_MOST = 4 };

/* One or more keys in a row, such as z R; INPUT_ANY_LETTER stands for a letter that follows. */
struct binding {
	uint32_t keys[KEYMAP_SEQUENCE_MOST];
	int length;
	enum action action;
};

/* Caller-allocated by keymap_init(). Owns its bindings. */
struct keymap {
	struct binding *bindings;
	size_t count;
	size_t capacity;
	bool barred[ACTION_COUNT]; /* not to be had, whatever asks for it */
};

enum keymap_result {
	KEYMAP_BOUND,
	KEYMAP_UNKNOWN_KEY, /* or several in a row that begin with a digit: that begins a number */
	KEYMAP_UNKNOWN_ACTION,
	KEYMAP_WRONG_ACTION, /* one that needs a digit or a letter, which the key does not give */
};

/* What keys in a row amount to. */
struct keymap_match {
	enum action action; /* what they are bound to, or ACTION_NONE */
	bool goes_on;       /* they begin a longer row that is bound */
};

/* The default bindings. */
void keymap_init(struct keymap *keymap);

/*
 * Binds a key, or several in a row such as "zR", to an action's long name; "none" unbinds. Takes
 * the key from whatever it was bound to before. keys is the name of one key (input_from_name()),
 * or else single characters without blanks, and perhaps "{letter}" at the end.
 */
enum keymap_result keymap_bind(struct keymap *keymap, struct text keys, struct text action);

/* Takes all keys from an action, which then is not to be had by its name either. */
void keymap_bar(struct keymap *keymap, enum action action);

struct keymap_match keymap_find(const struct keymap *keymap, const uint32_t *keys, int length);

/* The keys of an action as the list of actions would write them; in the arena, may be empty. */
struct text keymap_keys(const struct keymap *keymap, enum action action, struct arena *arena);

/* The first of these, or a colon and the action's name; in the arena. */
struct text keymap_first(const struct keymap *keymap, enum action action, struct arena *arena);

void keymap_finish(struct keymap *keymap);

#endif
