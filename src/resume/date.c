#include "resume/date.h"

#include "date_words.h"

#include <string.h>

enum {
	YEAR_LEAST = 1000,
	PARTS_MOST = 3,
};

/* Numbers with one separator between them. */
struct numbers {
	int values[PARTS_MOST];
	size_t digits[PARTS_MOST];
	size_t count;
	char separator;
	size_t end; /* where they end */
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool read_number(struct text text, struct numbers *numbers)
{
	int value = 0;
	size_t start = numbers->end;
	size_t at = start;
	for (; at < text.length && at < start + 8 && is_digit(text.bytes[at]); at++)
		value = value * 10 + (text.bytes[at] - '0');
	numbers->values[numbers->count] = value;
	numbers->digits[numbers->count] = at - start;
	numbers->end = at;
	return at > start;
}

/* Goes on to the next number, or to the end behind a last dot; false if neither is there. */
static bool skip_separator(struct text text, struct numbers *numbers)
{
	char byte = text.bytes[numbers->end];
	bool other = numbers->count > 1 && byte != numbers->separator;
	if (!byte || !strchr("-/.", byte) || other)
		return false;
	numbers->separator = byte;
	numbers->end++;
	bool at_end = numbers->end == text.length;
	if (byte == '.' && !at_end && text.bytes[numbers->end] == ' ')
		numbers->end++;
	return !at_end || (byte == '.' && numbers->count > 1);
}

/*
 * "2019-03-15", "15. 3. 2019", "2019. 3.": false if they are followed by what may not be there, but
 * for what follows the third.
 */
static bool read_numbers(struct text text, struct numbers *numbers)
{
	while (numbers->count < PARTS_MOST && numbers->end < text.length) {
		if (!read_number(text, numbers))
			return false;
		numbers->count++;
		bool more = numbers->end < text.length;
		if (more && numbers->count < PARTS_MOST && !skip_separator(text, numbers))
			return false;
	}
	if (numbers->separator == '.' && numbers->end + 1 == text.length &&
		text.bytes[numbers->end] == '.')
		numbers->end++;
	return numbers->count > 0;
}

/* Nothing, or what ISO 8601 has behind a date: T12:30:00.000+01:00 and the like. */
static bool is_time(struct text text)
{
	if (!text.length)
		return true;
	if (text.bytes[0] != 'T' && text.bytes[0] != ' ')
		return false;
	int digits = 0;
	for (size_t i = 1; i < text.length; i++) {
		if (!text.bytes[i] || !strchr("0123456789:.,+-Z ", text.bytes[i]))
			return false;
		digits += is_digit(text.bytes[i]);
	}
	return digits >= 2 && text_find(text, 0, ':') == 3;
}

static bool is_short(const struct numbers *numbers, size_t i)
{
	return numbers->digits[i] <= 2 && numbers->values[i] > 0;
}

static bool read_compact(const struct numbers *numbers, struct date *date)
{
	int value = numbers->values[0];
	date->year = numbers->digits[0] == 8 ? value / 10000 : value;
	if (numbers->digits[0] == 8) {
		date->month = value / 100 % 100;
		date->day = value % 100;
		return date->month && date->day;
	}
	return numbers->digits[0] == 4;
}

/* Whether the month or the day is first is known only with dots, or where one is over 12. */
static bool read_year_last(const struct numbers *numbers, struct date *date)
{
	int first = numbers->values[0];
	int second = numbers->values[1];
	bool dots = numbers->separator == '.';
	date->year = numbers->values[2];
	date->in_words = !dots;
	if (dots || (first > 12 && second <= 12)) {
		date->day = first;
		date->month = second;
	} else if (second > 12) {
		date->day = second;
		date->month = first;
	}
	date->vague = !date->month;
	return date->month <= 12 && is_short(numbers, 0) && is_short(numbers, 1) &&
	       numbers->digits[2] == 4;
}

static bool read_numeric(struct text text, struct date *date)
{
	struct numbers numbers = {0};
	if (!read_numbers(text, &numbers))
		return false;
	bool year_first = numbers.digits[0] == 4;
	bool at_end = numbers.end == text.length;
	if (numbers.count == 1)
		return at_end && read_compact(&numbers, date);
	if (numbers.count == PARTS_MOST && !year_first)
		return at_end && read_year_last(&numbers, date);
	date->year = numbers.values[year_first ? 0 : 1];
	date->month = numbers.values[year_first ? 1 : 0];
	if (numbers.digits[year_first ? 0 : 1] != 4 || !is_short(&numbers, year_first ? 1 : 0))
		return false;
	if (numbers.count == 2)
		return at_end;
	date->day = numbers.values[2];
	return is_short(&numbers, 2) && is_time(text_slice(text, numbers.end, text.length));
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month] + (month == 2 && leap);
}

static bool is_real(struct date date)
{
	return date.year >= YEAR_LEAST && date.month <= 12 &&
	       date.day <= days_in(date.year, date.month);
}

struct date date_read_past(struct text text)
{
	text = text_trim(text);
	struct date date = {.text = text};
	if (read_numeric(text, &date) && is_real(date))
		return date;
	date = (struct date){.text = text, .in_words = true};
	if (date_read_words(text, &date) && is_real(date))
		return date;
	return (struct date){.text = text};
}

struct date date_read(struct text text)
{
	struct date date = date_read_past(text);
	if (date.text.length && !date.year)
		date.present = language_is_present(date.text);
	return date;
}

bool date_is_given(struct date date)
{
	return date.text.length || date.present;
}

bool date_is_before(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year;
	if (a.month != b.month && a.month && b.month)
		return a.month < b.month;
	return a.month && b.month && a.day && b.day && a.day < b.day;
}
