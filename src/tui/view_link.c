#include "view_parts.h"

static uint32_t first_link(const struct line *line)
{
	for (size_t i = 0; line && i < line->span_count; i++) {
		if (line->spans[i].link)
			return line->spans[i].link;
	}
	return 0;
}

/* On the page of links a name stands above the address that it belongs to. */
static uint32_t link_of_name(const struct view *view)
{
	const struct block *block = view_block(view);
	if (view->kind != VIEW_LINKS || !block || block->kind != BLOCK_FIELD || !block->first)
		return 0;
	return block->first->text.first ? block->first->text.first->link : 0;
}

uint32_t view_link(const struct view *view)
{
	if (view->focus)
		return view->focus;
	uint32_t link = first_link(view_line(view, view->cursor));
	return link ? link : link_of_name(view);
}

static bool line_has_link(const struct line *line, uint32_t link)
{
	for (size_t i = 0; i < line->span_count; i++) {
		if (line->spans[i].link == link)
			return true;
	}
	return false;
}

/* Finds the link that was stepped to again, which another width may put on another line. */
void view_restore_focus(struct view *view, uint32_t focus)
{
	const struct block *block = view_block(view);
	view->focus = 0;
	if (!focus || !block)
		return;
	for (size_t number = flow_find(&view->flow, block);
		number < view->flow.count && view->flow.lines[number]->block == block; number++) {
		if (!line_has_link(view->flow.lines[number], focus))
			continue;
		view->cursor = number;
		view->focus = focus;
		view_show_cursor(view);
		return;
	}
}

/* The link after (or before) one on a line, or the first (or last) on it for 0; 0 for none. */
static uint32_t link_beside(const struct line *line, uint32_t link, int direction)
{
	uint32_t previous = 0;
	bool passed = link == 0;
	for (size_t i = 0; i < line->span_count; i++) {
		uint32_t here = line->spans[i].link;
		if (!here || here == previous)
			continue;
		if (direction > 0 && passed && here != link)
			return here;
		if (direction < 0 && here == link)
			return previous;
		passed = passed || here == link;
		previous = here;
	}
	return direction < 0 && !link ? previous : 0;
}

/* A link that goes on over a line's end is met where it begins. */
static size_t first_line_of_link(const struct view *view, size_t number, uint32_t link)
{
	while (number > 0 && view->flow.lines[number - 1]->block &&
		link_beside(view->flow.lines[number - 1], 0, -1) == link)
		number--;
	return number;
}

/* Steps to the first link from a line on that is not the one given; false if there is none. */
static bool find_link(struct view *view, size_t number, uint32_t from, int direction)
{
	for (; number<view->flow.count; number += direction> 0 ? 1 : SIZE_MAX) {
		const struct line *line = view->flow.lines[number];
		bool goes_on = number == view->cursor || first_link(line) == from;
		uint32_t link = link_beside(line, goes_on ? from : 0, direction);
		if (!link || link == from)
			continue;
		view_move_to(view, first_line_of_link(view, number, link), direction);
		view->focus = link;
		return true;
	}
	return false;
}

/* After the last link comes the first again, and the other way round. */
static bool step_to_link(struct view *view, int direction)
{
	size_t start = view->cursor;
	/* Going back from a line without a chosen link starts before the line. */
	if (direction < 0 && !view->focus)
		start--;
	if (find_link(view, start, view->focus, direction))
		return true;
	return find_link(view, direction > 0 ? 0 : view_last_line(view), 0, direction);
}

void view_step_links(struct view *view, size_t count, int direction)
{
	/* More steps than links only go round. */
	if (count > view->doc->link_count + 1)
		count = view->doc->link_count + 1;
	for (; count > 0; count--) {
		if (step_to_link(view, direction))
			continue;
		view_tell(view, TEXT("No link in what is open"));
		return;
	}
}

static unsigned click_on_line(struct view *view, const struct line *line, int column)
{
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->link && column >= span->column && column < span->column + span->width) {
			view->focus = span->link;
			return EFFECT_FOLLOW;
		}
	}
	if (line->block && doc_is_foldable(line->block))
		view_toggle_heading(view, line->block);
	return EFFECT_NONE;
}

unsigned view_click(struct view *view, int row, int column)
{
	size_t number = view->top + (size_t)row;
	if (row < 0 || row >= view_text_rows(view) || number >= view->flow.count)
		return EFFECT_NONE;
	view->message.length = 0;
	view_hide_hints(view);
	view_move_to(view, number, 1);
	return click_on_line(view, view->flow.lines[number], column) | EFFECT_DRAW;
}

bool view_go_to_link(struct view *view, uint32_t link)
{
	for (size_t number = 0; number < view->flow.count; number++) {
		if (!line_has_link(view->flow.lines[number], link))
			continue;
		view_move_to(view, number, 1);
		view->focus = link;
		return true;
	}
	return false;
}
