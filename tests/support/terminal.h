/*
 * A program on a pseudo-terminal inside an emulated terminal, for tests that press keys and read
 * the screen. Knows nothing of vitae.
 *
 * Use it from cmocka tests only: what cannot be set up fails the running test. Create the
 * terminal in the test, keep it in *state and destroy it in the teardown, so that a failing test
 * leaves no process behind.
 *
 * Rows and columns count from 0. Strings returned belong to the terminal and live as long as it
 * does. A deadline is in milliseconds from the call, by the monotonic clock; 0 stands for
 * TERMINAL_DEADLINE. While a function waits, it reads and answers what the program writes;
 * between calls nothing is read.
 */
#ifndef VITAE_TESTS_SUPPORT_TERMINAL_H
#define VITAE_TESTS_SUPPORT_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
	TERMINAL_DEADLINE = 10000,    /* sanitizer builds on a busy machine are slow */
	TERMINAL_OUTPUT_KEPT = 65536, /* bytes */
};

enum terminal_mouse {
	TERMINAL_MOUSE_NONE,
	TERMINAL_MOUSE_CLICK,
	TERMINAL_MOUSE_DRAG,
	TERMINAL_MOUSE_MOVE,
};

enum {
	TERMINAL_COLOUR_DEFAULT = -1,
	TERMINAL_COLOUR_RGB = 0x1000000, /* set in a colour that is 0xRRGGBB, not an index */
};

/* What is left zero has a default. Everything is borrowed during terminal_start() only. */
struct terminal_options {
	int rows;    /* 24 */
	int columns; /* 80 */

	/* The program, looked up in PATH unless it holds a slash, and its arguments; ends with
	 * NULL. */
	const char *const *arguments;

	/*
	 * Changes to the environment; ends with NULL. "NAME=value" sets and "NAME" removes. The
	 * environment starts with PATH, HOME (see terminal_home()), LANG=C.UTF-8,
	 * TERM=xterm-256color and what loaders, sanitizers and coverage tools need, and nothing
	 * else. A value for ASAN_OPTIONS or UBSAN_OPTIONS is added to the inherited one.
	 */
	const char *const *environment;

	bool eight_bit; /* the terminal takes each byte for a character */

	const char *working_directory; /* the test's own */
	const char *input;             /* a file to be the standard input instead of the terminal */
};

struct terminal;

/*
 * Starts the program as the leader of a session of its own whose controlling terminal is the
 * emulated one. It has no other files open, default signal actions, and says so on the screen
 * and exits with 127 when it cannot be run.
 *
 * The kernel ignores ^Z for the leader itself: run the program under an interactive shell to
 * test suspending.
 */
struct terminal *terminal_start(const struct terminal_options *options);

/*
 * Kills what is left of the session, frees everything, removes terminal_home() and then fails
 * the running test if a sanitizer reported something. Accepts NULL.
 */
void terminal_destroy(struct terminal *terminal);

/* Destroys the terminal in *state: a teardown for cmocka. */
int terminal_teardown(void **state);

/* Types; false when the program has not taken the bytes after TERMINAL_DEADLINE. */
bool terminal_send(struct terminal *terminal, const char *bytes);
bool terminal_send_bytes(struct terminal *terminal, const char *bytes, size_t length);

/* Changes the size of the window, as a user does; the program gets SIGWINCH. At least 1x1. */
void terminal_resize(struct terminal *terminal, int rows, int columns);

/* Closes the terminal as a lost connection does. The screen can still be read. */
void terminal_hang_up(struct terminal *terminal);

/* While held, nothing is read, not even by a wait: the program's output blocks when full. */
void terminal_hold_output(struct terminal *terminal, bool hold);

/*
 * Waits until the UTF-8 text is on one row of the screen, or on none. False after the deadline,
 * and at once when the program ended without that.
 */
bool terminal_wait_for(struct terminal *terminal, const char *text, int deadline_ms);
bool terminal_wait_gone(struct terminal *terminal, const char *text, int deadline_ms);

