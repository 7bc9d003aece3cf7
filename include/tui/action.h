/*
 * What a reader can do, and the keys for it: the one list that the key bindings, the help screen
 * and the manual come from.
 * Knows nothing of how it is done.
 */
#ifndef VITAE_TUI_ACTION_H
#define VITAE_TUI_ACTION_H

#include "base/text.h"

/* What may belong to an action: a count typed before it, or the last of its own keys. */
enum takes {
	TAKES_NOTHING,
	TAKES_COUNT,
	TAKES_ARGUMENT,
};

/*
 * X(NAME, long name, keys, what it takes, what it does); GROUP(title) heads those that follow.
 * Several keys in a row are written without blanks between them; {letter} is any letter.
 */
#define TUI_ACTIONS(X, GROUP)                                                                      \
	GROUP("Moving")                                                                            \
	X(DOWN, "down", "j Down ^N", COUNT, "move down a line")                                    \
	X(UP, "up", "k Up ^P", COUNT, "move up a line")                                            \
	X(PAGE_DOWN, "page-down", "Space PgDn ^F", COUNT, "move down a window")                    \
	X(PAGE_UP, "page-up", "b PgUp ^B", COUNT, "move up a window")                              \
	X(HALF_DOWN, "half-down", "d ^D", COUNT, "move down half a window")                        \
	X(HALF_UP, "half-up", "^U", COUNT, "move up half a window")                                \
	X(SCROLL_DOWN, "scroll-down", "^E", COUNT, "show a line more at the bottom")               \
	X(SCROLL_UP, "scroll-up", "^Y", COUNT, "show a line more at the top")                      \
	X(FIRST, "first", "g Home <", COUNT, "go to the beginning, or to the line of that count")  \
	X(LAST, "last", "G End >", COUNT, "go to the end, or to the line of that count")           \
	X(SECTION, "section", "1 2 3 4 5 6 7 8 9", ARGUMENT, "go to the section of that number")   \
	X(NEXT_SECTION, "next-section", "]", COUNT, "go to the next section")                      \
	X(PREVIOUS_SECTION, "previous-section", "[", COUNT, "go to the section before")            \
	X(MARK, "mark", "m{letter}", ARGUMENT, "mark this place with a letter")                    \
	X(JUMP, "jump", "'{letter} ''", ARGUMENT, "go to a marked place, or back from a jump")     \
	X(TO_TOP, "to-top", "zt", NOTHING, "scroll this line to the top")                          \
	X(TO_MIDDLE, "to-middle", "zz", NOTHING, "scroll this line to the middle")                 \
	X(TO_BOTTOM, "to-bottom", "zb", NOTHING, "scroll this line to the bottom")                 \
	GROUP("Folding")                                                                           \
	X(TOGGLE, "toggle", "Enter", NOTHING, "open or close the item, or open its link")          \
	X(OPEN, "open", "l Right", NOTHING, "open the item; again, go into it")                    \
	X(CLOSE, "close", "h Left", NOTHING, "close the item; again, go to the one it is in")      \
	X(OPEN_ALL, "open-all", "E zR", NOTHING, "open everything")                                \
	X(CLOSE_ALL, "close-all", "C", NOTHING,                                                    \
		"close as at the start; again, close every section")                               \
	X(LEVEL, "level", "L1 L2 L3", ARGUMENT, "show sections, their entries, or all")            \
	X(TOGGLE_FOLD, "toggle-fold", "za", NOTHING, "open or close the item")                     \
	X(OPEN_FOLD, "open-fold", "zo", NOTHING, "open the item")                                  \
	X(CLOSE_FOLD, "close-fold", "zc", NOTHING, "close the item")                               \
	X(TOGGLE_DEEP, "toggle-deep", "zA", NOTHING, "open or close the item and all in it")       \
	X(OPEN_DEEP, "open-deep", "zO", NOTHING, "open the item and all in it")                    \
	X(CLOSE_DEEP, "close-deep", "zC", NOTHING, "close the item and all that it is in")         \
	X(FOLD_ALL, "fold-all", "zM", NOTHING, "close everything")                                 \
	X(NEXT_FOLD, "next-fold", "zj", COUNT, "go to the next item that opens")                   \
	X(PREVIOUS_FOLD, "previous-fold", "zk", COUNT, "go to the item before that opens")         \
	GROUP("Searching")                                                                         \
	X(SEARCH, "search", "/", NOTHING, "find text, also in what is closed")                     \
	X(NEXT_MATCH, "next-match", "n", COUNT, "go to the next place found")                      \
	X(PREVIOUS_MATCH, "previous-match", "N", COUNT, "go to the place found before")            \
	X(FILTER, "filter", "&", NOTHING, "show only the entries that hold a text")                \
	X(EVIDENCE, "evidence", "x", NOTHING, "show where this skill or tool was used")            \
	GROUP("Links")                                                                             \
	X(NEXT_LINK, "next-link", "Tab", COUNT, "go to the next link")                             \
	X(PREVIOUS_LINK, "previous-link", "Shift-Tab", COUNT, "go to the link before")             \
	X(FOLLOW, "follow", "o", NOTHING, "open the link under the cursor in a browser")           \
	X(HINTS, "hints", "f", NOTHING, "label the links in sight, to open one by its label")      \
	X(LINKS, "links", "u", NOTHING, "list all links with their addresses")                     \
	X(COPY, "copy", "y", NOTHING, "send the link, or the entry, to the terminal's clipboard")  \
	X(QR, "qr", "Y", NOTHING, "show the link as a QR code")                                    \
	GROUP("Other")                                                                             \
	X(COMMAND, "command", ":", NOTHING, "do something by its name, or go to a part by its id") \
	X(EDIT, "edit", "e v", NOTHING, "edit the file at this line")                              \
	X(RELOAD, "reload", "R", NOTHING, "read the file again")                                   \
	X(THEME, "theme", "t", NOTHING, "change the colours: light, dark, none")                   \
	X(MOUSE, "mouse", "m", NOTHING, "use the mouse, or leave it to the terminal")              \
	X(HELP, "help", "? F1", NOTHING, "show or leave this help")                                \
	X(CANCEL, "cancel", "Esc", NOTHING, "leave what was begun, such as help; never quits")     \
	X(REDRAW, "redraw", "^L r", NOTHING, "draw the screen anew")                               \
	X(SUSPEND, "suspend", "^Z", NOTHING, "suspend, until the shell's fg")                      \
	X(QUIT, "quit", "q Q", NOTHING, "quit, or leave help")

enum action {
	ACTION_NONE,
#define TUI_ACTION_VALUE(name, word, keys, takes, description) ACTION_##name,
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
	const char *keys;   /* by default, as keymap_bind() knows them, separated by blanks */
	enum takes takes;
	const char *description;
};

/* All rows in order; ends with a NULL name. */
extern const struct action_row action_rows[];

/* The row of an action, which is not ACTION_NONE. */
const struct action_row *action_row(enum action action);

/* The row of the action with that long name, or NULL. */
const struct action_row *action_find(struct text name);

#endif
