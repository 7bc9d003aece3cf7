#include "markdown_escape.h"

#include "base/unicode.h"

#include <string.h>

enum {
	HEADING_MOST = 6,    /* signs that make a heading */
	NUMBER_MOST = 9,     /* digits that make a numbered list */
	FENCE_LEAST = 3,     /* signs that make a block of code */
	REFERENCE_MOST = 33, /* bytes of the longest name of a character, with "&" and ";" */
	EMOJI_MOST = 64,     /* bytes of the longest name of an emoji */
};

static char byte_at(struct text text, size_t at)
{
	return at < text.length ? text.bytes[at] : '\0';
}

static char byte_before(struct text text, size_t at)
{
	return at ? text.bytes[at - 1] : '\0';
}

static bool is_one_of(const char *bytes, char byte)
{
	return byte && strchr(bytes, byte);
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
	byte = text_lower(byte);
	return byte >= 'a' && byte <= 'z';
}

static bool is_alphanumeric(char byte)
{
	return is_letter(byte) || is_digit(byte);
}

/* A tab stands for a blank. */
static bool is_blank_or_end(char byte)
{
	return is_one_of(" \t\n", byte) || !byte;
}

/* In the stretch: before it there may be a sign, which begins a word anew. */
static bool is_word_before(const struct markdown_stretch *stretch, size_t at)
{
	size_t size;
	return at > stretch->start && unicode_is_word(unicode_decode(stretch->text,
					      unicode_before(stretch->text, at), &size));
}

static bool is_word_at(struct text text, size_t at)
{
	size_t size;
	return at < text.length && unicode_is_word(unicode_decode(text, at, &size));
}

static size_t end_of_run(struct text text, size_t at)
{
	size_t end = at;
	while (byte_at(text, end) == text.bytes[at])
		end++;
	return end;
}

/*
 * With a blank on either side it can neither begin nor end emphasis. Blanks at the end of a line
 * do not count: what comes to stand there is a backslash.
 */
static bool is_free_star(const struct markdown_stretch *stretch, size_t at)
{
	struct text text = stretch->text;
	return at > stretch->start && at + 2 < stretch->end && text.bytes[at - 1] == ' ' &&
	       text.bytes[at + 1] == ' ' && !is_one_of(" \n", text.bytes[at + 2]);
}

/* Inside a word it cannot, either. */
static bool is_free_underscore(const struct markdown_stretch *stretch, size_t at)
{
	bool is_in_word = at > stretch->start && at + 1 < stretch->end &&
			  is_word_before(stretch, at) && is_word_at(stretch->text, at + 1);
	return is_in_word || is_free_star(stretch, at);
}

/* Between a blank and a word it can only begin what nothing ends: "~100". */
static bool is_free_tilde(const struct markdown_stretch *stretch, size_t at)
{
	bool begins =
		at == 0 || (at > stretch->start && is_one_of(" \n", stretch->text.bytes[at - 1]));
	return begins && at + 1 < stretch->end && is_alphanumeric(stretch->text.bytes[at + 1]);
}

bool markdown_begins_reference(struct text text, size_t at)
{
	size_t end = at + 1;
	if (byte_at(text, end) == '#')
		end++;
	while (end < at + REFERENCE_MOST && is_alphanumeric(byte_at(text, end)))
		end++;
	return end > at + 1 && byte_at(text, end) == ';';
}

/* A tag, a comment or, between angle brackets, an address: "<name:" or "<3@example.org>". */
static bool begins_angle(struct text text, size_t at)
{
	char next = byte_at(text, at + 1);
	bool has_at = false;
	if (is_letter(next) || is_one_of("/!?", next))
		return true;
	while (++at < text.length && !is_one_of("<> \n", text.bytes[at]))
		has_at = has_at || text.bytes[at] == '@';
	return has_at && byte_at(text, at) == '>';
}

/* ":name:" that begins no word but stands alone, not the times of "10:30:45". */
static bool begins_emoji(const struct markdown_stretch *stretch, size_t at)
{
	struct text text = stretch->text;
	size_t end = at + 1;
	if (is_word_before(stretch, at))
		return false;
	while (end < at + EMOJI_MOST &&
		(is_alphanumeric(byte_at(text, end)) || is_one_of("_+-", byte_at(text, end))))
		end++;
	return end > at + 1 && byte_at(text, end) == ':';
}

