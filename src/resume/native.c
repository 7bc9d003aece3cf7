#include "native.h"

#include "resume/language.h"
#include "resume/resume.h"

#include <stdint.h>

/* No file has so many: one that has is not searched for each of them. */
enum { HEADER_MOST = 200, TITLES_MOST = 200 };

/* A file while it is brought to vitae's own names. */
struct file {
	struct rewriting *rewriting;
	struct node *root;
	struct node *basics; /* NULL until there is something for it */
	uint32_t taken;      /* a bit for each section that there is */
};

static bool is_own_key(struct text key)
{
	return text_is(key, "basics") || text_is(key, "meta") || text_is(key, "custom") ||
	       schema_find_section(key) || resume_key_is_hidden(key);
}

static uint32_t bit_of(const struct section *section)
{
	return UINT32_C(1) << (section - schema_sections);
}

/* True if a section is called so in the language of the file. */
static bool is_usual_title(const struct file *file, struct text key, struct text title)
{
	const struct node *lang = node_get(node_get(file->root, "meta"), "lang");
	const struct language *language = language_find(node_text(lang));
	struct wording wording = {.language = language ? language : language_english()};
	const struct section *section = schema_find_section(key);
	return section && text_equal(wording_title(&wording, section), title);
}

/* The title of a section, unless that is the usual one, or its author has given it one. */
static void set_title(struct file *file, struct text key, struct text title)
{
	if (is_usual_title(file, key, title))
		return;
	struct node *meta = rewrite_map_at(file->rewriting, file->root, "meta");
	struct node *titles = meta ? rewrite_map_at(file->rewriting, meta, "titles") : NULL;
	if (!titles || titles->count > TITLES_MOST || rewrite_has(titles, key))
		return;
	struct node *text = rewrite_new_text(file->rewriting, NULL, title, titles);
	text->key = key;
	rewrite_append(titles, text);
}

/* True for a title that is written as one, rather than as a key. */
static bool is_title(struct text key)
{
	for (size_t i = 0; i < key.length; i++) {
		if (key.bytes[i] == ' ' || (key.bytes[i] & 0x80))
			return true;
	}
	return key.length > 0 && key.bytes[0] >= 'A' && key.bytes[0] <= 'Z';
}

static void note_section(struct file *file, const struct node *node, const struct section *section)
{
	if (file->rewriting->diagnostics)
		diagnostics_add(file->rewriting->diagnostics, SEVERITY_NOTE, node->key_position,
			"'%.*s' is read as '%s'; other programs need that name",
			(int)node->key.length, node->key.bytes, section->key);
}

static const struct section *guess_section(struct text key, bool *says_more)
{
	const struct section *section = schema_guess_section(key, says_more);
	if (section)
		return section;
	*says_more = true;
	return language_guess_section(key);
}

/* A section under another name gets its own, unless that is taken. */
static void name_section(struct file *file, struct node *node)
{
	bool says_more;
	const struct section *section = guess_section(node->key, &says_more);
	if (!section || (file->taken & bit_of(section)))
		return;
	file->taken |= bit_of(section);
	note_section(file, node, section);
	if (native_own_title(section, node).length)
		; /* it is set when the section is rewritten */
	else if (is_title(node->key))
		set_title(file, text_from(section->key), node->key);
	else if (says_more)
		set_title(file, text_from(section->key),
			resume_title_of_key(node->key, file->rewriting->arena));
	rewrite_rename(node, section->key);
}

static void rewrite_sections(struct file *file)
{
	for (struct node *node = file->root->first; node; node = node->next) {
		const struct section *section = schema_find_section(node->key);
		struct text title = {NULL, 0};
		if (!section && (is_own_key(node->key) || node->kind == NODE_SCALAR))
			continue;
		native_rewrite_section(
			file->rewriting, section ? section : &schema_custom, node, &title);
		if (title.length)
			set_title(file, node->key, title);
	}
}

/* Sections of the author's own, under "custom". */
static void rewrite_custom(struct file *file)
{
	struct node *custom = rewrite_get(file->root, "custom");
	for (struct node *node = custom ? custom->first : NULL; node; node = node->next) {
		struct node *inner = native_inner_list(node);
		if (inner && !node_get(node, "entries"))
			rewrite_rename(inner, "entries");
		struct node *entries = rewrite_get(node, "entries");
		native_rewrite_section(
			file->rewriting, &schema_custom, entries ? entries : node, NULL);
	}
}

/* A list of entries that a header may hold, though it belongs beside it. */
static bool is_inner_section(const struct node *node)
{
	bool says_more;
	return node->kind == NODE_LIST && node->first &&
	       !schema_guess_field(schema_basics, node->key, NULL) &&
	       schema_guess_section(node->key, &says_more);
}

