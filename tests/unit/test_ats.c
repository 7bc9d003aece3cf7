/* Text for forms: what stands on a line, and where addresses are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "written.h"

#include <locale.h>

static void check(const char *expected)
{
	doc_finish(&doc);
	check_written("ats", (struct format_settings){.width = 20}, expected);
}

static void add_dot(struct runs *runs, enum role role, const char *next)
{
	doc_add_run(&doc, runs, role, TEXT(" \u00b7 "));
	doc_add_run(&doc, runs, role, text_from(next));
}

static void writes_an_empty_document(void **state)
{
	(void)state;
	check("");
}

static void writes_contacts_with_labels(void **state)
{
	(void)state;
	struct block *header = add_with_aside(doc.root, BLOCK_HEADER, "Zoë Ångström", "Engineer");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	struct block *picture = doc_add_block(&doc, contacts, BLOCK_FIELD);
	add_link(&picture->text, "Picture", "https://example.org/z.jpg");
	add_link(&add_field(contacts, "Email", "")->text, "z@example.org", "mailto:z@example.org");
	add_link(&add_field(contacts, "Phone", "")->text, "+1 555 01", "tel:+155501");
	add_link(&add_field(contacts, "Web", "")->text, "example.org", "https://www.example.org/");
	add_link(&add_field(contacts, "Blog:", "")->text, "example.org", "example.org");
	add_link(&add_field(contacts, "GitHub", "")->text, "Zoe", "https://github.com/zoe/");
	add_link(&add_field(contacts, "Fedi", "")->text, "@z@a", "https://a.example/@z");
	add_link(&add_field(contacts, "Other", "")->text, "oe", "https://other.example/zoe");
	add_field(contacts, "Location", "Oslo");
	add_field(contacts, "", "no label");
	add_field(contacts, "\u00ad", "an invisible label");
	add_field(contacts, "no text", "");
	check("Zoë Ångström\n"
	      "Engineer\n"
	      "\n"
	      "Picture: https://example.org/z.jpg\n"
	      "Email: z@example.org\n"
	      "Phone: +1 555 01\n"
	      "Web: https://www.example.org/\n"
	      "Blog: https://example.org\n"
	      "GitHub: https://github.com/zoe/\n"
	      "Fedi: @z@a (https://a.example/@z)\n"
	      "Other: oe (https://other.example/zoe)\n"
	      "Location: Oslo\n"
	      "no label\n"
	      "an invisible label\n"
	      "no text\n");
}

static void writes_entries_line_by_line(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Experience");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "Engineer, ", "2019 – Present");
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT(" \u00b7 2 yr"))->spare = true;
	add_link(&entry->text, "Acme", "https://acme.example");
	struct block *remarks = doc_add_block(&doc, entry, BLOCK_DETAIL);
	doc_add_run(&doc, &remarks->text, ROLE_DETAIL, TEXT("Oslo, Norway"));
	add_dot(&remarks->text, ROLE_DETAIL, "Makers of buoys");
	add(entry, BLOCK_PARAGRAPH, "Leads  a\u00a0 group\nof “six”…");
	struct block *item = add(entry, BLOCK_ITEM, "Built\nit.");
	add(item, BLOCK_ITEM, "inner");
	add(entry, BLOCK_ITEM, "counted")->marker = TEXT("1.");
	struct block *detail = doc_add_block(&doc, entry, BLOCK_DETAIL);
	doc_add_run(&doc, &detail->text, ROLE_LABEL, TEXT("Keywords: "));
	doc_add_run(&doc, &detail->text, ROLE_TERM, TEXT("C"));
	add_dot(&detail->text, ROLE_TEXT, "Go");
	struct block *inner = add_with_aside(entry, BLOCK_ENTRY, "Trainee", "2018");
	add_link(&inner->text, "one", "https://example.org/1");
	add_link(&inner->text, "two", "https://example.org/2");
	check("Experience\n"
	      "\n"
	      "Engineer, Acme\n"
	      "2019 - Present\n"
	      "https://acme.example\n"
	      "Oslo, Norway\n"
	      "Makers of buoys\n"
	      "Leads a group\n"
	      "of \"six\"...\n"
	      "* Built it.\n"
	      "- inner\n"
	      "1. counted\n"
	      "Keywords: C, Go\n"
	      "\n"
	      "* Traineeone (https://example.org/1)two (https://example.org/2), 2018\n");
}

static void names_several_addresses(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "", "US1");
	add_dot(&entry->aside, ROLE_ASIDE, "2018");
	add_link(&entry->text, "one", "https://example.org/1");
	add_link(&entry->text, "a@example.org", "mailto:a@example.org");
	add_link(&entry->text, "two", "https://example.org/2");
	add(entry, BLOCK_PARAGRAPH, "text");
	add_link(&add(section, BLOCK_ENTRY, "")->text, "example.org", "https://example.org");
	check("S\n"
	      "\n"
	      "onea@example.orgtwo\n"
	      "US1\n"
	      "2018\n"
	      "one: https://example.org/1\n"
	      "two: https://example.org/2\n"
	      "text\n"
	      "\n"
	      "example.org\n"
	      "https://example.org\n");
}

static void writes_short_entries_as_a_list(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Patents");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "", "US1");
	add_link(&entry->text, "Float", "https://example.org");
	add_dot(&entry->aside, ROLE_ASIDE, "2018");
	add_with_aside(section, BLOCK_ENTRY, "Raft", "2019");
	check("Patents\n\n* Float (https://example.org), US1, 2018\n* Raft, 2019\n");
}

static void parts_what_has_commas_otherwise(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add_dot(&add_field(section, "Plain", "C")->text, ROLE_TEXT, "Go");
	add_dot(&add_field(section, "Names", "Bee, A.")->text, ROLE_TEXT, "Cee, D.");
	check("S\n\nPlain: C, Go\nNames: Bee, A.; Cee, D.\n");
}

static void keeps_verbatim_blanks(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(section, BLOCK_VERBATIM, "  a  b  \n\n    “c”");
	check("S\n\n  a  b\n\n    \"c\"\n");
}

static void wraps_if_asked(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *item = add(section, BLOCK_ITEM, "an item of some words ");
	add_link(&item->text, "here", "https://example.org/a/long/one");
	doc_finish(&doc);
	check_written("ats", (struct format_settings){.width = 16, .wraps = true},
		"S\n\n* an item of\nsome words here\n(https://example.org/a/long/one)\n");
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(writes_an_empty_document),
		on_document(writes_contacts_with_labels),
		on_document(writes_entries_line_by_line),
		on_document(names_several_addresses),
		on_document(writes_short_entries_as_a_list),
		on_document(parts_what_has_commas_otherwise),
		on_document(keeps_verbatim_blanks),
		on_document(wraps_if_asked),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
