#include "tui/draw.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/unicode.h"
#include "layout/glyphs.h"
#include "tui/status.h"

#include <stdlib.h>
#include <string.h>

enum { MESSAGE_ROWS_MOST = 32 };

/* A row of the canvas: equal rows look the same. */
struct drawn_row {
	const struct line *line;
	bool cursor;
	uint32_t focus;
	unsigned looks;
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

/* What of a span is at the column or right of it. */
static struct span right_of(struct span span, int column)
{
	while (span.column < column && span.text.length) {
		size_t size;
		size_t length = unicode_cluster(span.text, 0);
		int width = unicode_display(text_slice(span.text, 0, length), NULL, &size);
		span.text = text_slice(span.text, length, span.text.length);
		span.start += (uint32_t)length;
		span.column += width;
		span.width -= width;
	}
	return span;
}

/* Where rows of a view are drawn. */
struct painter {
	struct canvas *canvas;
	const struct view *view;
	int row;
};

/* Puts the first bytes of a span on the canvas; what is left of the span. */
static struct span put_first(const struct painter *painter, struct span span, size_t length,
	struct appearance appearance)
{
	struct text text = text_slice(span.text, 0, length);
	int width = length == span.text.length ? span.width : unicode_width(text);
	if (text.length)
		put(painter->canvas, painter->row, span.column, text, width, appearance);
	span.text = text_slice(span.text, text.length, span.text.length);
	span.start += (uint32_t)text.length;
	span.column += width;
	span.width -= width;
	return span;
}

static void put_span(const struct painter *painter, const struct block *block, struct span span)
{
	const struct search *search = &painter->view->search;
	struct appearance appearance = {
		.role = span.role,
		.style = span.style,
		.link = span.link,
		.focus = span.link && span.link == painter->view->focus,
	};
	struct appearance marked = appearance;
	size_t count = 0;
	const struct match *match = NULL;
	if (search->count && span.part != PART_NONE)
		match = search_in(search, block, span.part, &count);
	for (; count > 0 && span.text.length; match++, count--) {
		size_t end = span.start + span.text.length;
		if (match->start >= end)
			break;
		if (match->end <= span.start)
			continue;
		if (match->start > span.start)
			span = put_first(painter, span, match->start - span.start, appearance);
		marked.match = true;
		marked.focus = (size_t)(match - search->matches) == search->current;
		end = match->end < end ? match->end : end;
		span = put_first(painter, span, end - span.start, marked);
	}
	put_first(painter, span, span.text.length, appearance);
}

/* The least columns, width or more, after which no character of the line is cut in two. */
static int whole_width(const struct line *line, int column, int width)
{
	for (size_t i = 0; i < line->span_count; i++) {
		struct span rest = right_of(line->spans[i], column + width);
		if (line->spans[i].column < column + width && rest.column > column + width)
			return rest.column - column;
	}
	return width;
}

/* Labels lie on the text, on whole characters of it. */
static void put_hints(const struct painter *painter, const struct line *line, size_t number)
{
	const struct hints *hints = &painter->view->hints;
	for (size_t i = 0; i < hints->count; i++) {
		const struct hint *hint = &hints->items[i];
		int length = (int)strlen(hint->label);
		size_t typed = strlen(hints->typed);
		if (hint->line != number || strncmp(hint->label, hints->typed, typed) != 0)
			continue;
		struct appearance look = {.role = ROLE_TEXT, .hint = true};
		int width = whole_width(line, hint->column, length);
		if (hint->column + width > painter->canvas->columns)
			continue;
		char label[UNICODE_DISPLAY_MAX];
		memset(label, ' ', sizeof label);
		memcpy(label, hint->label, (size_t)length);
		if (width > (int)sizeof label)
			width = (int)sizeof label;
		put(painter->canvas, painter->row, hint->column,
			(struct text){label, (size_t)width}, width, look);
	}
}

static void draw_line(const struct painter *painter, const struct line *line, size_t number)
{
	const struct view *view = painter->view;
	struct canvas *canvas = painter->canvas;
	bool cursor = line && number == view->cursor;
	canvas->clear(canvas, painter->row);
	if (cursor)
		put(canvas, painter->row, 0, glyphs_for(view->ascii)->cursor, 1,
			(struct appearance){.role = ROLE_MARKER});
	if (!line)
		return;
	for (size_t i = 0; i < line->span_count; i++) {
		/* In the narrowest windows text begins in the column of the cursor. */
		struct span span = cursor ? right_of(line->spans[i], 1) : line->spans[i];
		put_span(painter, line->block, span);
	}
	put_hints(painter, line, number);
}

static bool same_row(const struct drawn_row *a, const struct drawn_row *b)
{
	return a->known && a->line == b->line && a->cursor == b->cursor && a->focus == b->focus &&
	       a->looks == b->looks;
}

static void draw_text_rows(const struct view *view, struct canvas *canvas, struct drawn *drawn)
{
	for (int row = 0; row < view_text_rows(view); row++) {
		size_t number = view->top + (size_t)row;
		bool exists = number < view->flow.count;
		struct drawn_row wanted = {
			.line = exists ? view->flow.lines[number] : NULL,
			.cursor = exists && number == view->cursor,
			.focus = view->focus,
			.looks = view->looks,
			.known = true,
		};
		if (same_row(&drawn->rows[row], &wanted))
			continue;
		drawn->rows[row] = wanted;
		draw_line(&(struct painter){canvas, view, row}, wanted.line, number);
	}
}

/* Rows that a message may take; an address is to be read whole, whatever it hides. */
static int message_rows(const struct view *view, bool is_address)
{
	int most = is_address ? view->rows - 1 : view->rows / 2;
	if (most > MESSAGE_ROWS_MOST)
		most = MESSAGE_ROWS_MOST;
	return most > 1 ? most : 1;
}

/* Breaks a message into lines; what does not fit is cut. Returns how many there are. */
static int break_message(const struct view *view, int width, bool is_address,
	struct text lines[MESSAGE_ROWS_MOST], struct arena *arena)
{
	struct paragraph paragraph = paragraph_of_text(view->message, ROLE_TEXT, arena);
	int most = message_rows(view, is_address);
	int count = 0;
	struct wrap wrap;
	struct wrapped wrapped;
	wrap_begin(&wrap, &paragraph, arena);
	wrap.to_edge = is_address;
	while (wrap_next(&wrap, width, &wrapped)) {
		if (count == most) {
			struct text rest = text_slice(view->message,
				(size_t)(lines[count - 1].bytes - view->message.bytes),
				view->message.length);
			lines[count - 1] =
				wrap_shorten(rest, width, glyphs_for(view->ascii)->ellipsis, arena);
			break;
		}
		lines[count++] = text_slice(view->message, wrapped.start, wrapped.end);
	}
	return count;
}

/* A message that is wider than the line takes rows of the text for itself. */
static void draw_message(
	const struct view *view, struct canvas *canvas, struct drawn *drawn, struct arena *arena)
{
	/* Nothing stands beside a long address, so that all its rows can be selected. */
	bool is_address = text_find(view->message, 0, ' ') == view->message.length &&
			  unicode_width(view->message) > canvas->columns - 2;
	int margin = canvas->columns > 2 && !is_address;
	struct text lines[MESSAGE_ROWS_MOST];
	int width = canvas->columns > 2 * margin ? canvas->columns - 2 * margin : 1;
	int count = break_message(view, width, is_address, lines, arena);
	for (int i = 0; i < count; i++) {
		int row = view->rows - count + i;
		canvas->clear(canvas, row);
		put(canvas, row, margin, lines[i], unicode_width(lines[i]),
			(struct appearance){.role = ROLE_TEXT});
		drawn->rows[row].known = false;
	}
}

/* Returns the column where the reader types, or -1. */
static int draw_status(const struct reader *reader, struct canvas *canvas, struct drawn *drawn,
	struct arena *arena)
{
	int row = reader_view(reader)->rows - 1;
	int width = canvas->columns > 2 ? canvas->columns - 2 : canvas->columns;
	int margin = canvas->columns > 2;
	struct status status = status_make(reader, width, arena);
	int right = unicode_width(status.right);
	struct appearance look = {.role = ROLE_TEXT, .link = status.link};

