/* Dates and periods, read and shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "resume/date.h"

#include <stdlib.h>
#include <string.h>

static const struct wording *wording_of(const char *name)
{
	static struct wording wording;
	wording = (struct wording){.language = language_find(text_from(name))};
	if (!wording.language)
		fail_msg("no language: %s", name);
	return &wording;
}

static void check_text(struct text found, const char *expected)
{
	if (!text_is(found, expected))
		fail_msg("'%.*s' is not '%s'", (int)found.length, found.bytes, expected);
}

/* Reading */

static struct date check_read(const char *source, int year, int month, int day)
{
	struct date date = date_read(text_from(source));
	if (date.year != year || date.month != month || date.day != day || date.present)
		fail_msg("'%s' is %d-%d-%d, not %d-%d-%d", source, date.year, date.month, date.day,
			year, month, day);
	check_text(date.text, source);
	return date;
}

static void check_numeric(const char *source, int year, int month, int day)
{
	if (check_read(source, year, month, day).in_words)
		fail_msg("'%s' is shown as written", source);
}

static void check_words(const char *source, int year, int month, int day)
{
	if (!check_read(source, year, month, day).in_words)
		fail_msg("'%s' is not shown as written", source);
}

static void reads_numbers(void **state)
{
	(void)state;
	check_numeric("2019", 2019, 0, 0);
	check_numeric("2019-03", 2019, 3, 0);
	check_numeric("2019-3", 2019, 3, 0);
	check_numeric("2019-03-31", 2019, 3, 31);
	check_numeric("20190331", 2019, 3, 31);
	check_numeric("2019/03", 2019, 3, 0);
	check_numeric("2019/3/5", 2019, 3, 5);
	check_numeric("2019.12", 2019, 12, 0);
	check_numeric("2019.12.01", 2019, 12, 1);
	check_numeric("03/2019", 2019, 3, 0);
	check_numeric("3/2019", 2019, 3, 0);
	check_numeric("03-2019", 2019, 3, 0);
	check_numeric("12.2019", 2019, 12, 0);
	check_numeric("31.3.2019", 2019, 3, 31);
	check_numeric("31. 3. 2019", 2019, 3, 31);
	check_numeric("2019. 3. 31.", 2019, 3, 31);
	check_numeric("2019. 03.", 2019, 3, 0);
	check_numeric("2019-03-31T10:20:30Z", 2019, 3, 31);
	check_numeric("2019-03-31T10:20:30.123+02:00", 2019, 3, 31);
	check_numeric("2019-03-31 10:20", 2019, 3, 31);
	check_numeric("1000", 1000, 0, 0);
	check_numeric("2020-02-29", 2020, 2, 29);
	check_text(date_read(TEXT(" 2019-03\n")).text, "2019-03");
}

static void does_not_guess_whether_month_or_day_comes_first(void **state)
{
	(void)state;
	check_words("03/04/2019", 2019, 0, 0);
	check_words("03-04-2019", 2019, 0, 0);
	check_words("03/24/2019", 2019, 3, 24);
	check_words("24/03/2019", 2019, 3, 24);
	check_numeric("04.03.2019", 2019, 3, 4);
}

static void reads_words(void **state)
{
	(void)state;
	check_words("Mar 2019", 2019, 3, 0);
	check_words("Mar. 2019", 2019, 3, 0);
	check_words("Mar, 2019", 2019, 3, 0);
	check_words("march 2019", 2019, 3, 0);
	check_words("SEPTEMBER 2019", 2019, 9, 0);
	check_words("Sept. 2019", 2019, 9, 0);
	check_words("2019 Mar", 2019, 3, 0);
	check_words("Mar-2019", 2019, 3, 0);
	check_words("Mar/2019", 2019, 3, 0);
	check_words("Sep 1, 2016", 2016, 9, 1);
	check_words("1 Sep 2016", 2016, 9, 1);
	check_words("September 3rd, 2016", 2016, 9, 3);
	check_words("3rd of September 2016", 2016, 9, 3);
	check_words("2019年3月", 2019, 3, 0);
	check_words("2019 年 3 月", 2019, 3, 0);
	check_words("2019年3月5日", 2019, 3, 5);
	check_words("2019年三月", 2019, 3, 0);
	check_words("2019年", 2019, 0, 0);
	check_words("2019년 3월", 2019, 3, 0);
	check_words("2019년 3월 5일", 2019, 3, 5);
	check_words("Spring 2019", 2019, 0, 0);
	check_words("Sommer 2019", 2019, 0, 0);
	check_words("2019 г.", 2019, 0, 0);
}

