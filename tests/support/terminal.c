#define _GNU_SOURCE 1
#include "terminal.h"

#include "terminal_emulator.h"
#include "terminal_process.h"

#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum {
	TICK = 20,        /* ms between looks at what is not announced by the pseudo-terminal */
	DRAIN_QUIET = 50, /* ms; only when a child of the program still has the terminal open */
};

struct terminal {
	struct emulator *emulator;
	struct process process;
	bool held;

	char *output; /* the last bytes received, and a NUL */
	size_t output_length;
	size_t received;
	size_t chunks;

	char **strings; /* handed out */
	size_t string_count;
};

/* Time */

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static long long end_of(int deadline_ms)
{
	return now() + (deadline_ms > 0 ? deadline_ms : TERMINAL_DEADLINE);
}

/* Milliseconds until the end, between 0 and most. */
static int left_until(long long end, int most)
{
	long long left = end - now();

	if (left < 0)
		return 0;
	return left < most ? (int)left : most;
}

static void pause_for(int milliseconds)
{
	poll(NULL, 0, milliseconds);
}

/* Strings */

static const char *keep(struct terminal *terminal, char *string)
{
	terminal->strings =
		reallocarray(terminal->strings, terminal->string_count + 1, sizeof(char *));
	if (!terminal->strings || !string)
		abort();
	terminal->strings[terminal->string_count++] = string;
	return string;
}

static FILE *open_string(char **string)
{
	static size_t length; /* nobody asks */
	FILE *stream = open_memstream(string, &length);

	if (!stream)
		abort();
	return stream;
}

/* Reading */

enum pump {
	PUMP_QUIET,
	PUMP_READ,
	PUMP_CLOSED, /* nobody has the other side open, and all was read */
};

static void record(struct terminal *terminal, const char *bytes, size_t length)
{
	size_t total = terminal->output_length + length;

	terminal->received += length;
	terminal->chunks++;
	if (length > TERMINAL_OUTPUT_KEPT) {
		bytes += length - TERMINAL_OUTPUT_KEPT;
		length = TERMINAL_OUTPUT_KEPT;
	}
	if (total > TERMINAL_OUTPUT_KEPT) {
		size_t kept = TERMINAL_OUTPUT_KEPT - length;

		memmove(terminal->output, terminal->output + terminal->output_length - kept, kept);
		terminal->output_length = kept;
	}
	memcpy(terminal->output + terminal->output_length, bytes, length);
	terminal->output_length += length;
	terminal->output[terminal->output_length] = '\0';
}

/* A program that asks and never reads the answers loses them when its queue is full. */
static void answer(struct terminal *terminal)
{
	char bytes[1024];
	size_t length;

	while ((length = emulator_take_replies(terminal->emulator, bytes, sizeof(bytes))) > 0) {
		if (write(terminal->process.master, bytes, length) < 0)
			break;
	}
}

/* Waits a while for something to read, and reads it. */
static enum pump pump(struct terminal *terminal, int wait_ms)
{
	struct pollfd master = {.fd = terminal->process.master, .events = POLLIN};
	char bytes[16384];
	ssize_t length;

	if (terminal->held || master.fd < 0) {
		pause_for(wait_ms);
		return terminal->held ? PUMP_QUIET : PUMP_CLOSED;
	}
	if (poll(&master, 1, wait_ms) <= 0)
		return PUMP_QUIET;
	length = read(master.fd, bytes, sizeof(bytes));
	if (length > 0) {
		record(terminal, bytes, (size_t)length);
		emulator_feed(terminal->emulator, bytes, (size_t)length);
		answer(terminal);
		return PUMP_READ;
	}
	if (length < 0 && (errno == EAGAIN || errno == EINTR))
		return PUMP_QUIET;
	/* poll() no longer waits now, so do. The program may open /dev/tty once more. */
	pause_for(wait_ms < 2 ? wait_ms : 2);
	return PUMP_CLOSED;
}

/* Waiting */

typedef bool condition_function(struct terminal *terminal, const void *context);

/* Gives up at once when the program ended and only it could make the condition true. */
static bool wait_until(struct terminal *terminal, condition_function *condition,
	const void *context, long long end, bool program_needed)
{
	while (!condition(terminal, context)) {
		int left = left_until(end, TICK);
		enum pump result = pump(terminal, left);

		if (left == 0 || (program_needed && result == PUMP_CLOSED &&
					 process_ended(&terminal->process)))
			return condition(terminal, context);
	}
	return true;
}

bool terminal_wait_until(struct terminal *terminal, condition_function *condition,
	const void *context, int deadline_ms)
{
	return wait_until(terminal, condition, context, end_of(deadline_ms), false);
}

static bool row_shows(struct terminal *terminal, int row, const char *text)
{
	char *string = NULL;
	FILE *stream = open_string(&string);
	bool shows;

	emulator_write_row(terminal->emulator, row, stream);
	fclose(stream);
	shows = strstr(string, text) != NULL;
	free(string);
	return shows;
}

static bool shows(struct terminal *terminal, const void *text)
{
	for (int row = 0; row < terminal->emulator->rows; row++) {
		if (row_shows(terminal, row, text))
			return true;
	}
	return false;
}

