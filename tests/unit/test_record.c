/* The shapes and values of JSON Resume that a tree in vitae's own names is brought to, and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/yaml.h"
#include "describe.h"
#include "resume/dialect.h"
#include "resume/record.h"

#include <stdio.h>

static struct arena arena;
static struct diagnostics diagnostics;

static struct node *read(const char *source)
{
	struct node *root = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(root);
	return root;
}

/* Quotes count for nothing. */
static void forget_quotes(struct node *node)
{
	node->plain = false;
	for (struct node *child = node->first; child; child = child->next)
		forget_quotes(child);
}

static void check_same(struct node *found, const char *expected)
{
	struct node *other = read(expected);
	forget_quotes(other);
	char *texts[] = {describe_node(found), describe_node(other)};
	assert_string_equal(texts[0], texts[1]);
	free(texts[0]);
	free(texts[1]);
}

/* Without "$schema" in front. */
static struct node *record_of(struct node *root)
{
	root = dialect_to_native(dialect_recognise(root), root, &arena, NULL);
	struct node *record = record_make(root, &arena);
	assert_true(text_is(record->first->key, "$schema"));
	record->first = record->first->next;
	record->count--;
	return record;
}

static void finish(void)
{
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

/* Read again, a record is the same record. */
static void check_whole(const char *source, const char *expected)
{
	struct node *record = record_of(read(source));
	check_same(record, expected);
	check_same(record_of(record), expected);
	finish();
}

/* A résumé with one section, which is what stands between a header and the end. */
static void check(const char *section, const char *expected)
{
	static const char header[] = "{basics: {location: {}, profiles: []}, ";
	char source[1024];
	char whole[1024];
	snprintf(source, sizeof source, "{basics: {}, %s}", section);
	snprintf(whole, sizeof whole, "%s%s}", header, expected);
	check_whole(source, whole);
}

static void check_native(const char *source, const char *expected)
{
	struct node *record = record_of(read(source));
	record_make_native(record, &arena);
	check_same(record, expected);
	finish();
}

static void puts_fields_in_order(void **state)
{
	(void)state;
	check("work: [{highlights: [a], name: N, endDate: \"2020\", position: P}]",
		"work: [{name: N, position: P, endDate: \"2020\", highlights: [a]}]");
	/* What is shown in the order of the file stays in it. */
	check("work: [{description: D, foo: a, location: L, name: N}]",
		"work: [{name: N, description: D, foo: a, location: L}]");
	/* Of two for one place, the first has it. */
	check("projects: [{date: a, year: b}]", "projects: [{date: a, year: b}]");
}

static void leaves_out_what_says_nothing(void **state)
{
	(void)state;
	check("work: [{name: N, -url: x, _a: b, x-c: d, summary: ~, foo: []}, {}], notes: [], "
	      "$id: x",
		"work: [{name: N}]");
	check("work: [{name: \"null\"}]", "work: [{name: \"null\"}]");
}

static void writes_dates_in_numbers(void **state)
{
	(void)state;
	check("work: [{name: N, startDate: Mar 2019, endDate: 3. April 2020}]",
		"work: [{name: N, startDate: 2019-03, endDate: 2020-04-03}]");
	check("work: [{name: N, startDate: \"2019\", endDate: heute}]",
		"work: [{name: N, startDate: \"2019\"}]");
	check("work: [{name: N, date: 2019 - 05/2020}]",
		"work: [{name: N, startDate: \"2019\", endDate: 2020-05}]");
	check("work: [{name: N, startDate: 2019-20}]",
		"work: [{name: N, startDate: \"2019\", endDate: \"2020\"}]");
	check("awards: [{title: T, date: 2019/03}]", "awards: [{title: T, date: 2019-03}]");
}

static void keeps_dates_that_are_words(void **state)
{
	(void)state;
	check("work: [{name: N, startDate: Spring 2019, endDate: 2020-05}]",
		"work: [{name: N, date: Spring 2019 \u2013 2020-05}]");
	check("work: [{name: N, startDate: TBA, endDate: \"2020\"}]",
		"work: [{name: N, vitae-startDate: TBA, vitae-endDate: \"2020\"}]");
	check("work: [{name: N, endDate: present}]", "work: [{name: N, vitae-endDate: present}]");
	check("work: [{name: N, startDate: \"3019\"}]", "work: [{name: N, date: 3019 \u2013}]");
	check("awards: [{date: 03/04/2019}]", "awards: [{vitae-date: 03/04/2019}]");
	/* Sections of the author's own are nobody else's. */
	check("Talks: [{title: T, startDate: TBA}]", "Talks: [{title: T, startDate: TBA}]");
}

static void says_a_year_as_a_period(void **state)
{
	(void)state;
	check("education: [{institution: I, date: \"2015\"}]",
		"education: [{institution: I, startDate: \"2015\", endDate: \"2015\"}]");
	check("education: [{institution: I, date: 2015-05}]",
		"education: [{institution: I, date: 2015-05}]");
	check("Talks: [{title: T, date: \"2015\"}]", "Talks: [{title: T, date: \"2015\"}]");
	check_native("{basics: {name: A}, education: [{institution: I, date: \"2015\"}]}",
		"{basics: {name: A}, education: [{institution: I, date: \"2015\"}]}");
}

static void makes_lists_and_texts(void **state)
{
	(void)state;
	check("work: [{name: N, highlights: one}]", "work: [{name: N, highlights: [one]}]");
	check("work: [{name: N, highlights: \"- a\\n- b\"}]",
		"work: [{name: N, highlights: [a, b]}]");
	check("work: [{name: N, highlights: [a, [b, c], d: e, {text: f, url: http://g.h}]}]",
		"work: [{name: N, highlights: [\"a\\n- b\\n- c\", \"d: e\", "
		"\"[f](http://g.h)\"]}]");
	check("work: [{name: N, highlights: [{a: b, c: d}]}]",
		"work: [{name: N, vitae-highlights: [{a: b, c: d}]}]");
	check("work: [{name: N, summary: [a, b]}]", "work: [{name: N, highlights: [a, b]}]");
	check("work: [{name: N, location: {city: Bonn, countryCode: DE}}]",
		"work: [{name: N, location: \"Bonn, DE\"}]");
	check("skills: [C, {Tools: [git, make]}, {name: S, keywords: a}]",
		"skills: [{name: C}, {name: Tools, keywords: [git, make]}, {name: S, keywords: "
		"[a]}]");
	check("languages: {English: native}", "languages: [{language: English, fluency: native}]");
	check("work: [A text]", "work: [{position: A text}]");
	check("skills: \"C, Go\"", "vitae-skills: \"C, Go\"");
}

static void mends_contacts(void **state)
{
	(void)state;
	check_whole("{basics: {email: [a@b.org, c@d.org], phone: [\"1\", \"2\", \"3\"]}}",
		"{basics: {email: a@b.org, vitae-email: c@d.org, phone: \"1\", vitae-phone: "
		"[\"2\", \"3\"], location: {}, profiles: []}}");
	check_whole("{basics: {email: me (at) b.org, url: example.org/x}}",
		"{basics: {vitae-email: me (at) b.org, url: https://example.org/x, location: {}, "
		"profiles: []}}");
	check_whole("{basics: {url: javascript:x, location: Bonn}}",
		"{basics: {vitae-url: javascript:x, location: {city: Bonn}, profiles: []}}");
	check_whole("{basics: {location: {countryCode: Germany}, profiles: [robin]}}",
		"{basics: {location: {vitae-countryCode: Germany}, profiles: [{username: robin, "
		"network: \"\"}]}}");
	check_whole("{basics: [a]}", "{vitae-basics: [a]}");
	check_native("{basics: {email: [a@b.org, c@d.org], url: javascript:x}}",
		"{basics: {email: [a@b.org, c@d.org], url: javascript:x}}");
}

static void takes_employers_apart(void **state)
{
	(void)state;
	/* Neighbours are joined by themselves. */
	check("work: [{name: N, url: http://n.org, positions: [{position: B}, {position: A}]}]",
		"work: [{name: N, position: B, url: http://n.org}, "
		"{name: N, position: A, url: http://n.org}]");
	check("work: [{name: N, startDate: \"2012\", positions: [{position: B, startDate: "
	      "\"2015\"}, "
	      "{position: A, startDate: \"2012\", endDate: \"2015\"}]}]",
		"work: [{name: N, position: B, startDate: \"2015\"}, "
		"{name: N, position: A, startDate: \"2012\", endDate: \"2015\"}]");
	/* What is said of all of them has a place of its own. */
	check("work: [{name: N, summary: S, positions: [{position: B}, A]}, {name: M}]",
		"work: [{name: N, position: B, vitae-employer: {summary: S}}, "
		"{name: N, position: A}, {name: M}]");
	check_native("{basics: {name: A}, work: [{name: N, summary: S, positions: [{position: B}, "
		     "{position: C}]}]}",
		"{basics: {name: A}, work: [{name: N, summary: S, positions: [{position: B}, "
		"{position: C}]}]}");
	/* Those of a neighbour would be taken for theirs. */
	check("work: [{name: N, positions: [{position: B}, {position: C}]}, "
	      "{name: N, position: D}]",
		"work: [{name: N, positions: [{position: B}, {position: C}]}, "
		"{name: N, position: D}]");
}

static void keeps_what_is_nobody_elses(void **state)
{
	(void)state;
	check("patents: [text, {title: T, date: May 2019}], motto: M, Talks: {a: b}",
		"patents: [text, {title: T, date: 2019-05}], motto: M, Talks: {a: b}");
	check("custom: [{title: T, entries: [{name: a, date: 3/2019}]}]",
		"custom: [{title: T, entries: [{name: a, date: 2019-03}]}]");
	check("work: [{name: N}], meta: {order: [work], lang: de, lastModified: May, hide: notes}",
		"work: [{name: N}], meta: {order: [work], lang: de, lastModified: May, hide: "
		"notes}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_fields_in_order),
		cmocka_unit_test(leaves_out_what_says_nothing),
		cmocka_unit_test(writes_dates_in_numbers),
		cmocka_unit_test(keeps_dates_that_are_words),
		cmocka_unit_test(says_a_year_as_a_period),
		cmocka_unit_test(makes_lists_and_texts),
		cmocka_unit_test(mends_contacts),
		cmocka_unit_test(takes_employers_apart),
		cmocka_unit_test(keeps_what_is_nobody_elses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
