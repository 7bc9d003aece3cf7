#include "data/yaml.h"

#include "base/line.h"
#include "base/text_map.h"
#include "base/unicode.h"
#include "yaml_hint.h"

#include <stdint.h>
#include <string.h>
#include <yaml.h>

/* Maps of up to so many keys are searched one by one, which is quicker than any table. */
enum { SMALL_MAP = 16 };

/* A list or map that is being filled. */
struct frame {
	struct node *node;
	const void *scope; /* its own for each, also for one that takes the place of another */
	bool in_flow;      /* it, or what it is in, is written with brackets or braces */
	bool has_key;      /* of a map: the next value belongs to key */
	bool merges;       /* key is <<, without quotes */
	struct text key;
	struct position key_position;
	struct node *merged; /* the values of merge keys, as a list; or NULL */
};

struct reader {
	yaml_parser_t parser;
	struct text source;
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct yaml_fault fault;
	struct node *root;
	struct frame frames[YAML_DEPTH_MOST];
	int depth;
	struct text_map anchors; /* the node that each name stands for by now */
	size_t anchor_count;
	size_t node_count;
	size_t aliased_count;
	struct text_map keys; /* of large maps, to see a repeated one */
};

static struct position position_of(yaml_mark_t mark)
{
	return (struct position){(int)mark.line + 1, (int)mark.column + 1};
}

static bool refuse(struct reader *reader, struct position position, const char *message)
{
	reader->fault.kind = YAML_FAULT_LIMIT;
	reader->fault.problem = position;
	diagnostics_add(reader->diagnostics, SEVERITY_ERROR, position, "%s", message);
	return false;
}

static bool is_in_flow(const struct reader *reader)
{
	return reader->depth && reader->frames[reader->depth - 1].in_flow;
}

/* What is good YAML but not what the author can have meant. */
static bool refuse_syntax(struct reader *reader, struct position position, const char *message)
{
	refuse(reader, position, message);
	reader->fault.kind = YAML_FAULT_SYNTAX;
	reader->fault.in_flow = is_in_flow(reader);
	return false;
}

static struct text text_of(struct reader *reader, const yaml_char_t *bytes, size_t length)
{
	struct text copy = arena_copy(reader->arena, (struct text){(const char *)bytes, length});
	return unicode_clean(copy, reader->arena);
}

/* Where a large map keeps the child of each key. */
static void **place_of_key(struct reader *reader, const struct frame *map, struct text key)
{
	if (map->node->count > SMALL_MAP)
		return text_map_at(&reader->keys, map->scope, key);
	for (struct node *child = map->node->first; child; child = child->next)
		*text_map_at(&reader->keys, map->scope, child->key) = child;
	return text_map_at(&reader->keys, map->scope, key);
}

static struct node *find_in_small_map(const struct node *map, struct text key)
{
	for (struct node *child = map->first; child; child = child->next) {
		if (text_equal(child->key, key))
			return child;
	}
	return NULL;
}

/* The child that has the key of node already; else NULL, and node becomes the child. */
static struct node *add_child(struct reader *reader, const struct frame *map, struct node *node)
{
	struct node *earlier;
	if (map->node->count < SMALL_MAP) {
		earlier = find_in_small_map(map->node, node->key);
	} else {
		void **place = place_of_key(reader, map, node->key);
		earlier = *place;
		if (!earlier)
			*place = node;
	}
	if (!earlier)
		node_append(map->node, node);
	return earlier;
}

/* Kept apart until the map ends, since the map's own keys count more. */
static struct node *keep_merged(struct reader *reader, struct frame *frame, struct node *node)
{
	if (!frame->merged)
		frame->merged = arena_allocate(reader->arena, sizeof *frame->merged);
	frame->merged->kind = NODE_LIST;
	node_append(frame->merged, node);
	return node;
}

/* A repeated key: its new value takes the place of the old one. */
static struct node *node_at_key(struct reader *reader, struct frame *frame, struct node *node)
{
	node->key = frame->key;
	node->key_position = frame->key_position;
	frame->has_key = false;
	if (frame->merges)
		return keep_merged(reader, frame, node);

