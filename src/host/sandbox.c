#include "host/sandbox.h"

#include "sandbox_filter.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What a viewer may use. */
enum {
	MEMORY_MOST = 64 * 1024 * 1024, /* bytes of addresses */
	SECONDS_MOST = 60,              /* of processor time */
	DESCRIPTORS_MOST = 16,
};

static bool set_limit(int resource, rlim_t value)
{
	struct rlimit limit;
	if (getrlimit(resource, &limit) != 0)
		return false;
	/* A limit that was lower already stays, and cannot be raised. */
	if (limit.rlim_max < value)
		value = limit.rlim_max;
	limit = (struct rlimit){value, value};
	return setrlimit(resource, &limit) == 0;
}

bool sandbox_limit(void)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0 &&
	       set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_NPROC, 0) &&
	       set_limit(RLIMIT_NOFILE, DESCRIPTORS_MOST) && set_limit(RLIMIT_CPU, SECONDS_MOST) &&
	       set_limit(RLIMIT_AS, MEMORY_MOST);
}

/* Landlock (since Linux 5.13), whose header may be older than the kernel or not there at all. */

enum {
	LANDLOCK_CREATE = 444, /* the same number on all machines */
	LANDLOCK_RESTRICT = 446,
	ASK_VERSION = 1,
	VERSION_WITH_NETWORK = 4,
	VERSION_WITH_SCOPES = 6,
	VERSION_OF_RIGHTS = 5, /* the last one that knows more rights over files */
};

/* What is taken away, as the kernel reads it; older ones know only its beginning. */
struct landlock_rules {
	uint64_t files;
	uint64_t network;
	uint64_t scopes; /* abstract sockets, and signals to others */
};

/* 0 if there is none. */
static int landlock_version(void)
{
	long version = syscall(LANDLOCK_CREATE, NULL, 0, ASK_VERSION);
	return version > 0 ? (int)version : 0;
}

/*
 * No file, connection or signal to others; as much of that as this kernel knows. False if it knows
 * some and refuses.
 */
static bool forbid_files(void)
{
	static const uint64_t rights[VERSION_OF_RIGHTS + 1] = {
		0, 0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff};
	int version = landlock_version();
	if (!version)
		return true;
	struct landlock_rules rules = {
		.files = rights[version < VERSION_OF_RIGHTS ? version : VERSION_OF_RIGHTS],
		.network = 3,
		.scopes = 3,
	};
	size_t size = version >= VERSION_WITH_SCOPES    ? sizeof rules
		      : version >= VERSION_WITH_NETWORK ? offsetof(struct landlock_rules, scopes)
							: offsetof(struct landlock_rules, network);
	int descriptor = (int)syscall(LANDLOCK_CREATE, &rules, size, 0);
	if (descriptor < 0)
		return false;
	bool good = syscall(LANDLOCK_RESTRICT, descriptor, 0) == 0;
	return close(descriptor) == 0 && good;
}

bool sandbox_enclose(void)
{
	return forbid_files() && sandbox_filter();
}

struct text sandbox_describe(struct arena *arena)
{
	int version = landlock_version();
	bool filters = sandbox_can_filter();
	if (filters && version)
		return arena_format(arena, "seccomp, Landlock %d", version);
	return filters ? TEXT("seccomp") : TEXT("none, so that vitae shows nothing over ssh");
}
