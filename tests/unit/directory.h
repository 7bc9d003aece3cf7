/*
 * A directory that each case of a unit test has for itself; to be included after cmocka.
 * A case that takes too long is ended by SIGALRM.
 */
#ifndef VITAE_TESTS_DIRECTORY_H
#define VITAE_TESTS_DIRECTORY_H

#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEADLINE = 20 /* seconds */ };

static char directory[PATH_MAX];

/* The name of a file in the test's own directory, in one of a few static buffers. */
static inline const char *place(const char *name)
{
	static char paths[4][PATH_MAX];
	static int next;
	char *path = paths[next++ % 4];
	assert_true(snprintf(path, PATH_MAX, "%.200s/%s", directory, name) > 0);
	return path;
}

static inline int make_directory(void **state)
{
	(void)state;
	const char *parent = getenv("TMPDIR");
	snprintf(
		directory, sizeof(directory), "%.100s/vitae-test.XXXXXX", parent ? parent : "/tmp");
	alarm(DEADLINE);
	return mkdtemp(directory) ? 0 : -1;
}

static inline int remove_file(
	const char *path, const struct stat *status, int kind, struct FTW *position)
{
	(void)status;
	(void)kind;
	(void)position;
	return remove(path);
}

static inline int remove_directory(void **state)
{
	(void)state;
	alarm(0);
	chmod(directory, 0700);
	return nftw(directory, remove_file, 8, FTW_DEPTH | FTW_PHYS);
}

static inline void write_file(const char *name, const char *string, mode_t mode)
{
	int descriptor = open(place(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, string, strlen(string)), strlen(string));
	assert_int_equal(fchmod(descriptor, mode), 0);
	close(descriptor);
}

static inline void check_file(const char *name, const char *expected, mode_t mode)
{
	char bytes[100] = "";
	struct stat status;
	int descriptor = open(place(name), O_RDONLY);
	assert_true(descriptor >= 0);
	assert_true(read(descriptor, bytes, sizeof(bytes) - 1) >= 0);
	assert_int_equal(fstat(descriptor, &status), 0);
	close(descriptor);
	assert_string_equal(bytes, expected);
	assert_int_equal(status.st_mode & 07777, mode);
}

#define in_directory(test) cmocka_unit_test_setup_teardown(test, make_directory, remove_directory)

#endif