	struct node *earlier = add_child(reader, frame, node);
	if (!earlier)
		return node;
	diagnostics_add(reader->diagnostics, SEVERITY_WARNING, node->key_position,
		"the key '%.*s' is here again and replaces the one of line %d; remove one",
		(int)node->key.length, node->key.bytes, earlier->key_position.line);
	node->next = earlier->next;
	node->is_repeated = true;
	*earlier = *node;
	return earlier;
}

/* A new value where the reader stands, or NULL with an error. */
static struct node *add_node(struct reader *reader, enum node_kind kind, struct position position)
{
	if (++reader->node_count > YAML_NODES_MOST) {
		refuse(reader, position, "the file holds more than a million values; shorten it");
		return NULL;
	}
	struct node *node = arena_allocate(reader->arena, sizeof *node);
	node->kind = kind;
	node->position = position;
	if (!reader->depth)
		return reader->root = node;

	struct frame *frame = &reader->frames[reader->depth - 1];
	if (frame->node->kind == NODE_MAP)
		return node_at_key(reader, frame, node);
	node_append(frame->node, node);
	return node;
}

static bool expects_key(const struct reader *reader)
{
	if (!reader->depth)
		return false;
	const struct frame *frame = &reader->frames[reader->depth - 1];
	return frame->node->kind == NODE_MAP && !frame->has_key;
}

static bool remember_anchor(struct reader *reader, const yaml_char_t *name, struct node *node)
{
	if (!name)
		return true;
	if (reader->anchor_count++ == YAML_ANCHORS_MOST)
		return refuse(reader, node->position,
			"the file holds more than 1000 anchors; remove some");
	struct text copy = arena_copy(reader->arena, text_from((const char *)name));
	*text_map_at(&reader->anchors, NULL, copy) = node;
	return true;
}

static void warn_of_tag(struct reader *reader, const yaml_char_t *tag, struct position position)
{
	if (tag && tag[0] == '!' && tag[1])
		diagnostics_add(reader->diagnostics, SEVERITY_WARNING, position,
			"'%s' is read as a tag and not shown; quote the value", (const char *)tag);
}

static bool read_scalar(struct reader *reader, const yaml_event_t *event)
{
	struct position position = position_of(event->start_mark);
	struct text text = text_of(reader, event->data.scalar.value, event->data.scalar.length);
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
		event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		reader->fault.quote = position;
	if (expects_key(reader)) {
		struct frame *frame = &reader->frames[reader->depth - 1];
		frame->has_key = true;
		frame->key = text_trim(text);
		frame->key_position = position;
		frame->merges = plain && text_is(frame->key, "<<");
		return true;
	}
	warn_of_tag(reader, event->data.scalar.tag, position);
	struct node *node = add_node(reader, NODE_SCALAR, position);
	if (!node)
		return false;
	node->text = text;
	node->plain = plain;
	node->end = position_of(event->end_mark);
	return remember_anchor(reader, event->data.scalar.anchor, node);
}

/* Adds what is not there yet, in the order of the file. */
static void merge_children(struct reader *reader, const struct frame *map, struct node *from)
{
	struct node *next;
	for (struct node *child = from->first; child; child = next) {
		next = child->next;
		child->next = NULL;
		add_child(reader, map, child);
	}
}

/* Copies are not needed: behind an alias there is one already. */
static void merge_value(struct reader *reader, const struct frame *map, struct node *value)
{
	struct node *next;
	if (value->kind == NODE_MAP) {
		merge_children(reader, map, value);
	} else if (value->kind == NODE_SCALAR || node_is_empty(value) ||
		   value->first->kind != NODE_MAP) {
		add_child(reader, map, value);
	} else {
		for (struct node *item = value->first; item; item = next) {
			next = item->next;
			item->next = NULL;
			item->key = value->key;
			item->key_position = value->key_position;
			merge_value(reader, map, item);
		}
	}
}

