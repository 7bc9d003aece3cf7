/* The list of actions, names of keys, and which keys do what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/help.h"
#include "tui/input.h"
#include "tui/keymap.h"

#include <stdio.h>
#include <string.h>

static struct arena arena;
static struct keymap keymap;

static int begin(void **state)
{
	(void)state;
	keymap_init(&keymap);
	return 0;
}

static int end(void **state)
{
	(void)state;
	keymap_finish(&keymap);
	arena_finish(&arena);
	return 0;
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
			assert_null(action_find(text_from(row->name)));
			continue;
		}
		assert_false(seen[row->action]);
		seen[row->action] = true;
		assert_true(row->keys && *row->keys);
		assert_true(row->description && *row->description);
		assert_ptr_equal(action_find(text_from(row->name)), row);
		assert_ptr_equal(action_row(row->action), row);
	}
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		assert_true(seen[action]);
	assert_null(action_find(TEXT("")));
	assert_null(action_find(TEXT("Down")));
	/* This is how keys are unbound. */
	assert_null(action_find(TEXT("none")));
}

static void knows_names_of_keys(void **state)
{
	static const struct {
		const char *name;
		uint32_t input;
		const char *shown; /* the name to show, or NULL if that is the same */
	} names[] = {
		{"j", 'j', NULL},
		{"G", 'G', NULL},
		{"?", '?', NULL},
		{"^", '^', NULL},
		{"é", 0xe9, NULL},
		{"^A", 1, NULL},
		{"^L", 12, NULL},
		{"^l", 12, "^L"},
		{"^Z", 26, NULL},
		{"^_", 31, NULL},
		{"^?", 127, NULL},
		{"^H", 8, NULL},
		{"^[", INPUT_ESCAPE, "Esc"},
		{"^I", INPUT_TAB, "Tab"},
		{"^M", INPUT_ENTER, "Enter"},
		{"Space", ' ', NULL},
		{"space", ' ', "Space"},
		{" ", ' ', "Space"},
		{"Up", INPUT_UP, NULL},
		{"PgDn", INPUT_PAGE_DOWN, NULL},
		{"PGDN", INPUT_PAGE_DOWN, "PgDn"},
		{"Shift-Tab", INPUT_BACK_TAB, NULL},
		{"Esc", INPUT_ESCAPE, NULL},
		{"Backspace", INPUT_BACKSPACE, NULL},
		{"Del", INPUT_DELETE, NULL},
		{"F1", INPUT_F1, NULL},
		{"F12", INPUT_F12, NULL},
		{"f5", INPUT_F1 + 4, "F5"},
		{"Alt-x", INPUT_ALT | 'x', NULL},
		{"Alt-X", INPUT_ALT | 'X', NULL},
		{"Alt--", INPUT_ALT | '-', NULL},
		{"Alt-é", INPUT_ALT | 0xe9, NULL},
		{"Alt-Space", INPUT_ALT | ' ', NULL},
		{"{letter}", INPUT_ANY_LETTER, NULL},
		{"", INPUT_NONE, NULL},
		{"jj", INPUT_NONE, NULL},
		{"^@", INPUT_NONE, NULL},
		{"^~", INPUT_NONE, NULL},
		{"^5", INPUT_NONE, NULL},
		{"F0", INPUT_NONE, NULL},
		{"F99", INPUT_NONE, NULL},
		{"Alt-", INPUT_NONE, NULL},
		{"Alt-Up", INPUT_NONE, NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char bytes[INPUT_NAME_MOST];
		if (input_from_name(text_from(names[i].name)) != names[i].input)
			fail_msg("'%s'", names[i].name);
		const char *shown = names[i].shown ? names[i].shown : names[i].name;
		struct text name = input_name(names[i].input, bytes);
		if (names[i].input != INPUT_NONE && !text_is(name, shown))
			fail_msg("'%s' is shown as '%.*s'", names[i].name, (int)name.length,
				name.bytes);
	}
}

static void has_no_name_for_unknown_keys(void **state)
{
	char bytes[INPUT_NAME_MOST];
	(void)state;
	assert_int_equal(input_name(INPUT_NONE, bytes).length, 0);
	assert_int_equal(input_name(0x111234, bytes).length, 0);
}

/* What keys that are typed in a row amount to. */
static struct keymap_match find(const char *characters)
{
	uint32_t keys[KEYMAP_SEQUENCE_MOST];
	int length = (int)strlen(characters);
	for (int i = 0; i < length; i++)
		keys[i] = (unsigned char)characters[i];
	return keymap_find(&keymap, keys, length);
}

static enum action action_of(uint32_t input)
{
	return keymap_find(&keymap, &input, 1).action;
}

static void expect_keys(enum action action, const char *expected)
{
	struct text keys = keymap_keys(&keymap, action, &arena);
	if (!text_is(keys, expected))
		fail_msg("'%.*s' instead of '%s'", (int)keys.length, keys.bytes, expected);
}

static void binds_the_keys_of_the_list(void **state)
{
	(void)state;
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action != ACTION_NONE)
			expect_keys(row->action, row->keys);
	}
}

