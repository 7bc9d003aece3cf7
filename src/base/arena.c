#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	CHUNK_FIRST = 16 * 1024,
	CHUNK_MOST = 1024 * 1024,
	/* Not that of max_align_t, which long double alone needs: it would waste much. */
	ARENA_ALIGNMENT = alignof(uint64_t),
};

struct arena_chunk {
	struct arena_chunk *previous;
	size_t used;
	size_t size;
	alignas(ARENA_ALIGNMENT) char bytes[];
};

static struct arena_chunk *arena_grow(struct arena *arena, size_t size)
{
	struct arena_chunk *last = arena->chunk;
	size_t chunk_size = last ? last->size * 2 : CHUNK_FIRST;
	if (chunk_size > CHUNK_MOST)
		chunk_size = CHUNK_MOST;
	if (chunk_size < size)
		chunk_size = size;
	struct arena_chunk *chunk = memory_allocate(sizeof *chunk + chunk_size);
	chunk->previous = last;
	chunk->used = 0;
	chunk->size = chunk_size;
	arena->chunk = chunk;
	return chunk;
}

char *arena_bytes(struct arena *arena, size_t size)
{
	struct arena_chunk *chunk = arena->chunk;
	if (!chunk || chunk->size - chunk->used < size)
		chunk = arena_grow(arena, size);
	char *bytes = chunk->bytes + chunk->used;
	chunk->used += size;
	return bytes;
}

void *arena_allocate(struct arena *arena, size_t size)
{
	const size_t alignment = ARENA_ALIGNMENT;
	struct arena_chunk *chunk = arena->chunk;
	if (chunk) {
		size_t aligned = (chunk->used + alignment - 1) / alignment * alignment;
		chunk->used = aligned < chunk->size ? aligned : chunk->size;
	}
	return memset(arena_bytes(arena, size), 0, size);
}

struct text arena_copy(struct arena *arena, struct text text)
{
	char *bytes = arena_bytes(arena, text.length + 1);
	if (text.length)
		memcpy(bytes, text.bytes, text.length);
	bytes[text.length] = '\0';
	return (struct text){bytes, text.length};
}

struct text arena_format(struct arena *arena, const char *format, ...)
{
	/* First where there is room already: that is nearly always enough. */
	struct arena_chunk *chunk = arena->chunk ? arena->chunk : arena_grow(arena, 1);
	size_t room = chunk->size - chunk->used;
	char *bytes = chunk->bytes + chunk->used;
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(bytes, room, format, arguments);
	va_end(arguments);
	if (length < 0)
		return (struct text){NULL, 0};
	if ((size_t)length >= room) {
		bytes = arena_bytes(arena, (size_t)length + 1);
		va_start(arguments, format);
		vsnprintf(bytes, (size_t)length + 1, format, arguments);
		va_end(arguments);
	} else {
		chunk->used += (size_t)length + 1;
	}
	return (struct text){bytes, (size_t)length};
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk *chunk = arena->chunk;
	if (!chunk)
		return;
	struct arena rest = {chunk->previous};
	arena_finish(&rest);
	chunk->previous = NULL;
	chunk->used = 0;
}

void arena_finish(struct arena *arena)
{
	while (arena->chunk) {
		struct arena_chunk *previous = arena->chunk->previous;
		free(arena->chunk);
		arena->chunk = previous;
	}
}
