/*
 * Dates and periods as people write them in résumés, and as they are shown.
 * Knows nothing of which entry they belong to.
 */
#ifndef VITAE_RESUME_DATE_H
#define VITAE_RESUME_DATE_H

#include "base/arena.h"
#include "base/text.h"
#include "resume/language.h"

#include <stdbool.h>

/* year is 0 when text is no date that vitae knows; it is then shown as written. */
struct date {
	struct text text; /* as written without blanks around it, borrowed */
	int year;
	int month;     /* 1 to 12, or 0 when only the year is known */
	int day;       /* 1 to 31, or 0 */
	bool present;  /* a word such as "present"; text may be empty */
	bool in_words; /* as its author wants it: shown as written */
	bool vague; /* the text says more than these numbers: a season, or in which order they are
		     */
};

/* Of a date that is not given the text is empty, and it is not present. */
struct period {
	struct date start;
	struct date end;
};

/*
 * Reads YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD and ISO 8601 times (JSON Resume 1.0.0), the same with
 * slashes or dots, MM/YYYY likewise, DD.MM.YYYY; in words of any language of the table "Mar 2019",
 * "March 3rd, 2019", "3. März 2019", "2019年3月3日" and their like. Of "Spring 2019" and of
 * "03/04/2019", which may mean two days, only the year. In time linear in the length of the text.
 */
struct date date_read(struct text text);

/* True if something is written there, or it is present. */
bool date_is_given(struct date date);

/* True if a is earlier than b, as far as both say. */
bool date_is_before(struct date a, struct date b);

/*
 * Parts "Jan 2019 - Mar 2020", "2019–2021", "2019/2021", "2019 to date", "seit 2019" and their like
 * into two texts, slices of the whole; false, storing nothing, if both are not dates, the second
 * perhaps a word for the present. The second is empty for what goes on ("since 2019", "2019 –"). A
 * month is none: "2019-03" is; of "2019-20" the second text is "20".
 */
bool date_split(struct text text, struct text *start, struct text *end);

/* The same, read; what goes on has a present end, and "20" is 2020. */
bool date_read_period(struct text text, struct period *period);

/* "2019", "Jan 2019", "15 Jan 2019" in the wording's language, or the text as written. */
struct text date_show(struct date date, const struct wording *wording, struct arena *arena);

/* The two dates of a period as they are shown. */
struct shown_period {
	struct text start;
	struct text end;
};

/*
 * "2015" and "2019", "Jan 2019" and "Present" and so on: months, not days. Either may be empty: it
 * is if it is missing, and the second if both are the same.
 */
struct shown_period date_show_period(
	struct period period, const struct wording *wording, struct arena *arena);

/* Both as one text: "2015 – 2019". */
struct text date_join_period(struct shown_period shown, struct arena *arena);

/* ISO 8601: "2019", "2019-03" or "2019-03-15"; empty if the date is none that is known. */
struct text date_iso(struct date date, struct arena *arena);

/*
 * How many months a period lasts, both ends included: of days, rounded, but at least 1. Of one that
 * goes on, until today. 0 if it is not known for both ends, is reversed or a single day, or if the
 * period is yet to begin.
 */
int date_count_months(struct period period, struct date today);

#endif
