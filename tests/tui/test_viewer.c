/* vitae on a real terminal: what its keys do to the screen, and links. See also test_viewer_*.c. */
#define _GNU_SOURCE 1
#include "support/viewer.h"

#include "tui/action.h"

#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char long_url[] = "https://wandb.ai/appliedml42/language_modeling/reports/"
			       "Pytorch-Map-style-Dataset-for-800-GB-Text-Data--"
			       "VmlldzoyMDk3NDgx";
static const char patent_url[] = "https://patents.google.com/patent/US9910916B1/en";

/* Opens the patents and puts the cursor on the first of them that has a link. */
static const char keys_to_patent[] = "C 2 l j j";
static const char keys_to_long_url[] = "C 4 l j";

/* Screens */

static void test_first_screen(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_expect_same(terminal, player);
	assert_true(terminal_alternate_screen(terminal));
	assert_false(terminal_cursor_visible(terminal));
	viewer_quit(terminal);
}

/*
 * True for what the viewer does beyond what its stand-in without a terminal does, and for what it
 * does only after a pause.
 */
static bool is_for_the_viewer(enum action action)
{
	static const enum action actions[] = {ACTION_QUIT, ACTION_SUSPEND, ACTION_EDIT,
		ACTION_RELOAD, ACTION_THEME, ACTION_MOUSE, ACTION_SECTION};
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
		if (actions[i] == action)
			return true;
	}
	return false;
}

/* Every key of the list, one after the other, with what it begins left again. */
static void test_every_key(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (!row->keys || is_for_the_viewer(row->action))
			continue;
		viewer_press_both(terminal, player, row->keys);
		viewer_press_both(terminal, player, "Esc");
	}
}

/* Changes of many kinds, after each of which curses has to bring the screen up to date. */
static void test_reading(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player,
		"E d d j j k Space Space b u G Home Tab Tab Tab Shift-Tab o j 3 h h l j j "
		"Enter ? j Esc G C C 5 Enter j l");
}

/* Sizes, some of them with little or nothing to show, with keys in between. */
static void test_sizes(void **state)
{
	static const int sizes[][2] = {{24, 80}, {12, 40}, {50, 120}, {6, 20}, {3, 10}, {1, 1},
		{60, 200}, {1, 80}, {24, 1}, {2, 2}, {24, 79}, {24, 80}};
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		viewer_resize_both(terminal, player, sizes[i][0], sizes[i][1]);
		viewer_press_both(terminal, player, "j E d C");
	}
}

static void test_fold_all_and_back(void **state)
{
	struct terminal *terminal = viewer_open(state);
	const char *before = terminal_screen(terminal);
	viewer_press(terminal, "E");
	terminal_expect(terminal, "Responsible for hiring");
	viewer_press(terminal, "C");
	assert_true(terminal_wait_gone(terminal, "Responsible for hiring", 0));
	viewer_press(terminal, "?");
	terminal_expect(terminal, "move down a line");
	viewer_press(terminal, "q");
	viewer_expect_screen(terminal, before);
}

/* Whatever else writes to the terminal is gone after ^L. */
static void test_redraw(void **state)
{
	struct terminal *terminal = viewer_open(state);
	const char *before = terminal_screen(terminal);
	char path[64];
	snprintf(path, sizeof path, "/proc/%ld/fd/1", (long)terminal_process(terminal));
	int output = open(path, O_WRONLY | O_NOCTTY);
	assert_true(output >= 0);
	assert_int_equal(write(output, "\033[5;9H*** junk ***", 18), 18);
	close(output);
	terminal_expect(terminal, "*** junk ***");
	viewer_press(terminal, "^L");
	viewer_expect_screen(terminal, before);
}

static void test_escape_does_not_quit(void **state)
{
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "Esc ?");
	terminal_expect(terminal, "move down a line");
	viewer_press(terminal, "Esc");
	assert_true(terminal_wait_gone(terminal, "move down a line", 0));
	viewer_press(terminal, "Esc Esc E");
	terminal_expect(terminal, "Responsible for hiring");
	viewer_quit(terminal);
}

static void test_quit(void **state)
{
	struct terminal *terminal =
		viewer_start_script(state, "echo before; \"$VITAE\" \"$RESUME\"; echo status $?",
			(struct terminal_options){0});
	viewer_ready(terminal);
	assert_null(strstr(terminal_screen(terminal), "before"));
	viewer_quit(terminal);
	assert_string_equal(terminal_screen(terminal), "before\nstatus 0");
}

