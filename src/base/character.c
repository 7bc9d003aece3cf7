#include "character.h"

#include <stdlib.h>
#include <utf8proc.h>

static const utf8proc_property_t *property_of(uint32_t character)
{
	return utf8proc_get_property((utf8proc_int32_t)character);
}

/* Categories are numbered so that those with the same first letter are neighbours. */
static bool is_category(uint32_t character, utf8proc_category_t first, utf8proc_category_t last)
{
	return character_is_between((uint32_t)property_of(character)->category, first, last);
}

bool character_is_mark(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
}

bool character_is_spacing_mark(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_MC);
}

bool character_is_format(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_CF, UTF8PROC_CATEGORY_CF);
}

bool character_is_letter(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool character_is_number(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

bool character_is_capital(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LU) ||
	       is_category(character, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LT);
}

bool character_is_space(uint32_t character)
{
	return is_category(character, UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZS);
}

bool character_is_ignorable(uint32_t character)
{
	return property_of(character)->ignorable;
}

bool character_is_pictographic(uint32_t character)
{
	return property_of(character)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool character_is_right_to_left(uint32_t character)
{
	utf8proc_propval_t class = property_of(character)->bidi_class;
	return class == UTF8PROC_BIDI_CLASS_R || class == UTF8PROC_BIDI_CLASS_AL;
}

int character_combining_class(uint32_t character)
{
	return property_of(character)->combining_class;
}

uint32_t character_lower(uint32_t character)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)character);
}

bool character_breaks(uint32_t before, uint32_t after, int32_t *state)
{
	return utf8proc_grapheme_break_stateful(
		(utf8proc_int32_t)before, (utf8proc_int32_t)after, state);
}

size_t character_decompose(
	uint32_t character, bool fold, uint32_t decomposed[CHARACTER_DECOMPOSED_MAX])
{
	utf8proc_int32_t characters[CHARACTER_DECOMPOSED_MAX];
	int boundary_class = 0;
	unsigned options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | (fold ? UTF8PROC_CASEFOLD : 0u);
	utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)character, characters,
		CHARACTER_DECOMPOSED_MAX, (utf8proc_option_t)options, &boundary_class);
	if (count < 1 || count > CHARACTER_DECOMPOSED_MAX) {
		decomposed[0] = character;
		return 1;
	}
	for (utf8proc_ssize_t i = 0; i < count; i++)
		decomposed[i] = (uint32_t)characters[i];
	return (size_t)count;
}

void character_compose(struct text text, struct buffer *buffer)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text.bytes,
		(utf8proc_ssize_t)text.length, &mapped, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (length >= 0)
		text = (struct text){(const char *)mapped, (size_t)length};
	buffer_add(buffer, text);
	free(mapped);
}
