/* What a kiosk takes from sshd, from a visitor and from its owner's settings. */
#include "doc/doc.h"
#include "kiosk_environment.h"
#include "kiosk_place.h"
#include "kiosk_request.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

extern char **environ;

static void expect_text(struct text text, const char *expected)
{
	if (!text_is(text, expected))
		fail_msg("'%.*s' instead of '%s'", (int)text.length, text.bytes, expected);
}

/* Requests */

static void expect_request(
	const char *original, const char *option, const char *argument, const char *expected)
{
	char *words[] = {(char *)"-kiosk", (char *)option, (char *)argument, NULL};
	int count = 1 + (option ? 1 : 0) + (argument ? 1 : 0);
	expect_text(kiosk_request(count, words, original), expected);
}

static void test_request(void **state)
{
	(void)state;
	expect_request(NULL, NULL, NULL, "");
	expect_request("", NULL, NULL, "");
	expect_request(" \t", NULL, NULL, "");
	expect_request(" text ", NULL, NULL, "text");
	expect_request("a  b", NULL, NULL, "a  b");
	/* Without a forced command, the login shell is given what was typed. */
	expect_request(NULL, "-c", "text", "text");
	expect_request(NULL, "-c", "", "");
	expect_request(NULL, "-c", NULL, "");
	/* The forced command is this program; what was typed is kept elsewhere. */
	expect_request(NULL, "-c", "/usr/local/libexec/vitae/kiosk", "");
	expect_request("text", "-c", "/usr/local/libexec/vitae/kiosk", "text");
	expect_request("", "-c", "text", "");
	expect_request(
		NULL, "-c", "/usr/local/libexec/vitae/kiosk x", "/usr/local/libexec/vitae/kiosk x");
	expect_request(NULL, "-c", "kiosk", "kiosk");
	/* Nothing else is read. */
	expect_request(NULL, "--help", NULL, "");
	expect_request(NULL, "-x", "text", "");
	expect_request(NULL, "text", NULL, "");
}

/* A document with the sections work, text and odd-jobs, the first with an entry. */
static void make_document(struct doc *doc, struct arena *arena)
{
	static const char *const names[] = {"work", "text", "Odd Jobs"};
	doc_init(doc, arena);
	for (int i = 0; i < 3; i++) {
		struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
		doc_set_id(section, text_from(names[i]));
		struct block *entry = doc_add_block(doc, section, BLOCK_ENTRY);
		doc_set_id(entry, TEXT("Loom"));
		doc_add_run(doc, &entry->text, ROLE_TITLE, TEXT("Loom"));
	}
	doc_finish(doc);
}

static void test_words(void **state)
{
	static const struct {
		const char *request;
		enum kiosk_wish wish;
	} cases[] = {
		{"", KIOSK_NOTHING},
		{"help", KIOSK_HELP},
		{"text", KIOSK_FORMAT}, /* also where a section has that name */
		{"tree", KIOSK_FORMAT},
		{"work", KIOSK_SECTION},
		{"odd-jobs", KIOSK_SECTION},
		{"Odd Jobs", KIOSK_UNKNOWN},
		{"TEXT", KIOSK_UNKNOWN},
		{"work.loom", KIOSK_UNKNOWN},
		{"tex", KIOSK_UNKNOWN},
		{"textt", KIOSK_UNKNOWN},
		{"--help", KIOSK_UNKNOWN},
		{"text; id", KIOSK_UNKNOWN},
	};
	struct arena arena = {0};
	struct doc doc;
	(void)state;
	make_document(&doc, &arena);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct kiosk_word word = kiosk_read_word(text_from(cases[i].request), &doc);
		if (word.wish != cases[i].wish)
			fail_msg("'%s': %d", cases[i].request, (int)word.wish);
	}
	assert_string_equal(kiosk_read_word(TEXT("text"), &doc).format->name, "text");
	expect_text(kiosk_read_word(TEXT("odd-jobs"), &doc).section->id, "odd-jobs");
	assert_int_equal(kiosk_read_word((struct text){"text\0x", 6}, &doc).wish, KIOSK_UNKNOWN);
	arena_finish(&arena);
}

/* The environment */

/* What is left of an environment, in one line. */
static const char *clear(const char *const *variables, bool *other_encoding)
{
	static char line[1024];
	environ = (char **)variables;
	*other_encoding = kiosk_clear_environment();
	*line = '\0';
	for (char **variable = environ; variable && *variable; variable++) {
		strcat(line, *line ? " " : "");
		strcat(line, *variable);
	}
	return line;
}

static void expect_left(const char *const *variables, const char *expected)
{
	bool other;
	char **before = environ;
	assert_string_equal(clear(variables, &other), expected);
	environ = before;
}

