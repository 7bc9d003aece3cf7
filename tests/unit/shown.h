/*
 * What a view shows of the document in document.h, as a string; to be included after that.
 */
#ifndef VITAE_TESTS_SHOWN_H
#define VITAE_TESTS_SHOWN_H

#include "base/buffer.h"
#include "tui/view.h"

static inline bool is_shown(const struct view *view, const struct block *block)
{
	return flow_find(&view->flow, block) < view->flow.count;
}

/* The texts of all blocks that have a line, indented by depth; "+" is behind what is closed. */
static inline void check_shown(const struct view *view, const char *expected)
{
	struct buffer found = {0};
	for (const struct block *block = view->doc->root->first; block; block = doc_next(block)) {
		if (!is_shown(view, block))
			continue;
		for (const struct block *outer = block->parent; outer->parent;
			outer = outer->parent)
			buffer_add(&found, TEXT("  "));
		for (const struct run *run = block->text.first; run; run = run->next)
			buffer_add(&found, run->text);
		if (doc_is_foldable(block) && !view->open[block->number])
			buffer_add(&found, TEXT(" +"));
		buffer_add(&found, TEXT("\n"));
	}
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

/* The first run of the block that the cursor is on. */
static inline void check_cursor(const struct view *view, const char *expected)
{
	const struct block *block = view_block(view);
	assert_non_null(block);
	struct buffer found = {0};
	buffer_add(&found, block->text.first->text);
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

static inline void check_message(const struct view *view, const char *expected)
{
	struct buffer found = {0};
	buffer_add(&found, view->message);
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

static inline unsigned act(struct view *view, enum action action)
{
	return view_apply(view, (struct command_key){.action = action});
}

#endif
