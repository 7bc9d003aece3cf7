/*
 * Dates in words, and dates only. Private to the dates.
 */
#ifndef VITAE_RESUME_DATE_WORDS_H
#define VITAE_RESUME_DATE_WORDS_H

#include "resume/date.h"

/*
 * Reads a date that has words in it and stores its year, month and day, these perhaps 0; false if
 * it is none. The day may be one that the month does not have.
 */
bool date_read_words(struct text text, struct date *date);

/* False for texts that hold no year, and so need no further look: most words for the present. */
bool date_has_year(struct text text);

/* As date_read(), without a look at whether it is present. */
struct date date_read_past(struct text text);

#endif
