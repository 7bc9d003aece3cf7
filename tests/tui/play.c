/*
 * Plays a script of keys against the viewer without a terminal, and compares the screens with
 * those that are expected:
 *
 *     play [--update] DIRECTORY
 *
 * DIRECTORY/script has a command on each line; # begins a comment.
 *
 *     document FILE    from the directory of the script; begins anew
 *     level N          as --level; 0 opens what fits; begins anew
 *     size 80x24       columns and rows; begins anew
 *     keys E j 3*Tab   names as in the list of actions, with how often; then a pause
 *     type TEXT        character by character, without a pause
 *     paste TEXT       as from the clipboard; \\n is a line end
 *     click 3 10       row and column, from 0
 *     reload FILE      another version of the document
 *     copied           what was sent to the clipboard, to be compared
 *     resize 40x12
 *     message TEXT     in the last line, as about a fault in the file
 *     screen           to be compared
 *     attributes       of the same screen: see support/terminal.h for the letters
 *
 * DIRECTORY/expected.txt has each of these screens after a line that says what led to it; all rows
 * begin with a bar. --update writes it. Prints TAP: a point for each screen, which holds only if
 * the invariants of support/player.c do after all steps before it.
 */
#define _GNU_SOURCE 1
#include "support/player.h"

#include "base/buffer.h"
#include "tui/input.h"

#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct play {
	const char *directory;
	struct player player;
	bool has_document;
	int level;
	int rows;
	int columns;
	struct buffer steps;   /* since the last screen */
	struct buffer screens; /* all so far, as in expected.txt */
	char *expected;        /* the rest of it, or NULL */
	char problem[256];     /* since the last screen */
	int points;
	int failures;
};

__attribute__((format(printf, 2, 3))) static void note(struct play *play, const char *template, ...)
{
	va_list values;
	if (*play->problem)
		return;
	va_start(values, template);
	vsnprintf(play->problem, sizeof play->problem, template, values);
	va_end(values);
}

static void check(struct play *play, const char *step)
{
	if (play->player.problem)
		note(play, "%s: %s", step, play->player.problem);
}

static void add_step(struct play *play, const char *step)
{
	buffer_add_byte(&play->steps, ' ');
	buffer_add(&play->steps, text_from(step));
}

/* Steps */

static bool begin(struct play *play)
{
	if (play->player.begun)
		return true;
	if (!play->has_document || !play->rows)
		return false;
	player_begin(&play->player, play->level, play->rows, play->columns);
	check(play, "start");
	return true;
}

static void begin_anew(struct play *play)
{
	if (play->player.begun)
		player_end(&play->player);
}

static bool open_document(struct play *play, const char *name)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", play->directory, name);
	player_finish(&play->player);
	play->has_document = player_open(&play->player, path);
	add_step(play, name);
	return play->has_document;
}

static bool read_size(const char *words, int *rows, int *columns)
{
	return sscanf(words, "%dx%d", columns, rows) == 2 && *rows > 0 && *columns > 0;
}

static bool set_size(struct play *play, const char *words)
{
	begin_anew(play);
	add_step(play, words);
	return read_size(words, &play->rows, &play->columns);
}

static bool set_level(struct play *play, const char *words)
{
	begin_anew(play);
	add_step(play, "level");
	add_step(play, words);
	play->level = atoi(words);
	return true;
}

static bool press(struct play *play, const char *word)
{
	int count = 1;
	int length = 0;
	if (sscanf(word, "%d*%n", &count, &length) != 1 || !length) {
		count = 1;
		length = 0;
	}
	add_step(play, word);
	for (; count > 0; count--) {
		if (!player_press_name(&play->player, text_from(word + length)))
			return false;
		check(play, word);
	}
	return true;
}

static bool press_all(struct play *play, char *words)
{
	bool good = begin(play);
	for (char *word = strtok(words, " "); word && good; word = strtok(NULL, " "))
		good = press(play, word);
	if (good) {
		player_pause(&play->player);
		check(play, "pause");
	}
	return good;
}

static void add_words(struct play *play, const char *command, const char *words)
{
	add_step(play, command);
	add_step(play, words);
}

