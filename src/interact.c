#include "interact.h"

#include "base/unicode.h"
#include "config.h"
#include "exit.h"
#include "export.h"
#include "tui/linear.h"
#include "tui/viewer.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Where the reader's keys come from, or -1: standard input may be the résumé itself. */
static int open_keyboard(void)
{
	if (isatty(STDIN_FILENO))
		return STDIN_FILENO;
	int descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC);
	if (descriptor >= 0 && isatty(descriptor))
		return descriptor;
	if (descriptor >= 0)
		close(descriptor);
	return -1;
}

/* What the reader's configuration says, and what is wrong with it, which stops nothing. */
struct settings {
	char path[PATH_MAX];
	struct diagnostics diagnostics;
	struct keymap keymap;
};

static void settings_read(struct settings *settings)
{
	settings->diagnostics = (struct diagnostics){0};
	keymap_init(&settings->keymap);
	config_path("config.yaml", settings->path);
	config_read(settings->path, &settings->keymap, &settings->diagnostics);
}

/* Prints the messages, too: after the viewer, they stay. */
static void settings_finish(struct settings *settings)
{
	for (size_t i = 0; i < settings->diagnostics.count; i++)
		diagnostic_print(&settings->diagnostics.items[i], settings->path, stderr);
	diagnostics_finish(&settings->diagnostics);
	keymap_finish(&settings->keymap);
}

/* What is wrong with the file, or else with the configuration; for the last line. */
static struct text first_message(struct document *document, struct settings *settings)
{
	struct text message = document_summary(document);
	if (message.length || !settings->diagnostics.count)
		return message;
	return diagnostic_format(
		&settings->diagnostics.items[0], settings->path, document_doc(document)->arena);
}

int interact_view(
	struct document *document, const struct options *options, const struct block *start)
{
	struct settings settings;
	const struct doc *doc = document_doc(document);
	int keyboard = isatty(STDOUT_FILENO) ? open_keyboard() : -1;
	if (keyboard < 0)
		return VIEWER_NO_TERMINAL;
	settings_read(&settings);
	int status = viewer_run(doc,
		&(struct viewer_settings){
			.source = {.path = document_is_standard_input(document) ? NULL
										: document->file,
				.read = &document->read,
				.context = document,
				.load = document_load,
				.spell_ascii = document_spell_ascii},
			.keymap = &settings.keymap,
			.input = keyboard,
			.level = options->level,
			.start = start,
			.message = first_message(document, &settings),
			.hyperlinks = options->hyperlinks,
			.color = options->color,
			.theme = options->theme,
			.ascii = options->ascii,
		});
	settings_finish(&settings);
	return status;
}

static int terminal_width(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
		return size.ws_col;
	return WIDTH_DEFAULT;
}

/* Where the reader's lines come from; NULL if nowhere. */
static FILE *open_lines(const struct document *document)
{
	if (!document_is_standard_input(document))
		return stdin;
	int keyboard = open_keyboard();
	return keyboard >= 0 ? fdopen(keyboard, "r") : NULL;
}

int interact_linear(struct document *document, const struct options *options)
{
	FILE *lines = open_lines(document);
	if (!lines) {
		fputs("vitae: --linear has no one to talk to: standard input is the résumé\n",
			stderr);
		return EXIT_SYSTEM;
	}
	bool good = linear_run(document_doc(document),
		&(struct linear_settings){
			.width = options->width ? options->width : terminal_width(),
			.ascii = options->ascii,
			.input = lines,
			.output = stdout,
		});
	int reason = errno;
	if (lines != stdin)
		fclose(lines);
	return good ? EXIT_SUCCESS : export_failed("to standard output", reason);
}

static void print_key_row(const struct action_row *row, const struct keymap *keymap)
{
	enum { NAME_WIDTH = 16, KEYS_WIDTH = 17 };
	struct arena arena = {0};
	struct text keys = keymap_keys(keymap, row->action, &arena);
	int padding = KEYS_WIDTH - unicode_width(keys);
	printf("  %-*s  %.*s%*s  %s\n", NAME_WIDTH, row->name, (int)keys.length, keys.bytes,
		padding > 0 ? padding : 0, "", row->description);
	arena_finish(&arena);
}

int interact_list_keys(void)
{
	struct settings settings;
	settings_read(&settings);
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action != ACTION_NONE)
			print_key_row(row, &settings.keymap);
		else
			printf("%s%s:\n", row == action_rows ? "" : "\n", row->name);
	}
	settings_finish(&settings);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : export_failed("to standard output", errno);
}
