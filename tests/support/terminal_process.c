#define _GNU_SOURCE 1
#include "terminal_process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

#define REPORT_PREFIX "sanitizer."

__attribute__((format(printf, 1, 2))) static char *format(const char *template, ...)
{
	va_list values;
	char *result;

	va_start(values, template);
	if (vasprintf(&result, template, values) < 0)
		abort();
	va_end(values);
	return result;
}

/* Environment */

struct environment {
	char **entries; /* "NAME=value", ends with NULL */
	size_t count;
};

static size_t environment_find(const struct environment *environment, const char *name)
{
	size_t length = strcspn(name, "=");
	size_t i;

	for (i = 0; i < environment->count; i++) {
		const char *entry = environment->entries[i];

		if (strncmp(entry, name, length) == 0 && entry[length] == '=')
			break;
	}
	return i;
}

static const char *environment_value(const struct environment *environment, const char *name)
{
	size_t i = environment_find(environment, name);

	return i < environment->count ? strchr(environment->entries[i], '=') + 1 : NULL;
}

static void environment_remove(struct environment *environment, const char *name)
{
	size_t i = environment_find(environment, name);

	if (i == environment->count)
		return;
	free(environment->entries[i]);
	environment->entries[i] = environment->entries[--environment->count];
	environment->entries[environment->count] = NULL;
}

/* Takes over the entry. */
static void environment_put(struct environment *environment, char *entry)
{
	environment_remove(environment, entry);
	environment->entries =
		reallocarray(environment->entries, environment->count + 2, sizeof(char *));
	if (!environment->entries)
		abort();
	environment->entries[environment->count++] = entry;
	environment->entries[environment->count] = NULL;
}

static void environment_inherit(struct environment *environment, const char *name)
{
	const char *value = getenv(name);

	if (value)
		environment_put(environment, format("%s=%s", name, value));
}

/*
 * Sanitizers would report on the emulated screen. The path comes last, where it wins; the test's
 * own options follow the inherited ones for the same reason.
 */
static void environment_send_reports_to(
	struct environment *environment, const char *name, const char *scratch)
{
	const char *inherited = getenv(name);
	const char *own = environment_value(environment, name);

	environment_put(environment, format("%s=%s:%s:log_path=%s/sanitizer", name,
					     inherited ? inherited : "", own ? own : "", scratch));
}

static void environment_init(struct environment *environment,
	const struct terminal_options *options, const struct process *process)
{
	static const char *const inherited[] = {"PATH", "TMPDIR", "LD_LIBRARY_PATH",
		"LLVM_PROFILE_FILE", "GCOV_PREFIX", "GCOV_PREFIX_STRIP"};

	*environment = (struct environment){0};
	for (size_t i = 0; i < sizeof(inherited) / sizeof(*inherited); i++)
		environment_inherit(environment, inherited[i]);
	environment_put(environment, format("HOME=%s", process->home));
	environment_put(environment, format("LANG=C.UTF-8"));
	environment_put(environment, format("SOURCE_DATE_EPOCH=1767225600"));
	environment_put(environment, format("TERM=xterm-256color"));

	for (const char *const *change = options->environment; change && *change; change++) {
		if (strchr(*change, '='))
			environment_put(environment, format("%s", *change));
		else
			environment_remove(environment, *change);
	}
	environment_send_reports_to(environment, "ASAN_OPTIONS", process->scratch);
	environment_send_reports_to(environment, "UBSAN_OPTIONS", process->scratch);
}

static void environment_finish(struct environment *environment)
{
	for (size_t i = 0; i < environment->count; i++)
		free(environment->entries[i]);
	free(environment->entries);
}

/* Scratch directory */

static bool create_scratch(struct process *process)
{
	const char *parent = getenv("TMPDIR");

	process->scratch = format("%s/terminal-XXXXXX", parent && *parent ? parent : "/tmp");
	process->home = format("%s", "");
	if (!mkdtemp(process->scratch)) {
		*process->scratch = '\0';
		return false;
	}
	free(process->home);
	process->home = format("%s/home", process->scratch);
	return mkdir(process->home, 0700) == 0;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)type;
	(void)place;
	return remove(path);
}

