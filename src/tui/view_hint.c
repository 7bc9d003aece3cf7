#include "view_parts.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Letters for labels: those that fingers rest on come first. */
static const char letters[] = "asdfghjklqwertyuiopzxcvbnm";

enum { LETTER_COUNT = sizeof letters - 1 };

/* The run that holds a byte of joined runs; stores where it begins. */
static const struct run *run_at(const struct runs *runs, size_t byte, size_t *start)
{
	*start = 0;
	for (const struct run *run = runs->first; run; run = run->next) {
		if (byte < *start + run->text.length)
			return run;
		*start += run->text.length;
	}
	return NULL;
}

static bool is_same_term(const struct run *a, const struct run *b)
{
	return b && b->role == ROLE_TERM && a->link == b->link;
}

/*
 * The term that a span belongs to, whole even if the line cuts it or its words look different; in
 * the arena.
 */
static struct text term_of(const struct line *line, const struct span *span, struct arena *arena)
{
	struct buffer term = {0};
	size_t start;
	const struct runs *runs = layout_runs(line->block, span->part);
	const struct run *run = run_at(runs, span->start, &start);
	/* A word in bold has a run of its own: back to the first of the term. */
	const struct run *first = run;
	for (const struct run *other = runs->first; other && other != run; other = other->next) {
		if (!is_same_term(run, other))
			first = run;
		else if (first == run)
			first = other;
	}
	for (; first && is_same_term(run, first); first = first->next)
		buffer_add(&term, first->text);
	struct text copy = arena_copy(arena, text_trim(buffer_text(&term)));
	buffer_finish(&term);
	return copy;
}

static struct hint *add_hint(struct view *view, size_t line, const struct span *span)
{
	struct hints *hints = &view->hints;
	if (!hints->items)
		hints->items = memory_allocate(HINTS_MOST * sizeof *hints->items);
	if (hints->count == HINTS_MOST)
		return NULL;
	struct hint *hint = &hints->items[hints->count++];
	*hint = (struct hint){.line = line, .column = span->column, .link = span->link};
	return hint;
}

static bool has_hint(const struct view *view, uint32_t link)
{
	for (size_t i = 0; i < view->hints.count; i++) {
		if (view->hints.items[i].link == link)
			return true;
	}
	return false;
}

static void add_links(struct view *view, size_t number)
{
	const struct line *line = view->flow.lines[number];
	for (size_t i = 0; i < line->span_count; i++) {
		if (line->spans[i].link && !has_hint(view, line->spans[i].link))
			add_hint(view, number, &line->spans[i]);
	}
}

/* The next span from index on that begins another term than the one given; NULL for none. */
static const struct span *next_term(
	const struct line *line, size_t *index, struct text *term, struct arena *arena)
{
	for (; *index < line->span_count; ++*index) {
		const struct span *span = &line->spans[*index];
		if (span->role != ROLE_TERM || span->part == PART_NONE)
			continue;
		struct text found = term_of(line, span, arena);
		if (!text_equal(found, *term)) {
			*term = found;
			return span;
		}
	}
	return NULL;
}

static void add_terms(struct view *view, size_t number, struct arena *arena)
{
	const struct line *line = view->flow.lines[number];
	struct text term = TEXT("");
	size_t index = 0;
	const struct span *span;
	while ((span = next_term(line, &index, &term, arena))) {
		struct hint *hint = add_hint(view, number, span);
		if (hint)
			hint->term = term;
	}
}

static bool has_terms(const struct line *line)
{
	for (size_t i = 0; i < line->span_count; i++) {
		if (line->spans[i].role == ROLE_TERM && line->spans[i].part != PART_NONE)
			return true;
	}
	return false;
}

size_t view_line_of_terms(const struct view *view)
{
	const struct block *block = view_block(view);
	size_t number = view->cursor;
	if (!block || has_terms(view->flow.lines[number]))
		return number;
	for (number = flow_find(&view->flow, block);
		number < view->flow.count && view->flow.lines[number]->block == block; number++) {
		if (has_terms(view->flow.lines[number]))
			return number;
	}
	return view->cursor;
}

