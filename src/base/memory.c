#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static void *memory_require(void *memory)
{
	if (memory)
		return memory;
	fputs("vitae: out of memory\n", stderr);
	abort();
}

void *memory_allocate(size_t size)
{
	return memory_require(malloc(size ? size : 1));
}

void *memory_resize(void *memory, size_t size)
{
	return memory_require(realloc(memory, size ? size : 1));
}

void *memory_allocate_aligned(size_t alignment, size_t size)
{
	return memory_require(aligned_alloc(alignment, size));
}
