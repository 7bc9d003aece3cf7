/* Blocks by their ids: in the document itself, in another version of it, and as readers name them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc/twin.h"

#include <string.h>

enum { DEPTH_MOST = 8 };

static struct arena arena;
static struct doc old;
static struct doc new;

/*
 * A document from lines: two blanks for each level of depth, then the name of a block with an id,
 * or a dash, a blank and the text of a block without one.
 */
static void grow(struct doc *doc, const char *outline)
{
	struct block *parents[DEPTH_MOST];
	struct text rest = text_from(outline);
	doc_init(doc, &arena);
	parents[0] = doc->root;
	while (rest.length) {
		size_t end = text_find(rest, 0, '\n');
		struct text line = text_slice(rest, 0, end);
		size_t depth = strspn(line.bytes, " ") / 2;
		struct text words = text_slice(line, depth * 2, line.length);
		bool is_named = words.bytes[0] != '-';
		enum block_kind kind = depth ? BLOCK_ENTRY : BLOCK_SECTION;
		assert_true(depth + 1 < DEPTH_MOST);
		struct block *block =
			doc_add_block(doc, parents[depth], is_named ? kind : BLOCK_PARAGRAPH);
		if (is_named)
			doc_set_id(block, words);
		else
			words = text_slice(words, 2, words.length);
		doc_add_run(doc, &block->text, ROLE_TEXT, words);
		parents[depth + 1] = block;
		rest = text_slice(rest, end + 1, rest.length);
	}
	doc_finish(doc);
}

static const struct block *by_text(const struct doc *doc, const char *string)
{
	const struct block *block = doc->root->first;
	while (block && !text_is(block->text.first->text, string))
		block = doc_next(block);
	assert_non_null(block);
	return block;
}

static void check_block(const struct block *block, const char *expected)
{
	char found[64] = "(none)";
	if (block && block->text.first) {
		struct text text = block->text.first->text;
		assert_true(text.length < sizeof found);
		memcpy(found, text.bytes, text.length);
		found[text.length] = '\0';
	}
	assert_string_equal(found, expected);
}

/* What a block of the old version, given by its text, corresponds to in the new one. */
static void check_twin(const char *string, const char *expected)
{
	struct doc_index index;
	doc_index_init(&index, &new);
	doc_make_ids(&old);
	const struct block *twin = doc_index_twin(&index, by_text(&old, string));
	check_block(twin, expected);
	doc_index_finish(&index);
}

static void finds_by_the_whole_id(void **state)
{
	(void)state;
	struct doc_index index;
	grow(&old, "Work\n  Amazon\n    - text\n  Amazon\n");
	doc_index_init(&index, &old);
	const struct block *work = old.root->first;
	assert_ptr_equal(doc_index_find(&index, TEXT("work")), work);
	assert_ptr_equal(doc_index_find(&index, TEXT("work.amazon")), work->first);
	assert_ptr_equal(doc_index_find(&index, TEXT("work.amazon-2")), work->last);
	assert_null(doc_index_find(&index, TEXT("amazon")));
	assert_null(doc_index_find(&index, TEXT("Work")));
	assert_null(doc_index_find(&index, TEXT("")));
	doc_index_finish(&index);
}

static void finds_the_same_id_wherever_it_stands(void **state)
{
	(void)state;
	grow(&old, "Work\n  A\n    - a\n  B\n    - b\nNotes\n");
	grow(&new, "Talks\n  A\n    - no\nNotes\nWork\n  New\n  B\n    - b2\n  A\n    - a2\n");
	check_twin("Work", "Work");
	check_twin("B", "B");
	check_twin("a", "a2");
	check_twin("b", "b2");
	check_twin("Notes", "Notes");
}

static void finds_what_holds_what_was_removed(void **state)
{
	(void)state;
	grow(&old, "Work\n  A\n    - a\n  B\n    - b\nNotes\n  - n\n");
	grow(&new, "Work\n  B\n    - b2\n");
	check_twin("A", "Work");
	check_twin("a", "Work");
	check_twin("n", "(none)");
	check_twin("b", "b2");
}

