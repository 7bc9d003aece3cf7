#include "tui/view.h"

#include "base/memory.h"
#include "doc/twin.h"
#include "view_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	COMPACT_ROWS = 16, /* windows of fewer rows have none to spare for blank lines */
	MARGIN = 1,        /* columns left free at the right, where terminals wrap differently */
};

static void set_layout(struct view *view)
{
	int width = view->columns > MARGIN ? view->columns - MARGIN : 1;
	flow_set(&view->flow, (struct layout_settings){.medium = MEDIUM_SCREEN,
				      .width = width,
				      .compact = view->rows < COMPACT_ROWS,
				      .ascii = view->ascii});
}

bool *view_flags(const struct doc *doc, const bool *flags)
{
	size_t size = doc->block_count * sizeof *flags;
	bool *copy = memory_allocate(size);
	return flags ? memcpy(copy, flags, size) : memset(copy, 0, size);
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
	view_move_to(view, start ? flow_find(&view->flow, start) : 0, 1);
}

void view_init(struct view *view, const struct doc *doc, struct view_settings settings)
{
	*view = (struct view){.doc = doc,
		.kind = settings.kind,
		.level = settings.level,
		.rows = settings.rows,
		.columns = settings.columns,
		.ascii = settings.ascii};
	view->open = view_flags(doc, NULL);
	flow_init(&view->flow, doc);
	set_layout(view);
	flow_update(&view->flow, view->open, NULL);
	view_open_as_at_start(view);
	view->kept = view_flags(doc, view->open);
	go_to_start(view);
}

void view_resize(struct view *view, int rows, int columns)
{
	struct place place = view_place(view);
	uint32_t focus = view->focus;
	view_hide_hints(view);
	view->rows = rows;
	view->columns = columns;
	set_layout(view);
	flow_update(&view->flow, view->open, view->filter.hidden);
	view_restore(view, place);
	view_restore_focus(view, focus);
}

/* Flags of the same blocks in another version; sections that are new are as open as others. */
static bool *carry_flags(const struct view *view, const struct doc_index *index, const bool *flags)
{
	bool *carried = view_flags(index->doc, NULL);
	bool all = true;
	for (const struct block *block = view->doc->root->first; block; block = block->next)
		all = all && (flags[block->number] || !doc_is_foldable(block));
	for (const struct block *block = index->doc->root->first; block; block = block->next)
		carried[block->number] = all && doc_is_foldable(block);
	for (const struct block *block = view->doc->root; block; block = doc_next(block)) {
		const struct block *twin =
			doc_is_foldable(block) ? doc_index_find(index, block->id) : NULL;
		if (twin)
			carried[twin->number] = flags[block->number] && doc_is_foldable(twin);
	}
	return carried;
}

static void carry_folds(struct view *view, const struct doc_index *index)
{
	/* What a filter has opened is opened anew with the filter. */
	const bool *before = view->filter.open_before;
	bool *open = carry_flags(view, index, before ? before : view->open);
	bool *kept = carry_flags(view, index, before ? before : view->kept);
	free(view->open);
	free(view->kept);
	view->open = open;
	view->kept = kept;
	free(view->filter.hidden);
	free(view->filter.open_before);
	view->filter.hidden = NULL;
	view->filter.open_before = NULL;
}

static void carry_place(struct place *place, const struct doc_index *index)
{
	if (place->block)
		place->block = doc_index_twin(index, place->block);
}

/* The link of the same block and, among its links, of the same place is too much to ask for. */
void view_replace(struct view *view, const struct doc *doc, bool ascii)
{
	struct doc_index index;
	struct place place = view_place(view);
	doc_index_init(&index, doc);
	doc_make_ids(view->doc);
	view_hide_hints(view);
	carry_place(&place, &index);
	carry_place(&view->origin, &index);
	carry_place(&view->filter.origin, &index);
	carry_place(&view->filter_before.origin, &index);
	for (size_t i = 0; i < VIEW_MARKS; i++)
		carry_place(&view->marks[i], &index);
	carry_folds(view, &index);
	doc_index_finish(&index);
	flow_finish(&view->flow);
	view->doc = doc;
	view->ascii = ascii;
	view->focus = 0;
	view->folds++;
	flow_init(&view->flow, doc);
	set_layout(view);
	flow_update(&view->flow, view->open, NULL);
	view_restore(view, place);
	view_filter_again(view);
	view_restore(view, place);
	view_search_again(view);
}

