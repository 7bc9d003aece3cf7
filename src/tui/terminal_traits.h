/*
 * What a terminal is good for, as far as its name and the environment tell. Pure.
 * Knows nothing of terminal descriptions or of what is drawn.
 */
#ifndef VITAE_TUI_TERMINAL_TRAITS_H
#define VITAE_TUI_TERMINAL_TRAITS_H

#include "tui/looks.h"

#include <stdbool.h>

/* The value of a variable or NULL, as getenv(3). */
typedef char *(*terminal_variable)(const char *name);

/* True for terminals of today, that know OSC 8 or pass over it: those that follow xterm. */
bool terminal_is_modern(const char *name);

/* True for terminals that answer what they are (DA1), and print nothing if they know no answer. */
bool terminal_answers(const char *name);

/* True for those of the time before other characters than ASCII. */
bool terminal_is_ascii(const char *name);

/*
 * Whether to write hyperlinks (OSC 8). FORCE_HYPERLINK counts as an answer of the reader's: 0 is
 * no, all else is yes. GNU screen never shows them and spills long ones onto the screen.
 */
bool terminal_wants_hyperlinks(enum choice choice, const char *name, terminal_variable variable);

/* The same for text that is written for terminals of which nothing is known: yes, unless told no.
 */
bool terminal_may_have_hyperlinks(enum choice choice, terminal_variable variable);

/*
 * Whether to use colours, by no-color.org and bixense.com/clicolors: NO_COLOR before
 * CLICOLOR_FORCE and FORCE_COLOR, and these before CLICOLOR.
 */
bool terminal_wants_colors(enum choice choice, terminal_variable variable);

#endif
