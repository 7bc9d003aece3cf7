/*
 * What is wrong, or may be, with what a résumé says: for its author.
 * Knows nothing of file syntax or of where messages are shown.
 */
#ifndef VITAE_RESUME_CHECK_H
#define VITAE_RESUME_CHECK_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "data/node.h"
#include "resume/dialect.h"
#include "resume/secrets.h"

/*
 * Checks a tree that dialect_to_native() has brought to vitae's own names, as which it was read.
 * Adds a message for each finding, in no particular order. Of schemas that are not vitae's own,
 * keys without a place are no finding. The secrets are what the file had before that, or NULL. The
 * arena is for what the check needs itself.
 */
void resume_check(const struct node *root, const struct dialect *dialect,
	const struct secrets *secrets, struct arena *arena, struct diagnostics *diagnostics);

#endif
