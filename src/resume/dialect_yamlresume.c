#include "dialects.h"

bool yamlresume_fits(const struct node *root)
{
	const struct node *content = node_get(root, "content");
	return content && content->kind == NODE_MAP &&
	       (node_get(content, "basics") || node_get(root, "layouts"));
}

/* What a layout says about the sections, as far as it is about what they say. */
static void take_layout(struct rewriting *rewriting, struct node *layouts, struct node *meta)
{
	struct node *layout = layouts && layouts->kind == NODE_LIST ? layouts->first : layouts;
	struct node *sections = rewrite_get(layout, "sections");
	struct node *titles = rewrite_get(sections, "aliases");
	struct node *order = rewrite_get(sections, "order");
	if (titles && !node_get(meta, "titles"))
		rewrite_move(rewriting, meta, titles, "titles");
	if (order && !node_get(meta, "order"))
		rewrite_move(rewriting, meta, order, "order");
}

/* Location and profiles stand beside the header there. */
static void move_to_header(struct node *content, struct node *basics)
{
	struct node *next;
	for (struct node *child = rewrite_take(content); child; child = next) {
		next = child->next;
		bool belongs = text_is(child->key, "location") || text_is(child->key, "profiles");
		rewrite_append(belongs ? basics : content, child);
	}
}

struct node *yamlresume_rewrite(struct node *root, struct rewriting *rewriting)
{
	struct node *content = rewrite_get(root, "content");
	struct node *locale = rewrite_get(root, "locale");
	struct node *language = rewrite_get(locale, "language");
	struct node *wishes = rewrite_get(root, "meta");
	struct node *basics = rewrite_map_at(rewriting, content, "basics");
	if (wishes && !node_get(content, "meta"))
		rewrite_move(rewriting, content, wishes, "meta");
	struct node *meta = rewrite_map_at(rewriting, content, "meta");
	if (basics)
		move_to_header(content, basics);
	if (meta && language && !node_get(meta, "lang"))
		rewrite_move(rewriting, meta, language, "lang");
	if (meta)
		take_layout(rewriting, rewrite_get(root, "layouts"), meta);
	return content;
}
