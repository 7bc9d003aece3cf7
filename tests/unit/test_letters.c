/* Words compared by their letters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/letters.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
	struct letters letters;
	letters_of(text_from(a), &letters);
	return letters_are(&letters, text_from(b));
}

static bool begins(const char *start, const char *word)
{
	struct letters letters;
	bool whole;
	letters_of(text_from(start), &letters);
	bool found = letters_begin_among(&letters, word, &whole);
	assert_int_equal(whole, letters_are_among(&letters, word));
	return found;
}

static void takes_words_for_equal(void **state)
{
	(void)state;
	assert_true(same("Work Experience", "work_experience"));
	assert_true(same("workExperience", "WORK EXPERIENCE"));
	assert_true(same("MÄRZ", "März"));
	assert_true(same("marz", "März"));
	assert_true(same("ma\u0308rz", "März"));
	assert_true(same("STRASSE", "Straße"));
	assert_true(same("doswiadczenie", "Doświadczenie"));
	assert_true(same("jezyk polski ł", "Język polski L"));
	assert_true(same("EĞİTİM", "eğitim"));
	assert_true(same("YAYINLAR", "yayınlar"));
	assert_true(same("НАВЫКИ", "навыки"));
	assert_true(same("工作经历", "工作 经历"));
	assert_true(same("경력", "경력"));
	assert_true(same("n.B.", "nb"));
	assert_true(same("Ａ1", "a1"));
}

static void tells_words_apart(void **state)
{
	(void)state;
	assert_false(same("work", "works"));
	assert_false(same("works", "work"));
	assert_false(same("wirk", "work"));
	assert_false(same("a1", "a2"));
	assert_false(same("", ""));
	assert_false(same("-", "+"));
	assert_false(same("경력", "경럭"));
}

static void knows_abbreviations(void **state)
{
	(void)state;
	assert_true(begins("Sept.", "September"));
	assert_true(begins("september", "September"));
	assert_true(begins("FEV", "février"));
	assert_false(begins("septembers", "September"));
	assert_false(begins("tem", "September"));
	assert_false(begins("", "September"));
	assert_true(begins("sep", "october  september november"));
	assert_true(begins("sep", "sep september"));
}

static void finds_words_in_lists(void **state)
{
	struct letters letters;
	(void)state;
	assert_true(letters_of(TEXT("To Date"), &letters));
	assert_true(letters_are_among(&letters, "now todate"));
	assert_true(letters_are_among(&letters, "todate now"));
	assert_false(letters_are_among(&letters, "now to date"));
	assert_false(letters_are_among(&letters, ""));
	assert_false(letters_are_among(&letters, NULL));
}

static void has_no_long_words(void **state)
{
	char bytes[LETTERS_MOST * 8];
	struct letters letters;
	(void)state;
	memset(bytes, 'a', sizeof bytes);
	assert_true(letters_of((struct text){bytes, LETTERS_MOST}, &letters));
	assert_true(letters_are(&letters, (struct text){bytes, LETTERS_MOST}));
	assert_false(letters_are(&letters, (struct text){bytes, LETTERS_MOST + 1}));
	assert_false(letters_of((struct text){bytes, LETTERS_MOST + 1}, &letters));
	assert_int_equal(letters.count, 0);
	memset(bytes, ' ', sizeof bytes);
	bytes[0] = 'a';
	assert_false(letters_of((struct text){bytes, sizeof bytes}, &letters));
	assert_false(letters_of(TEXT(" \0\xFF\n"), &letters));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_words_for_equal),
		cmocka_unit_test(tells_words_apart),
		cmocka_unit_test(knows_abbreviations),
		cmocka_unit_test(finds_words_in_lists),
		cmocka_unit_test(has_no_long_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
