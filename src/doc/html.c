#include "html.h"

#include <string.h>

static const struct {
	const char *name;
	enum tag_kind kind;
} names[] = {
	{"a", TAG_LINK},
	{"abbr", TAG_NEUTRAL},
	{"b", TAG_STRONG},
	{"big", TAG_NEUTRAL},
	{"blockquote", TAG_PARAGRAPH},
	{"br", TAG_BREAK},
	{"center", TAG_PARAGRAPH},
	{"cite", TAG_EMPHASIS},
	{"code", TAG_CODE},
	{"div", TAG_PARAGRAPH},
	{"em", TAG_EMPHASIS},
	{"font", TAG_NEUTRAL},
	{"h1", TAG_HEADING},
	{"h2", TAG_HEADING},
	{"h3", TAG_HEADING},
	{"h4", TAG_HEADING},
	{"h5", TAG_HEADING},
	{"h6", TAG_HEADING},
	{"hr", TAG_RULE},
	{"i", TAG_EMPHASIS},
	{"img", TAG_PICTURE},
	{"ins", TAG_NEUTRAL},
	{"kbd", TAG_CODE},
	{"li", TAG_ITEM},
	{"mark", TAG_NEUTRAL},
	{"ol", TAG_NUMBERS},
	{"p", TAG_PARAGRAPH},
	{"samp", TAG_CODE},
	{"small", TAG_NEUTRAL},
	{"span", TAG_NEUTRAL},
	{"strong", TAG_STRONG},
	{"sub", TAG_NEUTRAL},
	{"sup", TAG_NEUTRAL},
	{"tt", TAG_CODE},
	{"u", TAG_NEUTRAL},
	{"ul", TAG_BULLETS},
	{"var", TAG_EMPHASIS},
};

_Static_assert(sizeof names / sizeof *names <= 64, "a bit for each name");

static char byte_at(struct text text, size_t at)
{
	return at < text.length ? text.bytes[at] : '\0';
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\t';
}

static size_t skip_blanks(struct text text, size_t at)
{
	while (is_blank(byte_at(text, at)))
		at++;
	return at;
}

static bool is_name_byte(char byte)
{
	byte = text_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* Reads a value; returns where it ends, or 0 if it does not. */
static size_t read_value(struct text text, size_t at, struct text *value)
{
	char quote = byte_at(text, at);
	if (quote == '"' || quote == '\'') {
		size_t end = text_find(text, at + 1, quote);
		*value = text_slice(text, at + 1, end);
		return end < text.length ? end + 1 : 0;
	}
	size_t end = at;
	while (end < text.length && !is_blank(text.bytes[end]) && text.bytes[end] != '>' &&
		text.bytes[end] != '<')
		end++;
	/* Not the slash of "<br class=x/>". */
	if (end > at && byte_at(text, end) == '>' && text.bytes[end - 1] == '/')
		end--;
	*value = text_slice(text, at, end);
	return end > at ? end : 0;
}

static bool is_attribute_byte(char byte)
{
	return is_name_byte(byte) || byte == '-' || byte == '_' || byte == ':' || byte == '.' ||
	       byte == '@';
}

/* "if a <b and c> d" has no tag. */
static bool may_lack_value(enum tag_kind kind)
{
	return kind == TAG_BREAK || kind == TAG_PICTURE || kind >= TAG_BULLETS;
}

/* Reads an attribute into the tag if it is one of its fields; returns where it ends, or 0. */
static size_t read_attribute(struct text text, size_t at, struct tag *tag)
{
	size_t start = at;
	while (is_attribute_byte(byte_at(text, at)))
		at++;
	struct text name = text_slice(text, start, at);
	if (!name.length)
		return 0;
	size_t equals = skip_blanks(text, at);
	if (byte_at(text, equals) != '=')
		return may_lack_value(tag->kind) ? at : 0;
	struct text value;
	at = read_value(text, skip_blanks(text, equals + 1), &value);
	bool is_address = text_is_caseless(name, tag->kind == TAG_LINK ? "href" : "src");
	if (is_address && (tag->kind == TAG_LINK || tag->kind == TAG_PICTURE))
		tag->address = text_trim(value);
	else if (tag->kind == TAG_PICTURE && text_is_caseless(name, "alt"))
		tag->words = text_trim(value);
	return at;
}

/* From behind the name on: where the tag ends, or 0. */
static size_t read_attributes(struct text text, size_t at, struct tag *tag)
{
	while (at) {
		size_t next = skip_blanks(text, at);
		if (byte_at(text, next) == '/' && byte_at(text, next + 1) == '>')
			next++;
		if (byte_at(text, next) == '>')
			return next + 1;
		at = next > at && !tag->closes ? read_attribute(text, next, tag) : 0;
	}
	return 0;
}

struct tag html_read_tag(struct text text, size_t start)
{
	struct tag tag = {.kind = TAG_UNKNOWN, .closes = byte_at(text, start + 1) == '/'};
	size_t at = start + 1 + tag.closes;
	size_t end = at;
	while (is_name_byte(byte_at(text, end)))
		end++;
	struct text name = text_slice(text, at, end);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!text_is_caseless(name, names[i].name))
			continue;
		tag.name = names[i].name;
		tag.kind = names[i].kind;
		tag.bit = (uint64_t)1 << i;
		end = read_attributes(text, end, &tag);
		tag.length = end - start;
		return end ? tag : (struct tag){.kind = TAG_UNKNOWN};
	}
	return tag;
}

