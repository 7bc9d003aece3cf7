/*
 * What Unicode says of single characters, and its normalization forms.
 * character.c is the only file that knows utf8proc. Knows nothing of clusters or their width.
 */
#ifndef VITAE_BASE_CHARACTER_H
#define VITAE_BASE_CHARACTER_H

#include "base/buffer.h"
#include "base/text.h"
#include "base/unicode.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CHARACTER_NO_BREAK_SPACE = 0xA0,
	CHARACTER_ZERO_WIDTH_JOINER = 0x200D,
	CHARACTER_LINE_SEPARATOR = 0x2028,
	CHARACTER_PARAGRAPH_SEPARATOR = 0x2029,
	/* The longest compatibility decomposition, that of U+FDFA, has 18; this leaves room. */
	CHARACTER_DECOMPOSED_MAX = 32,
};

static inline bool character_is_between(uint32_t character, uint32_t first, uint32_t last)
{
	return character - first <= last - first;
}

static inline bool character_is_printable_ascii(uint32_t character)
{
	return character_is_between(character, ' ', '~');
}

/* C0, DEL and C1. */
static inline bool character_is_control(uint32_t character)
{
	return character < ' ' || character_is_between(character, 0x7F, 0x9F);
}

/*
 * True for characters that NFC leaves alone, whichever of them are neighbours, and any two of
 * which are in different grapheme clusters. Passes over the common scripts without a look at
 * utf8proc's tables; false for many another character of which the same is true.
 */
static inline bool character_stands_alone(uint32_t character)
{
	if (character < 0x300)
		return character >= CHARACTER_NO_BREAK_SPACE && character != UNICODE_SOFT_HYPHEN;
	if (character < 0x2010)
		return character_is_between(character, 0x388, 0x482) ||
		       character_is_between(character, 0x48A, 0x52F);
	if (character < 0x3400) /* punctuation, box drawing, symbols, kana */
		return character_is_between(character, 0x2010, 0x2027) ||
		       character_is_between(character, 0x2030, 0x205E) ||
		       character_is_between(character, 0x20A0, 0x20BF) ||
		       character_is_between(character, 0x2190, 0x2328) ||
		       character_is_between(character, 0x2500, 0x27BF) ||
		       character_is_between(character, 0x3000, 0x3029) ||
		       character_is_between(character, 0x3041, 0x3096) ||
		       character_is_between(character, 0x309B, 0x30FF);
	return character_is_between(character, 0x3400, 0x4DBF) ||
	       character_is_between(character, 0x4E00, 0x9FFF) ||
	       character_is_between(character, 0xAC00, 0xD7A3) ||
	       character_is_between(character, 0xFF01, 0xFF60);
}

/* By general category: M, Mc, Cf, L, N, Lu or Lt, Zs. */
bool character_is_mark(uint32_t character);
bool character_is_spacing_mark(uint32_t character);
bool character_is_format(uint32_t character);
bool character_is_letter(uint32_t character);
bool character_is_number(uint32_t character);
bool character_is_capital(uint32_t character);
bool character_is_space(uint32_t character);

/* Default_Ignorable_Code_Point: invisible where it is not supported. */
bool character_is_ignorable(uint32_t character);

bool character_is_pictographic(uint32_t character);  /* Extended_Pictographic */
bool character_is_right_to_left(uint32_t character); /* Bidi_Class R or AL */
int character_combining_class(uint32_t character);

/* Simple lower case: the character itself if it has none. */
uint32_t character_lower(uint32_t character);

/*
 * True if there is a grapheme cluster boundary (UAX #29) between two neighbours. *state is 0 at
 * the start of a cluster, and belongs to the function.
 */
bool character_breaks(uint32_t before, uint32_t after, int32_t *state);

/*
 * The compatibility decomposition (NFKD) of a character, its case folded (full folding) if asked
 * for. Returns how many characters, at least 1.
 */
size_t character_decompose(
	uint32_t character, bool fold, uint32_t decomposed[CHARACTER_DECOMPOSED_MAX]);

/* Adds NFC of text to the buffer. */
void character_compose(struct text text, struct buffer *buffer);

#endif
