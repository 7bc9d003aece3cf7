#include "check.h"
#include "config.h"
#include "doc/twin.h"
#include "document.h"
#include "encoding.h"
#include "exit.h"
#include "export.h"
#include "interact.h"
#include "kiosk.h"
#include "new.h"
#include "options.h"
#include "tui/viewer.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first of the usual places that there is, in a static buffer, or NULL. */
static char *find_file(void)
{
	static char here[][sizeof "resume.yaml"] = {"resume.yaml", "resume.yml", "resume.json"};
	static char path[PATH_MAX];
	char *named = getenv("VITAE_FILE");
	if (named && *named)
		return named;
	for (size_t i = 0; i < sizeof here / sizeof *here; i++) {
		if (access(here[i], F_OK) == 0)
			return here[i];
	}
	config_path("resume.yaml", path);
	return access(path, F_OK) == 0 ? path : NULL;
}

static void tell_places(const struct doc *doc, const char *place)
{
	fprintf(stderr, "vitae: there is no part '%s'; there are:", place);
	/* The search for it has made the ids. */
	for (const struct block *block = doc->root->first; block; block = block->next) {
		if (block->id.length)
			fprintf(stderr, " %.*s", (int)block->id.length, block->id.bytes);
	}
	fputs("\n", stderr);
}

static int present(struct document *document, const struct options *options)
{
	bool writes = options->format || options->output || (options->width && !options->linear);
	const struct block *start = NULL;
	int status = VIEWER_NO_TERMINAL;
	if (options->place)
		start = doc_find(document_doc(document), text_from(options->place));
	if (options->place && !start) {
		tell_places(document_doc(document), options->place);
		return EXIT_SYSTEM;
	}
	if (!writes && options->linear)
		status = interact_linear(document, options);
	else if (!writes)
		status = interact_view(document, options, start);
	/* If the viewer had room for one of them, then not for long. */
	document_print_messages(document);
	if (status != VIEWER_NO_TERMINAL)
		return status;
	status = export_document(document, options);
	return status == EXIT_SUCCESS && document_has_error(document) ? EXIT_CONTENT : status;
}

static int show(const char *file, const struct options *options)
{
	struct document document;
	int status;
	struct document_settings settings = {.dialect = options->dialect,
		.selection = options->selection,
		.ascii = options->ascii};
	switch (document_open(&document, file, settings)) {
	case LOAD_GOOD:
		status = present(&document, options);
		break;
	case LOAD_UNREADABLE:
		document_print_messages(&document);
		status = EXIT_SYSTEM;
		break;
	default:
		document_print_messages(&document);
		status = EXIT_CONTENT;
	}
	document_finish(&document);
	return status;
}

int main(int count, char **words)
{
	struct options options;
	if (kiosk_is_called(words[0]))
		return kiosk_run(count, words);
	switch (options_read(count, words, &options)) {
	case OPTIONS_DONE:
		return EXIT_SUCCESS;
	case OPTIONS_WRONG:
		return EXIT_SYSTEM;
	case OPTIONS_GO_ON:
		break;
	}
	encoding_use_utf8();
	if (options.lists_keys)
		return interact_list_keys();
	if (options.begins)
		return new_write(options.file_count ? options.files[0] : NULL);
	char *file = options.file_count ? options.files[0] : find_file();
	if (!file) {
		fputs("vitae: no file named, and no resume.yaml here; - is standard input, "
		      "see vitae --help\n",
			stderr);
		return EXIT_SYSTEM;
	}
	if (!options.checks)
		return show(file, &options);
	struct check_settings settings = {.dialect = options.dialect, .color = options.color};
	return options.file_count ? check_files(options.files, options.file_count, &settings)
				  : check_files(&file, 1, &settings);
}
