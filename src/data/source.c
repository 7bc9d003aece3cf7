#include "data/source.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PIECE = 64 * 1024,
	HUGE_PAGE = 2 * 1024 * 1024, /* on most machines */
};

static const struct position nowhere = {0, 0};

/* False when the read failed; at the end of the file *more becomes false. */
static bool read_some(int descriptor, struct buffer *bytes, bool *more)
{
	ssize_t got = read(descriptor, buffer_reserve(bytes, PIECE), PIECE);
	if (got >= 0) {
		bytes->length += (size_t)got;
		*more = got > 0;
		return true;
	}
	if (errno == EAGAIN)
		poll(&(struct pollfd){descriptor, POLLIN, 0}, 1, -1);
	return errno == EAGAIN || errno == EINTR;
}

static bool read_all(int descriptor, struct buffer *bytes, struct diagnostics *diagnostics)
{
	bool more = true;
	while (more && bytes->length <= SOURCE_MOST) {
		if (!read_some(descriptor, bytes, &more)) {
			diagnostics_add(diagnostics, SEVERITY_ERROR, nowhere, "cannot be read: %s",
				strerror(errno));
			return false;
		}
	}
	if (bytes->length <= SOURCE_MOST)
		return true;
	diagnostics_add(diagnostics, SEVERITY_ERROR, nowhere,
		"is larger than %d MiB; a résumé is not, so this is probably another file",
		SOURCE_MOST / (1024 * 1024));
	return false;
}

/* A file that fills half a huge page asks for one: hundreds of faults fewer. */
static void make_room(struct buffer *bytes, size_t size)
{
	if (size < HUGE_PAGE / 2 || bytes->capacity) {
		buffer_reserve(bytes, size);
		return;
	}
	bytes->capacity = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	bytes->bytes = memory_allocate_aligned(HUGE_PAGE, bytes->capacity);
	/* Only advice: where it is not taken, nothing changes. */
	madvise(bytes->bytes, bytes->capacity, MADV_HUGEPAGE);
}

/* Also makes room for what a file of known size holds, and for seeing its end. */
static bool check_kind(int descriptor, struct buffer *bytes, struct diagnostics *diagnostics)
{
	struct stat status;
	if (fstat(descriptor, &status) != 0)
		return true;
	if (S_ISDIR(status.st_mode)) {
		diagnostics_add(
			diagnostics, SEVERITY_ERROR, nowhere, "is a directory; name a file in it");
		return false;
	}
	if (S_ISREG(status.st_mode) && status.st_size < SOURCE_MOST)
		make_room(bytes, (size_t)status.st_size + PIECE);
	return true;
}

/* A pipe without a writer, which read as if it were empty. */
static bool check_pipe(int descriptor, const struct buffer *bytes, struct diagnostics *diagnostics)
{
	struct stat status;
	if (bytes->length || fstat(descriptor, &status) != 0 || !S_ISFIFO(status.st_mode))
		return true;
	diagnostics_add(diagnostics, SEVERITY_ERROR, nowhere,
		"is a pipe that nothing writes to; start the writer first");
	return false;
}

static bool is_standard_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

const char *source_name(const char *path)
{
	return is_standard_input(path) ? "stdin" : path;
}

bool source_read(const char *path, struct buffer *bytes, struct diagnostics *diagnostics)
{
	if (is_standard_input(path))
		return check_kind(STDIN_FILENO, bytes, diagnostics) &&
		       read_all(STDIN_FILENO, bytes, diagnostics);

	/* O_NONBLOCK, so that a named pipe without a writer reads as empty instead of hanging. */
	int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (descriptor < 0) {
		diagnostics_add(diagnostics, SEVERITY_ERROR, nowhere, "cannot be opened: %s",
			strerror(errno));
		return false;
	}
	bool read = check_kind(descriptor, bytes, diagnostics) &&
		    read_all(descriptor, bytes, diagnostics) &&
		    check_pipe(descriptor, bytes, diagnostics);
	close(descriptor);
	return read;
}
