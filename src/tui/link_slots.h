/*
 * Which links are on the screen, each in a slot of its own: far fewer than there may be.
 * Knows nothing of colours or addresses.
 */
#ifndef VITAE_TUI_LINK_SLOTS_H
#define VITAE_TUI_LINK_SLOTS_H

#include "placeholder.h"

#include <stdbool.h>

/* Caller-allocated; all zero is empty. */
struct link_slots {
	uint32_t links[PLACEHOLDER_SLOTS]; /* 0 where the slot is free; so is the first always */
	int used;                          /* slots from this one on were never taken */
};

/* The slot of a link that has one or gets one now; 0 if there is none free. */
int link_slots_take(struct link_slots *slots, uint32_t link);

/* Frees the slots that are not marked as seen. */
void link_slots_keep(struct link_slots *slots, const bool seen[PLACEHOLDER_SLOTS]);

#endif
