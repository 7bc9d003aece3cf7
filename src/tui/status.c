#include "tui/status.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "layout/glyphs.h"

enum {
	GAP = 2,          /* columns between left and right */
	PLACE_LEAST = 16, /* columns that a place needs to say anything */
};

static const struct text separator = {" \u203A ", 5};

static void add_place(struct buffer *place, const struct block *block)
{
	if (!block)
		return;
	add_place(place, block->parent ? doc_heading(block->parent) : NULL);
	if (place->length)
		buffer_add(place, separator);
	for (const struct run *run = block->text.first; run; run = run->next)
		buffer_add(place, run->text);
}

/* The headings that the cursor is under, from the outermost in. */
static struct text place_of(const struct view *view, struct arena *arena)
{
	if (view->cursor >= view->flow.count)
		return TEXT("");
	const struct block *block = view->flow.lines[view->cursor]->block;
	struct buffer place = {0};
	add_place(&place, block ? doc_heading(block) : NULL);
	struct text copy = arena_copy(arena, buffer_text(&place));
	buffer_finish(&place);
	return copy;
}

/* What the Enter key does on the cursor's line, or empty; o is what opens links. */
static const char *enter_hint(const struct view *view, bool is_link)
{
	const struct block *heading = view_foldable(view);
	if (view->is_help || !heading)
		return "";
	bool open = view->open[heading->number];
	bool on_heading = view->flow.lines[view->cursor]->block == heading;
	if (is_link && (view->focus || !on_heading))
		return "";
	if (is_link)
		return open ? "\u23CE fold  " : "\u23CE unfold  ";
	return open ? "\u23CE close  " : "\u23CE open  ";
}

/* The longest of the ways to end the line that leaves width columns; the shortest is empty. */
static struct text choose_right(
	const struct view *view, bool is_link, int width, struct arena *arena)
{
	enum { WAYS = 5, WAYS_WITH_ENTER = 3 };
	static const char *const place_keys[WAYS] = {
		"Tab link  ? help  q quit  ", "? help  q quit  ", "? help  ", "? help  ", ""};
	static const char *const link_keys[WAYS] = {"o open  ? help  ", "o open  ", "", "", ""};
	static const char *const help_keys[WAYS] = {"q back  ", "", "", "", ""};
	const char *const *keys = view->is_help ? help_keys : is_link ? link_keys : place_keys;
	int first = keys == place_keys && !view->doc->link_count; /* nothing for Tab to go to */
	const char *enter = enter_hint(view, is_link);

	for (int i = first; i < WAYS; i++) {
		/* What Enter does is worth more than Tab, and less than how to get help. */
		struct text right = arena_format(arena, "%s%s%d%%",
			i < WAYS_WITH_ENTER ? enter : "", keys[i], view_percent(view));
		if (unicode_width(right) <= width)
			return right;
	}
	return TEXT("");
}

struct status status_make(const struct view *view, int columns, struct arena *arena)
{
	struct status status = {0};
	uint32_t link = view_link(view);
	if (view->message.length) {
		status.left = view->message;
		status.is_message = true;
		return status;
	}
	status.link = link;
	status.left = link ? text_trim(doc_link(view->doc, link)->url) : place_of(view, arena);
	int needed = unicode_width(status.left) + GAP;
	/* An address is worth more than the keys; a place may be cut for some of them. */
	if (!status.link && needed > columns - columns / 3)
		needed = columns - columns / 3 > PLACE_LEAST ? columns - columns / 3 : PLACE_LEAST;
	status.right = choose_right(view, status.link != 0, columns - needed, arena);
	int left = columns - unicode_width(status.right) - (status.right.length ? GAP : 0);
	status.left = wrap_shorten(status.left, left, glyphs_for(false)->ellipsis, arena);
	return status;
}
