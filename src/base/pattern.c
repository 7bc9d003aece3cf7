#include "base/pattern.h"

#include "base/memory.h"
#include "base/unicode.h"
#include "character.h"
#include "spelling.h"

#include <stdlib.h>

enum {
	END = 0x110000, /* of the text; no character */
	/* Of a decomposition, or of a spelling for each of its characters. */
	SIMPLIFIED_MAX = 2 * CHARACTER_DECOMPOSED_MAX,
};

static bool is_blank(uint32_t character)
{
	return character <= ' ' || character == 0x85 || character == CHARACTER_NO_BREAK_SPACE ||
	       character_is_between(character, 0x2028, 0x2029) ||
	       (character >= 0x1680 && character_is_space(character));
}

/*
 * Marks by their canonical combining class: the points of Hebrew, Arabic and Syriac, and all that
 * may stand on any letter. Those with small numbers make another letter of theirs, and the vowels
 * of Thai, Lao, Tibetan and Telugu, in between, are letters themselves.
 */
static bool is_accent(uint32_t character)
{
	int class = character < 0x300 ? 0 : character_combining_class(character);
	return class >= 200 || (class >= 10 && class <= 36);
}

/* A bar through a sign, a dot below a letter of India, the voicing mark of kana. */
static bool is_part_of_letter(uint32_t character)
{
	int class = character < 0x300 ? 0 : character_combining_class(character);
	return class >= 1 && class <= 8;
}

static uint32_t lower_ascii(uint32_t character)
{
	return character_is_between(character, 'A', 'Z') ? character + ('a' - 'A') : character;
}

static uint32_t upper_ascii(uint32_t character)
{
	return character_is_between(character, 'a', 'z') ? character - ('a' - 'A') : character;
}

/* What the key that is meant for many a sign types, or the sign. */
static uint32_t key_for(uint32_t sign)
{
	if (character_is_between(sign, 0x2010, 0x2015) || sign == 0x2212)
		return '-';
	if (character_is_between(sign, 0x2018, 0x201B) || sign == 0x2032 || sign == 0x2BC ||
		sign == 0xB4)
		return '\'';
	if (character_is_between(sign, 0x201C, 0x201F))
		return '"';
	return sign == 0x2044 ? '/' : sign;
}

/* Adds a character that does not decompose to the simplified ones and returns their new count. */
static size_t add_simplified(uint32_t character, uint32_t *simplified, size_t count)
{
	if (is_accent(character))
		return count;
	uint32_t small = character_lower(character);
	const char *spelling = spelling_of_latin(small);
	if (!spelling) {
		simplified[count] = key_for(character);
		return count + 1;
	}
	size_t first = count;
	while (*spelling)
		simplified[count++] = (unsigned char)*spelling++;
	if (character != small)
		simplified[first] = upper_ascii(simplified[first]);
	return count;
}

/* Returns how many characters take the place of one in a comparison: none if it is invisible. */
static size_t simplify(uint32_t character, bool folds, uint32_t simplified[SIMPLIFIED_MAX])
{
	if (character < 0x80 || is_blank(character)) {
		simplified[0] = is_blank(character) ? ' '
				: folds             ? lower_ascii(character)
						    : character;
		return 1;
	}
	if (character_is_ignorable(character))
		return 0;
	uint32_t decomposed[CHARACTER_DECOMPOSED_MAX];
	size_t parts = character_decompose(character, folds, decomposed);
	if (decomposed[0] == ' ') /* an accent with nothing below: "´" */
		return add_simplified(character, simplified, 0);
	size_t count = 0;
	for (size_t i = 0; i < parts; i++)
		count = add_simplified(decomposed[i], simplified, count);
	return count;
}

/* Reads a text one simplified character after the other. */
struct reader {
	struct text text;
	bool folds;
	bool is_after_blank;
	size_t at; /* after the character of which these are what is simplified, and was read */
	size_t count;
	size_t read;
	uint32_t simplified[SIMPLIFIED_MAX];
};

static void start_reader(struct reader *reader, struct text text, size_t at, bool folds)
{
	reader->text = text;
	reader->folds = folds;
	reader->is_after_blank = false;
	reader->at = at;
	reader->count = 0;
	reader->read = 0;
}

static void read_more(struct reader *reader)
{
	size_t size;
	uint32_t character = unicode_decode(reader->text, reader->at, &size);
	reader->count = simplify(character, reader->folds, reader->simplified);
	reader->read = 0;
	reader->at += size;
}

static uint32_t read_next(struct reader *reader)
{
	for (;;) {
		while (reader->read == reader->count) {
			if (reader->at == reader->text.length)
				return END;
			read_more(reader);
		}
		uint32_t character = reader->simplified[reader->read++];
		bool is_more_blank = character == ' ' && reader->is_after_blank;
		reader->is_after_blank = character == ' ';
		if (!is_more_blank)
			return character;
	}
}

static bool has_capital(struct text text)
{
	size_t size;
	for (size_t at = 0; at < text.length; at += size)
		if (character_is_capital(unicode_decode(text, at, &size)))
			return true;
	return false;
}

