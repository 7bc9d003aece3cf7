#include "verbatim.h"

#include <stdbool.h>
#include <string.h>

enum { FENCE_LEAST = 3 };

size_t verbatim_run(struct text text, size_t start)
{
	size_t end = start + 1;
	while (end < text.length && text.bytes[end] == text.bytes[start])
		end++;
	return end - start;
}

static bool is_one_of(const char *bytes, char byte)
{
	return byte && strchr(bytes, byte);
}

static size_t skip(struct text text, size_t at, const char *bytes)
{
	while (at < text.length && is_one_of(bytes, text.bytes[at]))
		at++;
	return at;
}

static bool ends_line(struct text text, size_t at)
{
	return at == text.length || text.bytes[at] == '\n';
}

/* True if only what marks lists and quotations is before start on its line. */
static bool begins_line(struct text text, size_t start)
{
	while (start > 0 && is_one_of(" \t>-+*.)0123456789", text.bytes[start - 1]))
		start--;
	return start == 0 || text.bytes[start - 1] == '\n';
}

/* A fence of backticks has none behind it, else it is a span. */
static bool is_fence(struct text text, size_t start, size_t run)
{
	if (run < FENCE_LEAST || !begins_line(text, start))
		return false;
	struct text line = text_slice(text, start + run, text_find(text, start, '\n'));
	return text.bytes[start] == '~' || text_find(line, 0, '`') == line.length;
}

/* Up to the fence that closes it, or to the end of the text. */
static size_t block_length(struct text text, size_t start, size_t run)
{
	size_t at = text_find(text, start, '\n');
	while (at < text.length) {
		at = skip(text, at + 1, " \t>");
		if (at < text.length && text.bytes[at] == text.bytes[start]) {
			size_t found = verbatim_run(text, at);
			at += found;
			if (found >= run && ends_line(text, skip(text, at, " \t")))
				return at - start;
		}
		at = text_find(text, at, '\n');
	}
	return text.length - start;
}

/* Up to a run of as many backticks in the same paragraph. */
static size_t span_length(struct text text, size_t start, size_t run)
{
	for (size_t at = start + run; at < text.length; at++) {
		if (text.bytes[at] == '\n' && ends_line(text, skip(text, at + 1, " \t")))
			return 0;
		if (text.bytes[at] != '`')
			continue;
		size_t found = verbatim_run(text, at);
		at += found - 1;
		if (found == run)
			return at + 1 - start;
	}
	return 0;
}

size_t verbatim_length(struct text text, size_t start)
{
	size_t run = verbatim_run(text, start);
	if (is_fence(text, start, run))
		return block_length(text, start, run);
	return text.bytes[start] == '`' ? span_length(text, start, run) : 0;
}
