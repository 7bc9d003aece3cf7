/* Labels on links and on terms: which there are, how they are typed, where they lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "shown.h"
#include "tui/input.h"

#include <locale.h>
#include <string.h>

enum { ROWS = 70, COLUMNS = 60 };

static struct view view;

static void open_view(int rows, int columns)
{
	doc_finish(&doc);
	view_init(
		&view, &doc, (struct view_settings){.level = 3, .rows = rows, .columns = columns});
}

static struct run *add_run(struct block *block, enum role role, const char *text)
{
	return doc_add_run(&doc, &block->text, role, text_from(text));
}

static struct run *add_link(struct block *block, const char *text)
{
	struct run *run = add_run(block, ROLE_TEXT, text);
	run->link = doc_add_link(&doc, TEXT("https://example.org"));
	return run;
}

/* As many lines with a link each, which has the number of the line, counted from 1. */
static void add_links(int count)
{
	for (int i = 0; i < count; i++)
		add_link(doc_add_block(&doc, doc.root, BLOCK_DETAIL), "link");
}

static void type(const char *letters)
{
	for (; *letters; letters++)
		assert_int_equal(view_hint_key(&view, (uint32_t)*letters), EFFECT_DRAW);
}

static bool begins_with(const char *label, const char *beginning)
{
	return strncmp(label, beginning, strlen(beginning)) == 0;
}

/* What is typed must say at once which label is meant. */
static void check_labels(size_t count, size_t length)
{
	const struct hints *hints = &view.hints;
	assert_int_equal(hints->count, count);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(strlen(hints->items[i].label), length);
		for (size_t j = 0; j < count; j++)
			assert_true(i == j ||
				    !begins_with(hints->items[i].label, hints->items[j].label));
	}
}

static void labels_links_with_a_letter_each(void **state)
{
	(void)state;
	add_links(26);
	open_view(ROWS, COLUMNS);
	assert_int_equal(act(&view, ACTION_HINTS), EFFECT_DRAW);
	check_labels(26, 1);
	check_message(&view, "Type a label to open its link; Esc cancels");
	for (size_t i = 0; i < view.hints.count; i++) {
		const struct hint *hint = &view.hints.items[i];
		assert_int_equal(hint->link, i + 1);
		assert_int_equal(view.flow.lines[hint->line]->spans[0].link, i + 1);
		assert_int_equal(hint->column, view.flow.lines[hint->line]->spans[0].column);
	}
}

static void labels_more_links_with_two(void **state)
{
	(void)state;
	add_links(60);
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	check_labels(60, 2);
	view_finish(&view);
	open_view(28, COLUMNS);
	act(&view, ACTION_HINTS);
	check_labels(27, 2);
}

static void labels_no_more_than_it_can_hold(void **state)
{
	(void)state;
	add_links(HINTS_MOST + 10);
	open_view(HINTS_MOST + 20, COLUMNS);
	act(&view, ACTION_HINTS);
	check_labels(HINTS_MOST, 2);
}

static void labels_only_what_is_in_the_window(void **state)
{
	(void)state;
	add_links(30);
	open_view(11, COLUMNS);
	act(&view, ACTION_LAST);
	act(&view, ACTION_HINTS);
	check_labels(10, 1);
	assert_int_equal(view.hints.items[0].link, 21);
	assert_int_equal(view.hints.items[9].link, 30);
}

/* A link of several runs, and of several lines, is one link. */
static void labels_a_link_once(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	struct run *first = add_link(block, "a link that is long enough for ");
	struct run *second = add_run(block, ROLE_TEXT, "a window of few columns");
	second->link = first->link;
	second->style = STYLE_STRONG;
	add_link(block, " another");
	open_view(ROWS, 20);
	act(&view, ACTION_HINTS);
	check_labels(2, 1);
	assert_int_equal(view.hints.items[0].line, 0);
	assert_int_equal(view.hints.items[1].link, 2);
}

static void opens_the_link_of_a_letter(void **state)
{
	(void)state;
	add_links(3);
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	char label = view.hints.items[1].label[0];
	assert_int_equal(view_hint_key(&view, (uint32_t)label), EFFECT_DRAW | EFFECT_FOLLOW);
	assert_int_equal(view_link(&view), 2);
	assert_int_equal(view.cursor, 1);
	assert_null(view.hints.items);
	check_message(&view, "");
}

