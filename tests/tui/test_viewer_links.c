/* vitae on a real terminal: hyperlinks (OSC 8), and what the terminal answers and pastes. */
#define _GNU_SOURCE 1
#include "support/viewer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

static struct terminal *open_in(void **state, const char *change, const char *another)
{
	const char *const environment[] = {change, another, NULL};
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.environment = environment});
	viewer_ready(terminal);
	return terminal;
}

/* Hyperlinks */

static bool has_links(struct terminal *terminal)
{
	for (int row = 0; row < 24; row++) {
		for (int column = 0; column < 80; column++) {
			if (terminal_link(terminal, row, column))
				return true;
		}
	}
	return false;
}

/* After each key every cell leads where it should, as viewer_press_both() requires. */
static void test_reading(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, "E");
	assert_true(has_links(terminal));
	viewer_press_both(terminal, player,
		"j j j j j j j j j j j j Space Space b d d u k k k G Space b g Tab Tab "
		"Tab Shift-Tab j 2 l j h 4 l j j C E G b b ^L j C");
}

static void test_sizes(void **state)
{
	static const int sizes[][2] = {
		{24, 80}, {10, 30}, {60, 200}, {1, 1}, {2, 5}, {24, 40}, {23, 80}, {24, 80}};
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, "E");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		viewer_resize_both(terminal, player, sizes[i][0], sizes[i][1]);
		viewer_press_both(terminal, player, "j j Space b");
	}
}

static void test_where_there_are_links(void **state)
{
	static const struct {
		const char *change;
		const char *another;
		bool links;
	} cases[] = {
		{"TERM=xterm", NULL, true},
		{"TERM=xterm-kitty", NULL, true},
		{"TERM=tmux-256color", NULL, true},
		{"TERM=screen-256color", NULL, false},
		{"TERM=screen-256color", "TMUX=/tmp/tmux", true},
		{"TERM=xterm-256color", "STY=1.pts", false},
		{"TERM=xterm-256color", "FORCE_HYPERLINK=0", false},
		{"TERM=screen", "FORCE_HYPERLINK=1", true},
		{"TERM=vt100", "FORCE_HYPERLINK=1", true},
		{"TERM=linux", NULL, false},
		{"TERM=vt100", NULL, false},
		{"TERM=ansi", NULL, false},
		{"TERM=nonsense", NULL, false},
		{"NO_COLOR=1", NULL, true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct terminal *terminal = open_in(state, cases[i].change, cases[i].another);
		terminal_send(terminal, "E");
		terminal_expect(terminal, "Responsible for hiring");
		if (has_links(terminal) != cases[i].links)
			fail_msg("%s %s", cases[i].change, cases[i].another);
		assert_int_equal(terminal_output_contains(terminal, "\033]8;id="), cases[i].links);
		terminal_send(terminal, "q");
		assert_int_equal(terminal_wait_exit(terminal, 0), 0);
		viewer_teardown(state);
	}
}

/* Programs that are started get the terminal as it is, not as curses was told it is. */
static void test_environment_of_programs(void **state)
{
	static const char script[] =
		"cd \"$HOME\"; printf '#!/bin/sh\\nset | grep ^TERM\\nread -r line\\n' >w3m; "
		"chmod +x w3m; exec \"$VITAE\" \"$RESUME\"";
	static const char *const values[] = {"TERMINFO", "TERMINFO=/nowhere"};
	for (int i = 0; i < 2; i++) {
		const char *const environment[] = {
			values[i], "TERM=xterm-ghostty", "BROWSER=./w3m", NULL};
		struct terminal *terminal = viewer_start_script(
			state, script, (struct terminal_options){.environment = environment});
		viewer_ready(terminal);
		viewer_press(terminal, "C 4 l j o");
		terminal_expect(terminal, "TERM='xterm-ghostty'");
		if (i)
			terminal_expect(terminal, "TERMINFO='/nowhere'");
		else
			assert_null(strstr(terminal_screen(terminal), "TERMINFO"));
		terminal_send(terminal, "\r");
		terminal_expect(terminal, "Patents & Publications");
		viewer_quit(terminal);
		viewer_teardown(state);
	}
}

/* A line that scrolls in is written, with its links, and little else. */
static void test_few_bytes(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	size_t most = 0;
	for (int i = 0; i < 8; i++) {
		size_t before = terminal_received(terminal);
		viewer_press_both(terminal, player, i % 2 ? "k" : "j");
		size_t bytes = terminal_received(terminal) - before;
		most = bytes > most ? bytes : most;
	}
	/* Two marks and what the status line says of the place. */
	assert_in_range(most, 1, 200);
}

/*
 * Where terminals disagree on the width of text, a blank after it is written where it belongs, and
 * the links on the row are what they are elsewhere.
 */
static void test_spacing_marks(void **state)
{
	static const char script[] =
		"cd \"$HOME\"; cat >file.yaml <<'END'\n"
		"work:\n- name: \340\246\254\340\246\276\340\246\202\340\246\262\340\246\276 "
		"[link](https://a.example/), words\n  startDate: '2019'\n"
		"- name: plain\nEND\nexec \"$VITAE\" -l 3 file.yaml";
	struct terminal *terminal =
		viewer_start_script(state, script, (struct terminal_options){0});
	terminal_expect(terminal, "link, words");
	terminal_expect(terminal, "plain");
	/* Five columns of text behind a margin, the link, and what touches it. */
	assert_true(terminal_output_contains(terminal, "\340\246\276\033[10G "));
	assert_true(terminal_output_contains(terminal, "\033[16G "));
	viewer_quit(terminal);
}

/* Colours of links */

static int link_color(struct terminal *terminal)
{
	for (int row = 0; row < 24; row++) {
		for (int column = 0; column < 80; column++) {
			if (terminal_link(terminal, row, column))
				return terminal_foreground(terminal, row, column);
		}
	}
	return -2;
}

static bool has_link_color(struct terminal *terminal, const void *color)
{
	return link_color(terminal) == *(const int *)color;
}

/* The answer may be late, and split anywhere. */
static void test_background(void **state)
{
	static const char *const answers[][2] = {{"\033]11;rgb:0000/0000/0000\033\\", ""},
		{"\033]11;rgb:ffff/ff", "ff/ffff\033\\"}, {"\033]11;rgb:ffff/ffff/dddd\033", "\\"},
		{"j\033]", "11;rgb:0/0/0\007k"}};
	static const int colors[] = {6, 4, 4, 6};
	for (int i = 0; i < 4; i++) {
		struct terminal *terminal = viewer_open(state);
		struct player *player = viewer_mirror(24, 80);
		assert_int_equal(link_color(terminal), 31);
		size_t before = terminal_received(terminal);
		terminal_send(terminal, answers[i][0]);
		terminal_send(terminal, answers[i][1]);
		assert_true(terminal_wait_until(terminal, has_link_color, &colors[i], 0));
		viewer_expect_same(terminal, player);
		viewer_expect_links(terminal, player);
		/* Without a flash. */
		assert_null(strstr(terminal_output(terminal, before, NULL), "\033[2J"));
		assert_null(strstr(terminal_output(terminal, before, NULL), "\033[J"));
		viewer_quit(terminal);
		viewer_teardown(state);
	}
}

/* Input that is none of the reader's keys */

static void expect_unchanged(struct terminal *terminal, struct player *player)
{
	/* The keys come after what was sent before, and show that it is done with. */
	viewer_press_both(terminal, player, "j k");
	viewer_quit(terminal);
}

static void test_answers_are_no_keys(void **state)
{
	static const char *const answers[] = {"\033[?62;22c", "\033[>41;379;0c", "\033[12;40R",
		"\033P>|xterm q\033\\", "\033]11;rgb:q/q/q\033\\", "\033[?2026;2$y", "\033[?1u"};
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		terminal_send(terminal, answers[i]);
	expect_unchanged(terminal, player);
}

/* Leaving before the answers came keeps them from the shell. */
static void test_answers_do_not_reach_others(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		"\"$VITAE\" \"$RESUME\"; echo ended; read -r line; echo \"got <$line>\"",
		(struct terminal_options){0});
	viewer_ready(terminal);
	terminal_send(terminal, "q");
	terminal_expect(terminal, "ended");
	terminal_send(terminal, "mine\r");
	terminal_expect(terminal, "got <mine>");
}

