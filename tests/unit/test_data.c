/* The tree of nodes, and where the bytes come from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "data/node.h"
#include "data/source.h"
#include "data/yaml.h"
#include "describe.h"

#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DEADLINE = 20 /* seconds, after which SIGALRM ends the test program */ };

static char directory[PATH_MAX];
static char path[PATH_MAX];

/* Stores in path the name of a file in the test's own directory. */
static const char *place(const char *name)
{
	assert_true(snprintf(path, sizeof(path), "%.200s/%s", directory, name) > 0);
	return path;
}

static int make_directory(void **state)
{
	(void)state;
	const char *parent = getenv("TMPDIR");
	snprintf(
		directory, sizeof(directory), "%.100s/vitae-test.XXXXXX", parent ? parent : "/tmp");
	alarm(DEADLINE);
	return mkdtemp(directory) ? 0 : -1;
}

static int remove_directory(void **state)
{
	static const char *const names[] = {"file", "pipe", "folder"};
	(void)state;
	alarm(0);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(place(names[i]));
	return rmdir(directory);
}

static void write_file(const char *bytes, size_t length)
{
	int descriptor = open(place("file"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, bytes, length), length);
	close(descriptor);
}

/* The file is read, or this is all that is said about it. */
static void check_source(const char *file, const char *bytes, const char *message)
{
	struct buffer buffer = {0};
	struct diagnostics diagnostics = {0};
	bool read = source_read(file, &buffer, &diagnostics);
	char *messages = describe_messages(&diagnostics);
	assert_string_equal(messages, message);
	assert_int_equal(read, *message == '\0');
	if (read) {
		assert_int_equal(buffer.length, strlen(bytes));
		assert_true(text_is(buffer_text(&buffer), bytes));
	}
	free(messages);
	diagnostics_finish(&diagnostics);
	buffer_finish(&buffer);
}

static void reads_a_file(void **state)
{
	(void)state;
	write_file("a: b\n", 5);
	check_source(place("file"), "a: b\n", "");
	write_file("", 0);
	check_source(place("file"), "", "");
}

static void reads_a_large_file(void **state)
{
	enum { LENGTH = 2 * 1024 * 1024 + 1 };
	struct buffer bytes = {0};
	struct buffer again = {0};
	struct diagnostics diagnostics = {0};
	(void)state;
	for (unsigned i = 0; i < LENGTH; i++)
		buffer_add_byte(&bytes, (char)('a' + i * 31 % 1009 % 26));
	write_file(bytes.bytes, LENGTH);
	assert_true(source_read(place("file"), &again, &diagnostics));
	assert_true(text_equal(buffer_text(&bytes), buffer_text(&again)));
	buffer_add(&again, buffer_text(&bytes));
	assert_int_equal(again.length, 2 * LENGTH);
	assert_memory_equal(again.bytes + LENGTH, bytes.bytes, LENGTH);
	buffer_finish(&again);
	buffer_finish(&bytes);
}

static void says_why_a_file_cannot_be_read(void **state)
{
	(void)state;
	check_source(
		place("missing"), "", "f: error: cannot be opened: No such file or directory\n");
	assert_int_equal(mkdir(place("folder"), 0700), 0);
	check_source(place("folder"), "", "f: error: is a directory; name a file in it\n");
	write_file("a", 1);
	check_source(place("file/more"), "", "f: error: cannot be opened: Not a directory\n");
}

static void does_not_wait_for_a_pipe_without_writer(void **state)
{
	(void)state;
	assert_int_equal(mkfifo(place("pipe"), 0600), 0);
	check_source(place("pipe"), "",
		"f: error: is a pipe that nothing writes to; start the writer first\n");
}

static bool sleeps(pid_t process)
{
	char name[64];
	char state = '\0';
	snprintf(name, sizeof(name), "/proc/%ld/stat", (long)process);
	FILE *file = fopen(name, "r");
	if (!file || fscanf(file, "%*d %*s %c", &state) != 1)
		state = '\0';
	if (file)
		fclose(file);
	return state == 'S';
}

/* What the writer has not yet written is waited for. */
static void reads_a_pipe_to_its_end(void **state)
{
	int status;
	(void)state;
	assert_int_equal(mkfifo(place("pipe"), 0600), 0);
	int reader = open(path, O_RDONLY | O_NONBLOCK);
	int writer = open(path, O_WRONLY);
	assert_true(reader >= 0 && writer >= 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		alarm(DEADLINE);
		while (!sleeps(getppid()))
			sched_yield();
		_exit(write(writer, "a: b\n", 5) != 5);
	}
	close(writer);
	check_source(path, "a: b\n", "");
	close(reader);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void reads_standard_input(void **state)
{
	int ends[2];
	(void)state;
	int saved = dup(STDIN_FILENO);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "x: y", 4), 4);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	check_source("-", "x: y", "");
	close(STDIN_FILENO);
	check_source("-", "", "f: error: cannot be read: Bad file descriptor\n");
	dup2(saved, STDIN_FILENO);
	close(saved);
}

