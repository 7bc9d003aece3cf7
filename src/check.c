#include "check.h"

#include "base/excerpt.h"
#include "data/check.h"
#include "data/read.h"
#include "data/source.h"
#include "exit.h"
#include "export.h"
#include "resume/check.h"
#include "resume/resume.h"
#include "tui/terminal_traits.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Where the findings go, and how they look there. */
struct report {
	struct diagnostic_style style;
	int width; /* columns of a terminal, which is shown the lines, too; or 0 */
};

/* Colours of any terminal that has some, as compilers use them. */
static const struct diagnostic_style colored = {
	"\033[1m", {"\033[1;36m", "\033[1;33m", "\033[1;31m"}, "\033[m"};
static const struct diagnostic_style plain = {"", {"", "", ""}, ""};

static bool wants_color(enum choice choice, bool is_terminal)
{
	const char *name = getenv("TERM");
	bool has_color = is_terminal && name && *name && strcmp(name, "dumb") != 0 &&
			 !terminal_is_ascii(name);
	return choice == CHOICE_ALWAYS || (has_color && terminal_wants_colors(choice, getenv));
}

static struct report report_begin(enum choice color)
{
	enum { WIDTH_LEAST = 10 };
	struct report report = {.style = plain};
	struct winsize size;
	bool is_terminal = isatty(STDOUT_FILENO);
	if (wants_color(color, is_terminal))
		report.style = colored;
	if (is_terminal) {
		bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col;
		report.width = is_known ? size.ws_col : WIDTH_DEFAULT;
		if (report.width < WIDTH_LEAST)
			report.width = WIDTH_LEAST;
	}
	return report;
}

/* The line that a finding is about, and where in it. */
static void print_excerpt(const struct report *report, const struct diagnostic *finding,
	struct line_walk *walk, struct arena *arena)
{
	const struct diagnostic_style *style = &report->style;
	if (!finding->position.line || !finding->position.column)
		return;
	struct excerpt excerpt = excerpt_make(walk, finding->position, report->width, arena);
	if (!excerpt.line.length)
		return;
	printf("%.*s\n%*s%s^%s\n", (int)excerpt.line.length, excerpt.line.bytes, excerpt.indent, "",
		style->levels[finding->severity], style->end);
}

static void print_findings(const struct report *report, const char *name, struct text source,
	const struct diagnostics *findings)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	for (size_t i = 0; i < findings->count; i++) {
		const struct diagnostic *finding = &findings->items[i];
		struct arena arena = {0};
		struct text line = diagnostic_format_styled(finding, name, &report->style, &arena);
		printf("%.*s\n", (int)line.length, line.bytes);
		if (report->width)
			print_excerpt(report, finding, &walk, &arena);
		arena_finish(&arena);
	}
	if (findings->left_out)
		printf("%s: %zu more findings are not shown\n", name, findings->left_out);
}

/* What the file holds, as a résumé. */
static void check_content(
	struct text source, const struct dialect *dialect, struct diagnostics *findings)
{
	struct arena arena = {0};
	struct resume resume;
	struct secrets secrets = {0};
	struct diagnostics unread = {0}; /* of secrets; resume_check() tells */
	struct node *root = data_read(source, &arena, findings);
	data_check(root, source, findings);
	if (root && !dialect)
		dialect = dialect_recognise(root);
	if (root) {
		bool is_known = secrets_read(&secrets, root, &arena, &unread);
		root = dialect_to_native(dialect, root, &arena, findings);
		if (resume_read(root, &arena, findings, &resume))
			resume_check(root, dialect, is_known ? &secrets : NULL, &arena, findings);
	}
	diagnostics_finish(&unread);
	arena_finish(&arena);
}

static int status_of(enum severity worst)
{
	static const int statuses[] = {[SEVERITY_NOTE] = EXIT_SUCCESS,
		[SEVERITY_WARNING] = EXIT_WARNING,
		[SEVERITY_ERROR] = EXIT_CONTENT};
	return statuses[worst];
}

static int check_file(const struct report *report, const struct dialect *dialect, const char *file)
{
	struct buffer bytes = {0};
	struct diagnostics findings = {0};
	bool is_read = source_read(file, &bytes, &findings);
	if (is_read)
		check_content(buffer_text(&bytes), dialect, &findings);
	int status = is_read ? status_of(findings.worst) : EXIT_SYSTEM;
	diagnostics_sort(&findings);
	print_findings(report, source_name(file), buffer_text(&bytes), &findings);
	diagnostics_finish(&findings);
	buffer_finish(&bytes);
	return status;
}

static int worse(int a, int b)
{
	static const int order[] = {EXIT_SYSTEM, EXIT_CONTENT, EXIT_WARNING};
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (a == order[i] || b == order[i])
			return order[i];
	}
	return EXIT_SUCCESS;
}

int check_files(char *const *files, int count, const struct check_settings *settings)
{
	struct report report = report_begin(settings->color);
	int status = EXIT_SUCCESS;
	for (int i = 0; i < count; i++)
		status = worse(status, check_file(&report, settings->dialect, files[i]));
	return fflush(stdout) == 0 ? status : export_failed("to standard output", errno);
}
