#include "resume/secrets.h"

#include "resume/language.h"
#include "resume/schema.h"
#include "rewrite.h"

/* The first name of a path, without blanks around it. */
static struct text first_of(struct text path)
{
	return text_trim(text_slice(path, 0, text_find(path, 0, '.')));
}

/* What follows the first name of a path. */
static struct text rest_of(struct text path)
{
	return text_slice(path, text_find(path, 0, '.') + 1, path.length);
}

/* The fields of what stands at a key of a map with these fields. */
static const struct field *fields_within(const struct field *fields, struct text key)
{
	const struct field *field = schema_find_field(fields, key);
	switch (field ? field->type : FIELD_TEXT) {
	case FIELD_PLACE:
		return schema_location;
	case FIELD_PROFILES:
		return schema_profile;
	case FIELD_BANNER:
		return schema_banner;
	default:
		return fields;
	}
}

static bool is_called(const struct field *fields, struct text name, struct text key)
{
	const struct field *field = NULL;
	while ((field = schema_guess_field(fields, name, field))) {
		if (text_is(key, field->key))
			return true;
	}
	return false;
}

/* True if a name in a path means this key: also by another name for the same thing. */
static bool means(const struct field *fields, struct text name, struct text key)
{
	const struct field *field = NULL;
	if (schema_same_name(name, key))
		return true;
	while ((field = schema_guess_field(fields, key, field))) {
		if (is_called(fields, name, text_from(field->key)))
			return true;
	}
	return is_called(fields, name, key);
}

/* Takes out what a path leads to; true if that is all of the node. */
static bool remove_path(struct node *node, const struct field *fields, struct text path)
{
	struct text name = first_of(path);
	struct text rest = rest_of(path);
	struct node *next;
	if (!path.length || node->kind == NODE_SCALAR)
		return true;
	for (struct node *child = rewrite_take(node); child; child = next) {
		next = child->next;
		bool goes = node->kind == NODE_LIST ? remove_path(child, fields, path)
			    : means(fields, name, child->key)
				    ? remove_path(child, fields_within(fields, child->key), rest)
				    : false;
		if (!goes)
			rewrite_append(node, child);
	}
	return false;
}

static bool is_header(struct text name)
{
	return schema_same_name(name, text_from(schema_header.key)) ||
	       schema_has_name(schema_header.also, name);
}

static const struct section *row_of(struct text name)
{
	const struct section *row = schema_find_section(name);
	return row ? row : language_guess_section(name);
}

/* What a name stands for; sought once, because it is a long search. */
static struct meaning meaning_of(struct text name)
{
	return (struct meaning){row_of(name), is_header(name)};
}

static const struct field *fields_of(const struct node *section)
{
	const struct section *schema = schema_find_section(section->key);
	if (is_header(section->key))
		return schema_basics;
	return schema ? schema->fields : schema_custom.fields;
}

/* The same, of a node that stays where it is, if need be without contents. */
static void empty_path(struct node *node, const struct field *fields, struct text path)
{
	if (node && remove_path(node, fields, path))
		rewrite_replace(node, &(struct node){.plain = true, .position = node->position});
}

/* {title, entries}: a path does not name what merely holds the entries. */
static struct node *entries_of(struct node *section)
{
	return rewrite_get(section, "entries");
}

static void remove_from(struct node *section, struct secret *secret)
{
	const struct field *fields = fields_of(section);
	empty_path(section, fields, rest_of(secret->path));
	empty_path(entries_of(section), fields, rest_of(secret->path));
}

/* As secrets_find_slip() below a node with these fields. */
static bool find_slip(const struct node *node, const struct field *fields, struct text path,
	struct path_slip *slip)
{
	struct text name = first_of(path);
	bool found = false;
	if (!path.length || node->kind == NODE_SCALAR)
		return false;
	for (const struct node *child = node->first; child; child = child->next) {
		if (node->kind == NODE_LIST)
			found = find_slip(child, fields, path, slip) || found;
		else if (means(fields, name, child->key))
			return find_slip(
				child, fields_within(fields, child->key), rest_of(path), slip);
	}
	if (node->kind == NODE_LIST)
		return found;
	*slip = (struct path_slip){name, node};
	return !schema_find_field(fields, name) && !schema_guess_field(fields, name, NULL);
}

static void look_into(struct node *section, struct secret *secret)
{
	const struct field *fields = fields_of(section);
	struct text rest = rest_of(secret->path);
	struct node *entries = entries_of(section);
	secret->is_found = secret->is_found || !find_slip(section, fields, rest, &secret->slip) ||
			   (entries && !find_slip(entries, fields, rest, &secret->slip));
}

/* By its key or title, or by another name for the same one. */
static bool means_section(
	const struct secret *secret, const struct node *section, struct meaning meaning)
{
	struct text name = first_of(secret->path);
	return (secret->meaning.is_header && meaning.is_header) ||
	       (meaning.row && secret->meaning.row == meaning.row) ||
	       schema_same_name(name, section->key) ||
	       schema_same_name(name, node_text(node_get(section, "title")));
}

