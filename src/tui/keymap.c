#include "tui/keymap.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/unicode.h"
#include "tui/input.h"

#include <stdlib.h>
#include <string.h>

static const char any_letter[] = "{letter}";

static bool is_digit(uint32_t key)
{
	return key >= '1' && key <= '9';
}

static bool is_letter(uint32_t key)
{
	return (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
}

/* Takes a name off the front of names that are separated by blanks. */
static struct text take_name(struct text *names)
{
	size_t end = text_find(*names, 0, ' ');
	struct text name = text_slice(*names, 0, end);
	*names = text_slice(*names, end + 1, names->length);
	return name;
}

/* Single characters in a row; false if there are blanks among them or too many. */
static bool read_characters(struct text characters, struct binding *binding)
{
	for (size_t at = 0, size; at < characters.length; at += size) {
		uint32_t character = unicode_decode(characters, at, &size);
		if (character <= ' ' || binding->length == KEYMAP_SEQUENCE_MOST)
			return false;
		binding->keys[binding->length++] = character;
	}
	return true;
}

static bool read_sequence(struct text name, struct binding *binding)
{
	size_t end = name.length;
	size_t suffix = strlen(any_letter);
	bool ends_in_letter =
		end >= suffix && text_is(text_slice(name, end - suffix, end), any_letter);
	if (ends_in_letter)
		end -= suffix;
	if (!read_characters(text_slice(name, 0, end), binding))
		return false;
	if (ends_in_letter && binding->length == KEYMAP_SEQUENCE_MOST)
		return false;
	if (ends_in_letter)
		binding->keys[binding->length++] = INPUT_ANY_LETTER;
	return binding->length > 0 && !is_digit(binding->keys[0]);
}

/* The keys of a binding by what the list of actions or the reader calls them. */
static bool read_keys(struct text name, struct binding *binding)
{
	*binding = (struct binding){0};
	uint32_t key = input_from_name(name);
	if (key == INPUT_NONE)
		return read_sequence(name, binding);
	binding->keys[binding->length++] = key;
	return true;
}

static bool has_keys(const struct binding *binding, const uint32_t *keys, int length)
{
	return binding->length == length &&
	       memcmp(binding->keys, keys, (size_t)length * sizeof *keys) == 0;
}

static void unbind(struct keymap *keymap, const struct binding *binding)
{
	size_t kept = 0;
	for (size_t i = 0; i < keymap->count; i++) {
		if (!has_keys(&keymap->bindings[i], binding->keys, binding->length))
			keymap->bindings[kept++] = keymap->bindings[i];
	}
	keymap->count = kept;
}

static void add(struct keymap *keymap, const struct binding *binding)
{
	if (keymap->count == keymap->capacity) {
		keymap->capacity = keymap->capacity ? keymap->capacity * 2 : 128;
		keymap->bindings = memory_resize(
			keymap->bindings, keymap->capacity * sizeof *keymap->bindings);
	}
	keymap->bindings[keymap->count++] = *binding;
}

void keymap_init(struct keymap *keymap)
{
	*keymap = (struct keymap){0};
	for (const struct action_row *row = action_rows; row->name; row++) {
		struct text names = text_from(row->keys);
		while (names.length) {
			struct binding binding;
			if (!read_keys(take_name(&names), &binding))
				continue;
			binding.action = row->action;
			add(keymap, &binding);
		}
	}
}

/*
 * True if the last key gives what the action takes: one that its own keys end with, too. A letter
 * gives something only behind other keys, where it was chosen among several.
 */
static bool gives_argument(const struct binding *binding, const struct action_row *row)
{
	struct text names = text_from(row->keys);
	uint32_t last = binding->keys[binding->length - 1];
	if (is_letter(last) && binding->length > 1)
		last = INPUT_ANY_LETTER;
	while (names.length) {
		struct binding usual;
		if (read_keys(take_name(&names), &usual) && usual.keys[usual.length - 1] == last)
			return true;
	}
	return false;
}

enum keymap_result keymap_bind(struct keymap *keymap, struct text keys, struct text action)
{
	struct binding binding;
	if (!read_keys(keys, &binding))
		return KEYMAP_UNKNOWN_KEY;
	if (text_is(action, "none")) {
		unbind(keymap, &binding);
		return KEYMAP_BOUND;
	}
	const struct action_row *row = action_find(action);
	if (!row)
		return KEYMAP_UNKNOWN_ACTION;
	if (row->takes == TAKES_ARGUMENT && !gives_argument(&binding, row))
		return KEYMAP_WRONG_ACTION;
	binding.action = row->action;
	unbind(keymap, &binding);
	add(keymap, &binding);
	return KEYMAP_BOUND;
}

void keymap_bar(struct keymap *keymap, enum action action)
{
	size_t kept = 0;
	for (size_t i = 0; i < keymap->count; i++) {
		if (keymap->bindings[i].action != action)
			keymap->bindings[kept++] = keymap->bindings[i];
	}
	keymap->count = kept;
	keymap->barred[action] = true;
}

static bool fits(const struct binding *binding, const uint32_t *keys, int length)
{
	if (binding->length < length)
		return false;
	for (int i = 0; i < length; i++) {
		if (binding->keys[i] != keys[i] &&
			!(binding->keys[i] == INPUT_ANY_LETTER && is_letter(keys[i])))
			return false;
	}
	return true;
}

struct keymap_match keymap_find(const struct keymap *keymap, const uint32_t *keys, int length)
{
	struct keymap_match match = {ACTION_NONE, false};
	for (size_t i = 0; i < keymap->count; i++) {
		const struct binding *binding = &keymap->bindings[i];
		if (!fits(binding, keys, length))
			continue;
		if (binding->length > length)
			match.goes_on = true;
		else if (match.action == ACTION_NONE || has_keys(binding, keys, length))
			match.action = binding->action;
	}
	return match;
}

struct text keymap_keys(const struct keymap *keymap, enum action action, struct arena *arena)
{
	struct buffer names = {0};
	for (size_t i = 0; i < keymap->count; i++) {
		const struct binding *binding = &keymap->bindings[i];
		if (binding->action != action)
			continue;
		if (names.length)
			buffer_add_byte(&names, ' ');
		for (int key = 0; key < binding->length; key++) {
			char name[INPUT_NAME_MOST];
			buffer_add(&names, input_name(binding->keys[key], name));
		}
	}
	struct text copy = arena_copy(arena, buffer_text(&names));
	buffer_finish(&names);
	return copy;
}

struct text keymap_first(const struct keymap *keymap, enum action action, struct arena *arena)
{
	struct text keys = keymap_keys(keymap, action, arena);
	if (!keys.length)
		return arena_format(arena, ":%s", action_row(action)->name);
	return arena_copy(arena, text_slice(keys, 0, text_find(keys, 0, ' ')));
}

void keymap_finish(struct keymap *keymap)
{
	free(keymap->bindings);
	*keymap = (struct keymap){0};
}
