/* A line of text that the reader types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/input.h"
#include "tui/prompt.h"

#include <stdio.h>
#include <string.h>

static struct history history;
static struct prompt prompt;

static int begin(void **state)
{
	(void)state;
	prompt_begin(&prompt, &history);
	return 0;
}

static int end(void **state)
{
	(void)state;
	prompt_finish(&prompt);
	history_finish(&history);
	return 0;
}

/* Requires the text, with "|" where the cursor is. */
static void expect(const char *expected)
{
	char found[256];
	struct text text = prompt_text(&prompt);
	assert_true(prompt.cursor <= text.length);
	snprintf(found, sizeof found, "%.*s|%.*s", (int)prompt.cursor,
		text.length ? text.bytes : "", (int)(text.length - prompt.cursor),
		text.length ? text.bytes + prompt.cursor : "");
	assert_string_equal(found, expected);
}

/* Presses a key by its name. */
static enum prompt_result press(const char *name)
{
	return prompt_key(&prompt, input_from_name(text_from(name)));
}

/* Sets the text, and the cursor at "|". */
static void set(const char *marked)
{
	struct text text = text_from(marked);
	size_t bar = text_find(text, 0, '|');
	prompt_set(&prompt, text_slice(text, 0, bar));
	prompt_insert(&prompt, text_slice(text, bar + 1, text.length));
	prompt.cursor = bar;
}

/* Requires that a key makes of one text the other. */
static void expect_key(
	const char *name, const char *before, const char *after, enum prompt_result result)
{
	set(before);
	enum prompt_result found = press(name);
	if (found != result)
		fail_msg("%s on '%s' gives %d", name, before, found);
	expect(after);
}

static void types_text(void **state)
{
	(void)state;
	expect("|");
	assert_int_equal(press("a"), PROMPT_EDITED);
	assert_int_equal(press("Space"), PROMPT_EDITED);
	assert_int_equal(press("é"), PROMPT_EDITED);
	assert_int_equal(press("語"), PROMPT_EDITED);
	expect("a é語|");
	expect_key("x", "a|b", "ax|b", PROMPT_EDITED);
	expect_key("?", "|b", "?|b", PROMPT_EDITED);
}

static void leaves_other_keys_alone(void **state)
{
	static const char *const names[] = {"F1", "PgUp", "Shift-Tab", "^L", "^Z", "Alt-x"};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		expect_key(names[i], "a|b", "a|b", PROMPT_NOTHING);
	/* C1 controls. */
	assert_int_equal(prompt_key(&prompt, 0x9b), PROMPT_NOTHING);
	expect("a|b");
}

static void ends(void **state)
{
	(void)state;
	expect_key("Enter", "a|b", "a|b", PROMPT_ACCEPTED);
	expect_key("Tab", "a|b", "a|b", PROMPT_COMPLETE);
	expect_key("Esc", "a|b", "a|b", PROMPT_CANCELLED);
	expect_key("^C", "a|b", "a|b", PROMPT_CANCELLED);
	expect_key("^G", "a|b", "a|b", PROMPT_CANCELLED);
	expect_key("Backspace", "|", "|", PROMPT_CANCELLED);
	expect_key("^H", "|", "|", PROMPT_CANCELLED);
	expect_key("^?", "|", "|", PROMPT_CANCELLED);
	expect_key("Backspace", "|a", "|a", PROMPT_NOTHING);
	expect_key("^D", "|", "|", PROMPT_NOTHING);
}

static void moves(void **state)
{
	(void)state;
	expect_key("Left", "ab|c", "a|bc", PROMPT_MOVED);
	expect_key("^B", "a|bc", "|abc", PROMPT_MOVED);
	expect_key("Left", "|abc", "|abc", PROMPT_NOTHING);
	expect_key("Right", "a|bc", "ab|c", PROMPT_MOVED);
	expect_key("^F", "ab|c", "abc|", PROMPT_MOVED);
	expect_key("Right", "abc|", "abc|", PROMPT_NOTHING);
	expect_key("Home", "ab|c", "|abc", PROMPT_MOVED);
	expect_key("^A", "|abc", "|abc", PROMPT_NOTHING);
	expect_key("End", "ab|c", "abc|", PROMPT_MOVED);
	expect_key("^E", "|", "|", PROMPT_NOTHING);
}

