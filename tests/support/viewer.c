#define _GNU_SOURCE 1
#include "viewer.h"

#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

enum { ENVIRONMENT_MOST = 32 };

static char link_problem[512];

/* Finished in the teardown, since a failing test goes there at once. */
static struct player mirror;

static const char *from_build(const char *name)
{
	const char *value = getenv(name);
	if (!value)
		fail_msg("%s is not set; run the tests with meson", name);
	return value ? value : "";
}

/* Starting */

struct terminal *viewer_start(void **state, struct terminal_options options)
{
	static const char *const names[] = {"VITAE", "RESUME", "FAKE_BROWSER"};
	const char *const usual[] = {from_build("VITAE"), from_build("RESUME"), NULL};
	const char *environment[ENVIRONMENT_MOST + 1] = {0};
	char entries[3][4096];
	int count = 0;

	for (int i = 0; i < 3; i++) {
		snprintf(entries[i], sizeof entries[i], "%s=%s", names[i], from_build(names[i]));
		environment[count++] = entries[i];
	}
	for (int i = 0; options.environment && options.environment[i]; i++) {
		assert_true(count < ENVIRONMENT_MOST);
		environment[count++] = options.environment[i];
	}
	if (!options.arguments)
		options.arguments = usual;
	options.environment = environment;
	*state = terminal_start(&options);
	return *state;
}

struct terminal *viewer_start_script(
	void **state, const char *script, struct terminal_options options)
{
	const char *const arguments[] = {"sh", "-c", script, NULL};
	options.arguments = arguments;
	return viewer_start(state, options);
}

void viewer_ready(struct terminal *terminal)
{
	terminal_expect(terminal, "? help");
}

static bool is_asked(struct terminal *terminal, const void *context)
{
	(void)context;
	return terminal_output_contains(terminal, "\033[c");
}

struct terminal *viewer_open(void **state)
{
	struct terminal *terminal = viewer_start(state, (struct terminal_options){0});
	viewer_ready(terminal);
	/* The questions follow the first screen. */
	assert_true(terminal_wait_until(terminal, is_asked, NULL, 0));
	return terminal;
}

/* Ending */

void viewer_expect_restored(struct terminal *terminal)
{
	assert_false(terminal_alternate_screen(terminal));
	assert_true(terminal_cursor_visible(terminal));
	assert_true(terminal_modes_restored(terminal));
	assert_int_equal(terminal_mouse(terminal), TERMINAL_MOUSE_NONE);
	assert_string_equal(terminal_unknown(terminal), "");
}

void viewer_quit(struct terminal *terminal)
{
	terminal_send(terminal, "q");
	int status = terminal_wait_exit(terminal, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	viewer_expect_restored(terminal);
	assert_true(terminal_wait_no_processes(terminal, 0));
}

/* Keys */

/* What the terminal sends, in the mode that curses sets. */
static const char *bytes_of_key(struct text name)
{
	static const char *const keys[][2] = {{"Up", "\033OA"}, {"Down", "\033OB"},
		{"Right", "\033OC"}, {"Left", "\033OD"}, {"Home", "\033OH"}, {"End", "\033OF"},
		{"PgUp", "\033[5~"}, {"PgDn", "\033[6~"}, {"Enter", "\r"}, {"Tab", "\t"},
		{"Shift-Tab", "\033[Z"}, {"Esc", "\033"}, {"F1", "\033OP"}, {"Space", " "}};
	static char bytes[8];
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (text_is(name, keys[i][0]))
			return keys[i][1];
	}
	assert_true(name.length > 0 && name.length < sizeof bytes);
	memset(bytes, 0, sizeof bytes);
	if (name.length == 2 && *name.bytes == '^')
		bytes[0] = (char)(name.bytes[1] - '@');
	else
		memcpy(bytes, name.bytes, name.length);
	return bytes;
}

void viewer_press(struct terminal *terminal, const char *names)
{
	struct text rest = text_from(names);
	while (rest.length) {
		size_t end = text_find(rest, 0, ' ');
		assert_true(terminal_send(terminal, bytes_of_key(text_slice(rest, 0, end))));
		rest = text_slice(rest, end + 1, rest.length);
	}
}

/* Comparing */

struct comparison {
	struct player *player;
	char *text; /* the whole screen, and its attributes */
};

typedef void row_writer(const struct memory_canvas *memory, int row, FILE *stream);

static void write_rows(const struct memory_canvas *canvas, row_writer *write_row, FILE *stream)
{
	for (int row = 0; row < canvas->canvas.rows; row++) {
		write_row(canvas, row, stream);
		fputc('\n', stream);
	}
}

