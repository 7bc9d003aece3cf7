/* What terminals are good for, how text looks on them, and links within what curses writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/link_slots.h"
#include "tui/placeholder.h"
#include "tui/terminal_entry.h"
#include "tui/terminal_fallback.h"
#include "tui/terminal_name.h"
#include "tui/terminal_text.h"
#include "tui/terminal_traits.h"
#include "tui/theme.h"

#include "doc/doc.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An environment */

static const char *const *environment;

static char *variable(const char *name)
{
	size_t length = strlen(name);
	for (const char *const *entry = environment; entry && *entry; entry++) {
		if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
			return (char *)(uintptr_t)(*entry + length + 1);
	}
	return NULL;
}

/* Up to two variables, as "NAME=value", or NULL. */
static void set_variables(const char *first, const char *second)
{
	static const char *entries[3];
	entries[0] = first;
	entries[1] = second;
	environment = entries;
}

/* Traits */

static void writes_links_where_they_are_known(void **state)
{
	static const char *const good[] = {"xterm", "xterm-256color", "xterm-kitty",
		"xterm-ghostty", "tmux-256color", "alacritty", "foot", "foot-extra", "wezterm",
		"vte-256color", "konsole", "rxvt-unicode-256color", "st-256color", "iTerm2.app"};
	static const char *const bad[] = {"screen", "screen-256color", "linux", "vt100", "vt220",
		"ansi", "dumb", "", "rxvt", "cons25", "nonsense", "eterm-color"};
	(void)state;
	set_variables(NULL, NULL);
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(terminal_wants_hyperlinks(CHOICE_AUTO, good[i], variable));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(terminal_wants_hyperlinks(CHOICE_AUTO, bad[i], variable));
		assert_true(terminal_wants_hyperlinks(CHOICE_ALWAYS, bad[i], variable));
		assert_false(terminal_wants_hyperlinks(CHOICE_NEVER, good[i], variable));
	}
}

static bool wants_links(const char *name, const char *first, const char *second)
{
	set_variables(first, second);
	return terminal_wants_hyperlinks(CHOICE_AUTO, name, variable);
}

static void asks_the_environment_for_links(void **state)
{
	(void)state;
	assert_true(wants_links("dumb", "FORCE_HYPERLINK=1", NULL));
	assert_true(wants_links("screen", "FORCE_HYPERLINK=yes", "STY=1.pts"));
	assert_false(wants_links("xterm", "FORCE_HYPERLINK=0", NULL));
	assert_true(wants_links("xterm", "FORCE_HYPERLINK=", NULL));
	assert_false(wants_links("xterm", "STY=1.pts", NULL));
	assert_false(wants_links("screen-256color", "STY=1.pts", "TMUX=/tmp/tmux"));
	assert_true(wants_links("screen-256color", "TMUX=/tmp/tmux", NULL));
	assert_false(wants_links("screen-256color", "TMUX=", NULL));
	set_variables("FORCE_HYPERLINK=1", NULL);
	assert_false(terminal_wants_hyperlinks(CHOICE_NEVER, "xterm", variable));
	set_variables("FORCE_HYPERLINK=0", NULL);
	assert_true(terminal_wants_hyperlinks(CHOICE_ALWAYS, "xterm", variable));
}

static bool wants_colors(enum choice choice, const char *first, const char *second)
{
	set_variables(first, second);
	return terminal_wants_colors(choice, variable);
}

