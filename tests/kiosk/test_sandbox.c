/*
 * What a process may still do that has enclosed itself: each call in a process of its own. Built
 * without sanitizers, which need more.
 */
#define _GNU_SOURCE 1
#include "host/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { UNKNOWN_CALL = 9999, PAGE = 4096 };

static int terminal; /* a pseudo-terminal, opened before */
static void *page;

static void *map(int protection, int flags, int descriptor)
{
	return mmap(NULL, PAGE, protection, MAP_PRIVATE | flags, descriptor, 0);
}

static long as_result(const void *address)
{
	return address == MAP_FAILED || !address ? -1 : 0;
}

/* Calls; each returns -1 with errno where it was refused. */

static long try_open(void)
{
	return open("/etc/passwd", O_RDONLY | O_CLOEXEC);
}

static long try_create(void)
{
	return open("sandbox", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
}

static long try_openat2(void)
{
	return syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", NULL, 0);
}

static long try_stat(void)
{
	struct stat status;
	return stat("/etc/passwd", &status);
}

static long try_access(void)
{
	return access("/etc/passwd", F_OK);
}

static long try_readlink(void)
{
	char target[PAGE];
	return readlink("/proc/self/exe", target, sizeof target);
}

static long try_kill(void)
{
	return kill(1, 0);
}

static long try_tgkill(void)
{
	return syscall(SYS_tgkill, 1, 1, 0);
}

static long try_code(void)
{
	return as_result(map(PROT_READ | PROT_WRITE | PROT_EXEC, MAP_ANONYMOUS, -1));
}

static long try_code_later(void)
{
	return mprotect(page, PAGE, PROT_READ | PROT_EXEC);
}

static long try_map_file(void)
{
	return as_result(map(PROT_READ, 0, STDIN_FILENO));
}

static long try_type(void)
{
	return ioctl(terminal, TIOCSTI, "x");
}

static long try_size(void)
{
	return ioctl(terminal, TIOCSWINSZ, &(struct winsize){.ws_row = 1, .ws_col = 1});
}

static long try_take_terminal(void)
{
	return ioctl(terminal, TIOCSCTTY, 1);
}

static long try_lock(void)
{
	return fcntl(terminal, F_SETLK, &(struct flock){.l_type = F_RDLCK});
}

static long try_duplicate(void)
{
	return fcntl(terminal, F_DUPFD, 0);
}

static long try_remove(void)
{
	return unlinkat(AT_FDCWD, "sandbox", 0);
}

static long try_rename(void)
{
	return rename("sandbox", "sandbox.new");
}

static long try_folder(void)
{
	return mkdir("sandbox", 0700);
}

static long try_mode(void)
{
	return fchmod(terminal, 0777);
}

static long try_user(void)
{
	return setuid(0);
}

static long try_control(void)
{
	return syscall(SYS_prctl, 1, 0, 0, 0, 0);
}

static long try_limits(void)
{
	return setrlimit(RLIMIT_CPU, &(struct rlimit){1, 1});
}

static long try_pipe(void)
{
	int ends[2];
	return pipe2(ends, 0);
}

static long try_shared_memory(void)
{
	return syscall(SYS_shmget, 0, 1, 0);
}

static long try_unknown(void)
{
	return syscall(UNKNOWN_CALL);
}

static long try_run(void)
{
	return execl("/bin/true", "true", (char *)NULL);
}

static long try_run_descriptor(void)
{
	return syscall(SYS_execveat, AT_FDCWD, "/bin/true", NULL, NULL, 0);
}

static long try_fork(void)
{
	return fork();
}

static long try_clone3(void)
{
	return syscall(SYS_clone3, NULL, 0);
}

static long try_connect(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long try_local_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

static long try_trace(void)
{
	return syscall(SYS_ptrace, 0, 0, NULL, NULL);
}

static long try_other_memory(void)
{
	return syscall(SYS_process_vm_writev, 1, NULL, 0, NULL, 0, 0);
}

static long try_bpf(void)
{
	return syscall(SYS_bpf, 0, NULL, 0);
}

static long try_io_uring(void)
{
	return syscall(SYS_io_uring_setup, 1, NULL);
}

static long try_namespace(void)
{
	return syscall(SYS_unshare, 0);
}

static long try_mount(void)
{
	return syscall(SYS_mount, NULL, "/", NULL, 0, NULL);
}

static long try_file_in_memory(void)
{
	return memfd_create("sandbox", 0);
}

static long try_write(void)
{
	return write(terminal, "x", 1) == 1 ? 0 : -1;
}

static long try_modes(void)
{
	struct termios modes;
	if (tcgetattr(terminal, &modes) != 0)
		return -1;
	return tcsetattr(terminal, TCSADRAIN, &modes) | tcflush(terminal, TCIFLUSH);
}

static long try_measure(void)
{
	struct winsize size;
	return ioctl(terminal, TIOCGWINSZ, &size);
}

static long try_flags(void)
{
	return fcntl(terminal, F_SETFL, fcntl(terminal, F_GETFL) | O_NONBLOCK);
}

static long try_memory(void)
{
	char *memory = malloc(8 << 20);
	if (!memory)
		return -1;
	memset(memory, 1, 8 << 20);
	free(memory);
	return mprotect(page, PAGE, PROT_READ);
}

static long try_alarm(void)
{
	alarm(5);
	struct timespec now;
	return clock_gettime(CLOCK_MONOTONIC, &now) | syscall(SYS_clock_gettime, 0, &now);
}

static long try_signals(void)
{
	return signal(SIGUSR1, SIG_IGN) == SIG_ERR ? -1 : 0;
}

static long try_too_much_memory(void)
{
	return as_result(malloc(64 << 20));
}

/* How a call ends in an enclosed process: its errno, 0 if it succeeds, or minus its signal. */
enum { NOT_ENCLOSED = 255 };

static int outcome_of(long (*call)(void))
{
	int status;
	pid_t process = fork();
	assert_true(process >= 0);
	if (process == 0) {
		if (!sandbox_limit() || !sandbox_enclose())
			_exit(NOT_ENCLOSED);
		errno = 0;
		_exit(call() == -1 ? errno : 0);
	}
	assert_int_equal(waitpid(process, &status, 0), process);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/* The kernel has so many domains of Landlock around a process, and refuses one more. */
enum { LANDLOCK_LAYERS = 16 };

static bool fill_landlock(void)
{
	uint64_t rights = 1;
	int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
	bool good = rules >= 0;
	for (int i = 0; good && i < LANDLOCK_LAYERS; i++)
		good = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	return good;
}

/* A wall that is there and cannot be put up is no reason to go on without. */
static void test_landlock_is_not_forgone(void **state)
{
	int status;
	(void)state;
	bool has_landlock = syscall(SYS_landlock_create_ruleset, NULL, 0, 1) > 0;
	pid_t process = fork();
	assert_true(process >= 0);
	if (process == 0) {
		bool is_ready = sandbox_limit() && (!has_landlock || fill_landlock());
		_exit(is_ready && sandbox_enclose() == !has_landlock ? 0 : NOT_ENCLOSED);
	}
	assert_int_equal(waitpid(process, &status, 0), process);
	assert_int_equal(status, 0);
}

struct trial {
	const char *name;
	long (*call)(void);
};

static void expect_all(const struct trial *trials, size_t count, int expected)
{
	bool good = true;
	for (size_t i = 0; i < count; i++) {
		int outcome = outcome_of(trials[i].call);
		if (outcome != expected)
			print_error("%s: %d, not %d\n", trials[i].name, outcome, expected);
		good = good && outcome == expected;
	}
	assert_true(good);
}

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define TRIAL(name)               \
	{                         \
#name, try_##name \
	}

static void test_what_is_needed_works(void **state)
{
	static const struct trial trials[] = {TRIAL(write), TRIAL(modes), TRIAL(measure),
		TRIAL(flags), TRIAL(memory), TRIAL(alarm), TRIAL(signals)};
	(void)state;
	expect_all(trials, COUNT(trials), 0);
}

static void test_what_is_tried_in_vain_is_refused(void **state)
{
	static const struct trial trials[] = {TRIAL(open), TRIAL(create), TRIAL(openat2),
		TRIAL(stat), TRIAL(access), TRIAL(readlink), TRIAL(kill), TRIAL(tgkill),
		TRIAL(code), TRIAL(code_later), TRIAL(map_file), TRIAL(type), TRIAL(size),
		TRIAL(take_terminal), TRIAL(lock), TRIAL(duplicate)};
	(void)state;
	expect_all(trials, COUNT(trials), EPERM);
}

/* So that a newer C library falls back on what it did before. */
static void test_what_is_unknown_is_not_there(void **state)
{
	static const struct trial trials[] = {TRIAL(remove), TRIAL(rename), TRIAL(folder),
		TRIAL(mode), TRIAL(user), TRIAL(control), TRIAL(limits), TRIAL(pipe),
		TRIAL(shared_memory), TRIAL(unknown)};
	(void)state;
	expect_all(trials, COUNT(trials), ENOSYS);
}

static void test_what_only_intruders_call_kills(void **state)
{
	static const struct trial trials[] = {TRIAL(run), TRIAL(run_descriptor), TRIAL(fork),
		TRIAL(clone3), TRIAL(connect), TRIAL(local_socket), TRIAL(trace),
		TRIAL(other_memory), TRIAL(bpf), TRIAL(io_uring), TRIAL(namespace), TRIAL(mount),
		TRIAL(file_in_memory)};
	(void)state;
	expect_all(trials, COUNT(trials), -SIGSYS);
}

static void test_memory_is_bounded(void **state)
{
	static const struct trial trials[] = {TRIAL(too_much_memory)};
	(void)state;
	expect_all(trials, COUNT(trials), ENOMEM);
}

/* The numbers of another machine, or of x86's two other modes, mean other calls. */
#if defined(__x86_64__)
static long try_other_mode(void)
{
	long result;
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(20L) : "memory");
	return result;
}

static long try_x32(void)
{
	return syscall(0x40000000 + SYS_write, terminal, "x", 1);
}

static void test_other_modes(void **state)
{
	(void)state;
	int outcome = outcome_of(try_other_mode);
	/* A kernel may lack that mode. */
	assert_true(outcome == -SIGSYS || outcome == -SIGSEGV);
	assert_int_equal(outcome_of(try_x32), ENOSYS);
}
#endif

static void test_says_what_there_is(void **state)
{
	struct arena arena = {0};
	struct text text = sandbox_describe(&arena);
	(void)state;
	assert_true(text_starts_with(text, TEXT("seccomp")));
	arena_finish(&arena);
}

static int set_up(void **state)
{
	(void)state;
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
		return -1;
	terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
	page = map(PROT_READ | PROT_WRITE, MAP_ANONYMOUS, -1);
	return terminal < 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_needed_works),
		cmocka_unit_test(test_what_is_tried_in_vain_is_refused),
		cmocka_unit_test(test_what_is_unknown_is_not_there),
		cmocka_unit_test(test_what_only_intruders_call_kills),
		cmocka_unit_test(test_memory_is_bounded),
		cmocka_unit_test(test_landlock_is_not_forgone),
#if defined(__x86_64__)
		cmocka_unit_test(test_other_modes),
#endif
		cmocka_unit_test(test_says_what_there_is),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
