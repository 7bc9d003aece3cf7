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

/* True if the document has anything that the sieve lets through. */
static bool sieve_make(
	struct sieve *sieve, struct text text, unsigned options, const struct block *except)
{
	const struct view *view = sieve->view;
	struct search search = {.count = 0};
	sieve->hits = view_flags(view->doc, NULL);
	sieve->hidden = view_flags(view->doc, NULL);
	sieve->open = view_flags(view->doc, NULL);
	search_run(&search, &view->flow.layout, NULL, text, options);
	mark_hits(&search, sieve->hits);
	search_finish(&search);
	if (except)
		sieve->hits[except->number] = false;
	sift_children(sieve, view->doc->root);
	return sieve->count > 0;
}

static void sieve_finish(struct sieve *sieve)
{
	free(sieve->hits);
	free(sieve->hidden);
	free(sieve->open);
}

/* Shows everything again, with the folds of before; the lines are not put together yet. */
static void lift(struct view *view)
{
	struct filter *filter = &view->filter;
	struct buffer text = filter->sought.text;
	if (filter->open_before) {
		size_t size = view->doc->block_count * sizeof *filter->open_before;
		memcpy(view->open, filter->open_before, size);
		memcpy(view->kept, filter->open_before, size);
	}
	free(filter->hidden);
	free(filter->open_before);
	text.length = 0;
	*filter = (struct filter){.sought = {.text = text}};
}

/* Takes what the sieve says over. */
static void apply(struct view *view, struct sieve *sieve)
{
	struct filter *filter = &view->filter;
	filter->hidden = sieve->hidden;
	sieve->hidden = NULL;
	filter->open_before = view_flags(view->doc, view->kept);
	filter->is_evidence = sieve->is_evidence;
	filter->count = sieve->count;
	for (const struct block *block = view->doc->root; block; block = doc_next(block)) {
		bool open = view->kept[block->number] || sieve->open[block->number];
		view->open[block->number] = view->kept[block->number] =
			open && doc_is_foldable(block);
	}
}

/* Replaces the filter; false, with nothing changed, if nothing holds the text. */
static bool set(struct view *view, struct text text, unsigned options, bool is_evidence,
	const struct block *except)
{
	struct sieve sieve = {.view = view, .is_evidence = is_evidence};
	struct buffer copy = {0};
	bool any = sieve_make(&sieve, text, options, except);
	if (any) {
		/* The text may be that of the filter. */
		buffer_add(&copy, text);
		lift(view);
		apply(view, &sieve);
		sought_set(&view->filter.sought, buffer_text(&copy), options);
		view_update(view);
		buffer_finish(&copy);
	}
	sieve_finish(&sieve);
	return any;
}

static void show_all(struct view *view)
{
	lift(view);
	view_clear_search(view);
	view_update(view);
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
	if (found)
		view_run_search(view, text, 0);
	else
		show_all(view);
	view_restore(view, view->origin);
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
	show_all(view);
	if (returns)
		view_restore(view, origin);
}

void view_filter_remember(struct view *view)
{
	struct filter *before = &view->filter_before;
	const struct filter *filter = &view->filter;
	sought_set(&before->sought, buffer_text(&filter->sought.text), filter->sought.options);
	before->is_evidence = filter->is_evidence;
	before->origin = filter->origin;
}

/* Filters as another filter did; without any if nothing holds its text any more. */
static void filter_as(struct view *view, const struct filter *other)
{
	struct place origin = other->origin;
	bool is_evidence = other->is_evidence;
	const struct block *except = is_evidence ? origin.block : NULL;
	if (other->sought.text.length && set(view, buffer_text(&other->sought.text),
						 other->sought.options, is_evidence, except)) {
		view->filter.origin = origin;
		return;
	}
	lift(view);
	view_update(view);
}

void view_filter_cancel(struct view *view)
{
	filter_as(view, &view->filter_before);
	view_search_cancel(view);
}

void view_filter_again(struct view *view)
{
	bool marks = view_searches_for_filter(view);
	if (!view->filter.sought.text.length)
		return;
	filter_as(view, &view->filter);
	if (marks && !view->filter.hidden)
		view_clear_search(view);
}

void view_show_evidence(struct view *view, struct text term)
{
	struct arena arena = {0};
	unsigned options = PATTERN_WHOLE_WORDS;
	bool goes_on = view->filter.is_evidence;
	struct place origin = goes_on ? view->filter.origin : view_place(view);
	struct text text = arena_copy(&arena, term);
	if (text.length > SHORT_TERM)
		options |= PATTERN_ANY_CASE;
	if (set(view, text, options, true, view_block(view))) {
		view_run_search(view, text, options);
		view->filter.origin = origin;
		go_to_first(view);
		view_tell(view,
			arena_format(&arena, "%s: %zu other place%s; Esc goes back", text.bytes,
				view->filter.count, view->filter.count == 1 ? "" : "s"));
	} else {
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
