/*
 * A growing run of bytes.
 * Knows nothing of what they mean.
 */
#ifndef VITAE_BASE_BUFFER_H
#define VITAE_BASE_BUFFER_H

#include "base/text.h"

#include <stddef.h>

/* Caller-allocated; all zero is empty. Owns its bytes. */
struct buffer {
	char *bytes;
	size_t length;
	size_t capacity;
};

/* Room for size more bytes; returns where they go. The caller adds to length what it wrote. */
char *buffer_reserve(struct buffer *buffer, size_t size);
void buffer_add(struct buffer *buffer, struct text text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_repeated(struct buffer *buffer, char byte, size_t count);

/* The bytes so far, borrowed until the buffer changes. */
struct text buffer_text(const struct buffer *buffer);

void buffer_finish(struct buffer *buffer);

#endif
