#include "base/buffer.h"
#include "base/url.h"
#include "compose_parts.h"
#include "record_parts.h"

#include <string.h>

/* Longer words are no words among others: see compose_terms(). */
enum { WORD_MOST = 48 };

bool record_is_simple(struct text text)
{
	if (!text.length || strchr("#>-+=~0123456789!|\xE2", text.bytes[0]))
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (strchr("\n*_[]<>&`\\{}", text.bytes[i]))
			return false;
	}
	return true;
}

static struct node *text_of(
	struct recording *recording, struct buffer *buffer, const struct node *from)
{
	struct text text = arena_copy(recording->rewriting.arena, buffer_text(buffer));
	buffer_finish(buffer);
	return record_text(recording, text, from);
}

/* A list of simple texts as the Markdown of one; NULL if it is anything else. */
static struct node *markdown_list(struct recording *recording, const struct node *list)
{
	struct buffer buffer = {0};
	if (list->kind != NODE_LIST)
		return NULL;
	for (const struct node *item = list->first; item; item = item->next) {
		struct text text = node_text(item);
		if (node_is_empty(item))
			continue;
		if (!record_is_simple(text)) {
			buffer_finish(&buffer);
			return NULL;
		}
		buffer_add(&buffer, buffer.length ? TEXT("\n- ") : TEXT("- "));
		buffer_add(&buffer, text);
	}
	return text_of(recording, &buffer, list);
}

/* What becomes of a value where the schema wants a text; NULL if nothing does. */
static struct node *make_text(
	struct recording *recording, const struct field *field, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		return record_copy(recording, node);
	if (field->type == FIELD_PLACE)
		return record_place(recording, node);
	bool is_prose = field->slot == SLOT_SUMMARY || field->slot == SLOT_DESCRIPTION;
	return is_prose ? markdown_list(recording, node) : NULL;
}

/* Lists */

/* {text, url} as Markdown; NULL if it is anything else. */
static struct node *make_link(struct recording *recording, const struct node *map)
{
	struct text text = node_text(node_get(map, "text"));
	struct text url = node_text(node_get(map, "url"));
	if (map->count != 2 || !record_is_simple(text) || !url.length)
		return NULL;
	for (size_t i = 0; i < url.length; i++) {
		if ((unsigned char)url.bytes[i] <= ' ' || strchr("<>()\\&*_`", url.bytes[i]))
			return NULL;
	}
	return record_text(recording,
		arena_format(recording->rewriting.arena, "[%.*s](%.*s)", (int)text.length,
			text.bytes, (int)url.length, url.bytes),
		map);
}

/* "Thesis: a title", of which YAML makes a map; NULL if it is anything else. */
static struct node *make_pair(struct recording *recording, const struct node *map)
{
	const struct node *value = map->first;
	if (map->count != 1 || value->kind != NODE_SCALAR || !record_is_simple(value->key))
		return NULL;
	struct text text = node_text(value);
	if (text_find(text, 0, '\n') < text.length)
		return NULL;
	return record_text(recording,
		arena_format(recording->rewriting.arena, "%.*s:%s%.*s", (int)value->key.length,
			value->key.bytes, text.length ? " " : "", (int)text.length,
			text.length ? text.bytes : ""),
		map);
}

static struct node *make_item(struct recording *recording, const struct node *item)
{
	if (item->kind == NODE_SCALAR)
		return record_copy(recording, item);
	if (item->kind == NODE_LIST)
		return NULL;
	if (item->count == 1 && compose_is_named_text(item->first))
		return record_text(recording, node_text(item->first), item);
	struct node *pair = make_pair(recording, item);
	return pair ? pair : make_link(recording, item);
}

/* Items within an item, as the Markdown of that; false if nobody knows how. */
static bool add_inner(struct recording *recording, struct node *item, const struct node *inner)
{
	struct node *list = markdown_list(recording, inner);
	struct text text = item ? item->text : (struct text){NULL, 0};
	if (!list || !text.length || text_find(text, 0, '\n') < text.length)
		return false;
	item->text = arena_format(recording->rewriting.arena, "%.*s\n%.*s", (int)text.length,
		text.bytes, (int)list->text.length, list->text.bytes);
	return true;
}

/* An empty list of one pair is "Responsibilities:", which says something. */
static bool says_nothing(const struct node *item)
{
	bool is_pair = item->kind == NODE_MAP && item->count == 1;
	return node_is_empty(item) && !(is_pair && item->first->kind == NODE_SCALAR);
}

