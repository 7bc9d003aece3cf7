/* Answers to single lines, on documents made by hand; whole conversations are beside this. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/conversation.h"
#include "unit/document.h"

#include <locale.h>
#include <string.h>

static struct conversation conversation;

/* Begins, without its greeting. */
static void talk(int width, bool ascii)
{
	doc_finish(&doc);
	conversation_init(&conversation, &doc, width, ascii);
}

static void check(const char *line, enum conversation_effect effect, const char *expected)
{
	struct sink sink;
	sink_init(&sink, -1);
	assert_int_equal(conversation_answer(&conversation, text_from(line), &sink), effect);
	sink_write(&sink, (struct text){"", 1});
	assert_string_equal(sink_collected(&sink).bytes, expected);
	sink_finish(&sink);
}

static void answers(const char *line, const char *expected)
{
	check(line, CONVERSATION_GO_ON, expected);
}

static int end_talk(void **state)
{
	conversation_finish(&conversation);
	return end(state);
}

static void greets(void **state)
{
	(void)state;
	struct sink sink;
	struct block *header = add(doc.root, BLOCK_HEADER, "Jane");
	doc_add_run(&doc, &header->aside, ROLE_TEXT, TEXT("Engineer"));
	add(add(doc.root, BLOCK_SECTION, "Work"), BLOCK_ENTRY, "One");
	add(add(doc.root, BLOCK_SECTION, "Note"), BLOCK_PARAGRAPH, "No entry.");
	talk(80, false);
	sink_init(&sink, -1);
	conversation_begin(&conversation, &sink);
	sink_write(&sink, (struct text){"", 1});
	assert_string_equal(sink_collected(&sink).bytes,
		"Jane\nEngineer\n\n"
		"Sections:\n0. About Jane\n1. Work, 1 entry\n2. Note\n\n"
		"Type a number to read that section, help for more, or quit.\n");
	sink_finish(&sink);
}

static void parts_words_by_signs(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add(section, BLOCK_ENTRY, "Title");
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT("2019"));
	doc_add_run(&doc, &add(section, BLOCK_ENTRY, "Why?")->aside, ROLE_ASIDE, TEXT("2020"));
	const char *const labels[] = {"Label", "The longest label", "Asked:"};
	for (size_t i = 0; i < 3; i++) {
		struct block *field = add(section, BLOCK_FIELD, "text");
		doc_add_run(&doc, &field->label, ROLE_LABEL, text_from(labels[i]));
	}
	talk(80, false);
	answers("1", "Section 1 of 1: S, 5 entries\n"
		     "1.1 Title, 2019\n1.2 Why? 2020\n"
		     "1.3 Label: text\n1.4 The longest label: text\n1.5 Asked: text\n");
}

static void numbers_parts_in_groups(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *one = add(section, BLOCK_ENTRY, "One");
	add(add(one, BLOCK_ENTRY, "Inner"), BLOCK_PARAGRAPH, "Text.");
	add(add(section, BLOCK_GROUP, "2020"), BLOCK_ENTRY, "Two");
	add(section, BLOCK_PARAGRAPH, "Loose.");
	talk(80, false);
	answers("1.2", "Entry 2 of 2 in S:\n  Two\n");
	answers("1.3", "There is no entry 3; the last is 2.\n");
	answers("find two", "Found in 1 place:\n1.2 Two\n");
	answers("find 2020", "Found in 1 place:\n1 S\n2020\n");
	answers("find loose", "Found in 1 place:\n1 S\nLoose.\n");
	answers("find inner", "Found in 1 place:\n1.1 One\nInner\n");
}

static void leaves_room_for_numbers(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	for (int i = 0; i < 10; i++)
		add(add(section, BLOCK_ENTRY, "1234567 0123"), BLOCK_PARAGRAPH, "a");
	talk(17, false);
	answers("1.10", "Entry 10 of 10 in\nS:\n1234567 0123\n  a\n");
	struct sink sink;
	sink_init(&sink, -1);
	conversation_answer(&conversation, TEXT("1"), &sink);
	sink_write(&sink, (struct text){"", 1});
	assert_non_null(strstr(sink_collected(&sink).bytes, "\n1.10 1234567 0123\n"));
	sink_finish(&sink);
}