static void asks_the_environment_for_colors(void **state)
{
	(void)state;
	assert_true(wants_colors(CHOICE_AUTO, NULL, NULL));
	assert_false(wants_colors(CHOICE_AUTO, "NO_COLOR=1", NULL));
	assert_true(wants_colors(CHOICE_AUTO, "NO_COLOR=", NULL));
	assert_false(wants_colors(CHOICE_AUTO, "CLICOLOR=0", NULL));
	assert_true(wants_colors(CHOICE_AUTO, "CLICOLOR=1", NULL));
	assert_true(wants_colors(CHOICE_AUTO, "CLICOLOR=0", "CLICOLOR_FORCE=1"));
	assert_true(wants_colors(CHOICE_AUTO, "CLICOLOR=0", "FORCE_COLOR=3"));
	assert_false(wants_colors(CHOICE_AUTO, "CLICOLOR=0", "CLICOLOR_FORCE=0"));
	assert_false(wants_colors(CHOICE_AUTO, "FORCE_COLOR=0", NULL));
	assert_false(wants_colors(CHOICE_AUTO, "NO_COLOR=1", "CLICOLOR_FORCE=1"));
	assert_true(wants_colors(CHOICE_ALWAYS, "NO_COLOR=1", NULL));
	assert_false(wants_colors(CHOICE_NEVER, "CLICOLOR_FORCE=1", NULL));
}

static void knows_who_answers(void **state)
{
	static const char *const silent[] = {
		"vt100", "vt220", "linux", "ansi", "dumb", "", "nonsense"};
	(void)state;
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		assert_false(terminal_answers(silent[i]));
	assert_true(terminal_answers("xterm"));
	assert_true(terminal_answers("screen.xterm-256color"));
	assert_true(terminal_is_ascii("vt100"));
	assert_true(terminal_is_ascii("vt52"));
	assert_false(terminal_is_ascii("vte-256color"));
	assert_false(terminal_is_ascii("linux"));
	assert_false(terminal_is_ascii("xterm"));
}

/* Names */

static const char *known; /* names between blanks; one with "-poor" behind it cannot be drawn on */

static enum terminal_ability examine(const char *name)
{
	char wanted[64];
	snprintf(wanted, sizeof wanted, " %s ", name);
	if (strstr(known, wanted))
		return TERMINAL_FULL;
	snprintf(wanted, sizeof wanted, " %s-poor ", name);
	return strstr(known, wanted) ? TERMINAL_POOR : TERMINAL_UNKNOWN;
}

/* What is chosen for a name where the system knows those; "" for nothing, "!" for the embedded. */
static const char *chosen(const char *name, const char *names)
{
	known = names;
	struct terminal_name choice = terminal_name_choose(name, examine);
	if (choice.embedded) {
		assert_string_equal(choice.name, TERMINAL_FALLBACK_NAME);
		return "!";
	}
	return choice.name ? choice.name : "";
}

static void chooses_a_description(void **state)
{
	static const char usual[] =
		" xterm-256color xterm vt100 ansi linux screen screen-256color dumb-poor ";
	(void)state;
	assert_string_equal(chosen("linux", usual), "linux");
	assert_string_equal(chosen("xterm-ghostty", usual), "xterm-256color");
	assert_string_equal(chosen("tmux-256color", usual), "screen-256color");
	assert_string_equal(chosen("vt320", usual), "vt100");
	assert_string_equal(chosen("vte-direct", usual), "xterm-256color");
	assert_string_equal(chosen("odd", " odd-poor "), "");
	assert_string_equal(chosen("dumb", usual), "");
	assert_string_equal(chosen("", usual), "");
	assert_string_equal(chosen(NULL, usual), "");
	assert_string_equal(chosen("foot", " vt100 "), "vt100");
}

static void has_a_description_of_its_own(void **state)
{
	(void)state;
	assert_string_equal(chosen("xterm-256color", ""), "!");
	assert_string_equal(chosen("tmux", ""), "!");
	assert_string_equal(chosen("nonsense", ""), "!");
	assert_string_equal(chosen("linux", ""), "!");
	assert_string_equal(chosen("vt100", ""), "");
	assert_string_equal(chosen("ansi", ""), "");
	assert_string_equal(chosen("dumb", ""), "");
	assert_int_equal(strncmp(terminal_fallback, "b64:HgI", 7), 0);
}

/* Themes */

