#include "resume/resume.h"

#include "base/text_map.h"
#include "employers.h"

#include <string.h>

/* More projects with dates than this are easier to read by year. */
enum { PROJECTS_IN_ONE_LIST_MOST = 8, MONTHS = 12 };

/* What the author says about the sections, found by their keys at once however many there are. */
struct wishes {
	const struct node *order;
	const struct node *titles;
	const struct node *hide;
	const struct node *group;
	const struct wording *wording;
	struct text_map children; /* of these and of the file, by key or else by text */
};

static bool is_upper(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

static bool is_lower(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

struct text resume_title_of_key(struct text key, struct arena *arena)
{
	if (text_find(key, 0, ' ') < key.length)
		return key;
	char *bytes = arena_bytes(arena, key.length * 2 + 1);
	size_t length = 0;
	bool begins_word = true;
	for (size_t i = 0; i < key.length; i++) {
		char byte = key.bytes[i];
		if (byte == '_' || byte == '-') {
			byte = ' ';
		} else if (i > 0 && is_upper(byte) && is_lower(key.bytes[i - 1])) {
			bytes[length++] = ' ';
		} else if (begins_word && byte >= 'a' && byte <= 'z') {
			byte = (char)(byte - 'a' + 'A');
		}
		begins_word = byte == ' ';
		bytes[length++] = byte;
	}
	return text_trim((struct text){bytes, length});
}

bool resume_key_is_hidden(struct text key)
{
	return key.length && (strchr("-_$", key.bytes[0]) || text_starts_caseless(key, TEXT("x-")));
}

static void add_detail(struct entry *entry, const struct field *field, const struct node *node,
	struct arena *arena)
{
	struct detail *detail = arena_allocate(arena, sizeof *detail);
	detail->node = node;
	detail->field = field;
	detail->type = field ? field->type : FIELD_TEXT;
	if (field && field->slot == SLOT_REMARK)
		detail->label = (struct text){NULL, 0};
	else if (field && field->label)
		detail->label = text_from(field->label);
	else
		detail->label = resume_title_of_key(node->key, arena);
	if (entry->last_detail)
		entry->last_detail->next = detail;
	else
		entry->details = detail;
	entry->last_detail = detail;
}

/* True for slots whose place takes a text, and nothing of another shape. */
static bool takes_only_text(enum slot slot)
{
	return slot == SLOT_LABEL || (slot >= SLOT_NUMBER && slot <= SLOT_DATE);
}

static void read_field(const struct section *schema, struct entry *entry, const struct node *node,
	struct arena *arena)
{
	if (node_is_empty(node) || resume_key_is_hidden(node->key))
		return;
	const struct field *field = schema_find_field(schema->fields, node->key);
	bool misshapen = field && takes_only_text(field->slot) && node->kind != NODE_SCALAR;
	if (!field || misshapen || field->slot >= SLOT_REMARK || entry->slots[field->slot])
		add_detail(entry, field, node, arena);
	else
		entry->slots[field->slot] = node;
}

/* A period says when it was; a date besides it says something else. */
static void set_date_aside(struct entry *entry, struct arena *arena)
{
	const struct node *date = entry->slots[SLOT_DATE];
	if (!date || (!entry->slots[SLOT_START] && !entry->slots[SLOT_END]))
		return;
	add_detail(entry, NULL, date, arena);
	entry->slots[SLOT_DATE] = NULL;
}

/* A map is a single entry; a text is none. */
static struct entry *read_inner(
	const struct section *schema, const struct node *node, struct arena *arena)
{
	struct entry *first = NULL;
	struct entry **end = &first;
	if (!node || node->kind == NODE_SCALAR)
		return NULL;
	const struct node *child = node->kind == NODE_MAP ? node : node->first;
	for (; child; child = node->kind == NODE_MAP ? NULL : child->next) {
		if (node_is_empty(child))
			continue;
		*end = resume_read_entry(schema, child, arena);
		end = &(*end)->next;
	}
	return first;
}

struct entry *resume_read_entry(
	const struct section *schema, const struct node *node, struct arena *arena)
{
	struct entry *entry = arena_allocate(arena, sizeof *entry);
	entry->node = node;
	if (node->kind == NODE_SCALAR)
		entry->slots[schema->id == SLOT_LABEL ? SLOT_LABEL : SLOT_TITLE] = node;
	if (node->kind != NODE_MAP)
		return entry;
	for (const struct node *child = node->first; child; child = child->next)
		read_field(schema, entry, child, arena);
	set_date_aside(entry, arena);
	entry->inner = read_inner(schema, entry->slots[SLOT_ENTRIES], arena);
	return entry;
}

static void add_entry(struct resume_section *section, struct entry *entry)
{
	if (section->last)
		section->last->next = entry;
	else
		section->first = entry;
	section->last = entry;
	section->count++;
}

static void read_entries(
	struct resume_section *section, const struct node *list, struct arena *arena)
{
	for (const struct node *node = list->first; node; node = node->next) {
		if (!node_is_empty(node))
			add_entry(section, resume_read_entry(section->schema, node, arena));
	}
}

static void add_wishes(struct wishes *wishes, const struct node *parent)
{
	for (struct node *child = parent ? parent->first : NULL; child; child = child->next) {
		struct text name = parent->kind == NODE_MAP ? child->key : node_text(child);
		void **place = text_map_at(&wishes->children, parent, name);
		if (!*place)
			*place = child;
	}
}

static const struct node *find_wish(
	const struct wishes *wishes, const struct node *parent, struct text name)
{
	return parent ? text_map_get(&wishes->children, parent, name) : NULL;
}

static struct text find_title(const struct wishes *wishes, struct text key)
{
	return node_text(find_wish(wishes, wishes->titles, key));
}

static struct text title_of(const struct section *schema, struct text key,
	const struct wishes *wishes, struct arena *arena)
{
	struct text title = find_title(wishes, key);
	if (title.length)
		return title;
	if (!key.length)
		return TEXT("Other");
	return schema->key ? wording_title(wishes->wording, schema)
			   : resume_title_of_key(key, arena);
}

static bool has_date(const struct entry *entry)
{
	return entry->slots[SLOT_START] || entry->slots[SLOT_END] || entry->slots[SLOT_DATE];
}

static bool is_shown_by_year(const struct resume_section *section, const struct wishes *wishes)
{
	const struct node *group = find_wish(wishes, wishes->group, section->key);
	if (group)
		return text_is(node_text(group), "year");
	if (!text_is(section->key, "projects"))
		return false;
	size_t dated = 0;
	for (const struct entry *entry = section->first; entry; entry = entry->next)
		dated += has_date(entry);
	return dated > PROJECTS_IN_ONE_LIST_MOST;
}

static struct resume_section *add_section(struct resume *resume, const struct section *schema,
	struct text key, const struct node *node, const struct wishes *wishes, struct arena *arena)
{
	struct resume_section *section = arena_allocate(arena, sizeof *section);
	section->schema = schema;
	section->key = key;
	section->node = node;
	section->title = title_of(section->schema, key, wishes, arena);
	if (node->kind == NODE_LIST)
		read_entries(section, node, arena);
	else if (node->kind == NODE_MAP)
		add_entry(section, resume_read_entry(section->schema, node, arena));
	section->by_year = is_shown_by_year(section, wishes);
	if (!section->by_year)
		employers_join(section, arena);
	if (resume->last)
		resume->last->next = section;
	else
		resume->first = section;
	resume->last = section;
	return section;
}

/* What a section of its own says besides its title and its entries, as a map; NULL if nothing. */
static const struct node *other_fields(const struct node *node, struct arena *arena)
{
	struct node *others = arena_allocate(arena, sizeof *others);
	others->kind = NODE_MAP;
	others->position = node->position;
	for (const struct node *child = node->first; child; child = child->next) {
		if (text_is(child->key, "title") || text_is(child->key, "entries"))
			continue;
		struct node *copy = arena_allocate(arena, sizeof *copy);
		*copy = *child;
		copy->next = NULL;
		node_append(others, copy);
	}
	return node_is_empty(others) ? NULL : others;
}

/* One of the author's own sections: a map of title and entries, or a value with the title as key.
 */
static void add_custom_section(struct resume *resume, const struct node *node,
	const struct wishes *wishes, struct arena *arena)
{
	const struct section *schema = &schema_custom;
	struct text key = node->key.length ? node->key : TEXT("custom");
	const struct node *entries = node_get(node, "entries");
	const struct node *others = NULL;
	if (node_is_empty(node))
		return;
	if (node_text(node_get(node, "title")).length && !node_is_empty(entries)) {
		key = node_text(node_get(node, "title"));
		others = other_fields(node, arena);
		node = entries;
	}
	struct resume_section *section = add_section(resume, schema, key, node, wishes, arena);
	bool named = node->key.length || node == entries;
	if (named && !find_title(wishes, key).length)
		section->title = key;
	if (others)
		add_entry(section, resume_read_entry(schema, others, arena));
}

static void read_section(struct resume *resume, const struct node *node,
	const struct wishes *wishes, struct arena *arena)
{
	bool hidden = find_wish(wishes, wishes->hide, node->key) || resume_key_is_hidden(node->key);
	if (hidden || node_is_empty(node) || text_is(node->key, "meta"))
		return;
	if (text_is(node->key, "basics") && node->kind == NODE_MAP) {
		resume->basics = node;
		return;
	}
	if (!text_is(node->key, "custom") || node->kind == NODE_SCALAR) {
		const struct section *schema = schema_find_section(node->key);
		add_section(
			resume, schema ? schema : &schema_custom, node->key, node, wishes, arena);
		return;
	}
	for (const struct node *child = node->first; child; child = child->next)
		add_custom_section(resume, child, wishes, arena);
}

/* First those that the author put in order, then the others as they are in the file. */
static void read_ordered(struct resume *resume, const struct node *root,
	const struct wishes *wishes, struct arena *arena)
{
	const struct node *item = wishes->order ? wishes->order->first : NULL;
	for (; item; item = item->next) {
		const struct node *node = find_wish(wishes, root, node_text(item));
		bool again = find_wish(wishes, wishes->order, node_text(item)) != item;
		if (node && !again)
			read_section(resume, node, wishes, arena);
	}
	for (const struct node *node = root->first; node; node = node->next) {
		if (!find_wish(wishes, wishes->order, node->key))
			read_section(resume, node, wishes, arena);
	}
}

/* A text where a list belongs is a list of one. */
static const struct node *list_of(const struct node *text, struct arena *arena)
{
	struct node *list = arena_allocate(arena, sizeof *list);
	struct node *item = arena_allocate(arena, sizeof *item);
	list->kind = NODE_LIST;
	*item = *text;
	item->next = NULL;
	node_append(list, item);
	return list;
}

static const struct node *wish_of(
	const struct node *meta, const char *key, enum node_kind kind, struct arena *arena)
{
	const struct node *wish = node_get(meta, key);
	if (wish && kind == NODE_LIST && wish->kind == NODE_SCALAR)
		return list_of(wish, arena);
	return wish && wish->kind == kind ? wish : NULL;
}

/* Twelve texts, or NULL. */
static const struct text *read_months(const struct node *list, struct arena *arena)
{
	if (!list || list->kind != NODE_LIST || list->count != MONTHS)
		return NULL;
	struct text *months = arena_allocate(arena, MONTHS * sizeof *months);
	size_t i = 0;
	for (const struct node *child = list->first; child; child = child->next)
		months[i++] = node_text(child);
	return months;
}

static struct wording read_wording(const struct node *meta, struct arena *arena)
{
	const struct language *language = language_find(node_text(node_get(meta, "lang")));
	return (struct wording){.language = language ? language : language_english(),
		.present = node_text(node_get(meta, "present")),
		.months = read_months(node_get(meta, "months"), arena)};
}

static void read_sections(struct resume *resume, const struct node *root, struct arena *arena)
{
	const struct node *meta = node_get(root, "meta");
	struct wishes wishes = {.order = wish_of(meta, "order", NODE_LIST, arena),
		.titles = wish_of(meta, "titles", NODE_MAP, arena),
		.hide = wish_of(meta, "hide", NODE_LIST, arena),
		.group = wish_of(meta, "group", NODE_MAP, arena),
		.wording = &resume->wording};
	resume->wording = read_wording(meta, arena);
	add_wishes(&wishes, wishes.order);
	add_wishes(&wishes, wishes.titles);
	add_wishes(&wishes, wishes.hide);
	add_wishes(&wishes, wishes.group);
	if (wishes.order)
		add_wishes(&wishes, root);
	read_ordered(resume, root, &wishes, arena);
	text_map_finish(&wishes.children);
}

static const char *describe_root(const struct node *root)
{
	if (root->kind == NODE_LIST)
		return "the file holds a list instead of sections; see vitae(5)";
	if (node_is_empty(root))
		return "the file is empty; vitae(5) describes what it may hold";
	return "the file holds a single text instead of sections; is there a space missing behind "
	       "a "
	       "colon?";
}

bool resume_read(const struct node *root, struct arena *arena, struct diagnostics *diagnostics,
	struct resume *resume)
{
	*resume = (struct resume){0};
	if (root->kind != NODE_MAP) {
		diagnostics_add(
			diagnostics, SEVERITY_ERROR, root->position, "%s", describe_root(root));
		return false;
	}
	read_sections(resume, root, arena);
	if (resume->basics || resume->first)
		return true;
	diagnostics_add(diagnostics, SEVERITY_ERROR, root->position,
		"the file has no section that holds anything; vitae(5) describes them");
	return false;
}
