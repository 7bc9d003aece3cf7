#include "doc/twin.h"

void doc_index_init(struct doc_index *index, const struct doc *doc)
{
	*index = (struct doc_index){.doc = doc};
	doc_make_ids(doc);
	for (const struct block *block = doc->root; block; block = doc_next(block)) {
		if (block->id.length)
			*text_map_at(&index->blocks, NULL, block->id) = (void *)block;
	}
}

const struct block *doc_index_find(const struct doc_index *index, struct text id)
{
	return text_map_get(&index->blocks, NULL, id);
}

static const struct block *named_above(const struct block *block)
{
	while (block && !block->id.length)
		block = block->parent;
	return block;
}

/* How many nameless blocks of the same heading come before this one. */
static size_t ordinal_of(const struct block *block, const struct block *heading)
{
	size_t ordinal = 0;
	for (const struct block *other = heading; other != block; other = doc_next(other))
		ordinal += other != heading && named_above(other) == heading;
	return ordinal;
}

/* The nameless block of that ordinal under a heading, or the heading if it has fewer. */
static const struct block *find_ordinal(const struct block *heading, size_t ordinal)
{
	const struct block *end = doc_skip(heading);
	for (const struct block *block = heading->first; block && block != end;
		block = doc_next(block)) {
		if (named_above(block) == heading && ordinal-- == 0)
			return block;
	}
	return heading;
}

const struct block *doc_index_twin(const struct doc_index *index, const struct block *block)
{
	const struct block *heading = named_above(block);
	for (const struct block *outer = heading; outer; outer = named_above(outer->parent)) {
		const struct block *twin = doc_index_find(index, outer->id);
		if (twin && outer == heading && heading != block)
			return find_ordinal(twin, ordinal_of(block, heading));
		if (twin)
			return twin;
	}
	return NULL;
}

void doc_index_finish(struct doc_index *index)
{
	text_map_finish(&index->blocks);
}

static bool ends_with(struct text id, struct text name)
{
	if (id.length <= name.length || id.bytes[id.length - name.length - 1] != '.')
		return false;
	return text_equal_caseless(text_slice(id, id.length - name.length, id.length), name);
}

const struct block *doc_find(const struct doc *doc, struct text name)
{
	const struct block *found = NULL;
	size_t count = 0;
	if (!name.length)
		return NULL;
	doc_make_ids(doc);
	for (const struct block *block = doc->root; block; block = doc_next(block)) {
		if (block->id.length && text_equal_caseless(block->id, name))
			return block;
		if (block->id.length && ends_with(block->id, name)) {
			found = block;
			count++;
		}
	}
	return count == 1 ? found : NULL;
}
