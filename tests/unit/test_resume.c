/* The table of sections and fields, and a résumé read through it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/yaml.h"
#include "describe.h"
#include "resume/resume.h"

#include <stdlib.h>
#include <string.h>

/* The table */

static const struct section *section_of(const char *key)
{
	return schema_find_section(text_from(key));
}

/* Of two rows with one key, the second would never be found. */
static void check_fields(const char *name, const struct field *fields)
{
	assert_non_null(fields);
	for (const struct field *field = fields; field->key; field++) {
		struct text key = text_from(field->key);
		if (schema_find_field(fields, key) != field)
			fail_msg("%s.%s is there twice", name, field->key);
		if (field->slot >= SLOT_COUNT || resume_key_is_hidden(key))
			fail_msg("%s.%s cannot be shown", name, field->key);
	}
}

/* Details need a label to stand behind; others have no place for one. */
static void check_labels(const char *name, const struct field *fields)
{
	for (const struct field *field = fields; field->key; field++) {
		bool labelled = field->slot == SLOT_DETAIL || field->slot == SLOT_KEYWORDS;
		if (labelled != (field->label != NULL))
			fail_msg("%s.%s: a label says nothing or is missing", name, field->key);
	}
}

static bool has_slot(const struct section *section, enum slot slot)
{
	for (const struct field *field = section->fields; field->key; field++) {
		if (field->slot == slot)
			return true;
	}
	return false;
}

static void has_no_key_twice(void **state)
{
	size_t count = 0;
	(void)state;
	for (const struct section *section = schema_sections; section->key; section++) {
		if (section_of(section->key) != section)
			fail_msg("%s is there twice", section->key);
		assert_non_null(section->title);
		check_fields(section->key, section->fields);
		check_labels(section->key, section->fields);
		count++;
	}
	check_fields("custom", schema_custom.fields);
	check_labels("custom", schema_custom.fields);
	check_fields("basics", schema_basics);
	check_fields("profiles", schema_profile);
	check_fields("location", schema_location);
	check_fields("meta", schema_meta);
	assert_int_equal(count, 14);
}

static void names_entries_by_a_slot_they_have(void **state)
{
	(void)state;
	for (const struct section *section = schema_sections; section->key; section++) {
		if (!has_slot(section, section->id) || !has_slot(section, section->linked))
			fail_msg("%s has no field for its own slot", section->key);
		if (section->look == LOOK_FIELDS && !has_slot(section, SLOT_LABEL))
			fail_msg("%s looks like fields and has no label", section->key);
	}
	assert_true(has_slot(&schema_custom, schema_custom.id));
}

