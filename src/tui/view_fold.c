#include "view_parts.h"

#include <stdlib.h>
#include <string.h>

enum { LEVEL_ALL = 3 };

static size_t size_of_folds(const struct view *view)
{
	return view->doc->block_count * sizeof *view->open;
}

void view_update(struct view *view)
{
	struct place place = view_place(view);
	uint32_t focus = view->focus;
	view->folds++;
	view_hide_hints(view);
	flow_update(&view->flow, view->open, view->filter.hidden);
	view_restore(view, place);
	view_restore_focus(view, focus);
}

/* What is open now is what the reader wants, also when a search ends. */
static void keep_folds(struct view *view)
{
	memcpy(view->kept, view->open, size_of_folds(view));
}

static void open_level(struct view *view, int level)
{
	for (const struct block *block = view->doc->root; block; block = doc_next(block)) {
		int depth = block->kind == BLOCK_HEADER ? 0 : doc_level(block);
		bool wanted = depth < level || level >= LEVEL_ALL;
		view->open[block->number] = doc_is_foldable(block) && wanted;
	}
}

/* True if the window shows the heading of every section without scrolling. */
static bool all_sections_show(const struct view *view)
{
	size_t last = 0;
	for (const struct block *block = view->doc->root->first; block; block = block->next) {
		size_t number = flow_find(&view->flow, block);
		if (number > last && number < view->flow.count)
			last = number;
	}
	return last < view_window(view);
}

static void open_groups(struct view *view, const struct block *section, bool open)
{
	view->open[section->number] = open;
	for (const struct block *child = section->first; child; child = child->next) {
		if (child->kind == BLOCK_GROUP)
			view->open[child->number] = open;
	}
}

/* Opens the header and then section after section, for as long as all headings stay in sight. */
static void open_what_fits(struct view *view)
{
	open_level(view, 0);
	for (const struct block *block = view->doc->root->first; block; block = block->next) {
		if (!doc_is_foldable(block))
			continue;
		open_groups(view, block, true);
		flow_update(&view->flow, view->open, view->filter.hidden);
		if (all_sections_show(view))
			continue;
		open_groups(view, block, false);
		/* A header that has no room says less than the sections that then have. */
		if (block->kind != BLOCK_HEADER)
			break;
	}
}

void view_open_as_at_start(struct view *view)
{
	if (view->level)
		open_level(view, view->level);
	else
		open_what_fits(view);
	flow_update(&view->flow, view->open, view->filter.hidden);
}

/* The heading that an action on the cursor's line is about. */
static const struct block *heading_at_cursor(const struct view *view)
{
	return doc_heading(view_block(view));
}

void view_go_to_block(struct view *view, const struct block *block)
{
	size_t number = flow_find(&view->flow, block);
	if (number < view->flow.count)
		view_move_to(view, number, 1);
}

static bool is_in(const struct block *block, const struct block *heading)
{
	while (block && block != heading)
		block = block->parent;
	return block;
}

/* Scrolls as far as the heading allows, so that what was opened is seen. */
static void show_contents(struct view *view, const struct block *heading)
{
	size_t last = view->cursor;
	while (last + 1 < view->flow.count &&
		(view_is_blank(view, last + 1) ||
			is_in(view->flow.lines[last + 1]->block, heading)))
		last++;
	while (last > view->cursor && view_is_blank(view, last))
		last--;
	if (last >= view->top + view_window(view)) {
		size_t top = last - view_window(view) + 1;
		view->top = top < view->cursor ? top : view->cursor;
	}
}

static void set_open(struct view *view, const struct block *heading, bool open)
{
	view->open[heading->number] = view->kept[heading->number] = open;
	view->focus = 0;
	if (!open)
		view_go_to_block(view, heading);
	view_update(view);
	if (open)
		show_contents(view, heading);
}

static bool is_open(const struct view *view, const struct block *block)
{
	return view->open[block->number];
}

const struct block *view_foldable(const struct view *view)
{
	const struct block *block = view_block(view);
	const struct block *heading = heading_at_cursor(view);
	if (!heading || !doc_is_foldable(heading))
		return NULL;
	/* A line of a section is much less than the section; one of an entry is a part of it. */
	return block != heading && heading->kind == BLOCK_SECTION ? NULL : heading;
}

/* The nearest fold that the cursor is in, or on. */
static const struct block *fold_at_cursor(const struct view *view)
{
	const struct block *heading = heading_at_cursor(view);
	while (heading && !doc_is_foldable(heading))
		heading = doc_heading(heading->parent);
	return heading;
}

