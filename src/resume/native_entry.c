#include "native.h"

#include "resume/date.h"
#include "resume/resume.h"

#include <stdint.h>

enum {
	FIELDS_MOST = 64, /* of a section, as there are bits */
	/* A description of a job that is longer is not about the employer. */
	DESCRIPTION_MOST = 80,
};

static bool holds_digit(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] >= '0' && text.bytes[i] <= '9')
			return true;
	}
	return false;
}

static bool looks_like_address(struct text text)
{
	bool has_blank = text_find(text, 0, ' ') < text.length;
	bool has_dot = text_find(text, 0, '.') < text.length;
	return !has_blank && (has_dot || text_find(text, 0, ':') < text.length);
}

/* What a map that stands where a name belongs calls the name; NULL if it does not. */
static struct node *name_within(struct node *map)
{
	static const char *const keys[] = {"name", "title", "text"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct node *name = rewrite_get(map, keys[i]);
		if (node_text(name).length)
			return name;
	}
	return NULL;
}

static bool suits_text(enum slot slot, struct node *node)
{
	if (node->kind == NODE_SCALAR || slot == SLOT_SUMMARY || slot == SLOT_DESCRIPTION)
		return true;
	return slot < SLOT_LABEL && (node->kind == NODE_LIST || name_within(node));
}

bool native_is_list_of_maps(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_MAP || child->count < 2)
			return false;
	}
	return node->kind == NODE_LIST && node->first;
}

/* True if a value may be meant for the field that its key stands for elsewhere. */
static bool suits(const struct field *field, struct node *node)
{
	struct text text = node_text(node);
	if (field->several && node->kind == NODE_LIST)
		return true;
	switch (field->type) {
	case FIELD_DATE:
		return holds_digit(text) || date_read(text).present;
	case FIELD_URL:
	case FIELD_PICTURE:
		return looks_like_address(text);
	case FIELD_ENTRIES:
		return node->kind == NODE_LIST && node->first && node->first->kind == NODE_MAP;
	case FIELD_LIST:
		return node->kind != NODE_MAP;
	case FIELD_PROFILES:
		return node->kind != NODE_SCALAR;
	case FIELD_PLACE:
		return node->kind != NODE_LIST;
	case FIELD_ITEMS:
		return !native_is_list_of_maps(node);
	case FIELD_BANNER:
		return true;
	default:
		return suits_text(field->slot, node);
	}
}

static void note_name(
	struct rewriting *rewriting, const struct node *node, const struct field *field)
{
	if (rewriting->diagnostics)
		diagnostics_add(rewriting->diagnostics, SEVERITY_NOTE, node->key_position,
			"'%.*s' is read as '%s'; other programs need that name",
			(int)node->key.length, node->key.bytes, field->key);
}

/* A bit for each field that the map has. *strange is true if it has a key of no field. */
static uint64_t fields_of(const struct field *fields, const struct node *map, bool *strange)
{
	uint64_t found = 0;
	*strange = false;
	for (const struct node *child = map->first; child; child = child->next) {
		const struct field *field = schema_find_field(fields, child->key);
		if (!field)
			*strange = true;
		else if (!node_is_empty(child))
			found |= UINT64_C(1) << (field - fields);
	}
	return found;
}

static void name_field(
	struct rewriting *rewriting, const struct field *fields, uint64_t *found, struct node *node)
{
	const struct field *field = schema_guess_field(fields, node->key, NULL);
	for (; field; field = schema_guess_field(fields, node->key, field)) {
		uint64_t bit = UINT64_C(1) << (field - fields);
		if ((*found & bit) || !suits(field, node))
			continue;
		note_name(rewriting, node, field);
		rewrite_rename(node, field->key);
		*found |= bit;
		return;
	}
}

void native_name_fields(struct rewriting *rewriting, const struct field *fields, struct node *map)
{
	bool strange;
	uint64_t found = fields_of(fields, map, &strange);
	/* "name" may be the name of anything: of what no other key names. */
	for (int round = 0; strange && round < 2; round++) {
		for (struct node *child = map->first; child; child = child->next) {
			bool vague = schema_same_name(child->key, TEXT("name"));
			if (vague == (round > 0) && !schema_find_field(fields, child->key) &&
				!node_is_empty(child) && !resume_key_is_hidden(child->key))
				name_field(rewriting, fields, &found, child);
		}
	}
}

bool native_has_field(const struct field *fields, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (schema_find_field(fields, child->key) ||
			schema_guess_field(fields, child->key, NULL))
			return true;
	}
	return false;
}

