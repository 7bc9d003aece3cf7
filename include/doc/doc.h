/*
 * The neutral document: foldable blocks of styled, linked text with stable ids.
 * Knows no file format, no width, no colour and no screen; what is folded is the viewer's.
 */
#ifndef VITAE_DOC_DOC_H
#define VITAE_DOC_DOC_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a stretch of text is; how that looks is the theme's and the formats'. A new one is named in
 * doc_role_name(), too.
 */
enum role {
	ROLE_TEXT,
	ROLE_NAME,
	ROLE_HEADING,
	ROLE_TITLE,
	ROLE_DETAIL,
	ROLE_LABEL,
	ROLE_ASIDE,
	ROLE_COUNT,
	ROLE_PREVIEW,
	ROLE_MARKER,
	ROLE_RULE,
	ROLE_TERM,         /* a skill, a tool, a keyword: other parts may tell where it was used */
	ROLE_ORGANISATION, /* beside a title: where that was */
	ROLE_START,        /* in an aside: the first date, or the only one */
	ROLE_END,          /* the date behind it, or a word such as "Present" */
	ROLE_COUNT_OF
};

/* Emphasis within a role, as the author marked it. */
enum style {
	STYLE_STRONG = 1 << 0,
	STYLE_EMPHASIS = 1 << 1,
	STYLE_CODE = 1 << 2,
};

/* A stretch of text in one style. A newline in it is a forced line break. */
struct run {
	struct text text;
	uint8_t role;  /* enum role */
	uint8_t style; /* bits of enum style */
	bool spare; /* may be left out where it would need a line more; behind all that may not */
	uint32_t link; /* number of a link in the document, counted from 1, or 0 */
	struct run *next;
};

struct runs {
	struct run *first;
	struct run *last;
};

enum block_kind {
	BLOCK_DOCUMENT,
	BLOCK_HEADER,  /* text: the name; aside: the title. Foldable */
	BLOCK_SECTION, /* text: its title; preview and count describe its entries. Foldable */
	BLOCK_GROUP,   /* text: what its entries share, such as a year. Foldable */
	BLOCK_ENTRY,   /* text: its title; aside: dates or a number. Foldable if it has children */
	BLOCK_PARAGRAPH,
	BLOCK_DETAIL,   /* a few words, which stand close to what is around them */
	BLOCK_ITEM,     /* a list item: marker and text; children are its further blocks */
	BLOCK_FIELD,    /* label and text; neighbours line up */
	BLOCK_CONTACTS, /* children are fields that may share a line */
	BLOCK_RULE,     /* a line that parts what is before from what is after */
	BLOCK_VERBATIM, /* text whose line breaks and blanks are kept */
};

/* What programs that read a résumé may want to know of a block; empty is not known. */
struct facts {
	struct text topic; /* of a section and of a contact: what JSON Resume calls it, such as
			      "work" or "email" */
	struct text start; /* of an entry, both as ISO 8601: "2019", "2019-03" or "2019-03-15" */
	struct text end;
	bool ongoing; /* it has not ended */
};

struct block {
	enum block_kind kind;
	uint32_t number; /* in document order from 0, set by doc_finish() */
	struct text id;  /* of header, section, group, entry and field: unique and stable, such as
			    "work.tinder"; until doc_make_ids(), the name to make it of */
	struct runs text;
	struct runs aside;
	struct runs label;
	struct text
		marker; /* of an item: what the author numbered it with, or empty for a bullet */
	struct text preview; /* of a section: the titles of its first entries */
	size_t count; /* what it hides when closed: entries of a section, blocks of an entry */
	bool holds_foldable;       /* a child can be folded; set by doc_finish() */
	bool ids_made;             /* of the root: those in it are what they will be */
	struct position source;    /* in the file, for messages and editors */
	const struct facts *facts; /* or NULL */
	struct block *parent;
	struct block *first;
	struct block *last;
	struct block *next;
};

struct link {
	struct text url; /* as written, but cleaned */
	uint32_t number; /* in print, counted from 1; 0 if its own text tells the whole address */
};

/* Set up by doc_init(). Everything in it lives in the arena, which it borrows. */
struct doc {
	struct arena *arena;
	struct block *root;
	struct link *links; /* link n is links[n - 1] */
	size_t link_count;
	size_t link_capacity;
	size_t block_count;
	struct text title;       /* plain text that names the document */
	struct text language;    /* of its headings, as a BCP 47 tag */
	struct text links_title; /* what heads the addresses of its links in print */
};

void doc_init(struct doc *doc, struct arena *arena);

/* The name of a role as formats may write it: one word of small letters, such as "title". */
const char *doc_role_name(enum role role);

/* A new last child of parent. */
struct block *doc_add_block(struct doc *doc, struct block *parent, enum block_kind kind);

/* Removes the last child of parent again, with all in it; before was the last, or NULL. */
void doc_remove_last(struct block *parent, struct block *before);

/* Adds text at the end of runs. The text is borrowed; empty text adds nothing and returns NULL. */
struct run *doc_add_run(struct doc *doc, struct runs *runs, enum role role, struct text text);

/* A new link; returns its number for struct run. The address is borrowed. */
uint32_t doc_add_link(struct doc *doc, struct text url);

/* The link of a run's number, which is not 0. */
const struct link *doc_link(const struct doc *doc, uint32_t link);

/*
 * Says what to make the id of a block of; the name is borrowed. The id is that of its parent, a
 * dot, and the words of name in lower case joined by hyphens; with a number behind when another
 * block before it has that. Names without a letter or digit become "item".
 */
void doc_set_id(struct block *block, struct text name);

/* Numbers the blocks, and the links that need a number in print. Call it once, at the end. */
void doc_finish(struct doc *doc);

/*
 * Makes the ids: call it before you read one, as often as you like. Not all who read a document
 * need them, and they take time. Of a finished document, nothing else changes.
 */
void doc_make_ids(const struct doc *doc);

/* The block after this one in document order, or NULL: its first child, else what follows. */
const struct block *doc_next(const struct block *block);

/* The block that follows this one and all in it, or NULL. */
const struct block *doc_skip(const struct block *block);

/* True if the block can be folded: it is a heading and holds something. */
bool doc_is_foldable(const struct block *block);

/*
 * How far down the outline a heading is: 1 for the header, for sections and their groups, 2 for
 * entries, 3 for entries in entries, and so on; 0 for other blocks.
 */
int doc_level(const struct block *block);

/* The nearest heading that holds the block, or the block itself if it is one; NULL at the root. */
const struct block *doc_heading(const struct block *block);

#endif
