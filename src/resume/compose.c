#include "resume/compose.h"

#include "base/buffer.h"
#include "base/text_map.h"
#include "base/url.h"
#include "compose_parts.h"
#include "doc/markdown.h"

/* How many names of entries a preview of a section holds at most; a line fits fewer. */
enum { PREVIEW_NAMES_MOST = 8, PREVIEW_BYTES_MOST = 400 };

static const struct text no_text = {NULL, 0};

/* The next thing in the header that may be a contact, as a field. */
static struct block *add_contact(struct doc *doc, struct block *contacts, struct text label)
{
	struct block *field = doc_add_block(doc, contacts, BLOCK_FIELD);
	markdown_line(doc, &field->label, ROLE_LABEL, label, 0);
	return field;
}

/* The first value in the header that is for a slot, or NULL. */
static const struct node *header_value(const struct node *basics, enum slot slot)
{
	for (const struct node *node = basics->first; node; node = node->next) {
		const struct field *field = schema_find_field(schema_basics, node->key);
		if (field && field->slot == slot && !node_is_empty(node))
			return node;
	}
	return NULL;
}

/* Adds what a map says besides the texts that its fields have a place for. */
static void add_others(struct composer *composer, struct runs *runs, const struct node *map,
	const struct field *fields)
{
	for (const struct node *child = map->first; child; child = child->next) {
		bool has_place =
			schema_find_field(fields, child->key) && child->kind == NODE_SCALAR;
		if (has_place || node_is_empty(child) || resume_key_is_hidden(child->key))
			continue;
		if (runs->first)
			doc_add_run(composer->doc, runs, ROLE_DETAIL, TEXT(", "));
		doc_add_run(composer->doc, runs, ROLE_DETAIL,
			resume_title_of_key(child->key, composer->doc->arena));
		doc_add_run(composer->doc, runs, ROLE_DETAIL, TEXT(": "));
		compose_inline(composer, runs, ROLE_DETAIL, FIELD_TEXT, child);
	}
}

static void add_profile(
	struct composer *composer, struct block *contacts, const struct node *profile)
{
	if (profile->kind != NODE_MAP) {
		struct block *field = add_contact(composer->doc, contacts, no_text);
		compose_inline(composer, &field->text, ROLE_TEXT, FIELD_TEXT, profile);
		return;
	}
	struct text url = node_text(node_get(profile, "url"));
	struct text name = node_text(node_get(profile, "username"));
	struct block *field =
		add_contact(composer->doc, contacts, node_text(node_get(profile, "network")));
	field->source = profile->position;
	if (!name.length)
		name = url_without_scheme(url);
	markdown_line(composer->doc, &field->text, ROLE_TEXT, name,
		url.length ? doc_add_link(composer->doc, url) : 0);
	add_others(composer, &field->text, profile, schema_profile);
}

static void add_contact_value(struct composer *composer, struct block *contacts, struct text label,
	enum field_type type, const struct node *node)
{
	if (node_is_empty(node))
		return;
	if (type != FIELD_TEXT && node->kind == NODE_LIST) {
		for (const struct node *child = node->first; child; child = child->next)
			add_contact_value(composer, contacts, label, type, child);
		return;
	}
	struct block *field = add_contact(composer->doc, contacts, label);
	field->source = node->position;
	compose_inline(composer, &field->text, ROLE_TEXT, type, node);
}

/* A picture cannot be shown: its label is the link. */
static void add_picture(struct composer *composer, struct block *contacts, struct text label,
	const struct node *picture)
{
	struct text url = node_text(picture);
	if (picture->kind == NODE_MAP)
		add_contact_value(composer, contacts, label, FIELD_TEXT, picture);
	for (const struct node *child = picture->kind == NODE_LIST ? picture->first : NULL; child;
		child = child->next)
		add_picture(composer, contacts, label, child);
	if (!url.length || text_starts_caseless(url, TEXT("data:")))
		return;
	struct block *field = doc_add_block(composer->doc, contacts, BLOCK_FIELD);
	doc_add_run(composer->doc, &field->text, ROLE_TEXT, label)->link =
		doc_add_link(composer->doc, url);
}

static void add_contact_node(
	struct composer *composer, struct block *contacts, const struct node *node)
{
	const struct field *field = schema_find_field(schema_basics, node->key);
	enum slot slot = field ? field->slot : SLOT_DETAIL;
	struct text label = field && field->label
				    ? wording_label(composer->wording, field->label)
				    : resume_title_of_key(node->key, composer->doc->arena);
	if (slot == SLOT_ENTRIES && node->kind == NODE_LIST) {
		for (const struct node *item = node->first; item; item = item->next) {
			if (!node_is_empty(item))
				add_profile(composer, contacts, item);
		}
	} else if (field && field->type == FIELD_PICTURE) {
		add_picture(composer, contacts, label, node);
	} else if (slot == SLOT_DETAIL || slot == SLOT_ENTRIES) {
		add_contact_value(
			composer, contacts, label, field ? field->type : FIELD_TEXT, node);
	}
}