/* Elsewhere, the description of a job is what JSON Resume calls its summary. */
static void rewrite_description(struct node *entry)
{
	struct node *description = rewrite_get(entry, "description");
	if (node_is_empty(description) || !node_is_empty(node_get(entry, "summary")))
		return;
	struct text text = node_text(description);
	bool is_long = text.length > DESCRIPTION_MOST || text_find(text, 0, '\n') < text.length;
	if (is_long || description->kind != NODE_SCALAR)
		rewrite_rename(description, "summary");
}

static bool takes_a_name(const struct field *field)
{
	return field && field->type == FIELD_TEXT &&
	       (field->slot <= SLOT_ORGANISATION || field->slot == SLOT_LABEL);
}

/* True if an entry has no key that the map has, but for one child of that. */
static bool has_room_for(
	const struct node *entry, const struct node *map, const struct node *except)
{
	for (const struct node *child = map->first; child; child = child->next) {
		for (const struct node *own = entry->first; own; own = own->next) {
			if (child != except && text_equal(own->key, child->key) &&
				!resume_key_is_hidden(child->key))
				return false;
		}
	}
	return true;
}

/* {name, url} where a name belongs: the rest goes to the entry, if that has room for it. */
static bool lift_name(struct node *entry, struct node *node)
{
	struct node *name = name_within(node);
	if (!name || node->count > FIELDS_MOST || entry->count > FIELDS_MOST ||
		!has_room_for(entry, node, name))
		return false;
	struct node map = *node;
	rewrite_replace(node, name);
	rewrite_move_children(&map, name, entry);
	return true;
}

/* True if the entry has fields that it did not have before. */
static bool lift_names(const struct field *fields, struct node *entry)
{
	bool lifted = false;
	for (struct node *child = entry->first; child; child = child->next) {
		if (child->kind == NODE_MAP && takes_a_name(schema_find_field(fields, child->key)))
			lifted = lift_name(entry, child) || lifted;
	}
	return lifted;
}

static bool is_list_of_entries(const struct section *section, const struct node *node)
{
	if (!native_is_list_of_maps(node) || schema_find_field(section->fields, node->key))
		return false;
	for (const struct node *child = node->first; child; child = child->next) {
		if (!native_has_field(section->fields, child))
			return false;
	}
	return true;
}

/* Entries under a heading of their own, by whatever key, are entries within an entry. */
static void name_inner_entries(const struct section *section, struct node *entry)
{
	const struct field *field = section->fields;
	while (field->key && field->type != FIELD_ENTRIES)
		field++;
	if (!field->key || node_get(entry, field->key))
		return;
	for (struct node *child = entry->first; child; child = child->next) {
		if (is_list_of_entries(section, child)) {
			rewrite_rename(child, field->key);
			return;
		}
	}
}

static const char *key_of_slot(const struct field *field, enum slot slot)
{
	while (field->key && field->slot != slot)
		field++;
	return field->key;
}

/* A name within an employer is that of the job. */
static void name_job(const struct field *fields, struct node *job)
{
	struct node *name = rewrite_get(job, key_of_slot(fields, SLOT_ORGANISATION));
	const char *title = key_of_slot(fields, SLOT_TITLE);
	if (name && !node_get(job, title))
		rewrite_rename(name, title);
}

/* The only job at an employer is the entry itself, unless that says something else of its own. */
static void lift_only_job(
	struct rewriting *rewriting, const struct field *fields, struct node *entry)
{
	const char *key = key_of_slot(fields, SLOT_ENTRIES);
	struct node *jobs = key ? rewrite_get(entry, key) : NULL;
	struct node *next;
	if (!jobs || jobs->kind != NODE_LIST || jobs->count != 1 || jobs->first->kind != NODE_MAP)
		return;
	struct node *job = jobs->first;
	native_name_fields(rewriting, fields, job);
	name_job(fields, job);
	if (job->count > FIELDS_MOST || entry->count > FIELDS_MOST ||
		!has_room_for(entry, job, NULL))
		return;
	for (struct node *child = rewrite_take(entry); child; child = next) {
		next = child->next;
		if (child == jobs)
			rewrite_move_children(job, NULL, entry);
		else
			rewrite_append(entry, child);
	}
}

static void rewrite_values(
	struct rewriting *rewriting, const struct section *section, struct node *entry)
{
	for (struct node *child = entry->first; child; child = child->next) {
		const struct field *field = schema_find_field(section->fields, child->key);
		if (field && field->type == FIELD_PLACE && child->kind == NODE_MAP)
			native_name_fields(rewriting, schema_location, child);
		else if (field && field->type == FIELD_ENTRIES && child->kind == NODE_LIST)
			native_rewrite_section(rewriting, section, child, NULL);
	}
}

