/*
 * vitae on a real terminal: the file that changes under it, the reader's editor, the clipboard
 * and the questions of the last line.
 */
#define _GNU_SOURCE 1
#include "support/viewer.h"

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

static const char first_version[] = "basics: {name: Ben Example}\n"
				    "work:\n"
				    "  - position: Beekeeper\n"
				    "    highlights: [Kept bees.]\n"
				    "  - position: Baker\n"
				    "    highlights: [Baked bread.]\n";
static const char second_version[] = "basics: {name: Ben Example}\n"
				     "work:\n"
				     "  - position: Beekeeper\n"
				     "    highlights: [Kept bees., Sold wax.]\n"
				     "  - position: Baker\n"
				     "    highlights: [Baked rolls.]\n";

/* The file that is shown, in the terminal's own directory. */
static char path[4096];

static void write_file(const char *name, const char *contents)
{
	FILE *file = fopen(name, "w");
	assert_non_null(file);
	assert_int_equal(fputs(contents, file) < 0, 0);
	assert_int_equal(fclose(file), 0);
}

/* As editors do: a new file takes the place of the old one. */
static void replace_file(const char *contents)
{
	char other[sizeof path + 8];
	snprintf(other, sizeof other, "%s.new", path);
	write_file(other, contents);
	assert_int_equal(rename(other, path), 0);
}

static void remove_file(void)
{
	unlink(path);
}

static struct terminal *start_on_file(void **state, const char *const *environment)
{
	const char *const arguments[] = {getenv("VITAE"), path, NULL};
	snprintf(path, sizeof path, "/tmp/vitae-test-%ld.yaml", (long)getpid());
	write_file(path, first_version);
	atexit(remove_file);
	struct terminal *terminal = viewer_start(state,
		(struct terminal_options){.arguments = arguments, .environment = environment});
	viewer_ready(terminal);
	return terminal;
}

static void test_follows_the_file(void **state)
{
	struct terminal *terminal = start_on_file(state, NULL);
	viewer_press(terminal, "l j j l");
	terminal_expect(terminal, "Baked bread.");
	replace_file(second_version);
	terminal_expect(terminal, "Baked rolls.");
	terminal_expect(terminal, "Sold wax.");
	/* Written in place, too. */
	write_file(path, first_version);
	terminal_expect(terminal, "Baked bread.");
	viewer_quit(terminal);
}

static void test_keeps_the_last_good_version(void **state)
{
	struct terminal *terminal = start_on_file(state, NULL);
	viewer_press(terminal, "l");
	terminal_expect(terminal, "Kept bees.");
	replace_file("work: [\n");
	terminal_expect(terminal, ".yaml:2:1: error:");
	terminal_expect(terminal, "Kept bees.");
	viewer_press(terminal, "R");
	terminal_expect(terminal, ".yaml:2:1: error:");
	replace_file(second_version);
	terminal_expect(terminal, "Sold wax.");
	viewer_quit(terminal);
}

/* An editor that tells how it was called, and adds a line to the file. */
static void test_edits_at_the_line(void **state)
{
	char editor[4200];
	char script[sizeof path + 8];
	snprintf(script, sizeof script, "%s.sh", path);
	snprintf(editor, sizeof editor, "VISUAL=sh /tmp/vitae-test-%ld.yaml.sh", (long)getpid());
	const char *const environment[] = {editor, NULL};
	struct terminal *terminal = start_on_file(state, environment);
	write_file(script, "echo \"line $1\"; sed -i 's/bread/buns/' \"$2\"; read answer\n");
	viewer_press(terminal, "j l j");
	terminal_expect(terminal, "Baked bread.");
	viewer_press(terminal, "e");
	terminal_expect(terminal, "line +6");
	assert_false(terminal_alternate_screen(terminal));
	terminal_send(terminal, "\r");
	terminal_expect(terminal, "Baked buns.");
	viewer_quit(terminal);
	unlink(script);
}

