#include "doc/links.h"

#include <string.h>

/* taken tells which are found already, by their number in the document from 0. */
static void find_in_runs(
	struct link_places *places, bool *taken, const struct block *block, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		if (!run->link || taken[run->link - 1])
			continue;
		taken[run->link - 1] = true;
		places->items[places->count++] = (struct link_place){.block = block, .run = run};
	}
}

struct link_places links_find(const struct doc *doc, const struct block *block, struct arena *arena)
{
	struct link_places places = {
		.items = arena_allocate(arena, (doc->link_count + 1) * sizeof *places.items)};
	bool *taken = arena_allocate(arena, (doc->link_count + 1) * sizeof *taken);
	for (const struct block *end = doc_skip(block); block != end; block = doc_next(block)) {
		find_in_runs(&places, taken, block, &block->label);
		find_in_runs(&places, taken, block, &block->text);
		find_in_runs(&places, taken, block, &block->aside);
	}
	return places;
}

struct text links_text(const struct run *run, struct arena *arena, const struct run **after)
{
	size_t length = 0;
	const struct run *end = run;
	for (; end && end->link == run->link; end = end->next)
		length += end->text.length;
	*after = end;
	if (end == run->next)
		return run->text;
	char *bytes = arena_bytes(arena, length);
	size_t used = 0;
	for (; run != end; run = run->next) {
		memcpy(bytes + used, run->text.bytes, run->text.length);
		used += run->text.length;
	}
	return (struct text){bytes, length};
}