void view_toggle_heading(struct view *view, const struct block *heading)
{
	set_open(view, heading, !is_open(view, heading));
}

void view_toggle_fold(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	if (heading)
		view_toggle_heading(view, heading);
}

void view_open_fold(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	if (heading && !is_open(view, heading))
		set_open(view, heading, true);
}

void view_close_fold(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	while (heading && !(doc_is_foldable(heading) && is_open(view, heading)))
		heading = doc_heading(heading->parent);
	if (heading)
		set_open(view, heading, false);
}

void view_go_in(struct view *view)
{
	const struct block *block = view_block(view);
	if (!block || !doc_is_foldable(block))
		return;
	if (!is_open(view, block)) {
		set_open(view, block, true);
		return;
	}
	size_t number = view->cursor;
	while (number + 1 < view->flow.count && view->flow.lines[number]->block == block)
		number++;
	if (is_in(view->flow.lines[number]->block, block) || view_is_blank(view, number))
		view_move_to(view, number, 1);
}

void view_go_out(struct view *view)
{
	const struct block *block = view_block(view);
	if (!block)
		return;
	if (doc_is_foldable(block) && is_open(view, block)) {
		set_open(view, block, false);
		return;
	}
	const struct block *parent = doc_heading(block);
	if (parent == block)
		parent = doc_heading(block->parent);
	if (parent)
		view_go_to_block(view, parent);
}

void view_open_all(struct view *view)
{
	open_level(view, LEVEL_ALL);
	keep_folds(view);
	view_update(view);
}

void view_fold_all(struct view *view)
{
	view_set_level(view, 0);
}

void view_set_level(struct view *view, uint32_t level)
{
	if (level > LEVEL_ALL) {
		view_tell(view, TEXT("There are levels 1, 2 and 3"));
		return;
	}
	open_level(view, (int)level);
	keep_folds(view);
	view_update(view);
}

void view_close_all(struct view *view)
{
	struct place place = view_place(view);
	size_t size = size_of_folds(view);
	bool *before = view_flags(view->doc, view->open);
	view_open_as_at_start(view);
	if (memcmp(before, view->open, size) == 0)
		open_level(view, 1);
	free(before);
	keep_folds(view);
	view->focus = 0;
	flow_update(&view->flow, view->open, view->filter.hidden);
	view->folds++;
	view_hide_hints(view);
	view_restore(view, place);
}

/* Opens or closes a heading and all in it. */
static void set_tree(struct view *view, const struct block *heading, bool open)
{
	const struct block *end = doc_skip(heading);
	for (const struct block *block = heading; block != end; block = doc_next(block)) {
		if (doc_is_foldable(block))
			view->open[block->number] = view->kept[block->number] = open;
	}
	set_open(view, heading, open);
}

void view_open_deep(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	if (heading)
		set_tree(view, heading, true);
}

/* Closing goes outwards as in vim: all folds that the cursor is in. */
void view_close_deep(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	if (!heading)
		return;
	for (const struct block *outer = doc_heading(heading->parent); outer;
		outer = doc_heading(outer->parent)) {
		view->open[heading->number] = view->kept[heading->number] = false;
		heading = outer;
	}
	set_open(view, heading, false);
}

void view_toggle_deep(struct view *view)
{
	const struct block *heading = fold_at_cursor(view);
	if (heading)
		set_tree(view, heading, !is_open(view, heading));
}

void view_step_folds(struct view *view, size_t count, int direction)
{
	size_t number = view->cursor;
	const struct block *from = view_block(view);
	while (count && (direction > 0 ? number + 1 < view->flow.count : number > 0)) {
		number = direction > 0 ? number + 1 : number - 1;
		const struct block *block = view->flow.lines[number]->block;
		bool begins = block && block != from && flow_find(&view->flow, block) == number;
		if (begins && doc_is_foldable(block) && --count == 0)
			view_move_to(view, number, 1);
	}
}

void view_reveal(struct view *view, const struct block *block, bool for_good)
{
	if (!for_good)
		memcpy(view->open, view->kept, size_of_folds(view));
	for (const struct block *outer = block->parent; outer; outer = outer->parent) {
		if (!doc_is_foldable(outer))
			continue;
		view->open[outer->number] = true;
		if (for_good)
			view->kept[outer->number] = true;
	}
}
