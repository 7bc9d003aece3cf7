#include "tui/view.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
	COMPACT_ROWS = 16, /* windows of fewer rows have none to spare for blank lines */
	LEVEL_ALL = 3,
	MARGIN = 1, /* columns left free at the right, where terminals wrap differently */
};

/* Where the reader is, in terms that survive another layout. */
struct place {
	const struct block *block;
	size_t start; /* in bytes of the block's text */
	size_t row;   /* of the window */
};

int view_text_rows(const struct view *view)
{
	return view->rows > 1 ? view->rows - 1 : 1;
}

static size_t window(const struct view *view)
{
	return (size_t)view_text_rows(view);
}

static const struct line *line_at(const struct view *view, size_t number)
{
	return number < view->flow.count ? view->flow.lines[number] : NULL;
}

static bool is_blank(const struct view *view, size_t number)
{
	return !view->flow.lines[number]->block;
}

static const struct block *block_at_cursor(const struct view *view)
{
	const struct line *line = line_at(view, view->cursor);
	return line ? line->block : NULL;
}

static size_t last_line(const struct view *view)
{
	return view->flow.count ? view->flow.count - 1 : 0;
}

/* Moves the window no further than needed for the cursor to be in it, and not past the end. */
static void show_cursor(struct view *view)
{
	size_t rows = window(view);
	size_t most = view->flow.count > rows ? view->flow.count - rows : 0;
	if (view->cursor > last_line(view))
		view->cursor = last_line(view);
	if (view->top > most)
		view->top = most;
	if (view->cursor < view->top)
		view->top = view->cursor;
	if (view->cursor >= view->top + rows)
		view->top = view->cursor - rows + 1;
}

/* Puts the cursor on a line, or the next that is not blank in that direction or else the other. */
static void move_to(struct view *view, size_t number, int direction)
{
	if (!view->flow.count)
		return;
	if (number > last_line(view))
		number = last_line(view);
	while (is_blank(view, number) && direction < 0 && number > 0)
		number--;
	while (is_blank(view, number) && number < last_line(view))
		number++;
	view->cursor = number;
	view->focus = 0;
	show_cursor(view);
}

static void move_by(struct view *view, size_t count, int direction)
{
	size_t number = view->cursor;
	if (direction > 0)
		number = count > last_line(view) - number ? last_line(view) : number + count;
	else
		number = count > number ? 0 : number - count;
	move_to(view, number, direction);
}

/* Moves window and cursor together, so that the eye finds the cursor where it was. */
static void page_by(struct view *view, size_t count, int direction)
{
	if (direction > 0)
		view->top += count;
	else
		view->top -= count < view->top ? count : view->top;
	move_by(view, count, direction);
}

static size_t page_rows(const struct view *view)
{
	/* A line of the old page stays, to read on from. */
	return window(view) > 1 ? window(view) - 1 : 1;
}

static size_t half_rows(const struct view *view)
{
	return window(view) > 1 ? window(view) / 2 : 1;
}

static struct place remember(const struct view *view)
{
	const struct line *line = line_at(view, view->cursor);
	if (!line)
		return (struct place){NULL, 0, 0};
	return (struct place){line->block, line->start, view->cursor - view->top};
}

/* Finds a place again; if its block is hidden now, the heading that hides it. */
static void restore(struct view *view, struct place place)
{
	const struct block *block = place.block;
	while (block && flow_find(&view->flow, block) == view->flow.count)
		block = block->parent;
	if (!block) {
		move_to(view, view->cursor, 1);
		return;
	}
	size_t number = flow_find(&view->flow, block);
	if (block == place.block)
		number = flow_find_place(&view->flow, block, place.start);
	view->top = number > place.row ? number - place.row : 0;
	view->cursor = number;
	show_cursor(view);
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
static void restore_focus(struct view *view, uint32_t focus)
{
	const struct block *block = block_at_cursor(view);
	view->focus = 0;
	if (!focus || !block)
		return;
	for (size_t number = flow_find(&view->flow, block);
		number < view->flow.count && view->flow.lines[number]->block == block; number++) {
		if (!line_has_link(view->flow.lines[number], focus))
			continue;
		view->cursor = number;
		view->focus = focus;
		show_cursor(view);
		return;
	}
}

static void update(struct view *view)
{
	struct place place = remember(view);
	uint32_t focus = view->focus;
	flow_update(&view->flow, view->open, NULL);
	restore(view, place);
	restore_focus(view, focus);
}

static void lay_out(struct view *view)
{
	int width = view->columns > MARGIN ? view->columns - MARGIN : 1;
	flow_set(&view->flow, (struct layout_settings){.medium = MEDIUM_SCREEN,
				      .width = width,
				      .compact = view->rows < COMPACT_ROWS});
	flow_update(&view->flow, view->open, NULL);
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
		if (number > last)
			last = number;
	}
	return last < window(view);
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
		flow_update(&view->flow, view->open, NULL);
		if (all_sections_show(view))
			continue;
		open_groups(view, block, false);
		/* A header that has no room says less than the sections that then have. */
		if (block->kind != BLOCK_HEADER)
			break;
	}
}

