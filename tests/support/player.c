#define _GNU_SOURCE 1
#include "player.h"

#include "base/unicode.h"
#include "base/url.h"
#include "load.h"
#include "tui/input.h"

#include <stdlib.h>
#include <string.h>

const struct view *player_view(const struct player *player)
{
	return reader_view(&player->reader);
}

/* Checks */

static bool line_has_link(const struct line *line, uint32_t link)
{
	for (size_t i = 0; i < line->span_count; i++) {
		if (line->spans[i].link == link)
			return true;
	}
	return false;
}

/* What is wrong with where the view is, or NULL. */
static const char *check_place(const struct view *view)
{
	size_t rows = (size_t)view_text_rows(view);
	size_t count = view->flow.count;
	int percent = view_percent(view);

	if (view->top > (count > rows ? count - rows : 0))
		return "the window goes on beyond the end";
	if (percent < 0 || percent > 100 || (percent == 100) != (view->top + rows >= count))
		return "the percentage does not fit the place";
	if (!count)
		return NULL;
	if (view->cursor < view->top || view->cursor >= view->top + rows)
		return "the cursor is not in the window";
	if (view->cursor >= count || !view->flow.lines[view->cursor]->block)
		return "the cursor is on a blank line";
	if (view->focus && !line_has_link(view->flow.lines[view->cursor], view->focus))
		return "the link that was stepped to is not on the cursor's line";
	return NULL;
}

/* A message of several lines, or a code, may cover the cursor. */
static const char *check_cursor(const struct reader *reader, const struct memory_canvas *canvas)
{
	const struct view *view = reader_view(reader);
	bool covered = view->message.length || reader->shows_code ||
		       (reader->question != QUESTION_NONE && view->rows == 1);
	int markers = 0;
	for (int row = 0; row < view_text_rows(view); row++)
		markers += memory_canvas_shows(canvas, row, 0, "\u276F");
	if (markers > 1)
		return "there are several cursors";
	if (!markers && view->flow.count && !covered)
		return "there is no cursor";
	return NULL;
}

/* What is wrong if the screen is not what drawing it anew gives, or NULL. */
static const char *check_fresh(
	const struct reader *reader, const struct memory_canvas *canvas, const char *otherwise)
{
	struct memory_canvas fresh;
	struct drawn drawn = {0};
	const struct view *view = reader_view(reader);
	memory_canvas_init(&fresh, view->rows, view->columns);
	draw_reader(reader, &fresh.canvas, &drawn);
	const char *problem = fresh.fault;
	if (!problem && !memory_canvas_equal(&fresh, canvas))
		problem = otherwise;
	drawn_finish(&drawn);
	memory_canvas_finish(&fresh);
	return problem;
}

static void note(struct player *player, const char *problem)
{
	if (!player->problem)
		player->problem = problem;
}

static void draw(struct player *player)
{
	const struct reader *reader = &player->reader;
	draw_reader(reader, &player->canvas.canvas, &player->drawn);
	note(player, player->canvas.fault);
	note(player, check_place(reader_view(reader)));
	note(player, check_cursor(reader, &player->canvas));
	note(player, check_fresh(reader, &player->canvas,
			     "the screen is not what drawing it anew gives"));
}

/* Steps */

static bool load_version(struct player *player, int version, const char *path)
{
	struct load load = {.arena = &player->arenas[version],
		.diagnostics = &player->diagnostics,
		.doc = &player->docs[version]};
	return load_file(&load, path) == LOAD_GOOD;
}

bool player_open(struct player *player, const char *path)
{
	*player = (struct player){0};
	/* What goes on has always lasted as long: as in the terminals of terminal_process.c. */
	setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
	return load_version(player, 0, path);
}

void player_end(struct player *player)
{
	if (!player->begun)
		return;
	reader_finish(&player->reader);
	keymap_finish(&player->keymap);
	drawn_finish(&player->drawn);
	memory_canvas_finish(&player->canvas);
	player->begun = false;
	player->ended = false;
}

void player_begin(struct player *player, int level, int rows, int columns)
{
	player_end(player);
	keymap_init(&player->keymap);
	reader_init(&player->reader, &player->docs[player->version],
		(struct view_settings){.level = level, .rows = rows, .columns = columns},
		&player->keymap);
	memory_canvas_init(&player->canvas, rows, columns);
	player->begun = true;
	player->problem = NULL;
	draw(player);
}

