#include "doc/twin.h"

#include <string.h>
#include <strings.h>

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

const struct block *doc_index_twin(const struct doc_index *index, const struct block *block)
{
	const struct block *heading = named_above(block);
	const struct block *twin = heading ? doc_index_find(index, heading->id) : NULL;
	if (!twin || heading == block)
		return twin;
	size_t ordinal = ordinal_of(block, heading);
	const struct block *end = doc_skip(twin);
	for (const struct block *other = twin->first; other && other != end;
		other = doc_next(other)) {
		if (named_above(other) == twin && ordinal-- == 0)
			return other;
	}
	return twin;
}

void doc_index_finish(struct doc_index *index)
{
	text_map_finish(&index->blocks);
}

static bool equals(struct text a, struct text b)
{
	return a.length == b.length && strncasecmp(a.bytes, b.bytes, a.length) == 0;
}

static bool ends_with(struct text id, struct text name)
{
	if (id.length <= name.length || id.bytes[id.length - name.length - 1] != '.')
		return false;
	return equals(text_slice(id, id.length - name.length, id.length), name);
}

const struct block *doc_find(const struct doc *doc, struct text name)
{
	const struct block *found = NULL;
	size_t count = 0;
	if (!name.length)
		return NULL;
	doc_make_ids(doc);
	for (const struct block *block = doc->root; block; block = doc_next(block)) {
		if (block->id.length && equals(block->id, name))
			return block;
		if (block->id.length && ends_with(block->id, name)) {
			found = block;
			count++;
		}
	}
	return count == 1 ? found : NULL;
}