/* Says what contacts are that the table knows. */
static void set_topic(struct doc *doc, struct block *first, struct text key)
{
	const struct field *field = schema_find_field(schema_basics, key);
	if (!field)
		return;
	const struct facts *facts =
		compose_facts(doc, (struct facts){.topic = text_from(field->key)});
	for (struct block *contact = first; contact; contact = contact->next)
		contact->facts = facts;
}

static void add_contacts(struct composer *composer, struct block *header, const struct node *basics)
{
	struct block *last = header->last;
	struct block *contacts = doc_add_block(composer->doc, header, BLOCK_CONTACTS);
	for (const struct node *node = basics->first; node; node = node->next) {
		const struct block *before = contacts->last;
		if (resume_key_is_hidden(node->key) || node_is_empty(node))
			continue;
		add_contact_node(composer, contacts, node);
		set_topic(composer->doc, before ? before->next : contacts->first, node->key);
	}
	if (!contacts->first)
		doc_remove_last(header, last);
}

static bool is_over(const struct node *banner, struct date today)
{
	struct date until = date_read(node_text(node_get(banner, "until")));
	return until.year && date_is_before(until, today);
}

static void add_banner(struct composer *composer, struct block *header, const struct node *banner)
{
	if (node_is_empty(banner) || is_over(banner, composer->today))
		return;
	if (banner->kind == NODE_SCALAR) {
		markdown_blocks(composer->doc, header, node_text(banner), banner->position);
		return;
	}
	struct block *block = doc_add_block(composer->doc, header, BLOCK_PARAGRAPH);
	block->source = banner->position;
	struct text url = node_text(node_get(banner, "url"));
	struct text text = node_text(node_get(banner, "text"));
	if (banner->kind == NODE_LIST) {
		compose_inline(composer, &block->text, ROLE_TEXT, FIELD_TEXT, banner);
		return;
	}
	if (!text.length)
		text = url_without_scheme(url);
	markdown_line(composer->doc, &block->text, ROLE_TEXT, text,
		url.length ? doc_add_link(composer->doc, url) : 0);
	add_others(composer, &block->text, banner, schema_banner);
}

/* Parts what is about reaching the person from what is about the person. */
static void add_rule(struct doc *doc, struct block *header)
{
	if (header->first)
		doc_add_block(doc, header, BLOCK_RULE);
}

static void add_words(struct buffer *buffer, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next)
		buffer_add(buffer, run->text);
}

/* The name of the person without its markup. */
static struct text title_of(const struct block *header, struct arena *arena)
{
	struct buffer words = {0};
	add_words(&words, &header->text);
	struct text title = arena_copy(arena, buffer_text(&words));
	buffer_finish(&words);
	return title;
}

static void compose_header(struct composer *composer, const struct node *basics)
{
	struct block *header = doc_add_block(composer->doc, composer->doc->root, BLOCK_HEADER);
	const struct node *summary = header_value(basics, SLOT_SUMMARY);
	const struct node *highlights = header_value(basics, SLOT_ITEMS);
	const struct node *name = header_value(basics, SLOT_TITLE);
	const struct node *label = header_value(basics, SLOT_SUBTITLE);

	header->source = basics->position;
	doc_set_id(header, TEXT("basics"));
	if (name)
		compose_inline(composer, &header->text, ROLE_NAME, FIELD_TEXT, name);
	composer->doc->title = title_of(header, composer->doc->arena);
	if (label)
		compose_inline(composer, name ? &header->aside : &header->text, ROLE_TITLE,
			FIELD_TEXT, label);
	add_banner(composer, header, header_value(basics, SLOT_REMARK));
	add_contacts(composer, header, basics);
	if (summary || highlights)
		add_rule(composer->doc, header);
	if (summary && summary->kind == NODE_LIST)
		compose_items(composer, header, summary);
	else
		compose_value(composer, header, no_text, FIELD_TEXT, summary);
	if (highlights)
		compose_items(composer, header, highlights);
}

/* What an entry is called where there is room for a few words, as its author wrote it. */
static struct text short_name(
	struct composer *composer, const struct section *schema, const struct entry *entry)
{
	struct text name = {NULL, 0};
	if (schema->look == LOOK_ENTRIES)
		name = node_text(entry->slots[SLOT_TITLE]);
	if (!name.length)
		name = compose_name(schema, entry);
	return name.length ? name : compose_dates(composer, schema, entry);
}

static void add_plain_text(struct doc *doc, struct buffer *buffer, struct text text)
{
	struct runs runs = {0};
	markdown_line(doc, &runs, ROLE_PREVIEW, text, 0);
	add_words(buffer, &runs);
}

