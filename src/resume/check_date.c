#include "check_parts.h"

#include "date_words.h"
#include "resume/date.h"
#include "resume/language.h"

/* YEAR_LEAST as date_read() has it: less is more likely something else. */
enum {
	YEAR_LEAST = 1000,
	MONTH_LEAST = 5, /* bytes: shorter words are near to too many others */
};

/* Numbers with hyphens, slashes or dots between them, as most dates are. */
struct numbers {
	int values[3];
	size_t digits[3];
	int count;
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* False if there is anything else than up to three numbers of at most four digits. */
static bool read_numbers(struct text text, struct numbers *numbers)
{
	*numbers = (struct numbers){.count = 0};
	for (size_t i = 0; i <= text.length; i++) {
		int value = 0;
		size_t digits = 0;
		for (; i < text.length && is_digit(text.bytes[i]) && digits < 4; digits++)
			value = value * 10 + (text.bytes[i++] - '0');
		bool ended = i == text.length || text_find(TEXT("-/."), 0, text.bytes[i]) < 3;
		if (!digits || !ended || numbers->count == 3)
			return false;
		numbers->values[numbers->count] = value;
		numbers->digits[numbers->count++] = digits;
	}
	return true;
}

static bool is_day(struct check *check, int year, int month, int day)
{
	return date_read(arena_format(&check->scratch, "%04d-%02d-%02d", year, month, day)).year;
}

/* Brings numbers to year, month and day, as far as one of them must be a year; false if none is. */
static bool put_year_first(struct numbers *numbers)
{
	int last = numbers->count - 1;
	bool begins = numbers->digits[0] == 4;
	bool ends = numbers->digits[last] == 4;
	if (last == 0 || begins == ends)
		return false;
	int year = numbers->values[begins ? 0 : last];
	if (ends) {
		numbers->values[last] = numbers->values[0];
		numbers->values[0] = year;
	}
	return year >= YEAR_LEAST;
}

/* Reports numbers that would be a date if there were such a month or day; false if they are none.
 */
static bool report_impossible(
	struct check *check, struct position position, struct text text, const char *quote)
{
	struct numbers numbers;
	/* What ISO 8601 has behind a date does not matter. */
	struct text day = text_slice(text, 0, text_find(text, 0, 'T'));
	if (!read_numbers(day, &numbers))
		return false;
	bool month_may_be_second = numbers.count == 3 && numbers.digits[2] == 4;
	if (!put_year_first(&numbers))
		return false;
	const int *values = numbers.values;
	if (month_may_be_second && is_day(check, values[0], values[2], values[1]))
		return false;
	if (!month_may_be_second && (values[1] < 1 || values[1] > 12))
		check_report(check, SEVERITY_WARNING, position,
			"'%s' is no date: there is no month %d; write one from 01 to 12", quote,
			values[1]);
	else if (numbers.count == 3 && !is_day(check, values[0], values[1], values[2]))
		check_report(check, SEVERITY_WARNING, position,
			"'%s' is no date: there is no such day; write it as 2019-03-15", quote);
	else
		return false;
	return true;
}

/* Words with a year among them say when something was, if not so that it can be reckoned with. */
static bool holds_year(struct text text)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.length; i++) {
		digits = is_digit(text.bytes[i]) ? digits + 1 : 0;
		bool ends = i + 1 == text.length || !is_digit(text.bytes[i + 1]);
		if (digits == 4 && ends)
			return true;
	}
	return false;
}

/* Words that would be a date if the month had that day; false if they are none. */
static bool report_impossible_words(
	struct check *check, struct position position, struct text text, const char *quote)
{
	struct date date = {0};
	if (!date_read_words(text, &date) || !date.day)
		return false;
	check_report(check, SEVERITY_WARNING, position,
		"'%s' is no date: there is no day %d in that month", quote, date.day);
	return true;
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80);
}

/* Months are compared in all languages that there are. */
static void consider_months(struct check *check, struct nearest *nearest)
{
	for (const struct language *const *language = languages; *language; language++) {
		for (int month = 1; month <= 12; month++) {
			struct text names = language_month_names(*language, month, &check->scratch);
			for (size_t start = 0; start < names.length;) {
				size_t end = text_find(names, start, ' ');
				if (end - start >= MONTH_LEAST)
					check_consider(nearest, text_slice(names, start, end));
				start = end + 1;
			}
		}
	}
}

/* A word that is nearly a month; false if there is none. */
static bool report_month(
	struct check *check, struct position position, struct text text, const char *quote)
{
	int month;
	for (size_t start = 0, end; start < text.length; start = end + 1) {
		for (end = start; end < text.length && is_letter(text.bytes[end]); end++)
			continue;
		struct nearest nearest = {.written = text_slice(text, start, end)};
		if (end - start < MONTH_LEAST ||
			language_read_word(nearest.written, &month) != DATE_WORD_OTHER)
			continue;
		consider_months(check, &nearest);
		if (!nearest.word.length)
			continue;
		check_report(check, SEVERITY_WARNING, position,
			"'%s' is no date that vitae knows; did you mean '%.*s'?", quote,
			(int)nearest.word.length, nearest.word.bytes);
		return true;
	}
	return false;
}

static void check_date_text(struct check *check, struct position position, struct text text)
{
	struct date date = date_read(text);
	if (date.year || date.present || !text.length)
		return;
	const char *quote = check_quote(check, text);
	if (report_impossible(check, position, text, quote) ||
		report_impossible_words(check, position, text, quote))
		return;
	if (holds_year(text) && report_month(check, position, text, quote))
		return;
	/* Other schemas have fields for dates in which any text may stand. */
	if (check->dialect->own && !holds_year(text))
		check_report(check, SEVERITY_NOTE, position,
			"'%s' is no date that vitae knows and is shown as written; write 2019-03",
			quote);
}

static void check_order(
	struct check *check, struct text start, struct text end, struct position position, int line)
{
	struct date first = date_read(start);
	struct date last = date_read(end);
	if (first.year && last.year && date_is_before(last, first))
		check_report(check, SEVERITY_WARNING, position,
			"the end '%s' is before the start '%s' of line %d; mend one of them",
			check_quote(check, end), check_quote(check, start), line);
}

void check_date(struct check *check, const struct node *node)
{
	struct text text = node_text(node);
	struct text start;
	struct text end;
	if (date_split(text, &start, &end))
		check_order(check, start, end, node->position, node->position.line);
	else
		check_date_text(check, node->position, text);
}

void check_period(struct check *check, const struct field *fields, const struct node *entry)
{
	const struct node *start = check_value_of(fields, entry, SLOT_START);
	const struct node *end = check_value_of(fields, entry, SLOT_END);
	if (start && end)
		check_order(check, node_text(start), node_text(end), end->position,
			start->position.line);
	bool has_date = start || check_value_of(fields, entry, SLOT_DATE);
	if (end && !has_date && check->dialect->own &&
		!check_has_slip_of(fields, entry, TEXT("startDate")))
		check_report(check, SEVERITY_NOTE, end->key_position,
			"an 'endDate' without 'startDate'; add that, or make it 'date'");
}
