/*
 * Messages about a file, as values: collected where a fault is seen, printed at the top.
 * Knows nothing of where they are shown.
 */
#ifndef VITAE_BASE_DIAGNOSTIC_H
#define VITAE_BASE_DIAGNOSTIC_H

#include "base/arena.h"
#include "base/text.h"

#include <stddef.h>
#include <stdio.h>

/* Both count from 1, columns in characters; 0 means that it is not known. */
struct position {
	int line;
	int column;
};

enum severity {
	SEVERITY_NOTE,
	SEVERITY_WARNING,
	SEVERITY_ERROR,
};

/* message says what is wrong and what to do, without position and severity. Owned by its list. */
struct diagnostic {
	enum severity severity;
	struct position position;
	char *message;
};

/* Caller-allocated; all zero is an empty list. Keeps at most a thousand messages. */
struct diagnostics {
	struct diagnostic *items;
	size_t count;
	size_t capacity;
	size_t left_out;     /* how many more there were */
	enum severity worst; /* of all; of none it is a note */
};

/* The beginning of a text's first line, short enough to be quoted in a message; borrowed. */
struct text diagnostic_beginning(struct text text);

void diagnostics_add(struct diagnostics *list, enum severity severity, struct position position,
	const char *format, ...) __attribute__((format(printf, 4, 5), nonnull(1, 4)));

/* Moves all messages of another list to the end of this one. */
void diagnostics_take(struct diagnostics *list, struct diagnostics *other);

/* Sorts by position; messages at one place keep their order. */
void diagnostics_sort(struct diagnostics *list);

/*
 * "file:line:col: severity: message" in the arena, without a position that is not known, and with
 * control characters replaced.
 */
struct text diagnostic_format(
	const struct diagnostic *message, const char *file, struct arena *arena);

/* What is written around the parts of a message on a terminal; the empty ones are "". */
struct diagnostic_style {
	const char *place;
	const char *levels[SEVERITY_ERROR + 1];
	const char *end; /* of each */
};

/* The same in a style. */
struct text diagnostic_format_styled(const struct diagnostic *message, const char *file,
	const struct diagnostic_style *style, struct arena *arena);

/* Writes that as a line. */
void diagnostic_print(const struct diagnostic *message, const char *file, FILE *stream);

void diagnostics_finish(struct diagnostics *list);

#endif
