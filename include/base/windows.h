/*
 * Windows-1252, in which much is still saved that should be UTF-8.
 * Knows nothing of files.
 */
#ifndef VITAE_BASE_WINDOWS_H
#define VITAE_BASE_WINDOWS_H

#include <stdint.h>

/* The character of a byte; U+FFFD for the five that have none. */
uint32_t windows_decode(unsigned char byte);

/*
 * The byte of a character, or -1. The C1 controls U+0080 to U+009F have theirs, too, as in ISO
 * 8859-1, with which the two are often mixed.
 */
int windows_encode(uint32_t character);

#endif
