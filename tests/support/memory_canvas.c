#define _GNU_SOURCE 1
#include "memory_canvas.h"

#include "base/memory.h"
#include "base/unicode.h"
#include "tui/theme.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { CELL_BYTES = 32 };

struct memory_cell {
	char bytes[CELL_BYTES]; /* a character and its marks; empty in the second half of a wide one
				 */
	bool taken;             /* put on since the row was cleared */
	char letter;
	uint8_t ink; /* enum ink */
	uint32_t link;
};

static struct memory_cell *row_of(const struct memory_canvas *memory, int row)
{
	return memory->cells + (size_t)row * (size_t)memory->canvas.columns;
}

static void note_fault(struct memory_canvas *memory, const char *fault)
{
	if (!memory->fault)
		memory->fault = fault;
}

static void clear_row(struct canvas *canvas, int row)
{
	struct memory_canvas *memory = (struct memory_canvas *)canvas;
	if (row < 0 || row >= canvas->rows) {
		note_fault(memory, "a row outside the canvas was cleared");
		return;
	}
	for (int column = 0; column < canvas->columns; column++)
		row_of(memory, row)[column] =
			(struct memory_cell){.bytes = " ", .letter = '.', .ink = INK_THEME};
}

/* As the terminal shows it. */
static char letter_of(struct appearance appearance)
{
	unsigned attributes = theme_attributes(appearance);
	const char *letters = attributes & ATTRIBUTE_REVERSE ? "Rbuw" : ".BUW";
	return letters[!!(attributes & ATTRIBUTE_BOLD) + 2 * !!(attributes & ATTRIBUTE_UNDERLINE)];
}

/* What has no width joins the cell before it, as on terminals. */
static void put_mark(struct memory_canvas *memory, struct memory_cell *cell, struct text mark)
{
	size_t used = cell ? strlen(cell->bytes) : 0;
	if (!cell)
		note_fault(memory, "text begins with a character without width");
	else if (used + mark.length >= CELL_BYTES)
		note_fault(memory, "too many characters in a cell");
	else
		memcpy(cell->bytes + used, mark.bytes, mark.length);
}

static void put_base(struct memory_canvas *memory, struct memory_cell *cell, struct text base,
	int width, struct appearance appearance)
{
	for (int i = 0; i < width; i++) {
		if (cell[i].taken && !appearance.hint)
			note_fault(memory, "text was put over other text");
		cell[i] = (struct memory_cell){.taken = true,
			.letter = letter_of(appearance),
			.ink = appearance.ink,
			.link = appearance.link};
	}
	memcpy(cell->bytes, base.bytes, base.length);
}

static void put_text(struct canvas *canvas, int row, int column, struct text text, int width,
	struct appearance appearance)
{
	struct memory_canvas *memory = (struct memory_canvas *)canvas;
	struct memory_cell *last = NULL;
	int end = column + width;
	if (row < 0 || row >= canvas->rows || column < 0 || end > canvas->columns) {
		note_fault(memory, "text was put outside the canvas");
		return;
	}
	for (size_t offset = 0, size; offset < text.length; offset += size) {
		uint32_t character = unicode_decode(text, offset, &size);
		int columns = wcwidth((wchar_t)character);
		struct text bytes = text_slice(text, offset, offset + size);
		if (columns < 0 || column + columns > end) {
			note_fault(memory, columns < 0 ? "text holds a control character"
						       : "text is wider than it says");
			return;
		}
		if (columns == 0) {
			put_mark(memory, last, bytes);
			continue;
		}
		last = row_of(memory, row) + column;
		put_base(memory, last, bytes, columns, appearance);
		column += columns;
	}
	if (column != end)
		note_fault(memory, "text is narrower than it says");
}

void memory_canvas_init(struct memory_canvas *memory, int rows, int columns)
{
	*memory = (struct memory_canvas){
		.canvas = {.rows = rows, .columns = columns, .clear = clear_row, .put = put_text}};
	memory->cells = memory_allocate((size_t)rows * (size_t)columns * sizeof *memory->cells);
	for (int row = 0; row < rows; row++)
		clear_row(&memory->canvas, row);
}

void memory_canvas_write_row(const struct memory_canvas *memory, int row, FILE *stream)
{
	const struct memory_cell *cells = row_of(memory, row);
	int end = memory->canvas.columns;
	while (end > 0 && strcmp(cells[end - 1].bytes, " ") == 0)
		end--;
	for (int column = 0; column < end; column++)
		fputs(cells[column].bytes, stream);
}

void memory_canvas_write_attributes(const struct memory_canvas *memory, int row, FILE *stream)
{
	const struct memory_cell *cells = row_of(memory, row);
	int end = memory->canvas.columns;
	while (end > 0 && cells[end - 1].letter == '.')
		end--;
	for (int column = 0; column < end; column++)
		fputc(cells[column].letter, stream);
}

bool memory_canvas_shows(
	const struct memory_canvas *memory, int row, int column, const char *character)
{
	return strcmp(row_of(memory, row)[column].bytes, character) == 0;
}

enum ink memory_canvas_ink(const struct memory_canvas *memory, int row, int column)
{
	return (enum ink)row_of(memory, row)[column].ink;
}

uint32_t memory_canvas_link(const struct memory_canvas *memory, int row, int column)
{
	return row_of(memory, row)[column].link;
}

bool memory_canvas_row_is_blank(const struct memory_canvas *memory, int row)
{
	for (int column = 0; column < memory->canvas.columns; column++) {
		if (!memory_canvas_shows(memory, row, column, " "))
			return false;
	}
	return true;
}

bool memory_canvas_equal(const struct memory_canvas *a, const struct memory_canvas *b)
{
	if (a->canvas.rows != b->canvas.rows || a->canvas.columns != b->canvas.columns)
		return false;
	size_t count = (size_t)a->canvas.rows * (size_t)a->canvas.columns;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(a->cells[i].bytes, b->cells[i].bytes) != 0 ||
			a->cells[i].letter != b->cells[i].letter ||
			a->cells[i].ink != b->cells[i].ink || a->cells[i].link != b->cells[i].link)
			return false;
	}
	return true;
}

void memory_canvas_finish(struct memory_canvas *memory)
{
	free(memory->cells);
	*memory = (struct memory_canvas){0};
}
