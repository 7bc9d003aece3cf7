/* Which editor is started, and how it is told the file and the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "directory.h"
#include "host/editor.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void set(const char *variable, const char *value)
{
	if (value)
		setenv(variable, value, 1);
	else
		unsetenv(variable);
}

/* Programs that exist are files of those names in the directory, which is all of $PATH. */
static void set_editors(const char *visual, const char *editor)
{
	set("PATH", directory);
	set("VISUAL", visual);
	set("EDITOR", editor);
}

/* The words as "one|two". */
static void check_words(const char *path, int line, const char *expected)
{
	struct command command = {0};
	char joined[400] = "";
	assert_true(editor_choose(&command, path, line));
	for (int i = 0; command.words[i]; i++) {
		strcat(joined, i ? "|" : "");
		strcat(joined, command.words[i]);
	}
	assert_string_equal(joined, expected);
}

static void check_none(const char *path)
{
	struct command command = {0};
	assert_false(editor_choose(&command, path, 1));
}

static void takes_the_first_editor_there_is(void **state)
{
	char expected[300];
	(void)state;
	write_file("first", "", 0700);
	write_file("second", "", 0700);
	set_editors("first", "second");
	check_words("file", 12, "first|+12|file");
	/* What is set and not there is not passed over: the reader meant it. */
	set_editors("missing", "second");
	check_none("file");
	set_editors("", "second");
	check_words("file", 12, "second|+12|file");
	set_editors(" \t", "second");
	check_none("file");
	set_editors(NULL, place("first"));
	snprintf(expected, sizeof(expected), "%s|+12|file", place("first"));
	check_words("file", 12, expected);
}

static void falls_back_on_what_the_system_has(void **state)
{
	static const char *const names[] = {"nano", "vi", "editor"};
	(void)state;
	set_editors(NULL, NULL);
	check_none("file");
	for (int i = 0; i < 3; i++) {
		char expected[40];
		write_file(names[i], "", 0700);
		snprintf(expected, sizeof(expected), "%s|+1|file", names[i]);
		check_words("file", 1, expected);
	}
	/* Not for one that the reader has asked for. */
	set_editors("missing", "missing");
	check_none("file");
}

static void splits_words_without_a_shell(void **state)
{
	(void)state;
	write_file("emacs", "", 0700);
	set_editors("emacs -nw\t--eval  '(x)' $HOME %f %%", NULL);
	check_words("my file %f.yaml", 3, "emacs|-nw|--eval|'(x)'|$HOME|%f|%%|+3|my file %f.yaml");
}

static void says_the_line_as_the_editor_wants_it(void **state)
{
	static const struct {
		const char *name;
		const char *words;
		bool needs_terminal;
	} cases[] = {
		{"vim", "vim|+7|f", true},
		{"kak", "kak|+7|f", true},
		{"emacsclient", "emacsclient|+7|f", true},
		{"hx", "hx|f:7", true},
		{"helix", "helix|f:7", true},
		{"zed", "zed|f:7", false},
		{"subl", "subl|f:7", false},
		{"code", "code|--goto|f:7", false},
		{"codium", "codium|--goto|f:7", false},
		{"kate", "kate|--line|7|f", false},
		{"gvim", "gvim|+7|f", false},
		{"gnome-text-editor", "gnome-text-editor|f", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct command command = {0};
		write_file(cases[i].name, "", 0700);
		set_editors(cases[i].name, NULL);
		check_words("f", 7, cases[i].words);
		set_editors(place(cases[i].name), NULL);
		assert_true(editor_choose(&command, "f", 7));
		assert_int_equal(command.needs_terminal, cases[i].needs_terminal);
	}
}

static void keeps_file_names_from_being_options(void **state)
{
	(void)state;
	write_file("vi", "", 0700);
	write_file("hx", "", 0700);
	set_editors("vi", NULL);
	check_words("-c", 1, "vi|+1|./-c");
	check_words("+x", 1, "vi|+1|./+x");
	check_words("./-c", 1, "vi|+1|./-c");
	check_words("/-c", 1, "vi|+1|/-c");
	set_editors("hx", NULL);
	check_words("-c", 1, "hx|./-c:1");
}

static void refuses_what_is_too_long(void **state)
{
	static char path[COMMAND_BYTES_MOST + 10];
	(void)state;
	write_file("vi", "", 0700);
	set_editors("vi", NULL);
	memset(path, 'a', sizeof(path) - 1);
	check_none(path);
	path[COMMAND_BYTES_MOST - 5] = '\0';
	check_none(path);
	set_editors("vi 2 3 4 5 6 7 8 9 10 11 12 13 14", NULL);
	check_words("file", 1, "vi|2|3|4|5|6|7|8|9|10|11|12|13|14|+1|file");
	set_editors("vi 2 3 4 5 6 7 8 9 10 11 12 13 14 15", NULL);
	check_none("file");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_directory(takes_the_first_editor_there_is),
		in_directory(falls_back_on_what_the_system_has),
		in_directory(splits_words_without_a_shell),
		in_directory(says_the_line_as_the_editor_wants_it),
		in_directory(keeps_file_names_from_being_options),
		in_directory(refuses_what_is_too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
