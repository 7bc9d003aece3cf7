#include "check_parts.h"
#include "resume/select.h"
#include "rewrite.h"

/* What people may not want strangers to have, by where it is and what to call it. */
static const struct {
	const char *section;
	const char *map; /* within it, or NULL */
	const char *key;
	const char *path;
	const char *name;
} secrets[] = {
	{"basics", NULL, "phone", "basics.phone", "this telephone number"},
	{"basics", "location", "address", "basics.location.address", "this street address"},
	{"references", NULL, "phone", "references.phone", "someone else's telephone number"},
	{"references", NULL, "email", "references.email", "someone else's email address"},
};

/* The first value at a key in a map, or in the maps of a list; NULL if there is none. */
static const struct node *find_value(const struct node *node, const char *map, const char *key)
{
	const struct node *item = node && node->kind == NODE_LIST ? node->first : node;
	for (; item; item = node->kind == NODE_LIST ? item->next : NULL) {
		const struct node *value = node_get(map ? node_get(item, map) : item, key);
		if (!check_is_silent(value))
			return value;
	}
	return NULL;
}

static void note_secrets(struct check *check, const struct node *public)
{
	for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
		const struct node *value = find_value(
			node_get(public, secrets[i].section), secrets[i].map, secrets[i].key);
		if (value)
			check_report(check, SEVERITY_NOTE, value->position,
				"over ssh and with --public, strangers see %s; if they should not, "
				"add %s to meta.private",
				secrets[i].name, secrets[i].path);
	}
}

/* A path with another word in the place of one of its names; for a message. */
static const char *correct(
	struct check *check, struct text path, struct text slip, struct text word)
{
	size_t start = (size_t)(slip.bytes - path.bytes);
	struct text rest = text_slice(path, start + slip.length, path.length);
	return check_quote(
		check, arena_format(&check->scratch, "%.*s%.*s%.*s", (int)start, path.bytes,
			       (int)word.length, word.bytes, (int)rest.length, rest.bytes));
}

/* True if a path names keys as they are in the file, whatever they are called now. */
static bool is_found_in_file(const struct check *check, const struct node *path)
{
	for (size_t i = 0; check->secrets && i < check->secrets->count; i++) {
		const struct secret *secret = &check->secrets->items[i];
		if (secret->is_found && text_equal(secret->path, node_text(path)))
			return true;
	}
	return false;
}

static void check_path(struct check *check, struct node *root, const struct node *node)
{
	struct path_slip slip;
	struct text path = node_text(node);
	if (!path.length || !check->searches_left || is_found_in_file(check, node))
		return;
	check->searches_left--;
	arena_reset(&check->scratch);
	if (!secrets_find_slip(root, path, &slip))
		return;
	struct nearest nearest = {.written = slip.name};
	for (const struct node *child = slip.within->first; child; child = child->next)
		check_consider(&nearest, child->key);
	const char *quote = check_quote(check, path);
	if (nearest.word.length)
		check_report(check, SEVERITY_WARNING, node->position,
			"'%s' keeps nothing private; did you mean '%s'?", quote,
			correct(check, path, slip.name, nearest.word));
	else
		check_report(check, SEVERITY_WARNING, node->position,
			"'%s' keeps nothing private, since there is no '%s'; write the keys that "
			"lead to a value, as in basics.phone",
			quote, check_quote(check, slip.name));
}

void check_private(struct check *check, const struct node *root)
{
	struct secrets own;
	struct diagnostics diagnostics = {0};
	const struct node *paths = node_get(node_get(root, "meta"), "private");
	if (paths && paths->count > SECRETS_MOST) {
		check_report(check, SEVERITY_ERROR, paths->position,
			"meta.private has more than %d paths, so that nothing is shown to "
			"strangers; name what holds them instead, as in - references",
			SECRETS_MOST);
		return;
	}
	/* What is seen is told by what is done to hide it. */
	struct node *copy = rewrite_copy(root, check->arena);
	struct selection selection = {.is_public = true, .secrets = check->secrets};
	const struct node *path = paths && paths->kind == NODE_LIST ? paths->first : paths;
	for (; path; path = paths->kind == NODE_LIST ? path->next : NULL)
		check_path(check, copy, path);
	/* Who does not say what is private in a way that is understood shows nothing at all. */
	bool is_known = check->secrets || secrets_read(&own, copy, check->arena, &diagnostics);
	if (!selection.secrets)
		selection.secrets = &own;
	if (is_known) {
		select_part(copy, &selection, check->arena, &diagnostics);
		note_secrets(check, copy);
	}
	diagnostics_finish(&diagnostics);
}
