#include "base/letters.h"

#include "base/unicode.h"
#include "character.h"
#include "spelling.h"

enum {
	BYTES_MOST = 4 * LETTERS_MOST, /* of a text that may be a word */
	PARTS_MOST = 2 * CHARACTER_DECOMPOSED_MAX,
};

static size_t add_letter(uint32_t character, uint32_t *parts, size_t count)
{
	const char *spelling = spelling_of_latin(character);
	if (character_is_mark(character) || character_is_ignorable(character) ||
		!(character_is_letter(character) || character_is_number(character)))
		return count;
	while (spelling && *spelling && count < PARTS_MOST)
		parts[count++] = (unsigned char)*spelling++;
	if (!spelling && count < PARTS_MOST)
		parts[count++] = character;
	return count;
}

/* Small letters of Cyrillic and ideographs, which fold to themselves: for the tables take time. */
static bool is_folded(uint32_t character)
{
	return (character_is_between(character, 0x430, 0x44F) && character != 0x439) ||
	       character_is_between(character, 0x4E00, 0x9FFF);
}

/* The letters that stand for a character: none if it does not count. */
static size_t fold(uint32_t character, uint32_t parts[PARTS_MOST])
{
	if (character < 0x80) {
		parts[0] = character_is_between(character, 'A', 'Z') ? character + ('a' - 'A')
								     : character;
		return character_is_between(parts[0], 'a', 'z') ||
		       character_is_between(parts[0], '0', '9');
	}
	if (is_folded(character)) {
		parts[0] = character;
		return 1;
	}
	uint32_t decomposed[CHARACTER_DECOMPOSED_MAX];
	size_t length = character_decompose(character, true, decomposed);
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count = add_letter(decomposed[i], parts, count);
	return count;
}

bool letters_of(struct text text, struct letters *letters)
{
	letters->count = 0;
	if (text.length > BYTES_MOST)
		return false;
	for (size_t at = 0; at < text.length;) {
		size_t size;
		uint32_t parts[PARTS_MOST];
		size_t count = fold(unicode_decode(text, at, &size), parts);
		if (letters->count + count > LETTERS_MOST) {
			letters->count = 0;
			return false;
		}
		for (size_t i = 0; i < count; i++)
			letters->items[letters->count++] = parts[i];
		at += size;
	}
	return letters->count > 0;
}

/*
 * False for most words that begin otherwise, at once: an ASCII letter stands for itself, and what
 * takes three bytes in UTF-8 for nothing that takes less.
 */
static bool may_begin(const struct letters *letters, struct text word)
{
	if (!letters->count || !word.length)
		return false;
	unsigned char first = (unsigned char)text_lower(word.bytes[0]);
	if (first >= 'a' && first <= 'z')
		return first == letters->items[0];
	return first < 0xE0 || letters->items[0] >= 0x800;
}

/* True if the word begins with the letters; *whole if it has no other. */
static bool compare(const struct letters *letters, struct text word, bool *whole)
{
	size_t matched = 0;
	*whole = false;
	for (size_t at = 0; at < word.length;) {
		size_t size;
		uint32_t parts[PARTS_MOST];
		size_t count = fold(unicode_decode(word, at, &size), parts);
		for (size_t i = 0; i < count; i++) {
			if (matched == letters->count)
				return true;
			if (letters->items[matched++] != parts[i])
				return false;
		}
		at += size;
	}
	*whole = matched == letters->count;
	return *whole;
}

bool letters_are(const struct letters *letters, struct text word)
{
	bool whole;
	return may_begin(letters, word) && compare(letters, word, &whole) && whole;
}

bool letters_begin_among(const struct letters *letters, const char *words, bool *whole)
{
	bool begin = false;
	*whole = false;
	while (words && *words && !*whole) {
		struct text word = {words, 0};
		while (words[word.length] != '\0' && words[word.length] != ' ')
			word.length++;
		if (may_begin(letters, word))
			begin = compare(letters, word, whole) || begin;
		words += word.length + (words[word.length] == ' ');
	}
	return begin;
}

bool letters_are_among(const struct letters *letters, const char *words)
{
	bool whole;
	letters_begin_among(letters, words, &whole);
	return whole;
}
