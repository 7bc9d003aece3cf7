/* By which ways text goes to the clipboard, and what the terminal is sent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "directory.h"
#include "host/clipboard.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Writes its words and its input to the file of its name with .out. */
static const char helper[] = "#!/bin/sh\n{ echo \"$*\"; /bin/cat; } >\"$0.out\"\n";

/* A terminal at this machine, without windows, and no program in $PATH but the test's own. */
static void set_terminal(const char *terminal)
{
	static const char *const variables[] = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY",
		"DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY"};
	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++)
		unsetenv(variables[i]);
	setenv("PATH", directory, 1);
	setenv("TERM", terminal, 1);
}

/* Returns how many programs were started, when all have ended. */
static int wait_for_helpers(void)
{
	int count = 0;
	int status;
	while (wait(&status) > 0) {
		assert_int_equal(status, 0);
		count++;
	}
	assert_int_equal(errno, ECHILD);
	return count;
}

/* What the terminal is sent, in a static buffer. */
static const char *send_text(const char *text, int helpers)
{
	static char sent[2000];
	struct buffer sequence = {0};
	assert_true(clipboard_send(text_from(text), &sequence));
	assert_true(sequence.length < sizeof(sent));
	snprintf(sent, sizeof(sent), "%.*s", (int)sequence.length,
		sequence.bytes ? sequence.bytes : "");
	buffer_finish(&sequence);
	assert_int_equal(wait_for_helpers(), helpers);
	return sent;
}

static void encodes_in_base64(void **state)
{
	(void)state;
	set_terminal("xterm-256color");
	assert_string_equal(send_text("", 0), "\033]52;c;\033\\");
	assert_string_equal(send_text("f", 0), "\033]52;c;Zg==\033\\");
	assert_string_equal(send_text("fo", 0), "\033]52;c;Zm8=\033\\");
	assert_string_equal(send_text("foo", 0), "\033]52;c;Zm9v\033\\");
	assert_string_equal(send_text("foob", 0), "\033]52;c;Zm9vYg==\033\\");
	assert_string_equal(send_text("\xff\xfe\xfb\xef\xbe", 0), "\033]52;c;//77774=\033\\");
	assert_string_equal(send_text("r\u00e9sum\u00e9\n", 0), "\033]52;c;csOpc3Vtw6kK\033\\");
}

static void adds_to_what_is_in_the_sequence(void **state)
{
	struct buffer sequence = {0};
	(void)state;
	set_terminal("xterm-256color");
	buffer_add(&sequence, TEXT("before"));
	assert_true(clipboard_send(TEXT("foo"), &sequence));
	assert_true(text_is(buffer_text(&sequence), "before\033]52;c;Zm9v\033\\"));
	buffer_finish(&sequence);
}

static void refuses_what_is_too_long(void **state)
{
	static char bytes[CLIPBOARD_BYTES_MOST + 1];
	struct buffer sequence = {0};
	(void)state;
	set_terminal("xterm-256color");
	setenv("DISPLAY", ":0", 1);
	write_file("xclip", "#!/bin/sh\nexit 0\n", 0700);
	memset(bytes, 'a', sizeof(bytes));
	assert_false(clipboard_send((struct text){bytes, sizeof(bytes)}, &sequence));
	assert_int_equal(sequence.length, 0);
	assert_int_equal(wait_for_helpers(), 0);
	unsetenv("DISPLAY");
	assert_true(clipboard_send((struct text){bytes, sizeof(bytes) - 1}, &sequence));
	assert_int_equal(sequence.length, 7 + CLIPBOARD_BYTES_MOST / 3 * 4 + 2);
	buffer_finish(&sequence);
}

static void gives_tmux_the_text_and_the_sequence(void **state)
{
	(void)state;
	set_terminal("screen-256color");
	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	assert_string_equal(send_text("foo", 0), "\033]52;c;Zm9v\033\\");
	write_file("tmux", helper, 0700);
	assert_string_equal(send_text("foo", 1), "\033]52;c;Zm9v\033\\");
	check_file("tmux.out", "load-buffer -w -\nfoo", 0644);
}

static void tells_tmux_over_ssh_too(void **state)
{
	(void)state;
	set_terminal("tmux-256color");
	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	setenv("SSH_TTY", "/dev/pts/0", 1);
	setenv("DISPLAY", "localhost:10.0", 1);
	write_file("tmux", helper, 0700);
	write_file("xclip", helper, 0700);
	assert_string_equal(send_text("foo", 1), "\033]52;c;Zm9v\033\\");
	check_file("tmux.out", "load-buffer -w -\nfoo", 0644);
	assert_int_equal(access(place("xclip.out"), F_OK), -1);
}

