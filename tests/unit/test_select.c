/* Which part of a résumé is left when sections are asked for, or what is not private. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "data/yaml.h"
#include "describe.h"
#include "resume/select.h"

static void check(const char *source, struct selection selection, enum select_result result,
	const char *expected)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct node *root = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(root);
	assert_int_equal(select_part(root, &selection, &arena, &diagnostics), result);
	assert_int_equal(diagnostics.count, result == SELECT_GOOD ? 0 : 1);
	char *found = describe_node(root);
	assert_string_equal(result == SELECT_GOOD ? found : diagnostics.items[0].message, expected);
	free(found);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void check_sections(const char *source, const char *sections, const char *expected)
{
	check(source, (struct selection){.sections = sections}, SELECT_GOOD, expected);
}

static void check_public(const char *source, const char *expected)
{
	check(source, (struct selection){.is_public = true}, SELECT_GOOD, expected);
}

static void leaves_all_unless_asked(void **state)
{
	(void)state;
	check("{work: [a], notes: [b]}", (struct selection){0}, SELECT_GOOD,
		"{work: [a], notes: [b]}");
	check("text", (struct selection){.sections = "work", .is_public = true}, SELECT_GOOD,
		"text");
}

static void keeps_sections(void **state)
{
	static const char source[] =
		"{basics: {name: A}, work: [a], my_talks: [b], meta: {order: [my_talks]}}";
	(void)state;
	check_sections(source, "work", "{work: [a], meta: {order: []}}");
	check_sections(
		source, "My Talks, work", "{work: [a], my_talks: [b], meta: {order: [my_talks]}}");
	check_sections(source, "basics", "{basics: {name: A}, meta: {order: []}}");
	check_sections(source, "work,work", "{work: [a], meta: {order: []}}");
	check_sections(source, "experience", "{work: [a], meta: {order: []}}");
	check_sections("{work: [a], notes: [b]}", "Berufserfahrung", "{work: [a]}");
}

/* What is shown above a section is how a reader knows it. */
static void finds_the_titles_of_meta(void **state)
{
	static const char source[] = "{work: [a], notes: [b], meta: {titles: {notes: Odd & Ends, "
				     "work: Places}}}";
	(void)state;
	check_sections(source, "odd & ends", "{notes: [b], meta: {titles: {notes: Odd & Ends}}}");
	check_sections(source, "Places", "{work: [a], meta: {titles: {work: Places}}}");
	check_sections("{work: [a], notes: [b], meta: {titles: {notes: Experience}}}", "experience",
		"{notes: [b], meta: {titles: {notes: Experience}}}");
	check("{work: [a], meta: {titles: {gone: Ends}}}", (struct selection){.sections = "Ends"},
		SELECT_NO_SECTION, "there is no section 'Ends'; there are: work");
}

static void forgets_what_meta_says_of_others(void **state)
{
	(void)state;
	check_sections("{work: [a], notes: [b], custom: {T: [c]}, meta: {hide: [wrok], lang: de, "
		       "order: [notes, T, work], titles: {T: t, work: w}, group: {T: year}}}",
		"work",
		"{work: [a], meta: {hide: [wrok], lang: de, order: [work], titles: {work: w}, "
		"group: {}}}");
	check_public("{work: [a], notes: [b], x: [c], meta: {hide: [notes], private: [x], "
		     "titles: {notes: n, x: y, work: w}}}",
		"{work: [a], x: , meta: {hide: [], private: , titles: {work: w}}}");
}

static void keeps_own_sections(void **state)
{
	(void)state;
	check_sections(
		"{work: [a], custom: {Talks: [b], Games: [c]}}", "talks", "{custom: {Talks: [b]}}");
	check_sections("{custom: [{title: A Talk, entries: [b]}, {title: G, entries: [c]}]}",
		"a-talk", "{custom: [{title: A Talk, entries: [b]}]}");
	check_sections(
		"{work: [a], custom: {T: [b], G: [c]}}", "custom", "{custom: {T: [b], G: [c]}}");
}

static void says_which_sections_there_are(void **state)
{
	static const char source[] =
		"{work: [a], notes: [], hidden: [x], -gone: [y], custom: {T: [b]}, "
		"meta: {hide: hidden}}";
	(void)state;
	check(source, (struct selection){.sections = "work,wrok"}, SELECT_NO_SECTION,
		"there is no section 'wrok'; there are: work, T");
	check(source, (struct selection){.sections = "hidden"}, SELECT_NO_SECTION,
		"there is no section 'hidden'; there are: work, T");
	check(source, (struct selection){.sections = "work,"}, SELECT_NO_SECTION,
		"there is no section ''; there are: work, T");
	check(source, (struct selection){.sections = "meta"}, SELECT_NO_SECTION,
		"there is no section 'meta'; there are: work, T");
}

static void leaves_out_private_fields(void **state)
{
	(void)state;
	check_public("{basics: {name: A, phone: 1, location: {address: x, city: C}},"
		     " meta: {private: [basics.phone, basics.location.address]}}",
		"{basics: {name: A, location: {city: C}}, meta: {private: }}");
	check_public("{work: [{name: a, salary: 1}, {salary: 2}, text],"
		     " meta: {private: work.salary}}",
		"{work: [{name: a}, {}], meta: {private: }}");
	check_public("{references: [{name: A}], meta: {private: [references, basics.phone, work]}}",
		"{references: , meta: {private: }}");
	check_public("{custom: {Talks: [{fee: 1, name: t}]}, meta: {private: [Talks.fee]}}",
		"{custom: {Talks: [{name: t}]}, meta: {private: }}");
}

