#include "output/json.h"

#include "base/unicode.h"

#include <stdint.h>
#include <stdio.h>

/* The escape of a character, or NULL if it may stand for itself; buffer holds what is made. */
static const char *escape_of(uint32_t character, char buffer[8])
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
	if (!is_control && character != 0x2028 && character != 0x2029)
		return NULL;
	snprintf(buffer, 8, "\\u%04x", (unsigned)character);
	return buffer;
}

static void write_string(struct sink *sink, struct text text)
{
	char buffer[8];
	size_t start = 0;
	size_t size;
	sink_write(sink, TEXT("\""));
	for (size_t at = 0; at < text.length; at += size) {
		const char *escape = escape_of(unicode_decode(text, at, &size), buffer);
		if (!escape)
			continue;
		sink_write(sink, text_slice(text, start, at));
		sink_write(sink, text_from(escape));
		start = at + size;
	}
	sink_write(sink, text_slice(text, start, text.length));
	sink_write(sink, TEXT("\""));
}

static void write_node(struct sink *sink, const struct node *node, size_t depth)
{
	bool is_map = node->kind == NODE_MAP;
	if (node->kind == NODE_SCALAR) {
		write_string(sink, node->text);
		return;
	}
	sink_write(sink, is_map ? TEXT("{") : TEXT("["));
	for (const struct node *child = node->first; child; child = child->next) {
		sink_write(sink, child == node->first ? TEXT("\n") : TEXT(",\n"));
		sink_repeat(sink, ' ', (depth + 1) * 2);
		if (is_map) {
			write_string(sink, child->key);
			sink_write(sink, TEXT(": "));
		}
		write_node(sink, child, depth + 1);
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
	(void)settings;
	write_node(sink, record, 0);
	sink_write(sink, TEXT("\n"));
}
