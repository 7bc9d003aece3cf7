/* What is found wrong with résumés, where it is said to be, and what nothing is said about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/read.h"
#include "data/source.h"
#include "describe.h"
#include "resume/check.h"

#include <dirent.h>
#include <string.h>

/* Of vitae's own schema, and of another; only the flag matters here. */
static const struct dialect native = {.name = "native", .own = true};
static const struct dialect foreign = {.name = "foreign", .own = false};

struct checking {
	struct arena arena;
	struct diagnostics diagnostics;
	struct diagnostics of_reading;
};

/* The tree is taken as it is in the file, with vitae's own names. */
static struct checking check_source(const char *source, const struct dialect *dialect)
{
	struct checking checking = {.arena = {NULL}};
	const struct node *root =
		data_read(text_from(source), &checking.arena, &checking.of_reading);
	assert_non_null(root);
	resume_check(root, dialect, NULL, &checking.arena, &checking.diagnostics);
	diagnostics_sort(&checking.diagnostics);
	return checking;
}

static void finish(struct checking *checking)
{
	diagnostics_finish(&checking->diagnostics);
	diagnostics_finish(&checking->of_reading);
	arena_finish(&checking->arena);
}

/* True if the line, "2:3 warning part of the text", tells of the message. */
static bool tells_of(struct text line, const struct diagnostic *message)
{
	static const char *const severities[] = {"note", "warning", "error"};
	char start[64];
	char part[200];
	int length = snprintf(start, sizeof start, "%d:%d %s ", message->position.line,
		message->position.column, severities[message->severity]);
	if (!text_starts_with(line, (struct text){start, (size_t)length}))
		return false;
	struct text rest = text_slice(line, (size_t)length, line.length);
	snprintf(part, sizeof part, "%.*s", (int)rest.length, rest.bytes);
	return strstr(message->message, part) != NULL;
}

static void fail_with(const char *source, const char *expected, const struct checking *checking)
{
	char *found = describe_messages(&checking->diagnostics);
	print_error("of:\n%s\nexpected:\n%s\nfound:\n%s\n", source, expected, found);
	free(found);
	fail();
}

/* Each line of expected tells of the message at its place in the list, and there are no others. */
static void check_as(const char *source, const struct dialect *dialect, const char *expected)
{
	struct checking checking = check_source(source, dialect);
	struct text rest = text_from(expected);
	for (size_t i = 0; i < checking.diagnostics.count || rest.length; i++) {
		size_t end = text_find(rest, 0, '\n');
		bool both = i < checking.diagnostics.count && rest.length;
		if (!both || !tells_of(text_slice(rest, 0, end), &checking.diagnostics.items[i]))
			fail_with(source, expected, &checking);
		rest = text_slice(rest, end + 1, rest.length);
	}
	finish(&checking);
}

static void check(const char *source, const char *expected)
{
	check_as(source, &native, expected);
}

/* What comes after a name, from line 2 on. */
static void check_named(const char *source, const char *expected)
{
	char whole[2000];
	assert_true(snprintf(whole, sizeof whole, "basics: {name: J}\n%s\n", source) <
		    (int)sizeof whole);
	check(whole, expected);
}

/* A value of a field of an entry, on line 3. */
static void check_in(
	const char *section, const char *field, const char *value, const char *expected)
{
	char source[1000];
	assert_true(snprintf(source, sizeof source, "%s:\n- %s: %s", section, field, value) <
		    (int)sizeof source);
	check_named(source, expected);
}

/* A value of a field of the header, on line 3. */
static void check_basics(const char *field, const char *value, const char *expected)
{
	char source[1000];
	assert_true(snprintf(source, sizeof source, "basics:\n  name: J\n  %s: %s\n", field,
			    value) < (int)sizeof source);
	check(source, expected);
}

/* Keys */

static void misses_a_name(void **state)
{
	(void)state;
	check("work: [{position: P}]\n", "1:1 warning there is no name; write 'name: Jane Doe'");
	check("# c\nwork: []\nbasics: {label: L}\n", "3:1 warning there is no name");
	check("work: []\nbasics:\n  label: L\n  name: ''\n", "4:3 warning there is no name");
	check("# c\nbasics:\n", "2:1 warning there is no name");
	check("basics: {name: J}\n", "");
	check("basics: J\n", "1:9 warning a map of fields belongs here; write 'name: ");
	check("basics: [J]\n", "1:9 warning a map of fields belongs here");
	check("- a list\n", "");
	check("a text\n", "");
}

