#include "data/node.h"

const struct node *node_get(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (const struct node *child = map->first; child; child = child->next) {
		if (text_is(child->key, key))
			return child;
	}
	return NULL;
}

static bool scalar_is_empty(const struct node *node)
{
	struct text text = text_trim(node->text);
	if (text.length == 0)
		return true;
	return node->plain && (text_is(text, "~") || text_is_caseless(text, "null"));
}

bool node_is_empty(const struct node *node)
{
	if (!node)
		return true;
	if (node->kind == NODE_SCALAR)
		return scalar_is_empty(node);
	for (const struct node *child = node->first; child; child = child->next) {
		if (!node_is_empty(child))
			return false;
	}
	return true;
}

struct text node_text(const struct node *node)
{
	if (node_is_empty(node) || node->kind != NODE_SCALAR)
		return (struct text){NULL, 0};
	return text_trim(node->text);
}

void node_append(struct node *parent, struct node *child)
{
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	parent->count++;
}
