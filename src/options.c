#include "options.h"

#include "export.h"
#include "host/sandbox.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH_LEAST = 10, WIDTH_MOST = 1000, LEVEL_MOST = 3 };

/* Stores an option's value, or prints what is wrong with it and returns false. */
typedef bool (*option_reader)(struct options *options, const char *value);

struct option_row {
	const char *name;
	char letter;        /* or '\0' */
	const char *value;  /* what it is called in --help, or NULL if the option takes none */
	option_reader read; /* given NULL where there is no value; NULL for --help and --version */
	const char *description;
};

static bool read_number(const char *name, const char *value, int least, int most, int *number)
{
	char *end;
	errno = 0;
	long parsed = strtol(value, &end, 10);
	if (errno || end == value || *end || parsed < least || parsed > most) {
		fprintf(stderr, "vitae: --%s takes a number from %d to %d, not '%s'\n", name, least,
			most, value);
		return false;
	}
	*number = (int)parsed;
	return true;
}

static bool read_format(struct options *options, const char *value)
{
	options->format = format_find(text_from(value));
	if (options->format)
		return true;
	fprintf(stderr, "vitae: there is no format '%s'; there are:", value);
	for (const struct format *format = formats; format->name; format++)
		fprintf(stderr, " %s", format->name);
	fputc('\n', stderr);
	return false;
}

static bool read_from(struct options *options, const char *value)
{
	options->dialect = dialect_find(value);
	if (options->dialect)
		return true;
	fprintf(stderr, "vitae: there is no schema '%s'; there are:", value);
	for (const struct dialect *dialect = dialects; dialect->name; dialect++)
		fprintf(stderr, " %s", dialect->name);
	fputc('\n', stderr);
	return false;
}

static bool read_sections(struct options *options, const char *value)
{
	options->selection.sections = value;
	if (*value)
		return true;
	fputs("vitae: --section needs the ids of sections, such as work,patents\n", stderr);
	return false;
}

static bool read_width(struct options *options, const char *value)
{
	return read_number("width", value, WIDTH_LEAST, WIDTH_MOST, &options->width);
}

static bool read_output(struct options *options, const char *value)
{
	options->output = value;
	if (*value)
		return true;
	fputs("vitae: --output needs the name of a file\n", stderr);
	return false;
}

static bool read_level(struct options *options, const char *value)
{
	return read_number("level", value, 1, LEVEL_MOST, &options->level);
}

static bool read_place(struct options *options, const char *value)
{
	options->place = value;
	if (*value)
		return true;
	fputs("vitae: --goto needs the id of a part, such as work\n", stderr);
	return false;
}

/* Stores the number of the word that a value is; words ends with NULL. */
static bool read_word(const char *name, const char *value, const char *const *words, int *number)
{
	for (*number = 0; words[*number]; ++*number) {
		if (strcmp(words[*number], value) == 0)
			return true;
	}
	fprintf(stderr, "vitae: --%s takes", name);
	for (int i = 0; words[i]; i++)
		fprintf(stderr, "%s %s", i == 0 ? "" : words[i + 1] ? "," : " or", words[i]);
	fprintf(stderr, ", not '%s'\n", value);
	return false;
}

static bool read_choice(const char *name, const char *value, enum choice *choice)
{
	static const char *const words[] = {
		[CHOICE_AUTO] = "auto", [CHOICE_ALWAYS] = "always", [CHOICE_NEVER] = "never", NULL};
	int number;
	if (!read_word(name, value, words, &number))
		return false;
	*choice = (enum choice)number;
	return true;
}

static bool read_color(struct options *options, const char *value)
{
	return read_choice("color", value, &options->color);
}

static bool read_hyperlinks(struct options *options, const char *value)
{
	return read_choice("hyperlinks", value, &options->hyperlinks);
}

static bool read_theme(struct options *options, const char *value)
{
	static const char *const words[] = {[THEME_AUTO] = "auto",
		[THEME_LIGHT] = "light",
		[THEME_DARK] = "dark",
		[THEME_MONO] = "mono",
		[THEME_COUNT] = NULL};
	int number;
	if (!read_word("theme", value, words, &number))
		return false;
	options->theme = (enum theme)number;
	return true;
}

static bool set_ascii(struct options *options, const char *value)
{
	(void)value;
	options->ascii = true;
	return true;
}

static bool set_folds(struct options *options, const char *value)
{
	(void)value;
	options->folds = true;
	return true;
}

static bool set_public(struct options *options, const char *value)
{
	(void)value;
	options->selection.is_public = true;
	return true;
}

static bool set_linear(struct options *options, const char *value)
{
	(void)value;
	options->linear = true;
	return true;
}

static bool set_lists_keys(struct options *options, const char *value)
{
	(void)value;
	options->lists_keys = true;
	return true;
}

static bool set_begins(struct options *options, const char *value)
{
	(void)value;
	options->begins = true;
	return true;
}

static bool set_checks(struct options *options, const char *value)
{
	(void)value;
	options->checks = true;
	return true;
}