/* True if a map under another name is a header, by that name or by what it holds. */
static bool is_header(const struct file *file, const struct node *node)
{
	bool says_more;
	bool has_name = false;
	size_t fields = 0;
	if (node->kind != NODE_MAP)
		return false;
	bool has_section = false;
	for (const struct node *child = node->first; child; child = child->next) {
		const struct field *field = schema_guess_field(schema_basics, child->key, NULL);
		fields += field != NULL;
		has_name = has_name || (field == schema_basics && node_text(child).length);
		has_section = has_section || is_inner_section(child);
	}
	if (schema_has_name(schema_header.also, node->key))
		return fields > 0;
	return !file->rewriting->is_own && has_name && !has_section && fields > 1 &&
	       !schema_guess_section(node->key, &says_more);
}

/* A field of the header that stands at the top of the file. */
static bool is_header_field(const struct node *node)
{
	bool says_more;
	const struct field *field = schema_guess_field(schema_basics, node->key, NULL);
	if (node_is_empty(node))
		return false;
	if (!field)
		return node->kind == NODE_SCALAR && native_is_of_header(node->key);
	if (node->kind == NODE_SCALAR || (field == schema_basics && node->kind == NODE_MAP))
		return true;
	bool is_prose = field->slot == SLOT_SUMMARY && node->kind == NODE_LIST;
	bool is_contact =
		field->several || field->type == FIELD_PLACE || field->type == FIELD_PROFILES;
	return (is_prose || is_contact) && !schema_guess_section(node->key, &says_more);
}

/* {contacts: [{type, value}]}: a header is a map, but this is a list of what one has. */
static bool is_contact_list(const struct node *node)
{
	if (!schema_has_name(schema_header.also, node->key) || !native_is_list_of_maps(node))
		return false;
	for (const struct node *child = node->first; child; child = child->next) {
		if (!native_has_field(schema_profile, child))
			return false;
	}
	return true;
}

/* Moves a value into the header, unless that has one of the kind already. */
static bool move_field(struct node *header, struct node *node)
{
	const struct field *field = schema_guess_field(schema_basics, node->key, NULL);
	if (node_get(header, field ? field->key : "") ||
		(field && !text_is(node->key, field->key) && header->count > HEADER_MOST))
		return false;
	rewrite_append(header, node);
	return true;
}

/* Moves what a header under another name holds; what stays keeps its name. */
static bool move_fields(struct node *header, struct node *node)
{
	struct node *next;
	for (struct node *child = rewrite_take(node); child; child = next) {
		next = child->next;
		if (!move_field(header, child))
			rewrite_append(node, child);
	}
	return !node->first;
}

static void note_place(struct file *file, const struct node *node, const char *advice)
{
	if (file->rewriting->diagnostics)
		diagnostics_add(file->rewriting->diagnostics, SEVERITY_WARNING, node->key_position,
			"'%.*s' %s", (int)node->key.length, node->key.bytes, advice);
}

static bool move_into_header(struct file *file, struct node *node)
{
	note_place(file, node, "belongs to the header; write it below 'basics:', indented");
	if (!file->basics) {
		file->basics = rewrite_new(file->rewriting, NODE_MAP, "basics", node);
		node_append(file->root, file->basics);
	}
	return is_header(file, node) ? move_fields(file->basics, node)
				     : move_field(file->basics, node);
}

/* What is said about the person all over the file comes together in its header. */
static void gather_header(struct file *file)
{
	struct node *next;
	file->basics = rewrite_get(file->root, "basics");
	if (file->basics && file->basics->kind != NODE_MAP)
		return;
	for (struct node *child = rewrite_take(file->root); child; child = next) {
		next = child->next;
		if (is_contact_list(child))
			rewrite_rename(child, "profiles");
		bool belongs = !is_own_key(child->key) &&
			       (is_header(file, child) || is_header_field(child));
		if (!belongs || !move_into_header(file, child))
			rewrite_append(file->root, child);
	}
}

/* Sections within the header go to the end of the file. */
static void move_sections_out(struct file *file, struct node *basics)
{
	struct node *next;
	for (struct node *child = rewrite_take(basics); child; child = next) {
		next = child->next;
		bool out = is_inner_section(child);
		if (out)
			note_place(file, child,
				"is no part of 'basics'; write it at the beginning of a line");
		rewrite_append(out ? file->root : basics, child);
	}
}

/* Sections within the header follow it. */
static void take_sections_out(struct file *file)
{
	struct node *root = file->root;
	struct node *basics = rewrite_get(root, "basics");
	struct node *next;
	if (!basics || basics->kind != NODE_MAP)
		return;
	for (struct node *child = rewrite_take(root); child; child = next) {
		next = child->next;
		rewrite_append(root, child);
		if (child == basics)
			move_sections_out(file, basics);
	}
}

void native_rewrite(struct rewriting *rewriting, struct node *root)
{
	struct file file = {.rewriting = rewriting, .root = root};
	gather_header(&file);
	take_sections_out(&file);
	for (struct node *node = root->first; node; node = node->next) {
		const struct section *section = schema_find_section(node->key);
		file.taken |= section ? bit_of(section) : 0;
	}
	for (struct node *node = root->first; node; node = node->next) {
		if (!is_own_key(node->key))
			name_section(&file, node);
	}
	rewrite_sections(&file);
	rewrite_custom(&file);
	struct node *basics = rewrite_get(root, "basics");
	if (basics && basics->kind == NODE_MAP)
		native_rewrite_header(rewriting, basics);
}
