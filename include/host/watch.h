/*
 * Notices that a file was changed, replaced or written anew.
 * Knows nothing of what is in it.
 */
#ifndef VITAE_HOST_WATCH_H
#define VITAE_HOST_WATCH_H

#include <stdbool.h>
#include <sys/stat.h>

enum { WATCH_INTERVAL = 1000 }; /* milliseconds between looks where nothing tells of changes */

/*
 * Set up by watch_begin(). Owns its descriptor and path. The descriptor is readable when there may
 * be news; -1 says to look every WATCH_INTERVAL. It may be another after each look.
 */
struct watch {
	int descriptor;
	char *path;
	struct stat seen;
};

/*
 * Begins to watch a file, whether it exists or not, and whichever file takes its name later, also
 * at the end of symbolic links. The state to compare with is the one given, or for NULL that of
 * seen, taken before the file was read so that no change falls between; for NULL, that of now.
 */
void watch_begin(struct watch *watch, const char *path, const struct stat *seen);

/*
 * True if the file is another or was changed since the last call, and is there; what is no regular
 * file is not. Takes in all that the descriptor has to tell; never waits. May be called at any
 * time. Where the system tells of changes, one is seen when its writer closes the file.
 */
bool watch_changed(struct watch *watch);

void watch_end(struct watch *watch);

#endif
