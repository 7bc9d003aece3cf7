#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "output/html.h"

#include <string.h>

/* All of the page from a piece of markup up to another is as expected. */
static void check_with(
	struct format_settings settings, const char *from, const char *to, const char *expected)
{
	struct sink sink;
	doc_finish(&doc);
	sink_init(&sink, -1);
	html_write(&doc, &settings, &sink);
	sink_write(&sink, (struct text){"", 1});
	const char *page = sink_collected(&sink).bytes;
	const char *start = strstr(page, from);
	assert_non_null(start);
	const char *end = strstr(start, to);
	assert_non_null(end);
	struct text found = text_slice(text_from(start), 0, (size_t)(end - start));
	assert_string_equal(arena_copy(&arena, found).bytes, expected);
	sink_finish(&sink);
}

static void check(const char *from, const char *to, const char *expected)
{
	check_with((struct format_settings){0}, from, to, expected);
}

static struct block *add_section(const char *topic)
{
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct facts *facts = arena_allocate(&arena, sizeof *facts);
	facts->topic = text_from(topic);
	section->facts = facts;
	doc_set_id(section, TEXT("s"));
	return section;
}

static struct block *add_dated(struct block *section)
{
	static const struct facts facts = {.start = {"2019-03", 7}, .ongoing = true};
	struct block *entry = doc_add_block(&doc, section, BLOCK_ENTRY);
	doc_add_run(&doc, &entry->text, ROLE_TITLE, TEXT("A"));
	doc_add_run(&doc, &entry->text, ROLE_DETAIL, TEXT(", "));
	doc_add_run(&doc, &entry->text, ROLE_TITLE, TEXT("B"));
	doc_add_run(&doc, &entry->text, ROLE_DETAIL, TEXT(", "));
	doc_add_run(&doc, &entry->text, ROLE_ORGANISATION, TEXT("O"));
	doc_add_run(&doc, &entry->aside, ROLE_START, TEXT("March"));
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT(" - "));
	doc_add_run(&doc, &entry->aside, ROLE_END, TEXT("now"));
	entry->facts = &facts;
	doc_set_id(entry, TEXT("e"));
	return entry;
}

static void escapes_by_context(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "<b> & \"c\"");
	struct block *paragraph = add(header, BLOCK_PARAGRAPH, "a <i>\n&amp;");
	doc_add_run(&doc, &paragraph->text, ROLE_TEXT, TEXT("x"))->link =
		doc_add_link(&doc, TEXT("https://a.example/?q=\"<&"));
	check("<title>", "\n<meta", "<title>&lt;b&gt; &amp; &quot;c&quot;</title>");
	check("<data", "</data>",
		"<data class=\"p-name\" value=\"&lt;b&gt; &amp; &quot;c&quot;\">");
	check("<p>", "\n</div>",
		"<p>a &lt;i&gt;<br>\n&amp;amp;<a href=\"https://a.example/?q=%22%3C&amp;\" "
		"data-number=\"1\">x</a></p>");
}

static void follows_no_address_that_is_not_safe(void **state)
{
	(void)state;
	struct block *paragraph = add(add_section(""), BLOCK_PARAGRAPH, "");
	doc_add_run(&doc, &paragraph->text, ROLE_TEXT, TEXT("x"))->link =
		doc_add_link(&doc, TEXT("javascript:alert(1)"));
	check("<p>", "\n</div>",
		"<p><span title=\"javascript:alert(1)\" data-number=\"1\">x</span></p>");
	check("<ol>", "</ol>", "<ol>\n<li dir=\"ltr\">javascript:alert(1)</li>\n");
}

