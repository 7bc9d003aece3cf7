#include "output/yaml.h"

#include "base/unicode.h"
#include "yaml_text.h"

enum {
	WIDTH = 80,
	BLOCK_WIDTH_LEAST = 40, /* however deep it is indented */
	WORD_MOST = 24,         /* of a list that may be on one line */
	KEY_MOST = 900,         /* bytes; YAML asks for another form from 1024 on */
};

struct writing {
	struct sink *sink;
	size_t indent; /* columns, of what is being written */
};

static void write_value(struct writing *writing, const struct node *node, bool in_map, size_t used);

static size_t at_least(size_t value, size_t least)
{
	return value < least ? least : value;
}

/* A scalar behind something that has used so many columns of its line. */
static void write_scalar(struct writing *writing, struct text text, size_t used)
{
	size_t room = used < WIDTH ? WIDTH - used : 0;
	size_t indent = writing->indent + 2;
	if (yaml_needs_block(text, room))
		yaml_write_block(writing->sink, text, indent,
			at_least(indent < WIDTH ? WIDTH - indent : 0, BLOCK_WIDTH_LEAST));
	else
		yaml_write_line(writing->sink, text);
}

/* Words that are worth no line each: but highlights are sentences, however short. */
static bool fits_line(const struct writing *writing, const struct node *list, size_t used)
{
	if (writing->indent == 0 || text_is(list->key, "highlights"))
		return false;
	for (const struct node *item = list->first; item; item = item->next) {
		if (item->kind != NODE_SCALAR || item->text.length > WORD_MOST)
			return false;
		for (size_t i = 0; i < item->text.length; i++) {
			char byte = item->text.bytes[i];
			if (byte == ',' || byte == '[' || byte == ']' || byte == '{' ||
				byte == '}' || byte == ':' || byte == '\n')
				return false;
		}
		used += yaml_line_length(item->text) + 2;
	}
	return list->kind == NODE_LIST && used <= WIDTH;
}

static void write_on_line(struct writing *writing, const struct node *list)
{
	sink_write(writing->sink, TEXT("["));
	for (const struct node *item = list->first; item; item = item->next) {
		sink_write(writing->sink, item == list->first ? TEXT("") : TEXT(", "));
		yaml_write_line(writing->sink, item->text);
	}
	sink_write(writing->sink, TEXT("]"));
}

static void begin_line(struct writing *writing)
{
	sink_write(writing->sink, TEXT("\n"));
	sink_repeat(writing->sink, ' ', writing->indent);
}

/* What stands behind a dash or on lines of its own: the first line is begun already. */
static void write_children(struct writing *writing, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next) {
		if (child != node->first)
			begin_line(writing);
		if (node->kind == NODE_LIST) {
			sink_write(writing->sink, TEXT("- "));
			write_value(writing, child, false, writing->indent + 2);
			continue;
		}
		bool is_long = child->key.length > KEY_MOST;
		sink_write(writing->sink, is_long ? TEXT("? ") : TEXT(""));
		yaml_write_line(writing->sink, child->key);
		if (is_long)
			begin_line(writing);
		sink_write(writing->sink, TEXT(":"));
		write_value(
			writing, child, true, writing->indent + yaml_line_length(child->key) + 2);
	}
}

/* A value behind "- " or "key:", which have used so many columns. */
static void write_value(struct writing *writing, const struct node *node, bool in_map, size_t used)
{
	bool on_line = node->kind == NODE_SCALAR || !node->first ||
		       (in_map && fits_line(writing, node, used));
	if (on_line && in_map)
		sink_write(writing->sink, TEXT(" "));
	if (node->kind == NODE_SCALAR) {
		write_scalar(writing, node->text, used);
	} else if (!node->first) {
		sink_write(writing->sink, node->kind == NODE_MAP ? TEXT("{}") : TEXT("[]"));
	} else if (on_line) {
		write_on_line(writing, node);
	} else {
		writing->indent += 2;
		if (in_map)
			begin_line(writing);
		write_children(writing, node);
		writing->indent -= 2;
	}
}

void yaml_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink)
{
	struct writing writing = {.sink = sink};
	sink_write(sink, text_trim(text_from(settings->modeline)));
	for (const struct node *child = record->first; child; child = child->next) {
		if (text_is(child->key, "$schema"))
			continue;
		struct node section = *child;
		struct node root = {.kind = NODE_MAP, .first = &section};
		section.next = NULL;
		sink_write(sink, TEXT("\n\n"));
		write_children(&writing, &root);
	}
	sink_write(sink, TEXT("\n"));
}
