/* vitae on a real terminal: how it ends, stops, and lives with what happens to the terminal. */
#define _GNU_SOURCE 1
#include "support/viewer.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { STATUS_OF_SIGNAL = 128 };

static void expect_exit(struct terminal *terminal, int expected)
{
	int status = terminal_wait_exit(terminal, 0);
	assert_true(status != -1);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

/* Besides what the emulator knows of. */
static void expect_modes_restored(struct terminal *terminal)
{
	viewer_expect_restored(terminal);
	assert_true(terminal_output_contains(terminal, "\033[?2004l"));
	assert_true(terminal_output_contains(terminal, "\033[?1007r"));
}

/* Signals */

static void test_signals(void **state)
{
	static const int numbers[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct terminal *terminal = viewer_open(state);
		kill(terminal_process(terminal), numbers[i]);
		expect_exit(terminal, STATUS_OF_SIGNAL + numbers[i]);
		expect_modes_restored(terminal);
		viewer_teardown(state);
	}
}

/* The signals that the terminal sends for keys. */
static void test_interrupt_and_quit_keys(void **state)
{
	static const char *const keys[] = {"\003", "\034"};
	static const int numbers[] = {SIGINT, SIGQUIT};
	for (int i = 0; i < 2; i++) {
		struct terminal *terminal = viewer_open(state);
		terminal_send(terminal, keys[i]);
		expect_exit(terminal, STATUS_OF_SIGNAL + numbers[i]);
		expect_modes_restored(terminal);
		viewer_teardown(state);
	}
}

static void test_crashes(void **state)
{
	static const int numbers[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
	/* A sanitizer's own handlers would report what is not a fault here. */
	static const char *const environment[] = {"ASAN_OPTIONS=handle_segv=0:handle_abort=0:"
						  "handle_sigbus=0:handle_sigfpe=0:handle_sigill=0",
		NULL};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct terminal *terminal =
			viewer_start_script(state, "ulimit -c 0; exec \"$VITAE\" \"$RESUME\"",
				(struct terminal_options){.environment = environment});
		viewer_ready(terminal);
		kill(terminal_process(terminal), numbers[i]);
		int status = terminal_wait_exit(terminal, 0);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(WTERMSIG(status), numbers[i]);
		expect_modes_restored(terminal);
		viewer_teardown(state);
	}
}

static void test_child_signal_alone_changes_nothing(void **state)
{
	struct terminal *terminal = viewer_open(state);
	size_t before = terminal_received(terminal);
	kill(terminal_process(terminal), SIGCHLD);
	kill(terminal_process(terminal), SIGPIPE);
	assert_false(terminal_wait_output(terminal, before, 200));
	viewer_quit(terminal);
}

/* Hanging up */

static void test_hang_up(void **state)
{
	struct terminal *terminal = viewer_open(state);
	terminal_hang_up(terminal);
	expect_exit(terminal, STATUS_OF_SIGNAL + SIGHUP);
}

/* Without the signal only the terminal itself tells. */
static void test_hang_up_unnoticed(void **state)
{
	struct terminal *terminal = viewer_start_script(
		state, "trap '' HUP; exec \"$VITAE\" \"$RESUME\"", (struct terminal_options){0});
	viewer_ready(terminal);
	terminal_hang_up(terminal);
	expect_exit(terminal, STATUS_OF_SIGNAL + SIGHUP);
}

static void test_hang_up_with_keys_from_elsewhere(void **state)
{
	struct terminal *terminal = viewer_start_script(
		state, "trap '' HUP; exec \"$VITAE\" - <\"$RESUME\"", (struct terminal_options){0});
	viewer_ready(terminal);
	terminal_hang_up(terminal);
	expect_exit(terminal, STATUS_OF_SIGNAL + SIGHUP);
}

static void test_hang_up_while_writing(void **state)
{
	struct terminal *terminal =
		viewer_start_script(state, "trap '' HUP; exec \"$VITAE\" \"$RESUME\"",
			(struct terminal_options){.rows = 60, .columns = 200});
	viewer_ready(terminal);
	terminal_hold_output(terminal, true);
	for (int i = 0; i < 200; i++)
		terminal_send(terminal, "\014");
	terminal_hang_up(terminal);
	expect_exit(terminal, STATUS_OF_SIGNAL + SIGHUP);
}

/* Output that is not taken */

/* The state letter and the time used so far, from proc(5). */
static bool read_process(pid_t process, char *letter, unsigned long *ticks)
{
	char path[64];
	unsigned long user;
	unsigned long system;
	snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	int count = fscanf(file, "%*d (%*[^)]) %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
		letter, &user, &system);
	fclose(file);
	*ticks = user + system;
	return count == 3;
}

struct stillness {
	unsigned long ticks;
	int count;
};

/* Asleep and without having used time for a while; nothing but the write can be waited for. */
static bool is_blocked(struct terminal *terminal, const void *context)
{
	struct stillness *stillness = (struct stillness *)context;
	unsigned long ticks;
	char letter;
	if (!read_process(terminal_process(terminal), &letter, &ticks))
		return false;
	stillness->count = letter == 'S' && ticks == stillness->ticks ? stillness->count + 1 : 0;
	stillness->ticks = ticks;
	return stillness->count >= 5;
}

static void test_blocked_output(void **state)
{
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.rows = 60, .columns = 200});
	struct stillness stillness = {0};
	viewer_ready(terminal);
	terminal_hold_output(terminal, true);
	/* Far more than the terminal holds. */
	for (int i = 0; i < 500; i++)
		terminal_send(terminal, "\014");
	assert_true(terminal_wait_until(terminal, is_blocked, &stillness, 0));
	kill(terminal_process(terminal), SIGTERM);
	int status = terminal_wait_exit(terminal, 0);
	assert_true(status != -1);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), STATUS_OF_SIGNAL + SIGTERM);
	assert_true(terminal_modes_restored(terminal));
}

