/*
 * The reader's editor, opened at a line of a file.
 * Knows nothing of documents or screens. Never uses a shell.
 */
#ifndef VITAE_HOST_EDITOR_H
#define VITAE_HOST_EDITOR_H

#include "host/command.h"

#include <stdbool.h>

/*
 * The command line for $VISUAL, else $EDITOR, or if neither is set the system's editor (editor,
 * vi, nano), at a line counted from 1, in the way that editor wants it said. False if there is no
 * such program.
 */
bool editor_choose(struct command *command, const char *path, int line);

#endif
