/*
 * Text as its author wrote it into runs and blocks: Markdown (CommonMark 0.30), and what files of
 * other origins hold, which are known tags of HTML, entities, commands of LaTeX and bare addresses.
 * The only module that knows md4c. Knows nothing of where the text comes from.
 */
#ifndef VITAE_DOC_MARKDOWN_H
#define VITAE_DOC_MARKDOWN_H

#include "doc/doc.h"

/*
 * Adds one line of text to runs: emphasis, code, links and bare addresses are understood, what
 * would begin a list or heading is not, newlines and tags that break lines are spaces. What is not
 * a link in the text itself gets the link given, unless that is 0. The text is borrowed.
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
 * item. A first line is never taken for a list or heading. Where tags make a list of the whole
 * text, item becomes the first of its items, and the others follow it in its parent.
 */
void markdown_item(struct doc *doc, struct block *item, struct text text);

/*
 * True if text is made for one line: it has neither newlines nor tags that break lines, which
 * markdown_line() takes for spaces.
 */
bool markdown_fits_line(struct text text);

#endif