static struct text preview_of(struct composer *composer, const struct resume_section *section)
{
	struct buffer names = {0};
	const struct entry *entry = section->first;
	int count = 0;
	if (section->node->kind == NODE_SCALAR)
		add_plain_text(composer->doc, &names, node_text(section->node));
	for (; entry && count < PREVIEW_NAMES_MOST && names.length < PREVIEW_BYTES_MOST;
		entry = entry->next) {
		struct text name = short_name(composer, section->schema, entry);
		if (!name.length)
			continue;
		if (count++)
			buffer_add(&names, TEXT(", "));
		add_plain_text(composer->doc, &names, name);
	}
	if (entry)
		buffer_add(&names, TEXT(", \u2026"));
	struct text preview = arena_copy(composer->doc->arena, buffer_text(&names));
	buffer_finish(&names);
	return preview;
}

/* The year an entry belongs to, or what stands for it. */
static struct text year_of(
	struct composer *composer, const struct section *schema, const struct entry *entry)
{
	struct period period;
	struct date date = date_read(node_text(entry->slots[SLOT_DATE]));
	if (compose_period(schema, entry, &period))
		date = date_is_given(period.end) ? period.end : period.start;
	if (date.present)
		return wording_ongoing(composer->wording);
	if (date.year)
		return arena_format(composer->doc->arena, "%d", date.year);
	return date.text.length ? date.text : wording_undated(composer->wording);
}

/* The entries of one year, wherever they stand in the list. */
struct year {
	size_t count;
	struct block *group; /* NULL until the first of them is composed */
};

static struct year *find_year(struct doc *doc, struct text_map *years, struct text name)
{
	void **place = text_map_at(years, NULL, name);
	if (!*place)
		*place = arena_allocate(doc->arena, sizeof(struct year));
	return *place;
}

static struct block *group_of(struct composer *composer, struct block *parent, struct year *year,
	struct text name, const struct entry *entry)
{
	if (year->group)
		return year->group;
	struct block *group = doc_add_block(composer->doc, parent, BLOCK_GROUP);
	group->source = entry->node->position;
	group->count = year->count;
	doc_add_run(composer->doc, &group->text, ROLE_TITLE, name);
	doc_set_id(group, name);
	year->group = group;
	return group;
}

static void compose_by_year(
	struct composer *composer, struct block *block, const struct resume_section *section)
{
	struct text_map years = {0};
	for (const struct entry *entry = section->first; entry; entry = entry->next)
		find_year(composer->doc, &years, year_of(composer, section->schema, entry))
			->count++;
	for (const struct entry *entry = section->first; entry; entry = entry->next) {
		struct text name = year_of(composer, section->schema, entry);
		struct year *year = find_year(composer->doc, &years, name);
		struct block *parent = block;
		/* An entry that only its year names is headed by it already. */
		if (year->count > 1 || compose_name(section->schema, entry).length)
			parent = group_of(composer, block, year, name, entry);
		compose_entry(composer, parent, section->schema, entry, name);
	}
	text_map_finish(&years);
}

static void compose_entries(
	struct composer *composer, struct block *block, const struct resume_section *section)
{
	if (section->by_year) {
		compose_by_year(composer, block, section);
		return;
	}
	for (const struct entry *entry = section->first; entry; entry = entry->next) {
		if (section->schema->look == LOOK_FIELDS)
			compose_field_entry(composer, block, section->schema, entry);
		else
			compose_entry(composer, block, section->schema, entry, no_text);
	}
	if (section->node->kind == NODE_SCALAR)
		compose_value(composer, block, no_text, FIELD_TEXT, section->node);
}

static void compose_section(struct composer *composer, const struct resume_section *section)
{
	struct block *last = composer->doc->root->last;
	struct block *block = doc_add_block(composer->doc, composer->doc->root, BLOCK_SECTION);
	block->source = section->node->key_position;
	block->facts = compose_facts(
		composer->doc, (struct facts){.topic = text_from(section->schema->key)});
	doc_set_id(block, section->key);
	markdown_line(composer->doc, &block->text, ROLE_HEADING, section->title, 0);
	block->preview = preview_of(composer, section);
	compose_entries(composer, block, section);
	block->count = section->count;
	if (section->node->kind != NODE_LIST) {
		block->count = 0;
		for (const struct block *child = block->first; child; child = child->next)
			block->count++;
	}
	if (!block->first)
		doc_remove_last(composer->doc->root, last);
}

void compose_document(const struct resume *resume, struct date today, struct doc *doc)
{
	struct composer composer = {.doc = doc, .wording = &resume->wording, .today = today};
	doc->language = text_from(language_code(resume->wording.language));
	doc->links_title = wording_label(&resume->wording, "Links");
	if (resume->basics)
		compose_header(&composer, resume->basics);
	for (const struct resume_section *section = resume->first; section; section = section->next)
		compose_section(&composer, section);
	doc_finish(doc);
}
