#define _GNU_SOURCE 1
#include "terminal_stream.h"

#include <stdlib.h>
#include <string.h>

enum state {
	STATE_TEXT,
	STATE_ESCAPE,
	STATE_SEQUENCE, /* after CSI */
	STATE_STRING,   /* after OSC or DCS */
	STATE_STRING_ESCAPE,
};

static enum state after_escape(char byte)
{
	switch (byte) {
	case '\033':
		return STATE_ESCAPE;
	case '[':
		return STATE_SEQUENCE;
	case ']':
	case 'P':
		return STATE_STRING;
	default:
		return STATE_TEXT;
	}
}

static enum state next_state(enum state state, char byte)
{
	if (byte == '\030' || byte == '\032')
		return STATE_TEXT; /* cancelled */
	switch (state) {
	case STATE_ESCAPE:
		return after_escape(byte);
	case STATE_STRING:
		if (byte == '\033')
			return STATE_STRING_ESCAPE;
		return byte == '\a' ? STATE_TEXT : STATE_STRING;
	case STATE_STRING_ESCAPE:
		/* Any other sequence ends the string too. */
		return byte == '\\' ? STATE_TEXT : after_escape(byte);
	case STATE_SEQUENCE:
		if (byte >= '@' && byte <= '~')
			return STATE_TEXT;
		return byte == '\033' ? STATE_ESCAPE : STATE_SEQUENCE;
	case STATE_TEXT:
		break;
	}
	return byte == '\033' ? STATE_ESCAPE : STATE_TEXT;
}

/* The length without a sequence at the end that is not finished. */
static size_t finished_length(const char *bytes, size_t length)
{
	enum state state = STATE_TEXT;
	size_t start = 0;

	for (size_t i = 0; i < length; i++) {
		enum state next = next_state(state, bytes[i]);

		if (state == STATE_TEXT)
			start = i;
		state = next;
	}
	return state == STATE_TEXT ? length : start;
}

/* How many bytes the character has that begins with this one; 1 for a malformed one. */
static size_t character_size(char first)
{
	unsigned char byte = (unsigned char)first;

	if (byte >= 0xf0)
		return 4;
	if (byte >= 0xe0)
		return 3;
	return byte >= 0xc0 ? 2 : 1;
}

static size_t whole_characters_length(const char *bytes, size_t length)
{
	for (size_t back = 1; back <= 3 && back <= length; back++) {
		size_t size = character_size(bytes[length - back]);

		if (size > 1)
			return size > back ? length - back : length;
	}
	return length;
}

size_t stream_whole_length(const char *bytes, size_t length)
{
	return whole_characters_length(bytes, finished_length(bytes, length));
}

/* True for what is surely narrow, which includes punctuation, arrows and boxes. */
static bool is_narrow(const char *bytes, size_t size)
{
	unsigned char first = (unsigned char)bytes[0];
	unsigned char second = (unsigned char)(size > 1 ? bytes[1] : 0);

	if (size < 3 || first == 0xe0)
		return true; /* up to U+0FFF */
	if (first == 0xe1)
		return second < 0x84; /* up to U+10FF */
	if (first == 0xe2) {          /* U+2000 to U+22FF, U+2500 to U+25BF, U+2758 to U+277F */
		unsigned char third = (unsigned char)bytes[2];

		return second <= 0x8b || (second >= 0x94 && second <= 0x96) ||
		       (second == 0x9d && third >= 0x98);
	}
	return false;
}

size_t stream_narrow(char *bytes, size_t length)
{
	size_t kept = 0;
	size_t size;

	for (size_t i = 0; i < length; i += size) {
		size = character_size(bytes[i]);
		if (size > length - i)
			size = length - i;
		if (is_narrow(bytes + i, size)) {
			memmove(bytes + kept, bytes + i, size);
			kept += size;
		} else {
			bytes[kept++] = '?';
		}
	}
	return kept;
}

/* True if one of the numbers, which are separated by semicolons, is this one. */
static bool has_number(const char *numbers, const char *end, long wanted)
{
	while (numbers < end) {
		char *rest;

		if (strtol(numbers, &rest, 10) == wanted)
			return true;
		numbers = rest + 1;
	}
	return false;
}

void stream_read_cursor(const char *bytes, size_t length, bool *visible)
{
	static const char introducer[] = "\033[?";
	const char *end = bytes + length;
	const char *sequence = bytes;

	while ((sequence = memmem(sequence, (size_t)(end - sequence), introducer, 3))) {
		const char *numbers = sequence + 3;

		sequence = numbers;
		while (sequence < end && strchr("0123456789;", *sequence) && *sequence)
			sequence++;
		if (sequence < end && (*sequence == 'h' || *sequence == 'l') &&
			has_number(numbers, sequence, 25))
			*visible = *sequence == 'h';
	}
}