bool html_breaks_line(enum tag_kind kind)
{
	return kind == TAG_BREAK || kind >= TAG_PARAGRAPH;
}

uint64_t html_closed_tags(struct text text)
{
	uint64_t closed = 0;
	for (size_t at = text_find(text, 0, '<'); at < text.length;
		at = text_find(text, at + 1, '<')) {
		if (byte_at(text, at + 1) == '/')
			closed |= html_read_tag(text, at).bit;
	}
	return closed;
}

static void write_value(struct buffer *buffer, struct text value, bool is_plain)
{
	for (size_t i = 0; i < value.length; i++) {
		char byte = value.bytes[i];
		if (byte == '"')
			buffer_add(buffer, TEXT("&quot;"));
		else if (byte == '&' && is_plain)
			buffer_add(buffer, TEXT("&amp;"));
		else
			buffer_add_byte(buffer, byte == '\n' ? ' ' : byte);
	}
}

static void write_attribute(struct buffer *buffer, const char *name, struct text value)
{
	if (!value.length)
		return;
	buffer_add_byte(buffer, ' ');
	buffer_add(buffer, text_from(name));
	buffer_add(buffer, TEXT("=\""));
	write_value(buffer, value, false);
	buffer_add_byte(buffer, '"');
}

void html_write_tag(struct buffer *buffer, const struct tag *tag)
{
	buffer_add(buffer, tag->closes ? TEXT("</") : TEXT("<"));
	buffer_add(buffer, text_from(tag->name));
	write_attribute(buffer, tag->kind == TAG_LINK ? "href" : "src", tag->address);
	write_attribute(buffer, "alt", tag->words);
	buffer_add_byte(buffer, '>');
}

void html_begin_link(struct buffer *buffer, struct text before, struct text address)
{
	buffer_add(buffer, TEXT("<a href=\""));
	buffer_add(buffer, before);
	write_value(buffer, address, true);
	buffer_add(buffer, TEXT("\">"));
}

/* An underscore within a word means nothing; most addresses stay in one piece that way. */
static bool is_within_word(struct text text, size_t at)
{
	char before = at ? text.bytes[at - 1] : ' ';
	char after = byte_at(text, at + 1);
	return (is_name_byte(before) || (unsigned char)before & 0x80) &&
	       (is_name_byte(after) || (unsigned char)after & 0x80);
}

void html_write_plain(struct buffer *buffer, struct text text)
{
	bool may_have_entities = text_find(text, 0, ';') < text.length;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		bool is_special = (byte && strchr("\\*[]<`", byte)) ||
				  (byte == '&' && may_have_entities) ||
				  (byte == '_' && !is_within_word(text, i));
		if (is_special)
			buffer_add_byte(buffer, '\\');
		buffer_add_byte(buffer, byte);
	}
}
