/* The lines of a file, and the way to a position in it and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/line.h"
#include "base/windows.h"

static const struct text lines = {"ab\r\n\r\u00e9\u65e5x\n\nlast", 17};

static void finds_line_ends(void **state)
{
	(void)state;
	assert_int_equal(line_end(TEXT("ab\nc"), 0), 2);
	assert_int_equal(line_next(TEXT("ab\nc"), 0), 3);
	assert_int_equal(line_next(TEXT("ab\nc"), 3), 4);
	assert_int_equal(line_next(TEXT("a\r\nb"), 0), 3);
	assert_int_equal(line_next(TEXT("a\rb"), 0), 2);
	assert_int_equal(line_next(TEXT("a\xC2\x85"
					"b"),
				 0),
		3);
	assert_int_equal(line_next(TEXT("a\u2028b"), 0), 4);
	assert_int_equal(line_next(TEXT("a\u2029b"), 0), 4);
	assert_int_equal(line_next(TEXT("a\u2026\u00e9"), 0), 6);
	assert_int_equal(line_next(TEXT("a\xe2\x80"), 0), 3);
	assert_int_equal(line_next(TEXT(""), 0), 0);
}

static void check_position(struct text source, size_t offset, int line, int column)
{
	struct line_walk walk;
	struct position position = line_position(source, offset);
	assert_int_equal(position.line, line);
	assert_int_equal(position.column, column);
	line_walk_init(&walk, source);
	assert_int_equal(line_walk_to(&walk, position), offset);
}

static void goes_there_and_back(void **state)
{
	(void)state;
	check_position(lines, 0, 1, 1);
	check_position(lines, 2, 1, 3);
	check_position(lines, 4, 2, 1);
	check_position(lines, 5, 3, 1);
	check_position(lines, 7, 3, 2);
	check_position(lines, 10, 3, 3);
	check_position(lines, 12, 4, 1);
	check_position(lines, 13, 5, 1);
	check_position(lines, 17, 5, 5);
	check_position(TEXT("a\n"), 2, 2, 1);
	check_position(TEXT("a\xe9\xe9 b"), 4, 1, 5);
	check_position(TEXT("\xef\xbb\xbf"
			    "ab"),
		4, 1, 2);
}

static void walks_on_and_back(void **state)
{
	struct line_walk walk;
	(void)state;
	line_walk_init(&walk, lines);
	assert_int_equal(line_walk_to(&walk, (struct position){3, 2}), 7);
	assert_true(text_is(walk.line, "\u00e9\u65e5x"));
	assert_int_equal(line_walk_to(&walk, (struct position){3, 1}), 5);
	assert_int_equal(line_walk_to(&walk, (struct position){1, 2}), 1);
	/* What is not there is as near as can be. */
	assert_int_equal(line_walk_to(&walk, (struct position){3, 9}), 11);
	assert_int_equal(line_walk_to(&walk, (struct position){9, 1}), lines.length);
	assert_int_equal(walk.position.line, 5);
	assert_int_equal(line_walk_to(&walk, (struct position){0, 0}), 0);
	line_walk_init(&walk, TEXT(""));
	assert_int_equal(line_walk_to(&walk, (struct position){1, 1}), 0);
}

static void knows_windows_1252(void **state)
{
	(void)state;
	assert_int_equal(windows_decode('a'), 'a');
	assert_int_equal(windows_decode(0x80), 0x20AC);
	assert_int_equal(windows_decode(0x99), 0x2122);
	assert_int_equal(windows_decode(0x9F), 0x178);
	assert_int_equal(windows_decode(0x81), 0xFFFD);
	assert_int_equal(windows_decode(0xE9), 0xE9);
	for (int byte = 0; byte < 0x100; byte++) {
		uint32_t character = windows_decode((unsigned char)byte);
		assert_int_equal(windows_encode(character), character == 0xFFFD ? -1 : byte);
	}
	assert_int_equal(windows_encode(0x9D), 0x9D);
	assert_int_equal(windows_encode(0x65E5), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_line_ends),
		cmocka_unit_test(goes_there_and_back),
		cmocka_unit_test(walks_on_and_back),
		cmocka_unit_test(knows_windows_1252),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
