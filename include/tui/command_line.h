/*
 * What readers type after a colon: the long name of an action, the id of a part, a line's number.
 * Knows nothing of how it is typed or done.
 */
#ifndef VITAE_TUI_COMMAND_LINE_H
#define VITAE_TUI_COMMAND_LINE_H

#include "base/arena.h"
#include "doc/doc.h"
#include "tui/keys.h"

/* What a line asks for: a command, a part of the document, or nothing, and then why. */
struct command_line {
	struct command_key command; /* ACTION_NONE if none */
	const struct block *block;  /* or NULL */
	struct text problem;        /* in the arena or static; empty if there is none */
};

struct command_line command_line_read(struct text line, const struct doc *doc, struct arena *arena);

/*
 * The line with what begins like it: first, second and so on of the actions that the keymap does
 * not bar, and then the parts; the line itself when there are no more. In the arena or borrowed.
 */
struct text command_line_complete(struct text line, size_t index, const struct doc *doc,
	const struct keymap *keymap, struct arena *arena);

/* How many there are. */
size_t command_line_completions(
	struct text line, const struct doc *doc, const struct keymap *keymap);

#endif