static void add_character(struct pattern *pattern, size_t *capacity, uint32_t character)
{
	if (pattern->count == *capacity) {
		*capacity = *capacity ? *capacity * 2 : 64;
		pattern->characters =
			memory_resize(pattern->characters, *capacity * sizeof *pattern->characters);
	}
	pattern->characters[pattern->count++] = character;
}

void pattern_init(struct pattern *pattern, struct text text, unsigned options)
{
	struct reader reader;
	size_t capacity = 0;
	bool is_word = options & PATTERN_WHOLE_WORDS;
	if (!has_capital(text))
		options |= PATTERN_ANY_CASE;
	*pattern = (struct pattern){.options = options};
	start_reader(&reader, text, 0, options & PATTERN_ANY_CASE);
	for (uint32_t next = read_next(&reader); next != END; next = read_next(&reader))
		if (!is_word || next != ' ' || pattern->count > 0)
			add_character(pattern, &capacity, next);
	if (is_word && pattern->count > 0 && pattern->characters[pattern->count - 1] == ' ')
		pattern->count--;
}

bool pattern_is_empty(const struct pattern *pattern)
{
	return pattern->count == 0;
}

void pattern_finish(struct pattern *pattern)
{
	free(pattern->characters);
	*pattern = (struct pattern){0};
}

static bool is_of_word(uint32_t character)
{
	return character == '_' || character_is_letter(character) ||
	       character_is_number(character) || character_is_mark(character);
}

/* True if next, and what the reader has after it, goes on with the word that the pattern ends. */
static bool continues_word(const struct pattern *pattern, uint32_t next, struct reader *reader)
{
	uint32_t last = pattern->characters[pattern->count - 1];
	if (next == '+' || next == '#')
		return last != '+' && last != '#';
	if (next == '.')
		return character_is_letter(read_next(reader));
	return is_of_word(next);
}

/* True if a word goes on at the simplified character that the reader has next. */
static bool is_inside_word(const struct reader *reader, size_t start)
{
	if (reader->read > 0)
		return is_of_word(reader->simplified[reader->read - 1]);
	while (start > 0) {
		uint32_t simplified[SIMPLIFIED_MAX];
		size_t size;
		start = unicode_before(reader->text, start);
		size_t count = simplify(
			unicode_decode(reader->text, start, &size), reader->folds, simplified);
		if (count > 0)
			return is_of_word(simplified[count - 1]);
	}
	return false;
}

/* Compares with what the reader has next, and stores where that ends. */
static bool match_here(const struct pattern *pattern, struct reader *reader, size_t *end)
{
	for (size_t i = 0; i < pattern->count; i++)
		if (read_next(reader) != pattern->characters[i])
			return false;
	*end = reader->at;
	uint32_t next = read_next(reader);
	if (is_part_of_letter(next))
		return false;
	return !(pattern->options & PATTERN_WHOLE_WORDS) || !continues_word(pattern, next, reader);
}

/* Compares with the character at start, from each character of its decomposition on. */
static bool match_at(const struct pattern *pattern, struct text text, size_t start, size_t *end)
{
	struct reader reader;
	bool is_word = pattern->options & PATTERN_WHOLE_WORDS;
	for (size_t skipped = 0; skipped == 0 || skipped < reader.count; skipped++) {
		start_reader(&reader, text, start, pattern->options & PATTERN_ANY_CASE);
		read_more(&reader);
		reader.read = skipped;
		if (skipped < reader.count && !(is_word && is_inside_word(&reader, start)) &&
			match_here(pattern, &reader, end))
			return true;
	}
	return false;
}

/* Past ASCII with which no match begins. */
static size_t skip_ascii(const struct pattern *pattern, struct text text, size_t at)
{
	uint32_t first = pattern->characters[0];
	uint32_t other = pattern->options & PATTERN_ANY_CASE ? upper_ascii(first) : first;
	for (; at < text.length; at++) {
		unsigned char byte = (unsigned char)text.bytes[at];
		if (byte >= 0x80 || byte == first || byte == other || (byte < ' ' && first == ' '))
			break;
	}
	return at;
}

/* Past a character; past a whole stretch of blanks, which would be the same again and again. */
static size_t skip_character(struct text text, size_t at)
{
	size_t size;
	uint32_t character = unicode_decode(text, at, &size);
	at += size;
	if (!is_blank(character))
		return at;
	for (; at < text.length; at += size) {
		character = unicode_decode(text, at, &size);
		if (!is_blank(character) && !character_is_ignorable(character))
			break;
	}
	return at;
}

/* The next boundary of clusters from offset on. */
static size_t boundary_from(struct text text, size_t offset)
{
	if (offset >= text.length)
		return text.length;
	size_t start = unicode_cluster_start(text, offset);
	return start < offset ? start + unicode_cluster(text, start) : offset;
}

bool pattern_find(const struct pattern *pattern, struct text text, size_t from, struct range *found)
{
	if (pattern_is_empty(pattern))
		return false;
	size_t at = skip_ascii(pattern, text, boundary_from(text, from));
	while (at < text.length) {
		size_t end;
		if (match_at(pattern, text, at, &end)) {
			found->start = unicode_cluster_start(text, at);
			found->end = boundary_from(text, end);
			return true;
		}
		at = skip_ascii(pattern, text, skip_character(text, at));
	}
	return false;
}
