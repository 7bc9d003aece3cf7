#include "tui/input.h"

#include "base/unicode.h"

#include <stdio.h>
#include <string.h>

enum { CONTROL_BIT = 0x40, DELETE = 0x7F, CHARACTER_MOST = 0x10FFFF };

/* Of several names of a key the first is the one that is shown. */
static const struct {
	const char *name;
	uint32_t input;
} names[] = {
	{"Up", INPUT_UP},
	{"Down", INPUT_DOWN},
	{"Left", INPUT_LEFT},
	{"Right", INPUT_RIGHT},
	{"PgUp", INPUT_PAGE_UP},
	{"PgDn", INPUT_PAGE_DOWN},
	{"Home", INPUT_HOME},
	{"End", INPUT_END},
	{"Enter", INPUT_ENTER},
	{"Tab", INPUT_TAB},
	{"Shift-Tab", INPUT_BACK_TAB},
	{"Esc", INPUT_ESCAPE},
	{"Backspace", INPUT_BACKSPACE},
	{"Del", INPUT_DELETE},
	{"Space", ' '},
	{"{letter}", INPUT_ANY_LETTER},
	/* Terminals send these for keys that have names. */
	{"^I", INPUT_TAB},
	{"^J", INPUT_ENTER},
	{"^M", INPUT_ENTER},
	{"^[", INPUT_ESCAPE},
};

enum { NAME_COUNT = sizeof names / sizeof *names };

/* "F1" to "F12". */
static uint32_t function_key(struct text name)
{
	for (uint32_t input = INPUT_F1; input <= INPUT_F12; input++) {
		char bytes[INPUT_NAME_MOST];
		input_name(input, bytes);
		if (text_is_caseless(name, bytes))
			return input;
	}
	return INPUT_NONE;
}

/* "^A" and the like, "^?". */
static uint32_t control_key(struct text name)
{
	if (name.length != 2 || name.bytes[0] != '^')
		return INPUT_NONE;
	char byte = name.bytes[1];
	if (byte == '?')
		return DELETE;
	if (byte >= 'a' && byte <= 'z')
		byte = (char)(byte - 'a' + 'A');
	return byte > '@' && byte <= '_' ? (uint32_t)byte - CONTROL_BIT : INPUT_NONE;
}

/* A name without "Alt-". */
static uint32_t plain_key(struct text name)
{
	if (!name.length)
		return INPUT_NONE;
	size_t size;
	uint32_t character = unicode_decode(name, 0, &size);
	if (size == name.length)
		return character;
	for (int i = 0; i < NAME_COUNT; i++) {
		if (text_is_caseless(name, names[i].name))
			return names[i].input;
	}
	uint32_t input = function_key(name);
	return input != INPUT_NONE ? input : control_key(name);
}

uint32_t input_from_name(struct text name)
{
	static const char alt[] = "Alt-";
	if (!text_starts_caseless(name, text_from(alt)))
		return plain_key(name);
	uint32_t input = plain_key(text_slice(name, strlen(alt), name.length));
	return input != INPUT_NONE && input <= CHARACTER_MOST ? input | INPUT_ALT : INPUT_NONE;
}

static const char *listed_name(uint32_t input)
{
	for (int i = 0; i < NAME_COUNT; i++) {
		if (names[i].input == input)
			return names[i].name;
	}
	return NULL;
}

struct text input_name(uint32_t input, char bytes[INPUT_NAME_MOST])
{
	const char *alt = input & INPUT_ALT ? "Alt-" : "";
	input &= ~(uint32_t)INPUT_ALT;
	const char *name = listed_name(input);
	if (name)
		snprintf(bytes, INPUT_NAME_MOST, "%s%s", alt, name);
	else if (input >= INPUT_F1 && input <= INPUT_F12)
		snprintf(bytes, INPUT_NAME_MOST, "F%u", input - INPUT_F1 + 1);
	else if (input == INPUT_NONE || input > CHARACTER_MOST)
		bytes[0] = '\0';
	else if (input < ' ' || input == DELETE)
		snprintf(bytes, INPUT_NAME_MOST, "%s^%c", alt, (int)(input ^ CONTROL_BIT));
	else {
		char character[4];
		int size = (int)unicode_encode(input, character);
		snprintf(bytes, INPUT_NAME_MOST, "%s%.*s", alt, size, character);
	}
	return text_from(bytes);
}
