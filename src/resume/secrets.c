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

/* True if a name means this section: by its key or title, or by another name for the same one. */
static bool means_section(struct text name, const struct node *section)
{
	const struct section *row = row_of(name);
	return schema_same_name(name, section->key) ||
	       schema_same_name(name, node_text(node_get(section, "title"))) ||
	       (is_header(name) && is_header(section->key)) || (row && row == row_of(section->key));
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

/* What a visit is made to, of each section that a path may mean. */
typedef bool visit_section(struct node *section, struct text path, struct path_slip *slip);

/* {title, entries}: a path does not name what merely holds the entries. */
static struct node *entries_of(struct node *section)
{
	return rewrite_get(section, "entries");
}

static bool remove_section(struct node *section, struct text path, struct path_slip *slip)
{
	const struct field *fields = fields_of(section);
	(void)slip;
	empty_path(section, fields, rest_of(path));
	empty_path(entries_of(section), fields, rest_of(path));
	return true;
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

static bool leads_somewhere(struct node *section, struct text path, struct path_slip *slip)
{
	const struct field *fields = fields_of(section);
	struct text rest = rest_of(path);
	struct node *entries = entries_of(section);
	return !find_slip(section, fields, rest, slip) ||
	       (entries && !find_slip(entries, fields, rest, slip));
}

/* Visits what is in a map or list, and what is in custom; true if any visit was. */
static bool visit(
	struct node *parent, struct text path, struct path_slip *slip, visit_section *visitor)
{
	bool result = false;
	for (struct node *node = parent->first; node; node = node->next) {
		if (text_is(node->key, "custom") && node->kind != NODE_SCALAR)
			result = visit(node, path, slip, visitor) || result;
		if (means_section(first_of(path), node))
			result = visitor(node, path, slip) || result;
	}
	return result;
}

bool secrets_find_slip(struct node *root, struct text path, struct path_slip *slip)
{
	struct text name = first_of(path);
	*slip = (struct path_slip){name, root};
	if (visit(root, path, slip, leads_somewhere))
		return false;
	/* No section at all: there could be one. */
	return slip->within != root || !(row_of(name) || is_header(name));
}

static bool is_list_of_texts(const struct node *list)
{
	if (list->kind != NODE_LIST)
		return list->kind == NODE_SCALAR;
	for (const struct node *item = list->first; item; item = item->next) {
		if (item->kind != NODE_SCALAR)
			return false;
	}
	return true;
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

static void note_path(struct secrets *secrets, struct node *root, const struct node *node)
{
	struct path_slip slip;
	struct secret secret = {.path = node_text(node), .position = node->position};
	if (!secret.path.length)
		return;
	secret.is_found = !secrets_find_slip(root, secret.path, &slip);
	secrets->items[secrets->count++] = secret;
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
	if (!is_list_of_texts(private))
		return report(diagnostics, private,
			"meta.private is no list of paths such as basics.phone, so that nobody "
			"knows what is private; write - basics.phone");
	secrets->items = arena_allocate(arena, (private->count + 1) * sizeof *secrets->items);
	if (private->kind == NODE_SCALAR)
		note_path(secrets, root, private);
	for (const struct node *path = private->first; path; path = path->next)
		note_path(secrets, root, path);
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
	struct path_slip slip;
	for (size_t i = 0; i < secrets->count; i++)
		visit(root, secrets->items[i].path, &slip, remove_section);
}

static bool report_slip(
	struct diagnostics *diagnostics, const struct secret *secret, const struct path_slip *slip)
{
	diagnostics_add(diagnostics, SEVERITY_ERROR, secret->position,
		"'%.*s' in meta.private keeps nothing private, since there is no '%.*s'; write the "
		"keys that lead to a value, as in basics.phone",
		(int)secret->path.length, secret->path.bytes, (int)slip->name.length,
		slip->name.bytes);
	return false;
}

bool secrets_remove(
	const struct secrets *secrets, struct node *root, struct diagnostics *diagnostics)
{
	bool good = true;
	for (size_t i = 0; good && i < secrets->count; i++) {
		struct path_slip slip;
		const struct secret *secret = &secrets->items[i];
		if (!secret->is_found && secrets_find_slip(root, secret->path, &slip))
			good = report_slip(diagnostics, secret, &slip);
	}
	secrets_remove_as_written(secrets, root);
	forget_paths(root);
	return good;
}
