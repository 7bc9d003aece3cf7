/*
 * Dates as people write them in résumés, and as they are shown.
 * Knows nothing of which entry they belong to.
 */
#ifndef VITAE_RESUME_DATE_H
#define VITAE_RESUME_DATE_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>

/* year is 0 when text is no date that vitae knows; it is then shown as written. */
struct date {
	struct text text; /* as written, borrowed */
	int year;
	int month;    /* 1 to 12, or 0 when only the year is given */
	int day;      /* 1 to 31, or 0 */
	bool present; /* a word such as "present" */
};

/*
 * Reads YYYY, YYYY-MM, YYYY-MM-DD and ISO 8601 times (JSON Resume 1.0.0), and YYYY/MM, YYYY.MM and
 * MM/YYYY, which are common.
 */
struct date date_read(struct text text);

/* True if a is earlier than b, as far as both say. */
bool date_is_before(struct date a, struct date b);

/* "2019", "Jan 2019", "15 Jan 2019", or the text as written. */
struct text date_show(struct date date, struct arena *arena);

/*
 * "2015 – 2019", "Jan 2019 – Present" and so on: months, not days. Either text may be empty. An
 * empty end means that it goes on if ongoing says so.
 */
struct text date_show_range(struct text start, struct text end, bool ongoing, struct arena *arena);

static inline bool date_split(struct text t, struct text *a, struct text *b){(void)t;(void)a;(void)b;return false;}
#endif
