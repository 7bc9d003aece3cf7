/* Keys, questions and pages, and what becomes of them when the document is replaced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "shown.h"
#include "tui/input.h"
#include "tui/reader.h"

#include <locale.h>
#include <string.h>

enum { ROWS = 40, COLUMNS = 60 };

static struct keymap keymap;
static struct reader reader;
static struct block *second;

static void build(void)
{
	struct block *work = add(doc.root, BLOCK_SECTION, "Work");
	doc_set_id(work, TEXT("work"));
	struct block *first = add(work, BLOCK_ENTRY, "First");
	doc_set_id(first, TEXT("first"));
	struct run *run = add(first, BLOCK_PARAGRAPH, "one kettle")->text.first;
	run->link = doc_add_link(&doc, TEXT("https://example.org/1"));
	second = add(work, BLOCK_ENTRY, "Second");
	doc_set_id(second, TEXT("second"));
	run = add(second, BLOCK_PARAGRAPH, "two kettles")->text.first;
	run->link = doc_add_link(&doc, TEXT("https://example.org/2"));
	struct block *notes = add(doc.root, BLOCK_SECTION, "Notes");
	doc_set_id(notes, TEXT("notes"));
	add(notes, BLOCK_PARAGRAPH, "three cups");
	doc_finish(&doc);
}

static void open_reader(int level)
{
	build();
	reader_init(&reader, &doc,
		(struct view_settings){.level = level, .rows = ROWS, .columns = COLUMNS}, &keymap);
}

static struct view *top(void)
{
	return reader_view(&reader);
}

/* Keys by their names, separated by blanks; what is no name is typed. All effects of them. */
static unsigned press(const char *names)
{
	unsigned effects = EFFECT_NONE;
	struct text rest = text_from(names);
	while (rest.length) {
		size_t end = text_find(rest, 0, ' ');
		struct text name = text_slice(rest, 0, end);
		uint32_t input = input_from_name(name);
		if (input != INPUT_NONE)
			effects |= reader_take(&reader, input);
		for (size_t i = 0; input == INPUT_NONE && i < name.length; i++)
			effects |= reader_take(&reader, (unsigned char)name.bytes[i]);
		rest = text_slice(rest, end + 1, rest.length);
	}
	return effects;
}

static void check_answer(const char *expected)
{
	assert_int_not_equal(reader.question, QUESTION_NONE);
	assert_true(text_is(prompt_text(&reader.prompt), expected));
}

/* The kinds of the pages from the top down: d, h, l. */
static void check_pages(const char *expected)
{
	char found[8] = "";
	for (const struct page *page = reader.page; page; page = page->below) {
		assert_true(strlen(found) + 1 < sizeof found);
		strncat(found, &"dhl"[page->view.kind], 1);
	}
	assert_string_equal(found, expected);
}

static const char closed[] = "Work +\nNotes +\n";
static const char second_level[] = "Work\n  First +\n  Second +\nNotes\n  three cups\n";

/* Pages */

static void lays_pages_over_each_other(void **state)
{
	(void)state;
	open_reader(2);
	press("u ?");
	check_pages("hld");
	assert_ptr_equal(reader_document(&reader)->doc, &doc);
	assert_false(press("q") & EFFECT_QUIT);
	check_pages("ld");
	assert_int_equal(press("Esc"), EFFECT_DRAW);
	check_pages("d");
	assert_true(press("q") & EFFECT_QUIT);
}

static void leaves_a_page_with_its_own_key(void **state)
{
	(void)state;
	open_reader(2);
	press("? ?");
	check_pages("d");
	press("u u");
	check_pages("d");
	press("u ? ?");
	check_pages("ld");
	/* Links are those of the document, and are not laid over each other. */
	press("? u");
	check_pages("ld");
	press("u");
	check_pages("d");
}

static void tells_that_q_quits(void **state)
{
	(void)state;
	open_reader(2);
	unsigned effects = press("Esc");
	assert_true(effects & EFFECT_DRAW);
	assert_false(effects & EFFECT_QUIT);
	check_message(top(), "q quits");
	press("/ x Esc Esc");
	check_message(top(), "q quits");
}

static void has_no_page_of_no_links(void **state)
{
	(void)state;
	add(doc.root, BLOCK_PARAGRAPH, "plain");
	doc_finish(&doc);
	reader_init(
		&reader, &doc, (struct view_settings){.rows = ROWS, .columns = COLUMNS}, &keymap);
	assert_true(press("u") & EFFECT_DRAW);
	check_pages("d");
	check_message(top(), "There are no links");
}

