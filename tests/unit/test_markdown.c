#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "describe_doc.h"
#include "doc/markdown.h"

#include <string.h>

/* A document that every check sets up anew. */
static struct arena arena;
static struct doc doc;

static void begin(void)
{
	arena = (struct arena){0};
	doc_init(&doc, &arena);
}

static void check_and_finish(char *found, const char *expected)
{
	assert_string_equal(found, expected);
	free(found);
	arena_finish(&arena);
}

static void check_line(const char *source, const char *expected)
{
	struct runs runs = {0};
	begin();
	markdown_line(&doc, &runs, ROLE_TEXT, text_from(source), 0);
	check_and_finish(describe_runs(&doc, &runs), expected);
}

static void check_blocks(const char *source, const char *expected)
{
	begin();
	markdown_blocks(&doc, doc.root, text_from(source), (struct position){5, 6});
	for (const struct block *block = doc.root->first; block; block = block->next)
		assert_int_equal(block->source.line, 5);
	check_and_finish(describe_children(&doc, doc.root), expected);
}

static void check_item(const char *source, const char *expected)
{
	begin();
	struct block *item = doc_add_block(&doc, doc.root, BLOCK_ITEM);
	markdown_item(&doc, item, text_from(source));
	check_and_finish(describe_children(&doc, doc.root), expected);
}

static void knows_emphasis(void **state)
{
	(void)state;
	check_line("plain", "plain");
	check_line("", "");
	check_line("**b** and *i* and _j_", "**b** and _i_ and _j_");
	check_line("__b__ ***both***", "**b** **_both_**");
	check_line("**open *inner* more**", "**open ****_inner_**** more**");
	check_line("*whole*", "_whole_");
	check_line("snake_case_name 2*3*4", "snake_case_name 2_3_4");
	check_line("2 * 3 * 4", "2 * 3 * 4");
	check_line("not **closed", "not **closed");
	check_line("\\*literal\\*", "*literal*");
	check_line("*a*\\", "_a_\\");
}

static void knows_code(void **state)
{
	(void)state;
	check_line("use `make *all*` now", "use `make *all*` now");
	check_line("``a`b``", "`a`b`");
	check_line("`open", "`open");
	check_line("`[a]: b` `d[k]: int`", "`[a]: b` `d[k]: int`");
	check_line("`a`**b**", "`a`**b**");
}

static void knows_links(void **state)
{
	(void)state;
	check_line("[t](https://example.org/a)", "{t|https://example.org/a}");
	check_line("a [**b** c](u) d", "a {**b**|u}{ c|u} d");
	check_line("[](https://example.org)", "{https://example.org|https://example.org}");
	check_line("[t](u \"title\")", "{t|u} (title)");
	check_line("[t](<a b>)", "{t|a b}");
	check_line("[t](a&amp;b)", "{t|a&b}");
	check_line("[not a link] (x)", "[not a link] (x)");
	check_line("[t](u", "[t](u");
	check_line("a [t]() b", "a t b");
}

static void knows_bare_addresses(void **state)
{
	(void)state;
	check_line("https://example.org", "{https://example.org|https://example.org}");
	check_line("see https://example.org/a_b_c, ok",
		"see {https://example.org/a_b_c|https://example.org/a_b_c}, ok");
	check_line("(https://example.org/a)", "({https://example.org/a|https://example.org/a})");
	check_line("https://example.org/A_(b)",
		"{https://example.org/A_(b)|https://example.org/A_(b)}");
	check_line("<https://example.org>", "{https://example.org|https://example.org}");
	check_line("me@example.org", "{me@example.org|mailto:me@example.org}");
	check_line("<me@example.org>", "{me@example.org|mailto:me@example.org}");
	check_line("www.example.org.", "{www.example.org|www.example.org}.");
	check_line("a:/b c://d www", "a:/b c://d www");
	check_line("now @handle", "now @handle");
	check_line("@me@example.org, (@you@example.org)", "@me@example.org, (@you@example.org)");
	check_line("@a b@example.org", "@a {b@example.org|mailto:b@example.org}");
}

static void gives_the_rest_the_link_of_the_whole(void **state)
{
	(void)state;
	struct runs runs = {0};
	begin();
	uint32_t link = doc_add_link(&doc, TEXT("whole"));
	markdown_line(&doc, &runs, ROLE_TITLE, TEXT("a [b](own) *c*"), link);
	assert_int_equal(runs.first->role, ROLE_TITLE);
	check_and_finish(describe_runs(&doc, &runs), "{a |whole}{b|own}{ |whole}{_c_|whole}");
	begin();
	runs = (struct runs){0};
	link = doc_add_link(&doc, TEXT("whole"));
	markdown_line(&doc, &runs, ROLE_TITLE, TEXT("plain"), link);
	check_and_finish(describe_runs(&doc, &runs), "{plain|whole}");
}

