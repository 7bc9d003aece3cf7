#include "dialects.h"
#include "resume/resume.h"
#include "resume/schema.h"

/* What JSON Resume called things before version 1. */
static const struct {
	const char *section;
	const char *old;
	const char *name;
} names[] = {
	{"basics", "picture", "image"},
	{"basics", "website", "url"},
	{"work", "company", "name"},
	{"work", "website", "url"},
	{"volunteer", "website", "url"},
	{"education", "gpa", "score"},
	{"projects", "website", "url"},
	{"publications", "website", "url"},
};

/* {sections: {work: ...}}: then the sections are not where JSON Resume has them. */
static bool holds_sections(const struct node *map)
{
	for (const struct node *child = map && map->kind == NODE_MAP ? map->first : NULL; child;
		child = child->next) {
		if (schema_find_section(child->key) && child->kind != NODE_SCALAR)
			return true;
	}
	return false;
}

/* True if a file has a header of that name, or none but keys of vitae's own. */
bool jsonresume_fits(const struct node *root)
{
	const struct node *basics = node_get(root, "basics");
	bool has_section = false;
	if (basics && basics->kind == NODE_MAP)
		return !holds_sections(node_get(root, "sections"));
	if (root->kind != NODE_MAP)
		return false;
	for (const struct node *child = root->first; child; child = child->next) {
		bool says_more;
		bool own = schema_find_section(child->key) || text_is(child->key, "meta") ||
			   text_is(child->key, "custom") || child == basics ||
			   resume_key_is_hidden(child->key);
		has_section = has_section || own;
		if (!own && (schema_guess_section(child->key, &says_more) ||
				    schema_guess_field(schema_basics, child->key, NULL) ||
				    schema_has_name(schema_header.also, child->key)))
			return false;
	}
	return has_section;
}

static void rename_in(struct node *map, const char *section)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct node *old = rewrite_get(map, names[i].old);
		if (old && text_is(text_from(section), names[i].section) &&
			!node_get(map, names[i].name))
			rewrite_rename(old, names[i].name);
	}
}

struct node *jsonresume_rewrite(struct node *root, struct rewriting *rewriting)
{
	(void)rewriting;
	rename_in(rewrite_get(root, "basics"), "basics");
	for (struct node *child = root->first; child; child = child->next) {
		const struct section *section = schema_find_section(child->key);
		for (struct node *entry = section && child->kind == NODE_LIST ? child->first : NULL;
			entry; entry = entry->next)
			rename_in(entry, section->key);
	}
	return root;
}
