/* What the formats of records write for a tree, whatever its keys mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/yaml.h"
#include "output/format.h"

#include <stdio.h>

static void check_as(const char *format, struct format_settings settings, const char *source,
	const char *expected)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct sink sink;
	struct node *root = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(root);
	sink_init(&sink, -1);
	format_find(text_from(format))->write_record(root, &settings, &sink);
	sink_write(&sink, (struct text){"", 1});
	assert_string_equal(sink_collected(&sink).bytes, expected);
	sink_finish(&sink);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void check(const char *format, const char *source, const char *expected)
{
	check_as(format, (struct format_settings){.modeline = "# SCHEMA\n"}, source, expected);
}

static void writes_json(void **state)
{
	(void)state;
	check("json", "{a: 1, b: [x, {c: ~}], d: {}, e: []}",
		"{\n  \"a\": \"1\",\n  \"b\": [\n    \"x\",\n    {\n      \"c\": \"~\"\n    }\n  "
		"],\n"
		"  \"d\": {},\n  \"e\": []\n}\n");
}

static void escapes_json(void **state)
{
	(void)state;
	check("json", "{'a\"\\': \"\\\"b\\\\\\n/\\u00e9\\U0001f600\"}",
		"{\n  \"a\\\"\\\\\": \"\\\"b\\\\\\n/\u00e9\U0001f600\"\n}\n");
}

/* RFC 8259, section 7: beyond the first plane in two halves. */
static void writes_json_in_ascii(void **state)
{
	(void)state;
	check_as("json", (struct format_settings){.ascii = true},
		"{\u00e9: \"a\\u00e9\\uffe6\\U00010000\\U0001f4da\"}",
		"{\n  \"\\u00e9\": \"a\\u00e9\\uffe6\\ud800\\udc00\\ud83d\\udcda\"\n"
		"}\n");
}

/* What stands behind "a:" for a text, given as YAML. */
static void check_text(const char *source, const char *expected)
{
	char whole[2048];
	char text[2048];
	snprintf(text, sizeof text, "a: %s\n", source);
	snprintf(whole, sizeof whole, "# SCHEMA\n\na: %s\n", expected);
	check("yaml", text, whole);
}

static void writes_texts_without_quotes(void **state)
{
	static const char *const texts[] = {"text", "2019-03", "3.7/4.0", "http://a.b/#c", "C#",
		"a-b", "it's", "(1) 2", "1st", "Noone", "\u00e9", "A, B & C"};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_text(texts[i], texts[i]);
}

static void quotes_what_means_more(void **state)
{
	(void)state;
	/* For programs these are numbers, dates or truth values. */
	static const char *const words[] = {"2019", "2019-03-15", "1e3", "0x1f", "1:20", "+1 555",
		".5", "no", "Yes", "null", "~", "TRUE", "=", "<<", ".inf"};
	static const char *const signs[] = {"- a", "? a", ": a", "[a", "{a", "#a", "&a", "*a", "!a",
		"|", ">a", "%a", "@a", "`a", "a: b", "a #b", "a:", ",a", "...", "\"a"};
	char expected[64];
	char source[64];
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		snprintf(expected, sizeof expected, "\"%s\"", words[i]);
		check_text(expected, expected);
	}
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		snprintf(source, sizeof source, "'%s'", signs[i]);
		check_text(source, source);
	}
	check_text("\"'a' b\"", "\"'a' b\"");
	check_text("'''a'' \"b\"'", "'''a'' \"b\"'");
	check_text("''", "\"\"");
}

static void folds_long_texts(void **state)
{
	(void)state;
	check_text("a long text that needs more room than there is on a line that is as wide as an "
		   "old "
		   "terminal",
		">-\n  a long text that needs more room than there is on a line that is as wide as "
		"an\n"
		"  old terminal");
	check_text("\"two  blanks stay together, wherever a line has to end, which it must do  "
		   "before it is too long\"",
		">-\n  two  blanks stay together, wherever a line has to end, which it must\n"
		"  do  before it is too long");
	check_text(
		"https://example.org/an_address_that_is_longer_than_any_line_should_be_but_has_no_"
		"blank",
		"https://example.org/an_address_that_is_longer_than_any_line_should_be_but_has_no_"
		"blank");
}

static void keeps_lines(void **state)
{
	(void)state;
	check_text("\"a\\n\\n  b\\nc\"", "|-\n  a\n\n    b\n  c");
	check_text("\"- a\\n- b\"", "|-\n  - a\n  - b");
	check_text(
		"\"One paragraph that needs more than a single line of a file and so is folded by "
		"whoever writes it.\\n\\nAnother.\\n\\n\\nThird.\"",
		">-\n  One paragraph that needs more than a single line of a file and so is folded "
		"by\n"
		"  whoever writes it.\n\n\n  Another.\n\n\n\n  Third.");
}

static void writes_structure(void **state)
{
	(void)state;
	check("yaml",
		"{basics: {name: Ada, empty: {}, none: []}, work: [{name: A, keywords: [C, Go], "
		"highlights: [b]}, text, [c, [d]], {}], last: x}",
		"# SCHEMA\n\n"
		"basics:\n  name: Ada\n  empty: {}\n  none: []\n\n"
		"work:\n  - name: A\n    keywords: [C, Go]\n    highlights:\n      - b\n  - text\n"
		"  - - c\n    - - d\n  - {}\n\n"
		"last: x\n");
	check("yaml", "{$schema: x, '': {'': a}, 'no': [b, [c]]}",
		"# SCHEMA\n\n"
		"\"\":\n  \"\": a\n\n\"no\":\n  - b\n  - - c\n");
}

static void writes_cards(void **state)
{
	(void)state;
	check("vcard", "{basics: {name: Ada Byron, email: [a@b.org], summary: \"a; b, c\\nd\"}}",
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Byron\r\nN:Byron;Ada;;;\r\nEMAIL:a@b.org\r\n"
		"NOTE:a\\; b\\, c d\r\nEND:VCARD\r\n");
	check("vcard", "{meta: {lang: de}}",
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:R\u00e9sum\u00e9\r\nLANG:de\r\nEND:VCARD\r\n");
}

static void folds_cards(void **state)
{
	(void)state;
	/* The fourth byte of a line that is full would be within a character. */
	check("vcard",
		"{basics: {name: A, label: "
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\u00e9y}}",
		"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nN:;A;;;\r\n"
		"TITLE:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n "
		"\u00e9y\r\nEND:VCARD\r\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_json),
		cmocka_unit_test(escapes_json),
		cmocka_unit_test(writes_json_in_ascii),
		cmocka_unit_test(writes_texts_without_quotes),
		cmocka_unit_test(quotes_what_means_more),
		cmocka_unit_test(folds_long_texts),
		cmocka_unit_test(keeps_lines),
		cmocka_unit_test(writes_structure),
		cmocka_unit_test(writes_cards),
		cmocka_unit_test(folds_cards),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
