#include "resume/record.h"

#include "native.h"
#include "own.h"
#include "record_parts.h"

#define SCHEMA "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

const struct kind record_basics = {.fields = schema_basics,
	.standard = "name label image email phone url summary location profiles"};
const struct kind record_location = {
	.fields = schema_location, .standard = "address postalCode city region countryCode"};
const struct kind record_profile = {.fields = schema_profile, .standard = "network username url"};
const struct kind record_meta = {
	.fields = schema_meta, .standard = "canonical version lastModified"};

/* The fields of JSON Resume 1.0.0, of which all sections have some that are vitae's own. */
static const struct {
	const char *section;
	const char *fields;
} standard[] = {
	{"work", "name position url location description startDate endDate summary highlights"},
	{"volunteer", "organization position url startDate endDate summary highlights"},
	{"education", "institution studyType area url startDate endDate score courses"},
	{"projects",
		"name entity type description url startDate endDate highlights keywords roles"},
	{"publications", "name publisher releaseDate url summary"},
	{"skills", "name level keywords"},
	{"languages", "language fluency"},
	{"certificates", "name issuer date url"},
	{"awards", "title awarder date summary"},
	{"interests", "name keywords"},
	{"references", "name reference"},
};

struct kind record_kind(const struct section *section)
{
	struct kind kind = {.fields = section->fields,
		.standard = "",
		.look = section->look,
		.ongoing = section->ongoing};
	for (size_t i = 0; section->key && i < sizeof standard / sizeof *standard; i++) {
		if (text_is(text_from(section->key), standard[i].section))
			kind.standard = standard[i].fields;
	}
	return kind;
}

static void add_own_section(
	struct recording *recording, struct node *record, const struct node *section)
{
	struct text key = arena_format(recording->rewriting.arena, "%s%.*s", OWN_PREFIX,
		(int)section->key.length, section->key.bytes);
	record_put(recording, record, key, record_copy(recording, section));
}

/* The field that holds what an entry is called where it is nothing but a text. */
static const struct field *name_field(const struct kind *kind)
{
	const struct field *field = kind->fields;
	enum slot slot = kind->look == LOOK_FIELDS ? SLOT_LABEL : SLOT_TITLE;
	while (field->slot != slot)
		field++;
	return field;
}

/* The field that shows a list just as an entry that is a list is shown, or NULL. */
static const struct field *list_field(const struct kind *kind)
{
	const struct field *summary = NULL;
	for (const struct field *field = kind->fields; field->key; field++) {
		if (field->slot == SLOT_ITEMS)
			return field;
		if (field->slot == SLOT_SUMMARY)
			summary = field;
	}
	return summary;
}

/* An entry of one field. */
static struct node *entry_of(struct recording *recording, const struct kind *kind,
	const struct field *field, const struct node *value)
{
	struct node *map = rewrite_new(&recording->rewriting, NODE_MAP, NULL, value);
	record_field(recording, map, kind, field, value, true);
	return map;
}

static bool is_group_map(const struct kind *kind, const struct node *entry)
{
	if (kind->look != LOOK_FIELDS)
		return false;
	for (const struct node *child = entry->first; child; child = child->next) {
		if (schema_find_field(kind->fields, child->key))
			return false;
	}
	return true;
}

/* {Languages: [C, Go]}: an entry for each group, of its name and what is in it. */
static void add_groups(struct recording *recording, struct node *list, const struct kind *kind,
	const struct node *map)
{
	const struct field *name = name_field(kind);
	const struct field *value = name + 1;
	while (value->slot != SLOT_KEYWORDS && value->slot != SLOT_TITLE)
		value++;
	for (const struct node *child = map->first; child; child = child->next) {
		if (node_is_empty(child) || resume_key_is_hidden(child->key))
			continue;
		struct node *entry = rewrite_new(&recording->rewriting, NODE_MAP, NULL, child);
		bool fits = child->kind == NODE_SCALAR ||
			    (value->slot == SLOT_KEYWORDS && node_is_list_of_texts(child));
		if (fits) {
			record_put(recording, entry, text_from(name->key),
				record_text(recording, child->key, child));
			record_field(recording, entry, kind, value, child, true);
		} else {
			record_put(recording, entry, child->key, record_copy(recording, child));
		}
		node_append(list, entry);
	}
}

