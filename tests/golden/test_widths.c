/*
 * Text of the files named as arguments at every width from 10 to 120: no line is wider than that
 * but for an address, none ends with a blank, and none holds a control character.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "load.h"
#include "output/text.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 10, MOST = 120 };

static const char *file;

/* True for what may be wider: the address that no line can break, and the list of addresses. */
static bool may_be_wider(struct text line, bool in_links)
{
	for (size_t i = 0; i + 3 <= line.length; i++) {
		if (memcmp(line.bytes + i, "://", 3) == 0)
			return true;
	}
	return in_links;
}

static void check_line(struct text line, int width, bool in_links)
{
	for (size_t i = 0; i < line.length; i++) {
		unsigned char byte = (unsigned char)line.bytes[i];
		if (byte < 0x20 || byte == 0x7F)
			fail_msg("%s, width %d: byte %02x in '%.*s'", file, width, byte,
				(int)line.length, line.bytes);
	}
	if (line.length && line.bytes[line.length - 1] == ' ')
		fail_msg("%s, width %d: a blank ends '%.*s'", file, width, (int)line.length,
			line.bytes);
	if (unicode_width(line) > width && !may_be_wider(line, in_links))
		fail_msg("%s, width %d: %d columns in '%.*s'", file, width, unicode_width(line),
			(int)line.length, line.bytes);
}

static void check_width(const struct doc *doc, int width)
{
	struct sink sink;
	struct format_settings settings = {.width = width};
	bool in_links = false;
	sink_init(&sink, -1);
	text_write(doc, &settings, &sink);
	struct text text = sink_collected(&sink);
	assert_true(text.length > 0);
	for (size_t start = 0; start < text.length;) {
		size_t end = text_find(text, start, '\n');
		assert_true(end < text.length);
		struct text line = text_slice(text, start, end);
		in_links = in_links || text_is(line, "Links");
		check_line(line, width, in_links);
		start = end + 1;
	}
	sink_finish(&sink);
}

static void fits_every_width(void **state)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct doc doc;
	struct load load = {.arena = &arena, .diagnostics = &diagnostics, .doc = &doc};
	file = *state;
	assert_int_equal(load_file(&load, file), LOAD_GOOD);
	for (int width = LEAST; width <= MOST; width++)
		check_width(&doc, width);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

int main(int count, char **files)
{
	struct CMUnitTest tests[100];
	setlocale(LC_CTYPE, "C.UTF-8");
	if (count < 2 || count > (int)(sizeof(tests) / sizeof(tests[0])))
		return 2;
	for (int i = 1; i < count; i++)
		tests[i - 1] = (struct CMUnitTest){
			.name = files[i], .test_func = fits_every_width, .initial_state = files[i]};
	return _cmocka_run_group_tests("widths", tests, (size_t)count - 1, NULL, NULL);
}
