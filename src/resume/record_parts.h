/*
 * The parts that a record is made of. Private to it.
 *
 * A value is "standard" where the schema of JSON Resume says what it may be; everything else keeps
 * its shape.
 */
#ifndef VITAE_RESUME_RECORD_PARTS_H
#define VITAE_RESUME_RECORD_PARTS_H

#include "base/text_map.h"
#include "resume/resume.h"
#include "rewrite.h"

/* What a record is made with. */
struct recording {
	struct rewriting rewriting;
	struct text_map keys; /* of the maps that were made, each once */
};

/* The fields of one kind of map. */
struct kind {
	const struct field *fields;
	const char *standard; /* the keys that are, with blanks between them */
	enum look look;
	bool ongoing; /* as in struct section */
};

extern const struct kind record_basics, record_location, record_profile, record_meta;

/* The kind of the entries of a section; standard is "" if JSON Resume has none of them. */
struct kind record_kind(const struct section *section);

bool record_is_standard(const struct kind *kind, const struct field *field);

/* A copy of any shape, without a key. */
struct node *record_copy(struct recording *recording, const struct node *node);

struct node *record_text(struct recording *recording, struct text text, const struct node *from);

/* Adds a value to a map; a key that is there already gets a number. */
void record_put(struct recording *recording, struct node *map, struct text key, struct node *value);

/* Adds a value under the key of vitae's own for a field. */
void record_put_own(
	struct recording *recording, struct node *map, const char *key, struct node *value);

/* A map as it is in a record; from is one. */
struct node *record_map(
	struct recording *recording, const struct kind *kind, const struct node *from);

/* Entries of a shape of their own: a list of them, one, or a text. */
struct node *record_entries(
	struct recording *recording, const struct kind *kind, const struct node *from);

/*
 * Adds the value of a field to a map. is_only is true if all else in the map it comes from is on
 * the same line.
 */
void record_field(struct recording *recording, struct node *map, const struct kind *kind,
	const struct field *field, const struct node *node, bool is_only);

/* True for a text of one line without any sign that may be more than itself in Markdown. */
bool record_is_simple(struct text text);

/* The parts of a place on one line, as it is shown; NULL if that would say something else. */
struct node *record_place(struct recording *recording, const struct node *place);

/* An address as the schema wants it; false if there is no such form. */
bool record_address(struct recording *recording, struct text text, struct text *address);

/* True for an address of e-mail as every check of the schema's takes it (RFC 5321). */
bool record_is_email(struct text text);

/* The date in numbers; false for what is none, and what says more than numbers can. */
bool record_date(struct recording *recording, struct text text, struct text *date);

/* The dates of an entry: those of its children that are about when it was. */
struct record_dates {
	const struct node *from[3]; /* these children, or NULL */
	const char *keys[2];        /* what they become, or NULL */
	struct node *values[2];
};

/*
 * What becomes of the dates of an entry: start, end and date are those that its slots show, or
 * NULL. If none is in from, each is a field like others.
 */
struct record_dates record_find_dates(struct recording *recording, const struct kind *kind,
	const struct node *entry, const struct node *start, const struct node *end,
	const struct node *date);

/*
 * The jobs that an entry of work has within it, one by one, added to a list. False, adding nothing,
 * if they can only be said within it.
 */
bool record_add_jobs(struct recording *recording, struct node *list, const struct kind *kind,
	const struct node *employer, bool may_join);

#endif
