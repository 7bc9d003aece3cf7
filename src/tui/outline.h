/*
 * The parts of a document by the numbers that a reader can ask for: its sections, and in each the
 * entries and fields, also those that stand in groups.
 * Knows nothing of how they are shown.
 */
#ifndef VITAE_TUI_OUTLINE_H
#define VITAE_TUI_OUTLINE_H

#include "doc/doc.h"

#include <stdbool.h>
#include <stddef.h>

/* The section of a number, counted from 1, or NULL. */
const struct block *outline_section(const struct doc *doc, size_t number);
size_t outline_section_count(const struct doc *doc);

bool outline_is_part(const struct block *block);

/* The part of a section after one of them, or the first for NULL; NULL if there is none. */
const struct block *outline_next_part(const struct block *section, const struct block *part);
size_t outline_part_count(const struct block *section);

#endif
