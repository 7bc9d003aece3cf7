#include "html_parts.h"

enum { LEVEL_MOST = 6 }; /* HTML has no deeper heading */

/* Headings */

static void open_heading(struct page *page, int level)
{
	const char tag[] = {'<', 'h', (char)('0' + level), '\0'};
	html_add(page, tag);
}

static void close_heading(struct page *page, int level)
{
	const char tag[] = {'<', '/', 'h', (char)('0' + level), '>', '\0'};
	html_add(page, tag);
}

int html_level_below(int level)
{
	return level < LEVEL_MOST ? level + 1 : level;
}

void html_add_heading(struct page *page, const struct block *block, int level)
{
	open_heading(page, level);
	html_add_direction(page, &block->text);
	html_add(page, ">");
	html_add_runs(page, block->text.first);
	close_heading(page, level);
	html_add(page, "\n");
}

/* Entries */

/* The run behind the title, which may have parts: the comma in front of the organisation. */
static const struct run *end_of_title(const struct block *block)
{
	const struct run *end = NULL;
	for (const struct run *run = block->text.first; run && run->role != ROLE_ORGANISATION;
		run = run->next) {
		if (run->role != ROLE_DETAIL)
			end = run->next;
	}
	return end;
}

static void write_title(struct page *page, const struct block *block)
{
	const struct run *end = end_of_title(block);
	html_add_words(page, ROLE_TITLE, block->text.first, end);
	html_add_runs(page, end);
}

static void write_aside(struct page *page, const struct block *block)
{
	if (!block->aside.first)
		return;
	html_add_element(page, "\n<span class=\"aside\"", &block->aside, "</span>");
}

static void add_entry_class(struct page *page)
{
	const char *more = html_entry_classes(page);
	html_add_attribute(page, "class",
		arena_format(&page->arena, "entry%s%s", more ? " " : "", more ? more : ""));
}

/*
 * Browsers open what is closed when they go to something in it. So a closed entry has its id on
 * what it holds; an open one is better gone to where it begins.
 */
static void write_entry(struct page *page, const struct block *block, int level)
{
	bool closed = page->settings->fold;
	html_add(page, "<details");
	html_add_attribute(page, "id", closed ? (struct text){NULL, 0} : block->id);
	add_entry_class(page);
	html_add(page, closed ? ">\n<summary>" : " open>\n<summary>");
	open_heading(page, level);
	html_add_direction(page, &block->text);
	html_add(page, ">");
	write_title(page, block);
	close_heading(page, level);
	write_aside(page, block);
	html_add(page, "</summary>\n<div class=\"body\"");
	html_add_attribute(page, "id", closed ? block->id : (struct text){NULL, 0});
	html_add(page, ">\n");
	html_add_children(page, block->first, NULL, html_level_below(level));
	html_add(page, "</div>\n</details>\n");
}

/* An entry that is nothing but a title is a line of a list. */
static void write_plain_entry(struct page *page, const struct block *block)
{
	html_add(page, "<li");
	html_add_attribute(page, "id", block->id);
	add_entry_class(page);
	html_add(page, "><span class=\"line\"");
	html_add_direction(page, &block->text);
	html_add(page, ">");
	write_title(page, block);
	html_add(page, "</span>");
	/* For who hears it or sees no columns. */
	html_add(page, block->aside.first ? "<span class=\"unseen\">,</span>" : "");
	write_aside(page, block);
	html_add(page, "</li>\n");
}

static void write_group(struct page *page, const struct block *block, int level)
{
	html_add(page, "<section class=\"group\"");
	html_add_attribute(page, "id", block->id);
	html_add(page, ">\n");
	html_add_heading(page, block, level);
	html_add_children(page, block->first, NULL, html_level_below(level));
	html_add(page, "</section>\n");
}

/* Other blocks */

static void write_paragraph(struct page *page, const struct block *block)
{
	const char *begin = block->kind == BLOCK_DETAIL ? "<p class=\"detail\"" : "<p";
	html_add_element(page, begin, &block->text, "</p>\n");
}

static void write_verbatim(struct page *page, const struct block *block)
{
	page->verbatim = true;
	html_add_element(page, "<pre><code", &block->text, "</code></pre>\n");
	page->verbatim = false;
}

/* The digits of a marker. */
static struct text number_of(struct text marker)
{
	size_t end = 0;
	while (end < marker.length && marker.bytes[end] >= '0' && marker.bytes[end] <= '9')
		end++;
	return text_slice(marker, 0, end);
}

