/*
 * The help screen, as a document made from the list of actions.
 * Knows nothing of how it is shown.
 */
#ifndef VITAE_TUI_HELP_H
#define VITAE_TUI_HELP_H

#include "doc/doc.h"

/* Sets doc up in the arena and fills it. */
void help_make(struct doc *doc, struct arena *arena);

#endif