static void note_current(struct rewriting *rewriting, const struct node *node)
{
	if (rewriting->diagnostics)
		diagnostics_add(rewriting->diagnostics, SEVERITY_NOTE, node->key_position,
			"'%.*s' is not shown; what has no endDate goes on", (int)node->key.length,
			node->key.bytes);
}

/* "current: true" says what an end that is missing says, and "current: false" what a date does. */
static void hide_current(struct rewriting *rewriting, struct node *entry)
{
	for (struct node *child = entry->first; child; child = child->next) {
		struct text text = node_text(child);
		bool is_flag = text_is_caseless(text, "true") || text_is_caseless(text, "false");
		if (is_flag && schema_has_name("current iscurrent currentjob currentlyworking "
					       "ongoing present isongoing ispresent atual actual",
				       child->key)) {
			note_current(rewriting, child);
			rewrite_rename(child, "_current");
		}
	}
}

static bool has_title(const struct section *section, const struct node *entry)
{
	for (const struct node *child = entry->first; child; child = child->next) {
		const struct field *field = schema_find_field(section->fields, child->key);
		bool names =
			field && (field->slot <= SLOT_ORGANISATION || field->slot == SLOT_LABEL);
		if (names && !node_is_empty(child))
			return true;
	}
	return false;
}

/* What nothing names is called by what heads or places it, under whatever key that is. */
static void name_by_heading(const struct section *section, struct node *entry)
{
	const struct field *field = section->fields;
	while (field->key && field->slot != SLOT_TITLE && field->slot != SLOT_LABEL)
		field++;
	if (!field->key || has_title(section, entry))
		return;
	for (struct node *child = entry->first; child; child = child->next) {
		if (schema_has_name("section heading header category group topic subject caption "
				    "event course what who school university org",
			    child->key) &&
			node_text(child).length) {
			rewrite_rename(child, field->key);
			return;
		}
	}
}

/* {title, text}: a text beside a title is what there is to say, rather than a title itself. */
static void take_text(struct node *entry)
{
	struct node *text = rewrite_get(entry, "text");
	bool has_title = node_text(node_get(entry, "title")).length ||
			 node_text(node_get(entry, "name")).length;
	if (text && has_title && !node_get(entry, "summary"))
		rewrite_rename(text, "summary");
}

/* "company: Acme": not words, which would begin with a capital. */
static bool is_name_by_key(const struct section *section, const struct node *node)
{
	const struct field *field = schema_guess_field(section->fields, node->key, NULL);
	bool is_key = node->key.length && node->key.bytes[0] >= 'a' && node->key.bytes[0] <= 'z';
	return is_key && section->key && section->look == LOOK_ENTRIES && takes_a_name(field) &&
	       node->kind == NODE_SCALAR;
}

/* "Thesis: a title", or "Tools: [git]": words, or a group, rather than a field. */
static bool is_pair(const struct section *section, const struct node *entry)
{
	return entry->count == 1 && !schema_find_field(section->fields, entry->first->key) &&
	       !is_name_by_key(section, entry->first);
}

/* {name: {...}}: an entry with its name as key. */
static bool is_named_entry(const struct section *section, const struct node *entry)
{
	return section->look == LOOK_ENTRIES && entry->kind == NODE_MAP &&
	       is_pair(section, entry) && entry->first->kind == NODE_MAP &&
	       native_has_field(section->fields, entry->first);
}

/* Gives an entry the key that it has in place of a name, unless it has a name besides. */
static void name_by_key(
	struct rewriting *rewriting, const struct section *section, struct node *entry)
{
	const struct field *field = section->fields;
	while (field->slot != section->id)
		field++;
	bool named = !node_is_empty(node_get(entry, field->key)) ||
		     schema_guess_field(section->fields, entry->key, NULL) == field;
	struct node *name = rewrite_new_text(rewriting, field->key, entry->key, entry);
	entry->key = (struct text){NULL, 0};
	struct node *empty = named ? NULL : rewrite_get(entry, field->key);
	if (empty)
		rewrite_replace(empty, name);
	else if (!named)
		rewrite_append(entry, name);
}

