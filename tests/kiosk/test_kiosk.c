/*
 * The kiosk on a real terminal, as sshd starts it: what strangers see and cannot do, and how their
 * visits end. The build says where the program is that shows what lies in a directory of the test.
 */
#define _GNU_SOURCE 1
#include "support/terminal.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char resume[] = "basics:\n"
			     "  name: Ada Example\n"
			     "  phone: '+49 30 555 0100'\n"
			     "  url: https://www.example.org/ada\n"
			     "work:\n"
			     "  - {position: Weaver, name: Loom & Sons, startDate: '2019'}\n"
			     "skills: [M\u00FCsli, Looms]\n"
			     "meta:\n"
			     "  private: basics.phone\n";

/* Files */

static const char *account(void)
{
	return getpwuid(getuid())->pw_name;
}

static void write_file(const char *name, const char *end, const char *content)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s%s", getenv("KIOSK_DIRECTORY"), name, end);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(content, file);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0644), 0);
}

static int set_up(void **state)
{
	(void)state;
	const char *directory = getenv("KIOSK_DIRECTORY");
	assert_true(mkdir(directory, 0755) == 0 || errno == EEXIST);
	assert_int_equal(chmod(directory, 0755), 0);
	write_file(account(), ".yaml", resume);
	write_file("kiosk", ".conf", "# as usual\n");
	return 0;
}

/* Visits */

static struct terminal *visit(void **state, struct terminal_options options)
{
	const char *const arguments[] = {getenv("KIOSK"), NULL};
	if (!options.arguments)
		options.arguments = arguments;
	return *state = terminal_start(&options);
}

static struct terminal *begin(void **state)
{
	struct terminal *terminal = visit(state, (struct terminal_options){.rows = 0});
	terminal_expect(terminal, "? help");
	return terminal;
}

static void expect_end(struct terminal *terminal, int expected)
{
	int status = terminal_wait_exit(terminal, 0);
	assert_true(status != -1);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

static void expect_left(struct terminal *terminal)
{
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	assert_true(terminal_modes_restored(terminal));
	assert_true(terminal_output_contains(terminal, "\033[?2004l"));
}

static void expect_goodbye(struct terminal *terminal)
{
	char line[128];
	snprintf(line, sizeof line, "To keep a copy: ssh %s@host text > cv.txt", account());
	expect_left(terminal);
	terminal_expect(terminal, line);
}

static void test_shows_what_is_public(void **state)
{
	struct terminal *terminal = begin(state);
	terminal_expect(terminal, "Ada Example");
	terminal_expect(terminal, "Loom & Sons");
	assert_null(strstr(terminal_screen(terminal), "555"));
	assert_string_equal(terminal_unknown(terminal), "");
	terminal_send(terminal, "q");
	expect_end(terminal, 0);
	expect_goodbye(terminal);
	assert_false(terminal_output_contains(terminal, "555"));
}

static void test_begins_at_a_section(void **state)
{
	static const char *const environment[] = {"SSH_ORIGINAL_COMMAND= skills\t", NULL};
	struct terminal *terminal =
		visit(state, (struct terminal_options){.environment = environment});
	terminal_expect(terminal, "? help");
	terminal_expect(terminal, "\u276F \u25BE Skills");
}

/* Keys */

static void test_reaches_nothing_beyond(void **state)
{
	static const char *const keys[] = {"e", "v", "R", "\032"};
	static const char *const names[] = {":edit\r", ":reload\r", ":suspend\r", ":e\r"};
	struct terminal *terminal = begin(state);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		terminal_send(terminal, keys[i]);
		assert_true(terminal_settle(terminal, 50, 0));
		assert_true(terminal_alternate_screen(terminal));
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		terminal_send(terminal, names[i]);
		terminal_expect(terminal, "is not to be had here");
		terminal_send(terminal, "j");
		assert_true(terminal_wait_gone(terminal, "is not to be had here", 0));
	}
	terminal_send(terminal, "q");
	expect_end(terminal, 0);
}

static void test_help_offers_what_there_is(void **state)
{
	struct terminal *terminal =
		visit(state, (struct terminal_options){.rows = 100, .columns = 80});
	terminal_expect(terminal, "? help");
	terminal_send(terminal, "?");
	terminal_expect(terminal, "leave this help");
	assert_null(strstr(terminal_screen(terminal), "edit the file"));
	assert_null(strstr(terminal_screen(terminal), "suspend"));
	assert_null(strstr(terminal_screen(terminal), "read the file again"));
}

static void test_opens_nothing(void **state)
{
	static const char *const environment[] = {
		"BROWSER=/bin/false", "DISPLAY=:0", "WAYLAND_DISPLAY=wayland-0", NULL};
	struct terminal *terminal =
		visit(state, (struct terminal_options){.environment = environment});
	terminal_expect(terminal, "? help");
	terminal_send(terminal, "\to");
	terminal_expect(terminal, "https://www.example.org/ada");
	terminal_send(terminal, "y");
	terminal_expect(terminal, "Sent to the terminal's clipboard");
	terminal_send(terminal, "q");
	expect_end(terminal, 0);
}

