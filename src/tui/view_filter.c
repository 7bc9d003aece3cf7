#include "view_parts.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Words of up to this many letters are taken as they are written: "Go", "R", "AWS". */
enum { SHORT_TERM = 3 };

/* A filter while it is made. */
struct sieve {
	const struct view *view;
	bool *hits;   /* by number: the block's own texts hold it */
	bool *hidden; /* by number */
	bool *open;   /* by number: to be open so that it is seen */
	bool is_evidence;
	size_t count; /* of entries, and of what stands beside entries, that hold it */
};

static bool *allocate_flags(const struct view *view)
{
	size_t size = view->doc->block_count * sizeof(bool);
	return memset(memory_allocate(size), 0, size);
}

static void mark_hits(const struct search *search, bool *hits)
{
	for (size_t i = 0; i < search->count; i++)
		hits[search->matches[i].block->number] = true;
}

static bool is_heading(const struct block *block)
{
	return doc_level(block) > 0;
}

/* True for what is about one thing, unlike sections and groups, which gather things. */
static bool is_entry(const struct block *block)
{
	return block->kind == BLOCK_ENTRY || block->kind == BLOCK_HEADER;
}

/* True if what is in a block holds it, leaving out headings and what they hold. */
static bool body_hits(const struct sieve *sieve, const struct block *block)
{
	for (const struct block *child = block->first; child; child = child->next) {
		if (!is_heading(child) && (sieve->hits[child->number] || body_hits(sieve, child)))
			return true;
	}
	return false;
}

static void open_hits(struct sieve *sieve, const struct block *block)
{
	const struct block *end = doc_skip(block);
	for (const struct block *inner = block->first; inner && inner != end;
		inner = doc_next(inner)) {
		if (!sieve->hits[inner->number])
			continue;
		for (const struct block *outer = inner->parent; outer; outer = outer->parent)
			sieve->open[outer->number] = true;
	}
}

static bool sift(struct sieve *sieve, const struct block *block);

static bool sift_children(struct sieve *sieve, const struct block *block)
{
	bool any = false;
	for (const struct block *child = block->first; child; child = child->next) {
		bool holds = sift(sieve, child);
		sieve->hidden[child->number] = !holds;
		any = any || holds;
	}
	return any;
}

/* Hides what does not hold the text; false if nothing is left of the block. */
static bool sift(struct sieve *sieve, const struct block *block)
{
	bool own = sieve->hits[block->number];
	if (!is_heading(block)) {
		bool holds = own || body_hits(sieve, block);
		sieve->count += holds && !is_entry(block->parent);
		return holds;
	}
	bool body = is_entry(block) && body_hits(sieve, block);
	sieve->count += is_entry(block) && (own || body);
	if (!sieve->is_evidence && (own || body)) {
		sieve->count += is_entry(block) ? 0 : block->count;
		open_hits(sieve, block);
		return true;
	}
	bool inner = sift_children(sieve, block);
	if (inner)
		sieve->open[block->number] = true;
	return inner || (own && is_entry(block));
}

/* Makes the sieve from the matches of a search over the whole document. */
static void sieve_make(struct sieve *sieve, const struct block *except)
{
	sieve->hits = allocate_flags(sieve->view);
	sieve->hidden = allocate_flags(sieve->view);
	sieve->open = allocate_flags(sieve->view);
	mark_hits(&sieve->view->search, sieve->hits);
	if (except)
		sieve->hits[except->number] = false;
	sift_children(sieve, sieve->view->doc->root);
}

static void forget(struct filter *filter)
{
	free(filter->hidden);
	free(filter->open_before);
	filter->hidden = NULL;
	filter->open_before = NULL;
	filter->is_evidence = false;
	filter->text.length = 0;
}

/* Shows everything again, with the folds of before; the lines are not put together yet. */
static void lift(struct view *view)
{
	size_t size = view->doc->block_count * sizeof(bool);
	if (!view->filter.hidden)
		return;
	memcpy(view->open, view->filter.open_before, size);
	memcpy(view->kept, view->filter.open_before, size);
	forget(&view->filter);
}