/* ^S would otherwise stop the output. */
static void test_stop_key_does_not_freeze(void **state)
{
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "^S E");
	terminal_expect(terminal, "Responsible for hiring");
}

/* Links */

static struct terminal *open_with(void **state, const char *const *environment, const char *keys)
{
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.environment = environment});
	viewer_ready(terminal);
	viewer_press(terminal, keys);
	return terminal;
}

static void add_log(struct terminal *terminal, char path[PATH_MAX])
{
	snprintf(path, PATH_MAX, "%s/log", terminal_home(terminal));
}

/* The browser is named with a word of its own, and its log lies in the home directory. */
static const char browser_script[] =
	"cd; export BROWSER=\"nonexistent:$FAKE_BROWSER --new\" BROWSER_LOG=$HOME/log;"
	"exec \"$VITAE\" \"$RESUME\"";

static void expect_opened(struct terminal *terminal, const char *url)
{
	char path[PATH_MAX];
	char expected[1024];
	add_log(terminal, path);
	const char *report = terminal_wait_file(terminal, path, 0);
	assert_non_null(report);
	snprintf(expected, sizeof expected,
		"argument --new\nargument %s\nterminal no\nsession other\n"
		"input /dev/null\noutput /dev/null\nerror /dev/null\n",
		url);
	assert_string_equal(report, expected);
	unlink(path);
}

static void test_link_opens(void **state)
{
	struct terminal *terminal =
		viewer_start_script(state, browser_script, (struct terminal_options){0});
	viewer_ready(terminal);
	viewer_press(terminal, keys_to_patent);
	terminal_expect(terminal, patent_url);
	viewer_press(terminal, "o");
	expect_opened(terminal, patent_url);
	terminal_expect(terminal, "Opening https://patents.google.com/");
	viewer_press(terminal, "Tab Tab Enter");
	expect_opened(terminal, "https://patents.google.com/patent/US9639518B1/en");
	viewer_quit(terminal);
}

/* A link in a line of text is opened too, once it is stepped to. */
static void test_link_in_text_opens(void **state)
{
	struct terminal *terminal =
		viewer_start_script(state, browser_script, (struct terminal_options){0});
	viewer_ready(terminal);
	viewer_press(terminal, "E 1 Tab");
	terminal_expect(terminal, "https://www.youtube.com/watch?v=AbzOLua2baw");
	viewer_press(terminal, "Enter");
	expect_opened(terminal, "https://www.youtube.com/watch?v=AbzOLua2baw");
}

static void test_failing_browser(void **state)
{
	static const char *const environment[] = {"BROWSER=false", NULL};
	struct terminal *terminal = open_with(state, environment, keys_to_patent);
	viewer_press(terminal, "o");
	terminal_expect(terminal, "The browser ended with status 1");
	viewer_quit(terminal);
}

static bool shows_long_url(struct terminal *terminal, const void *context)
{
	char whole[4096] = "";
	(void)context;
	for (int row = 0; row < 24; row++) {
		const char *text = terminal_row(terminal, row);
		strcat(whole, text + strspn(text, " "));
	}
	return strstr(whole, long_url) != NULL;
}

static void test_no_opener(void **state)
{
	struct terminal *terminal = open_with(state, NULL, keys_to_patent);
	terminal_expect(terminal, "o open");
	viewer_press(terminal, "o");
	assert_true(terminal_wait_gone(terminal, "o open", 0));
	terminal_expect(terminal, patent_url);
	viewer_press(terminal, keys_to_long_url);
	terminal_expect(terminal, "https://wandb.ai/");
	assert_false(shows_long_url(terminal, NULL));
	viewer_press(terminal, "o");
	assert_true(terminal_wait_until(terminal, shows_long_url, NULL, 0));
	viewer_press(terminal, "j");
	terminal_expect(terminal, "https://becominghuman.ai/");
	assert_false(shows_long_url(terminal, NULL));
	viewer_quit(terminal);
}

/* The address is still there to be copied when the window was made wide enough for it. */
static void test_message_survives_resize(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, keys_to_long_url);
	viewer_press_both(terminal, player, "o");
	viewer_resize_both(terminal, player, 24, 140);
	terminal_expect(terminal, long_url);
}