static void suggests_what_was_meant(void **state)
{
	(void)state;
	check_in("work", "hightlights", "[a]",
		"3:3 warning there is no 'hightlights' in work; did you mean 'highlights'?");
	check_in("education", "sumary", "x",
		"3:3 warning there is no 'sumary' in education; did you mean 'summary'?");
	check_in("work", "Position", "x",
		"3:3 warning there is no 'Position' in work; did you mean 'position'?");
	check_in("work", "start_date", "2019-03",
		"3:3 warning there is no 'start_date' in work; did you mean 'startDate'?");
	check_in("work", "compnay", "x",
		"3:3 warning did you mean 'company', which is 'name' here?");
	check_in("work", "company", "x",
		"3:3 warning there is no 'company' in work; write 'name' for it");
	check_basics("emial", "a@b.example", "3:3 warning did you mean 'email'?");
	check_basics("location", "{citty: Oslo}",
		"3:14 warning there is no 'citty' in location; did you mean 'city'?");
	check_in("work", "location", "{contry: NO}", "3:14 warning did you mean 'country', which");
	check_basics("profiles", "[{network: X, usernme: j, url: 'https://x.example'}]",
		"3:27 warning there is no 'usernme' in profiles; did you mean 'username'?");
	check_basics(
		"banner", "{text: T, untill: 2030-01-01}", "3:21 warning did you mean 'until'?");
}

static void tells_of_other_keys_once(void **state)
{
	(void)state;
	check_in("work", "salary", "much",
		"3:3 warning there is no 'salary' in work; it is shown with a label of its own");
	check_named("work:\n- {name: A, salary: 1}\n- {name: B, salary: 2}\nvolunteer:\n"
		    "- {organization: C, salary: 0}",
		"3:13 warning 'salary' in work\n6:21 warning 'salary' in volunteer");
	check_basics("location", "{city: Oslo, planet: Earth}",
		"3:26 warning it is shown behind the others");
	/* No short word for something else is near. */
	check_in("work", "size", "40", "3:3 warning it is shown with a label of its own");
}

static void leaves_these_keys_alone(void **state)
{
	(void)state;
	check_in("work", "-hightlights", "[a]", "");
	check_in("work", "_sumary", "[a]", "");
	check_in("work", "x-sumary", "[a]", "");
	check_in("work", "sumary", "''", "");
	check_in("work", "sumary", "[]", "");
	check_in("work", "sumary", "~", "");
	check_in("skills", "Languages", "[C, Go]", "");
	check_named("$schema: https://example.org/schema.json\n_work: 1\nwrok: []", "");
	check_as("basics: {name: J, emial: x}\nwork: [{hightlights: [a]}]\nwrok: [a]\n", &foreign,
		"");
}

static void knows_sections(void **state)
{
	(void)state;
	check_named("wrok: [a]", "2:1 warning there is no section 'wrok'; did you mean 'work'?");
	check_named("basic5: {a: b}", "2:1 warning did you mean 'basics'?");
	check_named("costum: [a]", "2:1 warning did you mean 'custom'?");
	check_named("mata: {a: b}", "2:1 warning did you mean 'meta'?");
	check_named("schema: x", "2:1 warning did you mean '$schema'?");
	check_named(
		"experiance: [a]", "2:1 warning did you mean 'experience', which is 'work' here?");
	check_named("experience: [a]", "2:1 note write 'work' if it is that");
	check_named("openBooks: [a]",
		"2:1 note 'openBooks' is no section that vitae knows; it is shown as a section");
	check_named("work: []\nskills: [a]\ncustom: {Talks: [a]}\nmeta: {}", "");
}

static void lets_own_sections_be(void **state)
{
	(void)state;
	check_named("custom:\n- {title: Talks, entries: [{title: T, venue: V, audience: 3}]}", "");
	check_named("custom: {Talks: [{title: T, sumary: V}], Facts: text, More: {a: b}}",
		"2:29 note there is no 'sumary' in sections of your own; did you mean 'summary'?");
	check_named("custom:\n- title: Talks\n  entires: [a]",
		"4:3 note there is no 'entires' in sections of your own; did you mean 'entries'?");
	check_named("custom:\n- titel: Talks\n  entries: [a]", "3:3 note did you mean 'title'?");
	check_named("custom: {Talks: [{date: [1], keywords: a, highlights: b, summary: [c]}]}", "");
	check_named("custom: text",
		"2:9 warning a list of sections belongs here; write each with 'title:'");
}

static void lets_other_programs_keep_what_they_want_in_meta(void **state)
{
	(void)state;
	check_named("meta: {theme: elegant, version: v1.0.0, themeOptions: {a: [b, {c: d}]}}", "");
	check_named("meta: {titels: {}, ordr: [a]}",
		"2:20 note there is no 'ordr' in meta; did you mean 'order'?");
	check_named("meta: none", "2:7 warning a map of wishes belongs here");
}

/* Shapes */

