/* Escapes for terminals, and the list of links. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "written.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const struct format_settings usual = {
	.width = 20, .color = true, .accent = 5, .hyperlinks = true};

static void check_ansi(struct format_settings settings, const char *expected)
{
	doc_finish(&doc);
	check_written("ansi", settings, expected);
}

static void styles_what_is_styled(void **state)
{
	(void)state;
	struct block *block = add(doc.root, BLOCK_PARAGRAPH, "plain ");
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("both"))->style =
		STYLE_STRONG | STYLE_EMPHASIS;
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("code"))->style = STYLE_CODE;
	doc_add_run(&doc, &block->text, ROLE_NAME, TEXT("A"));
	doc_add_run(&doc, &block->text, ROLE_TITLE, TEXT("B"));
	check_ansi(usual, "plain \033[1;3mboth\033[mcode\033[1mAB\033[m\n");
}

static void closes_lines(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_link(&block->text, "words on two", "https://example.org/a b");
	doc_finish(&doc);
	check_ansi((struct format_settings){.width = 10, .hyperlinks = true},
		"\033[4m\033]8;id=l1;https://example.org/a%20b\033\\words on\033]8;;\033\\\033[m\n"
		"\033[4m\033]8;id=l1;https://example.org/a%20b\033\\two\033]8;;\033\\\033[m"
		" [1]\n"
		"\n\033[1mLinks\033[m\n\033[2m-----\033[m\n\n"
		"[1] \033[4m\033]8;id=l1;https://example.org/a%20b\033\\https://example.org/a b"
		"\033]8;;\033\\\033[m\n");
}

static void keeps_one_link_over_styles(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	struct run *first = add_link(&block->text, "a", "mailto:ab");
	struct run *second = doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("b"));
	second->link = first->link;
	second->style = STYLE_STRONG;
	add_link(&block->text, "c@x", "mailto:c@x");
	check_ansi(usual, "\033[4;35m\033]8;id=l1;mailto:ab\033\\a\033[m\033[1;4;35mb"
			  "\033]8;;\033\\\033[m\033[4;35m\033]8;id=l2;mailto:c@x\033\\c@x"
			  "\033]8;;\033\\\033[m\n");
}

static void leaves_blanks_alone(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add(section, BLOCK_ENTRY, "");
	add_link(&entry->text, "entry", "https://example.org");
	add_link(&entry->aside, "2019", "https://example.org");
	add(entry, BLOCK_PARAGRAPH, "text");
	doc_finish(&doc);
	struct sink sink;
	sink_init(&sink, -1);
	format_find(TEXT("ansi"))
		->write(&doc, &(struct format_settings){.width = 24, .color = true, .accent = 4},
			&sink);
	sink_write(&sink, (struct text){"", 1});
	assert_non_null(strstr(sink_collected(&sink).bytes,
		"\n\033[4;34mentry\033[m [1]       \033[4;34m2019\033[m [2]\n  text\n"));
	sink_finish(&sink);
}

static void points_to_nothing_unsafe(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_link(&block->text, "javascript:x", "javascript:x");
	check_ansi(usual, "\033[4;35mjavascript:x\033[m\n");
}

static void lists_what_can_be_followed(void **state)
{
	(void)state;
	struct block *first = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	struct block *second = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	uint32_t link = add_link(&first->text, "one", " https://example.org/1 2 ")->link;
	add_link(&first->text, "two", "javascript:two");
	add_link(&second->text, "a@example.org", "mailto:a@example.org");
	doc_add_run(&doc, &second->text, ROLE_TEXT, TEXT("one again"))->link = link;
	add_link(&second->text, "three", "example.org/3");
	doc_finish(&doc);
	check_written("links", usual,
		"[1] https://example.org/1%202\n"
		"[-] mailto:a@example.org\n"
		"[3] https://example.org/3\n");
}

static void lists_nothing(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "text");
	doc_finish(&doc);
	check_written("links", usual, "");
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(styles_what_is_styled),
		on_document(closes_lines),
		on_document(keeps_one_link_over_styles),
		on_document(leaves_blanks_alone),
		on_document(points_to_nothing_unsafe),
		on_document(lists_what_can_be_followed),
		on_document(lists_nothing),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
