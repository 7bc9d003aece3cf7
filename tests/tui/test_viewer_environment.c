/* vitae on real terminals of many kinds, and what it writes to them. */
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

static void quit(void **state, struct terminal *terminal)
{
	terminal_send(terminal, "q");
	int status = terminal_wait_exit(terminal, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	assert_true(terminal_modes_restored(terminal));
	viewer_teardown(state);
}

/* TERM */

/* The text is the same everywhere, and keys work. */
static void expect_resume(struct terminal *terminal, struct player *player)
{
	for (int row = 0; row < 24; row++) {
		char *expected = NULL;
		size_t size;
		FILE *stream = open_memstream(&expected, &size);
		memory_canvas_write_row(&player->canvas, row, stream);
		fclose(stream);
		if (*expected)
			terminal_expect(terminal, expected);
		free(expected);
	}
}

static void test_terminals(void **state)
{
	static const char *const names[] = {"xterm-256color", "xterm", "xterm-kitty",
		"xterm-ghostty", "tmux-256color", "screen", "screen-256color", "linux", "ansi",
		"alacritty", "nonsense", "putty-256color"};
	static const char *const locales[] = {"LANG=C", "LANG=C.UTF-8", "LANG"};
	char change[64];
	for (size_t i = 0; i < 3 * sizeof names / sizeof *names; i++) {
		snprintf(change, sizeof change, "TERM=%s", names[i / 3]);
		struct terminal *terminal = open_in(state, change, locales[i % 3]);
		struct player *player = viewer_mirror(24, 80);
		expect_resume(terminal, player);
		terminal_send(terminal, "E");
		terminal_expect(terminal, "Responsible for hiring");
		quit(state, terminal);
	}
}

static bool is_ascii(const char *bytes)
{
	while (*bytes && (unsigned char)*bytes < 0x80)
		bytes++;
	return !*bytes;
}

/* What is older than other characters gets ASCII, whatever the locale. */
static void test_ascii_terminals(void **state)
{
	static const char *const names[] = {"TERM=vt100", "TERM=vt220"};
	static const char *const locales[] = {"LANG=C", "LANG=C.UTF-8", "LANG"};
	for (int i = 0; i < 6; i++) {
		struct terminal *terminal = open_in(state, names[i % 2], locales[i / 2]);
		terminal_send(terminal, "E");
		terminal_expect(terminal, "Responsible for hiring");
		assert_true(is_ascii(terminal_output(terminal, 0, NULL)));
		quit(state, terminal);
	}
}

/*
 * A system that has no descriptions of terminals at all, which takes a mount namespace: where those
 * are not permitted, only test_terminal.c says that one is at hand.
 */
static void test_no_descriptions(void **state)
{
	static const char script[] =
		"exec unshare -rm sh -c 'for place in /etc/terminfo /lib/terminfo /usr/lib/terminfo"
		" /usr/share/terminfo; do test ! -d $place || mount -t tmpfs none $place; done;"
		" test -e /lib/terminfo/x/xterm || exec \"$VITAE\" \"$RESUME\"'";
	if (system("unshare -rm mount -t tmpfs none /mnt 2>/dev/null") != 0)
		return;
	for (int i = 0; i < 3; i++) {
		static const char *const names[] = {"TERM=xterm-kitty", "TERM=linux", "TERM=vt100"};
		const char *const environment[] = {names[i], "TERMINFO", NULL};
		struct terminal *terminal = viewer_start_script(state, script,
			(struct terminal_options){.rows = 200, .environment = environment});
		terminal_expect(terminal, "Abhishek Patnia");
		/* That is no xterm: it gets plain text. */
		if (i < 2) {
			viewer_ready(terminal);
			assert_true(terminal_alternate_screen(terminal));
			terminal_send(terminal, "q");
		}
		assert_int_equal(terminal_wait_exit(terminal, 0), 0);
		assert_false(terminal_alternate_screen(terminal));
		viewer_teardown(state);
	}
}

static void test_text_without_terminal(void **state)
{
	static const char *const changes[] = {"TERM=dumb", "TERM=", "TERM", "TERM=unknown"};
	for (int i = 0; i < 4; i++) {
		const char *const environment[] = {changes[i], NULL};
		struct terminal *terminal = viewer_start(
			state, (struct terminal_options){.rows = 200, .environment = environment});
		int status = terminal_wait_exit(terminal, 0);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
		assert_false(terminal_output_contains(terminal, "\033"));
		terminal_expect(terminal, "Responsible for hiring, mentoring, and team charter.");
		viewer_teardown(state);
	}
}

/* Everything of the user's own stays with programs that are started. */
static void test_locales(void **state)
{
	static const char *const changes[] = {
		"LANG=C", "LANG=C.UTF-8", "LANG", "LC_ALL=POSIX", "LANG=xx_YY.ISO-8859-1"};
	for (int i = 0; i < 5; i++) {
		struct terminal *terminal = open_in(state, changes[i], NULL);
		struct player *player = viewer_mirror(24, 80);
		viewer_expect_same(terminal, player);
		quit(state, terminal);
	}
}

/* Colour */

static bool has_colour(struct terminal *terminal)
{
	for (int row = 0; row < 24; row++) {
		for (int column = 0; column < 80; column++) {
			if (terminal_foreground(terminal, row, column) != TERMINAL_COLOUR_DEFAULT ||
				terminal_background(terminal, row, column) !=
					TERMINAL_COLOUR_DEFAULT)
				return true;
		}
	}
	return false;
}

/* True if any SGR of the output sets a colour. */
static bool output_sets_colour(struct terminal *terminal)
{
	const char *output = terminal_output(terminal, 0, NULL);
	while ((output = strstr(output, "\033["))) {
		output += 2;
		const char *end = output + strspn(output, "0123456789;:");
		for (const char *word = output; *end == 'm' && word < end;) {
			long number = strtol(word, NULL, 10);
			if ((number >= 30 && number <= 38) || (number >= 40 && number <= 48) ||
				(number >= 90 && number <= 107))
				return true;
			word += strcspn(word, ";m") + 1;
		}
	}
	return false;
}

static void test_colour(void **state)
{
	struct terminal *terminal = open_in(state, "NO_COLOR=", NULL);
	terminal_send(terminal, "E");
	terminal_expect(terminal, "Responsible for hiring");
	assert_true(terminal_settle(terminal, 20, 0));
	assert_true(has_colour(terminal));
	assert_true(output_sets_colour(terminal));
	quit(state, terminal);
}

static void test_no_colour(void **state)
{
	static const char *const changes[][2] = {{"NO_COLOR=1", "TERM=xterm-256color"},
		{"CLICOLOR=0", NULL}, {"TERM=linux", NULL}, {"TERM=xterm", NULL}};
	for (int i = 0; i < 4; i++) {
		struct terminal *terminal = open_in(state, changes[i][0], changes[i][1]);
		struct player *player = viewer_mirror(24, 80);
		terminal_send(terminal, "E");
		terminal_expect(terminal, "Responsible for hiring");
		player_press_name(player, TEXT("E"));
		expect_resume(terminal, player);
		assert_false(output_sets_colour(terminal));
		quit(state, terminal);
	}
}

/* Input */

static void test_resume_from_pipe(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		"cat \"$RESUME\" | \"$VITAE\" -; echo status $?", (struct terminal_options){0});
	struct player *player = viewer_mirror(24, 80);
	viewer_expect_same(terminal, player);
	viewer_press_both(terminal, player, "E Space j C");
	viewer_quit(terminal);
	terminal_expect(terminal, "status 0");
}

