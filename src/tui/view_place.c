#include "view_parts.h"

enum {
	LETTERS = 26,
	MARK_OF_JUMPS = VIEW_MARKS - 1,
};

struct place view_place(const struct view *view)
{
	const struct line *line = view_line(view, view->cursor);
	if (!line)
		return (struct place){NULL, 0, 0};
	return (struct place){line->block, line->start, view->cursor - view->top};
}

void view_restore(struct view *view, struct place place)
{
	const struct block *block = place.block;
	while (block && flow_find(&view->flow, block) == view->flow.count)
		block = block->parent;
	if (!block) {
		view_move_to(view, view->cursor, 1);
		return;
	}
	size_t number = flow_find(&view->flow, block);
	if (block == place.block)
		number = flow_find_place(&view->flow, block, place.start);
	view->top = number > place.row ? number - place.row : 0;
	view->cursor = number;
	view->focus = 0;
	view_show_cursor(view);
}

/* The number of a mark, or VIEW_MARKS for what is no letter. */
static size_t mark_of(uint32_t letter)
{
	if (letter == '\'')
		return MARK_OF_JUMPS;
	if (letter >= 'a' && letter <= 'z')
		return letter - 'a';
	if (letter >= 'A' && letter <= 'Z')
		return LETTERS + letter - 'A';
	return VIEW_MARKS;
}

void view_jump_from(struct view *view, struct place place)
{
	view->marks[MARK_OF_JUMPS] = place;
}

void view_begin_jump(struct view *view)
{
	view_jump_from(view, view_place(view));
}

static void tell_letter(struct view *view, const char *format, uint32_t letter)
{
	struct arena arena = {0};
	view_tell(view, arena_format(&arena, format, (int)letter));
	arena_finish(&arena);
}

void view_set_mark(struct view *view, uint32_t letter)
{
	size_t mark = mark_of(letter);
	if (mark == VIEW_MARKS) {
		view_tell(view, TEXT("A mark is a letter"));
		return;
	}
	view->marks[mark] = view_place(view);
	tell_letter(view, "Mark %c set", letter);
}

void view_jump_to_mark(struct view *view, uint32_t letter)
{
	size_t mark = mark_of(letter);
	struct place place = mark < VIEW_MARKS ? view->marks[mark] : (struct place){NULL, 0, 0};
	if (!place.block) {
		tell_letter(view, "There is no mark %c", letter);
		return;
	}
	view_begin_jump(view);
	view_reveal(view, place.block, true);
	view_update(view);
	view_restore(view, place);
}

void view_go_to(struct view *view, const struct block *block)
{
	if (view->filter.hidden)
		view_filter_end(view);
	view_begin_jump(view);
	view_reveal(view, block, true);
	if (doc_is_foldable(block))
		view->open[block->number] = view->kept[block->number] = true;
	view_update(view);
	view_go_to_block(view, block);
	view_scroll_cursor_to(view, 0);
}