static bool shows_not(struct terminal *terminal, const void *text)
{
	return !shows(terminal, text);
}

bool terminal_wait_for(struct terminal *terminal, const char *text, int deadline_ms)
{
	return wait_until(terminal, shows, text, end_of(deadline_ms), true);
}

bool terminal_wait_gone(struct terminal *terminal, const char *text, int deadline_ms)
{
	return wait_until(terminal, shows_not, text, end_of(deadline_ms), true);
}

/* print_error() of cmocka would cut it off. */
static void print_report(struct terminal *terminal)
{
	fputs(terminal_sanitizer_report(terminal), stderr);
}

void terminal_expect(struct terminal *terminal, const char *text)
{
	if (terminal_wait_for(terminal, text, 0))
		return;
	fprintf(stderr, "\"%s\" is not on the screen:\n%s\n", text, terminal_screen(terminal));
	print_report(terminal);
	fail();
}

static bool received_more(struct terminal *terminal, const void *since)
{
	return terminal->received > *(const size_t *)since;
}

bool terminal_wait_output(struct terminal *terminal, size_t since, int deadline_ms)
{
	return wait_until(terminal, received_more, &since, end_of(deadline_ms), true);
}

bool terminal_settle(struct terminal *terminal, int quiet_ms, int deadline_ms)
{
	long long end = end_of(deadline_ms);
	long long quiet_end = now() + quiet_ms;

	for (;;) {
		int left = left_until(end, quiet_ms);

		/* Reads even when the time is up: this test may have slept, not the program. */
		if (pump(terminal, left_until(quiet_end, left)) == PUMP_READ)
			quiet_end = now() + quiet_ms;
		else if (now() >= quiet_end)
			return true;
		if (left == 0)
			return false;
	}
}

static bool file_exists(struct terminal *terminal, const void *path)
{
	(void)terminal;
	return access(path, F_OK) == 0;
}

const char *terminal_wait_file(struct terminal *terminal, const char *path, int deadline_ms)
{
	char *contents = NULL;
	size_t size = 0;
	FILE *file;

	if (!terminal_wait_until(terminal, file_exists, path, deadline_ms))
		return NULL;
	file = fopen(path, "r");
	if (!file)
		return NULL;
	/* Text has no NUL, so this is all of it. */
	if (getdelim(&contents, &size, '\0', file) < 0 && contents)
		*contents = '\0';
	fclose(file);
	return keep(terminal, contents);
}

static bool ended(struct terminal *terminal, const void *context)
{
	(void)context;
	return process_ended(&terminal->process);
}

int terminal_wait_exit(struct terminal *terminal, int deadline_ms)
{
	long long drain_end;

	if (!terminal_wait_until(terminal, ended, NULL, deadline_ms))
		return -1;
	drain_end = now() + 1000;
	while (pump(terminal, left_until(drain_end, DRAIN_QUIET)) == PUMP_READ && now() < drain_end)
		;
	return terminal->process.status;
}

/* Life */

struct terminal *terminal_start(const struct terminal_options *options)
{
	struct terminal *terminal = calloc(1, sizeof(*terminal));
	struct terminal_options used = *options;

	if (!terminal)
		abort();
	if (used.rows == 0)
		used.rows = 24;
	if (used.columns == 0)
		used.columns = 80;
	terminal->output = calloc(1, TERMINAL_OUTPUT_KEPT + 1);
	if (!terminal->output)
		abort();
	if (!process_start(&terminal->process, &used)) {
		int error = errno;

		free(terminal->output);
		free(terminal);
		fail_msg("cannot start %s: %s", used.arguments[0], strerror(error));
	}
	terminal->emulator = emulator_create(used.rows, used.columns);
	if (used.eight_bit)
		emulator_set_8_bit(terminal->emulator);
	return terminal;
}

void terminal_destroy(struct terminal *terminal)
{
	bool reported;

	if (!terminal)
		return;
	process_kill_session(&terminal->process);
	reported = *terminal_sanitizer_report(terminal) != '\0';
	print_report(terminal);
	process_finish(&terminal->process);
	emulator_destroy(terminal->emulator);
	for (size_t i = 0; i < terminal->string_count; i++)
		free(terminal->strings[i]);
	free(terminal->strings);
	free(terminal->output);
	free(terminal);
	if (reported)
		fail_msg("a sanitizer reported the above");
}

int terminal_teardown(void **state)
{
	struct terminal *terminal = *state;

	*state = NULL; /* first: destroying it may fail the test */
	terminal_destroy(terminal);
	return 0;
}

/* Input */

bool terminal_send_bytes(struct terminal *terminal, const char *bytes, size_t length)
{
	long long end = end_of(0);

	while (length > 0) {
		ssize_t count = write(terminal->process.master, bytes, length);

		if (count > 0) {
			bytes += count;
			length -= (size_t)count;
		} else if (count < 0 && errno != EAGAIN && errno != EINTR) {
			return false;
		} else if (now() >= end) {
			return false;
		} else {
			/* The program may not read because it waits to write. */
			pump(terminal, 5);
		}
	}
	return true;
}

