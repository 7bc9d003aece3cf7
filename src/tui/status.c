#include "tui/status.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "layout/glyphs.h"

enum {
	GAP = 2,          /* columns between left and right */
	PLACE_LEAST = 16, /* columns that a place needs to say anything */
	WAYS = 5,         /* to end the line, from the longest to the shortest */
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
	struct text separator =
		arena_format(arena, " %.*s ", (int)angle.length, angle.bytes);
	struct buffer place = {0};
	add_place(&place, block ? doc_heading(block) : NULL, separator);
	struct text copy = arena_copy(arena, buffer_text(&place));
	buffer_finish(&place);
	return copy;
}

/* What the Enter key does on the cursor's line, or empty; o is what opens links. */
static const char *enter_word(const struct view *view, bool is_link)
{
	const struct block *heading = view_foldable(view);
	if (view->kind != VIEW_DOCUMENT || !heading)
		return "";
	bool open = view->open[heading->number];
	bool on_heading = view_block(view) == heading;
	if (is_link && (view->focus || !on_heading))
		return "";
	if (is_link)
		return open ? "fold" : "unfold";
	return open ? "close" : "open";
}

static const char *const *keys_of(const struct view *view, bool is_link)
{
	static const char *const place_keys[WAYS] = {"Tab link  / search  ? help  q quit  ",
		"/ search  ? help  q quit  ", "? help  q quit  ", "? help  ", ""};
	static const char *const plain_keys[WAYS] = {"/ search  ? help  q quit  ",
		"? help  q quit  ", "? help  ", "? help  ", ""};
	static const char *const link_keys[WAYS] = {
		"o open  y copy  ? help  ", "o open  ? help  ", "o open  ", "", ""};
	static const char *const help_keys[WAYS] = {
		"/ search  q back  ", "q back  ", "", "", ""};
	static const char *const list_keys[WAYS] = {"number opens  y copy  Y code  q back  ",
		"number opens  q back  ", "q back  ", "", ""};
	static const char *const search_keys[WAYS] = {
		"n next  N back  Esc end  ", "n next  Esc end  ", "Esc end  ", "", ""};
	static const char *const filter_keys[WAYS] = {
		"n next  Esc shows all  ", "Esc shows all  ", "Esc all  ", "", ""};
	if (view->filter.hidden)
		return filter_keys;
	if (search_is_active(&view->search))
		return search_keys;
	if (view->kind == VIEW_LINKS)
		return list_keys;
	if (view->kind == VIEW_HELP)
		return help_keys;
	if (is_link)
		return link_keys;
	return view->doc->link_count ? place_keys : plain_keys;
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

/* The longest of the ways to end the line that leaves width columns; the shortest is empty. */
static struct text choose_right(
	const struct reader *reader, bool is_link, int width, struct arena *arena)
{
	enum { LAST_WITH_ENTER = 2 };
	const struct view *view = reader_view(reader);
	const char *const *keys = keys_of(view, is_link);
	const char *word = enter_word(view, is_link);
	struct text typed = keys_typed(&reader->keys, arena);
	struct text matches = matches_of(view, arena);
	struct text key = glyphs_for(view->ascii)->enter_key;
	struct text enter = TEXT("");

	if (*word && !search_is_active(&view->search))
		enter = arena_format(arena, "%.*s %s  ", (int)key.length, key.bytes, word);
	for (int i = 0; i < WAYS; i++) {
		struct text ways[] = {enter, TEXT("")};
		/* What Enter does is worth more than Tab, and less than how to get help. */
		for (int way = i > LAST_WITH_ENTER; way <= (i >= LAST_WITH_ENTER); way++) {
			struct text right = arena_format(arena, "%.*s%s%.*s%.*s%s%d%%",
				(int)typed.length, typed.bytes, typed.length ? "  " : "",
				(int)matches.length, matches.bytes, (int)ways[way].length,
				ways[way].bytes, keys[i], view_percent(view));
			if (unicode_width(right) <= width)
				return right;
		}
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
	if (!prompt_text(&reader->prompt).length)
		return reader->question == QUESTION_COMMAND ? TEXT("Tab completes") : TEXT("");
	if (reader->question == QUESTION_COMMAND)
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
	status.left = wrap_shorten(reader->code_url, room, ellipsis, arena);
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
	if (view->message.length) {
		status.left = view->message;
		status.is_message = true;
		return status;
	}
	status.link = view_link(view);
	status.left = status.link ? text_trim(doc_link(view->doc, status.link)->url)
				  : place_of(view, arena);
	int needed = unicode_width(status.left) + GAP;
	/* An address is worth more than the keys; a place may be cut for some of them. */
	if (!status.link && needed > columns - columns / 3)
		needed = columns - columns / 3 > PLACE_LEAST ? columns - columns / 3 : PLACE_LEAST;
	status.right = choose_right(reader, status.link, columns - needed, arena);
	int left = columns - unicode_width(status.right) - (status.right.length ? GAP : 0);
	status.left = wrap_shorten(status.left, left, ellipsis, arena);
	return status;
}
