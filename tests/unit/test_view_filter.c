/* What a filter leaves of a document, what evidence does, and how both end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "shown.h"

#include <locale.h>

enum { ROWS = 40, COLUMNS = 60 };

static struct view view;
static struct block *engineer;
static struct block *clerk;
static struct block *skill;

static struct block *add_named(struct block *parent, enum block_kind kind, const char *name)
{
	struct block *block = add(parent, kind, name);
	doc_set_id(block, text_from(name));
	return block;
}

static struct block *add_entry(
	struct block *parent, const char *title, const char *first, const char *second)
{
	struct block *entry = add_named(parent, BLOCK_ENTRY, title);
	add(entry, BLOCK_PARAGRAPH, first);
	if (second)
		add(entry, BLOCK_ITEM, second);
	return entry;
}

static void add_skills(struct block *parent)
{
	struct block *block = doc_add_block(&doc, parent, BLOCK_PARAGRAPH);
	doc_add_run(&doc, &block->text, ROLE_TERM, TEXT("Go"));
	doc_add_run(&doc, &block->text, ROLE_TEXT, TEXT(", "));
	doc_add_run(&doc, &block->text, ROLE_TERM, TEXT("Rust"));
	skill = doc_add_block(&doc, parent, BLOCK_PARAGRAPH);
	doc_add_run(&doc, &skill->text, ROLE_TERM, TEXT("Python"));
	parent->count += 2;
}

static void build(void)
{
	struct block *header = add_named(doc.root, BLOCK_HEADER, "Jane");
	add(header, BLOCK_PARAGRAPH, "Likes tea and bread");
	struct block *work = add_named(doc.root, BLOCK_SECTION, "Work");
	engineer = add_entry(work, "Engineer", "Go and tea", "Tests in python");
	clerk = add_entry(work, "Clerk", "Office projects", "Paper");
	add(clerk->last, BLOCK_ITEM, "Staples");
	struct block *firm = add_named(work, BLOCK_ENTRY, "Firm");
	add(firm, BLOCK_PARAGRAPH, "Makers of cups");
	add_entry(firm, "Lead", "Wrote Rust", "Led");
	add_entry(firm, "Junior", "Wrote manuals", NULL);
	struct block *projects = add_named(doc.root, BLOCK_SECTION, "Projects");
	struct block *year = add_named(projects, BLOCK_GROUP, "2021");
	add_entry(year, "Kitchen", "Bread, by Python", NULL);
	add_entry(year, "Garden", "Beds", NULL);
	add_entry(add_named(projects, BLOCK_GROUP, "2020"), "Shed", "Tools", NULL);
	add_skills(add_named(doc.root, BLOCK_SECTION, "Skills"));
	doc_finish(&doc);
}

static void open_view(int level)
{
	build();
	view_init(&view, &doc,
		(struct view_settings){.level = level, .rows = ROWS, .columns = COLUMNS});
}

static bool filter(const char *text)
{
	view_begin(&view);
	bool found = view_filter_set(&view, text_from(text));
	if (found)
		view_filter_accept(&view);
	return found;
}

static void go_to(const struct block *block)
{
	size_t number = flow_find(&view.flow, block);
	assert_true(number < view.flow.count);
	view_apply(&view, (struct command_key){.action = ACTION_FIRST, .count = (int)number + 1});
	assert_ptr_equal(view_block(&view), block);
}

static const char all_closed[] = "Jane\n  Likes tea and bread\nWork +\nProjects +\nSkills +\n";

static const char second_level[] = "Jane\n  Likes tea and bread\n"
				   "Work\n  Engineer +\n  Clerk +\n  Firm +\n"
				   "Projects\n  2021\n    Kitchen +\n    Garden +\n"
				   "  2020\n    Shed +\n"
				   "Skills\n  Go, Rust\n  Python\n";

static void keeps_whole_entries(void **state)
{
	(void)state;
	open_view(1);
	assert_true(filter("tests"));
	check_shown(&view, "Work\n  Engineer\n    Go and tea\n    Tests in python\n");
	assert_int_equal(view.filter.count, 1);
	check_cursor(&view, "Tests in python");
	assert_true(filter("staples"));
	check_shown(&view, "Work\n  Clerk\n    Office projects\n    Paper\n      Staples\n");
	assert_int_equal(view.filter.count, 1);
}

static void opens_only_what_holds_it(void **state)
{
	(void)state;
	open_view(1);
	assert_true(filter("engineer"));
	check_shown(&view, "Work\n  Engineer +\n");
	act(&view, ACTION_CANCEL);
	act(&view, ACTION_OPEN_ALL);
	assert_true(filter("engineer"));
	check_shown(&view, "Work\n  Engineer\n    Go and tea\n    Tests in python\n");
	act(&view, ACTION_CANCEL);
	act(&view, ACTION_FOLD_ALL);
	assert_true(filter("python"));
	check_shown(&view, "Work\n  Engineer\n    Go and tea\n    Tests in python\n"
			   "Projects\n  2021\n    Kitchen\n      Bread, by Python\n"
			   "Skills\n  Python\n");
	assert_int_equal(view.filter.count, 3);
}

static void keeps_the_header_like_an_entry(void **state)
{
	(void)state;
	open_view(1);
	assert_true(filter("tea"));
	check_shown(&view, "Jane\n  Likes tea and bread\n"
			   "Work\n  Engineer\n    Go and tea\n    Tests in python\n");
	assert_int_equal(view.filter.count, 2);
}

/* What heads an inner entry belongs to it; its other text and its siblings do not. */
static void sifts_entries_in_entries(void **state)
{
	(void)state;
	open_view(1);
	assert_true(filter("manuals"));
	check_shown(&view, "Work\n  Firm\n    Junior\n      Wrote manuals\n");
	assert_int_equal(view.filter.count, 1);
	/* The outer entry's own text, or its title, keeps all of it. */
	assert_true(filter("cups"));
	check_shown(&view, "Work\n  Firm\n    Makers of cups\n    Lead +\n    Junior +\n");
	assert_int_equal(view.filter.count, 1);
	assert_true(filter("firm"));
	check_shown(&view, "Work\n  Firm +\n");
}