static void reads_months_of_all_languages(void **state)
{
	(void)state;
	check_words("März 2019", 2019, 3, 0);
	check_words("MÄRZ 2019", 2019, 3, 0);
	check_words("Marz 2019", 2019, 3, 0);
	check_words("3. Mrz. 2019", 2019, 3, 3);
	check_words("1er août 2019", 2019, 8, 1);
	check_words("FÉVRIER 2019", 2019, 2, 0);
	check_words("févr. 2019", 2019, 2, 0);
	check_words("3 de septiembre de 2019", 2019, 9, 3);
	check_words("ene 2019", 2019, 1, 0);
	check_words("março de 2019", 2019, 3, 0);
	check_words("dez/2019", 2019, 12, 0);
	check_words("giugno 2019", 2019, 6, 0);
	check_words("mrt 2019", 2019, 3, 0);
	check_words("października 2019 r.", 2019, 10, 0);
	check_words("pazdziernik 2019", 2019, 10, 0);
	check_words("12 марта 2019 г.", 2019, 3, 12);
	check_words("СЕНТЯБРЬ 2019", 2019, 9, 0);
	check_words("Şubat 2019", 2019, 2, 0);
	check_words("ARALIK 2019", 2019, 12, 0);
	check_words("maj 2019", 2019, 5, 0);
	check_words("березень 2019", 2019, 3, 0);
	check_words("červenec 2019", 2019, 7, 0);
	check_words("červen 2019", 2019, 6, 0);
}

/* Everything shown of a date can be read again, in every language. */
static void reads_what_it_shows(void **state)
{
	struct arena arena = {0};
	(void)state;
	for (const struct language *const *language = languages; *language; language++) {
		struct wording wording = {.language = *language};
		for (int month = 1; month <= 12; month++) {
			struct text text = wording_date(&wording, 2019, month, 0, &arena);
			struct date date = date_read(text);
			if (date.year != 2019 || date.month != month || date.day)
				fail_msg("%s: %.*s", language_code(*language), (int)text.length,
					text.bytes);
			text = wording_date(&wording, 2019, month, 28, &arena);
			date = date_read(text);
			if (date.year != 2019 || date.month != month || date.day != 28)
				fail_msg("%s: %.*s", language_code(*language), (int)text.length,
					text.bytes);
		}
		if (!date_read(wording_present(&wording)).present)
			fail_msg("%s: present", language_code(*language));
	}
	arena_finish(&arena);
}

static void leaves_other_texts_alone(void **state)
{
	static const char *const texts[] = {"", "19", "201", "20190", "0999", "2019-", "2019-00",
		"2019-13", "2019-03-", "2019-03-00", "2019-03-32", "2019-02-29", "20190230",
		"20191301", "2019-03/01", "2019-03-31x", "2019-2023", "2019 - 2023", "2019.",
		"2019..3", "2019-03-31.", "2019- 03", "13/2019", "00/2019", "03/2019x",
		"31.02.2019", "45/13/2019", "c. 2019", "-2019", "２０１９", "March",
		"the 3rd of September", "Mar 19", "Ma 2019", "May June 2019", "Mar 2019 - 5",
		"Mar 32, 2019", "Feb 30 2019", "Summer", "Tuesday 2019", "3 2019", "2019 2020",
		"of", "Jui 2019", "2019-03-15 (expected)", "whenever", "Mar 2019 Mar",
		"Spring Summer 2019", "月 2019", "年", "1 2 3 4 5 6 7 8 9 10"};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_read(texts[i], 0, 0, 0);
}

static void knows_words_for_present(void **state)
{
	static const char *const words[] = {"present", "Present", "PRESENT", "current", "now",
		"today", "ongoing", "To Date", "至今", "现在", "現在", "현재", "н.в.", "Н.В.",
		"настоящее время", "НАСТОЯЩЕЕ ВРЕМЯ", "по настоящее время", "actualidad", "actual",
		"la actualidad", "\u062D\u062A\u0649 \u0627\u0644\u0622\u0646", "În prezent",
		"heute", "présent", "PRÉSENT", "aujourd'hui", "Aujourd’hui", "oggi", "heden",
		"obecnie", "günümüz", "GÜNÜMÜZ", "halen", "nu", "současnost", "dotychczas?", "?"};
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct date date = date_read(text_from(words[i]));
		bool known = strcmp(words[i], "dotychczas?") != 0;
		if (date.present != known || date.year)
			fail_msg("present or not: %s", words[i]);
	}
	assert_false(date_read(TEXT("presently")).present);
	assert_false(date_read(TEXT("2019")).present);
	assert_false(date_read(TEXT("")).present);
	assert_false(date_read(TEXT("...")).present);
	assert_false(date_read(TEXT("\0")).present);
}

