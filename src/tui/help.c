#include "tui/help.h"

#include "tui/action.h"

void help_make(struct doc *doc, struct arena *arena)
{
	struct block *group = NULL;
	doc_init(doc, arena);
	doc->title = TEXT("Keys");
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action == ACTION_NONE) {
			group = doc_add_block(doc, doc->root, BLOCK_SECTION);
			doc_set_id(doc, group, text_from(row->name));
			doc_add_run(doc, &group->text, ROLE_HEADING, text_from(row->name));
			continue;
		}
		struct block *field = doc_add_block(doc, group, BLOCK_FIELD);
		doc_add_run(doc, &field->label, ROLE_LABEL, text_from(row->keys));
		doc_add_run(doc, &field->text, ROLE_TEXT, text_from(row->description));
		group->count++;
	}
	doc_finish(doc);
}
