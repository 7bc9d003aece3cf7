/* What the program asks of the system: saving, opening addresses, signals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "directory.h"
#include "host/opener.h"
#include "host/save.h"
#include "host/signals.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static size_t count_files(void)
{
	size_t count = 0;
	DIR *stream = opendir(directory);
	assert_non_null(stream);
	while (readdir(stream))
		count++;
	closedir(stream);
	return count - 2;
}

/* Saving */

static void begin_with(struct save *save, const char *name, const char *string)
{
	assert_true(save_begin(save, place(name)));
	assert_true(save->descriptor >= 0);
	assert_int_equal(write(save->descriptor, string, strlen(string)), strlen(string));
}

static void saves_a_new_file_with_the_usual_mode(void **state)
{
	struct save save;
	(void)state;
	mode_t mask = umask(027);
	begin_with(&save, "file", "new");
	assert_int_equal(access(place("file"), F_OK), -1);
	assert_true(save_commit(&save));
	umask(mask);
	check_file("file", "new", 0640);
	assert_int_equal(count_files(), 1);
}

static void shows_the_old_file_until_the_new_one_is_whole(void **state)
{
	struct save save;
	(void)state;
	write_file("file", "old", 0604);
	begin_with(&save, "file", "new");
	check_file("file", "old", 0604);
	assert_true(save_commit(&save));
	check_file("file", "new", 0604);
	assert_int_equal(count_files(), 1);
}

static void leaves_the_old_file_when_abandoned(void **state)
{
	struct save save;
	(void)state;
	write_file("file", "old", 0600);
	begin_with(&save, "file", "new");
	save_abandon(&save);
	check_file("file", "old", 0600);
	assert_int_equal(count_files(), 1);
	save_abandon(&save);
}

