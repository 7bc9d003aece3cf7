/* The page of links: their numbers, their names, and that none is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "describe_doc.h"
#include "document.h"
#include "layout/layout.h"
#include "tui/link_page.h"

#include <locale.h>

static struct doc page;

static void link_to(struct block *block, const char *text, const char *url)
{
	struct run *run = doc_add_run(&doc, &block->text, ROLE_TEXT, text_from(text));
	run->link = doc_add_link(&doc, text_from(url));
}

static void check_page(const char *expected)
{
	doc_finish(&doc);
	link_page_make(&page, &arena, &doc);
	struct buffer found = {0};
	for (const struct block *group = page.root->first; group; group = group->next) {
		char *title = describe_runs(&page, &group->text);
		char *fields = describe_children(&page, group);
		buffer_add(&found, text_from(title));
		buffer_add(&found, TEXT("\n"));
		buffer_add(&found, text_from(fields));
		free(title);
		free(fields);
	}
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

/* The number that a reader is shown for the field of that position in a group. */
static const char *number_of(const struct block *group, int position)
{
	static char number[16];
	const struct block *field = group->first;
	while (position-- > 0)
		field = field->next;
	struct text label = field->label.first->text;
	snprintf(number, sizeof number, "%.*s", (int)label.length, label.bytes);
	assert_null(field->label.first->next);
	return number;
}

static void lists_links_under_their_sections(void **state)
{
	(void)state;
	struct block *work = add(doc.root, BLOCK_SECTION, "Experience");
	struct block *entry = add(work, BLOCK_ENTRY, "Engineer");
	link_to(add(entry, BLOCK_PARAGRAPH, "Founded "), "X-Ray", "https://example.org/x-ray");
	add(add(doc.root, BLOCK_SECTION, "Hobbies"), BLOCK_ITEM, "No link here");
	struct block *notes = add(doc.root, BLOCK_SECTION, "Notes");
	link_to(add(notes, BLOCK_ENTRY, "A "), "note", " https://example.org/note ");
	check_page("Experience\n"
		   "field: X-Ray\n"
		   "  verbatim: {https://example.org/x-ray|https://example.org/x-ray}\n"
		   "Notes\n"
		   "field: note\n"
		   "  verbatim: {https://example.org/note|https://example.org/note}\n");
	assert_string_equal(number_of(page.root->first, 0), "[1]");
	assert_string_equal(number_of(page.root->first->next, 0), "[2]");
	assert_int_equal(page.root->first->count, 1);
	assert_true(text_is(page.title, "Links"));
}

static void numbers_as_print_does_and_the_rest_after(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "Jane");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	struct block *mail = doc_add_block(&doc, contacts, BLOCK_FIELD);
	doc_add_run(&doc, &mail->label, ROLE_LABEL, TEXT("Email"));
	link_to(mail, "jane@example.org", "mailto:jane@example.org");
	struct block *web = doc_add_block(&doc, contacts, BLOCK_FIELD);
	doc_add_run(&doc, &web->label, ROLE_LABEL, TEXT("Web"));
	link_to(web, "my page", "https://example.org");
	struct block *rest = add(header, BLOCK_PARAGRAPH, "See ");
	link_to(rest, "https://example.net", "https://example.net");
	check_page("Jane\n"
		   "field: Email\n"
		   "  verbatim: {mailto:jane@example.org|mailto:jane@example.org}\n"
		   "field: Web my page\n"
		   "  verbatim: {https://example.org|https://example.org}\n"
		   "field\n"
		   "  verbatim: {https://example.net|https://example.net}\n");
	assert_string_equal(number_of(page.root->first, 0), "[2]");
	assert_string_equal(number_of(page.root->first, 1), "[1]");
	assert_string_equal(number_of(page.root->first, 2), "[3]");
	assert_int_equal(page.link_count, 3);
	assert_true(text_is(doc_link(&page, 1)->url, "https://example.org"));
	assert_true(text_is(doc_link(&page, 2)->url, "mailto:jane@example.org"));
	assert_true(text_is(doc_link(&page, 3)->url, "https://example.net"));
}

