#include "view_parts.h"

#include "base/memory.h"

#include <string.h>

/* The last span of a line that begins at the match or before it, or NULL. */
static const struct span *span_of_match(const struct line *line, const struct match *match)
{
	const struct span *found = NULL;
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->part == match->part && span->start <= match->start)
			found = span;
	}
	return found;
}

/* The line that shows where a match begins, or the count of lines if none does. */
static size_t line_of_match(const struct view *view, const struct match *match)
{
	size_t number = flow_find(&view->flow, match->block);
	size_t found = number;
	for (; number < view->flow.count && view->flow.lines[number]->block == match->block;
		number++) {
		if (span_of_match(view->flow.lines[number], match))
			found = number;
	}
	return found;
}

/* Into the window; if it was out of it, with some of what comes before. */
static void show_line(struct view *view, size_t number)
{
	size_t rows = view_window(view);
	view->cursor = number;
	view->focus = 0;
	if (number < view->top || number >= view->top + rows)
		view->top = number > rows / 3 ? number - rows / 3 : 0;
	view_show_cursor(view);
}

/* The link that a match begins in, on the cursor's line, or 0. */
static uint32_t link_of_match(const struct view *view, const struct match *match)
{
	const struct span *span = span_of_match(view_line(view, view->cursor), match);
	return span ? span->link : 0;
}

static void go_to_match(struct view *view, size_t index)
{
	const struct match *match = &view->search.matches[index];
	view->search.current = index;
	view->looks++;
	view_reveal(view, match->block, false);
	view_update(view);
	size_t number = line_of_match(view, match);
	if (number >= view->flow.count)
		return;
	show_line(view, number);
	view->focus = link_of_match(view, match);
}

static struct text text_of(const struct search *search)
{
	return buffer_text(&search->text);
}

void view_run_search(struct view *view, struct text text, unsigned options)
{
	search_run(&view->search, &view->flow.layout, view->filter.hidden, text, options);
	view->looks++;
}

static void close_revealed(struct view *view)
{
	size_t size = view->doc->block_count * sizeof *view->open;
	if (memcmp(view->open, view->kept, size) == 0)
		return;
	memcpy(view->open, view->kept, size);
	view_update(view);
}

/* The first match on the cursor's line becomes the current one. */
static void find_current(struct view *view)
{
	struct place place = view_place(view);
	size_t index = place.block ? search_from(&view->search, place.block, place.start) : 0;
	if (index < view->search.count &&
		line_of_match(view, &view->search.matches[index]) == view->cursor)
		view->search.current = index;
}

void view_clear_search(struct view *view)
{
	search_clear(&view->search);
	view->looks++;
}

void sought_set(struct sought *sought, struct text text, unsigned options)
{
	sought->text.length = 0;
	buffer_add(&sought->text, text);
	sought->options = options;
}

void view_begin(struct view *view)
{
	view->origin = view_place(view);
	sought_set(&view->before, text_of(&view->search), view->search.options);
	view_filter_remember(view);
}

/* Back to where the reader was, which an earlier search may have opened. */
static void return_to_origin(struct view *view)
{
	const struct block *block = view->origin.block;
	view_reveal(view, block ? block : view->doc->root, false);
	view_update(view);
	view_restore(view, view->origin);
}

void view_search_set(struct view *view, struct text text)
{
	struct place origin = view->origin;
	view_run_search(view, text, 0);
	if (!view->search.count || !origin.block) {
		return_to_origin(view);
		return;
	}
	size_t index = search_from(&view->search, origin.block, origin.start);
	go_to_match(view, index < view->search.count ? index : 0);
}

void view_search_accept(struct view *view)
{
	view_jump_from(view, view->origin);
}

void view_search_cancel(struct view *view)
{
	view_clear_search(view);
	if (view->before.text.length)
		view_run_search(view, buffer_text(&view->before.text), view->before.options);
	return_to_origin(view);
	find_current(view);
}

void view_search_fail(struct view *view)
{
	sought_set(&view->last, text_of(&view->search), view->search.options);
	view->before.text.length = 0;
	view_search_cancel(view);
}

void view_search_repeat(struct view *view, struct text text)
{
	if (!text_equal(text, text_of(&view->search)))
		view_run_search(view, text, 0);
	view_step_matches(view, 1, 1);
}

static bool is_on_current(const struct view *view)
{
	const struct search *search = &view->search;
	return search->current < search->count &&
	       line_of_match(view, &search->matches[search->current]) == view->cursor;
}

/* The match that is count steps from the cursor, around the ends if need be. */
static size_t next_index(const struct view *view, size_t count, int direction, bool *wrapped)
{
	const struct search *search = &view->search;
	struct place place = view_place(view);
	size_t from = search->current;
	if (!is_on_current(view)) {
		/* The first match behind the cursor is the first step. */
		from = place.block ? search_from(search, place.block, place.start) : 0;
		count -= direction > 0;
	}
	count %= search->count;
	size_t index = direction > 0 ? from + count : from + search->count - count;
	*wrapped = direction > 0 ? index >= search->count : index < search->count;
	return index % search->count;
}

/* After Esc, what was searched for last is searched for again. */
static bool resume_search(struct view *view)
{
	if (search_is_active(&view->search))
		return true;
	if (!view->last.text.length)
		return false;
	view_run_search(view, buffer_text(&view->last.text), view->last.options);
	return true;
}

void view_step_matches(struct view *view, size_t count, int direction)
{
	struct arena arena = {0};
	bool wrapped;
	if (!resume_search(view)) {
		view_tell(view, TEXT("Nothing was searched for yet"));
		return;
	}
	if (!view->search.count) {
		view_tell(view, arena_format(&arena, "Not found: %.*s",
					(int)view->search.text.length, view->search.text.bytes));
		arena_finish(&arena);
		return;
	}
	view_begin_jump(view);
	if (!is_on_current(view))
		find_current(view);
	size_t index = next_index(view, count, direction, &wrapped);
	go_to_match(view, index);
	if (wrapped)
		view_tell(view, arena_format(&arena, "From the %s again: %zu/%zu",
					direction > 0 ? "beginning" : "end", index + 1,
					view->search.count));
	arena_finish(&arena);
}

void view_search_again(struct view *view)
{
	if (!search_is_active(&view->search))
		return;
	view_run_search(view, text_of(&view->search), view->search.options);
	find_current(view);
}

bool view_searches_for_filter(const struct view *view)
{
	return text_equal(text_of(&view->search), buffer_text(&view->filter.sought.text));
}

bool view_end_search(struct view *view)
{
	bool filtered = view->filter.hidden;
	bool active = search_is_active(&view->search);
	if (!active && !filtered)
		return false;
	if (active)
		sought_set(&view->last, text_of(&view->search), view->search.options);
	if (filtered && (!active || view_searches_for_filter(view))) {
		view_filter_end(view);
		return true;
	}
	view_clear_search(view);
	if (filtered)
		view_run_search(
			view, buffer_text(&view->filter.sought.text), view->filter.sought.options);
	close_revealed(view);
	return true;
}
