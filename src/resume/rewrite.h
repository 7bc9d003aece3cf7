/*
 * Changing a tree of nodes: what the dialects share.
 * Knows nothing of what the keys mean.
 */
#ifndef VITAE_RESUME_REWRITE_H
#define VITAE_RESUME_REWRITE_H

#include "resume/dialect.h"

/* New nodes in the arena of the tree; what is made from another node has its positions. */
struct node *rewrite_new(
	struct rewriting *rewriting, enum node_kind kind, const char *key, const struct node *from);
struct node *rewrite_new_text(
	struct rewriting *rewriting, const char *key, struct text text, const struct node *from);

/* The value at key, to be changed; NULL if there is none, or for NULL and what is no map. */
struct node *rewrite_get(struct node *map, const char *key);

/* True if a map has the key. */
bool rewrite_has(const struct node *map, struct text key);

/* Takes all children out of a list or map and returns the first; the others follow it. */
struct node *rewrite_take(struct node *parent);

/* Adds a node at the end, whatever list it was in before. */
void rewrite_append(struct node *parent, struct node *child);

/* Adds what a node is under another key, and leaves the node without contents. */
void rewrite_move(
	struct rewriting *rewriting, struct node *parent, struct node *node, const char *key);

/* Moves what a map holds to the end of another, but for one child, which may be NULL. */
void rewrite_move_children(struct node *from, const struct node *except, struct node *to);

/* A node and all in it once more, in the arena. */
struct node *rewrite_copy(const struct node *node, struct arena *arena);

/* Gives a node another key; key lives as long as the tree. */
void rewrite_rename(struct node *node, const char *key);

/*
 * The map at key, which is added if there is nothing or something empty; NULL if there is anything
 * else.
 */
struct node *rewrite_map_at(struct rewriting *rewriting, struct node *map, const char *key);

/* Puts the contents of another node in the place of a node, which keeps its key. */
void rewrite_replace(struct node *node, const struct node *by);

#endif