static bool type(struct play *play, const char *words)
{
	if (!begin(play))
		return false;
	add_words(play, "type", words);
	player_type(&play->player, text_from(words));
	check(play, words);
	return true;
}

static bool paste(struct play *play, const char *words)
{
	struct buffer text = {0};
	if (!begin(play))
		return false;
	add_words(play, "paste", words);
	for (const char *rest = words; *rest; rest++) {
		bool is_newline = rest[0] == '\\' && rest[1] == 'n';
		buffer_add_byte(&text, is_newline ? '\n' : *rest);
		rest += is_newline;
	}
	player_paste(&play->player, buffer_text(&text));
	buffer_finish(&text);
	check(play, "paste");
	return true;
}

static bool click(struct play *play, const char *words)
{
	int row;
	int column;
	if (!begin(play) || sscanf(words, "%d %d", &row, &column) != 2)
		return false;
	add_words(play, "click", words);
	player_click(&play->player, row, column);
	check(play, "click");
	return true;
}

static bool reload(struct play *play, const char *name)
{
	char path[PATH_MAX];
	if (!begin(play))
		return false;
	add_words(play, "reload", name);
	snprintf(path, sizeof path, "%s/%s", play->directory, name);
	bool good = player_reload(&play->player, path);
	check(play, "reload");
	return good;
}

static bool resize(struct play *play, const char *words)
{
	int rows;
	int columns;
	if (!begin(play) || !read_size(words, &rows, &columns))
		return false;
	add_step(play, "resize");
	add_step(play, words);
	player_resize(&play->player, rows, columns);
	check(play, "resize");
	return true;
}

static bool tell(struct play *play, const char *words)
{
	if (!begin(play))
		return false;
	add_step(play, "message");
	player_tell(&play->player, text_from(words));
	check(play, "message");
	return true;
}

/* Screens */

typedef void row_writer(const struct memory_canvas *memory, int row, FILE *stream);

static char *make_screen(const struct play *play, row_writer *write_row)
{
	char *screen = NULL;
	size_t size;
	FILE *stream = open_memstream(&screen, &size);
	const struct memory_canvas *canvas = &play->player.canvas;
	fprintf(stream, "===%.*s\n", (int)play->steps.length, play->steps.bytes);
	for (int row = 0; row < canvas->canvas.rows; row++) {
		fputc('|', stream);
		write_row(canvas, row, stream);
		fputc('\n', stream);
	}
	fclose(stream);
	return screen;
}

/* What was sent to the clipboard, in the form of a screen. */
static char *make_copied(const struct play *play)
{
	char *screen = NULL;
	size_t size;
	FILE *stream = open_memstream(&screen, &size);
	struct text rest = buffer_text(&play->player.copied);
	fprintf(stream, "===%.*s\n", (int)play->steps.length, play->steps.bytes);
	while (rest.length) {
		size_t end = text_find(rest, 0, '\n');
		fprintf(stream, "|%.*s\n", (int)end, rest.bytes);
		rest = text_slice(rest, end + 1, rest.length);
	}
	fclose(stream);
	return screen;
}

static void print_screen(const char *title, struct text screen)
{
	printf("# %s:\n", title);
	while (screen.length) {
		size_t end = text_find(screen, 0, '\n');
		printf("#   %.*s\n", (int)end, screen.bytes);
		screen = text_slice(screen, end + 1, screen.length);
	}
}

/* The next screen that is expected, up to the line that begins another. */
static struct text next_expected(struct play *play)
{
	struct text screen = text_from(play->expected);
	char *end = screen.length ? strstr(play->expected + 1, "\n===") : NULL;
	if (end)
		screen.length = (size_t)(end + 1 - play->expected);
	if (play->expected)
		play->expected += screen.length;
	return screen;
}

/* Takes the screen over. */
static bool compare(struct play *play, char *screen)
{
	struct text expected = next_expected(play);
	bool same = text_is(expected, screen);
	buffer_add(&play->screens, text_from(screen));
	play->points++;
	if (!same || *play->problem)
		play->failures++;
	printf("%sok %d -%.*s\n", same && !*play->problem ? "" : "not ", play->points,
		(int)play->steps.length, play->steps.bytes);
	if (*play->problem)
		printf("# %s\n", play->problem);
	if (!same) {
		print_screen("expected", expected);
		print_screen("the screen", text_from(screen));
	}
	free(screen);
	play->steps.length = 0;
	*play->problem = '\0';
	return true;
}

