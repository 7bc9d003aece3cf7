#include "check_parts.h"
#include "resume/language.h"

/* So many sections are looked through for the one that was meant. */
enum { SECTIONS_SEARCHED_MOST = 64 };

/* The names by which meta may speak of sections, each with its node. */
struct names {
	struct text_map map;
	struct text first[SECTIONS_SEARCHED_MOST]; /* for who made a slip */
	size_t count;
};

static void add_name(struct names *names, struct text name, const struct node *node)
{
	void **place = text_map_at(&names->map, NULL, name);
	if (!*place && names->count < SECTIONS_SEARCHED_MOST)
		names->first[names->count++] = name;
	*place = (void *)node;
}

/* Sections in custom may be given a title and grouped, by their titles. */
static void add_custom_names(struct names *names, const struct node *custom)
{
	for (const struct node *child = custom ? custom->first : NULL; child; child = child->next) {
		struct text title = node_text(node_get(child, "title"));
		struct text name = title.length ? title : child->key;
		if (name.length)
			add_name(names, name, child);
	}
}

/* The section of the file that may be meant by a name, or the empty text. */
static struct text find_meant(struct check *check, const struct names *names, struct text name)
{
	struct nearest nearest = {.written = name};
	bool says_more;
	if (!check->searches_left)
		return nearest.word;
	check->searches_left--;
	const struct section *same = schema_guess_section(name, &says_more);
	if (same && text_map_get(&names->map, NULL, text_from(same->key)))
		return text_from(same->key);
	for (size_t i = 0; i < names->count; i++)
		check_consider(&nearest, names->first[i]);
	return nearest.word;
}

static void report_missing(
	struct check *check, const struct names *names, struct position position, struct text name)
{
	struct text meant = find_meant(check, names, name);
	const char *quote = check_quote(check, name);
	if (meant.length)
		check_report(check, SEVERITY_WARNING, position,
			"the file has no section '%s'; did you mean '%s'?", quote,
			check_quote(check, meant));
	else
		check_report(check, SEVERITY_WARNING, position,
			"the file has no section '%s'; write the key of one, or remove this",
			quote);
}

static void check_name(
	struct check *check, const struct names *names, struct position position, struct text name)
{
	if (name.length && !text_map_get(&names->map, NULL, name))
		report_missing(check, names, position, name);
}

/* A list of sections, or a single one. */
static void check_list(struct check *check, const struct names *names, const struct node *list)
{
	if (list && list->kind == NODE_SCALAR)
		check_name(check, names, list->position, node_text(list));
	for (const struct node *item = list && list->kind == NODE_LIST ? list->first : NULL; item;
		item = item->next)
		check_name(check, names, item->position, node_text(item));
}

static void check_map(struct check *check, const struct names *names, const struct node *map)
{
	if (!map || map->kind != NODE_MAP)
		return;
	for (const struct node *child = map->first; child; child = child->next) {
		if (!check_is_silent(child))
			check_name(check, names, child->key_position, child->key);
	}
}

static void check_groups(struct check *check, const struct node *groups)
{
	if (!groups || groups->kind != NODE_MAP)
		return;
	for (const struct node *child = groups->first; child; child = child->next) {
		struct text by = node_text(child);
		bool good = !by.length || text_is(by, "year") || text_is(by, "none");
		if (!good && !check_is_silent(child))
			check_report(check, SEVERITY_WARNING, child->position,
				"entries are grouped by 'year' or 'none', not by '%s'; write one "
				"of these",
				check_quote(check, by));
	}
}

static void check_language(struct check *check, const struct node *lang)
{
	struct text name = node_text(lang);
	if (name.length && !language_find(name))
		check_report(check, SEVERITY_NOTE, lang->position,
			"vitae does not know the language '%s'; write a code such as de or pt-BR",
			check_quote(check, name));
}

void check_meta_wishes(struct check *check, const struct node *root, const struct node *meta)
{
	struct names names = {.count = 0};
	check_language(check, node_get(meta, "lang"));
	check_groups(check, node_get(meta, "group"));
	/* Other schemas name sections by what they are called there. */
	if (!check->dialect->own)
		return;
	for (const struct node *node = root->first; node; node = node->next)
		add_name(&names, node->key, node);
	check_list(check, &names, node_get(meta, "order"));
	check_list(check, &names, node_get(meta, "hide"));
	add_custom_names(&names, node_get(root, "custom"));
	check_map(check, &names, node_get(meta, "titles"));
	check_map(check, &names, node_get(meta, "group"));
	text_map_finish(&names.map);
}