static void understands_what_people_type(void **state)
{
	(void)state;
	add(add(doc.root, BLOCK_SECTION, "S"), BLOCK_ENTRY, "E");
	talk(80, false);
	static const char section[] = "Section 1 of 1: S, 1 entry\n1.1 E\n";
	static const char entry[] = "Entry 1 of 1 in S:\nE\n";
	static const char list[] = "Sections:\n1. S, 1 entry\n";
	static const char unknown[] =
		"Not understood. Type a number to read that section, or help.\n";
	static const char *const lines[][2] = {
		{"1", section},
		{" 1 ", section},
		{"1.", section},
		{"#1", section},
		{"s 1", section},
		{"Section 1", section},
		{"1.1", entry},
		{"sections 1.1", entry},
		{"", list},
		{"S", list},
		{"sect", list},
		{"1 1", unknown},
		{"1.1.1", unknown},
		{"-1", unknown},
		{"sectionss", unknown},
		{"all e", unknown},
		{"quit now", unknown},
		{"\u00e9", unknown},
		{"find", "Type find and what to look for, such as: find engineer\n"},
		{"/", "Type find and what to look for, such as: find engineer\n"},
		{"open", "Type open and the number of a link, such as: open 1\n"},
		{"open x", "Type open and the number of a link, such as: open 1\n"},
		{"open 1", "There is no link 1; there are none.\n"},
		{"2", "There is no section 2; the last is 1.\n"},
		{"0", "There is no section 0; the last is 1.\n"},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		answers(lines[i][0], lines[i][1]);
	check("q", CONVERSATION_QUIT, "");
	check("QUIT", CONVERSATION_QUIT, "");
	check("exit", CONVERSATION_QUIT, "");
}

static void opens_links_by_number(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	const char *const urls[] = {"https://example.org/a b", "javascript:alert(1)"};
	for (size_t i = 0; i < 2; i++) {
		struct block *item = add(section, BLOCK_ITEM, "item ");
		doc_add_run(&doc, &item->text, ROLE_TEXT, TEXT("here"))->link =
			doc_add_link(&doc, text_from(urls[i]));
	}
	talk(80, false);
	check("open 1", CONVERSATION_OPEN, "");
	assert_string_equal(conversation.address.bytes, "https://example.org/a%20b");
	check("o [1]", CONVERSATION_OPEN, "");
	answers("open 2", "That is not an address that can be opened:\njavascript:alert(1)\n");
	answers("open 3", "There is no link 3; the last is 2.\n");
	answers("links", "2 links:\nS\n[1] here\nhttps://example.org/a b\n"
			 "[2] here\njavascript:alert(1)\n");
}

static void quotes_around_what_it_finds(void **state)
{
	(void)state;
	char words[1000] = "";
	for (int i = 0; i < 90; i++)
		strcat(words, i == 45 ? "needle " : "haystalk ");
	struct block *entry = add(add(doc.root, BLOCK_SECTION, "S"), BLOCK_ENTRY, "E");
	add(entry, BLOCK_PARAGRAPH, words);
	add(entry, BLOCK_PARAGRAPH, "needle");
	talk(400, false);
	answers("find needle", "Found in 1 place:\n1.1 E\n"
			       "... haystalk haystalk haystalk haystalk haystalk needle "
			       "haystalk haystalk haystalk haystalk haystalk ...\nneedle\n");
}

static void shows_no_soft_hyphens(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "soft\u00adware");
	add(section, BLOCK_PARAGRAPH, "hard\u00adware");
	talk(40, false);
	answers("1", "Section 1 of 1: software\nhardware\n");
}

static void is_ascii_if_told(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(add(section, BLOCK_ENTRY, "E"), BLOCK_ITEM, "item");
	talk(40, true);
	struct sink sink;
	sink_init(&sink, -1);
	conversation_answer(&conversation, TEXT("all"), &sink);
	struct text said = sink_collected(&sink);
	for (size_t i = 0; i < said.length; i++)
		assert_true((unsigned char)said.bytes[i] < 0x80);
	sink_finish(&sink);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end_talk)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(greets),
		on_document(parts_words_by_signs),
		on_document(numbers_parts_in_groups),
		on_document(leaves_room_for_numbers),
		on_document(understands_what_people_type),
		on_document(opens_links_by_number),
		on_document(quotes_around_what_it_finds),
		on_document(shows_no_soft_hyphens),
		on_document(is_ascii_if_told),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
