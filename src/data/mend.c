#include "mend.h"

#include "base/buffer.h"
#include "base/line.h"
#include "base/memory.h"
#include "base/unicode.h"
#include "data/json.h"
#include "mend_line.h"

#include <stdlib.h>
#include <string.h>

enum {
	SLIPS_MOST = 64,
	READS_MOST = 3 * SLIPS_MOST,
	BYTES_MOST = 32 * 1024 * 1024, /* of all readings together */
};

/* Of a line that was rewritten: the column as written for each one as mended, from 1 on. */
struct line_columns {
	int line;
	int count;
	int *columns;
};

/* Of all lines that were rewritten, in their order. Owns its memory. */
struct column_map {
	struct line_columns *lines;
	size_t count;
	size_t capacity;
	struct arena arena;
};

struct mending {
	struct text source;       /* as written */
	struct buffer characters; /* the same with what concerns the whole of it mended */
	struct buffer text;       /* and with lines mended: what was read last */
	struct buffer trial;
	struct column_map map; /* from text to source */
	struct yaml_fault fault;
	struct diagnostics messages; /* of the reading of text */
	struct diagnostics errors;   /* that are mended in text */
	struct arena scratch;
	struct patch patch;
	mend_reader read;
	bool is_read; /* there is no fault any more */
	bool has_mended_tabs;
	size_t reads;
	size_t bytes;
};

/* True if the mended text can have another character in place of that one. */
static bool is_replaceable(uint32_t character)
{
	return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == '%' ||
	       character == UNICODE_REPLACEMENT || (character >= 0xFFFE && character <= 0xFFFF);
}

/* Stores a column as written for each one as mended and one behind; what was put in counts as 0. */
static int *trace_columns(struct text mended, struct text written, struct arena *arena, int *count)
{
	size_t size;
	size_t at = 0;
	int column = 1;
	int *columns = arena_allocate(arena, (mended.length + 2) * sizeof *columns);
	*count = 0;
	for (size_t i = 0; i < mended.length; i += size) {
		uint32_t now = unicode_decode(mended, i, &size);
		columns[++*count] = column;
		if (at >= written.length)
			continue;
		size_t written_size;
		uint32_t then = unicode_decode(written, at, &written_size);
		if (now != then && !is_replaceable(then))
			continue;
		at += written_size;
		column++;
	}
	columns[++*count] = column;
	return columns;
}

static void add_line(struct column_map *map, int line, struct text mended, struct text written)
{
	if (map->count == map->capacity) {
		map->capacity = map->capacity ? map->capacity * 2 : 16;
		map->lines = memory_resize(map->lines, map->capacity * sizeof *map->lines);
	}
	struct line_columns *row = &map->lines[map->count++];
	row->line = line;
	row->columns = trace_columns(mended, written, &map->arena, &row->count);
}

static void map_finish(struct column_map *map)
{
	free(map->lines);
	arena_finish(&map->arena);
	*map = (struct column_map){0};
}

/* Lines stay lines, whatever is mended in them. */
static void map_lines(struct column_map *map, struct text mended, struct text written)
{
	size_t at = line_mark(mended);
	size_t written_at = line_mark(written);
	map_finish(map);
	for (int line = 1; at < mended.length && written_at < written.length; line++) {
		size_t end = line_end(mended, at);
		size_t written_end = line_end(written, written_at);
		struct text now = text_slice(mended, at, end);
		struct text then = text_slice(written, written_at, written_end);
		if (!text_equal(now, then))
			add_line(map, line, now, then);
		at = line_next(mended, end);
		written_at = line_next(written, written_end);
	}
}

static int compare_lines(const void *a, const void *b)
{
	int first = ((const struct line_columns *)a)->line;
	int second = ((const struct line_columns *)b)->line;
	return (first > second) - (first < second);
}

static void map_position(const struct column_map *map, struct position *position)
{
	struct line_columns key = {.line = position->line};
	if (!map->count || !position->column)
		return;
	const struct line_columns *row =
		bsearch(&key, map->lines, map->count, sizeof key, compare_lines);
	if (row)
		position->column =
			row->columns[position->column < row->count ? position->column : row->count];
}

static void map_messages(const struct column_map *map, struct diagnostics *messages)
{
	for (size_t i = 0; i < messages->count; i++)
		map_position(map, &messages->items[i].position);
}

/* The depth is bounded: see YAML_DEPTH_MOST. */
static void map_tree(const struct column_map *map, struct node *node)
{
	map_position(map, &node->position);
	map_position(map, &node->end);
	map_position(map, &node->key_position);
	for (struct node *child = node->first; child; child = child->next)
		map_tree(map, child);
}

