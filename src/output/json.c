#include "output/json.h"

#include "base/unicode.h"

#include <stdint.h>
#include <stdio.h>

/* Room for a character beyond the first plane: two escapes. */
enum { ESCAPE_SIZE = sizeof "\\uXXXX\\uXXXX" };

/* The escape of a character, or NULL if it may stand for itself; buffer holds what is made. */
static const char *escape_of(uint32_t character, bool ascii, char buffer[ESCAPE_SIZE])
{
	bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
	switch (character) {
	case '"':
		return "\\\"";
	case '\\':
		return "\\\\";
	case '\n':
		return "\\n";
	default:
		break;
	}
	if (!is_control && character != 0x2028 && character != 0x2029 &&
		!(ascii && character > 0x7F))
		return NULL;
	if (character > 0xFFFF)
		snprintf(buffer, ESCAPE_SIZE, "\\u%04x\\u%04x",
			(unsigned)(0xD800 + ((character - 0x10000) >> 10 & 0x3FF)),
			(unsigned)(0xDC00 + (character & 0x3FF)));
	else
		snprintf(buffer, ESCAPE_SIZE, "\\u%04x", (unsigned)character);
	return buffer;
}

static void write_string(struct sink *sink, bool ascii, struct text text)
{
	char buffer[ESCAPE_SIZE];
	size_t start = 0;
	size_t size;
	sink_write(sink, TEXT("\""));
	for (size_t at = 0; at < text.length; at += size) {
		const char *escape = escape_of(unicode_decode(text, at, &size), ascii, buffer);
		if (!escape)
			continue;
		sink_write(sink, text_slice(text, start, at));
		sink_write(sink, text_from(escape));
		start = at + size;
	}
	sink_write(sink, text_slice(text, start, text.length));
	sink_write(sink, TEXT("\""));
}

static void write_node(struct sink *sink, bool ascii, const struct node *node, size_t depth)
{
	bool is_map = node->kind == NODE_MAP;
	if (node->kind == NODE_SCALAR) {
		write_string(sink, ascii, node->text);
		return;
	}
	sink_write(sink, is_map ? TEXT("{") : TEXT("["));
	for (const struct node *child = node->first; child; child = child->next) {
		sink_write(sink, child == node->first ? TEXT("\n") : TEXT(",\n"));
		sink_repeat(sink, ' ', (depth + 1) * 2);
		if (is_map) {
			write_string(sink, ascii, child->key);
			sink_write(sink, TEXT(": "));
		}
		write_node(sink, ascii, child, depth + 1);
	}
	if (node->first) {
		sink_write(sink, TEXT("\n"));
		sink_repeat(sink, ' ', depth * 2);
	}
	sink_write(sink, is_map ? TEXT("}") : TEXT("]"));
}

void json_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink)
{
	write_node(sink, settings->ascii, record, 0);
	sink_write(sink, TEXT("\n"));
}
