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

static bool is_null_word(struct text text)
{
	return text_is(text, "~") || (text.length == 4 && text_is_caseless(text, "null"));
}

struct text node_text(const struct node *node)
{
	static const struct text empty = {NULL, 0};
	if (!node || node->kind != NODE_SCALAR)
		return empty;
	struct text text = text_trim(node->text);
	return node->plain && text.length <= 4 && is_null_word(text) ? empty : text;
}

bool node_is_empty(const struct node *node)
{
	if (!node)
		return true;
	if (node->kind == NODE_SCALAR)
		return node_text(node).length == 0;
	for (const struct node *child = node->first; child; child = child->next) {
		if (!node_is_empty(child))
			return false;
	}
	return true;
}

bool node_is_list_of_texts(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_SCALAR)
			return false;
	}
	return node->kind == NODE_LIST;
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
