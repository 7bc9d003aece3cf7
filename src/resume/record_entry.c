#include "own.h"
#include "record_parts.h"

#include <stdint.h>

enum { FIELDS_MOST = 64 };

/* A child of the map that is made into another. */
struct part {
	const struct node *node;
	const struct field *field; /* NULL for a key that no table knows */
	size_t rank;               /* where its field stands in the table */
	bool placed;               /* it is shown in one place wherever it stands in the map */
};

/* The map that is made into another. */
struct parts {
	const struct kind *kind;
	struct part *items;
	size_t count;
	const struct node *slots[SLOT_REMARK];
	size_t counts[SLOT_REMARK]; /* how many there are for each slot */
	size_t dates;               /* how many are a point in time, of whatever shape */
	bool has_description;       /* which would be a summary if there were no other */
	bool is_known;              /* no key is one that no table knows */
};

struct node *record_copy(struct recording *recording, const struct node *node)
{
	struct node *copy = rewrite_new(&recording->rewriting, node->kind, NULL, node);
	if (node->kind == NODE_SCALAR)
		copy->text = node_text(node);
	for (const struct node *child = node->first; child; child = child->next) {
		struct node *inner = record_copy(recording, child);
		if (node->kind == NODE_MAP)
			record_put(recording, copy, child->key, inner);
		else
			node_append(copy, inner);
	}
	return copy;
}

struct node *record_text(struct recording *recording, struct text text, const struct node *from)
{
	return rewrite_new_text(&recording->rewriting, NULL, text, from);
}

void record_put(struct recording *recording, struct node *map, struct text key, struct node *value)
{
	struct text unique = key;
	void **place = text_map_at(&recording->keys, map, key);
	for (size_t number = 2; *place; number++) {
		unique = arena_format(
			recording->rewriting.arena, "%.*s-%zu", (int)key.length, key.bytes, number);
		place = text_map_at(&recording->keys, map, unique);
	}
	*place = value;
	value->key = unique;
	node_append(map, value);
}

void record_put_own(
	struct recording *recording, struct node *map, const char *key, struct node *value)
{
	struct text own = arena_format(recording->rewriting.arena, "%s%s", OWN_PREFIX, key);
	record_put(recording, map, own, value);
}

bool record_is_standard(const struct kind *kind, const struct field *field)
{
	struct text words = text_from(kind->standard);
	for (size_t start = 0; start < words.length;) {
		struct text word = text_slice(words, start, text_find(words, start, ' '));
		if (text_is(word, field->key))
			return true;
		start += word.length + 1;
	}
	return false;
}

/* Contacts stand in the order of the file, so do profiles among them. */
static bool has_place(const struct kind *kind, const struct field *field, const struct node *node)
{
	if (!field)
		return false;
	if (kind == &record_location)
		return true;
	if (kind == &record_basics && field->slot == SLOT_ENTRIES)
		return false;
	if (kind == &record_profile)
		return node->kind == NODE_SCALAR;
	bool only_text = field->slot == SLOT_LABEL ||
			 (field->slot >= SLOT_NUMBER && field->slot <= SLOT_DATE);
	return field->slot < SLOT_REMARK && !(only_text && node->kind != NODE_SCALAR);
}

static const struct field *first_of_slot(const struct kind *kind, enum slot slot)
{
	for (const struct field *field = kind->fields; field->key; field++) {
		if (field->slot == slot)
			return field;
	}
	return NULL;
}

static void read_part(struct parts *parts, const struct node *node)
{
	const struct field *field = schema_find_field(parts->kind->fields, node->key);
	struct part part = {.node = node, .field = field, .rank = FIELDS_MOST};
	part.placed = has_place(parts->kind, field, node);
	if (field)
		part.rank = (size_t)(field - parts->kind->fields);
	if (part.placed && parts->kind != &record_location) {
		if (!parts->counts[field->slot]++)
			parts->slots[field->slot] = node;
	}
	parts->has_description = parts->has_description || text_is(node->key, "description");
	parts->is_known = parts->is_known && field;
	parts->dates += field && field->slot == SLOT_DATE;
	parts->items[parts->count++] = part;
}

/* What a list of paragraphs is shown as is a list of items, if there is none besides. */
static void find_items(struct parts *parts)
{
	const struct field *items = first_of_slot(parts->kind, SLOT_ITEMS);
	if (!items || parts->slots[SLOT_ITEMS] || parts->has_description)
		return;
	for (size_t i = 0; i < parts->count; i++) {
		struct part *part = &parts->items[i];
		if (!part->placed || part->field->slot != SLOT_SUMMARY ||
			part->node->kind != NODE_LIST ||
			!record_is_standard(parts->kind, part->field))
			continue;
		part->field = items;
		part->rank = (size_t)(items - parts->kind->fields);
	}
}

/* Places are shown with all that they hold. */
static bool is_left_out(const struct kind *kind, const struct node *child)
{
	return node_is_empty(child) ||
	       (kind != &record_location && resume_key_is_hidden(child->key));
}

