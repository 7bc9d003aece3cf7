#include "tui/help.h"

#include "tui/action.h"

/* What to type for an action: its keys, or its name in the command line. */
static struct text ways_to(
	const struct action_row *row, const struct keymap *keymap, struct arena *arena)
{
	struct text keys = keymap_keys(keymap, row->action, arena);
	return keys.length ? keys : arena_format(arena, ":%s", row->name);
}

static struct block *add_group(struct doc *doc, struct text title)
{
	struct block *group = doc_add_block(doc, doc->root, BLOCK_SECTION);
	doc_set_id(group, title);
	doc_add_run(doc, &group->text, ROLE_HEADING, title);
	return group;
}

void help_make(struct doc *doc, struct arena *arena, const struct keymap *keymap)
{
	struct block *group = NULL;
	doc_init(doc, arena);
	doc->title = TEXT("Keys");
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action == ACTION_NONE) {
			group = add_group(doc, text_from(row->name));
			continue;
		}
		if (keymap->barred[row->action])
			continue;
		struct block *field = doc_add_block(doc, group, BLOCK_FIELD);
		doc_add_run(doc, &field->label, ROLE_LABEL, ways_to(row, keymap, arena));
		doc_add_run(doc, &field->text, ROLE_TEXT, text_from(row->description));
		group->count++;
	}
	doc_finish(doc);
}