static void finds_texts_for_lists(void **state)
{
	(void)state;
	check_in("work", "highlights", "one",
		"3:15 warning a list belongs here, not a text; write it below the key, with '- '");
	check_in("skills", "keywords", "'a, b'", "3:13 warning a list belongs here, not a text");
	check_in("work", "highlights", "{a: b}",
		"3:15 warning a list belongs here, not a map; write '- ' in front");
	check_in("work", "highlights", "|\n    - a\n    - b\n",
		"3:15 warning a list belongs here, not a text; remove the '|' before its lines");
	check_in("work", "positions", "Engineer", "3:14 warning a list belongs here, not a text");
	check_in("work", "highlights", "[one]", "");
	check_in("work", "highlights", "", "");
	check_in("work", "highlights", "''", "");
	check_in("work", "highlights", "~", "");
	check_basics("highlights", "one", "3:15 warning a list belongs here");
	check_basics("profiles", "one", "3:13 warning a list belongs here");
	check_named("meta: {months: Jan}", "2:16 warning a list belongs here");
	check_named("meta: {order: basics}", "2:15 warning a list belongs here");
}

static void finds_lists_and_maps_for_texts(void **state)
{
	(void)state;
	check_in("work", "name", "[a, b]",
		"3:9 warning a text belongs here, not a list; write it without '- ' or brackets");
	check_in("work", "summary", "{a: b}",
		"3:12 warning a text belongs here, not a map; quote it if it holds a colon");
	check_in("work", "startDate", "[2019-03]",
		"3:14 warning a date belongs here, not a list; write it as 2019-03");
	check_in("work", "url", "{a: b}", "3:8 warning an address belongs here, not a map");
	check_in("work", "location", "[Oslo]", "3:13 warning a place belongs here, not a list");
	check_in("work", "location", "Oslo", "");
	check_in("work", "name", "[]", "");
	check_in("skills", "keywords", "[a, [b, c]]", "3:17 warning a text belongs here");
	check_in("skills", "keywords", "[a, {b: c, d: e}]", "3:17 warning a text belongs here");
	check_basics("email", "[a@b.example, {c: d}]", "3:24 warning a text belongs here");
	check_basics("email", "[a@b.example, c@d.example]", "");
	check_basics("label", "[a, b]", "3:10 warning a text belongs here");
	check_basics("banner", "[a]", "3:11 warning a text belongs here, not a list");
	check_basics("banner", "a", "");
	check_basics("profiles", "[text, [a]]",
		"3:14 warning a profile belongs here, not a text; write 'network:'\n"
		"3:20 warning a profile belongs here, not a list");
	check_named("meta: {titles: [a]}", "2:16 warning a map belongs here, not a list");
	check_named("work: [{name: A}]\nmeta: {titles: {work: [a]}}",
		"3:23 warning a text belongs here");
}

static void finds_misshapen_items(void **state)
{
	(void)state;
	check_in("work", "highlights", "[{text: t, url: 'https://a.example'}, [a, [b]], c]", "");
	/* Read so by YAML; told of by those who know YAML. */
	check_in("work", "highlights", "[Thesis: a bar]", "");
	check_in("work", "highlights", "[{a: b, c: d}]", "3:16 warning a text belongs here");
	check_in("work", "highlights", "[{a: [b]}]", "3:16 warning a text belongs here");
	check_in("work", "highlights", "[[x, {a: b, c: d}]]", "3:20 warning a text belongs here");
	check_in("work", "highlights", "[{text: t, url: 'htp://a.example'}]",
		"3:31 warning did you mean https://?");
}

static void finds_misshapen_sections(void **state)
{
	(void)state;
	check_named("work: text", "2:7 warning a list of entries belongs here, not a text; write "
				  "'- ' in front of each");
	check_named("work: {name: A, emplyer: B}", "2:7 warning a list of entries belongs here, "
						   "not a map; write '- ' in front of its\n"
						   "2:17 warning there is no 'emplyer'");
	check_named("languages: {English: good, German: bad}",
		"2:12 warning a list of entries belongs here, not a map");
	check_named("work: [text, [a]]", "2:8 warning an entry belongs here, not a text; write its "
					 "fields, such as 'name: '\n"
					 "2:14 warning an entry belongs here, not a list");
	check_named("tools: [a]\nnotes: [a]\nskills: [a]\ninterests: [a]\nawards: [a]\n"
		    "openBooks: [a, [b]]",
		"7:1 note shown as a section");
	check_named("notes: [[a]]", "2:9 warning an entry belongs here, not a list");
	check_named("work: [~, {}, '']", "");
}

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

/* Addresses */