/* For each section of a tree, and each in custom, and each secret that means it. */
static void visit(const struct secrets *secrets, struct node *parent,
	void (*visitor)(struct node *section, struct secret *secret))
{
	for (struct node *node = secrets->count ? parent->first : NULL; node; node = node->next) {
		struct meaning meaning = meaning_of(node->key);
		if (text_is(node->key, "custom") && node->kind != NODE_SCALAR)
			visit(secrets, node, visitor);
		for (size_t i = 0; i < secrets->count; i++) {
			if (means_section(&secrets->items[i], node, meaning))
				visitor(node, &secrets->items[i]);
		}
	}
}

/* Finds out which of them lead somewhere in a tree, of those that have not yet. */
static void look_up(const struct secrets *secrets, struct node *root)
{
	for (size_t i = 0; i < secrets->count; i++)
		secrets->items[i].slip = (struct path_slip){first_of(secrets->items[i].path), root};
	visit(secrets, root, look_into);
}

/* In a tree in vitae's own names, what has no section there may have had one, and may again. */
static void look_up_natively(const struct secrets *secrets, struct node *root)
{
	look_up(secrets, root);
	for (size_t i = 0; i < secrets->count; i++) {
		struct secret *secret = &secrets->items[i];
		if (secret->slip.within == root &&
			(secret->meaning.row || secret->meaning.is_header))
			secret->is_found = true;
	}
}

static struct secret secret_at(struct text path, struct position position)
{
	return (struct secret){
		.path = path, .position = position, .meaning = meaning_of(first_of(path))};
}

bool secrets_find_slip(struct node *root, struct text path, struct path_slip *slip)
{
	struct secret secret = secret_at(path, (struct position){0, 0});
	look_up_natively(&(struct secrets){&secret, 1}, root);
	*slip = secret.slip;
	return !secret.is_found;
}

static struct node *find_same(struct node *map, const char *key)
{
	struct node *node = map && map->kind == NODE_MAP ? map->first : NULL;
	while (node && !schema_same_name(node->key, text_from(key)))
		node = node->next;
	return node;
}

/* The meta of a tree, or of what some schemas keep the whole in. */
static struct node *find_meta(struct node *root)
{
	struct node *meta = find_same(root, "meta");
	for (struct node *node = root->first; node && !meta; node = node->next)
		meta = find_same(node, "meta");
	return meta;
}

static bool report(struct diagnostics *diagnostics, const struct node *node, const char *message)
{
	diagnostics_add(diagnostics, SEVERITY_ERROR, node->position, "%s", message);
	return false;
}

static void add_path(struct secrets *secrets, const struct node *node)
{
	if (node_text(node).length)
		secrets->items[secrets->count++] = secret_at(node_text(node), node->position);
}

bool secrets_read(struct secrets *secrets, struct node *root, struct arena *arena,
	struct diagnostics *diagnostics)
{
	struct node *meta = find_meta(root);
	struct node *private = find_same(meta, "private");
	*secrets = (struct secrets){.count = 0};
	if (meta && meta->kind != NODE_MAP && !node_is_empty(meta))
		return report(diagnostics, meta,
			"meta is no map, so that nobody knows what is private; write 'private:' "
			"below it, indented");
	if (meta && meta->is_repeated)
		return report(diagnostics, meta,
			"meta is here more than once, so that nobody knows what is private; remove "
			"one");
	if (!private)
		return true;
	if (private->is_repeated)
		return report(diagnostics, private,
			"meta.private is here more than once, so that nobody knows what is "
			"private; "
			"remove one");
	if (private->kind != NODE_SCALAR && !node_is_list_of_texts(private))
		return report(diagnostics, private,
			"meta.private is no list of paths such as basics.phone, so that nobody "
			"knows what is private; write - basics.phone");
	if (private->count > SECRETS_MOST)
		return report(diagnostics, private,
			"meta.private has more than 256 paths; name what holds them instead, as in "
			"- references");
	secrets->items = arena_allocate(arena, (private->count + 1) * sizeof *secrets->items);
	if (private->kind == NODE_SCALAR)
		add_path(secrets, private);
	for (const struct node *path = private->first; path; path = path->next)
		add_path(secrets, path);
	look_up(secrets, root);
	return true;
}

static void forget_paths(struct node *root)
{
	struct node *private = find_same(find_meta(root), "private");
	if (private)
		rewrite_replace(
			private, &(struct node){.plain = true, .position = private->position});
}

void secrets_remove_as_written(const struct secrets *secrets, struct node *root)
{
	visit(secrets, root, remove_from);
}

static bool report_slip(struct diagnostics *diagnostics, const struct secret *secret)
{
	diagnostics_add(diagnostics, SEVERITY_ERROR, secret->position,
		"'%.*s' in meta.private keeps nothing private, since there is no '%.*s'; write the "
		"keys that lead to a value, as in basics.phone",
		(int)secret->path.length, secret->path.bytes, (int)secret->slip.name.length,
		secret->slip.name.bytes);
	return false;
}

bool secrets_remove(
	const struct secrets *secrets, struct node *root, struct diagnostics *diagnostics)
{
	bool good = true;
	look_up_natively(secrets, root);
	for (size_t i = 0; good && i < secrets->count; i++) {
		if (!secrets->items[i].is_found)
			good = report_slip(diagnostics, &secrets->items[i]);
	}
	secrets_remove_as_written(secrets, root);
	forget_paths(root);
	return good;
}
