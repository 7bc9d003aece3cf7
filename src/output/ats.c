#include "output/ats.h"

#include "base/ascii.h"
#include "base/url.h"
#include "doc/links.h"
#include "layout/layout.h"

#include <string.h>

struct ats {
	const struct doc *doc;
	const struct format_settings *settings;
	struct sink *sink;
	struct layout layout; /* says where blank lines are */
	struct arena arena;   /* for one block */
	struct buffer text;   /* the lines that are being put together */
};

/* Lines */

static void write_line(struct ats *ats, struct text line, bool verbatim)
{
	struct paragraph paragraph = paragraph_of_text(line, ROLE_TEXT, &ats->arena);
	struct wrap wrap;
	struct wrapped part = {0, line.length, false};
	wrap_begin(&wrap, &paragraph, &ats->arena);
	wrap.unbroken_urls = true;
	wrap.verbatim = verbatim;
	bool any = ats->settings->wraps ? wrap_next(&wrap, ats->settings->width, &part)
					: line.length > 0;
	while (any) {
		sink_write(ats->sink, text_slice(line, part.start, part.end));
		sink_write(ats->sink, TEXT("\n"));
		any = ats->settings->wraps && wrap_next(&wrap, ats->settings->width, &part);
	}
}

/* A line with one blank wherever there are some. */
static struct text squeeze(struct text line, struct arena *arena)
{
	char *bytes = arena_bytes(arena, line.length);
	size_t length = 0;
	line = text_trim(line);
	for (size_t i = 0; i < line.length; i++) {
		if (line.bytes[i] != ' ' || bytes[length - 1] != ' ')
			bytes[length++] = line.bytes[i];
	}
	return (struct text){bytes, length};
}

static void write_verbatim(struct ats *ats, struct text line)
{
	line = text_trim_end(line);
	if (line.length)
		write_line(ats, line, true);
	else
		sink_write(ats->sink, TEXT("\n"));
}

/* Writes what was put together, and begins anew. */
static void write_lines(struct ats *ats, bool verbatim)
{
	struct text text = buffer_text(&ats->text);
	for (size_t start = 0; start < text.length;) {
		size_t end = text_find(text, start, '\n');
		struct text line = text_slice(text, start, end);
		if (verbatim)
			write_verbatim(ats, line);
		else
			write_line(ats, squeeze(line, &ats->arena), false);
		start = end + 1;
	}
	ats->text.length = 0;
}

/* Runs */

/* How runs are put together. */
struct manner {
	struct text between; /* things that a dot stands between on a screen */
	bool on_line;        /* they have one line */
	bool bare;           /* addresses stand elsewhere */
	bool named;          /* what is before says what an address is that ends with the words */
};

/* What stands between things of a kind, in the spelling of the document. */
static bool is_dot(const struct ats *ats, const struct run *run)
{
	return text_is(run->text, ats->settings->ascii ? " - " : " \u00B7 ");
}

static bool holds_comma(const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		if (text_find(run->text, 0, ',') < run->text.length)
			return true;
	}
	return false;
}

static struct text between_items(const struct runs *runs)
{
	return holds_comma(runs) ? TEXT("; ") : TEXT(", ");
}

static void add_words(struct ats *ats, struct text words, bool on_line)
{
	struct text plain = ascii_spell_signs(words, &ats->arena);
	for (size_t start = 0; start <= plain.length;) {
		size_t end = text_find(plain, start, '\n');
		buffer_add(&ats->text, text_slice(plain, start, end));
		if (end < plain.length)
			buffer_add_byte(&ats->text, on_line ? ' ' : '\n');
		start = end + 1;
	}
}

/* An address as people write it where it has to be found: with its scheme, if it is of a page. */
static struct text address_of(struct ats *ats, uint32_t link)
{
	struct text url = text_trim(doc_link(ats->doc, link)->url);
	if (text_starts_caseless(url, TEXT("mailto:")) || text_starts_caseless(url, TEXT("tel:")))
		return text_slice(url, text_find(url, 0, ':') + 1, url.length);
	if (url_lacks_scheme(url))
		return arena_format(&ats->arena, "https://%.*s", (int)url.length, url.bytes);
	return url;
}

