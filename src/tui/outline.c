#include "outline.h"

const struct block *outline_section(const struct doc *doc, size_t number)
{
	const struct block *block = doc->root->first;
	while (block && (block->kind != BLOCK_SECTION || --number > 0))
		block = block->next;
	return block;
}

size_t outline_section_count(const struct doc *doc)
{
	size_t count = 0;
	for (const struct block *block = doc->root->first; block; block = block->next)
		count += block->kind == BLOCK_SECTION;
	return count;
}

bool outline_is_part(const struct block *block)
{
	const struct block *outer = block->parent;
	if (block->kind != BLOCK_ENTRY && block->kind != BLOCK_FIELD)
		return false;
	return outer->kind == BLOCK_SECTION || outer->kind == BLOCK_GROUP;
}

const struct block *outline_next_part(const struct block *section, const struct block *part)
{
	const struct block *end = doc_skip(section);
	const struct block *block = doc_next(part ? part : section);
	while (block != end && !outline_is_part(block))
		block = doc_next(block);
	return block == end ? NULL : block;
}

size_t outline_part_count(const struct block *section)
{
	size_t count = 0;
	const struct block *part = NULL;
	while ((part = outline_next_part(section, part)))
		count++;
	return count;
}
