/*
 * Where output goes: a file descriptor behind a buffer, or memory.
 * Knows nothing of what is written.
 */
#ifndef VITAE_BASE_SINK_H
#define VITAE_BASE_SINK_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

/* Caller-allocated by sink_init(). */
struct sink {
	struct buffer buffer;
	int descriptor; /* -1: everything stays in the buffer */
	int error;      /* errno of the first write that failed, or 0 */
};

/* Borrows the descriptor; -1 collects in memory. */
void sink_init(struct sink *sink, int descriptor);

void sink_write(struct sink *sink, struct text text);

void sink_repeat(struct sink *sink, char byte, size_t count);

/* Writes what is buffered; false if this or an earlier write failed: see error. */
bool sink_flush(struct sink *sink);

/* What was collected in memory, borrowed until the next call. */
struct text sink_collected(const struct sink *sink);

/* Frees the buffer without writing it. */
void sink_finish(struct sink *sink);

#endif