static void has_an_accent_for_each_background(void **state)
{
	(void)state;
	assert_int_equal(theme_accent(THEME_AUTO, BACKGROUND_UNKNOWN, 256), 31);
	assert_int_equal(theme_accent(THEME_AUTO, BACKGROUND_UNKNOWN, 16), THEME_NO_COLOR);
	assert_int_equal(theme_accent(THEME_AUTO, BACKGROUND_UNKNOWN, 8), THEME_NO_COLOR);
	assert_int_equal(theme_accent(THEME_AUTO, BACKGROUND_DARK, 8), 6);
	assert_int_equal(theme_accent(THEME_AUTO, BACKGROUND_LIGHT, 256), 4);
	assert_int_equal(theme_accent(THEME_DARK, BACKGROUND_LIGHT, 256), 6);
	assert_int_equal(theme_accent(THEME_LIGHT, BACKGROUND_DARK, 8), 4);
	assert_int_equal(theme_accent(THEME_MONO, BACKGROUND_DARK, 256), THEME_NO_COLOR);
	assert_int_equal(theme_accent_in_print(THEME_AUTO), 5);
	assert_int_equal(theme_accent_in_print(THEME_DARK), 6);
	assert_int_equal(theme_accent_in_print(THEME_LIGHT), 4);
	assert_int_equal(theme_accent_in_print(THEME_MONO), THEME_NO_COLOR);
	for (int theme = 0; theme < THEME_COUNT; theme++) {
		assert_int_equal(
			theme_accent((enum theme)theme, BACKGROUND_DARK, 0), THEME_NO_COLOR);
		assert_int_equal(
			theme_accent((enum theme)theme, BACKGROUND_DARK, -1), THEME_NO_COLOR);
	}
}

static void has_inks_that_no_theme_changes(void **state)
{
	int ink;
	int paper;
	(void)state;
	assert_true(theme_ink(INK_BLACK_ON_WHITE, 256, &ink, &paper));
	assert_int_equal(ink, 16);
	assert_int_equal(paper, 231);
	assert_true(theme_ink(INK_WHITE_ON_BLACK, 16, &ink, &paper));
	assert_int_equal(ink, 15);
	assert_int_equal(paper, 0);
	assert_true(theme_ink(INK_BLACK_ON_WHITE, 8, &ink, &paper));
	assert_int_equal(ink, 0);
	assert_int_equal(paper, 7);
	assert_false(theme_ink(INK_BLACK_ON_WHITE, 0, &ink, &paper));
	assert_false(theme_ink(INK_BLACK_ON_WHITE, -1, &ink, &paper));
	assert_false(theme_ink(INK_THEME, 256, &ink, &paper));
}

static void tells_apart_without_colors(void **state)
{
	struct appearance text = {.role = ROLE_TEXT};
	struct appearance link = {.role = ROLE_TEXT, .link = 7};
	struct appearance focus = {.role = ROLE_TEXT, .link = 7, .focus = true};
	struct appearance match = {.role = ROLE_TEXT, .match = true};
	struct appearance current = {.role = ROLE_TITLE, .match = true, .focus = true};
	struct appearance bold_match = {.role = ROLE_TITLE, .match = true};
	struct appearance hint = {.role = ROLE_PREVIEW, .link = 7, .hint = true};
	struct appearance ink = {.role = ROLE_TITLE, .ink = INK_BLACK_ON_WHITE, .focus = true};
	(void)state;
	assert_int_equal(theme_attributes(text), 0);
	assert_int_equal(theme_attributes(link), ATTRIBUTE_UNDERLINE);
	assert_int_equal(theme_attributes(focus), ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE);
	assert_int_equal(theme_attributes(match), ATTRIBUTE_REVERSE);
	assert_int_equal(theme_attributes(current),
		ATTRIBUTE_REVERSE | ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE);
	assert_int_equal(theme_attributes(bold_match), ATTRIBUTE_REVERSE | ATTRIBUTE_BOLD);
	assert_int_equal(theme_attributes(hint), ATTRIBUTE_REVERSE | ATTRIBUTE_BOLD);
	assert_int_equal(theme_attributes(ink), 0);
}

