#include "host/command.h"

#include "environment.h"
#include "host/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static void add_bytes(struct command *command, const char *bytes, size_t length)
{
	if (COMMAND_BYTES_MOST - command->used < length) {
		command->is_too_long = true;
		return;
	}
	memcpy(command->bytes + command->used, bytes, length);
	command->used += length;
}

static const char *value_of(const struct command_value *values, char letter)
{
	for (; values->letter; values++) {
		if (values->letter == letter)
			return values->string;
	}
	return NULL;
}

static int add_word(struct command *command, struct text word, const struct command_value *values)
{
	int found = 0;
	if (command->count == COMMAND_WORDS_MOST) {
		command->is_too_long = true;
		return 0;
	}
	command->words[command->count++] = command->bytes + command->used;
	for (size_t i = 0; i < word.length; i++) {
		bool percent = values && word.bytes[i] == '%' && i + 1 < word.length;
		const char *value = percent ? value_of(values, word.bytes[i + 1]) : NULL;
		if (value) {
			add_bytes(command, value, strlen(value));
			found++;
			i++;
		} else {
			i += percent && word.bytes[i + 1] == '%';
			add_bytes(command, &word.bytes[i], 1);
		}
	}
	add_bytes(command, "", 1);
	return found;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

int command_add_words(struct command *command, struct text line, const struct command_value *values)
{
	int found = 0;
	size_t i = 0;
	while (i < line.length) {
		size_t start = i;
		while (i < line.length && !is_blank(line.bytes[i]))
			i++;
		if (i > start)
			found += add_word(command, text_slice(line, start, i), values);
		else
			i++;
	}
	return found;
}

const char *command_name(const struct command *command)
{
	const char *slash = strrchr(command->words[0], '/');
	return slash ? slash + 1 : command->words[0];
}

bool command_can_start(const struct command *command)
{
	return command->count && !command->is_too_long && environment_finds(command->words[0]);
}

/* Nothing else that is open here is any of its business. */
static void add_files(posix_spawn_file_actions_t *files, bool needs_terminal, int input)
{
	if (input >= 0)
		posix_spawn_file_actions_adddup2(files, input, STDIN_FILENO);
	else if (!needs_terminal)
		posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (!needs_terminal) {
		posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
		posix_spawn_file_actions_adddup2(files, STDOUT_FILENO, STDERR_FILENO);
	}
	posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
}

pid_t command_start(const struct command *command, int input)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	sigset_t all;
	short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
	pid_t process = -1;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &all);
	if (!command->needs_terminal)
		flags |= POSIX_SPAWN_SETSID;
	add_files(&files, command->needs_terminal, input);
	posix_spawnattr_setflags(&attributes, flags);
	int error = posix_spawnp(
		&process, command->words[0], &files, &attributes, command->words, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	errno = error;
	return error ? -1 : process;
}

/* True when the process has ended. */
static bool look_after(pid_t process, int options, int *status)
{
	pid_t changed = waitpid(process, status, WUNTRACED | options);
	if (changed < 0)
		return errno != EINTR;
	if (!changed || !WIFSTOPPED(*status))
		return changed;
	signals_stop();
	kill(process, SIGCONT);
	return false;
}

int command_wait(
	pid_t process, int news, void (*attend)(void *context, pid_t process), void *context)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction interrupt;
	struct sigaction leave;
	int status = 0;
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &leave);
	while (!look_after(process, news < 0 ? 0 : WNOHANG, &status)) {
		if (news < 0)
			continue;
		poll(&(struct pollfd){news, POLLIN, 0}, 1, -1);
		attend(context, process);
	}
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &leave, NULL);
	return status;
}
