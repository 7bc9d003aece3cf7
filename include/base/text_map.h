/*
 * A map from texts to pointers, in constant time for any size; keys may be kept apart by scope.
 * Knows nothing of what the keys and values are.
 */
#ifndef VITAE_BASE_TEXT_MAP_H
#define VITAE_BASE_TEXT_MAP_H

#include "base/text.h"

#include <stddef.h>

/* Caller-allocated; all zero is empty. Borrows keys, scopes and values. */
struct text_map {
	struct text_map_slot *slots;
	size_t count;
	size_t capacity; /* a power of two, or 0 */
};

/*
 * Where the value of key within scope is kept, NULL at first. Valid until the next call; the key
 * must live as long as the map. scope is only compared and may be NULL.
 */
void **text_map_at(struct text_map *map, const void *scope, struct text key);

/* The value of key within scope, or NULL if it was never looked up with text_map_at(). */
void *text_map_get(const struct text_map *map, const void *scope, struct text key);

void text_map_finish(struct text_map *map);

#endif
