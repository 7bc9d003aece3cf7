/* Blocks as lines, and the lines of a whole document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "check_flow.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void prints_titles_with_dates_at_the_edge(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	struct block *entry =
		add_with_aside(section, BLOCK_ENTRY, "Engineer, Example", "2015 – 2019");
	add(entry, BLOCK_PARAGRAPH, "Text.");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 40,
		"Work\n"
		"Engineer, Example            2015 – 2019\n"
		"  Text.\n");
	/* As narrow as both fit, with two columns between them. */
	check(MEDIUM_PRINT, 30,
		"Work\n"
		"Engineer, Example  2015 – 2019\n"
		"  Text.\n");
	/* One less: the date goes below. */
	check(MEDIUM_PRINT, 29,
		"Work\n"
		"Engineer, Example\n"
		"  2015 – 2019\n"
		"  Text.\n");
	check(MEDIUM_PRINT, 10,
		"Work\n"
		"Engineer,\n"
		"Example\n"
		"  2015 –\n"
		"  2019\n"
		"  Text.\n");
}

static void wraps_long_titles_beside_dates(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY,
		"Senior Engineer of Large and Long Winded Titles", "2015 – 2019");
	add(entry, BLOCK_ITEM, "x");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 48,
		"Work\n"
		"Senior Engineer of Large and Long\n"
		"Winded Titles                        2015 – 2019\n"
		"  • x\n");
	check(MEDIUM_SCREEN, 50,
		"  ▾ Work\n"
		"    ▾ Senior Engineer of Large and     2015 – 2019\n"
		"      Long Winded Titles\n"
		"      • x\n");
}

/* An entry whose dates are followed by what they can do without. */
static struct block *add_spare(struct block *parent, const char *title)
{
	struct block *entry = add_with_aside(parent, BLOCK_ENTRY, title, "2015 – 2019");
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT(" · 5 yr"))->spare = true;
	return entry;
}

static void leaves_out_what_dates_can_spare(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	add(add_spare(section, "Engineer, Example"), BLOCK_PARAGRAPH, "Text.");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 37,
		"Work\n"
		"Engineer, Example  2015 – 2019 · 5 yr\n"
		"  Text.\n");
	check(MEDIUM_PRINT, 36,
		"Work\n"
		"Engineer, Example        2015 – 2019\n"
		"  Text.\n");
	/* Below there is room again, and then none. */
	check(MEDIUM_PRINT, 29,
		"Work\n"
		"Engineer, Example\n"
		"  2015 – 2019 · 5 yr\n"
		"  Text.\n");
	check(MEDIUM_PRINT, 18,
		"Work\n"
		"Engineer, Example\n"
		"  2015 – 2019\n"
		"  Text.\n");
	/* On a screen, room is kept for the count that the entry has when it is closed. */
	check(MEDIUM_SCREEN, 48,
		"  ▾ Work\n"
		"    ▾ Engineer, Example       2015 – 2019 · 5 yr\n"
		"      Text.\n");
	check(MEDIUM_SCREEN, 47,
		"  ▾ Work\n"
		"    ▾ Engineer, Example             2015 – 2019\n"
		"      Text.\n");
}

static void leaves_titles_the_room_of_what_dates_can_spare(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	add(add_spare(section, "Senior Engineer of Large and Long Winded Titles"), BLOCK_ITEM, "x");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 50,
		"  ▾ Work\n"
		"    ▾ Senior Engineer of Large and     2015 – 2019\n"
		"      Long Winded Titles\n"
		"      • x\n");
	/* The last line of print has room for all. */
	check(MEDIUM_PRINT, 48,
		"Work\n"
		"Senior Engineer of Large and Long\n"
		"Winded Titles                 2015 – 2019 · 5 yr\n"
		"  • x\n");
}

static void prints_bare_entries_as_a_list(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Notes");
	add(section, BLOCK_ENTRY, "One that is longer than a line");
	add_with_aside(section, BLOCK_ENTRY, "Two", "2020");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 20,
		"Notes\n"
		"• One that is longer\n"
		"  than a line\n"
		"• Two           2020\n");
}

