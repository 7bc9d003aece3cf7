/*
 * The test terminal itself, against programs of a line or two: input, output, processes, time.
 * See also test_terminal_support.c.
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

static long long milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
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
	terminal_teardown(state);

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

/*
 * The path of the stand-in browser comes from the build, in FAKE_BROWSER. Without it there is
 * nothing to test; skip() is not used since cmocka reports it as "not ok" to TAP.
 */
static void test_fake_browser(void **state)
{
	char browser[4096], log[4096];
	const char *const changes[] = {browser, log, NULL};
	struct terminal *terminal;

	if (!getenv("FAKE_BROWSER"))
		return;
	snprintf(browser, sizeof(browser), "BROWSER=%s", getenv("FAKE_BROWSER"));
	snprintf(log, sizeof(log), "BROWSER_LOG=log");
	terminal = run_with(state,
		"cd; $BROWSER 'a b' 'c' 5</dev/zero; mv log first;"
		"setsid $BROWSER </dev/null >/dev/null 2>&1; mv log second",
		(struct terminal_options){.environment = changes});

	snprintf(log, sizeof(log), "%s/first", terminal_home(terminal));
	const char *report = terminal_wait_file(terminal, log, 0);
	assert_non_null(report);
	assert_ptr_equal(
		strstr(report, "argument a b\nargument c\nterminal yes\nsession same\n"), report);
	assert_non_null(strstr(report, "\ndescriptor 5 /dev/zero\n"));

	snprintf(log, sizeof(log), "%s/second", terminal_home(terminal));
	assert_string_equal(terminal_wait_file(terminal, log, 0),
		"terminal no\nsession other\n"
		"input /dev/null\noutput /dev/null\nerror /dev/null\n");
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, terminal_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
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
		TEST(fake_browser),
	};

	return cmocka_run_group_tests_name("terminal process", tests, NULL, NULL);
}
