#include "base/text_map.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct text_map_slot {
	const void *scope;
	struct text key;
	void *value;
	bool used;
};

/* FNV-1a over the scope's address and the key. */
static uint64_t hash_of(const void *scope, struct text key)
{
	uint64_t hash = 14695981039346656037u ^ (uint64_t)(uintptr_t)scope;
	hash *= 1099511628211u;
	for (size_t i = 0; i < key.length; i++) {
		hash ^= (unsigned char)key.bytes[i];
		hash *= 1099511628211u;
	}
	return hash ^ hash >> 32;
}

static struct text_map_slot *find_slot(
	const struct text_map *map, const void *scope, struct text key)
{
	size_t mask = map->capacity - 1;
	size_t place = (size_t)hash_of(scope, key) & mask;
	while (map->slots[place].used &&
		(map->slots[place].scope != scope || !text_equal(map->slots[place].key, key)))
		place = (place + 1) & mask;
	return &map->slots[place];
}

static void grow(struct text_map *map)
{
	struct text_map old = *map;
	map->capacity = old.capacity ? old.capacity * 2 : 64;
	map->slots = memory_allocate(map->capacity * sizeof *map->slots);
	memset(map->slots, 0, map->capacity * sizeof *map->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		const struct text_map_slot *slot = &old.slots[i];
		if (slot->used)
			*find_slot(map, slot->scope, slot->key) = *slot;
	}
	free(old.slots);
}

void **text_map_at(struct text_map *map, const void *scope, struct text key)
{
	if (map->count * 2 >= map->capacity)
		grow(map);
	struct text_map_slot *slot = find_slot(map, scope, key);
	if (!slot->used) {
		*slot = (struct text_map_slot){.scope = scope, .key = key, .used = true};
		map->count++;
	}
	return &slot->value;
}

void *text_map_get(const struct text_map *map, const void *scope, struct text key)
{
	return map->count ? find_slot(map, scope, key)->value : NULL;
}

void text_map_finish(struct text_map *map)
{
	free(map->slots);
	*map = (struct text_map){0};
}
