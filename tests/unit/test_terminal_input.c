/* What a terminal sends: keys, answers, clicks, pasted text, wherever reads split it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/dialogue.h"
#include "tui/terminal_input.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOG_BYTES = 4096 };

static char log_text[LOG_BYTES];

static const char *name_of_key(uint32_t key)
{
	static char name[INPUT_NAME_MOST + 16];
	char bytes[INPUT_NAME_MOST];
	struct text known = input_name(key, bytes);
	if (key == TERMINAL_KEY_UNKNOWN)
		return "unknown";
	if (key >= ' ' && key < 0x110000)
		snprintf(name, sizeof name, key < 0x7F && key > ' ' ? "%c" : "%x", (int)key);
	else if (known.length && key >= ' ')
		snprintf(name, sizeof name, "%.*s", (int)known.length, known.bytes);
	else
		snprintf(name, sizeof name, "%x", key);
	return name;
}

static void note(const char *format, const char *what, int row, int column)
{
	size_t length = strlen(log_text);
	snprintf(log_text + length, sizeof log_text - length, format, what, row, column);
}

static void note_event(const struct terminal_input *input, const struct terminal_event *event)
{
	static const char *const answers[] = {"none", "other", "cursor", "background", "da1"};
	char pasted[80];
	switch (event->kind) {
	case TERMINAL_KEY:
		note(event->count > 1 ? "%s*%d " : "%s ", name_of_key(event->key), event->count, 0);
		break;
	case TERMINAL_REPLY:
		note("<%s> ", answers[event->reply.kind], 0, 0);
		break;
	case TERMINAL_CLICK:
		note("%s(%d,%d) ", "click", event->row, event->column);
		break;
	case TERMINAL_PASTE:
		snprintf(pasted, sizeof pasted, "[%.*s]", (int)input->paste.length,
			input->paste.bytes);
		note("%s ", pasted, 0, 0);
		break;
	default:
		break;
	}
}

/* All events there are; with patience, those that more bytes cannot change. */
static void drain(struct terminal_input *input, bool patience)
{
	for (;;) {
		struct terminal_event event = terminal_input_next(input, patience);
		if (event.kind == TERMINAL_NOTHING || event.kind == TERMINAL_UNFINISHED)
			return;
		note_event(input, &event);
	}
}

static void finish_log(struct terminal_input *input)
{
	drain(input, false);
	terminal_input_finish(input);
	size_t length = strlen(log_text);
	if (length)
		log_text[length - 1] = '\0';
}

static const char *string(const char *capability)
{
	if (strcmp(capability, "kcuu1") == 0)
		return "\033A"; /* as a VT52 */
	if (strcmp(capability, "kf1") == 0)
		return "\033[[A"; /* as the Linux console */
	return strcmp(capability, "kcub1") == 0 ? "\b" : NULL;
}

static struct terminal_input begin(bool mouse)
{
	struct terminal_input input = {.mouse = mouse};
	*log_text = '\0';
	terminal_input_learn(&input, string);
	return input;
}

/* The events of bytes that come at once, and byte by byte with the rest close behind. */
static void check_mouse(const char *bytes, bool mouse, const char *expected)
{
	struct text text = text_from(bytes);
	for (int piecewise = 0; piecewise < 2; piecewise++) {
		struct terminal_input input = begin(mouse);
		if (!piecewise)
			terminal_input_add(&input, text);
		for (size_t i = 0; piecewise && i < text.length; i++) {
			terminal_input_add(&input, text_slice(text, i, i + 1));
			drain(&input, true);
		}
		finish_log(&input);
		assert_string_equal(log_text, expected);
	}
}

static void check(const char *bytes, const char *expected)
{
	check_mouse(bytes, false, expected);
}

/* The same in two pieces with a pause between them. */
static void check_pause(const char *first, const char *second, const char *expected)
{
	struct terminal_input input = begin(false);
	terminal_input_add(&input, text_from(first));
	drain(&input, true);
	drain(&input, false);
	terminal_input_add(&input, text_from(second));
	drain(&input, true);
	finish_log(&input);
	assert_string_equal(log_text, expected);
}

/* Keys */

static void reads_keys(void **state)
{
	(void)state;
	check("jq", "j q");
	check("\r\n\t\b\177", "Enter Enter Tab Backspace Backspace");
	check("\003\032", "3 1a");
	check("\303\251\346\227\245\360\237\230\200", "e9 65e5 1f600");
	check("\033OA\033[B\033OC\033[D", "Up Down Right Left");
	check("\033[H\033OF\033[1~\033[4~\033[5~\033[6~", "Home End Home End PgUp PgDn");
	check("\033[3~\033[Z\033OP\033OM\033[11~", "Del Shift-Tab F1 Enter F1");
	check("\033A\033[[Ax", "Up F1 x");
}

