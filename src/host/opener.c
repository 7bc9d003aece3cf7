#include "host/opener.h"

#include "environment.h"

#include <stdlib.h>
#include <string.h>

static bool is_text_browser(const char *name)
{
	static const char *const browsers[] = {"w3m", "lynx", "links", "links2", "elinks",
		"www-browser", "browsh", "carbonyl", "amfora", "chawan", "cha"};
	for (size_t i = 0; i < sizeof browsers / sizeof *browsers; i++) {
		if (strcmp(name, browsers[i]) == 0)
			return true;
	}
	return false;
}

/* Makes the command line of one part of $BROWSER; false if there is no such program. */
static bool use_line(struct command *command, struct text line, const char *url)
{
	const struct command_value values[] = {{'s', url}, {0}};
	*command = (struct command){0};
	bool has_url = command_add_words(command, line, values) > 0;
	if (!command->count || command->is_too_long)
		return false;
	if (!has_url)
		command_add_words(command, TEXT("%s"), values);
	command->needs_terminal = is_text_browser(command_name(command));
	return command_can_start(command);
}

static bool use_browser_variable(struct command *command, const char *url)
{
	struct text list = text_from(getenv("BROWSER"));
	for (size_t start = 0; start < list.length;) {
		size_t end = text_find(list, start, ':');
		if (use_line(command, text_slice(list, start, end), url))
			return true;
		start = end + 1;
	}
	return false;
}

/* What systems come with, and what tells that it can reach the reader's eyes. */
static bool use_system_opener(struct command *command, const char *url)
{
	static const struct {
		const char *variable;
		const char *line;
	} systems[] = {
		{"WSL_DISTRO_NAME", "wslview"},
		{"TERMUX_VERSION", "termux-open-url"},
		{"WAYLAND_DISPLAY", "xdg-open"},
		{"DISPLAY", "xdg-open"},
		{"WAYLAND_DISPLAY", "gio open"},
		{"DISPLAY", "gio open"},
	};

	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
		if (environment_has(systems[i].variable) &&
			use_line(command, text_from(systems[i].line), url))
			return true;
	}
	return false;
}

bool opener_choose(struct command *command, const char *url)
{
	if (environment_is_remote())
		return false;
	return use_browser_variable(command, url) || use_system_opener(command, url);
}