static void refuses_what_is_too_large(void **state)
{
	struct buffer bytes = {0};
	struct diagnostics diagnostics = {0};
	(void)state;
	write_file("", 0);
	assert_int_equal(truncate(path, SOURCE_MOST), 0);
	assert_true(source_read(path, &bytes, &diagnostics));
	assert_int_equal(bytes.length, SOURCE_MOST);
	buffer_finish(&bytes);
	assert_int_equal(truncate(path, SOURCE_MOST + 1), 0);
	check_source(path, "",
		"f: error: is larger than 8 MiB; a résumé is not, so this is probably another "
		"file\n");
	check_source("/dev/zero", "",
		"f: error: is larger than 8 MiB; a résumé is not, so this is probably another "
		"file\n");
}

/* A tree to look at, in the arena. */
static struct node *read_tree(const char *source, struct arena *arena)
{
	struct diagnostics diagnostics = {0};
	struct node *root = yaml_read(text_from(source), arena, &diagnostics);
	assert_int_equal(diagnostics.count, 0);
	assert_non_null(root);
	return root;
}

static void finds_keys(void **state)
{
	struct arena arena = {0};
	(void)state;
	const struct node *root = read_tree("a: 1\nb: {a: 2}\nab: 3\nl: [a]\n", &arena);
	assert_true(text_is(node_get(root, "a")->text, "1"));
	assert_true(text_is(node_get(node_get(root, "b"), "a")->text, "2"));
	assert_true(text_is(node_get(root, "ab")->text, "3"));
	assert_null(node_get(root, "c"));
	assert_null(node_get(root, "A"));
	assert_null(node_get(root, ""));
	assert_null(node_get(NULL, "a"));
	assert_null(node_get(node_get(root, "l"), ""));
	assert_null(node_get(node_get(root, "a"), "a"));
	arena_finish(&arena);
}

static void knows_what_is_empty(void **state)
{
	static const char *const empty[] = {"a:\n", "a: ~\n", "a: null\n", "a: NULL\n", "a: Null\n",
		"a: ''\n", "a: \"  \\n\"\n", "a: []\n", "a: {}\n", "a: [~, '', {b: }]\n"};
	static const char *const full[] = {"a: 0\n", "a: 'null'\n", "a: '~'\n", "a: nulls\n",
		"a: false\n", "a: [[], 0]\n", "a: {b: {c: ~, d: x}}\n"};
	struct arena arena = {0};
	(void)state;
	assert_true(node_is_empty(NULL));
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++)
		if (!node_is_empty(read_tree(empty[i], &arena)))
			fail_msg("not empty: %s", empty[i]);
	for (size_t i = 0; i < sizeof(full) / sizeof(full[0]); i++)
		if (node_is_empty(read_tree(full[i], &arena)))
			fail_msg("empty: %s", full[i]);
	arena_finish(&arena);
}

static void gives_the_text_of_scalars(void **state)
{
	struct arena arena = {0};
	(void)state;
	const struct node *root =
		read_tree("a: '  x y '\nb: null\nc: 'null'\nd: [x]\ne: \" \\n\"\n", &arena);
	assert_true(text_is(node_text(node_get(root, "a")), "x y"));
	assert_true(text_is(node_text(node_get(root, "b")), ""));
	assert_true(text_is(node_text(node_get(root, "c")), "null"));
	assert_true(text_is(node_text(node_get(root, "d")), ""));
	assert_true(text_is(node_text(node_get(root, "e")), ""));
	assert_true(text_is(node_text(NULL), ""));
	arena_finish(&arena);
}

#define in_directory(test) cmocka_unit_test_setup_teardown(test, make_directory, remove_directory)

int main(void)
{
	const struct CMUnitTest tests[] = {
		in_directory(reads_a_file),
		in_directory(reads_a_large_file),
		in_directory(says_why_a_file_cannot_be_read),
		in_directory(does_not_wait_for_a_pipe_without_writer),
		in_directory(reads_a_pipe_to_its_end),
		in_directory(reads_standard_input),
		in_directory(refuses_what_is_too_large),
		cmocka_unit_test(finds_keys),
		cmocka_unit_test(knows_what_is_empty),
		cmocka_unit_test(gives_the_text_of_scalars),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
