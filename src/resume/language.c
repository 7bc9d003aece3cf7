#include "resume/language.h"

#include "base/letters.h"
#include "language_cs.h"
#include "language_de.h"
#include "language_en.h"
#include "language_es.h"
#include "language_fr.h"
#include "language_it.h"
#include "language_ja.h"
#include "language_ko.h"
#include "language_nl.h"
#include "language_parts.h"
#include "language_pl.h"
#include "language_pt.h"
#include "language_ru.h"
#include "language_sv.h"
#include "language_tr.h"
#include "language_uk.h"
#include "language_zh.h"
#include "language_zh_hant.h"

#include <string.h>

enum {
	ABBREVIATION_LEAST = 3, /* letters */
	DIGITS_MOST = 12,
};

/* The order matters where a word is in several languages: most texts are in the first few. */
const struct language *const languages[] = {
	&english,
	&german,
	&french,
	&spanish,
	&portuguese,
	&italian,
	&dutch,
	&polish,
	&russian,
	&turkish,
	&chinese,
	&chinese_traditional,
	&japanese,
	&korean,
	&swedish,
	&ukrainian,
	&czech,
	NULL,
};

const struct language *language_english(void)
{
	return &english;
}

const char *language_code(const struct language *language)
{
	return language->code;
}

static const struct language *find_name(struct text name)
{
	struct letters letters;
	if (!letters_of(name, &letters))
		return NULL;
	for (const struct language *const *language = languages; *language; language++) {
		if (letters_are_among(&letters, (*language)->names))
			return *language;
	}
	return NULL;
}

const struct language *language_find(struct text name)
{
	const struct language *found = find_name(name);
	for (size_t end = name.length; !found && end > 0; end--) {
		if (end <= LETTERS_MOST && strchr("-_.@ ", name.bytes[end - 1]))
			found = find_name(text_slice(name, 0, end - 1));
	}
	return found;
}

/* Titles and labels */

static const struct language_word *find_word(
	const struct language_word *words, size_t most, const char *key)
{
	for (size_t i = 0; i < most && words[i].key; i++) {
		if (strcmp(words[i].key, key) == 0)
			return &words[i];
	}
	return NULL;
}

struct text wording_title(const struct wording *wording, const struct section *section)
{
	const struct language_word *word =
		find_word(wording->language->titles, TITLES_MOST, section->key);
	return text_from(word ? word->word : section->title);
}

struct text wording_label(const struct wording *wording, const char *label)
{
	const struct language_word *word = find_word(wording->language->labels, LABELS_MOST, label);
	return text_from(word ? word->word : label);
}

static const struct section *guess_in(
	const struct language *language, const struct letters *letters)
{
	for (size_t i = 0; i < TITLES_MOST && language->titles[i].key; i++) {
		const struct language_word *title = &language->titles[i];
		if (letters_are(letters, text_from(title->word)) ||
			letters_are_among(letters, title->also))
			return schema_find_section(text_from(title->key));
	}
	return NULL;
}

const struct section *language_guess_section(struct text title)
{
	struct letters letters;
	const struct section *found = NULL;
	if (!letters_of(title, &letters))
		return NULL;
	for (const struct section *section = schema_sections; section->key; section++) {
		if (letters_are(&letters, text_from(section->title)))
			return section;
	}
	for (const struct language *const *language = languages; *language && !found; language++)
		found = guess_in(*language, &letters);
	return found;
}

/* Reading */

/* An abbreviation counts if it can be only one month. */
static int read_month_in(const struct language *language, const struct letters *letters)
{
	int found = 0;
	int count = 0;
	for (int i = 0; i < MONTHS; i++) {
		bool whole;
		bool begins = letters_begin_among(letters, language->months[i], &whole);
		if (whole)
			return i + 1;
		begins = letters_begin_among(letters, language->month_words[i], &whole) || begins;
		if (whole)
			return i + 1;
		if (begins) {
			found = i + 1;
			count++;
		}
	}
	return count == 1 && letters->count >= ABBREVIATION_LEAST ? found : 0;
}

enum date_word language_read_word(struct text word, int *month)
{
	struct letters letters;
	enum date_word found = DATE_WORD_OTHER;
	*month = 0;
	if (!letters_of(word, &letters))
		return DATE_WORD_OTHER;
	for (const struct language *const *language = languages; *language; language++) {
		*month = read_month_in(*language, &letters);
		if (*month)
			return DATE_WORD_MONTH;
		if (found == DATE_WORD_OTHER &&
			letters_are_among(&letters, (*language)->season_words))
			found = DATE_WORD_SEASON;
		if (found == DATE_WORD_OTHER &&
			letters_are_among(&letters, (*language)->small_words))
			found = DATE_WORD_SMALL;
	}
	return found;
}

struct text language_month_names(const struct language *language, int month, struct arena *arena)
{
	const char *words = language->month_words[month - 1];
	return arena_format(
		arena, "%s%s%s", language->months[month - 1], words ? " " : "", words ? words : "");
}

