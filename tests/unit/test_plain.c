/* Blocks as plain text. How lines look as text is held by every test that compares them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "layout/plain.h"

#include <locale.h>

static void check_text(struct buffer *buffer, const char *expected)
{
	buffer_add_byte(buffer, '\0');
	assert_string_equal(buffer->bytes, expected);
	buffer_finish(buffer);
}

static void check(const struct block *block, int width, const char *expected)
{
	struct buffer buffer = {0};
	plain_add_block(&buffer, &doc, block, width, false);
	check_text(&buffer, expected);
}

static struct run *add_link(struct block *block, const char *text, const char *url)
{
	struct run *run = doc_add_run(&doc, &block->text, ROLE_TEXT, text_from(text));
	run->link = doc_add_link(&doc, text_from(url));
	return run;
}

static void adds_lines_without_soft_hyphens(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	struct span spans[] = {
		{.text = TEXT("one"), .column = 2, .width = 3},
		{.text = TEXT("so\u00adft\u00ad"), .column = 5, .width = 4},
		{.text = TEXT("日"), .column = 12, .width = 2},
		{.text = TEXT("-"), .column = 14, .width = 1},
	};
	plain_add_line(&buffer, &(struct line){.spans = spans, .span_count = 4});
	plain_add_line(&buffer, &(struct line){0});
	check_text(&buffer, "  onesoft   日-\n\n");
}

static void adds_a_block_from_the_left_edge(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Section");
	struct block *group = add(section, BLOCK_GROUP, "2015");
	struct block *entry = add_with_aside(group, BLOCK_ENTRY, "Entry", "2019");
	struct block *item = add(entry, BLOCK_ITEM, "item of words");
	struct block *inner = add(item, BLOCK_ITEM, "inner");
	add(item, BLOCK_PARAGRAPH, "more");
	add(entry, BLOCK_PARAGRAPH, "text");
	add(group, BLOCK_ENTRY, "Next");
	add(doc.root, BLOCK_SECTION, "Another");
	doc_finish(&doc);
	check(entry, 12,
		"Entry   2019\n"
		"  • item of\n"
		"    words\n"
		"    • inner\n"
		"\n"
		"    more\n"
		"\n"
		"  text\n");
	check(item, 80,
		"• item of words\n"
		"  • inner\n"
		"\n"
		"  more\n");
	check(inner, 80, "• inner\n");
	check(group, 20,
		"2015\n"
		"  Entry         2019\n"
		"    • item of words\n"
		"      • inner\n"
		"\n"
		"      more\n"
		"\n"
		"    text\n"
		"\n"
		"  Next\n");
	check(doc.root->last, 20, "Another\n-------\n\n");
}

static void adds_a_section_with_its_rule(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Section");
	add(section, BLOCK_ITEM, "one");
	doc_finish(&doc);
	struct buffer buffer = {0};
	plain_add_block(&buffer, &doc, section, 20, true);
	check_text(&buffer, "Section\n-------\n\n* one\n");
	/* A screen draws none. */
	struct pen pen = plain_pen();
	struct layout layout;
	layout_init(&layout, &doc, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 20},
		&arena);
	assert_true(print_block(&pen, &buffer, &layout, NULL, section));
	assert_false(print_block(&pen, &buffer, &layout, NULL, doc.root));
	check_text(&buffer, "  ▾ Section\n");
}

static void adds_contacts(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "Name");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "a@example.org");
	struct block *field = add_field(contacts, "Web", "example.org");
	doc_finish(&doc);
	check(contacts, 40, "Email  a@example.org\nWeb    example.org\n");
	/* Alone, its label lines up with none. */
	check(field, 40, "Web  example.org\n");
}

static void adds_addresses_below(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *first = add(section, BLOCK_PARAGRAPH, "see ");
	add_link(first, "first", "https://example.org/first");
	for (int i = 0; i < 8; i++)
		add_link(add(section, BLOCK_DETAIL, "x"), "x", "https://example.org/x");
	struct block *entry = add(section, BLOCK_ENTRY, "Entry ");
	uint32_t link = add_link(entry, "tenth", " https://example.org/tenth ")->link;
	struct block *item = add(entry, BLOCK_ITEM, "again: ");
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("tenth"))->link = link;
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT(" "));
	add_link(item, "https://example.org", "https://example.org");
	doc_finish(&doc);
	check(first, 80, "see first [1]\n\n[1] https://example.org/first\n");
	check(entry, 80,
		"Entry tenth [10]\n"
		"  • again: tenth [10] https://example.org\n"
		"\n"
		"[10] https://example.org/tenth\n");
	struct buffer buffer = {0};
	struct pen pen = plain_pen();
	print_links(&pen, &buffer, &doc, doc.root);
	assert_memory_equal(buffer.bytes, " [1] https://example.org/first\n [2]", 35);
	buffer_finish(&buffer);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_lines_without_soft_hyphens),
		on_document(adds_a_block_from_the_left_edge),
		on_document(adds_a_section_with_its_rule),
		on_document(adds_contacts),
		on_document(adds_addresses_below),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