static void knows_all_of_json_resume(void **state)
{
	static const struct {
		const char *section;
		const char *fields;
	} rows[] = {
		{"work", "name location description position url startDate endDate summary "
			 "highlights positions keywords"},
		{"volunteer", "organization position url startDate endDate summary highlights "
			      "location"},
		{"education", "institution url area studyType startDate endDate score courses "
			      "location summary highlights"},
		{"awards", "title date awarder summary url"},
		{"certificates", "name date url issuer summary expires"},
		{"publications", "name publisher releaseDate url summary authors doi"},
		{"skills", "name level keywords"},
		{"languages", "language fluency"},
		{"interests", "name keywords"},
		{"references", "name reference role email phone url"},
		{"projects", "name description highlights keywords startDate endDate url roles "
			     "entity type year repo summary"},
		{"patents", "title number status office filingDate date inventors assignee url "
			    "summary"},
		{"tools", "name use url level keywords"},
		{"notes", "title url year date publisher summary"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct section *section = section_of(rows[i].section);
		struct text rest = text_from(rows[i].fields);
		assert_non_null(section);
		while (rest.length) {
			size_t end = text_find(rest, 0, ' ');
			if (!schema_find_field(section->fields, text_slice(rest, 0, end)))
				fail_msg("%s: %s", section->key, rest.bytes);
			rest = text_slice(rest, end + 1, rest.length);
		}
	}
	assert_null(section_of("basics"));
	assert_null(section_of("Work"));
	assert_null(section_of(""));
}

static enum field_type type_in_basics(const char *key)
{
	const struct field *field = schema_find_field(schema_basics, text_from(key));
	assert_non_null(field);
	return field->type;
}

static void knows_contacts(void **state)
{
	(void)state;
	assert_int_equal(type_in_basics("email"), FIELD_EMAIL);
	assert_int_equal(type_in_basics("phone"), FIELD_PHONE);
	assert_int_equal(type_in_basics("url"), FIELD_URL);
	assert_null(schema_find_field(schema_basics, TEXT("work")));
}

/* Reading */

struct reading {
	struct arena arena;
	struct diagnostics diagnostics;
	struct resume resume;
	bool good;
};

static struct reading read_resume(const char *source)
{
	struct reading reading = {0};
	const struct node *root =
		yaml_read(text_from(source), &reading.arena, &reading.diagnostics);
	assert_non_null(root);
	reading.good = resume_read(root, &reading.arena, &reading.diagnostics, &reading.resume);
	return reading;
}

static void finish(struct reading *reading)
{
	diagnostics_finish(&reading->diagnostics);
	arena_finish(&reading->arena);
}

/* "key=title/count", for each section, with "*" behind those shown by year. */
static void check_sections(const char *source, const char *expected)
{
	struct reading reading = read_resume(source);
	struct buffer buffer = {0};
	const struct resume_section *last = NULL;
	assert_true(reading.good);
	for (const struct resume_section *section = reading.resume.first; section;
		section = section->next) {
		char line[200];
		size_t count = 0;
		for (const struct entry *entry = section->first; entry; entry = entry->next)
			count++;
		assert_int_equal(count, section->count);
		int length = snprintf(line, sizeof(line), "%s%.*s=%.*s/%zu%s", last ? ", " : "",
			(int)section->key.length, section->key.bytes, (int)section->title.length,
			section->title.bytes, section->count, section->by_year ? "*" : "");
		buffer_add(&buffer, (struct text){line, (size_t)length});
		last = section;
	}
	assert_ptr_equal(last, reading.resume.last);
	buffer_add_byte(&buffer, '\0');
	assert_string_equal(buffer.bytes, expected);
	buffer_finish(&buffer);
	finish(&reading);
}

static void takes_sections_in_file_order(void **state)
{
	(void)state;
	check_sections("skills: [a]\nbasics: {name: x}\nwork: [{name: b}, {name: c}]\n",
		"skills=Skills/1, work=Experience/2");
	check_sections("notes: [a, null, b, '']\nwork: []\nawards: ~\n", "notes=Notes/2");
	check_sections("work: {name: b}\n", "work=Experience/1");
	check_sections("notes: one text\n", "notes=Notes/0");
}

static void obeys_meta_order(void **state)
{
	(void)state;
	check_sections("meta: {order: [c, a]}\na: [1]\nb: [1]\nc: [1]\n", "c=C/1, a=A/1, b=B/1");
	check_sections(
		"a: [1]\nb: [1]\nmeta: {order: [missing, b, b, meta, basics]}\n", "b=B/1, a=A/1");
	check_sections("meta: {order: }\na: [1]\nb: [1]\n", "a=A/1, b=B/1");
	check_sections("meta: {order: b}\na: [1]\nb: [1]\n", "b=B/1, a=A/1");
	check_sections("meta: none\na: [1]\n", "a=A/1");
}

static void obeys_meta_titles(void **state)
{
	(void)state;
	check_sections("meta: {titles: {work: Jobs, talks: '', b: [x]}}\nwork: [a]\ntalks: [b]\n"
		       "b: [c]\n",
		"work=Jobs/1, talks=Talks/1, b=B/1");
	check_sections(
		"meta: {titles: {Fun Facts: Fun}}\ncustom:\n  Fun Facts: [a]\n", "Fun Facts=Fun/1");
}

static void obeys_meta_hide(void **state)
{
	(void)state;
	check_sections("meta: {hide: [b, missing]}\na: [1]\nb: [1]\n", "a=A/1");
	check_sections("meta: {hide: [b], order: [b, a]}\na: [1]\nb: [1]\n", "a=A/1");
	struct reading reading = read_resume("meta: {hide: [basics]}\nbasics: {name: x}\na: b\n");
	assert_null(reading.resume.basics);
	finish(&reading);
}

static void groups_by_year_when_asked_or_when_many(void **state)
{
	static const char *const eight = "projects: [{year: 1}, {year: 1}, {date: 1}, {year: 1}, "
					 "{startDate: 1}, {endDate: 1}, {year: 1}, {year: 1}";
	char source[300];
	(void)state;
	check_sections(
		"meta: {group: {projects: year}}\nprojects: [{name: a}]\n", "projects=Projects/1*");
	check_sections("meta: {group: {talks: year}}\ntalks: [{name: a}]\n", "talks=Talks/1*");
	check_sections("projects: [{name: a, year: 2000}]\n", "projects=Projects/1");
	snprintf(source, sizeof(source), "%s, {name: a}]\n", eight);
	check_sections(source, "projects=Projects/9");
	snprintf(source, sizeof(source), "%s, {year: 1}]\n", eight);
	check_sections(source, "projects=Projects/9*");
	snprintf(
		source, sizeof(source), "meta: {group: {projects: none}}\n%s, {year: 1}]\n", eight);
	check_sections(source, "projects=Projects/9");
}

static void takes_custom_sections_in_both_shapes(void **state)
{
	(void)state;
	check_sections("custom:\n- {title: Talks, entries: [a, b]}\n- {title: Press, entries: c}\n",
		"Talks=Talks/2, Press=Press/0");
	check_sections("custom:\n  Talks: [a, b]\n  press_coverage: [c]\n  Facts: {x: y}\n",
		"Talks=Talks/2, press_coverage=press_coverage/1, Facts=Facts/1");
	check_sections("custom:\n- one\n- {title: x, other: y}\n- []\n",
		"custom=Custom/0, custom=Custom/1");
	check_sections("custom: text\n", "custom=Custom/0");
	check_sections("custom: []\na: b\n", "a=A/0");
}

static void shows_unknown_sections(void **state)
{
	(void)state;
	check_sections("side_projects: [a]\nopenSource: [a]\nFun Facts: [a]\nAPI: [a]\nx2y: [a]\n"
		       "été: [a]\n",
		"side_projects=Side Projects/1, openSource=Open Source/1, Fun Facts=Fun Facts/1, "
		"API=API/1, x2y=X2y/1, été=été/1");
}

static void skips_hidden_keys(void **state)
{
	(void)state;
	check_sections(
		"$schema: http://x\n-a: [1]\n_b: [1]\nx-c: [1]\nX-d: [1]\nxe: [1]\nmeta: {}\n",
		"xe=Xe/1");
	check_sections("'': [1]\n", "=Other/1");
	assert_false(resume_key_is_hidden(TEXT("")));
	assert_false(resume_key_is_hidden(TEXT("x")));
	assert_false(resume_key_is_hidden(TEXT("a-b")));
}

static void check_refused(const char *source, const char *message)
{
	struct reading reading = read_resume(source);
	char *messages = describe_messages(&reading.diagnostics);
	assert_false(reading.good);
	assert_string_equal(messages, message);
	free(messages);
	finish(&reading);
}

static void refuses_what_is_no_resume(void **state)
{
	(void)state;
	check_refused("\n- a\n",
		"f:2:1: error: the file holds a list instead of sections; see vitae(5)\n");
	check_refused("name:x\n",
		"f:1:1: error: the file holds a single text instead of sections; is there a space "
		"missing behind a colon?\n");
	check_refused(
		"~\n", "f:1:1: error: the file is empty; vitae(5) describes what it may hold\n");
	check_refused("{}\n", "f:1:1: error: the file has no section that holds anything; "
			      "vitae(5) describes them\n");
	check_refused("meta: {order: [a]}\n_a: b\nwork: []\n",
		"f:1:1: error: the file has no section that holds anything; vitae(5) describes "
		"them\n");
}

/* "slot=text" for the slots in order, then "label:text" for the details. */
static void check_entry(const char *section, const char *source, const char *expected)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct buffer buffer = {0};
	const struct section *schema = section ? section_of(section) : &schema_custom;
	const struct node *node = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(node);
	const struct entry *entry = resume_read_entry(schema, node, &arena);
	assert_ptr_equal(entry->node, node);
	for (int slot = 0; slot < SLOT_REMARK; slot++) {
		if (!entry->slots[slot])
			continue;
		char *value = describe_node(entry->slots[slot]);
		struct text text = arena_format(&arena, "%d=%s ", slot, value);
		buffer_add(&buffer, text);
		free(value);
	}
	for (const struct detail *detail = entry->details; detail; detail = detail->next) {
		char *value = describe_node(detail->node);
		struct text text = arena_format(
			&arena, "%.*s:%s ", (int)detail->label.length, detail->label.bytes, value);
		buffer_add(&buffer, text);
		free(value);
		assert_true(detail->next || detail == entry->last_detail);
	}
	buffer_add_byte(&buffer, '\0');
	assert_string_equal(buffer.bytes, expected);
	buffer_finish(&buffer);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void puts_fields_into_slots(void **state)
{
	char expected[200];
	(void)state;
	snprintf(expected, sizeof(expected), "%d=p %d=n %d=[h] :l Team Size:4 ", SLOT_TITLE,
		SLOT_ORGANISATION, SLOT_ITEMS);
	check_entry("work", "{name: n, location: l, position: p, teamSize: 4, highlights: [h]}",
		expected);
	snprintf(expected, sizeof(expected), "%d=t %d=2001 Date:2002 ", SLOT_TITLE, SLOT_DATE);
	check_entry("notes", "{title: t, year: 2001, date: 2002}", expected);
	snprintf(expected, sizeof(expected), "%d=t Name:n ", SLOT_TITLE);
	check_entry(NULL, "{title: t, name: n}", expected);
	snprintf(expected, sizeof(expected), "%d=i Courses:[a, b] Score:1 ", SLOT_ORGANISATION);
	check_entry("education", "{institution: i, courses: [a, b], score: 1}", expected);
}

/* Where there is room for one text only, anything else is shown behind its name. */
static void makes_details_of_misshapen_fields(void **state)
{
	char expected[200];
	(void)state;
	snprintf(expected, sizeof(expected), "%d=[t] Start Date:[2015] ", SLOT_TITLE);
	check_entry("work", "{startDate: [2015], position: [t]}", expected);
	snprintf(expected, sizeof(expected), "%d=t Number:[1, 2] ", SLOT_TITLE);
	check_entry("patents", "{title: t, number: [1, 2]}", expected);
	snprintf(expected, sizeof(expected), "%d=t Use:[a] ", SLOT_TITLE);
	check_entry("tools", "{name: t, use: [a]}", expected);
}

static void skips_empty_and_hidden_fields(void **state)
{
	char expected[100];
	(void)state;
	snprintf(expected, sizeof(expected), "%d=p ", SLOT_TITLE);
	check_entry(
		"work", "{name: , url: [], position: p, _note: x, x-y: z, more: {a: ~}}", expected);
}

static void takes_a_scalar_for_what_names_an_entry(void **state)
{
	char expected[100];
	(void)state;
	snprintf(expected, sizeof(expected), "%d=C ", SLOT_LABEL);
	check_entry("skills", "C", expected);
	check_entry("languages", "C", expected);
	snprintf(expected, sizeof(expected), "%d=C ", SLOT_TITLE);
	check_entry("tools", "C", expected);
	check_entry(NULL, "C", expected);
	check_entry("work", "C", expected);
	check_entry("work", "[a, b]", "");
}

static void reads_many_sections_at_once(void **state)
{
	enum { MANY = 20000 };
	struct buffer source = {0};
	(void)state;
	buffer_add(&source, TEXT("meta: {order: ["));
	for (int i = MANY; i > 0; i--) {
		char word[32];
		int length = snprintf(word, sizeof(word), "s%d,", i);
		buffer_add(&source, (struct text){word, (size_t)length});
	}
	buffer_add(&source, TEXT("]}\n"));
	for (int i = 1; i <= MANY; i++) {
		char word[32];
		int length = snprintf(word, sizeof(word), "s%d: t\n", i);
		buffer_add(&source, (struct text){word, (size_t)length});
	}
	buffer_add_byte(&source, '\0');
	struct reading reading = read_resume(source.bytes);
	int expected = MANY;
	for (const struct resume_section *section = reading.resume.first; section;
		section = section->next)
		assert_int_equal(atoi(section->key.bytes + 1), expected--);
	assert_int_equal(expected, 0);
	finish(&reading);
	buffer_finish(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_no_key_twice),
		cmocka_unit_test(names_entries_by_a_slot_they_have),
		cmocka_unit_test(knows_all_of_json_resume),
		cmocka_unit_test(knows_contacts),
		cmocka_unit_test(takes_sections_in_file_order),
		cmocka_unit_test(obeys_meta_order),
		cmocka_unit_test(obeys_meta_titles),
		cmocka_unit_test(obeys_meta_hide),
		cmocka_unit_test(groups_by_year_when_asked_or_when_many),
		cmocka_unit_test(takes_custom_sections_in_both_shapes),
		cmocka_unit_test(shows_unknown_sections),
		cmocka_unit_test(skips_hidden_keys),
		cmocka_unit_test(refuses_what_is_no_resume),
		cmocka_unit_test(puts_fields_into_slots),
		cmocka_unit_test(makes_details_of_misshapen_fields),
		cmocka_unit_test(skips_empty_and_hidden_fields),
		cmocka_unit_test(takes_a_scalar_for_what_names_an_entry),
		cmocka_unit_test(reads_many_sections_at_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
