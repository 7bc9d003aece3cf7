/* The file that is shown: what is kept of it while it changes, and what is said about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document.h"
#include "unit/directory.h"

#include <locale.h>

static struct document document;
static char path[PATH_MAX];

static void write_resume(const char *string)
{
	write_file("resume.yaml", string, 0600);
}

static enum load_result open_resume(const char *string, bool ascii)
{
	write_resume(string);
	snprintf(path, sizeof path, "%s", place("resume.yaml"));
	return document_open(&document, path, (struct document_settings){.ascii = ascii});
}

/* The text without the name of the file, which it begins with; the whole if it does not. */
static struct text without_path(struct text text)
{
	size_t length = strlen(path);
	if (text.length >= length && memcmp(text.bytes, path, length) == 0)
		return text_slice(text, length, text.length);
	return text;
}

static void check_message(struct text message, const char *expected)
{
	char found[300];
	struct text rest = without_path(message);
	snprintf(found, sizeof found, "%.*s", (int)rest.length, rest.length ? rest.bytes : "");
	assert_string_equal(found, expected);
}

/* The name at the head of a document. */
static void check_name(const struct doc *doc, const char *expected)
{
	assert_non_null(doc);
	assert_true(text_is(doc->root->first->text.first->text, expected));
}

static const struct doc *load(const char *string, const char *expected)
{
	struct text message = TEXT("never set");
	write_resume(string);
	const struct doc *doc = document_load(&document, &message);
	check_message(message, expected);
	return doc;
}

static void opens_a_file(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Ada}\n", false), LOAD_GOOD);
	check_name(document_doc(&document), "Ada");
	check_message(document_summary(&document), "");
}

static void says_what_is_wrong_with_a_file(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Ada}\nwork: [\n", false), LOAD_BAD_CONTENT);
	struct text summary = document_summary(&document);
	assert_memory_equal(without_path(summary).bytes, ":3:1: error: ", 13);
}

/* What can be mended is shown, at first and later. */
static void shows_what_was_meant(void **state)
{
	static const char slip[] = "basics: {name: Ada}\nnotes:\n- `one`\n";
	static const char message[] = ":3:3: error: found character that cannot start any token; "
				      "quote a value that starts with `, @ or %";
	(void)state;
	assert_int_equal(open_resume(slip, false), LOAD_GOOD);
	assert_true(document_has_error(&document));
	check_message(document_summary(&document), message);
	check_name(load("basics: {name: Grace}\nbasics: {name: Mary}\n",
			   ":2:1: warning: the key 'basics' is here again and replaces the one of "
			   "line 1; remove one"),
		"Mary");
	assert_false(document_has_error(&document));
	check_name(load(slip, message), "Ada");
	assert_true(document_has_error(&document));
}

static void says_that_there_is_no_file(void **state)
{
	(void)state;
	snprintf(path, sizeof path, "%s", place("missing.yaml"));
	assert_int_equal(document_open(&document, path, (struct document_settings){.ascii = false}),
		LOAD_UNREADABLE);
	check_message(document_summary(&document),
		": error: cannot be opened: No such file or directory");
}

/* The first in the file: of a tag is told before it is known that the key before it is a second. */
static void tells_the_first_of_several_messages(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics:\n  name: Ada\n  name: !tag Bo\n  name: Cy\n", false),
		LOAD_GOOD);
	check_message(document_summary(&document),
		":3:3: warning: the key 'name' is here again and replaces the one of line 2; "
		"remove one (and 2 more)");
	check_name(document_doc(&document), "Cy");
}

static void shows_the_newest_version(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Ada}\n", false), LOAD_GOOD);
	const struct doc *first = document_doc(&document);
	const struct doc *second = load("basics: {name: Grace}\n", "");
	check_name(second, "Grace");
	assert_ptr_equal(document_doc(&document), second);
	/* The reader still needs the version before, to find the place again. */
	check_name(first, "Ada");
	check_name(load("basics: {name: Mary}\n", ""), "Mary");
	check_name(second, "Grace");
}

static void keeps_the_version_before_a_broken_one(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Ada}\n", false), LOAD_GOOD);
	const struct doc *shown = document_doc(&document);
	struct text message = TEXT("");
	for (int i = 0; i < 3; i++) {
		write_resume("basics: {name: Ada}\nwork: [\n");
		assert_null(document_load(&document, &message));
		assert_memory_equal(without_path(message).bytes, ":3:1: error: ", 13);
		assert_ptr_equal(document_doc(&document), shown);
		check_name(shown, "Ada");
		/* What is said about the version that is shown is something else. */
		check_message(document_summary(&document), "");
	}
	assert_int_equal(unlink(path), 0);
	assert_null(document_load(&document, &message));
	check_message(message, ": error: cannot be opened: No such file or directory");
	check_name(shown, "Ada");
	check_name(load("basics: {name: Grace}\n", ""), "Grace");
	check_name(shown, "Ada");
}

static void says_what_a_good_version_leaves_to_wish_for(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Ada}\n", false), LOAD_GOOD);
	struct text message = TEXT("");
	write_resume("basics:\n  name: Ada\n  name: Grace\n");
	check_name(document_load(&document, &message), "Grace");
	assert_memory_equal(without_path(message).bytes, ":3:3: warning: ", 15);
	check_name(load("basics: {name: Mary}\n", ""), "Mary");
}

static void spells_every_version_in_ascii(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Zo\u00EB}\n", true), LOAD_GOOD);
	check_name(document_doc(&document), "Zoe");
	check_name(load("basics: {name: Andr\u00E9}\n", ""), "Andre");
}

static void spells_in_ascii_from_now_on(void **state)
{
	(void)state;
	assert_int_equal(open_resume("basics: {name: Zo\u00EB}\n", false), LOAD_GOOD);
	check_name(document_doc(&document), "Zo\u00EB");
	check_name(load("basics: {name: Andr\u00E9}\n", ""), "Andr\u00E9");
	document_spell_ascii(&document);
	check_name(document_doc(&document), "Andre");
	check_name(load("basics: {name: Zo\u00EB}\n", ""), "Zoe");
}

static int begin(void **state)
{
	document = (struct document){0};
	return make_directory(state);
}

static int end(void **state)
{
	document_finish(&document);
	return remove_directory(state);
}

#define on_file(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_file(opens_a_file),
		on_file(says_what_is_wrong_with_a_file),
		on_file(shows_what_was_meant),
		on_file(says_that_there_is_no_file),
		on_file(tells_the_first_of_several_messages),
		on_file(shows_the_newest_version),
		on_file(keeps_the_version_before_a_broken_one),
		on_file(says_what_a_good_version_leaves_to_wish_for),
		on_file(spells_every_version_in_ascii),
		on_file(spells_in_ascii_from_now_on),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
