/*
 * What the files that make a line of Markdown know together: markdown_line.c cuts what it says into
 * stretches, markdown_nesting.c puts signs between them, markdown_source.c writes both.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_PARTS_H
#define VITAE_OUTPUT_MARKDOWN_PARTS_H

#include "markdown_line.h"

/* What encloses stretches; where two begin and end together, the first is outside. */
enum element { ELEMENT_LINK, ELEMENT_STRONG, ELEMENT_EMPHASIS, ELEMENT_COUNT };

enum stretch_kind {
	STRETCH_TEXT,
	STRETCH_BLANK,
	STRETCH_CODE,
	STRETCH_ADDRESS, /* a link that shows its address */
	STRETCH_END,     /* a line of the source ends */
};

/*
 * Bytes of the line's text that have all in common. A character at one of its ends may have to be
 * written as a reference, see markdown_source.c.
 */
struct stretch {
	enum stretch_kind kind;
	bool encodes_first;
	bool encodes_last;
	size_t start;
	size_t end;
	struct text address; /* of its link, or empty */
	uint32_t
		elements[ELEMENT_COUNT]; /* not 0 if it is enclosed: the number of the link, or 1 */
	size_t ends[ELEMENT_COUNT];      /* the first stretch behind it that is not in the same */
};

enum token_kind { TOKEN_STRETCH, TOKEN_OPEN, TOKEN_CLOSE };

struct token {
	enum token_kind kind;
	enum element element;
	char sign;      /* of emphasis */
	size_t stretch; /* of TOKEN_CLOSE, one that is in the element */
};

/* True for blanks and for the end of a line of the source. */
bool markdown_is_blank(const struct stretch *stretch);

/* Sets the tokens of the line: its stretches in order, and what encloses them, properly nested. */
void markdown_make_tokens(struct markdown_line *line);

#endif