static void end_collection(struct reader *reader)
{
	const struct frame *frame = &reader->frames[--reader->depth];
	struct node *next;
	for (struct node *value = frame->merged ? frame->merged->first : NULL; value;
		value = next) {
		next = value->next;
		value->next = NULL;
		merge_value(reader, frame, value);
	}
}

static bool begin_collection(struct reader *reader, const yaml_event_t *event, enum node_kind kind,
	const yaml_char_t *anchor, bool flow)
{
	struct position position = position_of(event->start_mark);
	if (expects_key(reader))
		return refuse_syntax(reader, position,
			"a list or map cannot be a key; quote a value that starts with [ or {");
	if (reader->depth == YAML_DEPTH_MOST)
		return refuse(reader, position,
			"lists and maps are nested more than 64 deep; unnest them");
	struct node *node = add_node(reader, kind, position);
	if (!node)
		return false;
	reader->frames[reader->depth] = (struct frame){.node = node,
		.scope = (const void *)(uintptr_t)reader->node_count,
		.in_flow = flow || is_in_flow(reader)};
	reader->depth++;
	return remember_anchor(reader, anchor, node);
}

static bool is_being_read(const struct reader *reader, const struct node *node)
{
	for (int i = 0; i < reader->depth; i++) {
		if (reader->frames[i].node == node)
			return true;
	}
	return false;
}

/* For the alias at position, where the messages point. */
static bool copy_children(struct reader *reader, struct position position, const struct node *from,
	struct node *to, int depth)
{
	if (depth > YAML_DEPTH_MOST)
		return refuse(reader, position,
			"aliases nest lists and maps more than 64 deep; write them out");
	for (const struct node *child = from->first; child; child = child->next) {
		if (++reader->aliased_count > YAML_ALIASED_NODES_MOST)
			return refuse(reader, position,
				"aliases stand for more than 100000 values; write them out");
		struct node *copy = arena_allocate(reader->arena, sizeof *copy);
		*copy = *child;
		copy->first = copy->last = copy->next = NULL;
		copy->count = 0;
		node_append(to, copy);
		if (!copy_children(reader, position, child, copy, depth + 1))
			return false;
	}
	return true;
}

static bool read_alias(struct reader *reader, const yaml_event_t *event)
{
	struct position position = position_of(event->start_mark);
	struct text name = text_from((const char *)event->data.alias.anchor);
	const struct node *target = text_map_get(&reader->anchors, NULL, name);
	if (!target)
		return refuse_syntax(reader, position,
			"a value that starts with * refers to an anchor, and there is none of that "
			"name; quote the value");
	if (is_being_read(reader, target))
		return refuse(reader, position, "an alias cannot stand inside what it refers to");
	if (expects_key(reader))
		return refuse(reader, position, "an alias cannot be a key; write the key out");
	struct node *node = add_node(reader, target->kind, position);
	if (!node)
		return false;
	node->plain = target->plain;
	node->text = target->text;
	return copy_children(reader, position, target, node, reader->depth);
}

