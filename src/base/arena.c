#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	CHUNK_FIRST = 16 * 1024,
	CHUNK_GROWTH = 16, /* times the one before */
	/*
	 * The largest size that is asked for, and a huge page on most machines: a large file then
	 * takes a fault for each of these instead of one for each of 512 small pages, which would
	 * be a tenth of the time to read it.
	 */
	CHUNK_MOST = 2 * 1024 * 1024,
	/* Not that of max_align_t, which long double alone needs: it would waste much. */
	ARENA_ALIGNMENT = alignof(uint64_t),
};

struct arena_chunk {
	struct arena_chunk *previous;
	size_t used;
	size_t size;
	alignas(ARENA_ALIGNMENT) char bytes[];
};

static struct arena_chunk *allocate_chunk(size_t size)
{
	if (size != CHUNK_MOST)
		return memory_allocate(size);
	struct arena_chunk *chunk = memory_allocate_aligned(size, size);
	/* Only advice: where it is not taken, nothing changes. */
	madvise(chunk, size, MADV_HUGEPAGE);
	return chunk;
}

static struct arena_chunk *arena_grow(struct arena *arena, size_t size)
{
	struct arena_chunk *last = arena->chunk;
	size_t whole = last ? (sizeof *last + last->size) * CHUNK_GROWTH : CHUNK_FIRST;
	if (whole > CHUNK_MOST)
		whole = CHUNK_MOST;
	if (whole < sizeof *last + size)
		whole = sizeof *last + size;
	struct arena_chunk *chunk = allocate_chunk(whole);
	chunk->previous = last;
	chunk->used = 0;
	chunk->size = whole - sizeof *chunk;
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