	/* Of a window of one row, text is drawn there again after the answer. */
	drawn->rows[row].known = false;
	canvas->clear(canvas, row);
	put(canvas, row, margin, status.left, unicode_width(status.left), look);
	if (right)
		put(canvas, row, margin + width - right, status.right, right,
			(struct appearance){.role = ROLE_ASIDE});
	return status.cursor < 0 ? -1 : margin + status.cursor;
}

static void prepare(struct drawn *drawn, const struct reader *reader)
{
	const struct view *view = reader_view(reader);
	bool same = drawn->changes == reader->changes && drawn->row_count == view->rows &&
		    drawn->generation == view->flow.generation;
	if (same)
		return;
	drawn->rows = memory_resize(drawn->rows, (size_t)view->rows * sizeof *drawn->rows);
	drawn->row_count = view->rows;
	drawn->generation = view->flow.generation;
	drawn->changes = reader->changes;
	drawn_forget(drawn);
}

struct cursor draw_reader(const struct reader *reader, struct canvas *canvas, struct drawn *drawn)
{
	struct arena arena = {0};
	const struct view *view = reader_view(reader);
	struct cursor cursor = {.row = (int)(view->cursor - view->top)};
	bool asks = reader->question != QUESTION_NONE;
	int typing = -1;
	prepare(drawn, reader);
	if (reader->shows_code)
		qr_draw(&reader->code, canvas, view_text_rows(view));
	else
		draw_text_rows(view, canvas, drawn);
	if (view->message.length && !asks && !reader->shows_code)
		draw_message(view, canvas, drawn, &arena);
	else if (view->rows > 1 || asks)
		typing = draw_status(reader, canvas, drawn, &arena);
	if (typing >= 0)
		cursor = (struct cursor){.row = view->rows - 1, .column = typing, .types = true};
	arena_finish(&arena);
	return cursor;
}

void drawn_forget(struct drawn *drawn)
{
	if (drawn->rows)
		memset(drawn->rows, 0, (size_t)drawn->row_count * sizeof *drawn->rows);
}

void drawn_finish(struct drawn *drawn)
{
	free(drawn->rows);
	*drawn = (struct drawn){0};
}