static void knows_addresses_that_no_browser_takes(void **state)
{
	static const struct {
		const char *address;
		const char *expected;
	} rows[] = {
		{"https://example.org", ""},
		{"HTTP://example.org:8080/a?b=c#d", ""},
		{"https://münchen.example/straße", ""},
		{"https://user@example.org./", ""},
		{"http://localhost:3000/", ""},
		{"http://[::1]/", ""},
		{"mailto:a@b.example", ""},
		{"example.org", "note add https:// in front of 'example.org': other programs"},
		{"www.example.org/a", "note add https:// in front of 'www.example.org/a'"},
		{"github.com/foo", "note add https:// in front"},
		{"www,example.com",
			"warning no browser takes the address 'www,example.com'; write"},
		{"htp://example.org", "warning 'htp://example.org'; did you mean https://?"},
		{"http//example.org", "warning did you mean https://?"},
		{"https:/example.org", "warning did you mean https://?"},
		{"https;//example.org", "warning did you mean https://?"},
		{"https://https://example.org", "warning no browser takes"},
		{"https://", "warning no browser takes"},
		{"https://example,org/", "warning no browser takes"},
		{"https://example..org/", "warning no browser takes"},
		{"https://example.org:80a/", "warning no browser takes"},
		{"javascript:alert(1)", "warning no browser takes"},
		{"ftp://example.org", "warning no browser takes"},
		{"https://example.org/a b",
			"warning the address 'https://example.org/a b' holds a blank; remove it"},
		{"j@example.org", "warning no browser takes"},
		{"N/A", "warning no browser takes"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char expected[200] = "";
		char quoted[100];
		snprintf(quoted, sizeof quoted, "'%s'", rows[i].address);
		if (rows[i].expected[0])
			snprintf(expected, sizeof expected, "3:8 %s", rows[i].expected);
		check_basics("url", quoted, expected);
		check_in("work", "url", quoted, expected);
	}
}

static void checks_addresses_wherever_they_are(void **state)
{
	(void)state;
	check_basics("url", "['https://a.example', 'htp://b.example']", "3:30 warning htp");
	check_basics("image", "'htp://b.example/p.png'", "3:10 warning did you mean https://?");
	check_basics("image", "me.jpg",
		"3:10 note nobody else finds the picture 'me.jpg'; write an address with https://");
	check_basics("image", "'data:image/png;base64,iVBORw0KGgo='", "");
	check_basics("banner", "{text: T, url: 'htp://b.example'}", "3:26 warning htp");
	check_basics("profiles", "[{network: X, url: 'htp://b.example'}]", "3:32 warning htp");
	check_in("projects", "repo", "'htp://b.example'", "3:9 warning htp");
	check_named("meta: {canonical: 'htp://b.example'}", "2:19 warning htp");
	check_named("openBooks:\n- url: 'htp://b.example'", "2:1 note shown\n3:8 warning htp");
}

static void check_public_phone(const char *phone, const char *expected)
{
	char all[300];
	snprintf(all, sizeof all, "%s3:10 note strangers see this telephone number", expected);
	check_basics("phone", phone, all);
}

static void knows_mail_phone_and_doi(void **state)
{
	(void)state;
	check_basics("email", "j@example.org", "");
	check_basics("email", "example.org",
		"3:10 warning 'example.org' is no e-mail address; write it as name@example.org");
	check_basics("email", "'@example.org'", "3:10 warning is no e-mail address");
	check_basics("email", "'j@'", "3:10 warning is no e-mail address");
	check_basics("email", "'j@a.example,j@b.example'", "3:10 warning is no e-mail address");
	check_basics("email", "j @example.org", "3:10 warning holds a blank; remove it");
	check_basics("email", "'mailto:j@example.org'", "3:10 warning without 'mailto:'");
	check_basics("email", "[j@example.org, j.example.org]", "3:26 warning 'j.example.org'");
	check_public_phone("+1 (555) 010-9999 ext. 12", "");
	check_public_phone("555-0100x12", "");
	check_public_phone("'tel:+1-555-010-9999'", "");
	check_public_phone("ask me",
		"3:10 note the phone number 'ask me' holds letters; write it as +49 30 1234567\n");
	check_in("references", "phone", "none",
		"3:10 note 'none' holds letters\n3:10 note someone else's telephone number");
	check_in("publications", "doi", "10.1000/182", "");
	check_in("publications", "doi", "'doi:10.1000/182'", "");
	check_in("publications", "doi", "'https://doi.org/10.1000.5/a(b)'", "");
	check_in(
		"publications", "doi", "1000/182", "3:8 note '1000/182' is no DOI; one looks like");
	check_in("publications", "doi", "10.1000", "3:8 note is no DOI");
	check_in("publications", "doi", "10.1000/", "3:8 note is no DOI");
	check_in("publications", "doi", "10.1000/a b", "3:8 note is no DOI");
}

static void looks_at_links_in_text(void **state)
{
	(void)state;
	check_in("work", "summary", "See [it](htp://a.example).",
		"3:12 warning no browser takes the address 'htp://a.example'; did you mean");
	check_in("work", "summary", "See [it](a.example).", "3:12 note add https:// in front");
	check_in("work", "summary", "See [it](#there).", "3:12 warning address '#there'");
	check_in("work", "summary", "See [it](https://a.example), `[x](y)` and a [b] (c).", "");
	check_in("work", "summary", "See [it](javascript:x).", "3:12 warning 'javascript:x'");
	check_in("work", "highlights", "['[it](htp://a.example)']", "3:16 warning htp");
	check_in("skills", "keywords", "['[it](htp://a.example)']", "3:14 warning htp");
	check_in("interests", "Group", "'[it](htp://a.example)'", "3:10 warning htp");
	check_named("notes: ['[it](htp://a.example)']", "2:9 warning htp");
	check_named("custom: {Talks: '[it](htp://a.example)'}", "2:17 warning htp");
	check_in("work", "salary", "[{a: '[it](htp://a.example)'}]",
		"3:3 warning there is no 'salary'\n3:16 warning htp");
	check_in("work", "name", "['[it](htp://a.example)']",
		"3:9 warning a text belongs here\n3:10 warning htp");
}

static void knows_profiles_and_countries(void **state)
{
	(void)state;
	check_basics("profiles",
		"[{network: X, username: j}, {network: X, url: 'https://x.example'}]", "");
	check_basics("profiles", "[{username: j}]",
		"3:14 note this profile has no 'network'; add one, such as GitHub");
	check_basics("profiles", "[{network: X}]",
		"3:14 note this profile has neither 'username' nor 'url'; add one of them");
	check_basics("profiles", "[{network: '', username: ''}, ~]", "");
	check_basics("location", "{countryCode: DE}", "");
	check_basics("location", "{countryCode: ''}", "");
	check_basics("location", "{countryCode: Germany}",
		"3:27 note 'Germany' is no country code; write its two letters, such as DE");
	check_basics("location", "{countryCode: 49}", "3:27 note is no country code");
}

/* Meta */

static void knows_the_sections_that_meta_speaks_of(void **state)
{
	(void)state;
	check_named("work: [{name: A}]\ncustom: {Talks: [a]}\nmeta:\n  order: [work, basics]\n"
		    "  hide: [work]\n  titles: {work: Jobs, Talks: More}\n"
		    "  group: {work: year, Talks: none}",
		"");
	check_named("work: [{name: A}]\nmeta: {order: [wrok]}",
		"3:16 warning the file has no section 'wrok'; did you mean 'work'?");
	check_named("work: [{name: A}]\nmeta: {hide: [experience]}",
		"3:15 warning the file has no section 'experience'; did you mean 'work'?");
	check_named("work: [{name: A}]\nmeta: {titles: {skills: S}}",
		"3:17 warning the file has no section 'skills'; write the key of one, or remove");
	check_named("work: [{name: A}]\nmeta: {group: {wrk: year}}",
		"3:16 warning the file has no section 'wrk'; did you mean 'work'?");
	check_named("work: [{name: A}]\nmeta: {group: {work: month}}",
		"3:22 warning entries are grouped by 'year' or 'none', not by 'month'; write one");
	check_named("custom:\n- {title: My Talks, entries: [a]}\nmeta: {titles: {My talk: T}}",
		"4:17 warning did you mean 'My Talks'?");
	check_named("meta: {order: [~, ''], hide: [], titles: {skills: ''}, group: }", "");
	check_as("basics: {name: J}\nmeta: {order: [wrok]}\n", &foreign, "");
}

/* Messages */

static void cuts_what_it_quotes(void **state)
{
	(void)state;
	check_in("work", "startDate", "|\n    the first line\n    the second\n",
		"3:14 note 'the first line…' is no date");
	check_in("work", "startDate", "ééééééééééééééééééééééééééééééééééééééééé",
		"3:14 note 'éééééééééééééééééééééééééééééééééééééééé…' is no date");
}

static void says_nothing_twice(void **state)
{
	(void)state;
	check_named(
		"work:\n- &a {name: A, startDate: 2019-13}\n- *a\n", "3:27 warning no month 13");
	check_in("work", "summary", "'[a](htp://a.example) [b](htp://a.example)'",
		"3:12 warning htp");
	check_named("custom:\n- {title: T, entries: ['[a](htp://a.example)']}", "3:24 warning htp");
}

/* What is there under a key with a slip is not missing besides. */
static void misses_nothing_that_has_a_slip(void **state)
{
	(void)state;
	check("basics: {nmae: J}\n", "1:10 warning did you mean 'name'?");
	check_named("work:\n- {startDtae: 2018-03, endDate: 2018-05}", "3:4 warning 'startDate'?");
	check_basics("profiles", "[{netwrok: X, username: j}]", "3:15 warning 'network'?");
	check_basics("profiles", "[{network: X, usernme: j}]", "3:27 warning 'username'?");
}

/* What people do wrong, one after the other. */
/* What is private */

static void notes_what_strangers_see(void **state)
{
	(void)state;
	check_basics("location", "{address: A, city: C}",
		"3:23 note strangers see this street address; if they should not, add "
		"basics.location.address to meta.private");
	check_basics("location", "{address: '', city: C}", "");
	check_basics("location", "A", "");
	check_basics("phone", "[]", "");
	check_basics("phone", "['555 1', '555 2']",
		"3:10 note this telephone number; if they should not, add basics.phone");
	check_basics("phone", "'555'\nmeta: {private: [basics.phone]}", "");
	check_basics("phone", "'555'\nmeta: {private: [basics]}", "");
	check_basics("phone", "'555'\nmeta: {private: [mobile, Basics.Telephone]}",
		"4:18 warning 'mobile' keeps nothing private");
	check_basics("location", "{address: A}\nmeta: {private: [basics.location]}", "");
	check_named("references:\n- name: A\n- {name: B, email: b@b.example}",
		"4:20 note strangers see someone else's email address");
	check_named("references: [{name: B, phone: '5'}]\nmeta: {hide: [references]}", "");
	/* Who does not say what is private in a way that is understood shows nothing at all. */
	check_basics("phone", "'555'\nmeta: {private: {a: b}}", "4:17 warning a list belongs here");
}

static void check_path(const char *path, const char *expected)
{
	char source[1000];
	snprintf(source, sizeof source,
		"work: [{name: A, boss: B}]\nopenBooks: [{pages: '9'}]\nnotes: [N]\n"
		"meta: {hide: [notes], private: ['%s']}",
		path);
	char all[1000];
	snprintf(all, sizeof all, "2:18 warning there is no 'boss' in work\n3:1 note shown\n%s%s",
		*expected ? "5:33 warning " : "", expected);
	check_named(source, all);
}

static void reports_paths_that_lead_nowhere(void **state)
{
	(void)state;
	check_path("work", "");
	check_path("work.boss", "");
	check_path("work.Boss.x", "");
	check_path("work.summary", "");
	check_path("Experience.boss", "");
	check_path("basics.location.address", "");
	check_path("patents.number", "");
	check_path("notes.anything", "");
	check_path("openbooks.pages", "");
	check_path("work.bosss", "'work.bosss' keeps nothing private; did you mean 'work.boss'?");
	check_path("wrok.boss", "did you mean 'work.boss'?");
	check_path("openBooks.page", "did you mean 'openBooks.pages'?");
	check_path("work.salary", "since there is no 'salary'; write the keys");
	check_path("salary", "since there is no 'salary'");
	check_path("basics..phone", "since there is no ''");
}

static void finds_twenty_mistakes(void **state)
{
	(void)state;
	check("basics:\n"
	      "  name: Jane Doe\n"
	      "  lable: Engineer\n"
	      "  email: jane at example.org\n"
	      "  phone: on request\n"
	      "  url: www,jane.example\n"
	      "  location: {city: Berlin, countryCode: Germany}\n"
	      "  profiles:\n"
	      "    - {network: GitHub, url: github.com/jane}\n"
	      "    - {username: jane, url: 'http//social.example'}\n"
	      "work:\n"
	      "  - name: Example\n"
	      "    postion: Engineer\n"
	      "    startDate: 2019-13\n"
	      "    highlights: Made it faster.\n"
	      "  - name: Other\n"
	      "    startDate: 2018-05\n"
	      "    endDate: 2017-02\n"
	      "    sumary: A summary.\n"
	      "  - Third\n"
	      "education:\n"
	      "  institution: A school\n"
	      "skils:\n"
	      "  - {name: C, keywords: [pointers]}\n"
	      "awards:\n"
	      "  - {title: A prize, date: 31/2019}\n"
	      "publications:\n"
	      "  - {name: A paper, doi: example.org/10, releaseDate: last winter}\n"
	      "interests:\n"
	      "  - {name: Books, keywords: 'novels, poems'}\n"
	      "notes:\n"
	      "  - Read [this](exmaple.org/my page) or [that](htps://example.org).\n"
	      "meta:\n"
	      "  order: [wrok, education]\n"
	      "  group: {awards: years}\n",
		"3:3 warning there is no 'lable' in basics; did you mean 'label'?\n"
		"4:10 warning holds a blank\n"
		"5:10 note holds letters\n"
		"5:10 note strangers see this telephone number\n"
		"6:8 warning no browser takes the address 'www,jane.example'\n"
		"7:41 note 'Germany' is no country code\n"
		"9:30 note add https:// in front of 'github.com/jane'\n"
		"10:7 note this profile has no 'network'\n"
		"10:29 warning did you mean https://?\n"
		"13:5 warning did you mean 'position'?\n"
		"14:16 warning there is no month 13\n"
		"15:17 warning a list belongs here\n"
		"18:14 warning the end '2017-02' is before the start '2018-05' of line 17\n"
		"19:5 warning did you mean 'summary'?\n"
		"20:5 warning an entry belongs here, not a text\n"
		"22:3 warning a list of entries belongs here, not a map\n"
		"23:1 warning there is no section 'skils'; did you mean 'skills'?\n"
		"26:28 warning there is no month 31\n"
		"28:26 note is no DOI\n"
		"28:55 note 'last winter' is no date\n"
		"30:29 warning a list belongs here\n"
		"32:5 warning 'htps://example.org'; did you mean https://?\n"
		"34:11 warning the file has no section 'wrok'; did you mean 'work'?\n"
		"35:19 warning not by 'years'");
}

/* What another schema has is not held against its authors; what is wrong anywhere is. */
static void spares_other_schemas(void **state)
{
	(void)state;
	check_as("basics:\n"
		 "  name: J\n"
		 "  image: me.jpg\n"
		 "  profiles: [{username: j}, text]\n"
		 "  highlights: one\n"
		 "  url: htp://a.example\n"
		 "work:\n"
		 "  - text\n"
		 "  - {date: Summers, name: [a], startDate: 2019-13}\n"
		 "skills: text\n",
		&foreign, "6:8 warning did you mean https://?\n9:43 warning there is no month 13");
}

/* Files */

static void check_message(const struct diagnostic *message)
{
	assert_true(message->position.line > 0);
	assert_true(message->position.column > 0);
	assert_null(strchr(message->message, '\n'));
}

/*
 * Checks bytes as a file; returns how many messages are worse than most. The file is read as the
 * program does, or taken as it is if a dialect is given.
 */
static size_t count_worse(struct text bytes, const struct dialect *dialect, enum severity most)
{
	struct arena arena = {NULL};
	struct diagnostics of_reading = {NULL};
	struct diagnostics diagnostics = {NULL};
	size_t worse = 0;
	struct node *root = data_read(bytes, &arena, &of_reading);
	if (root && !dialect) {
		dialect = dialect_recognise(root);
		root = dialect_to_native(dialect, root, &arena, NULL);
	}
	if (root)
		resume_check(root, dialect, NULL, &arena, &diagnostics);
	for (size_t i = 0; i < diagnostics.count; i++) {
		check_message(&diagnostics.items[i]);
		if (diagnostics.items[i].severity <= most)
			continue;
		print_error("%d: %s\n", diagnostics.items[i].position.line,
			diagnostics.items[i].message);
		worse++;
	}
	diagnostics_finish(&of_reading);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
	return worse;
}

static void read_file(const char *name, struct buffer *bytes)
{
	struct diagnostics diagnostics = {NULL};
	char path[1000];
	snprintf(path, sizeof path, SOURCE_ROOT "/%s", name);
	if (!source_read(path, bytes, &diagnostics))
		fail_msg("cannot read %s", path);
	diagnostics_finish(&diagnostics);
}

static void has_nothing_against_good_files(void **state)
{
	static const char *const names[] = {"resume.yaml", "tests/golden/seed/input.yaml",
		"tests/golden/jsonresume/input.yaml", "tests/golden/json/input.json"};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buffer bytes = {0};
		read_file(names[i], &bytes);
		assert_int_equal(count_worse(buffer_text(&bytes), NULL, SEVERITY_NOTE), 0);
		buffer_finish(&bytes);
	}
}

