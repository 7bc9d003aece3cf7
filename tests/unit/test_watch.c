/* Whether changes of a file are noticed, whichever way an editor makes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "directory.h"
#include "host/watch.h"

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

static struct watch watch;

static int end_watch(void **state)
{
	watch_end(&watch);
	return remove_directory(state);
}

static bool has_news(void)
{
	struct pollfd poller = {.fd = watch.descriptor, .events = POLLIN};
	return poll(&poller, 1, 0) == 1;
}

/* Waits as the viewer does, until SIGALRM at the latest. */
static void expect_change(void)
{
	do {
		struct pollfd poller = {.fd = watch.descriptor, .events = POLLIN};
		assert_true(watch.descriptor >= 0);
		assert_int_equal(poll(&poller, 1, -1), 1);
	} while (!watch_changed(&watch));
	assert_false(has_news());
	assert_false(watch_changed(&watch));
}

/* Whether there were news or not, they are taken in: a loop that polls would not spin. */
static void expect_no_change(void)
{
	assert_false(watch_changed(&watch));
	assert_false(has_news());
}

static void begin(const char *name)
{
	watch_begin(&watch, place(name), NULL);
	assert_true(watch.descriptor >= 0);
	expect_no_change();
}

static void move(const char *from, const char *to)
{
	assert_int_equal(rename(place(from), place(to)), 0);
}

static void link_to(const char *target, const char *name)
{
	assert_int_equal(symlink(target, place(name)), 0);
}

static void sees_what_is_written_in_place(void **state)
{
	(void)state;
	write_file("file", "old", 0600);
	begin("file");
	write_file("file", "newer", 0600);
	expect_change();
	write_file("file", "newest", 0600);
	expect_change();
}

static void sees_another_file_take_the_name(void **state)
{
	(void)state;
	write_file("file", "old", 0600);
	begin("file");
	write_file("new", "new", 0600);
	expect_no_change();
	move("new", "file");
	expect_change();
	/* The new file is watched as the old one was. */
	write_file("file", "newer", 0600);
	expect_change();
}

/* The time alone tells, when an editor writes as many bytes to the same file. */
static void sees_a_time_that_differs(void **state)
{
	const struct timespec times[] = {{1, 1}, {1, 2}};
	(void)state;
	write_file("file", "old", 0600);
	assert_int_equal(
		utimensat(AT_FDCWD, place("file"), (struct timespec[]){times[0], times[0]}, 0), 0);
	begin("file");
	assert_int_equal(
		utimensat(AT_FDCWD, place("file"), (struct timespec[]){times[0], times[1]}, 0), 0);
	assert_true(watch_changed(&watch));
	expect_no_change();
}

static void waits_until_a_file_is_whole(void **state)
{
	(void)state;
	write_file("file", "old", 0600);
	begin("file");
	/* As vim does it: the old file becomes the backup, a new one is made under the name. */
	move("file", "file~");
	int descriptor = open(place("file"), O_WRONLY | O_CREAT | O_EXCL, 0600);
	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, "half", 4), 4);
	assert_true(has_news());
	expect_no_change();
	assert_int_equal(write(descriptor, "half", 4), 4);
	close(descriptor);
	expect_change();
}

static void is_not_woken_by_other_files_for_long(void **state)
{
	(void)state;
	write_file("file", "old", 0600);
	begin("file");
	write_file("other", "x", 0600);
	assert_true(has_news());
	expect_no_change();
}

static void waits_for_a_file_that_is_gone(void **state)
{
	(void)state;
	write_file("file", "old", 0600);
	begin("file");
	assert_int_equal(unlink(place("file")), 0);
	expect_no_change();
	write_file("file", "newer", 0600);
	expect_change();
	/* The same file, moved away and back, has not changed. */
	move("file", "away");
	expect_no_change();
	move("away", "file");
	expect_no_change();
}

static void sees_a_file_appear(void **state)
{
	(void)state;
	begin("file");
	write_file("file", "new", 0600);
	expect_change();
	assert_int_equal(unlink(place("file")), 0);
	write_file("other", "new", 0600);
	assert_int_equal(link(place("other"), place("file")), 0);
	expect_change();
}

static void ignores_what_is_no_regular_file(void **state)
{
	(void)state;
	begin("file");
	assert_int_equal(mkfifo(place("file"), 0600), 0);
	expect_no_change();
	assert_int_equal(unlink(place("file")), 0);
	assert_int_equal(mkdir(place("file"), 0700), 0);
	expect_no_change();
}