/* True for "name" and "https://example.org/name/", and for "@name" there. */
static bool ends_with_words(struct text address, struct text words)
{
	struct text bare = url_without_scheme(address);
	if (words.length >= bare.length)
		return text_equal_caseless(bare, words);
	size_t start = bare.length - words.length;
	return words.length && text_find(TEXT("/@="), 0, bare.bytes[start - 1]) < 3 &&
	       text_equal_caseless(text_slice(bare, start, bare.length), words);
}

static void add_linked(
	struct ats *ats, uint32_t link, struct text words, const struct manner *manner)
{
	struct text address = address_of(ats, link);
	struct text url = doc_link(ats->doc, link)->url;
	bool told = url_is_told_by(url, words);
	bool is_address = text_equal(address, words) ||
			  text_equal_caseless(url_without_scheme(address), words) ||
			  (manner->named && ends_with_words(address, words));
	if (is_address && !manner->bare) {
		buffer_add(&ats->text, address);
		return;
	}
	add_words(ats, words, manner->on_line);
	if (told || manner->bare)
		return;
	buffer_add(&ats->text, TEXT(" ("));
	buffer_add(&ats->text, address);
	buffer_add_byte(&ats->text, ')');
}

static void add_runs(struct ats *ats, const struct runs *runs, struct manner manner)
{
	const struct run *after;
	for (const struct run *run = runs->first; run && !run->spare; run = after) {
		after = run->next;
		if (run->link)
			add_linked(ats, run->link, links_text(run, &ats->arena, &after), &manner);
		else if (is_dot(ats, run))
			buffer_add(&ats->text, manner.between);
		else
			add_words(ats, run->text, manner.on_line);
	}
}

static void add_items(struct ats *ats, const struct runs *runs, bool on_line)
{
	add_runs(ats, runs, (struct manner){.between = between_items(runs), .on_line = on_line});
}

/* Blocks */

static void add_marker(struct ats *ats, struct text marker)
{
	add_words(ats, marker, true);
	buffer_add_byte(&ats->text, ' ');
}

/* Lists in lists have another sign, since they stand no further in. */
static void add_bullet(struct ats *ats, const struct block *block)
{
	int depth = 0;
	for (; block->parent; block = block->parent)
		depth += block->parent->kind == BLOCK_ITEM;
	add_marker(ats, depth % 2 ? TEXT("-") : glyphs_for(true)->bullet);
}

/* How many links have words that do not tell their address. */
static size_t count_untold(struct ats *ats, const struct runs *runs)
{
	const struct run *after;
	size_t count = 0;
	for (const struct run *run = runs->first; run; run = after) {
		after = run->next;
		if (run->link)
			count += !url_is_told_by(doc_link(ats->doc, run->link)->url,
				links_text(run, &ats->arena, &after));
	}
	return count;
}

/* A line for each of these addresses, named if asked for: "words: address". */
static void add_addresses(struct ats *ats, const struct runs *runs, bool named)
{
	const struct run *after;
	for (const struct run *run = runs->first; run; run = after) {
		after = run->next;
		if (!run->link)
			continue;
		struct text words = links_text(run, &ats->arena, &after);
		if (url_is_told_by(doc_link(ats->doc, run->link)->url, words))
			continue;
		buffer_add_byte(&ats->text, '\n');
		if (named) {
			add_words(ats, words, true);
			buffer_add(&ats->text, TEXT(": "));
		}
		buffer_add(&ats->text, address_of(ats, run->link));
	}
}

static void add_heading(struct ats *ats, const struct block *block)
{
	struct manner title = {
		.between = between_items(&block->text), .on_line = true, .bare = true};
	struct manner aside = {.between = TEXT("\n"), .on_line = true};
	add_runs(ats, &block->text, title);
	buffer_add_byte(&ats->text, '\n');
	add_runs(ats, &block->aside, aside);
	/* A single one is that of the whole entry. */
	bool named = count_untold(ats, &block->text) > 1;
	add_addresses(ats, &block->text, named);
}

