#include "tui/link_page.h"

#include "doc/links.h"

/* A link on the page. */
struct listed {
	struct link_place at; /* in the document */
	uint32_t number;      /* on the page */
};

struct listing {
	const struct doc *doc;
	struct listed *items;
	size_t count;
};

static struct listing list_links(const struct doc *doc, struct arena *arena)
{
	struct link_places places = links_find(doc, doc->root, arena);
	struct listing listing = {.doc = doc,
		.items = arena_allocate(arena, (places.count + 1) * sizeof *listing.items),
		.count = places.count};
	for (size_t i = 0; i < places.count; i++)
		listing.items[i].at = places.items[i];
	return listing;
}

/* As in print; behind those, what has no number there because its text tells the address. */
static void number_links(struct listing *listing)
{
	uint32_t last = 0;
	for (size_t i = 0; i < listing->count; i++) {
		struct listed *place = &listing->items[i];
		place->number = doc_link(listing->doc, place->at.run->link)->number;
		if (place->number > last)
			last = place->number;
	}
	for (size_t i = 0; i < listing->count; i++) {
		if (!listing->items[i].number)
			listing->items[i].number = ++last;
	}
}

static void add_links(struct doc *page, const struct listing *listing)
{
	struct text *urls = arena_allocate(page->arena, (listing->count + 1) * sizeof *urls);
	for (size_t i = 0; i < listing->count; i++) {
		const struct listed *place = &listing->items[i];
		urls[place->number - 1] =
			text_trim(doc_link(listing->doc, place->at.run->link)->url);
	}
	for (size_t i = 0; i < listing->count; i++)
		doc_add_link(page, urls[i]);
}

/* Copies the text of runs without links, up to the first that does not belong to the given link. */
static void copy_runs(
	struct doc *page, struct runs *to, enum role role, const struct run *run, uint32_t link)
{
	for (; run && (!link || run->link == link); run = run->next) {
		struct run *copy = doc_add_run(page, to, role, run->text);
		if (copy)
			copy->style = run->style;
	}
}

/* The part of the document, such as a section, that a block is in. */
static const struct block *outermost(const struct block *block)
{
	while (block->parent->parent)
		block = block->parent;
	return block;
}

static struct block *add_group(struct doc *page, const struct block *outer)
{
	struct block *group = doc_add_block(page, page->root, BLOCK_SECTION);
	bool has_title = doc_heading(outer) && outer->text.first;
	if (has_title)
		copy_runs(page, &group->text, ROLE_HEADING, outer->text.first, 0);
	else
		doc_add_run(page, &group->text, ROLE_HEADING, page->title);
	doc_set_id(group, outer->id.length ? outer->id : page->title);
	return group;
}

static bool is_contact(const struct block *block)
{
	return block->parent->kind == BLOCK_CONTACTS;
}

/*
 * What a link is called: its text, but where that is the address, what a label says of it. A name
 * at a network says little without the network.
 */
static void add_name(struct doc *page, struct block *field, const struct listing *listing,
	const struct listed *place)
{
	uint32_t link = place->at.run->link;
	const struct run *label = place->at.block->label.first;
	bool named = doc_link(listing->doc, link)->number;
	if (label && label->link != link && (!named || is_contact(place->at.block)))
		copy_runs(page, &field->text, ROLE_TEXT, label, 0);
	if (named && field->text.first)
		doc_add_run(page, &field->text, ROLE_TEXT, TEXT(" "));
	if (named)
		copy_runs(page, &field->text, ROLE_TEXT, place->at.run, link);
}

static void add_address(struct doc *page, struct block *field, uint32_t number)
{
	struct block *address = doc_add_block(page, field, BLOCK_VERBATIM);
	struct run *run = doc_add_run(page, &address->text, ROLE_TEXT, doc_link(page, number)->url);
	if (run)
		run->link = number;
}

void link_page_make(struct doc *page, struct arena *arena, const struct doc *doc)
{
	const struct block *outer = NULL;
	struct block *group = NULL;
	doc_init(page, arena);
	page->title = TEXT("Links");
	struct listing listing = list_links(doc, arena);
	number_links(&listing);
	add_links(page, &listing);
	for (size_t i = 0; i < listing.count; i++) {
		const struct listed *place = &listing.items[i];
		if (outermost(place->at.block) != outer) {
			outer = outermost(place->at.block);
			group = add_group(page, outer);
		}
		struct block *field = doc_add_block(page, group, BLOCK_FIELD);
		doc_add_run(page, &field->label, ROLE_LABEL,
			arena_format(arena, "[%u]", place->number));
		add_name(page, field, &listing, place);
		add_address(page, field, place->number);
		group->count++;
	}
	doc_finish(page);
}
