/*
 * An arena: memory that is handed out piece by piece and given back all at once.
 * Knows nothing of what is stored in it.
 */
#ifndef VITAE_BASE_ARENA_H
#define VITAE_BASE_ARENA_H

#include "base/text.h"

#include <stddef.h>

struct arena_chunk;

/* Caller-allocated; all zero is an empty arena. */
struct arena {
	struct arena_chunk *chunk; /* the one being filled; owns those before it */
};

/*
 * Zeroed memory, aligned for pointers, integers and doubles, and so for structs of these; never
 * NULL. Lives until arena_finish().
 */
void *arena_allocate(struct arena *arena, size_t size);

/* Memory for bytes only: neither zeroed nor aligned. */
char *arena_bytes(struct arena *arena, size_t size);

/* A copy of text in the arena, followed by a NUL that length does not count. */
struct text arena_copy(struct arena *arena, struct text text);

/* Formats as printf(3) into the arena. */
struct text arena_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(1, 2)));

/* Forgets everything handed out but keeps memory for reuse; all earlier pieces are invalid. */
void arena_reset(struct arena *arena);

/* Gives all memory back; the arena is then empty and may be used again. */
void arena_finish(struct arena *arena);

#endif