bool terminal_send(struct terminal *terminal, const char *bytes)
{
	return terminal_send_bytes(terminal, bytes, strlen(bytes));
}

void terminal_resize(struct terminal *terminal, int rows, int columns)
{
	emulator_resize(terminal->emulator, rows, columns);
	process_resize(&terminal->process, rows, columns);
}

void terminal_hang_up(struct terminal *terminal)
{
	process_hang_up(&terminal->process);
}

void terminal_hold_output(struct terminal *terminal, bool hold)
{
	terminal->held = hold;
}

/* Screen */

typedef void write_row_function(struct emulator *emulator, int row, FILE *stream);

static const char *row_string(struct terminal *terminal, int row, write_row_function *write_row)
{
	char *string = NULL;
	FILE *stream = open_string(&string);

	write_row(terminal->emulator, row, stream);
	fclose(stream);
	return keep(terminal, string);
}

static const char *screen_string(struct terminal *terminal, write_row_function *write_row)
{
	char *string = NULL;
	FILE *stream = open_string(&string);
	size_t length;

	for (int row = 0; row < terminal->emulator->rows; row++) {
		write_row(terminal->emulator, row, stream);
		fputc('\n', stream);
	}
	fclose(stream);
	length = strlen(string);
	while (length > 0 && string[length - 1] == '\n')
		string[--length] = '\0';
	return keep(terminal, string);
}

const char *terminal_row(struct terminal *terminal, int row)
{
	return row_string(terminal, row, emulator_write_row);
}

const char *terminal_screen(struct terminal *terminal)
{
	return screen_string(terminal, emulator_write_row);
}

const char *terminal_attributes(struct terminal *terminal, int row)
{
	return row_string(terminal, row, emulator_write_attributes);
}

const char *terminal_attributes_screen(struct terminal *terminal)
{
	return screen_string(terminal, emulator_write_attributes);
}

int terminal_foreground(struct terminal *terminal, int row, int column)
{
	return emulator_foreground(terminal->emulator, row, column);
}

int terminal_background(struct terminal *terminal, int row, int column)
{
	return emulator_background(terminal->emulator, row, column);
}

const char *terminal_link(struct terminal *terminal, int row, int column)
{
	return emulator_link(terminal->emulator, row, column);
}

bool terminal_wide_characters_whole(struct terminal *terminal)
{
	return emulator_wide_characters_whole(terminal->emulator);
}

void terminal_cursor(struct terminal *terminal, int *row, int *column)
{
	emulator_cursor(terminal->emulator, row, column);
}

bool terminal_cursor_visible(struct terminal *terminal)
{
	return terminal->emulator->cursor_visible;
}

bool terminal_alternate_screen(struct terminal *terminal)
{
	return terminal->emulator->alternate_screen;
}

enum terminal_mouse terminal_mouse(struct terminal *terminal)
{
	return (enum terminal_mouse)terminal->emulator->mouse;
}

const char *terminal_title(struct terminal *terminal)
{
	char *title = strdup(terminal->emulator->title);

	return keep(terminal, title);
}

/* Output */

size_t terminal_received(struct terminal *terminal)
{
	return terminal->received;
}

size_t terminal_chunks(struct terminal *terminal)
{
	return terminal->chunks;
}

const char *terminal_output(struct terminal *terminal, size_t since, size_t *length)
{
	size_t more = since < terminal->received ? terminal->received - since : 0;
	char *bytes;

	if (more > terminal->output_length)
		more = terminal->output_length;
	bytes = calloc(1, more + 1);
	if (!bytes)
		abort();
	memcpy(bytes, terminal->output + terminal->output_length - more, more);
	if (length)
		*length = more;
	return keep(terminal, bytes);
}

bool terminal_output_contains(struct terminal *terminal, const char *bytes)
{
	return memmem(terminal->output, terminal->output_length, bytes, strlen(bytes)) != NULL;
}

const char *terminal_unknown(struct terminal *terminal)
{
	char *unknown = strdup(terminal->emulator->unknown);

	return keep(terminal, unknown);
}

/* Process */

bool terminal_modes_restored(struct terminal *terminal)
{
	return process_modes_restored(&terminal->process);
}

pid_t terminal_process(struct terminal *terminal)
{
	return terminal->process.id;
}

bool terminal_processes_left(struct terminal *terminal)
{
	return process_count_session(&terminal->process) > 0;
}

static bool no_processes(struct terminal *terminal, const void *context)
{
	(void)context;
	return !terminal_processes_left(terminal);
}

bool terminal_wait_no_processes(struct terminal *terminal, int deadline_ms)
{
	return terminal_wait_until(terminal, no_processes, NULL, deadline_ms);
}

const char *terminal_home(struct terminal *terminal)
{
	return terminal->process.home;
}

const char *terminal_sanitizer_report(struct terminal *terminal)
{
	char *string = NULL;
	FILE *stream = open_string(&string);

	process_write_reports(&terminal->process, stream);
	fclose(stream);
	return keep(terminal, string);
}