static void test_says_that_there_is_no_editor(void **state)
{
	static const char *const environment[] = {"VISUAL", "EDITOR", "PATH=/nonexistent", NULL};
	struct terminal *terminal = start_on_file(state, environment);
	viewer_press(terminal, "e");
	terminal_expect(terminal, "No editor found");
	viewer_quit(terminal);
}

/* OSC 52 with the address in base64, and never a word of success. */
static void test_copies_a_link(void **state)
{
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "C 2 l j j y");
	terminal_expect(terminal, "Sent to the terminal's clipboard:");
	terminal_expect(terminal, "https://patents.google.com/patent/US9910916B1/en");
	viewer_press(terminal, "q");
	terminal_wait_exit(terminal, 0);
	assert_string_equal(terminal_unknown(terminal),
		"OSC 52;c;aHR0cHM6Ly9wYXRlbnRzLmdvb2dsZS5jb20vcGF0ZW50L1VTOTkxMDkxNkIxL2Vu\n");
}

static void test_asks_in_the_last_line(void **state)
{
	int row;
	int column;
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "/ q u a n");
	terminal_expect(terminal, "/quan");
	terminal_expect(terminal, "1/1");
	assert_true(terminal_cursor_visible(terminal));
	terminal_cursor(terminal, &row, &column);
	assert_int_equal(row, 23);
	assert_int_equal(column, 6);
	viewer_press(terminal, "Enter");
	terminal_expect(terminal, "n next");
	assert_false(terminal_cursor_visible(terminal));
	viewer_quit(terminal);
}

/* ^C leaves a question; without one it ends the program. */
static void test_interrupt_leaves_a_question(void **state)
{
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "/ q");
	terminal_expect(terminal, "/q");
	viewer_press(terminal, "^C");
	assert_true(terminal_wait_gone(terminal, "/q ", 0));
	terminal_expect(terminal, "q quit");
	viewer_press(terminal, "^C");
	int status = terminal_wait_exit(terminal, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 128 + SIGINT);
	viewer_expect_restored(terminal);
}

static void test_digits_wait_for_a_command(void **state)
{
	struct terminal *terminal = viewer_open(state);
	viewer_press(terminal, "E g");
	terminal_expect(terminal, "Responsible for hiring");
	viewer_press(terminal, "2");
	/* Alone it is a section. */
	terminal_expect(terminal, "Digital Content excerpt");
	viewer_press(terminal, "g 3 j");
	terminal_expect(terminal, "mailto:appliedml42@gmail.com");
	viewer_quit(terminal);
}

/* The same in two ways: of many, and of none. */
static void test_goes_where_it_is_told(void **state)
{
	const char *const good[] = {getenv("VITAE"), "--goto=work.amazon", getenv("RESUME"), NULL};
	const char *const bad[] = {getenv("VITAE"), "--goto=nowhere", getenv("RESUME"), NULL};
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.arguments = good});
	terminal_expect(terminal, "Technical lead for the query understanding science team.");
	viewer_quit(terminal);
	terminal_destroy(terminal);
	*state = NULL;
	terminal = viewer_start(state, (struct terminal_options){.arguments = bad});
	terminal_expect(terminal, "there is no part 'nowhere'; there are:");
	assert_int_equal(WEXITSTATUS(terminal_wait_exit(terminal, 0)), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_follows_the_file, viewer_teardown),
		cmocka_unit_test_teardown(test_keeps_the_last_good_version, viewer_teardown),
		cmocka_unit_test_teardown(test_edits_at_the_line, viewer_teardown),
		cmocka_unit_test_teardown(test_says_that_there_is_no_editor, viewer_teardown),
		cmocka_unit_test_teardown(test_copies_a_link, viewer_teardown),
		cmocka_unit_test_teardown(test_asks_in_the_last_line, viewer_teardown),
		cmocka_unit_test_teardown(test_interrupt_leaves_a_question, viewer_teardown),
		cmocka_unit_test_teardown(test_digits_wait_for_a_command, viewer_teardown),
		cmocka_unit_test_teardown(test_goes_where_it_is_told, viewer_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