static void prints_no_list_where_one_entry_heads_something(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Notes");
	add(section, BLOCK_ENTRY, "One that is longer than a line");
	add(section, BLOCK_ENTRY, "Two");
	add(add(section, BLOCK_ENTRY, "Three"), BLOCK_PARAGRAPH, "Text.");
	add(section, BLOCK_ENTRY, "Four");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 20,
		"Notes\n"
		"One that is longer\n"
		"than a line\n"
		"\n"
		"Two\n"
		"\n"
		"Three\n"
		"  Text.\n"
		"\n"
		"Four\n");
}

static void indents_what_is_in_items(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add(section, BLOCK_ENTRY, "E");
	struct block *item = add(entry, BLOCK_ITEM, "one two three");
	struct block *inner = add(item, BLOCK_ITEM, "four five");
	inner->marker = TEXT("10.");
	add(inner, BLOCK_PARAGRAPH, "six");
	add(entry, BLOCK_ITEM, "seven");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 30,
		"S\n"
		"E\n"
		"  • one two three\n"
		"    10. four five\n"
		"\n"
		"        six\n"
		"  • seven\n");
	check(MEDIUM_PRINT, 13,
		"S\n"
		"E\n"
		"  • one two\n"
		"    three\n"
		"    10. four\n"
		"        five\n"
		"\n"
		"    six\n"
		"  • seven\n");
}

static void keeps_prose_apart(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add(section, BLOCK_ENTRY, "E");
	add(entry, BLOCK_PARAGRAPH, "one");
	add(entry, BLOCK_PARAGRAPH, "two");
	add(entry, BLOCK_ITEM, "three");
	add(entry, BLOCK_PARAGRAPH, "four");
	struct block *next = add(section, BLOCK_ENTRY, "F");
	add(next, BLOCK_ITEM, "five");
	add(add(doc.root, BLOCK_SECTION, "T"), BLOCK_PARAGRAPH, "six");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 20,
		"S\n"
		"E\n"
		"  one\n"
		"\n"
		"  two\n"
		"  • three\n"
		"\n"
		"  four\n"
		"\n"
		"F\n"
		"  • five\n"
		"\n"
		"T\n"
		"six\n");
}

static void lines_fields_up(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "Skills");
	add_field(section, "Languages", "C, Go and many others");
	add_field(section, "日本", "x");
	add_field(section, "", "alone");
	add_field(section, "Empty", "");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 40,
		"Skills\n"
		"Languages  C, Go and many others\n"
		"日本       x\n"
		"alone\n"
		"Empty\n");
	check(MEDIUM_PRINT, 26,
		"Skills\n"
		"Languages  C, Go and many\n"
		"           others\n"
		"日本       x\n"
		"alone\n"
		"Empty\n");
	/* A label that takes more than two fifths stands above. */
	check(MEDIUM_PRINT, 20,
		"Skills\n"
		"Languages\n"
		"  C, Go and many\n"
		"  others\n"
		"日本      x\n"
		"alone\n"
		"Empty\n");
}

static void puts_contacts_on_lines(void **state)
{
	(void)state;
	struct block *header = add_with_aside(doc.root, BLOCK_HEADER, "Name", "Title");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "a@example.org");
	add_field(contacts, "Web", "example.org");
	add_field(contacts, "Phone", "123");
	doc_add_block(&doc, header, BLOCK_RULE);
	add(header, BLOCK_PARAGRAPH, "Summary.");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 60,
		"    Name                                               Title\n"
		"    Email a@example.org · Web example.org · Phone 123\n"
		"    ────────────────────────────────────────────────────────\n"
		"    Summary.\n");
	check(MEDIUM_SCREEN, 30,
		"    Name                 Title\n"
		"    Email a@example.org\n"
		"    Web example.org\n"
		"    Phone 123\n"
		"    ──────────────────────────\n"
		"    Summary.\n");
	check(MEDIUM_PRINT, 40,
		"Name\n"
		"Title\n"
		"\n"
		"Email  a@example.org\n"
		"Web    example.org\n"
		"Phone  123\n"
		"\n"
		"Summary.\n");
}

