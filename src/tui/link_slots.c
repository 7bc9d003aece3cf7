#include "link_slots.h"

int link_slots_take(struct link_slots *slots, uint32_t link)
{
	int free = 0;
	if (!slots->used)
		slots->used = 1;
	for (int slot = 1; slot < slots->used; slot++) {
		if (slots->links[slot] == link)
			return slot;
		if (!slots->links[slot] && !free)
			free = slot;
	}
	if (!free && slots->used < PLACEHOLDER_SLOTS)
		free = slots->used++;
	if (free)
		slots->links[free] = link;
	return free;
}

void link_slots_keep(struct link_slots *slots, const bool seen[PLACEHOLDER_SLOTS])
{
	for (int slot = 1; slot < slots->used; slot++) {
		if (!seen[slot])
			slots->links[slot] = 0;
	}
}
