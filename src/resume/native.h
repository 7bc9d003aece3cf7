/*
 * Bringing what all dialects have in common to vitae's own names and shapes.
 * Knows nothing of what is peculiar to one of them.
 */
#ifndef VITAE_RESUME_NATIVE_H
#define VITAE_RESUME_NATIVE_H

#include "resume/schema.h"
#include "rewrite.h"

/* Brings a whole file to vitae's own names. */
void native_rewrite(struct rewriting *rewriting, struct node *root);

/* The header, which is a map. */
void native_rewrite_header(struct rewriting *rewriting, struct node *basics);

/* True for keys of the header that stand for parts of its fields: of a name, or an account. */
bool native_is_of_header(struct text key);

/* The value of a section, of whatever shape; the title that it may bring along is stored. */
void native_rewrite_section(struct rewriting *rewriting, const struct section *section,
	struct node *node, struct text *title);

/* The title that a section brings along, as {title, items}; empty for none. */
struct text native_own_title(const struct section *section, const struct node *node);

/* Renames what the fields know under another name, where the name of the field is still free. */
void native_name_fields(struct rewriting *rewriting, const struct field *fields, struct node *map);

/* Dates and periods that are maps, {year, month} and {start, end}, become fields of the entry. */
void native_gather_dates(
	struct rewriting *rewriting, const struct field *fields, struct node *entry);

/* A period in one text becomes a start and an end. */
void native_split_period(
	struct rewriting *rewriting, const struct field *fields, struct node *entry);

/* True for a map that has at least one key of the fields, by its own name or another. */
bool native_has_field(const struct field *fields, const struct node *map);

/* The list of entries that stands within a map, beside texts such as a title; NULL if there is none
 * or more than one. */
struct node *native_inner_list(const struct node *map);

/* True for a list of maps that say more than one thing each. */
bool native_is_list_of_maps(const struct node *node);

#endif
