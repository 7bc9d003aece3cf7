/*
 * What readers set for themselves: the files in their configuration folder, and the keys that one
 * of them binds.
 */
#ifndef VITAE_CONFIG_H
#define VITAE_CONFIG_H

#include "base/diagnostic.h"
#include "tui/keymap.h"

#include <limits.h>

/* The path of a file in the reader's folder, whether it exists or not: XDG Base Directories. */
void config_path(const char *name, char path[PATH_MAX]);

/*
 * Takes over what the configuration file at path says; there need not be one. What is wrong in it
 * is left out, with a message in the list, which is sorted.
 */
void config_read(const char *path, struct keymap *keymap, struct diagnostics *diagnostics);

#endif