static void map_fault(const struct column_map *map, struct yaml_fault *fault)
{
	map_position(map, &fault->problem);
	map_position(map, &fault->context);
	map_position(map, &fault->quote);
}

/* What one reading of the trial gave. */
struct round {
	struct diagnostics messages;
	struct yaml_fault fault;
	struct column_map map;
	bool is_read;
};

/* False if enough was read. */
static bool read_trial(struct mending *mending, struct round *round)
{
	*round = (struct round){.is_read = false};
	mending->bytes += mending->trial.length;
	if (++mending->reads > READS_MOST || mending->bytes > BYTES_MOST)
		return false;
	struct text trial = buffer_text(&mending->trial);
	arena_reset(&mending->scratch);
	round->is_read = mending->read(trial, &mending->scratch, &round->messages, &round->fault);
	map_lines(&round->map, trial, mending->source);
	map_messages(&round->map, &round->messages);
	return true;
}

static void round_finish(struct round *round)
{
	diagnostics_finish(&round->messages);
	map_finish(&round->map);
}

/* Tells of the mistake that ended the last reading. */
static void add_error(struct mending *mending, size_t lines)
{
	const struct diagnostics *messages = &mending->messages;
	const struct diagnostic *error = &messages->items[messages->count - 1];
	if (lines > 1)
		diagnostics_add(&mending->errors, SEVERITY_ERROR, error->position,
			"%s (and %zu more line%s)", error->message, lines - 1,
			lines > 2 ? "s" : "");
	else
		diagnostics_add(
			&mending->errors, SEVERITY_ERROR, error->position, "%s", error->message);
}

/* Tells of the mistake that the patch mends, which the reading may only have stumbled over later.
 */
static void add_mistake(struct mending *mending, bool afresh)
{
	const struct patch *patch = &mending->patch;
	struct position position = patch->mistake;
	if (!patch->message) {
		add_error(mending, 1);
		return;
	}
	if (!afresh)
		map_position(&mending->map, &position);
	diagnostics_add(&mending->errors, SEVERITY_ERROR, position, "%s", patch->message);
}

/* The trial is the text from now on. */
static void accept(struct mending *mending, struct round *round)
{
	diagnostics_finish(&mending->messages);
	map_finish(&mending->map);
	mending->messages = round->messages;
	mending->map = round->map;
	mending->fault = round->fault;
	mending->is_read = round->is_read;
	mending->text.length = 0;
	buffer_add(&mending->text, buffer_text(&mending->trial));
}

static bool is_same(struct position a, struct position b)
{
	return a.line == b.line && a.column == b.column;
}

/* True if the next problem is behind the lines that were mended, or behind this one in its line. */
static bool is_progress(const struct mending *mending, const struct round *round)
{
	struct position problem = mending->fault.problem;
	struct position next = round->fault.problem;
	map_position(&mending->map, &problem);
	map_position(&round->map, &next);
	if (!round->is_read && is_same(mending->fault.context, round->fault.context) &&
		is_same(problem, next))
		return false;
	if (round->is_read || next.line > mending->patch.last)
		return true;
	return next.line == problem.line && mending->patch.first == next.line &&
	       next.column > problem.column;
}

/* Puts the patch in the place of its lines. */
static void write_trial(struct mending *mending)
{
	struct line_walk walk;
	struct text text = buffer_text(&mending->text);
	line_walk_init(&walk, text);
	size_t start = line_walk_to(&walk, (struct position){mending->patch.first, 1});
	size_t end = line_walk_to(&walk, (struct position){mending->patch.last + 1, 1});
	mending->trial.length = 0;
	buffer_add(&mending->trial, text_slice(text, 0, start));
	buffer_add(&mending->trial, buffer_text(&mending->patch.lines));
	buffer_add(&mending->trial, text_slice(text, end, text.length));
}

/* One way to mend lines. */
struct way {
	line_mender mend;
	bool afresh; /* the line as it was before any other mend, so that no quotes are quoted */
};

static bool mend_with(struct mending *mending, const struct way *way)
{
	struct text text = buffer_text(way->afresh ? &mending->characters : &mending->text);
	struct yaml_fault fault = mending->fault;
	struct round round;
	if (way->afresh) {
		struct column_map map = {0};
		map_lines(&map, buffer_text(&mending->text), text);
		map_fault(&map, &fault);
		map_finish(&map);
	}
	if (!way->mend(text, &fault, &mending->patch))
		return false;
	write_trial(mending);
	if (read_trial(mending, &round) && is_progress(mending, &round)) {
		add_mistake(mending, way->afresh);
		accept(mending, &round);
		return true;
	}
	round_finish(&round);
	return false;
}

