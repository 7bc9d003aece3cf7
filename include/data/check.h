/*
 * What is good YAML and yet hardly what its author meant: text that is read as a comment, as a
 * number, as nothing, or that was decoded in a wrong way before.
 * Knows nothing of what the keys mean.
 */
#ifndef VITAE_DATA_CHECK_H
#define VITAE_DATA_CHECK_H

#include "base/diagnostic.h"
#include "base/text.h"
#include "data/node.h"

/*
 * Adds what is found in the file and in the tree that was read from it, or NULL if it could not
 * be. Of JSON, whose author or program chose the types of values, only the characters are looked
 * at.
 */
void data_check(const struct node *root, struct text source, struct diagnostics *diagnostics);

#endif