/* A list of texts, of one for each item; NULL if one of them cannot be a text. */
static struct node *make_items(struct recording *recording, const struct node *list)
{
	struct node *made = rewrite_new(&recording->rewriting, NODE_LIST, NULL, list);
	for (const struct node *item = list->first; item; item = item->next) {
		if (says_nothing(item))
			continue;
		if (item->kind == NODE_LIST && add_inner(recording, made->last, item))
			continue;
		struct node *text = make_item(recording, item);
		if (!text)
			return NULL;
		node_append(made, text);
	}
	return made;
}

/* A list of words is one only if it holds nothing else. */
static struct node *make_words(struct recording *recording, const struct node *list)
{
	struct node *made = rewrite_new(&recording->rewriting, NODE_LIST, NULL, list);
	if (!node_is_list_of_texts(list))
		return NULL;
	for (const struct node *item = list->first; item; item = item->next) {
		if (!node_is_empty(item))
			node_append(made, record_copy(recording, item));
	}
	return made;
}

/* True for a text that is shown in the same way as the only one of a list. */
static bool may_be_item(const struct field *field, struct text text, bool is_only)
{
	if (field->type == FIELD_ITEMS)
		return !strchr("-*+\xE2", text.bytes[0]);
	return is_only || (text.length <= WORD_MOST && record_is_simple(text));
}

/* A text of lines that all begin with a bullet; NULL if it is anything else. */
static struct node *make_bullets(struct recording *recording, const struct node *node)
{
	static const char *const bullets[] = {"- ", "* ", "+ ", "\u2022 "};
	struct node *made = rewrite_new(&recording->rewriting, NODE_LIST, NULL, node);
	struct text text = node_text(node);
	size_t which = 0;
	while (which < 4 && !text_starts_with(text, text_from(bullets[which])))
		which++;
	for (size_t start = 0; which < 4 && start < text.length;) {
		struct text line = text_slice(text, start, text_find(text, start, '\n'));
		start += line.length + 1;
		if (!text_starts_with(line, text_from(bullets[which])))
			return NULL;
		line = text_trim(text_slice(line, strlen(bullets[which]), line.length));
		if (!record_is_simple(line))
			return NULL;
		node_append(made, record_text(recording, line, node));
	}
	return made->first ? made : NULL;
}

/* What becomes of a value where the schema wants a list of texts; NULL if nothing does. */
static struct node *make_list(struct recording *recording, const struct field *field,
	const struct node *node, bool is_only)
{
	if (node->kind == NODE_MAP)
		return NULL;
	if (node->kind == NODE_LIST)
		return field->type == FIELD_ITEMS ? make_items(recording, node)
						  : make_words(recording, node);
	if (!may_be_item(field, node_text(node), is_only))
		return field->type == FIELD_ITEMS ? make_bullets(recording, node) : NULL;
	struct node *made = rewrite_new(&recording->rewriting, NODE_LIST, NULL, node);
	node_append(made, record_copy(recording, node));
	return made;
}

/* The header */

/*
 * An account as a map; NULL if there is no such. A text with a slash would be read as an address if
 * it had none.
 */
static struct node *make_profile(struct recording *recording, const struct node *item)
{
	struct text text = node_text(item);
	struct text url;
	struct node *map = rewrite_new(&recording->rewriting, NODE_MAP, NULL, item);
	if (item->kind == NODE_MAP)
		return record_map(recording, &record_profile, item);
	record_put(recording, map, TEXT("username"), record_copy(recording, item));
	if (item->kind == NODE_SCALAR && text_find(text, 0, '/') == text.length)
		return map;
	if (!record_address(recording, text, &url) || !text_equal(text, url))
		return NULL;
	record_put(recording, map, TEXT("url"), record_text(recording, url, item));
	return map;
}

static struct node *make_profiles(struct recording *recording, const struct node *profiles)
{
	struct node *made = rewrite_new(&recording->rewriting, NODE_LIST, NULL, profiles);
	if (profiles->kind != NODE_LIST)
		return NULL;
	for (const struct node *item = profiles->first; item; item = item->next) {
		struct node *map = node_is_empty(item) ? NULL : make_profile(recording, item);
		if (map)
			node_append(made, map);
		else if (!node_is_empty(item))
			return NULL;
	}
	return made;
}