/* True if one of the languages has the word in a list of its own. */
static bool is_listed(struct text word, const char *(*list)(const struct language *language))
{
	struct letters letters;
	if (!letters_of(word, &letters))
		return false;
	for (const struct language *const *language = languages; *language; language++) {
		if (letters_are_among(&letters, list(*language)))
			return true;
	}
	return false;
}

static const char *present_words(const struct language *language)
{
	return language->present_words;
}

static const char *since_words(const struct language *language)
{
	return language->since_words;
}

static const char *until_words(const struct language *language)
{
	return language->until_words;
}

/* In languages of which nothing else is known: Arabic, Persian, Hebrew, Hindi and so on. */
static const char other_present_words[] =
	"حتىالآن الآن حاليا الحاضر تاکنون اکنون هماکنون حالا زمانحال حالحاضر היום כיום הווה עדהיום "
	"वर्तमान अबतक आज σήμερα παρόν μέχρισήμερα nykyinen nykyhetki nåværende nå pånå nuværende "
	"igangværende jelenleg jelen napjainkig prezent înprezent actualitat hiệntại nay đếnnay "
	"sekarang saatini ปัจจุบัน сега досега тренутно danas trenutno sadašnjost súčasnosť dabar";

bool language_is_present(struct text text)
{
	struct letters letters;
	if (text_is(text, "?") || is_listed(text, present_words))
		return true;
	return letters_of(text, &letters) && letters_are_among(&letters, other_present_words);
}

bool language_is_since(struct text word)
{
	return is_listed(word, since_words);
}

bool language_is_until(struct text word)
{
	return is_listed(word, until_words);
}

/* Showing */

struct text wording_present(const struct wording *wording)
{
	return wording->present.length ? wording->present : text_from(wording->language->present);
}

struct text wording_ongoing(const struct wording *wording)
{
	return wording->present.length ? wording->present : text_from(wording->language->ongoing);
}

struct text wording_undated(const struct wording *wording)
{
	return text_from(wording->language->undated);
}

static struct text month_word(const struct wording *wording, int month, int day)
{
	const struct language *language = wording->language;
	if (wording->months && wording->months[month - 1].length)
		return wording->months[month - 1];
	const char *beside_day = language->day_months[month - 1];
	return text_from(day && beside_day ? beside_day : language->months[month - 1]);
}

/* Adds digits to bytes and returns how many. */
static size_t put_number(char *bytes, int number)
{
	char digits[DIGITS_MOST];
	size_t count = 0;
	for (; number > 0 && count < sizeof digits; number /= 10)
		digits[count++] = (char)('0' + number % 10);
	for (size_t i = 0; i < count; i++)
		bytes[i] = digits[count - 1 - i];
	return count;
}

struct text wording_date(
	const struct wording *wording, int year, int month, int day, struct arena *arena)
{
	const char *form = day ? wording->language->day_form : wording->language->month_form;
	struct text word = month_word(wording, month, day);
	char *bytes = arena_bytes(arena, strlen(form) + word.length + 3 * DIGITS_MOST);
	size_t length = 0;
	for (; *form; form++) {
		if (*form == 'M' && word.length) {
			memcpy(bytes + length, word.bytes, word.length);
			length += word.length;
		} else if (strchr("YmD", *form)) {
			length += put_number(bytes + length, *form == 'Y'   ? year
							     : *form == 'm' ? month
									    : day);
		} else {
			bytes[length++] = *form;
		}
	}
	return (struct text){bytes, length};
}

static bool ends_few(int number)
{
	int last = number % 10;
	return last >= 2 && last <= 4 && (number % 100 < 12 || number % 100 > 14);
}

/* Which of the words of a unit a number takes. */
static int plural_of(enum plural_rule rule, int number)
{
	switch (rule) {
	case PLURAL_NONE:
		return 0;
	case PLURAL_ONE:
		return number != 1;
	case PLURAL_CZECH:
		return number == 1 ? 0 : number >= 2 && number <= 4 ? 1 : 2;
	case PLURAL_POLISH:
		return number == 1 ? 0 : ends_few(number) ? 1 : 2;
	case PLURAL_EAST_SLAVIC:
		if (number % 10 == 1 && number % 100 != 11)
			return 0;
		return ends_few(number) ? 1 : 2;
	}
	return 0;
}

static struct text show_unit(
	const struct language *language, const char *const *words, int number, struct arena *arena)
{
	const char *word = words[plural_of(language->plural, number)];
	const char *sign = strchr(word, '#');
	return arena_format(arena, "%.*s%d%s", (int)(sign - word), word, number, sign + 1);
}

struct text wording_duration(const struct wording *wording, int months, struct arena *arena)
{
	const struct language *language = wording->language;
	struct text years = {NULL, 0};
	if (months >= MONTHS)
		years = show_unit(language, language->years, months / MONTHS, arena);
	if (years.length && months % MONTHS == 0)
		return years;
	struct text rest = show_unit(language, language->year_months, months % MONTHS, arena);
	if (!years.length)
		return rest;
	return arena_format(arena, "%s%s%s", years.bytes, language->between, rest.bytes);
}