static void follows_links(void **state)
{
	(void)state;
	assert_int_equal(mkdir(place("a"), 0700), 0);
	assert_int_equal(mkdir(place("b"), 0700), 0);
	assert_int_equal(mkdir(place("c"), 0700), 0);
	write_file("a/file", "a", 0600);
	link_to("../a/file", "b/second");
	link_to(place("b/second"), "c/first");
	begin("c/first");
	/* The file itself is written, and replaced. */
	write_file("a/file", "longer", 0600);
	expect_change();
	write_file("a/new", "new", 0600);
	move("a/new", "a/file");
	expect_change();
	/* A link in the middle is made anew. */
	write_file("b/other", "other", 0600);
	assert_int_equal(unlink(place("b/second")), 0);
	link_to("other", "b/second");
	expect_change();
	write_file("b/other", "longer", 0600);
	expect_change();
	/* The old file does not matter any more. */
	write_file("a/file", "even longer", 0600);
	expect_no_change();
	/* The link itself is replaced, as ln -sf does it. */
	link_to("../a/file", "c/new");
	move("c/new", "c/first");
	expect_change();
}

static void waits_for_what_a_link_leads_to(void **state)
{
	(void)state;
	assert_int_equal(mkdir(place("a"), 0700), 0);
	link_to("a/file", "link");
	begin("link");
	write_file("a/file", "new", 0600);
	expect_change();
	assert_int_equal(unlink(place("a/file")), 0);
	expect_no_change();
	write_file("a/file", "newer", 0600);
	expect_change();
}

static void bears_links_in_a_circle(void **state)
{
	(void)state;
	link_to("two", "one");
	link_to("one", "two");
	begin("one");
	assert_int_equal(unlink(place("one")), 0);
	write_file("one", "new", 0600);
	expect_change();
}

/* Without a directory to watch, looking at times is all that can be done. */
static void looks_itself_while_the_directory_is_gone(void **state)
{
	(void)state;
	assert_int_equal(mkdir(place("a"), 0700), 0);
	write_file("a/file", "old", 0600);
	begin("a/file");
	assert_int_equal(unlink(place("a/file")), 0);
	assert_int_equal(rmdir(place("a")), 0);
	assert_true(has_news());
	assert_false(watch_changed(&watch));
	assert_int_equal(watch.descriptor, -1);
	assert_false(watch_changed(&watch));
	assert_int_equal(mkdir(place("a"), 0700), 0);
	write_file("a/file", "newer", 0600);
	assert_true(watch_changed(&watch));
	write_file("a/file", "newest", 0600);
	expect_change();
}

static void follows_a_directory_that_is_replaced(void **state)
{
	(void)state;
	assert_int_equal(mkdir(place("a"), 0700), 0);
	assert_int_equal(mkdir(place("b"), 0700), 0);
	write_file("a/file", "old", 0600);
	write_file("b/file", "other", 0600);
	begin("a/file");
	move("a", "c");
	move("b", "a");
	expect_change();
	write_file("c/file", "longer", 0600);
	expect_no_change();
	write_file("a/file", "longest", 0600);
	expect_change();
}

static void looks_itself_where_no_one_tells(void **state)
{
	struct rlimit limit;
	struct rlimit none;
	(void)state;
	write_file("file", "old", 0600);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
	none = (struct rlimit){0, limit.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	watch_begin(&watch, place("file"), NULL);
	assert_int_equal(watch.descriptor, -1);
	assert_false(watch_changed(&watch));
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
	write_file("file", "newer", 0600);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	assert_true(watch_changed(&watch));
	assert_false(watch_changed(&watch));
	assert_int_equal(watch.descriptor, -1);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static void takes_a_name_without_a_directory(void **state)
{
	char before[PATH_MAX];
	(void)state;
	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(chdir(directory), 0);
	watch_begin(&watch, "file", NULL);
	write_file("file", "new", 0600);
	expect_change();
	assert_int_equal(chdir(before), 0);
}

static void owns_a_descriptor_that_no_program_gets(void **state)
{
	(void)state;
	begin("file");
	int descriptor = watch.descriptor;
	assert_int_equal(fcntl(descriptor, F_GETFD), FD_CLOEXEC);
	watch_end(&watch);
	assert_int_equal(fcntl(descriptor, F_GETFD), -1);
	assert_int_equal(watch.descriptor, -1);
}

#define watching(test) cmocka_unit_test_setup_teardown(test, make_directory, end_watch)

int main(void)
{
	const struct CMUnitTest tests[] = {
		watching(sees_what_is_written_in_place),
		watching(sees_another_file_take_the_name),
		watching(sees_a_time_that_differs),
		watching(waits_until_a_file_is_whole),
		watching(is_not_woken_by_other_files_for_long),
		watching(waits_for_a_file_that_is_gone),
		watching(sees_a_file_appear),
		watching(ignores_what_is_no_regular_file),
		watching(follows_links),
		watching(waits_for_what_a_link_leads_to),
		watching(bears_links_in_a_circle),
		watching(looks_itself_while_the_directory_is_gone),
		watching(follows_a_directory_that_is_replaced),
		watching(looks_itself_where_no_one_tells),
		watching(takes_a_name_without_a_directory),
		watching(owns_a_descriptor_that_no_program_gets),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