/* True while the document goes on. */
static bool read_event(struct reader *reader, const yaml_event_t *event)
{
	/* What ends a list or map comes before the problem behind a quote that was closed early. */
	if (event->type != YAML_SEQUENCE_END_EVENT && event->type != YAML_MAPPING_END_EVENT)
		reader->fault.quote = (struct position){0, 0};
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return read_scalar(reader, event);
	case YAML_ALIAS_EVENT:
		return read_alias(reader, event);
	case YAML_SEQUENCE_START_EVENT:
		return begin_collection(reader, event, NODE_LIST, event->data.sequence_start.anchor,
			event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
	case YAML_MAPPING_START_EVENT:
		return begin_collection(reader, event, NODE_MAP, event->data.mapping_start.anchor,
			event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		end_collection(reader);
		return true;
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		return false;
	default:
		return true;
	}
}

/* Of the reader's problem: of the character that it is about, not of a byte within. */
static size_t bad_offset(const struct reader *reader)
{
	const char *bytes = reader->source.bytes;
	size_t offset = reader->parser.problem_offset;
	if (!strstr(reader->parser.problem, "trailing") || offset >= reader->source.length)
		return offset;
	do
		offset = offset ? offset - 1 : 0;
	while (offset && ((unsigned char)bytes[offset] & 0xC0) == 0x80);
	return offset;
}

static struct text line_at(struct text source, struct position position)
{
	struct line_walk walk;
	line_walk_init(&walk, source);
	line_walk_to(&walk, position);
	return walk.line;
}

/* Of what looks like an alias or an anchor, the sign in front is the mistake, not what follows. */
static bool is_about_its_beginning(const yaml_parser_t *parser)
{
	return parser->context &&
	       (strstr(parser->context, "an alias") || strstr(parser->context, "an anchor"));
}

/* What the parser stumbled over, as a value; the message is its text. */
static void note_fault(struct reader *reader, struct position problem)
{
	const yaml_parser_t *parser = &reader->parser;
	struct yaml_fault *fault = &reader->fault;
	fault->problem = problem;
	fault->in_flow = parser->flow_level > 0;
	if (parser->context)
		fault->context = position_of(parser->context_mark);
	if (parser->context && strstr(parser->context, "quoted scalar"))
		fault->quote = fault->context;
	if (parser->error == YAML_READER_ERROR)
		fault->kind = YAML_FAULT_CHARACTER;
	else if (parser->problem && (strstr(parser->problem, "escape character") ||
					    strstr(parser->problem, "hexdecimal")))
		fault->kind = YAML_FAULT_ESCAPE;
	else
		fault->kind = YAML_FAULT_SYNTAX;
}

static void report_syntax(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	if (parser->error == YAML_MEMORY_ERROR) {
		refuse(reader, (struct position){0, 0}, "out of memory");
		return;
	}
	struct position position = position_of(parser->problem_mark);
	if (parser->error == YAML_READER_ERROR)
		position = line_position(reader->source, bad_offset(reader));
	else if (is_about_its_beginning(parser))
		position = position_of(parser->context_mark);
	const char *problem = parser->problem ? parser->problem : "this is not YAML";
	const char *hint = yaml_hint(problem, line_at(reader->source, position));
	note_fault(reader, position);
	/* An unclosed quote or bracket is noticed far from where it was opened. */
	if (parser->context && parser->context_mark.line + 1 < (size_t)position.line)
		diagnostics_add(reader->diagnostics, SEVERITY_ERROR, position,
			"%s, %s that began in line %zu; %s", problem, parser->context,
			parser->context_mark.line + 1, hint);
	else
		diagnostics_add(
			reader->diagnostics, SEVERITY_ERROR, position, "%s; %s", problem, hint);
}

static bool read_document(struct reader *reader)
{
	bool goes_on = true;
	while (goes_on) {
		yaml_event_t event;
		if (!yaml_parser_parse(&reader->parser, &event)) {
			report_syntax(reader);
			return false;
		}
		goes_on = read_event(reader, &event);
		bool ended = event.type == YAML_DOCUMENT_END_EVENT ||
			     event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		if (!goes_on && !ended)
			return false;
	}
	return true;
}

struct node *yaml_read_or_fail(struct text source, struct arena *arena,
	struct diagnostics *diagnostics, struct yaml_fault *fault)
{
	struct reader reader = {.source = source, .arena = arena, .diagnostics = diagnostics};
	if (!yaml_parser_initialize(&reader.parser)) {
		refuse(&reader, (struct position){0, 0}, "out of memory");
		*fault = reader.fault;
		return NULL;
	}
	yaml_parser_set_input_string(
		&reader.parser, (const unsigned char *)source.bytes, source.length);
	bool read = read_document(&reader);
	if (read && !reader.root)
		refuse(&reader, (struct position){1, 1},
			"the file is empty; vitae(5) describes what it may hold");
	yaml_parser_delete(&reader.parser);
	text_map_finish(&reader.keys);
	text_map_finish(&reader.anchors);
	*fault = reader.fault;
	return read ? reader.root : NULL;
}

struct node *yaml_read(struct text source, struct arena *arena, struct diagnostics *diagnostics)
{
	struct yaml_fault fault;
	return yaml_read_or_fail(source, arena, diagnostics, &fault);
}
