/*
 * The test terminal itself, against programs of a line or two, so that a fault of the harness is
 * not taken for one of vitae: what is on its screen. See also test_terminal_process.c.
 */
#define _GNU_SOURCE 1
#include "support/terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A terminal of 5x20 that runs a shell script. */
static struct terminal *run_with(void **state, const char *script, struct terminal_options options)
{
	const char *const arguments[] = {"sh", "-c", script, NULL};

	if (options.rows == 0)
		options.rows = 5;
	if (options.columns == 0)
		options.columns = 20;
	options.arguments = arguments;
	*state = terminal_start(&options);
	return *state;
}

static struct terminal *run(void **state, const char *script)
{
	return run_with(state, script, (struct terminal_options){0});
}

/* Runs the script to its end, which must be a good one. */
static struct terminal *run_through(void **state, const char *script)
{
	struct terminal *terminal = run(state, script);

	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
	return terminal;
}

/* Screen */

static void test_text(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf '  one  \\n\\nr\\303\\251sum\\303\\251'");
	int row, column;

	assert_string_equal(terminal_row(terminal, 0), "  one");
	assert_string_equal(terminal_row(terminal, 1), "");
	assert_string_equal(terminal_screen(terminal), "  one\n\nrésumé");
	assert_string_equal(terminal_unknown(terminal), "");
	terminal_cursor(terminal, &row, &column);
	assert_int_equal(row, 2);
	assert_int_equal(column, 6);
}

static void test_combining_characters(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf 'e\\314'; sleep .05; printf '\\201x'");

	assert_string_equal(terminal_row(terminal, 0), "e\xcc\x81x");
}

static void test_attributes(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf "
				   "'a\\033[1mb\\033[4mc\\033[22md\\033[7me\\033[24;1mf\\033["
				   "4mg\\033[22;24mh\\033[mi'");

	assert_string_equal(terminal_row(terminal, 0), "abcdefghi");
	assert_string_equal(terminal_attributes(terminal, 0), ".BWUubwR");
	assert_string_equal(terminal_attributes(terminal, 1), "");
	assert_string_equal(terminal_attributes_screen(terminal), ".BWUubwR");
}

static void test_colours(void **state)
{
	struct terminal *terminal = run_through(
		state, "printf 'a\\033[36mb\\033[38;5;31;44mc\\033[38;2;1;2;3md\\033[39;49me'");
	static const int foreground[] = {TERMINAL_COLOUR_DEFAULT, 6, 31,
		TERMINAL_COLOUR_RGB | 0x010203, TERMINAL_COLOUR_DEFAULT, TERMINAL_COLOUR_DEFAULT};
	static const int background[] = {TERMINAL_COLOUR_DEFAULT, TERMINAL_COLOUR_DEFAULT, 4, 4,
		TERMINAL_COLOUR_DEFAULT, TERMINAL_COLOUR_DEFAULT};

	for (int column = 0; column < 6; column++) {
		assert_int_equal(terminal_foreground(terminal, 0, column), foreground[column]);
		assert_int_equal(terminal_background(terminal, 0, column), background[column]);
	}
}

static void test_wide_characters(void **state)
{
	struct terminal *terminal = run_through(state,
		"printf '\\344\\270\\255\\346\\226\\207|\\r\\n\\033[1m\\344\\270\\255\\033[m|'");

	assert_string_equal(terminal_row(terminal, 0), "中文|");
	assert_string_equal(terminal_attributes(terminal, 1), "BB");
	assert_true(terminal_wide_characters_whole(terminal));
}

static void test_half_a_wide_character(void **state)
{
	/* The left half, and then the right one. */
	struct terminal *terminal = run(state, "printf '\\344\\270\\255\\rx'; read line;"
					       "printf '\\r\\344\\270\\255\\b x'; read line");

	terminal_expect(terminal, "x");
	assert_false(terminal_wide_characters_whole(terminal));
	terminal_send(terminal, "\n");
	terminal_expect(terminal, " x");
	assert_false(terminal_wide_characters_whole(terminal));
}