/* Output that is taken late is all there in the end. */
static void test_delayed_output(void **state)
{
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	terminal_hold_output(terminal, true);
	for (int i = 0; i < 100; i++)
		terminal_send(terminal, "\014");
	viewer_press(terminal, "E d d");
	player_press_name(player, TEXT("E"));
	player_press_name(player, TEXT("d"));
	player_press_name(player, TEXT("d"));
	terminal_hold_output(terminal, false);
	viewer_expect_same(terminal, player);
}

/* Size */

/* Sizes change faster than the program can follow, the smallest among them. */
/* Searching, filtering and folding all the while. */
static void test_resize_storm(void **state)
{
	static const char *const keys[] = {"/", "d", "a", "Enter", "n", "h", "l", "Tab", "N", "E",
		"&", "t", "o", "Enter", "zM", "zR", "f", "Esc", "L2", "Esc"};
	struct terminal *terminal = viewer_open(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, "E d d d");
	unsigned random = 1;
	for (int i = 0; i < 200; i++) {
		random = random * 1103515245 + 12345;
		int rows = 1 + (int)(random >> 16) % 60;
		random = random * 1103515245 + 12345;
		terminal_resize(terminal, rows, 1 + (int)(random >> 16) % 200);
		viewer_press(terminal, keys[i % 20]);
		terminal_settle(terminal, 1, 5);
	}
	terminal_resize(terminal, 1, 1);
	terminal_resize(terminal, 60, 200);
	terminal_resize(terminal, 24, 80);
	viewer_press(terminal, "Esc");
	terminal_settle(terminal, 50, 0);
	viewer_press(terminal, "Esc");
	terminal_settle(terminal, 50, 0);
	viewer_press(terminal, "Esc E C G g");
	player_press_name(player, TEXT("C"));
	player_press_name(player, TEXT("G"));
	player_press_name(player, TEXT("g"));
	viewer_expect_same(terminal, player);
	viewer_press(terminal, "q");
	expect_exit(terminal, 0);
}

static void test_exported_size_does_not_freeze(void **state)
{
	static const char *const environment[] = {"LINES=10", "COLUMNS=40", NULL};
	struct terminal *terminal =
		viewer_start(state, (struct terminal_options){.environment = environment});
	struct player *player = viewer_mirror(24, 80);
	viewer_expect_same(terminal, player);
	viewer_resize_both(terminal, player, 30, 100);
}

/* Stopping */

