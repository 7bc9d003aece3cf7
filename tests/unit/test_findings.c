/* What is good YAML and hardly what was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "data/check.h"
#include "data/check_value.h"
#include "data/read.h"
#include "describe.h"

#include <string.h>

/* places is "line:column:n " for each finding, with the first letter of its severity. */
static void check(const char *source, const char *places)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	char found[2000] = "";
	const struct node *root = data_read(text_from(source), &arena, &diagnostics);
	data_check(root, text_from(source), &diagnostics);
	diagnostics_sort(&diagnostics);
	for (size_t i = 0; i < diagnostics.count; i++) {
		const struct diagnostic *item = &diagnostics.items[i];
		size_t length = strlen(found);
		snprintf(found + length, sizeof found - length, "%d:%d:%c ", item->position.line,
			item->position.column, "nwe"[item->severity]);
	}
	if (strcmp(found, places) != 0)
		fail_msg("'%s' for %s", found, source);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void knows_numbers_that_change(void **state)
{
	static const char *const changed[] = {"007", "00", "1.10", "4.0", "-1.50", "12:30",
		"1:02:03", "12:3", "1_000", "0x1F", "1e3", "1.5E-3", "+47", "1234567890123456"};
	static const char *const kept[] = {"", "0", "7", "100", "1.1", "-1.5", "2019", "2019-01-01",
		"2019-01", "+", "-", "1.", "1.2.0", "v1.10", "12:60", "12:300", "12:", ":30",
		"1 000", "0x", "0xG", "e3", "1e", "1e+", "1ex", "_1", "1.10 a", "3/4",
		"123456789012345"};
	(void)state;
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
		if (!check_is_changed_number(text_from(changed[i])))
			fail_msg("%s", changed[i]);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (check_is_changed_number(text_from(kept[i])))
			fail_msg("%s", kept[i]);
}

static void tells_comments_from_text(void **state)
{
	(void)state;
	check("a: I know C # and F#\n", "1:13:w ");
	check("a: fixed #42 and more\n", "1:10:w ");
	check("a: fixed b #\n", "1:12:w ");
	check("a: C #\n", "1:6:w ");
	check("a: one two # three\n", "1:12:n ");
	check("a: one two  # three\n", "");
	check("a: one two  #three\n", "");
	check("a: one two\t# three\n", "");
	check("a: one # two\n", "");
	check("a: 2019-01-01 # two\n", "");
	check("a: Jan 2019 # two\n", "");
	check("a: 555 01 23 # two\n", "");
	check("a: ada lovelace@example.org # two\n", "");
	check("a: 'one two' # three\n", "");
	check("a: one#two\n", "");
	check("a: [one two # three\n  , four]\n", "1:13:n ");
	check("a: one\n  two # three\n", "2:7:n ");
	check("a: one\n\n# two\nb: three four # five\n", "4:15:n ");
	check("a: # one two\n  b c\n", "");
	check("{\"a\": \"one #two\"}\n", "");
}

static void tells_words_from_values(void **state)
{
	(void)state;
	check("name: null\nlast_name: ~\nlabel: ~\ncity: null\nb:\n", "1:7:n 2:12:n ");
	check("a: NO\nb: on\nc: 'off'\nd: [Yes, true, y]\ne: false\nf: nope\n",
		"1:4:n 2:4:n 4:5:n 4:10:n ");
	check("a: 1.10\nb: '1.10'\nc: [2.50, 2.5]\n", "1:4:n 3:5:n ");
	check("{\"a\": 1.10, \"b\": true, \"name\": null, \"c\": [true]}\n", "");
	/* What aliases stand for is told of once. */
	check("- &x [1.10]\n- *x\n- {<<: {a: 2.0}}\n", "1:7:n 3:12:n ");
}

static void tells_text_from_pairs(void **state)
{
	(void)state;
	check("- a\n- Thesis: a bar\n", "2:3:n ");
	check("- Result of it: a bar\n", "1:3:n ");
	check("- Haskell: good\n- Go: fair\n", "");
	check("- a\n- name: b\n- {X: y, Z: u}\n- Group: [a, b]\n", "");
	check("- {a:1}\n- {b: 1, c: }\n- {http://d}\n", "1:4:w ");
}

static void finds_characters_that_were_lost(void **state)
{
	(void)state;
	check("a: Jos\u00c3\u00a9 \u00e2\u20ac\u2122\n", "1:7:w 1:10:w ");
	check("a: x\ufffd\ufffdy\ufffd\n", "1:5:w 1:8:w ");
	check("# Jos\u00c3\u00a9\na: b\n", "");
	check("\xef\xbb\xbf\u00c3\u00a9: b\n", "1:1:w ");
	check("{\"a\": \"Jos\u00c3\u00a9\"}\n", "1:11:w ");
	/* The reading has told of these. */
	check("a: caf\xe9\n", "1:7:e ");
	/* What cannot be read is looked at all the same. */
	check("a: [Jos\u00c3\u00a9\n", "1:8:w 2:1:e ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_numbers_that_change),
		cmocka_unit_test(tells_comments_from_text),
		cmocka_unit_test(tells_words_from_values),
		cmocka_unit_test(tells_text_from_pairs),
		cmocka_unit_test(finds_characters_that_were_lost),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
