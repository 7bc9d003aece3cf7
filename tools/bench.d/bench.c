/*
 * Measures vitae against its floors and prints one row per figure.
 * What is compared runs in turns, so that a slow moment of the machine falls on both. A run's time
 * is the least of all turns, since what else the machine does only adds to it; other figures are
 * medians. It judges nothing: the limits are printed beside the figures for the reader.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	MAX_ROUNDS = 101,
	SEED_ROUNDS = 101,
	BIG_ROUNDS = 61,
	FRAME_ROUNDS = 31,
	KEYS = 15,
	CAPTURE_SIZE = 1 << 16,
	PATIENCE_MS = 10000,  /* for a first byte that must come */
	FRAME_QUIET_MS = 100, /* silence that ends a frame */
	KEY_QUIET_MS = 50,
	IDLE_S = 3,
};

/* The same for everyone who runs this, so that no setting of theirs is measured. */
static char *const environment[] = {
	"PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=/nonexistent", NULL};

struct session {
	pid_t child;
	int terminal;
	double started; /* ms */
};

/* What a program sent between two silences. */
struct burst {
	size_t size;
	double last; /* ms, when the last byte came */
	char start[CAPTURE_SIZE];
};

/* What one key does, or the median of several. */
struct answer {
	double bytes;
	double ms;
};

static _Noreturn void give_up(const char *what, const char *program)
{
	fprintf(stderr, "bench: %s: %s\n", program, what);
	exit(EXIT_FAILURE);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left;
	double b = *(const double *)right;

	return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
	qsort(values, count, sizeof *values, compare);
	return values[count / 2];
}

static double quickest(const double *values, size_t count)
{
	double found = values[0];

	for (size_t i = 1; i < count; i++)
		found = values[i] < found ? values[i] : found;
	return found;
}

static void print_figure(int width, int decimals, double figure)
{
	if (figure < 0)
		printf(" %*s", width, "-");
	else
		printf(" %*.*f", width, decimals, figure);
}

/* A negative figure is not known or not limited; a floor of zero gives no ratio. */
static void print_row(const char *what, int decimals, double vitae, double floor, double limit)
{
	printf("%-38s", what);
	print_figure(10, decimals, vitae);
	print_figure(10, decimals, floor);
	print_figure(7, 2, vitae >= 0 && floor > 0 ? vitae / floor : -1);
	if (limit < 0)
		printf(" %9s\n", "-");
	else
		printf(" %9g\n", limit);
	fflush(stdout);
}

/* -- Text export ------------------------------------------------------------------------------ */

static double run_ms(char *const command[])
{
	posix_spawn_file_actions_t actions;
	double start = now();
	double end;
	pid_t child;
	int status;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	if (posix_spawn(&child, command[0], &actions, NULL, command, environment) != 0)
		give_up("cannot be started", command[0]);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	end = now();
	posix_spawn_file_actions_destroy(&actions);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		give_up("failed to read the file", command[0]);
	return end - start;
}

static void compare_exports(
	const char *what, char *const vitae[], char *const floor[], size_t rounds, double limit)
{
	double vitae_ms[MAX_ROUNDS];
	double floor_ms[MAX_ROUNDS];

	run_ms(vitae);
	run_ms(floor);
	for (size_t round = 0; round < rounds; round++) {
		vitae_ms[round] = run_ms(vitae);
		floor_ms[round] = run_ms(floor);
	}
	print_row(what, 2, quickest(vitae_ms, rounds), quickest(floor_ms, rounds), limit);
}

/* -- Terminal --------------------------------------------------------------------------------- */

static void open_session(struct session *session, char *const command[])
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	session->started = now();
	session->child = forkpty(&session->terminal, NULL, NULL, &size);
	if (session->child < 0)
		give_up(strerror(errno), "forkpty");
	if (session->child == 0) {
		execve(command[0], command, environment);
		_exit(127);
	}
}

/* Does the control sequence after ESC [ want an answer (DA, DSR, DECRQM, keyboard protocol)? */
static bool csi_asks(const char *sequence, const char *end)
{
	const char *last = sequence;

	while (last < end && *last >= 0x20 && *last <= 0x3f)
		last++;
	if (last == end)
		return false;
	return *last == 'c' || *last == 'n' || (*last == 'p' && last[-1] == '$') ||
	       (*last == 'u' && *sequence == '?');
}

/* Does the string after ESC ] or ESC P want an answer (colours, XTGETTCAP, DECRQSS)? */
static bool string_asks(const char *string, const char *end)
{
	const char *last = string;

	while (last < end && *last != '\a' && *last != '\033')
		last++;
	return (last > string && last[-1] == '?') ||
	       (end - string > 1 && (*string == '+' || *string == '$') && string[1] == 'q');
}