static void move_by_pages(struct view *view, size_t count, int direction)
{
	/* A line of the old page stays, to read on from. */
	size_t rows = view_window(view) > 1 ? view_window(view) - 1 : 1;
	view_page_by(view, count * rows, direction);
}

static void move_by_halves(struct view *view, size_t count, int direction)
{
	size_t rows = view_window(view) > 1 ? view_window(view) / 2 : 1;
	view_page_by(view, count * rows, direction);
}

/* To a line counted from 1, or for 0 to the end that is given. */
static void go_to_line(struct view *view, int number, size_t otherwise, int direction)
{
	view_begin_jump(view);
	view_move_to(view, number > 0 ? (size_t)number - 1 : otherwise, direction);
}

static unsigned toggle(struct view *view)
{
	const struct block *heading = view_foldable(view);
	bool folds = heading && heading == view_block(view);
	if (view->focus || (!folds && view_link(view)))
		return EFFECT_FOLLOW;
	if (view_names_terms(view))
		view_evidence(view);
	else if (heading)
		view_toggle_heading(view, heading);
	return EFFECT_NONE;
}

static unsigned with_link(struct view *view, unsigned effect)
{
	if (view_link(view))
		return effect;
	view_tell(view, TEXT("No link on this line"));
	return EFFECT_NONE;
}

static unsigned cancel(struct view *view)
{
	if (view_end_search(view))
		return EFFECT_NONE;
	/* Pages are left at once. */
	if (!view->focus || view->kind != VIEW_DOCUMENT)
		return EFFECT_CANCEL;
	view->focus = 0;
	return EFFECT_NONE;
}

/* Actions that are done as often as was counted, in a direction. */
static const struct {
	enum action action;
	void (*perform)(struct view *view, size_t count, int direction);
	int direction;
} counted_actions[] = {
	{ACTION_DOWN, view_move_by, 1},
	{ACTION_UP, view_move_by, -1},
	{ACTION_PAGE_DOWN, move_by_pages, 1},
	{ACTION_PAGE_UP, move_by_pages, -1},
	{ACTION_HALF_DOWN, move_by_halves, 1},
	{ACTION_HALF_UP, move_by_halves, -1},
	{ACTION_SCROLL_DOWN, view_scroll_by, 1},
	{ACTION_SCROLL_UP, view_scroll_by, -1},
	{ACTION_NEXT_SECTION, view_step_sections, 1},
	{ACTION_PREVIOUS_SECTION, view_step_sections, -1},
	{ACTION_NEXT_FOLD, view_step_folds, 1},
	{ACTION_PREVIOUS_FOLD, view_step_folds, -1},
	{ACTION_NEXT_MATCH, view_step_matches, 1},
	{ACTION_PREVIOUS_MATCH, view_step_matches, -1},
	{ACTION_NEXT_LINK, view_step_links, 1},
	{ACTION_PREVIOUS_LINK, view_step_links, -1},
};

/* Actions that are done once, and leave nothing to others. */
static const struct {
	enum action action;
	void (*perform)(struct view *view);
} single_actions[] = {
	{ACTION_OPEN, view_go_in},
	{ACTION_CLOSE, view_go_out},
	{ACTION_OPEN_ALL, view_open_all},
	{ACTION_CLOSE_ALL, view_close_all},
	{ACTION_FOLD_ALL, view_fold_all},
	{ACTION_TOGGLE_FOLD, view_toggle_fold},
	{ACTION_OPEN_FOLD, view_open_fold},
	{ACTION_CLOSE_FOLD, view_close_fold},
	{ACTION_TOGGLE_DEEP, view_toggle_deep},
	{ACTION_OPEN_DEEP, view_open_deep},
	{ACTION_CLOSE_DEEP, view_close_deep},
	{ACTION_EVIDENCE, view_evidence},
	{ACTION_HINTS, view_show_link_hints},
};