static void tells_programs_who_where_and_when(void **state)
{
	(void)state;
	add_dated(add_section("work"));
	check("<li id=\"s.e\"", "</ul>",
		"<li id=\"s.e\" class=\"entry p-experience h-event\"><span class=\"line\">"
		"<span class=\"title p-name\">A, B</span>, "
		"<span class=\"organisation p-org h-card\" itemprop=\"worksFor\" itemscope "
		"itemtype=\"https://schema.org/Organization\"><span "
		"itemprop=\"name\">O</span></span>"
		"</span><span class=\"unseen\">,</span>\n<span class=\"aside\">"
		"<time class=\"dt-start\" datetime=\"2019-03\">March</time> - now</span></li>\n");
}

static void tells_nothing_of_topics_it_does_not_know(void **state)
{
	(void)state;
	add_dated(add_section("talks"));
	check("<li id=\"s.e\"", "\n",
		"<li id=\"s.e\" class=\"entry\"><span class=\"line\"><span class=\"title\">A, "
		"B</span>, "
		"<span class=\"organisation\">O</span></span><span class=\"unseen\">,</span>");
}

static void opens_entries_unless_they_are_to_fold(void **state)
{
	(void)state;
	add(add_dated(add_section("")), BLOCK_PARAGRAPH, "text");
	check("<details", "<summary>", "<details id=\"s.e\" class=\"entry\" open>\n");
	check("<div class=\"body\">\n<p>", "<p>", "<div class=\"body\">\n");
	struct format_settings fold = {.fold = true};
	check_with(fold, "<details", "<summary>", "<details class=\"entry\">\n");
	check_with(fold, "</summary>", "<p>", "</summary>\n<div class=\"body\" id=\"s.e\">\n");
}

static void makes_lists_of_neighbours(void **state)
{
	(void)state;
	struct block *section = add_section("");
	add(add(section, BLOCK_ITEM, "a"), BLOCK_ITEM, "b")->marker = TEXT("7)");
	add(section, BLOCK_ITEM, "c");
	add(section, BLOCK_PARAGRAPH, "d");
	add(section, BLOCK_ITEM, "e")->marker = TEXT("1.");
	check("<ul>\n<li>a", "\n</div>",
		"<ul>\n<li>a\n<ol class=\"brackets\">\n<li value=\"7\">b</li>\n</ol>\n</li>\n"
		"<li>c</li>\n</ul>\n<p>d</p>\n<ol>\n<li value=\"1\">e</li>\n</ol>");
}

static void has_no_deeper_heading_than_html(void **state)
{
	(void)state;
	struct block *entry = add_section("");
	for (int i = 0; i < 8; i++)
		entry = add(entry, BLOCK_ENTRY, "deep");
	add(entry, BLOCK_ENTRY, "deepest");
	check("<h6>", "</summary>", "<h6><span class=\"title\">deep</span></h6>");
	check("<li", "\n",
		"<li class=\"entry\"><span class=\"line\"><span class=\"title\">deepest"
		"</span></span></li>");
}

static void turns_where_the_text_does(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "\u05D0");
	add(header, BLOCK_PARAGRAPH, "latin");
	add(header, BLOCK_PARAGRAPH, "\u05D1");
	check("<html", ">", "<html dir=\"rtl\"");
	check("<p", "\n</div>", "<p dir=\"ltr\">latin</p>\n<p>\u05D1</p>");
}

static void is_named_by_its_first_words(void **state)
{
	(void)state;
	add(add(doc.root, BLOCK_HEADER, ""), BLOCK_PARAGRAPH, "words");
	check("<title>", "\n", "<title>words</title>");
	check("<h1", "\n", "<h1 class=\"unseen\">words</h1>");
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(escapes_by_context),
		on_document(follows_no_address_that_is_not_safe),
		on_document(tells_programs_who_where_and_when),
		on_document(tells_nothing_of_topics_it_does_not_know),
		on_document(opens_entries_unless_they_are_to_fold),
		on_document(makes_lists_of_neighbours),
		on_document(has_no_deeper_heading_than_html),
		on_document(turns_where_the_text_does),
		on_document(is_named_by_its_first_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