/* Paragraphs have no ids: they are counted from the heading that they stand under. */
static void counts_what_has_no_id(void **state)
{
	(void)state;
	grow(&old,
		"Work\n  - w1\n    - w2\n  A\n    - a1\n    - a2\n      - a3\n    - a4\n  - w3\n");
	grow(&new, "Work\n  - W1\n    - W2\n  A\n    - A1\n    - A2\n    - A3\n  B\n    - B1\n"
		   "  - W3\n");
	check_twin("w1", "W1");
	check_twin("w2", "W2");
	check_twin("w3", "W3");
	check_twin("a1", "A1");
	check_twin("a3", "A3");
	/* Of what is no more, the heading is left. */
	check_twin("a4", "A");
}

static void does_not_leave_the_heading(void **state)
{
	(void)state;
	grow(&old, "Work\n  A\n    - a1\n  B\n");
	grow(&new, "Work\n  A\n  B\n    - b1\n  - w1\n");
	check_twin("a1", "A");
	grow(&new, "Work\n  A\nTalks\n  - t1\n");
	check_twin("a1", "A");
}

static void finds_nothing_for_what_stands_under_no_id(void **state)
{
	(void)state;
	struct doc_index index;
	grow(&old, "- loose\nWork\n");
	grow(&new, "- loose\nWork\n");
	check_twin("loose", "(none)");
	doc_index_init(&index, &new);
	assert_null(doc_index_twin(&index, old.root));
	assert_null(doc_index_twin(&index, NULL));
	doc_index_finish(&index);
}

static void is_its_own_twin(void **state)
{
	(void)state;
	struct doc_index index;
	grow(&old, "Work\n  - w1\n  A\n    - a1\n    - a2\n  A\n    - a3\nNotes\n  - n1\n");
	doc_index_init(&index, &old);
	for (const struct block *block = old.root->first; block; block = doc_next(block))
		assert_ptr_equal(doc_index_twin(&index, block), block);
	doc_index_finish(&index);
}

static void check_name(const char *name, const char *id)
{
	const struct block *block = doc_find(&old, text_from(name));
	assert_int_equal(block != NULL, id != NULL);
	if (block)
		assert_true(text_is(block->id, id));
}

static void understands_how_readers_name_parts(void **state)
{
	(void)state;
	grow(&old, "Work\n  Amazon Web\n    Lead\nTalks\n  Amazon\n    Keynote\nKeynote\n");
	check_name("work", "work");
	check_name("work.amazon-web", "work.amazon-web");
	check_name("amazon", "talks.amazon");
	check_name("amazon-web.lead", "work.amazon-web.lead");
	check_name("LEAD", "work.amazon-web.lead");
	check_name("Talks.Amazon", "talks.amazon");
	/* An id of its own goes before the end of another, which comes first. */
	check_name("keynote", "keynote");
}

static void knows_no_part_of_a_word(void **state)
{
	(void)state;
	grow(&old, "Work\n  Amazon Web\n  - text\n");
	check_name("web", NULL);
	check_name("amazon", NULL);
	check_name("ork", NULL);
	check_name("wor", NULL);
	check_name("work.", NULL);
	check_name(".amazon-web", NULL);
	check_name("text", NULL);
	check_name("", NULL);
}

static void guesses_nothing_from_several(void **state)
{
	(void)state;
	grow(&old, "Work\n  Amazon\nTalks\n  Amazon\n");
	check_name("amazon", NULL);
	check_name("talks.amazon", "talks.amazon");
	grow(&old, "Work\n  Amazon\nTalks\n  Amazon\nNotes\n  Amazon\n");
	check_name("amazon", NULL);
}

static int free_arena(void **state)
{
	(void)state;
	arena_finish(&arena);
	arena = (struct arena){0};
	return 0;
}

#define on_documents(test) cmocka_unit_test_teardown(test, free_arena)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_documents(finds_by_the_whole_id),
		on_documents(finds_the_same_id_wherever_it_stands),
		on_documents(finds_what_holds_what_was_removed),
		on_documents(counts_what_has_no_id),
		on_documents(does_not_leave_the_heading),
		on_documents(finds_nothing_for_what_stands_under_no_id),
		on_documents(is_its_own_twin),
		on_documents(understands_how_readers_name_parts),
		on_documents(knows_no_part_of_a_word),
		on_documents(guesses_nothing_from_several),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
