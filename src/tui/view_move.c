#include "view_parts.h"

int view_text_rows(const struct view *view)
{
	return view->rows > 1 ? view->rows - 1 : 1;
}

size_t view_window(const struct view *view)
{
	return (size_t)view_text_rows(view);
}

size_t view_last_line(const struct view *view)
{
	return view->flow.count ? view->flow.count - 1 : 0;
}

const struct line *view_line(const struct view *view, size_t number)
{
	return number < view->flow.count ? view->flow.lines[number] : NULL;
}

bool view_is_blank(const struct view *view, size_t number)
{
	return !view->flow.lines[number]->block;
}

const struct block *view_block(const struct view *view)
{
	const struct line *line = view_line(view, view->cursor);
	return line ? line->block : NULL;
}

static size_t last_top(const struct view *view)
{
	size_t rows = view_window(view);
	return view->flow.count > rows ? view->flow.count - rows : 0;
}

void view_show_cursor(struct view *view)
{
	size_t rows = view_window(view);
	if (view->cursor > view_last_line(view))
		view->cursor = view_last_line(view);
	if (view->top > last_top(view))
		view->top = last_top(view);
	if (view->cursor < view->top)
		view->top = view->cursor;
	if (view->cursor >= view->top + rows)
		view->top = view->cursor - rows + 1;
}

void view_move_to(struct view *view, size_t number, int direction)
{
	if (!view->flow.count)
		return;
	if (number > view_last_line(view))
		number = view_last_line(view);
	while (view_is_blank(view, number) && direction < 0 && number > 0)
		number--;
	while (view_is_blank(view, number) && number < view_last_line(view))
		number++;
	view->cursor = number;
	view->focus = 0;
	view_show_cursor(view);
}

void view_move_by(struct view *view, size_t count, int direction)
{
	size_t number = view->cursor;
	size_t last = view_last_line(view);
	if (direction > 0)
		number = count > last - number ? last : number + count;
	else
		number = count > number ? 0 : number - count;
	view_move_to(view, number, direction);
}

void view_page_by(struct view *view, size_t count, int direction)
{
	if (direction > 0)
		view->top += count;
	else
		view->top -= count < view->top ? count : view->top;
	view_move_by(view, count, direction);
}

void view_scroll_by(struct view *view, size_t count, int direction)
{
	size_t rows = view_window(view);
	size_t room = direction > 0 ? last_top(view) - view->top : view->top;
	size_t cursor = view->cursor;
	if (count > room)
		count = room;
	view->top = direction > 0 ? view->top + count : view->top - count;
	if (cursor < view->top)
		view_move_to(view, view->top, 1);
	else if (cursor >= view->top + rows)
		view_move_to(view, view->top + rows - 1, -1);
}

void view_scroll_cursor_to(struct view *view, size_t row)
{
	view->top = view->cursor > row ? view->cursor - row : 0;
	view_show_cursor(view);
}

void view_go_to_section(struct view *view, uint32_t wanted)
{
	uint32_t number = 0;
	for (const struct block *block = view->doc->root->first; block; block = block->next) {
		bool hidden = view->filter.hidden && view->filter.hidden[block->number];
		if (block->kind != BLOCK_SECTION || ++number != wanted || hidden)
			continue;
		view_begin_jump(view);
		view_go_to_block(view, block);
		view_scroll_cursor_to(view, 0);
		return;
	}
	struct arena arena = {0};
	view_tell(view, arena_format(&arena, "There is no section %u here", wanted));
	arena_finish(&arena);
}

static bool begins_section(const struct view *view, size_t number)
{
	const struct block *block = view->flow.lines[number]->block;
	return block && (block->kind == BLOCK_SECTION || block->kind == BLOCK_HEADER) &&
	       flow_find(&view->flow, block) == number;
}

void view_step_sections(struct view *view, size_t count, int direction)
{
	size_t number = view->cursor;
	while (count && (direction > 0 ? number + 1 < view->flow.count : number > 0)) {
		number = direction > 0 ? number + 1 : number - 1;
		if (begins_section(view, number) && --count == 0)
			view_move_to(view, number, 1);
	}
}

int view_percent(const struct view *view)
{
	size_t seen = view->top + view_window(view);
	if (seen >= view->flow.count)
		return 100;
	return (int)(seen * 100 / view->flow.count);
}