static void rewrite_entry(
	struct rewriting *rewriting, const struct section *section, struct node *entry)
{
	if (is_named_entry(section, entry)) {
		struct node *named = rewrite_take(entry);
		name_by_key(rewriting, section, named);
		rewrite_replace(entry, named);
	}
	if (entry->kind != NODE_MAP || is_pair(section, entry))
		return;
	native_gather_dates(rewriting, section->fields, entry);
	hide_current(rewriting, entry);
	native_name_fields(rewriting, section->fields, entry);
	if (lift_names(section->fields, entry))
		native_name_fields(rewriting, section->fields, entry);
	name_inner_entries(section, entry);
	if (schema_find_field(section->fields, TEXT("positions"))) {
		lift_only_job(rewriting, section->fields, entry);
		rewrite_description(entry);
	}
	if (!section->key)
		take_text(entry);
	native_split_period(rewriting, section->fields, entry);
	name_by_heading(section, entry);
	rewrite_values(rewriting, section, entry);
}

struct node *native_inner_list(const struct node *map)
{
	struct node *list = NULL;
	for (struct node *child = map->first; child; child = child->next) {
		if (child->kind == NODE_SCALAR || node_is_empty(child))
			continue;
		if (list || child->kind == NODE_MAP)
			return NULL;
		list = child;
	}
	return list && list->first->kind == NODE_MAP ? list : NULL;
}

static const struct node *title_within(const struct node *map)
{
	static const char *const keys[] = {"title", "heading", "name", "label"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct node *title = node_get(map, keys[i]);
		if (node_text(title).length)
			return title;
	}
	return NULL;
}

/* {title, items}: the list becomes the section; what else there is, an entry at its end. */
static void unwrap_list(
	struct rewriting *rewriting, struct node *node, struct node *list, struct text *title)
{
	const struct node *heading = title ? title_within(node) : NULL;
	struct node *rest = rewrite_new(rewriting, NODE_MAP, NULL, node);
	struct node *next;
	for (struct node *child = rewrite_take(node); child; child = next) {
		next = child->next;
		if (child != list && child != heading)
			rewrite_append(rest, child);
	}
	if (heading)
		*title = node_text(heading);
	rewrite_replace(node, list);
	if (!node_is_empty(rest))
		node_append(node, rest);
}

static bool holds_only_maps(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next) {
		if (child->kind != NODE_MAP)
			return false;
	}
	return node->first != NULL;
}

/* {first: {...}, second: {...}}: entries with their names as keys. */
static void list_by_name(
	struct rewriting *rewriting, const struct section *section, struct node *node)
{
	node->kind = NODE_LIST;
	for (struct node *child = node->first; child; child = child->next)
		name_by_key(rewriting, section, child);
}

/*
 * In a section of one line each, a map may be groups of any name: only a field's own name counts.
 */
static bool has_field_of(const struct section *section, const struct node *map)
{
	if (section->look == LOOK_ENTRIES)
		return native_has_field(section->fields, map);
	for (const struct node *child = map->first; child; child = child->next) {
		if (schema_find_field(section->fields, child->key))
			return true;
	}
	return false;
}

/*
 * The list of entries that a section has instead of being it; NULL if there is none. Another list
 * alone may be a group and its name, and what is beside one in a section of lines, too.
 */
static struct node *list_to_unwrap(const struct section *section, const struct node *node)
{
	bool says_more;
	struct node *list = native_inner_list(node);
	/* Somebody and their jobs: more than a heading and a list. */
	if (list && node_get(node, "name") && schema_guess_section(list->key, &says_more))
		return NULL;
	bool is_wrapper = list && schema_has_name("history items list entries data", list->key);
	if (is_wrapper || !list || is_pair(section, node))
		return is_wrapper ? list : NULL;
	return section->look == LOOK_ENTRIES ? list : NULL;
}

struct text native_own_title(const struct section *section, const struct node *node)
{
	bool has_own = node->kind == NODE_MAP && list_to_unwrap(section, node);
	return has_own ? node_text(title_within(node)) : (struct text){NULL, 0};
}

void native_rewrite_section(struct rewriting *rewriting, const struct section *section,
	struct node *node, struct text *title)
{
	struct node *list = node->kind == NODE_MAP ? list_to_unwrap(section, node) : NULL;
	if (list) {
		unwrap_list(rewriting, node, list, title);
	} else if (is_named_entry(section, node)) {
		list_by_name(rewriting, section, node);
	} else if (node->kind == NODE_MAP && !is_pair(section, node)) {
		bool has_field = has_field_of(section, node);
		if (!has_field && holds_only_maps(node))
			list_by_name(rewriting, section, node);
		else if (has_field)
			rewrite_entry(rewriting, section, node);
	}
	for (struct node *entry = node->kind == NODE_LIST ? node->first : NULL; entry;
		entry = entry->next)
		rewrite_entry(rewriting, section, entry);
}
