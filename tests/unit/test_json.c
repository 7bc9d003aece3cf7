/* JSON that libyaml would refuse or take for something else: each row of what was found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "data/json.h"
#include "data/read.h"

static void check_rewritten(struct text json, struct text expected)
{
	struct buffer rewritten = {0};
	json_rewrite(json, &rewritten);
	buffer_add_byte(&rewritten, '\0');
	assert_string_equal(rewritten.bytes, expected.bytes);
	assert_int_equal(rewritten.length, expected.length + 1);
	buffer_finish(&rewritten);
}

static void joins_surrogates(void **state)
{
	(void)state;
	check_rewritten(TEXT("\"\\ud83d\\ude00\""), TEXT("\"\U0001F600\""));
	check_rewritten(TEXT("\"\\uD800\\uDC00\""), TEXT("\"\U00010000\""));
	check_rewritten(TEXT("\"\\uDBFF\\uDFFF\""), TEXT("\"\U0010FFFF\""));
	check_rewritten(TEXT("\"\\ud83d\""), TEXT("\"\uFFFD\""));
	check_rewritten(TEXT("\"\\ude00\\ud83d\""), TEXT("\"\uFFFD\uFFFD\""));
	check_rewritten(TEXT("\"\\ud83d\\u0041\""), TEXT("\"\uFFFD\\u0041\""));
	check_rewritten(TEXT("\"\\ud83dx\""), TEXT("\"\uFFFDx\""));
	/* A backslash that is escaped escapes nothing. */
	check_rewritten(TEXT("\"\\\\ud83d\""), TEXT("\"\\\\ud83d\""));
	check_rewritten(TEXT("\"\\ud8\""), TEXT("\"\\ud8\""));
}

static void escapes_what_yaml_wants_escaped(void **state)
{
	(void)state;
	check_rewritten(TEXT("\"it\xC2\x92s\""), TEXT("\"it\\x92s\""));
	check_rewritten(TEXT("\"x\x7Fy\""), TEXT("\"x\\x7Fy\""));
	check_rewritten(TEXT("\"x\xC2\x85y\""), TEXT("\"x\\x85y\""));
	check_rewritten(TEXT("\"x \xE2\x80\xA8 y\""), TEXT("\"x \\L y\""));
	check_rewritten(TEXT("\"x\xE2\x80\xA9y\""), TEXT("\"x\\Py\""));
	check_rewritten(TEXT("\"\xEF\xBF\xBE\xEF\xBF\xBF\""), TEXT("\"\\uFFFE\\uFFFF\""));
	check_rewritten(TEXT("\"\\'\\\"\\/\\n\""), TEXT("\"'\\\"\\/\\n\""));
	check_rewritten(TEXT("\"\xC2\xA0\xC3\xA9\""), TEXT("\"\xC2\xA0\xC3\xA9\""));
}

static void tidies_what_is_between(void **state)
{
	(void)state;
	check_rewritten(TEXT("\xEF\xBB\xBF\t{}\n\t\n"), TEXT(" {}\n \n"));
	check_rewritten(TEXT("{\"a\"\n:1}"), TEXT("{\"a\":\n 1}"));
	check_rewritten(TEXT("{\"a\" \r\n :1, \"b\":2}"), TEXT("{\"a\": \r\n  1, \"b\":2}"));
	check_rewritten(TEXT("{\"a\" :1}"), TEXT("{\"a\" :1}"));
	check_rewritten(TEXT("{} // b\n"), TEXT("{}     \n"));
	check_rewritten(TEXT("{/* a\nb */}"), TEXT("{    \n    }"));
	check_rewritten(TEXT("{/* a"), TEXT("{/* a"));
	check_rewritten(TEXT("{\"a\": \"// /* */\"}"), TEXT("{\"a\": \"// /* */\"}"));
	check_rewritten(TEXT("{a: http://b}"), TEXT("{a: http://b}"));
	check_rewritten((struct text){"{}\0", 3}, TEXT("{} "));
	check_rewritten(TEXT(""), TEXT(""));
	check_rewritten(TEXT("\"a"), TEXT("\"a"));
	check_rewritten(TEXT("\"a\\"), TEXT("\"a\\"));
}

static void knows_json_when_it_sees_it(void **state)
{
	(void)state;
	assert_true(json_is_likely(TEXT("\xEF\xBB\xBF \t\n[")));
	assert_true(json_is_likely(TEXT("{a: b}")));
	assert_false(json_is_likely(TEXT("a: {}")));
	assert_false(json_is_likely(TEXT("")));
	assert_true(json_is_misread(TEXT("\"\\uDE00\"")));
	assert_true(json_is_misread(TEXT("\xC2\x85")));
	assert_false(json_is_misread(TEXT("\"\\u00e9 \\ud\" \xC3\x85 \xE2\x80\x94")));
}

/* The first value of a map, or nothing if it could not be read. */
static void check_value(struct text source, struct text expected, size_t messages)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	const struct node *root = data_read(source, &arena, &diagnostics);
	assert_int_equal(diagnostics.count, messages);
	assert_int_equal(root != NULL, expected.bytes != NULL);
	if (root)
		assert_true(text_equal(node_text(root->first), expected));
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void reads_both(void **state)
{
	(void)state;
	check_value(TEXT("{\"a\": \"\\ud83d\\ude00\"}"), TEXT("\U0001F600"), 0);
	check_value(TEXT("\t{\"a\": \"b\"}"), TEXT("b"), 0);
	check_value(TEXT("{\"a\": \"x\"} // end\n"), TEXT("x"), 0);
	check_value(TEXT("{a: http://b}"), TEXT("http://b"), 0);
	check_value(TEXT("a: \"b\"\n"), TEXT("b"), 0);
	check_value(TEXT("// c\n/* d */ {\"a\": \"b\"} // e\n"), TEXT("b"), 0);
	check_value(TEXT("{// c\n\"a\": 'it\\'s'}"), TEXT("it's"), 0);
	check_value(TEXT("{// c\n\"a\": 'it''s'}"), TEXT("it's"), 0);
	/* Once, and of the file as it is. */
	check_value(TEXT("{\"a\": "), (struct text){NULL, 0}, 1);
	/* A warning of the reading that counts. */
	check_value(TEXT("\t{\"a\": 1, \"a\": 2}"), TEXT("2"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_surrogates),
		cmocka_unit_test(escapes_what_yaml_wants_escaped),
		cmocka_unit_test(tidies_what_is_between),
		cmocka_unit_test(knows_json_when_it_sees_it),
		cmocka_unit_test(reads_both),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