static void wraps_the_sequence_for_screen(void **state)
{
	(void)state;
	set_terminal("screen.xterm-256color");
	assert_string_equal(send_text("foo", 0), "\033P\033]52;c;Zm9v\a\033\\");
	set_terminal("xterm");
	setenv("STY", "1234.pts-0.host", 1);
	assert_string_equal(send_text("foo", 0), "\033P\033]52;c;Zm9v\a\033\\");
}

/* The pieces put together again; none is longer than screen takes. */
static void cuts_what_is_long_for_screen(void **state)
{
	char text[601];
	char whole[1000] = "";
	char expected[1000];
	(void)state;
	set_terminal("screen");
	memset(text, 'a', 600);
	text[600] = '\0';
	for (const char *piece = send_text(text, 0); *piece;) {
		assert_memory_equal(piece, "\033P", 2);
		const char *end = strstr(piece, "\033\\");
		assert_non_null(end);
		assert_true(end - piece <= 252);
		strncat(whole, piece + 2, (size_t)(end - piece - 2));
		piece = end + 2;
	}
	strcpy(expected, "\033]52;c;");
	for (int i = 0; i < 200; i++)
		strcat(expected, "YWFh");
	assert_string_equal(whole, strcat(expected, "\a"));
}

static void asks_the_screen_of_this_machine_first(void **state)
{
	(void)state;
	set_terminal("xterm");
	setenv("DISPLAY", ":0", 1);
	assert_string_equal(send_text("foo", 0), "\033]52;c;Zm9v\033\\");
	write_file("xsel", helper, 0700);
	assert_string_equal(send_text("foo", 1), "");
	check_file("xsel.out", "-ib\nfoo", 0644);
	write_file("xclip", helper, 0700);
	assert_string_equal(send_text("bar\n", 1), "");
	check_file("xclip.out", "-selection clipboard\nbar\n", 0644);
	write_file("wl-copy", helper, 0700);
	assert_string_equal(send_text("baz", 1), "");
	assert_int_equal(access(place("wl-copy.out"), F_OK), -1);
	setenv("WAYLAND_DISPLAY", "wayland-0", 1);
	assert_string_equal(send_text("foo", 1), "");
	check_file("wl-copy.out", "\nfoo", 0644);
	/* tmux has buffers of its own besides. */
	write_file("tmux", helper, 0700);
	setenv("TMUX", "/tmp/tmux-0/default,1,0", 1);
	assert_string_equal(send_text("foo", 2), "");
	check_file("tmux.out", "load-buffer -w -\nfoo", 0644);
}

static void asks_no_helper_over_ssh(void **state)
{
	(void)state;
	set_terminal("xterm");
	setenv("DISPLAY", "localhost:10.0", 1);
	setenv("SSH_CONNECTION", "192.0.2.1 2 192.0.2.2 22", 1);
	write_file("xclip", helper, 0700);
	assert_string_equal(send_text("foo", 0), "\033]52;c;Zm9v\033\\");
}

static void sends_the_sequence_if_no_helper_starts(void **state)
{
	(void)state;
	set_terminal("xterm");
	setenv("DISPLAY", ":0", 1);
	write_file("xclip", "#!/no/such/shell\n", 0700);
	assert_string_equal(send_text("foo", 0), "\033]52;c;Zm9v\033\\");
}

/* More than a pipe holds, and no one who reads it. */
static void does_not_wait_for_a_helper_that_does_not_read(void **state)
{
	static char bytes[CLIPBOARD_BYTES_MOST];
	struct buffer sequence = {0};
	(void)state;
	set_terminal("xterm");
	setenv("DISPLAY", ":0", 1);
	assert_int_equal(mkfifo(place("go"), 0600), 0);
	write_file("xclip", "#!/bin/sh\nread line <\"${0%/*}/go\"\n/usr/bin/wc -c >\"$0.out\"\n",
		0700);
	memset(bytes, 'a', sizeof(bytes));
	assert_true(clipboard_send((struct text){bytes, sizeof(bytes)}, &sequence));
	write_file("go", "\n", 0600);
	assert_int_equal(wait_for_helpers(), 1);
	check_file("xclip.out", "74994\n", 0644);
	buffer_finish(&sequence);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_directory(encodes_in_base64),
		in_directory(adds_to_what_is_in_the_sequence),
		in_directory(refuses_what_is_too_long),
		in_directory(gives_tmux_the_text_and_the_sequence),
		in_directory(tells_tmux_over_ssh_too),
		in_directory(wraps_the_sequence_for_screen),
		in_directory(cuts_what_is_long_for_screen),
		in_directory(asks_the_screen_of_this_machine_first),
		in_directory(asks_no_helper_over_ssh),
		in_directory(sends_the_sequence_if_no_helper_starts),
		in_directory(does_not_wait_for_a_helper_that_does_not_read),
	};
	umask(022);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
