/*
 * A résumé read from a tree of nodes through the table of sections and fields.
 * Knows nothing of file syntax or of what a résumé looks like.
 */
#ifndef VITAE_RESUME_RESUME_H
#define VITAE_RESUME_RESUME_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"
#include "resume/language.h"
#include "resume/schema.h"

#include <stdbool.h>

/* A field that is shown with its label; an unknown key has a label made from itself. */
struct detail {
	struct text label;         /* in English; empty for a remark */
	const struct field *field; /* NULL for an unknown key */
	enum field_type type;
	const struct node *node;
	struct detail *next;
};

struct entry {
	const struct node *node;               /* a map, or a scalar that is then also the title */
	const struct node *slots[SLOT_REMARK]; /* NULL where the file has nothing to show */
	struct detail *details;                /* remarks and details, in the order of the file */
	struct detail *last_detail;
	struct entry *inner; /* entries within it, such as the positions at one employer */
	struct entry *next;
};

struct resume_section {
	const struct section *schema; /* &schema_custom for an unknown key */
	struct text key;              /* as in the file; the title of a custom section */
	struct text title;
	const struct node *node;
	struct entry *first; /* none if the section is a single text */
	struct entry *last;
	size_t count;
	bool by_year;
	struct resume_section *next;
};

/* Lives in an arena and borrows the nodes. */
struct resume {
	const struct node *basics;    /* a map, or NULL */
	struct resume_section *first; /* to be shown, in the order to show them */
	struct resume_section *last;
	struct wording wording;
};

/*
 * Reads a résumé from the root of a file. False with an error in the list if it is not a map or
 * holds nothing to show. What the table does not know is kept as custom sections and details.
 * Neighbours of one employer are joined to one entry, with a position in it each.
 */
bool resume_read(const struct node *root, struct arena *arena, struct diagnostics *diagnostics,
	struct resume *resume);

/* Reads one entry of a section. */
struct entry *resume_read_entry(
	const struct section *schema, const struct node *node, struct arena *arena);

/* A readable title made from a key: "work_experience" and "workExperience" are "Work Experience".
 */
struct text resume_title_of_key(struct text key, struct arena *arena);

/* True for keys that their authors commented out: "-name", "_name", "x-name", and "$schema". */
bool resume_key_is_hidden(struct text key);

#endif
