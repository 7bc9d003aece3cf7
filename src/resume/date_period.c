#include "resume/date.h"

#include "date_words.h"

#include <string.h>

enum {
	PERIOD_MOST = 128, /* bytes */
	TRIES_MOST = 6,    /* places where a text is parted, so that hostile ones take no time */
	MONTHS_IN_YEAR = 12,
	MONTH_HUNDREDTHS = 3044, /* of days, in a month */
};

/* Splitting */

/* A place that may part two dates. */
struct parting {
	size_t size;     /* bytes; 0 if it is none */
	bool weak;       /* it may be within a date, too */
	bool leaves_end; /* nothing need follow it */
};

static bool starts_at(struct text text, size_t at, const char *start)
{
	return text_starts_with(text_slice(text, at, text.length), text_from(start));
}

/* Signs, and words that are written without blanks around them. */
static size_t strong_sign_at(struct text text, size_t at)
{
	static const char *const signs[] = {"\u2013", "\u2014", "\u2015", "~", "\u301C", "\uFF5E",
		" - ", " -- ", "--", "至", "到", "から", "부터"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (starts_at(text, at, signs[i]))
			return strlen(signs[i]);
	}
	return 0;
}

/* The word between the blank at offset and the next one, if it parts dates. */
static size_t until_word_at(struct text text, size_t at)
{
	size_t end = text_find(text, at + 1, ' ');
	bool is_word = text.bytes[at] == ' ' && end < text.length && end > at + 1;
	return is_word && language_is_until(text_slice(text, at + 1, end)) ? end + 1 - at : 0;
}

