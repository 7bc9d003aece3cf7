/* The places where a text is found: their order, the texts of a block, what is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "document.h"
#include "tui/search.h"

#include <locale.h>
#include <stdio.h>

static struct search search;
static struct layout layout;

static void find(enum medium medium, const bool *hidden, const char *text, unsigned options)
{
	doc_finish(&doc);
	layout_init(&layout, &doc, (struct layout_settings){.medium = medium, .width = 40}, &arena);
	search_run(&search, &layout, hidden, text_from(text), options);
	assert_int_equal(search.current, search.count);
}

/* Matches as "number of block:part:start-end"; parts are l, t and a. */
static void check_matches(const char *expected)
{
	struct buffer found = {0};
	for (size_t i = 0; i < search.count; i++) {
		char bytes[64];
		const struct match *match = &search.matches[i];
		snprintf(bytes, sizeof bytes, "%s%u:%c:%u-%u", i ? " " : "", match->block->number,
			"-lta"[match->part], match -> start, match -> end);
		buffer_add(&found, text_from(bytes));
	}
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

static void goes_through_blocks_and_their_texts_in_order(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Go and go");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "A go", "go!");
	add_field(entry, "go", "gogo");
	add(section, BLOCK_PARAGRAPH, "no");
	find(MEDIUM_SCREEN, NULL, "go", 0);
	check_matches("1:t:0-2 1:t:7-9 2:t:2-4 2:a:0-2 3:l:0-2 3:t:0-2 3:t:2-4");
}

static void passes_options_on(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "Go gone go");
	find(MEDIUM_SCREEN, NULL, "Go", PATTERN_WHOLE_WORDS | PATTERN_ANY_CASE);
	check_matches("1:t:0-2 1:t:8-10");
	assert_int_equal(search.options, PATTERN_WHOLE_WORDS | PATTERN_ANY_CASE);
	find(MEDIUM_SCREEN, NULL, "Go", 0);
	check_matches("1:t:0-2");
	assert_int_equal(search.options, 0);
}

/* A word in bold is a run of its own, but the reader sees one text. */
static void finds_over_the_ends_of_runs(void **state)
{
	(void)state;
	struct block *block = add(doc.root, BLOCK_PARAGRAPH, "Py");
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT("thon\n3"));
	find(MEDIUM_SCREEN, NULL, "python 3", 0);
	check_matches("1:t:0-8");
}

/* An entry has room for an aside, a paragraph has not: what is never seen is never found. */
static void finds_only_what_is_shown(void **state)
{
	(void)state;
	add_with_aside(doc.root, BLOCK_PARAGRAPH, "text", "go");
	struct block *entry = add(doc.root, BLOCK_ENTRY, "title");
	doc_add_run(&doc, &entry->label, ROLE_LABEL, TEXT("go"));
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	section->preview = TEXT("go");
	find(MEDIUM_SCREEN, NULL, "go", 0);
	check_matches("");
}

static void leaves_out_what_is_hidden_with_all_in_it(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "go");
	struct block *entry = add(section, BLOCK_ENTRY, "go");
	add(add(entry, BLOCK_ITEM, "go"), BLOCK_PARAGRAPH, "go");
	add(section, BLOCK_ENTRY, "go");
	add(doc.root, BLOCK_SECTION, "go");
	bool hidden[8] = {false};
	find(MEDIUM_SCREEN, hidden, "go", 0);
	check_matches("1:t:0-2 2:t:0-2 3:t:0-2 4:t:0-2 5:t:0-2 6:t:0-2");
	hidden[2] = true;
	find(MEDIUM_SCREEN, hidden, "go", 0);
	check_matches("1:t:0-2 5:t:0-2 6:t:0-2");
	hidden[1] = true;
	find(MEDIUM_SCREEN, hidden, "go", 0);
	check_matches("6:t:0-2");
}

static void takes_contacts_as_they_are_laid_out(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "Jane");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "jane@example.org");
	add_field(contacts, "Web", "example.org");
	find(MEDIUM_SCREEN, NULL, "example.org", 0);
	assert_int_equal(search.count, 2);
	for (size_t i = 0; i < search.count; i++) {
		const struct match *match = &search.matches[i];
		assert_ptr_equal(match->block, contacts);
		assert_int_equal(match->part, PART_TEXT);
		struct text line = layout_part(&layout, contacts, PART_TEXT);
		assert_true(text_is(text_slice(line, match->start, match->end), "example.org"));
	}
	assert_true(search.matches[0].end < search.matches[1].start);
	find(MEDIUM_PRINT, NULL, "example.org", 0);
	check_matches("3:t:5-16 4:t:0-11");
}