static void leaves_out_fields_of_own_sections(void **state)
{
	(void)state;
	check_public("{custom: [{title: Odd jobs, fee: 0, entries: [{fee: 1, name: n}]}],"
		     " meta: {private: [odd jobs.fee]}}",
		"{custom: [{title: Odd jobs, entries: [{name: n}]}], meta: {private: }}");
	check_public(
		"{custom: [{title: Odd jobs, entries: text}], meta: {private: [odd jobs.fee]}}",
		"{custom: [{title: Odd jobs, entries: }], meta: {private: }}");
	check_public("{custom: [{title: Odd jobs, entries: [a]}], meta: {private: [Odd Jobs]}}",
		"{custom: [], meta: {private: }}");
}

/* Who does not know the names of the table may not learn it by what others see. */
static void takes_other_names_in_private(void **state)
{
	(void)state;
	check_public("{basics: {phone: 1, label: l}, meta: {private: [contact.telephone]}}",
		"{basics: {label: l}, meta: {private: }}");
	check_public("{basics: {phone: 1, label: l}, meta: {private: [basics.Telephone]}}",
		"{basics: {label: l}, meta: {private: }}");
	check_public("{basics: {location: Street 1}, meta: {private: [basics.location.address]}}",
		"{basics: {}, meta: {private: }}");
}

/* Two names for the same thing are the same secret, and so are sections that are there twice. */
static void leaves_out_all_that_a_path_means(void **state)
{
	(void)state;
	check_public("{basics: {phone: 1, mobile: 2, tel: 3, label: l}, personal: {phone: 4}, "
		     "meta: {private: [basics.phone]}}",
		"{basics: {label: l}, personal: {}, meta: {private: }}");
	check_public("{work: [{name: a, summary: s}], experience: [{summary: t}], "
		     "meta: {private: [work.summary]}}",
		"{work: [{name: a}], experience: [{}], meta: {private: }}");
	check_public("{custom: [{title: T, entries: [a]}, {title: T, entries: [b]}], "
		     "meta: {private: [T]}}",
		"{custom: [, ], meta: {private: }}");
	check_public("{work: {title: Jobs, entries: [{salary: 1, name: n}]}, "
		     "meta: {private: [work.salary]}}",
		"{work: {title: Jobs, entries: [{name: n}]}, meta: {private: }}");
	check_public("{basics: {phone: 1}, Meta: {Private: [basics.phone]}}",
		"{basics: {}, Meta: {Private: }}");
}

static void refuses(const char *source, const char *message)
{
	check(source, (struct selection){.is_public = true}, SELECT_BAD_CONTENT, message);
}

/* Else what the path was meant for would be seen. */
static void refuses_a_path_that_leads_nowhere(void **state)
{
	(void)state;
	refuses("{work: [{summary: s}], meta: {private: [work.0.summary]}}",
		"'work.0.summary' in meta.private keeps nothing private, since there is no '0'; "
		"write the keys that lead to a value, as in basics.phone");
	refuses("{basics: {phone: 1}, meta: {private: 'basics.phone, basics.email'}}",
		"'basics.phone, basics.email' in meta.private keeps nothing private, since there "
		"is "
		"no 'phone, basics'; write the keys that lead to a value, as in basics.phone");
	refuses("{basics: {phone: 1}, meta: [{private: [basics.phone]}]}",
		"meta is no map, so that nobody knows what is private; write 'private:' below it, "
		"indented");
}

static void leaves_out_what_is_hidden(void **state)
{
	(void)state;
	check_public("{work: [a], notes: [b], x-later: [c], meta: {hide: [notes]}}",
		"{work: [a], meta: {hide: []}}");
}

static void refuses_what_is_no_list(void **state)
{
	(void)state;
	refuses("{work: [a], meta: {private: {work: yes}}}",
		"meta.private is no list of paths such as basics.phone, so that nobody knows what "
		"is private; write - basics.phone");
}

static void refuses_very_many_paths(void **state)
{
	struct buffer source = {0};
	(void)state;
	buffer_add(&source, TEXT("{work: [a], meta: {private: ["));
	for (int i = 0; i <= SECRETS_MOST; i++)
		buffer_add(&source, TEXT("notes, "));
	buffer_add(&source, text_from("]}}"));
	buffer_add_byte(&source, '\0');
	check(source.bytes, (struct selection){.is_public = true}, SELECT_BAD_CONTENT,
		"meta.private has more than 256 paths; name what holds them instead, as in - "
		"references");
	buffer_finish(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_all_unless_asked),
		cmocka_unit_test(keeps_sections),
		cmocka_unit_test(finds_the_titles_of_meta),
		cmocka_unit_test(forgets_what_meta_says_of_others),
		cmocka_unit_test(keeps_own_sections),
		cmocka_unit_test(says_which_sections_there_are),
		cmocka_unit_test(leaves_out_private_fields),
		cmocka_unit_test(leaves_out_fields_of_own_sections),
		cmocka_unit_test(takes_other_names_in_private),
		cmocka_unit_test(leaves_out_all_that_a_path_means),
		cmocka_unit_test(refuses_a_path_that_leads_nowhere),
		cmocka_unit_test(leaves_out_what_is_hidden),
		cmocka_unit_test(refuses_what_is_no_list),
		cmocka_unit_test(refuses_very_many_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
