#include "check_parts.h"

#include "resume/resume.h"

#include <stdarg.h>
#include <stdio.h>

enum {
	REPORTS_MOST = 1000, /* nobody reads more, and the list keeps no more */
	MESSAGE_MOST = 300,  /* quotes are cut, so that no message comes near it */
	QUOTE_MOST = 40,     /* characters */
};

void check_report(struct check *check, enum severity severity, struct position position,
	const char *format, ...)
{
	char line[MESSAGE_MOST];
	va_list arguments;
	if (check->told.count == REPORTS_MOST)
		return;
	int start = snprintf(line, sizeof line, "%d:%d:", position.line, position.column);
	va_start(arguments, format);
	vsnprintf(line + start, sizeof line - (size_t)start, format, arguments);
	va_end(arguments);
	struct text whole = arena_copy(check->arena, text_from(line));
	void **told = text_map_at(&check->told, NULL, whole);
	if (*told)
		return;
	*told = check;
	diagnostics_add(check->diagnostics, severity, position, "%s", line + start);
}

const char *check_quote(struct check *check, struct text text)
{
	struct text beginning = diagnostic_beginning(text);
	return arena_format(&check->scratch, "%.*s%s", (int)beginning.length, beginning.bytes,
		beginning.length < text.length ? "\u2026" : "")
		.bytes;
}

bool check_is_silent(const struct node *node)
{
	return node_is_empty(node) || resume_key_is_hidden(node->key);
}

const struct node *check_value_of(
	const struct field *fields, const struct node *map, enum slot slot)
{
	if (map->kind != NODE_MAP)
		return NULL;
	for (const struct node *child = map->first; child; child = child->next) {
		const struct field *field = schema_find_field(fields, child->key);
		if (field && field->slot == slot && !node_is_empty(child))
			return child;
	}
	return NULL;
}

bool check_has_slip_of(const struct field *fields, const struct node *map, struct text key)
{
	for (const struct node *child = map->first; child; child = child->next) {
		struct nearest nearest = {.written = child->key};
		if (!schema_find_field(fields, child->key))
			check_consider(&nearest, key);
		if (nearest.word.length)
			return true;
	}
	return false;
}