/* A fault in the configuration is told, and the rest of it counts. */
static void test_readers_keys(void **state)
{
	struct terminal *terminal = viewer_start_script(state,
		"mkdir -p ~/.config/vitae; cd ~/.config/vitae\n"
		"printf 'keys: {x: quit, y: hlep}\n' >config.yaml\n"
		"\"$VITAE\" \"$RESUME\"; echo status $?",
		(struct terminal_options){.rows = 90, .columns = 160});
	terminal_expect(terminal, "config.yaml:1:20: error: there is no action 'hlep'; did you");
	terminal_send(terminal, "?");
	terminal_expect(terminal, "q Q x");
	terminal_send(terminal, "x");
	viewer_ready(terminal);
	terminal_send(terminal, "x");
	terminal_expect(terminal, "status 0");
	assert_false(terminal_alternate_screen(terminal));
	terminal_expect(terminal, "config.yaml:1:20: error: there is no action 'hlep'; did you");
}

/* A key whose bytes come late is one key all the same, and the two keys of Escape and a letter. */
static void test_slow_keys(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	terminal_send(terminal, "\033");
	terminal_send(terminal, "OB");
	player_press_name(player, TEXT("Down"));
	viewer_expect_same(terminal, player);
	terminal_send(terminal, "\033j");
	player_press_name(player, TEXT("j"));
	viewer_expect_same(terminal, player);
	/* Unknown keys do nothing: F12, Alt-x, letters of other scripts. */
	terminal_send(terminal, "\033[24~\033x\303\251\346\227\245");
	terminal_send(terminal, "k");
	player_press_name(player, TEXT("k"));
	viewer_expect_same(terminal, player);
}