static void writes_through_links(void **state)
{
	struct save save;
	struct stat status;
	(void)state;
	write_file("file", "old", 0600);
	assert_int_equal(symlink("file", place("link")), 0);
	assert_int_equal(symlink("link", place("second")), 0);
	begin_with(&save, "second", "new");
	assert_true(save_commit(&save));
	check_file("file", "new", 0600);
	assert_int_equal(lstat(place("link"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(lstat(place("second"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(count_files(), 3);
}

static void writes_pipes_and_devices_themselves(void **state)
{
	struct save save;
	char bytes[10];
	(void)state;
	assert_int_equal(mkfifo(place("pipe"), 0600), 0);
	int reader = open(place("pipe"), O_RDONLY | O_NONBLOCK);
	begin_with(&save, "pipe", "new");
	assert_true(save_commit(&save));
	assert_int_equal(read(reader, bytes, sizeof(bytes)), 3);
	close(reader);
	assert_int_equal(count_files(), 1);
	assert_true(save_begin(&save, "/dev/full"));
	assert_int_equal(write(save.descriptor, "x", 1), -1);
	assert_int_equal(errno, ENOSPC);
	save_abandon(&save);
	assert_int_equal(access("/dev/full", W_OK), 0);
}

static void says_why_it_cannot_begin(void **state)
{
	struct save save;
	(void)state;
	assert_false(save_begin(&save, place("missing/file")));
	assert_int_equal(errno, ENOENT);
	assert_false(save_begin(&save, directory));
	assert_int_equal(errno, EISDIR);
}

static void leaves_the_old_file_if_it_cannot_be_replaced(void **state)
{
	struct save save;
	(void)state;
	write_file("file", "old", 0600);
	begin_with(&save, "file", "new");
	/* The new file is taken away, so that there is nothing to put in place. */
	assert_int_equal(unlink(save.temporary), 0);
	assert_false(save_commit(&save));
	assert_int_equal(errno, ENOENT);
	check_file("file", "old", 0600);
	assert_int_equal(count_files(), 1);
}

static void leaves_nothing_behind_if_it_cannot_replace(void **state)
{
	struct save save;
	(void)state;
	begin_with(&save, "file", "new");
	assert_int_equal(mkdir(place("file"), 0700), 0);
	assert_false(save_commit(&save));
	assert_int_equal(errno, EISDIR);
	assert_int_equal(count_files(), 1);
}

/* Opening */

/* Programs that exist are files of those names in the directory, which is all of $PATH. */
static void set_browser(const char *browser)
{
	static const char *const others[] = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "DISPLAY",
		"WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION"};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		unsetenv(others[i]);
	setenv("PATH", directory, 1);
	if (browser)
		setenv("BROWSER", browser, 1);
	else
		unsetenv("BROWSER");
}

enum shows { NOWHERE, IN_WINDOW, IN_TERMINAL };

/* The words as "one|two". */
static void check_opener(enum shows shows, const char *words)
{
	static const char url[] = "https://example.org/%s?a=%25";
	struct command command = {0};
	char joined[400] = "";
	assert_int_equal(opener_choose(&command, url), shows != NOWHERE);
	for (int i = 0; shows != NOWHERE && command.words[i]; i++) {
		strcat(joined, i ? "|" : "");
		strcat(joined, command.words[i]);
	}
	assert_string_equal(joined, words);
	if (shows != NOWHERE)
		assert_int_equal(command.needs_terminal, shows == IN_TERMINAL);
}

static void reads_the_browser_variable(void **state)
{
	(void)state;
	write_file("firefox", "", 0700);
	set_browser("firefox");
	check_opener(IN_WINDOW, "firefox|https://example.org/%s?a=%25");
	set_browser("firefox --new-tab  %s\t-x");
	check_opener(IN_WINDOW, "firefox|--new-tab|https://example.org/%s?a=%25|-x");
	set_browser("firefox --url=%s --load=100%% %% %x %");
	check_opener(IN_WINDOW, "firefox|--url=https://example.org/%s?a=%25|--load=100%|%|%x|%");
	set_browser("firefox %%s");
	check_opener(IN_WINDOW, "firefox|%s|https://example.org/%s?a=%25");
	set_browser("firefox '$(x)' ; \"y z\"");
	check_opener(IN_WINDOW, "firefox|'$(x)'|;|\"y|z\"|https://example.org/%s?a=%25");
}

static void takes_the_first_program_there_is(void **state)
{
	(void)state;
	write_file("second", "", 0700);
	write_file("third", "", 0700);
	write_file("private", "", 0600);
	set_browser("first:private:/no/such:second -x:third");
	check_opener(IN_WINDOW, "second|-x|https://example.org/%s?a=%25");
	set_browser("::first:  :");
	check_opener(NOWHERE, "");
	set_browser("");
	check_opener(NOWHERE, "");
	set_browser(NULL);
	check_opener(NOWHERE, "");
}

static void knows_browsers_that_need_the_terminal(void **state)
{
	(void)state;
	write_file("w3m", "", 0700);
	set_browser("w3m");
	check_opener(IN_TERMINAL, "w3m|https://example.org/%s?a=%25");
	set_browser(place("w3m"));
	struct command command = {0};
	assert_true(opener_choose(&command, "https://example.org"));
	assert_true(command.needs_terminal);
}

static void opens_nothing_over_ssh(void **state)
{
	static const char *const variables[] = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"};
	(void)state;
	write_file("firefox", "", 0700);
	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		set_browser("firefox");
		setenv(variables[i], "x", 1);
		check_opener(NOWHERE, "");
	}
	set_browser("firefox");
	setenv("SSH_TTY", "", 1);
	check_opener(IN_WINDOW, "firefox|https://example.org/%s?a=%25");
}

static void falls_back_on_what_the_system_has(void **state)
{
	(void)state;
	write_file("xdg-open", "", 0700);
	set_browser("missing");
	check_opener(NOWHERE, "");
	setenv("DISPLAY", ":0", 1);
	check_opener(IN_WINDOW, "xdg-open|https://example.org/%s?a=%25");
	write_file("gio", "", 0700);
	assert_int_equal(unlink(place("xdg-open")), 0);
	check_opener(IN_WINDOW, "gio|open|https://example.org/%s?a=%25");
	unsetenv("DISPLAY");
	check_opener(NOWHERE, "");
}

static void refuses_what_is_too_long(void **state)
{
	static char browser[COMMAND_BYTES_MOST + 100];
	(void)state;
	write_file("a", "", 0700);
	memset(browser, 'b', sizeof(browser) - 1);
	memcpy(browser, "a ", 2);
	set_browser(browser);
	check_opener(NOWHERE, "");
	/* The address, and a NULL, need room behind the most words. */
	strcpy(browser, "a 2 3 4 5 6 7 8 9 10 11 12 13 14 15");
	set_browser(browser);
	check_opener(IN_WINDOW, "a|2|3|4|5|6|7|8|9|10|11|12|13|14|15|https://example.org/%s?a=%25");
	strcat(browser, " 16");
	set_browser(browser);
	check_opener(NOWHERE, "");
}

static void starts_without_shell_or_terminal(void **state)
{
	struct command command = {0};
	int status;
	char path[PATH_MAX];
	(void)state;
	write_file("script",
		"#!/bin/sh\nprintf '%s' \"$*\" >\"$OUT\"\n"
		"{ test -t 0 || test -t 1 || test -t 2; } && exit 9\n"
		"test \"$(cat)\" = '' || exit 8\n",
		0700);
	snprintf(path, sizeof(path), "%.200s:/bin:/usr/bin", directory);
	set_browser("script -- %s '$(exit)'");
	setenv("PATH", path, 1);
	setenv("OUT", place("out"), 1);
	assert_true(opener_choose(&command, "https://example.org/;x"));
	assert_false(command.needs_terminal);
	pid_t process = command_start(&command, -1);
	assert_true(process > 0);
	assert_int_equal(getpgid(process) == getpgrp(), 0);
	assert_int_equal(waitpid(process, &status, 0), process);
	assert_int_equal(status, 0);
	check_file("out", "-- https://example.org/;x '$(exit)'", 0666 & ~022);
}

static void starts_in_the_foreground_with_an_input(void **state)
{
	struct command command = {.needs_terminal = true};
	int status;
	(void)state;
	write_file("script", "#!/bin/sh\n/bin/cat >\"$0.out\"\n", 0700);
	write_file("input", "for the program", 0600);
	int input = open(place("input"), O_RDONLY | O_CLOEXEC);
	command_add_words(&command, text_from(place("script")), NULL);
	assert_true(command_can_start(&command));
	pid_t process = command_start(&command, input);
	close(input);
	assert_true(process > 0);
	assert_int_equal(getpgid(process), getpgrp());
	assert_int_equal(waitpid(process, &status, 0), process);
	assert_int_equal(status, 0);
	check_file("script.out", "for the program", 0644);
}

static void says_why_it_cannot_start(void **state)
{
	char word[] = "/no/such/program";
	struct command command = {.words = {word, NULL}};
	(void)state;
	assert_int_equal(command_start(&command, -1), -1);
	assert_int_equal(errno, ENOENT);
}

/* Signals */

static void no_rescue(void)
{
}

static void turns_signals_into_bytes(void **state)
{
	(void)state;
	int descriptor = signals_begin(no_rescue);
	struct pollfd poller = {.fd = descriptor, .events = POLLIN};
	assert_true(descriptor >= 0);
	assert_int_equal(poll(&poller, 1, 0), 0);
	assert_int_equal(signals_next(), 0);
	raise(SIGTSTP);
	raise(SIGCHLD);
	raise(SIGCONT);
	assert_int_equal(poll(&poller, 1, 0), 1);
	assert_int_equal(signals_next(), SIGTSTP);
	assert_int_equal(signals_next(), SIGCHLD);
	assert_int_equal(signals_next(), SIGCONT);
	assert_int_equal(signals_next(), 0);
	signals_end();
	assert_int_equal(fcntl(descriptor, F_GETFD), -1);
}

static void survives_more_signals_than_the_pipe_holds(void **state)
{
	int count = 0;
	(void)state;
	assert_true(signals_begin(no_rescue) >= 0);
	for (int i = 0; i < 100000; i++)
		raise(SIGCONT);
	while (signals_next() == SIGCONT)
		count++;
	assert_true(count > 100);
	signals_end();
}

static void gives_signals_back(void **state)
{
	struct sigaction action;
	(void)state;
	signal(SIGHUP, SIG_IGN);
	assert_true(signals_begin(no_rescue) >= 0);
	sigaction(SIGHUP, NULL, &action);
	assert_ptr_not_equal(action.sa_handler, SIG_IGN);
	raise(SIGTERM);
	signals_end();
	sigaction(SIGHUP, NULL, &action);
	assert_ptr_equal(action.sa_handler, SIG_IGN);
	sigaction(SIGTERM, NULL, &action);
	assert_ptr_equal(action.sa_handler, SIG_DFL);
	/* The alarm that would have ended the program is gone. */
	assert_int_equal(alarm(0), 0);
	signal(SIGHUP, SIG_DFL);
}

static void rescue_and_leave(void)
{
	_exit(42);
}

static void rescues_when_it_crashes(void **state)
{
	int status;
	(void)state;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		signals_begin(rescue_and_leave);
		raise(SIGSEGV);
		_exit(1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 42);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_directory(saves_a_new_file_with_the_usual_mode),
		in_directory(shows_the_old_file_until_the_new_one_is_whole),
		in_directory(leaves_the_old_file_when_abandoned),
		in_directory(writes_through_links),
		in_directory(writes_pipes_and_devices_themselves),
		in_directory(says_why_it_cannot_begin),
		in_directory(leaves_the_old_file_if_it_cannot_be_replaced),
		in_directory(leaves_nothing_behind_if_it_cannot_replace),
		in_directory(reads_the_browser_variable),
		in_directory(takes_the_first_program_there_is),
		in_directory(knows_browsers_that_need_the_terminal),
		in_directory(opens_nothing_over_ssh),
		in_directory(falls_back_on_what_the_system_has),
		in_directory(refuses_what_is_too_long),
		in_directory(starts_without_shell_or_terminal),
		in_directory(starts_in_the_foreground_with_an_input),
		in_directory(says_why_it_cannot_start),
		in_directory(turns_signals_into_bytes),
		in_directory(survives_more_signals_than_the_pipe_holds),
		cmocka_unit_test(gives_signals_back),
		in_directory(rescues_when_it_crashes),
	};
	umask(022);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
