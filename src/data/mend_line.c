#include "mend_parts.h"

#include "base/line.h"
#include "base/unicode.h"

#include <string.h>

/* A value that begins with one of these is read as something else than text. */
static const char trap_signs[] = "*&!|>@%`[]{},\"'";

bool mend_is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

bool mend_is_at(struct text line, size_t at, char byte)
{
	return at < line.length && line.bytes[at] == byte;
}

size_t mend_skip_blanks(struct text line, size_t at)
{
	while (at < line.length && mend_is_blank(line.bytes[at]))
		at++;
	return at;
}

static bool ends_word(struct text line, size_t at)
{
	return at >= line.length || mend_is_blank(line.bytes[at]);
}

/* Offset of the colon of a plain key at that place, or the length. */
static size_t find_colon(struct text line, size_t at)
{
	for (; at < line.length; at++) {
		if (line.bytes[at] == ':' && ends_word(line, at + 1))
			return at;
		if (line.bytes[at] == '#' && at && mend_is_blank(line.bytes[at - 1]))
			break;
	}
	return line.length;
}

static size_t colon_of_key(struct text line, size_t at)
{
	if (mend_is_at(line, at, '"') || mend_is_at(line, at, '\''))
		return mend_skip_blanks(line, text_find(line, at + 1, line.bytes[at]) + 1);
	if (at < line.length && (line.bytes[at] == '#' || strchr(trap_signs, line.bytes[at])))
		return line.length;
	return find_colon(line, at);
}

struct opening mend_read_opening(struct text line)
{
	struct opening opening = {.indent = mend_skip_blanks(line, 0)};
	size_t at = opening.indent;
	opening.node = at;
	while (mend_is_at(line, at, '-') && at + 1 < line.length &&
		mend_is_blank(line.bytes[at + 1])) {
		opening.introduced = true;
		opening.node = at;
		at = mend_skip_blanks(line, at + 1);
	}
	size_t colon = colon_of_key(line, at);
	if (mend_is_at(line, colon, ':') && ends_word(line, colon + 1)) {
		opening.introduced = true;
		opening.node = at;
		at = mend_skip_blanks(line, colon + 1);
	}
	opening.value = at;
	return opening;
}

static struct text value_at(struct text line, const struct opening *opening)
{
	return text_slice(line, opening->value, line.length);
}

/* What begins a text in the lines below, as it should. */
static bool is_block_header(struct text value)
{
	size_t at = 1;
	if (value.bytes[0] != '|' && value.bytes[0] != '>')
		return false;
	while (at < value.length && !mend_is_blank(value.bytes[at]) &&
		strchr("+-123456789", value.bytes[at]))
		at++;
	at = mend_skip_blanks(value, at);
	return at == value.length || value.bytes[at] == '#';
}

/* True for a value that is not read as the text that it looks like. */
static bool is_trap(struct text value)
{
	if (!value.length || is_block_header(value))
		return false;
	if (strchr(trap_signs, value.bytes[0]) || find_colon(value, 0) < value.length)
		return true;
	return (value.bytes[0] == '-' || value.bytes[0] == '?') && ends_word(value, 1);
}

void patch_begin(struct patch *patch, int first, int last)
{
	patch->first = first;
	patch->last = last;
	patch->lines.length = 0;
	patch->message = NULL;
}

void patch_add(struct patch *patch, struct text line, size_t start, size_t end)
{
	buffer_add(&patch->lines, text_slice(line, start, end));
}

void patch_add_quoted(struct patch *patch, struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		buffer_add_byte(&patch->lines, byte == '\t' ? ' ' : byte);
		if (byte == '\'')
			buffer_add_byte(&patch->lines, '\'');
	}
}

/* Where the text of a line ends: in front of blanks, or of a comment set off by two of them. */
static size_t end_of_text(struct text line, size_t start)
{
	size_t end = line.length;
	for (size_t at = start + 2; at < line.length; at++) {
		if (line.bytes[at] != '#' || !mend_is_blank(line.bytes[at - 1]) ||
			!mend_is_blank(line.bytes[at - 2]))
			continue;
		end = at;
		break;
	}
	while (end > start && mend_is_blank(line.bytes[end - 1]))
		end--;
	return end;
}

