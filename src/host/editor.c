#include "host/editor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * How an editor is told the file, %f, and the line, %l. All that are not here are given what vi,
 * emacs and most others take; emacs and its client, which may or may not have a window of their
 * own, are given the terminal.
 */
static const struct form {
	const char *name;
	const char *words;
	bool has_window;
} forms[] = {
	{"hx", "%f:%l", false},
	{"helix", "%f:%l", false},
	{"zed", "%f:%l", true},
	{"zeditor", "%f:%l", true},
	{"subl", "%f:%l", true},
	{"code", "--goto %f:%l", true},
	{"code-insiders", "--goto %f:%l", true},
	{"code-oss", "--goto %f:%l", true},
	{"codium", "--goto %f:%l", true},
	{"vscodium", "--goto %f:%l", true},
	{"cursor", "--goto %f:%l", true},
	{"kate", "--line %l %f", true},
	{"kwrite", "--line %l %f", true},
	{"gvim", "+%l %f", true},
	{"gedit", "+%l %f", true},
	{"pluma", "+%l %f", true},
	{"xed", "+%l %f", true},
	{"geany", "+%l %f", true},
	{"gnome-text-editor", "%f", true},
	{NULL, "+%l %f", false},
};

static const struct form *form_of(const char *name)
{
	const struct form *form = forms;
	while (form->name && strcmp(form->name, name) != 0)
		form++;
	return form;
}

static bool use_line(struct command *command, struct text line, const char *path, int number)
{
	char digits[16];
	char name[COMMAND_BYTES_MOST];
	const char *prefix = *path == '-' || *path == '+' ? "./" : "";
	const struct command_value values[] = {{'f', name}, {'l', digits}, {0}};

	*command = (struct command){0};
	command_add_words(command, line, NULL);
	if (!command_can_start(command))
		return false;
	snprintf(digits, sizeof digits, "%d", number);
	if (snprintf(name, sizeof name, "%s%s", prefix, path) >= (int)sizeof name)
		return false;
	const struct form *form = form_of(command_name(command));
	command_add_words(command, text_from(form->words), values);
	command->needs_terminal = !form->has_window;
	return !command->is_too_long;
}

bool editor_choose(struct command *command, const char *path, int line)
{
	static const char *const usual[] = {"editor", "vi", "nano"};
	const char *wanted = getenv("VISUAL");
	if (!wanted || !*wanted)
		wanted = getenv("EDITOR");
	if (wanted && *wanted)
		return use_line(command, text_from(wanted), path, line);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		if (use_line(command, text_from(usual[i]), path, line))
			return true;
	}
	return false;
}