/* Terminals */

static void test_spells_ascii_for_other_encodings(void **state)
{
	static const char *const environment[] = {"LC_ALL=de_DE.ISO-8859-1@euro", NULL};
	struct terminal *terminal =
		visit(state, (struct terminal_options){.environment = environment});
	terminal_expect(terminal, "? help");
	terminal_expect(terminal, "Musli");
}

static void test_writes_text_without_a_terminal_to_draw_on(void **state)
{
	static const char *const names[] = {"TERM=dumb", "TERM=a;b", "TERM=\033]0;a\a", "TERM="};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *const environment[] = {names[i], NULL};
		struct terminal *terminal =
			visit(state, (struct terminal_options){.environment = environment});
		expect_end(terminal, 0);
		terminal_expect(terminal, "Loom & Sons");
		assert_false(terminal_output_contains(terminal, "\033"));
		terminal_teardown(state);
		*state = NULL;
	}
}

/* A size that it has no room for is used in part, and a size of nothing changes nothing. */
static void test_follows_the_window(void **state)
{
	struct terminal *terminal = begin(state);
	terminal_resize(terminal, 400, 700);
	assert_true(terminal_settle(terminal, 100, 0));
	terminal_resize(terminal, 30, 60);
	terminal_expect(terminal, "? help");
	terminal_send(terminal, "q");
	expect_end(terminal, 0);
	expect_goodbye(terminal);
}

/* Ends */

static void test_ends_when_nobody_reads(void **state)
{
	write_file("kiosk", ".conf", "idle: 1\n");
	struct terminal *terminal = begin(state);
	expect_end(terminal, 0);
	expect_goodbye(terminal);
	terminal_expect(terminal, "Closed, because no key came for 1 second.");
}

static void test_keys_put_off_the_end(void **state)
{
	write_file("kiosk", ".conf", "{idle: 2s, life: 1h}\n");
	struct terminal *terminal = begin(state);
	for (int i = 0; i < 12; i++) {
		terminal_send(terminal, i % 2 ? "k" : "j");
		assert_int_equal(terminal_wait_exit(terminal, 250), -1);
	}
	expect_end(terminal, 0);
	expect_goodbye(terminal);
}

/* True while the cursor is seen, as it is in a question, or while it is not. */
static bool asks(struct terminal *terminal, const void *wanted)
{
	return terminal_cursor_visible(terminal) == *(const bool *)wanted;
}

static void test_ends_in_any_case(void **state)
{
	write_file("kiosk", ".conf", "life: 2s\n");
	struct terminal *terminal = begin(state);
	int status = -1;
	for (int i = 0; i < 100 && status == -1; i++) {
		/* An interrupt leaves the question, and takes nothing back from the limit. */
		bool begins = i % 2 == 0;
		terminal_send(terminal, begins ? "/" : "\003");
		terminal_wait_until(terminal, asks, &begins, 0);
		status = terminal_wait_exit(terminal, 100);
	}
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	expect_goodbye(terminal);
	terminal_expect(terminal, "Closed, because a visit lasts at most 2 seconds.");
}

/* Whoever types and never reads is waited for in vain, until the limit; interrupts change nothing.
 */
static void test_ends_though_nobody_reads_the_screen(void **state)
{
	write_file("kiosk", ".conf", "life: 1s\n");
	struct terminal *terminal = begin(state);
	int status = -1;
	terminal_hold_output(terminal, true);
	for (int i = 0; i < 600 && status == -1; i++) {
		terminal_send(terminal, "\fr\f");
		terminal_send(terminal, i % 10 ? "" : "/\003");
		status = terminal_wait_exit(terminal, 20);
	}
	assert_true(status != -1);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

static void test_ends_by_signals(void **state)
{
	static const int numbers[] = {SIGHUP, SIGTERM, SIGINT};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct terminal *terminal = begin(state);
		kill(terminal_process(terminal), numbers[i]);
		expect_end(terminal, 128 + numbers[i]);
		expect_left(terminal);
		terminal_teardown(state);
		*state = NULL;
	}
}

static void test_ends_with_the_connection(void **state)
{
	struct terminal *terminal = begin(state);
	terminal_hang_up(terminal);
	assert_true(terminal_wait_exit(terminal, 0) != -1);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, terminal_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_shows_what_is_public),
		TEST(test_begins_at_a_section),
		TEST(test_reaches_nothing_beyond),
		TEST(test_help_offers_what_there_is),
		TEST(test_opens_nothing),
		TEST(test_spells_ascii_for_other_encodings),
		TEST(test_writes_text_without_a_terminal_to_draw_on),
		TEST(test_follows_the_window),
		TEST(test_ends_when_nobody_reads),
		TEST(test_keys_put_off_the_end),
		TEST(test_ends_in_any_case),
		TEST(test_ends_though_nobody_reads_the_screen),
		TEST(test_ends_by_signals),
		TEST(test_ends_with_the_connection),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