/* Text over several lines that is to be quoted. */
struct stretch {
	int first;
	int last;
	size_t value; /* where it begins in the first line */
	size_t node;  /* its further lines are further in than that */
};

/* The lines in which the value goes on, as a plain text would. */
static void find_last_line(struct text source, struct stretch *stretch)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	line_walk_to(&walk, (struct position){stretch->first, 1});
	stretch->last = stretch->first;
	for (int number = stretch->first + 1;; number++) {
		line_walk_to(&walk, (struct position){number, 1});
		if (walk.position.line != number)
			break;
		size_t indent = mend_skip_blanks(walk.line, 0);
		if (indent == walk.line.length)
			continue;
		if (indent <= stretch->node || walk.line.bytes[indent] == '#')
			break;
		stretch->last = number;
	}
}

static void quote_stretch(struct text source, const struct stretch *stretch, struct patch *patch)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	patch_begin(patch, stretch->first, stretch->last);
	for (int number = stretch->first; number <= stretch->last; number++) {
		bool first = number == stretch->first;
		bool last = number == stretch->last;
		line_walk_to(&walk, (struct position){number, 1});
		struct text line = walk.line;
		size_t start = first ? stretch->value : mend_skip_blanks(line, 0);
		size_t end = last ? end_of_text(line, start) : line.length;
		size_t offset = walk.offset;
		patch_add(patch, line, 0, start);
		buffer_add(&patch->lines, first ? TEXT("'") : TEXT(""));
		patch_add_quoted(patch, text_slice(line, start, end));
		buffer_add(&patch->lines, last ? TEXT("'") : TEXT(""));
		patch_add(patch, source, offset + (end > start ? end : start),
			line_next(source, offset));
	}
}

/* The value that begins in that line; what belongs to it is further in than node. */
static bool quote_value(struct text source, int number, size_t node, struct patch *patch)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	line_walk_to(&walk, (struct position){number, 1});
	struct opening opening = mend_read_opening(walk.line);
	struct stretch stretch = {.first = number, .value = opening.value, .node = node};
	find_last_line(source, &stretch);
	quote_stretch(source, &stretch, patch);
	return opening.value < walk.line.length;
}

/* A line that introduces a text, and the line where that begins, which may be the next. */
struct introduction {
	struct opening opening;
	int first;         /* 0 if there is none */
	struct text value; /* what there is of the text in that line */
};

/* For the text that goes on in a line that does not introduce its own. */
static struct introduction find_introduction(struct text source, int number)
{
	struct line_walk walk;
	struct introduction found = {.first = 0};
	bool open = false;
	line_walk_init(&walk, source);
	for (int line = 1; line <= number; line++) {
		line_walk_to(&walk, (struct position){line, 1});
		struct opening here = mend_read_opening(walk.line);
		if (here.indent == walk.line.length || walk.line.bytes[here.indent] == '#')
			continue;
		bool introduces = here.introduced && line < number;
		if (introduces)
			found = (struct introduction){.opening = here};
		open = introduces || (open && here.indent > found.opening.node);
		if (found.first || !open || here.value == walk.line.length)
			continue;
		found.first = line;
		found.value = value_at(walk.line, &here);
	}
	if (!open)
		found.first = 0;
	return found;
}

static size_t count_blanks(struct text text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.length; i++)
		count += mend_is_blank(text.bytes[i]);
	return count;
}

/* True if what looks like a key is rather text with a colon: it has three words or more. */
static bool reads_as_text(struct text line, const struct opening *opening)
{
	struct text key = text_slice(line, opening->node, find_colon(line, opening->node));
	return !mend_is_at(line, opening->indent, '-') && count_blanks(text_trim(key)) >= 2;
}

bool mend_value(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	int number = fault->problem.line;
	struct line_walk walk;
	line_walk_init(&walk, source);
	size_t offset = line_walk_to(&walk, fault->problem);
	struct text line = walk.line;
	size_t problem = offset - walk.start;
	struct opening opening = mend_read_opening(line);
	struct text value = value_at(line, &opening);
	bool is_flow = value.length && (value.bytes[0] == '[' || value.bytes[0] == '{');
	if (walk.position.line != number || opening.indent == line.length ||
		(fault->in_flow && !is_flow))
		return false;
	if (opening.introduced && problem >= opening.value)
		return is_trap(value) && quote_value(source, number, opening.node, patch);
	if (opening.introduced && !reads_as_text(line, &opening))
		return false;
	struct introduction introduction = find_introduction(source, number);
	if (!introduction.first || is_block_header(introduction.value) ||
		(!opening.introduced && !is_trap(introduction.value)))
		return false;
	return quote_value(source, introduction.first, introduction.opening.node, patch);
}