/* True if the entries before or after a job are about the same employer. */
static bool has_neighbour(const struct node *before, const struct node *job)
{
	struct text name = node_text(node_get(job, "name"));
	const struct node *after = job->next;
	while (after && node_is_empty(after))
		after = after->next;
	return text_equal(node_text(node_get(before, "name")), name) ||
	       text_equal(node_text(node_get(after, "name")), name);
}

/* What the entries of one section are made with. */
struct making {
	struct recording *recording;
	struct kind kind;
	struct node *list;         /* to add them to */
	const struct node *before; /* the entry that was the last, or NULL */
	bool by_year;
};

static void add_entry(struct making *making, const struct node *node)
{
	struct recording *recording = making->recording;
	const struct kind *kind = &making->kind;
	const struct node *positions = node_get(node, "positions");
	if (node->kind == NODE_MAP && is_group_map(kind, node)) {
		add_groups(recording, making->list, kind, node);
	} else if (node->kind == NODE_SCALAR) {
		node_append(making->list, entry_of(recording, kind, name_field(kind), node));
	} else if (node->kind == NODE_LIST) {
		node_append(making->list, entry_of(recording, kind, list_field(kind), node));
	} else if (!positions || has_neighbour(making->before, node) ||
		   !record_add_jobs(recording, making->list, kind, node, !making->by_year)) {
		struct node *map = record_map(recording, kind, node);
		if (map->first)
			node_append(making->list, map);
	}
	making->before = node;
}

/* True if every entry can be a map. */
static bool can_be_maps(const struct kind *kind, const struct node *section)
{
	if (section->kind == NODE_SCALAR)
		return false;
	for (const struct node *entry = section->first; entry && section->kind == NODE_LIST;
		entry = entry->next) {
		if (entry->kind == NODE_LIST && !list_field(kind))
			return false;
	}
	return true;
}

/* A section of which the schema wants that it is a list of maps. */
static void add_section(struct recording *recording, struct node *record,
	const struct node *section, const struct kind *kind, const struct node *meta)
{
	struct making making = {.recording = recording,
		.kind = *kind,
		.list = rewrite_new(&recording->rewriting, NODE_LIST, NULL, section),
		.by_year = node_get(node_get(meta, "group"), "work")};
	if (!can_be_maps(kind, section)) {
		add_own_section(recording, record, section);
		return;
	}
	if (section->kind == NODE_MAP)
		add_entry(&making, section);
	for (const struct node *entry = section->kind == NODE_LIST ? section->first : NULL; entry;
		entry = entry->next) {
		if (!node_is_empty(entry))
			add_entry(&making, entry);
	}
	if (making.list->first)
		record_put(recording, record, section->key, making.list);
}

/* Sections of the author's own under one key: a list of maps, or a map of them. */
static struct node *make_custom(struct recording *recording, const struct node *custom)
{
	struct kind kind = record_kind(&schema_custom);
	struct node *made = rewrite_new(&recording->rewriting, custom->kind, NULL, custom);
	if (custom->kind == NODE_SCALAR)
		return record_copy(recording, custom);
	for (const struct node *child = custom->first; child; child = child->next) {
		if (node_is_empty(child))
			continue;
		struct node *section = record_entries(recording, &kind, child);
		if (custom->kind == NODE_MAP)
			record_put(recording, made, child->key, section);
		else
			node_append(made, section);
	}
	return made;
}

/* A map of which the schema wants that it is one. */
static void add_map(struct recording *recording, struct node *record, const struct kind *kind,
	const struct node *node)
{
	if (node->kind == NODE_MAP)
		record_put(recording, record, node->key, record_map(recording, kind, node));
	else
		add_own_section(recording, record, node);
}

/* What holds a list beside other things is an entry: alone, it would be read as that list. */
static void add_other(struct recording *recording, struct node *record, const struct node *node,
	const struct kind *kind)
{
	struct node *value = record_entries(recording, kind, node);
	if (node->kind == NODE_MAP && native_inner_list(node)) {
		struct node *list = rewrite_new(&recording->rewriting, NODE_LIST, NULL, node);
		node_append(list, value);
		value = list;
	}
	if (!node_is_empty(value))
		record_put(recording, record, node->key, value);
}

