#include "dialects.h"

#include "native.h"
#include "resume/resume.h"

/* How many keys of a map vitae knows, by whatever name: as much as it looks like a résumé. */
static size_t known_keys(const struct node *map)
{
	size_t known = 0;
	for (const struct node *child = map->first; child; child = child->next) {
		bool says_more;
		known += schema_guess_section(child->key, &says_more) ||
			 text_is(child->key, "basics") ||
			 schema_guess_field(schema_basics, child->key, NULL);
	}
	return known;
}

/* The same of the map or of what is right below it, as a language may be. */
static size_t known_within(const struct node *map)
{
	size_t most = known_keys(map);
	for (const struct node *child = map->first; child && !most; child = child->next) {
		if (child->kind == NODE_MAP)
			most = known_keys(child);
	}
	return most;
}

/* The child that holds the résumé, if the map itself does not look like one. */
static struct node *inner_resume(const struct node *map)
{
	struct node *best = NULL;
	size_t most = known_keys(map);
	for (struct node *child = map->first; child; child = child->next) {
		bool is_map = child->kind == NODE_MAP && !resume_key_is_hidden(child->key);
		/* A header holds fields, too: one section more than the map has is not enough. */
		bool named = schema_has_name(
			"resume cv curriculumvitae vita spec data content sections", child->key);
		size_t known = is_map && (named || most == 0) ? known_within(child) : 0;
		if (known > most) {
			most = known;
			best = child;
		}
	}
	return best;
}

/* Its contents take its place; what stands beside it stays. */
static void unwrap(struct node *root, const struct node *inner)
{
	struct node *next;
	struct node *after;
	for (struct node *child = rewrite_take(root); child; child = next) {
		next = child->next;
		if (child != inner) {
			rewrite_append(root, child);
			continue;
		}
		for (struct node *part = rewrite_take(child); part; part = after) {
			after = part->next;
			rewrite_append(root, part);
		}
	}
}

static bool holds_sections(const struct node *list)
{
	for (const struct node *child = list->first; child; child = child->next) {
		if (!native_inner_list(child))
			return false;
	}
	return true;
}

/* A list of maps: the only one is the résumé; several are sections, or else entries. */
static struct node *wrap_list(struct node *list, struct rewriting *rewriting)
{
	if (list->count == 1)
		return list->first;
	struct node *root = rewrite_new(rewriting, NODE_MAP, NULL, list);
	rewrite_move(rewriting, root, list, holds_sections(list) ? "custom" : "resume");
	return root;
}

/* {titleNameMap: {workExpList: title}}: titles of sections, by the names they have in the file. */
static void take_titles(struct rewriting *rewriting, struct node *root)
{
	struct node *titles = rewrite_get(root, "titleNameMap");
	struct node *meta = titles ? rewrite_map_at(rewriting, root, "meta") : NULL;
	if (!meta || titles->kind != NODE_MAP || node_get(meta, "titles"))
		return;
	for (struct node *child = titles->first; child; child = child->next) {
		bool says_more;
		const struct section *section = schema_guess_section(child->key, &says_more);
		if (section)
			rewrite_rename(child, section->key);
	}
	rewrite_move(rewriting, meta, titles, "titles");
}

/* Some keep in meta who the person is. */
static void take_meta(struct node *root)
{
	struct node *meta = rewrite_get(root, "meta");
	if (meta && meta->kind == NODE_MAP && node_text(node_get(meta, "name")).length &&
		!node_get(root, "basics"))
		rewrite_rename(meta, "basics");
}

struct node *other_rewrite(struct node *root, struct rewriting *rewriting)
{
	/* A name, then a language: not deeper. */
	enum { LAYERS_MOST = 3 };
	if (root->kind == NODE_LIST)
		root = wrap_list(root, rewriting);
	for (int layer = 0; layer < LAYERS_MOST; layer++) {
		const struct node *inner = inner_resume(root);
		if (!inner)
			break;
		unwrap(root, inner);
	}
	take_meta(root);
	take_titles(rewriting, root);
	return root;
}