static void reads_no_nul(void **state)
{
	struct period period;
	(void)state;
	assert_int_equal(date_read(TEXT("2019\0")).year, 0);
	assert_int_equal(date_read(TEXT("2019\0003")).year, 0);
	assert_int_equal(date_read(TEXT("Mar\0002019")).year, 0);
	assert_int_equal(date_read(TEXT("2019-03-03T\00010:10")).year, 0);
	assert_false(date_read_period(TEXT("2019\0002020"), &period));
	assert_false(date_read_period(TEXT("2019-\0\0"), &period));
}

static bool before(const char *a, const char *b)
{
	return date_is_before(date_read(text_from(a)), date_read(text_from(b)));
}

static void compares_as_far_as_both_say(void **state)
{
	(void)state;
	assert_true(before("2018", "2019"));
	assert_false(before("2019", "2018"));
	assert_false(before("2019", "2019"));
	assert_true(before("2019-02", "2019-03"));
	assert_false(before("2019-03", "2019-02"));
	assert_true(before("2019-03-01", "2019-03-02"));
	assert_false(before("2019-03-02", "2019-03-02"));
	assert_false(before("2019", "2019-03"));
	assert_false(before("2019-03", "2019"));
	assert_false(before("2019-03", "2019-03-31"));
	assert_true(before("2018-12-31", "2019-01"));
	assert_false(before("2019-02-01", "2018-03-02"));
	assert_false(before("2019-03-01", "2019-02-20"));
	assert_true(before("Feb 2019", "2019-03"));
}

/* Splitting */

static void check_split(const char *source, const char *start, const char *end)
{
	struct text first;
	struct text second;
	struct text whole = text_from(source);
	if (!date_split(whole, &first, &second))
		fail_msg("not split: %s", source);
	check_text(first, start);
	check_text(second, end);
	assert_true(first.bytes >= whole.bytes && second.bytes >= first.bytes + first.length &&
		    second.bytes + second.length <= whole.bytes + whole.length);
}

static void splits_ranges(void **state)
{
	(void)state;
	check_split("2019 - 2021", "2019", "2021");
	check_split("2019-2021", "2019", "2021");
	check_split("2019–2021", "2019", "2021");
	check_split("2019—2021", "2019", "2021");
	check_split(" Jan 2019  -  Mar 2020 ", "Jan 2019", "Mar 2020");
	check_split("Jan 2019-Mar 2020", "Jan 2019", "Mar 2020");
	check_split("Jan-2019 – Mar-2020", "Jan-2019", "Mar-2020");
	check_split("Jan. 2019–present", "Jan. 2019", "present");
	check_split("2019-03 - 2021-05", "2019-03", "2021-05");
	check_split("2019-03-2021-05", "2019-03", "2021-05");
	check_split("2019-03-01 - 2021-05-02", "2019-03-01", "2021-05-02");
	check_split("03/2019 - 05/2021", "03/2019", "05/2021");
	check_split("03/2019-05/2021", "03/2019", "05/2021");
	check_split("2019/03-2021/05", "2019/03", "2021/05");
	check_split("2019.03~2021.05", "2019.03", "2021.05");
	check_split("2019-03/2021-05", "2019-03", "2021-05");
	check_split("2019-03-01/2021-05-02", "2019-03-01", "2021-05-02");
	check_split("2019/2021", "2019", "2021");
	check_split("March 2019 to May 2021", "March 2019", "May 2021");
	check_split("2019 until now", "2019", "now");
	check_split("from 2019 to 2021", "2019", "2021");
	check_split("2019 to date", "2019", "to date");
	check_split("Jan 2019 to present", "Jan 2019", "present");
	check_split("2019 present", "2019", "present");
	check_split("September 1, 2019 - October 2, 2020", "September 1, 2019", "October 2, 2020");
	check_split("Spring 2019 - Fall 2020", "Spring 2019", "Fall 2020");
}

