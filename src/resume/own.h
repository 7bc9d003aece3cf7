/*
 * Keys for what JSON Resume has no shape for, so that its own keys hold nothing but what its schema
 * accepts: "vitae-highlights" is highlights, in whatever shape an author gave them.
 * Knows nothing of which values these are.
 */
#ifndef VITAE_RESUME_OWN_H
#define VITAE_RESUME_OWN_H

#include "resume/dialect.h"

/* In front of the key that is meant. */
#define OWN_PREFIX "vitae-"

/*
 * In the first of some neighbours in work with the same name: a map of what is said of all of them.
 */
#define OWN_EMPLOYER "vitae-employer"

/*
 * Gives such keys in a whole file the names they stand for, in place. Where there is a value of
 * that name already, both become a list. Jobs with an employer become the positions of one entry.
 */
void own_take(struct rewriting *rewriting, struct node *root);

#endif
