/*
 * What a reader can do, and the keys for it: the one list that the key bindings, the help screen
 * and the manual come from.
 * Knows nothing of how it is done.
 */
#ifndef VITAE_TUI_ACTION_H
#define VITAE_TUI_ACTION_H

#include <stddef.h>
#include <stdint.h>

/* X(NAME, long name, keys, what it does); GROUP(title) heads those that follow. */
#define TUI_ACTIONS(X, GROUP)                                                               \
	GROUP("Moving")                                                                     \
	X(DOWN, "down", "j Down ^N", "move down a line")                                    \
	X(UP, "up", "k Up ^P", "move up a line")                                            \
	X(PAGE_DOWN, "page-down", "Space PgDn ^F", "move down a window")                    \
	X(PAGE_UP, "page-up", "b PgUp ^B", "move up a window")                              \
	X(HALF_DOWN, "half-down", "d ^D", "move down half a window")                        \
	X(HALF_UP, "half-up", "u ^U", "move up half a window")                              \
	X(FIRST, "first", "g Home <", "go to the beginning")                                \
	X(LAST, "last", "G End >", "go to the end")                                         \
	X(SECTION, "section", "1 2 3 4 5 6 7 8 9", "go to the section of that number")      \
	GROUP("Folding")                                                                    \
	X(TOGGLE, "toggle", "Enter", "open or close the item, or open its link")            \
	X(OPEN, "open", "l Right", "open the item; again, go into it")                      \
	X(CLOSE, "close", "h Left", "close the item; again, go to the one it is in")        \
	X(OPEN_ALL, "open-all", "E", "open everything")                                     \
	X(CLOSE_ALL, "close-all", "C", "close as at the start; again, close every section") \
	GROUP("Links")                                                                      \
	X(NEXT_LINK, "next-link", "Tab", "go to the next link")                             \
	X(PREVIOUS_LINK, "previous-link", "Shift-Tab", "go to the link before")             \
	X(FOLLOW, "follow", "o", "open the link under the cursor in a browser")             \
	GROUP("Other")                                                                      \
	X(HELP, "help", "? F1", "show or leave this help")                                  \
	X(CANCEL, "cancel", "Esc", "leave what was begun, such as help; never quits")       \
	X(REDRAW, "redraw", "^L", "draw the screen anew")                                   \
	X(SUSPEND, "suspend", "^Z", "suspend, until the shell's fg")                        \
	X(QUIT, "quit", "q Q", "quit, or leave help")

enum action {
	ACTION_NONE,
#define TUI_ACTION_VALUE(name, word, keys, description) ACTION_##name,
#define TUI_ACTION_NO_GROUP(title)
	TUI_ACTIONS(TUI_ACTION_VALUE, TUI_ACTION_NO_GROUP)
#undef TUI_ACTION_VALUE
#undef TUI_ACTION_NO_GROUP
		ACTION_COUNT
};

/* A row of the list; the title of a group has no keys. */
struct action_row {
	enum action action; /* ACTION_NONE for a group */
	const char *name;   /* or the group's title */
	const char *keys;   /* names as input_from_name() knows them, separated by blanks */
	const char *description;
};

/* All rows in order; ends with a NULL name. */
extern const struct action_row action_rows[];

/* The action that a key is bound to, or ACTION_NONE. */
enum action action_for(uint32_t input);

#endif
