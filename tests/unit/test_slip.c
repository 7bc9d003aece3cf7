/* Which word someone may have meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/slip.h"

#include <stdio.h>
#include <string.h>

static void counts_edits(void **state)
{
	static const struct {
		const char *written;
		const char *meant;
		int distance;
	} cases[] = {
		{"quit", "quit", 0},
		{"Quit", "quit", 0},
		{"qit", "quit", 1},
		{"quiit", "quit", 1},
		{"qoit", "quit", 1},
		{"quti", "quit", 1},
		{"page-dwon", "page-down", 1},
		{"pagedwon", "page-down", 2},
		{"nxt-lnk", "next-link", 2},
		{"next", "next-link", -1},
		{"qi", "quit", -1},
		{"x", "up", -1},
		{"", "up", -1},
		{"", "", 0},
		{"quit", "", -1},
		{"entirely", "different", -1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int distance =
			slip_distance(text_from(cases[i].written), text_from(cases[i].meant));
		if (distance != cases[i].distance)
			fail_msg("%s, %s: %d", cases[i].written, cases[i].meant, distance);
	}
}

static void gives_up_on_long_words(void **state)
{
	char word[66];
	(void)state;
	memset(word, 'a', sizeof word);
	struct text longest = {word, 64};
	struct text longer = {word, 65};
	assert_int_equal(slip_distance(longest, longest), 0);
	assert_int_equal(slip_distance(longer, longest), -1);
	assert_int_equal(slip_distance(longest, longer), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_edits),
		cmocka_unit_test(gives_up_on_long_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
