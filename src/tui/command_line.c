#include "tui/command_line.h"

#include "doc/twin.h"

#include <string.h>

/* What vim's users type. */
static const struct {
	const char *word;
	const char *name;
} aliases[] = {{"q", "quit"}, {"q!", "quit"}, {"h", "help"}, {"e", "edit"}};

static struct text name_of(struct text word)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		if (text_is(word, aliases[i].word))
			return text_from(aliases[i].name);
	}
	return word;
}

/* The action of that name, else the only one whose name begins so; *many is set if several do. */
static const struct action_row *find_action(struct text word, bool *many)
{
	const struct action_row *found = NULL;
	*many = false;
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action == ACTION_NONE || !text_starts_caseless(text_from(row->name), word))
			continue;
		if (strlen(row->name) == word.length) {
			*many = false;
			return row;
		}
		*many = found;
		found = row;
	}
	return *many ? NULL : found;
}

/* A number in decimal digits, or -1. */
static int read_number(struct text text)
{
	int number = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] < '0' || text.bytes[i] > '9' || number > KEYS_COUNT_MOST)
			return -1;
		number = number * 10 + (text.bytes[i] - '0');
	}
	return text.length ? number : -1;
}

static bool is_for_marks(enum action action)
{
	return action == ACTION_MARK || action == ACTION_JUMP;
}

/* What stands behind an action's name: a letter for marks, else a number; 0 if it does not. */
static uint32_t read_argument(enum action action, struct text text)
{
	int number = read_number(text);
	if (is_for_marks(action))
		return text.length == 1 && number < 0 ? (unsigned char)text.bytes[0] : 0;
	return number > 0 ? (uint32_t)number : 0;
}

/* What is wrong with what stands behind an action's name, or NULL. */
static const char *problem_with(const struct action_row *row, struct text argument)
{
	if (row->takes == TAKES_NOTHING && argument.length)
		return "%s takes nothing behind it";
	if (row->takes == TAKES_COUNT && argument.length && read_number(argument) <= 0)
		return "%s takes a number, or nothing";
	if (row->takes != TAKES_ARGUMENT || read_argument(row->action, argument))
		return NULL;
	return is_for_marks(row->action) ? "%s takes a letter" : "%s takes a number";
}

static struct command_line read_action(
	const struct action_row *row, struct text argument, struct arena *arena)
{
	const char *problem = problem_with(row, argument);
	if (problem)
		return (struct command_line){.problem = arena_format(arena, problem, row->name)};
	struct command_line result = {.command = {.action = row->action}};
	if (row->takes == TAKES_COUNT && argument.length)
		result.command.count = read_number(argument);
	else if (row->takes == TAKES_ARGUMENT)
		result.command.argument = read_argument(row->action, argument);
	return result;
}

static struct command_line unknown(struct text line, bool many, struct arena *arena)
{
	const char *format = many ? "Several actions begin with %s; Tab shows them"
				  : "No action and no part is called %s; Tab shows what there is";
	return (struct command_line){
		.problem = arena_format(arena, format, arena_copy(arena, line).bytes)};
}

struct command_line command_line_read(struct text line, const struct doc *doc, struct arena *arena)
{
	line = text_trim(line);
	if (!line.length)
		return (struct command_line){0};
	int number = read_number(line);
	if (number >= 0)
		return (struct command_line){
			.command = {.action = ACTION_FIRST, .count = number ? number : 1}};

	size_t end = text_find(line, 0, ' ');
	struct text word = name_of(text_slice(line, 0, end));
	struct text argument = text_trim(text_slice(line, end, line.length));
	bool many;
	const struct action_row *row = find_action(word, &many);
	const struct block *block = doc_find(doc, line);
	bool exact = row && strlen(row->name) == word.length;
	if (block && !exact)
		return (struct command_line){.block = block};
	return row ? read_action(row, argument, arena) : unknown(line, many, arena);
}

/* Counts down *index over what begins like the line; the one it reaches 0 at, or an empty text. */
static struct text find_completion(
	struct text line, size_t *index, const struct doc *doc, const struct keymap *keymap)
{
	doc_make_ids(doc);
	for (const struct action_row *row = action_rows; row->name; row++) {
		struct text name = text_from(row->name);
		bool is_offered = row->action != ACTION_NONE && !keymap->barred[row->action];
		if (is_offered && text_starts_caseless(name, line) && (*index)-- == 0)
			return name;
	}
	for (const struct block *block = doc->root; block; block = doc_next(block)) {
		bool fits = block->id.length && text_starts_caseless(block->id, line);
		if (fits && doc_level(block) && (*index)-- == 0)
			return block->id;
	}
	return TEXT("");
}

struct text command_line_complete(struct text line, size_t index, const struct doc *doc,
	const struct keymap *keymap, struct arena *arena)
{
	struct text found = find_completion(line, &index, doc, keymap);
	return found.length ? arena_copy(arena, found) : line;
}

size_t command_line_completions(
	struct text line, const struct doc *doc, const struct keymap *keymap)
{
	size_t most = SIZE_MAX;
	find_completion(line, &most, doc, keymap);
	return SIZE_MAX - most;
}