static void keeps_all_that_a_group_or_section_heads(void **state)
{
	(void)state;
	open_view(1);
	assert_true(filter("2021"));
	check_shown(&view, "Projects\n  2021 +\n");
	assert_int_equal(view.filter.count, 2);
	act(&view, ACTION_OPEN_ALL);
	check_shown(&view, "Projects\n  2021\n    Kitchen\n      Bread, by Python\n"
			   "    Garden\n      Beds\n");
	assert_true(filter("skills"));
	assert_int_equal(view.filter.count, 2);
	act(&view, ACTION_OPEN_ALL);
	check_shown(&view, "Skills\n  Go, Rust\n  Python\n");
}

static void says_if_nothing_holds_it(void **state)
{
	(void)state;
	open_view(2);
	assert_false(filter("zzz"));
	check_shown(&view, second_level);
	assert_true(filter("garden"));
	assert_false(filter("zzz"));
	check_shown(&view, second_level);
	assert_null(view.filter.hidden);
}

static void gives_folds_back(void **state)
{
	(void)state;
	open_view(1);
	check_shown(&view, all_closed);
	assert_true(filter("python"));
	/* What is folded while it lasts is not kept, nor is what it opened. */
	act(&view, ACTION_OPEN_ALL);
	assert_true(filter("rust"));
	act(&view, ACTION_FOLD_ALL);
	act(&view, ACTION_CANCEL);
	check_shown(&view, all_closed);
	assert_null(view.filter.hidden);
	assert_int_equal(view.filter.sought.text.length, 0);
}

/* A search opens what it finds only for as long as it lasts. */
static void does_not_keep_what_a_search_opened(void **state)
{
	(void)state;
	open_view(1);
	view_begin(&view);
	view_search_set(&view, TEXT("paper"));
	view_search_accept(&view);
	assert_true(is_shown(&view, clerk->first));
	assert_true(filter("garden"));
	act(&view, ACTION_CANCEL);
	check_shown(&view, all_closed);
}

static void keeps_the_place(void **state)
{
	(void)state;
	open_view(3);
	go_to(clerk->first);
	size_t row = view.cursor - view.top;
	/* While the reader types, the place is sought again for each letter. */
	view_begin(&view);
	assert_true(view_filter_set(&view, TEXT("o")));
	check_cursor(&view, "Office projects");
	assert_true(view_filter_set(&view, TEXT("office")));
	check_cursor(&view, "Office projects");
	assert_false(view_filter_set(&view, TEXT("officer")));
	check_cursor(&view, "Office projects");
	assert_int_equal(view.cursor - view.top, row);
	assert_true(view_filter_set(&view, TEXT("python")));
	/* Hidden itself, it leaves the heading that it is under. */
	check_cursor(&view, "Work");
	assert_true(view_filter_set(&view, TEXT("office")));
	check_cursor(&view, "Office projects");
	assert_true(view_filter_set(&view, TEXT("python")));
	view_filter_end(&view);
	view_search_cancel(&view);
	check_cursor(&view, "Office projects");
	assert_int_equal(view.cursor - view.top, row);
}

