#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "resume/date.h"

#include <stdlib.h>

static void check_read(const char *source, int year, int month, int day)
{
	struct date date = date_read(text_from(source));
	if (date.year != year || date.month != month || date.day != day || date.present)
		fail_msg("'%s' is %d-%d-%d, not %d-%d-%d", source, date.year, date.month, date.day,
			year, month, day);
	assert_true(text_is(date.text, source));
}

static void reads_dates(void **state)
{
	(void)state;
	check_read("2019", 2019, 0, 0);
	check_read("2019-03", 2019, 3, 0);
	check_read("2019-03-31", 2019, 3, 31);
	check_read("2019/03", 2019, 3, 0);
	check_read("2019.12", 2019, 12, 0);
	check_read("2019.12.01", 2019, 12, 1);
	check_read("03/2019", 2019, 3, 0);
	check_read("12.2019", 2019, 12, 0);
	check_read("2019-03-31T10:20:30Z", 2019, 3, 31);
	check_read("2019-03-31T10:20:30.123+02:00", 2019, 3, 31);
	check_read("2019-03-31 10:20", 2019, 3, 31);
	check_read("1000", 1000, 0, 0);
}

static void leaves_other_texts_alone(void **state)
{
	static const char *const texts[] = {"", "19", "201", "20190", "0999", "2019-", "2019-3",
		"2019-00", "2019-13", "2019-03-", "2019-03-00", "2019-03-32", "2019-03/01",
		"2019-03-31x", "2019-2023", "2019 - 2023", "3/2019", "13/2019", "00/2019",
		"03-2019", "03/2019x", "March 2019", "Spring 2019", "c. 2019", " 2019", "2019 ",
		"-2019", "２０１９"};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_read(texts[i], 0, 0, 0);
}

static void knows_words_for_present(void **state)
{
	static const char *const words[] = {"present", "Present", "PRESENT", "current", "now",
		"today", "ongoing", "To Date", "至今", "现在", "現在", "현재", "н.в.",
		"настоящее время", "actualidad", "heute", "présent", "aujourd'hui"};
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct date date = date_read(text_from(words[i]));
		if (!date.present || date.year)
			fail_msg("not present: %s", words[i]);
	}
	assert_false(date_read(TEXT("presently")).present);
	assert_false(date_read(TEXT("2019")).present);
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
}

static void check_text(struct text found, const char *expected)
{
	if (!text_is(found, expected))
		fail_msg("'%.*s' is not '%s'", (int)found.length, found.bytes, expected);
}

static void shows_dates(void **state)
{
	static const char *const months[] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct arena arena = {0};
	(void)state;
	check_text(date_show(date_read(TEXT("2019")), &arena), "2019");
	check_text(date_show(date_read(TEXT("2019-03-01")), &arena), "1 Mar 2019");
	check_text(date_show(date_read(TEXT("2019-03-31T10:20:30Z")), &arena), "31 Mar 2019");
	check_text(date_show(date_read(TEXT("now")), &arena), "Present");
	check_text(date_show(date_read(TEXT("Spring 2019")), &arena), "Spring 2019");
	check_text(date_show(date_read(TEXT("")), &arena), "");
	for (int month = 1; month <= 12; month++) {
		struct text source = arena_format(&arena, "2019-%02d", month);
		struct text expected = arena_format(&arena, "%s 2019", months[month - 1]);
		assert_true(text_equal(date_show(date_read(source), &arena), expected));
	}
	arena_finish(&arena);
}

static void check_range(const char *start, const char *end, bool ongoing, const char *expected)
{
	struct arena arena = {0};
	check_text(date_show_range(text_from(start), text_from(end), ongoing, &arena), expected);
	arena_finish(&arena);
}

static void shows_ranges(void **state)
{
	(void)state;
	check_range("2015", "2019", true, "2015 – 2019");
	check_range("2015-02", "2019-03-04", true, "Feb 2015 – Mar 2019");
	check_range("2015-02", "", true, "Feb 2015 – Present");
	check_range("2015-02", "", false, "Feb 2015");
	check_range("2015-02", "now", false, "Feb 2015 – Present");
	check_range("", "2019-03-04", true, "Mar 2019");
	check_range("", "", true, "");
	check_range("2019-03-01", "2019-03-31", true, "Mar 2019");
	check_range("2019", "2019", true, "2019");
	check_range("2019-02", "2019-03", true, "Feb 2019 – Mar 2019");
	check_range("Spring 2015", "whenever", true, "Spring 2015 – whenever");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_dates),
		cmocka_unit_test(leaves_other_texts_alone),
		cmocka_unit_test(knows_words_for_present),
		cmocka_unit_test(compares_as_far_as_both_say),
		cmocka_unit_test(shows_dates),
		cmocka_unit_test(shows_ranges),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