static void moves_by_words(void **state)
{
	(void)state;
	expect_key("Alt-f", "|one, two", "one|, two", PROMPT_MOVED);
	expect_key("Alt-f", "one|, two", "one, two|", PROMPT_MOVED);
	expect_key("Alt-f", "one|  ", "one  |", PROMPT_MOVED);
	expect_key("Alt-f", "|été_x2 ", "été|_x2 ", PROMPT_MOVED);
	expect_key("Alt-f", "x|", "x|", PROMPT_NOTHING);
	expect_key("Alt-b", "one, two|", "one, |two", PROMPT_MOVED);
	expect_key("Alt-b", "one, |two", "|one, two", PROMPT_MOVED);
	expect_key("Alt-b", "one, t|wo", "one, |two", PROMPT_MOVED);
	expect_key("Alt-b", "|one", "|one", PROMPT_NOTHING);
}

static void erases(void **state)
{
	(void)state;
	expect_key("Backspace", "ab|c", "a|c", PROMPT_EDITED);
	expect_key("^H", "a|", "|", PROMPT_EDITED);
	expect_key("^?", "ab|", "a|", PROMPT_EDITED);
	expect_key("Del", "a|bc", "a|c", PROMPT_EDITED);
	expect_key("^D", "|c", "|", PROMPT_EDITED);
	expect_key("Del", "c|", "c|", PROMPT_NOTHING);
}

/* What looks like one character is one. */
static void goes_by_clusters(void **state)
{
	(void)state;
	expect_key("Left", "xq\u0301|", "x|q\u0301", PROMPT_MOVED);
	expect_key("Backspace", "xq\u0301|", "x|", PROMPT_EDITED);
	expect_key("Right", "|👩🏽\u200d💻x", "👩🏽\u200d💻|x", PROMPT_MOVED);
	expect_key("Backspace", "👩🏽\u200d💻|x", "|x", PROMPT_EDITED);
	expect_key("Del", "|🇩🇪🇫🇷", "|🇫🇷", PROMPT_EDITED);
	expect_key("Left", "한국|", "한|국", PROMPT_MOVED);
	expect_key("Alt-b", "x q\u0301q\u0301|", "x |q\u0301q\u0301", PROMPT_MOVED);
	expect_key("Alt-f", "|q\u0301 x", "q\u0301| x", PROMPT_MOVED);
}

/* The cursor is never inside a cluster that comes to be. */
static void keeps_clusters_whole(void **state)
{
	(void)state;
	set("q|x");
	prompt_key(&prompt, 0x301);
	expect("q\u0301|x");
	/* Removing what was between them. */
	set("👩\u200da|💻");
	press("Backspace");
	expect("👩\u200d💻|");
	set("👩\u200d|a💻");
	press("Del");
	expect("👩\u200d💻|");
	/* Typing in front of a mark. */
	set("|\u0301x");
	press("q");
	expect("q\u0301|x");
}

static void kills_and_yanks(void **state)
{
	(void)state;
	expect_key("^Y", "a|b", "a|b", PROMPT_NOTHING);
	expect_key("^W", "one two|", "one |", PROMPT_EDITED);
	assert_int_equal(press("^Y"), PROMPT_EDITED);
	expect("one two|");
	expect_key("^W", "one a/b  |c", "one |c", PROMPT_EDITED);
	press("Home");
	press("^Y");
	expect("a/b  |one c");
	expect_key("^W", "|a", "|a", PROMPT_NOTHING);
	expect_key("^U", "one |two", "|two", PROMPT_EDITED);
	expect_key("^U", "|two", "|two", PROMPT_NOTHING);
	press("End");
	press("^Y");
	expect("twoone |");
	expect_key("^K", "one| two", "one|", PROMPT_EDITED);
	expect_key("^K", "one|", "one|", PROMPT_NOTHING);
	press("^Y");
	press("^Y");
	expect("one two two|");
	/* What was only erased is not put back. */
	press("Backspace");
	press("^Y");
	expect("one two tw two|");
}