static void splits_ranges_in_other_languages(void **state)
{
	(void)state;
	check_split("März 2019 bis Mai 2021", "März 2019", "Mai 2021");
	check_split("von 2019 bis 2021", "2019", "2021");
	check_split("2019 bis heute", "2019", "heute");
	check_split("mars 2019 à mai 2021", "mars 2019", "mai 2021");
	check_split("de mars 2019 à aujourd'hui", "mars 2019", "aujourd'hui");
	check_split("du 01/2019 au 05/2021", "01/2019", "05/2021");
	check_split("2019 a 2021", "2019", "2021");
	check_split("marzo de 2019 al presente", "marzo de 2019", "presente");
	check_split("janeiro de 2019 até maio de 2021", "janeiro de 2019", "maio de 2021");
	check_split("с марта 2019 по май 2021", "марта 2019", "май 2021");
	check_split("март 2019 – н.в.", "март 2019", "н.в.");
	check_split("2019年3月至2021年5月", "2019年3月", "2021年5月");
	check_split("2019年3月至今", "2019年3月", "今");
	check_split("2019.03 - 至今", "2019.03", "至今");
	check_split("2019年4月から2021年3月まで", "2019年4月", "2021年3月");
	check_split("2019年4月〜現在", "2019年4月", "現在");
	check_split("2019년 3월 ~ 현재", "2019년 3월", "현재");
	check_split("2019년 3월부터 2021년 5월까지", "2019년 3월", "2021년 5월");
}

static void splits_open_ranges(void **state)
{
	(void)state;
	check_split("2019–", "2019", "");
	check_split("2019 -", "2019", "");
	check_split("2019-", "2019", "");
	check_split("03/2019 –", "03/2019", "");
	check_split("since 2019", "2019", "");
	check_split("Since March 2019", "March 2019", "");
	check_split("seit 03/2019", "03/2019", "");
	check_split("depuis mars 2019", "mars 2019", "");
	check_split("2019年4月から", "2019年4月", "");
	check_split("2019 - ?", "2019", "?");
}

static void tells_school_years_from_months(void **state)
{
	struct period period;
	(void)state;
	check_split("2019-20", "2019", "20");
	check_split("2019–20", "2019", "20");
	assert_true(date_read_period(TEXT("2019-20"), &period));
	assert_int_equal(period.end.year, 2020);
	assert_false(date_read_period(TEXT("2019-12"), &period));
	assert_false(date_read_period(TEXT("2009-10"), &period));
	assert_false(date_read_period(TEXT("2019-18"), &period));
}

static void splits_nothing_else(void **state)
{
	static const char *const texts[] = {"", "-", "–", "2019", "2019-03", "03-2019", "2019/12",
		"2019-03-15", "20190315", "Mar 2019", "2019-03-15 (expected)", "2019-05-2020",
		"Mar - May 2019", "early days - late days", "present", "present - 2019", "2019 to",
		"since", "since when", "- 2019", "2019 - later", "2019 - 2020 - 2021", "03/04",
		"two words", "2019-13", "C++ - 2011", "a-b-c-d-e-f-g-h-i-j-k-l-m-2019", "3 years",
		"2019 in Berlin", "1234-5678"};
	struct text start = TEXT("unchanged");
	struct text end = TEXT("unchanged");
	char longer[512];
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		bool years = strcmp(texts[i], "1234-5678") == 0;
		if (!years && date_split(text_from(texts[i]), &start, &end))
			fail_msg("split: %s", texts[i]);
	}
	memset(longer, ' ', sizeof longer);
	memcpy(longer, "2019 -", 6);
	memcpy(longer + sizeof longer - 4, "2020", 4);
	assert_false(date_split((struct text){longer, sizeof longer}, &start, &end));
	check_text(start, "unchanged");
	check_text(end, "unchanged");
}

/* Showing */

static void check_date(const char *language, const char *source, const char *expected)
{
	struct arena arena = {0};
	check_text(date_show(date_read(text_from(source)), wording_of(language), &arena), expected);
	arena_finish(&arena);
}

static void shows_dates(void **state)
{
	(void)state;
	check_date("en", "2019", "2019");
	check_date("en", "2019-03", "Mar 2019");
	check_date("en", "05/2019", "May 2019");
	check_date("en", "2019-03-01", "1 Mar 2019");
	check_date("en", "20190331", "31 Mar 2019");
	check_date("en", "2019-03-31T10:20:30Z", "31 Mar 2019");
	check_date("en", "now", "Present");
	check_date("en", "", "");
}