void patch_set_mistake(struct patch *patch, struct position position, const char *message)
{
	patch->mistake = position;
	patch->message = message;
}

static bool quote_quoted(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	int number = fault->quote.line;
	if (!number || number >= fault->problem.line || fault->in_flow)
		return false;
	line_walk_init(&walk, source);
	line_walk_to(&walk, fault->quote);
	struct opening opening = mend_read_opening(walk.line);
	struct text value = value_at(walk.line, &opening);
	if (!value.length || !strchr("\"'", value.bytes[0]))
		return false;
	if (opening.introduced)
		return quote_value(source, number, opening.node, patch);
	struct introduction introduction = find_introduction(source, number);
	return introduction.first == number &&
	       quote_value(source, number, introduction.opening.node, patch);
}

bool mend_quote(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	if (!quote_quoted(source, fault, patch))
		return false;
	patch_set_mistake(patch, fault->quote,
		"the quote here is not closed, or is part of the text; put the other kind of "
		"quotes around the whole value");
	return true;
}

/* Where an item with a colon too many begins: behind the colon of its key. */
static size_t start_of_item(struct text line, size_t problem)
{
	if (!mend_is_at(line, problem, ':'))
		return problem;
	for (size_t at = problem; at > 1; at--) {
		if (strchr(",[{", line.bytes[at - 1]))
			break;
		if (line.bytes[at - 1] == ' ' && line.bytes[at - 2] == ':')
			return at;
	}
	return line.length;
}

bool mend_item(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	size_t offset = line_walk_to(&walk, fault->problem);
	struct text line = walk.line;
	size_t start = offset - walk.start;
	if (!fault->in_flow || start >= line.length || !line.bytes[start] ||
		!strchr("*&!|>@%`:", line.bytes[start]))
		return false;
	start = start_of_item(line, start);
	size_t end = start;
	while (end < line.length && !strchr(",[]{}", line.bytes[end]))
		end++;
	while (end > start && mend_is_blank(line.bytes[end - 1]))
		end--;
	if (start == end)
		return false;
	patch_begin(patch, walk.position.line, walk.position.line);
	patch_add(patch, line, 0, start);
	buffer_add_byte(&patch->lines, '\'');
	patch_add_quoted(patch, text_slice(line, start, end));
	buffer_add_byte(&patch->lines, '\'');
	patch_add(patch, source, walk.start + end, line_next(source, walk.start));
	return true;
}

bool mend_directive(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	size_t start = line_walk_to(&walk, (struct position){fault->problem.line, 1});
	if (!text_starts_with(walk.line, TEXT("%YAML")) &&
		!text_starts_with(walk.line, TEXT("%TAG")))
		return false;
	patch_begin(patch, walk.position.line, walk.position.line);
	buffer_add_byte(&patch->lines, '#');
	patch_add(patch, source, start + 1, line_next(source, start));
	return true;
}

/* An escape that is meant as one: of a quote or a backslash, or of a character by its number. */
static bool is_meant(struct text line, size_t at)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	if (at + 1 >= line.length)
		return true;
	if (strchr("\"\\/", line.bytes[at + 1]))
		return true;
	if (line.bytes[at + 1] != 'u' || line.length - at < 6)
		return false;
	for (size_t i = at + 2; i < at + 6; i++) {
		if (!line.bytes[i] || !strchr(digits, line.bytes[i]))
			return false;
	}
	return true;
}

