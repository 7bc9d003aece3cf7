/* A document in ASCII: all that is shown, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc/spell.h"
#include "document.h"

#include <locale.h>

static void check_runs(const struct runs *runs, const char *first, const char *second)
{
	assert_true(text_is(runs->first->text, first));
	if (second)
		assert_true(text_is(runs->first->next->text, second));
	assert_ptr_equal(runs->last, second ? runs->first->next : runs->first);
}

static void spells_all_that_is_shown(void **state)
{
	(void)state;
	doc.title = TEXT("Zo\u00EB");
	struct block *section = add(doc.root, BLOCK_SECTION, "\u00C9cole");
	section->preview = TEXT("Caf\u00E9, bar");
	struct block *entry =
		add_with_aside(section, BLOCK_ENTRY, "Na\u00EFve ", "2019 \u2013 2020");
	doc_add_run(&doc, &entry->text, ROLE_TEXT, TEXT("\u201Cwork\u201D"));
	struct block *field = add_field(entry, "L\u00E4nge", "5 \u20AC");
	struct block *item = add(entry, BLOCK_ITEM, "deep");
	item->marker = TEXT("\u00E9)");
	add(item, BLOCK_VERBATIM, "a\n\u00F1");
	doc_finish(&doc);
	doc_spell_ascii(&doc);
	assert_true(text_is(doc.title, "Zoe"));
	check_runs(&section->text, "Ecole", NULL);
	assert_true(text_is(section->preview, "Cafe, bar"));
	check_runs(&entry->text, "Naive ", "\"work\"");
	check_runs(&entry->aside, "2019 - 2020", NULL);
	check_runs(&field->label, "Lange", NULL);
	check_runs(&field->text, "5 EUR", NULL);
	assert_true(text_is(item->marker, "e)"));
	check_runs(&item->first->text, "a\nn", NULL);
}

static void keeps_addresses_ids_and_looks(void **state)
{
	(void)state;
	struct block *entry = add(doc.root, BLOCK_ENTRY, "\u00C9cole");
	struct run *run = entry->text.first;
	run->link = doc_add_link(&doc, TEXT("https://example.org/\u00E9"));
	run->role = ROLE_TERM;
	run->style = STYLE_STRONG;
	doc_set_id(entry, TEXT("\u00C9cole"));
	doc_finish(&doc);
	doc_spell_ascii(&doc);
	doc_make_ids(&doc);
	assert_true(text_is(entry->id, "\u00C9cole"));
	assert_true(text_is(doc_link(&doc, 1)->url, "https://example.org/\u00E9"));
	assert_int_equal(run->link, 1);
	assert_int_equal(run->role, ROLE_TERM);
	assert_int_equal(run->style, STYLE_STRONG);
}

/* Made before or after, the ids that readers and marks know are the same. */
static void keeps_ids_that_are_made(void **state)
{
	(void)state;
	struct block *entry = add(doc.root, BLOCK_ENTRY, "\u00C9cole");
	doc_set_id(entry, TEXT("\u00C9cole"));
	doc_finish(&doc);
	doc_make_ids(&doc);
	doc_spell_ascii(&doc);
	assert_true(text_is(entry->id, "\u00C9cole"));
}

static void leaves_ascii_alone(void **state)
{
	(void)state;
	static const char words[] = "Plain words";
	struct block *entry = add(doc.root, BLOCK_ENTRY, words);
	doc_finish(&doc);
	doc_spell_ascii(&doc);
	assert_ptr_equal(entry->text.first->text.bytes, words);
	doc_spell_ascii(&doc);
	check_runs(&entry->text, words, NULL);
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(spells_all_that_is_shown),
		on_document(keeps_addresses_ids_and_looks),
		on_document(keeps_ids_that_are_made),
		on_document(leaves_ascii_alone),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