bool view_names_terms(const struct view *view)
{
	const struct block *block = view_block(view);
	return block && !doc_level(block) && has_terms(view->flow.lines[view_line_of_terms(view)]);
}

struct text view_term(const struct view *view, struct arena *arena)
{
	const struct line *line = view_line(view, view_line_of_terms(view));
	struct text term = TEXT("");
	size_t count = 0;
	size_t index = 0;
	const struct span *span;
	while (line && (span = next_term(line, &index, &term, arena))) {
		if (view->focus && span->link == view->focus)
			return term;
		count++;
	}
	return count == 1 ? term : TEXT("");
}

/* One letter each; two where there are more than letters, so that none is another's beginning. */
static void label_hints(struct view *view)
{
	struct hints *hints = &view->hints;
	for (size_t i = 0; i < hints->count; i++) {
		char *label = hints->items[i].label;
		if (hints->count > LETTER_COUNT) {
			label[0] = letters[i / LETTER_COUNT];
			label[1] = letters[i % LETTER_COUNT];
		} else {
			label[0] = letters[i];
		}
	}
	view->looks++;
}

void view_hide_hints(struct view *view)
{
	if (!view->hints.items)
		return;
	free(view->hints.items);
	view->hints = (struct hints){0};
	arena_reset(&view->hint_arena);
	view->looks++;
}

void view_show_link_hints(struct view *view)
{
	size_t end = view->top + view_window(view);
	view_hide_hints(view);
	for (size_t number = view->top; number < end && number < view->flow.count; number++)
		add_links(view, number);
	label_hints(view);
	if (!view->hints.count)
		view_tell(view, TEXT("No link in the window"));
	else
		view_tell(view, TEXT("Type a label to open its link; Esc cancels"));
}

void view_show_term_hints(struct view *view)
{
	view_hide_hints(view);
	if (view->flow.count) {
		/* A label of a field may stand on a line of its own. */
		view->cursor = view_line_of_terms(view);
		view_show_cursor(view);
		add_terms(view, view->cursor, &view->hint_arena);
	}
	label_hints(view);
	if (view->hints.count)
		view_tell(view, TEXT("Type a label to see where that was used; Esc cancels"));
}

static unsigned choose(struct view *view, const struct hint *hint)
{
	struct arena arena = {0};
	struct text term = arena_copy(&arena, hint->term);
	uint32_t link = hint->link;
	size_t line = hint->line;
	view_hide_hints(view);
	view->message.length = 0;
	if (term.length) {
		view_show_evidence(view, term);
	} else {
		view_move_to(view, line, 1);
		view->focus = link;
	}
	arena_finish(&arena);
	return EFFECT_DRAW | (term.length ? EFFECT_NONE : EFFECT_FOLLOW);
}

/* Keeps the labels that begin with what was typed; goes where the only one of them leads. */
static unsigned type_letter(struct view *view, char letter)
{
	struct hints *hints = &view->hints;
	size_t length = strlen(hints->typed);
	bool any = false;
	if (length < HINT_LETTERS_MOST)
		hints->typed[length++] = letter;
	for (size_t i = 0; i < hints->count; i++) {
		if (strcmp(hints->items[i].label, hints->typed) == 0)
			return choose(view, &hints->items[i]);
		any = any || strncmp(hints->items[i].label, hints->typed, length) == 0;
	}
	if (!any) {
		view_hide_hints(view);
		view_tell(view, TEXT("There is no such label"));
	}
	return EFFECT_DRAW;
}

unsigned view_hint_key(struct view *view, uint32_t input)
{
	view->looks++;
	view->message.length = 0;
	if (input >= 'a' && input <= 'z')
		return type_letter(view, (char)input);
	view_hide_hints(view);
	return EFFECT_DRAW;
}
