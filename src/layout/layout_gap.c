#include "layout_parts.h"

static bool is_body(const struct block *block)
{
	return block->kind > BLOCK_ENTRY;
}

static bool is_prose(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_VERBATIM;
}

/* In print, what the header holds is set apart; its items and contacts are not. */
static int gap_in_header(
	const struct layout *layout, const struct block *before, const struct block *block)
{
	bool listed = block->kind == BLOCK_ITEM && before->kind == BLOCK_ITEM;
	return !layout_is_on_screen(layout) && block->kind != BLOCK_RULE && !listed;
}

/* Under one heading, prose keeps a distance from other prose and from lists. */
static int gap_in_body(
	const struct layout *layout, const struct block *before, const struct block *block)
{
	if (block->parent->kind == BLOCK_HEADER)
		return gap_in_header(layout, before, block);
	if (block->parent->kind == BLOCK_CONTACTS)
		return block->parent != before->parent;
	return is_prose(block) && is_body(before) && before->kind != BLOCK_DETAIL &&
	       before->kind != BLOCK_FIELD;
}

/* Entries that hold something are set apart in print, and from an open one before them. */
static int gap_before_entry(
	struct layout *layout, const struct block *before, const struct block *block)
{
	if (before->kind == BLOCK_SECTION || before == block->parent)
		return 0;
	return is_body(before) ||
	       (!layout_is_on_screen(layout) && layout_stands_with_foldable(block));
}

int layout_gap(struct layout *layout, const struct block *before, const struct block *block)
{
	if (!before || (layout_is_on_screen(layout) && layout->settings.compact))
		return 0;
	if (block->kind == BLOCK_SECTION || block->kind == BLOCK_HEADER)
		return before->kind != BLOCK_SECTION || !layout_is_on_screen(layout);
	if (block->kind == BLOCK_GROUP || block->kind == BLOCK_ENTRY)
		return gap_before_entry(layout, before, block);
	return gap_in_body(layout, before, block);
}