/* Entries */

static int test_flag(const char *name)
{
	return strcmp(name, "am") == 0 ? 1 : -1;
}

static int test_number(const char *name)
{
	return strcmp(name, "colors") == 0 ? 0x12345 : -2;
}

static const char *test_string(const char *name)
{
	if (strcmp(name, "cup") == 0)
		return "up";
	if (strcmp(name, "kbs") == 0)
		return "a key";
	return strcmp(name, "op") == 0 ? "\033[39m" : NULL;
}

static const struct terminal_source test_source = {
	.flags = (const char *const[]){"bw", "am", "xsb", NULL},
	.numbers = (const char *const[]){"cols", "colors", NULL},
	.strings = (const char *const[]){"cbt", "cup", "kbs", "op", "smxx", NULL},
	.flag = test_flag,
	.number = test_number,
	.string = test_string,
};

/* Byte by byte, as term(5) says. */
static void writes_compiled_entries(void **state)
{
	static const unsigned char expected[] = {
		/* the magic number, and the bytes or entries of each part */
		0x1E, 0x02, 4, 0, 3, 0, 2, 0, 4, 0, 9, 0, 'a', '|', 'b', 0, 0, 1, 0,
		0, /* so that the numbers begin at an even place */
		0xFF, 0xFF, 0xFF, 0xFF, 0x45, 0x23, 0x01, 0x00, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 3, 0,
		'u', 'p', 0, 033, '[', '3', '9', 'm', 0};
	struct buffer entry = {0};
	(void)state;
	assert_true(terminal_entry_write("a|b", &test_source, &entry));
	assert_int_equal(entry.length, sizeof expected);
	assert_memory_equal(entry.bytes, expected, sizeof expected);
	buffer_finish(&entry);
}

static void changes_capabilities_of_entries(void **state)
{
	static const struct terminal_change changes[] = {
		{"colors", NULL, 5}, {"op", NULL, 0}, {"smxx", "new", 0}};
	struct terminal_source source = test_source;
	struct buffer entry = {0};
	(void)state;
	source.changes = changes;
	source.change_count = 3;
	assert_true(terminal_entry_write("a|b", &source, &entry));
	assert_memory_equal(entry.bytes + 24, "\5\0\0\0", 4);
	assert_memory_equal(entry.bytes + 28, "\377\377\0\0\377\377\377\377\3\0up\0new\0", 17);
	assert_int_equal(entry.length, 45);
	buffer_finish(&entry);
}

static char long_string[40000];

static const char *too_long(const char *name)
{
	(void)name;
	return long_string;
}

static void refuses_entries_that_are_too_long(void **state)
{
	struct terminal_source source = test_source;
	struct buffer entry = {0};
	(void)state;
	memset(long_string, 'x', sizeof long_string - 1);
	source.string = too_long;
	assert_false(terminal_entry_write("a", &source, &entry));
	buffer_finish(&entry);
}

static void encodes_entries(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *value;
	} cases[] = {{"", 0, "b64:"}, {"f", 1, "b64:Zg=="}, {"fo", 2, "b64:Zm8="},
		{"foo", 3, "b64:Zm9v"}, {"\373\377\276", 3, "b64:-_--"},
		{"foob", 4, "b64:Zm9vYg=="}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer value = {0};
		terminal_entry_encode((struct text){cases[i].bytes, cases[i].length}, &value);
		assert_string_equal(value.bytes, cases[i].value);
		buffer_finish(&value);
	}
}

/* Programs that are started have the TERMINFO that vitae had. */
static void puts_the_place_of_descriptions_back(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		unsetenv("TERMINFO");
		if (i)
			setenv("TERMINFO", "/place", 1);
		struct terminal_place place = terminal_place_keep();
		terminal_place_set("b64:");
		assert_string_equal(getenv("TERMINFO"), "b64:");
		terminal_place_restore(&place);
		if (i)
			assert_string_equal(getenv("TERMINFO"), "/place");
		else
			assert_null(getenv("TERMINFO"));
	}
}

