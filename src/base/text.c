#include "base/text.h"

#include <string.h>

struct text text_from(const char *string)
{
	return (struct text){string, string ? strlen(string) : 0};
}

struct text text_slice(struct text text, size_t start, size_t end)
{
	if (end > text.length)
		end = text.length;
	if (start >= end)
		return (struct text){text.bytes, 0};
	return (struct text){text.bytes + start, end - start};
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct text text_trim_end(struct text text)
{
	while (text.length && is_blank(text.bytes[text.length - 1]))
		text.length--;
	return text;
}

struct text text_trim(struct text text)
{
	size_t start = 0;
	text = text_trim_end(text);
	while (start < text.length && is_blank(text.bytes[start]))
		start++;
	return text_slice(text, start, text.length);
}

bool text_equal(struct text a, struct text b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

bool text_is(struct text text, const char *string)
{
	/* Nearly all comparisons end at the first byte, so that measuring the string would not pay.
	 */
	for (size_t i = 0; i < text.length; i++) {
		if (string[i] == '\0' || string[i] != text.bytes[i])
			return false;
	}
	return string[text.length] == '\0';
}

char text_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool text_starts_with(struct text text, struct text start)
{
	return text_equal(text_slice(text, 0, start.length), start);
}

bool text_starts_caseless(struct text text, struct text start)
{
	size_t i = 0;
	while (i < start.length && i < text.length &&
		text_lower(text.bytes[i]) == text_lower(start.bytes[i]))
		i++;
	return i == start.length;
}

bool text_equal_caseless(struct text a, struct text b)
{
	return a.length == b.length && text_starts_caseless(a, b);
}

bool text_is_caseless(struct text text, const char *string)
{
	return text_equal_caseless(text, text_from(string));
}

size_t text_find(struct text text, size_t start, char needle)
{
	if (start >= text.length)
		return text.length;
	const char *found = memchr(text.bytes + start, needle, text.length - start);
	return found ? (size_t)(found - text.bytes) : text.length;
}