static void open_as_at_start(struct view *view)
{
	if (view->level)
		open_level(view, view->level);
	else
		open_what_fits(view);
	flow_update(&view->flow, view->open, NULL);
}

/* The first entry of the first open section, where reading begins; else the first section. */
static void go_to_start(struct view *view)
{
	const struct block *start = NULL;
	for (const struct block *block = view->doc->root->first; block && !start;
		block = block->next) {
		if (block->kind == BLOCK_SECTION)
			start = view->open[block->number] && block->first ? block->first : block;
	}
	move_to(view, start ? flow_find(&view->flow, start) : 0, 1);
}

void view_init(struct view *view, const struct doc *doc, int level, int rows, int columns)
{
	*view = (struct view){.doc = doc, .level = level, .rows = rows, .columns = columns};
	view->open = memory_allocate(doc->block_count * sizeof *view->open);
	memset(view->open, 0, doc->block_count * sizeof *view->open);
	flow_init(&view->flow, doc);
	lay_out(view);
	open_as_at_start(view);
	go_to_start(view);
}

void view_resize(struct view *view, int rows, int columns)
{
	struct place place = remember(view);
	uint32_t focus = view->focus;
	view->rows = rows;
	view->columns = columns;
	lay_out(view);
	restore(view, place);
	restore_focus(view, focus);
}

/* The heading that an action on the cursor's line is about. */
static const struct block *heading_at_cursor(const struct view *view)
{
	return doc_heading(block_at_cursor(view));
}

static void go_to_block(struct view *view, const struct block *block)
{
	size_t number = flow_find(&view->flow, block);
	if (number < view->flow.count)
		move_to(view, number, 1);
}

/* Scrolls as far as the heading allows, so that what was opened is seen. */
static void show_contents(struct view *view, const struct block *heading)
{
	size_t last = view->cursor;
	while (last + 1 < view->flow.count) {
		const struct block *block = view->flow.lines[last + 1]->block;
		while (block && block != heading)
			block = block->parent;
		if (!block && !is_blank(view, last + 1))
			break;
		last++;
	}
	while (last > view->cursor && is_blank(view, last))
		last--;
	if (last >= view->top + window(view)) {
		size_t top = last - window(view) + 1;
		view->top = top < view->cursor ? top : view->cursor;
	}
}

static void set_open(struct view *view, const struct block *heading, bool open)
{
	view->open[heading->number] = open;
	view->folds++;
	view->focus = 0;
	if (!open)
		go_to_block(view, heading);
	update(view);
	if (open)
		show_contents(view, heading);
}

static bool is_open(const struct view *view, const struct block *block)
{
	return view->open[block->number];
}

const struct block *view_foldable(const struct view *view)
{
	const struct block *block = block_at_cursor(view);
	const struct block *heading = heading_at_cursor(view);
	if (!heading || !doc_is_foldable(heading))
		return NULL;
	/* A line of a section is much less than the section; one of an entry is a part of it. */
	return block != heading && heading->kind == BLOCK_SECTION ? NULL : heading;
}

static unsigned toggle(struct view *view)
{
	const struct block *heading = view_foldable(view);
	bool folds = heading && heading == block_at_cursor(view);
	if (view->focus || (!folds && view_link(view)))
		return EFFECT_FOLLOW;
	if (heading)
		set_open(view, heading, !is_open(view, heading));
	return EFFECT_NONE;
}

static void open_at_cursor(struct view *view)
{
	const struct block *block = block_at_cursor(view);
	if (!block || !doc_is_foldable(block))
		return;
	if (!is_open(view, block))
		set_open(view, block, true);
	else
		go_to_block(view, flow_find(&view->flow, block->first) < view->flow.count
					  ? block->first
					  : doc_next(block->first));
}

static void close_at_cursor(struct view *view)
{
	const struct block *block = block_at_cursor(view);
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
		go_to_block(view, parent);
}

static void open_all(struct view *view)
{
	for (const struct block *block = view->doc->root; block; block = doc_next(block)) {
		bool open = doc_is_foldable(block);
		view->folds += view->open[block->number] != open;
		view->open[block->number] = open;
	}
	update(view);
}

