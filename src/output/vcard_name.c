#include "base/letters.h"
#include "base/unicode.h"
#include "vcard_parts.h"

#include <string.h>

static const char particles[] =
	"van von vom zu zum zur der den de del della di da das do dos du des "
	"la le los las ter ten te af av bin ibn bint al el ben";
static const char prefixes[] = "dr prof professor mr mrs ms mx miss herr frau sir dame ing dipl";
static const char suffixes[] = "jr sr ii iii iv phd md msc bsc mba esq cpa dds";

static bool is_among(struct text word, const char *words)
{
	struct letters letters;
	return letters_of(word, &letters) && letters_are_among(&letters, words);
}

/* True if the name is written in characters of East Asia. */
static bool is_eastern(struct text name)
{
	size_t size;
	uint32_t character = name.length ? unicode_decode(name, 0, &size) : 0;
	return (character >= 0x3040 && character <= 0x30FF) ||
	       (character >= 0x3400 && character <= 0x9FFF) ||
	       (character >= 0xAC00 && character <= 0xD7AF) ||
	       (character >= 0x20000 && character <= 0x3FFFF);
}

static size_t first_end(struct text text)
{
	size_t size;
	for (size_t at = 0; at < text.length; at += size) {
		uint32_t character = unicode_decode(text, at, &size);
		if (character == ' ' || character == 0x3000 || character == '\n')
			return at;
	}
	return text.length;
}

static struct text first_word(struct text text)
{
	return text_slice(text, 0, first_end(text));
}

static struct text without_first(struct text text)
{
	static const struct text wide_blank = {"\u3000", 3};
	text = text_trim(text_slice(text, first_end(text), text.length));
	return text_starts_with(text, wide_blank) ? text_slice(text, 3, text.length) : text;
}

static size_t last_start(struct text text)
{
	size_t start = text.length;
	while (start > 0 && text.bytes[start - 1] != ' ')
		start--;
	return start;
}

static struct text last_word(struct text text)
{
	return text_slice(text, last_start(text), text.length);
}

static struct text without_last(struct text text)
{
	text = text_trim(text_slice(text, 0, last_start(text)));
	if (text.length && text.bytes[text.length - 1] == ',')
		text.length--;
	return text_trim(text);
}

/* From the beginning of one part of a text to the end of another that follows it. */
static struct text span(struct text first, struct text last)
{
	if (!first.length)
		return last;
	return (struct text){first.bytes, (size_t)(last.bytes + last.length - first.bytes)};
}

/* What is said of the person rather than called. */
static struct text take_titles(struct text name, struct vcard_name *parts)
{
	size_t bracket = text_find(name, 0, '(');
	if (bracket > 0 && bracket < name.length)
		name = text_trim(text_slice(name, 0, bracket));
	while (is_among(first_word(name), prefixes) && without_first(name).length) {
		parts->prefix = span(parts->prefix, first_word(name));
		name = without_first(name);
	}
	while (is_among(last_word(name), suffixes) && without_last(name).length) {
		parts->suffix = parts->suffix.length ? span(last_word(name), parts->suffix)
						     : last_word(name);
		name = without_last(name);
	}
	return name;
}

static struct text take_family(struct text name, struct vcard_name *parts)
{
	parts->family = last_word(name);
	name = without_last(name);
	while (without_last(name).length && is_among(last_word(name), particles)) {
		parts->family = span(last_word(name), parts->family);
		name = without_last(name);
	}
	return name;
}

struct vcard_name vcard_guess_name(struct text name)
{
	struct vcard_name parts = {.family = {NULL, 0}};
	name = take_titles(text_trim(name), &parts);
	size_t comma = text_find(name, 0, ',');
	if (comma < name.length) {
		parts.family = text_trim(text_slice(name, 0, comma));
		parts.given = text_trim(text_slice(name, comma + 1, name.length));
		return parts;
	}
	if (is_eastern(name)) {
		parts.family = first_word(name);
		parts.given = without_first(name);
		return parts;
	}
	if (first_end(name) < name.length)
		name = take_family(name, &parts);
	parts.given = first_word(name);
	parts.additional = without_first(name);
	return parts;
}
