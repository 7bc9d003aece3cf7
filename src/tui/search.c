#include "tui/search.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void add_match(struct search *search, struct match match)
{
	if (search->count == search->capacity) {
		search->capacity = search->capacity ? search->capacity * 2 : 64;
		search->matches =
			memory_resize(search->matches, search->capacity * sizeof *search->matches);
	}
	search->matches[search->count++] = match;
}

static void find_in_block(struct search *search, const struct pattern *pattern,
	struct layout *layout, const struct block *block)
{
	for (enum part part = PART_LABEL; part < PART_COUNT; part++) {
		struct text text = layout_part(layout, block, part);
		struct range found;
		for (size_t from = 0; pattern_find(pattern, text, from, &found); from = found.end) {
			add_match(search, (struct match){block, (uint8_t)part,
						  (uint32_t)found.start, (uint32_t)found.end});
		}
	}
}

static void find_all(struct search *search, const struct pattern *pattern,
	const struct layout *layout, const bool *hidden)
{
	struct arena arena = {0};
	/* What is joined for a look is not kept with the lines. */
	struct layout scratch = *layout;
	const struct block *next;
	scratch.arena = &arena;
	for (const struct block *block = layout->doc->root; block; block = next) {
		bool skips = hidden && hidden[block->number];
		next = skips ? doc_skip(block) : doc_next(block);
		if (skips)
			continue;
		find_in_block(search, pattern, &scratch, block);
		arena_reset(&arena);
	}
	arena_finish(&arena);
}

void search_run(struct search *search, const struct layout *layout, const bool *hidden,
	struct text text, unsigned options)
{
	struct pattern pattern;
	struct buffer copy = {0};
	/* The text may be the one that is replaced. */
	buffer_add(&copy, text);
	buffer_finish(&search->text);
	search->text = copy;
	search->options = options;
	search->count = 0;
	pattern_init(&pattern, buffer_text(&copy), options);
	if (!pattern_is_empty(&pattern))
		find_all(search, &pattern, layout, hidden);
	pattern_finish(&pattern);
	search->current = search->count;
}

bool search_is_active(const struct search *search)
{
	return search->text.length > 0;
}

/* Negative if the match is before that place. */
static int compare(const struct match *match, const struct block *block, int part, size_t start)
{
	if (match->block->number != block->number)
		return match->block->number < block->number ? -1 : 1;
	if (match->part != part)
		return match->part < part ? -1 : 1;
	return match->start < start ? -1 : match->start > start;
}

static size_t first_at(
	const struct search *search, const struct block *block, int part, size_t start)
{
	size_t low = 0;
	size_t high = search->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(&search->matches[middle], block, part, start) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t search_from(const struct search *search, const struct block *block, size_t start)
{
	/* A label stands before the text, where the block begins. */
	return first_at(search, block, start ? PART_TEXT : PART_NONE, start);
}

const struct match *search_in(
	const struct search *search, const struct block *block, enum part part, size_t *count)
{
	size_t first = first_at(search, block, (int)part, 0);
	*count = first_at(search, block, (int)part + 1, 0) - first;
	return search->matches + first;
}

void search_clear(struct search *search)
{
	search->text.length = 0;
	free(search->matches);
	search->matches = NULL;
	search->count = search->capacity = 0;
	search->current = 0;
}

void search_finish(struct search *search)
{
	buffer_finish(&search->text);
	free(search->matches);
	*search = (struct search){0};
}
