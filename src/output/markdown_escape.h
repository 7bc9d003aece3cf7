/*
 * Which characters of a text mean something in Markdown: CommonMark 0.30, the autolinks, tables,
 * task lists and strikethrough of GitHub's, and the references, emoji and formulas of forges.
 * Knows nothing of documents.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_ESCAPE_H
#define VITAE_OUTPUT_MARKDOWN_ESCAPE_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A stretch of a text that is written in one style: what is beside it in the text may have signs
 * of styles in between.
 */
struct markdown_stretch {
	struct text text;
	size_t start;
	size_t end;
	bool in_link; /* it is the text of a link, in which there are no others */
};

/*
 * True if the byte at a place in the stretch has to have a backslash in front of it, wherever on a
 * line it is.
 */
bool markdown_must_escape(const struct markdown_stretch *stretch, size_t at);

/* True if a reference to a character begins at a place: "&copy;", "&#169;". */
bool markdown_begins_reference(struct text text, size_t at);

/* How many backticks in a row are nowhere in a text, so that it can stand between them. */
size_t markdown_fence(struct text text);

/* Bytes of a text, from start up to, not including, end. */
struct markdown_range {
	size_t start;
	size_t end;
};

/*
 * What has to be escaped of the text from a place on if that begins a line, so that it begins
 * neither a list, a heading, a quotation, a table nor anything else; empty if nothing has to be.
 */
struct markdown_range markdown_line_sign(struct text text, size_t at);

#endif
