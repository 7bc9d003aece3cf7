/*
 * The bytes of a file that someone named, whatever that name turns out to be.
 * Knows nothing of what is in it.
 */
#ifndef VITAE_DATA_SOURCE_H
#define VITAE_DATA_SOURCE_H

#include "base/buffer.h"
#include "base/diagnostic.h"

#include <stdbool.h>

enum { SOURCE_MOST = 8 * 1024 * 1024 };

/* What messages call the file at path. */
const char *source_name(const char *path);

/*
 * Reads all of the file at path, or of standard input for "-", into bytes. Waits for a pipe that
 * has a writer, never for one that has none. False with an error in the list if it cannot be read,
 * is a directory, or holds more than SOURCE_MOST bytes.
 */
bool source_read(const char *path, struct buffer *bytes, struct diagnostics *diagnostics);

#endif