static void numbers_links_in_print_only(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *entry = add(section, BLOCK_ENTRY, "E");
	entry->text.first->link = doc_add_link(&doc, TEXT("https://example.org"));
	doc_finish(&doc);
	check(MEDIUM_PRINT, 20,
		"S\n"
		"• E [1]\n");
	check(MEDIUM_SCREEN, 20,
		"  ▾ S\n"
		"    E\n");
}

static void breaks_verbatim_text_at_the_edge_of_a_screen(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(add(section, BLOCK_ENTRY, "E"), BLOCK_VERBATIM,
		"https://example.org/a?b=c\nif (a) return");
	doc_finish(&doc);
	check(MEDIUM_SCREEN, 16,
		"  ▾ S\n"
		"    ▾ E\n"
		"      https://ex\n"
		"      ample.org/\n"
		"      a?b=c\n"
		"      if (a) ret\n"
		"      urn\n");
	check(MEDIUM_PRINT, 12,
		"S\n"
		"E\n"
		"  https://example.org/a?b=c\n"
		"  if (a)\n"
		"  return\n");
}

static void keeps_blanks_of_verbatim_text(void **state)
{
	(void)state;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	add(add(section, BLOCK_ENTRY, "E"), BLOCK_VERBATIM, "int a;\n  b;\n");
	doc_finish(&doc);
	check(MEDIUM_PRINT, 20,
		"S\n"
		"E\n"
		"  int a;\n"
		"    b;\n");
}

/* A document with a header, a section of an entry with text and one without, and one more. */
static struct block *make_outline(void)
{
	struct block *header = add(doc.root, BLOCK_HEADER, "Name");
	add(header, BLOCK_PARAGRAPH, "Summary.");
	struct block *section = add(doc.root, BLOCK_SECTION, "Work");
	section->preview = TEXT("First, Second, and some more that are not listed");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "First", "2019");
	add(entry, BLOCK_ITEM, "did things");
	add(entry, BLOCK_ITEM, "did more");
	add(section, BLOCK_ENTRY, "Second");
	struct block *more = add(doc.root, BLOCK_SECTION, "More Things");
	add(more, BLOCK_PARAGRAPH, "text");
	doc_finish(&doc);
	return entry;
}

static void folds_and_unfolds(void **state)
{
	(void)state;
	struct flow flow;
	const struct block *entry = make_outline();
	const struct block *section = entry->parent;
	const struct block *header = doc.root->first;
	static const char closed[] = "  ▸ Name\n"
				     "\n"
				     "  ▸ Work           2  First, Second, and som…\n"
				     "  ▸ More Things    1\n";
	flow_init(&flow, &doc);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 45});
	check_open(&flow, (const struct block *const[]){NULL}, closed);
	check_open(&flow, (const struct block *const[]){header, section, NULL},
		"    Name\n"
		"    Summary.\n"
		"\n"
		"  ▾ Work\n"
		"    ▸ First  +2                          2019\n"
		"      Second\n"
		"\n"
		"  ▸ More Things    1\n");
	check_open(&flow, (const struct block *const[]){section, entry, NULL},
		"  ▸ Name\n"
		"\n"
		"  ▾ Work\n"
		"    ▾ First                              2019\n"
		"      • did things\n"
		"      • did more\n"
		"\n"
		"      Second\n"
		"\n"
		"  ▸ More Things    1\n");
	check_open(&flow, (const struct block *const[]){entry, NULL}, closed);
	flow_finish(&flow);
}

