#include "kiosk.h"

#include "document.h"
#include "encoding.h"
#include "exit.h"
#include "export.h"
#include "host/sandbox.h"
#include "host/signals.h"
#include "kiosk_environment.h"
#include "kiosk_log.h"
#include "kiosk_place.h"
#include "kiosk_request.h"
#include "layout/plain.h"
#include "tui/viewer.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <syslog.h>
#include <termios.h>
#include <unistd.h>

enum { STATUS_OF_LIMIT = 128 + SIGALRM };

/* One visit. */
struct visit {
	struct kiosk_place place;
	struct document document;
	bool ascii;       /* the terminal knows no UTF-8 */
	bool is_terminal; /* there is someone to draw for */
};

bool kiosk_is_called(const char *name)
{
	const char *slash = name ? strrchr(name, '/') : NULL;
	const char *base = slash ? slash + 1 : name;
	return base && (strcmp(base, "kiosk") == 0 || strcmp(base, "-kiosk") == 0);
}

/* The log has the reason: what is wrong here is for the owner to read, and not for strangers. */
static int fail(void)
{
	fputs("The r\u00E9sum\u00E9 could not be loaded.\n", stderr);
	return EXIT_CONTENT;
}

/* What a visitor can read or do to this process is what is open here, and nothing else. */
static bool prepare(void)
{
	for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
		if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDWR) != descriptor)
			return false;
	}
	closefrom(STDERR_FILENO + 1);
	umask(S_IRWXG | S_IRWXO);
	signal(SIGTSTP, SIG_IGN);
	return chdir("/") == 0 && sandbox_limit();
}

static bool enclose(void)
{
	if (sandbox_enclose())
		return true;
	syslog(LOG_ERR, "the system cannot confine the viewer, so that it is not shown: %m");
	return false;
}

/*
 * A file with an error is read as it must have been meant, which is not good enough here: what it
 * calls private could be in what was not understood.
 */
static bool load(struct visit *visit)
{
	struct document_settings settings = {.selection = {.is_public = true}};
	enum load_result result = document_open(&visit->document, visit->place.file, settings);
	kiosk_log(&visit->document.versions[visit->document.current].diagnostics,
		visit->document.file, SEVERITY_ERROR);
	return result == LOAD_GOOD && !document_has_error(&visit->document);
}

/* Words */

static void print_words(const struct doc *doc, FILE *stream)
{
	for (const struct format *format = formats; format->name; format++)
		fprintf(stream, "  %-12s %s\n", format->name, format->description);
	fputs("  help         this help\n  SECTION      this section alone; in the viewer with "
	      "ssh -t\n\nSections:",
		stream);
	doc_make_ids(doc);
	for (const struct block *block = doc->root->first; block; block = block->next) {
		if (block->id.length)
			fprintf(stream, " %.*s", (int)block->id.length, block->id.bytes);
	}
	fputs("\n", stream);
}

static void print_how_to_keep(const struct visit *visit)
{
	printf("To keep a copy: ssh %s@host text > cv.txt\n", visit->place.account);
}

static int help(const struct visit *visit)
{
	const char *account = visit->place.account;
	printf("Usage: ssh %s@host              to read the r\u00E9sum\u00E9 here\n"
	       "       ssh %s@host WORD         to have it written\n\nWords:\n",
		account, account);
	print_words(document_doc(&visit->document), stdout);
	fputs("\n", stdout);
	print_how_to_keep(visit);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_SYSTEM;
}

/* What was asked for is not repeated: it may hold anything. */
static int refuse(const struct visit *visit, struct text request)
{
	syslog(LOG_INFO, "a request of %zu bytes was refused", request.length);
	fprintf(stderr, "Usage: ssh %s@host [WORD], where WORD is one of:", visit->place.account);
	for (const struct format *format = formats; format->name; format++)
		fprintf(stderr, " %s", format->name);
	fputs(", help,\nor the id of a section, which help lists.\n", stderr);
	return EXIT_SYSTEM;
}

/* Writing */

static int write_format(const struct visit *visit, const struct format *format)
{
	const struct options options = {.format = format};
	return export_write(&visit->document, &options, STDOUT_FILENO) == 0 ? EXIT_SUCCESS
									    : EXIT_SYSTEM;
}

static int write_section(const struct visit *visit, const struct block *section)
{
	struct buffer text = {0};
	struct sink sink;
	plain_add_block(
		&text, document_doc(&visit->document), section, WIDTH_DEFAULT, visit->ascii);
	sink_init(&sink, STDOUT_FILENO);
	sink_write(&sink, buffer_text(&text));
	bool good = sink_flush(&sink);
	sink_finish(&sink);
	buffer_finish(&text);
	return good ? EXIT_SUCCESS : EXIT_SYSTEM;
}