static void swallows_keys_that_mean_nothing(void **state)
{
	(void)state;
	check("\033[24~\033OQ\033[15~\033[[Bq", "F12 F2 F5 F2 q");
	check("\033[25~q", "unknown q");
	check("\033[1;5Bq", "unknown q");
	check("\033[[Fq", "unknown q");
	check("\033OTq", "unknown q");
	check("\033[I\033[Oq", "unknown unknown q");
}

static void tells_escape_from_alt(void **state)
{
	(void)state;
	check("\033", "Esc");
	check("\033\033", "Esc Esc");
	check("\033\033OB", "Esc Down");
	check("\033x", "Alt-x");
	check("\033\303\251", "Alt-\303\251");
	check("\033\r", "Esc Enter");
	check_pause("\033", "x", "Esc x");
	check_pause("\033", "[", "Esc [");
	check_pause("\033", "[A", "Esc [ A");
	check_pause("\033", "OB", "Esc O B");
	check_pause("\033[", "x", "Alt-[ x");
	check_pause("\033O", "x", "Alt-O x");
	check_pause("\033]", "x", "Alt-] x");
	check_pause("\033", "\033", "Esc Esc");
	check_pause("\033", "\033[B", "Esc Down");
}

static void survives_bytes_that_are_no_text(void **state)
{
	(void)state;
	check("\377j", "unknown j");
	check_pause("\303", "j", "unknown j");
	check_pause("\346\227", "j", "unknown unknown j");
	check("\033[12\001q", "1 q");
	check("\033[12\033[Bq", "Down q");
	check("\033]2;x\rq", "Enter q");
}

/* Control and the space bar send it. */
static void drops_nul(void **state)
{
	struct terminal_input input = begin(false);
	(void)state;
	terminal_input_add(&input, (struct text){"a\0b", 3});
	finish_log(&input);
	assert_string_equal(log_text, "a b");
}

/* Answers */

#define DA1 "\033[?62;22c"
#define BACKGROUND "\033]11;rgb:1e1e/1e1e/1e1e\033\\"

static void keeps_answers_apart_from_keys(void **state)
{
	(void)state;
	check(DA1, "<da1>");
	check("j\033[5;2R" BACKGROUND DA1 "q", "j <cursor> <background> <da1> q");
	check("\033]11;rgb:f/f/f\007q", "<background> q");
	check("\033[>41;379;0c\033P>|XTerm(379)\033\\\033[?2026;2$yq", "<other> <other> <other> q");
	check("\033\033[?1c", "Esc <da1>");
	/* Shift and F3, or where the cursor is: neither acts. */
	check("\033[1;2Rq", "<cursor> q");
}

/* Takes every "Esc " out of the log: that key is right where a pause follows its byte. */
static void forget_escapes(void)
{
	char *place = log_text;
	while ((place = strstr(place, "Esc ")))
		memmove(place, place + 4, strlen(place + 4) + 1);
}

static void knows_answers_that_come_late(void **state)
{
	static const char answers[] = "j\033[5;2R" BACKGROUND DA1 "q";
	struct text text = text_from(answers);
	(void)state;
	for (size_t split = 1; split < text.length; split++) {
		struct terminal_input input = begin(false);
		input.expects = true;
		terminal_input_add(&input, text_slice(text, 0, split));
		drain(&input, true);
		drain(&input, false);
		terminal_input_add(&input, text_slice(text, split, text.length));
		finish_log(&input);
		forget_escapes();
		assert_string_equal(log_text, "j <cursor> <background> <da1> q");
	}
}

static void gives_up_answers_that_do_not_end(void **state)
{
	char bytes[2000] = "\033]11;";
	(void)state;
	memset(bytes + 5, 'x', 1000);
	struct terminal_input input = begin(false);
	terminal_input_add(&input, text_from(bytes));
	drain(&input, false);
	terminal_input_add(&input, TEXT("q"));
	finish_log(&input);
	assert_string_equal(log_text, "q");
}

