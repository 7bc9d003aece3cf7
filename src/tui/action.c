#include "tui/action.h"

#include "tui/input.h"

const struct action_row action_rows[] = {
#define TUI_ACTION_ROW(name, word, keys, takes, description) \
	{ACTION_##name, word, keys, TAKES_##takes, description},
#define TUI_ACTION_GROUP(title) {ACTION_NONE, title, NULL, TAKES_NOTHING, NULL},
	TUI_ACTIONS(TUI_ACTION_ROW, TUI_ACTION_GROUP)
#undef TUI_ACTION_ROW
#undef TUI_ACTION_GROUP
		{ACTION_NONE, NULL, NULL, TAKES_NOTHING, NULL},
};

static int has_key(const char *keys, uint32_t input)
{
	struct text rest = text_from(keys);
	while (rest.length) {
		size_t end = text_find(rest, 0, ' ');
		if (input_from_name(text_slice(rest, 0, end)) == input)
			return 1;
		rest = text_slice(rest, end + 1, rest.length);
	}
	return 0;
}

enum action action_for(uint32_t input)
{
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->keys && has_key(row->keys, input))
			return row->action;
	}
	return ACTION_NONE;
}
