/*
 * A canvas in memory, which tests read back as text, and which remembers what a canvas must never
 * be asked for. Knows nothing of views or documents.
 */
#ifndef VITAE_TESTS_SUPPORT_MEMORY_CANVAS_H
#define VITAE_TESTS_SUPPORT_MEMORY_CANVAS_H

#include "tui/canvas.h"

#include <stdbool.h>
#include <stdio.h>

/* Caller-allocated by memory_canvas_init(). */
struct memory_canvas {
	struct canvas canvas; /* first: the canvas's functions find the rest by it */
	struct memory_cell *cells;
	const char *fault; /* the first thing wrong that was asked for, or NULL */
};

/* An empty canvas of that size, both at least 1. */
void memory_canvas_init(struct memory_canvas *memory, int rows, int columns);

/* The text of a row without trailing blanks, and a letter for each column as in support/terminal.h
 * without trailing dots. */
void memory_canvas_write_row(const struct memory_canvas *memory, int row, FILE *stream);
void memory_canvas_write_attributes(const struct memory_canvas *memory, int row, FILE *stream);

/* True if the cell holds the character given as UTF-8. */
bool memory_canvas_shows(
	const struct memory_canvas *memory, int row, int column, const char *character);

/* The ink that the cell was last put on with; INK_THEME if it was cleared since. */
enum ink memory_canvas_ink(const struct memory_canvas *memory, int row, int column);

/* The number of the link on a cell, or 0. */
uint32_t memory_canvas_link(const struct memory_canvas *memory, int row, int column);

bool memory_canvas_row_is_blank(const struct memory_canvas *memory, int row);

/* True if both have the same size and look the same. */
bool memory_canvas_equal(const struct memory_canvas *a, const struct memory_canvas *b);

void memory_canvas_finish(struct memory_canvas *memory);

#endif
