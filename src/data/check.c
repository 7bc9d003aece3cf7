#include "data/check.h"

#include "base/buffer.h"
#include "base/line.h"
#include "base/memory.h"
#include "base/mojibake.h"
#include "base/unicode.h"
#include "check_value.h"
#include "data/json.h"

#include <stdlib.h>

/* What is to be looked at in a file, in its order. */
struct check {
	struct diagnostics *diagnostics;
	const struct node **scalars; /* without quotes */
	size_t count;
	size_t capacity;
};

static void add_scalar(struct check *check, const struct node *node)
{
	if (check->count == check->capacity) {
		check->capacity = check->capacity ? check->capacity * 2 : 256;
		check->scalars =
			memory_resize(check->scalars, check->capacity * sizeof *check->scalars);
	}
	check->scalars[check->count++] = node;
}

static bool holds_texts(const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next) {
		if (item->kind == NODE_SCALAR)
			return true;
	}
	return false;
}

/* As in {a:1}, which has a key "a:1" and nothing else. */
static void check_key(struct check *check, const struct node *node)
{
	size_t colon = text_find(node->key, 0, ':');
	bool is_empty = node->kind == NODE_SCALAR && node->plain && !node->text.length;
	struct text quote = diagnostic_beginning(node->key);
	if (is_empty && colon && colon + 1 < node->key.length && node->key.bytes[colon + 1] != '/')
		diagnostics_add(check->diagnostics, SEVERITY_WARNING, node->key_position,
			"'%.*s' is a key without a value; put a space behind the colon",
			(int)quote.length, quote.bytes);
}

/* All there is to look at in JSON. The depth is bounded: see YAML_DEPTH_MOST. */
static void check_keys(struct check *check, const struct node *node)
{
	check_key(check, node);
	for (const struct node *child = node->first; child; child = child->next)
		check_keys(check, child);
}

static void look_at(struct check *check, const struct node *node)
{
	check_key(check, node);
	/* Behind an alias, there is no text of its own. */
	if (node->kind == NODE_SCALAR && node->plain && node->end.line)
		add_scalar(check, node);
	bool has_texts = node->kind == NODE_LIST && holds_texts(node);
	for (const struct node *child = node->first; child; child = child->next) {
		if (node->kind == NODE_LIST)
			check_pair(child, has_texts, check->diagnostics);
		look_at(check, child);
	}
}

static int compare(struct position a, struct position b)
{
	if (a.line != b.line)
		return a.line < b.line ? -1 : 1;
	return (a.column > b.column) - (a.column < b.column);
}

static int compare_scalars(const void *a, const void *b)
{
	const struct node *const *first = a;
	const struct node *const *second = b;
	return compare((*first)->position, (*second)->position);
}

static void check_values(struct check *check, struct text source)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	if (check->count)
		qsort(check->scalars, check->count, sizeof *check->scalars, compare_scalars);
	for (size_t i = 0; i < check->count; i++) {
		const struct node *node = check->scalars[i];
		/* What an alias stands for was looked at where it is written. */
		if (i && !compare_scalars(&check->scalars[i - 1], &check->scalars[i]))
			continue;
		check_value(node, check->diagnostics);
		size_t offset = line_walk_to(&walk, node->end);
		check_comment(node, text_slice(source, offset, walk.start + walk.line.length),
			check->diagnostics);
	}
}

/* Characters in a row that were lost, in bytes; what is malformed the reading told of already. */
static size_t lost_length(struct text line, size_t at)
{
	static const struct text replacement = {"\xEF\xBF\xBD", 3};
	size_t length = 0;
	while (text_starts_with(text_slice(line, at + length, line.length), replacement))
		length += replacement.length;
	return length;
}

/* A stretch of a line that no one can have written so, in bytes; 0 if there is none. */
static size_t check_stretch(struct text line, size_t at, struct position position,
	struct buffer *meant, struct diagnostics *diagnostics)
{
	size_t length = lost_length(line, at);
	if (length) {
		diagnostics_add(diagnostics, SEVERITY_WARNING, position,
			"characters were lost here when the file was saved or converted; write "
			"them again");
		return length;
	}
	length = mojibake_at(line, at, meant);
	struct text found = diagnostic_beginning(text_slice(line, at, at + length));
	struct text right = diagnostic_beginning(buffer_text(meant));
	if (length)
		diagnostics_add(diagnostics, SEVERITY_WARNING, position,
			"'%.*s' looks like '%.*s' that was decoded as Windows-1252; write that "
			"instead",
			(int)found.length, found.bytes, (int)right.length, right.bytes);
	return length;
}

static void check_line(struct text line, int number, struct diagnostics *diagnostics)
{
	struct buffer meant = {0};
	struct position position = {number, 1};
	size_t behind = 0; /* the last stretch that was told of */
	size_t size;
	for (size_t at = 0; at < line.length; at += size, position.column++) {
		unicode_decode(line, at, &size);
		if (size > 1 && at >= behind)
			behind = at + check_stretch(line, at, position, &meant, diagnostics);
	}
	buffer_finish(&meant);
}

/* A line that is nothing but a comment, which no one reads but its author. */
static bool is_comment(struct text line)
{
	struct text text = text_trim(line);
	return text.length && text.bytes[0] == '#';
}

static void check_characters(struct text source, struct diagnostics *diagnostics)
{
	int number = 1;
	size_t next;
	for (size_t start = line_mark(source); start < source.length; start = next, number++) {
		size_t end = line_end(source, start);
		struct text line = text_slice(source, start, end);
		if (!is_comment(line))
			check_line(line, number, diagnostics);
		next = line_next(source, end);
	}
}

/* Only the first document of a file is shown: what a line of three hyphens parts from the rest. */
static void check_documents(struct text source, struct diagnostics *diagnostics)
{
	bool has_content = false;
	for (size_t start = line_mark(source); start < source.length;
		start = line_next(source, start)) {
		struct text line = text_slice(source, start, line_end(source, start));
		bool parts = text_starts_with(line, TEXT("---")) &&
			     text_trim(text_slice(line, 3, line.length)).length == 0;
		struct text rest = text_slice(source, line_next(source, start), source.length);
		if (parts && has_content && text_trim(rest).length) {
			diagnostics_add(diagnostics, SEVERITY_WARNING, line_position(source, start),
				"what follows these hyphens is not shown; remove them if it "
				"belongs here");
			return;
		}
		has_content = has_content ||
			      (!parts && line.length && !is_comment(line) && line.bytes[0] != '%');
	}
}

void data_check(const struct node *root, struct text source, struct diagnostics *diagnostics)
{
	struct check check = {.diagnostics = diagnostics};
	if (text_starts_with(source, TEXT("\xFF\xFE")) ||
		text_starts_with(source, TEXT("\xFE\xFF")))
		return;
	check_characters(source, diagnostics);
	if (!root)
		return;
	if (json_is_likely(source)) {
		check_keys(&check, root);
		return;
	}
	check_documents(source, diagnostics);
	look_at(&check, root);
	check_values(&check, source);
	free(check.scalars);
}