static void opens_the_second_link_of_a_line(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_link(block, "one ");
	add_link(block, "two");
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	view_hint_key(&view, (uint32_t)view.hints.items[1].label[0]);
	assert_int_equal(view_link(&view), 2);
}

static void narrows_as_letters_are_typed(void **state)
{
	(void)state;
	add_links(60);
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	char label[HINT_LETTERS_MOST + 1];
	strcpy(label, view.hints.items[40].label);
	unsigned looks = view.looks;
	type((char[]){label[0], '\0'});
	assert_int_not_equal(view.looks, looks);
	assert_int_equal(view.hints.count, 60);
	assert_string_equal(view.hints.typed, ((char[]){label[0], '\0'}));
	assert_int_equal(view_hint_key(&view, (uint32_t)label[1]), EFFECT_DRAW | EFFECT_FOLLOW);
	assert_int_equal(view_link(&view), 41);
	assert_null(view.hints.items);
}

static void leaves_with_what_is_no_label(void **state)
{
	(void)state;
	static const uint32_t keys[] = {'A', '1', 0x161, INPUT_ESCAPE, INPUT_ENTER, INPUT_DOWN};
	add_links(3);
	open_view(ROWS, COLUMNS);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		act(&view, ACTION_HINTS);
		assert_non_null(view.hints.items);
		assert_int_equal(view_hint_key(&view, keys[i]), EFFECT_DRAW);
		assert_null(view.hints.items);
		assert_int_equal(view.focus, 0);
		check_message(&view, "");
	}
	act(&view, ACTION_HINTS);
	assert_int_equal(view_hint_key(&view, 'm'), EFFECT_DRAW);
	assert_null(view.hints.items);
	check_message(&view, "There is no such label");
}

static void leaves_with_a_second_letter_that_fits_none(void **state)
{
	(void)state;
	add_links(27);
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	assert_string_equal(view.hints.items[26].label, "sa");
	type("s");
	assert_non_null(view.hints.items);
	type("z");
	assert_null(view.hints.items);
	assert_int_equal(view.focus, 0);
	/* What was typed is forgotten. */
	act(&view, ACTION_HINTS);
	assert_string_equal(view.hints.typed, "");
}

static void says_if_there_is_no_link(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "plain");
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	assert_null(view.hints.items);
	check_message(&view, "No link in the window");
}

static void is_gone_when_lines_change(void **state)
{
	(void)state;
	add_links(3);
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(section, BLOCK_PARAGRAPH, "text");
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_HINTS);
	view_resize(&view, ROWS, COLUMNS / 2);
	assert_null(view.hints.items);
	act(&view, ACTION_HINTS);
	view_click(&view, 0, 0);
	assert_null(view.hints.items);
	act(&view, ACTION_HINTS);
	act(&view, ACTION_FOLD_ALL);
	assert_null(view.hints.items);
	act(&view, ACTION_HINTS);
	view_replace(&view, &doc, false);
	assert_null(view.hints.items);
}

/* Terms */

