#include "export.h"

#include "base/sink.h"
#include "exit.h"
#include "host/save.h"
#include "modeline.h"
#include "resume/record.h"
#include "tui/terminal_traits.h"
#include "tui/theme.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int export_failed(const char *name, int reason)
{
	/* Who reads has had enough, as in "vitae | head": usually a signal says so. */
	if (reason != EPIPE)
		fprintf(stderr, "vitae: cannot write %s: %s\n", name, strerror(reason));
	return EXIT_SYSTEM;
}

static struct format_settings format_settings(const struct options *options)
{
	int accent = theme_accent_in_print(options->theme);
	return (struct format_settings){.width = options->width ? options->width : WIDTH_DEFAULT,
		.wraps = options->width > 0,
		.ascii = options->ascii,
		.color = accent != THEME_NO_COLOR && terminal_wants_colors(options->color, getenv),
		.accent = accent,
		.hyperlinks = terminal_may_have_hyperlinks(options->hyperlinks, getenv),
		.modeline = modeline,
		.fold = options->folds};
}

static void write_record(const struct document *document, const struct format *format,
	const struct format_settings *settings, struct sink *sink)
{
	struct arena arena = {0};
	struct node *record = record_make(document_root(document), &arena);
	if (format->native)
		record_make_native(record, &arena);
	format->write_record(record, settings, sink);
	arena_finish(&arena);
}

int export_write(const struct document *document, const struct options *options, int descriptor)
{
	const struct format *format = options->format ? options->format : format_find(TEXT("text"));
	struct format_settings settings = format_settings(options);
	struct sink sink;
	sink_init(&sink, descriptor);
	if (format->write)
		format->write(document_doc(document), &settings, &sink);
	else
		write_record(document, format, &settings, &sink);
	sink_flush(&sink);
	int reason = sink.error;
	sink_finish(&sink);
	return reason;
}

/* True if writing to output would put the text in the place of the résumé it was made from. */
static bool is_same_file(const struct document *document, const char *output)
{
	struct stat source;
	struct stat target;
	int found = document_is_standard_input(document) ? fstat(STDIN_FILENO, &source)
							 : stat(document->file, &source);
	return found == 0 && stat(output, &target) == 0 && S_ISREG(target.st_mode) &&
	       source.st_dev == target.st_dev && source.st_ino == target.st_ino;
}

int export_document(const struct document *document, const struct options *options)
{
	/* A file that outgrows "ulimit -f" is an error like a full disk. */
	signal(SIGXFSZ, SIG_IGN);
	if (!options->output || strcmp(options->output, "-") == 0) {
		int reason = export_write(document, options, STDOUT_FILENO);
		return reason ? export_failed("to standard output", reason) : EXIT_SUCCESS;
	}
	if (is_same_file(document, options->output)) {
		fprintf(stderr, "vitae: %s is the résumé itself; write to another file\n",
			options->output);
		return EXIT_SYSTEM;
	}
	struct save save;
	if (!save_begin(&save, options->output))
		return export_failed(options->output, errno);
	int reason = export_write(document, options, save.descriptor);
	if (reason) {
		save_abandon(&save);
		return export_failed(options->output, reason);
	}
	return save_commit(&save) ? EXIT_SUCCESS : export_failed(options->output, errno);
}
