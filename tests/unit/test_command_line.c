/* What a line behind a colon asks for, and how Tab completes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "tui/command_line.h"

#include <stdio.h>
#include <string.h>

static struct keymap keymap; /* bars nothing, but where a test does */

static struct block *add_named(struct block *parent, enum block_kind kind, const char *name)
{
	struct block *block = add(parent, kind, name);
	doc_set_id(block, text_from(name));
	return block;
}

static int begin_resume(void **state)
{
	begin(state);
	struct block *work = add_named(doc.root, BLOCK_SECTION, "Work");
	add(add_named(work, BLOCK_ENTRY, "Amazon"), BLOCK_PARAGRAPH, "text");
	add_named(work, BLOCK_ENTRY, "Web 2");
	struct block *projects = add_named(doc.root, BLOCK_SECTION, "Projects");
	add_named(projects, BLOCK_ENTRY, "Amazon");
	add_named(projects, BLOCK_FIELD, "Prize");
	add_named(doc.root, BLOCK_SECTION, "Links");
	add_named(doc.root, BLOCK_SECTION, "Quit");
	add_named(doc.root, BLOCK_SECTION, "Red");
	doc_finish(&doc);
	return 0;
}

/* What a line asks for as "action count argument", "id" or "problem"; "" for nothing. */
static void check_line(const char *line, const char *expected)
{
	struct command_line read = command_line_read(text_from(line), &doc, &arena);
	char found[200] = "";
	bool acts = read.command.action != ACTION_NONE;
	assert_true(acts + (read.block != NULL) + (read.problem.length > 0) <= 1);
	if (acts)
		snprintf(found, sizeof found, "%s %d %u", action_row(read.command.action)->name,
			read.command.count, read.command.argument);
	if (read.block)
		snprintf(found, sizeof found, "%.*s", (int)read.block->id.length,
			read.block->id.bytes);
	if (read.problem.length)
		snprintf(found, sizeof found, "%.*s", (int)read.problem.length, read.problem.bytes);
	assert_string_equal(found, expected);
}

static void takes_numbers_for_lines(void **state)
{
	(void)state;
	check_line("1", "first 1 0");
	check_line(" 12 ", "first 12 0");
	check_line("0", "first 1 0");
	check_line("99999", "first 99999 0");
	check_line("007", "first 7 0");
	check_line("99999999999999999999",
		"No action and no part is called 99999999999999999999; Tab shows what there is");
	check_line("-1", "No action and no part is called -1; Tab shows what there is");
	check_line("1x", "No action and no part is called 1x; Tab shows what there is");
}

static void asks_for_nothing_with_nothing(void **state)
{
	(void)state;
	check_line("", "");
	check_line("   ", "");
}

static void knows_actions_by_their_names(void **state)
{
	(void)state;
	check_line("open", "open 0 0");
	check_line("open-all", "open-all 0 0");
	check_line(" Open-Deep ", "open-deep 0 0");
	check_line("MARK a", "mark 0 97");
	/* A group's title is not an action. */
	check_line("moving", "No action and no part is called moving; Tab shows what there is");
}

static void completes_what_begins_only_one_name(void **state)
{
	(void)state;
	check_line("reload", "reload 0 0");
	check_line("rel", "reload 0 0");
	check_line("previous-m", "previous-match 0 0");
	check_line("su", "suspend 0 0");
	check_line("sus now", "suspend takes nothing behind it");
	check_line("previous", "Several actions begin with previous; Tab shows them");
	check_line("open-", "Several actions begin with open-; Tab shows them");
	check_line("o", "Several actions begin with o; Tab shows them");
}

static void hands_counts_and_letters_over(void **state)
{
	(void)state;
	check_line("down 5", "down 5 0");
	check_line("down   5  ", "down 5 0");
	check_line("down", "down 0 0");
	check_line("down 0", "down takes a number, or nothing");
	check_line("down much", "down takes a number, or nothing");
	check_line("level 2", "level 0 2");
	check_line("mark a", "mark 0 97");
	check_line("jump '", "jump 0 39");
	check_line("section 12", "section 0 12");
	check_line("open 3", "open takes nothing behind it");
	check_line("level x", "level takes a number");
	check_line("mark 97", "mark takes a letter");
}

