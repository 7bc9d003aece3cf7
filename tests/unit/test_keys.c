/* The list of actions: keys that mean something, each of them once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/action.h"
#include "tui/input.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_MOST = 200 };

/* Every key of the list, with the action it stands with. */
struct binding {
	uint32_t input;
	enum action action;
};

static size_t read_bindings(struct binding bindings[KEYS_MOST])
{
	size_t count = 0;
	for (const struct action_row *row = action_rows; row->name; row++) {
		struct text rest = text_from(row->keys);
		while (rest.length) {
			size_t end = text_find(rest, 0, ' ');
			struct text name = text_slice(rest, 0, end);
			uint32_t input = input_from_name(name);
			if (input == INPUT_NONE)
				fail_msg("%s: no key is called '%.*s'", row->name, (int)name.length,
					name.bytes);
			assert_true(count < KEYS_MOST);
			bindings[count++] = (struct binding){input, row->action};
			rest = text_slice(rest, end + 1, rest.length);
		}
	}
	return count;
}

static void binds_each_key_once(void **state)
{
	struct binding bindings[KEYS_MOST];
	size_t count = read_bindings(bindings);
	(void)state;
	assert_true(count > 20);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(action_for(bindings[i].input), bindings[i].action);
		for (size_t j = 0; j < i; j++)
			if (bindings[i].input == bindings[j].input)
				fail_msg("%#x is bound twice", bindings[i].input);
	}
}

static void describes_each_action_once(void **state)
{
	bool seen[ACTION_COUNT] = {false};
	(void)state;
	assert_int_equal(action_rows[0].action, ACTION_NONE);
	for (const struct action_row *row = action_rows; row->name; row++) {
		assert_true(strlen(row->name) > 0);
		if (row->action == ACTION_NONE) {
			assert_null(row->keys);
			continue;
		}
		assert_false(seen[row->action]);
		seen[row->action] = true;
		assert_true(row->keys && *row->keys);
		assert_true(row->description && *row->description);
	}
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		assert_true(seen[action]);
}

static void knows_names_of_keys(void **state)
{
	static const struct {
		const char *name;
		uint32_t input;
	} names[] = {
		{"j", 'j'},
		{"G", 'G'},
		{"?", '?'},
		{"^", '^'},
		{"é", 0xe9},
		{"^A", 1},
		{"^L", 12},
		{"^Z", 26},
		{"^[", 27},
		{"Space", ' '},
		{"Up", INPUT_UP},
		{"PgDn", INPUT_PAGE_DOWN},
		{"Shift-Tab", INPUT_BACK_TAB},
		{"Esc", INPUT_ESCAPE},
		{"F1", INPUT_F1},
		{"", INPUT_NONE},
		{"jj", INPUT_NONE},
		{"space", INPUT_NONE},
		{"F99", INPUT_NONE},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (input_from_name(text_from(names[i].name)) != names[i].input)
			fail_msg("'%s'", names[i].name);
}

static void binds_the_keys_people_expect(void **state)
{
	(void)state;
	assert_int_equal(action_for('j'), ACTION_DOWN);
	assert_int_equal(action_for(INPUT_UP), ACTION_UP);
	assert_int_equal(action_for(' '), ACTION_PAGE_DOWN);
	assert_int_equal(action_for('5'), ACTION_SECTION);
	assert_int_equal(action_for(INPUT_ENTER), ACTION_TOGGLE);
	assert_int_equal(action_for(INPUT_BACK_TAB), ACTION_PREVIOUS_LINK);
	assert_int_equal(action_for('q'), ACTION_QUIT);
	assert_int_equal(action_for(INPUT_NONE), ACTION_NONE);
	assert_int_equal(action_for('0'), ACTION_NONE);
	assert_int_equal(action_for(0x1F600), ACTION_NONE);
	/* Esc never quits. */
	assert_int_equal(action_for(INPUT_ESCAPE), ACTION_CANCEL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(binds_each_key_once),
		cmocka_unit_test(describes_each_action_once),
		cmocka_unit_test(knows_names_of_keys),
		cmocka_unit_test(binds_the_keys_people_expect),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