/* The address of the link under the cursor, in the arena; false, and says so, if it is not safe. */
static bool take_address(struct player *player, struct arena *arena, struct text *url)
{
	struct view *view = reader_view(&player->reader);
	uint32_t link = view_link(view);
	if (!link)
		return false;
	struct text written = doc_link(view->doc, link)->url;
	if (url_make_safe(written, arena, url))
		return true;
	view_tell(view, arena_format(arena, "Not an address that can be opened: %s",
				arena_copy(arena, written).bytes));
	return false;
}

/* As where there is no browser. */
static void follow(struct player *player)
{
	struct arena arena = {0};
	struct text url;
	if (take_address(player, &arena, &url))
		view_tell(reader_view(&player->reader), url);
	arena_finish(&arena);
}

static void show_code(struct player *player)
{
	struct arena arena = {0};
	struct text url;
	if (take_address(player, &arena, &url))
		reader_show_code(&player->reader, url, &player->canvas.canvas);
	arena_finish(&arena);
}

static void copy(struct player *player)
{
	struct arena arena = {0};
	player->copied.length = 0;
	struct text name = reader_copy(&player->reader, &player->copied, &arena);
	view_tell(reader_view(&player->reader),
		arena_format(&arena, "Sent to the terminal's clipboard: %s", name.bytes));
	arena_finish(&arena);
}

static void handle(struct player *player, unsigned effects)
{
	if (effects & EFFECT_QUIT)
		player->ended = true;
	if (effects & EFFECT_FOLLOW)
		follow(player);
	if (effects & EFFECT_CODE)
		show_code(player);
	if (effects & EFFECT_COPY)
		copy(player);
	if (effects & EFFECT_REDRAW)
		drawn_forget(&player->drawn);
}

/* Draws what the effects of a step are; without any the screen must be as it was. */
static void finish_step(struct player *player, unsigned effects)
{
	player->problem = NULL;
	if (!effects)
		note(player, check_fresh(&player->reader, &player->canvas,
				     "the screen changed without EFFECT_DRAW"));
	while (effects && !player->ended) {
		handle(player, effects);
		effects = reader_go_on(&player->reader);
	}
	draw(player);
}

void player_press(struct player *player, uint32_t input)
{
	finish_step(player, reader_take(&player->reader, input));
}

void player_pause(struct player *player)
{
	if (reader_waits(&player->reader))
		finish_step(player, reader_pause(&player->reader));
}

void player_click(struct player *player, int row, int column)
{
	finish_step(player, reader_click(&player->reader, row, column));
}

void player_paste(struct player *player, struct text text)
{
	finish_step(player, reader_paste(&player->reader, text));
}

void player_type(struct player *player, struct text text)
{
	const char *problem = NULL;
	for (size_t offset = 0, size; offset < text.length; offset += size) {
		player_press(player, unicode_decode(text, offset, &size));
		problem = problem ? problem : player->problem;
	}
	player->problem = problem;
}

bool player_press_name(struct player *player, struct text name)
{
	uint32_t input = input_from_name(name);
	if (input != INPUT_NONE)
		player_press(player, input);
	else
		player_type(player, name);
	return name.length > 0;
}

void player_resize(struct player *player, int rows, int columns)
{
	player->problem = NULL;
	reader_resize(&player->reader, rows, columns);
	drawn_forget(&player->drawn);
	memory_canvas_finish(&player->canvas);
	memory_canvas_init(&player->canvas, rows, columns);
	draw(player);
}

bool player_reload(struct player *player, const char *path)
{
	int other = !player->version;
	player->problem = NULL;
	arena_finish(&player->arenas[other]);
	if (!load_version(player, other, path))
		return false;
	reader_replace(&player->reader, &player->docs[other], false);
	player->version = other;
	draw(player);
	return true;
}

void player_tell(struct player *player, struct text message)
{
	player->problem = NULL;
	view_tell(reader_view(&player->reader), message);
	draw(player);
}

void player_finish(struct player *player)
{
	player_end(player);
	buffer_finish(&player->copied);
	diagnostics_finish(&player->diagnostics);
	for (int i = 0; i < 2; i++)
		arena_finish(&player->arenas[i]);
	*player = (struct player){0};
}
