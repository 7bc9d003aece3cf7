#include "dialects.h"

#include "base/buffer.h"
#include "native.h"
#include "resume/resume.h"

#include <string.h>

bool rendercv_fits(const struct node *root)
{
	const struct node *cv = node_get(root, "cv");
	return cv && cv->kind == NODE_MAP &&
	       (node_get(cv, "sections") || node_get(cv, "social_networks") ||
		       node_get(root, "design") || node_get(root, "rendercv_settings"));
}

/* The address of something that is linked under other words. */
static void rewrite_connections(struct node *connections)
{
	for (struct node *child = connections ? connections->first : NULL; child;
		child = child->next) {
		struct node *words = rewrite_get(child, "placeholder");
		struct node *icon = rewrite_get(child, "fontawesome_icon");
		if (words)
			rewrite_rename(words, "username");
		if (icon)
			rewrite_rename(icon, "_icon");
	}
}

static void append_all(struct node *to, struct node *from)
{
	struct node *next;
	for (struct node *child = from ? rewrite_take(from) : NULL; child; child = next) {
		next = child->next;
		rewrite_append(to, child);
	}
}

static void rewrite_header(struct rewriting *rewriting, struct node *basics)
{
	struct node *networks = rewrite_get(basics, "social_networks");
	struct node *connections = rewrite_get(basics, "custom_connections");
	struct node *phone = rewrite_get(basics, "phone");
	if (networks)
		rewrite_rename(networks, "profiles");
	rewrite_connections(connections);
	if (connections && !networks)
		rewrite_rename(connections, "profiles");
	else if (connections && networks->kind == NODE_LIST)
		append_all(networks, connections);
	if (phone && text_starts_with(node_text(phone), TEXT("tel:")))
		phone->text = text_slice(node_text(phone), strlen("tel:"), node_text(phone).length);
	(void)rewriting;
}

/* "main - first - second" is an item with items of its own. */
static void split_item(struct rewriting *rewriting, struct node *list, struct node *item)
{
	static const struct text separator = {" - ", 3};
	struct text text = node_text(item);
	struct node *inner = NULL;
	size_t start = 0;
	for (size_t at = 0; at <= text.length; at++) {
		bool ends = at == text.length;
		struct text here = text_slice(text, at, at + separator.length);
		if (!ends && !text_equal(here, separator))
			continue;
		struct text part = text_slice(text, start, at);
		if (inner)
			node_append(inner, rewrite_new_text(rewriting, NULL, part, item));
		else if (!ends)
			inner = rewrite_new(rewriting, NODE_LIST, NULL, item);
		if (start == 0)
			item->text = part;
		start = at + separator.length;
	}
	rewrite_append(list, item);
	if (inner)
		rewrite_append(list, inner);
}

static void rewrite_highlights(struct rewriting *rewriting, struct node *highlights)
{
	struct node *next;
	if (!highlights || highlights->kind != NODE_LIST)
		return;
	for (struct node *item = rewrite_take(highlights); item; item = next) {
		next = item->next;
		if (item->kind == NODE_SCALAR)
			split_item(rewriting, highlights, item);
		else
			rewrite_append(highlights, item);
	}
}

/* A bullet or a numbered entry is a text and nothing else. */
static bool become_text(struct node *entry)
{
	static const char *const keys[] = {"bullet", "number", "reversed_number"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct node *text = node_get(entry, keys[i]);
		if (!text || entry->count > 1)
			continue;
		rewrite_replace(entry, text);
		return true;
	}
	return false;
}

/* A date of its own stands in the place of start and end. */
static void prefer_date(struct node *entry)
{
	struct node *start = rewrite_get(entry, "start_date");
	struct node *end = rewrite_get(entry, "end_date");
	if (node_is_empty(node_get(entry, "date")))
		return;
	if (start)
		rewrite_rename(start, "_start_date");
	if (end)
		rewrite_rename(end, "_end_date");
}

/* "[name](address)" is a name and its address: few other programs read Markdown in names. */
static void split_link(struct rewriting *rewriting, struct node *entry)
{
	struct node *name = rewrite_get(entry, "name");
	struct text link = node_text(name);
	size_t middle = text_find(link, 0, ']');
	size_t end = text_find(link, 0, ')');
	struct text address = text_slice(link, middle + 2, end);
	if (!text_starts_with(link, TEXT("[")) || middle < 2 || end + 1 != link.length ||
		!text_starts_with(text_slice(link, middle, end), TEXT("](http")) ||
		text_find(link, 1, '[') < link.length ||
		text_find(address, 0, ' ') < address.length || node_get(entry, "url"))
		return;
	name->text = text_slice(link, 1, middle);
	rewrite_append(entry, rewrite_new_text(rewriting, "url", address, entry));
}

