#include "tui/action.h"

const struct action_row action_rows[] = {
#define TUI_ACTION_ROW(name, word, keys, takes, description) \
	{ACTION_##name, word, keys, TAKES_##takes, description},
#define TUI_ACTION_GROUP(title) {ACTION_NONE, title, NULL, TAKES_NOTHING, NULL},
	TUI_ACTIONS(TUI_ACTION_ROW, TUI_ACTION_GROUP)
#undef TUI_ACTION_ROW
#undef TUI_ACTION_GROUP
		{ACTION_NONE, NULL, NULL, TAKES_NOTHING, NULL},
};

const struct action_row *action_row(enum action action)
{
	const struct action_row *row = action_rows;
	while (row->action != action)
		row++;
	return row;
}

const struct action_row *action_find(struct text name)
{
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action != ACTION_NONE && text_is(name, row->name))
			return row;
	}
	return NULL;
}
