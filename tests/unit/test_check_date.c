/* What is found wrong with dates, and which jobs overlap. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checked.h"

/* Dates */

static void finds_dates_that_cannot_be(void **state)
{
	(void)state;
	check_in("work", "startDate", "2019-13",
		"3:14 warning '2019-13' is no date: there is no month 13; write one from 01 to 12");
	check_in("work", "startDate", "2019-00", "3:14 warning there is no month 0");
	check_in("work", "startDate", "2019-02-30",
		"3:14 warning '2019-02-30' is no date: there is no such day; write it as");
	check_in("work", "startDate", "2019-02-29", "3:14 warning there is no such day");
	check_in("work", "startDate", "2020-02-29", "");
	check_in("work", "startDate", "31/2019", "3:14 warning there is no month 31");
	check_in("work", "startDate", "31/02/2019", "3:14 warning there is no such day");
	check_in("work", "startDate", "2019-13-01T10:00:00Z", "3:14 warning no month 13");
	check_named("meta: {lastModified: 2019-04-31}", "2:22 warning there is no such day");
	check_basics("banner", "{text: T, until: 2030-02-30}", "3:28 warning no such day");
}

static void notes_what_is_no_date(void **state)
{
	(void)state;
	check_in("work", "startDate", "some day",
		"3:14 note 'some day' is no date that vitae knows and is shown as written; write "
		"2019");
	check_in("work", "startDate", "Sept 31 2019",
		"3:14 warning 'Sept 31 2019' is no date: there is no day 31 in that month");
	check_in("work", "startDate", "Februry 2019",
		"3:14 warning 'Februry 2019' is no date that vitae knows; did you mean "
		"'February'?");
	check_in("work", "startDate", "Winter semester 2019", "");
	check_in("awards", "date", "long ago", "3:9 note 'long ago' is no date");
	check_in("awards", "date", "Summers of 2016 and 2017", "");
	check_in("work", "date", "Mar 2019 - Jan 2018", "3:9 warning the end 'Jan 2018'");
	check_named("meta: {lastModified: yesterday}", "2:22 note 'yesterday' is no date");
	check_in("work", "startDate", "2019-03", "");
	check_in("work", "startDate", "2019-03-15", "");
	check_in("work", "startDate", "03/2019", "");
	check_in("work", "startDate", "'2019'", "");
	check_in("work", "startDate", "~", "");
	check_in("work", "summary", "2019-13 is no date", "");
	check_in("patents", "number", "2019-13", "");
}

static void finds_ends_before_starts(void **state)
{
	(void)state;
	check_named("work:\n- startDate: 2019-03\n  endDate: 2018-05",
		"4:12 warning the end '2018-05' is before the start '2019-03' of line 3; mend one");
	check_named("work:\n- {startDate: '2019', endDate: 2019-01}", "");
	check_named("work:\n- {startDate: 2019-03, endDate: 2019-03}", "");
	check_named("work:\n- {startDate: 2019-03, endDate: present}", "");
	check_named("work:\n- {name: A, positions: [{startDate: 2019-03, endDate: 2018-05}]}",
		"3:55 warning is before the start");
	check_named("openBooks:\n- {startDate: 2019-03, endDate: 2018-05}",
		"2:1 note shown as a section\n3:33 warning is before the start");
	check_named("work:\n- endDate: 2018-05",
		"3:3 note an 'endDate' without 'startDate'; add that, or make it 'date'");
	check_named("projects:\n- {date: 2018-05, endDate: 2018-05}", "");
	check_as("basics: {name: J}\nwork: [{endDate: 2018-05}]\n", &foreign, "");
}

static void notes_jobs_that_overlap(void **state)
{
	(void)state;
	check_named("work:\n- {name: A, startDate: 2018-01, endDate: 2019-06}\n"
		    "- {name: B, startDate: 2019-03, endDate: 2020-01}",
		"4:24 note this overlaps with 'A' of line 3; mend the dates if it did not");
	/* One who leaves in a month may begin elsewhere in it. */
	check_named("work:\n- {name: A, startDate: 2018-01, endDate: 2019-06}\n"
		    "- {name: B, startDate: 2019-06}",
		"");
	check_named("work:\n- {name: A, startDate: 2018-01}\n- {name: A, startDate: 2019-06}", "");
	check_named("work:\n- {name: A, startDate: '2018'}\n- {name: B, startDate: 2019-06}", "");
	check_named("work:\n- {startDate: 2018-01}\n- {name: B, startDate: 2019-06}", "");
	check_named("volunteer:\n- {organization: A, startDate: 2018-01}\n"
		    "- {organization: B, startDate: 2019-06}",
		"");
	check_named("work:\n- {name: B, startDate: 2019-06}\n"
		    "- {name: A, positions: [{startDate: 2018-01, endDate: present}]}",
		"3:24 note this overlaps with 'A' of line 4");
	/* Which of its dates is wrong cannot be known. */
	check_named("work:\n- {name: A, startDate: 2018-01}\n"
		    "- {name: B, startDate: 2019-06, endDate: 2018-06}",
		"4:42 warning is before the start");
	/* Between two jobs at one place, another one. */
	check_named("work:\n- {name: A, startDate: 2018-01, endDate: 2018-09}\n"
		    "- {name: B, startDate: 2017-01, endDate: 2018-05}\n"
		    "- {name: A, startDate: 2018-03, endDate: 2019-09}",
		"3:24 note overlaps with 'B' of line 4\n5:24 note overlaps with 'B' of line 4");
}

static void notes_only_a_few_overlaps(void **state)
{
	(void)state;
	check_named("work:\n- {name: A, startDate: 2011-01}\n- {name: B, startDate: 2012-01}\n"
		    "- {name: C, startDate: 2013-01}\n- {name: D, startDate: 2014-01}\n"
		    "- {name: E, startDate: 2015-01}\n",
		"4:24 note of line 3\n5:24 note of line 3\n6:24 note of line 3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_dates_that_cannot_be),
		cmocka_unit_test(notes_what_is_no_date),
		cmocka_unit_test(finds_ends_before_starts),
		cmocka_unit_test(notes_jobs_that_overlap),
		cmocka_unit_test(notes_only_a_few_overlaps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