static struct terminal *open_in_shell(void **state)
{
	static const char *const environment[] = {"PS1=prompt> ", "ENV=", NULL};
	struct terminal *terminal = viewer_start_script(
		state, "exec sh -i", (struct terminal_options){.environment = environment});
	terminal_expect(terminal, "prompt>");
	terminal_send(terminal, "stty -a >before\r");
	terminal_send(terminal, "echo 'echo edit\"\"ing; read line' >$HOME/editor\r");
	terminal_send(terminal, "export VISUAL=\"sh $HOME/editor\"\r");
	terminal_send(terminal, "\"$VITAE\" \"$RESUME\"\r");
	viewer_ready(terminal);
	return terminal;
}

static void expect_stopped(struct terminal *terminal)
{
	terminal_expect(terminal, "Stopped");
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	terminal_send(terminal, "echo ec''ho\r");
	terminal_expect(terminal, "echo");
}

/*
 * Quits the viewer, and the shell with a command. What is typed while the viewer still waits for
 * what the terminal owes it is lost, so the shell is spoken to until it answers.
 */
static void leave(struct terminal *terminal, const char *command)
{
	enum { TRIES = 20, PAUSE_MS = 1000 };
	bool heard = false;
	viewer_press(terminal, "q");
	assert_true(terminal_wait_gone(terminal, "q quit", 0));
	for (int i = 0; i < TRIES && !heard; i++) {
		terminal_send(terminal, "status=$?; echo he''ard\r");
		heard = terminal_wait_for(terminal, "heard", PAUSE_MS);
	}
	assert_true(heard);
	terminal_send(terminal, command);
}

static void test_suspend(void **state)
{
	struct terminal *terminal = open_in_shell(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press_both(terminal, player, "E d");
	for (int i = 0; i < 2; i++) {
		viewer_press(terminal, "^Z");
		expect_stopped(terminal);
		terminal_send(terminal, "fg\r");
		viewer_expect_same(terminal, player);
		assert_true(terminal_alternate_screen(terminal));
		assert_false(terminal_cursor_visible(terminal));
		viewer_press_both(terminal, player, "j Down");
	}
	leave(terminal, "echo status ${status}; exit\r");
	terminal_expect(terminal, "status 0");
	expect_exit(terminal, 0);
	viewer_expect_restored(terminal);
}

/* An editor that stops takes this program with it, and both go on together. */
static void test_suspend_in_editor(void **state)
{
	struct terminal *terminal = open_in_shell(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press(terminal, "e");
	terminal_expect(terminal, "editing");
	viewer_press(terminal, "^Z");
	expect_stopped(terminal);
	terminal_send(terminal, "fg\r");
	terminal_send(terminal, "\r");
	viewer_expect_same(terminal, player);
	leave(terminal, "exit\r");
	expect_exit(terminal, 0);
	viewer_expect_restored(terminal);
}

static void test_resize_while_stopped(void **state)
{
	struct terminal *terminal = open_in_shell(state);
	struct player *player = viewer_mirror(24, 80);
	viewer_press(terminal, "^Z");
	expect_stopped(terminal);
	terminal_resize(terminal, 30, 100);
	player_resize(player, 30, 100);
	terminal_send(terminal, "fg\r");
	viewer_expect_same(terminal, player);
}

static void test_stopped_and_ended(void **state)
{
	struct terminal *terminal = open_in_shell(state);
	viewer_press(terminal, "^Z");
	expect_stopped(terminal);
	terminal_send(terminal, "kill %1; fg; echo \"status $?\"; exit 3\r");
	terminal_expect(terminal, "status 143");
	expect_exit(terminal, 3);
	viewer_expect_restored(terminal);
}

#define TEST(name) cmocka_unit_test_teardown(test_##name, viewer_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(signals),
		TEST(interrupt_and_quit_keys),
		TEST(crashes),
		TEST(child_signal_alone_changes_nothing),
		TEST(hang_up),
		TEST(hang_up_unnoticed),
		TEST(hang_up_with_keys_from_elsewhere),
		TEST(hang_up_while_writing),
		TEST(blocked_output),
		TEST(delayed_output),
		TEST(resize_storm),
		TEST(exported_size_does_not_freeze),
		TEST(suspend),
		TEST(suspend_in_editor),
		TEST(resize_while_stopped),
		TEST(stopped_and_ended),
	};
	return cmocka_run_group_tests_name("viewer life", tests, NULL, NULL);
}
