#include "mend_parts.h"

#include "base/line.h"

#include <stdint.h>
#include <string.h>

/* The column of what a line is: an item, or else a key; SIZE_MAX for a line that is not of the
 * kind.
 */
static size_t column_of_kind(struct text line, bool is_item)
{
	struct opening opening = mend_read_opening(line);
	bool has_dash = mend_is_at(line, opening.indent, '-');
	if (is_item)
		return has_dash ? opening.indent : SIZE_MAX;
	bool has_key = opening.introduced && !mend_is_at(line, opening.node, '-');
	return has_key ? opening.node : SIZE_MAX;
}

/* Where such a line should have been indented to: 0 if lines above are indented as it is. */
static size_t find_indent(struct text source, int number, size_t indent, bool is_item)
{
	struct line_walk walk;
	size_t target = 0;
	line_walk_init(&walk, source);
	for (int line = 1; line < number; line++) {
		line_walk_to(&walk, (struct position){line, 1});
		if (!mend_says_something(walk.line))
			continue;
		size_t column = column_of_kind(walk.line, is_item);
		if (mend_skip_blanks(walk.line, 0) <= indent)
			target = 0;
		if (column == indent)
			return 0;
		if (column > indent && column < SIZE_MAX && (!target || column < target))
			target = column;
	}
	return target;
}

/* Those that follow are as far in, and not yet as far as they should be. */
static void indent_lines(
	struct text source, int number, size_t indent, size_t target, struct patch *patch)
{
	struct line_walk walk;
	patch_begin(patch, number, number);
	line_walk_init(&walk, source);
	for (;; number++) {
		size_t offset = line_walk_to(&walk, (struct position){number, 1});
		size_t here = mend_skip_blanks(walk.line, 0);
		bool ends = walk.position.line != number || here < indent || here >= target;
		if (ends && (number > patch->first))
			break;
		buffer_add_repeated(&patch->lines, ' ', target - indent);
		patch_add(patch, source, offset, line_next(source, offset));
		patch->last = number;
	}
}

bool mend_indentation(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	const int lines[] = {fault->problem.line, fault->context.line};
	struct line_walk walk;
	for (size_t i = 0; i < 2 && !fault->in_flow; i++) {
		line_walk_init(&walk, source);
		line_walk_to(&walk, (struct position){lines[i], 1});
		struct opening opening = mend_read_opening(walk.line);
		if (walk.position.line != lines[i] || !opening.introduced || !opening.indent)
			continue;
		bool is_item = mend_is_at(walk.line, opening.indent, '-');
		size_t target = find_indent(source, lines[i], opening.indent, is_item);
		if (!target)
			continue;
		indent_lines(source, lines[i], opening.indent, target, patch);
		patch_set_mistake(patch, line_position(source, walk.start + opening.indent),
			"this is indented neither as the lines above nor less than those; "
			"indent it as far as what it belongs with");
		return true;
	}
	return false;
}

/* The text of an item that begins at offset with its dash; false if that is more than a text. */
static bool read_item(struct text line, size_t at, struct text *item)
{
	*item = text_trim(text_slice(line, at + 1, line.length));
	bool is_item = mend_is_at(line, at, '-') && at + 1 < line.length &&
		       mend_is_blank(line.bytes[at + 1]) && item->length;
	for (size_t i = 0; is_item && i < item->length; i++) {
		bool has_key = item->bytes[i] == ':' &&
			       (i + 1 == item->length || mend_is_blank(item->bytes[i + 1]));
		is_item = !has_key && (item->bytes[i] != '#' || !i);
	}
	return is_item;
}

static void add_item(struct patch *patch, struct text item)
{
	bool is_quoted = item.length > 1 && strchr("\"'", item.bytes[0]) &&
			 item.bytes[item.length - 1] == item.bytes[0];
	buffer_add(&patch->lines, is_quoted ? TEXT("") : TEXT("'"));
	if (is_quoted)
		buffer_add(&patch->lines, item);
	else
		patch_add_quoted(patch, item);
	buffer_add(&patch->lines, is_quoted ? TEXT("") : TEXT("'"));
}

/* The items below the first one, as far as they are in; false if there are none, or if one is more
 * than a text. */
static bool add_items_below(struct line_walk walk, size_t indent, struct patch *patch)
{
	struct text item;
	for (int number = patch->first + 1;; number++) {
		line_walk_to(&walk, (struct position){number, 1});
		size_t here = mend_skip_blanks(walk.line, 0);
		if (walk.position.line != number || here < indent ||
			!mend_is_at(walk.line, here, '-'))
			break;
		if (!read_item(walk.line, here, &item))
			return false;
		buffer_add(&patch->lines, TEXT(",\n"));
		patch_add(patch, walk.line, 0, here);
		add_item(patch, item);
		patch->last = number;
	}
	buffer_add(&patch->lines, TEXT("]\n"));
	return patch->last > patch->first;
}

bool mend_list(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	struct text item;
	if (fault->in_flow)
		return false;
	line_walk_init(&walk, source);
	line_walk_to(&walk, (struct position){fault->problem.line, 1});
	struct opening opening = mend_read_opening(walk.line);
	bool has_key = opening.introduced && opening.value > opening.node &&
		       !mend_is_at(walk.line, opening.node, '-');
	if (!has_key || !read_item(walk.line, opening.value, &item))
		return false;
	patch_begin(patch, walk.position.line, walk.position.line);
	patch_set_mistake(patch, line_position(source, walk.start + opening.value),
		"a list begins below its key; write this on the next line");
	patch_add(patch, walk.line, 0, opening.value);
	buffer_add(&patch->lines, TEXT("["));
	add_item(patch, item);
	return add_items_below(walk, opening.node, patch);
}

/* Where the next of the values between brackets ends: at a comma or a bracket, or with the line. */
static size_t end_of_item(struct text line, size_t at)
{
	while (at < line.length && !strchr(",[]{}", line.bytes[at]))
		at++;
	return at;
}

/* True if a part of the value would be read as a comment. */
static bool holds_comment(struct text value)
{
	for (size_t i = 1; i < value.length; i++) {
		if (value.bytes[i] == '#' && mend_is_blank(value.bytes[i - 1]))
			return !strchr("\"'", value.bytes[0]);
	}
	return false;
}

bool mend_hash(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	bool mended = false;
	if (!fault->in_flow || !fault->context.line)
		return false;
	line_walk_init(&walk, source);
	size_t offset = line_walk_to(&walk, fault->context);
	struct text line = walk.line;
	patch_begin(patch, walk.position.line, walk.position.line);
	patch_add(patch, line, 0, offset - walk.start);
	for (size_t at = offset - walk.start; at < line.length;) {
		size_t start = mend_skip_blanks(line, at);
		size_t end = end_of_item(line, start);
		struct text value = text_trim(text_slice(line, start, end));
		bool quotes = holds_comment(value) && end < line.length;
		if (quotes && !mended)
			patch_set_mistake(patch, line_position(source, walk.start + start),
				"a # with a blank in front begins a comment; quote this value");
		mended = mended || quotes;
		patch_add(patch, line, at, start);
		buffer_add(&patch->lines, quotes ? TEXT("'") : TEXT(""));
		if (quotes)
			patch_add_quoted(patch, value);
		else
			patch_add(patch, line, start, end);
		buffer_add(&patch->lines, quotes ? TEXT("'") : TEXT(""));
		patch_add(patch, line, end, end + 1);
		at = end + 1;
	}
	patch_add(patch, source, walk.start + line.length, line_next(source, walk.start));
	return mended;
}
