#include "terminal_entry.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	ABSENT = -1,
	MAGIC = 01036, /* numbers have 32 bits */
	TABLE_BYTES_MOST = INT16_MAX,
};

static void add_number(struct buffer *buffer, int value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buffer_add_byte(buffer, (char)((uint32_t)value >> 8 * i & 0xFF));
}

static void add_string(struct buffer *buffer, const char *string)
{
	buffer_add(buffer, (struct text){string, strlen(string) + 1});
}

static const struct terminal_change *change_of(
	const struct terminal_source *source, const char *name)
{
	for (int i = 0; i < source->change_count; i++) {
		if (strcmp(source->changes[i].name, name) == 0)
			return &source->changes[i];
	}
	return NULL;
}

static int number_of(const struct terminal_source *source, const char *name)
{
	const struct terminal_change *change = change_of(source, name);
	int number = change ? change->number : source->number(name);
	return number < 0 ? ABSENT : number;
}

static const char *string_of(const struct terminal_source *source, const char *name)
{
	const struct terminal_change *change = change_of(source, name);
	return change ? change->string : source->string(name);
}

static int count_names(const char *const *names)
{
	int count = 0;
	while (names[count])
		count++;
	return count;
}

/* The offsets of all strings in a table, which gets the strings. */
static void add_strings(
	const struct terminal_source *source, struct buffer *offsets, struct buffer *table)
{
	for (int i = 0; source->strings[i]; i++) {
		const char *string = string_of(source, source->strings[i]);
		add_number(offsets, string ? (int)table->length : ABSENT, 2);
		if (string)
			add_string(table, string);
	}
}

static void write_entry(const char *name, const struct terminal_source *source, struct text offsets,
	struct text table, struct buffer *entry)
{
	size_t start = entry->length;
	add_number(entry, MAGIC, 2);
	add_number(entry, (int)strlen(name) + 1, 2);
	add_number(entry, count_names(source->flags), 2);
	add_number(entry, count_names(source->numbers), 2);
	add_number(entry, count_names(source->strings), 2);
	add_number(entry, (int)table.length, 2);
	add_string(entry, name);
	for (int i = 0; source->flags[i]; i++)
		buffer_add_byte(entry, source->flag(source->flags[i]) > 0);
	if ((entry->length - start) % 2)
		buffer_add_byte(entry, 0);
	for (int i = 0; source->numbers[i]; i++)
		add_number(entry, number_of(source, source->numbers[i]), 4);
	buffer_add(entry, offsets);
	buffer_add(entry, table);
}

bool terminal_entry_write(
	const char *name, const struct terminal_source *source, struct buffer *entry)
{
	struct buffer offsets = {0};
	struct buffer table = {0};
	add_strings(source, &offsets, &table);
	bool fits = table.length <= TABLE_BYTES_MOST;
	if (fits)
		write_entry(name, source, buffer_text(&offsets), buffer_text(&table), entry);
	buffer_finish(&offsets);
	buffer_finish(&table);
	return fits;
}

/* Up to three bytes as four letters (RFC 4648, base64url). */
static void add_group(struct buffer *value, struct text bytes)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	uint32_t bits = 0;
	for (size_t i = 0; i < 3; i++)
		bits = bits << 8 | (i < bytes.length ? (unsigned char)bytes.bytes[i] : 0);
	for (size_t i = 0; i < 4; i++) {
		char letter = letters[bits >> (18 - 6 * i) & 63];
		buffer_add_byte(value, i <= bytes.length ? letter : '=');
	}
}

void terminal_entry_encode(struct text entry, struct buffer *value)
{
	buffer_add(value, TEXT("b64:"));
	for (size_t i = 0; i < entry.length; i += 3)
		add_group(value, text_slice(entry, i, i + 3));
	buffer_add_byte(value, '\0');
}

struct terminal_place terminal_place_keep(void)
{
	struct terminal_place place = {NULL};
	const char *value = getenv("TERMINFO");
	if (value) {
		size_t size = strlen(value) + 1;
		place.value = memory_allocate(size);
		memcpy(place.value, value, size);
	}
	return place;
}

void terminal_place_set(const char *value)
{
	if (value)
		setenv("TERMINFO", value, 1);
	else
		unsetenv("TERMINFO");
}

void terminal_place_restore(struct terminal_place *place)
{
	terminal_place_set(place->value);
	free(place->value);
	place->value = NULL;
}