/*
 * The examples of the manual: parts of a file, so that many have no name. Taken as they are, since
 * a section of one's own that is read as one of the table has keys that are not in that.
 */
static void has_nothing_against_the_manual(void **state)
{
	struct buffer page = {0};
	size_t count = 0;
	(void)state;
	read_file("man/vitae.5", &page);
	buffer_add_byte(&page, '\0');
	for (char *begin = strstr(page.bytes, "\n.Bd -literal"); begin;
		begin = strstr(begin, "\n.Bd -literal")) {
		char example[4000];
		begin = strchr(begin + 1, '\n') + 1;
		char *end = strstr(begin, "\n.Ed");
		assert_non_null(end);
		bool is_json = *begin == '{';
		bool is_named = is_json || strncmp(begin, "basics:", 7) == 0;
		assert_true(snprintf(example, sizeof example, "%s%.*s\n",
				    is_named ? "" : "basics: {name: J}\n", (int)(end - begin),
				    begin) < (int)sizeof example);
		assert_int_equal(count_worse(text_from(example), &native, SEVERITY_NOTE), 0);
		begin = end;
		count++;
	}
	assert_true(count > 5);
	buffer_finish(&page);
}

/* Whatever a file is, and wherever it ends. */
static void check_beginnings(struct text bytes)
{
	for (size_t end = bytes.length; end > 0; end -= end < 16 ? end : 16) {
		count_worse(text_slice(bytes, 0, end), NULL, SEVERITY_ERROR);
		if (bytes.length > 2000)
			break;
	}
}

