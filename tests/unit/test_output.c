#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "written.h"

#include <locale.h>
#include <string.h>

static void check(const char *format, int width, const char *expected)
{
	check_written(format, (struct format_settings){.width = width}, expected);
}

static void finds_formats(void **state)
{
	(void)state;
	assert_string_equal(format_find(TEXT("text"))->name, "text");
	assert_string_equal(format_find(TEXT("tree"))->name, "tree");
	assert_null(format_find(TEXT("Text")));
	assert_null(format_find(TEXT("")));
	for (const struct format *format = formats; format->name; format++) {
		assert_ptr_equal(format_find(text_from(format->name)), format);
		assert_true(!format->write != !format->write_record);
		assert_true(strlen(format->description) > 0);
	}
}

static void writes_an_empty_document(void **state)
{
	(void)state;
	doc_finish(&doc);
	check("text", 40, "");
	check("tree", 40, "");
}

static void rules_sections_off(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Section");
	add(section, BLOCK_PARAGRAPH, "Text.");
	add(add(doc.root, BLOCK_SECTION, "日本語"), BLOCK_PARAGRAPH, "Text.");
	add(add(doc.root, BLOCK_SECTION, "A long title here"), BLOCK_PARAGRAPH, "Text.");
	doc_finish(&doc);
	check("text", 12,
		"Section\n-------\n\nText.\n\n"
		"日本語\n------\n\nText.\n\n"
		"A long title\nhere\n------------\n\nText.\n");
}

static void lists_links_by_number(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *one = doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	struct block *two = doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	add_link(&two->text, "second", "https://example.org/second");
	add_link(&one->text, "first", " https://example.org/first ");
	doc_add_run(&doc, &two->text, ROLE_TEXT, TEXT(" "));
	add_link(&two->text, "https://example.org", "https://example.org");
	doc_finish(&doc);
	check("text", 12,
		"S\n-\n\nfirst [1]\n\nsecond [2]\nhttps://example.org\n\n"
		"Links\n-----\n\n"
		"[1] https://example.org/first\n[2] https://example.org/second\n");
}

static void aligns_link_numbers(void **state)
{
	(void)state;
	struct sink sink;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	for (int i = 0; i < 10; i++)
		add_link(&doc_add_block(&doc, section, BLOCK_ITEM)->text, "t", "u");
	doc_finish(&doc);
	sink_init(&sink, -1);
	format_find(TEXT("text"))->write(&doc, &(struct format_settings){.width = 20}, &sink);
	sink_write(&sink, (struct text){"", 1});
	assert_non_null(strstr(sink_collected(&sink).bytes, "\n [1] u\n"));
	assert_non_null(strstr(sink_collected(&sink).bytes, "\n [9] u\n[10] u\n"));
	sink_finish(&sink);
}

static void shows_hyphens_only_at_breaks(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(section, BLOCK_PARAGRAPH, "soft\u00adware \u00adx\u00ad");
	doc_finish(&doc);
	check("text", 7, "S\n-\n\nsoft-\nware x\n");
	check("text", 40, "S\n-\n\nsoftware x\n");
}

static void writes_signs_in_ascii_if_asked(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(section, BLOCK_ENTRY, "é");
	add(add(doc.root, BLOCK_SECTION, "T"), BLOCK_ITEM, "item");
	doc_finish(&doc);
	check_written("text", (struct format_settings){.width = 40, .ascii = true},
		"S\n-\n\n* é\n\nT\n-\n\n* item\n");
	check_written(
		"text", (struct format_settings){.width = 40}, "S\n-\n\n• é\n\nT\n-\n\n• item\n");
}

static void writes_the_outline(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	doc_set_id(section, TEXT("s"));
	struct block *entry = add(section, BLOCK_ENTRY, "E");
	doc_set_id(entry, TEXT("e"));
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT("2019"));
	struct block *item = add(entry, BLOCK_ITEM, "plain ");
	item->marker = TEXT("1.");
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("both"))->style =
		STYLE_STRONG | STYLE_EMPHASIS;
	doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("code"))->style = STYLE_CODE;
	add_link(&item->text, "link", "u");
	struct block *field = add(section, BLOCK_FIELD, "text");
	doc_add_run(&doc, &field->label, ROLE_LABEL, TEXT("Label"));
	doc_finish(&doc);
	check("tree", 40,
		"section #s | S\n"
		"  entry #s.e | E | aside 2019\n"
		"    item 1. | plain **_both_**`code`link<u>\n"
		"  field label Label | text\n");
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_formats),
		on_document(writes_an_empty_document),
		on_document(rules_sections_off),
		on_document(lists_links_by_number),
		on_document(aligns_link_numbers),
		on_document(shows_hyphens_only_at_breaks),
		on_document(writes_signs_in_ascii_if_asked),
		on_document(writes_the_outline),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
