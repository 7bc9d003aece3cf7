/*
 * Lines of Markdown one below the other, in lists that are in lists, wrapped or not.
 * Knows nothing of what they are made of.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_BLOCK_H
#define VITAE_OUTPUT_MARKDOWN_BLOCK_H

#include "base/buffer.h"
#include "base/sink.h"

#include <stdbool.h>
#include <stddef.h>

/* Caller-allocated; all zero but for the sink and the width is the beginning of the output. */
struct markdown_blocks {
	struct sink *sink;
	int width;             /* to wrap at; 0: not at all */
	size_t lines;          /* that were written */
	bool apart;            /* an empty line comes before the next */
	size_t indent;         /* columns of the lists that are open */
	struct buffer markers; /* of items that have no line yet */
	size_t markers_indent;
};

/* What comes next is set apart by an empty line, unless it is tight or begins an item. */
void markdown_separate(struct markdown_blocks *blocks, bool tight);

/* Returns what markdown_end_item() wants. An item without a line writes nothing. */
size_t markdown_begin_item(struct markdown_blocks *blocks, struct text marker);
void markdown_end_item(struct markdown_blocks *blocks, struct text marker, size_t before);

/* Writes before and the line as they are; an empty line has no indentation. */
void markdown_write_line(struct markdown_blocks *blocks, struct text before, struct text line);

/* Writes what markdown_line_source() returned, wrapped to the width if there is one. */
void markdown_write_source(struct markdown_blocks *blocks, struct text source);

void markdown_blocks_finish(struct markdown_blocks *blocks);

#endif
