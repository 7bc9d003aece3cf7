/*
 * The screen of terminal.h: libvterm, with the hyperlinks and the log it does not keep.
 * The only module that knows libvterm. Knows nothing of processes and time.
 */
#ifndef VITAE_TESTS_SUPPORT_TERMINAL_EMULATOR_H
#define VITAE_TESTS_SUPPORT_TERMINAL_EMULATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct emulator_machine;

/* Fields may be read, and are changed by emulator_feed() and emulator_resize() only. */
struct emulator {
	int rows;
	int columns;
	bool alternate_screen;
	bool cursor_visible;
	int mouse; /* an enum terminal_mouse */
	char *title;
	char *unknown; /* see terminal_unknown() */
	struct emulator_machine *machine;
};

struct emulator *emulator_create(int rows, int columns);
void emulator_destroy(struct emulator *emulator);

/* From now on each byte is a character (ISO 8859-1). */
void emulator_set_8_bit(struct emulator *emulator);

/* What the program wrote; a control sequence may be split anywhere. */
void emulator_feed(struct emulator *emulator, const char *bytes, size_t length);

/* Takes what the terminal answers to queries: stores at most size bytes, returns how many. */
size_t emulator_take_replies(struct emulator *emulator, char *bytes, size_t size);

void emulator_resize(struct emulator *emulator, int rows, int columns);

/* For these see the functions of terminal.h with the same names. */
void emulator_write_row(struct emulator *emulator, int row, FILE *stream);
void emulator_write_attributes(struct emulator *emulator, int row, FILE *stream);
int emulator_foreground(struct emulator *emulator, int row, int column);
int emulator_background(struct emulator *emulator, int row, int column);
const char *emulator_link(struct emulator *emulator, int row, int column);
bool emulator_wide_characters_whole(struct emulator *emulator);
void emulator_cursor(struct emulator *emulator, int *row, int *column);

#endif
