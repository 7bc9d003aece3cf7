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

size_t unicode_before(struct text text, size_t offset)
{
	for (size_t size = 2; size <= 4 && size <= offset; size++) {
		size_t decoded;
		if (((unsigned char)text.bytes[offset - size + 1] & 0xC0) != 0x80)
			break;
		unicode_decode(text, offset - size, &decoded);
		if (decoded == size)
			return offset - size;
	}
	return offset - 1;
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

/* Sets the high bit of each byte that is not printable ASCII, and no other bit. */
static uint64_t mark_others(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t highs = ones * 0x80;
	uint64_t below_space = ~((word | highs) - ones * ' ');
	uint64_t delete = (word & ~highs) + ones;
	return (word | below_space | delete) & highs;
}

static size_t first_marked(uint64_t marks)
{
	return (size_t)__builtin_ctzll(marks) / 8;
}

static uint64_t load_word(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return htole64(word);
}

/* The last few bytes, at the end of a word that begins before them. */
static size_t end_of_run(struct text text, size_t at)
{
	size_t rest = text.length - at;
	uint64_t others = mark_others(load_word(text.bytes + text.length - sizeof(uint64_t)));
	others >>= 8 * (sizeof(uint64_t) - rest);
	return others ? at + first_marked(others) : text.length;
}

size_t unicode_ascii_run(struct text text, size_t offset)
{
	size_t at = offset;
	for (; text.length - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
		uint64_t others = mark_others(load_word(text.bytes + at));
		if (others)
			return at + first_marked(others) - offset;
	}
	if (at < text.length && text.length >= sizeof(uint64_t))
		return end_of_run(text, at) - offset;
	while (at < text.length && text.bytes[at] >= ' ' && text.bytes[at] < 0x7F)
		at++;
	return at - offset;
}
