/*
 * What a paragraph, an item or a heading says, in Markdown: text, emphasis, code and links.
 * Knows nothing of the blocks that it stands in.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_LINE_H
#define VITAE_OUTPUT_MARKDOWN_LINE_H

#include "base/buffer.h"
#include "doc/doc.h"

#include <stdint.h>

struct stretch;
struct token;

/* Caller-allocated; all zero but for the document and the style is empty. */
struct markdown_line {
	const struct doc *doc;
	enum style label;   /* what labels have besides their own styles */
	struct arena arena; /* for addresses */
	struct buffer text; /* all that it says */
	struct stretch *stretches;
	size_t count;
	size_t capacity;
	struct token *tokens; /* stretches and what is between them */
	size_t token_count;
	size_t token_capacity;
	struct buffer source;
};

/* Adds runs; style is what they have besides their own. */
void markdown_line_add(struct markdown_line *line, const struct runs *runs, enum style style);

/* Adds a text that is no author's; a newline in it breaks the line. */
void markdown_line_add_text(struct markdown_line *line, struct text text, enum style style);

/* A line of the source ends here, but none of what is shown. */
void markdown_line_end_source(struct markdown_line *line);

/*
 * The Markdown of all that was added, borrowed until more is. Where a blank may become the end of
 * a line there is a tab, of which texts have none; newlines are where a line has to end. In a
 * heading there is neither.
 */
struct text markdown_line_source(struct markdown_line *line, bool is_heading);

/* Empties it, to begin another. */
void markdown_line_clear(struct markdown_line *line);

void markdown_line_finish(struct markdown_line *line);

#endif
