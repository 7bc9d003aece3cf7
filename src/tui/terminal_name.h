/*
 * The terminal description to use: the one asked for, or that of a terminal it probably resembles.
 * Knows nothing of what descriptions say or of what is drawn.
 */
#ifndef VITAE_TUI_TERMINAL_NAME_H
#define VITAE_TUI_TERMINAL_NAME_H

#include <stdbool.h>

enum terminal_ability {
	TERMINAL_UNKNOWN, /* the system has no description of that name */
	TERMINAL_POOR,    /* there is one, and it cannot be drawn on */
	TERMINAL_FULL,
};

typedef enum terminal_ability (*terminal_examiner)(const char *name);

/* What to draw with. */
struct terminal_name {
	const char
		*name; /* NULL if the terminal cannot be drawn on; static or the name asked for */
	bool embedded; /* the system knows none that would do: see terminal_fallback.h */
};

/* What to use for what TERM says, which may be NULL. */
struct terminal_name terminal_name_choose(const char *name, terminal_examiner examine);

#endif