static void shows_words_as_written(void **state)
{
	(void)state;
	check_date("en", "Spring 2019", "Spring 2019");
	check_date("en", "September 2019", "September 2019");
	check_date("de", "September 2019", "September 2019");
	check_date("en", "2019年3月", "2019年3月");
	check_date("en", "03/04/2019", "03/04/2019");
	check_date("en", "whenever", "whenever");
}

static void shows_dates_of_all_languages(void **state)
{
	static const struct {
		const char *language;
		const char *month;
		const char *day;
		const char *present;
	} rows[] = {
		{"en", "Mar 2019", "3 Mar 2019", "Present"},
		{"de", "März 2019", "3. März 2019", "heute"},
		{"fr", "mars 2019", "3 mars 2019", "aujourd’hui"},
		{"es", "mar 2019", "3 mar 2019", "actualidad"},
		{"pt", "mar. 2019", "3 mar. 2019", "presente"},
		{"it", "mar 2019", "3 mar 2019", "oggi"},
		{"nl", "mrt 2019", "3 mrt 2019", "heden"},
		{"pl", "mar 2019", "3 mar 2019", "obecnie"},
		{"ru", "март 2019", "3 мар. 2019", "настоящее время"},
		{"tr", "Mar 2019", "3 Mar 2019", "günümüz"},
		{"zh", "2019年3月", "2019年3月3日", "至今"},
		{"zh-Hant", "2019年3月", "2019年3月3日", "至今"},
		{"ja", "2019年3月", "2019年3月3日", "現在"},
		{"ko", "2019년 3월", "2019년 3월 3일", "현재"},
		{"sv", "mars 2019", "3 mars 2019", "nu"},
		{"uk", "бер. 2019", "3 бер. 2019", "дотепер"},
		{"cs", "březen 2019", "3. 3. 2019", "současnost"},
	};
	size_t count = 0;
	(void)state;
	while (languages[count])
		count++;
	assert_int_equal(sizeof(rows) / sizeof(rows[0]), count);
	for (size_t i = 0; i < count; i++) {
		check_date(rows[i].language, "2019-03", rows[i].month);
		check_date(rows[i].language, "2019-03-03", rows[i].day);
		check_date(rows[i].language, "present", rows[i].present);
	}
}

static void shows_the_authors_own_words(void **state)
{
	struct text months[12];
	struct wording wording = {
		.language = language_english(), .present = TEXT("Now"), .months = months};
	struct arena arena = {0};
	(void)state;
	for (size_t i = 0; i < 12; i++)
		months[i] = i == 3 ? TEXT("") : TEXT("%");
	check_text(date_show(date_read(TEXT("2019-03")), &wording, &arena), "% 2019");
	check_text(date_show(date_read(TEXT("2019-04")), &wording, &arena), "Apr 2019");
	check_text(date_show(date_read(TEXT("today")), &wording, &arena), "Now");
	wording.language = language_find(TEXT("ja"));
	check_text(date_show(date_read(TEXT("2019-03")), &wording, &arena), "2019年3月");
	arena_finish(&arena);
}

static struct period period_of(const char *start, const char *end)
{
	struct period period = {date_read(text_from(start)), date_read(text_from(end))};
	return period;
}

static void check_range(const char *start, const char *end, const char *expected)
{
	struct arena arena = {0};
	struct shown_period shown =
		date_show_period(period_of(start, end), wording_of("en"), &arena);
	check_text(date_join_period(shown, &arena), expected);
	arena_finish(&arena);
}

static void shows_ranges(void **state)
{
	(void)state;
	check_range("2015", "2019", "2015 – 2019");
	check_range("2015-02", "2019-03-04", "Feb 2015 – Mar 2019");
	check_range("2015-02", "now", "Feb 2015 – Present");
	check_range("2015-02", "", "Feb 2015");
	check_range("", "2019-03-04", "Mar 2019");
	check_range("", "", "");
	check_range("2019-03-01", "2019-03-31", "Mar 2019");
	check_range("2019", "2019", "2019");
	check_range("2019-02", "2019-03", "Feb 2019 – Mar 2019");
	check_range("Spring 2015", "whenever", "Spring 2015 – whenever");
	check_range("3 May 2015", "2019-03", "3 May 2015 – Mar 2019");
}

/* Durations */