static void takes_numbers_for_links_on_their_page_only(void **state)
{
	(void)state;
	open_reader(2);
	press("u");
	assert_true(press("2") & EFFECT_FOLLOW);
	assert_int_equal(view_link(top()), 2);
	assert_int_equal(press("9"), EFFECT_DRAW);
	check_message(top(), "There is no link 9");
	press("?");
	assert_int_equal(press("2") & EFFECT_FOLLOW, 0);
	/* Left and come back to, the page of links still knows its numbers. */
	press("Esc Esc");
	check_pages("ld");
	assert_true(press("1") & EFFECT_FOLLOW);
}

static void gives_all_pages_the_same_size(void **state)
{
	(void)state;
	open_reader(2);
	press("u ?");
	reader_resize(&reader, 20, 30);
	for (const struct page *page = reader.page; page; page = page->below) {
		assert_int_equal(page->view.rows, 20);
		assert_int_equal(page->view.columns, 30);
	}
}

static void goes_from_a_page_to_a_part(void **state)
{
	(void)state;
	open_reader(1);
	press("u ? : second Enter");
	check_pages("d");
	check_cursor(top(), "Second");
	check_shown(top(), "Work\n  First +\n  Second\n    two kettles\nNotes +\n");
}

/* Counts and pauses */

static void counts(void **state)
{
	(void)state;
	open_reader(3);
	press("g");
	check_cursor(top(), "Work");
	assert_int_equal(press("2"), EFFECT_DRAW);
	assert_true(reader_waits(&reader));
	press("j");
	assert_false(reader_waits(&reader));
	check_cursor(top(), "one kettle");
	press("u Esc g 2 j");
	check_cursor(top(), "one kettle");
	/* What is no command forgets the count. */
	press("g 2 z q j");
	check_cursor(top(), "First");
	press("g 2 Esc j");
	check_cursor(top(), "First");
}

static void takes_what_stands_alone_after_a_pause(void **state)
{
	(void)state;
	open_reader(3);
	press("g 2");
	check_cursor(top(), "Work");
	assert_true(reader_pause(&reader) & EFFECT_DRAW);
	check_cursor(top(), "Notes");
	assert_false(reader_waits(&reader));
	press("j");
	check_cursor(top(), "three cups");
}

/* Questions */

static void keeps_a_history_of_each_question(void **state)
{
	(void)state;
	open_reader(2);
	press("/ kettle Enter & cups Enter Esc : level Enter");
	press("/ Up");
	check_answer("kettle");
	press("Up");
	check_answer("kettle");
	press("Esc & Up");
	check_answer("cups");
	press("Esc : Up");
	check_answer("level");
	press("Esc");
	/* What was cancelled is not remembered. */
	press("/ other Esc / Up");
	check_answer("kettle");
}

static void gives_folds_and_place_back_on_escape(void **state)
{
	(void)state;
	static const char *const answers[] = {"/ kettles Esc", "& kettles Esc", "/ zzz Esc",
		"& zzz Esc", "/ zzz Enter", "& zzz Enter", "& Esc", "& Enter", ": zzz Esc",
		"/ kettles Backspace Backspace ^U Esc", "& cups ^U Enter", "/ kettles ^C"};
	open_reader(1);
	press("G");
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		press(answers[i]);
		check_shown(top(), closed);
		check_cursor(top(), "Notes");
		assert_int_equal(reader.question, QUESTION_NONE);
		assert_false(search_is_active(&top()->search));
	}
}

/* What the search before has opened stays open while the reader is in it. */
static void goes_back_into_what_a_search_opened(void **state)
{
	(void)state;
	static const char *const answers[] = {"/ cups Esc", "& cups Esc", "& zzz Enter"};
	static const char opened[] = "Work\n  First\n    one kettle\n  Second +\nNotes +\n";
	open_reader(1);
	press("/ kettle Enter");
	check_shown(top(), opened);
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		press(answers[i]);
		check_shown(top(), opened);
		check_cursor(top(), "one kettle");
		assert_int_equal(top()->search.count, 2);
	}
	press("/ zzz Enter");
	check_shown(top(), opened);
	check_cursor(top(), "one kettle");
	press("n Esc");
	check_shown(top(), closed);
}

static void shows_what_is_typed_at_once(void **state)
{
	(void)state;
	open_reader(1);
	press("/ kettles");
	check_cursor(top(), "two kettles");
	press("^U");
	check_shown(top(), closed);
	press("Esc & kettles");
	check_shown(top(), "Work\n  Second\n    two kettles\n");
	press("^U");
	check_shown(top(), closed);
	press("cups");
	check_shown(top(), "Notes\n  three cups\n");
}

