#include "tui/status.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "layout/glyphs.h"

enum {
	GAP = 2,          /* columns between left and right */
	PLACE_LEAST = 16, /* columns that a place needs to say anything */
	WORTH_MOST = 5,   /* of a hint about a key */
	WORTH_OF_ENTER = 4,
};

static void add_place(struct buffer *place, const struct block *block, struct text separator)
{
	if (!block)
		return;
	add_place(place, block->parent ? doc_heading(block->parent) : NULL, separator);
	if (place->length)
		buffer_add(place, separator);
	for (const struct run *run = block->text.first; run; run = run->next)
		buffer_add(place, run->text);
}

/* The headings that the cursor is under, from the outermost in. */
static struct text place_of(const struct view *view, struct arena *arena)
{
	const struct block *block = view_block(view);
	struct text angle = glyphs_for(view->ascii)->angle;
	struct text separator = arena_format(arena, " %.*s ", (int)angle.length, angle.bytes);
	struct buffer place = {0};
	add_place(&place, block ? doc_heading(block) : NULL, separator);
	struct text copy = arena_copy(arena, buffer_text(&place));
	buffer_finish(&place);
	return copy;
}

/* What the Enter key does on the cursor's line, or empty; another key opens links. */
static const char *enter_word(const struct view *view, bool is_link)
{
	const struct block *heading = view_foldable(view);
	if (view->kind != VIEW_DOCUMENT || !heading || search_is_active(&view->search))
		return "";
	bool open = view->open[heading->number];
	bool on_heading = view_block(view) == heading;
	if (is_link && (view->focus || !on_heading))
		return "";
	if (is_link)
		return open ? "fold" : "unfold";
	return open ? "close" : "open";
}

/* What some key does; the first to be left out where there is no room has the least worth. */
struct hint_word {
	enum action action; /* or ACTION_NONE for what has no key of its own */
	const char *word;
	int worth; /* 1 to WORTH_MOST; 0 ends a list */
};

static const struct hint_word *hints_of(const struct view *view, bool is_link)
{
	static const struct hint_word place[] = {{ACTION_NEXT_LINK, "link", 1},
		{ACTION_SEARCH, "search", 2}, {ACTION_HELP, "help", 5}, {ACTION_QUIT, "quit", 3},
		{ACTION_NONE, NULL, 0}};
	static const struct hint_word link[] = {{ACTION_FOLLOW, "open", 5},
		{ACTION_COPY, "copy", 2}, {ACTION_HELP, "help", 4}, {ACTION_NONE, NULL, 0}};
	static const struct hint_word help[] = {
		{ACTION_SEARCH, "search", 4}, {ACTION_QUIT, "back", 5}, {ACTION_NONE, NULL, 0}};
	static const struct hint_word list[] = {{ACTION_NONE, "number opens", 4},
		{ACTION_COPY, "copy", 3}, {ACTION_QR, "code", 2}, {ACTION_QUIT, "back", 5},
		{ACTION_NONE, NULL, 0}};
	static const struct hint_word search[] = {{ACTION_NEXT_MATCH, "next", 4},
		{ACTION_PREVIOUS_MATCH, "back", 2}, {ACTION_CANCEL, "end", 5},
		{ACTION_NONE, NULL, 0}};
	static const struct hint_word filter[] = {
		{ACTION_NEXT_MATCH, "next", 4}, {ACTION_CANCEL, "all", 5}, {ACTION_NONE, NULL, 0}};
	if (view->filter.hidden &&
		(!search_is_active(&view->search) || view_searches_for_filter(view)))
		return filter;
	if (search_is_active(&view->search))
		return search;
	if (view->kind != VIEW_DOCUMENT)
		return view->kind == VIEW_LINKS ? list : help;
	if (is_link)
		return link;
	return view->doc->link_count ? place : place + 1;
}

/* Which match the cursor is on, as in "3/17", with two blanks behind it; or empty. */
static struct text matches_of(const struct view *view, struct arena *arena)
{
	const struct search *search = &view->search;
	if (!search_is_active(search))
		return TEXT("");
	if (search->current < search->count)
		return arena_format(arena, "%zu/%zu  ", search->current + 1, search->count);
	return arena_format(arena, "%zu found  ", search->count);
}

static void add_hint(struct buffer *line, const struct reader *reader, enum action action,
	const char *word, struct arena *arena)
{
	struct text enter = glyphs_for(reader_view(reader)->ascii)->enter_key;
	struct text key = TEXT("");
	if (action != ACTION_NONE)
		key = keymap_first(reader->keymap, action, arena);
	buffer_add(line, text_is(key, "Enter") ? enter : key);
	if (key.length)
		buffer_add_byte(line, ' ');
	buffer_add(line, text_from(word));
	buffer_add(line, TEXT("  "));
}