/* A character that is wider than the screen must not harm the emulator. */
static void test_smallest_screen(void **state)
{
	struct terminal *terminal = run_with(state, "printf '\\344\\270\\255ab'; read line",
		(struct terminal_options){.rows = 1, .columns = 1});

	terminal_expect(terminal, "b");
	assert_true(terminal_settle(terminal, 50, 0));
	terminal_resize(terminal, 60, 200);
	terminal_resize(terminal, 1, 1);
	terminal_send(terminal, "\n");
	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
}

/* What a program writes for a size that it no longer has must not harm the emulator either. */
static void test_shrinking(void **state)
{
	static const int sizes[][2] = {
		{24, 80}, {1, 1}, {3, 2}, {60, 200}, {2, 70}, {1, 80}, {7, 1}};
	struct terminal *terminal = run(state,
		"while printf '\\033[2;20r\\033[20;70H中文e\\n\\033[9T\\033[r\\033[9;60H-\\033[9b';"
		"do :; done");
	size_t before;

	for (size_t i = 0; i < 50; i++) {
		const int *size = sizes[i % (sizeof(sizes) / sizeof(*sizes))];

		before = terminal_received(terminal);
		assert_true(terminal_wait_output(terminal, before, 0));
		terminal_resize(terminal, size[0], size[1]);
	}
}

static void test_alternate_screen(void **state)
{
	struct terminal *terminal = run(state,
		"printf 'before\\033[?1049h\\033[H\\033[?25l\\033[?1000hinside'; read line;"
		"printf '\\033[?1000l\\033[?25h\\033[?1049l'");

	terminal_expect(terminal, "inside");
	assert_true(terminal_alternate_screen(terminal));
	assert_false(terminal_cursor_visible(terminal));
	assert_int_equal(terminal_mouse(terminal), TERMINAL_MOUSE_CLICK);
	assert_true(terminal_send(terminal, "\n"));
	assert_true(terminal_wait_gone(terminal, "inside", 0));
	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	assert_int_equal(terminal_mouse(terminal), TERMINAL_MOUSE_NONE);
	assert_string_equal(terminal_screen(terminal), "before");
}

static void test_title_and_unknown_sequences(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf "
				   "'\\033]2;R\\303\\251sum\\303\\251\\033\\\\\\033[22;0;0t\\033[>"
				   "5;6t\\033]99;c;eA==\\aa'");

	assert_string_equal(terminal_title(terminal), "Résumé");
	assert_string_equal(terminal_unknown(terminal), "CSI >5;6t\nOSC 99;c;eA==\n");
	assert_string_equal(terminal_screen(terminal), "a");
}

/* ncurses uses it for xterm (rep). */
static void test_repeated_character(void **state)
{
	struct terminal *terminal = run_through(state, "printf -- '-\\033[9b|'");

	assert_string_equal(terminal_row(terminal, 0), "----------|");
	assert_string_equal(terminal_unknown(terminal), "");
}

/* Links */

#define LINK(target, text) "\\033]8;id=1;" target "\\033\\\\" text "\\033]8;;\\033\\\\"

static void assert_link(struct terminal *terminal, int row, int column, const char *target)
{
	const char *link = terminal_link(terminal, row, column);

	if (target)
		assert_non_null(link);
	else
		assert_null(link);
	if (target)
		assert_string_equal(link, target);
}

static void test_links(void **state)
{
	struct terminal *terminal = run_through(state,
		"printf 'a" LINK("https://a.example/?b;c", "b c") "d\\r\\n" LINK("x:", "中") "'");

	assert_string_equal(terminal_row(terminal, 0), "ab cd");
	assert_link(terminal, 0, 0, NULL);
	for (int column = 1; column <= 3; column++)
		assert_link(terminal, 0, column, "https://a.example/?b;c");
	assert_link(terminal, 0, 4, NULL);
	assert_link(terminal, 1, 0, "x:");
	assert_link(terminal, 1, 1, "x:");
	assert_link(terminal, 1, 2, NULL);
	assert_string_equal(terminal_unknown(terminal), "");
}