static void leaves_the_cursor_at_what_it_found(void **state)
{
	(void)state;
	open_view(3);
	go_to(clerk);
	assert_true(filter("bread"));
	check_cursor(&view, "Likes tea and bread");
	assert_int_equal(view.search.current, 0);
	act(&view, ACTION_NEXT_MATCH);
	check_cursor(&view, "Bread, by Python");
	unsigned looks = view.looks;
	act(&view, ACTION_CANCEL);
	check_cursor(&view, "Bread, by Python");
	/* What was found is no longer marked, also in lines that stay where they are. */
	assert_int_not_equal(view.looks, looks);
}

/* The heading above it is seen, too, wherever the window was before. */
static void shows_what_it_found_from_the_top(void **state)
{
	(void)state;
	build();
	view_init(&view, &doc, (struct view_settings){.level = 3, .rows = 6, .columns = COLUMNS});
	act(&view, ACTION_LAST);
	assert_true(filter("t"));
	assert_int_equal(view.top, 0);
	assert_true(view.cursor > 0);
}

static void moves_and_searches_in_what_is_left(void **state)
{
	(void)state;
	open_view(3);
	assert_true(filter("python"));
	view_begin(&view);
	view_search_set(&view, TEXT("e"));
	for (size_t i = 0; i < view.search.count; i++)
		assert_true(is_shown(&view, view.search.matches[i].block));
	assert_int_equal(view.search.count, 8);
	view_search_set(&view, TEXT("office"));
	assert_int_equal(view.search.count, 0);
}

static void shows_only_what_mentions_a_term(void **state)
{
	(void)state;
	open_view(2);
	go_to(skill);
	act(&view, ACTION_EVIDENCE);
	check_shown(&view, "Work\n  Engineer\n    Tests in python\n"
			   "Projects\n  2021\n    Kitchen\n      Bread, by Python\n");
	check_message(&view, "Python: 2 other places; Esc goes back");
	check_cursor(&view, "Tests in python");
	assert_int_equal(view.search.count, 2);
	act(&view, ACTION_CANCEL);
	check_shown(&view, second_level);
	check_cursor(&view, "Python");
}

/* A title is a mention; what only gathers entries is none. */
static void takes_titles_of_entries_for_mentions(void **state)
{
	(void)state;
	open_view(2);
	go_to(skill);
	view_show_evidence(&view, TEXT("Garden"));
	check_message(&view, "Garden: 1 other place; Esc goes back");
	check_shown(&view, "Projects\n  2021\n    Garden +\n");
	view_show_evidence(&view, TEXT("Projects"));
	check_message(&view, "Projects: 1 other place; Esc goes back");
	check_shown(&view, "Work\n  Clerk\n    Office projects\n");
	/* Its own heading holds it, too, but is out of reach of n. */
	assert_int_equal(view.search.count, 1);
}

static void takes_short_terms_as_they_are_written(void **state)
{
	(void)state;
	open_view(3);
	go_to(skill);
	view_show_evidence(&view, TEXT("LED"));
	check_message(&view, "Nothing else mentions LED");
	view_show_evidence(&view, TEXT("Led"));
	check_message(&view, "Led: 1 other place; Esc goes back");
	check_shown(&view, "Work\n  Firm\n    Lead\n      Led\n");
	view_show_evidence(&view, TEXT("tests IN"));
	check_message(&view, "tests IN: 1 other place; Esc goes back");
	view_show_evidence(&view, TEXT("pyth"));
	check_message(&view, "Nothing else mentions pyth");
}

static void leaves_out_where_it_was_asked(void **state)
{
	(void)state;
	open_view(3);
	go_to(engineer->last);
	view_show_evidence(&view, TEXT("tests"));
	check_message(&view, "Nothing else mentions tests");
	assert_false(search_is_active(&view.search));
	check_cursor(&view, "Tests in python");
	assert_null(view.filter.hidden);
	view_show_evidence(&view, TEXT("python"));
	check_shown(&view, "Projects\n  2021\n    Kitchen\n      Bread, by Python\n"
			   "Skills\n  Python\n");
	check_message(&view, "python: 2 other places; Esc goes back");
	check_cursor(&view, "Bread, by Python");
}

