/*
 * A terminal description in the compiled form of term(5), so that curses can be given one that is
 * not in the database: ncurses takes it from the variable TERMINFO (see ncurses(3)).
 * Knows nothing of curses or of what capabilities do.
 */
#ifndef VITAE_TUI_TERMINAL_ENTRY_H
#define VITAE_TUI_TERMINAL_ENTRY_H

#include "base/buffer.h"

#include <stdbool.h>

/* Another value than the source's for one capability. */
struct terminal_change {
	const char *name;
	const char *string; /* of a string; NULL leaves it out */
	int number;         /* of a number */
};

/* A description to copy. The lists hold names of terminfo(5), in its order, and end with NULL. */
struct terminal_source {
	const char *const *flags;
	const char *const *numbers;
	const char *const *strings;
	int (*flag)(const char *name); /* as tigetflag(3), and the next as tigetnum(3) */
	int (*number)(const char *name);
	const char *(*string)(const char *name); /* NULL if there is none */
	const struct terminal_change *changes;
	int change_count;
};

/*
 * Adds the entry of that name to the buffer. Names outside terminfo(5), which only programs that
 * know them ask for, are left out. False if the strings need more than the format has room for;
 * then what was added is of no use.
 */
bool terminal_entry_write(
	const char *name, const struct terminal_source *source, struct buffer *entry);

/* Adds the entry as the value of TERMINFO, and a NUL. */
void terminal_entry_encode(struct text entry, struct buffer *value);

/* What TERMINFO was: entries given in it are not for the programs that are started later. */
struct terminal_place {
	char *value; /* or NULL; owned */
};

struct terminal_place terminal_place_keep(void);
void terminal_place_set(const char *value);
void terminal_place_restore(struct terminal_place *place);

#endif