/* Where all entries are short they are a list, with the dates behind the titles. */
static bool heads_lines(const struct block *block)
{
	return block->kind == BLOCK_GROUP ||
	       (block->kind == BLOCK_ENTRY && block->parent->holds_foldable);
}

static void add_entry(struct ats *ats, const struct block *block)
{
	if (heads_lines(block)) {
		add_heading(ats, block);
		return;
	}
	add_bullet(ats, block);
	add_items(ats, &block->text, true);
	if (block->text.first && block->aside.first)
		buffer_add(&ats->text, TEXT(", "));
	add_items(ats, &block->aside, true);
}

static bool is_whole_link(const struct runs *runs)
{
	const struct run *run = runs->first;
	while (run && run->link && run->link == runs->first->link)
		run = run->next;
	return runs->first && !run;
}

static void add_field(struct ats *ats, const struct block *field)
{
	bool is_contact = field->parent->kind == BLOCK_CONTACTS;
	struct manner manner = {.between = between_items(&field->text), .on_line = true};
	if (!field->label.first && is_contact && is_whole_link(&field->text)) {
		add_addresses(ats, &field->text, true);
		if (ats->text.length)
			return;
	}
	add_items(ats, &field->label, true);
	size_t label = ats->text.length;
	if (label && field->text.first) {
		buffer_add(&ats->text, ats->text.bytes[label - 1] == ':' ? TEXT(" ") : TEXT(": "));
		manner.named = is_contact;
	}
	add_runs(ats, &field->text, manner);
}

/* Remarks, such as a place, have a line each; what is listed behind a label has one together. */
static void add_detail(struct ats *ats, const struct block *block)
{
	bool is_remark = block->text.first && block->text.first->role == ROLE_DETAIL;
	struct text between = is_remark ? TEXT("\n") : between_items(&block->text);
	add_runs(ats, &block->text, (struct manner){.between = between, .on_line = true});
}

static void add_block(struct ats *ats, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_DOCUMENT:
	case BLOCK_CONTACTS:
	case BLOCK_RULE:
		break;
	case BLOCK_HEADER:
		add_items(ats, &block->text, true);
		buffer_add_byte(&ats->text, '\n');
		add_items(ats, &block->aside, true);
		break;
	case BLOCK_SECTION:
		add_items(ats, &block->text, true);
		break;
	case BLOCK_GROUP:
	case BLOCK_ENTRY:
		add_entry(ats, block);
		break;
	case BLOCK_ITEM:
		if (block->marker.length)
			add_marker(ats, block->marker);
		else
			add_bullet(ats, block);
		add_items(ats, &block->text, true);
		break;
	case BLOCK_FIELD:
		add_field(ats, block);
		break;
	case BLOCK_DETAIL:
		add_detail(ats, block);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_VERBATIM:
		add_items(ats, &block->text, false);
		break;
	}
}

/* As in print, but that only a blank line tells a heading from what it is in. */
static int gap(struct ats *ats, const struct block *before, const struct block *block)
{
	if (before && before->kind != BLOCK_SECTION && heads_lines(block))
		return 1;
	return layout_gap(&ats->layout, before, block);
}

void ats_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct ats ats = {.doc = doc, .settings = settings, .sink = sink};
	const struct block *before = NULL;
	layout_init(&ats.layout, doc, (struct layout_settings){.medium = MEDIUM_PRINT}, &ats.arena);
	for (const struct block *block = doc->root; block; block = doc_next(block)) {
		add_block(&ats, block);
		ats.text.length = text_trim_end(buffer_text(&ats.text)).length;
		if (!ats.text.length)
			continue;
		sink_repeat(sink, '\n', (size_t)gap(&ats, before, block));
		write_lines(&ats, block->kind == BLOCK_VERBATIM);
		if (block->kind == BLOCK_SECTION)
			sink_write(sink, TEXT("\n"));
		before = block;
		arena_reset(&ats.arena);
	}
	buffer_finish(&ats.text);
	arena_finish(&ats.arena);
}
