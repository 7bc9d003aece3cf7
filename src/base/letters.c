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

/* The letters that stand for a character: none if it does not count. */
static size_t fold(uint32_t character, uint32_t parts[PARTS_MOST])
{
	if (character < 0x80) {
		parts[0] = character_is_between(character, 'A', 'Z') ? character + ('a' - 'A')
								     : character;
		return character_is_between(parts[0], 'a', 'z') ||
		       character_is_between(parts[0], '0', '9');
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

/* True if the word begins with the letters; *whole if it has no other. */
static bool compare(const struct letters *letters, struct text word, bool *whole)
{
	size_t matched = 0;
	*whole = true;
	for (size_t at = 0; at < word.length;) {
		size_t size;
		uint32_t parts[PARTS_MOST];
		size_t count = fold(unicode_decode(word, at, &size), parts);
		for (size_t i = 0; i < count; i++) {
			if (matched == letters->count) {
				*whole = false;
				return true;
			}
			if (letters->items[matched++] != parts[i])
				return false;
		}
		at += size;
	}
	return matched == letters->count;
}

bool letters_are(const struct letters *letters, struct text word)
{
	bool whole;
	return letters->count && compare(letters, word, &whole) && whole;
}

bool letters_begin(const struct letters *letters, struct text word)
{
	bool whole;
	return letters->count && compare(letters, word, &whole);
}

bool letters_are_among(const struct letters *letters, const char *words)
{
	struct text list = text_from(words);
	for (size_t start = 0; start < list.length;) {
		size_t end = text_find(list, start, ' ');
		if (letters_are(letters, text_slice(list, start, end)))
			return true;
		start = end + 1;
	}
	return false;
}