static struct parting parting_at(struct text text, size_t at, bool weak)
{
	struct parting parting = {.weak = weak};
	if (weak) {
		char sign = text.bytes[at];
		parting.size = sign == '-' || sign == '/' || sign == ' ';
		parting.leaves_end = sign == '-';
		return parting;
	}
	parting.size = strong_sign_at(text, at);
	parting.leaves_end = parting.size > 0;
	if (!parting.size)
		parting.size = until_word_at(text, at);
	return parting;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* The end of "2019-20", which is no month. */
static bool read_short_year(struct date start, struct text text, struct date *end)
{
	if (start.month || start.in_words || text.length != 2 || start.text.length != 4)
		return false;
	if (!is_digit(text.bytes[0]) || !is_digit(text.bytes[1]))
		return false;
	int value = (text.bytes[0] - '0') * 10 + (text.bytes[1] - '0');
	*end = (struct date){.text = text, .year = start.year / 100 * 100 + value};
	return value > MONTHS_IN_YEAR && end->year > start.year;
}

/* Nothing, where a text ends. */
static struct text end_of(struct text text)
{
	return (struct text){text.bytes + text.length, 0};
}

static bool has(struct text text, char byte)
{
	return text_find(text, 0, byte) < text.length;
}

/* Whether a weak sign is no part of a date is seen from what it parts. */
static bool may_part(char sign, struct period period)
{
	if (sign == ' ')
		return period.end.present;
	if (sign == '/')
		return !period.start.in_words && !period.end.in_words && !period.end.present &&
		       !has(period.start.text, '/') && !has(period.end.text, '/');
	/* Not "2019-05-2020", which may be two things. */
	return period.end.present || has(period.start.text, '-') == has(period.end.text, '-');
}

static bool read_parts(struct text text, size_t at, struct parting parting, struct period *period)
{
	struct text last = text_trim(text_slice(text, at + parting.size, text.length));
	if (!last.length)
		last = end_of(text);
	period->start = date_read_past(text_slice(text, 0, at));
	period->end = (struct date){.text = last, .present = true};
	if (!period->start.year || (!last.length && !parting.leaves_end))
		return false;
	if (last.length && !read_short_year(period->start, last, &period->end))
		period->end = date_read(last);
	if (!period->end.year && !period->end.present)
		return false;
	return !parting.weak || may_part(text.bytes[at], *period);
}

static bool read_parted(struct text text, bool weak, struct period *period)
{
	int tries = 0;
	for (size_t at = 1; at < text.length && tries < TRIES_MOST; at++) {
		struct parting parting = parting_at(text, at, weak);
		if (!parting.size)
			continue;
		tries++;
		if (read_parts(text, at, parting, period))
			return true;
	}
	return false;
}

/* Without "since" or "from" in front; *since is true if there was one. */
static struct text without_since(struct text text, bool *since)
{
	size_t end = text_find(text, 0, ' ');
	*since = end < text.length && language_is_since(text_slice(text, 0, end));
	return *since ? text_trim(text_slice(text, end, text.length)) : text;
}

/* Without what Japanese and Korean have behind the end of a range. */
static struct text without_until(struct text text)
{
	static const char *const ends[] = {"まで", "까지"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t length = strlen(ends[i]);
		if (text.length > length && starts_at(text, text.length - length, ends[i]))
			return text_trim(text_slice(text, 0, text.length - length));
	}
	return text;
}

bool date_read_period(struct text text, struct period *period)
{
	bool since;
	struct period read;
	text = text_trim(text);
	if (text.length > PERIOD_MOST || !date_has_year(text))
		return false;
	read.start = date_read_past(text);
	if (read.start.year)
		return false;
	struct text rest = without_until(without_since(text, &since));
	if (rest.length < text.length)
		read.start = date_read_past(rest);
	read.end = (struct date){.text = end_of(rest), .present = true};
	bool found = since && read.start.year;
	if (!found)
		found = read_parted(rest, false, &read) || read_parted(rest, true, &read);
	if (found)
		*period = read;
	return found;
}

bool date_split(struct text text, struct text *start, struct text *end)
{
	struct period period;
	if (!date_read_period(text, &period))
		return false;
	*start = period.start.text;
	*end = period.end.text;
	return true;
}

/* Showing */

struct text date_show(struct date date, const struct wording *wording, struct arena *arena)
{
	if (date.present)
		return wording_present(wording);
	/* No date, or a year, which then is all of the text. */
	if (!date.month || date.in_words)
		return date.text;
	return wording_date(wording, date.year, date.month, date.day, arena);
}

static struct text show_month(struct date date, const struct wording *wording, struct arena *arena)
{
	date.day = 0;
	return date_show(date, wording, arena);
}

struct shown_period date_show_period(
	struct period period, const struct wording *wording, struct arena *arena)
{
	struct shown_period shown = {0};
	if (date_is_given(period.start))
		shown.start = show_month(period.start, wording, arena);
	if (date_is_given(period.end))
		shown.end = show_month(period.end, wording, arena);
	if (text_equal(shown.start, shown.end))
		shown.end.length = 0;
	return shown;
}

struct text date_join_period(struct shown_period shown, struct arena *arena)
{
	if (!shown.start.length || !shown.end.length)
		return shown.start.length ? shown.start : shown.end;
	return arena_format(arena, "%.*s \u2013 %.*s", (int)shown.start.length, shown.start.bytes,
		(int)shown.end.length, shown.end.bytes);
}

struct text date_iso(struct date date, struct arena *arena)
{
	if (date.year && date.month && date.day)
		return arena_format(arena, "%d-%02d-%02d", date.year, date.month, date.day);
	if (date.year && date.month)
		return arena_format(arena, "%d-%02d", date.year, date.month);
	return date.year ? arena_format(arena, "%d", date.year) : (struct text){NULL, 0};
}

/* Durations */

static int months_between(struct date start, struct date end)
{
	int months = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month;
	if (!start.day || !end.day)
		return months + 1;
	int hundredths = months * MONTH_HUNDREDTHS + (end.day + 1 - start.day) * 100;
	int rounded = (hundredths + MONTH_HUNDREDTHS / 2) / MONTH_HUNDREDTHS;
	return rounded > 1 ? rounded : 1;
}

int date_count_months(struct period period, struct date today)
{
	struct date start = period.start;
	struct date end = period.end.present ? today : period.end;
	bool same_day = start.day && start.day == end.day && start.month == end.month &&
			start.year == end.year;
	if (!start.month || !end.month || date_is_before(end, start) ||
		date_is_before(today, start) || (same_day && !period.end.present))
		return 0;
	return months_between(start, end);
}
