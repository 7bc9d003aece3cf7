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
	FIELD_PLACE,    /* a text, or a map of schema_location */
	FIELD_PICTURE,  /* an address that is not worth reading */
	FIELD_LIST,     /* of texts */
	FIELD_ITEMS,    /* a list of texts, of lists of them, and of maps of text and url */
	FIELD_ENTRIES,  /* a list of entries of the same section */
	FIELD_PROFILES, /* a list of maps of schema_profile */
	FIELD_BANNER,   /* a text, or a map of schema_banner */
	FIELD_MAP,      /* of texts */
};

struct field {
	const char *key;
	enum slot slot;
	enum field_type type;
	bool several;      /* it may also be a list of values of its type */
	const char *label; /* for SLOT_DETAIL and SLOT_KEYWORDS, else NULL */
	const char *about; /* for people who write files: what it is, as a sentence */
	const char *also;  /* what it is called elsewhere: words of small letters and digits,
			      with blanks between them; or NULL */
};

enum look {
	LOOK_ENTRIES, /* a title, with what belongs to it under it */
	LOOK_FIELDS,  /* one line each: a label and what it stands for */
};

struct section {
	const char *key;
	const char *title;
	const char *about; /* as for a field */
	const char *also;  /* as for a field */
	const char *kinds; /* as also, but these say more than the title does: they stay titles */
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

/* True if two names differ in nothing but case and what is neither letter nor digit, if in that. */
bool schema_same_name(struct text name, struct text word);

/* True if the name is one of some words with blanks between them, which may be NULL. */
bool schema_has_name(const char *words, struct text name);

/*
 * The row of a section that is called so elsewhere, or NULL; case and all but letters and digits
 * do not count. *says_more is true if the name says more than the title of the section.
 */
const struct section *schema_guess_section(struct text name, bool *says_more);

/* basics: the header, for the words that it is called by elsewhere. */
extern const struct section schema_header;

/* The fields of the header. A remark is the banner, details are contacts, entries are profiles. */
extern const struct field schema_basics[];

/* The parts of a banner, a profile and a place, these in the order in which people write them. */
extern const struct field schema_banner[];
extern const struct field schema_profile[];
extern const struct field schema_location[];

/* What the author says about the file itself. */
extern const struct field schema_meta[];

/* The row for a key in a list of fields that ends with a NULL key, or NULL. */
const struct field *schema_find_field(const struct field *fields, struct text key);

/*
 * The next row that is called so elsewhere, after the row given, which is NULL for the first; NULL
 * if there is none. A name may stand for several fields.
 */
const struct field *schema_guess_field(
	const struct field *fields, struct text name, const struct field *after);

#endif
