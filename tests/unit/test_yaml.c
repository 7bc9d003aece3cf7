#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "data/yaml.h"
#include "describe.h"

#include <string.h>

/* What one reading gave; of use until finish(). */
struct reading {
	struct arena arena;
	struct diagnostics diagnostics;
	struct node *root;
	char *tree;
	char *messages;
};

static struct reading read_text(struct text source)
{
	struct reading reading = {0};
	/* A copy of just that size, so that the sanitizer sees a read behind its end. */
	char *bytes = malloc(source.length ? source.length : 1);
	assert_non_null(bytes);
	if (source.length)
		memcpy(bytes, source.bytes, source.length);
	reading.root = yaml_read(
		(struct text){bytes, source.length}, &reading.arena, &reading.diagnostics);
	free(bytes);
	reading.tree = describe_node(reading.root);
	reading.messages = describe_messages(&reading.diagnostics);
	return reading;
}

static void finish(struct reading *reading)
{
	free(reading->tree);
	free(reading->messages);
	diagnostics_finish(&reading->diagnostics);
	arena_finish(&reading->arena);
}

static void check_text(struct text source, const char *tree, const char *messages)
{
	struct reading reading = read_text(source);
	assert_string_equal(reading.tree, tree);
	assert_string_equal(reading.messages, messages);
	finish(&reading);
}

static void check(const char *source, const char *tree, const char *messages)
{
	check_text(text_from(source), tree, messages);
}

/* The source cannot be read, and this is all that is said about it. */
static void check_refused(const char *source, const char *message)
{
	check(source, "(none)", message);
}

static void keeps_scalars_as_text(void **state)
{
	(void)state;
	check("a: no\nb: 0123\nc: 12:30\nd: 2014-01-01\ne: 1_000\nf: 1.50\n",
		"{a: no, b: 0123, c: 12:30, d: 2014-01-01, e: 1_000, f: 1.50}", "");
	check("a: 'x'\nb: \"y\"\nc: |\n  z\n  z\nd: >\n  w\n  w\n",
		"{a: 'x', b: 'y', c: 'z\nz\n', d: 'w w\n'}", "");
	check("a:\nb: ~\nc: null\nd: ''\n", "{a: , b: ~, c: null, d: ''}", "");
	check("a: !!int 5\nb: !!str 6\n", "{a: 5, b: 6}", "");
}

static void keeps_lists_and_maps_in_order(void **state)
{
	(void)state;
	check("z: [1, [2, 3], {b: 4, a: 5}]\ny: []\nx: {}\n",
		"{z: [1, [2, 3], {b: 4, a: 5}], y: [], x: {}}", "");
	check("- a\n-\n  - b\n  - c: d\n    e: f\n", "[a, [b, {c: d, e: f}]]", "");
	check("just text", "just text", "");
	check(" ' padded ' : x\n", "{padded: x}", "");
}

static void reads_only_the_first_document(void **state)
{
	(void)state;
	check("a: 1\n---\nb: 2\n", "{a: 1}", "");
	check("a: 1\n...\n[[[ no yaml", "{a: 1}", "");
	check("---\na: 1\n", "{a: 1}", "");
}

static void reads_json(void **state)
{
	(void)state;
	check("{\"a\": [1, true, null, -2.5e3], \"b\": {\"c\": \"d\\n\\u00e9\\/\"}}",
		"{a: [1, true, null, -2.5e3], b: {c: 'd\n\u00e9/'}}", "");
	check("{\n\t\"a\":\t1,\n\t\"b\"\t: [\n\t\t2\n\t]\n}\n", "{a: 1, b: [2]}", "");
	check("{\"a\":1,\"a\":2}", "{a: 2}",
		"f:1:8: warning: the key 'a' is here again and replaces the one of line 1; "
		"remove one\n");
}