/* Scripts */

static bool run_command(struct play *play, const char *command, char *words)
{
	if (strcmp(command, "document") == 0)
		return open_document(play, words);
	if (strcmp(command, "level") == 0)
		return set_level(play, words);
	if (strcmp(command, "size") == 0)
		return set_size(play, words);
	if (strcmp(command, "keys") == 0)
		return press_all(play, words);
	if (strcmp(command, "resize") == 0)
		return resize(play, words);
	if (strcmp(command, "message") == 0)
		return tell(play, words);
	if (strcmp(command, "type") == 0)
		return type(play, words);
	if (strcmp(command, "paste") == 0)
		return paste(play, words);
	if (strcmp(command, "click") == 0)
		return click(play, words);
	if (strcmp(command, "reload") == 0)
		return reload(play, words);
	if (!begin(play))
		return false;
	if (strcmp(command, "screen") == 0)
		return compare(play, make_screen(play, memory_canvas_write_row));
	add_step(play, command);
	if (strcmp(command, "attributes") == 0)
		return compare(play, make_screen(play, memory_canvas_write_attributes));
	return strcmp(command, "copied") == 0 && compare(play, make_copied(play));
}

static bool run_line(struct play *play, char *line)
{
	line[strcspn(line, "\n")] = '\0';
	char *words = line + strcspn(line, " ");
	if (*line == '#' || !*line)
		return true;
	if (*words)
		*words++ = '\0';
	return run_command(play, line, words);
}

static bool run_script(struct play *play)
{
	char path[PATH_MAX];
	char *line = NULL;
	size_t size = 0;
	int number = 0;
	bool good = true;
	snprintf(path, sizeof path, "%s/script", play->directory);
	FILE *script = fopen(path, "r");
	while (script && good && getline(&line, &size, script) > 0) {
		number++;
		good = run_line(play, line);
	}
	if (!script || !good)
		printf("Bail out! %s:%d: cannot do this\n", path, number);
	free(line);
	if (script)
		fclose(script);
	return script && good;
}

static char *read_expected(const char *path)
{
	char *contents = NULL;
	size_t size = 0;
	FILE *file = fopen(path, "r");
	if (file && getdelim(&contents, &size, '\0', file) < 0) {
		free(contents);
		contents = NULL;
	}
	if (file)
		fclose(file);
	return contents;
}

static bool write_expected(const struct play *play, const char *path)
{
	FILE *file = fopen(path, "w");
	if (!file)
		return false;
	fwrite(play->screens.bytes, 1, play->screens.length, file);
	return fclose(file) == 0;
}

/* A point for what is expected beyond the last screen. */
static void expect_end(struct play *play)
{
	struct text rest = next_expected(play);
	if (!rest.length)
		return;
	play->failures++;
	printf("not ok %d - no more screens\n", ++play->points);
	print_screen("expected", rest);
}

static void finish(struct play *play)
{
	player_finish(&play->player);
	buffer_finish(&play->steps);
	buffer_finish(&play->screens);
}

static int run(const char *directory, bool update)
{
	char path[PATH_MAX];
	struct play play = {.directory = directory};
	snprintf(path, sizeof path, "%s/expected.txt", directory);
	char *expected = read_expected(path);
	play.expected = expected;
	bool good = run_script(&play);
	if (good)
		expect_end(&play);
	printf("1..%d\n", play.points);
	if (good && update)
		good = write_expected(&play, path);
	else
		good = good && !play.failures;
	free(expected);
	finish(&play);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **words)
{
	bool update = count == 3 && strcmp(words[1], "--update") == 0;
	if (count != 2 + update) {
		fputs("Usage: play [--update] DIRECTORY\n", stderr);
		return EXIT_FAILURE;
	}
	if (!setlocale(LC_CTYPE, "C.UTF-8")) {
		fputs("play: there is no locale C.UTF-8\n", stderr);
		return EXIT_FAILURE;
	}
	return run(words[1 + update], update);
}