/* Placeholders */

static const char *address(void *context, uint32_t link)
{
	static char too_long_address[PLACEHOLDER_ADDRESS_MOST + 2];
	(void)context;
	memset(too_long_address, 'x', PLACEHOLDER_ADDRESS_MOST + 1);
	switch (link) {
	case 10:
		return "https://a.example/";
	case 11:
		return "mailto:b@c.example";
	case 12:
		return "https://a.example/\033]0;x";
	case 13:
		return "https://a.example/ b";
	case 14:
		return too_long_address;
	case 15:
		return too_long_address + 1;
	default:
		return NULL;
	}
}

/* Slot n has link n + 9. */
static void check_filled(int accent, const char *frame, const char *expected)
{
	static uint32_t slots[PLACEHOLDER_SLOTS];
	struct placeholder_links links = {.slots = slots, .address = address, .accent = accent};
	struct buffer filled = {0};
	for (uint32_t i = 1; i < 10; i++)
		slots[i] = i + 9;
	placeholder_fill(&links, text_from(frame), &filled);
	buffer_add_byte(&filled, '\0');
	assert_string_equal(filled.bytes, expected);
	buffer_finish(&filled);
}

#define CLOSE PLACEHOLDER_CLOSE
#define SLOT(number) "\033]8;;" #number "\033\\"
#define A "\033]8;id=l10;https://a.example/\033\\"
#define B "\033]8;id=l11;mailto:b@c.example\033\\"

static void puts_links_in(void **state)
{
	(void)state;
	check_filled(-1, "a" SLOT(1) "b" CLOSE "c", "a" A "b" CLOSE "c");
	check_filled(31, SLOT(1) "b" CLOSE, "\033[38;5;31m" A "b" CLOSE);
	check_filled(
		6, SLOT(1) "b" SLOT(2) "c" CLOSE "d", "\033[36m" A "b\033[36m" B "c" CLOSE "d");
	/* Only what is written on opens a link, and closes that are not needed are dropped. */
	check_filled(-1, SLOT(1) "\033[3;4H\r\n\033(B" CLOSE "x" CLOSE, "\033[3;4H\r\n\033(Bx");
	check_filled(-1, SLOT(1) "b" SLOT(1) "c\033[4;4Hd" CLOSE, A "bc\033[4;4Hd" CLOSE);
	check_filled(-1, SLOT(1) "\303\251\r" SLOT(2) "\r\nx", A "\303\251\r\r\n" B "x" CLOSE);
}

static void leaves_other_sequences_alone(void **state)
{
	static const char frame[] = "\033[?1049h\033]0;title\007\033]11;?\033\\\033P+q\033\\"
				    "\033(B\033[m\0337\033[1;31mx\033[K\016q\017\t";
	(void)state;
	check_filled(-1, frame, frame);
	/* Even where they are cut off. */
	check_filled(-1, "a\033", "a\033");
	check_filled(-1, "a\033[12", "a\033[12");
	check_filled(-1, "a\033]8;;1", "a\033]8;;1");
}

static void closes_links_at_the_end(void **state)
{
	(void)state;
	check_filled(-1, SLOT(2) "b", B "b" CLOSE);
	check_filled(-1, SLOT(2), "");
	check_filled(-1, "", "");
}

static void writes_no_address_that_is_not_safe(void **state)
{
	char expected[PLACEHOLDER_ADDRESS_MOST + 100];
	char longest[PLACEHOLDER_ADDRESS_MOST + 1] = "";
	(void)state;
	check_filled(6, SLOT(3) "b" CLOSE, "\033[36mb");
	check_filled(-1, SLOT(4) "b" CLOSE, "b");
	check_filled(-1, SLOT(5) "b" CLOSE, "b");
	check_filled(-1, SLOT(7) "b" CLOSE, "b");
	check_filled(-1, SLOT(999) "b" CLOSE, "b");
	check_filled(-1, SLOT(1) "a" SLOT(7) "b" CLOSE, A "a" CLOSE "b");
	memset(longest, 'x', PLACEHOLDER_ADDRESS_MOST);
	snprintf(expected, sizeof expected, "\033]8;id=l15;%s\033\\b" CLOSE, longest);
	check_filled(-1, SLOT(6) "b" CLOSE, expected);
}