static void leaves_out_gaps_where_there_is_no_room(void **state)
{
	(void)state;
	struct flow flow;
	const struct block *entry = make_outline();
	flow_init(&flow, &doc);
	flow_set(&flow,
		(struct layout_settings){.medium = MEDIUM_SCREEN, .width = 30, .compact = true});
	check_open(&flow,
		(const struct block *const[]){doc.root->first, entry->parent, entry, NULL},
		"    Name\n"
		"    Summary.\n"
		"  ▾ Work\n"
		"    ▾ First               2019\n"
		"      • did things\n"
		"      • did more\n"
		"      Second\n"
		"  ▸ More Things    1\n");
	flow_finish(&flow);
}

static void lays_out_each_block_once(void **state)
{
	(void)state;
	struct flow flow;
	struct block *entry = make_outline();
	bool *open = calloc(doc.block_count, 1);
	assert_non_null(open);
	open[entry->parent->number] = open[entry->number] = true;
	flow_init(&flow, &doc);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 45});
	unsigned generation = flow.generation;
	flow_update(&flow, open, NULL);
	const struct line *line = flow.lines[flow_find(&flow, entry->first)];
	open[entry->number] = false;
	flow_update(&flow, open, NULL);
	assert_int_equal(flow_find(&flow, entry->first), flow.count);
	open[entry->number] = true;
	flow_update(&flow, open, NULL);
	assert_ptr_equal(flow.lines[flow_find(&flow, entry->first)], line);
	assert_int_equal(flow.generation, generation);
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_SCREEN, .width = 30});
	assert_int_not_equal(flow.generation, generation);
	free(open);
	flow_finish(&flow);
}

static void finds_blocks_and_places(void **state)
{
	(void)state;
	struct flow flow;
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	struct block *paragraph = add(section, BLOCK_PARAGRAPH, "one two three four");
	struct block *last = add(section, BLOCK_PARAGRAPH, "five");
	doc_finish(&doc);
	flow_init(&flow, &doc);
	bool open[] = {true, true, true, true};
	flow_set(&flow, (struct layout_settings){.medium = MEDIUM_PRINT, .width = 5});
	flow_update(&flow, open, NULL);
	check_flow(&flow, "S\none\ntwo\nthree\nfour\n\nfive\n");
	assert_int_equal(flow_find(&flow, section), 0);
	assert_int_equal(flow_find(&flow, paragraph), 1);
	assert_int_equal(flow_find(&flow, last), 6);
	assert_int_equal(flow_find(&flow, doc.root), flow.count);
	assert_int_equal(flow_find_place(&flow, paragraph, 0), 1);
	assert_int_equal(flow_find_place(&flow, paragraph, 3), 1);
	assert_int_equal(flow_find_place(&flow, paragraph, 4), 2);
	assert_int_equal(flow_find_place(&flow, paragraph, 13), 3);
	assert_int_equal(flow_find_place(&flow, paragraph, 14), 4);
	assert_int_equal(flow_find_place(&flow, paragraph, 999), 4);
	assert_int_equal(flow_find_place(&flow, doc.root, 0), flow.count);
	flow_finish(&flow);
}

static void draws_signs_in_ascii_if_asked(void **state)
{
	(void)state;
	struct flow flow;
	struct block *header = add(doc.root, BLOCK_HEADER, "Name");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "a@example.org");
	add_field(contacts, "Phone", "123");
	doc_add_block(&doc, header, BLOCK_RULE);
	struct block *section = add(doc.root, BLOCK_SECTION, "S");
	section->preview = TEXT("A preview of this section");
	add(section, BLOCK_ITEM, "x");
	doc_finish(&doc);
	check_with((struct layout_settings){.medium = MEDIUM_SCREEN, .width = 40, .ascii = true},
		"    Name\n"
		"    Email a@example.org | Phone 123\n"
		"    ------------------------------------\n"
		"\n"
		"  - S\n"
		"    * x\n");
	flow_init(&flow, &doc);
	flow_set(&flow,
		(struct layout_settings){.medium = MEDIUM_SCREEN, .width = 30, .ascii = true});
	check_open(&flow, (const struct block *const[]){NULL},
		"  + Name\n\n  + S    1  A preview of th...\n");
	flow_finish(&flow);
}

