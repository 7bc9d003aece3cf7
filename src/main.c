#include "base/sink.h"
#include "host/save.h"
#include "load.h"
#include "options.h"
#include "tui/viewer.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EXIT_CONTENT = 1, EXIT_SYSTEM = 2, WIDTH_DEFAULT = 80 };

/* What messages call a file. */
static const char *display_name(const char *file)
{
	return strcmp(file, "-") == 0 ? "stdin" : file;
}

static void print_messages(struct diagnostics *diagnostics, const char *file)
{
	const char *name = display_name(file);
	for (size_t i = 0; i < diagnostics->count; i++)
		diagnostic_print(&diagnostics->items[i], name, stderr);
}

/*
 * Text is UTF-8 whatever the locale says: over ssh it is often missing. LC_CTYPE alone, because
 * the rest costs time and changes nothing.
 */
static void use_utf8(void)
{
	static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
	if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (setlocale(LC_CTYPE, names[i]))
			return;
	}
}

static int write_failed(const char *name, int reason)
{
	fprintf(stderr, "vitae: cannot write %s: %s\n", name, strerror(reason));
	return EXIT_SYSTEM;
}

/* Writes the document to a descriptor; the errno of what failed, or 0. */
static int write_document(const struct doc *doc, const struct options *options, int descriptor)
{
	const struct format *format = options->format ? options->format : format_find("text");
	struct format_settings settings = {
		.width = options->width ? options->width : WIDTH_DEFAULT};
	struct sink sink;
	sink_init(&sink, descriptor);
	format->write(doc, &settings, &sink);
	sink_flush(&sink);
	int reason = sink.error;
	sink_finish(&sink);
	return reason;
}

/* True if writing to output would put the text in the place of the résumé it was made from. */
static bool is_same_file(const char *file, const char *output)
{
	struct stat source;
	struct stat target;
	int found = strcmp(file, "-") == 0 ? fstat(STDIN_FILENO, &source) : stat(file, &source);
	return found == 0 && stat(output, &target) == 0 && S_ISREG(target.st_mode) &&
	       source.st_dev == target.st_dev && source.st_ino == target.st_ino;
}

static int export_document(const struct doc *doc, const struct options *options, const char *file)
{
	if (!options->output || strcmp(options->output, "-") == 0) {
		int reason = write_document(doc, options, STDOUT_FILENO);
		return reason ? write_failed("to standard output", reason) : EXIT_SUCCESS;
	}
	if (is_same_file(file, options->output)) {
		fprintf(stderr, "vitae: %s is the résumé itself; write to another file\n",
			options->output);
		return EXIT_SYSTEM;
	}
	struct save save;
	if (!save_begin(&save, options->output))
		return write_failed(options->output, errno);
	int reason = write_document(doc, options, save.descriptor);
	if (reason) {
		save_abandon(&save);
		return write_failed(options->output, reason);
	}
	return save_commit(&save) ? EXIT_SUCCESS : write_failed(options->output, errno);
}

/* The first of the usual places that there is, in a static buffer, or NULL. */
static const char *find_file(void)
{
	static const char *const here[] = {"resume.yaml", "resume.yml", "resume.json"};
	static char path[PATH_MAX];
	const char *named = getenv("VITAE_FILE");
	if (named && *named)
		return named;
	for (size_t i = 0; i < sizeof here / sizeof *here; i++) {
		if (access(here[i], F_OK) == 0)
			return here[i];
	}
	const char *config = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");
	if (config && *config)
		snprintf(path, sizeof path, "%s/vitae/resume.yaml", config);
	else
		snprintf(path, sizeof path, "%s/.config/vitae/resume.yaml", home ? home : "");
	return access(path, F_OK) == 0 ? path : NULL;
}

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

static bool wants_viewer(const struct options *options)
{
	return !options->format && !options->output && !options->width && isatty(STDOUT_FILENO);
}

/* What went wrong without stopping anything, for the status line. */
static struct text summarize(
	const struct diagnostics *diagnostics, const char *file, struct arena *arena)
{
	if (!diagnostics->count)
		return TEXT("");
	const struct diagnostic *first = &diagnostics->items[0];
	struct text more = TEXT("");
	if (diagnostics->count > 1)
		more = arena_format(arena, " (and %zu more)", diagnostics->count - 1);
	return arena_format(arena, "%s:%d:%d: warning: %s%.*s", display_name(file),
		first->position.line, first->position.column, first->message, (int)more.length,
		more.bytes);
}

static int present(const struct doc *doc, const struct options *options,
	struct diagnostics *diagnostics, const char *file)
{
	int keyboard = wants_viewer(options) ? open_keyboard() : -1;
	if (keyboard >= 0) {
		struct viewer_settings settings = {.input = keyboard,
			.level = options->level,
			.message = summarize(diagnostics, file, doc->arena)};
		int status = viewer_run(doc, &settings);
		/* Again where they stay: the viewer had room for one, and not for long. */
		print_messages(diagnostics, file);
		if (status != VIEWER_NO_TERMINAL)
			return status;
	} else {
		print_messages(diagnostics, file);
	}
	return export_document(doc, options, file);
}

static int show(const char *file, const struct options *options)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct doc doc;
	int status;

	enum load_result result = load_file(file, &arena, &diagnostics, &doc);
	diagnostics_sort(&diagnostics);
	if (result == LOAD_GOOD) {
		status = present(&doc, options, &diagnostics, file);
	} else {
		print_messages(&diagnostics, file);
		status = result == LOAD_UNREADABLE ? EXIT_SYSTEM : EXIT_CONTENT;
	}
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
	return status;
}

int main(int count, char **words)
{
	struct options options;
	switch (options_read(count, words, &options)) {
	case OPTIONS_DONE:
		return EXIT_SUCCESS;
	case OPTIONS_WRONG:
		return EXIT_SYSTEM;
	case OPTIONS_GO_ON:
		break;
	}
	use_utf8();
	const char *file = options.file ? options.file : find_file();
	if (!file) {
		fputs("vitae: no file named, and no resume.yaml here; - is standard input, see "
		      "vitae "
		      "--help\n",
			stderr);
		return EXIT_SYSTEM;
	}
	return show(file, &options);
}