static void check_months(const char *start, const char *end, int expected)
{
	struct date today = {.year = 2023, .month = 3, .day = 10};
	int months = date_count_months(period_of(start, end), today);
	if (months != expected)
		fail_msg("%s to %s: %d months, not %d", start, end, months, expected);
}

static void counts_months(void **state)
{
	(void)state;
	check_months("2019-01", "2020-12", 24);
	check_months("2019-01", "2019-01", 1);
	check_months("2019-12", "2020-01", 2);
	check_months("January 2019", "03/2019", 3);
	check_months("2019-01", "present", 51);
	check_months("2023-03", "present", 1);
	check_months("2019-01-20", "2019-03", 3);
}

static void counts_days_as_months(void **state)
{
	(void)state;
	check_months("2019-01-01", "2020-12-31", 24);
	check_months("2019-01-15", "2019-02-14", 1);
	check_months("2019-01-15", "2019-04-14", 3);
	check_months("2019-01-31", "2019-02-01", 1);
	check_months("2019-01-01", "2019-02-20", 2);
	check_months("2019-03-01", "2019-03-02", 1);
	check_months("2023-02-11", "present", 1);
}

static void counts_no_months_where_they_are_not_known(void **state)
{
	(void)state;
	check_months("2019", "2020", 0);
	check_months("2019-01", "2020", 0);
	check_months("2019", "present", 0);
	check_months("Spring 2019", "2020-01", 0);
	check_months("", "2020-01", 0);
	check_months("2019-01", "", 0);
	check_months("2019-02", "2019-01", 0);
	check_months("2023-04", "2023-08", 0);
	check_months("2023-03-11", "present", 0);
	check_months("2019-03-03", "2019-03-03", 0);
}

static void check_duration(const char *language, int months, const char *expected)
{
	struct arena arena = {0};
	check_text(wording_duration(wording_of(language), months, &arena), expected);
	arena_finish(&arena);
}

static void shows_durations(void **state)
{
	(void)state;
	check_duration("en", 1, "1 mo");
	check_duration("en", 12, "1 yr");
	check_duration("en", 50, "4 yr 2 mo");
	check_duration("de", 50, "4 J. 2 Mon.");
	check_duration("fr", 13, "1 an 1 mois");
	check_duration("fr", 50, "4 ans 2 mois");
	check_duration("es", 13, "1 año 1 mes");
	check_duration("it", 26, "2 anni 2 mesi");
	check_duration("pl", 13, "1 rok 1 mies.");
	check_duration("pl", 24, "2 lata");
	check_duration("pl", 60, "5 lat");
	check_duration("pl", 12 * 12, "12 lat");
	check_duration("pl", 12 * 21, "21 lat");
	check_duration("pl", 12 * 22, "22 lata");
	check_duration("ru", 12, "1 год");
	check_duration("ru", 24, "2 года");
	check_duration("ru", 60, "5 лет");
	check_duration("ru", 12 * 11, "11 лет");
	check_duration("ru", 12 * 21, "21 год");
	check_duration("cs", 24, "2 roky");
	check_duration("cs", 12 * 22, "22 let");
	check_duration("zh", 50, "4年2个月");
	check_duration("ja", 50, "4年2か月");
	check_duration("ko", 50, "4년 2개월");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_numbers),
		cmocka_unit_test(does_not_guess_whether_month_or_day_comes_first),
		cmocka_unit_test(reads_words),
		cmocka_unit_test(reads_months_of_all_languages),
		cmocka_unit_test(reads_what_it_shows),
		cmocka_unit_test(leaves_other_texts_alone),
		cmocka_unit_test(knows_words_for_present),
		cmocka_unit_test(reads_no_nul),
		cmocka_unit_test(compares_as_far_as_both_say),
		cmocka_unit_test(splits_ranges),
		cmocka_unit_test(splits_ranges_in_other_languages),
		cmocka_unit_test(splits_open_ranges),
		cmocka_unit_test(tells_school_years_from_months),
		cmocka_unit_test(splits_nothing_else),
		cmocka_unit_test(shows_dates),
		cmocka_unit_test(shows_words_as_written),
		cmocka_unit_test(shows_dates_of_all_languages),
		cmocka_unit_test(shows_the_authors_own_words),
		cmocka_unit_test(shows_ranges),
		cmocka_unit_test(counts_months),
		cmocka_unit_test(counts_days_as_months),
		cmocka_unit_test(counts_no_months_where_they_are_not_known),
		cmocka_unit_test(shows_durations),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