static void keeps_what_print_keeps_apart(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	link_to(add(section, BLOCK_ITEM, "a "), "here", "https://example.org");
	link_to(add(section, BLOCK_ITEM, "b "), "here", "https://example.org");
	check_page("S\n"
		   "field: here\n  verbatim: {https://example.org|https://example.org}\n"
		   "field: here\n  verbatim: {https://example.org|https://example.org}\n");
	assert_string_equal(number_of(page.root->first, 0), "[1]");
	assert_string_equal(number_of(page.root->first, 1), "[2]");
}

static void joins_the_runs_of_a_link(void **state)
{
	(void)state;
	struct block *item = add(add(doc.root, BLOCK_SECTION, "S"), BLOCK_ITEM, "plain ");
	link_to(item, "one ", "https://example.org");
	struct run *strong = doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("two"));
	strong->style = STYLE_STRONG;
	strong->link = 1;
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT(" plain"));
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("again"))->link = 1;
	check_page("S\n"
		   "field: one **two**\n"
		   "  verbatim: {https://example.org|https://example.org}\n");
}

static void takes_links_wherever_they_stand(void **state)
{
	(void)state;
	struct block *title = doc_add_block(&doc, doc.root, BLOCK_SECTION);
	link_to(title, "Title", "https://example.org/title");
	struct block *field = add(title, BLOCK_FIELD, "text");
	struct run *label = doc_add_run(&doc, &field->label, ROLE_LABEL, TEXT("label"));
	label->link = doc_add_link(&doc, TEXT("https://example.org/label"));
	struct run *aside = doc_add_run(&doc, &field->aside, ROLE_ASIDE, TEXT("aside"));
	aside->link = doc_add_link(&doc, TEXT("https://example.org/aside"));
	struct block *loose = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	link_to(loose, "loose", "");
	check_page("Title\n"
		   "field: Title\n"
		   "  verbatim: {https://example.org/title|https://example.org/title}\n"
		   "field: label\n"
		   "  verbatim: {https://example.org/label|https://example.org/label}\n"
		   "field: aside\n"
		   "  verbatim: {https://example.org/aside|https://example.org/aside}\n"
		   "Links\n"
		   "field: loose\n"
		   "  verbatim\n");
}

static void is_empty_without_links(void **state)
{
	(void)state;
	add(add(doc.root, BLOCK_SECTION, "S"), BLOCK_ITEM, "plain");
	check_page("");
	assert_int_equal(page.link_count, 0);
}

/* An address stands below its name, with nothing between, wherever it is shown. */
static void sets_addresses_below_names(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	link_to(add(section, BLOCK_ITEM, ""), "one", "https://example.org/1");
	link_to(add(section, BLOCK_ITEM, ""), "two", "https://example.org/2");
	check_page("S\n"
		   "field: one\n  verbatim: {https://example.org/1|https://example.org/1}\n"
		   "field: two\n  verbatim: {https://example.org/2|https://example.org/2}\n");
	for (int medium = MEDIUM_SCREEN; medium <= MEDIUM_PRINT; medium++) {
		struct layout layout;
		layout_init(&layout, &page,
			(struct layout_settings){.medium = (enum medium)medium, .width = 40},
			&arena);
		const struct block *before = page.root->first->first;
		for (const struct block *block = doc_next(before); block; block = doc_next(block)) {
			assert_int_equal(layout_gap(&layout, before, block), 0);
			before = block;
		}
	}
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(lists_links_under_their_sections),
		on_document(numbers_as_print_does_and_the_rest_after),
		on_document(keeps_what_print_keeps_apart),
		on_document(joins_the_runs_of_a_link),
		on_document(takes_links_wherever_they_stand),
		on_document(is_empty_without_links),
		on_document(sets_addresses_below_names),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
