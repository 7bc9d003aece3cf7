#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "describe_doc.h"
#include "doc/doc.h"

#include <string.h>

/* A document that every test gets, and its memory. */
struct fixture {
	struct arena arena;
	struct doc doc;
};

static int begin(void **state)
{
	static struct fixture fixture;
	fixture = (struct fixture){0};
	doc_init(&fixture.doc, &fixture.arena);
	*state = &fixture;
	return 0;
}

static int end(void **state)
{
	struct fixture *fixture = *state;
	arena_finish(&fixture->arena);
	return 0;
}

static struct block *add_named(
	struct doc *doc, struct block *outer, enum block_kind kind, const char *name)
{
	struct block *block = doc_add_block(doc, outer, kind);
	doc_set_id(block, text_from(name));
	return block;
}

/* "id id ..." of all blocks in order. */
static void check_ids(const struct doc *doc, const char *expected)
{
	struct buffer ids = {0};
	doc_make_ids(doc);
	for (const struct block *block = doc->root->first; block; block = doc_next(block)) {
		buffer_add(&ids, ids.length ? TEXT(" ") : TEXT(""));
		buffer_add(&ids, block->id);
	}
	buffer_add_byte(&ids, '\0');
	assert_string_equal(ids.bytes, expected);
	buffer_finish(&ids);
}

static void makes_ids_of_words(void **state)
{
	static const char *const names[] = {
		"Tinder", "  Foo & Bar,  Inc. ", "C++ 2.0", "日本 GmbH", "!?", ""};
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *work = add_named(doc, doc->root, BLOCK_SECTION, "work");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_named(doc, work, BLOCK_ENTRY, names[i]);
	check_ids(doc, "work work.tinder work.foo-bar-inc work.c-2-0 work.日本-gmbh work.item "
		       "work.item-2");
}

static void makes_ids_unique(void **state)
{
	static const char *const names[] = {"a", "a 3", "A", "a", "a-2"};
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *work = add_named(doc, doc->root, BLOCK_SECTION, "work");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_named(doc, work, BLOCK_ENTRY, names[i]);
	struct block *more = add_named(doc, doc->root, BLOCK_SECTION, "more");
	add_named(doc, more, BLOCK_ENTRY, "a");
	add_named(doc, doc->root, BLOCK_SECTION, "work");
	check_ids(doc, "work work.a work.a-3 work.a-2 work.a-4 work.a-2-2 more more.a work-2");
}

static void makes_ids_once(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *work = add_named(doc, doc->root, BLOCK_SECTION, "Work & Life");
	struct block *other = add_named(doc, doc->root, BLOCK_SECTION, "work life");
	struct block *entry =
		add_named(doc, doc_add_block(doc, work, BLOCK_PARAGRAPH), BLOCK_ENTRY, "b");
	doc_add_block(doc, entry, BLOCK_PARAGRAPH);
	assert_true(text_is(other->id, "work life"));
	check_ids(doc, "work-life  b  work-life-2");
	check_ids(doc, "work-life  b  work-life-2");
}

static void goes_through_blocks_in_order(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *header = doc_add_block(doc, doc->root, BLOCK_HEADER);
	struct block *contacts = doc_add_block(doc, header, BLOCK_CONTACTS);
	struct block *field = doc_add_block(doc, contacts, BLOCK_FIELD);
	struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
	struct block *entry = doc_add_block(doc, section, BLOCK_ENTRY);
	const struct block *order[] = {doc->root, header, contacts, field, section, entry};

	doc_finish(doc);
	assert_int_equal(doc->block_count, 6);
	const struct block *block = doc->root;
	for (size_t i = 0; i < 6; i++, block = doc_next(block)) {
		assert_ptr_equal(block, order[i]);
		assert_int_equal(block->number, i);
	}
	assert_null(block);
	assert_ptr_equal(doc_skip(header), section);
	assert_ptr_equal(doc_skip(field), section);
	assert_null(doc_skip(section));
	assert_null(doc_skip(doc->root));
}

static void removes_the_last_child(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
	struct block *first = doc_add_block(doc, section, BLOCK_ENTRY);
	struct block *second = doc_add_block(doc, section, BLOCK_ENTRY);
	doc_add_block(doc, section, BLOCK_ENTRY);

	doc_remove_last(section, second);
	assert_ptr_equal(section->last, second);
	assert_null(second->next);
	doc_remove_last(section, first);
	assert_ptr_equal(section->first, first);
	assert_ptr_equal(section->last, first);
	doc_remove_last(section, NULL);
	assert_null(section->first);
	assert_null(section->last);
	struct block *again = doc_add_block(doc, section, BLOCK_ENTRY);
	assert_ptr_equal(section->first, again);
	assert_null(again->next);
}

static void adds_text_to_runs(void **state)
{
	struct fixture *fixture = *state;
	struct runs runs = {0};
	assert_null(doc_add_run(&fixture->doc, &runs, ROLE_TEXT, TEXT("")));
	assert_null(runs.first);
	struct run *first = doc_add_run(&fixture->doc, &runs, ROLE_TITLE, TEXT("a"));
	struct run *second = doc_add_run(&fixture->doc, &runs, ROLE_TEXT, TEXT("b"));
	assert_ptr_equal(runs.first, first);
	assert_ptr_equal(first->next, second);
	assert_ptr_equal(runs.last, second);
	assert_int_equal(first->role, ROLE_TITLE);
	assert_int_equal(first->style, 0);
	assert_int_equal(first->link, 0);
}

static void inherits_positions(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
	section->source = (struct position){7, 3};
	assert_int_equal(doc_add_block(doc, section, BLOCK_ENTRY)->source.line, 7);
	assert_int_equal(doc->root->source.line, 0);
}

