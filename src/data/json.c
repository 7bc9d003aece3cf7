#include "data/json.h"

#include "base/unicode.h"

#include <string.h>

enum {
	BYTE_ORDER_MARK_BYTES = 3,
	ESCAPE_BYTES = 6, /* of \u and four digits */
	HIGH_FIRST = 0xD800,
	LOW_FIRST = 0xDC00,
	LOW_LAST = 0xDFFF,
	BEYOND_PLANE_0 = 0x10000,
	PLANE_BITS = 10, /* that each of a pair of surrogates holds */
};

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\0';
}

static size_t skip_blanks(struct text source, size_t at)
{
	while (at < source.length && is_blank(source.bytes[at]))
		at++;
	return at;
}

static size_t skip_start(struct text source)
{
	bool is_marked = text_starts_with(source, TEXT("\xEF\xBB\xBF"));
	return skip_blanks(source, is_marked ? BYTE_ORDER_MARK_BYTES : 0);
}

static struct text rest_of(struct text source, size_t at)
{
	return text_slice(source, at, source.length);
}

/* What a comment may stand behind: not in the midst of an address that YAML needs no quotes for. */
static bool may_end_value(struct text source, size_t at)
{
	return at == 0 || is_blank(source.bytes[at - 1]) || strchr(",{}[]\"", source.bytes[at - 1]);
}

/* Bytes of the comment at that place, without the line end behind it; 0 if there is none. */
static size_t comment_length(struct text source, size_t at)
{
	struct text rest = rest_of(source, at);
	if (rest.bytes[0] != '/' || !may_end_value(source, at))
		return 0;
	if (text_starts_with(rest, TEXT("//")))
		return text_find(rest, 0, '\n');
	if (!text_starts_with(rest, TEXT("/*")))
		return 0;
	for (size_t end = 2; end + 1 < rest.length; end++) {
		if (rest.bytes[end] == '*' && rest.bytes[end + 1] == '/')
			return end + 2;
	}
	return 0;
}

bool json_is_likely(struct text source)
{
	size_t at = skip_start(source);
	for (size_t comment = 1; comment && at < source.length;
		at = skip_blanks(source, at + comment))
		comment = comment_length(source, at);
	return at < source.length && (source.bytes[at] == '{' || source.bytes[at] == '[');
}

static int digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	byte = text_lower(byte);
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The code unit of an escape \uXXXX at that place, or -1. */
static int code_unit(struct text source, size_t at)
{
	int unit = 0;
	if (source.length - at < ESCAPE_BYTES || source.bytes[at] != '\\' ||
		source.bytes[at + 1] != 'u')
		return -1;
	for (size_t i = 2; i < ESCAPE_BYTES; i++) {
		int value = digit(source.bytes[at + i]);
		if (value < 0)
			return -1;
		unit = unit * 16 + value;
	}
	return unit;
}

static bool is_surrogate(int unit)
{
	return unit >= HIGH_FIRST && unit <= LOW_LAST;
}

static bool is_odd_line_end(struct text rest)
{
	return text_starts_with(rest, TEXT("\xC2\x85")) ||
	       text_starts_with(rest, TEXT("\xE2\x80\xA8")) ||
	       text_starts_with(rest, TEXT("\xE2\x80\xA9"));
}

bool json_is_misread(struct text source)
{
	for (size_t at = 0; at < source.length; at++) {
		unsigned char byte = (unsigned char)source.bytes[at];
		if (byte == '\\' && is_surrogate(code_unit(source, at)))
			return true;
		if (byte >= 0xC2 && is_odd_line_end(rest_of(source, at)))
			return true;
	}
	return false;
}

/* JSON while it is written anew. */
struct rewriting {
	struct text source;
	size_t at;    /* what is to be read next */
	size_t colon; /* one that was written earlier already, or the length */
	struct buffer *json;
};

static void write_bytes(struct rewriting *rewriting, struct text bytes, size_t read)
{
	buffer_add(rewriting->json, bytes);
	rewriting->at += read;
}

static void copy(struct rewriting *rewriting, size_t count)
{
	size_t end = rewriting->at + count;
	write_bytes(rewriting, text_slice(rewriting->source, rewriting->at, end), count);
}

static void write_surrogates(struct rewriting *rewriting, int first)
{
	char bytes[4];
	size_t read = ESCAPE_BYTES;
	uint32_t character = UNICODE_REPLACEMENT;
	int second = code_unit(rewriting->source, rewriting->at + ESCAPE_BYTES);
	if (first < LOW_FIRST && second >= LOW_FIRST && second <= LOW_LAST) {
		character = BEYOND_PLANE_0 + ((uint32_t)(first - HIGH_FIRST) << PLANE_BITS) +
			    (uint32_t)(second - LOW_FIRST);
		read += ESCAPE_BYTES;
	}
	size_t size = unicode_encode(character, bytes);
	write_bytes(rewriting, (struct text){bytes, size}, read);
}

