/*
 * The one table of sections and fields: JSON Resume 1.0.0 and what vitae adds to it.
 * Knows nothing of a particular résumé or of how sections are drawn.
 */
#ifndef VITAE_RESUME_SCHEMA_H
#define VITAE_RESUME_SCHEMA_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * What a field is to its entry. Every slot but the last two holds one field; several fields of a
 * section may lead to the same slot, and then the first in the file has it.
 */
enum slot {
	SLOT_TITLE,
	SLOT_SUBTITLE,     /* follows the title */
	SLOT_ORGANISATION, /* follows both */
	SLOT_LABEL,        /* stands before the title, in sections that look like fields */
	SLOT_LEVEL,        /* qualifies the entry, in sections that look like fields */
	SLOT_NUMBER,       /* at the edge, before the dates */
	SLOT_START,
	SLOT_END,
	SLOT_DATE, /* a point in time */
	SLOT_URL,
	SLOT_DESCRIPTION,
	SLOT_SUMMARY,
	SLOT_ITEMS,
	SLOT_KEYWORDS,
	SLOT_ENTRIES, /* entries of the same section within this one */
	SLOT_REMARK,  /* a few words under the title; as many as there are */
	SLOT_DETAIL,  /* shown with its label; as many as there are */
	SLOT_COUNT
};

enum field_type {
	FIELD_TEXT,
	FIELD_DATE,
	FIELD_URL,
	FIELD_EMAIL,
	FIELD_PHONE,
	FIELD_DOI,
	FIELD_PLACE,   /* a text, or a map of schema_location */
	FIELD_PICTURE, /* an address that is not worth reading */
	FIELD_LIST,
	FIELD_MAP,
};

struct field {
	const char *key;
	enum slot slot;
	enum field_type type;
	const char *label; /* for SLOT_DETAIL and SLOT_KEYWORDS, else NULL */
};

enum look {
	LOOK_ENTRIES, /* a title, with what belongs to it under it */
	LOOK_FIELDS,  /* one line each: a label and what it stands for */
};

struct section {
	const char *key;
	const char *title;
	enum look look;
	enum slot id;     /* the slot that names an entry in its id and in previews of fields */
	enum slot linked; /* the slot that an entry's address belongs to */
	bool ongoing;     /* a start without an end goes on */
	/*
	 * Keywords, and names on one line, are skills and tools. Not of languages and interests:
	 * nothing else in a résumé tells where these were used.
	 */
	bool terms;
	const struct field *fields; /* ends with a NULL key */
};

/* All sections but basics, in the order of the documentation; ends with a NULL key. */
extern const struct section schema_sections[];

/* What a section is that no row knows: its entries may have any of these fields. */
extern const struct section schema_custom;

/* The row for a key, or NULL. */
const struct section *schema_find_section(struct text key);

/* basics: the header. A remark is the banner, details are contacts, entries are profiles. */
extern const struct field schema_basics[];

/* The parts of a banner, a profile and a place, these in the order in which people write them. */
extern const struct field schema_banner[];
extern const struct field schema_profile[];
extern const struct field schema_location[];

/* What the author says about the file itself. */
extern const struct field schema_meta[];

/* The row for a key in a list of fields that ends with a NULL key, or NULL. */
const struct field *schema_find_field(const struct field *fields, struct text key);

#endif