static void finds_the_first_from_a_place(void **state)
{
	(void)state;
	struct block *before = add(doc.root, BLOCK_PARAGRAPH, "none");
	struct block *field = add_field(doc.root, "go", "a go go");
	struct block *entry = add_with_aside(doc.root, BLOCK_ENTRY, "title", "go");
	struct block *after = add(doc.root, BLOCK_PARAGRAPH, "none");
	find(MEDIUM_SCREEN, NULL, "go", 0);
	check_matches("2:l:0-2 2:t:2-4 2:t:5-7 3:a:0-2");
	assert_int_equal(search_from(&search, doc.root, 0), 0);
	assert_int_equal(search_from(&search, before, 0), 0);
	assert_int_equal(search_from(&search, field, 0), 0);
	/* From the second line of a text on, its label is behind. */
	assert_int_equal(search_from(&search, field, 1), 1);
	assert_int_equal(search_from(&search, field, 2), 1);
	assert_int_equal(search_from(&search, field, 3), 2);
	assert_int_equal(search_from(&search, field, 6), 3);
	assert_int_equal(search_from(&search, entry, 0), 3);
	assert_int_equal(search_from(&search, entry, 4), 3);
	assert_int_equal(search_from(&search, after, 0), 4);
}

static void gives_the_matches_of_one_text(void **state)
{
	(void)state;
	size_t count;
	struct block *entry = add_with_aside(doc.root, BLOCK_ENTRY, "go go", "go");
	struct block *field = add_field(doc.root, "go", "none");
	find(MEDIUM_SCREEN, NULL, "go", 0);
	assert_ptr_equal(search_in(&search, entry, PART_TEXT, &count), search.matches);
	assert_int_equal(count, 2);
	assert_ptr_equal(search_in(&search, entry, PART_ASIDE, &count), search.matches + 2);
	assert_int_equal(count, 1);
	search_in(&search, entry, PART_LABEL, &count);
	assert_int_equal(count, 0);
	assert_ptr_equal(search_in(&search, field, PART_LABEL, &count), search.matches + 3);
	assert_int_equal(count, 1);
	search_in(&search, field, PART_TEXT, &count);
	assert_int_equal(count, 0);
}

static void holds_any_number_of_matches(void **state)
{
	(void)state;
	for (int i = 0; i < 100; i++)
		add(doc.root, BLOCK_PARAGRAPH, "aaaaa");
	find(MEDIUM_SCREEN, NULL, "a", 0);
	assert_int_equal(search.count, 500);
	assert_ptr_equal(search.matches[499].block, doc.root->last);
	assert_int_equal(search_from(&search, doc.root->last, 0), 495);
}

/* Of what was searched for, a search may be given a piece of its own text. */
static void searches_for_its_own_text_again(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "go gone");
	find(MEDIUM_SCREEN, NULL, "gone", 0);
	check_matches("1:t:3-7");
	search_run(&search, &layout, NULL, text_slice(buffer_text(&search.text), 0, 2), 0);
	check_matches("1:t:0-2 1:t:3-5");
	assert_true(text_is(buffer_text(&search.text), "go"));
}

static void is_active_until_it_is_cleared(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "go");
	assert_false(search_is_active(&search));
	find(MEDIUM_SCREEN, NULL, "none", 0);
	assert_true(search_is_active(&search));
	assert_int_equal(search.count, 0);
	find(MEDIUM_SCREEN, NULL, "go", 0);
	search_clear(&search);
	assert_false(search_is_active(&search));
	assert_int_equal(search.count, 0);
	find(MEDIUM_SCREEN, NULL, "", 0);
	assert_false(search_is_active(&search));
	assert_int_equal(search.count, 0);
}

static int end_search(void **state)
{
	search_finish(&search);
	return end(state);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end_search)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(goes_through_blocks_and_their_texts_in_order),
		on_document(passes_options_on),
		on_document(finds_over_the_ends_of_runs),
		on_document(finds_only_what_is_shown),
		on_document(leaves_out_what_is_hidden_with_all_in_it),
		on_document(takes_contacts_as_they_are_laid_out),
		on_document(finds_the_first_from_a_place),
		on_document(gives_the_matches_of_one_text),
		on_document(holds_any_number_of_matches),
		on_document(searches_for_its_own_text_again),
		on_document(is_active_until_it_is_cleared),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