/* How many questions there are in the first bytes of what was read. */
static int count_questions(const struct burst *burst, size_t size)
{
	const char *end = burst->start;
	int count = 0;

	end += size < sizeof burst->start ? size : sizeof burst->start;
	for (const char *here = burst->start; here + 2 < end; here++) {
		if (here[0] != '\033')
			continue;
		if (here[1] == '[')
			count += csi_asks(here + 2, end);
		else if (here[1] == ']' || here[1] == 'P')
			count += string_asks(here + 2, end);
	}
	return count;
}

/* Read one piece if one comes within the time; false at silence and at the end of the program. */
static bool read_piece(const struct session *session, int patience_ms, struct burst *burst)
{
	struct pollfd terminal = {.fd = session->terminal, .events = POLLIN};
	char piece[CAPTURE_SIZE];
	size_t room = sizeof burst->start - burst->size;
	ssize_t size;

	if (poll(&terminal, 1, patience_ms) <= 0)
		return false;
	size = read(session->terminal, piece, sizeof piece);
	if (size <= 0)
		return false;
	double end = now();
	if (burst->size < sizeof burst->start)
		memcpy(burst->start + burst->size, piece,
			(size_t)size < room ? (size_t)size : room);
	/* What is asked behind a frame is no part of it. */
	if (!burst->size || !count_questions(burst, burst->size + (size_t)size))
		burst->last = end;
	burst->size += (size_t)size;
	return true;
}

static void read_burst(
	const struct session *session, int patience_ms, int quiet_ms, struct burst *burst)
{
	burst->size = 0;
	if (!read_piece(session, patience_ms, burst))
		return;
	while (read_piece(session, quiet_ms, burst))
		;
}

static void read_frame(struct session *session, char *const command[], struct burst *frame)
{
	open_session(session, command);
	read_burst(session, PATIENCE_MS, FRAME_QUIET_MS, frame);
	if (frame->size == 0)
		give_up("painted nothing", command[0]);
}

static void send_key(const struct session *session, char key)
{
	if (write(session->terminal, &key, 1) != 1)
		give_up("does not take a key", "terminal");
}

/* Asks the program to quit, and ends it if it has not done so in time. */
static void close_session(const struct session *session)
{
	struct burst rest = {.size = 0};
	double deadline = now() + PATIENCE_MS;

	send_key(session, 'q');
	while (now() < deadline && read_piece(session, PATIENCE_MS, &rest))
		;
	kill(session->child, SIGKILL);
	waitpid(session->child, NULL, 0);
	close(session->terminal);
}

static double frame_ms(char *const command[])
{
	static struct burst frame;
	struct session session;

	read_frame(&session, command, &frame);
	close_session(&session);
	return frame.last - session.started;
}

static void compare_frames(const char *what, char *const vitae[], char *const floor[], double limit)
{
	double vitae_ms[FRAME_ROUNDS];
	double floor_ms[FRAME_ROUNDS];

	for (size_t round = 0; round < FRAME_ROUNDS; round++) {
		vitae_ms[round] = frame_ms(vitae);
		floor_ms[round] = frame_ms(floor);
	}
	print_row(
		what, 2, quickest(vitae_ms, FRAME_ROUNDS), quickest(floor_ms, FRAME_ROUNDS), limit);
}

/* How often the process has gone to sleep so far. */
static double count_sleeps(pid_t process)
{
	static const char key[] = "\nvoluntary_ctxt_switches:";
	char text[8192];
	const char *found;
	FILE *stream;

	snprintf(text, sizeof text, "/proc/%ld/status", (long)process);
	stream = fopen(text, "r");
	if (!stream)
		give_up(strerror(errno), text);
	text[fread(text, 1, sizeof text - 1, stream)] = '\0';
	fclose(stream);
	found = strstr(text, key);
	return found ? strtod(found + strlen(key), NULL) : 0;
}

static struct answer press(const struct session *session, char key)
{
	static struct burst burst;
	double start = now();
	struct answer answer;

	send_key(session, key);
	read_burst(session, KEY_QUIET_MS, KEY_QUIET_MS, &burst);
	answer.bytes = (double)burst.size;
	answer.ms = burst.size > 0 ? burst.last - start : 0;
	return answer;
}

static struct answer press_many(const struct session *session, char key)
{
	double bytes[KEYS];
	double ms[KEYS];

	for (size_t time = 0; time < KEYS; time++) {
		struct answer answer = press(session, key);

		bytes[time] = answer.bytes;
		ms[time] = answer.ms;
	}
	return (struct answer){median(bytes, KEYS), median(ms, KEYS)};
}

/* Everything that is measured in one session. */
struct manners {
	double questions;
	double wakeups;
	struct answer down;    /* j, within the window */
	struct answer scroll;  /* j, at its last line */
	struct answer top;     /* k where there is nothing above */
	struct answer unknown; /* a key that means nothing */
};

