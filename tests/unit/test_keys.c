/* Keys as they come, put together to commands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "tui/input.h"
#include "tui/keys.h"

#include <stdio.h>
#include <string.h>

static struct arena arena;
static struct keymap keymap;
static struct keys keys;

static int begin(void **state)
{
	(void)state;
	keymap_init(&keymap);
	keys_init(&keys, &keymap);
	return 0;
}

static int end(void **state)
{
	(void)state;
	keymap_finish(&keymap);
	arena_finish(&arena);
	return 0;
}

/* Appends the commands that are ready: their count, name and argument. */
static void write_ready(struct buffer *commands)
{
	struct command_key command;
	while (keys_next(&keys, &command)) {
		char line[64];
		const char *name =
			command.action == ACTION_NONE ? "none" : action_row(command.action)->name;
		int length = 0;
		if (commands->length)
			buffer_add_byte(commands, ' ');
		if (command.count)
			length = snprintf(line, sizeof line, "%d*", command.count);
		length += snprintf(line + length, sizeof line - (size_t)length, "%s", name);
		if (command.argument)
			snprintf(line + length, sizeof line - (size_t)length, "=%u",
				command.argument);
		buffer_add(commands, text_from(line));
	}
}

/* Takes keys by name, separated by blanks; "..." is a pause, which comes only if it is expected. */
static void take(const char *names, struct buffer *commands)
{
	struct text rest = text_from(names);
	while (rest.length) {
		size_t end = text_find(rest, 0, ' ');
		struct text name = text_slice(rest, 0, end);
		if (!text_is(name, "..."))
			keys_take(&keys, input_from_name(name));
		else if (keys_waits(&keys))
			keys_pause(&keys);
		write_ready(commands);
		rest = text_slice(rest, end + 1, rest.length);
	}
}

/* Types and requires these commands, and that this is left: what keys_typed() says. */
static void type(const char *names, const char *expected, const char *left)
{
	struct buffer commands = {0};
	take(names, &commands);
	struct text typed = keys_typed(&keys, &arena);
	struct text found = arena_copy(&arena, buffer_text(&commands));
	buffer_finish(&commands);
	if (!text_is(found, expected))
		fail_msg("%s: '%s' instead of '%s'", names, found.bytes, expected);
	if (!text_is(typed, left))
		fail_msg("%s: '%s' is left instead of '%s'", names, typed.bytes, left);
	keys_forget(&keys);
	assert_int_equal(keys_typed(&keys, &arena).length, 0);
	assert_false(keys_waits(&keys));
}

static void takes_single_keys(void **state)
{
	(void)state;
	type("j", "down", "");
	type("j k Space q", "down up page-down quit", "");
	type("Shift-Tab Esc F1", "previous-link cancel help", "");
	type("€", "none", "");
	type("0", "none", "");
}

static void counts(void **state)
{
	(void)state;
	type("5 j", "5*down", "");
	type("1 0 j j", "10*down down", "");
	type("3 z j", "3*next-fold", "");
	type("1 0 0 0 0 0 0 0 0 0 0 0 0 0 j", "99999*down", "");
	type("1 0 2", "", "102");
	type("5 ^N", "5*down", "");
	type("7 G", "7*last", "");
}

static void takes_a_number_for_itself(void **state)
{
	(void)state;
	type("5", "", "5");
	type("5 ...", "section=5", "");
	type("1 2 ...", "section=12", "");
	type("5 q", "section=5 quit", "");
	type("5 Enter", "section=5 toggle", "");
	type("5 €", "section=5 none", "");
	type("5 z R", "section=5 open-all", "");
	type("5 z q", "none", "");
	type("5 m ...", "section=5 mouse", "");
	type("5 m a", "section=5 mark=97", "");
	type("5 m 3 ...", "section=5 mouse section=3", "");
	type("5 L 2", "section=5 level=2", "");
}

static void takes_keys_in_a_row(void **state)
{
	(void)state;
	type("z R", "open-all", "");
	type("z z", "to-middle", "");
	type("z", "", "z");
	type("L 1 L 3", "level=1 level=3", "");
	type("' '", "jump=39", "");
	type("' a ' Z", "jump=97 jump=90", "");
	type("m x", "mark=120", "");
	type("m", "", "m");
	type("3 z", "", "3z");
}

static void completes_what_a_pause_follows(void **state)
{
	(void)state;
	type("m ...", "mouse", "");
	type("m ... a", "mouse none", "");
	/* It means nothing by itself, and goes on waiting. */
	type("z ... ... R", "open-all", "");
	type("z ...", "", "z");
	type("' ...", "", "'");
	type("... j ...", "down", "");
}

static void says_whether_a_pause_matters(void **state)
{
	(void)state;
	assert_false(keys_waits(&keys));
	keys_take(&keys, 'z');
	assert_false(keys_waits(&keys));
	keys_forget(&keys);
	keys_take(&keys, 'm');
	assert_true(keys_waits(&keys));
	keys_forget(&keys);
	keys_take(&keys, '5');
	assert_true(keys_waits(&keys));
	keys_take(&keys, 'z');
	assert_false(keys_waits(&keys));
	/* As a wait that ended a moment too late. */
	keys_pause(&keys);
	type("R", "section=5 open-all", "");
}

