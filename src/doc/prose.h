/*
 * Puts text into runs and blocks: what is strong, linked, a list, a paragraph of its own.
 * Knows nothing of how the author said so.
 */
#ifndef VITAE_DOC_PROSE_H
#define VITAE_DOC_PROSE_H

#include "doc/doc.h"
#include "html.h"

/* Lists nested deeper are shown at this depth. */
enum { PROSE_LISTS_MOST = 16 };

struct prose_list {
	unsigned ordinal;
	char delimiter; /* '\0' for bullets */
	bool is_tagged; /* by a tag of HTML, which may lack its end */
	bool has_item;  /* one is open */
};

/* What applies to the text that comes: how many times, so that it may be nested. */
struct prose_marks {
	int strong;
	int emphasis;
	int code;
	uint32_t link;
	const struct run *before_link; /* the last run when it began */
};

/* What has to be in front of the text that comes, if there is text before it. */
enum prose_gap { PROSE_JOINED, PROSE_BLANK, PROSE_BREAK };

/* Set up by its user: what is before kind; all else zero. For one text of the author. */
struct prose {
	struct doc *doc;
	enum role role;
	struct runs *runs;    /* where text goes, or NULL for a block that is yet to be made */
	struct block *parent; /* where blocks go, or NULL to put all text into runs */
	bool fills_item;      /* the next paragraph is the text of parent */
	uint32_t outer_link;  /* of what has no other */
	enum block_kind kind; /* of the block to be made, if not a paragraph */
	enum prose_gap gap;
	struct prose_marks marks; /* balanced, by Markdown */
	struct prose_marks tags;  /* by tags; these end with the block */
	struct prose_list lists[PROSE_LISTS_MOST];
	int list_depth;
	int lists_left_out; /* by tags, in the innermost list */
};

/* Adds text as all marks say. Borrowed. */
void prose_add(struct prose *prose, struct text text);

/* The line ends here, as its author wants it. */
void prose_break(struct prose *prose);

/* The block that is open ends, and a block of a kind begins with the next text. */
void prose_begin_block(struct prose *prose, enum block_kind kind);
void prose_end_block(struct prose *prose);

/* The address is borrowed, and may be empty. A link without text shows its address. */
void prose_begin_link(struct prose *prose, struct prose_marks *marks, struct text address);
void prose_end_link(struct prose *prose, struct prose_marks *marks);

/* Lists by Markdown, which are balanced. */
void prose_begin_list(struct prose *prose, struct prose_list list);
void prose_end_list(struct prose *prose);
void prose_begin_item(struct prose *prose);
void prose_end_item(struct prose *prose);

/* Does what a known tag says, whatever came before it. */
void prose_tag(struct prose *prose, const struct tag *tag);

#endif
