/*
 * What the tests of the checks say of a source and the messages about it; to be included after
 * cmocka.h.
 */
#ifndef VITAE_TESTS_CHECKED_H
#define VITAE_TESTS_CHECKED_H

#include "data/read.h"
#include "describe.h"
#include "resume/check.h"

#include <string.h>

/* Of vitae's own schema, and of another; only the flag matters here. */
static const struct dialect native = {.name = "native", .own = true};
static const struct dialect foreign = {.name = "foreign", .own = false};

struct checking {
	struct arena arena;
	struct diagnostics diagnostics;
	struct diagnostics of_reading;
};

/* The tree is taken as it is in the file, with vitae's own names. */
static inline struct checking check_source(const char *source, const struct dialect *dialect)
{
	struct checking checking = {.arena = {NULL}};
	const struct node *root =
		data_read(text_from(source), &checking.arena, &checking.of_reading);
	assert_non_null(root);
	resume_check(root, dialect, NULL, &checking.arena, &checking.diagnostics);
	diagnostics_sort(&checking.diagnostics);
	return checking;
}

static inline void finish(struct checking *checking)
{
	diagnostics_finish(&checking->diagnostics);
	diagnostics_finish(&checking->of_reading);
	arena_finish(&checking->arena);
}

/* True if the line, "2:3 warning part of the text", tells of the message. */
static inline bool tells_of(struct text line, const struct diagnostic *message)
{
	static const char *const severities[] = {"note", "warning", "error"};
	char start[64];
	char part[200];
	int length = snprintf(start, sizeof start, "%d:%d %s ", message->position.line,
		message->position.column, severities[message->severity]);
	if (!text_starts_with(line, (struct text){start, (size_t)length}))
		return false;
	struct text rest = text_slice(line, (size_t)length, line.length);
	snprintf(part, sizeof part, "%.*s", (int)rest.length, rest.bytes);
	return strstr(message->message, part) != NULL;
}

static inline void fail_with(
	const char *source, const char *expected, const struct checking *checking)
{
	char *found = describe_messages(&checking->diagnostics);
	print_error("of:\n%s\nexpected:\n%s\nfound:\n%s\n", source, expected, found);
	free(found);
	fail();
}

/* Each line of expected tells of the message at its place in the list, and there are no others. */
static inline void check_as(const char *source, const struct dialect *dialect, const char *expected)
{
	struct checking checking = check_source(source, dialect);
	struct text rest = text_from(expected);
	for (size_t i = 0; i < checking.diagnostics.count || rest.length; i++) {
		size_t end = text_find(rest, 0, '\n');
		bool both = i < checking.diagnostics.count && rest.length;
		if (!both || !tells_of(text_slice(rest, 0, end), &checking.diagnostics.items[i]))
			fail_with(source, expected, &checking);
		rest = text_slice(rest, end + 1, rest.length);
	}
	finish(&checking);
}

static inline void check(const char *source, const char *expected)
{
	check_as(source, &native, expected);
}

/* What comes after a name, from line 2 on. */
static inline void check_named(const char *source, const char *expected)
{
	char whole[2000];
	assert_true(snprintf(whole, sizeof whole, "basics: {name: J}\n%s\n", source) <
		    (int)sizeof whole);
	check(whole, expected);
}

/* A value of a field of an entry, on line 3. */
static inline void check_in(
	const char *section, const char *field, const char *value, const char *expected)
{
	char source[1000];
	assert_true(snprintf(source, sizeof source, "%s:\n- %s: %s", section, field, value) <
		    (int)sizeof source);
	check_named(source, expected);
}

/* A value of a field of the header, on line 3. */
static inline void check_basics(const char *field, const char *value, const char *expected)
{
	char source[1000];
	assert_true(snprintf(source, sizeof source, "basics:\n  name: J\n  %s: %s\n", field,
			    value) < (int)sizeof source);
	check(source, expected);
}

#endif