static void rewrite_escape(struct rewriting *rewriting)
{
	int unit = code_unit(rewriting->source, rewriting->at);
	if (is_surrogate(unit))
		write_surrogates(rewriting, unit);
	else if (text_starts_with(rest_of(rewriting->source, rewriting->at), TEXT("\\'")))
		write_bytes(rewriting, TEXT("'"), 2);
	else
		copy(rewriting, 2);
}

/* A character of a string that YAML wants escaped and JSON does not; false for all others. */
static bool escape_character(struct rewriting *rewriting)
{
	static const struct {
		struct text bytes;
		struct text escape;
	} escapes[] = {
		{{"\x7F", 1}, {"\\x7F", 4}},
		{{"\xE2\x80\xA8", 3}, {"\\L", 2}},
		{{"\xE2\x80\xA9", 3}, {"\\P", 2}},
		{{"\xEF\xBF\xBE", 3}, {"\\uFFFE", 6}},
		{{"\xEF\xBF\xBF", 3}, {"\\uFFFF", 6}},
	};
	static const char digits[] = "0123456789ABCDEF";
	struct text rest = rest_of(rewriting->source, rewriting->at);
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
		if (!text_starts_with(rest, escapes[i].bytes))
			continue;
		write_bytes(rewriting, escapes[i].escape, escapes[i].bytes.length);
		return true;
	}
	unsigned char second = rest.length > 1 ? (unsigned char)rest.bytes[1] : 0;
	if (rest.bytes[0] != '\xC2' || second < 0x80 || second > 0x9F)
		return false;
	char escape[] = {'\\', 'x', digits[second >> 4], digits[second & 15]};
	write_bytes(rewriting, (struct text){escape, sizeof escape}, 2);
	return true;
}

/* Where the colon of a key is that ends here, if there is a line end before it; else the length. */
static size_t find_colon(struct text source, size_t at)
{
	bool another_line = false;
	for (; at < source.length && is_blank(source.bytes[at]); at++)
		another_line = another_line || source.bytes[at] == '\n';
	return another_line && at < source.length && source.bytes[at] == ':' ? at : source.length;
}

static void rewrite_string(struct rewriting *rewriting)
{
	struct text source = rewriting->source;
	copy(rewriting, 1);
	while (rewriting->at < source.length && source.bytes[rewriting->at] != '"') {
		if (source.bytes[rewriting->at] == '\\')
			rewrite_escape(rewriting);
		else if (!escape_character(rewriting))
			copy(rewriting, 1);
	}
	if (rewriting->at == source.length)
		return;
	copy(rewriting, 1);
	rewriting->colon = find_colon(source, rewriting->at);
	if (rewriting->colon < source.length)
		buffer_add_byte(rewriting->json, ':');
}

/* Blanks take their places, so that columns stay true. */
static void blank_out(struct rewriting *rewriting, size_t count)
{
	for (; count > 0; count--, rewriting->at++) {
		bool line_end = rewriting->source.bytes[rewriting->at] == '\n';
		buffer_add_byte(rewriting->json, line_end ? '\n' : ' ');
	}
}

/* 'it\'s', as JSON5 has it. */
static void rewrite_single(struct rewriting *rewriting)
{
	struct text source = rewriting->source;
	copy(rewriting, 1);
	while (rewriting->at < source.length && source.bytes[rewriting->at] != '\'') {
		if (text_starts_with(rest_of(source, rewriting->at), TEXT("\\'")))
			write_bytes(rewriting, TEXT("''"), 2);
		else
			copy(rewriting, 1);
	}
	if (rewriting->at < source.length)
		copy(rewriting, 1);
}

/* True for a quote that begins a string, rather than being an apostrophe. */
static bool begins_single(struct text source, size_t at)
{
	return source.bytes[at] == '\'' && at &&
	       (is_blank(source.bytes[at - 1]) || strchr(":,[{", source.bytes[at - 1]));
}

static void rewrite_between(struct rewriting *rewriting)
{
	char byte = rewriting->source.bytes[rewriting->at];
	size_t comment = comment_length(rewriting->source, rewriting->at);
	if (comment)
		blank_out(rewriting, comment);
	else if (begins_single(rewriting->source, rewriting->at))
		rewrite_single(rewriting);
	else if (byte == '\t' || byte == '\0' || rewriting->at == rewriting->colon)
		blank_out(rewriting, 1);
	else
		copy(rewriting, 1);
}

void json_rewrite(struct text source, struct buffer *json)
{
	struct rewriting rewriting = {.source = source, .colon = source.length, .json = json};
	if (text_starts_with(source, TEXT("\xEF\xBB\xBF")))
		rewriting.at = BYTE_ORDER_MARK_BYTES;
	while (rewriting.at < source.length) {
		if (source.bytes[rewriting.at] == '"')
			rewrite_string(&rewriting);
		else
			rewrite_between(&rewriting);
	}
}
