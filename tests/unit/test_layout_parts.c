/* What spans tell of the text that they show: the part of the block, and the place in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "document.h"
#include "layout/layout.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* One text of a block, and which of its bytes were seen on a line. */
struct shown_part {
	struct text text;
	bool *seen;
};

static void look_at(struct shown_part *shown, const struct span *span)
{
	if (span->part == PART_NONE) {
		assert_int_equal(span->start, 0);
		return;
	}
	struct shown_part *part = &shown[span->part];
	assert_true(span->start + span->text.length <= part->text.length);
	assert_memory_equal(span->text.bytes, part->text.bytes + span->start, span->text.length);
	for (size_t i = 0; i < span->text.length; i++) {
		assert_false(part->seen[span->start + i]);
		part->seen[span->start + i] = true;
	}
}

/* Blanks, line ends and soft hyphens are not shown where a line breaks. */
static void check_all_seen(const struct shown_part *part)
{
	for (size_t i = 0; i < part->text.length; i++) {
		if (!part->seen[i] && !strchr(" \n\xc2\xad", part->text.bytes[i]))
			fail_msg("byte %zu of '%.*s' is on no line", i, (int)part->text.length,
				part->text.bytes);
	}
}

static void check_block(struct layout *layout, const struct block *block, bool open)
{
	struct shown_part shown[PART_COUNT] = {{{0}, NULL}};
	for (int part = PART_LABEL; part < PART_COUNT; part++) {
		shown[part].text = layout_part(layout, block, (enum part)part);
		shown[part].seen = calloc(shown[part].text.length + 1, 1);
		assert_non_null(shown[part].seen);
	}
	assert_int_equal(layout_part(layout, block, PART_NONE).length, 0);
	struct lines lines = layout_block(layout, block, open);
	for (size_t i = 0; i < lines.count; i++) {
		for (size_t j = 0; j < lines.items[i].span_count; j++)
			look_at(shown, &lines.items[i].spans[j]);
	}
	for (int part = PART_LABEL; part < PART_COUNT; part++) {
		check_all_seen(&shown[part]);
		free(shown[part].seen);
	}
}

static void check_settings(struct layout_settings settings)
{
	struct arena lines = {0};
	struct layout layout;
	layout_init(&layout, &doc, settings, &lines);
	for (const struct block *block = doc.root; block;) {
		check_block(&layout, block, true);
		check_block(&layout, block, false);
		block = layout_next(&layout, block, true);
	}
	arena_finish(&lines);
}

static void check_document(void)
{
	for (int width = 1; width <= 100; width++) {
		check_settings((struct layout_settings){.medium = MEDIUM_SCREEN, .width = width});
		check_settings((struct layout_settings){
			.medium = MEDIUM_SCREEN, .width = width, .ascii = true});
		check_settings((struct layout_settings){.medium = MEDIUM_PRINT, .width = width});
	}
}

static struct block *add_header(void)
{
	struct block *header = add_with_aside(doc.root, BLOCK_HEADER, "A Name", "A Title of Words");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "someone@example.org");
	add_field(contacts, "", "A Town, Somewhere");
	doc_add_block(&doc, contacts, BLOCK_FIELD);
	add_field(contacts, "Phone", "+1 234 567890");
	add_field(contacts, "Labelled", "");
	add_field(contacts, "موقع", "مدينة");
	add_field(contacts, "Web", "https://example.org/a/long/address");
	doc_add_block(&doc, header, BLOCK_RULE);
	return contacts;
}

static void add_links(struct block *block)
{
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT(" and "));
	struct run *first = doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("a linked "));
	struct run *second = doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("page"));
	second->style = STYLE_STRONG;
	first->link = second->link = doc_add_link(&doc, TEXT("https://example.org/page"));
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT(", then more words"));
}