/* As terminal_wait_for() with the default deadline, but fails the test and shows the screen. */
void terminal_expect(struct terminal *terminal, const char *text);

/* Waits until more than since bytes were received; see terminal_received(). */
bool terminal_wait_output(struct terminal *terminal, size_t since, int deadline_ms);

/*
 * Waits until nothing was received for a while: only for programs known to have begun to write,
 * since one that has yet to do so is quiet too. False when it was never quiet.
 */
bool terminal_settle(struct terminal *terminal, int quiet_ms, int deadline_ms);

/* Waits until the condition holds, trying it after each read and every 20 ms. */
bool terminal_wait_until(struct terminal *terminal,
	bool (*condition)(struct terminal *terminal, const void *context), const void *context,
	int deadline_ms);

/* Waits until a file exists and returns its contents, NULL after the deadline. */
const char *terminal_wait_file(struct terminal *terminal, const char *path, int deadline_ms);

/* Waits until the program ended, reads the rest, and returns the wait status, or -1. */
int terminal_wait_exit(struct terminal *terminal, int deadline_ms);

/* The text of a row without trailing blanks. */
const char *terminal_row(struct terminal *terminal, int row);

/* All rows with newlines in between, without trailing empty rows. */
const char *terminal_screen(struct terminal *terminal);

/*
 * A letter for each column, without trailing dots: '.' plain, 'B' bold, 'U' underlined, 'W' both;
 * and the same in reverse video: 'R', 'b', 'u', 'w'.
 */
const char *terminal_attributes(struct terminal *terminal, int row);
const char *terminal_attributes_screen(struct terminal *terminal);

/* The colours of a cell: TERMINAL_COLOUR_DEFAULT, a palette index, or one that is marked RGB. */
int terminal_foreground(struct terminal *terminal, int row, int column);
int terminal_background(struct terminal *terminal, int row, int column);

/* The target of the OSC 8 hyperlink on a cell, or NULL. */
const char *terminal_link(struct terminal *terminal, int row, int column);

/* False if one half of a double-width character was overwritten, the other half left. */
bool terminal_wide_characters_whole(struct terminal *terminal);

void terminal_cursor(struct terminal *terminal, int *row, int *column);
bool terminal_cursor_visible(struct terminal *terminal);
bool terminal_alternate_screen(struct terminal *terminal);
enum terminal_mouse terminal_mouse(struct terminal *terminal);
const char *terminal_title(struct terminal *terminal);

/* Bytes received so far, and in how many reads: a rough idea of how often was written. */
size_t terminal_received(struct terminal *terminal);
size_t terminal_chunks(struct terminal *terminal);

/*
 * What was received after the first since bytes, as far as it is among the last
 * TERMINAL_OUTPUT_KEPT. Followed by a NUL; length may be NULL.
 */
const char *terminal_output(struct terminal *terminal, size_t since, size_t *length);
bool terminal_output_contains(struct terminal *terminal, const char *bytes);

/*
 * The control sequences that the emulator did not know, such as "CSI >0q", one in a line in the
 * order received; "" when it knew all. Modes ("CSI ?1007h"), SGR, the title stack ("CSI 22t") and
 * the question for the background ("OSC 11;?") are never listed.
 */
const char *terminal_unknown(struct terminal *terminal);

/* True if the terminal's modes (termios) are what they were at the start; false once hung up. */
bool terminal_modes_restored(struct terminal *terminal);

/* The program, for kill(2). Do not wait for it yourself. */
pid_t terminal_process(struct terminal *terminal);

/*
 * True while the program or any other process of its session is alive. Processes die after the
 * program, not with it: prefer the wait, which is false after the deadline.
 */
bool terminal_processes_left(struct terminal *terminal);
bool terminal_wait_no_processes(struct terminal *terminal, int deadline_ms);

/* An empty directory made for the program, its HOME; removed with the terminal. */
const char *terminal_home(struct terminal *terminal);

/* What sanitizers reported in the program and its children so far, or "". */
const char *terminal_sanitizer_report(struct terminal *terminal);

#endif