static void close_all(struct view *view)
{
	struct place place = remember(view);
	size_t size = view->doc->block_count * sizeof *view->open;
	bool *before = memcpy(memory_allocate(size), view->open, size);
	open_as_at_start(view);
	if (memcmp(before, view->open, size) == 0) {
		open_level(view, 1);
		flow_update(&view->flow, view->open, NULL);
	}
	view->folds += memcmp(before, view->open, size) != 0;
	free(before);
	view->focus = 0;
	restore(view, place);
}

static void go_to_section(struct view *view, int wanted)
{
	int number = 0;
	for (const struct block *block = view->doc->root->first; block; block = block->next) {
		if (block->kind != BLOCK_SECTION || ++number != wanted)
			continue;
		view->top = flow_find(&view->flow, block);
		go_to_block(view, block);
		return;
	}
}

static uint32_t first_link(const struct line *line)
{
	for (size_t i = 0; line && i < line->span_count; i++) {
		if (line->spans[i].link)
			return line->spans[i].link;
	}
	return 0;
}

uint32_t view_link(const struct view *view)
{
	return view->focus ? view->focus : first_link(line_at(view, view->cursor));
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
		move_to(view, first_line_of_link(view, number, link), direction);
		view->focus = link;
		return true;
	}
	return false;
}

/* After the last link comes the first again, and the other way round. */
static void step_to_link(struct view *view, int direction)
{
	size_t start = view->cursor;
	/* Going back from a line without a chosen link starts before the line. */
	if (direction < 0 && !view->focus)
		start--;
	if (find_link(view, start, view->focus, direction))
		return;
	if (!find_link(view, direction > 0 ? 0 : last_line(view), 0, direction))
		view_tell(view, TEXT("No link in what is open"));
}

static unsigned follow(struct view *view)
{
	if (view_link(view))
		return EFFECT_FOLLOW;
	view_tell(view, TEXT("No link on this line; Tab goes to the next"));
	return EFFECT_NONE;
}

static unsigned perform(struct view *view, enum action action, int argument)
{
	switch (action) {
	case ACTION_DOWN:
		move_by(view, 1, 1);
		break;
	case ACTION_UP:
		move_by(view, 1, -1);
		break;
	case ACTION_PAGE_DOWN:
		page_by(view, page_rows(view), 1);
		break;
	case ACTION_PAGE_UP:
		page_by(view, page_rows(view), -1);
		break;
	case ACTION_HALF_DOWN:
		page_by(view, half_rows(view), 1);
		break;
	case ACTION_HALF_UP:
		page_by(view, half_rows(view), -1);
		break;
	case ACTION_FIRST:
		move_to(view, 0, 1);
		break;
	case ACTION_LAST:
		move_to(view, last_line(view), -1);
		break;
	case ACTION_SECTION:
		go_to_section(view, argument);
		break;
	case ACTION_TOGGLE:
		return toggle(view);
	case ACTION_OPEN:
		open_at_cursor(view);
		break;
	case ACTION_CLOSE:
		close_at_cursor(view);
		break;
	case ACTION_OPEN_ALL:
		open_all(view);
		break;
	case ACTION_CLOSE_ALL:
		close_all(view);
		break;
	case ACTION_NEXT_LINK:
		step_to_link(view, 1);
		break;
	case ACTION_PREVIOUS_LINK:
		step_to_link(view, -1);
		break;
	case ACTION_FOLLOW:
		return follow(view);
	case ACTION_HELP:
		return EFFECT_HELP;
	case ACTION_CANCEL:
		view->focus = 0;
		return EFFECT_CANCEL;
	case ACTION_REDRAW:
		return EFFECT_REDRAW;
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_QUIT:
		return EFFECT_QUIT;
	default:
		break;
	}
	return EFFECT_NONE;
}

unsigned view_apply(struct view *view, enum action action, int argument)
{
	size_t top = view->top;
	size_t cursor = view->cursor;
	unsigned folds = view->folds;
	uint32_t focus = view->focus;
	bool told = view->message.length > 0;

	view->message.length = 0;
	unsigned effects = perform(view, action, argument);
	bool changed = top != view->top || cursor != view->cursor || folds != view->folds ||
		       focus != view->focus || told || view->message.length;
	return effects | (changed ? EFFECT_DRAW : EFFECT_NONE);
}

void view_tell(struct view *view, struct text message)
{
	arena_reset(&view->message_arena);
	view->message = arena_copy(&view->message_arena, message);
}

int view_percent(const struct view *view)
{
	size_t seen = view->top + window(view);
	if (seen >= view->flow.count)
		return 100;
	return (int)(seen * 100 / view->flow.count);
}

void view_finish(struct view *view)
{
	flow_finish(&view->flow);
	arena_finish(&view->message_arena);
	free(view->open);
	*view = (struct view){0};
}