static void reads_what_answers_say(void **state)
{
	static const struct {
		const char *color;
		enum background background;
	} cases[] = {{"rgb:0000/0000/0000", BACKGROUND_DARK},
		{"rgb:ffff/ffff/ffff", BACKGROUND_LIGHT}, {"rgb:fd/f6/e3", BACKGROUND_LIGHT},
		{"rgb:00/2b/36", BACKGROUND_DARK}, {"rgb:f/f/f", BACKGROUND_LIGHT},
		{"rgba:ffff/ffff/ffff/0000", BACKGROUND_LIGHT},
		{"rgb:0000/ffff/0000", BACKGROUND_LIGHT}, {"rgb:0000/0000/ffff", BACKGROUND_DARK},
		{"rgb:ffff/ffff", BACKGROUND_UNKNOWN}, {"rgb:", BACKGROUND_UNKNOWN},
		{"rgb:12345/0/0", BACKGROUND_UNKNOWN}, {"white", BACKGROUND_UNKNOWN}};
	char sequence[80];
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(sequence, sizeof sequence, "\033]11;%s\033\\", cases[i].color);
		struct reply reply = reply_read(text_from(sequence));
		assert_int_equal(reply.kind, REPLY_BACKGROUND);
		assert_int_equal(reply.background, cases[i].background);
	}
	struct reply cursor = reply_read(text_from("\033[12;34R"));
	assert_int_equal(cursor.kind, REPLY_CURSOR);
	assert_int_equal(cursor.column, 33);
	assert_int_equal(reply_read(text_from("\033[R")).kind, REPLY_NONE);
	assert_int_equal(reply_read(text_from("\033[A")).kind, REPLY_NONE);
	assert_int_equal(reply_read(text_from("\033OA")).kind, REPLY_NONE);
	assert_int_equal(reply_read(text_from("\033")).kind, REPLY_NONE);
}

/* Mouse */

static void reads_clicks_and_the_wheel(void **state)
{
	(void)state;
	check_mouse("\033[<0;5;3M\033[<0;5;3mq", true, "click(2,4) q");
	check_mouse("\033[<64;5;3M\033[<65;5;3Mq", true, "Up*3 Down*3 q");
	check_mouse("\033[<16;300;200M", true, "click(199,299)");
	check_mouse("\033[<1;5;3M\033[<2;5;3M\033[<35;5;3Mq", true, "q");
	check_mouse("\033[M %#\033[M#%#\033[M`%#q", true, "click(2,4) Up*3 q");
	check_mouse("\033[<0;0;0M\033[<;;M\033[<999999999999;1;1Mq", true, "q");
	/* Nothing that is not three numbers; not one digit more than there is is read. */
	check_mouse("\033[<111111111111111111111111111Mq", true, "q");
	check_mouse("\033[<1;2Mq", true, "q");
	check_mouse("\033[Mq", false, "unknown q");
}

/* Pasting */

static void keeps_pasted_text_together(void **state)
{
	(void)state;
	check("\033[200~q\n\033[201~q", "[q\n] q");
	check("\033[200~\033[201~q", "[] q");
	check("\033[200~a\033[B\033[20b\033[201~q", "[a\033[B\033[20b] q");
	check("\033[200~a\033[201~\033[200~b\033[201~", "[a] [b]");
	check("\033[201~q", "q");
	check_pause("\033[200~q", "q\033[201~q", "[qq] q");
	check_pause("\033[200~q\033[20", "1~q", "[q] q");
	check_pause("\033", "[200~q\033[201~q", "Esc [q] q");
}

static void ends_a_paste_without_end(void **state)
{
	(void)state;
	/* The reader's Escape. */
	check_pause("\033[200~q\033", "q", "[q] q");
	/* Silence, which the caller measures. */
	struct terminal_input input = begin(false);
	terminal_input_add(&input, TEXT("\033[200~qq"));
	drain(&input, true);
	terminal_input_cut_paste(&input);
	terminal_input_add(&input, TEXT("j"));
	finish_log(&input);
	assert_string_equal(log_text, "[qq] j");
}

static void bounds_what_it_keeps_of_a_paste(void **state)
{
	enum { PIECE = 4096 };
	char bytes[PIECE];
	struct terminal_input input = begin(false);
	struct terminal_event event = {0};
	size_t sent = 0;
	(void)state;
	memset(bytes, 'q', sizeof bytes);
	terminal_input_add(&input, TEXT("\033[200~"));
	while (event.kind != TERMINAL_PASTE && sent < 2 * (size_t)TERMINAL_PASTE_END) {
		terminal_input_add(&input, (struct text){bytes, sizeof bytes});
		sent += sizeof bytes;
		event = terminal_input_next(&input, true);
	}
	assert_int_equal(event.kind, TERMINAL_PASTE);
	assert_int_equal(input.paste.length, TERMINAL_PASTE_MOST);
	assert_int_equal(sent, TERMINAL_PASTE_END);
	terminal_input_add(&input, TEXT("j"));
	finish_log(&input);
	assert_string_equal(log_text, "j");
}

static void forgets(void **state)
{
	struct terminal_input input = begin(false);
	(void)state;
	terminal_input_add(&input, TEXT("qq\033[200~qq"));
	assert_int_equal(terminal_input_next(&input, true).kind, TERMINAL_KEY);
	terminal_input_forget(&input);
	terminal_input_add(&input, TEXT("j"));
	finish_log(&input);
	assert_string_equal(log_text, "j");
}

/* Dialogue */

