#include "layout/flow.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct flow_block {
	struct lines lines[2]; /* closed and open */
	bool ready[2];
	size_t first; /* the line it begins at, counted from 1, or 0 */
};

static const struct line blank_line;

void flow_init(struct flow *flow, const struct doc *doc)
{
	*flow = (struct flow){.doc = doc};
	flow->blocks = memory_allocate(doc->block_count * sizeof *flow->blocks);
	memset(flow->blocks, 0, doc->block_count * sizeof *flow->blocks);
}

void flow_set(struct flow *flow, struct layout_settings settings)
{
	arena_finish(&flow->arena);
	memset(flow->blocks, 0, flow->doc->block_count * sizeof *flow->blocks);
	layout_init(&flow->layout, flow->doc, settings, &flow->arena);
	flow->count = 0;
	flow->generation++;
}

static void add_line(struct flow *flow, const struct line *line)
{
	if (flow->count == flow->capacity) {
		flow->capacity = flow->capacity ? flow->capacity * 2 : 256;
		flow->lines = memory_resize(flow->lines, flow->capacity * sizeof *flow->lines);
	}
	flow->lines[flow->count++] = line;
}

static const struct lines *lines_of(struct flow *flow, const struct block *block, bool open)
{
	struct flow_block *cached = &flow->blocks[block->number];
	if (!cached->ready[open]) {
		cached->lines[open] = layout_block(&flow->layout, block, open);
		cached->ready[open] = true;
	}
	return &cached->lines[open];
}

void flow_update(struct flow *flow, const bool *open, const bool *hidden)
{
	const struct block *before = NULL;
	const struct block *next;
	flow->count = 0;
	for (size_t i = 0; i < flow->doc->block_count; i++)
		flow->blocks[i].first = 0;
	for (const struct block *block = flow->doc->root; block; block = next) {
		if (hidden && hidden[block->number]) {
			next = doc_skip(block);
			continue;
		}
		next = layout_next(&flow->layout, block, open[block->number]);
		const struct lines *lines = lines_of(flow, block, open[block->number]);
		if (!lines->count)
			continue;
		for (int gap = layout_gap(&flow->layout, before, block); gap > 0; gap--)
			add_line(flow, &blank_line);
		flow->blocks[block->number].first = flow->count + 1;
		for (size_t i = 0; i < lines->count; i++)
			add_line(flow, &lines->items[i]);
		before = block;
	}
}

size_t flow_find(const struct flow *flow, const struct block *block)
{
	size_t first = flow->blocks[block->number].first;
	return first ? first - 1 : flow->count;
}

size_t flow_find_place(const struct flow *flow, const struct block *block, size_t start)
{
	size_t place = flow_find(flow, block);
	while (place + 1 < flow->count && flow->lines[place + 1]->block == block &&
		flow->lines[place + 1]->start <= start)
		place++;
	return place;
}

void flow_finish(struct flow *flow)
{
	arena_finish(&flow->arena);
	free(flow->blocks);
	free(flow->lines);
	*flow = (struct flow){0};
}