static void decodes_entities(void **state)
{
	(void)state;
	check_line("AT&amp;T &lt;b&gt; &quot;q&quot; &copy; &ndash;", "AT&T <b> \"q\" © –");
	check_line("a&nbsp;b", "a\u00a0b");
	check_line(
		"&apos;&mdash;&hellip;&bull;&middot;&lsquo;&rsquo;&ldquo;&rdquo;&reg;&trade;&euro;",
		"'—…•·‘’“”®™€");
	check_line("&#233;&#xe9;&#XE9;", "ééé");
	check_line("&unknown; &amp & AT&T", "&unknown; &amp & AT&T");
	check_line("&#27;[31m&#x9b;&#0;", "&#27;[31m&#x9b;&#0;");
	check_line("&#xd800; &#x110000; &#99999999;", "&#xd800; &#x110000; &#99999999;");
}

/* What would begin a list or heading stays text within a line. */
static void guards_the_beginning_of_lines(void **state)
{
	(void)state;
	static const char *const starts[] = {"- a*", "* a*", "+ a_", "1. a`", "2) a*", "# a*",
		"## a_", "> a*", "--- *", "***", "=== a_", "~~~ a*", "    a*", "```", "| a | _",
		"[a]: b_", "<a_"};
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
		char item[64];
		snprintf(item, sizeof(item), "item: %s\n", starts[i]);
		check_line(starts[i], starts[i]);
		check_item(starts[i], item);
	}
	check_line("a\n- b\n# c", "a - b # c");
	check_line("# a *b*", "# a _b_");
	check_line("(*a*)", "(_a_)");
	check_line("*a", "*a");
}

static void keeps_what_looks_like_a_reference_definition(void **state)
{
	(void)state;
	check_line("[a]: https://example.org", "[a]: {https://example.org|https://example.org}");
	check_blocks("[a]: b", "paragraph: [a]: b\n");
	check_blocks("text\n\n [a\nb]: c", "paragraph: text\nparagraph: [a b]: c\n");
	check_blocks("- [a]: b\n- [c]\n", "item: [a]: b\nitem: [c]\n");
	check_blocks("1. [a\\]b]: c\n", "item 1.: [a]b]: c\n");
	check_blocks("> [a]: b", "paragraph: [a]: b\n");
	check_item("x *y*\n\n[a]: b", "item: x _y_\n  paragraph: [a]: b\n");
	check_blocks("a `d[k]: int` [b]: c", "paragraph: a `d[k]: int` [b]: c\n");
}

static void makes_paragraphs_and_lists(void **state)
{
	(void)state;
	check_blocks("", "");
	check_blocks("one", "paragraph: one\n");
	check_blocks("one\ntwo\n\nthree", "paragraph: one two\nparagraph: three\n");
	check_blocks("- a\n- b", "item: a\nitem: b\n");
	check_blocks("* a\n+ b", "item: a\nitem: b\n");
	check_blocks("text\n- a\n- b", "paragraph: text\nitem: a\nitem: b\n");
	check_blocks("7. a\n8. b", "item 7.: a\nitem 8.: b\n");
	check_blocks("1) a\n2) b", "item 1): a\nitem 2): b\n");
	check_blocks("- a\n  - b\n    - c\n- d", "item: a\n  item: b\n    item: c\nitem: d\n");
	check_blocks("- a\n\n  b\n\n- c", "item: a\n  paragraph: b\nitem: c\n");
	check_blocks("-\n- a", "item\nitem: a\n");
	check_blocks("2019 was good", "paragraph: 2019 was good\n");
}

static void makes_other_blocks(void **state)
{
	(void)state;
	check_blocks("# Head *x*\ntext", "paragraph: **Head ****_x_**\nparagraph: text\n");
	check_blocks("Head\n====\ntext", "paragraph: **Head**\nparagraph: text\n");
	check_blocks("a\n\n---\n\nb", "paragraph: a\nrule\nparagraph: b\n");
	check_blocks("```c\nint  a;\n  b\n```", "verbatim: int  a;\n  b\n\n");
	check_blocks("> quoted\n> text", "paragraph: quoted text\n");
	check_blocks("a\n\n    not code", "paragraph: a\nparagraph: not code\n");
}

