#include "base/ascii.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "character.h"
#include "spelling.h"

#include <string.h>

enum {
	SMALL_UPSILON = 0x3C5,
	FRACTION_SLASH = 0x2044,
	MIDDLE_DOT = 0xB7,
	ZERO_WIDTH_NON_JOINER = 0x200C,
	TEXT_VARIANT = 0xFE0E,
	EMOJI_VARIANT = 0xFE0F,
	TAGS = 0xE0000, /* of flags, from here on */
};

static bool is_ascii(struct text text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.bytes[i] >= 0x80)
			return false;
	return true;
}

static unsigned char last_byte(const struct buffer *buffer)
{
	return buffer->length > 0 ? (unsigned char)buffer->bytes[buffer->length - 1] : '\0';
}

/* What was spelled so far, and the cluster that is being spelled. */
struct speller {
	struct buffer buffer;
	uint32_t next;   /* the character after the cluster, or NUL */
	bool is_spelled; /* some of the cluster */
	bool is_unknown; /* its last part: a question mark stands for it */
};

/* Of a capital that is spelled with more than one: true for "SHCH", false for "Shch". */
static bool is_among_capitals(const struct speller *speller)
{
	if (character_is_letter(speller->next))
		return character_is_capital(speller->next);
	return character_is_between(last_byte(&speller->buffer), 'A', 'Z');
}

static void add_capitals(struct speller *speller, const char *spelling)
{
	size_t capitals = is_among_capitals(speller) ? strlen(spelling) : 1;
	for (size_t i = 0; spelling[i]; i++)
		buffer_add_byte(&speller->buffer,
			i < capitals ? (char)(spelling[i] - 'a' + 'A') : spelling[i]);
}

static bool spell_letter(struct speller *speller, uint32_t character)
{
	uint32_t small = character_lower(character);
	const char *spelling = spelling_of_latin(small);
	if (!spelling)
		spelling = spelling_of_letter(small);
	if (!spelling)
		return false;
	if (small == SMALL_UPSILON && (last_byte(&speller->buffer) | ' ') == 'o')
		spelling = "u";
	if (character == small)
		buffer_add(&speller->buffer, text_from(spelling));
	else
		add_capitals(speller, spelling);
	return true;
}

static bool spell_plainly(struct speller *speller, uint32_t character)
{
	if (character < 0x80) {
		buffer_add_byte(&speller->buffer, (char)character);
		return true;
	}
	if (spell_letter(speller, character))
		return true;
	const char *sign = spelling_of_sign(character);
	if (sign)
		buffer_add(&speller->buffer, text_from(sign));
	return sign;
}

/* One character of a decomposition. */
static void spell_part(struct speller *speller, uint32_t character)
{
	if (character_is_mark(character) || character_is_ignorable(character))
		return;
	bool is_spelled = spell_plainly(speller, character);
	if (!is_spelled && !speller->is_unknown)
		buffer_add_byte(&speller->buffer, '?');
	speller->is_spelled |= is_spelled;
	speller->is_unknown = !is_spelled;
}

static void spell_character(struct speller *speller, uint32_t character)
{
	if (spell_plainly(speller, character)) {
		speller->is_spelled = true;
		speller->is_unknown = false;
		return;
	}
	uint32_t parts[CHARACTER_DECOMPOSED_MAX];
	size_t count = character_decompose(character, false, parts);
	bool is_fraction = count > 1 && parts[1] == FRACTION_SLASH;
	if (is_fraction && character_is_between(last_byte(&speller->buffer), '0', '9'))
		buffer_add_byte(&speller->buffer, ' '); /* "1 1/2", not "11/2" */
	for (size_t i = 0; i < count; i++)
		spell_part(speller, parts[i]);
}

static void spell_cluster(struct speller *speller, struct text cluster)
{
	size_t start = speller->buffer.length;
	size_t size;
	speller->is_spelled = false;
	speller->is_unknown = false;
	for (size_t at = 0; at < cluster.length; at += size)
		spell_character(speller, unicode_decode(cluster, at, &size));
	if (speller->is_spelled)
		return;
	/* One for each column up to two, so that the text keeps its shape. */
	int columns = unicode_width(cluster);
	speller->buffer.length = start;
	buffer_add_repeated(&speller->buffer, '?', columns < 2 ? (size_t)columns : 2);
}

struct text ascii_spell(struct text text, struct arena *arena)
{
	if (is_ascii(text))
		return text;
	struct speller speller = {.next = 0};
	for (size_t at = 0; at < text.length;) {
		size_t size = unicode_ascii_run(text, at);
		if (size > 1) { /* but for the last, to which a mark may belong */
			buffer_add(&speller.buffer, text_slice(text, at, at + size - 1));
			at += size - 1;
		}
		size_t end = at + unicode_cluster(text, at);
		speller.next = end < text.length ? unicode_decode(text, end, &size) : 0;
		spell_cluster(&speller, text_slice(text, at, end));
		at = end;
	}
	struct text spelled = arena_copy(arena, buffer_text(&speller.buffer));
	buffer_finish(&speller.buffer);
	return spelled;
}

/* Between letters a middle dot is one of them, as in Catalan; beside a blank it is a bullet. */
static bool is_loose(struct text text, size_t start, size_t end)
{
	return start == 0 || end == text.length || text.bytes[start - 1] == ' ' ||
	       text.bytes[end] == ' ';
}

/* Of the character from start up to end, or NULL if it stays. */
static const char *plain_spelling(struct text text, size_t start, size_t end, uint32_t character)
{
	if (character == MIDDLE_DOT)
		return is_loose(text, start, end) ? spelling_of_sign(character) : NULL;
	if (character_is_space(character))
		return " ";
	bool joins = character == CHARACTER_ZERO_WIDTH_JOINER ||
		     character == ZERO_WIDTH_NON_JOINER || character >= TAGS;
	if (character_is_format(character) && character_is_ignorable(character) && !joins)
		return "";
	return spelling_of_typography(character);
}

struct text ascii_spell_signs(struct text text, struct arena *arena)
{
	if (is_ascii(text))
		return text;
	struct buffer buffer = {0};
	bool replaced = false;
	for (size_t at = 0, size; at < text.length; at += size) {
		uint32_t character = unicode_decode(text, at, &size);
		/* Says how what was before it looks, which is not there any more. */
		if (replaced && character_is_between(character, TEXT_VARIANT, EMOJI_VARIANT))
			continue;
		const char *spelling = plain_spelling(text, at, at + size, character);
		replaced = spelling;
		buffer_add(
			&buffer, spelling ? text_from(spelling) : text_slice(text, at, at + size));
	}
	struct text spelled = arena_copy(arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return spelled;
}