/* The bytes up to the percentage, which ends the first screen; all of them if there is none. */
static size_t frame_size(const struct burst *frame)
{
	size_t size = frame->size < sizeof frame->start ? frame->size : sizeof frame->start;
	for (size_t end = size; end > 0; end--) {
		if (frame->start[end - 1] == '%')
			return end;
	}
	return size;
}

static struct manners observe(char *const command[])
{
	static struct burst frame;
	struct session session;
	struct manners manners;
	double sleeps;

	read_frame(&session, command, &frame);
	manners.questions = count_questions(&frame, frame_size(&frame));
	press(&session, 'E'); /* everything open: there is something to move over */
	manners.down = press_many(&session, 'j');
	press(&session, ' ');
	manners.scroll = press_many(&session, 'j');
	press(&session, 'g');
	manners.top = press(&session, 'k');
	manners.unknown = press(&session, '~');
	sleeps = count_sleeps(session.child);
	sleep(IDLE_S);
	manners.wakeups = count_sleeps(session.child) - sleeps;
	close_session(&session);
	return manners;
}

static void compare_manners(char *const vitae[], char *const floor[])
{
	struct manners ours = observe(vitae);
	struct manners least = observe(floor);

	print_row("questions before the first frame", 0, ours.questions, least.questions, 0);
	print_row("key j, bytes", 0, ours.down.bytes, least.down.bytes, 80);
	print_row("key j that scrolls, bytes", 0, ours.scroll.bytes, least.scroll.bytes, 160);
	print_row("key j, ms", 2, ours.down.ms, least.down.ms, -1);
	print_row("key k at the top, bytes", 0, ours.top.bytes, least.top.bytes, 0);
	print_row("key without a meaning, bytes", 0, ours.unknown.bytes, least.unknown.bytes, 0);
	print_row("wakeups in idle seconds", 0, ours.wakeups, least.wakeups, 0);
}

/* -- Calls, by strace ------------------------------------------------------------------------- */

/* The calls in the log of strace -y that wrote to a terminal. */
static double count_writes(const char *log)
{
	char line[4096];
	int writes = 0;
	FILE *stream = fopen(log, "r");

	if (!stream)
		give_up("strace wrote no log", log);
	while (fgets(line, sizeof line, stream))
		writes += strstr(line, "</dev/pts/") != NULL;
	fclose(stream);
	return writes;
}

/* Write calls of the first frame, and for each of some j. */
static void trace_writes(
	char *strace, char *log, char *const command[], double *for_frame, double *for_key)
{
	static struct burst frame;
	char *traced[] = {
		strace, "-y", "-e", "trace=write,writev", "-o", log, command[0], command[1], NULL};
	struct session session;

	read_frame(&session, traced, &frame);
	*for_frame = count_writes(log);
	press(&session, 'E');
	double before = count_writes(log);
	press_many(&session, 'j');
	*for_key = (count_writes(log) - before) / KEYS;
	close_session(&session);
}

static void compare_writes(char *strace, char *log, char *const vitae[], char *const floor[])
{
	double our_frame, our_key, least_frame, least_key;

	trace_writes(strace, log, vitae, &our_frame, &our_key);
	trace_writes(strace, log, floor, &least_frame, &least_key);
	print_row("first frame, writes to the terminal", 0, our_frame, least_frame, -1);
	print_row("key j, writes to the terminal", 1, our_key, least_key, 1);
}

int main(int count, char **arguments)
{
	if (count != 6 && count != 8) {
		fputs("usage: bench VITAE BASELINE_YAML BASELINE_SCREEN SEED BIG [STRACE LOG]\n",
			stderr);
		return EXIT_FAILURE;
	}
	char *vitae = arguments[1];
	char *seed = arguments[4];
	char *big = arguments[5];
	char *const seed_text[] = {vitae, "--format=text", seed, NULL};
	char *const big_text[] = {vitae, "--format=text", big, NULL};
	char *const seed_floor[] = {arguments[2], seed, NULL};
	char *const big_floor[] = {arguments[2], big, NULL};
	char *const seed_view[] = {vitae, seed, NULL};
	char *const big_view[] = {vitae, big, NULL};
	char *const screen_floor[] = {arguments[3], NULL};

	printf("%-38s %10s %10s %7s %9s\n", "what", "vitae", "floor", "ratio", "limit");
	compare_exports("text export of the seed, ms", seed_text, seed_floor, SEED_ROUNDS, 1.5);
	compare_exports("text export of 1 MB, ms", big_text, big_floor, BIG_ROUNDS, 2.0);
	compare_frames("first frame, seed, 80x24, ms", seed_view, screen_floor, 1.5);
	compare_frames("first frame, 1 MB, 80x24, ms", big_view, screen_floor, -1);
	compare_manners(seed_view, screen_floor);
	if (count == 8)
		compare_writes(arguments[6], arguments[7], seed_view, screen_floor);
	return EXIT_SUCCESS;
}