static void breaks_lines_where_the_author_says(void **state)
{
	(void)state;
	check_blocks("a  \nb", "paragraph: a\nb\n");
	check_blocks("a\\\nb", "paragraph: a\nb\n");
	check_blocks("a \nb", "paragraph: a b\n");
}

static void links_images(void **state)
{
	(void)state;
	check_line("![alt](https://example.org/p.png)", "{alt|https://example.org/p.png}");
	check_line("![](p.png)", "{p.png|p.png}");
	check_line("[![alt](p.png)](u)", "{alt|p.png}");
}

static void fills_items(void **state)
{
	(void)state;
	check_item("plain", "item: plain\n");
	check_item("a **b**", "item: a **b**\n");
	check_item("first\n\nsecond", "item: first\n  paragraph: second\n");
	check_item("first\n- x\n- y", "item: first\n  item: x\n  item: y\n");
	check_item("first\n\n```\ncode\n```", "item: first\n  verbatim: code\n\n");
}

static void shows_all_of_a_long_text(void **state)
{
	(void)state;
	size_t length = 70000;
	char *source = malloc(length + 1);
	struct runs runs = {0};
	assert_non_null(source);
	memset(source, '*', length);
	source[length] = '\0';
	begin();
	markdown_line(&doc, &runs, ROLE_TEXT, text_from(source), 0);
	check_and_finish(describe_runs(&doc, &runs), source);
	free(source);
}

/* Nothing is lost, and it ends. */
static void survives_hostile_nesting(void **state)
{
	static const char *const pieces[] = {"- ", "> ", "*a ", "[", "![", "[a](", "**", "`", "<",
		"1. ", "(", "&", "\\", "_", "a@", "www.", "://", "[a]:", "\n", "# ", "*a*b", "<b>",
		"</b>", "<a href=x>", "<ul><li>", "<li>", "<ol>", "<br>", "<p>", "<a b=\"",
		"<a b='", "<img src=x>", "<hr>", "\\textbf{", "{\\bf ", "\\href{", "{", "\\url{x}",
		"`` ", "`a\n", "http://x.y", "a.", "a-b@", "x<b>y", "&amp;", "<a:", "](", "~~~\n"};
	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		size_t length = strlen(pieces[i]);
		size_t count = 60000 / length;
		char *source = malloc(count * length);
		assert_non_null(source);
		for (size_t j = 0; j < count; j++)
			memcpy(source + j * length, pieces[i], length);
		begin();
		struct block *item = doc_add_block(&doc, doc.root, BLOCK_ITEM);
		struct text text = {source, count * length};
		markdown_line(&doc, &item->text, ROLE_TEXT, text, 0);
		bool is_tag = pieces[i][0] == '<' && pieces[i][length - 1] == '>';
		if (pieces[i][0] != '\n' && !is_tag)
			assert_non_null(item->text.first);
		markdown_blocks(&doc, doc.root, text, (struct position){1, 1});
		markdown_item(&doc, doc_add_block(&doc, doc.root, BLOCK_ITEM), text);
		doc_finish(&doc);
		arena_finish(&arena);
		free(source);
	}
}

static void shows_the_text_of_deep_lists(void **state)
{
	char source[2000] = "";
	size_t length = 0;
	(void)state;
	for (int depth = 0; depth < 30; depth++)
		length += (size_t)snprintf(source + length, sizeof(source) - length, "%*s- d%d\n",
			depth * 2, "", depth);
	begin();
	markdown_blocks(&doc, doc.root, text_from(source), (struct position){1, 1});
	char *found = describe_children(&doc, doc.root);
	for (int depth = 0; depth < 30; depth++) {
		char word[16];
		snprintf(word, sizeof(word), "d%d", depth);
		assert_non_null(strstr(found, word));
	}
	free(found);
	arena_finish(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_emphasis),
		cmocka_unit_test(knows_code),
		cmocka_unit_test(knows_links),
		cmocka_unit_test(knows_bare_addresses),
		cmocka_unit_test(gives_the_rest_the_link_of_the_whole),
		cmocka_unit_test(decodes_entities),
		cmocka_unit_test(guards_the_beginning_of_lines),
		cmocka_unit_test(keeps_what_looks_like_a_reference_definition),
		cmocka_unit_test(makes_paragraphs_and_lists),
		cmocka_unit_test(makes_other_blocks),
		cmocka_unit_test(breaks_lines_where_the_author_says),
		cmocka_unit_test(links_images),
		cmocka_unit_test(fills_items),
		cmocka_unit_test(shows_all_of_a_long_text),
		cmocka_unit_test(survives_hostile_nesting),
		cmocka_unit_test(shows_the_text_of_deep_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