static void goes_on_after_keys_that_do_not_belong(void **state)
{
	(void)state;
	type("z q", "none", "");
	type("z q q", "none quit", "");
	type("z 5", "none", "");
	type("m j", "mark=106", "");
	type("m /", "mouse search", "");
	type("m Down", "mouse down", "");
	type("m 5 j", "mouse 5*down", "");
	type("m m ...", "mark=109", "");
	type("' 5", "none", "");
	type("L 4", "none", "");
}

static void forgets_with_escape(void **state)
{
	(void)state;
	type("5 Esc", "", "");
	type("z Esc", "", "");
	type("m Esc", "", "");
	type("5 m Esc j", "down", "");
	type("5 Esc Esc", "cancel", "");
}

static void splits_alt(void **state)
{
	(void)state;
	type("Alt-j", "cancel down", "");
	type("5 Alt-j", "down", "");
	type("m Alt-j", "down", "");
	type("Alt-5 j", "cancel 5*down", "");
	type("Alt-€", "cancel none", "");
	keymap_bind(&keymap, TEXT("Alt-j"), TEXT("quit"));
	type("Alt-j", "quit", "");
	type("m Alt-j", "mouse quit", "");
	type("5 Alt-j", "section=5 quit", "");
}

/* As on a page of links, where numbers are theirs. */
static void ends_a_number_that_cannot_go_on(void **state)
{
	(void)state;
	keys.number_most = 35;
	type("4", "section=4", "");
	type("3", "", "3");
	type("3 ...", "section=3", "");
	type("3 5", "section=35", "");
	type("3 9", "section=39", "");
	type("1 j", "section=1 down", "");
	type("4 j", "section=4 down", "");
	keys.number_most = 29;
	type("3", "section=3", "");
	type("2 9", "section=29", "");
	keys.number_most = 5;
	type("9 2", "section=9 section=2", "");
	keys.number_most = 100;
	type("1 0 0", "section=100", "");
	type("1 1", "section=11", "");
}

static void keeps_to_the_readers_digits(void **state)
{
	(void)state;
	keymap_bind(&keymap, TEXT("5"), TEXT("quit"));
	type("5", "quit", "");
	type("1 5 j", "15*down", "");
	type("1 5 ...", "section=15", "");
	/* Only a count now, which waits for what it counts. */
	keymap_bind(&keymap, TEXT("6"), TEXT("none"));
	type("6 ...", "", "6");
	type("6 ... j", "6*down", "");
	type("6 q", "quit", "");
	keymap_bind(&keymap, TEXT("0"), TEXT("quit"));
	type("0", "quit", "");
	type("1 0 j", "10*down", "");
}

static void waits_for_keys_that_go_on(void **state)
{
	(void)state;
	keymap_bind(&keymap, TEXT("j"), TEXT("none"));
	keymap_bind(&keymap, TEXT("jk"), TEXT("quit"));
	keymap_bind(&keymap, TEXT("z"), TEXT("theme"));
	keymap_bind(&keymap, TEXT("abcd"), TEXT("help"));
	keymap_bind(&keymap, TEXT("ab"), TEXT("edit"));
	type("j j", "none", "");
	type("j k", "quit", "");
	type("z ...", "theme", "");
	type("z q", "theme quit", "");
	type("z R", "open-all", "");
	type("a b c d", "help", "");
	type("a b ...", "edit", "");
	type("a b c ...", "", "abc");
	type("a b q", "edit quit", "");
	type("a ^X", "none", "");
}

static void keeps_commands_until_they_are_fetched(void **state)
{
	struct command_key command;
	(void)state;
	keys_take(&keys, '5');
	keys_take(&keys, 'q');
	keys_take(&keys, 'j');
	assert_true(keys_next(&keys, &command));
	assert_int_equal(command.action, ACTION_SECTION);
	assert_int_equal(command.argument, 5);
	assert_int_equal(command.count, 0);
	assert_true(keys_next(&keys, &command));
	assert_int_equal(command.action, ACTION_QUIT);
	assert_true(keys_next(&keys, &command));
	assert_int_equal(command.action, ACTION_DOWN);
	assert_false(keys_next(&keys, &command));
	for (int i = 0; i < 100; i++)
		keys_take(&keys, 'j');
	int fetched = 0;
	while (keys_next(&keys, &command))
		fetched++;
	assert_true(fetched > 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(takes_single_keys),
		CASE(counts),
		CASE(takes_a_number_for_itself),
		CASE(takes_keys_in_a_row),
		CASE(completes_what_a_pause_follows),
		CASE(says_whether_a_pause_matters),
		CASE(goes_on_after_keys_that_do_not_belong),
		CASE(forgets_with_escape),
		CASE(splits_alt),
		CASE(ends_a_number_that_cannot_go_on),
		CASE(keeps_to_the_readers_digits),
		CASE(waits_for_keys_that_go_on),
		CASE(keeps_commands_until_they_are_fetched),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
