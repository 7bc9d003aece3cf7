#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

bool frame_open(struct frame *frame, int terminal)
{
	*frame = (struct frame){.terminal = terminal, .memory = -1};
	frame->descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	frame->stream = frame->descriptor >= 0 ? fdopen(frame->descriptor, "w") : NULL;
	if (frame->stream)
		frame->memory = memfd_create("frame", MFD_CLOEXEC);
	return frame->stream != NULL;
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

void frame_send(struct frame *frame, struct text bytes)
{
	write_all(frame->terminal, bytes.bytes, bytes.length);
}

/* Moves what was kept to frame->bytes. */
static void take_kept(struct frame *frame)
{
	frame->bytes.length = 0;
	if (frame->memory < 0)
		return;
	dup3(frame->terminal, frame->descriptor, O_CLOEXEC);
	off_t length = lseek(frame->memory, 0, SEEK_CUR);
	if (length <= 0)
		return;
	lseek(frame->memory, 0, SEEK_SET);
	char *bytes = buffer_reserve(&frame->bytes, (size_t)length);
	ssize_t got = pread(frame->memory, bytes, (size_t)length, 0);
	if (got > 0)
		frame->bytes.length = (size_t)got;
}

void frame_end(struct frame *frame, const struct placeholder_links *links)
{
	take_kept(frame);
	struct buffer *bytes = &frame->bytes;
	if (links && bytes->length) {
		frame->filled.length = 0;
		placeholder_fill(links, buffer_text(bytes), &frame->filled);
		bytes = &frame->filled;
	}
	buffer_add(bytes, buffer_text(&frame->more));
	frame->more.length = 0;
	if (bytes->length)
		frame_send(frame, buffer_text(bytes));
}

void frame_close(struct frame *frame)
{
	if (frame->stream)
		fclose(frame->stream);
	if (frame->stream && frame->memory >= 0)
		close(frame->memory);
	buffer_finish(&frame->bytes);
	buffer_finish(&frame->more);
	buffer_finish(&frame->filled);
}