static void reads_encodings_and_line_ends(void **state)
{
	(void)state;
	check("\xef\xbb\xbf"
	      "a: \u65e5\u672c\n",
		"{a: \u65e5\u672c}", "");
	check_text(TEXT("\xff\xfe"
			"a\0:\0 \0b\0"),
		"{a: b}", "");
	check("a: 1\r\nb:\r\n- c\r\n- |\r\n  d\r\n  e\r\n", "{a: 1, b: [c, 'd\ne\n']}", "");
	check("a: 1\rb: 2\r", "{a: 1, b: 2}", "");
}

static void cleans_text(void **state)
{
	(void)state;
	check("a: \"x\\e[31my\\u0085\\x9bz\"\n", "{a: 'x[31myz'}", "");
	check("\"k\\u0007\": \"e\\u0301\\u202e\"\n", "{k: '\u00e9'}", "");
	check("a: \"b\\0c\"\n", "{a: 'bc'}", "");
}

static void knows_positions(void **state)
{
	(void)state;
	struct reading reading = read_text(TEXT("a: 1\n\u00e9\u00e9:  [x,\n  {b: c}]\n"));
	const struct node *list = node_get(reading.root, "\u00e9\u00e9");
	assert_int_equal(reading.root->position.line, 1);
	assert_int_equal(reading.root->position.column, 1);
	assert_int_equal(reading.root->first->position.column, 4);
	assert_int_equal(reading.root->first->key_position.column, 1);
	assert_int_equal(list->key_position.line, 2);
	assert_int_equal(list->key_position.column, 1);
	assert_int_equal(list->position.line, 2);
	assert_int_equal(list->position.column, 6);
	assert_int_equal(list->last->position.line, 3);
	assert_int_equal(list->last->position.column, 3);
	assert_int_equal(list->last->first->position.column, 7);
	finish(&reading);
}

static void lets_the_last_of_equal_keys_count(void **state)
{
	(void)state;
	check("a: 1\nb: 2\na: 3\n", "{a: 3, b: 2}",
		"f:3:1: warning: the key 'a' is here again and replaces the one of line 1; "
		"remove one\n");
	check("x:\n  a: {k: 1}\n  b: 2\n  a: {k: 3, l: 4}\n", "{x: {a: {k: 3, l: 4}, b: 2}}",
		"f:4:3: warning: the key 'a' is here again and replaces the one of line 2; "
		"remove one\n");
	check("a: 1\na: 2\na: 3\n", "{a: 3}",
		"f:2:1: warning: the key 'a' is here again and replaces the one of line 1; "
		"remove one\n"
		"f:3:1: warning: the key 'a' is here again and replaces the one of line 2; "
		"remove one\n");
	check("- {a: 1}\n- {a: 2}\n", "[{a: 1}, {a: 2}]", "");
	check("a: [1]\nb: {a: 2}\n", "{a: [1], b: {a: 2}}", "");
}

/* Large maps are searched in another way than small ones. */
static void finds_equal_keys_in_large_maps(void **state)
{
	(void)state;
	struct buffer source = {0};
	struct reading reading;
	for (int map = 0; map < 2; map++) {
		buffer_add(&source, TEXT("m:\n"));
		for (int key = 0; key < 100; key++) {
			char line[32];
			int length = snprintf(line, sizeof(line), "  k%d: %d\n", key, map);
			buffer_add(&source, (struct text){line, (size_t)length});
		}
	}
	buffer_add(&source, TEXT("  k50: again\n"));
	reading = read_text(buffer_text(&source));
	assert_string_equal(reading.messages,
		"f:102:1: warning: the key 'm' is here again and replaces the one of line 1; "
		"remove one\n"
		"f:203:3: warning: the key 'k50' is here again and replaces the one of line 153; "
		"remove one\n");
	const struct node *map = node_get(reading.root, "m");
	assert_int_equal(map->count, 100);
	assert_true(text_is(map->first->text, "1"));
	assert_true(text_is(map->last->text, "1"));
	assert_true(text_is(node_get(map, "k50")->text, "again"));
	finish(&reading);
	buffer_finish(&source);
}

