#include "config.h"

#include "base/slip.h"
#include "data/source.h"
#include "data/yaml.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void config_path(const char *name, char path[PATH_MAX])
{
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");
	if (config && *config)
		snprintf(path, PATH_MAX, "%s/vitae/%s", config, name);
	else
		snprintf(path, PATH_MAX, "%s/.config/vitae/%s", home ? home : "", name);
}

/* The action whose name is nearest, or NULL if none is near. */
static const struct action_row *guess_action(struct text written)
{
	const struct action_row *nearest = NULL;
	int least = 0;
	for (const struct action_row *row = action_rows; row->name; row++) {
		int distance = slip_distance(written, text_from(row->name));
		if (row->action == ACTION_NONE || distance < 0 || (nearest && distance >= least))
			continue;
		nearest = row;
		least = distance;
	}
	return nearest;
}

static void report_unknown_action(const struct node *node, struct diagnostics *diagnostics)
{
	struct text name = node_text(node);
	const struct action_row *meant = guess_action(name);
	if (!name.length)
		diagnostics_add(diagnostics, SEVERITY_ERROR, node->position,
			"the key '%.*s' needs the name of an action, or none; vitae --list-keys "
			"lists them",
			(int)node->key.length, node->key.bytes);
	else if (meant)
		diagnostics_add(diagnostics, SEVERITY_ERROR, node->position,
			"there is no action '%.*s'; did you mean %s?", (int)name.length, name.bytes,
			meant->name);
	else
		diagnostics_add(diagnostics, SEVERITY_ERROR, node->position,
			"there is no action '%.*s'; vitae --list-keys lists them", (int)name.length,
			name.bytes);
}

static void report_wrong_action(const struct node *node, struct diagnostics *diagnostics)
{
	struct text name = node_text(node);
	const struct action_row *row = action_find(name);
	diagnostics_add(diagnostics, SEVERITY_ERROR, node->position,
		"%s needs a letter or digit, which '%.*s' does not give; end the key as one of "
		"these: %s",
		row->name, (int)node->key.length, node->key.bytes, row->keys);
}

static void bind(const struct node *node, struct keymap *keymap, struct diagnostics *diagnostics)
{
	switch (keymap_bind(keymap, node->key, node_text(node))) {
	case KEYMAP_BOUND:
		break;
	case KEYMAP_UNKNOWN_KEY:
		diagnostics_add(diagnostics, SEVERITY_ERROR, node->key_position,
			"there is no key '%.*s'; write it as ^X, Alt-x, PgDn, or up to %d "
			"characters such as zR",
			(int)node->key.length, node->key.bytes, KEYMAP_SEQUENCE_MOST);
		break;
	case KEYMAP_UNKNOWN_ACTION:
		report_unknown_action(node, diagnostics);
		break;
	case KEYMAP_WRONG_ACTION:
		report_wrong_action(node, diagnostics);
		break;
	}
}

static void read_keys(
	const struct node *keys, struct keymap *keymap, struct diagnostics *diagnostics)
{
	if (node_is_empty(keys) && keys->kind == NODE_SCALAR)
		return;
	if (keys->kind != NODE_MAP) {
		diagnostics_add(diagnostics, SEVERITY_ERROR, keys->position,
			"keys is a map from keys to actions; write it as keys: {x: page-down}");
		return;
	}
	for (const struct node *node = keys->first; node; node = node->next)
		bind(node, keymap, diagnostics);
}

static void read_root(
	const struct node *root, struct keymap *keymap, struct diagnostics *diagnostics)
{
	if (root->kind != NODE_MAP) {
		diagnostics_add(diagnostics, SEVERITY_ERROR, root->position,
			"this is no map of settings; write keys: and below it keys with actions");
		return;
	}
	for (const struct node *node = root->first; node; node = node->next) {
		if (text_is(node->key, "keys"))
			read_keys(node, keymap, diagnostics);
		else
			diagnostics_add(diagnostics, SEVERITY_WARNING, node->key_position,
				"there is no setting '%.*s'; the only one is keys",
				(int)node->key.length, node->key.bytes);
	}
}

/* True if all lines are blank or comments, which says nothing and is no mistake here. */
static bool says_nothing(struct text bytes)
{
	while (bytes.length) {
		size_t end = text_find(bytes, 0, '\n');
		struct text line = text_trim(text_slice(bytes, 0, end));
		if (line.length && line.bytes[0] != '#')
			return false;
		bytes = text_slice(bytes, end + 1, bytes.length);
	}
	return true;
}

static bool exists(const char *path)
{
	return access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

void config_read(const char *path, struct keymap *keymap, struct diagnostics *diagnostics)
{
	struct arena arena = {0};
	struct buffer bytes = {0};
	if (!exists(path))
		return;
	if (!source_read(path, &bytes, diagnostics)) {
		/* The viewer does without. */
		diagnostics->items[diagnostics->count - 1].severity = SEVERITY_WARNING;
	} else if (!says_nothing(buffer_text(&bytes))) {
		const struct node *root = yaml_read(buffer_text(&bytes), &arena, diagnostics);
		if (root)
			read_root(root, keymap, diagnostics);
	}
	diagnostics_sort(diagnostics);
	buffer_finish(&bytes);
	arena_finish(&arena);
}
