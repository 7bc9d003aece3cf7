/* The table of languages against the tables of sections and fields, and against itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "resume/language.h"
#include "resume/language_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_language(const char *name, const char *code)
{
	const struct language *language = language_find(text_from(name));
	if (!language || strcmp(language_code(language), code) != 0)
		fail_msg("%s is %s", name, language ? language_code(language) : "not known");
}

static void finds_languages(void **state)
{
	(void)state;
	check_language("de", "de");
	check_language("de-AT", "de");
	check_language("DE_de.UTF-8", "de");
	check_language("deu", "de");
	check_language("german", "de");
	check_language("Deutsch", "de");
	check_language("Français", "fr");
	check_language("francais", "fr");
	check_language("pt-BR", "pt");
	check_language("English (US)", "en");
	check_language("en-GB", "en");
	check_language("zh", "zh");
	check_language("zh-CN", "zh");
	check_language("zh-Hans-SG", "zh");
	check_language("zh-Hant", "zh-Hant");
	check_language("zh-hant-TW", "zh-Hant");
	check_language("zh_TW.UTF-8", "zh-Hant");
	check_language("Simplified Chinese", "zh");
	check_language("日本語", "ja");
	check_language("한국어", "ko");
	check_language("Русский", "ru");
	check_language("Türkçe", "tr");
	assert_null(language_find(TEXT("")));
	assert_null(language_find(TEXT("-")));
	assert_null(language_find(TEXT("tlh")));
	assert_null(language_find(TEXT("dex")));
	assert_ptr_equal(language_find(TEXT("en")), language_english());
	assert_ptr_equal(languages[0], language_english());
}

/* A list of the table with a word for each key; English has the keys themselves. */
static bool has_key(const struct language_word *words, size_t most, const char *key)
{
	size_t found = 0;
	for (size_t i = 0; i < most && words[i].key; i++) {
		bool is_it = strcmp(words[i].key, key) == 0;
		found += is_it && words[i].word && *words[i].word;
	}
	return found == 1;
}

static void check_labels(const struct language *language, const struct field *field)
{
	for (; field->key; field++) {
		if (field->label && !has_key(language->labels, LABELS_MOST, field->label))
			fail_msg("%s: no word for %s", language_code(language), field->label);
	}
}

static void check_tables(const struct language *language)
{
	size_t count = 0;
	for (const struct section *section = schema_sections; section->key; section++, count++) {
		if (!has_key(language->titles, TITLES_MOST, section->key))
			fail_msg("%s: no title of %s", language_code(language), section->key);
		check_labels(language, section->fields);
	}
	check_labels(language, schema_custom.fields);
	check_labels(language, schema_basics);
	if (!has_key(language->labels, LABELS_MOST, "Level") ||
		!has_key(language->labels, LABELS_MOST, "Links"))
		fail_msg("%s: no word for Level or Links", language_code(language));
	for (size_t i = count; i < TITLES_MOST; i++) {
		if (language->titles[i].key)
			fail_msg("%s: a title of no section", language_code(language));
	}
}

static void has_words_for_all_titles_and_labels(void **state)
{
	(void)state;
	for (const struct language *const *language = languages + 1; *language; language++)
		check_tables(*language);
}

static void check_parts(const struct language *language)
{
	const char *code = language_code(language);
	bool words = strchr(language->month_form, 'M') || strchr(language->day_form, 'M');
	for (size_t i = 0; i < MONTHS; i++) {
		if (words != (language->months[i] != NULL) || (words && !language->month_words[i]))
			fail_msg("%s: month %zu", code, i + 1);
	}
	if (!language->present || !language->ongoing || !language->undated || !language->between ||
		!language->present_words || !language->season_words)
		fail_msg("%s: a word is missing", code);
	size_t plurals = language->plural == PLURAL_NONE  ? 1
			 : language->plural == PLURAL_ONE ? 2
							  : 3;
	for (size_t i = 0; i < PLURALS_MOST; i++) {
		bool expected = i < plurals;
		if (expected != (language->years[i] && strchr(language->years[i], '#')) ||
			expected !=
				(language->year_months[i] && strchr(language->year_months[i], '#')))
			fail_msg("%s: plural %zu", code, i);
	}
}

static void has_all_parts(void **state)
{
	(void)state;
	for (const struct language *const *language = languages; *language; language++)
		check_parts(*language);
}

static int month_of(struct text word)
{
	int month;
	bool is_month = language_read_word(word, &month) == DATE_WORD_MONTH;
	assert_int_equal(is_month, month != 0);
	return month;
}