static void add_any(struct recording *recording, struct node *record, const struct node *node,
	const struct node *meta)
{
	const struct section *section = schema_find_section(node->key);
	struct kind kind = record_kind(section ? section : &schema_custom);
	if (text_is(node->key, "custom"))
		record_put(recording, record, node->key, make_custom(recording, node));
	else if (*kind.standard)
		add_section(recording, record, node, &kind, meta);
	else
		add_other(recording, record, node, &kind);
}

/* A period that begins and ends in the same year is a date. */
static void make_date(struct node *entry)
{
	struct node *start = rewrite_get(entry, "startDate");
	struct text end = node_text(node_get(entry, "endDate"));
	struct node *next;
	if (end.length != 4 || !text_equal(node_text(start), end) || node_get(entry, "date"))
		return;
	rewrite_rename(start, "date");
	for (struct node *child = rewrite_take(entry); child; child = next) {
		next = child->next;
		if (!text_is(child->key, "endDate"))
			rewrite_append(entry, child);
	}
}

static void remove_empty(struct node *map)
{
	struct node *next;
	for (struct node *child = map ? rewrite_take(map) : NULL; child; child = next) {
		next = child->next;
		if (!node_is_empty(child))
			rewrite_append(map, child);
	}
}

void record_make_native(struct node *record, struct arena *arena)
{
	struct rewriting rewriting = {.arena = arena};
	struct node *basics = rewrite_get(record, "basics");
	struct node *profiles = rewrite_get(basics, "profiles");
	remove_empty(basics);
	for (struct node *profile = profiles ? profiles->first : NULL; profile;
		profile = profile->next)
		remove_empty(profile);
	own_take(&rewriting, record);
	remove_empty(record);
	for (struct node *section = record->first; section; section = section->next) {
		for (struct node *entry = section->first; entry; entry = entry->next)
			make_date(entry);
	}
}

/* Many themes fail if these are not there. */
static void add_expected(struct recording *recording, struct node *record)
{
	struct rewriting *rewriting = &recording->rewriting;
	struct node *basics = rewrite_get(record, "basics");
	if (node_get(record, OWN_PREFIX "basics"))
		return;
	if (!basics) {
		basics = rewrite_new(rewriting, NODE_MAP, NULL, record);
		record_put(recording, record, TEXT("basics"), basics);
	}
	if (!node_get(basics, "location"))
		record_put(recording, basics, TEXT("location"),
			rewrite_new(rewriting, NODE_MAP, NULL, basics));
	if (!node_get(basics, "profiles"))
		record_put(recording, basics, TEXT("profiles"),
			rewrite_new(rewriting, NODE_LIST, NULL, basics));
	for (struct node *profile = rewrite_get(basics, "profiles")->first; profile;
		profile = profile->next) {
		if (!node_get(profile, "network") && !node_get(profile, OWN_PREFIX "network"))
			record_put(recording, profile, TEXT("network"),
				record_text(recording, TEXT(""), profile));
	}
}

struct node *record_make(const struct node *root, struct arena *arena)
{
	struct recording recording = {.rewriting = {.arena = arena}};
	struct node *record = rewrite_new(&recording.rewriting, NODE_MAP, NULL, root);
	const struct node *basics = node_get(root, "basics");
	const struct node *meta = node_get(root, "meta");
	record_put(
		&recording, record, TEXT("$schema"), record_text(&recording, TEXT(SCHEMA), root));
	if (!node_is_empty(basics))
		add_map(&recording, record, &record_basics, basics);
	add_expected(&recording, record);
	for (const struct node *node = root->first; node; node = node->next) {
		if (node != basics && node != meta && !node_is_empty(node) &&
			!resume_key_is_hidden(node->key))
			add_any(&recording, record, node, meta);
	}
	if (!node_is_empty(meta))
		add_map(&recording, record, &record_meta, meta);
	text_map_finish(&recording.keys);
	return record;
}
