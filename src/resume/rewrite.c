#include "rewrite.h"

struct node *rewrite_new(
	struct rewriting *rewriting, enum node_kind kind, const char *key, const struct node *from)
{
	struct node *node = arena_allocate(rewriting->arena, sizeof *node);
	node->kind = kind;
	node->key = text_from(key);
	node->position = from->position;
	node->key_position = from->key_position.line ? from->key_position : from->position;
	return node;
}

struct node *rewrite_new_text(
	struct rewriting *rewriting, const char *key, struct text text, const struct node *from)
{
	struct node *node = rewrite_new(rewriting, NODE_SCALAR, key, from);
	node->text = text;
	return node;
}

struct node *rewrite_get(struct node *map, const char *key)
{
	for (struct node *child = map && map->kind == NODE_MAP ? map->first : NULL; child;
		child = child->next) {
		if (text_is(child->key, key))
			return child;
	}
	return NULL;
}

bool rewrite_has(const struct node *map, struct text key)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (text_equal(child->key, key))
			return true;
	}
	return false;
}

struct node *rewrite_take(struct node *parent)
{
	struct node *first = parent->first;
	parent->first = parent->last = NULL;
	parent->count = 0;
	return first;
}

void rewrite_append(struct node *parent, struct node *child)
{
	child->next = NULL;
	node_append(parent, child);
}

void rewrite_rename(struct node *node, const char *key)
{
	node->key = text_from(key);
}

struct node *rewrite_map_at(struct rewriting *rewriting, struct node *map, const char *key)
{
	struct node *child = rewrite_get(map, key);
	if (child && child->kind != NODE_MAP && node_is_empty(child)) {
		rewrite_take(child);
		child->kind = NODE_MAP;
	}
	if (child)
		return child->kind == NODE_MAP ? child : NULL;
	child = rewrite_new(rewriting, NODE_MAP, key, map);
	node_append(map, child);
	return child;
}

void rewrite_replace(struct node *node, const struct node *by)
{
	struct node *next = node->next;
	struct text key = node->key;
	struct position key_position = node->key_position;
	*node = *by;
	node->next = next;
	node->key = key;
	node->key_position = key_position;
}

void rewrite_move(
	struct rewriting *rewriting, struct node *parent, struct node *node, const char *key)
{
	struct node *moved = rewrite_new(rewriting, node->kind, key, node);
	struct node *empty = rewrite_new(rewriting, NODE_SCALAR, NULL, node);
	rewrite_replace(moved, node);
	rewrite_replace(node, empty);
	node_append(parent, moved);
}

void rewrite_move_children(struct node *from, const struct node *except, struct node *to)
{
	struct node *next;
	for (struct node *child = rewrite_take(from); child; child = next) {
		next = child->next;
		if (child != except)
			rewrite_append(to, child);
	}
}

struct node *rewrite_copy(const struct node *node, struct arena *arena)
{
	struct node *copy = arena_allocate(arena, sizeof *copy);
	*copy = *node;
	copy->first = copy->last = copy->next = NULL;
	copy->count = 0;
	for (const struct node *child = node->first; child; child = child->next)
		node_append(copy, rewrite_copy(child, arena));
	return copy;
}
