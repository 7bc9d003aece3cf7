#define _GNU_SOURCE 1
#include "player.h"

#include "base/url.h"
#include "load.h"
#include "tui/help.h"
#include "tui/input.h"

#include <string.h>

static struct view *shown(struct player *player)
{
	return player->shows_help ? &player->help : &player->view;
}

const struct view *player_view(const struct player *player)
{
	return player->shows_help ? &player->help : &player->view;
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

/* A message of several lines may cover the cursor. */
static const char *check_cursor(const struct view *view, const struct memory_canvas *canvas)
{
	int markers = 0;
	for (int row = 0; row < view_text_rows(view); row++)
		markers += memory_canvas_shows(canvas, row, 0, "\u276F");
	if (markers > 1)
		return "there are several cursors";
	if (!markers && view->flow.count && !view->message.length)
		return "there is no cursor";
	return NULL;
}

static const char *check_fresh(const struct view *view, const struct memory_canvas *canvas)
{
	struct memory_canvas fresh;
	struct drawn drawn = {0};
	memory_canvas_init(&fresh, view->rows, view->columns);
	draw_view(view, &fresh.canvas, &drawn);
	const char *problem = fresh.fault;
	if (!problem && !memory_canvas_equal(&fresh, canvas))
		problem = "the screen is not what drawing it anew gives";
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
	const struct view *view = player_view(player);
	draw_view(view, &player->canvas.canvas, &player->drawn);
	note(player, player->canvas.fault);
	note(player, check_place(view));
	note(player, check_cursor(view, &player->canvas));
	note(player, check_fresh(view, &player->canvas));
}

/* Draws a view that says it has not changed, and requires that to be true. */
static void draw_unchanged(struct player *player)
{
	struct memory_canvas fresh;
	struct drawn drawn = {0};
	const struct view *view = player_view(player);
	memory_canvas_init(&fresh, view->rows, view->columns);
	draw_view(view, &fresh.canvas, &drawn);
	if (!memory_canvas_equal(&fresh, &player->canvas))
		note(player, "the screen changed without EFFECT_DRAW");
	drawn_finish(&drawn);
	memory_canvas_finish(&fresh);
}

/* Steps */

bool player_open(struct player *player, const char *path)
{
	*player = (struct player){0};
	keymap_init(&player->keymap);
	return load_file(path, &player->arena, &player->diagnostics, &player->doc) == LOAD_GOOD;
}

void player_end(struct player *player)
{
	if (!player->begun)
		return;
	view_finish(&player->view);
	if (player->help.doc)
		view_finish(&player->help);
	drawn_finish(&player->drawn);
	memory_canvas_finish(&player->canvas);
	player->begun = false;
	player->shows_help = false;
	player->ended = false;
}

void player_begin(struct player *player, int level, int rows, int columns)
{
	player_end(player);
	view_init(&player->view, &player->doc, level, rows, columns);
	memory_canvas_init(&player->canvas, rows, columns);
	player->begun = true;
	player->problem = NULL;
	draw(player);
}

/* As where there is no browser. */
static void follow(struct player *player)
{
	struct view *view = shown(player);
	struct arena arena = {0};
	struct text url;
	struct text written = doc_link(view->doc, view_link(view))->url;
	if (!url_make_safe(written, &arena, &url))
		url = arena_format(&arena, "Not an address that can be opened: %s",
			arena_copy(&arena, written).bytes);
	view_tell(view, url);
	arena_finish(&arena);
}

static void toggle_help(struct player *player)
{
	if (!player->help_doc.root)
		help_make(&player->help_doc, &player->arena, &player->keymap);
	if (!player->help.doc) {
		view_init(&player->help, &player->help_doc, 3, player->view.rows,
			player->view.columns);
		player->help.is_help = true;
	}
	player->shows_help = !player->shows_help;
}

static void handle(struct player *player, unsigned effects)
{
	if (effects & EFFECT_QUIT && !player->shows_help)
		player->ended = true;
	if (effects & (EFFECT_QUIT | EFFECT_CANCEL))
		player->shows_help = false;
	if (effects & EFFECT_HELP)
		toggle_help(player);
	if (effects & EFFECT_FOLLOW)
		follow(player);
	if (effects & EFFECT_REDRAW)
		drawn_forget(&player->drawn);
}

void player_press(struct player *player, uint32_t input)
{
	int argument = input >= '1' && input <= '9' ? (int)(input - '0') : 0;
	enum action action = keymap_find(&player->keymap, &input, 1).action;
	unsigned effects = view_apply(shown(player), action, argument);
	player->problem = NULL;
	if (!effects)
		draw_unchanged(player);
	handle(player, effects);
	draw(player);
}

bool player_press_name(struct player *player, struct text name)
{
	uint32_t input = input_from_name(name);
	if (input != INPUT_NONE)
		player_press(player, input);
	return input != INPUT_NONE;
}

void player_resize(struct player *player, int rows, int columns)
{
	player->problem = NULL;
	view_resize(&player->view, rows, columns);
	if (player->help.doc)
		view_resize(&player->help, rows, columns);
	drawn_forget(&player->drawn);
	memory_canvas_finish(&player->canvas);
	memory_canvas_init(&player->canvas, rows, columns);
	draw(player);
}

void player_tell(struct player *player, struct text message)
{
	player->problem = NULL;
	view_tell(shown(player), message);
	draw(player);
}

void player_finish(struct player *player)
{
	player_end(player);
	diagnostics_finish(&player->diagnostics);
	keymap_finish(&player->keymap);
	arena_finish(&player->arena);
	*player = (struct player){0};
}