static void says_what_was_not_found(void **state)
{
	(void)state;
	open_reader(2);
	press("/ zzz Enter");
	check_message(top(), "Not found: zzz");
	press("& yyy Enter");
	check_message(top(), "Not found: yyy");
	press(": xxx Enter");
	check_message(top(), "No action and no part is called xxx; Tab shows what there is");
	check_shown(top(), second_level);
	/* A search of before is still there. */
	press("/ kettle Enter & yyy Enter");
	assert_true(text_is(buffer_text(&top()->search.text), "kettle"));
	assert_int_equal(top()->search.count, 2);
	press("& Enter");
	check_message(top(), "");
}

/* As in less and vim; there is a first time, when there is nothing to repeat. */
static void repeats_the_last_search_for_an_empty_answer(void **state)
{
	(void)state;
	open_reader(3);
	press("g / Enter");
	check_message(top(), "");
	check_cursor(top(), "Work");
	press("/ kettle Enter");
	check_cursor(top(), "one kettle");
	press("Esc / Enter");
	check_cursor(top(), "two kettles");
	assert_true(text_is(buffer_text(&top()->search.text), "kettle"));
	/* Only from a place that was found it goes on to the next. */
	press("Esc g / Enter");
	check_cursor(top(), "one kettle");
	/* The history of another question is none of its business. */
	press("Esc & cups Enter Esc g / Enter");
	check_cursor(top(), "one kettle");
	press("''");
	check_cursor(top(), "Work");
}

/* Whatever was asked for and cancelled since. */
static void goes_on_with_the_last_search(void **state)
{
	(void)state;
	static const char *const answers[] = {
		"/ cups Esc", "& cups Esc", ": work Esc", "/ Esc", ": level Space 3 Enter"};
	open_reader(3);
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
		press("/ kettle Enter Esc");
		press(answers[i]);
		assert_false(search_is_active(&top()->search));
		press("G n");
		assert_true(text_is(buffer_text(&top()->search.text), "kettle"));
		assert_int_equal(top()->search.count, 2);
	}
	press("/ zzz Enter n");
	check_message(top(), "Not found: zzz");
}

static void takes_escape_and_a_key_that_come_as_one(void **state)
{
	(void)state;
	open_reader(3);
	press("g / cups");
	assert_true(press("Alt-j") & EFFECT_DRAW);
	assert_int_equal(reader.question, QUESTION_NONE);
	check_cursor(top(), "First");
}

static void does_what_a_command_says(void **state)
{
	(void)state;
	open_reader(1);
	press(": level Space 2 Enter");
	check_shown(top(), second_level);
	assert_true(press(": q Enter") & EFFECT_QUIT);
	press(": help Enter");
	check_pages("hd");
	assert_false(press(": q Enter") & EFFECT_QUIT);
	check_pages("d");
	press(": search Enter");
	assert_int_equal(reader.question, QUESTION_SEARCH);
	press("Esc : Enter");
	assert_int_equal(reader.question, QUESTION_NONE);
	check_message(top(), "");
}

static void completes_round_and_round(void **state)
{
	(void)state;
	open_reader(1);
	press(": wo Tab");
	check_answer("work");
	press("Tab Tab");
	check_answer("work.second");
	press("Tab");
	check_answer("wo");
	press("Tab");
	check_answer("work");
	press("Shift-Tab");
	check_answer("wo");
	press("Shift-Tab");
	check_answer("work.second");
	/* After an edit it begins anew. */
	press("Backspace Tab");
	check_answer("work.second");
	press("Tab");
	check_answer("work.secon");
	press("Esc / wo Tab");
	check_answer("wo");
}

static void takes_no_clicks_while_a_question_is_asked(void **state)
{
	(void)state;
	open_reader(3);
	press("g /");
	assert_int_equal(reader_click(&reader, 1, 3), EFFECT_NONE);
	check_cursor(top(), "Work");
	press("Esc");
	assert_true(reader_click(&reader, 1, 3) & EFFECT_DRAW);
	check_cursor(top(), "First");
}

/* Pasting */

static void pastes_into_answers_only(void **state)
{
	(void)state;
	open_reader(3);
	press("g");
	assert_int_equal(reader_paste(&reader, TEXT("Gq/x\n")), EFFECT_NONE);
	check_cursor(top(), "Work");
	assert_int_equal(reader.question, QUESTION_NONE);
	press("f");
	assert_int_equal(reader_paste(&reader, TEXT("a")), EFFECT_NONE);
	assert_non_null(top()->hints.items);
	press("Esc /");
	assert_int_equal(reader_paste(&reader, TEXT("cups\n")), EFFECT_DRAW);
	check_answer("cups");
	check_cursor(top(), "three cups");
}

/* Codes */

