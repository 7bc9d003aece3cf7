/*
 * A stand-in for $BROWSER: writes how it was called to the file that $BROWSER_LOG names.
 *
 *     argument https://example.org/     one line for each
 *     terminal no                       whether it has a controlling terminal
 *     session other                     than that of its parent, or same
 *     input /dev/null                   and output, error
 *     descriptor 5 /tmp/left.open       one line for each open file above 2
 *
 * The file appears whole, so a test that waits for it never reads half of it.
 */
#define _GNU_SOURCE 1
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the descriptor is open on, or "closed". */
static const char *descriptor_name(int descriptor)
{
	static char name[PATH_MAX];
	char path[64];
	ssize_t length;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);
	length = readlink(path, name, sizeof(name) - 1);
	if (length < 0)
		return "closed";
	name[length] = '\0';
	return name;
}

/* Opens nothing itself that could be mistaken for an inherited file, but the directory. */
static void write_descriptors(FILE *log, int log_descriptor)
{
	static const char *const names[] = {"input", "output", "error"};
	DIR *directory = opendir("/proc/self/fd");
	struct dirent *entry;

	for (int i = 0; i < 3; i++)
		fprintf(log, "%s %s\n", names[i], descriptor_name(i));
	while (directory && (entry = readdir(directory))) {
		int descriptor = atoi(entry->d_name);

		if (descriptor > 2 && descriptor != dirfd(directory) &&
			descriptor != log_descriptor)
			fprintf(log, "descriptor %d %s\n", descriptor, descriptor_name(descriptor));
	}
	if (directory)
		closedir(directory);
}

static bool has_terminal(void)
{
	int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);

	if (terminal >= 0)
		close(terminal);
	return terminal >= 0;
}

static void write_report(FILE *log, char **arguments)
{
	bool terminal = has_terminal();
	bool same_session = getsid(0) == getsid(getppid());

	for (char **argument = arguments; *argument; argument++)
		fprintf(log, "argument %s\n", *argument);
	fprintf(log, "terminal %s\n", terminal ? "yes" : "no");
	fprintf(log, "session %s\n", same_session ? "same" : "other");
	write_descriptors(log, fileno(log));
}

int main(int argc, char **argv)
{
	const char *path = getenv("BROWSER_LOG");
	char *unfinished;
	FILE *log;

	(void)argc;
	if (!path || asprintf(&unfinished, "%s.%ld", path, (long)getpid()) < 0)
		return 2;
	log = fopen(unfinished, "w");
	if (!log)
		return 2;
	write_report(log, argv + 1);
	if (fclose(log) != 0 || rename(unfinished, path) != 0)
		return 2;
	free(unfinished);
	return 0;
}
