/*
 * Prepares a program's output for an emulator that wants some things in one piece.
 * Knows nothing of what the bytes do.
 */
#ifndef VITAE_TESTS_SUPPORT_TERMINAL_STREAM_H
#define VITAE_TESTS_SUPPORT_TERMINAL_STREAM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How many of the bytes come before what has yet to be completed at their end: a control sequence
 * or string (CSI, OSC, DCS), or a UTF-8 character.
 */
size_t stream_whole_length(const char *bytes, size_t length);

/* Puts '?' for all characters that may be double-width; returns the new length. */
size_t stream_narrow(char *bytes, size_t length);

/* Stores whether the cursor is to be visible, as the last of the bytes to say so says it (DECTCEM).
 */
void stream_read_cursor(const char *bytes, size_t length, bool *visible);

#endif
