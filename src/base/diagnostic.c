#include "base/diagnostic.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { DIAGNOSTICS_MOST = 1000 };

__attribute__((format(printf, 1, 0), nonnull)) static char *format_message(
	const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	size_t size = length < 0 ? 1 : (size_t)length + 1;
	char *message = memory_allocate(size);
	message[0] = '\0';
	vsnprintf(message, size, format, arguments);
	return message;
}

struct text diagnostic_beginning(struct text text)
{
	enum { CHARACTERS_MOST = 40 };
	size_t characters = 0;
	size_t end = 0;
	for (; end < text.length && text.bytes[end] != '\n'; end++) {
		bool begins = ((unsigned char)text.bytes[end] & 0xC0) != 0x80;
		if (begins && ++characters > CHARACTERS_MOST)
			break;
	}
	return text_slice(text, 0, end);
}

void diagnostics_add(struct diagnostics *list, enum severity severity, struct position position,
	const char *format, ...)
{
	if (severity > list->worst)
		list->worst = severity;
	if (list->count == DIAGNOSTICS_MOST) {
		list->left_out++;
		return;
	}
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 8;
		list->items = memory_resize(list->items, list->capacity * sizeof *list->items);
	}
	va_list arguments;
	va_start(arguments, format);
	char *message = format_message(format, arguments);
	va_end(arguments);
	list->items[list->count++] = (struct diagnostic){severity, position, message};
}

void diagnostics_take(struct diagnostics *list, struct diagnostics *other)
{
	for (size_t i = 0; i < other->count; i++) {
		const struct diagnostic *message = &other->items[i];
		diagnostics_add(list, message->severity, message->position, "%s", message->message);
	}
	list->left_out += other->left_out;
	if (other->worst > list->worst)
		list->worst = other->worst;
	diagnostics_finish(other);
}

static bool comes_before(struct position a, struct position b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void diagnostics_sort(struct diagnostics *list)
{
	/* Insertion, because it is stable and the messages come almost in order. */
	for (size_t i = 1; i < list->count; i++) {
		struct diagnostic item = list->items[i];
		size_t place = i;
		while (place > 0 && comes_before(item.position, list->items[place - 1].position)) {
			list->items[place] = list->items[place - 1];
			place--;
		}
		list->items[place] = item;
	}
}

/* Control characters, C1 among them, mean something to terminals. */
static void add_visibly(struct buffer *buffer, const char *bytes)
{
	for (; *bytes; bytes++) {
		unsigned char byte = (unsigned char)bytes[0];
		unsigned char next = (unsigned char)bytes[1];
		bool is_c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
		buffer_add_byte(buffer, byte < 0x20 || byte == 0x7F || is_c1 ? '?' : bytes[0]);
		bytes += is_c1;
	}
}

static void add_number(struct buffer *buffer, int number)
{
	char digits[32];
	snprintf(digits, sizeof digits, ":%d", number);
	buffer_add(buffer, text_from(digits));
}

struct text diagnostic_format_styled(const struct diagnostic *message, const char *file,
	const struct diagnostic_style *style, struct arena *arena)
{
	static const char *const names[] = {"note:", "warning:", "error:"};
	struct buffer line = {0};

	buffer_add(&line, text_from(style->place));
	add_visibly(&line, file);
	if (message->position.line)
		add_number(&line, message->position.line);
	if (message->position.line && message->position.column)
		add_number(&line, message->position.column);
	buffer_add_byte(&line, ':');
	buffer_add(&line, text_from(style->end));
	buffer_add_byte(&line, ' ');
	buffer_add(&line, text_from(style->levels[message->severity]));
	buffer_add(&line, text_from(names[message->severity]));
	buffer_add(&line, text_from(style->end));
	buffer_add_byte(&line, ' ');
	add_visibly(&line, message->message);
	struct text copy = arena_copy(arena, buffer_text(&line));
	buffer_finish(&line);
	return copy;
}

struct text diagnostic_format(
	const struct diagnostic *message, const char *file, struct arena *arena)
{
	static const struct diagnostic_style none = {"", {"", "", ""}, ""};
	return diagnostic_format_styled(message, file, &none, arena);
}

void diagnostic_print(const struct diagnostic *message, const char *file, FILE *stream)
{
	struct arena arena = {0};
	fprintf(stream, "%s\n", diagnostic_format(message, file, &arena).bytes);
	arena_finish(&arena);
}

void diagnostics_finish(struct diagnostics *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].message);
	free(list->items);
	*list = (struct diagnostics){0};
}
