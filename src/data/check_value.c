#include "check_value.h"

#include "base/unicode.h"

#include <string.h>

enum {
	DIGITS_OF_A_DOUBLE = 15, /* that programs keep which read numbers as such */
	WORDS_OF_A_DATE = 3,
	YEAR_DIGITS = 4,
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static size_t skip_digits(struct text text, size_t at)
{
	while (at < text.length && is_digit(text.bytes[at]))
		at++;
	return at;
}

static bool is_one_of(struct text text, const char *const *words)
{
	for (; *words; words++) {
		if (text_is_caseless(text, *words))
			return true;
	}
	return false;
}

/* 12:30 is 750, by sixties. */
static bool is_sexagesimal(struct text text)
{
	size_t at = skip_digits(text, 0);
	size_t parts = 0;
	for (; at && at < text.length; parts++) {
		size_t end = skip_digits(text, at + 1);
		bool fits = end == at + 2 || (end == at + 3 && text.bytes[at + 1] < '6');
		if (text.bytes[at] != ':' || !fits)
			return false;
		at = end;
	}
	return parts > 0;
}

/* 1_000 is 1000. */
static bool has_underscores(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (!is_digit(text.bytes[i]) && text.bytes[i] != '_')
			return false;
	}
	return is_digit(text.bytes[0]) && text_find(text, 0, '_') < text.length;
}

static bool is_hexadecimal(struct text text)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	if (text.length < 3 || !text_starts_with(text, TEXT("0x")))
		return false;
	for (size_t i = 2; i < text.length; i++) {
		if (!text.bytes[i] || !strchr(digits, text.bytes[i]))
			return false;
	}
	return true;
}

/* True for 1.10, which is 1.1, and 1e3, which is 1000. */
static bool is_changed_fraction(struct text text, size_t at)
{
	bool ends_with_zero = false;
	if (text.bytes[at] == '.') {
		size_t end = skip_digits(text, at + 1);
		ends_with_zero = end > at + 1 && text.bytes[end - 1] == '0';
		at = end;
	}
	if (at == text.length || text_lower(text.bytes[at]) != 'e')
		return ends_with_zero && at == text.length;
	at++;
	if (at < text.length && strchr("+-", text.bytes[at]) && text.bytes[at])
		at++;
	return at < text.length && skip_digits(text, at) == text.length;
}

bool check_is_changed_number(struct text text)
{
	if (!text.length)
		return false;
	bool has_plus = text.bytes[0] == '+';
	bool has_sign = has_plus || text.bytes[0] == '-';
	struct text number = text_slice(text, has_sign ? 1 : 0, text.length);
	size_t at = skip_digits(number, 0);
	if (!at)
		return false;
	if (at == number.length)
		return has_plus || (at > 1 && number.bytes[0] == '0') || at > DIGITS_OF_A_DOUBLE;
	return is_sexagesimal(number) || has_underscores(number) || is_hexadecimal(number) ||
	       is_changed_fraction(number, at);
}

static bool ends_caseless(struct text text, struct text end)
{
	return text.length >= end.length &&
	       text_starts_caseless(text_slice(text, text.length - end.length, text.length), end);
}

static void add_note(const struct node *node, const char *message, struct diagnostics *diagnostics)
{
	struct text quote = diagnostic_beginning(node->text);
	diagnostics_add(diagnostics, SEVERITY_NOTE, node->position, "'%.*s' %s", (int)quote.length,
		quote.bytes, message);
}

void check_value(const struct node *node, struct diagnostics *diagnostics)
{
	static const char *const nulls[] = {"~", "null", NULL};
	static const char *const switches[] = {"yes", "no", "on", "off", NULL};
	static const char *const truths[] = {"true", "false", NULL};
	bool is_item = node->key.length == 0;
	if (is_one_of(node->text, nulls)) {
		if (ends_caseless(node->key, TEXT("name")))
			add_note(node, "means that there is no value; quote it if it is text",
				diagnostics);
	} else if (is_one_of(node->text, switches) || (is_item && is_one_of(node->text, truths))) {
		/* Under a key, true and false are rarely meant as words. */
		add_note(node, "is true or false to other programs; quote it if it is text",
			diagnostics);
	} else if (check_is_changed_number(node->text)) {
		add_note(node,
			"is a number to other programs, which may write it in another way; "
			"quote it",
			diagnostics);
	}
}

static bool is_word_end(struct text text, size_t at)
{
	return at == text.length || text.bytes[at] == ' ';
}

/* True if the last word is a single capital: there are languages whose names go on with #. */
static bool ends_with_capital(struct text text)
{
	size_t length = text.length;
	if (!length || text.bytes[length - 1] < 'A' || text.bytes[length - 1] > 'Z')
		return false;
	return length == 1 || text.bytes[length - 2] == ' ';
}

static bool holds_year(struct text text)
{
	for (size_t at = 0, end; at < text.length; at = end + 1) {
		end = skip_digits(text, at);
		if (end - at == YEAR_DIGITS)
			return true;
	}
	return false;
}

/* True for what people comment on: dates, numbers, addresses, single words. */
static bool is_plain_datum(struct text text)
{
	size_t blanks = 0;
	bool has_letter = false;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text_lower(text.bytes[i]);
		blanks += byte == ' ';
		has_letter = has_letter || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
		if (byte == '@' || text_starts_with(text_slice(text, i, text.length), TEXT("://")))
			return true;
	}
	return !blanks || !has_letter || (blanks < WORDS_OF_A_DATE && holds_year(text));
}

void check_comment(const struct node *node, struct text rest, struct diagnostics *diagnostics)
{
	struct position position = node->end;
	/* What is set off by more than one blank is a comment and meant as such. */
	if (rest.length < 2 || rest.bytes[0] != ' ' || rest.bytes[1] != '#')
		return;
	position.column++;
	bool is_set_off = rest.length > 2 && (is_word_end(rest, 2) || rest.bytes[2] == '\t');
	if (!is_set_off || ends_with_capital(node->text))
		diagnostics_add(diagnostics, SEVERITY_WARNING, position,
			"what follows ' #' is a comment and not shown; quote the value if it "
			"belongs to the text");
	else if (!is_plain_datum(node->text))
		diagnostics_add(diagnostics, SEVERITY_NOTE, position,
			"what follows ' #' is a comment and not shown; quote the value if it "
			"belongs to the text, or put two spaces before the #");
}

void check_pair(const struct node *map, bool among_texts, struct diagnostics *diagnostics)
{
	const struct node *pair = map->first;
	if (map->kind != NODE_MAP || map->count != 1 || pair->kind != NODE_SCALAR)
		return;
	struct text key = pair->key;
	bool has_blank = text_find(key, 0, ' ') < key.length;
	bool is_capital = key.length && key.bytes[0] >= 'A' && key.bytes[0] <= 'Z';
	/* Fields are written small, and in one word. */
	if (!has_blank && !(among_texts && is_capital))
		return;
	key = diagnostic_beginning(key);
	diagnostics_add(diagnostics, SEVERITY_NOTE, pair->key_position,
		"'%.*s:' is read as a key and shown as text; quote the whole if it is text",
		(int)key.length, key.bytes);
}