static void survives_the_corpus(void **state)
{
	DIR *folder = opendir(SOURCE_ROOT "/tests/fuzz/corpus");
	size_t count = 0;
	(void)state;
	assert_non_null(folder);
	for (struct dirent *file = readdir(folder); file; file = readdir(folder)) {
		char name[400];
		struct buffer bytes = {0};
		if (file->d_name[0] == '.')
			continue;
		snprintf(name, sizeof name, "tests/fuzz/corpus/%s", file->d_name);
		read_file(name, &bytes);
		check_beginnings(buffer_text(&bytes));
		buffer_finish(&bytes);
		count++;
	}
	closedir(folder);
	assert_true(count > 10);
}

/* Trees */

enum { RANDOM_TREES = 400, RANDOM_DEPTH = 6 };

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 16;
}

/* Words that mean something somewhere, for keys and for texts alike. */
static struct text random_word(uint32_t *seed)
{
	static const char *const words[] = {"basics", "work", "custom", "meta", "skills", "name",
		"profiles", "location", "positions", "highlights", "startDate", "endDate", "date",
		"url", "order", "titles", "group", "entries", "title", "banner", "doi", "phone",
		"email", "countryCode", "wrok", "sumary", "", "-x", "2019-13", "2015", "present",
		"a - b", "https://", "[a](b)", "<x:y>", "@", "null", "year", "é", "keywords"};
	return text_from(words[next_random(seed) % (sizeof words / sizeof *words)]);
}

