#include "host/save.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *copy_of(const char *string)
{
	size_t size = strlen(string) + 1;
	return memcpy(memory_allocate(size), string, size);
}

static char *name_beside(const char *path)
{
	static const char suffix[] = ".XXXXXX";
	size_t length = strlen(path);
	char *name = memory_allocate(length + sizeof suffix);
	memcpy(name, path, length);
	memcpy(name + length, suffix, sizeof suffix);
	return name;
}

static void release(struct save *save)
{
	free(save->target);
	free(save->temporary);
	*save = (struct save){.descriptor = -1};
}

/* A temporary file is private; the one it becomes is what any new file would be. */
static void set_usual_mode(int descriptor, const struct stat *old)
{
	mode_t mask = umask(0);
	umask(mask);
	/* Without it the file stays private, which loses nothing. */
	(void)!fchmod(descriptor, old ? old->st_mode & 07777 : 0666 & ~mask);
}

bool save_begin(struct save *save, const char *path)
{
	struct stat status;
	bool exists = stat(path, &status) == 0;

	*save = (struct save){.descriptor = -1};
	if (exists && !S_ISREG(status.st_mode)) {
		save->descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		return save->descriptor >= 0;
	}
	/* Through a link, so that the link stays and the file it names is replaced. */
	char *resolved = exists ? realpath(path, NULL) : NULL;
	save->target = resolved ? resolved : copy_of(path);
	save->temporary = name_beside(save->target);
	save->descriptor = mkostemp(save->temporary, O_CLOEXEC);
	if (save->descriptor >= 0) {
		set_usual_mode(save->descriptor, exists ? &status : NULL);
		return true;
	}
	int reason = errno;
	release(save);
	errno = reason;
	return false;
}

bool save_commit(struct save *save)
{
	bool done = close(save->descriptor) == 0;
	save->descriptor = -1;
	if (done && save->temporary)
		done = rename(save->temporary, save->target) == 0;
	int reason = errno;
	if (!done && save->temporary)
		unlink(save->temporary);
	release(save);
	errno = reason;
	return done;
}

void save_abandon(struct save *save)
{
	if (save->descriptor >= 0)
		close(save->descriptor);
	if (save->temporary)
		unlink(save->temporary);
	release(save);
}
