/*
 * Inline Markdown (CommonMark 0.30 without HTML) into runs and blocks.
 * The only module that knows md4c. Knows nothing of where the text comes from.
 */
#ifndef VITAE_DOC_MARKDOWN_H
#define VITAE_DOC_MARKDOWN_H

#include "doc/doc.h"

/*
 * Adds one line of text to runs: emphasis, code, links and bare addresses are understood, what
 * would begin a list or heading is not, newlines are spaces. What is not a link in the text itself
 * gets the link given, unless that is 0. The text is borrowed.
 */
void markdown_line(
	struct doc *doc, struct runs *runs, enum role role, struct text text, uint32_t link);

/*
 * Adds paragraphs, lists, code blocks and headings (as strong paragraphs) as children of parent.
 * The text is borrowed.
 */
void markdown_blocks(
	struct doc *doc, struct block *parent, struct text text, struct position source);

/*
 * As markdown_blocks(), but the first paragraph becomes the text of parent itself: for a list
 * item. A first line is never taken for a list or heading.
 */
void markdown_item(struct doc *doc, struct block *item, struct text text);

#endif
