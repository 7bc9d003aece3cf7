/*
 * Walks at random through documents, with keys of all kinds in windows of all sizes, and requires
 * the invariants of support/player.c after every step:
 *
 *     walk FILE...
 *
 * Always walks the same ways. Prints TAP: a point for each file.
 */
#define _GNU_SOURCE 1
#include "support/player.h"

#include "tui/action.h"
#include "tui/input.h"

#include <locale.h>
#include <stdlib.h>

enum {
	STEPS = 3000,       /* for each file */
	STEPS_OF_WALK = 60, /* before it begins anew */
	KEYS_MOST = 128,
	TRAIL = 12,
};

struct walk {
	struct player player;
	const char *path;
	uint32_t random;
	char trail[TRAIL][32]; /* the last steps, a ring */
	int step;
};

static struct text keys[KEYS_MOST];
static int key_count;

static void collect_keys(void)
{
	for (const struct action_row *row = action_rows; row->name; row++) {
		struct text rest = text_from(row->keys);
		while (rest.length && row->action != ACTION_QUIT) {
			size_t end = text_find(rest, 0, ' ');
			if (key_count < KEYS_MOST)
				keys[key_count++] = text_slice(rest, 0, end);
			rest = text_slice(rest, end + 1, rest.length);
		}
	}
}

/* A number from 0 up to, not including, end: xorshift. */
static int choose(struct walk *walk, int end)
{
	walk->random ^= walk->random << 13;
	walk->random ^= walk->random >> 17;
	walk->random ^= walk->random << 5;
	return (int)(walk->random % (uint32_t)end);
}

static char *next_step(struct walk *walk)
{
	return walk->trail[walk->step++ % TRAIL];
}

/* Small windows are where the bugs are, and large ones are slow. */
static void choose_size(struct walk *walk, int *rows, int *columns)
{
	int kind = choose(walk, 10);
	*rows = 1 + choose(walk, kind == 0 ? 60 : kind < 5 ? 8 : 30);
	*columns = 1 + choose(walk, kind == 0 ? 200 : kind < 5 ? 30 : 100);
}

static void begin(struct walk *walk)
{
	int rows;
	int columns;
	int level = choose(walk, 4);
	choose_size(walk, &rows, &columns);
	player_begin(&walk->player, level, rows, columns);
	snprintf(
		next_step(walk), sizeof *walk->trail, "begin %dx%d level %d", columns, rows, level);
}

static void resize(struct walk *walk)
{
	int rows;
	int columns;
	choose_size(walk, &rows, &columns);
	player_resize(&walk->player, rows, columns);
	snprintf(next_step(walk), sizeof *walk->trail, "resize %dx%d", columns, rows);
}

static void click(struct walk *walk)
{
	int row = choose(walk, walk->player.canvas.canvas.rows);
	int column = choose(walk, walk->player.canvas.canvas.columns);
	player_click(&walk->player, row, column);
	snprintf(next_step(walk), sizeof *walk->trail, "click %d %d", row, column);
}

/* Words that many documents hold, and one that few do. */
static void paste(struct walk *walk)
{
	static const char *const words[] = {"e", "an", "\u00E9\n", "zzz"};
	const char *word = words[choose(walk, 4)];
	player_paste(&walk->player, text_from(word));
	snprintf(next_step(walk), sizeof *walk->trail, "paste %s", word);
}

static void wait_for_pause(struct walk *walk)
{
	player_pause(&walk->player);
	snprintf(next_step(walk), sizeof *walk->trail, "pause");
}

static void reload(struct walk *walk)
{
	player_reload(&walk->player, walk->path);
	snprintf(next_step(walk), sizeof *walk->trail, "reload");
}

static void press(struct walk *walk)
{
	struct text key = keys[choose(walk, key_count)];
	player_press_name(&walk->player, key);
	snprintf(next_step(walk), sizeof *walk->trail, "%.*s", (int)key.length, key.bytes);
}

static void take_step(struct walk *walk)
{
	switch (choose(walk, 40)) {
	case 0:
	case 1:
	case 2:
	case 3:
		resize(walk);
		break;
	case 4:
	case 5:
		click(walk);
		break;
	case 6:
	case 7:
		paste(walk);
		break;
	case 8:
	case 9:
		wait_for_pause(walk);
		break;
	case 10:
		reload(walk);
		break;
	default:
		press(walk);
	}
}

static void print_trail(const struct walk *walk)
{
	int first = walk->step > TRAIL ? walk->step - TRAIL : 0;
	printf("# %s after step %d:", walk->player.problem, walk->step);
	for (int i = first; i < walk->step; i++)
		printf(" %s%s", walk->trail[i % TRAIL], i + 1 < walk->step ? "," : "\n");
	for (int row = 0; row < walk->player.canvas.canvas.rows; row++) {
		fputs("# |", stdout);
		memory_canvas_write_row(&walk->player.canvas, row, stdout);
		putchar('\n');
	}
}

static bool walk_through(const char *path, uint32_t number)
{
	struct walk walk = {.path = path, .random = number * 2654435769u};
	bool good = player_open(&walk.player, path);
	for (int i = 0; good && i < STEPS; i++) {
		if (i % STEPS_OF_WALK == 0)
			begin(&walk);
		else
			take_step(&walk);
		good = !walk.player.problem;
	}
	printf("%sok %d - %s\n", good ? "" : "not ", (int)number, path);
	if (walk.player.problem)
		print_trail(&walk);
	player_finish(&walk.player);
	return good;
}

int main(int count, char **words)
{
	int failures = 0;
	if (!setlocale(LC_CTYPE, "C.UTF-8")) {
		fputs("walk: there is no locale C.UTF-8\n", stderr);
		return EXIT_FAILURE;
	}
	collect_keys();
	for (int i = 1; i < count; i++) {
		failures += !walk_through(words[i], (uint32_t)i);
	}
	printf("1..%d\n", count - 1);
	return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