bool mend_escapes(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	if (fault->kind != YAML_FAULT_ESCAPE)
		return false;
	line_walk_init(&walk, source);
	size_t start = line_walk_to(&walk, (struct position){fault->problem.line, 1});
	struct text line = walk.line;
	bool quoted = fault->quote.line < fault->problem.line;
	patch_begin(patch, walk.position.line, walk.position.line);
	for (size_t at = 0; at < line.length; at++) {
		char byte = line.bytes[at];
		buffer_add_byte(&patch->lines, byte);
		if (byte == '"')
			quoted = !quoted;
		if (byte != '\\' || !quoted)
			continue;
		bool meant = is_meant(line, at);
		buffer_add_byte(
			&patch->lines, meant && at + 1 < line.length ? line.bytes[++at] : '\\');
	}
	patch_add(patch, source, start + line.length, line_next(source, start));
	return true;
}

bool mend_says_something(struct text line)
{
	size_t indent = mend_skip_blanks(line, 0);
	return indent < line.length && line.bytes[indent] != '#';
}

/* The last line before that one that says something, as an offset; the line's if there is none. */
static size_t line_before(struct text source, int number)
{
	struct line_walk walk;
	size_t start = 0;
	line_walk_init(&walk, source);
	for (int line = 1; line < number; line++) {
		size_t offset = line_walk_to(&walk, (struct position){line, 1});
		if (mend_says_something(walk.line))
			start = offset;
	}
	return start;
}

/* A word with a colon right behind it, and what goes on is no address. */
bool mend_key(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
	struct line_walk walk;
	if (fault->in_flow)
		return false;
	line_walk_init(&walk, source);
	struct position position = {fault->context.line, 1};
	if (!position.line)
		position = line_position(source, line_before(source, fault->problem.line));
	size_t start = line_walk_to(&walk, position);
	struct text line = walk.line;
	struct opening opening = mend_read_opening(line);
	size_t colon = opening.value;
	while (colon < line.length && line.bytes[colon] && strchr(letters, line.bytes[colon]))
		colon++;
	if (colon == opening.value || !mend_is_at(line, colon, ':') || ends_word(line, colon + 1) ||
		line.bytes[colon + 1] == '/')
		return false;
	patch_begin(patch, walk.position.line, walk.position.line);
	patch_set_mistake(patch, line_position(source, start + colon),
		"there is no space behind the colon; put one there");
	patch_add(patch, line, 0, colon + 1);
	buffer_add_byte(&patch->lines, ' ');
	patch_add(patch, source, start + colon + 1, line_next(source, start));
	return true;
}

/* The next line from there on that begins with a mark; false if there is none. */
static bool find_mark(struct text source, size_t *at, struct text mark)
{
	for (; *at < source.length; *at = line_next(source, *at)) {
		if (text_starts_with(text_slice(source, *at, source.length), mark))
			return true;
	}
	return false;
}

bool mend_conflict(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	static const struct text marks[] = {{"<<<<<<< ", 8}, {"=======", 7}, {">>>>>>> ", 8}};
	size_t at = line_mark(source);
	size_t start = 0;
	if (fault->in_flow || !find_mark(source, &at, marks[0]))
		return false;
	struct position first = line_position(source, at);
	patch_begin(patch, first.line, first.line);
	patch_set_mistake(patch, first, "a merge left its marks here; keep one of the versions");
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		start = at;
		if (!find_mark(source, &at, marks[i]))
			return false;
		patch_add(patch, source, start, at);
		buffer_add_byte(&patch->lines, '#');
		patch_add(patch, source, at + 1, line_next(source, at));
		patch->last = line_position(source, at).line;
		at = line_next(source, at);
	}
	return true;
}

bool mend_string(struct text source, const struct yaml_fault *fault, struct patch *patch)
{
	struct line_walk walk;
	if (!fault->quote.line || fault->quote.line >= fault->problem.line)
		return false;
	line_walk_init(&walk, source);
	size_t start = line_walk_to(&walk, fault->quote) - walk.start;
	struct text line = walk.line;
	size_t end = line.length;
	while (end > start + 1 &&
		(mend_is_blank(line.bytes[end - 1]) || line.bytes[end - 1] == ','))
		end--;
	patch_begin(patch, walk.position.line, walk.position.line);
	patch_set_mistake(patch, fault->quote,
		"the quote here is not closed; put one behind the text, in the same line");
	patch_add(patch, line, 0, end);
	buffer_add_byte(&patch->lines, '"');
	patch_add(patch, source, walk.start + end, line_next(source, walk.start));
	return mend_is_at(line, start, '"');
}
