#include "base/diagnostic.h"

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

void diagnostics_add(struct diagnostics *list, enum severity severity, struct position position,
	const char *format, ...)
{
	if (list->count == DIAGNOSTICS_MOST)
		return;
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

static void print_visibly(const char *bytes, FILE *stream)
{
	for (; *bytes; bytes++) {
		unsigned char byte = (unsigned char)*bytes;
		fputc(byte < 0x20 || byte == 0x7F ? '?' : byte, stream);
	}
}

void diagnostic_print(const struct diagnostic *message, const char *file, FILE *stream)
{
	static const char *const names[] = {"note", "warning", "error"};

	print_visibly(file, stream);
	if (message->position.line)
		fprintf(stream, ":%d", message->position.line);
	if (message->position.line && message->position.column)
		fprintf(stream, ":%d", message->position.column);
	fprintf(stream, ": %s: ", names[message->severity]);
	print_visibly(message->message, stream);
	fputc('\n', stream);
}

void diagnostics_finish(struct diagnostics *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].message);
	free(list->items);
	*list = (struct diagnostics){0};
}
