#include "entity.h"

#include "base/unicode.h"

/* Those that people write in prose; others are shown as written. */
static const struct {
	const char *name;
	const char *character;
} entities[] = {
	{"&amp;", "&"},
	{"&lt;", "<"},
	{"&gt;", ">"},
	{"&quot;", "\""},
	{"&apos;", "'"},
	{"&nbsp;", "\u00A0"},
	{"&ndash;", "\u2013"},
	{"&mdash;", "\u2014"},
	{"&hellip;", "\u2026"},
	{"&bull;", "\u2022"},
	{"&middot;", "\u00B7"},
	{"&lsquo;", "\u2018"},
	{"&rsquo;", "\u2019"},
	{"&ldquo;", "\u201C"},
	{"&rdquo;", "\u201D"},
	{"&copy;", "\u00A9"},
	{"&reg;", "\u00AE"},
	{"&trade;", "\u2122"},
	{"&euro;", "\u20AC"},
};

static int digit_value(char byte, int base)
{
	int value = 99;
	if (byte >= '0' && byte <= '9')
		value = byte - '0';
	else if (byte >= 'a' && byte <= 'f')
		value = byte - 'a' + 10;
	else if (byte >= 'A' && byte <= 'F')
		value = byte - 'A' + 10;
	return value < base ? value : -1;
}

static struct text decode_number(struct text reference, struct arena *arena)
{
	bool hexadecimal = reference.bytes[2] == 'x' || reference.bytes[2] == 'X';
	uint32_t character = 0;
	for (size_t i = hexadecimal ? 3 : 2; i + 1 < reference.length; i++) {
		int digit = digit_value(reference.bytes[i], hexadecimal ? 16 : 10);
		if (digit < 0 || character > 0x10FFFF)
			return reference;
		character = character * (hexadecimal ? 16 : 10) + (uint32_t)digit;
	}
	if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
		return reference;
	char bytes[4];
	struct text text = {bytes, unicode_encode(character, bytes)};
	text = unicode_clean(arena_copy(arena, text), arena);
	return text.length ? text : reference;
}

struct text entity_decode(struct text reference, struct arena *arena)
{
	if (reference.length > 3 && reference.bytes[1] == '#')
		return decode_number(reference, arena);
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (text_is(reference, entities[i].name))
			return text_from(entities[i].character);
	}
	return reference;
}
