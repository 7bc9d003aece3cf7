#include "environment.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool environment_has(const char *variable)
{
	const char *value = getenv(variable);
	return value && *value;
}

bool environment_is_remote(void)
{
	return environment_has("SSH_CONNECTION") || environment_has("SSH_CLIENT") ||
	       environment_has("SSH_TTY");
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

bool environment_finds(const char *program)
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
