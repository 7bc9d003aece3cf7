/*
 * Keys as numbers and names, whatever the terminal sends for them.
 * Knows nothing of what they do.
 */
#ifndef VITAE_TUI_INPUT_H
#define VITAE_TUI_INPUT_H

#include "base/text.h"

#include <stdint.h>

/* A character that was typed is its code point; other keys are numbers above all of those. */
enum input {
	INPUT_NONE = 0,
	INPUT_UP = 0x110000,
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_HOME,
	INPUT_END,
	INPUT_ENTER,
	INPUT_TAB,
	INPUT_BACK_TAB,
	INPUT_ESCAPE,
	INPUT_F1, /* the others follow */
	INPUT_F12 = INPUT_F1 + 11,
	INPUT_BACKSPACE,
	INPUT_DELETE,
	INPUT_ANY_LETTER,     /* of a binding: a to z or A to Z */
	INPUT_ALT = 0x400000, /* added to a character that was typed together with Alt */
};

enum { INPUT_NAME_MOST = 16 /* bytes that the name of a key may need */ };

/*
 * The key that a name such as "j", "^L", "PgDn", "Space" or "Alt-x" stands for, or INPUT_NONE.
 * Case does not matter in names of several letters.
 */
uint32_t input_from_name(struct text name);

/* Writes the name of a key and returns it; empty if the key has none. */
struct text input_name(uint32_t input, char bytes[INPUT_NAME_MOST]);

#endif