static void takes_pasted_text_in(void **state)
{
	(void)state;
	prompt_insert(&prompt, TEXT("one\ntwo\r\nthree\tfour"));
	expect("one two three four|");
	prompt_set(&prompt, TEXT(""));
	prompt_insert(&prompt, TEXT("a whole line\r\n"));
	expect("a whole line|");
	set("<|>");
	prompt_insert(&prompt, TEXT("\x1b[31mred\x07\x7f\xc2\x9b"));
	expect("<[31mred|>");
	set("<|>");
	prompt_insert(&prompt, TEXT("\xff"));
	expect("<\uFFFD|>");
	set("<|>");
	prompt_insert(&prompt, TEXT("e\u0301\n\n"));
	expect("<é|>");
	prompt_insert(&prompt, TEXT("\n"));
	prompt_insert(&prompt, TEXT(""));
	expect("<é|>");
}

static void remembers_lines(void **state)
{
	(void)state;
	assert_int_equal(press("Up"), PROMPT_NOTHING);
	history_add(&history, TEXT("one"));
	history_add(&history, TEXT(""));
	history_add(&history, TEXT("two"));
	set("mi|ne");
	assert_int_equal(press("Down"), PROMPT_NOTHING);
	expect("mi|ne");
	assert_int_equal(press("Up"), PROMPT_EDITED);
	expect("two|");
	assert_int_equal(press("^P"), PROMPT_EDITED);
	expect("one|");
	assert_int_equal(press("Up"), PROMPT_NOTHING);
	expect("one|");
	press("x");
	expect("onex|");
	press("Down");
	expect("two|");
	assert_int_equal(press("^N"), PROMPT_EDITED);
	expect("mine|");
	assert_int_equal(press("Down"), PROMPT_NOTHING);
	/* The history keeps what was accepted. */
	press("Up");
	press("Up");
	expect("one|");
}

static void moves_repeated_lines_to_the_end(void **state)
{
	(void)state;
	history_add(&history, TEXT("one"));
	history_add(&history, TEXT("two"));
	history_add(&history, TEXT("one"));
	history_add(&history, TEXT("one"));
	assert_int_equal(history.count, 2);
	press("Up");
	expect("one|");
	press("Up");
	expect("two|");
}

static void forgets_the_oldest_lines(void **state)
{
	char line[16];
	(void)state;
	for (int i = 0; i < HISTORY_MOST + 5; i++) {
		snprintf(line, sizeof line, "%d", i);
		history_add(&history, text_from(line));
	}
	assert_int_equal(history.count, HISTORY_MOST);
	for (int i = 0; i < HISTORY_MOST + 5; i++)
		press("Up");
	expect("5|");
	/* Adding one of its own lines, as when a recalled one is accepted. */
	history_add(&history, buffer_text(&history.lines[0]));
	assert_int_equal(history.count, HISTORY_MOST);
	assert_true(text_is(buffer_text(&history.lines[HISTORY_MOST - 1]), "5"));
	assert_true(text_is(buffer_text(&history.lines[0]), "6"));
}

static void works_without_history(void **state)
{
	(void)state;
	prompt_finish(&prompt);
	prompt_begin(&prompt, NULL);
	assert_int_equal(press("Up"), PROMPT_NOTHING);
	assert_int_equal(press("Down"), PROMPT_NOTHING);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(types_text),
		CASE(leaves_other_keys_alone),
		CASE(ends),
		CASE(moves),
		CASE(moves_by_words),
		CASE(erases),
		CASE(goes_by_clusters),
		CASE(keeps_clusters_whole),
		CASE(kills_and_yanks),
		CASE(takes_pasted_text_in),
		CASE(remembers_lines),
		CASE(moves_repeated_lines_to_the_end),
		CASE(forgets_the_oldest_lines),
		CASE(works_without_history),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