static char *player_screen(const struct player *player)
{
	char *screen = NULL;
	size_t size;
	FILE *stream = open_memstream(&screen, &size);
	assert_non_null(stream);
	write_rows(&player->canvas, memory_canvas_write_row, stream);
	write_rows(&player->canvas, memory_canvas_write_attributes, stream);
	fclose(stream);
	return screen;
}

static char *terminal_whole_screen(struct terminal *terminal, int rows)
{
	char *screen = NULL;
	size_t size;
	FILE *stream = open_memstream(&screen, &size);
	assert_non_null(stream);
	for (int row = 0; row < rows; row++)
		fprintf(stream, "%s\n", terminal_row(terminal, row));
	for (int row = 0; row < rows; row++)
		fprintf(stream, "%s\n", terminal_attributes(terminal, row));
	fclose(stream);
	return screen;
}

static bool is_same(struct terminal *terminal, const void *context)
{
	const struct comparison *comparison = context;
	char *screen = terminal_whole_screen(terminal, comparison->player->canvas.canvas.rows);
	bool same = strcmp(screen, comparison->text) == 0;
	free(screen);
	return same;
}

/* Where a cell leads to by the viewer, or NULL; in the arena. */
static const char *expected_link(
	const struct player *player, int row, int column, struct arena *arena)
{
	struct text safe;
	uint32_t link = memory_canvas_link(&player->canvas, row, column);
	if (!link || !url_make_safe(doc_link(player_view(player)->doc, link)->url, arena, &safe))
		return NULL;
	return safe.bytes;
}

static bool has_links(struct terminal *terminal, const void *context)
{
	const struct player *player = context;
	const struct canvas *canvas = &player->canvas.canvas;
	struct arena arena = {0};
	bool same = true;
	for (int cell = 0; same && cell < canvas->rows * canvas->columns; cell++) {
		int row = cell / canvas->columns;
		int column = cell % canvas->columns;
		const char *expected = expected_link(player, row, column, &arena);
		const char *found = terminal_link(terminal, row, column);
		same = expected && found ? strcmp(expected, found) == 0 : expected == found;
		if (!same)
			snprintf(link_problem, sizeof link_problem, "%d,%d: %s instead of %s", row,
				column, found ? found : "none", expected ? expected : "none");
	}
	arena_finish(&arena);
	return same;
}

void viewer_expect_links(struct terminal *terminal, struct player *player)
{
	if (!terminal_wait_until(terminal, has_links, player, 0))
		fail_msg("link at %s", link_problem);
}

void viewer_expect_same(struct terminal *terminal, struct player *player)
{
	if (player->problem)
		fail_msg("%s", player->problem);
	struct comparison comparison = {player, player_screen(player)};
	bool same = terminal_wait_until(terminal, is_same, &comparison, 0);
	if (!same) {
		char *screen = terminal_whole_screen(terminal, player->canvas.canvas.rows);
		fprintf(stderr, "expected:\n%s\nthe screen:\n%s\n", comparison.text, screen);
		free(screen);
	}
	free(comparison.text);
	assert_true(same);
	assert_true(terminal_wide_characters_whole(terminal));
}

static bool has_screen(struct terminal *terminal, const void *screen)
{
	return strcmp(terminal_screen(terminal), screen) == 0;
}

void viewer_expect_screen(struct terminal *terminal, const char *screen)
{
	if (terminal_wait_until(terminal, has_screen, screen, 0))
		return;
	fprintf(stderr, "expected:\n%s\nthe screen:\n%s\n", screen, terminal_screen(terminal));
	fail();
}

struct player *viewer_mirror(int rows, int columns)
{
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	assert_true(player_open(&mirror, from_build("RESUME")));
	player_begin(&mirror, 0, rows, columns);
	return &mirror;
}

void viewer_press_both(struct terminal *terminal, struct player *player, const char *names)
{
	struct text rest = text_from(names);
	while (rest.length) {
		size_t end = text_find(rest, 0, ' ');
		struct text name = text_slice(rest, 0, end);
		if (text_is(name, "m{letter}") || text_is(name, "'{letter}"))
			name = *name.bytes == 'm' ? TEXT("ma") : TEXT("'a");
		assert_true(player_press_name(player, name));
		player_pause(player);
		assert_true(terminal_send(terminal, bytes_of_key(name)));
		viewer_expect_same(terminal, player);
		viewer_expect_links(terminal, player);
		rest = text_slice(rest, end + 1, rest.length);
	}
}

void viewer_resize_both(struct terminal *terminal, struct player *player, int rows, int columns)
{
	player_resize(player, rows, columns);
	terminal_resize(terminal, rows, columns);
	viewer_expect_same(terminal, player);
	viewer_expect_links(terminal, player);
}

int viewer_teardown(void **state)
{
	player_finish(&mirror);
	return terminal_teardown(state);
}
