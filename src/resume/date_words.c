#include "date_words.h"

#include "base/unicode.h"

#include <string.h>

enum {
	BYTES_MOST = 64, /* of a date */
	TOKENS_MOST = 8,
	YEAR_DIGITS = 4,
};

enum mark {
	MARK_NONE,
	MARK_YEAR,
	MARK_MONTH,
	MARK_DAY,
};

/* A number or a word. */
struct token {
	struct text text;
	int number;     /* -1 for a word */
	enum mark mark; /* of a word that says what the number before it is */
};

struct tokens {
	struct token items[TOKENS_MOST];
	size_t count;
};

/* What the first character of a word says of the number before it, which it stands close to. */
static enum mark mark_of(struct text text, size_t *size)
{
	static const struct {
		const char *characters;
		enum mark mark;
	} rows[] = {{"年년", MARK_YEAR}, {"月월", MARK_MONTH}, {"日일号號", MARK_DAY}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct text row = text_from(rows[i].characters);
		for (size_t at = 0; at < row.length; at += *size) {
			unicode_decode(row, at, size);
			if (text_starts_with(text, text_slice(row, at, at + *size)))
				return rows[i].mark;
		}
	}
	return MARK_NONE;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool date_has_year(struct text text)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.length && digits < YEAR_DIGITS; i++)
		digits = is_digit(text.bytes[i]) ? digits + 1 : 0;
	return digits == YEAR_DIGITS;
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

/* How many bytes at offset part words: blanks, and what people put beside a month. */
static size_t separator_at(struct text text, size_t at)
{
	static const char *const blanks[] = {"\u00A0", "\u202F", "\u3000"};
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
		if (text_starts_with(text_slice(text, at, text.length), text_from(blanks[i])))
			return strlen(blanks[i]);
	}
	/* " - " is between dates. */
	bool after_blank = at > 0 && text.bytes[at - 1] == ' ';
	bool before_blank = at + 1 < text.length && text.bytes[at + 1] == ' ';
	if (text.bytes[at] == '-' || text.bytes[at] == '/')
		return !after_blank && !before_blank;
	return text.bytes[at] && strchr(" ,.", text.bytes[at]);
}

static size_t word_end(struct text text, size_t at, enum mark *mark)
{
	size_t size;
	*mark = mark_of(text_slice(text, at, text.length), &size);
	if (*mark)
		return at + size;
	while (at < text.length && is_letter(text.bytes[at]) && !separator_at(text, at))
		at++;
	return at;
}

static size_t number_end(struct text text, size_t at, int *number)
{
	size_t start = at;
	*number = 0;
	for (; at < text.length && is_digit(text.bytes[at]) && at < start + 5; at++)
		*number = *number * 10 + (text.bytes[at] - '0');
	return at;
}

/* False if there is something else in it, or too much. */
static bool read_tokens(struct text text, struct tokens *tokens)
{
	for (size_t at = 0; at < text.length;) {
		size_t separator = separator_at(text, at);
		if (separator) {
			at += separator;
			continue;
		}
		if (tokens->count == TOKENS_MOST)
			return false;
		struct token *token = &tokens->items[tokens->count++];
		size_t start = at;
		token->number = -1;
		if (is_digit(text.bytes[at]))
			at = number_end(text, at, &token->number);
		else
			at = word_end(text, at, &token->mark);
		if (at == start)
			return false;
		token->text = text_slice(text, start, at);
	}
	return true;
}

/* Each part of a date may be there once. */
static bool put(int *part, int value)
{
	if (*part || value <= 0)
		return false;
	*part = value;
	return true;
}

static bool take_number(const struct token *token, enum mark mark, struct date *date)
{
	if (token->text.length == YEAR_DIGITS && (mark == MARK_NONE || mark == MARK_YEAR))
		return put(&date->year, token->number);
	if (token->text.length > 2)
		return false;
	if (mark == MARK_MONTH)
		return put(&date->month, token->number);
	return mark != MARK_YEAR && put(&date->day, token->number);
}

static bool take_word(const struct token *token, struct date *date, bool *season)
{
	int month;
	enum date_word word = language_read_word(token->text, &month);
	bool again = *season;
	if (word == DATE_WORD_MONTH)
		return put(&date->month, month);
	if (word == DATE_WORD_SEASON)
		*season = true;
	return word == DATE_WORD_SMALL || (word == DATE_WORD_SEASON && !again);
}

bool date_read_words(struct text text, struct date *date)
{
	struct tokens tokens = {0};
	bool season = false;
	if (text.length > BYTES_MOST || !date_has_year(text) || !read_tokens(text, &tokens))
		return false;
	for (size_t i = 0; i < tokens.count; i++) {
		const struct token *token = &tokens.items[i];
		const struct token *next = i + 1 < tokens.count ? token + 1 : NULL;
		const struct token *before = i > 0 ? token - 1 : NULL;
		bool good = false;
		if (token->number >= 0)
			good = take_number(token, next ? next->mark : MARK_NONE, date);
		else if (token->mark)
			good = before && before->number >= 0;
		else
			good = take_word(token, date, &season);
		if (!good)
			return false;
	}
	date->vague = season;
	/* A year alone may be followed by what it is called: "2019年". */
	bool is_named = tokens.count > 1 && tokens.items[0].number >= 0;
	return date->year && (date->month || (!date->day && (season || is_named)));
}
