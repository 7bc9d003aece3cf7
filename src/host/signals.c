#include "host/signals.h"

#include "host/monotonic.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/*
 * Seconds after which a signal that asks to end does end the program, even if the terminal takes
 * no output and the main loop therefore waits in write(2) for ever.
 */
enum { PATIENCE = 4, STATUS_OF_SIGNAL = 128 };

static const int caught[] = {
	SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGCHLD, SIGPIPE, SIGWINCH};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

enum {
	CAUGHT_COUNT = sizeof caught / sizeof *caught,
	CRASH_COUNT = sizeof crashes / sizeof *crashes,
};

static struct sigaction old_caught[CAUGHT_COUNT];
static struct sigaction old_crashes[CRASH_COUNT];
static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t asked; /* the first signal that asks to end */
static struct sigaction old_alarm;
static void (*rescue_terminal)(void);
static long long limit; /* when the program is to end, in monotonic milliseconds, or 0 */

/* Seconds until the limit, 0 if it is reached; only if there is one. */
static unsigned rest_of_limit(void)
{
	long long rest = limit - monotonic_milliseconds();
	return rest > 0 ? (unsigned)((rest + 999) / 1000) : 0;
}

void signals_limit(unsigned seconds)
{
	limit = monotonic_milliseconds() + seconds * 1000LL;
	alarm(seconds);
}

static bool asks_to_end(int number)
{
	return number == SIGTERM || number == SIGINT || number == SIGQUIT || number == SIGHUP ||
	       number == SIGALRM;
}

static void on_signal(int number)
{
	int saved = errno;
	unsigned char byte = (unsigned char)number;
	/* One after the other must not put off the end. */
	if (asks_to_end(number) && !asked) {
		asked = number;
		alarm(PATIENCE);
	}
	/* A full pipe holds the news already. */
	(void)!write(pipe_ends[1], &byte, 1);
	errno = saved;
}

/*
 * The first one tells that the limit is reached, which asks to end as others do. Else the main loop
 * hears nothing any more: what it would have done at the end is done here.
 */
static void on_alarm(int number)
{
	if (!asked) {
		on_signal(number);
		return;
	}
	rescue_terminal();
	_exit(STATUS_OF_SIGNAL + asked);
}

static void on_crash(int number)
{
	rescue_terminal();
	/* To whoever had it before: the default, or a sanitizer that reports it. */
	for (int i = 0; i < CRASH_COUNT; i++) {
		if (crashes[i] == number)
			sigaction(number, &old_crashes[i], NULL);
	}
	raise(number);
}

static void catch_crashes(void)
{
	/* A stack that ran over cannot hold its own handler. */
	static char stack[64 * 1024];
	sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
	struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < CRASH_COUNT; i++)
		sigaction(crashes[i], &action, &old_crashes[i]);
}

int signals_begin(void (*rescue)(void))
{
	if (pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0)
		return -1;
	rescue_terminal = rescue;
	struct sigaction action = {.sa_handler = on_signal};
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < CAUGHT_COUNT; i++)
		sigaction(caught[i], &action, &old_caught[i]);
	action.sa_handler = on_alarm;
	sigaction(SIGALRM, &action, &old_alarm);
	catch_crashes();
	return pipe_ends[0];
}

int signals_next(void)
{
	unsigned char byte;
	return read(pipe_ends[0], &byte, 1) == 1 ? byte : 0;
}

void signals_wait(void)
{
	asked = 0;
	alarm(limit ? rest_of_limit() : 0);
	/* Who does this again and again does not put it off. */
	if (limit && !rest_of_limit())
		on_signal(SIGALRM);
}

void signals_stop(void)
{
	struct sigaction ours;
	struct sigaction usual = {.sa_handler = SIG_DFL};
	sigset_t stop;
	sigset_t before;
	sigemptyset(&usual.sa_mask);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigaction(SIGTSTP, &usual, &ours);
	sigprocmask(SIG_UNBLOCK, &stop, &before);
	kill(0, SIGTSTP);
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(SIGTSTP, &ours, NULL);
}

void signals_end(void)
{
	unsigned rest = limit ? rest_of_limit() : 0;
	alarm(limit && rest < PATIENCE ? PATIENCE : rest);
	sigaction(SIGALRM, &old_alarm, NULL);
	for (int i = 0; i < CAUGHT_COUNT; i++)
		sigaction(caught[i], &old_caught[i], NULL);
	for (int i = 0; i < CRASH_COUNT; i++)
		sigaction(crashes[i], &old_crashes[i], NULL);
	close(pipe_ends[0]);
	close(pipe_ends[1]);
	pipe_ends[0] = pipe_ends[1] = -1;
}