static void remove_scratch(struct process *process)
{
	int error = errno;

	if (process->scratch && *process->scratch)
		nftw(process->scratch, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	free(process->scratch);
	free(process->home);
	process->scratch = NULL;
	process->home = NULL;
	errno = error;
}

static void copy_file(const char *path, FILE *stream)
{
	FILE *file = fopen(path, "r");
	char bytes[4096];
	size_t count;

	if (!file)
		return;
	while ((count = fread(bytes, 1, sizeof(bytes), file)) > 0)
		fwrite(bytes, 1, count, stream);
	fclose(file);
}

void process_write_reports(const struct process *process, FILE *stream)
{
	DIR *directory = opendir(process->scratch);
	struct dirent *entry;

	while (directory && (entry = readdir(directory))) {
		if (strncmp(entry->d_name, REPORT_PREFIX, strlen(REPORT_PREFIX)) == 0) {
			char *path = format("%s/%s", process->scratch, entry->d_name);

			copy_file(path, stream);
			free(path);
		}
	}
	if (directory)
		closedir(directory);
}

/* Start */

/* The test's runner may have changed them, and children inherit what is ignored or blocked. */
static void reset_signals(void)
{
	sigset_t none;

	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool use_input(const char *path)
{
	int file = path ? open(path, O_RDONLY) : STDIN_FILENO;

	return file >= 0 && (file == STDIN_FILENO || dup2(file, STDIN_FILENO) == STDIN_FILENO);
}

static void run_child(
	int terminal, const struct terminal_options *options, const struct environment *environment)
{
	const char *directory = options->working_directory;

	reset_signals();
	if (login_tty(terminal) == 0 && use_input(options->input) &&
		(!directory || chdir(directory) == 0)) {
		closefrom(STDERR_FILENO + 1);
		execvpe(options->arguments[0], (char *const *)options->arguments,
			environment->entries);
	}
	dprintf(STDERR_FILENO, "cannot run %s: %s\r\n", options->arguments[0], strerror(errno));
	_exit(127);
}

static struct winsize window_size(int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	return size;
}

/* Starts the child on the given side of the pseudo-terminal. */
static bool fork_child(
	struct process *process, int terminal, const struct terminal_options *options)
{
	struct environment environment;

	environment_init(&environment, options, process);
	fflush(NULL); /* or the child could write it once more */
	process->id = fork();
	if (process->id == 0)
		run_child(terminal, options, &environment);
	environment_finish(&environment);
	return process->id > 0;
}

bool process_start(struct process *process, const struct terminal_options *options)
{
	struct winsize size = window_size(options->rows, options->columns);
	int terminal;
	bool started;

	*process = (struct process){.master = -1};
	if (!create_scratch(process) ||
		openpty(&process->master, &terminal, NULL, NULL, &size) != 0) {
		remove_scratch(process);
		return false;
	}
	/* A second terminal's child must not keep this one open. */
	fcntl(process->master, F_SETFD, FD_CLOEXEC);
	fcntl(process->master, F_SETFL, O_NONBLOCK);
	tcgetattr(terminal, &process->modes);
	started = fork_child(process, terminal, options);
	close(terminal);
	if (!started) {
		process_hang_up(process);
		remove_scratch(process);
	}
	return started;
}

/* Session */

/* True if the process of that directory in /proc is in the session and not a zombie. */
static bool in_session(const char *process_id, pid_t session)
{
	char path[PATH_MAX];
	char line[1024];
	char state = 'Z';
	int its_session = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%s/stat", process_id);
	file = fopen(path, "r");
	if (!file)
		return false;
	if (fgets(line, sizeof(line), file)) {
		/* The name may hold anything, so count from the last parenthesis. */
		char *end = strrchr(line, ')');

		if (end && sscanf(end + 1, " %c %*d %*d %d", &state, &its_session) != 2)
			state = 'Z';
	}
	fclose(file);
	return its_session == session && state != 'Z' && state != 'X';
}

static int signal_session(struct process *process, int number)
{
	DIR *directory = opendir("/proc");
	struct dirent *entry;
	int count = 0;

	while (directory && (entry = readdir(directory))) {
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9' ||
			!in_session(entry->d_name, process->id))
			continue;
		count++;
		kill((pid_t)atoi(entry->d_name), number);
	}
	if (directory)
		closedir(directory);
	return count;
}

bool process_ended(struct process *process)
{
	if (!process->ended && waitpid(process->id, &process->status, WNOHANG) == process->id)
		process->ended = true;
	return process->ended;
}

int process_count_session(struct process *process)
{
	process_ended(process);
	return signal_session(process, 0);
}

void process_kill_session(struct process *process)
{
	/* Twice, for a child that was just being forked. */
	signal_session(process, SIGKILL);
	signal_session(process, SIGKILL);
	if (process->ended)
		return;
	/* It may still be on its way to its session. */
	kill(process->id, SIGKILL);
	waitpid(process->id, &process->status, 0);
	process->ended = true;
}

/* Pseudo-terminal */

bool process_modes_restored(const struct process *process)
{
	const struct termios *before = &process->modes;
	struct termios now;

	/* On Linux our side tells the modes of the other, even when nobody has that open. */
	return tcgetattr(process->master, &now) == 0 && now.c_iflag == before->c_iflag &&
	       now.c_oflag == before->c_oflag && now.c_cflag == before->c_cflag &&
	       now.c_lflag == before->c_lflag &&
	       memcmp(now.c_cc, before->c_cc, sizeof(now.c_cc)) == 0;
}

void process_resize(struct process *process, int rows, int columns)
{
	struct winsize size = window_size(rows, columns);

	ioctl(process->master, TIOCSWINSZ, &size);
}

void process_hang_up(struct process *process)
{
	if (process->master >= 0)
		close(process->master);
	process->master = -1;
}

void process_finish(struct process *process)
{
	process_kill_session(process);
	process_hang_up(process);
	remove_scratch(process);
}
