/*
 * What each dialect does, for the table of dialects.
 */
#ifndef VITAE_RESUME_DIALECTS_H
#define VITAE_RESUME_DIALECTS_H

#include "rewrite.h"

bool rendercv_fits(const struct node *root);
struct node *rendercv_rewrite(struct node *root, struct rewriting *rewriting);

bool yamlresume_fits(const struct node *root);
struct node *yamlresume_rewrite(struct node *root, struct rewriting *rewriting);

bool fresh_fits(const struct node *root);
struct node *fresh_rewrite(struct node *root, struct rewriting *rewriting);

bool jsonresume_fits(const struct node *root);
struct node *jsonresume_rewrite(struct node *root, struct rewriting *rewriting);

struct node *other_rewrite(struct node *root, struct rewriting *rewriting);

#endif
