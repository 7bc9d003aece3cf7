#include "doc/doc.h"

#include "base/text_map.h"
#include "base/url.h"
#include "doc/links.h"

#include <string.h>

void doc_init(struct doc *doc, struct arena *arena)
{
	*doc = (struct doc){.arena = arena};
	doc->root = arena_allocate(arena, sizeof *doc->root);
	doc->root->kind = BLOCK_DOCUMENT;
	doc->links_title = TEXT("Links");
}

const char *doc_role_name(enum role role)
{
	static const char *const names[ROLE_COUNT_OF] = {
		[ROLE_TEXT] = "text",
		[ROLE_NAME] = "name",
		[ROLE_HEADING] = "heading",
		[ROLE_TITLE] = "title",
		[ROLE_DETAIL] = "detail",
		[ROLE_LABEL] = "label",
		[ROLE_ASIDE] = "aside",
		[ROLE_COUNT] = "count",
		[ROLE_PREVIEW] = "preview",
		[ROLE_MARKER] = "marker",
		[ROLE_RULE] = "rule",
		[ROLE_TERM] = "term",
		[ROLE_ORGANISATION] = "organisation",
		[ROLE_START] = "start",
		[ROLE_END] = "end",
	};
	return names[role];
}

struct block *doc_add_block(struct doc *doc, struct block *parent, enum block_kind kind)
{
	struct block *block = arena_allocate(doc->arena, sizeof *block);
	block->kind = kind;
	block->parent = parent;
	block->source = parent->source;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
	return block;
}

void doc_remove_last(struct block *parent, struct block *before)
{
	if (before)
		before->next = NULL;
	else
		parent->first = NULL;
	parent->last = before;
}

struct run *doc_add_run(struct doc *doc, struct runs *runs, enum role role, struct text text)
{
	if (!text.length)
		return NULL;
	struct run *run = arena_allocate(doc->arena, sizeof *run);
	run->text = text;
	run->role = (uint8_t)role;
	if (runs->last)
		runs->last->next = run;
	else
		runs->first = run;
	runs->last = run;
	return run;
}

/* Addresses are often broken into lines where they are long. */
static struct text without_newlines(struct text text, struct arena *arena)
{
	if (text_find(text, 0, '\n') == text.length)
		return text;
	char *bytes = arena_bytes(arena, text.length);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] != '\n')
			bytes[length++] = text.bytes[i];
	}
	return (struct text){bytes, length};
}

uint32_t doc_add_link(struct doc *doc, struct text url)
{
	url = without_newlines(url, doc->arena);
	if (doc->link_count == doc->link_capacity) {
		size_t capacity = doc->link_capacity ? doc->link_capacity * 2 : 64;
		struct link *links = arena_allocate(doc->arena, capacity * sizeof *links);
		if (doc->link_count)
			memcpy(links, doc->links, doc->link_count * sizeof *links);
		doc->links = links;
		doc->link_capacity = capacity;
	}
	doc->links[doc->link_count++] = (struct link){.url = url};
	return (uint32_t)doc->link_count;
}

const struct link *doc_link(const struct doc *doc, uint32_t link)
{
	return &doc->links[link - 1];
}

static bool is_word_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       (unsigned char)byte >= 0x80;
}

static const struct text nameless = {"item", 4};

/*
 * The outer id, a dot, and of name the letters and digits in lower case; every other stretch
 * becomes one hyphen between them.
 */
static struct text make_id(struct arena *arena, struct text outer, struct text name)
{
	char *bytes = arena_bytes(arena, outer.length + 1 + name.length + nameless.length);
	size_t length = outer.length;
	if (outer.length) {
		memcpy(bytes, outer.bytes, outer.length);
		bytes[length++] = '.';
	}
	size_t start = length;
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.bytes[i];
		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		if (is_word_byte(byte))
			bytes[length++] = byte;
		else if (length > start && bytes[length - 1] != '-')
			bytes[length++] = '-';
	}
	while (length > start && bytes[length - 1] == '-')
		length--;
	if (length == start) {
		memcpy(bytes + length, nameless.bytes, nameless.length);
		length += nameless.length;
	}
	return (struct text){bytes, length};
}

void doc_set_id(struct block *block, struct text name)
{
	block->id = name.length ? name : nameless;
}

/* used holds for each id how many blocks would have it. */
static struct text make_unique(struct arena *arena, struct text_map *used, struct text words)
{
	void **place = text_map_at(used, NULL, words);
	size_t count = (size_t)(uintptr_t)*place + 1;
	*place = (void *)(uintptr_t)count;
	struct text id = words;
	while (count > 1) {
		id = arena_format(arena, "%.*s-%zu", (int)words.length, words.bytes, count);
		place = text_map_at(used, NULL, id);
		if (!*place) {
			*place = (void *)(uintptr_t)1;
			break;
		}
		count++;
	}
	return id;
}

void doc_make_ids(const struct doc *doc)
{
	struct text_map used = {0};
	if (doc->root->ids_made)
		return;
	doc->root->ids_made = true;
	for (struct block *block = doc->root->first; block;
		block = (struct block *)doc_next(block)) {
		if (block->id.length)
			block->id = make_unique(doc->arena, &used,
				make_id(doc->arena, block->parent->id, block->id));
	}
	text_map_finish(&used);
}

static uint32_t number_links(struct doc *doc, const struct runs *runs, uint32_t number)
{
	const struct run *after;
	for (const struct run *run = runs->first; run; run = after) {
		after = run->next;
		if (!run->link)
			continue;
		struct text text = links_text(run, doc->arena, &after);
		struct link *link = &doc->links[run->link - 1];
		if (!link->number && !url_is_told_by(link->url, text))
			link->number = ++number;
	}
	return number;
}

void doc_finish(struct doc *doc)
{
	uint32_t links = 0;
	uint32_t blocks = 0;
	for (struct block *block = doc->root; block; block = (struct block *)doc_next(block)) {
		block->number = blocks++;
		if (doc_is_foldable(block))
			block->parent->holds_foldable = true;
		links = number_links(doc, &block->label, links);
		links = number_links(doc, &block->text, links);
		links = number_links(doc, &block->aside, links);
	}
	doc->block_count = blocks;
}

const struct block *doc_next(const struct block *block)
{
	return block->first ? block->first : doc_skip(block);
}

const struct block *doc_skip(const struct block *block)
{
	while (block && !block->next)
		block = block->parent;
	return block ? block->next : NULL;
}

static bool is_heading(const struct block *block)
{
	return block->kind >= BLOCK_HEADER && block->kind <= BLOCK_ENTRY;
}

bool doc_is_foldable(const struct block *block)
{
	return is_heading(block) && block->first;
}

int doc_level(const struct block *block)
{
	if (!is_heading(block))
		return 0;
	int level = 0;
	for (; block->parent; block = block->parent)
		level += is_heading(block) && block->kind != BLOCK_GROUP;
	return level ? level : 1;
}

const struct block *doc_heading(const struct block *block)
{
	while (block && !is_heading(block))
		block = block->parent;
	return block;
}