static void add_entries(struct block *section, const char *title, const char *aside)
{
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, title, aside);
	add_links(entry);
	add_links(add(entry, BLOCK_PARAGRAPH, "Soft\u00adware of words"));
	add_links(add(add(entry, BLOCK_ITEM, "an item of words"), BLOCK_ITEM, "in an item"));
	entry->last->marker = TEXT("12.");
	add(entry, BLOCK_VERBATIM, "  code of a line = wide\n\n    more();\n");
	add_field(entry, "A label of a few words", "and its text of more");
	add_field(entry, "Label", "日本語の文章 text");
	add_field(entry, "Label", "نص");
	add_field(entry, "وسم", "text");
	add_links(add_field(entry, "Link", "one"));
	add(section, BLOCK_ENTRY, title);
}

static void tells_what_is_shown_where(void **state)
{
	(void)state;
	add_header();
	struct block *section = add(doc.root, BLOCK_SECTION, "Section of a Title");
	section->preview = TEXT("First, Second and Others");
	add_entries(section, "Engineer, Example Inc.", "Jan 2015 – Present");
	add_entries(section, "مهندس برمجيات", "2015 – 2019");
	add_entries(section, "מהנדס", "ינואר 2015");
	add_entries(section, "Engineer", "ינואר 2015");
	add_entries(add_with_aside(section, BLOCK_GROUP, "2015", "aside"), "In a group", "x");
	section = add(doc.root, BLOCK_SECTION, "قسم");
	section->preview = TEXT("مهندس");
	add(section, BLOCK_DETAIL, "detail");
	doc_finish(&doc);
	check_document();
}

/* What spans count in is the same at every width. */
static void joins_contacts_of_a_screen(void **state)
{
	(void)state;
	struct block *contacts = add_header();
	struct arena lines = {0};
	struct layout layout;
	static const char joined[] = "Email someone@example.org\nA Town, Somewhere\n"
				     "Phone +1 234 567890\nLabelled\nموقع مدينة\n"
				     "Web https://example.org/a/long/address";
	doc_finish(&doc);
	for (int width = 10; width < 200; width += 30) {
		layout_init(&layout, &doc,
			(struct layout_settings){.medium = MEDIUM_SCREEN, .width = width}, &lines);
		assert_true(text_is(layout_part(&layout, contacts, PART_TEXT), joined));
		assert_int_equal(layout_part(&layout, contacts, PART_LABEL).length, 0);
		assert_int_equal(layout_part(&layout, contacts->first, PART_TEXT).length, 0);
		assert_int_equal(layout_part(&layout, contacts->first, PART_LABEL).length, 0);
	}
	layout_init(&layout, &doc, (struct layout_settings){.medium = MEDIUM_PRINT, .width = 40},
		&lines);
	assert_int_equal(layout_part(&layout, contacts, PART_TEXT).length, 0);
	assert_true(text_is(layout_part(&layout, contacts->first, PART_LABEL), "Email"));
	arena_finish(&lines);
}

static void joins_runs_without_numbers(void **state)
{
	(void)state;
	struct arena lines = {0};
	struct layout layout;
	struct block *entry = add_with_aside(doc.root, BLOCK_ENTRY, "Title", "2015");
	add_links(entry);
	doc_add_run(&doc, &entry->label, ROLE_LABEL, TEXT("never shown"));
	doc_finish(&doc);
	for (int medium = MEDIUM_SCREEN; medium <= MEDIUM_PRINT; medium++) {
		layout_init(&layout, &doc,
			(struct layout_settings){.medium = (enum medium)medium, .width = 40},
			&lines);
		assert_true(text_is(layout_part(&layout, entry, PART_TEXT),
			"Title and a linked page, then more words"));
		assert_true(text_is(layout_part(&layout, entry, PART_ASIDE), "2015"));
		assert_int_equal(layout_part(&layout, entry, PART_LABEL).length, 0);
		assert_int_equal(layout_part(&layout, doc.root, PART_TEXT).length, 0);
	}
	arena_finish(&lines);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(tells_what_is_shown_where),
		on_document(joins_contacts_of_a_screen),
		on_document(joins_runs_without_numbers),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