static void replaces_aliases_by_copies(void **state)
{
	(void)state;
	check("a: &x [1, {b: 2}]\nc: *x\nd: &y z\ne: [*y, *x]\n",
		"{a: [1, {b: 2}], c: [1, {b: 2}], d: z, e: [z, [1, {b: 2}]]}", "");
	check("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "{a: 1, b: 1, c: 2, d: 2}", "");
	check("a: &x \"1\"\nb: *x\n", "{a: '1', b: '1'}", "");

	struct reading reading = read_text(TEXT("a: &x [1]\nb: *x\n"));
	assert_int_equal(reading.root->last->position.line, 2);
	assert_int_equal(reading.root->last->position.column, 4);
	assert_ptr_not_equal(reading.root->last->first, reading.root->first->first);
	finish(&reading);
}

static void merges_maps(void **state)
{
	(void)state;
	check("a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}\nc: {k: 3, <<: *x}\n",
		"{a: {k: 1, l: 2}, b: {k: 3, l: 2}, c: {k: 3, l: 2}}", "");
	check("- &x {k: 1}\n- &y {k: 2, l: 3}\n- <<: [*x, *y]\n  m: 4\n",
		"[{k: 1}, {k: 2, l: 3}, {m: 4, k: 1, l: 3}]", "");
	check("- &x {k: 1}\n- &y {<<: *x, l: 2}\n- <<: *y\n",
		"[{k: 1}, {l: 2, k: 1}, {l: 2, k: 1}]", "");
	check("- &x {k: 1}\n- &y {l: 2}\n- <<: *x\n  <<: *y\n", "[{k: 1}, {l: 2}, {k: 1, l: 2}]",
		"");
	check("a: {<<: {k: 1}, b: 2}\n", "{a: {b: 2, k: 1}}", "");
	/* Nothing that is no map of fields, and nothing that is quoted. */
	check("a: {<<: text}\nb: {<<: [c]}\nd: {'<<': {e: f}}\n",
		"{a: {<<: text}, b: {<<: [c]}, d: {<<: {e: f}}}", "");
	check_refused("a: &x {<<: *x}\n",
		"f:1:12: error: an alias cannot stand inside what it refers to\n");
}

/* Keys of large maps are found in another way. */
static void merges_into_large_maps(void **state)
{
	(void)state;
	struct buffer source = {0};
	buffer_add(&source, TEXT("- &x\n"));
	for (int map = 0; map < 2; map++) {
		for (int key = 0; key < 40; key++) {
			char line[32];
			int length =
				snprintf(line, sizeof(line), "  k%d: %d\n", key + 20 * map, map);
			buffer_add(&source, (struct text){line, (size_t)length});
		}
		buffer_add(&source, map ? TEXT("") : TEXT("- <<: *x\n"));
	}
	struct reading reading = read_text(buffer_text(&source));
	const struct node *map = reading.root->last;
	assert_string_equal(reading.messages, "");
	assert_int_equal(map->count, 60);
	assert_true(text_is(node_get(map, "k0")->text, "0"));
	assert_true(text_is(node_get(map, "k20")->text, "1"));
	finish(&reading);
	buffer_finish(&source);
}

static void refuses_bad_aliases(void **state)
{
	(void)state;
	check_refused("a: *x\n",
		"f:1:4: error: a value that starts with * refers to an anchor, and there is none "
		"of that name; quote the value\n");
	check_refused("a: &x [b, *x]\n",
		"f:1:11: error: an alias cannot stand inside what it refers to\n");
	check_refused("a: &x {b: {c: *x}}\n",
		"f:1:15: error: an alias cannot stand inside what it refers to\n");
	check_refused(
		"a: &x k\n*x : 1\n", "f:2:1: error: an alias cannot be a key; write the key out\n");
}

static void refuses_an_alias_bomb(void **state)
{
	(void)state;
	check_refused("a: &a [1,1,1,1,1,1,1,1,1,1]\n"
		      "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
		      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
		      "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
		      "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n"
		      "f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
		"f:5:29: error: aliases stand for more than 100000 values; write them out\n");
}

static void refuses_aliases_that_nest_too_deep(void **state)
{
	(void)state;
	char source[600] = "a: &x ";
	size_t length = strlen(source);
	memset(source + length, '[', 40);
	memset(source + length + 40, ']', 40);
	length += 80;
	length += (size_t)snprintf(source + length, 16, "\nb: ");
	memset(source + length, '[', 40);
	memcpy(source + length + 40, "*x", 2);
	memset(source + length + 42, ']', 40);
	check_refused(source, "f:2:44: error: aliases nest lists and maps more than 64 deep; "
			      "write them out\n");
}

static void allows_sixty_four_levels(void **state)
{
	(void)state;
	for (size_t depth = 64; depth <= 65; depth++) {
		char source[200] = "";
		memset(source, '[', depth);
		memset(source + depth, ']', depth);
		struct reading reading = read_text((struct text){source, depth * 2});
		assert_string_equal(reading.messages,
			depth == 64 ? ""
				    : "f:1:65: error: lists and maps are nested more than 64 deep; "
				      "unnest them\n");
		assert_string_equal(reading.tree, depth == 64 ? source : "(none)");
		finish(&reading);
	}
}

static void gives_up_early_on_brackets(void **state)
{
	(void)state;
	size_t length = 1000 * 1000;
	char *source = malloc(length);
	assert_non_null(source);
	memset(source, '[', length);
	check_text((struct text){source, length}, "(none)",
		"f:1:65: error: lists and maps are nested more than 64 deep; unnest them\n");
	free(source);
}

static void counts_values(void **state)
{
	(void)state;
	/* The list itself is a value. */
	size_t most = YAML_NODES_MOST - 1;
	struct buffer source = {0};
	buffer_add_byte(&source, '[');
	for (size_t i = 0; i < most; i++)
		buffer_add(&source, TEXT("a,"));
	size_t good = source.length;
	buffer_add(&source, TEXT("b]"));
	struct reading reading = read_text(buffer_text(&source));
	assert_string_equal(reading.messages,
		"f:1:2000000: error: the file holds more than a million values; shorten it\n");
	finish(&reading);
	memcpy(source.bytes + good, "]", 1);
	reading = read_text((struct text){source.bytes, good + 1});
	assert_string_equal(reading.messages, "");
	assert_int_equal(reading.root->count, most);
	finish(&reading);
	buffer_finish(&source);
}

static void counts_anchors(void **state)
{
	(void)state;
	struct buffer source = {0};
	for (int i = 0; i < YAML_ANCHORS_MOST; i++) {
		char line[32];
		int length = snprintf(line, sizeof(line), "- &a%d b\n", i);
		buffer_add(&source, (struct text){line, (size_t)length});
	}
	struct reading reading = read_text(buffer_text(&source));
	assert_string_equal(reading.messages, "");
	finish(&reading);
	buffer_add(&source, TEXT("- &last b\n"));
	check_text(buffer_text(&source), "(none)",
		"f:1001:3: error: the file holds more than 1000 anchors; remove some\n");
	buffer_finish(&source);
}

static void warns_of_tags(void **state)
{
	(void)state;
	check("a: !important thing\n", "{a: thing}",
		"f:1:4: warning: '!important' is read as a tag and not shown; quote the value\n");
	check("- !x y\n- ! z\n", "[y, z]",
		"f:1:3: warning: '!x' is read as a tag and not shown; quote the value\n");
}

static void refuses_collections_as_keys(void **state)
{
	(void)state;
	check_refused("h: {{ name }}\n",
		"f:1:5: error: a list or map cannot be a key; quote a value that starts with [ or "
		"{\n");
	check_refused("[a]: b\n",
		"f:1:1: error: a list or map cannot be a key; quote a value that starts with [ or "
		"{\n");
}

static void refuses_nothing_at_all(void **state)
{
	(void)state;
	static const char empty[] = "f:1:1: error: the file is empty; vitae(5) describes what it "
				    "may hold\n";
	check_refused("", empty);
	check_refused("\n\n  \n", empty);
	check_refused("# only a comment\n", empty);
	check_refused("\xef\xbb\xbf", empty);
}

/* The mistakes that people make, and what the message tells them to do. */
static void hints_at_the_remedy(void **state)
{
	(void)state;
	static const struct {
		const char *source;
		const char *message;
	} cases[] = {
		{"- **Bold** World\n",
			"1:3: error: did not find expected alphabetic or numeric character; quote "
			"a value that starts with *, such as '**bold** text'"},
		{"h: *x* y\n", "1:4: error: did not find expected alphabetic or numeric "
			       "character; quote a value that starts with *, such as '**bold** "
			       "text'"},
		{"h: *x y\n", "1:4: error: a value that starts with * refers to an anchor, and "
			      "there is none of that name; quote the value"},
		{"name: [FlashInfer](https://example.org)\n",
			"1:19: error: did not find expected key; quote a value that starts with "
			"[, such as '[text](address) and more'"},
		{"- [x](u) y\n", "1:6: error: did not find expected '-' indicator; quote a value "
				 "that starts with [, such as '[text](address) and more'"},
		{"h: [TODO] fix\n", "1:11: error: did not find expected key; quote a value that "
				    "starts with [, such as '[text](address) and more'"},
		{"- `make`\n", "1:3: error: found character that cannot start any token; quote a "
			       "value that starts with `, @ or %"},
		{"- @x\n", "1:3: error: found character that cannot start any token; quote a "
			   "value that starts with `, @ or %"},
		{"h: %50\n", "1:4: error: found character that cannot start any token; quote a "
			     "value that starts with `, @ or %"},
		{"- > 40% faster\n",
			"1:5: error: did not find expected comment or line break; quote a value "
			"that starts with > or |, or begin its text on the next line"},
		{"- | x\n", "1:5: error: did not find expected comment or line break; quote a "
			    "value that starts with > or |, or begin its text on the next line"},
		{"title: Foo: a bar\n",
			"1:11: error: mapping values are not allowed in this context; quote the "
			"value if it holds a colon and a space, or mend the indentation"},
		{"a: 1\n b: 2\n",
			"2:3: error: mapping values are not allowed in this context; quote the "
			"value if it holds a colon and a space, or mend the indentation"},
		{"a: - b\n", "1:4: error: block sequence entries are not allowed in this context; "
			     "begin the list on the next line, or quote the value"},
		{"- \"Hello\" world\n",
			"1:11: error: did not find expected '-' indicator; quote the whole value: "
			"put one kind of quotes around it and use the other inside"},
		{"h: 'it's'\n", "1:8: error: did not find expected key; quote the whole value: "
				"put one kind of quotes around it and use the other inside"},
		{"- 'tis\n", "2:1: error: found unexpected end of stream, while scanning a quoted "
			     "scalar that began in line 1; close that quote, or put the other kind "
			     "around the whole value"},
		{"a: \"b\n---\nc\"\n",
			"2:1: error: found unexpected document indicator, while scanning a quoted "
			"scalar that began in line 1; close that quote, or put the other kind "
			"around the whole value"},
		{"h: {x} y\n", "1:8: error: did not find expected key; quote a value that starts "
			       "with {"},
		{"a: &b* c\n", "1:4: error: did not find expected alphabetic or numeric "
			       "character; quote a value that starts with & or !"},
		{"a:\n\tb: c\n", "2:1: error: found character that cannot start any token; indent "
				 "with spaces; YAML does not take tabs"},
		{"-\tx: 1\n\ty: 2\n", "1:2: error: found character that cannot start any token; "
				      "indent with spaces; YAML does not take tabs"},
		{"a: b\n\tc: d\n",
			"2:1: error: found a tab character that violates indentation, while "
			"scanning a plain scalar that began in line 1; indent with spaces; YAML "
			"does not take tabs"},
		{"h: \"C:\\Users\"\n", "1:9: error: did not find expected hexdecimal number; use "
				       "single quotes around text that holds a backslash"},
		{"h: \"\\mathbf\"\n", "1:5: error: found unknown escape character; use single "
				      "quotes around text that holds a backslash"},
		{"{\"a\": \"\\ud83d\\ude00\"}",
			"1:10: error: found invalid Unicode character escape code; write the "
			"character itself instead of its escape"},
		{"a: b\nc:d\n", "3:1: error: could not find expected ':', while scanning a simple "
				"key that began in line 2; put a colon and a space after the key, "
				"or indent the line further"},
		{"%YAML 1.3\n---\na: b\n", "1:1: error: found incompatible YAML document; remove "
					   "the %YAML line"},
		{"{\"a\": 1\n\"b\": 2}",
			"2:4: error: did not find expected ',' or '}', while parsing a flow "
			"mapping that began in line 1; put a comma before it, or close the "
			"bracket that is open"},
		{"a: [1, 2\n\n\nb: 3\n",
			"4:2: error: did not find expected ',' or ']', while parsing a flow "
			"sequence that began in line 1; put a comma before it, or close the "
			"bracket that is open"},
		{"a:\n  - b\n - c\n",
			"3:2: error: did not find expected key, while parsing a block mapping "
			"that began in line 1; check the indentation here and on the line "
			"before"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char message[400];
		snprintf(message, sizeof(message), "f:%s\n", cases[i].message);
		check_refused(cases[i].source, message);
	}
}

/* The parser itself gives only an offset in bytes for these. */
static void places_bad_bytes(void **state)
{
	(void)state;
	check_refused("a: \x01\n", "f:1:4: error: control characters are not allowed; remove the "
				   "control character, unless this is no text file at all\n");
	check_refused("\u00e9: b\nc: \u00e9\x7f\n",
		"f:2:5: error: control characters are not allowed; remove the control "
		"character, unless this is no text file at all\n");
	check_text(TEXT("a: b\nc: \0\n"), "(none)",
		"f:2:4: error: control characters are not allowed; remove the control "
		"character, unless this is no text file at all\n");
	check_refused("\xef\xbb\xbf"
		      "a: \x01\n",
		"f:1:4: error: control characters are not allowed; remove the control "
		"character, unless this is no text file at all\n");
	check_refused("a: 1\r\nb: \xff\r\n",
		"f:2:4: error: invalid leading UTF-8 octet; save the file as UTF-8\n");
	check_refused("h: caf\xe9\n",
		"f:1:7: error: incomplete UTF-8 octet sequence; save the file as UTF-8\n");
	check_refused("\u00e9: Ren\xe9 x\n",
		"f:1:7: error: invalid trailing UTF-8 octet; save the file as UTF-8\n");
	check_refused("h: \u00e9\x93quoted\x94\n",
		"f:1:5: error: invalid leading UTF-8 octet; save the file as UTF-8\n");
	check_refused("a: \xed\xa0\x80\n",
		"f:1:4: error: invalid Unicode character; save the file as UTF-8\n");
	check_refused("a: \xc0\x80\n",
		"f:1:4: error: invalid length of a UTF-8 sequence; save the file as UTF-8\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_scalars_as_text),
		cmocka_unit_test(keeps_lists_and_maps_in_order),
		cmocka_unit_test(reads_only_the_first_document),
		cmocka_unit_test(reads_json),
		cmocka_unit_test(reads_encodings_and_line_ends),
		cmocka_unit_test(cleans_text),
		cmocka_unit_test(knows_positions),
		cmocka_unit_test(lets_the_last_of_equal_keys_count),
		cmocka_unit_test(finds_equal_keys_in_large_maps),
		cmocka_unit_test(replaces_aliases_by_copies),
		cmocka_unit_test(merges_maps),
		cmocka_unit_test(merges_into_large_maps),
		cmocka_unit_test(refuses_bad_aliases),
		cmocka_unit_test(refuses_an_alias_bomb),
		cmocka_unit_test(refuses_aliases_that_nest_too_deep),
		cmocka_unit_test(allows_sixty_four_levels),
		cmocka_unit_test(gives_up_early_on_brackets),
		cmocka_unit_test(counts_values),
		cmocka_unit_test(counts_anchors),
		cmocka_unit_test(warns_of_tags),
		cmocka_unit_test(refuses_collections_as_keys),
		cmocka_unit_test(refuses_nothing_at_all),
		cmocka_unit_test(hints_at_the_remedy),
		cmocka_unit_test(places_bad_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
