#include "resume/date.h"

#include <stddef.h>
#include <string.h>

static bool is_present_word(struct text text)
{
	static const char *const words[] = {"present", "current", "now", "today", "ongoing",
		"to date", "至今", "现在", "現在", "현재", "н.в.", "настоящее время", "actualidad",
		"actual", "presente", "heute", "présent", "aujourd'hui"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (text_is_caseless(text, words[i]))
			return true;
	}
	return false;
}

/* Reads exactly count digits at *offset and moves it on; -1 if they are not there. */
static int read_digits(struct text text, size_t *offset, size_t count)
{
	int value = 0;
	for (size_t i = 0; i < count; i++) {
		if (*offset + i >= text.length)
			return -1;
		char byte = text.bytes[*offset + i];
		if (byte < '0' || byte > '9')
			return -1;
		value = value * 10 + (byte - '0');
	}
	*offset += count;
	return value;
}

static bool read_separator(struct text text, size_t *offset, char *separator)
{
	if (*offset >= text.length)
		return false;
	char byte = text.bytes[*offset];
	if ((byte != '-' && byte != '/' && byte != '.') || (*separator && byte != *separator))
		return false;
	*separator = byte;
	++*offset;
	return true;
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
		if (!strchr("0123456789:.,+-Z ", text.bytes[i]))
			return false;
		digits += text.bytes[i] >= '0' && text.bytes[i] <= '9';
	}
	return digits >= 2 && text_find(text, 0, ':') == 3;
}

/* YYYY, then -MM, then -DD, then a time of day that is not kept. */
static bool read_year_first(struct text text, struct date *date)
{
	size_t offset = 0;
	char separator = '\0';
	date->year = read_digits(text, &offset, 4);
	if (date->year < 1000)
		return false;
	if (offset == text.length)
		return true;
	if (!read_separator(text, &offset, &separator))
		return false;
	date->month = read_digits(text, &offset, 2);
	if (offset == text.length || date->month < 0)
		return date->month > 0;
	if (!read_separator(text, &offset, &separator))
		return false;
	date->day = read_digits(text, &offset, 2);
	return date->day > 0 && is_time(text_slice(text, offset, text.length));
}

static bool read_month_first(struct text text, struct date *date)
{
	size_t offset = 0;
	char separator = '\0';
	date->day = 0;
	date->month = read_digits(text, &offset, 2);
	if (date->month < 0)
		return false;
	if (!read_separator(text, &offset, &separator) || separator == '-')
		return false;
	date->year = read_digits(text, &offset, 4);
	return date->year >= 1000 && date->month > 0 && offset == text.length;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month] + (month == 2 && leap);
}

struct date date_read(struct text text)
{
	struct date date = {.text = text};
	if (!text.length)
		return date;
	bool known = read_year_first(text, &date);
	if (!known) {
		date = (struct date){.text = text};
		known = read_month_first(text, &date);
	}
	if (known && date.month <= 12 && date.day <= days_in(date.year, date.month))
		return date;
	return (struct date){.text = text, .present = is_present_word(text)};
}

bool date_is_before(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year;
	if (a.month != b.month && a.month && b.month)
		return a.month < b.month;
	return a.month && b.month && a.day && b.day && a.day < b.day;
}

static const char *month_name(int month)
{
	static const char *const names[] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	return names[month - 1];
}

struct text date_show(struct date date, struct arena *arena)
{
	if (date.present)
		return TEXT("Present");
	/* No date, or a year, which then is all of the text. */
	if (!date.month)
		return date.text;
	if (!date.day)
		return arena_format(arena, "%s %d", month_name(date.month), date.year);
	return arena_format(arena, "%d %s %d", date.day, month_name(date.month), date.year);
}

static struct text show_month(struct text text, struct arena *arena)
{
	struct date date = date_read(text);
	date.day = 0;
	return date_show(date, arena);
}

struct text date_show_range(struct text start, struct text end, bool ongoing, struct arena *arena)
{
	if (!start.length)
		return show_month(end, arena);
	struct text first = show_month(start, arena);
	if (!end.length && !ongoing)
		return first;
	struct text last = end.length ? show_month(end, arena) : TEXT("Present");
	if (text_equal(first, last))
		return first;
	return arena_format(arena, "%.*s \u2013 %.*s", (int)first.length, first.bytes,
		(int)last.length, last.bytes);
}
