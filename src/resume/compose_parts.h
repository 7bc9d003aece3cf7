/*
 * The parts that a composed document is made of: entries, and values of any shape.
 * Knows nothing of the order of sections or of the header.
 */
#ifndef VITAE_RESUME_COMPOSE_PARTS_H
#define VITAE_RESUME_COMPOSE_PARTS_H

#include "doc/doc.h"
#include "resume/date.h"
#include "resume/resume.h"

/* What all parts are composed with. Borrows. */
struct composer {
	struct doc *doc;
	const struct wording *wording;
	struct date today;
};

/*
 * Adds an entry to a section or group as blocks. Its year is not repeated if it is group, the
 * text that a group is headed by; group may be empty.
 */
void compose_entry(struct composer *composer, struct block *parent, const struct section *schema,
	const struct entry *entry, struct text group);

/*
 * Adds an entry of a section that looks like fields; one that has the same label as the field
 * before joins it.
 */
void compose_field_entry(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry);

/* A copy of facts that lives as long as the document. */
const struct facts *compose_facts(struct doc *doc, struct facts facts);

/* What an entry is called in previews and ids, as its author wrote it: may be empty. */
struct text compose_name(const struct section *schema, const struct entry *entry);

/*
 * The period of an entry, that of its inner entries if it has no dates; false if it has only a
 * single date or none.
 */
bool compose_period(const struct section *schema, const struct entry *entry, struct period *period);

/* The dates of an entry as they are shown, or empty. */
struct text compose_dates(
	struct composer *composer, const struct section *schema, const struct entry *entry);

/*
 * Adds a labelled value of any shape: a scalar or a list of them on one line, anything else as a
 * nested list. The label may be empty.
 */
void compose_value(struct composer *composer, struct block *parent, struct text label,
	enum field_type type, const struct node *node);

/*
 * As compose_value(), for a value that lists skills, tools or other keywords: each is a run of its
 * own with ROLE_TERM. A text is split at its commas; an item of a list is not.
 */
void compose_terms(struct composer *composer, struct block *parent, struct text label,
	const struct node *node);

/* Adds a text as paragraphs, anything else as list items. The node may be NULL. */
void compose_prose(struct composer *composer, struct block *parent, const struct node *node);

/* Adds list items, of strings or of any other shape. A string is split at lines that begin with a
 * bullet. */
void compose_items(struct composer *composer, struct block *parent, const struct node *node);

/* True for the value of {content: a text}: a key, which nobody wrote as a word. Words would begin
 * with a capital. */
bool compose_is_named_text(const struct node *text);

/*
 * Adds a scalar to runs as its type is shown: an address as a link, a date in words. Lists and maps
 * are joined. With ROLE_TERM the words are told apart as compose_terms() does.
 */
void compose_inline(struct composer *composer, struct runs *runs, enum role role,
	enum field_type type, const struct node *node);

#endif