static void write_item(struct page *page, const struct block *block, int level)
{
	html_add(page, "<li");
	html_add_attribute(page, "value", number_of(block->marker));
	html_add(page, ">");
	/* Not of the item, since the bullets of a list stand on one side. */
	if (html_turns(page, &block->text))
		html_add_element(page, "<span", &block->text, "</span>");
	else
		html_add_runs(page, block->text.first);
	if (block->first) {
		html_add(page, "\n");
		html_add_children(page, block->first, NULL, level);
	}
	html_add(page, "</li>\n");
}

static void write_field(struct page *page, const struct block *block)
{
	struct text topic = page->topic;
	if (block->facts)
		page->topic = block->facts->topic;
	html_add(page, "<li");
	html_add_attribute(page, "id", block->id);
	html_add(page, ">");
	html_add_runs(page, block->label.first);
	if (block->label.first && block->text.first)
		html_add(page, "<span class=\"unseen\">:</span> ");
	if (block->text.first)
		html_add_element(page, "<span class=\"value\"", &block->text, "</span>");
	html_add(page, "</li>\n");
	page->topic = topic;
}

static void write_block(struct page *page, const struct block *block, int level)
{
	switch (block->kind) {
	case BLOCK_ENTRY:
		page->facts = block->facts;
		if (block->first)
			write_entry(page, block, level);
		else
			write_plain_entry(page, block);
		page->facts = NULL;
		break;
	case BLOCK_GROUP:
		write_group(page, block, level);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_DETAIL:
		write_paragraph(page, block);
		break;
	case BLOCK_ITEM:
		write_item(page, block, level);
		break;
	case BLOCK_FIELD:
		write_field(page, block);
		break;
	case BLOCK_RULE:
		html_add(page, "<hr>\n");
		break;
	case BLOCK_VERBATIM:
		write_verbatim(page, block);
		break;
	case BLOCK_CONTACTS:
		html_add_children(page, block->first, NULL, level);
		break;
	case BLOCK_DOCUMENT:
	case BLOCK_HEADER:
	case BLOCK_SECTION:
		break;
	}
	arena_reset(&page->arena);
}

/* Lists: neighbours that are each a part of one. */

enum list {
	LIST_NONE,
	LIST_BULLETS,
	LIST_NUMBERS,
	LIST_NUMBERS_IN_BRACKETS,
	LIST_CONTACTS,
	LIST_FIELDS,
	LIST_ENTRIES,
};

static enum list list_of(const struct block *block)
{
	switch (block->kind) {
	case BLOCK_ENTRY:
		return block->first ? LIST_NONE : LIST_ENTRIES;
	case BLOCK_FIELD:
		return block->parent->kind == BLOCK_CONTACTS ? LIST_CONTACTS : LIST_FIELDS;
	case BLOCK_ITEM:
		if (!block->marker.length)
			return LIST_BULLETS;
		return block->marker.bytes[block->marker.length - 1] == ')'
			       ? LIST_NUMBERS_IN_BRACKETS
			       : LIST_NUMBERS;
	default:
		return LIST_NONE;
	}
}

static void change_list(struct page *page, enum list from, enum list to)
{
	static const struct {
		const char *begin;
		const char *end;
	} tags[] = {
		[LIST_NONE] = {"", ""},
		[LIST_BULLETS] = {"<ul>\n", "</ul>\n"},
		[LIST_NUMBERS] = {"<ol>\n", "</ol>\n"},
		[LIST_NUMBERS_IN_BRACKETS] = {"<ol class=\"brackets\">\n", "</ol>\n"},
		[LIST_CONTACTS] = {"<ul class=\"contacts\">\n", "</ul>\n"},
		[LIST_FIELDS] = {"<ul class=\"fields\">\n", "</ul>\n"},
		[LIST_ENTRIES] = {"<ul class=\"entries\">\n", "</ul>\n"},
	};
	if (from == to)
		return;
	html_add(page, tags[from].end);
	html_add(page, tags[to].begin);
}

void html_add_children(
	struct page *page, const struct block *first, const struct block *end, int level)
{
	enum list list = LIST_NONE;
	for (const struct block *block = first; block != end; block = block->next) {
		change_list(page, list, list_of(block));
		list = list_of(block);
		write_block(page, block, level);
	}
	change_list(page, list, LIST_NONE);
}