/* From evidence to evidence; Esc goes back to where the first was asked for. */
static void goes_back_to_where_it_began(void **state)
{
	(void)state;
	open_view(2);
	go_to(skill);
	size_t row = view.cursor - view.top;
	view_show_evidence(&view, TEXT("Python"));
	view_show_evidence(&view, TEXT("Rust"));
	check_shown(&view, "Work\n  Firm\n    Lead\n      Wrote Rust\n"
			   "Skills\n  Go, Rust\n");
	act(&view, ACTION_CANCEL);
	check_shown(&view, second_level);
	check_cursor(&view, "Python");
	assert_int_equal(view.cursor - view.top, row);
	/* Evidence of which there is none changes nothing. */
	view_show_evidence(&view, TEXT("Rust"));
	view_show_evidence(&view, TEXT("Fortran"));
	check_message(&view, "Nothing else mentions Fortran");
	check_shown(&view, "Work\n  Firm\n    Lead\n      Wrote Rust\n"
			   "Skills\n  Go, Rust\n");
	act(&view, ACTION_CANCEL);
	check_shown(&view, second_level);
	check_cursor(&view, "Python");
	assert_int_equal(view.cursor - view.top, row);
}

/* Looking for something else, and giving up, leaves whole words what they were. */
static void stays_as_it_is_when_a_search_is_cancelled(void **state)
{
	(void)state;
	open_view(2);
	go_to(skill);
	view_show_evidence(&view, TEXT("Led"));
	assert_int_equal(view.search.options, PATTERN_WHOLE_WORDS);
	view_begin(&view);
	view_search_set(&view, TEXT("zzz"));
	view_search_cancel(&view);
	assert_int_equal(view.search.options, PATTERN_WHOLE_WORDS);
	check_shown(&view, "Work\n  Firm\n    Lead\n      Led\n");
	act(&view, ACTION_CANCEL);
	check_shown(&view, second_level);
}

/* Where evidence was asked for is no place to go back to from a filter. */
static void goes_back_only_once(void **state)
{
	(void)state;
	open_view(3);
	go_to(skill);
	view_show_evidence(&view, TEXT("Rust"));
	act(&view, ACTION_CANCEL);
	go_to(engineer);
	view_begin(&view);
	assert_false(view_filter_set(&view, TEXT("zzz")));
	view_filter_end(&view);
	check_cursor(&view, "Engineer");
}

/* Another version of the file, in which nothing holds the text, shows everything for good. */
static void ends_with_the_last_entry_that_holds_it(void **state)
{
	(void)state;
	open_view(2);
	struct doc before = doc;
	assert_true(filter("garden"));
	doc_init(&doc, &arena);
	add_named(doc.root, BLOCK_SECTION, "Work");
	doc_finish(&doc);
	view_replace(&view, &doc, false);
	check_shown(&view, "Work\n");
	assert_null(view.filter.hidden);
	assert_false(search_is_active(&view.search));
	/* A version that holds it again does not bring it back. */
	view_replace(&view, &before, false);
	assert_null(view.filter.hidden);
	assert_true(is_shown(&view, before.root->first));
}

static void ends_before_it_goes_to_a_part(void **state)
{
	(void)state;
	open_view(2);
	assert_true(filter("garden"));
	view_go_to(&view, clerk);
	check_cursor(&view, "Clerk");
	assert_null(view.filter.hidden);
	assert_true(view.open[clerk->number]);
}

static void closes_no_view(void **state)
{
	(void)state;
	open_view(1);
	assert_false(filter(""));
	view_filter_end(&view);
	check_shown(&view, all_closed);
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
		on_view(keeps_whole_entries),
		on_view(opens_only_what_holds_it),
		on_view(keeps_the_header_like_an_entry),
		on_view(sifts_entries_in_entries),
		on_view(keeps_all_that_a_group_or_section_heads),
		on_view(says_if_nothing_holds_it),
		on_view(gives_folds_back),
		on_view(does_not_keep_what_a_search_opened),
		on_view(keeps_the_place),
		on_view(leaves_the_cursor_at_what_it_found),
		on_view(shows_what_it_found_from_the_top),
		on_view(moves_and_searches_in_what_is_left),
		on_view(shows_only_what_mentions_a_term),
		on_view(takes_titles_of_entries_for_mentions),
		on_view(takes_short_terms_as_they_are_written),
		on_view(leaves_out_where_it_was_asked),
		on_view(goes_back_to_where_it_began),
		on_view(stays_as_it_is_when_a_search_is_cancelled),
		on_view(goes_back_only_once),
		on_view(ends_with_the_last_entry_that_holds_it),
		on_view(ends_before_it_goes_to_a_part),
		on_view(closes_no_view),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
