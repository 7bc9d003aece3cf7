#include "base/mojibake.h"

#include "base/unicode.h"
#include "base/windows.h"

#include <stdbool.h>
#include <stdint.h>

/* How sure it is that characters are the bytes of one. */
enum doubt {
	DOUBT_NOT_AT_ALL,
	DOUBT_ALONE, /* unless there are two of these, or a sure one beside it */
	DOUBT_ALL,
};

/* A character that some characters may have been. */
struct guess {
	enum doubt doubt;
	size_t length; /* of what it reads as now, in bytes of the text */
	unsigned char bytes[4];
	size_t size; /* of bytes */
};

/* The byte of the character at offset, or -1; also at the end. */
static int byte_at(struct text text, size_t offset, size_t *size)
{
	if (offset >= text.length)
		return -1;
	return windows_encode(unicode_decode(text, offset, size));
}

/* What follows a letter in many languages: quotes, dashes, an ellipsis, a no-break space. */
static bool is_punctuation(unsigned char byte)
{
	static const unsigned char bytes[] = {0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95,
		0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xBB};
	for (size_t i = 0; i < sizeof bytes; i++) {
		if (bytes[i] == byte)
			return true;
	}
	return false;
}

/* Letters of Windows-1252 with bytes as they stand behind the first of a character. */
static bool is_letter(unsigned char byte)
{
	static const unsigned char bytes[] = {0x83, 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F};
	for (size_t i = 0; i < sizeof bytes; i++) {
		if (bytes[i] == byte)
			return true;
	}
	return false;
}

static bool is_upper(uint32_t character)
{
	return (character >= 'A' && character <= 'Z') || (character >= 0xC0 && character <= 0xDE);
}

static bool is_lower(uint32_t character)
{
	return (character >= 'a' && character <= 'z') || (character >= 0xDF && character <= 0xFF);
}

static uint32_t character_at(struct text text, size_t offset)
{
	size_t size;
	return offset < text.length ? unicode_decode(text, offset, &size) : 0;
}

static uint32_t character_before(struct text text, size_t offset)
{
	return offset ? character_at(text, unicode_before(text, offset)) : 0;
}

/* Two bytes: Latin letters by themselves, letters of other alphabets only as words. */
static enum doubt doubt_of_two(struct text text, size_t offset, const struct guess *guess)
{
	unsigned char lead = guess->bytes[0];
	if (lead >= 0xC6)
		return lead == 0xCE || lead == 0xCF || lead == 0xD0 || lead == 0xD1 ||
				       (lead >= 0xD7 && lead <= 0xD9)
			       ? DOUBT_ALONE
			       : DOUBT_ALL;
	if (!is_punctuation(guess->bytes[1]) || lead == 0xC2)
		return DOUBT_NOT_AT_ALL;
	uint32_t before = character_before(text, offset);
	bool in_word = is_lower(before) || is_lower(character_at(text, offset + guess->length));
	if (lead == 0xC3)
		return is_upper(before) ? DOUBT_ALONE : DOUBT_NOT_AT_ALL;
	return in_word ? DOUBT_NOT_AT_ALL : DOUBT_ALONE;
}

/* Three bytes: no language has what two of the three read as behind a letter, but a few signs. */
static enum doubt doubt_of_three(const struct guess *guess)
{
	const unsigned char *bytes = guess->bytes;
	bool may_follow = true;
	/* â stands before none of these letters. */
	bool before_letter = bytes[0] != 0xE2;
	for (size_t i = 1; i < 3; i++)
		may_follow = may_follow &&
			     (is_punctuation(bytes[i]) || (before_letter && is_letter(bytes[i])));
	return may_follow ? DOUBT_ALONE : DOUBT_NOT_AT_ALL;
}

/* Four bytes: pictographs begin with these two. */
static enum doubt doubt_of_four(const struct guess *guess)
{
	return guess->bytes[0] == 0xF0 && guess->bytes[1] == 0x9F ? DOUBT_NOT_AT_ALL : DOUBT_ALL;
}

/* The right quotation mark, whose last byte is no character and so is often lost. */
static bool is_half_a_quote(const struct guess *guess)
{
	return guess->size == 2 && guess->bytes[0] == 0xE2 && guess->bytes[1] == 0x80;
}

static struct guess guess_at(struct text text, size_t offset)
{
	static const struct guess none = {.doubt = DOUBT_ALL};
	struct guess guess = {.doubt = DOUBT_ALL};
	size_t size = 0;
	int lead = byte_at(text, offset, &size);
	if (lead < 0xC2 || lead > 0xF4)
		return none;
	size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	guess.bytes[guess.size++] = (unsigned char)lead;
	for (guess.length = size; guess.size < wanted; guess.length += size) {
		int byte = byte_at(text, offset + guess.length, &size);
		if (byte < 0x80 || byte > 0xBF)
			break;
		guess.bytes[guess.size++] = (unsigned char)byte;
	}
	if (is_half_a_quote(&guess)) {
		guess.bytes[guess.size++] = 0x9D;
		guess.doubt = DOUBT_NOT_AT_ALL;
		return guess;
	}
	unicode_decode((struct text){(const char *)guess.bytes, guess.size}, 0, &size);
	if (guess.size < wanted || size < wanted)
		return none;
	guess.doubt = wanted == 2   ? doubt_of_two(text, offset, &guess)
		      : wanted == 3 ? doubt_of_three(&guess)
				    : doubt_of_four(&guess);
	return guess;
}

size_t mojibake_at(struct text text, size_t offset, struct buffer *meant)
{
	size_t length = 0;
	size_t count = 0;
	bool is_sure = false;
	meant->length = 0;
	while (offset + length < text.length) {
		struct guess guess = guess_at(text, offset + length);
		if (guess.doubt == DOUBT_ALL)
			break;
		is_sure = is_sure || guess.doubt == DOUBT_NOT_AT_ALL || ++count > 1;
		length += guess.length;
		buffer_add(meant, (struct text){(const char *)guess.bytes, guess.size});
	}
	return is_sure ? length : 0;
}