static void show_code(void)
{
	struct canvas canvas = {.rows = ROWS, .columns = COLUMNS};
	reader_show_code(&reader, TEXT("https://example.org"), &canvas);
	assert_int_equal(reader.shows_code, qr_is_available());
	/* Without the library there is no code to leave. */
	reader.shows_code = true;
}

static void leaves_a_code_by_any_key(void **state)
{
	(void)state;
	static const char *const keys[] = {"q", "Esc", "j", "/", "G", "f", "F5"};
	open_reader(3);
	press("g");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		show_code();
		unsigned changes = reader.changes;
		assert_int_equal(press(keys[i]), EFFECT_DRAW);
		assert_false(reader.shows_code);
		assert_int_not_equal(reader.changes, changes);
		check_cursor(top(), "Work");
		assert_int_equal(reader.question, QUESTION_NONE);
		assert_null(top()->hints.items);
	}
	show_code();
	assert_int_equal(reader_click(&reader, 1, 3), EFFECT_DRAW);
	assert_false(reader.shows_code);
	check_cursor(top(), "Work");
	show_code();
	reader_resize(&reader, ROWS, COLUMNS - 1);
	assert_false(reader.shows_code);
}

/* Another version */

static struct doc version;

static void replace(void)
{
	struct doc old = doc;
	doc_init(&doc, &arena);
	build();
	version = doc;
	doc = old;
	reader_replace(&reader, &version, false);
	assert_ptr_equal(reader_document(&reader)->doc, &version);
}

static void replaces_while_a_question_is_asked(void **state)
{
	(void)state;
	static const char *const questions[] = {"/ kettles", "& kettles", ": wo Tab"};
	open_reader(1);
	press("G");
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		press(questions[i]);
		replace();
		assert_int_equal(reader.question, QUESTION_NONE);
		check_shown(top(), closed);
		check_cursor(top(), "Notes");
		assert_null(top()->filter.hidden);
		assert_false(search_is_active(&top()->search));
	}
}

static void replaces_under_pages_hints_and_codes(void **state)
{
	(void)state;
	open_reader(2);
	press("G u ?");
	replace();
	check_pages("d");
	check_cursor(top(), "three cups");
	press("g l j l f");
	assert_non_null(top()->hints.items);
	replace();
	assert_null(top()->hints.items);
	show_code();
	replace();
	assert_false(reader.shows_code);
	/* The page of links begins anew, with the links of now. */
	press("u");
	replace();
	check_pages("ld");
	assert_true(press("2") & EFFECT_FOLLOW);
}

static void replaces_what_is_searched_and_filtered(void **state)
{
	(void)state;
	open_reader(2);
	press("/ kettle Enter n");
	check_cursor(top(), "two kettles");
	replace();
	check_cursor(top(), "two kettles");
	assert_int_equal(top()->search.current, 1);
	assert_int_equal(top()->search.count, 2);
	assert_ptr_equal(top()->search.matches[1].block->parent->parent, version.root->first);
	press("Esc & cups Enter");
	replace();
	check_shown(top(), "Notes\n  three cups\n");
	press("Esc");
	check_shown(top(), second_level);
}

static int begin_reader(void **state)
{
	reader = (struct reader){0};
	keymap_init(&keymap);
	return begin(state);
}

static int end_reader(void **state)
{
	reader_finish(&reader);
	keymap_finish(&keymap);
	return end(state);
}

#define on_reader(test) cmocka_unit_test_setup_teardown(test, begin_reader, end_reader)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_reader(lays_pages_over_each_other),
		on_reader(leaves_a_page_with_its_own_key),
		on_reader(tells_that_q_quits),
		on_reader(has_no_page_of_no_links),
		on_reader(takes_numbers_for_links_on_their_page_only),
		on_reader(gives_all_pages_the_same_size),
		on_reader(goes_from_a_page_to_a_part),
		on_reader(counts),
		on_reader(takes_what_stands_alone_after_a_pause),
		on_reader(keeps_a_history_of_each_question),
		on_reader(gives_folds_and_place_back_on_escape),
		on_reader(goes_back_into_what_a_search_opened),
		on_reader(shows_what_is_typed_at_once),
		on_reader(says_what_was_not_found),
		on_reader(repeats_the_last_search_for_an_empty_answer),
		on_reader(goes_on_with_the_last_search),
		on_reader(takes_escape_and_a_key_that_come_as_one),
		on_reader(does_what_a_command_says),
		on_reader(completes_round_and_round),
		on_reader(takes_no_clicks_while_a_question_is_asked),
		on_reader(pastes_into_answers_only),
		on_reader(leaves_a_code_by_any_key),
		on_reader(replaces_while_a_question_is_asked),
		on_reader(replaces_under_pages_hints_and_codes),
		on_reader(replaces_what_is_searched_and_filtered),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