typedef size_t (*text_mender)(struct text source, struct buffer *mended);

/* Both with the lines that are mended by now and without. */
static bool mend_whole(struct mending *mending, text_mender mend)
{
	struct buffer characters = {0};
	struct round round;
	size_t lines = mend(buffer_text(&mending->characters), &characters);
	mending->trial.length = 0;
	if (lines)
		mend(buffer_text(&mending->text), &mending->trial);
	if (!lines || !read_trial(mending, &round)) {
		buffer_finish(&characters);
		return false;
	}
	buffer_finish(&mending->characters);
	mending->characters = characters;
	add_error(mending, lines);
	accept(mending, &round);
	return true;
}

/* The problem is in a line that is indented by a tab, or has one behind its dash. */
static bool is_about_tabs(const struct mending *mending)
{
	struct line_walk walk;
	line_walk_init(&walk, buffer_text(&mending->text));
	line_walk_to(&walk, mending->fault.problem);
	for (size_t i = 0; i < walk.line.length; i++) {
		if (walk.line.bytes[i] == '\t')
			return walk.position.line == mending->fault.problem.line;
		if (walk.line.bytes[i] != ' ' && walk.line.bytes[i] != '-')
			break;
	}
	return false;
}

static bool mend_lines(struct mending *mending)
{
	/* In the order of how sure it is what was meant. JSON is nothing but brackets and quotes.
	 */
	static const struct way ways_of_json[] = {{mend_escapes, false}, {mend_string, false}};
	static const struct way ways_of_yaml[] = {{mend_directive, false}, {mend_conflict, false},
		{mend_escapes, false}, {mend_item, false}, {mend_hash, false}, {mend_list, false},
		{mend_indentation, false}, {mend_key, false}, {mend_quote, true},
		{mend_value, true}};
	bool is_json = json_is_likely(mending->source);
	const struct way *ways = is_json ? ways_of_json : ways_of_yaml;
	size_t count =
		is_json ? sizeof ways_of_json / sizeof *ways : sizeof ways_of_yaml / sizeof *ways;
	for (size_t i = 0; i < count; i++) {
		if (mend_with(mending, &ways[i]))
			return true;
	}
	return false;
}

static bool mend_one(struct mending *mending)
{
	if (mending->fault.kind == YAML_FAULT_CHARACTER)
		return mend_whole(mending, mend_characters);
	if (mending->fault.kind == YAML_FAULT_LIMIT)
		return false;
	if (!mending->has_mended_tabs && is_about_tabs(mending)) {
		mending->has_mended_tabs = true;
		return mend_whole(mending, mend_tabs);
	}
	return mend_lines(mending);
}

static bool is_utf16(struct text source)
{
	return text_starts_with(source, TEXT("\xFF\xFE")) ||
	       text_starts_with(source, TEXT("\xFE\xFF"));
}

static void finish(struct mending *mending)
{
	map_finish(&mending->map);
	arena_finish(&mending->scratch);
	buffer_finish(&mending->characters);
	buffer_finish(&mending->text);
	buffer_finish(&mending->trial);
	buffer_finish(&mending->patch.lines);
	diagnostics_finish(&mending->messages);
	diagnostics_finish(&mending->errors);
}

struct node *mend_read(struct text source, mend_reader read, const struct yaml_fault *fault,
	struct arena *arena, struct diagnostics *diagnostics)
{
	struct mending mending = {.source = source, .fault = *fault, .read = read};
	struct node *root = NULL;
	if (is_utf16(source) || !diagnostics->count)
		return NULL;
	buffer_add(&mending.characters, source);
	buffer_add(&mending.text, source);
	diagnostics_take(&mending.messages, diagnostics);
	for (int slip = 0; slip < SLIPS_MOST && !mending.is_read; slip++) {
		if (!mend_one(&mending))
			break;
	}
	if (mending.is_read) {
		struct yaml_fault none;
		diagnostics_finish(&mending.messages);
		root = read(buffer_text(&mending.text), arena, &mending.messages, &none);
		map_messages(&mending.map, &mending.messages);
		map_tree(&mending.map, root);
	}
	diagnostics_take(diagnostics, &mending.errors);
	diagnostics_take(diagnostics, &mending.messages);
	finish(&mending);
	return root;
}