static void test_environment(void **state)
{
	(void)state;
	expect_left((const char *const[]){NULL}, "LC_CTYPE=C.UTF-8");
	expect_left((const char *const[]){"TERM=xterm-256color", "NO_COLOR=yes", "COLORTERM=24bit",
			    "LANG=de_DE.UTF-8", NULL},
		"LC_CTYPE=C.UTF-8 TERM=xterm-256color NO_COLOR=1 COLORTERM=truecolor");
	expect_left((const char *const[]){"NO_COLOR=", "COLORTERM=", "TERM=", NULL},
		"LC_CTYPE=C.UTF-8");
	expect_left(
		(const char *const[]){"LD_PRELOAD=/tmp/a.so", "TERMINFO=/tmp", "TERMCAP=x",
			"HOME=/tmp", "PATH=/tmp", "BROWSER=sh", "EDITOR=sh", "VITAE_FILE=/tmp/a",
			"SSH_ORIGINAL_COMMAND=text", "LINES=9", "TZ=:/etc/passwd",
			"XDG_CONFIG_HOME=/tmp", "SOURCE_DATE_EPOCH=0", "LC_EVIL=x", "x", NULL},
		"LC_CTYPE=C.UTF-8");
}

static void expect_terminal(const char *name, bool is_kept)
{
	char variable[256];
	char expected[512];
	snprintf(variable, sizeof variable, "TERM=%s", name);
	snprintf(expected, sizeof expected, "LC_CTYPE=C.UTF-8%s%s", is_kept ? " " : "",
		is_kept ? variable : "");
	expect_left((const char *const[]){variable, NULL}, expected);
}

static void test_names_of_terminals(void **state)
{
	(void)state;
	expect_terminal("vt220", true);
	expect_terminal("xterm+256color-italic_2.a@x", true);
	expect_terminal("0123456789012345678901234567890123456789012345678901234567890123", true);
	expect_terminal("01234567890123456789012345678901234567890123456789012345678901234", false);
	expect_terminal("../../tmp/x", false);
	expect_terminal("xterm;id", false);
	expect_terminal("xterm x", false);
	expect_terminal("xterm\n", false);
	expect_terminal("x\033]0;title\a", false);
	expect_terminal("%n", false);
	expect_terminal("x\xff", false);
}

static void test_encodings(void **state)
{
	static const struct {
		const char *variables[3];
		bool other;
	} cases[] = {
		{{NULL}, false},
		{{"LANG=de_DE.UTF-8", NULL}, false},
		{{"LANG=de_DE.utf8@euro", NULL}, false},
		{{"LC_CTYPE=UTF-8", NULL}, false},
		{{"LANG=C", NULL}, false},
		{{"LANG=de_DE@euro", NULL}, false},
		{{"LANG=de_DE.", NULL}, false},
		{{"LANG=de_DE.ISO-8859-1", NULL}, true},
		{{"LANG=ja_JP.eucJP", NULL}, true},
		{{"LANG=../../.../tmp/evil", NULL}, true},
		{{"LC_ALL=en_US.UTF-8", "LANG=ru_RU.KOI8-R", NULL}, false},
		{{"LC_ALL=", "LANG=ru_RU.KOI8-R", NULL}, true},
	};
	char **before = environ;
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool other;
		clear(cases[i].variables, &other);
		if (other != cases[i].other)
			fail_msg("%s: %d", cases[i].variables[0], other);
	}
	environ = before;
}

/* Settings */

static void test_times(void **state)
{
	static const struct {
		const char *text;
		int seconds; /* 0 if it is none */
	} cases[] = {{"1", 1}, {"90", 90}, {"90s", 90}, {"10m", 600}, {"1h", 3600}, {"24h", 86400},
		{"86400", 86400}, {"86401", 0}, {"25h", 0}, {"0", 0}, {"0m", 0}, {"", 0}, {"m", 0},
		{"-1", 0}, {"1.5h", 0}, {"1 m", 0}, {"1d", 0}, {"1ms", 0}, {"never", 0},
		{"99999999999999999999999999", 0}, {"0x10", 0}};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int seconds = -1;
		bool good = kiosk_read_time(text_from(cases[i].text), &seconds);
		if (good != (cases[i].seconds > 0) || seconds != (good ? cases[i].seconds : -1))
			fail_msg("'%s': %d", cases[i].text, seconds);
	}
}

static void test_accounts(void **state)
{
	static const char *const good[] = {"resume", "_x", "a1-b_c", "vt-kiosk"};
	static const char *const bad[] = {"", "1a", "-a", "Ada", "a.b", "a/b", "..", "a b", "a\n",
		"\xc3\xa9", "a$", "a1234567890123456789012345678901234"};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(kiosk_is_account(text_from(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(kiosk_is_account(text_from(bad[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_request),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_environment),
		cmocka_unit_test(test_names_of_terminals),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_accounts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
