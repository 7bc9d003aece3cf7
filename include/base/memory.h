/*
 * Memory from the system, with the one place where running out of it ends the program.
 * Knows nothing of what the memory is for.
 */
#ifndef VITAE_BASE_MEMORY_H
#define VITAE_BASE_MEMORY_H

#include <stddef.h>

/* As malloc(3) and realloc(3), but never NULL: prints a message and aborts instead. */
void *memory_allocate(size_t size);
void *memory_resize(void *memory, size_t size);

/* As aligned_alloc(3), likewise: alignment is a power of two, size a multiple of it. */
void *memory_allocate_aligned(size_t alignment, size_t size);

#endif
