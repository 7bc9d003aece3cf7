/*
 * The test terminal itself, against programs of a line or two, so that a fault of the harness is
 * not taken for one of vitae.
 */
#define _GNU_SOURCE 1
#include "support/terminal.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

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

static int teardown(void **state)
{
	terminal_destroy(*state);
	*state = NULL;
	return 0;
}

static long long milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
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
	struct terminal *terminal = run_through(state,
		"printf "
		"'\\033]2;R\\303\\251sum\\303\\251\\033\\\\\\033[22;0;0t\\033]52;c;eA==\\aa'");

	assert_string_equal(terminal_title(terminal), "Résumé");
	assert_string_equal(terminal_unknown(terminal), "CSI 22;0;0t\nOSC 52;c;eA==\n");
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

	terminal_expect(terminal, "ab");
	assert_true(terminal_settle(terminal, 100, 0));
	assert_string_equal(terminal_screen(terminal), "\n\nab");
	assert_link(terminal, 2, 1, "x:");
	assert_link(terminal, 3, 0, NULL);

	terminal_send(terminal, "\n");
	assert_true(terminal_wait_for(terminal, "ab", 0));
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

/* Input and output */

static void test_input_and_answers(void **state)
{
	struct terminal *terminal =
		run(state, "stty -icanon -echo; printf 'ready\\033[6n';"
			   "head -c 6 | od -An -c | tr -d ' \\n'; stty sane; printf done");

	terminal_expect(terminal, "done");
	assert_string_equal(terminal_screen(terminal), "ready033[1;6Rdone");
}

static void test_input_file(void **state)
{
	struct terminal *terminal = run_with(state,
		"cat; test ! -t 0 && test -t 1 && read line </dev/tty && echo \"<$line>\"",
		(struct terminal_options){.input = "/proc/sys/kernel/ostype"});

	terminal_expect(terminal, "Linux");
	terminal_send(terminal, "typed\n");
	terminal_expect(terminal, "<typed>");
}

static void test_long_input(void **state)
{
	struct terminal *terminal = run(state, "stty raw -echo; echo ready; wc -c");
	char *bytes = calloc(1, 100001);

	assert_non_null(bytes);
	memset(bytes, 'x', 100000);
	terminal_expect(terminal, "ready");
	assert_true(terminal_send(terminal, bytes));
	free(bytes);
	assert_int_equal(kill(terminal_process(terminal), 0), 0);
	assert_int_equal(terminal_wait_exit(terminal, 100), -1);
}

static void test_output_kept(void **state)
{
	struct terminal *terminal =
		run_through(state, "printf '\\033[?2004hfirst'; seq 20000; echo last");
	size_t length;

	/* "first", the numbers with CR LF, "last" with those */
	assert_int_equal(terminal_received(terminal), 8 + 5 + 108894 + 20000 + 6);
	assert_false(terminal_output_contains(terminal, "first"));
	assert_true(terminal_output_contains(terminal, "20000\r\nlast"));
	assert_string_equal(
		terminal_output(terminal, terminal_received(terminal) - 6, NULL), "last\r\n");
	terminal_output(terminal, 0, &length);
	assert_int_equal(length, TERMINAL_OUTPUT_KEPT);
	assert_string_equal(terminal_output(terminal, terminal_received(terminal), &length), "");
	assert_int_equal(length, 0);
}

static void test_output_since(void **state)
{
	struct terminal *terminal =
		run(state, "stty -echo; printf one; read line; printf two; read line");
	size_t before;

	terminal_expect(terminal, "one");
	before = terminal_received(terminal);
	assert_false(terminal_wait_output(terminal, before, 50));
	terminal_send(terminal, "\n");
	assert_true(terminal_wait_output(terminal, before, 0));
	assert_true(terminal_settle(terminal, 50, 0));
	assert_string_equal(terminal_output(terminal, before, NULL), "two");
}

static void test_held_output(void **state)
{
	struct terminal *terminal = run(state, "echo ready; read line; seq 100000; echo done");

	terminal_expect(terminal, "ready");
	terminal_hold_output(terminal, true);
	terminal_send(terminal, "\n");
	assert_int_equal(terminal_wait_exit(terminal, 300), -1);
	terminal_hold_output(terminal, false);
	terminal_expect(terminal, "done");
	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
}

