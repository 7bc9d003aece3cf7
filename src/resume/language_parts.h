/*
 * What a block of the table of languages has: one file language_CODE.h for each language, which
 * language.c puts together. A new language is its file and its name there.
 * Private to language.c.
 *
 * Lists of words have a blank between the words; a word of several has none in it, and neither case
 * nor accents count: see base/letters.h.
 */
#ifndef VITAE_RESUME_LANGUAGE_PARTS_H
#define VITAE_RESUME_LANGUAGE_PARTS_H

#include "resume/language.h"

enum {
	MONTHS = 12,
	PLURALS_MOST = 3,
	TITLES_MOST = 20,
	LABELS_MOST = 30,
};

/* Which of a unit's words a number takes, as CLDR has it for whole numbers from 1 on. */
enum plural_rule {
	PLURAL_NONE,        /* always the first */
	PLURAL_ONE,         /* 1; others */
	PLURAL_CZECH,       /* 1; 2 to 4; others */
	PLURAL_POLISH,      /* 1; 2 to 4 at the end but for 12 to 14; others */
	PLURAL_EAST_SLAVIC, /* 1 at the end but for 11; 2 to 4 likewise; others */
};

/* What is called key in the table of sections and fields. */
struct language_word {
	const char *key; /* of a section, or an English label */
	const char *word;
	const char *also; /* what a section is called besides, or NULL */
};

struct language {
	const char *code;  /* BCP 47 */
	const char *names; /* what the language is called, its codes among them */

	/* Showing dates. In a form Y is the year, M a month's word, m its number, D the day. */
	const char *months[MONTHS];
	const char *day_months[MONTHS]; /* beside a day; none if they are the same */
	const char *month_form;
	const char *day_form;
	const char *present; /* the end of what goes on */
	const char *ongoing; /* a heading for what goes on */
	const char *undated; /* a heading for what has no date */

	/* Showing durations, with # for the number. */
	enum plural_rule plural;
	const char *years[PLURALS_MOST];
	const char *year_months[PLURALS_MOST];
	const char *between;

	/* Reading dates. */
	const char *month_words[MONTHS]; /* in full, or besides those that are shown */
	const char *season_words;        /* what may stand for a month without being one */
	const char *present_words;
	const char *since_words; /* before the only end of a range, or its first */
	const char *until_words; /* between the ends of a range */
	const char *small_words; /* what may be in a date without meaning anything */

	/* None of English, which the tables of sections and fields have. */
	struct language_word titles[TITLES_MOST];
	struct language_word labels[LABELS_MOST];
};

#endif
