#include "resume/select.h"

#include "base/buffer.h"
#include "base/text_map.h"
#include "resume/language.h"
#include "resume/resume.h"
#include "resume/schema.h"
#include "rewrite.h"

/* The sections of a tree. */
struct sections {
	struct node *root;
	struct text_map hidden; /* the keys in meta.hide */
};

/* The part of a text from start up to a byte, without blanks around it. */
static struct text part_at(struct text text, size_t start, char end)
{
	return text_trim(text_slice(text, start, text_find(text, start, end)));
}

/* To be finished with text_map_finish(). */
static struct sections sections_of(struct node *root)
{
	struct sections sections = {.root = root};
	struct node *hide = rewrite_get(rewrite_get(root, "meta"), "hide");
	struct node *item = hide && hide->kind == NODE_LIST ? hide->first : hide;
	for (; item; item = hide->kind == NODE_LIST ? item->next : NULL) {
		if (node_text(item).length)
			*text_map_at(&sections.hidden, NULL, node_text(item)) = item;
	}
	return sections;
}

static bool is_hidden(const struct sections *sections, const struct node *section)
{
	return text_map_get(&sections->hidden, NULL, section->key) ||
	       resume_key_is_hidden(section->key) || text_is(section->key, "meta");
}

/* What a section is called: its key, or in custom its title. */
static struct text name_of(const struct node *section)
{
	struct text title = node_text(node_get(section, "title"));
	return title.length ? title : section->key;
}

static bool is_custom(const struct node *node)
{
	return text_is(node->key, "custom") && node->kind != NODE_SCALAR;
}

static struct node *find_by_name(const struct sections *sections, struct text name)
{
	for (struct node *node = sections->root->first; node; node = node->next) {
		if (schema_same_name(name, node->key) && !is_hidden(sections, node))
			return node;
		for (struct node *child = is_custom(node) ? node->first : NULL; child;
			child = child->next) {
			if (schema_same_name(name, name_of(child)))
				return child;
		}
	}
	return NULL;
}

/* The section that meta.titles gives this title, or NULL. */
static struct node *find_by_title(const struct sections *sections, struct text name)
{
	const struct node *titles = node_get(node_get(sections->root, "meta"), "titles");
	for (const struct node *title = titles && titles->kind == NODE_MAP ? titles->first : NULL;
		title; title = title->next) {
		if (schema_same_name(name, node_text(title)))
			return find_by_name(sections, title->key);
	}
	return NULL;
}

/* The section of a key or title, or of what vitae takes for one; NULL if there is none. */
static struct node *find_section(const struct sections *sections, struct text name)
{
	struct node *found = find_by_name(sections, name);
	if (!found)
		found = find_by_title(sections, name);
	const struct section *schema = found ? NULL : language_guess_section(name);
	if (schema)
		return find_by_name(sections, text_from(schema->key));
	return found || !schema_has_name(schema_header.also, name)
		       ? found
		       : find_by_name(sections, text_from(schema_header.key));
}

static void add_name(struct buffer *names, const struct node *section)
{
	if (names->length)
		buffer_add(names, TEXT(", "));
	buffer_add(names, name_of(section));
}

static void report_missing(
	const struct sections *sections, struct text name, struct diagnostics *diagnostics)
{
	struct buffer names = {0};
	for (const struct node *node = sections->root->first; node; node = node->next) {
		const struct node *child = is_custom(node) ? node->first : NULL;
		if (!child && !is_hidden(sections, node) && !node_is_empty(node))
			add_name(&names, node);
		for (; child; child = child->next)
			add_name(&names, child);
	}
	diagnostics_add(diagnostics, SEVERITY_ERROR, (struct position){0, 0},
		"there is no section '%.*s'; there are: %.*s", (int)name.length, name.bytes,
		(int)names.length, names.bytes);
	buffer_finish(&names);
}

struct chosen {
	const struct node **sections;
	size_t count;
};

static bool is_chosen(const struct chosen *chosen, const struct node *section)
{
	for (size_t i = 0; i < chosen->count; i++) {
		if (chosen->sections[i] == section)
			return true;
	}
	return false;
}

/* Leaves those children that are chosen, and those within custom. */
static void keep_chosen(struct node *parent, const struct chosen *chosen)
{
	struct node *next;
	for (struct node *node = rewrite_take(parent); node; node = next) {
		next = node->next;
		bool keeps = is_chosen(chosen, node) || text_is(node->key, "meta");
		if (!keeps && is_custom(node)) {
			keep_chosen(node, chosen);
			keeps = node->first;
		}
		if (keeps)
			rewrite_append(parent, node);
	}
}

