#include "yaml_text.h"

#include "base/unicode.h"

#include <string.h>

static const struct text mark = {"\xEF\xBB\xBF", 3};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Words that are no texts in YAML 1.1 or 1.2. */
static bool is_reserved(struct text text)
{
	static const char *const words[] = {"~", "null", "true", "false", "yes", "no", "on", "off",
		"y", "n", ".inf", "-.inf", "+.inf", ".nan", "=", "<<"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (text_is_caseless(text, words[i]))
			return true;
	}
	return false;
}

/* A year and a month are a text for everybody: "2019-03". */
static bool is_month(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (i == 4 ? text.bytes[i] != '-' : !is_digit(text.bytes[i]))
			return false;
	}
	return text.length == 7;
}

/* Also what only looks like a number, a time or a date to a person: quotes do no harm. */
static bool is_number(struct text text)
{
	bool has_digit = false;
	if (!is_digit(text.bytes[0]) && !strchr("+-.", text.bytes[0]))
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (!is_digit(text.bytes[i]) &&
			!strchr("abcdefABCDEFxXoO_.,:+-TtZz ", text.bytes[i]))
			return false;
		has_digit = has_digit || is_digit(text.bytes[i]);
	}
	return has_digit && !is_month(text);
}

/* True for what has the mark of a file's beginning in it, which readers drop or refuse. */
static bool holds_mark(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text_starts_with(text_slice(text, i, text.length), mark))
			return true;
	}
	return false;
}

/* True if a byte means something within a text that has no quotes. */
static bool has_sign(struct text text, size_t i)
{
	char byte = text.bytes[i];
	if (byte == ':')
		return i + 1 == text.length || text.bytes[i + 1] == ' ';
	if (byte == '#')
		return i > 0 && text.bytes[i - 1] == ' ';
	return byte == '\n' || byte == '\0';
}

bool yaml_is_plain(struct text text)
{
	if (!text.length || strchr("-?:,[]{}#&*!|>'\"%@` ", text.bytes[0]) ||
		text.bytes[text.length - 1] == ' ' || text_starts_with(text, TEXT("...")) ||
		is_reserved(text) || is_number(text) || holds_mark(text))
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (has_sign(text, i))
			return false;
	}
	return true;
}

/* In single quotes, which only they themselves leave. */
static void write_single(struct sink *sink, struct text text)
{
	sink_write(sink, TEXT("'"));
	for (size_t start = 0; start <= text.length;) {
		size_t end = text_find(text, start, '\'');
		sink_write(sink, text_slice(text, start, end));
		sink_write(sink, end < text.length ? TEXT("''") : TEXT("'"));
		start = end + 1;
	}
}

static void write_double(struct sink *sink, struct text text)
{
	sink_write(sink, TEXT("\""));
	for (size_t i = 0; i < text.length; i++) {
		struct text rest = text_slice(text, i, text.length);
		if (text_starts_with(rest, mark)) {
			sink_write(sink, TEXT("\\uFEFF"));
			i += 2;
		} else if (text.bytes[i] == '\n') {
			sink_write(sink, TEXT("\\n"));
		} else if (text.bytes[i] == '\0') {
			sink_write(sink, TEXT("\\0"));
		} else {
			sink_write(sink, strchr("\"\\", text.bytes[i]) ? TEXT("\\") : TEXT(""));
			sink_write(sink, text_slice(text, i, i + 1));
		}
	}
	sink_write(sink, TEXT("\""));
}

/* What single quotes can hold, and hold better than double ones. */
static bool suits_single(struct text text)
{
	bool has_single = text_find(text, 0, '\'') < text.length;
	bool has_double = text_find(text, 0, '"') < text.length;
	bool has_backslash = text_find(text, 0, '\\') < text.length;
	bool is_line =
		text_find(text, 0, '\n') == text.length && text_find(text, 0, '\0') == text.length;
	return text.length && is_line && !holds_mark(text) && !is_number(text) &&
	       !is_reserved(text) && (!has_single || has_double || has_backslash);
}

