#include "tui/keys.h"

#include "base/buffer.h"
#include "tui/input.h"

#include <stdio.h>
#include <string.h>

enum { READY_MOST = sizeof((struct keys){0}).ready / sizeof(struct command_key) };

static bool is_digit(uint32_t input)
{
	return input >= '0' && input <= '9';
}

void keys_init(struct keys *keys, const struct keymap *keymap)
{
	*keys = (struct keys){.keymap = keymap};
}

void keys_forget(struct keys *keys)
{
	keys->number = 0;
	keys->pending_count = 0;
}

/* More than fit can only come to a caller that fetches none. */
static void add(struct keys *keys, struct command_key command)
{
	if (keys->ready_count < READY_MOST)
		keys->ready[keys->ready_count++] = command;
}

bool keys_next(struct keys *keys, struct command_key *command)
{
	if (!keys->ready_count)
		return false;
	*command = keys->ready[0];
	keys->ready_count--;
	memmove(keys->ready, keys->ready + 1, (size_t)keys->ready_count * sizeof *keys->ready);
	return true;
}

/* What the keys that are pending would amount to together with one more. */
static struct keymap_match match_with(const struct keys *keys, uint32_t input)
{
	uint32_t all[KEYMAP_SEQUENCE_MOST + 1];
	memcpy(all, keys->pending, sizeof keys->pending);
	all[keys->pending_count] = input;
	return keymap_find(keys->keymap, all, keys->pending_count + 1);
}

static struct keymap_match match_pending(const struct keys *keys)
{
	return keymap_find(keys->keymap, keys->pending, keys->pending_count);
}

static bool means_something(struct keymap_match match)
{
	return match.action != ACTION_NONE || match.goes_on;
}

static bool begins_number(const struct keys *keys, uint32_t input)
{
	if (!is_digit(input) || input == '0')
		return false;
	enum action action = keymap_find(keys->keymap, &input, 1).action;
	return action == ACTION_SECTION || action == ACTION_NONE;
}

/* True if the number is more than a count: the key that it begins with goes to sections. */
static bool names_section(const struct keys *keys)
{
	int first = keys->number;
	while (first > 9)
		first /= 10;
	uint32_t digit = (uint32_t)first + '0';
	return first && keymap_find(keys->keymap, &digit, 1).action == ACTION_SECTION;
}

static void complete_number(struct keys *keys)
{
	if (names_section(keys))
		add(keys, (struct command_key){
				  .action = ACTION_SECTION, .argument = (uint32_t)keys->number});
	keys->number = 0;
}

static void complete_pending(struct keys *keys, enum action action)
{
	enum takes takes = action == ACTION_NONE ? TAKES_NOTHING : action_row(action)->takes;
	struct command_key command = {.action = action};
	if (takes == TAKES_COUNT && !keys->number_most)
		command.count = keys->number;
	else
		complete_number(keys);
	uint32_t last = keys->pending[keys->pending_count - 1];
	if (takes == TAKES_ARGUMENT)
		command.argument = is_digit(last) ? last - '0' : last;
	add(keys, command);
	keys_forget(keys);
}

static void take_digit(struct keys *keys, uint32_t input)
{
	keys->number = keys->number * 10 + (int)(input - '0');
	if (keys->number > KEYS_COUNT_MOST)
		keys->number = KEYS_COUNT_MOST;
	if (keys->number_most && names_section(keys) && keys->number > keys->number_most / 10)
		complete_number(keys);
}

/* A key that does not go on with what was typed: that stands for itself, or both are dropped. */
static void take_other(struct keys *keys, uint32_t input)
{
	enum action action = match_pending(keys).action;
	if (action == ACTION_NONE) {
		keys_forget(keys);
		add(keys, (struct command_key){.action = ACTION_NONE});
		return;
	}
	complete_pending(keys, action);
	keys_take(keys, input);
}

void keys_take(struct keys *keys, uint32_t input)
{
	bool is_begun = keys->number || keys->pending_count;
	if (input == INPUT_ESCAPE && is_begun) {
		keys_forget(keys);
		return;
	}
	if (!keys->pending_count && (keys->number ? is_digit(input) : begins_number(keys, input))) {
		take_digit(keys, input);
		return;
	}
	struct keymap_match match = match_with(keys, input);
	if (input & INPUT_ALT && !means_something(match) &&
		!means_something(keymap_find(keys->keymap, &input, 1))) {
		keys_take(keys, INPUT_ESCAPE);
		keys_take(keys, input & ~(uint32_t)INPUT_ALT);
		return;
	}
	if (keys->pending_count && !means_something(match)) {
		take_other(keys, input);
		return;
	}
	keys->pending[keys->pending_count++] = input;
	if (!match.goes_on)
		complete_pending(keys, match.action);
}

void keys_pause(struct keys *keys)
{
	if (!keys_waits(keys))
		return;
	if (keys->pending_count)
		complete_pending(keys, match_pending(keys).action);
	else
		complete_number(keys);
}

bool keys_waits(const struct keys *keys)
{
	if (keys->pending_count)
		return match_pending(keys).action != ACTION_NONE;
	return names_section(keys);
}

struct text keys_typed(const struct keys *keys, struct arena *arena)
{
	struct buffer typed = {0};
	char name[INPUT_NAME_MOST];
	if (keys->number) {
		snprintf(name, sizeof name, "%d", keys->number);
		buffer_add(&typed, text_from(name));
	}
	for (int i = 0; i < keys->pending_count; i++)
		buffer_add(&typed, input_name(keys->pending[i], name));
	struct text copy = arena_copy(arena, buffer_text(&typed));
	buffer_finish(&typed);
	return copy;
}