static struct node *random_tree(struct arena *arena, uint32_t *seed, int depth)
{
	struct node *node = arena_allocate(arena, sizeof *node);
	node->kind = depth ? (enum node_kind)(next_random(seed) % 3) : NODE_SCALAR;
	node->plain = next_random(seed) % 2;
	node->position = node->key_position = (struct position){1 + (int)(*seed % 99), 1};
	if (node->kind == NODE_SCALAR)
		node->text = random_word(seed);
	uint32_t count = node->kind == NODE_SCALAR ? 0 : next_random(seed) % 6;
	for (uint32_t i = 0; i < count; i++) {
		struct node *child = random_tree(arena, seed, depth - 1);
		if (node->kind == NODE_MAP)
			child->key = random_word(seed);
		node_append(node, child);
	}
	return node;
}

static void survives_any_tree(void **state)
{
	uint32_t seed = 1;
	size_t messages = 0;
	(void)state;
	for (int i = 0; i < RANDOM_TREES; i++) {
		struct arena arena = {NULL};
		struct diagnostics diagnostics = {NULL};
		struct node *root = random_tree(&arena, &seed, RANDOM_DEPTH);
		root->kind = root->first ? NODE_MAP : root->kind;
		resume_check(root, i % 4 ? &native : &foreign, NULL, &arena, &diagnostics);
		for (size_t k = 0; k < diagnostics.count; k++)
			check_message(&diagnostics.items[k]);
		messages += diagnostics.count;
		diagnostics_finish(&diagnostics);
		arena_finish(&arena);
	}
	assert_true(messages > RANDOM_TREES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(misses_a_name),
		cmocka_unit_test(suggests_what_was_meant),
		cmocka_unit_test(tells_of_other_keys_once),
		cmocka_unit_test(leaves_these_keys_alone),
		cmocka_unit_test(knows_sections),
		cmocka_unit_test(lets_own_sections_be),
		cmocka_unit_test(lets_other_programs_keep_what_they_want_in_meta),
		cmocka_unit_test(finds_texts_for_lists),
		cmocka_unit_test(finds_lists_and_maps_for_texts),
		cmocka_unit_test(finds_misshapen_items),
		cmocka_unit_test(finds_misshapen_sections),
		cmocka_unit_test(finds_dates_that_cannot_be),
		cmocka_unit_test(notes_what_is_no_date),
		cmocka_unit_test(finds_ends_before_starts),
		cmocka_unit_test(notes_jobs_that_overlap),
		cmocka_unit_test(notes_only_a_few_overlaps),
		cmocka_unit_test(knows_addresses_that_no_browser_takes),
		cmocka_unit_test(checks_addresses_wherever_they_are),
		cmocka_unit_test(knows_mail_phone_and_doi),
		cmocka_unit_test(looks_at_links_in_text),
		cmocka_unit_test(knows_profiles_and_countries),
		cmocka_unit_test(knows_the_sections_that_meta_speaks_of),
		cmocka_unit_test(cuts_what_it_quotes),
		cmocka_unit_test(says_nothing_twice),
		cmocka_unit_test(misses_nothing_that_has_a_slip),
		cmocka_unit_test(notes_what_strangers_see),
		cmocka_unit_test(reports_paths_that_lead_nowhere),
		cmocka_unit_test(finds_twenty_mistakes),
		cmocka_unit_test(spares_other_schemas),
		cmocka_unit_test(has_nothing_against_good_files),
		cmocka_unit_test(has_nothing_against_the_manual),
		cmocka_unit_test(survives_the_corpus),
		cmocka_unit_test(survives_any_tree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
