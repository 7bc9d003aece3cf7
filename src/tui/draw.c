#include "tui/draw.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/unicode.h"
#include "tui/status.h"

#include <stdlib.h>
#include <string.h>

enum { MESSAGE_ROWS_MOST = 32 };

static const struct text cursor_marker = {"\u276F", 3};

/* A row of the canvas: equal rows look the same. */
struct drawn_row {
	const struct line *line;
	bool cursor;
	uint32_t focus;
	bool known;
};

/* Puts a span on the canvas in display form, as far as it fits. */
static void put_clipped(
	struct canvas *canvas, int row, int column, struct text text, struct appearance appearance)
{
	struct buffer display = {0};
	int width = 0;
	size_t offset = 0;
	while (offset < text.length) {
		char bytes[UNICODE_DISPLAY_MAX];
		size_t size;
		size_t length = unicode_cluster(text, offset);
		int columns =
			unicode_display(text_slice(text, offset, offset + length), bytes, &size);
		if (column + width + columns > canvas->columns)
			break;
		buffer_add(&display, (struct text){bytes, size});
		width += columns;
		offset += length;
	}
	if (width)
		canvas->put(canvas, row, column, buffer_text(&display), width, appearance);
	buffer_finish(&display);
}

static void put(struct canvas *canvas, int row, int column, struct text text, int width,
	struct appearance appearance)
{
	bool ascii = text.length == (size_t)width;
	if (ascii && column + width <= canvas->columns)
		canvas->put(canvas, row, column, text, width, appearance);
	else
		put_clipped(canvas, row, column, text, appearance);
}

/* What of a span is right of the cursor: in the narrowest windows text begins in its column. */
static struct span right_of_cursor(struct span span)
{
	while (span.column < 1 && span.text.length) {
		size_t size;
		size_t length = unicode_cluster(span.text, 0);
		int width = unicode_display(text_slice(span.text, 0, length), NULL, &size);
		span.text = text_slice(span.text, length, span.text.length);
		span.column += width;
		span.width -= width;
	}
	return span;
}

static void draw_line(
	struct canvas *canvas, int row, const struct line *line, bool cursor, uint32_t focus)
{
	canvas->clear(canvas, row);
	if (cursor)
		put(canvas, row, 0, cursor_marker, 1, (struct appearance){.role = ROLE_MARKER});
	if (!line)
		return;
	for (size_t i = 0; i < line->span_count; i++) {
		struct span span = line->spans[i];
		struct appearance appearance = {
			.role = span.role,
			.style = span.style,
			.link = span.link,
			.focus = span.link && span.link == focus,
		};
		if (cursor)
			span = right_of_cursor(span);
		put(canvas, row, span.column, span.text, span.width, appearance);
	}
}

static bool same_row(const struct drawn_row *a, const struct drawn_row *b)
{
	return a->known && a->line == b->line && a->cursor == b->cursor && a->focus == b->focus;
}

static void draw_text_rows(
	const struct view *view, struct canvas *canvas, struct drawn *drawn, int count)
{
	for (int row = 0; row < count; row++) {
		size_t number = view->top + (size_t)row;
		bool exists = number < view->flow.count;
		bool cursor = exists && number == view->cursor;
		struct drawn_row wanted = {
			.line = exists ? view->flow.lines[number] : NULL,
			.cursor = cursor,
			.focus = view->focus,
			.known = true,
		};
		if (same_row(&drawn->rows[row], &wanted))
			continue;
		drawn->rows[row] = wanted;
		draw_line(canvas, row, wanted.line, cursor, view->focus);
	}
}

/* A message that is wider than the line takes rows of the text for itself. */
static void draw_message(
	const struct view *view, struct canvas *canvas, struct drawn *drawn, struct arena *arena)
{
	struct paragraph paragraph = paragraph_of_text(view->message, ROLE_TEXT, arena);
	int width = canvas->columns > 2 ? canvas->columns - 2 : 1;
	struct wrap wrap;
	struct wrapped lines[MESSAGE_ROWS_MOST];
	int count = 0;
	wrap_begin(&wrap, &paragraph, arena);
	while (count < MESSAGE_ROWS_MOST && count < view->rows &&
		wrap_next(&wrap, width, &lines[count]))
		count++;
	for (int i = 0; i < count; i++) {
		int row = view->rows - count + i;
		struct text text = text_slice(view->message, lines[i].start, lines[i].end);
		canvas->clear(canvas, row);
		put(canvas, row, canvas->columns > 2, text, unicode_width(text),
			(struct appearance){.role = ROLE_TEXT});
		drawn->rows[row].known = false;
	}
}

static void draw_status(const struct view *view, struct canvas *canvas, struct arena *arena)
{
	int row = view->rows - 1;
	int width = canvas->columns > 2 ? canvas->columns - 2 : canvas->columns;
	int margin = canvas->columns > 2;
	struct status status = status_make(view, width, arena);
	int right = unicode_width(status.right);
	struct appearance look = {.role = ROLE_TEXT, .link = status.link};

	canvas->clear(canvas, row);
	put(canvas, row, margin, status.left, unicode_width(status.left), look);
	if (right)
		put(canvas, row, margin + width - right, status.right, right,
			(struct appearance){.role = ROLE_ASIDE});
}

static void prepare(struct drawn *drawn, const struct view *view)
{
	bool same = drawn->view == view && drawn->generation == view->flow.generation &&
		    drawn->row_count == view->rows;
	if (same)
		return;
	drawn_forget(drawn);
	drawn->rows = memory_resize(drawn->rows, (size_t)view->rows * sizeof *drawn->rows);
	memset(drawn->rows, 0, (size_t)view->rows * sizeof *drawn->rows);
	drawn->row_count = view->rows;
	drawn->view = view;
	drawn->generation = view->flow.generation;
}

void draw_view(const struct view *view, struct canvas *canvas, struct drawn *drawn)
{
	struct arena arena = {0};
	prepare(drawn, view);
	int text_rows = view_text_rows(view);
	draw_text_rows(view, canvas, drawn, text_rows);
	if (view->message.length)
		draw_message(view, canvas, drawn, &arena);
	else if (view->rows > 1)
		draw_status(view, canvas, &arena);
	arena_finish(&arena);
}

int draw_cursor_row(const struct view *view)
{
	return (int)(view->cursor - view->top);
}

void drawn_forget(struct drawn *drawn)
{
	for (int row = 0; row < drawn->row_count; row++)
		drawn->rows[row].known = false;
}

void drawn_finish(struct drawn *drawn)
{
	free(drawn->rows);
	*drawn = (struct drawn){0};
}