static void knows_headings(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *header = doc_add_block(doc, doc->root, BLOCK_HEADER);
	struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
	struct block *group = doc_add_block(doc, section, BLOCK_GROUP);
	struct block *grouped = doc_add_block(doc, group, BLOCK_ENTRY);
	struct block *entry = doc_add_block(doc, section, BLOCK_ENTRY);
	struct block *inner = doc_add_block(doc, entry, BLOCK_ENTRY);
	struct block *item = doc_add_block(doc, inner, BLOCK_ITEM);
	struct block *nested = doc_add_block(doc, item, BLOCK_PARAGRAPH);

	assert_int_equal(doc_level(doc->root), 0);
	assert_int_equal(doc_level(header), 1);
	assert_int_equal(doc_level(section), 1);
	assert_int_equal(doc_level(group), 1);
	assert_int_equal(doc_level(entry), 2);
	assert_int_equal(doc_level(grouped), 2);
	assert_int_equal(doc_level(inner), 3);
	assert_int_equal(doc_level(item), 0);
	assert_true(doc_is_foldable(section));
	assert_true(doc_is_foldable(inner));
	assert_false(doc_is_foldable(header));
	assert_false(doc_is_foldable(grouped));
	assert_false(doc_is_foldable(item));
	assert_false(doc_is_foldable(doc->root));
	assert_ptr_equal(doc_heading(nested), inner);
	assert_ptr_equal(doc_heading(inner), inner);
	assert_ptr_equal(doc_heading(section), section);
	assert_null(doc_heading(doc->root));
}

static struct run *add_link(struct doc *doc, struct runs *runs, const char *text, const char *url)
{
	struct run *run = doc_add_run(doc, runs, ROLE_TEXT, text_from(text));
	run->link = doc_add_link(doc, text_from(url));
	return run;
}

static void numbers_links_in_document_order(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *section = doc_add_block(doc, doc->root, BLOCK_SECTION);
	struct block *second = doc_add_block(doc, section, BLOCK_ENTRY);
	struct run *aside = add_link(doc, &second->aside, "aside", "https://example.org/3");
	struct run *text = add_link(doc, &second->text, "text", "https://example.org/2");
	struct run *heading = add_link(doc, &section->text, "heading", "https://example.org/1");

	doc_finish(doc);
	assert_int_equal(doc_link(doc, heading->link)->number, 1);
	assert_int_equal(doc_link(doc, text->link)->number, 2);
	assert_int_equal(doc_link(doc, aside->link)->number, 3);
}

static void numbers_no_link_that_its_text_tells(void **state)
{
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *block = doc_add_block(doc, doc->root, BLOCK_PARAGRAPH);
	struct run *mail = add_link(doc, &block->text, "a@example.org", "mailto:a@example.org");
	struct run *split = add_link(doc, &block->text, "https://example", "https://example.org");
	struct run *rest = doc_add_run(doc, &block->text, ROLE_TEXT, TEXT(".org"));
	struct run *other = add_link(doc, &block->text, "example.org", "https://example.org");

	rest->link = split->link;
	doc_finish(doc);
	assert_int_equal(doc_link(doc, mail->link)->number, 0);
	assert_int_equal(doc_link(doc, split->link)->number, 0);
	assert_int_equal(doc_link(doc, other->link)->number, 1);
}

/* A link may be of very many pieces: *a*b*a*b ... */
static void numbers_links_of_many_runs(void **state)
{
	enum { PIECES = 20000 };
	struct fixture *fixture = *state;
	struct doc *doc = &fixture->doc;
	struct block *block = doc_add_block(doc, doc->root, BLOCK_PARAGRAPH);
	uint32_t link = doc_add_link(doc, TEXT("https://example.org"));
	for (int i = 0; i < PIECES; i++)
		doc_add_run(doc, &block->text, ROLE_TEXT, TEXT("a"))->link = link;
	doc_finish(doc);
	assert_int_equal(doc_link(doc, link)->number, 1);
}

static void keeps_many_links(void **state)
{
	struct fixture *fixture = *state;
	for (uint32_t i = 1; i <= 1000; i++) {
		struct text url = arena_format(&fixture->arena, "https://example.org/%u", i);
		assert_int_equal(doc_add_link(&fixture->doc, url), i);
	}
	assert_true(text_is(doc_link(&fixture->doc, 1)->url, "https://example.org/1"));
	assert_true(text_is(doc_link(&fixture->doc, 1000)->url, "https://example.org/1000"));
}

static void joins_addresses_of_several_lines(void **state)
{
	struct fixture *fixture = *state;
	uint32_t link = doc_add_link(&fixture->doc, TEXT("https://example.org/a\nb\n/c"));
	assert_true(text_is(doc_link(&fixture->doc, link)->url, "https://example.org/ab/c"));
}

static void names_all_roles(void **state)
{
	(void)state;
	for (enum role role = 0; role < ROLE_COUNT_OF; role++) {
		assert_non_null(doc_role_name(role));
		for (enum role other = 0; other < role; other++)
			assert_string_not_equal(doc_role_name(role), doc_role_name(other));
	}
}

#define on_document(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_document(makes_ids_of_words),
		on_document(makes_ids_unique),
		on_document(makes_ids_once),
		on_document(goes_through_blocks_in_order),
		on_document(removes_the_last_child),
		on_document(adds_text_to_runs),
		on_document(inherits_positions),
		on_document(knows_headings),
		on_document(numbers_links_in_document_order),
		on_document(numbers_no_link_that_its_text_tells),
		on_document(numbers_links_of_many_runs),
		on_document(keeps_many_links),
		on_document(joins_addresses_of_several_lines),
		cmocka_unit_test(names_all_roles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
