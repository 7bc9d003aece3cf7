#include "base/unicode.h"

#include <endian.h>
#include <string.h>

/* Adds the six bits of a continuation byte; false if it is none. */
static bool add_bits(uint32_t *character, unsigned char byte)
{
	*character = *character << 6 | (byte & 0x3F);
	return (byte & 0xC0) == 0x80;
}

uint32_t unicode_decode(struct text text, size_t offset, size_t *size)
{
	static const uint32_t least[] = {[2] = 0x80, [3] = 0x800, [4] = 0x10000};
	const unsigned char *bytes = (const unsigned char *)text.bytes + offset;
	uint32_t character = bytes[0];
	*size = 1;
	if (character < 0x80)
		return character;
	size_t length = character >= 0xF0 ? 4 : character >= 0xE0 ? 3 : 2;
	if (character < 0xC2 || character > 0xF4 || text.length - offset < length)
		return UNICODE_REPLACEMENT;
	character &= 0x7Fu >> length;
	if (!add_bits(&character, bytes[1]) || (length > 2 && !add_bits(&character, bytes[2])) ||
		(length > 3 && !add_bits(&character, bytes[3])))
		return UNICODE_REPLACEMENT;
	if (character < least[length] || character > 0x10FFFF || (character & ~0x7FFu) == 0xD800)
		return UNICODE_REPLACEMENT;
	*size = length;
	return character;
}

size_t unicode_encode(uint32_t character, char bytes[4])
{
	if (character < 0x80) {
		bytes[0] = (char)character;
		return 1;
	}
	size_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
	for (size_t i = size - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (character & 0x3F));
		character >>= 6;
	}
	bytes[0] = (char)(0xF00 >> size | character);
	return size;
}

/* Sets the high bit of the lowest byte that is not printable ASCII, and of some behind it. */
static uint64_t mark_others(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	return (word | (word - ones * ' ') | (word + ones)) & (ones * 0x80);
}

size_t unicode_ascii_run(struct text text, size_t offset)
{
	const char *bytes = text.bytes;
	size_t at = offset;
	uint64_t word;
	for (; text.length - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, bytes + at, sizeof(word));
		uint64_t others = mark_others(htole64(word));
		if (others)
			return at + (size_t)__builtin_ctzll(others) / 8 - offset;
	}
	while (at < text.length && bytes[at] >= ' ' && bytes[at] < 0x7F)
		at++;
	return at - offset;
}
