#include "base/buffer.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

char *buffer_reserve(struct buffer *buffer, size_t size)
{
	if (buffer->capacity - buffer->length < size) {
		size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
		if (capacity - buffer->length < size)
			capacity = buffer->length + size;
		buffer->bytes = memory_resize(buffer->bytes, capacity);
		buffer->capacity = capacity;
	}
	return buffer->bytes + buffer->length;
}

void buffer_add(struct buffer *buffer, struct text text)
{
	if (!text.length)
		return;
	memcpy(buffer_reserve(buffer, text.length), text.bytes, text.length);
	buffer->length += text.length;
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
	*buffer_reserve(buffer, 1) = byte;
	buffer->length++;
}

void buffer_add_repeated(struct buffer *buffer, char byte, size_t count)
{
	if (!count)
		return;
	memset(buffer_reserve(buffer, count), byte, count);
	buffer->length += count;
}

struct text buffer_text(const struct buffer *buffer)
{
	return (struct text){buffer->bytes, buffer->length};
}

void buffer_finish(struct buffer *buffer)
{
	free(buffer->bytes);
	*buffer = (struct buffer){0};
}