void yaml_write_line(struct sink *sink, struct text text)
{
	if (yaml_is_plain(text))
		sink_write(sink, text);
	else if (suits_single(text))
		write_single(sink, text);
	else
		write_double(sink, text);
}

size_t yaml_line_length(struct text text)
{
	size_t width = (size_t)unicode_width(text);
	return yaml_is_plain(text) ? width : width + 2;
}

/* Blocks */

/* The first line of a text, and where the next one begins. */
static struct text line_at(struct text text, size_t start)
{
	return text_slice(text, start, text_find(text, start, '\n'));
}

static bool has_wide_line(struct text text, size_t columns)
{
	for (size_t start = 0; start < text.length;) {
		struct text line = line_at(text, start);
		if ((size_t)unicode_width(line) > columns)
			return true;
		start += line.length + 1;
	}
	return false;
}

static bool is_blank_between_words(struct text text, size_t i)
{
	return i > 0 && i + 1 < text.length && text.bytes[i] == ' ' && text.bytes[i - 1] != ' ' &&
	       text.bytes[i + 1] != ' ';
}

/* Where the next blank is that a line may end at, or the end. */
static size_t next_blank(struct text text, size_t from)
{
	while (from < text.length && !is_blank_between_words(text, from))
		from++;
	return from;
}

/* True if a block can hold the text. */
static bool fits_block(struct text text)
{
	return text.length && !holds_mark(text) && text.bytes[0] != ' ' && text.bytes[0] != '\n' &&
	       text.bytes[text.length - 1] != '\n' && text_find(text, 0, '\0') == text.length;
}

bool yaml_needs_block(struct text text, size_t columns)
{
	bool has_lines = text_find(text, 0, '\n') < text.length;
	bool is_long = yaml_line_length(text) > columns && next_blank(text, 0) < text.length;
	return fits_block(text) && (has_lines || is_long);
}

/*
 * True if lines may be joined and parted: none begins or ends with a blank, and there are only
 * paragraphs.
 */
static bool is_prose(struct text text)
{
	for (size_t start = 0; start < text.length;) {
		struct text line = line_at(text, start);
		size_t end = start + line.length;
		if (line.length && (line.bytes[0] == ' ' || line.bytes[line.length - 1] == ' '))
			return false;
		bool single = line.length && end + 1 < text.length && text.bytes[end + 1] != '\n';
		if (single)
			return false;
		start = end + 1;
	}
	return true;
}

static void begin_line(struct sink *sink, size_t indent)
{
	sink_write(sink, TEXT("\n"));
	sink_repeat(sink, ' ', indent);
}

/* Writes a paragraph on lines of so many columns. */
static void write_folded(struct sink *sink, struct text text, size_t indent, size_t columns)
{
	size_t start = 0;
	while (start < text.length) {
		size_t end = next_blank(text, start);
		size_t width = (size_t)unicode_width(text_slice(text, start, end));
		while (end < text.length) {
			size_t next = next_blank(text, end + 1);
			width += (size_t)unicode_width(text_slice(text, end, next));
			if (width > columns)
				break;
			end = next;
		}
		begin_line(sink, indent);
		sink_write(sink, text_slice(text, start, end));
		start = end + 1;
	}
}

void yaml_write_block(struct sink *sink, struct text text, size_t indent, size_t columns)
{
	bool has_lines = text_find(text, 0, '\n') < text.length;
	bool folds = (!has_lines || has_wide_line(text, columns)) && is_prose(text);
	sink_write(sink, folds ? TEXT(">-") : TEXT("|-"));
	for (size_t start = 0; start < text.length;) {
		struct text line = line_at(text, start);
		if (folds && line.length)
			write_folded(sink, line, indent, columns);
		else if (line.length)
			begin_line(sink, indent);
		if (!folds || !line.length)
			sink_write(sink, line.length ? line : TEXT("\n"));
		start += line.length + 1;
		/* A line that ends a paragraph is one more, where lines are joined. */
		if (folds && line.length && start < text.length)
			sink_write(sink, TEXT("\n"));
	}
}
