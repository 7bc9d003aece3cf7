/*
 * Which word someone may have meant who wrote another.
 * Knows nothing of what the words are for.
 */
#ifndef VITAE_BASE_SLIP_H
#define VITAE_BASE_SLIP_H

#include "base/text.h"

/*
 * How many bytes were left out, added, replaced, or swapped with their neighbour, for someone who
 * meant one word and wrote another; the case of A to Z does not matter. -1 if that is more than
 * one for three bytes written, and so unlikely, or if a word is over 64 bytes long.
 */
int slip_distance(struct text written, struct text meant);

#endif