/* Does what is in those tables; false for all other actions. */
static bool perform_listed(struct view *view, struct command_key command)
{
	size_t count = command.count > 0 ? (size_t)command.count : 1;
	for (size_t i = 0; i < sizeof counted_actions / sizeof *counted_actions; i++) {
		if (counted_actions[i].action != command.action)
			continue;
		counted_actions[i].perform(view, count, counted_actions[i].direction);
		return true;
	}
	for (size_t i = 0; i < sizeof single_actions / sizeof *single_actions; i++) {
		if (single_actions[i].action != command.action)
			continue;
		single_actions[i].perform(view);
		return true;
	}
	return false;
}

/* Actions that others do the rest of. */
static unsigned effect_of(enum action action)
{
	static const struct {
		enum action action;
		unsigned effect;
	} effects[] = {
		{ACTION_COPY, EFFECT_COPY},
		{ACTION_HELP, EFFECT_HELP},
		{ACTION_LINKS, EFFECT_LINKS},
		{ACTION_SEARCH, EFFECT_SEARCH},
		{ACTION_FILTER, EFFECT_FILTER},
		{ACTION_COMMAND, EFFECT_COMMAND},
		{ACTION_EDIT, EFFECT_EDIT},
		{ACTION_RELOAD, EFFECT_RELOAD},
		{ACTION_THEME, EFFECT_THEME},
		{ACTION_MOUSE, EFFECT_MOUSE},
		{ACTION_REDRAW, EFFECT_REDRAW},
		{ACTION_SUSPEND, EFFECT_SUSPEND},
		{ACTION_QUIT, EFFECT_QUIT},
	};
	for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
		if (effects[i].action == action)
			return effects[i].effect;
	}
	return EFFECT_NONE;
}

static unsigned perform(struct view *view, struct command_key command)
{
	if (perform_listed(view, command))
		return EFFECT_NONE;
	switch (command.action) {
	case ACTION_FIRST:
		go_to_line(view, command.count, 0, 1);
		break;
	case ACTION_LAST:
		go_to_line(view, command.count, view_last_line(view), -1);
		break;
	case ACTION_LEVEL:
		view_set_level(view, command.argument);
		break;
	case ACTION_SECTION:
		view_go_to_section(view, command.argument);
		break;
	case ACTION_MARK:
		view_set_mark(view, command.argument);
		break;
	case ACTION_JUMP:
		view_jump_to_mark(view, command.argument);
		break;
	case ACTION_TO_TOP:
		view_scroll_cursor_to(view, 0);
		break;
	case ACTION_TO_MIDDLE:
		view_scroll_cursor_to(view, view_window(view) / 2);
		break;
	case ACTION_TO_BOTTOM:
		view_scroll_cursor_to(view, view_window(view) - 1);
		break;
	case ACTION_TOGGLE:
		return toggle(view);
	case ACTION_FOLLOW:
		return with_link(view, EFFECT_FOLLOW);
	case ACTION_QR:
		return with_link(view, EFFECT_CODE);
	case ACTION_CANCEL:
		return cancel(view);
	default:
		return effect_of(command.action);
	}
	return EFFECT_NONE;
}

unsigned view_apply(struct view *view, struct command_key command)
{
	size_t top = view->top;
	size_t cursor = view->cursor;
	unsigned folds = view->folds;
	unsigned looks = view->looks;
	uint32_t focus = view->focus;
	bool told = view->message.length > 0;

	view->message.length = 0;
	unsigned effects = perform(view, command);
	bool changed = top != view->top || cursor != view->cursor || folds != view->folds ||
		       looks != view->looks || focus != view->focus || told || view->message.length;
	return effects | (changed ? EFFECT_DRAW : EFFECT_NONE);
}

void view_tell(struct view *view, struct text message)
{
	arena_reset(&view->message_arena);
	view->message = arena_copy(&view->message_arena, message);
}

void view_finish(struct view *view)
{
	flow_finish(&view->flow);
	search_finish(&view->search);
	view_hide_hints(view);
	arena_finish(&view->hint_arena);
	arena_finish(&view->message_arena);
	buffer_finish(&view->filter.sought.text);
	buffer_finish(&view->filter_before.sought.text);
	buffer_finish(&view->before.text);
	buffer_finish(&view->last.text);
	free(view->filter.hidden);
	free(view->filter.open_before);
	free(view->open);
	free(view->kept);
	*view = (struct view){0};
}