static void check_asked(const char *name, uint32_t character, const char *expected)
{
	struct dialogue dialogue;
	struct buffer bytes = {0};
	dialogue_init(&dialogue, name);
	dialogue_ask(&dialogue, character, &bytes);
	dialogue_ask(&dialogue, character, &bytes);
	buffer_add_byte(&bytes, '\0');
	assert_string_equal(bytes.bytes, expected);
	buffer_finish(&bytes);
}

static void asks_once_those_who_answer(void **state)
{
	(void)state;
	check_asked("xterm", 0x276F, "\r\u00A0\033[6n\r\u276F\r\033]11;?\033\\\033[c");
	check_asked("xterm", '>', "\r\u00A0\033[6n\r>\r\033]11;?\033\\\033[c");
	check_asked("xterm", 0, "\033]11;?\033\\\033[c");
	check_asked("vt100", 0x276F, "");
	check_asked("linux", 0x276F, "");
	check_asked("ansi", 0x276F, "");
}

static void check_modes(const char *name, bool mouse, const char *start, const char *end)
{
	struct dialogue dialogue;
	struct buffer bytes = {0};
	dialogue_init(&dialogue, name);
	dialogue.mouse = mouse;
	dialogue_add_start(&dialogue, &bytes);
	buffer_add_byte(&bytes, '|');
	dialogue_add_end(&dialogue, &bytes);
	buffer_add_byte(&bytes, '\0');
	size_t middle = text_find(text_from(bytes.bytes), 0, '|');
	assert_string_equal(bytes.bytes + middle + 1, end);
	bytes.bytes[middle] = '\0';
	assert_string_equal(bytes.bytes, start);
	buffer_finish(&bytes);
}

static void switches_modes_on_and_off(void **state)
{
	(void)state;
	check_modes("linux", false, "", "");
	check_modes("screen", false, "\033[?2004h", "\033[?2004l");
	check_modes("xterm", false, "\033[?2004h\033[?1007s\033[?1007h", "\033[?1007r\033[?2004l");
	check_modes("screen", true, "\033[?2004h\033[?1000h\033[?1006h",
		"\033[?1006l\033[?1000l\033[?2004l");
}

static struct reply cursor_at(int column)
{
	return (struct reply){REPLY_CURSOR, column, BACKGROUND_UNKNOWN};
}

static void learns_from_answers(void **state)
{
	struct dialogue dialogue;
	struct buffer bytes = {0};
	struct reply light = {REPLY_BACKGROUND, 0, BACKGROUND_LIGHT};
	(void)state;
	dialogue_init(&dialogue, "xterm");
	/* Nothing was asked. */
	assert_false(dialogue_learn(&dialogue, cursor_at(5)));
	assert_false(dialogue_learn(&dialogue, light));
	dialogue_ask(&dialogue, 0x276F, &bytes);
	assert_false(dialogue_learn(&dialogue, cursor_at(1)));
	assert_false(dialogue_learn(&dialogue, cursor_at(3)));
	assert_false(dialogue.is_8_bit);
	assert_true(dialogue_learn(&dialogue, light));
	assert_false(dialogue_learn(&dialogue, light));
	dialogue_init(&dialogue, "xterm");
	dialogue_ask(&dialogue, 0x276F, &bytes);
	assert_true(dialogue_learn(&dialogue, cursor_at(3)));
	assert_true(dialogue.is_8_bit);
	/* A byte of UTF-8 asks an 8-bit terminal what it is (DECID), so that this comes first. */
	dialogue_init(&dialogue, "xterm");
	dialogue_ask(&dialogue, 0x276F, &bytes);
	assert_false(
		dialogue_learn(&dialogue, (struct reply){REPLY_ATTRIBUTES, 0, BACKGROUND_UNKNOWN}));
	assert_true(dialogue_learn(&dialogue, cursor_at(2)));
	buffer_finish(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_keys),
		cmocka_unit_test(swallows_keys_that_mean_nothing),
		cmocka_unit_test(tells_escape_from_alt),
		cmocka_unit_test(survives_bytes_that_are_no_text),
		cmocka_unit_test(drops_nul),
		cmocka_unit_test(keeps_answers_apart_from_keys),
		cmocka_unit_test(knows_answers_that_come_late),
		cmocka_unit_test(gives_up_answers_that_do_not_end),
		cmocka_unit_test(reads_what_answers_say),
		cmocka_unit_test(reads_clicks_and_the_wheel),
		cmocka_unit_test(keeps_pasted_text_together),
		cmocka_unit_test(ends_a_paste_without_end),
		cmocka_unit_test(bounds_what_it_keeps_of_a_paste),
		cmocka_unit_test(forgets),
		cmocka_unit_test(asks_once_those_who_answer),
		cmocka_unit_test(switches_modes_on_and_off),
		cmocka_unit_test(learns_from_answers),
	};
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return EXIT_FAILURE;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