/* The end of the line with the hints of at least that worth. */
static struct text right_of_worth(
	const struct reader *reader, bool is_link, int worth, struct arena *arena)
{
	const struct view *view = reader_view(reader);
	const char *enter = enter_word(view, is_link);
	struct text typed = keys_typed(&reader->keys, arena);
	struct buffer line = {0};
	buffer_add(&line, typed);
	if (typed.length)
		buffer_add(&line, TEXT("  "));
	buffer_add(&line, matches_of(view, arena));
	if (*enter && worth <= WORTH_OF_ENTER)
		add_hint(&line, reader, ACTION_TOGGLE, enter, arena);
	for (const struct hint_word *hint = hints_of(view, is_link); hint->worth; hint++) {
		if (hint->worth >= worth)
			add_hint(&line, reader, hint->action, hint->word, arena);
	}
	buffer_add(&line, arena_format(arena, "%d%%", view_percent(view)));
	struct text right = arena_copy(arena, buffer_text(&line));
	buffer_finish(&line);
	return right;
}

/* As many hints as leave width columns; none at all if even the percentage does not fit. */
static struct text choose_right(
	const struct reader *reader, bool is_link, int width, struct arena *arena)
{
	for (int worth = 1; worth <= WORTH_MOST + 1; worth++) {
		struct text right = right_of_worth(reader, is_link, worth, arena);
		if (unicode_width(right) <= width)
			return right;
	}
	return TEXT("");
}

static const char *sign_of(enum question question)
{
	return question == QUESTION_SEARCH ? "/" : question == QUESTION_FILTER ? "&" : ":";
}

/* What the answer leads to so far. */
static struct text outcome(const struct reader *reader, struct arena *arena)
{
	const struct view *view = reader_view(reader);
	if (reader->question == QUESTION_COMMAND)
		return reader->completion ? arena_format(arena, "%zu of %zu", reader->completion,
						    reader->completions)
		       : prompt_text(&reader->prompt).length ? TEXT("")
							     : TEXT("Tab completes");
	if (!prompt_text(&reader->prompt).length)
		return TEXT("");
	if (!view->search.count)
		return TEXT("not found");
	if (reader->question == QUESTION_FILTER)
		return arena_format(arena, "%zu shown", view->filter.count);
	return text_trim(matches_of(view, arena));
}

/* What of an answer that is too long for the line is shown: its beginning goes out of sight. */
static struct text visible_answer(struct text answer, size_t cursor, int width, int *column)
{
	size_t start = 0;
	size_t end = cursor;
	*column = unicode_width(text_slice(answer, 0, cursor));
	while (*column >= width && start < cursor) {
		start += unicode_cluster(answer, start);
		*column = unicode_width(text_slice(answer, start, cursor));
	}
	while (end < answer.length) {
		size_t next = end + unicode_cluster(answer, end);
		if (unicode_width(text_slice(answer, start, next)) > width)
			break;
		end = next;
	}
	return text_slice(answer, start, end);
}

static struct status ask(const struct reader *reader, int columns, struct arena *arena)
{
	struct status status = {.right = outcome(reader, arena)};
	int room = columns - unicode_width(status.right) - GAP - 1;
	if (room < PLACE_LEAST) {
		status.right = TEXT("");
		room = columns - 1;
	}
	struct text shown = visible_answer(
		prompt_text(&reader->prompt), reader->prompt.cursor, room, &status.cursor);
	status.cursor++;
	status.left = arena_format(arena, "%s%.*s", sign_of(reader->question), (int)shown.length,
		shown.bytes ? shown.bytes : "");
	return status;
}

/* The address that a QR code stands for. */
static struct status tell_code(const struct reader *reader, int columns, struct arena *arena)
{
	struct status status = {.right = TEXT("any key goes back"), .cursor = -1};
	struct text ellipsis = glyphs_for(reader_view(reader)->ascii)->ellipsis;
	int room = columns - unicode_width(status.right) - GAP;
	if (room < PLACE_LEAST) {
		status.right = TEXT("");
		room = columns;
	}
	status.left = wrap_shorten(buffer_text(&reader->code_url), room, ellipsis, arena);
	return status;
}

struct status status_make(const struct reader *reader, int columns, struct arena *arena)
{
	const struct view *view = reader_view(reader);
	struct status status = {.cursor = -1};
	struct text ellipsis = glyphs_for(view->ascii)->ellipsis;
	if (reader->question != QUESTION_NONE)
		return ask(reader, columns, arena);
	if (reader->shows_code)
		return tell_code(reader, columns, arena);
	if (!reader->trouble.length)
		status.link = view_link(view);
	status.left = status.link              ? text_trim(doc_link(view->doc, status.link)->url)
		      : reader->trouble.length ? buffer_text(&reader->trouble)
					       : place_of(view, arena);
	int needed = unicode_width(status.left) + GAP;
	bool whole = status.link && !search_is_active(&view->search);
	/* An address is worth more than the keys; anything else may be cut for some of them. */
	if (!whole && needed > columns - columns / 3)
		needed = columns - columns / 3 > PLACE_LEAST ? columns - columns / 3 : PLACE_LEAST;
	status.right = choose_right(reader, status.link, columns - needed, arena);
	int left = columns - unicode_width(status.right) - (status.right.length ? GAP : 0);
	status.left = wrap_shorten(status.left, left, ellipsis, arena);
	return status;
}
