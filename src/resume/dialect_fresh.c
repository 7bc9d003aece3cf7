#include "dialects.h"

bool fresh_fits(const struct node *root)
{
	struct text format = node_text(node_get(node_get(root, "meta"), "format"));
	return text_starts_caseless(format, TEXT("fresh")) ||
	       node_get(node_get(root, "employment"), "history");
}

/* Parts of the header that stand beside each other there. */
static bool is_of_header(struct text key)
{
	static const char *const keys[] = {"name", "info", "contact", "location", "social"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (text_is(key, keys[i]))
			return true;
	}
	return false;
}

static void add_to_header(struct node *basics, struct node *node)
{
	struct node *next;
	bool is_group = text_is(node->key, "info") || text_is(node->key, "contact");
	if (text_is(node->key, "social"))
		rewrite_rename(node, "profiles");
	if (!is_group || node->kind != NODE_MAP) {
		rewrite_append(basics, node);
		return;
	}
	for (struct node *child = rewrite_take(node); child; child = next) {
		next = child->next;
		if (text_is(child->key, "brief"))
			rewrite_rename(child, "summary");
		rewrite_append(basics, child);
	}
}

/* {sets, list}: both are skills, in groups and one by one. */
static void join_skills(struct node *skills)
{
	struct node *sets = rewrite_get(skills, "sets");
	struct node *list = rewrite_get(skills, "list");
	struct node *next;
	if (!sets || !list || sets->kind != NODE_LIST || list->kind != NODE_LIST)
		return;
	for (struct node *skill = rewrite_take(list); skill; skill = next) {
		next = skill->next;
		rewrite_append(sets, skill);
	}
}

/* A map of one list is that list. */
static void unwrap_skills(struct node *skills)
{
	struct node *list = rewrite_get(skills, "sets");
	if (!list || list->kind != NODE_LIST)
		list = rewrite_get(skills, "list");
	if (list && list->kind == NODE_LIST)
		rewrite_replace(skills, list);
}

struct node *fresh_rewrite(struct node *root, struct rewriting *rewriting)
{
	struct node *next;
	struct node *basics = rewrite_new(rewriting, NODE_MAP, "basics", root);
	struct node *child = rewrite_take(root);
	node_append(root, basics);
	for (; child; child = next) {
		next = child->next;
		if (is_of_header(child->key))
			add_to_header(basics, child);
		else
			rewrite_append(root, child);
	}
	/* It says nothing but that this is FRESH, which it is no more. */
	struct node *format = rewrite_get(rewrite_get(root, "meta"), "format");
	if (format)
		rewrite_rename(format, "_format");
	struct node *skills = rewrite_get(root, "skills");
	join_skills(skills);
	unwrap_skills(skills);
	return root;
}
