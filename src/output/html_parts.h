/*
 * The parts that a page is written of: blocks, texts, and what they mean to programs.
 * Knows nothing of what is around the blocks.
 */
#ifndef VITAE_OUTPUT_HTML_PARTS_H
#define VITAE_OUTPUT_HTML_PARTS_H

#include "output/format.h"

/* A page on its way out. Borrows the document, the settings and the sink. */
struct page {
	const struct doc *doc;
	const struct format_settings *settings;
	struct sink *sink;
	struct arena arena; /* for what is needed while one block is written */
	bool right_to_left;
	bool verbatim;             /* line ends and blanks count: within <pre> */
	struct text topic;         /* what the text that follows is about; or empty */
	const struct facts *facts; /* of the entry that is being written, or NULL */
};

/* Markup as it is. */
void html_add(struct page *page, const char *markup);

/* Text in place of itself: & < > and quotes are escaped, in elements and in attributes. */
void html_add_text(struct page *page, struct text text);

/* name="value" with a blank in front; nothing if the value is empty. */
void html_add_attribute(struct page *page, const char *name, struct text value);

/* True if runs have not the direction of the page, or not all of them. */
bool html_turns(struct page *page, const struct runs *runs);

/* The attribute that tells the direction of runs, where it is not that of the page. */
void html_add_direction(struct page *page, const struct runs *runs);

/* The runs from first on, which may be NULL, with their roles, links and styles. */
void html_add_runs(struct page *page, const struct run *first);

/* The runs from first up to end as if all had one role. */
void html_add_words(
	struct page *page, enum role role, const struct run *first, const struct run *end);

/* Runs in an element of their own; begin is its start without the ">". */
void html_add_element(
	struct page *page, const char *begin, const struct runs *runs, const char *end);

/* The text of runs without anything else; in the arena of the page. */
struct text html_plain(struct page *page, const struct runs *runs);

/* What words or a link mean to programs: microformats as classes, and microdata. Or NULL. */
struct meaning {
	const char *classes;
	const char *property; /* of the person, at schema.org */
	const char *type; /* of what has that property and is called so; or NULL if it is text */
	const char *relation; /* of a link */
};

struct meaning html_words_mean(const struct page *page, enum role role);
struct meaning html_link_means(const struct page *page);

/* The classes of an entry about the topic of the page; or NULL. */
const char *html_entry_classes(const struct page *page);

/* The level of headings in what has a heading of a level, 1 to 6. */
int html_level_below(int level);

void html_add_heading(struct page *page, const struct block *block, int level);

/* The blocks from first up to end, which are children of one; headings of entries have the level.
 */
void html_add_children(
	struct page *page, const struct block *first, const struct block *end, int level);

#endif