/* A browser would open on the machine at the other end. */
static void test_no_opener_over_ssh(void **state)
{
	static const char *const variables[] = {"SSH_CONNECTION=192.0.2.1 2 192.0.2.2 22",
		"SSH_CLIENT=192.0.2.1 2 22", "SSH_TTY=/dev/pts/0"};
	char path[PATH_MAX];
	char browser[PATH_MAX];
	for (int i = 0; i < 3; i++) {
		snprintf(browser, sizeof browser, "BROWSER=%s", getenv("FAKE_BROWSER"));
		const char *const environment[] = {
			variables[i], browser, "BROWSER_LOG=/nonexistent/log", NULL};
		struct terminal *terminal = open_with(state, environment, keys_to_long_url);
		viewer_press(terminal, "o");
		assert_true(terminal_wait_until(terminal, shows_long_url, NULL, 0));
		add_log(terminal, path);
		assert_int_equal(access(path, F_OK), -1);
		viewer_quit(terminal);
		terminal_teardown(state);
	}
}

/* A text browser has the terminal for itself until it ends, with nothing of vitae in its way. */
static void test_text_browser(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		"cd; cat >w3m <<'END'\n"
		"#!/bin/sh\n"
		"echo browsing \"$@\"; stty -a | grep -q ' echo ' && echo usual modes;"
		"read line; echo \"<$line>\" >line; exit 1\n"
		"END\n"
		"chmod +x w3m; export BROWSER=$HOME/w3m; exec \"$VITAE\" \"$RESUME\"",
		(struct terminal_options){0});
	char path[PATH_MAX];
	viewer_ready(terminal);
	viewer_press(terminal, keys_to_patent);
	terminal_expect(terminal, patent_url);
	const char *before = terminal_screen(terminal);
	viewer_press(terminal, "o");
	terminal_expect(terminal, "browsing https://patents.google.com/patent/US9910916B1/en");
	terminal_expect(terminal, "usual modes");
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	viewer_press(terminal, "q Enter");
	snprintf(path, sizeof path, "%s/line", terminal_home(terminal));
	assert_string_equal(terminal_wait_file(terminal, path, 0), "<q>\n");
	viewer_expect_screen(terminal, before);
	assert_true(terminal_alternate_screen(terminal));
	viewer_quit(terminal);
}

static void test_resize_during_text_browser(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		"cd; printf '#!/bin/sh\\necho browsing; read line' >w3m;"
		"chmod +x w3m; export BROWSER=$HOME/w3m; exec \"$VITAE\" \"$RESUME\"",
		(struct terminal_options){0});
	struct player *player = viewer_mirror(24, 80);
	viewer_ready(terminal);
	viewer_press_both(terminal, player, keys_to_patent);
	viewer_press(terminal, "o");
	terminal_expect(terminal, "browsing");
	terminal_resize(terminal, 30, 100);
	player_resize(player, 30, 100);
	viewer_press(terminal, "Enter");
	viewer_expect_same(terminal, player);
}

static void test_interrupt_during_text_browser(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		/* Not read(1): a signal just before it reads would go by. */
		"cd; printf '#!/bin/sh\\ntrap \"exit\" INT; echo browsing;"
		"while :; do sleep 0.1; done' >w3m;"
		"chmod +x w3m; export BROWSER=$HOME/w3m; exec \"$VITAE\" \"$RESUME\"",
		(struct terminal_options){0});
	viewer_ready(terminal);
	viewer_press(terminal, keys_to_patent);
	viewer_press(terminal, "o");
	terminal_expect(terminal, "browsing");
	terminal_send(terminal, "\003");
	terminal_expect(terminal, patent_url);
	viewer_quit(terminal);
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, viewer_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(first_screen),
		TEST(every_key),
		TEST(reading),
		TEST(sizes),
		TEST(fold_all_and_back),
		TEST(redraw),
		TEST(escape_does_not_quit),
		TEST(quit),
		TEST(stop_key_does_not_freeze),
		TEST(link_opens),
		TEST(link_in_text_opens),
		TEST(failing_browser),
		TEST(no_opener),
		TEST(message_survives_resize),
		TEST(no_opener_over_ssh),
		TEST(text_browser),
		TEST(resize_during_text_browser),
		TEST(interrupt_during_text_browser),
	};
	return cmocka_run_group_tests_name("viewer", tests, NULL, NULL);
}