static void binds_each_key_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < keymap.count; i++) {
		const struct binding *binding = &keymap.bindings[i];
		for (size_t j = 0; j < i; j++)
			if (memcmp(binding->keys, keymap.bindings[j].keys, sizeof binding->keys) ==
				0)
				fail_msg("%s is bound to keys of another action",
					action_row(binding->action)->name);
	}
}

static void binds_the_keys_people_expect(void **state)
{
	(void)state;
	assert_int_equal(action_of('j'), ACTION_DOWN);
	assert_int_equal(action_of(INPUT_UP), ACTION_UP);
	assert_int_equal(action_of(' '), ACTION_PAGE_DOWN);
	assert_int_equal(action_of('5'), ACTION_SECTION);
	assert_int_equal(action_of(INPUT_ENTER), ACTION_TOGGLE);
	assert_int_equal(action_of(INPUT_BACK_TAB), ACTION_PREVIOUS_LINK);
	assert_int_equal(action_of('q'), ACTION_QUIT);
	assert_int_equal(action_of(INPUT_NONE), ACTION_NONE);
	assert_int_equal(action_of('0'), ACTION_NONE);
	assert_int_equal(action_of(0x1F600), ACTION_NONE);
	/* Esc never quits. */
	assert_int_equal(action_of(INPUT_ESCAPE), ACTION_CANCEL);
}

static void finds_keys_in_a_row(void **state)
{
	(void)state;
	assert_int_equal(find("zR").action, ACTION_OPEN_ALL);
	assert_false(find("zR").goes_on);
	assert_int_equal(find("z").action, ACTION_NONE);
	assert_true(find("z").goes_on);
	assert_int_equal(find("m").action, ACTION_MOUSE);
	assert_true(find("m").goes_on);
	assert_int_equal(find("ma").action, ACTION_MARK);
	assert_int_equal(find("mZ").action, ACTION_MARK);
	assert_int_equal(find("m1").action, ACTION_NONE);
	assert_int_equal(find("''").action, ACTION_JUMP);
	assert_int_equal(find("'a").action, ACTION_JUMP);
	assert_int_equal(find("zq").action, ACTION_NONE);
	assert_false(find("zq").goes_on);
	assert_false(find("j").goes_on);
}

static enum keymap_result bind(const char *keys, const char *action)
{
	return keymap_bind(&keymap, text_from(keys), text_from(action));
}

static void takes_keys_from_what_they_were_bound_to(void **state)
{
	(void)state;
	assert_int_equal(bind("j", "quit"), KEYMAP_BOUND);
	assert_int_equal(action_of('j'), ACTION_QUIT);
	expect_keys(ACTION_DOWN, "Down ^N");
	expect_keys(ACTION_QUIT, "q Q j");
	/* Again: it still stands there once. */
	assert_int_equal(bind("j", "quit"), KEYMAP_BOUND);
	expect_keys(ACTION_QUIT, "q Q j");
	assert_int_equal(bind("^x", "theme"), KEYMAP_BOUND);
	assert_int_equal(bind("Alt-v", "page-up"), KEYMAP_BOUND);
	assert_int_equal(bind("PgUp", "none"), KEYMAP_BOUND);
	expect_keys(ACTION_THEME, "t ^X");
	expect_keys(ACTION_PAGE_UP, "b ^B Alt-v");
	assert_int_equal(action_of(INPUT_PAGE_UP), ACTION_NONE);
	assert_int_equal(bind("€", "none"), KEYMAP_BOUND);
}

static void binds_keys_in_a_row(void **state)
{
	(void)state;
	assert_int_equal(bind("gg", "first"), KEYMAP_BOUND);
	assert_int_equal(find("g").action, ACTION_FIRST);
	assert_true(find("g").goes_on);
	assert_int_equal(find("gg").action, ACTION_FIRST);
	assert_int_equal(bind("z", "quit"), KEYMAP_BOUND);
	assert_int_equal(find("z").action, ACTION_QUIT);
	assert_true(find("z").goes_on);
	/* Only these keys, not those that they are the beginning of. */
	assert_int_equal(bind("z", "none"), KEYMAP_BOUND);
	assert_int_equal(find("zR").action, ACTION_OPEN_ALL);
	assert_int_equal(bind("zR", "none"), KEYMAP_BOUND);
	expect_keys(ACTION_OPEN_ALL, "E");
	assert_int_equal(bind("abcd", "quit"), KEYMAP_BOUND);
	assert_int_equal(find("abcd").action, ACTION_QUIT);
}

static void prefers_a_letter_to_any_letter(void **state)
{
	(void)state;
	assert_int_equal(bind("mx", "quit"), KEYMAP_BOUND);
	assert_int_equal(find("mx").action, ACTION_QUIT);
	assert_int_equal(find("my").action, ACTION_MARK);
	assert_int_equal(bind("Z{letter}", "quit"), KEYMAP_BOUND);
	assert_int_equal(bind("Zx", "help"), KEYMAP_BOUND);
	assert_int_equal(find("Zx").action, ACTION_HELP);
	assert_int_equal(find("Za").action, ACTION_QUIT);
}

