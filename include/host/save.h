/*
 * A file that is written whole or not at all.
 * Knows nothing of what is written.
 */
#ifndef VITAE_HOST_SAVE_H
#define VITAE_HOST_SAVE_H

#include <stdbool.h>

/* Set up by save_begin(). Owns its descriptor and names. */
struct save {
	int descriptor; /* to write to */
	char *target;
	char *temporary; /* NULL when the target is written to directly: a device or a pipe */
};

/*
 * Opens a new file beside path, to take its place when all is written; what is no regular file
 * is opened itself. False with errno set if that cannot be done.
 */
bool save_begin(struct save *save, const char *path);

/* Puts the new file in the place of the old one. False with errno set; the old file then stays. */
bool save_commit(struct save *save);

/* Removes the new file; the old one stays. */
void save_abandon(struct save *save);

#endif
