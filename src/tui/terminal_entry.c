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

static void add_number(struct buffer *buffer, int value, size_t bytes)
{
	char *place = buffer_reserve(buffer, bytes);
	for (size_t i = 0; i < bytes; i++)
		place[i] = (char)((uint32_t)value >> 8 * i & 0xFF);
	buffer->length += bytes;
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

/* Keys, whose names begin so, are left out. */
static const char *string_of(const struct terminal_source *source, const char *name)
{
	if (*name == 'k')
		return NULL;
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

/* The offsets of all strings in a table, which gets the strings; up to the last that there is. */
static void add_strings(
	const struct terminal_source *source, struct buffer *offsets, struct buffer *table)
{
	size_t used = 0;
	for (int i = 0; source->strings[i]; i++) {
		const char *string = string_of(source, source->strings[i]);
		add_number(offsets, string ? (int)table->length : ABSENT, 2);
		if (!string)
			continue;
		add_string(table, string);
		used = offsets->length;
	}
	offsets->length = used;
}

static void write_entry(const char *name, const struct terminal_source *source, struct text offsets,
	struct text table, struct buffer *entry)
{
	size_t start = entry->length;
	add_number(entry, MAGIC, 2);
	add_number(entry, (int)strlen(name) + 1, 2);
	add_number(entry, count_names(source->flags), 2);
	add_number(entry, count_names(source->numbers), 2);
	add_number(entry, (int)offsets.length / 2, 2);
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

/* Three bytes as four letters (RFC 4648, base64url). */
static void encode_group(const unsigned char bytes[3], char group[4])
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	group[0] = letters[bytes[0] >> 2];
	group[1] = letters[(bytes[0] << 4 | bytes[1] >> 4) & 63];
	group[2] = letters[(bytes[1] << 2 | bytes[2] >> 6) & 63];
	group[3] = letters[bytes[2] & 63];
}

void terminal_entry_encode(struct text entry, struct buffer *value)
{
	const unsigned char *bytes = (const unsigned char *)entry.bytes;
	size_t whole = entry.length / 3 * 3;
	size_t rest = entry.length - whole;
	buffer_add(value, TEXT("b64:"));
	char *group = buffer_reserve(value, whole / 3 * 4 + 4);
	for (size_t i = 0; i < whole; i += 3, group += 4)
		encode_group(bytes + i, group);
	value->length += whole / 3 * 4;
	if (rest) {
		unsigned char last[3] = {bytes[whole], rest > 1 ? bytes[whole + 1] : 0, 0};
		encode_group(last, group);
		memset(group + rest + 1, '=', 3 - rest);
		value->length += 4;
	}
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