/* Takes what the sieve says over; it then owns nothing any more. */
static void apply(struct view *view, struct sieve *sieve, struct text text, unsigned options)
{
	struct filter *filter = &view->filter;
	size_t count = view->doc->block_count;
	filter->hidden = sieve->hidden;
	filter->open_before = memory_allocate(count * sizeof(bool));
	memcpy(filter->open_before, view->kept, count * sizeof(bool));
	filter->is_evidence = sieve->is_evidence;
	filter->count = sieve->count;
	filter->options = options;
	filter->text.length = 0;
	buffer_add(&filter->text, text);
	for (const struct block *block = view->doc->root; block; block = doc_next(block)) {
		bool open = view->kept[block->number] || sieve->open[block->number];
		view->open[block->number] = view->kept[block->number] =
			open && doc_is_foldable(block);
	}
	free(sieve->hits);
	free(sieve->open);
}

static void drop(struct sieve *sieve)
{
	free(sieve->hits);
	free(sieve->hidden);
	free(sieve->open);
}

static void search_all(struct view *view, struct text text, unsigned options, const bool *hidden)
{
	search_run(&view->search, &view->flow.layout, hidden, text, options);
	view->looks++;
}

/* Replaces the filter; false if nothing holds the text: then there is none any more. */
static bool set(struct view *view, struct text text, unsigned options, bool is_evidence,
	const struct block *except)
{
	struct sieve sieve = {.view = view, .is_evidence = is_evidence};
	lift(view);
	search_all(view, text, options, NULL);
	if (view->search.count)
		sieve_make(&sieve, except);
	if (!sieve.count) {
		drop(&sieve);
		search_clear(&view->search);
		view_update(view);
		return false;
	}
	apply(view, &sieve, text, options);
	search_all(view, text, options, view->filter.hidden);
	view_update(view);
	return true;
}


/* To the first entry that holds it, which a section's heading may stand above. */
static void go_to_first(struct view *view)
{
	if (!view->search.count)
		return;
	view->top = 0;
	view_go_to_block(view, view->search.matches[0].block);
	view_search_again(view);
}

bool view_filter_set(struct view *view, struct text text)
{
	bool found = set(view, text, 0, false, NULL);
	view_restore(view, view->search_origin);
	return found;
}

void view_filter_accept(struct view *view)
{
	go_to_first(view);
}

void view_filter_end(struct view *view)
{
	bool returns = view->filter.is_evidence;
	struct place origin = view->filter.origin;
	lift(view);
	search_clear(&view->search);
	view->looks++;
	view_update(view);
	if (returns)
		view_restore(view, origin);
}

void view_filter_again(struct view *view)
{
	struct buffer text = {0};
	if (!view->filter.text.length)
		return;
	buffer_add(&text, buffer_text(&view->filter.text));
	if (!set(view, buffer_text(&text), view->filter.options, view->filter.is_evidence, NULL))
		forget(&view->filter);
	buffer_finish(&text);
}

void view_show_evidence(struct view *view, struct text term)
{
	struct arena arena = {0};
	unsigned options = PATTERN_WHOLE_WORDS;
	struct place origin = view_place(view);
	struct text text = arena_copy(&arena, term);
	if (text.length > SHORT_TERM)
		options |= PATTERN_ANY_CASE;
	if (view->filter.is_evidence && view->filter.hidden)
		origin = view->filter.origin;
	if (set(view, text, options, true, view_block(view))) {
		view->filter.origin = origin;
		go_to_first(view);
		view_tell(view, arena_format(&arena, "%s: %zu other place%s; Esc goes back",
					text.bytes, view->filter.count,
					view->filter.count == 1 ? "" : "s"));
	} else {
		view_restore(view, origin);
		view_tell(view, arena_format(&arena, "Nothing else mentions %s", text.bytes));
	}
	arena_finish(&arena);
}

void view_evidence(struct view *view)
{
	struct arena arena = {0};
	struct text term = view_term(view, &arena);
	if (term.length)
		view_show_evidence(view, term);
	else
		view_show_term_hints(view);
	if (!term.length && !view->hints.items)
		view_tell(view, TEXT("No skill, tool or keyword on this line"));
	arena_finish(&arena);
}