static void test_resize(void **state)
{
	struct terminal *terminal =
		run(state, "trap 'stty size' WINCH; stty size; while :; do sleep .02; done");

	terminal_expect(terminal, "5 20");
	terminal_resize(terminal, 30, 100);
	terminal_expect(terminal, "30 100");
	terminal_resize(terminal, 2, 10);
	terminal_expect(terminal, "2 10");
	assert_null(strstr(terminal_screen(terminal), "100"));
}

/* Processes */

static void test_environment(void **state)
{
	static const char *const changes[] = {"TERM=vt100", "LANG", "EXTRA=a=b", "EXTRA=c", NULL};
	struct terminal *terminal;

	setenv("NO_COLOR", "1", 1);
	terminal = run_with(state, "pwd; env | cut -c -60 | sort; test -w $HOME && echo done",
		(struct terminal_options){
			.rows = 30,
			.columns = 100,
			.environment = changes,
			.working_directory = "/",
		});
	unsetenv("NO_COLOR");
	terminal_expect(terminal, "done");
	assert_string_equal(terminal_row(terminal, 0), "/");
	assert_non_null(strstr(terminal_screen(terminal), "\nTERM=vt100\n"));
	assert_non_null(strstr(terminal_screen(terminal), "\nEXTRA=c\n"));
	assert_null(strstr(terminal_screen(terminal), "NO_COLOR="));
	assert_null(strstr(terminal_screen(terminal), "LANG="));
	assert_null(strstr(terminal_screen(terminal), "COLUMNS="));
	assert_non_null(strstr(terminal_screen(terminal), "\nHOME=/"));
}

static void test_no_open_files(void **state)
{
	struct terminal *terminal = run_through(state, "ls /proc/self/fd | wc -l");

	/* Its own directory is the fourth. */
	assert_string_equal(terminal_row(terminal, 0), "4");
}

static void test_exit_status(void **state)
{
	struct terminal *terminal = run(state, "echo last words; exit 42");
	int status = terminal_wait_exit(terminal, 0);

	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 42);
	assert_string_equal(terminal_screen(terminal), "last words");
	assert_int_equal(terminal_wait_exit(terminal, 0), status);
	assert_false(terminal_processes_left(terminal));
}

static void test_death_by_signal(void **state)
{
	struct terminal *terminal = run(state, "echo ready; exec sleep 100");
	int status;

	terminal_expect(terminal, "ready");
	kill(terminal_process(terminal), SIGTERM);
	status = terminal_wait_exit(terminal, 0);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void test_no_such_program(void **state)
{
	static const char *const arguments[] = {"/nonexistent/program", NULL};
	struct terminal *terminal =
		terminal_start(&(struct terminal_options){.arguments = arguments});

	*state = terminal;
	terminal_expect(terminal, "cannot run /nonexistent/program: No such file");
	assert_int_equal(WEXITSTATUS(terminal_wait_exit(terminal, 0)), 127);
}

static void test_hang_up(void **state)
{
	struct terminal *terminal = run(state, "echo ready; exec sleep 100");
	int status;

	terminal_expect(terminal, "ready");
	terminal_hang_up(terminal);
	status = terminal_wait_exit(terminal, 0);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGHUP);
	assert_string_equal(terminal_screen(terminal), "ready");
	assert_false(terminal_send(terminal, "x"));
	assert_false(terminal_wait_for(terminal, "never", 0));
}

