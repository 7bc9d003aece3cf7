#include "placeholder.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { ESCAPE = 033, BELL = 007, DIGITS_MOST = 9 };

struct filling {
	const struct placeholder_links *links;
	struct buffer *filled;
	uint32_t open;   /* the link that the terminal has open, or 0 */
	uint32_t wanted; /* the link of what is written next */
};

static void add_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, text_from(string));
}

/* setaf of terminfo(5): the original up to the base, and a placeholder from there on. */
static void add_foreground(struct buffer *string, const char *original)
{
	char text[64];
	snprintf(text, sizeof text, "%%?%%p1%%{%d}%%<%%t", PLACEHOLDER_BASE);
	add_string(string, text);
	add_string(string, PLACEHOLDER_CLOSE);
	add_string(string, original);
	snprintf(text, sizeof text, "%%e\033]8;;%%p1%%{%d}%%-%%d\033\\%%;", PLACEHOLDER_BASE);
	add_string(string, text);
	buffer_add_byte(string, '\0');
}

bool placeholder_describe(
	const char *name, const struct terminal_source *terminal, int pairs, struct buffer *value)
{
	struct buffer entry = {0};
	struct buffer foreground = {0};
	struct buffer original = {0};
	/* curses prefers setaf, and there would be no colours but those of placeholders. */
	if (!terminal->string("setaf") && terminal->string("setf"))
		return false;
	/* curses has no colours where one of the two is missing. */
	const char *background = terminal->string("setab");
	add_foreground(&foreground, terminal->string("setaf"));
	add_string(&original, PLACEHOLDER_CLOSE);
	add_string(&original, terminal->string("op"));
	buffer_add_byte(&original, '\0');
	const struct terminal_change changes[] = {
		{"colors", NULL, PLACEHOLDER_BASE + PLACEHOLDER_COLORS},
		{"pairs", NULL, pairs},
		{"setaf", foreground.bytes, 0},
		{"setab", background ? background : "", 0},
		{"op", original.bytes, 0},
		/* Colours are never defined, so that there is nothing to reset. */
		{"initc", NULL, 0},
		{"oc", NULL, 0},
	};
	struct terminal_source source = *terminal;
	source.changes = changes;
	source.change_count = sizeof changes / sizeof *changes;
	bool written = terminal_entry_write(name, &source, &entry);
	if (written)
		terminal_entry_encode(buffer_text(&entry), value);
	buffer_finish(&entry);
	buffer_finish(&foreground);
	buffer_finish(&original);
	return written;
}

/* Safe to stand in OSC 8, whoever made it. */
static bool is_address(const char *address)
{
	size_t length = 0;
	for (; address[length] > ' ' && address[length] <= '~'; length++) {
		if (length == PLACEHOLDER_ADDRESS_MOST)
			return false;
	}
	return length && !address[length];
}

static const char *address_of(const struct filling *filling, uint32_t link)
{
	const struct placeholder_links *links = filling->links;
	const char *address = links->address && link ? links->address(links->context, link) : NULL;
	return address && is_address(address) ? address : NULL;
}

static void close_link(struct filling *filling)
{
	filling->wanted = 0;
	if (filling->open)
		add_string(filling->filled, PLACEHOLDER_CLOSE);
	filling->open = 0;
}

/* Links are opened when something is written on them, since much that curses writes is not. */
static void open_link(struct filling *filling)
{
	char start[32];
	if (filling->open == filling->wanted)
		return;
	/* What has the same id is one link, though it is on several lines. */
	snprintf(start, sizeof start, "\033]8;id=l%u;", filling->wanted);
	add_string(filling->filled, start);
	add_string(filling->filled, address_of(filling, filling->wanted));
	add_string(filling->filled, "\033\\");
	filling->open = filling->wanted;
}

static void begin_link(struct filling *filling, uint32_t link)
{
	char color[32] = "";
	int accent = filling->links->accent;
	if (accent >= 0)
		snprintf(color, sizeof color, accent < 8 ? "\033[3%dm" : "\033[38;5;%dm", accent);
	add_string(filling->filled, color);
	if (address_of(filling, link))
		filling->wanted = link;
	else
		close_link(filling);
}

static void move_to_column(struct filling *filling, uint32_t column)
{
	char sequence[32];
	close_link(filling);
	snprintf(sequence, sizeof sequence, "\033[%uG", column + 1);
	add_string(filling->filled, sequence);
}

/* The bytes of the placeholder that text begins with, and the digits in it; else 0. */
static size_t placeholder_size(struct text text, struct text *digits)
{
	static const char start[] = "\033]8;;";
	size_t length = sizeof start - 1;
	if (text.length < length || memcmp(text.bytes, start, length) != 0)
		return 0;
	size_t end = length;
	while (end < text.length && text.bytes[end] >= '0' && text.bytes[end] <= '9')
		end++;
	bool ends = end + 1 < text.length && memcmp(text.bytes + end, "\033\\", 2) == 0;
	*digits = text_slice(text, length, end);
	return ends && digits->length <= DIGITS_MOST ? end + 2 : 0;
}

static void fill_in(struct filling *filling, struct text digits)
{
	uint32_t number = 0;
	for (size_t i = 0; i < digits.length; i++)
		number = number * 10 + (uint32_t)(digits.bytes[i] - '0');
	if (!digits.length)
		close_link(filling);
	else if (number < PLACEHOLDER_SLOTS)
		begin_link(filling, filling->links->slots[number]);
	else
		move_to_column(filling, number - PLACEHOLDER_SLOTS);
}

/* The offset behind a string such as OSC, whose end is BEL or ST. */
static size_t string_end(struct text text, size_t offset)
{
	for (; offset < text.length; offset++) {
		if (text.bytes[offset] == BELL)
			return offset + 1;
		if (text.bytes[offset] == ESCAPE)
			return offset + 2;
	}
	return offset;
}

/* The bytes of the control sequence that text begins with (ECMA-48). */
static size_t sequence_size(struct text text)
{
	size_t offset = 1;
	char kind = '\0';
	if (offset < text.length)
		kind = text.bytes[offset++];
	if (kind == ']' || kind == 'P' || kind == '_' || kind == '^')
		return string_end(text, offset);
	if (kind == '[') {
		while (offset < text.length && text.bytes[offset] < '@')
			offset++;
		return offset + 1;
	}
	/* Intermediate bytes, as of character sets, come before a final one. */
	if (kind >= ' ' && kind < '0')
		offset++;
	return offset;
}

/* Bytes up to the next control character. */
static size_t run_size(struct text text)
{
	size_t size = 0;
	while (size < text.length && (unsigned char)text.bytes[size] >= ' ')
		size++;
	return size;
}

/* Takes the next of a frame; returns its bytes. */
static size_t fill_next(struct filling *filling, struct text rest)
{
	struct text digits;
	size_t size = placeholder_size(rest, &digits);
	if (size) {
		fill_in(filling, digits);
		return size;
	}
	size = run_size(rest);
	if (size)
		open_link(filling);
	else
		size = *rest.bytes == ESCAPE ? sequence_size(rest) : 1;
	buffer_add(filling->filled, text_slice(rest, 0, size));
	return size;
}

void placeholder_fill(
	const struct placeholder_links *links, struct text frame, struct buffer *filled)
{
	struct filling filling = {.links = links, .filled = filled};
	while (frame.length) {
		size_t size = fill_next(&filling, frame);
		frame = text_slice(frame, size, frame.length);
	}
	close_link(&filling);
}