static void rewrite_entry(struct rewriting *rewriting, struct node *entry)
{
	if (entry->kind != NODE_MAP || become_text(entry))
		return;
	split_link(rewriting, entry);
	struct text doi = node_text(node_get(entry, "doi"));
	struct node *url = rewrite_get(entry, "url");
	prefer_date(entry);
	rewrite_highlights(rewriting, rewrite_get(entry, "highlights"));
	if (doi.length && !url && !text_starts_caseless(doi, TEXT("http")))
		rewrite_append(entry, rewrite_new_text(rewriting, "url",
					      arena_format(rewriting->arena, "https://doi.org/%.*s",
						      (int)doi.length, doi.bytes),
					      entry));
}

/* A section of nothing but text about the person is the summary of the header. */
static bool is_summary(const struct node *section)
{
	const struct field *field = schema_guess_field(schema_basics, section->key, NULL);
	for (; field && field->slot != SLOT_SUMMARY;
		field = schema_guess_field(schema_basics, section->key, field))
		continue;
	return field && node_is_list_of_texts(section);
}

static void make_summary(struct rewriting *rewriting, struct node *basics, struct node *section)
{
	struct buffer text = {0};
	for (const struct node *entry = section->first; entry; entry = entry->next) {
		if (text.length)
			buffer_add(&text, TEXT("\n\n"));
		buffer_add(&text, node_text(entry));
	}
	struct text copy = arena_copy(rewriting->arena, buffer_text(&text));
	buffer_finish(&text);
	rewrite_append(basics, rewrite_new_text(rewriting, "summary", copy, section));
}

/* A key that is no title yet becomes one: "work_experience" is shown as "Work Experience". */
static void make_title(struct rewriting *rewriting, struct node *section)
{
	section->key = resume_title_of_key(section->key, rewriting->arena);
}

static void rewrite_sections(
	struct rewriting *rewriting, struct node *root, struct node *basics, struct node *sections)
{
	struct node *next;
	if (!sections || sections->kind != NODE_MAP)
		return;
	for (struct node *section = rewrite_take(sections); section; section = next) {
		next = section->next;
		if (is_summary(section) && !node_get(basics, "summary")) {
			make_summary(rewriting, basics, section);
			continue;
		}
		for (struct node *entry = section->kind == NODE_LIST ? section->first : NULL; entry;
			entry = entry->next)
			rewrite_entry(rewriting, entry);
		make_title(rewriting, section);
		rewrite_append(root, section);
	}
}

static void take_locale(
	struct rewriting *rewriting, struct node *root, const char *locale, const char *months)
{
	static const char *const words[] = {"language", "lang", "present", "present"};
	struct node *from = rewrite_get(root, locale);
	struct node *meta = from ? rewrite_map_at(rewriting, root, "meta") : NULL;
	struct node *names = rewrite_get(from, months);
	for (size_t i = 0; meta && i < sizeof words / sizeof *words; i += 2) {
		struct node *word = rewrite_get(from, words[i]);
		if (word && !node_get(meta, words[i + 1]))
			rewrite_move(rewriting, meta, word, words[i + 1]);
	}
	if (meta && names && !node_get(meta, "months"))
		rewrite_move(rewriting, meta, names, "months");
}

/* What is about the look of RenderCV's pages is set aside. */
static void set_aside(struct node *root)
{
	static const struct {
		const char *key;
		const char *hidden;
	} keys[] = {
		{"design", "_design"},
		{"locale", "_locale"},
		{"locale_catalog", "_locale_catalog"},
		{"settings", "_settings"},
		{"rendercv_settings", "_rendercv_settings"},
	};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct node *child = rewrite_get(root, keys[i].key);
		if (child)
			rewrite_rename(child, keys[i].hidden);
	}
}

struct node *rendercv_rewrite(struct node *root, struct rewriting *rewriting)
{
	struct node *basics = rewrite_get(root, "cv");
	struct node *sections = rewrite_get(basics, "sections");
	rewrite_rename(basics, "basics");
	take_locale(rewriting, root, "locale", "month_abbreviations");
	take_locale(rewriting, root, "locale_catalog", "abbreviations_for_months");
	set_aside(root);
	rewrite_header(rewriting, basics);
	if (sections) {
		rewrite_rename(sections, "_sections");
		rewrite_sections(rewriting, root, basics, sections);
	}
	return root;
}