static const struct option_row rows[] = {
	{"format", 'f', "FORMAT", read_format,
		"write in this format instead of opening the viewer"},
	{"from", '\0', "NAME", read_from, "read FILE as written in this schema"},
	{"section", 's', "ID", read_sections, "show only this section, or several: work,patents"},
	{"public", '\0', NULL, set_public, "leave out what meta.private names"},
	{"fold", '\0', NULL, set_folds, "write entries that fold, where FORMAT has such"},
	{"width", 'w', "N", read_width, "write text, wrapped at N columns (80)"},
	{"output", 'o', "FILE", read_output, "write to FILE instead of standard output"},
	{"level", 'l', "N", read_level, "open the viewer with N levels shown: 1, 2 or 3"},
	{"goto", 'g', "ID", read_place, "open the viewer at the part with this id"},
	{"theme", '\0', "THEME", read_theme, "colours for: auto, light, dark or mono"},
	{"color", '\0', "WHEN", read_color, "use colours: auto, always or never"},
	{"hyperlinks", '\0', "WHEN", read_hyperlinks,
		"let the terminal open links: auto, always, never"},
	{"ascii", '\0', NULL, set_ascii, "show nothing but ASCII"},
	{"linear", '\0', NULL, set_linear, "talk in lines, as screen readers need it"},
	{"new", '\0', NULL, set_begins, "write a file to begin with: resume.yaml, or FILE"},
	{"list-keys", '\0', NULL, set_lists_keys, "print all actions and their keys"},
	{"check", '\0', NULL, set_checks, "print what is wrong with each FILE, and where"},
	{"help", 'h', NULL, NULL, "print this help"},
	{"version", 'V', NULL, NULL, "print the version"},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

void options_print_help(FILE *stream)
{
	fputs("Usage: vitae [OPTION]... [FILE]\n"
	      "       vitae --check [FILE]...\n"
	      "Shows the résumé in FILE, or writes it as text when the output is no terminal.\n"
	      "FILE is YAML or JSON; - is standard input.\n\nOptions:\n",
		stream);
	for (int i = 0; i < ROW_COUNT; i++) {
		char name[64];
		char letter[] = {'-', rows[i].letter, ',', '\0'};
		snprintf(name, sizeof name, "%3s --%s%s%s", rows[i].letter ? letter : "",
			rows[i].name, rows[i].value ? "=" : "", rows[i].value ? rows[i].value : "");
		fprintf(stream, "  %-24s %s\n", name, rows[i].description);
	}
	fputs("\nFormats:\n", stream);
	for (const struct format *format = formats; format->name; format++)
		fprintf(stream, "  %-24s %s\n", format->name, format->description);
	fputs("\nSchemas, told by their shape without --from:\n", stream);
	for (const struct dialect *dialect = dialects; dialect->name; dialect++)
		fprintf(stream, "  %-24s %s\n", dialect->name, dialect->description);
	fputs("\nWithout FILE: $VITAE_FILE, then resume.yaml, resume.yml or resume.json here,\n"
	      "then vitae/resume.yaml in $XDG_CONFIG_HOME (~/.config).\n"
	      "In the viewer, ? lists the keys. Manuals: vitae(1), vitae(5).\n",
		stream);
}

static void print_version(void)
{
	struct arena arena = {0};
	puts("vitae " VITAE_VERSION);
	printf("sandbox over ssh: %s\n", sandbox_describe(&arena).bytes);
	arena_finish(&arena);
}

static enum options_result print_about(const struct option_row *row)
{
	if (row->letter == 'h')
		options_print_help(stdout);
	else
		print_version();
	if (fflush(stdout) == 0)
		return OPTIONS_DONE;
	export_failed("to standard output", errno);
	return OPTIONS_WRONG;
}

/* The words of the command line that are still to be read. */
struct words {
	char **next;
	char **end;
};

static enum options_result apply(const struct option_row *row, const char *value,
	struct words *words, struct options *options)
{
	if (!row->read)
		return print_about(row);
	if (row->value && !value && words->next < words->end)
		value = *words->next++;
	if (row->value && !value) {
		fprintf(stderr, "vitae: --%s needs a value: --%s=%s\n", row->name, row->name,
			row->value);
		return OPTIONS_WRONG;
	}
	return row->read(options, value) ? OPTIONS_GO_ON : OPTIONS_WRONG;
}

static enum options_result unknown(const char *word)
{
	fprintf(stderr, "vitae: there is no option %s; see vitae --help\n", word);
	return OPTIONS_WRONG;
}

static enum options_result read_long(const char *word, struct words *words, struct options *options)
{
	const char *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);
	for (int i = 0; i < ROW_COUNT; i++) {
		if (strlen(rows[i].name) != length - 2 ||
			strncmp(rows[i].name, word + 2, length - 2) != 0)
			continue;
		if (equals && !rows[i].value) {
			fprintf(stderr, "vitae: --%s takes no value\n", rows[i].name);
			return OPTIONS_WRONG;
		}
		return apply(&rows[i], equals ? equals + 1 : NULL, words, options);
	}
	return unknown(word);
}

/* -w40 and -w 40; letters without a value are never combined: each of them ends the program. */
static enum options_result read_short(
	const char *word, struct words *words, struct options *options)
{
	for (int i = 0; i < ROW_COUNT; i++) {
		if (rows[i].letter == word[1] && (rows[i].value || !word[2]))
			return apply(&rows[i], word[2] ? word + 2 : NULL, words, options);
	}
	return unknown(word);
}

static enum options_result check_files(const struct options *options)
{
	if (options->checks || options->file_count <= 1)
		return OPTIONS_GO_ON;
	fprintf(stderr, "vitae: one file at a time: '%s' or '%s'\n", options->files[0],
		options->files[1]);
	return OPTIONS_WRONG;
}

enum options_result options_read(int count, char **words, struct options *options)
{
	struct words rest = {words + 1, words + count};
	bool only_files = false;
	enum options_result result = OPTIONS_GO_ON;

	*options = (struct options){.files = words + 1};
	while (result == OPTIONS_GO_ON && rest.next < rest.end) {
		char *word = *rest.next++;
		if (only_files || word[0] != '-' || !word[1])
			options->files[options->file_count++] = word;
		else if (strcmp(word, "--") == 0)
			only_files = true;
		else if (word[1] == '-')
			result = read_long(word, &rest, options);
		else
			result = read_short(word, &rest, options);
	}
	return result == OPTIONS_GO_ON ? check_files(options) : result;
}
