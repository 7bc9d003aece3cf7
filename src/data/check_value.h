/*
 * What YAML and its readers make of single values. Pure.
 */
#ifndef VITAE_DATA_CHECK_VALUE_H
#define VITAE_DATA_CHECK_VALUE_H

#include "base/diagnostic.h"
#include "base/text.h"
#include "data/node.h"

#include <stdbool.h>

/* True for text that YAML 1.1 takes for a number and would write in another way: 007, 1.10. */
bool check_is_changed_number(struct text text);

/* Adds what there is to say about a scalar without quotes. */
void check_value(const struct node *node, struct diagnostics *diagnostics);

/*
 * Adds what there is to say about the comment behind a scalar without quotes. rest is what its
 * line has behind the value.
 */
void check_comment(const struct node *node, struct text rest, struct diagnostics *diagnostics);

/* Adds what there is to say about a map in a list: the one pair may be text. */
void check_pair(const struct node *map, bool among_texts, struct diagnostics *diagnostics);

#endif
