/*
 * The help screen, as a document made from the list of actions.
 * Knows nothing of how it is shown.
 */
#ifndef VITAE_TUI_HELP_H
#define VITAE_TUI_HELP_H

#include "doc/doc.h"
#include "tui/keymap.h"

/* Sets doc up in the arena and fills it with the actions and the reader's keys for them. */
void help_make(struct doc *doc, struct arena *arena, const struct keymap *keymap);

#endif