static void test_links_overwritten(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf '" LINK("x:", "abcdef") "\\rA\\033[4G\\033[K'");

	assert_string_equal(terminal_row(terminal, 0), "Abc");
	assert_link(terminal, 0, 0, NULL);
	assert_link(terminal, 0, 1, "x:");
	assert_link(terminal, 0, 2, "x:");
	assert_link(terminal, 0, 3, NULL);
}

static void test_links_scroll(void **state)
{
	/* Up by a newline; down and up in a region; characters inserted and deleted. */
	struct terminal *terminal =
		run(state, "stty -echo; printf '\\033[4H" LINK("x:",
				   "ab") "\\033[5H\\n'; read line;"
					 "printf '\\033[2;5r\\033[2T\\033[1S\\033[r'; read line;"
					 "printf '\\033[4H\\033[3@\\033[1P\\033[5H'; read line");
	size_t before;

	terminal_expect(terminal, "ab");
	assert_true(terminal_settle(terminal, 100, 0));
	assert_string_equal(terminal_screen(terminal), "\n\nab");
	assert_link(terminal, 2, 1, "x:");
	assert_link(terminal, 3, 0, NULL);

	before = terminal_received(terminal);
	terminal_send(terminal, "\n");
	assert_true(terminal_wait_output(terminal, before, 0));
	assert_true(terminal_settle(terminal, 100, 0));
	assert_string_equal(terminal_screen(terminal), "\n\n\nab");
	assert_link(terminal, 2, 0, NULL);
	assert_link(terminal, 3, 0, "x:");
	assert_link(terminal, 3, 1, "x:");

	terminal_send(terminal, "\n");
	terminal_expect(terminal, "  ab");
	assert_link(terminal, 3, 1, NULL);
	assert_link(terminal, 3, 2, "x:");
	assert_link(terminal, 3, 3, "x:");
}

static void test_links_on_other_screen_and_size(void **state)
{
	struct terminal *terminal =
		run(state, "printf '" LINK("x:", "ab") "\\033[?1049h\\033[H" LINK("y:",
				   "c") "'; read line;"
					"printf '\\033[?1049l.\\033[?5h\\033[?5l'; read line");

	terminal_expect(terminal, "c");
	assert_link(terminal, 0, 0, "y:");
	assert_link(terminal, 0, 1, NULL);
	terminal_send(terminal, "\n");
	terminal_expect(terminal, "ab");
	terminal_expect(terminal, ".");
	assert_true(terminal_settle(terminal, 100, 0));
	assert_link(terminal, 0, 1, "x:");
	terminal_resize(terminal, 7, 9);
	assert_link(terminal, 0, 1, "x:");
	assert_link(terminal, 6, 8, NULL);
}

/* The emulator's own weakness, see emulator_feed(). */
static void test_sequences_in_pieces(void **state)
{
	struct terminal *terminal =
		run_through(state, "for piece in '\\033' ']8;;https://example' '.org/a' '\\033' "
				   "'\\\\' a '\\033]8' ';;\\a' b"
				   " '\\033[' '1' mc '\\033]2;one' ' two' '\\033\\\\'; do"
				   " printf \"$piece\"; sleep .02; done");

	assert_string_equal(terminal_screen(terminal), "abc");
	assert_string_equal(terminal_attributes(terminal, 0), "..B");
	assert_link(terminal, 0, 0, "https://example.org/a");
	assert_link(terminal, 0, 1, NULL);
	assert_string_equal(terminal_title(terminal), "one two");
	assert_true(terminal_chunks(terminal) > 3);
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, terminal_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(text),
		TEST(combining_characters),
		TEST(attributes),
		TEST(colours),
		TEST(wide_characters),
		TEST(half_a_wide_character),
		TEST(smallest_screen),
		TEST(shrinking),
		TEST(alternate_screen),
		TEST(title_and_unknown_sequences),
		TEST(repeated_character),
		TEST(links),
		TEST(links_overwritten),
		TEST(links_scroll),
		TEST(links_on_other_screen_and_size),
		TEST(sequences_in_pieces),
	};

	return cmocka_run_group_tests_name("terminal support", tests, NULL, NULL);
}
