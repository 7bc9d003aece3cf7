/* The line of a finding, and its caret. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/excerpt.h"
#include "base/unicode.h"

#include <locale.h>
#include <string.h>

static void check(
	struct text source, struct position position, int width, const char *line, int indent)
{
	struct arena arena = {0};
	struct line_walk walk;
	line_walk_init(&walk, source);
	struct excerpt excerpt = excerpt_make(&walk, position, width, &arena);
	if (!text_is(excerpt.line, line))
		fail_msg("'%.*s' is not '%s'", (int)excerpt.line.length, excerpt.line.bytes, line);
	assert_int_equal(excerpt.indent, indent);
	arena_finish(&arena);
}

static void shows_a_line(void **state)
{
	static const struct text source = {"one\ntwo: three\n\nend", 19};
	(void)state;
	check(source, (struct position){1, 1}, 80, "one", 0);
	check(source, (struct position){2, 6}, 80, "two: three", 5);
	check(source, (struct position){2, 11}, 80, "two: three", 10);
	check(source, (struct position){4, 3}, 80, "end", 2);
	/* Places where there is nothing. */
	check(source, (struct position){3, 1}, 80, "", 0);
	check(source, (struct position){4, 99}, 80, "end", 3);
	check(source, (struct position){5, 1}, 80, "", 0);
	check(TEXT(""), (struct position){1, 1}, 80, "", 0);
}

static void counts_columns(void **state)
{
	(void)state;
	check(TEXT("日本: x"), (struct position){1, 5}, 80, "日本: x", 6);
	check(TEXT("Zoe\u0308: x"), (struct position){1, 6}, 80, "Zoe\u0308: x", 4);
	/* Of a cluster's second character: under the cluster. */
	check(TEXT("Zoe\u0308: x"), (struct position){1, 4}, 80, "Zoe\u0308: x", 2);
	check(TEXT("a\u200bb"), (struct position){1, 3}, 80, "ab", 1);
	check(TEXT("\xef\xbb\xbfname: x"), (struct position){1, 7}, 80, "name: x", 6);
}

static void shows_nothing_that_means_something_to_a_terminal(void **state)
{
	(void)state;
	check(TEXT("\ta: \x1b[31m\x7f\xc2\x9bx"), (struct position){1, 2}, 80,
		" a: \uFFFD[31m\uFFFD\uFFFDx", 1);
	check(TEXT("caf\xe9 \xff\xfe: x"), (struct position){1, 8}, 80, "caf\uFFFD \uFFFD\uFFFD: x",
		7);
	check(TEXT("a\0b"), (struct position){1, 3}, 80,
		"a\uFFFD"
		"b",
		2);
	check(TEXT("a\u202eb"), (struct position){1, 3}, 80, "ab", 1);
}

static void cuts_around_the_place(void **state)
{
	static const struct text digits = {
		"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 62};
	(void)state;
	check(digits, (struct position){1, 1}, 10, "0123456789", 0);
	check(digits, (struct position){1, 10}, 10, "0123456789", 9);
	check(digits, (struct position){1, 11}, 10, "56789abcde", 5);
	check(digits, (struct position){1, 62}, 10, "UVWXYZ", 5);
	check(digits, (struct position){1, 62}, 62, digits.bytes, 61);
	check(TEXT("日本日本日本日本: x"), (struct position){1, 9}, 11, "日本: x", 4);
	/* Half a wide character is none. */
	check(TEXT("日本日本日本"), (struct position){1, 1}, 11, "日本日本日", 0);
}

/* A line without end costs no more than the screen. */
static void is_quick_in_long_lines(void **state)
{
	enum { LENGTH = 4 * 1024 * 1024 };
	struct buffer bytes = {0};
	struct line_walk walk;
	struct arena arena = {0};
	(void)state;
	buffer_add_repeated(&bytes, 'x', LENGTH);
	line_walk_init(&walk, buffer_text(&bytes));
	for (int i = 0; i < 900; i++) {
		struct position position = {1, LENGTH - 1000 + i};
		struct excerpt excerpt = excerpt_make(&walk, position, 80, &arena);
		assert_int_equal(excerpt.indent, 40);
		assert_int_equal(excerpt.line.length, 80);
		arena_reset(&arena);
	}
	arena_finish(&arena);
	buffer_finish(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_a_line),
		cmocka_unit_test(counts_columns),
		cmocka_unit_test(shows_nothing_that_means_something_to_a_terminal),
		cmocka_unit_test(cuts_around_the_place),
		cmocka_unit_test(is_quick_in_long_lines),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
