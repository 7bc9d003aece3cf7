/* What is found wrong with the keys and shapes of résumés, and what nothing is said about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checked.h"

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

/* Many at once */

/* What people do wrong, one after the other. */
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
		cmocka_unit_test(knows_the_sections_that_meta_speaks_of),
		cmocka_unit_test(cuts_what_it_quotes),
		cmocka_unit_test(says_nothing_twice),
		cmocka_unit_test(misses_nothing_that_has_a_slip),
		cmocka_unit_test(finds_twenty_mistakes),
		cmocka_unit_test(spares_other_schemas),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
