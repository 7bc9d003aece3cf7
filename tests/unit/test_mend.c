/* What is read of a file with mistakes in it, and where it says that they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "data/read.h"
#include "describe.h"

#include <string.h>

struct reading {
	struct arena arena;
	struct diagnostics diagnostics;
	struct node *root;
};

static struct reading read_text(struct text source)
{
	struct reading reading = {0};
	/* A copy of just that size, so that the sanitizer sees a read behind its end. */
	char *bytes = malloc(source.length ? source.length : 1);
	assert_non_null(bytes);
	memcpy(bytes, source.bytes, source.length);
	reading.root = data_read(
		(struct text){bytes, source.length}, &reading.arena, &reading.diagnostics);
	free(bytes);
	return reading;
}

static void finish(struct reading *reading)
{
	diagnostics_finish(&reading->diagnostics);
	arena_finish(&reading->arena);
}

/* places is "line:column " for each message. */
static void check_text(struct text source, const char *tree, const char *places)
{
	struct reading reading = read_text(source);
	char *found = describe_node(reading.root);
	char string[2000] = "";
	for (size_t i = 0; i < reading.diagnostics.count; i++) {
		struct position position = reading.diagnostics.items[i].position;
		size_t length = strlen(string);
		snprintf(string + length, sizeof string - length, "%d:%d ", position.line,
			position.column);
	}
	assert_string_equal(found, tree);
	assert_string_equal(string, places);
	free(found);
	finish(&reading);
}

static void check(const char *source, const char *tree, const char *places)
{
	check_text(text_from(source), tree, places);
}

static void quotes_what_means_something_else(void **state)
{
	(void)state;
	check("- **a** b\n", "['**a** b']", "1:3 ");
	check("- *a\n- b\n", "['*a', b]", "1:3 ");
	check("k: [a](b) c\nl: d\n", "{k: '[a](b) c', l: d}", "1:7 ");
	check("k: {a} b\n", "{k: '{a} b'}", "1:8 ");
	check("k: {{ a }}\n", "{k: '{{ a }}'}", "1:5 ");
	check("- `a`\n- @b\n- %c\n", "['`a`', '@b', '%c']", "1:3 2:3 3:3 ");
	check("- > a\n- | b\n", "['> a', '| b']", "1:5 2:5 ");
	check("- & a\n- !<a b\n", "['& a', '!<a b']", "1:3 2:6 ");
	check("k: a: b\n", "{k: 'a: b'}", "1:5 ");
	check("- k: a: it's: c\n", "[{k: 'a: it's: c'}]", "1:7 ");
	check("k: - a\n", "{k: '- a'}", "1:4 ");
}

static void takes_quotes_as_part_of_the_text(void **state)
{
	(void)state;
	check("- \"a\" b\n- c\n", "['\"a\" b', c]", "1:7 ");
	check("k: 'it's'\n", "{k: ''it's''}", "1:8 ");
	check("- 'tis\n- a\n", "[''tis', a]", "1:3 ");
	check("- 'tis\n- it's a\n", "[''tis', it's a]", "1:3 ");
	check("- 'tis\n- 'twas\n- a\n", "[''tis', ''twas', a]", "1:3 2:3 ");
	check("k: \"a\nl: b\n", "{k: '\"a', l: b}", "1:4 ");
}

static void quotes_all_lines_of_a_value(void **state)
{
	(void)state;
	check("- `a`\n  b\n\n  it's\n- c\n", "['`a` b\nit's', c]", "1:3 ");
	check("- k: @a\n    b\n  l: c\n", "[{k: '@a b', l: c}]", "1:6 ");
	check("k:\n  @a\n  b\nl: c\n", "{k: '@a b', l: c}", "2:3 ");
	check("- \"a\"\n  b\n", "['\"a\" b']", "1:3 ");
	check("- a b\n  with one goal: c\n- d\n", "['a b with one goal: c', d]", "2:16 ");
	check("- @a b  # c\n- d\n", "['@a b', d]", "1:3 ");
	check("- @a #b\n", "['@a #b']", "1:3 ");
	check("- @a\n# b\n- c\n", "['@a', c]", "1:3 ");
}