static void says_what_an_action_needs(void **state)
{
	(void)state;
	check_line("level", "level takes a number");
	check_line("mar", "mark takes a letter");
	check_line("mark ab", "mark takes a letter");
	check_line("section 0", "section takes a number");
}

static void knows_what_users_of_vim_type(void **state)
{
	(void)state;
	check_line("q", "quit 0 0");
	check_line("q!", "quit 0 0");
	check_line("h", "help 0 0");
	check_line("e", "edit 0 0");
}

static void knows_parts_by_their_ids(void **state)
{
	(void)state;
	check_line("work", "work");
	check_line("work.amazon", "work.amazon");
	check_line("Projects.Amazon", "projects.amazon");
	check_line("web-2", "work.web-2");
	check_line("prize", "projects.prize");
	check_line("amazon", "No action and no part is called amazon; Tab shows what there is");
	check_line("work amazon",
		"No action and no part is called work amazon; Tab shows what there is");
}

/* Whole names go before beginnings; of two whole names the action's. */
static void prefers_actions_to_parts_of_the_same_name(void **state)
{
	(void)state;
	check_line("links", "links 0 0");
	check_line("quit", "quit 0 0");
	check_line("red", "red");
	check_line("redr", "redraw 0 0");
}

/* All completions of a line, one behind the other. */
static void check_completions(const char *line, const char *expected)
{
	char found[400] = "";
	size_t count = command_line_completions(text_from(line), &doc, &keymap);
	for (size_t i = 0; i < count; i++) {
		struct text text = command_line_complete(text_from(line), i, &doc, &keymap, &arena);
		size_t length = strlen(found);
		snprintf(found + length, sizeof found - length, "%s%.*s", i ? " " : "",
			(int)text.length, text.bytes);
	}
	assert_string_equal(found, expected);
	/* Behind the last comes what was typed. */
	assert_true(text_is(
		command_line_complete(text_from(line), count, &doc, &keymap, &arena), line));
}

static void completes_actions_and_then_parts(void **state)
{
	(void)state;
	check_completions("pr", "previous-section previous-fold previous-match previous-link "
				"projects projects.amazon");
	check_completions("open", "open open-all open-fold open-deep");
	check_completions("L", "last level links links");
	check_completions("work", "work work.amazon work.web-2");
	check_completions("work.", "work.amazon work.web-2");
	check_completions("WORK.A", "work.amazon");
	check_completions("nonsense", "");
	check_completions("level 2", "");
}

static void completes_nothing_typed_with_all_there_is(void **state)
{
	(void)state;
	/* Headings with ids; a field has one, too, but is no part to go to by Tab. */
	size_t parts = 8;
	assert_int_equal(
		command_line_completions(TEXT(""), &doc, &keymap), ACTION_COUNT - 1 + parts);
	assert_true(text_is(command_line_complete(TEXT(""), 0, &doc, &keymap, &arena), "down"));
	assert_true(text_is(
		command_line_complete(TEXT(""), ACTION_COUNT - 1, &doc, &keymap, &arena), "work"));
}

static void completes_no_action_that_is_barred(void **state)
{
	(void)state;
	keymap_bar(&keymap, ACTION_REDRAW);
	check_completions("re", "reload red");
	keymap = (struct keymap){0};
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin_resume, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(takes_numbers_for_lines),
		on_document(asks_for_nothing_with_nothing),
		on_document(knows_actions_by_their_names),
		on_document(completes_what_begins_only_one_name),
		on_document(hands_counts_and_letters_over),
		on_document(says_what_an_action_needs),
		on_document(knows_what_users_of_vim_type),
		on_document(knows_parts_by_their_ids),
		on_document(prefers_actions_to_parts_of_the_same_name),
		on_document(completes_actions_and_then_parts),
		on_document(completes_nothing_typed_with_all_there_is),
		on_document(completes_no_action_that_is_barred),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
