#include "resume/check.h"

#include "check_parts.h"

/* So many different keys that no list has are compared with those that it has. */
enum { SEARCHES_MOST = 1000 };

static const char a_label[] = "with a label of its own";

static void check_entry(
	struct check *check, const struct section *section, const struct node *node);

static void check_field(struct check *check, const struct section *section,
	const struct field *field, const struct node *node);

/* Sections of the author's own hold what they want to hold. */
static bool is_own(const struct section *section)
{
	return section == &schema_custom;
}

/* What a map holds. section is NULL for maps that are no entry of one. */
static void check_fields(struct check *check, const struct section *section,
	const struct key_list *list, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (check_is_silent(child))
			continue;
		arena_reset(&check->scratch);
		const struct field *field = schema_find_field(list->fields, child->key);
		if (field) {
			check_field(check, section, field, child);
			continue;
		}
		check_unknown_key(check, list, child);
		if (list->others)
			check_links(check, child);
	}
}

/* A map where a text would do, too. */
static void check_map_or_text(
	struct check *check, const struct key_list *list, const struct node *node)
{
	if (node->kind == NODE_MAP)
		check_fields(check, NULL, list, node);
	else
		check_text(check, FIELD_TEXT, node);
}

/* What a profile needs so that a reader finds it. */
static void check_profile_parts(struct check *check, const struct node *profile)
{
	const struct field *fields = schema_profile;
	bool has_network = check_value_of(fields, profile, SLOT_LABEL) ||
			   check_has_slip_of(fields, profile, TEXT("network"));
	bool has_place = check_value_of(fields, profile, SLOT_TITLE) ||
			 check_value_of(fields, profile, SLOT_URL) ||
			 check_has_slip_of(fields, profile, TEXT("username"));
	if (!has_network)
		check_report(check, SEVERITY_NOTE, profile->position,
			"this profile has no 'network'; add one, such as GitHub");
	if (!has_place)
		check_report(check, SEVERITY_NOTE, profile->position,
			"this profile has neither 'username' nor 'url'; add one of them");
}

static void check_profile(struct check *check, const struct node *node)
{
	static const struct key_list list = {"profiles", schema_profile, a_label, false};
	if (node->kind == NODE_MAP)
		check_fields(check, NULL, &list, node);
	if (!check->dialect->own)
		return;
	if (node->kind == NODE_MAP)
		check_profile_parts(check, node);
	else
		check_report(check, SEVERITY_WARNING, node->position,
			"a profile belongs here, not %s; write 'network:', 'username:' and 'url:'",
			check_kind_name(node));
}

static void check_profiles(struct check *check, const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next) {
		if (!node_is_empty(item))
			check_profile(check, item);
	}
}

/* "- Thesis: a title" was meant as text, which is reported where YAML is known. */
static bool is_pair(const struct node *node)
{
	return node->kind == NODE_MAP && node->count == 1 && node->first->kind == NODE_SCALAR;
}

static bool is_linked_text(const struct node *node)
{
	return node->kind == NODE_MAP && node->count == 2 && node_get(node, "url") &&
	       node_text(node_get(node, "text")).length;
}

static void check_items(struct check *check, enum field_type type, const struct node *list);

static void check_item(struct check *check, enum field_type type, const struct node *node)
{
	if (node->kind == NODE_SCALAR) {
		check_text(check, FIELD_TEXT, node);
	} else if (type == FIELD_ITEMS && node->kind == NODE_LIST) {
		check_items(check, type, node);
	} else if (type == FIELD_ITEMS && is_linked_text(node)) {
		check_text(check, FIELD_TEXT, node_get(node, "text"));
		check_text(check, FIELD_URL, node_get(node, "url"));
	} else if (is_pair(node)) {
		check_links(check, node);
	} else if (!node_is_empty(node)) {
		check_report_shape(check, FIELD_TEXT, node);
	}
}

static void check_items(struct check *check, enum field_type type, const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next) {
		arena_reset(&check->scratch);
		check_item(check, type, item);
	}
}

/* Texts by keys of the author's own, or a list of texts. */
static void check_texts(struct check *check, enum field_type type, const struct node *parent)
{
	for (const struct node *child = parent->first; child; child = child->next) {
		arena_reset(&check->scratch);
		if (child->kind == NODE_SCALAR)
			check_text(check, type, child);
		else if (!check_is_silent(child))
			check_report_shape(check, type, child);
	}
}

static void check_entries(
	struct check *check, const struct section *section, const struct node *list)
{
	for (const struct node *entry = list->first; entry; entry = entry->next)
		check_entry(check, section, entry);
}

static void check_field(struct check *check, const struct section *section,
	const struct field *field, const struct node *node)
{
	static const struct key_list place = {
		"location", schema_location, "behind the others", false};
	static const struct key_list banner = {"banner", schema_banner, a_label, false};
	if (!check_has_shape(field, node)) {
		if (section && is_own(section))
			check_links(check, node);
		else
			check_report_shape(check, field->type, node);
		return;
	}
	switch (field->type) {
	case FIELD_PLACE:
		check_map_or_text(check, &place, node);
		break;
	case FIELD_BANNER:
		check_map_or_text(check, &banner, node);
		break;
	case FIELD_LIST:
	case FIELD_ITEMS:
		check_items(check, field->type, node);
		break;
	case FIELD_ENTRIES:
		check_entries(check, section, node);
		break;
	case FIELD_PROFILES:
		check_profiles(check, node);
		break;
	case FIELD_MAP:
		check_texts(check, FIELD_TEXT, node);
		break;
	default:
		if (node->kind == NODE_SCALAR)
			check_text(check, field->type, node);
		else
			check_texts(check, field->type, node);
	}
}