static void read_parts(struct recording *recording, struct parts *parts, const struct node *from)
{
	parts->items = arena_allocate(
		recording->rewriting.arena, (from->count + 1) * sizeof *parts->items);
	for (const struct node *child = from->first; child; child = child->next) {
		if (!is_left_out(parts->kind, child))
			read_part(parts, child);
	}
	/* Of several, the first of the file is shown in their place. */
	for (size_t i = 0; i < parts->count && parts->kind != &record_location; i++) {
		struct part *part = &parts->items[i];
		part->placed = part->placed && parts->counts[part->field->slot] == 1;
	}
	find_items(parts);
}

/*
 * The order of the table, as far as nobody sees the difference: what has no place of its own, such
 * as a remark or a detail, keeps its order among its kind. The result has the places in order.
 */
static const struct part **sort_parts(struct recording *recording, const struct parts *parts)
{
	const struct part **sorted =
		arena_allocate(recording->rewriting.arena, (parts->count + 1) * sizeof(void *));
	size_t ends[FIELDS_MOST + 2] = {0};
	size_t next = 0;
	for (size_t i = 0; i < parts->count; i++)
		ends[parts->items[i].rank + 1]++;
	for (size_t rank = 0; rank < FIELDS_MOST; rank++)
		ends[rank + 1] += ends[rank];
	for (size_t i = 0; i < parts->count; i++)
		sorted[ends[parts->items[i].rank]++] = &parts->items[i];
	for (size_t i = 0; i < parts->count; i++) {
		if (sorted[i]->placed)
			continue;
		while (parts->items[next].placed)
			next++;
		sorted[i] = &parts->items[next++];
	}
	return sorted;
}

static bool is_date(const struct record_dates *dates, const struct node *node)
{
	return node == dates->from[0] || node == dates->from[1] || node == dates->from[2];
}

/* Adds all dates in the place of the first of them. */
static void add_dates(struct recording *recording, struct node *map, struct record_dates *dates)
{
	for (int i = 0; i < 2; i++) {
		if (dates->keys[i])
			record_put(recording, map, text_from(dates->keys[i]), dates->values[i]);
		dates->keys[i] = NULL;
	}
}

/* A date beside a period says something else, and is shown as it is written. */
static bool is_aside(const struct parts *parts, const struct part *part)
{
	return part->node == parts->slots[SLOT_DATE] &&
	       (parts->slots[SLOT_START] || parts->slots[SLOT_END]);
}

/* True if the entry is called something, so that what else it says may stand behind that. */
static bool is_named(const struct parts *parts)
{
	return node_text(parts->slots[SLOT_LABEL]).length ||
	       node_text(parts->slots[SLOT_TITLE]).length;
}

static void add_part(struct recording *recording, struct node *map, const struct parts *parts,
	const struct part *part)
{
	if (!part->field || is_aside(parts, part))
		record_put(recording, map, part->node->key, record_copy(recording, part->node));
	else
		record_field(recording, map, parts->kind, part->field, part->node,
			parts->is_known && is_named(parts));
}

/* In a section of one line each, what has no field is a group: see is_group_map(). */
static void keep_fields(struct recording *recording, struct node *map, const struct kind *kind,
	const struct node *from)
{
	bool had = false;
	if (kind->look != LOOK_FIELDS || !map->first)
		return;
	for (const struct node *child = from->first; child; child = child->next)
		had = had || schema_find_field(kind->fields, child->key);
	for (const struct node *child = map->first; child; child = child->next) {
		struct text key = child->key;
		if (text_starts_with(key, TEXT(OWN_PREFIX)))
			key = text_slice(key, sizeof OWN_PREFIX - 1, key.length);
		if (schema_find_field(kind->fields, key))
			return;
	}
	if (had)
		record_put(recording, map, text_from(first_of_slot(kind, SLOT_LABEL)->key),
			record_text(recording, TEXT(""), from));
}

struct node *record_map(
	struct recording *recording, const struct kind *kind, const struct node *from)
{
	struct node *map = rewrite_new(&recording->rewriting, NODE_MAP, NULL, from);
	struct parts parts = {.kind = kind, .is_known = true};
	read_parts(recording, &parts, from);
	const struct part **sorted = sort_parts(recording, &parts);
	const struct node *date = parts.dates == 1 ? parts.slots[SLOT_DATE] : NULL;
	struct record_dates dates = record_find_dates(
		recording, kind, from, parts.slots[SLOT_START], parts.slots[SLOT_END], date);
	for (size_t i = 0; i < parts.count; i++) {
		if (is_date(&dates, sorted[i]->node))
			add_dates(recording, map, &dates);
		else
			add_part(recording, map, &parts, sorted[i]);
	}
	keep_fields(recording, map, kind, from);
	return map;
}

struct node *record_entries(
	struct recording *recording, const struct kind *kind, const struct node *from)
{
	if (from->kind == NODE_MAP)
		return record_map(recording, kind, from);
	if (from->kind == NODE_SCALAR)
		return record_copy(recording, from);
	struct node *list = rewrite_new(&recording->rewriting, NODE_LIST, NULL, from);
	for (const struct node *entry = from->first; entry; entry = entry->next) {
		if (node_is_empty(entry))
			continue;
		struct node *made = entry->kind == NODE_MAP ? record_map(recording, kind, entry)
							    : record_copy(recording, entry);
		if (made->kind != NODE_MAP || made->first)
			node_append(list, made);
	}
	return list;
}
