/*
 * Text that is written from right to left has lines of its own: terminals that reorder it draw
 * what is beside it in its midst.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check_flow.h"

#include <locale.h>

static void puts_dates_below_titles(void **state)
{
	(void)state;
	struct block *header = add_with_aside(doc.root, BLOCK_HEADER, "دانا", "مهندسة");
	add(header, BLOCK_PARAGRAPH, "x");
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	add(add_with_aside(section, BLOCK_ENTRY, "مهندس", "2019"), BLOCK_ITEM, "x");
	add_with_aside(section, BLOCK_ENTRY, "Engineer", "מ־2019");
	add_with_aside(section, BLOCK_ENTRY, "Engineer", "2019");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 40,
		"    دانا\n"
		"    مهندسة\n"
		"    x\n"
		"\n"
		"  ▾ Work\n"
		"    ▾ مهندس\n"
		"        2019\n"
		"      • x\n"
		"\n"
		"      Engineer\n"
		"        מ־2019\n"
		"      Engineer                      2019\n");
	check(MEDIUM_PRINT, 40,
		"دانا\n"
		"مهندسة\n"
		"\n"
		"x\n"
		"\n"
		"Work\n"
		"مهندس\n"
		"  2019\n"
		"  • x\n"
		"\n"
		"Engineer\n"
		"  מ־2019\n"
		"\n"
		"Engineer                            2019\n");
}

static void puts_counts_beside_other_text_only(void **state)
{
	(void)state;
	static const char *const titles[][2] = {
		{"مهندس", "2019"}, {"مهندس", ""}, {"مهندس", "حتى الآن"}, {"Engineer", "حتى الآن"}};
	struct flow flow;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		add(add_with_aside(section, BLOCK_ENTRY, titles[i][0], titles[i][1]), BLOCK_ITEM,
			"x");
	doc_finish(&doc);
	flow_init(&flow, &doc);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 40});
	check_open(&flow, (const struct block *const[]){section, NULL},
		"  ▾ Work\n"
		"    ▸ مهندس\n"
		"        2019  +1\n"
		"    ▸ مهندس\n"
		"        +1\n"
		"    ▸ مهندس\n"
		"        حتى الآن\n"
		"        +1\n"
		"    ▸ Engineer  +1\n"
		"        حتى الآن\n");
	flow_finish(&flow);
}

static void shows_no_summary_beside(void **state)
{
	(void)state;
	struct flow flow;
	static const char *const sections[][2] = {
		{"Work", "Engineer"}, {"عمل", "Engineer"}, {"Study", "Engineer, مهندس"}};
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		struct block *section = add(doc.root, BLOCK_SECTION, sections[i][0]);
		section->preview = text_from(sections[i][1]);
		add(section, BLOCK_ITEM, "x");
	}
	doc_finish(&doc);
	flow_init(&flow, &doc);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 40});
	check_open(&flow, (const struct block *const[]){NULL},
		"  ▸ Work     1  Engineer\n"
		"  ▸ عمل\n"
		"  ▸ Study    1\n");
	flow_finish(&flow);
}

static void puts_labels_above_on_a_screen(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Skills");
	add_field(section, "لغات", "C");
	add_field(section, "One", "عربي");
	add_field(section, "Two", "C");
	add_field(section, "", "عربي");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 40,
		"  ▾ Skills\n"
		"    لغات\n"
		"      C\n"
		"    One\n"
		"      عربي\n"
		"    Two   C\n"
		"    عربي\n");
	check(MEDIUM_PRINT, 40,
		"Skills\n"
		"لغات  C\n"
		"One   عربي\n"
		"Two   C\n"
		"عربي\n");
}

static void gives_contacts_lines_of_their_own(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "Name");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "a@b.c");
	add_field(contacts, "Phone", "123");
	add_field(contacts, "", "عمان");
	add_field(contacts, "Web", "d.e");
	add_field(contacts, "Fax", "456");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 60,
		"    Name\n"
		"    Email a@b.c · Phone 123\n"
		"    عمان\n"
		"    Web d.e · Fax 456\n");
}

/* Places go on from the title to what is below it. */
static void keeps_places(void **state)
{
	(void)state;
	struct flow flow;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "مهندس", "2019");
	struct block *field = add_field(section, "وسم طويل جدا", "one two three");
	doc_finish(&doc);
	flow_init(&flow, &doc);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 12});
	flow_update(&flow, (bool[]){true, true, true, true}, NULL);
	check_flow(&flow, "  ▾ Work\n"
			  "    مهندس\n"
			  "      2019\n"
			  "    وسم طويل\n"
			  "    جدا\n"
			  "      one\n"
			  "      two\n"
			  "      three\n");
	assert_int_equal(flow_find_place(&flow, entry, 0), 1);
	assert_int_equal(flow_find_place(&flow, entry, 10), 2);
	assert_int_equal(flow_find_place(&flow, field, 0), 5);
	assert_int_equal(flow_find_place(&flow, field, 4), 6);
	flow_finish(&flow);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(puts_dates_below_titles),
		on_document(puts_counts_beside_other_text_only),
		on_document(shows_no_summary_beside),
		on_document(puts_labels_above_on_a_screen),
		on_document(gives_contacts_lines_of_their_own),
		on_document(keeps_places),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