static void test_paste(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	assert_true(terminal_output_contains(terminal, "\033[?2004h"));
	terminal_send(terminal, "\033[200~q\nq\033[B\033[201~");
	terminal_send(terminal, "\033[200~q");
	terminal_send(terminal, "q\nq\033[2");
	terminal_send(terminal, "01~");
	expect_unchanged(terminal, player);
	assert_true(terminal_output_contains(terminal, "\033[?2004l"));
}

/* Escape ends what has lost its end. */
static void test_paste_without_end(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	terminal_send(terminal, "\033[200~qqq\033");
	assert_true(terminal_settle(terminal, 100, 0));
	expect_unchanged(terminal, player);
}

static void test_modes_are_put_back(void **state)
{
	struct terminal *terminal = viewer_open(state);
	assert_true(terminal_output_contains(terminal, "\033[?1007s\033[?1007h"));
	viewer_quit(terminal);
	assert_true(terminal_output_contains(terminal, "\033[?1007r\033[?2004l"));
}

static bool is_ascii(const char *bytes)
{
	while (*bytes && (unsigned char)*bytes < 0x80)
		bytes++;
	return !*bytes;
}

/* What was written after the screen was last cleared. */
static const char *since_clear(struct terminal *terminal)
{
	const char *output = terminal_output(terminal, 0, NULL);
	for (const char *next = output; (next = strstr(next, "\033[2J")); next++)
		output = next;
	return output;
}

static bool is_ascii_now(struct terminal *terminal, const void *context)
{
	(void)context;
	return is_ascii(since_clear(terminal));
}

/* A terminal to which UTF-8 is several characters each gets ASCII. */
static void test_8_bit_terminal(void **state)
{
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.eight_bit = true});
	viewer_ready(terminal);
	assert_true(terminal_wait_until(terminal, is_ascii_now, NULL, 0));
	terminal_send(terminal, "E");
	terminal_expect(terminal, "Responsible for hiring");
	assert_true(is_ascii(since_clear(terminal)));
	terminal_send(terminal, "q");
	assert_true(terminal_wait_exit(terminal, 0) >= 0);
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, viewer_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(reading),
		TEST(sizes),
		TEST(where_there_are_links),
		TEST(environment_of_programs),
		TEST(few_bytes),
		TEST(spacing_marks),
		TEST(background),
		TEST(answers_are_no_keys),
		TEST(answers_do_not_reach_others),
		TEST(paste),
		TEST(paste_without_end),
		TEST(modes_are_put_back),
		TEST(8_bit_terminal),
	};
	return cmocka_run_group_tests_name("viewer links", tests, NULL, NULL);
}