static void mends_what_is_between_brackets(void **state)
{
	(void)state;
	check("k: [a, @b c, *d, e]\n", "{k: [a, '@b c', '*d', e]}", "1:8 1:14 ");
	check("k: {a: b: c, d: e}\n", "{k: {a: 'b: c', d: e}}", "1:9 ");
	check("k: [a,\n  @b,\n  c]\n", "{k: [a, '@b', c]}", "2:3 ");
	check("k: ['a' b, c]\n", "{k: '['a' b, c]'}", "1:9 ");
}

static void takes_backslashes_as_such(void **state)
{
	(void)state;
	check("k: \"C:\\Users\\new\"\nl: m\n", "{k: 'C:\\Users\\new', l: m}", "1:9 ");
	check("k: \"\\q \\\" \\\\ \\u00e9\"\n", "{k: '\\q \" \\ \u00e9'}", "1:5 ");
	check("k: \"a\n  \\q\"\n", "{k: 'a \\q'}", "2:3 ");
	check("{\"k\": \"\\q\", \"l\": 'x'}\n", "{k: '\\q', l: 'x'}", "1:8 ");
}

static void takes_tabs_for_blanks(void **state)
{
	(void)state;
	check("k:\n\tl: a\n\tm:\n\t\t- b\n\t\t- c\n", "{k: {l: a, m: [b, c]}}", "2:1 ");
	check("k:\n  l: a\n\tm: b\n", "{k: {l: a, m: b}}", "3:1 ");
	check("k:\n    l: a\n\tm:\n\t    n: b\n", "{k: {l: a, m: {n: b}}}", "3:1 ");
	check("-\ta\n- b\n", "[a, b]", "1:2 ");
	check("k:\n    l:\n\t- `a` b\n", "{k: {l: ['`a` b']}}", "3:1 3:4 ");
}

static void decodes_other_bytes(void **state)
{
	(void)state;
	check("k: caf\xe9\nl: \x93x\x94\n", "{k: caf\u00e9, l: \u201cx\u201d}", "1:7 ");
	check("k: \u00e9\xe9 `\nl: \xe9: `a`\n", "{k: \u00e9\u00e9 `, l: '\u00e9: `a`'}",
		"1:5 2:5 ");
	check_text(TEXT("k: a\0b\nl: c\x07\n"), "{k: a b, l: c}", "1:5 ");
	check("\xef\xbb\xbfk: \xe9\nl: @m\n", "{k: \u00e9, l: '@m'}", "1:4 2:4 ");
	/* Neither Latin nor text. */
	check("\xc0\xe4\xe0 \xcb\xe0\xe2\xeb\xe5\xe9\xf1 "
	      "\xcf\xf0\xee\xe3\xf0\xe0\xec\xec\xe8\xf1\xf2",
		"(none)", "1:1 ");
}

static void mends_keys_and_directives(void **state)
{
	(void)state;
	check("k: a\nl:b\n", "{k: a, l: b}", "2:2 ");
	check("k:a\nl: b\n", "{k: a, l: b}", "1:2 ");
	check("k: a\nhttp://b\n", "(none)", "3:1 ");
	check("%YAML 1.3\n---\nk: a\n", "{k: a}", "1:1 ");
	check("%TAG !\n---\nk: a\n", "{k: a}", "1:7 ");
}

static void leaves_what_is_not_clear(void **state)
{
	(void)state;
	check("a: 1\n b: 2\n", "(none)", "2:3 ");
	check("k: [a, b\nl: c\n", "(none)", "2:2 ");
	check("k: |\n  a\n b\n", "(none)", "3:2 ");
	check("{\"a\": 1\n\"b\": \"c\" d}\n", "(none)", "2:4 ");
	check("- @a\n- b\nc: d\n", "(none)", "1:3 3:1 ");
}

static void indents_lines_like_those_above(void **state)
{
	(void)state;
	check("- k: a\n l: b\n", "[{k: a, l: b}]", "2:2 ");
	check("k:\n  - a\n - b\n - c\n  - d\n", "{k: [a, b, c, d]}", "3:2 ");
	check("k:\n  h:\n    - a: b\n   - a: c\n     d: e\n", "{k: {h: [{a: b}, {a: c, d: e}]}}",
		"4:4 5:6 ");
	check("k:\n    a: b\n  c: d\n", "{k: {a: b, c: d}}", "3:3 ");
}