static void test_processes_left(void **state)
{
	struct terminal *terminal =
		run(state, "trap '' HUP; sleep 100 >/dev/null </dev/null 2>&1 & echo ready");
	pid_t session = terminal_process(terminal);

	terminal_expect(terminal, "ready");
	assert_true(terminal_processes_left(terminal));
	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
	assert_true(terminal_processes_left(terminal));
	assert_false(terminal_wait_no_processes(terminal, 50));
	kill(-session, SIGKILL);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

static void test_destroy_kills(void **state)
{
	struct terminal *terminal =
		run(state, "trap '' HUP TERM; sleep 100 & echo ready; wait; sleep 100");
	pid_t group = terminal_process(terminal);
	int tries = 0;

	terminal_expect(terminal, "ready");
	terminal_destroy(terminal);
	*state = NULL;
	/* The grandchild has yet to be reaped by another process, so it may be a zombie. */
	while (kill(-group, 0) == 0 && tries++ < 1000)
		usleep(10000);
	assert_true(tries < 1000);
}

static void test_modes(void **state)
{
	struct terminal *terminal =
		run(state, "stty raw -echo; printf ready; read line; stty sane");

	terminal_expect(terminal, "ready");
	assert_false(terminal_modes_restored(terminal));
	kill(terminal_process(terminal), SIGKILL);
	assert_true(WIFSIGNALED(terminal_wait_exit(terminal, 0)));
	assert_false(terminal_modes_restored(terminal));
	teardown(state);

	terminal = run_through(state, "old=$(stty -g); stty raw -echo; stty \"$old\"");
	assert_true(terminal_modes_restored(terminal));
}

/* Deadlines */

static void test_deadlines(void **state)
{
	struct terminal *terminal = run(state, "while :; do printf '.\\r'; sleep .005; done");
	long long start;

	terminal_expect(terminal, ".");
	start = milliseconds();
	assert_false(terminal_wait_for(terminal, "never", 100));
	assert_false(terminal_wait_gone(terminal, ".", 100));
	assert_false(terminal_settle(terminal, 2000, 100));
	assert_null(terminal_wait_file(terminal, "/nonexistent/file", 100));
	assert_int_equal(terminal_wait_exit(terminal, 100), -1);
	assert_true(milliseconds() - start >= 500);
	assert_true(milliseconds() - start < TERMINAL_DEADLINE);
}

/* A program that has ended cannot show more, so nobody has to wait for the deadline. */
static void test_no_wait_for_the_dead(void **state)
{
	struct terminal *terminal = run(state, "echo bye");
	long long start = milliseconds();

	assert_false(terminal_wait_for(terminal, "never", 2 * TERMINAL_DEADLINE));
	assert_true(milliseconds() - start < TERMINAL_DEADLINE);
	assert_true(terminal_wait_for(terminal, "bye", 0));
}

static void test_settle(void **state)
{
	struct terminal *terminal = run(
		state, "echo first; for i in 1 2 3 4 5; do sleep .02; echo $i; done; sleep 100");

	terminal_expect(terminal, "first");
	assert_true(terminal_settle(terminal, 1000, 0));
	assert_string_equal(terminal_row(terminal, 3), "5");
}

static void test_wait_file(void **state)
{
	struct terminal *terminal = run(
		state, "sleep .1; cd; echo one two >part; mv part whole; : >part; mv part empty");
	char path[4096];

	snprintf(path, sizeof(path), "%s/whole", terminal_home(terminal));
	assert_string_equal(terminal_wait_file(terminal, path, 0), "one two\n");
	snprintf(path, sizeof(path), "%s/empty", terminal_home(terminal));
	assert_string_equal(terminal_wait_file(terminal, path, 0), "");
}

/* Sanitizers */

static void test_sanitizer_reports(void **state)
{
	static const char *const changes[] = {"ASAN_OPTIONS=one=1", NULL};
	struct terminal *terminal = run_with(state,
		"echo $ASAN_OPTIONS; report=${UBSAN_OPTIONS##*:log_path=}.17;"
		"echo bad >$report; echo ready; read line; rm $report",
		(struct terminal_options){.columns = 200, .environment = changes});

	terminal_expect(terminal, "ready");
	assert_non_null(strstr(terminal_row(terminal, 0), ":one=1:log_path="));
	assert_string_equal(terminal_sanitizer_report(terminal), "bad\n");

	/* Destroying it would now fail this test, as it should fail others. */
	terminal_send(terminal, "\n");
	assert_int_equal(terminal_wait_exit(terminal, 0), 0);
	assert_string_equal(terminal_sanitizer_report(terminal), "");
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, teardown)

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
		TEST(alternate_screen),
		TEST(title_and_unknown_sequences),
		TEST(repeated_character),
		TEST(links),
		TEST(links_overwritten),
		TEST(links_scroll),
		TEST(links_on_other_screen_and_size),
		TEST(sequences_in_pieces),
		TEST(input_and_answers),
		TEST(input_file),
		TEST(long_input),
		TEST(output_kept),
		TEST(output_since),
		TEST(held_output),
		TEST(resize),
		TEST(environment),
		TEST(no_open_files),
		TEST(exit_status),
		TEST(death_by_signal),
		TEST(no_such_program),
		TEST(hang_up),
		TEST(processes_left),
		TEST(destroy_kills),
		TEST(modes),
		TEST(deadlines),
		TEST(no_wait_for_the_dead),
		TEST(settle),
		TEST(wait_file),
		TEST(sanitizer_reports),
	};

	return cmocka_run_group_tests_name("terminal support", tests, NULL, NULL);
}
