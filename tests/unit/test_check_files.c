/* Good files, in which nothing is found wrong, and others, which checks survive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checked.h"
#include "data/source.h"

#include <dirent.h>

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
		cmocka_unit_test(has_nothing_against_good_files),
		cmocka_unit_test(has_nothing_against_the_manual),
		cmocka_unit_test(survives_the_corpus),
		cmocka_unit_test(survives_any_tree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