static void begins_lists_below_their_key(void **state)
{
	(void)state;
	check("k: - a\n- 'b'\n- it's\nl: c\n", "{k: ['a', 'b', 'it's'], l: c}", "1:4 ");
	check("k:\n  m: - a\n  - b\n", "{k: {m: ['a', 'b']}}", "2:6 ");
	check("k: - a: b\n- c\n", "(none)", "1:4 2:1 ");
}

static void takes_the_marks_of_a_merge_for_comments(void **state)
{
	(void)state;
	check("k: a\n<<<<<<< HEAD\nl: b\n=======\nm: c\n>>>>>>> x\nn: d\n",
		"{k: a, l: b, m: c, n: d}", "2:1 ");
}

static void closes_strings_of_json(void **state)
{
	(void)state;
	check("{\"k\": \"a,\n\"l\": \"b\"}\n", "{k: 'a', l: 'b'}", "1:7 ");
}

static void quotes_what_a_comment_cuts(void **state)
{
	(void)state;
	check("k: [C, C #, F #]\nl: c\n", "{k: [C, 'C #', 'F #'], l: c}", "1:8 ");
	check("k: [C] # d\n", "{k: [C]}", "");
}

static void keeps_columns_as_written(void **state)
{
	(void)state;
	struct reading reading = read_text(TEXT("- \u00e9\u00e9: @it's 'x'\n- {a: `b, c: d}\n"));
	const struct node *map = reading.root->first;
	assert_int_equal(map->first->key_position.column, 3);
	assert_int_equal(map->first->position.column, 7);
	assert_int_equal(map->first->end.column, 16);
	map = map->next;
	assert_int_equal(map->first->position.column, 7);
	assert_int_equal(map->last->key_position.column, 11);
	assert_int_equal(map->last->position.column, 14);
	finish(&reading);
}

static void warns_once_of_what_is_read_again(void **state)
{
	(void)state;
	check("a: 1\na: 2\nb: @c\nd: @e\n", "{a: 2, b: '@c', d: '@e'}", "3:4 4:4 2:1 ");
	check("a: &x @b\nc: *x\n", "{a: '&x @b', c: '*x'}", "1:7 2:4 ");
}

/* Both have an end, however many mistakes there are and however long the file is. */
static void is_bounded(void **state)
{
	(void)state;
	struct buffer source = {0};
	for (int i = 0; i < 64; i++)
		buffer_add(&source, TEXT("- @a\n"));
	struct reading reading = read_text(buffer_text(&source));
	assert_int_equal(reading.diagnostics.count, 64);
	assert_int_equal(reading.root->count, 64);
	finish(&reading);
	buffer_add(&source, TEXT("- @a\n"));
	reading = read_text(buffer_text(&source));
	assert_null(reading.root);
	assert_int_equal(reading.diagnostics.count, 65);
	finish(&reading);
	source.length = 0;
	buffer_add(&source, TEXT("- @a\n- @b\n- @c\n- @d\n- @e\n- @f\n- @g\n- @h\n# "));
	buffer_add_repeated(&source, 'x', 5 * 1024 * 1024);
	reading = read_text(buffer_text(&source));
	assert_null(reading.root);
	assert_int_equal(reading.diagnostics.count, 7);
	finish(&reading);
	buffer_finish(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_what_means_something_else),
		cmocka_unit_test(takes_quotes_as_part_of_the_text),
		cmocka_unit_test(quotes_all_lines_of_a_value),
		cmocka_unit_test(mends_what_is_between_brackets),
		cmocka_unit_test(takes_backslashes_as_such),
		cmocka_unit_test(takes_tabs_for_blanks),
		cmocka_unit_test(decodes_other_bytes),
		cmocka_unit_test(mends_keys_and_directives),
		cmocka_unit_test(leaves_what_is_not_clear),
		cmocka_unit_test(indents_lines_like_those_above),
		cmocka_unit_test(begins_lists_below_their_key),
		cmocka_unit_test(takes_the_marks_of_a_merge_for_comments),
		cmocka_unit_test(closes_strings_of_json),
		cmocka_unit_test(quotes_what_a_comment_cuts),
		cmocka_unit_test(keeps_columns_as_written),
		cmocka_unit_test(warns_once_of_what_is_read_again),
		cmocka_unit_test(is_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