/* "https://", which forges make a link of. */
static bool is_in_scheme(struct text text, size_t at)
{
	return is_letter(byte_before(text, at)) && byte_at(text, at + 1) == '/' &&
	       byte_at(text, at + 2) == '/';
}

/* "www.", likewise. */
static bool ends_www(const struct markdown_stretch *stretch, size_t at)
{
	return at >= stretch->start + 3 &&
	       text_is_caseless(text_slice(stretch->text, at - 3, at), "www") &&
	       !is_word_before(stretch, at - 3);
}

/* "$x$" and "$$x$$" are formulas, "$5" is not. */
static bool may_close_formula(struct text text, size_t at)
{
	char before = byte_before(text, at);
	char after = byte_at(text, at + 1);
	bool closes = !is_blank_or_end(before) && !is_alphanumeric(after);
	return closes || before == '$' || after == '$';
}

/* What only means something outside of links: these, and what forges know besides. */
static bool must_escape_outside(const struct markdown_stretch *stretch, size_t at)
{
	struct text text = stretch->text;
	char next = byte_at(text, at + 1);
	switch (text.bytes[at]) {
	case '[':
		return next == '[';
	case ']':
		return next == '(';
	case '!':
		return next == '[' || (is_digit(next) && !is_word_before(stretch, at));
	case '#':
		return is_digit(next) && !is_word_before(stretch, at);
	case '@':
		return is_alphanumeric(next) && !is_word_before(stretch, at);
	case ':':
		return is_in_scheme(text, at) || begins_emoji(stretch, at);
	case '.':
		return ends_www(stretch, at);
	default:
		return false;
	}
}

bool markdown_must_escape(const struct markdown_stretch *stretch, size_t at)
{
	struct text text = stretch->text;
	switch (text.bytes[at]) {
	case '\\':
	case '`':
		return true;
	case '*':
		return !is_free_star(stretch, at);
	case '_':
		return !is_free_underscore(stretch, at);
	case '~':
		return !is_free_tilde(stretch, at);
	case '&':
		return markdown_begins_reference(text, at);
	case '<':
		return begins_angle(text, at);
	case '$':
		return may_close_formula(text, at);
	case '[':
	case ']':
		return stretch->in_link || must_escape_outside(stretch, at);
	default:
		return !stretch->in_link && must_escape_outside(stretch, at);
	}
}

/* "1." and "1)": the stop is escaped. */
static struct markdown_range number_sign(struct text text, size_t at)
{
	size_t end = at;
	while (is_digit(byte_at(text, end)))
		end++;
	bool is_number = end - at <= NUMBER_MOST && is_one_of(".)", byte_at(text, end)) &&
			 is_blank_or_end(byte_at(text, end + 1));
	return is_number ? (struct markdown_range){end, end + 1} : (struct markdown_range){0};
}

/* Of signs that mean something in a row: how many there have to be, and what ends them. */
static bool is_run_sign(struct text text, size_t at, size_t end)
{
	char after = byte_at(text, end);
	switch (text.bytes[at]) {
	case '#':
		return end - at <= HEADING_MOST && is_blank_or_end(after);
	case '~':
		return end - at >= FENCE_LEAST;
	case '-': /* a list, a rule, the line under a heading or of a table */
		return is_blank_or_end(after) || is_one_of("|:", after);
	case '+':
	case '*':
	case '_':
	case '=':
		return is_blank_or_end(after);
	case '|':
	case ':': /* the line under the head of a table */
		return is_blank_or_end(after) || is_one_of("-|:", after);
	case '>':
	case '[': /* a reference, a footnote, a task */
		return true;
	default:
		return false;
	}
}

struct markdown_range markdown_line_sign(struct text text, size_t at)
{
	if (at == text.length)
		return (struct markdown_range){0};
	if (is_digit(text.bytes[at]))
		return number_sign(text, at);
	size_t end = end_of_run(text, at);
	if (!is_run_sign(text, at, end))
		return (struct markdown_range){0};
	/* What is left of these would be a sign of emphasis. */
	bool whole = is_one_of("*_~", text.bytes[at]);
	return (struct markdown_range){at, whole ? end : at + 1};
}

size_t markdown_fence(struct text text)
{
	size_t longest = 0;
	size_t run = 0;
	for (size_t i = 0; i < text.length; i++) {
		run = text.bytes[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest + 1;
}
