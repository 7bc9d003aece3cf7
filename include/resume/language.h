/*
 * The languages of résumés: words for months, sections, labels and "present", to show and to read.
 * Knows nothing of a particular résumé, nor of how what it says is found.
 */
#ifndef VITAE_RESUME_LANGUAGE_H
#define VITAE_RESUME_LANGUAGE_H

#include "base/arena.h"
#include "base/text.h"
#include "resume/schema.h"

#include <stdbool.h>

struct language;

/* All there are, English first; ends with NULL. */
extern const struct language *const languages[];

/*
 * The language of a BCP 47 tag or a locale, of which the subtags that nothing is known of do not
 * count ("de-AT", "zh_TW.UTF-8"), or of a name in English or in itself. NULL if it is not known.
 */
const struct language *language_find(struct text name);

const struct language *language_english(void);

/* Its BCP 47 tag. */
const char *language_code(const struct language *language);

/* The section that is called so in any language, or NULL; case and accents do not matter. */
const struct section *language_guess_section(struct text title);

/* Reading, in any language. */

/* What a word is in a date. */
enum date_word {
	DATE_WORD_OTHER,
	DATE_WORD_MONTH,  /* its name or an abbreviation of it */
	DATE_WORD_SEASON, /* a part of a year, such as "spring" or "early" */
	DATE_WORD_SMALL,  /* what dates may hold besides, such as "of" */
};

/* Stores a month as 1 to 12, else 0. */
enum date_word language_read_word(struct text word, int *month);

/* Names of a month, 1 to 12, in full or as it is shown, with blanks between them. */
struct text language_month_names(const struct language *language, int month, struct arena *arena);

/* True for words such as "present", "heute" or a question mark. */
bool language_is_present(struct text text);

/* True for "since", "from"; for "to", "until". */
bool language_is_since(struct text word);
bool language_is_until(struct text word);

/* Showing. Texts live in the table, in what the author wrote, or in the arena. */

/* The words of one résumé: those of its language, but for what its author puts otherwise. */
struct wording {
	const struct language *language;
	struct text present;       /* or empty */
	const struct text *months; /* 12, or NULL; not used where months have only numbers */
};

/* The title of a section of the table. */
struct text wording_title(const struct wording *wording, const struct section *section);

/* What stands for an English label of the table of fields. */
struct text wording_label(const struct wording *wording, const char *label);

struct text wording_present(const struct wording *wording); /* the end of what goes on */
struct text wording_ongoing(const struct wording *wording); /* a heading for that */
struct text wording_undated(const struct wording *wording);

/* A month, 1 to 12, of a year; with its day unless that is 0. */
struct text wording_date(
	const struct wording *wording, int year, int month, int day, struct arena *arena);

/* So many months, at least 1, as years and months: "4 yr 2 mo". */
struct text wording_duration(const struct wording *wording, int months, struct arena *arena);

#endif
