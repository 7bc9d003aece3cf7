/* QR codes: the code itself as far as its form tells, and the cells that show it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/memory_canvas.h"
#include "tui/qr.h"

#include <locale.h>
#include <string.h>

enum { FINDER = 7, QUIET_WANTED = 4, QUIET_LEAST = 2 };

/* Neither symmetrical nor of an even width; not a code that anyone could read. */
static unsigned char some_modules[] = {
	1, 0, 1, 1, 0, /**/
	0, 0, 1, 0, 1, /**/
	1, 1, 0, 0, 0, /**/
	0, 1, 1, 1, 0, /**/
	1, 0, 0, 1, 1, /**/
};
static const struct qr sample = {some_modules, 5};

static bool module_at(const struct qr *qr, int x, int y)
{
	bool inside = x >= 0 && y >= 0 && x < qr->width && y < qr->width;
	return inside && qr->modules[y * qr->width + x];
}

/* What a camera sees in the upper or lower half of a cell. */
static bool is_dark_cell(const struct memory_canvas *memory, int row, int column, bool lower)
{
	enum ink ink = memory_canvas_ink(memory, row, column);
	bool covered = memory_canvas_shows(memory, row, column, "\u2584");
	assert_true(ink == INK_BLACK_ON_WHITE || ink == INK_WHITE_ON_BLACK);
	assert_true(covered || memory_canvas_shows(memory, row, column, " "));
	bool background_is_dark = ink == INK_WHITE_ON_BLACK;
	return lower && covered ? !background_is_dark : background_is_dark;
}

/* All modules with the given room around them are in the cells from row and column on. */
static void check_halves(
	const struct memory_canvas *memory, const struct qr *qr, int row, int column, int quiet)
{
	int across = qr->width + 2 * quiet;
	for (int y = 0; y < (across + 1) / 2 * 2; y++) {
		for (int x = 0; x < across; x++) {
			bool dark = is_dark_cell(memory, row + y / 2, column + x, y % 2);
			assert_int_equal(dark, module_at(qr, x - quiet, y - quiet));
		}
	}
}

static void check_left_alone(const struct memory_canvas *memory, int row, int column)
{
	assert_int_equal(memory_canvas_ink(memory, row, column), INK_THEME);
	assert_true(memory_canvas_shows(memory, row, column, " "));
}

static void says_what_it_needs(void **state)
{
	(void)state;
	struct canvas canvas = {.rows = 1, .columns = 1};
	int columns;
	int rows;
	qr_size(&sample, &canvas, &columns, &rows);
	assert_int_equal(columns, 5 + 2 * QUIET_LEAST);
	assert_int_equal(rows, (5 + 2 * QUIET_LEAST + 1) / 2);
	canvas.ascii = true;
	qr_size(&sample, &canvas, &columns, &rows);
	assert_int_equal(columns, 2 * (5 + 2 * QUIET_LEAST));
	assert_int_equal(rows, 5 + 2 * QUIET_LEAST);
}

static void fits_where_it_says(void **state)
{
	(void)state;
	struct memory_canvas memory;
	memory_canvas_init(&memory, 5, 9);
	qr_draw(&sample, &memory.canvas, 5);
	assert_null(memory.fault);
	check_halves(&memory, &sample, 0, 0, QUIET_LEAST);
	memory_canvas_finish(&memory);
}

static void takes_the_room_that_there_is(void **state)
{
	(void)state;
	struct memory_canvas memory;
	memory_canvas_init(&memory, 12, 20);
	memory.canvas.put(&memory.canvas, 0, 0, TEXT("old"), 3, (struct appearance){0});
	memory.canvas.put(&memory.canvas, 11, 0, TEXT("status"), 6, (struct appearance){0});
	qr_draw(&sample, &memory.canvas, 11);
	assert_null(memory.fault);
	check_halves(&memory, &sample, 2, 3, QUIET_WANTED);
	assert_true(memory_canvas_row_is_blank(&memory, 0));
	check_left_alone(&memory, 1, 10);
	check_left_alone(&memory, 2, 2);
	check_left_alone(&memory, 2, 16);
	check_left_alone(&memory, 9, 10);
	assert_true(memory_canvas_shows(&memory, 11, 0, "s"));
	memory_canvas_finish(&memory);
}

static void paints_blanks_in_ascii(void **state)
{
	(void)state;
	struct memory_canvas memory;
	memory_canvas_init(&memory, 9, 18);
	memory.canvas.ascii = true;
	qr_draw(&sample, &memory.canvas, 9);
	assert_null(memory.fault);
	for (int row = 0; row < 9; row++) {
		for (int column = 0; column < 18; column++) {
			bool dark = module_at(&sample, column / 2 - QUIET_LEAST, row - QUIET_LEAST);
			assert_true(memory_canvas_shows(&memory, row, column, " "));
			assert_int_equal(memory_canvas_ink(&memory, row, column),
				dark ? INK_WHITE_ON_BLACK : INK_BLACK_ON_WHITE);
		}
	}
	memory_canvas_finish(&memory);
}

/* The squares in three corners by which cameras find a code (ISO/IEC 18004, 6.3.3). */
static bool has_finder(const struct qr *qr, int left, int top)
{
	for (int y = 0; y < FINDER; y++) {
		for (int x = 0; x < FINDER; x++) {
			int from_middle = x > 3 ? x - 3 : 3 - x;
			int down = y > 3 ? y - 3 : 3 - y;
			if (down > from_middle)
				from_middle = down;
			if (module_at(qr, left + x, top + y) != (from_middle != 2))
				return false;
		}
	}
	return true;
}

static void makes_codes(void **state)
{
	(void)state;
	struct qr qr;
	if (!qr_is_available()) {
		assert_false(qr_make(&qr, TEXT("https://example.org")));
		assert_null(qr.modules);
		return;
	}
	assert_true(qr_make(&qr, TEXT("https://example.org")));
	assert_int_equal(qr.width, 25);
	assert_true(has_finder(&qr, 0, 0));
	assert_true(has_finder(&qr, qr.width - FINDER, 0));
	assert_true(has_finder(&qr, 0, qr.width - FINDER));
	assert_false(has_finder(&qr, qr.width - FINDER, qr.width - FINDER));

	struct memory_canvas memory;
	memory_canvas_init(&memory, 24, 80);
	qr_draw(&qr, &memory.canvas, 23);
	assert_null(memory.fault);
	check_halves(&memory, &qr, 3, 23, QUIET_WANTED);
	memory_canvas_finish(&memory);
	qr_finish(&qr);
	assert_null(qr.modules);
}

static void refuses_what_no_code_holds(void **state)
{
	(void)state;
	static char bytes[2954];
	struct qr qr;
	memset(bytes, 'a', sizeof bytes);
	assert_false(qr_make(&qr, TEXT("")));
	assert_false(qr_make(&qr, (struct text){bytes, 2954}));
	assert_int_equal(qr_make(&qr, (struct text){bytes, 2953}), qr_is_available());
	qr_finish(&qr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_it_needs),
		cmocka_unit_test(fits_where_it_says),
		cmocka_unit_test(takes_the_room_that_there_is),
		cmocka_unit_test(paints_blanks_in_ascii),
		cmocka_unit_test(makes_codes),
		cmocka_unit_test(refuses_what_no_code_holds),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