static bool has_known_field(const struct section *section, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (schema_find_field(section->fields, child->key))
			return true;
	}
	return false;
}

/* Where people write a text for an entry because there is no more to it. */
static bool takes_texts(const struct section *section)
{
	return schema_has_name("tools notes skills languages interests awards references",
		text_from(section->key));
}

/* An entry that is no map. */
static void check_bare_entry(
	struct check *check, const struct section *section, const struct node *node)
{
	bool is_text = node->kind == NODE_SCALAR;
	bool fits = is_own(section) || (is_text && takes_texts(section));
	if (!fits && check->dialect->own)
		check_report(check, SEVERITY_WARNING, node->position,
			"an entry belongs here, not %s; write its fields, such as '%s: '",
			check_kind_name(node), section->fields->key);
	check_links(check, node);
}

static void check_entry(struct check *check, const struct section *section, const struct node *node)
{
	bool own = is_own(section);
	const struct key_list list = {
		own ? "sections of your own" : section->key, section->fields, a_label, own};
	if (node_is_empty(node))
		return;
	if (node->kind != NODE_MAP) {
		check_bare_entry(check, section, node);
		return;
	}
	/* {Languages: [C, Go]}: labels and what they stand for. */
	if (section->look == LOOK_FIELDS && !has_known_field(section, node)) {
		check_links(check, node);
		return;
	}
	check_fields(check, section, &list, node);
	check_period(check, section->fields, node);
}

static void check_section(
	struct check *check, const struct section *section, const struct node *node)
{
	if (node->kind == NODE_LIST) {
		check_entries(check, section, node);
		return;
	}
	if (!is_own(section) && check->dialect->own)
		check_report(check, SEVERITY_WARNING, node->position,
			"a list of entries belongs here, not %s; write '- ' in front of %s",
			check_kind_name(node),
			node->kind == NODE_MAP ? "its first key" : "each, below the key");
	/* A single entry; else its keys are none that can be told of. */
	if (node->kind == NODE_MAP && (is_own(section) || has_known_field(section, node)))
		check_entry(check, section, node);
	else
		check_links(check, node);
}

static void check_custom(struct check *check, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		check_report(check, SEVERITY_WARNING, node->position,
			"a list of sections belongs here; write each with 'title:' and 'entries:'");
	for (const struct node *child = node->first; child; child = child->next) {
		if (!check_is_silent(child))
			check_section(check, &schema_custom, child);
	}
}

static void check_basics(struct check *check, const struct node *basics)
{
	static const struct key_list list = {"basics", schema_basics, a_label, false};
	if (basics->kind == NODE_MAP)
		check_fields(check, NULL, &list, basics);
	else if (!node_is_empty(basics))
		check_report(check, SEVERITY_WARNING, basics->position,
			"a map of fields belongs here; write 'name: Jane Doe' and the like below");
}

static void check_meta(struct check *check, const struct node *root, const struct node *meta)
{
	static const struct key_list list = {"meta", schema_meta, NULL, true};
	if (meta->kind != NODE_MAP) {
		check_report(check, SEVERITY_WARNING, meta->position,
			"a map of wishes belongs here; write 'order:', 'hide:' and the like below");
		return;
	}
	check_fields(check, NULL, &list, meta);
	check_meta_wishes(check, root, meta);
}

static void check_top(struct check *check, const struct node *root, const struct node *node)
{
	const struct section *section = schema_find_section(node->key);
	if (check_is_silent(node))
		return;
	arena_reset(&check->scratch);
	if (text_is(node->key, schema_header.key)) {
		check_basics(check, node);
	} else if (text_is(node->key, "meta")) {
		check_meta(check, root, node);
	} else if (text_is(node->key, "custom")) {
		check_custom(check, node);
	} else if (section) {
		check_section(check, section, node);
		if (text_is(node->key, "work"))
			check_overlaps(check, node);
	} else {
		check_unknown_section(check, node);
		check_section(check, &schema_custom, node);
	}
}

/* A résumé without a name is the one thing that is worth a message for not being there. */
static void check_name(struct check *check, const struct node *root)
{
	static const struct position beginning = {1, 1};
	const struct node *basics = node_get(root, schema_header.key);
	const struct node *name = node_get(basics, "name");
	bool is_misshapen = !node_is_empty(basics) && basics->kind != NODE_MAP;
	bool is_slip = basics && check_has_slip_of(schema_basics, basics, TEXT("name"));
	bool is_there = basics && check_value_of(schema_basics, basics, SLOT_TITLE);
	if (is_there || is_misshapen || is_slip)
		return;
	check_report(check, SEVERITY_WARNING,
		name     ? name->key_position
		: basics ? basics->key_position
			 : beginning,
		"there is no name; write 'name: Jane Doe' below 'basics:'");
}

void resume_check(const struct node *root, const struct dialect *dialect,
	const struct secrets *secrets, struct arena *arena, struct diagnostics *diagnostics)
{
	struct check check = {.dialect = dialect,
		.secrets = secrets,
		.arena = arena,
		.diagnostics = diagnostics,
		.searches_left = SEARCHES_MOST};
	/* Reading it has told of anything else. */
	if (root->kind != NODE_MAP)
		return;
	check_name(&check, root);
	for (const struct node *node = root->first; node; node = node->next)
		check_top(&check, root, node);
	check_private(&check, root);
	text_map_finish(&check.answers);
	text_map_finish(&check.told);
	arena_finish(&check.scratch);
}
