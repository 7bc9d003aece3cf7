/*
 * What the environment says of the place where the program runs.
 * Knows nothing of what follows from it.
 */
#ifndef VITAE_HOST_ENVIRONMENT_H
#define VITAE_HOST_ENVIRONMENT_H

#include <stdbool.h>

/* True if the variable is set, and not to the empty string. */
bool environment_has(const char *variable);

/* True if the reader sits at another machine, so that a window here would be on the wrong one. */
bool environment_is_remote(void);

/* True if there is a program of that name in $PATH, or at that path if it has a slash. */
bool environment_finds(const char *program);

#endif
