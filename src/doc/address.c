#include "address.h"

#include "base/unicode.h"

#include <stdint.h>
#include <string.h>

static bool is_one_of(const char *bytes, char byte)
{
	return byte && strchr(bytes, byte);
}

static bool is_alphanumeric(char byte)
{
	byte = text_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Letters that may be next to ASCII in one word; a Han character before a name is no part of it. */
static bool is_letter_beyond_ascii(uint32_t character)
{
	return character >= 0xC0 && character < 0x530 && character != 0xD7 && character != 0xF7;
}

/* How many bytes of a letter or digit there are at a place, or 0. */
static size_t letter_size(struct text text, size_t at)
{
	if (at >= text.length)
		return 0;
	if (is_alphanumeric(text.bytes[at]))
		return 1;
	if (!((unsigned char)text.bytes[at] & 0x80))
		return 0;
	size_t size;
	return is_letter_beyond_ascii(unicode_decode(text, at, &size)) ? size : 0;
}

/* Behind the letters, digits and the bytes given that there are from a place on. */
static size_t skip_word(struct text text, size_t at, const char *others)
{
	while (at < text.length) {
		size_t size = is_one_of(others, text.bytes[at]) ? 1 : letter_size(text, at);
		if (!size)
			break;
		at += size;
	}
	return at;
}

size_t address_word(struct text text, size_t start)
{
	size_t end = skip_word(text, start, "._%+-");
	return end > start ? end - start : 1;
}

/* True for spaces, quotes, brackets and stops, which end an address whatever its language. */
static bool ends_address(uint32_t character)
{
	static const struct {
		uint32_t first;
		uint32_t last;
	} ranges[] = {{0, ' '}, {0x7F, 0xA0}, {0xAB, 0xAB}, {0xBB, 0xBB}, {0x2000, 0x206F},
		{0x3000, 0x3003}, {0x3008, 0x3011}, {0x3014, 0x301F}, {0xFF01, 0xFF02},
		{0xFF07, 0xFF09}, {0xFF0C, 0xFF0C}, {0xFF1A, 0xFF1B}, {0xFF1F, 0xFF1F},
		{0xFFFD, 0xFFFD}};

	if (character < 0x80 && is_one_of("<>\"`|", (char)character))
		return true;
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		if (character >= ranges[i].first && character <= ranges[i].last)
			return true;
	}
	return false;
}

/* A closing bracket that was not opened before is not part of the address. */
static bool balances(int depths[3], char byte)
{
	static const char opening[] = "([{";
	static const char closing[] = ")]}";

	if (is_one_of(opening, byte))
		depths[strchr(opening, byte) - opening]++;
	return !is_one_of(closing, byte) || depths[strchr(closing, byte) - closing]-- > 0;
}

/* True if a reference such as &gt; begins at a place; &amp; stands for itself. */
static bool begins_entity(struct text text, size_t at)
{
	if (text_starts_with(text_slice(text, at, text.length), TEXT("&amp;")))
		return false;
	size_t end = at + 1;
	while (end < text.length && (is_alphanumeric(text.bytes[end]) || text.bytes[end] == '#'))
		end++;
	return end > at + 1 && end < text.length && text.bytes[end] == ';';
}

/* How many bytes of the address there are at a place; 0 where it ends. */
static size_t piece_size(struct text text, size_t at, int depths[3])
{
	struct text rest = text_slice(text, at, text.length);
	size_t size;
	if (rest.bytes[0] == '\\')
		return rest.length > 1 && is_one_of("_#%&~*-+=@()[].!", rest.bytes[1]) ? 2 : 0;
	if (rest.bytes[0] == '&' && begins_entity(text, at))
		return 0;
	if (text_starts_with(rest, TEXT("**")) || !balances(depths, rest.bytes[0]))
		return 0;
	return ends_address(unicode_decode(text, at, &size)) ? 0 : size;
}

/* The rest of an address from a place on, without the punctuation at its end. */
static size_t end_of_address(struct text text, size_t start)
{
	int depths[3] = {0};
	size_t end = start;
	while (end < text.length) {
		size_t size = piece_size(text, end, depths);
		if (!size)
			break;
		end += size;
	}
	while (end > start && is_one_of("?!.,:;*_~'", text.bytes[end - 1]) &&
		text.bytes[end - 2] != '\\')
		end--;
	return end;
}

/* Where the mailbox from start on ends, or start: a name, "@", and a host with a dot. */
static size_t end_of_mailbox(struct text text, size_t start)
{
	size_t at = skip_word(text, start, "._%+-");
	if (!letter_size(text, start) || at >= text.length || text.bytes[at] != '@' ||
		text.bytes[at - 1] == '.')
		return start;
	size_t host = at + 1;
	size_t end = skip_word(text, host, ".-");
	while (end > host && is_one_of(".-", text.bytes[end - 1]))
		end--;
	size_t label = end;
	while (label > host && text.bytes[label - 1] != '.')
		label--;
	bool has_dot = label > host && text.bytes[host] != '.';
	bool is_number = label < end && text.bytes[label] >= '0' && text.bytes[label] <= '9';
	return has_dot && !is_number ? end : start;
}

/* True if a host begins at start whose name has a dot. */
static bool begins_host(struct text text, size_t start)
{
	bool has_dot = false;
	size_t at = start;
	for (; at < text.length; at++) {
		char byte = text.bytes[at];
		bool is_label = is_alphanumeric(byte) || (unsigned char)byte & 0x80;
		if (is_label && has_dot)
			return true;
		if (byte == '.' && at > start)
			has_dot = true;
		else if (!is_label && !(at > start && is_one_of("-_@", byte)))
			break;
	}
	return false;
}

struct address address_at(struct text text, size_t start)
{
	static const struct text schemes[] = {{"https://", 8}, {"http://", 7}, {"ftp://", 6}};
	struct text rest = text_slice(text, start, text.length);

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		size_t host = start + schemes[i].length;
		if (text_starts_caseless(rest, schemes[i]) && begins_host(text, host))
			return (struct address){end_of_address(text, host) - start, false};
	}
	if (text_starts_caseless(rest, TEXT("www.")) && begins_host(text, start + 4))
		return (struct address){end_of_address(text, start + 4) - start, false};
	if (text_starts_caseless(rest, TEXT("mailto:"))) {
		size_t end = end_of_mailbox(text, start + 7);
		if (end < text.length && text.bytes[end] == '?')
			end = end_of_address(text, end);
		return (struct address){end > start + 7 ? end - start : 0, false};
	}
	/* "@user@host" is a name of another kind. */
	if (start && text.bytes[start - 1] == '@')
		return (struct address){0};
	size_t length = end_of_mailbox(text, start) - start;
	return (struct address){length, length > 0};
}