static enum select_result select_sections(const struct sections *sections, struct text names,
	struct arena *arena, struct diagnostics *diagnostics)
{
	struct chosen chosen = {
		arena_allocate(arena, (names.length + 1) * sizeof *chosen.sections), 0};
	for (size_t start = 0; start <= names.length; start = text_find(names, start, ',') + 1) {
		struct text name = part_at(names, start, ',');
		struct node *section = find_section(sections, name);
		if (!section) {
			report_missing(sections, name, diagnostics);
			return SELECT_NO_SECTION;
		}
		chosen.sections[chosen.count++] = section;
	}
	keep_chosen(sections->root, &chosen);
	return SELECT_GOOD;
}

/* What is not shown is for nobody else either. */
static void remove_hidden(const struct sections *sections)
{
	struct node *next;
	for (struct node *node = rewrite_take(sections->root); node; node = next) {
		next = node->next;
		if (text_is(node->key, "meta") || !is_hidden(sections, node))
			rewrite_append(sections->root, node);
	}
}

static enum select_result make_public(const struct sections *sections,
	const struct selection *selection, struct arena *arena, struct diagnostics *diagnostics)
{
	struct secrets read = {0};
	const struct secrets *secrets = selection->secrets ? selection->secrets : &read;
	remove_hidden(sections);
	if (!selection->secrets && !secrets_read(&read, sections->root, arena, diagnostics))
		return SELECT_BAD_CONTENT;
	return secrets_remove(secrets, sections->root, diagnostics) ? SELECT_GOOD
								    : SELECT_BAD_CONTENT;
}

/* The names by which meta may speak of sections; of those that hold something, or of all. */
static void add_names(struct text_map *names, const struct node *root, bool all)
{
	for (const struct node *node = root->first; node; node = node->next) {
		const struct node *child = is_custom(node) ? node->first : NULL;
		if (all || !node_is_empty(node))
			*text_map_at(names, NULL, node->key) = (void *)node;
		for (; child; child = child->next)
			*text_map_at(names, NULL, name_of(child)) = (void *)child;
	}
}

/* Takes out of a list of sections, or of a map by their names, those that were there and went. */
static void forget_gone(
	struct node *wish, const struct text_map *before, const struct text_map *after)
{
	struct node *next;
	if (!wish || wish->kind == NODE_SCALAR)
		return;
	bool is_map = wish->kind == NODE_MAP;
	for (struct node *child = rewrite_take(wish); child; child = next) {
		struct text name = is_map ? child->key : node_text(child);
		next = child->next;
		if (!text_map_get(before, NULL, name) || text_map_get(after, NULL, name))
			rewrite_append(wish, child);
	}
}

static void forget_gone_sections(struct node *root, const struct text_map *before)
{
	static const char *const wishes[] = {"order", "titles", "hide", "group"};
	struct node *meta = rewrite_get(root, "meta");
	struct text_map after = {0};
	add_names(&after, root, false);
	for (size_t i = 0; meta && i < sizeof wishes / sizeof *wishes; i++)
		forget_gone(rewrite_get(meta, wishes[i]), before, &after);
	text_map_finish(&after);
}

static enum select_result select_in_map(struct node *root, const struct selection *selection,
	struct arena *arena, struct diagnostics *diagnostics)
{
	enum select_result result = SELECT_GOOD;
	struct sections sections = sections_of(root);
	if (selection->is_public)
		result = make_public(&sections, selection, arena, diagnostics);
	if (result == SELECT_GOOD && selection->sections)
		result = select_sections(
			&sections, text_from(selection->sections), arena, diagnostics);
	text_map_finish(&sections.hidden);
	return result;
}

enum select_result select_part(struct node *root, const struct selection *selection,
	struct arena *arena, struct diagnostics *diagnostics)
{
	struct text_map before = {0};
	if (root->kind != NODE_MAP || (!selection->is_public && !selection->sections))
		return SELECT_GOOD;
	add_names(&before, root, true);
	enum select_result result = select_in_map(root, selection, arena, diagnostics);
	if (result == SELECT_GOOD)
		forget_gone_sections(root, &before);
	text_map_finish(&before);
	return result;
}