static int write_word(const struct visit *visit, const struct kiosk_word *word)
{
	switch (word->wish) {
	case KIOSK_HELP:
		return help(visit);
	case KIOSK_SECTION:
		return write_section(visit, word->section);
	default:
		return write_format(visit, word->format ? word->format : format_find(TEXT("text")));
	}
}

/*
 * Writes what is meant for a file. A terminal that ssh -t asked for would add a carriage return to
 * each line of it.
 */
static int write_plain(const struct visit *visit, const struct kiosk_word *word)
{
	struct termios modes;
	bool has_modes = tcgetattr(STDOUT_FILENO, &modes) == 0;
	struct termios plain = modes;
	plain.c_oflag &= ~(tcflag_t)OPOST;
	if (has_modes)
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &plain);
	int status = write_word(visit, word);
	if (has_modes)
		tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
	return status;
}

static int write_enclosed(const struct visit *visit, const struct kiosk_word *word)
{
	if (!enclose())
		return fail();
	return word->wish == KIOSK_FORMAT ? write_plain(visit, word) : write_word(visit, word);
}

/* Showing */

static void print_time(int seconds)
{
	int minutes = seconds % 60 == 0 ? seconds / 60 : 0;
	int number = minutes ? minutes : seconds;
	printf("%d %s%s", number, minutes ? "minute" : "second", number == 1 ? "" : "s");
}

static int say_goodbye(const struct visit *visit, int status)
{
	if (status == VIEWER_IDLE) {
		fputs("Closed, because no key came for ", stdout);
		print_time(visit->place.idle);
		fputs(".\n", stdout);
	} else if (status == STATUS_OF_LIMIT) {
		fputs("Closed, because a visit lasts at most ", stdout);
		print_time(visit->place.life);
		fputs(".\n", stdout);
	}
	print_how_to_keep(visit);
	fflush(stdout);
	return status == VIEWER_IDLE || status == STATUS_OF_LIMIT ? EXIT_SUCCESS : status;
}

/* What reaches beyond the document, which strangers may not. */
static void bar_actions(struct keymap *keymap)
{
	static const enum action barred[] = {ACTION_EDIT, ACTION_RELOAD, ACTION_SUSPEND};
	keymap_init(keymap);
	for (size_t i = 0; i < sizeof barred / sizeof *barred; i++)
		keymap_bar(keymap, barred[i]);
}

static int show(struct visit *visit, const struct kiosk_word *word)
{
	struct keymap keymap;
	bar_actions(&keymap);
	/* The viewer ends by it, and the line behind it is still to be read. */
	signal(SIGINT, SIG_IGN);
	int status = viewer_run(document_doc(&visit->document),
		&(struct viewer_settings){
			.source = {.context = &visit->document,
				.load = document_load,
				.spell_ascii = document_spell_ascii},
			.keymap = &keymap,
			.input = STDIN_FILENO,
			.start = word->section,
			.ascii = visit->ascii,
			.is_kiosk = true,
			.idle = visit->place.idle,
			.enclose = enclose,
		});
	keymap_finish(&keymap);
	if (status == VIEWER_NO_TERMINAL)
		return write_enclosed(visit, word);
	return status == VIEWER_NOT_ENCLOSED ? fail() : say_goodbye(visit, status);
}

static int answer(struct visit *visit, struct text request)
{
	struct kiosk_word word = kiosk_read_word(request, document_doc(&visit->document));
	if (word.wish == KIOSK_UNKNOWN)
		return refuse(visit, request);
	bool is_seen = word.wish == KIOSK_NOTHING || word.wish == KIOSK_SECTION;
	if (!is_seen || !visit->is_terminal)
		return write_enclosed(visit, &word);
	if (visit->ascii)
		document_spell_ascii(&visit->document);
	return show(visit, &word);
}

int kiosk_run(int count, char **words)
{
	struct visit visit = {.ascii = false};
	struct text request = kiosk_request(count, words, getenv("SSH_ORIGINAL_COMMAND"));
	visit.ascii = kiosk_clear_environment();
	signals_limit(KIOSK_LIFE);
	openlog("vitae", LOG_PID, LOG_DAEMON);
	if (!prepare()) {
		syslog(LOG_ERR, "the limits of a visit cannot be set: %m");
		return fail();
	}
	encoding_use_utf8();
	if (!kiosk_find_place(&visit.place))
		return fail();
	signals_limit((unsigned)visit.place.life);
	visit.is_terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	int status = load(&visit) ? answer(&visit, request) : fail();
	document_finish(&visit.document);
	return status;
}
