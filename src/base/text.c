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

struct text text_trim(struct text text)
{
	size_t start = 0;
	size_t end = text.length;
	while (start < end && is_blank(text.bytes[start]))
		start++;
	while (end > start && is_blank(text.bytes[end - 1]))
		end--;
	return text_slice(text, start, end);
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

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool text_starts_caseless(struct text text, const char *prefix)
{
	size_t i = 0;
	while (prefix[i] && i < text.length && lower(text.bytes[i]) == lower(prefix[i]))
		i++;
	return prefix[i] == '\0';
}

bool text_is_caseless(struct text text, const char *string)
{
	return text_starts_caseless(text, string) && text.length == strlen(string);
}

size_t text_find(struct text text, size_t start, char needle)
{
	if (start >= text.length)
		return text.length;
	const char *found = memchr(text.bytes + start, needle, text.length - start);
	return found ? (size_t)(found - text.bytes) : text.length;
}