/* What draws them relies on it. */
static void check_signs(const struct glyphs *glyphs)
{
	const struct text signs[] = {glyphs->cursor, glyphs->open, glyphs->closed, glyphs->bullet,
		glyphs->rule, glyphs->dot, glyphs->angle};
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		assert_int_equal(unicode_width(signs[i]), 1);
	assert_true(glyphs->ellipsis.length && glyphs->enter_key.length);
}

static void has_signs_of_one_column(void **state)
{
	(void)state;
	const struct glyphs *ascii = glyphs_for(true);
	check_signs(glyphs_for(false));
	check_signs(ascii);
	assert_int_equal(ascii->cursor.length, 1);
	assert_int_equal(ascii->open.length, 1);
	assert_int_equal(ascii->closed.length, 1);
	assert_true(text_is(ascii->ellipsis, "..."));
	assert_true(text_is(ascii->enter_key, "Enter"));
	assert_true(text_is(glyphs_for(false)->enter_key, "\u23CE"));
}

/* No line is wider than the window at any width, open or closed, in either medium. */
static void fits_every_width(void **state)
{
	(void)state;
	struct flow flow;
	struct block *header = add_with_aside(doc.root, BLOCK_HEADER, "日本語 Name", "A Title");
	struct block *contacts = doc_add_block(&doc, header, BLOCK_CONTACTS);
	add_field(contacts, "Email", "someone@example.org");
	doc_add_block(&doc, header, BLOCK_RULE);
	struct block *section = add(doc.root, BLOCK_SECTION, "A Section with a Long Title");
	section->preview = TEXT("Preview, 日本語");
	struct block *entry = add_with_aside(section, BLOCK_ENTRY, "Entry", "Jan 2015 – Present");
	struct block *item = add(entry, BLOCK_ITEM, "item of words, 日本語の文章");
	for (int depth = 0; depth < 20; depth++)
		item = add(item, BLOCK_ITEM, "deeper soft\u00adware");
	add_field(entry, "A rather long label", "and its text");
	doc_finish(&doc);
	bool *open = malloc(doc.block_count);
	assert_non_null(open);
	flow_init(&flow, &doc);
	for (int width = 1; width <= 90; width++) {
		for (int variant = 0; variant < 4; variant++) {
			flow_set(
				&flow, (struct layout_settings){
					       .medium = variant & 1 ? MEDIUM_SCREEN : MEDIUM_PRINT,
					       .width = width});
			memset(open, (variant & 2) != 0, doc.block_count);
			flow_update(&flow, open, NULL);
			assert_true(flow.count > 0);
			for (size_t i = 0; i < flow.count; i++) {
				const struct line *line = flow.lines[i];
				if (!line->span_count)
					continue;
				const struct span *last = &line->spans[line->span_count - 1];
				/* Narrower than a marker and a wide character nothing fits. */
				if (last->column + last->width > width && width >= 12)
					fail_msg("width %d, line %zu of variant %d: %d", width, i,
						variant, last->column + last->width);
			}
		}
	}
	free(open);
	flow_finish(&flow);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(prints_titles_with_dates_at_the_edge),
		on_document(wraps_long_titles_beside_dates),
		on_document(leaves_out_what_dates_can_spare),
		on_document(leaves_titles_the_room_of_what_dates_can_spare),
		on_document(prints_bare_entries_as_a_list),
		on_document(prints_no_list_where_one_entry_heads_something),
		on_document(indents_what_is_in_items),
		on_document(keeps_prose_apart),
		on_document(lines_fields_up),
		on_document(puts_contacts_on_lines),
		on_document(numbers_links_in_print_only),
		on_document(breaks_verbatim_text_at_the_edge_of_a_screen),
		on_document(keeps_blanks_of_verbatim_text),
		on_document(folds_and_unfolds),
		on_document(leaves_out_gaps_where_there_is_no_room),
		on_document(lays_out_each_block_once),
		on_document(finds_blocks_and_places),
		on_document(draws_signs_in_ascii_if_asked),
		cmocka_unit_test(has_signs_of_one_column),
		on_document(fits_every_width),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