/* A text is shown as a map that holds nothing else is. */
static struct node *make_home(struct recording *recording, const struct node *place)
{
	if (place->kind == NODE_MAP)
		return record_map(recording, &record_location, place);
	if (place->kind == NODE_LIST)
		return NULL;
	struct node *map = rewrite_new(&recording->rewriting, NODE_MAP, NULL, place);
	record_put(recording, map, TEXT("city"), record_copy(recording, place));
	return map;
}

/* Addresses */

static struct node *make_address(
	struct recording *recording, const struct field *field, const struct node *node)
{
	struct text text = node_text(node);
	if (!text.length || (field->type == FIELD_EMAIL && !record_is_email(text)) ||
		(field->type == FIELD_URL && !record_address(recording, text, &text)))
		return NULL;
	return record_text(recording, text, node);
}

static const struct node *first_given(const struct node *list)
{
	const struct node *item = list->kind == NODE_LIST ? list->first : NULL;
	while (item && node_is_empty(item))
		item = item->next;
	return item;
}

/* Of several contacts the first is the one that other programs see; the others follow. */
static bool add_first(struct recording *recording, struct node *map, const struct field *field,
	const struct node *list)
{
	const struct node *first = first_given(list);
	struct node *value = first ? make_address(recording, field, first) : NULL;
	if (!value)
		return false;
	struct node *others = rewrite_new(&recording->rewriting, NODE_LIST, NULL, list);
	for (const struct node *item = first->next; item; item = item->next) {
		if (!node_is_empty(item))
			node_append(others, record_copy(recording, item));
	}
	record_put(recording, map, text_from(field->key), value);
	if (others->count == 1 && others->first->kind == NODE_SCALAR)
		record_put_own(recording, map, field->key, others->first);
	else if (others->count)
		record_put_own(recording, map, field->key, others);
	return true;
}

/* Two letters (ISO 3166-1): themes fail where a name stands in their place. */
static struct node *make_country(struct recording *recording, const struct node *node)
{
	struct text text = node_text(node);
	for (size_t i = 0; i < text.length; i++) {
		if (text_lower(text.bytes[i]) < 'a' || text_lower(text.bytes[i]) > 'z')
			return NULL;
	}
	return text.length == 2 ? record_copy(recording, node) : NULL;
}

/* What becomes of a value where the schema says what it may be; NULL if nothing does. */
static struct node *make_standard(struct recording *recording, const struct kind *kind,
	const struct field *field, const struct node *node, bool is_only)
{
	struct text date;
	switch (field->type) {
	case FIELD_EMAIL:
	case FIELD_PHONE:
	case FIELD_URL:
		return make_address(recording, field, node);
	case FIELD_LIST:
	case FIELD_ITEMS:
		return make_list(recording, field, node, is_only && kind->look == LOOK_FIELDS);
	case FIELD_PROFILES:
		return make_profiles(recording, node);
	case FIELD_DATE:
		if (kind == &record_meta)
			return make_text(recording, field, node);
		return record_date(recording, node_text(node), &date)
			       ? record_text(recording, date, node)
			       : NULL;
	default:
		if (text_is(TEXT("countryCode"), field->key))
			return make_country(recording, node);
		return field->type == FIELD_PLACE && kind == &record_basics
			       ? make_home(recording, node)
			       : make_text(recording, field, node);
	}
}

/* What the schema says nothing of keeps its shape. */
static struct node *make_other(struct recording *recording, const struct kind *kind,
	const struct field *field, const struct node *node)
{
	struct text date;
	if (field->type == FIELD_ENTRIES)
		return record_entries(recording, kind, node);
	if (field->type == FIELD_DATE && kind != &record_meta &&
		record_date(recording, node_text(node), &date))
		return record_text(recording, date, node);
	return record_copy(recording, node);
}

void record_field(struct recording *recording, struct node *map, const struct kind *kind,
	const struct field *field, const struct node *node, bool is_only)
{
	struct node *value;
	if (!record_is_standard(kind, field)) {
		value = make_other(recording, kind, field, node);
		record_put(recording, map, text_from(field->key), value);
		return;
	}
	if (field->several && add_first(recording, map, field, node))
		return;
	value = make_standard(recording, kind, field, node, is_only);
	if (value)
		record_put(recording, map, text_from(field->key), value);
	else
		record_put_own(recording, map, field->key, record_copy(recording, node));
}
