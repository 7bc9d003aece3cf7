#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

void frame_init(struct frame *frame, int descriptor, int terminal)
{
	*frame = (struct frame){.descriptor = descriptor, .terminal = terminal};
	frame->memory = memfd_create("frame", MFD_CLOEXEC);
}

void frame_begin(struct frame *frame)
{
	if (frame->memory >= 0)
		dup3(frame->memory, frame->descriptor, O_CLOEXEC);
}

/* A terminal that is gone makes this fail, and is noticed where keys are read. */
static void write_all(int descriptor, const char *bytes, size_t length)
{
	size_t done = 0;
	while (done < length) {
		ssize_t written = write(descriptor, bytes + done, length - done);
		if (written >= 0)
			done += (size_t)written;
		else if (errno == EAGAIN)
			poll(&(struct pollfd){descriptor, POLLOUT, 0}, 1, -1);
		else if (errno != EINTR)
			return;
	}
}

void frame_end(struct frame *frame)
{
	if (frame->memory < 0)
		return;
	dup3(frame->terminal, frame->descriptor, O_CLOEXEC);
	off_t length = lseek(frame->memory, 0, SEEK_CUR);
	if (length <= 0)
		return;
	lseek(frame->memory, 0, SEEK_SET);
	frame->bytes.length = 0;
	char *bytes = buffer_reserve(&frame->bytes, (size_t)length);
	ssize_t got = pread(frame->memory, bytes, (size_t)length, 0);
	if (got > 0)
		write_all(frame->terminal, bytes, (size_t)got);
}

void frame_finish(struct frame *frame)
{
	if (frame->memory >= 0)
		close(frame->memory);
	buffer_finish(&frame->bytes);
}