static void refuses_what_cannot_be_bound(void **state)
{
	static const char *const unknown[] = {
		"", "abcde", "abcd{letter}", "j k", "z ", "5x", "{letter}x{letter}"};
	(void)state;
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		assert_int_equal(bind(unknown[i], "quit"), KEYMAP_UNKNOWN_KEY);
		assert_int_equal(bind(unknown[i], "none"), KEYMAP_UNKNOWN_KEY);
	}
	assert_int_equal(bind("j", "page-dwon"), KEYMAP_UNKNOWN_ACTION);
	assert_int_equal(bind("j", "Moving"), KEYMAP_UNKNOWN_ACTION);
	assert_int_equal(bind("j", ""), KEYMAP_UNKNOWN_ACTION);
	expect_keys(ACTION_DOWN, "j Down ^N");
}

static void binds_arguments_only_to_keys_that_give_them(void **state)
{
	static const struct {
		const char *keys;
		const char *action;
		bool gives;
	} cases[] = {
		{"5", "section", true},
		{"s5", "section", true},
		{"s", "section", false},
		{"sa", "section", false},
		{"0", "section", false},
		{"Enter", "section", false},
		{"l2", "level", true},
		{"l4", "level", false},
		{"`{letter}", "jump", true},
		{"`'", "jump", true},
		{"gx", "jump", true},
		{"``", "jump", false},
		{"`", "jump", false},
		{"M", "mark", false},
		{"Ma", "mark", true},
		{"M{letter}", "mark", true},
		{"M1", "mark", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum keymap_result expected = cases[i].gives ? KEYMAP_BOUND : KEYMAP_WRONG_ACTION;
		if (bind(cases[i].keys, cases[i].action) != expected)
			fail_msg("%s: %s", cases[i].keys, cases[i].action);
	}
}

/* The label of the field with that text. */
static struct text help_label(const struct doc *help, const char *description)
{
	for (const struct block *block = help->root; block; block = doc_next(block)) {
		if (block->kind == BLOCK_FIELD && text_is(block->text.first->text, description))
			return block->label.first->text;
	}
	fail_msg("no help for '%s'", description);
	return TEXT("");
}

static void helps_with_the_keys_in_force(void **state)
{
	struct doc help;
	(void)state;
	bind("j", "none");
	bind("^T", "theme");
	bind("E", "none");
	bind("zR", "none");
	bind("m{letter}", "none");
	help_make(&help, &arena, &keymap);
	assert_true(text_is(help_label(&help, "move down a line"), "Down ^N"));
	assert_true(text_is(help_label(&help, action_row(ACTION_THEME)->description), "t ^T"));
	/* Without a key there is still the command line. */
	assert_true(text_is(help_label(&help, "open everything"), ":open-all"));
	assert_true(text_is(help_label(&help, action_row(ACTION_MARK)->description), ":mark"));
}

static void bars_an_action(void **state)
{
	static const uint32_t keys[] = {'e', 'v', '^'};
	struct doc doc;
	(void)state;
	keymap_bind(&keymap, TEXT("^"), TEXT("edit"));
	keymap_bar(&keymap, ACTION_EDIT);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(keymap_find(&keymap, &keys[i], 1).action, ACTION_NONE);
	assert_int_equal(keymap_find(&keymap, &(uint32_t){'j'}, 1).action, ACTION_DOWN);
	assert_true(keymap.barred[ACTION_EDIT]);
	assert_false(keymap.barred[ACTION_QUIT]);
	help_make(&doc, &arena, &keymap);
	for (const struct block *block = doc.root; block; block = doc_next(block)) {
		for (const struct run *run = block->text.first; run; run = run->next)
			assert_false(text_is(run->text, action_row(ACTION_EDIT)->description));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(describes_each_action_once),
		cmocka_unit_test(knows_names_of_keys),
		cmocka_unit_test(has_no_name_for_unknown_keys),
		cmocka_unit_test_setup_teardown(binds_the_keys_of_the_list, begin, end),
		cmocka_unit_test_setup_teardown(binds_each_key_once, begin, end),
		cmocka_unit_test_setup_teardown(binds_the_keys_people_expect, begin, end),
		cmocka_unit_test_setup_teardown(finds_keys_in_a_row, begin, end),
		cmocka_unit_test_setup_teardown(
			takes_keys_from_what_they_were_bound_to, begin, end),
		cmocka_unit_test_setup_teardown(binds_keys_in_a_row, begin, end),
		cmocka_unit_test_setup_teardown(prefers_a_letter_to_any_letter, begin, end),
		cmocka_unit_test_setup_teardown(refuses_what_cannot_be_bound, begin, end),
		cmocka_unit_test_setup_teardown(
			binds_arguments_only_to_keys_that_give_them, begin, end),
		cmocka_unit_test_setup_teardown(helps_with_the_keys_in_force, begin, end),
		cmocka_unit_test_setup_teardown(bars_an_action, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