static void check_hint_terms(const char *expected)
{
	struct buffer found = {0};
	for (size_t i = 0; i < view.hints.count; i++) {
		buffer_add(&found, i ? TEXT("/") : TEXT(""));
		buffer_add(&found, view.hints.items[i].term);
	}
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

static void check_term(const char *expected)
{
	struct text term = view_term(&view, &arena);
	assert_true(text_is(term, expected));
}

/* "Machine **Learning**", "[C](url)" and "`make`" in a list; the last in two runs of a link. */
static struct block *add_terms(void)
{
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_run(block, ROLE_TEXT, "Knows ");
	add_run(block, ROLE_TERM, "Machine ");
	add_run(block, ROLE_TERM, "Learning")->style = STYLE_STRONG;
	add_run(block, ROLE_TEXT, ", ");
	struct run *linked = add_run(block, ROLE_TERM, "C");
	linked->link = doc_add_link(&doc, TEXT("https://example.org/c"));
	add_run(block, ROLE_TEXT, ", ");
	linked = add_run(block, ROLE_TERM, "G");
	linked->link = doc_add_link(&doc, TEXT("https://example.org/go"));
	struct run *second = add_run(block, ROLE_TERM, "o");
	second->link = linked->link;
	second->style = STYLE_EMPHASIS;
	return block;
}

static void labels_terms_of_several_runs_once(void **state)
{
	(void)state;
	add_terms();
	open_view(ROWS, COLUMNS);
	assert_int_equal(act(&view, ACTION_EVIDENCE), EFFECT_DRAW);
	check_hint_terms("Machine Learning/C/Go");
	check_labels(3, 1);
	check_message(&view, "Type a label to see where that was used; Esc cancels");
}

/* Where the line ends within a term, its other half is on the next line. */
static void knows_the_whole_of_a_term_that_is_cut(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_run(block, ROLE_TERM, "Machine ");
	add_run(block, ROLE_TERM, "Learning ")->style = STYLE_STRONG;
	add_run(block, ROLE_TERM, "Libraries ");
	open_view(ROWS, 14);
	assert_int_equal(view.flow.count, 3);
	for (size_t i = 0; i < view.flow.count; i++) {
		assert_int_equal(view.cursor, i);
		check_term("Machine Learning Libraries");
		act(&view, ACTION_DOWN);
	}
}

static void keeps_terms_of_different_links_apart(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, doc.root, BLOCK_PARAGRAPH);
	add_run(block, ROLE_TERM, "A")->link = doc_add_link(&doc, TEXT("https://example.org/a"));
	add_run(block, ROLE_TERM, "B")->link = doc_add_link(&doc, TEXT("https://example.org/b"));
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_EVIDENCE);
	check_hint_terms("A/B");
}

static void takes_the_term_that_was_stepped_to(void **state)
{
	(void)state;
	add_terms();
	open_view(ROWS, COLUMNS);
	check_term("");
	act(&view, ACTION_NEXT_LINK);
	check_term("C");
	act(&view, ACTION_NEXT_LINK);
	check_term("Go");
	act(&view, ACTION_EVIDENCE);
	check_message(&view, "Nothing else mentions Go");
}

static void goes_to_the_evidence_of_a_label(void **state)
{
	(void)state;
	add_terms();
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	add(section, BLOCK_PARAGRAPH, "Nothing");
	add(section, BLOCK_PARAGRAPH, "Some machine learning");
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_FIRST);
	act(&view, ACTION_EVIDENCE);
	assert_int_equal(view_hint_key(&view, (uint32_t)view.hints.items[0].label[0]), EFFECT_DRAW);
	assert_null(view.hints.items);
	check_message(&view, "Machine Learning: 1 other place; Esc goes back");
	check_shown(&view, "Work\n  Some machine learning\n");
}

static void says_if_there_is_no_term(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "plain");
	open_view(ROWS, COLUMNS);
	act(&view, ACTION_EVIDENCE);
	assert_null(view.hints.items);
	check_message(&view, "No skill, tool or keyword on this line");
}

static int begin_view(void **state)
{
	view = (struct view){0};
	return begin(state);
}

static int end_view(void **state)
{
	view_finish(&view);
	return end(state);
}

#define on_view(test) cmocka_unit_test_setup_teardown(test, begin_view, end_view)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_view(labels_links_with_a_letter_each),
		on_view(labels_more_links_with_two),
		on_view(labels_no_more_than_it_can_hold),
		on_view(labels_only_what_is_in_the_window),
		on_view(labels_a_link_once),
		on_view(opens_the_link_of_a_letter),
		on_view(opens_the_second_link_of_a_line),
		on_view(narrows_as_letters_are_typed),
		on_view(leaves_with_what_is_no_label),
		on_view(leaves_with_a_second_letter_that_fits_none),
		on_view(says_if_there_is_no_link),
		on_view(is_gone_when_lines_change),
		on_view(labels_terms_of_several_runs_once),
		on_view(knows_the_whole_of_a_term_that_is_cut),
		on_view(keeps_terms_of_different_links_apart),
		on_view(takes_the_term_that_was_stepped_to),
		on_view(goes_to_the_evidence_of_a_label),
		on_view(says_if_there_is_no_term),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
