#include "host/watch.h"

#include "base/memory.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__linux__)

#include <sys/inotify.h>

/* A path leads to its file through at most this many symbolic links, as in Linux. */
enum { LINKS_MOST = 40 };

/*
 * A file is written whole when it is closed or takes its name; links are whole when they are
 * made. The rest tells that the directory is not to be watched any more.
 */
static const uint32_t events_watched =
	IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR;

/* A path, and where the symbolic links lead that it may name, one after the other. */
struct trail {
	char path[PATH_MAX];
	int links;
};

static bool trail_begin(struct trail *trail, const char *path)
{
	trail->links = 0;
	int length = snprintf(trail->path, sizeof trail->path, "%s", path);
	return length >= 0 && length < (int)sizeof trail->path;
}

static char *last_name(char *path)
{
	char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Goes on to what the path links to; false if it is no link. */
static bool trail_next(struct trail *trail)
{
	char target[PATH_MAX];
	ssize_t length = readlink(trail->path, target, sizeof target - 1);
	if (length <= 0 || ++trail->links > LINKS_MOST)
		return false;
	target[length] = '\0';
	char *place = *target == '/' ? trail->path : last_name(trail->path);
	size_t room = sizeof trail->path - (size_t)(place - trail->path);
	return snprintf(place, room, "%s", target) < (int)room;
}

/* Watches the directory that a path's last name is in. */
static bool watch_directory(int descriptor, struct trail *trail)
{
	char *name = last_name(trail->path);
	char first = *name;
	*name = '\0';
	const char *directory = *trail->path ? trail->path : ".";
	bool done = inotify_add_watch(descriptor, directory, events_watched) >= 0;
	*name = first;
	return done;
}

/*
 * A descriptor that tells of changes to any name on the way to the file, or -1. Not the file
 * itself, which editors replace by another.
 */
static int open_news(const char *path)
{
	struct trail trail;
	int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	bool going = descriptor >= 0 && trail_begin(&trail, path);
	bool done = going;
	for (; done && going; going = trail_next(&trail))
		done = watch_directory(descriptor, &trail);
	if (!done && descriptor >= 0)
		close(descriptor);
	return done ? descriptor : -1;
}

/* A file that was made just now will be closed, too; a link will not. */
static bool is_unfinished(const struct inotify_event *event, const char *path)
{
	struct stat status;
	return event->mask & IN_CREATE && lstat(path, &status) == 0 && S_ISREG(status.st_mode) &&
	       status.st_nlink == 1;
}

static bool concerns_file(const struct inotify_event *event, const char *path)
{
	struct trail trail;
	if (!event->len)
		return true; /* a directory that moved or went away, or events that were lost */
	bool going = trail_begin(&trail, path);
	for (; going; going = trail_next(&trail)) {
		if (strcmp(event->name, last_name(trail.path)) == 0)
			return !is_unfinished(event, trail.path);
	}
	return false;
}

/* Reads all events; false if there were some, but none about the file. */
static bool has_news(const struct watch *watch)
{
	_Alignas(struct inotify_event) char events[4096];
	bool any = false;
	bool concerned = false;
	ssize_t length;
	if (watch->descriptor < 0)
		return true;
	while ((length = read(watch->descriptor, events, sizeof events)) > 0) {
		any = true;
		const char *next = events;
		while (next < events + length) {
			const struct inotify_event *event = (const void *)next;
			concerned = concerned || concerns_file(event, watch->path);
			next += sizeof *event + event->len;
		}
	}
	return concerned || !any;
}

#else

static int open_news(const char *path)
{
	(void)path;
	return -1;
}

static bool has_news(const struct watch *watch)
{
	(void)watch;
	return true;
}

#endif

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* What is no regular file is not there: opening a pipe could block. */
static bool is_there(const char *path, struct stat *status)
{
	return stat(path, status) == 0 && S_ISREG(status->st_mode);
}

void watch_begin(struct watch *watch, const char *path, const struct stat *seen)
{
	size_t size = strlen(path) + 1;
	*watch = (struct watch){.descriptor = open_news(path)};
	watch->path = memcpy(memory_allocate(size), path, size);
	if (seen)
		watch->seen = *seen;
	else if (!is_there(path, &watch->seen))
		watch->seen = (struct stat){0};
}

/* Links may lead elsewhere now, and directories be others. */
static void watch_anew(struct watch *watch)
{
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	watch->descriptor = open_news(watch->path);
}

bool watch_changed(struct watch *watch)
{
	struct stat now;
	if (!has_news(watch))
		return false;
	/* First this, so that what changes from here on is told of. */
	watch_anew(watch);
	if (!is_there(watch->path, &now) || is_same(&now, &watch->seen))
		return false;
	watch->seen = now;
	return true;
}

void watch_end(struct watch *watch)
{
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	free(watch->path);
	*watch = (struct watch){.descriptor = -1};
}
