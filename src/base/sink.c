#include "base/sink.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* As large as a pipe holds on Linux, so that a whole résumé usually takes one write. */
enum { SINK_FULL = 64 * 1024 };

void sink_init(struct sink *sink, int descriptor)
{
	*sink = (struct sink){.descriptor = descriptor};
}

bool sink_flush(struct sink *sink)
{
	size_t done = 0;
	while (sink->descriptor >= 0 && !sink->error && done < sink->buffer.length) {
		ssize_t written = write(
			sink->descriptor, sink->buffer.bytes + done, sink->buffer.length - done);
		if (written >= 0)
			done += (size_t)written;
		else if (errno == EAGAIN)
			poll(&(struct pollfd){sink->descriptor, POLLOUT, 0}, 1, -1);
		else if (errno != EINTR)
			sink->error = errno;
	}
	if (sink->descriptor >= 0)
		sink->buffer.length = 0;
	return sink->error == 0;
}

static void flush_if_full(struct sink *sink)
{
	if (sink->descriptor >= 0 && sink->buffer.length >= SINK_FULL)
		sink_flush(sink);
}

void sink_write(struct sink *sink, struct text text)
{
	buffer_add(&sink->buffer, text);
	flush_if_full(sink);
}

void sink_repeat(struct sink *sink, char byte, size_t count)
{
	buffer_add_repeated(&sink->buffer, byte, count);
	flush_if_full(sink);
}

struct text sink_collected(const struct sink *sink)
{
	return buffer_text(&sink->buffer);
}

void sink_finish(struct sink *sink)
{
	buffer_finish(&sink->buffer);
}