/* Output */

static void expect_none(struct terminal *terminal, const char *const *sequences)
{
	for (; *sequences; sequences++) {
		if (terminal_output_contains(terminal, *sequences))
			fail_msg("ESC%s", *sequences + 1);
	}
}

/* Terminals of which it is not sure that they answer, or even that they print nothing. */
static void test_no_questions(void **state)
{
	static const char *const names[] = {
		"TERM=linux", "TERM=vt100", "TERM=ansi", "TERM=nonsense"};
	static const char *const sequences[] = {"\033[c", "\033[6n", "\033]", "\033[?2004h",
		"\033[?1007h", "\033[?1007s", "\033P", NULL};
	for (int i = 0; i < 4; i++) {
		struct terminal *terminal = open_in(state, names[i], NULL);
		terminal_send(terminal, "E");
		terminal_expect(terminal, "Responsible for hiring");
		terminal_send(terminal, "q");
		assert_true(terminal_wait_exit(terminal, 0) >= 0);
		expect_none(terminal, sequences);
		viewer_teardown(state);
	}
}

/* One question after the other, in one piece, and nothing that is not needed. */
static void test_few_questions(void **state)
{
	static const char *const sequences[] = {"\033[0c", "\033[>c", "\033[>q", "\033[>0q",
		"\033[5n", "\033]10;?", "\033]4;", "$p", "\033P", "\033[?u", "\033[14t", "\033[18t",
		"\005", "\033[?1000h", "\033[?1002h", "\033[?1003h", "\033[?1006h", "\033[?9h",
		"\033[?1004h", NULL};
	struct terminal *terminal = viewer_open(state);
	expect_none(terminal, sequences);
	assert_true(terminal_output_contains(
		terminal, "\r\u00A0\033[6n\r\u276F\r\033]11;?\033\\\033[c"));
	assert_int_equal(terminal_mouse(terminal), TERMINAL_MOUSE_NONE);
	assert_string_equal(terminal_unknown(terminal), "");
}

static void test_idle_writes_nothing(void **state)
{
	struct terminal *terminal = viewer_open(state);
	size_t before = terminal_received(terminal);
	assert_false(terminal_wait_output(terminal, before, 300));
}

static void test_key_without_effect_writes_nothing(void **state)
{
	static const char *const keys[] = {
		"k", "g", "b", "\025", "\033[5~", "\033[24~", "\303\251", "kkk"};
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, "g");
	size_t before = terminal_received(terminal);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		terminal_send(terminal, keys[i]);
		assert_false(terminal_wait_output(terminal, before, 40));
	}
	/* At the end as well. */
	viewer_press_both(terminal, player, "G");
	before = terminal_received(terminal);
	viewer_press(terminal, "j G Space d PgDn End");
	assert_false(terminal_wait_output(terminal, before, 200));
	viewer_quit(terminal);
}

/* Reads may split a write that is large, so this asks it of small ones. */
static void test_one_write_for_a_key(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	for (int i = 0; i < 6; i++) {
		size_t before = terminal_chunks(terminal);
		viewer_press_both(terminal, player, i % 2 ? "k" : "j");
		assert_int_equal(terminal_chunks(terminal) - before, 1);
	}
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, viewer_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(terminals),
		TEST(ascii_terminals),
		TEST(no_descriptions),
		TEST(text_without_terminal),
		TEST(locales),
		TEST(colour),
		TEST(no_colour),
		TEST(resume_from_pipe),
		TEST(readers_keys),
		TEST(slow_keys),
		TEST(no_questions),
		TEST(few_questions),
		TEST(idle_writes_nothing),
		TEST(key_without_effect_writes_nothing),
		TEST(one_write_for_a_key),
	};
	return cmocka_run_group_tests_name("viewer environment", tests, NULL, NULL);
}
