/*
 * The heading of what a reader can fold: HTML, since forges have no Markdown for it.
 * Knows nothing of the blocks around it.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_SUMMARY_H
#define VITAE_OUTPUT_MARKDOWN_SUMMARY_H

#include "base/buffer.h"
#include "doc/doc.h"

/* Adds "<summary>...</summary>", a line: the title of an entry, the dot, and what stands aside. */
void markdown_add_summary(
	struct buffer *buffer, const struct doc *doc, const struct block *entry, struct text dot);

#endif
