#include "host/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);
	return value && *value;
}

static bool is_over_ssh(void)
{
	return is_set("SSH_CONNECTION") || is_set("SSH_CLIENT") || is_set("SSH_TTY");
}

static bool is_program(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

static bool is_in_directory(const char *directory, size_t length, const char *program)
{
	char path[PATH_MAX];
	int needed = snprintf(path, sizeof path, "%.*s/%s", (int)length, directory, program);
	return needed > 0 && (size_t)needed < sizeof path && is_program(path);
}

static bool exists(const char *program)
{
	if (strchr(program, '/'))
		return is_program(program);
	const char *directory = getenv("PATH");
	while (directory && *directory) {
		size_t length = strcspn(directory, ":");
		if (is_in_directory(directory, length, program))
			return true;
		directory += length + (directory[length] == ':');
	}
	return false;
}

static bool needs_terminal(const char *program)
{
	static const char *const browsers[] = {"w3m", "lynx", "links", "links2", "elinks",
		"www-browser", "browsh", "carbonyl", "amfora", "chawan", "cha"};
	const char *slash = strrchr(program, '/');
	const char *name = slash ? slash + 1 : program;
	for (size_t i = 0; i < sizeof browsers / sizeof *browsers; i++) {
		if (strcmp(name, browsers[i]) == 0)
			return true;
	}
	return false;
}

/* Where the words of a command are put together. */
struct command {
	struct opener *opener;
	size_t used; /* bytes */
	int count;   /* words */
	bool has_url;
	bool too_long;
};

static void add_bytes(struct command *command, const char *bytes, size_t length)
{
	if (OPENER_BYTES_MOST - command->used < length) {
		command->too_long = true;
		return;
	}
	memcpy(command->opener->bytes + command->used, bytes, length);
	command->used += length;
}

static void add_word(struct command *command, const char *word, size_t length, const char *url)
{
	if (command->count == OPENER_WORDS_MOST - 1) {
		command->too_long = true;
		return;
	}
	command->opener->words[command->count++] = command->opener->bytes + command->used;
	for (size_t i = 0; i < length; i++) {
		bool percent = word[i] == '%' && i + 1 < length;
		if (percent && word[i + 1] == 's') {
			add_bytes(command, url, strlen(url));
			command->has_url = true;
			i++;
		} else {
			i += percent && word[i + 1] == '%';
			add_bytes(command, &word[i], 1);
		}
	}
	add_bytes(command, "", 1);
}

/* Makes the command line of one part of $BROWSER; false if there is no such program. */
static bool use_command(struct opener *opener, const char *line, size_t length, const char *url)
{
	struct command command = {.opener = opener};
	size_t i = 0;
	while (i < length) {
		size_t start = i;
		while (i < length && line[i] != ' ' && line[i] != '\t')
			i++;
		if (i > start)
			add_word(&command, line + start, i - start, url);
		else
			i++;
	}
	if (!command.count || command.too_long || !exists(opener->words[0]))
		return false;
	if (!command.has_url) {
		/* The address is this program's own text, which no one changes: argv is not const.
		 */
		opener->words[command.count++] = (char *)url;
	}
	opener->words[command.count] = NULL;
	opener->kind = needs_terminal(opener->words[0]) ? OPENER_TERMINAL : OPENER_DETACHED;
	return true;
}

static bool use_browser_variable(struct opener *opener, const char *url)
{
	const char *list = getenv("BROWSER");
	while (list && *list) {
		size_t length = strcspn(list, ":");
		if (use_command(opener, list, length, url))
			return true;
		list += length + (list[length] == ':');
	}
	return false;
}

/* What systems come with, and what tells that it can reach the reader's eyes. */
static bool use_system_opener(struct opener *opener, const char *url)
{
	static const struct {
		const char *variable;
		const char *command;
	} systems[] = {
		{"WSL_DISTRO_NAME", "wslview"},
		{"TERMUX_VERSION", "termux-open-url"},
		{"WAYLAND_DISPLAY", "xdg-open"},
		{"DISPLAY", "xdg-open"},
		{"WAYLAND_DISPLAY", "gio open"},
		{"DISPLAY", "gio open"},
	};

	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
		const char *command = systems[i].command;
		if (!is_set(systems[i].variable))
			continue;
		if (use_command(opener, command, strlen(command), url))
			return true;
	}
	return false;
}

void opener_choose(struct opener *opener, const char *url)
{
	opener->kind = OPENER_NONE;
	if (is_over_ssh())
		return;
	if (!use_browser_variable(opener, url))
		use_system_opener(opener, url);
}

static void add_detached_files(posix_spawn_file_actions_t *files)
{
	posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(files, STDOUT_FILENO, STDERR_FILENO);
}

pid_t opener_start(const struct opener *opener)
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
	if (opener->kind == OPENER_DETACHED) {
		flags |= POSIX_SPAWN_SETSID;
		add_detached_files(&files);
	}
	posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
	posix_spawnattr_setflags(&attributes, flags);
	int error = posix_spawnp(
		&process, opener->words[0], &files, &attributes, opener->words, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	errno = error;
	return error ? -1 : process;
}