static void moves_to_columns(void **state)
{
	(void)state;
	check_filled(6, SLOT(1024) " ", "\033[1G ");
	check_filled(-1, SLOT(1) "b" SLOT(1041) " " CLOSE "c", A "b" CLOSE "\033[18G c");
}

static void describes_terminals_with_placeholders(void **state)
{
	struct buffer value = {0};
	(void)state;
	assert_true(placeholder_describe("a", &test_source, 99, &value));
	assert_int_equal(strncmp(value.bytes, "b64:HgI", 7), 0);
	assert_int_equal(value.bytes[value.length - 1], '\0');
	buffer_finish(&value);
}

static void gives_each_link_a_slot(void **state)
{
	static struct link_slots slots;
	bool seen[PLACEHOLDER_SLOTS] = {false};
	(void)state;
	assert_int_equal(link_slots_take(&slots, 7), 1);
	assert_int_equal(link_slots_take(&slots, 100000), 2);
	assert_int_equal(link_slots_take(&slots, 7), 1);
	for (uint32_t link = 200000; slots.used < PLACEHOLDER_SLOTS; link++)
		assert_true(link_slots_take(&slots, link) > 2);
	assert_int_equal(link_slots_take(&slots, 8), 0);
	assert_int_equal(link_slots_take(&slots, 7), 1);
	seen[2] = true;
	link_slots_keep(&slots, seen);
	assert_int_equal(link_slots_take(&slots, 8), 1);
	assert_int_equal(link_slots_take(&slots, 100000), 2);
	assert_int_equal(link_slots_take(&slots, 7), 3);
	assert_int_equal(slots.links[0], 0);
}

/* Text */

static void shows_ascii_only(void **state)
{
	static const struct {
		const char *text;
		const char *ascii;
	} cases[] = {{"", ""}, {"plain", "plain"}, {"r\303\251sum\303\251", "r?sum?"},
		{"\346\227\245\346\234\254 x", "???? x"}, {"e\314\201\314\202", "?"}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct buffer ascii = {0};
		terminal_text_ascii(text_from(cases[i].text), &ascii);
		buffer_add_byte(&ascii, '\0');
		assert_string_equal(ascii.bytes, cases[i].ascii);
		buffer_finish(&ascii);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_links_where_they_are_known),
		cmocka_unit_test(asks_the_environment_for_links),
		cmocka_unit_test(asks_the_environment_for_colors),
		cmocka_unit_test(knows_who_answers),
		cmocka_unit_test(chooses_a_description),
		cmocka_unit_test(has_a_description_of_its_own),
		cmocka_unit_test(has_an_accent_for_each_background),
		cmocka_unit_test(has_inks_that_no_theme_changes),
		cmocka_unit_test(tells_apart_without_colors),
		cmocka_unit_test(writes_compiled_entries),
		cmocka_unit_test(changes_capabilities_of_entries),
		cmocka_unit_test(refuses_entries_that_are_too_long),
		cmocka_unit_test(encodes_entries),
		cmocka_unit_test(puts_the_place_of_descriptions_back),
		cmocka_unit_test(puts_links_in),
		cmocka_unit_test(leaves_other_sequences_alone),
		cmocka_unit_test(closes_links_at_the_end),
		cmocka_unit_test(writes_no_address_that_is_not_safe),
		cmocka_unit_test(moves_to_columns),
		cmocka_unit_test(describes_terminals_with_placeholders),
		cmocka_unit_test(gives_each_link_a_slot),
		cmocka_unit_test(shows_ascii_only),
	};
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return EXIT_FAILURE;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
