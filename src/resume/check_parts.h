/*
 * The parts that resume_check() is made of: keys, texts, dates, and what meta says.
 * Knows nothing of the order in which a file is walked.
 */
#ifndef VITAE_RESUME_CHECK_PARTS_H
#define VITAE_RESUME_CHECK_PARTS_H

#include "base/text_map.h"
#include "resume/check.h"
#include "resume/schema.h"

/* What is known while a file is checked. */
struct check {
	const struct dialect *dialect;
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct arena scratch;    /* for one value at a time */
	struct text_map told;    /* positions and messages, so that copies of a value add none */
	struct text_map answers; /* what unknown keys may be meant for, by list of fields */
	const struct secrets *secrets; /* what the file had before, or NULL */
	int searches_left;             /* for such answers; a hostile file may have any number */
};

/*
 * Adds a message unless it has been told of this place before: values behind aliases share one.
 */
void check_report(struct check *check, enum severity severity, struct position position,
	const char *format, ...) __attribute__((format(printf, 4, 5), nonnull(1, 4)));

/* The beginning of a text's first line, for a message; lives until the next value is checked. */
const char *check_quote(struct check *check, struct text text);

/* True for a value that nothing is to be said about: an empty one, and one commented out. */
bool check_is_silent(const struct node *node);

/* The keys that a map may have, and what is to be said of others. */
struct key_list {
	const char *name; /* of what the map is, as in "there is no 'x' in work" */
	const struct field *fields;
	const char *others; /* where other keys are shown; NULL if they are not */
	bool open;          /* other keys are as good: only slips are worth a note */
};

/* Reports a key that the list does not have; nothing for schemas that are not vitae's own. */
void check_unknown_key(struct check *check, const struct key_list *list, const struct node *node);

/* Reports a key at the top of the file that is no section. */
void check_unknown_section(struct check *check, const struct node *node);

/* "a text", "a list" or "a map", for a message. */
const char *check_kind_name(const struct node *node);

/* True for a value of the kind that a field is for. */
bool check_has_shape(const struct field *field, const struct node *node);

/*
 * Reports a value of another kind than the type is for, and what is wrong with its links. Other
 * schemas than vitae's own have other shapes, and nothing is said about those.
 */
void check_report_shape(struct check *check, enum field_type type, const struct node *node);

/*
 * The nearest of some words for someone who may have made a slip: a search through them is begun
 * with the text as written, and all zero besides.
 */
struct nearest {
	struct text written;
	struct text word; /* empty if none is near */
	int distance;
};

/* Takes the word if it is nearer than those before. */
void check_consider(struct nearest *nearest, struct text word);

/* Reports what is wrong with a text of a type: its date, its address, or the links in it. */
void check_text(struct check *check, enum field_type type, const struct node *node);

/* Reports links that no browser takes, in all texts that a value of any shape holds. */
void check_links(struct check *check, const struct node *node);

/* Reports what is wrong with an address that stands alone, in a field for it or in a link. */
void check_address(
	struct check *check, enum field_type type, struct position position, struct text address);

/* Reports a date that is none. */
void check_date(struct check *check, const struct node *node);

/* Reports what the start and end of an entry say together. */
void check_period(struct check *check, const struct field *fields, const struct node *entry);

/* Notes jobs at several employers that overlap: a few at most. */
void check_overlaps(struct check *check, const struct node *work);

/* The first value that is not empty of a slot, or NULL. */
const struct node *check_value_of(
	const struct field *fields, const struct node *map, enum slot slot);

/* True if the map has a key that may be a slip of this one, which then is not missing as well. */
bool check_has_slip_of(const struct field *fields, const struct node *map, struct text key);

/* Reports what meta says of sections that the file does not have, and says wrongly. */
void check_meta_wishes(struct check *check, const struct node *root, const struct node *meta);

/*
 * Notes what strangers would see that its author may not think of, and reports paths of
 * meta.private that lead nowhere.
 */
void check_private(struct check *check, const struct node *root);

#endif