/* What a word of one language says, no other may say otherwise. */
static void check_words(const struct language *language, const char *list, int month)
{
	struct text words = text_from(list);
	for (size_t start = 0; start < words.length;) {
		size_t end = text_find(words, start, ' ');
		struct text word = text_slice(words, start, end);
		if (month_of(word) != month)
			fail_msg("%s: %.*s is month %d", language_code(language), (int)word.length,
				word.bytes, month_of(word));
		start = end + 1;
	}
}

static void reads_each_month_as_one(void **state)
{
	(void)state;
	for (const struct language *const *language = languages; *language; language++) {
		for (int i = 0; i < MONTHS; i++) {
			check_words(*language, (*language)->months[i], i + 1);
			check_words(*language, (*language)->day_months[i], i + 1);
			check_words(*language, (*language)->month_words[i], i + 1);
		}
	}
	assert_int_equal(month_of(TEXT("sep")), 9);
	assert_int_equal(month_of(TEXT("Se")), 0);
	assert_int_equal(month_of(TEXT("jui")), 0);
	assert_int_equal(month_of(TEXT("")), 0);
	assert_int_equal(month_of(TEXT(".")), 0);
}

static void check_guess(const char *title, const char *key)
{
	const struct section *section = language_guess_section(text_from(title));
	if (!section != !key || (key && strcmp(section->key, key) != 0))
		fail_msg("%s is %s", title, section ? section->key : "no section");
}

static void guesses_each_title_as_one(void **state)
{
	(void)state;
	for (const struct language *const *language = languages; *language; language++) {
		for (size_t i = 0; i < TITLES_MOST && (*language)->titles[i].key; i++) {
			const struct language_word *title = &(*language)->titles[i];
			struct text also = text_from(title->also);
			check_guess(title->word, title->key);
			for (size_t start = 0; start < also.length;) {
				char word[128];
				size_t end = text_find(also, start, ' ');
				snprintf(word, sizeof word, "%.*s", (int)(end - start),
					also.bytes + start);
				check_guess(word, title->key);
				start = end + 1;
			}
		}
	}
}

static void guesses_sections(void **state)
{
	(void)state;
	check_guess("Experience", "work");
	check_guess("Berufliche Erfahrung", "work");
	check_guess("WERDEGANG", "work");
	check_guess("Expérience professionnelle", "work");
	check_guess("EXPERIENCE PROFESSIONNELLE", "work");
	check_guess("Formation", "education");
	check_guess("Compétences", "skills");
	check_guess("工作经历", "work");
	check_guess("教育经历", "education");
	check_guess("项目经历", "projects");
	check_guess("技能", "skills");
	check_guess("職歴", "work");
	check_guess("学歴", "education");
	check_guess("경력", "work");
	check_guess("학력", "education");
	check_guess("ОПЫТ РАБОТЫ", "work");
	check_guess("Образование", "education");
	check_guess("Навыки", "skills");
	check_guess("EĞİTİM", "education");
	check_guess("Centres d'intérêt", "interests");
	check_guess("", NULL);
	check_guess("Talks", NULL);
	check_guess("?", NULL);
}

static void puts_english_where_nothing_else_is(void **state)
{
	struct wording german = {.language = language_find(TEXT("de"))};
	struct wording english = {.language = language_english()};
	(void)state;
	assert_true(text_is(wording_title(&german, schema_sections), "Berufserfahrung"));
	assert_true(text_is(wording_title(&english, schema_sections), "Experience"));
	assert_true(text_is(wording_label(&german, "Score"), "Note"));
	assert_true(text_is(wording_label(&english, "Score"), "Score"));
	assert_true(text_is(wording_label(&german, "No such label"), "No such label"));
	assert_true(text_is(wording_ongoing(&german), "Laufend"));
	assert_true(text_is(wording_undated(&german), "Ohne Datum"));
	german.present = TEXT("jetzt");
	assert_true(text_is(wording_ongoing(&german), "jetzt"));
	assert_true(text_is(wording_present(&german), "jetzt"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_languages),
		cmocka_unit_test(has_words_for_all_titles_and_labels),
		cmocka_unit_test(has_all_parts),
		cmocka_unit_test(reads_each_month_as_one),
		cmocka_unit_test(guesses_each_title_as_one),
		cmocka_unit_test(guesses_sections),
		cmocka_unit_test(puts_english_where_nothing_else_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
