#include "doc/markdown.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "entity.h"

#include <md4c.h>
#include <string.h>

enum {
	/* Longer texts are shown as they are: no one writes them, and md4c is not linear on all. */
	MARKDOWN_MOST = 64 * 1024,
	/* Lists nested deeper are shown at this depth. */
	LIST_DEPTH_MOST = 16,
};

/*
 * What a text is made to begin with so that its first word cannot begin a list, a heading or a
 * quotation. It is punctuation, so that it changes nothing about emphasis and addresses.
 */
static const char guard = '(';

struct list {
	unsigned ordinal;
	char delimiter; /* '\0' for bullets */
};

struct markdown {
	struct doc *doc;
	enum role role;
	struct runs *runs;    /* where text goes */
	struct block *parent; /* where blocks go, or NULL to put all text into runs */
	bool fills_item;      /* the next paragraph is the text of parent */
	bool drop_guard;
	struct list lists[LIST_DEPTH_MOST];
	int list_depth;
	int strong;
	int emphasis;
	int code;
	uint32_t outer_link;
	uint32_t link;
	const struct run *before_link;
};

static void add_text(struct markdown *markdown, struct text text)
{
	if (!text.length || !markdown->runs)
		return;
	uint8_t style = (uint8_t)((markdown->strong ? STYLE_STRONG : 0) |
				  (markdown->emphasis ? STYLE_EMPHASIS : 0) |
				  (markdown->code ? STYLE_CODE : 0));
	struct run *last = markdown->runs->last;
	if (last && last->style == style && last->link == markdown->link &&
		last->role == markdown->role &&
		last->text.bytes + last->text.length == text.bytes) {
		last->text.length += text.length;
		return;
	}
	struct run *run = doc_add_run(markdown->doc, markdown->runs, markdown->role, text);
	run->style = style;
	run->link = markdown->link;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE length, void *data)
{
	struct markdown *markdown = data;
	struct text text = {bytes, length};

	if (markdown->drop_guard) {
		markdown->drop_guard = false;
		text = text_slice(text, 1, text.length);
	}
	switch (type) {
	case MD_TEXT_BR:
		text = TEXT("\n");
		break;
	case MD_TEXT_SOFTBR:
		text = TEXT(" ");
		break;
	case MD_TEXT_ENTITY:
		text = entity_decode(text, markdown->doc->arena);
		break;
	default:
		break;
	}
	add_text(markdown, text);
	return 0;
}

/* The text of an attribute, in which entities are marked but not decoded. */
static struct text attribute_text(struct markdown *markdown, const MD_ATTRIBUTE *attribute)
{
	struct arena *arena = markdown->doc->arena;
	struct buffer buffer = {0};
	for (size_t i = 0; attribute->size && attribute->substr_offsets[i] < attribute->size; i++) {
		struct text part = text_slice((struct text){attribute->text, attribute->size},
			attribute->substr_offsets[i], attribute->substr_offsets[i + 1]);
		bool encoded = attribute->substr_types[i] == MD_TEXT_ENTITY;
		buffer_add(&buffer, encoded ? entity_decode(part, arena) : part);
	}
	struct text text = arena_copy(arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return text;
}

static void begin_link(struct markdown *markdown, const MD_ATTRIBUTE *address)
{
	struct text url = attribute_text(markdown, address);
	markdown->link = url.length ? doc_add_link(markdown->doc, url) : markdown->outer_link;
	markdown->before_link = markdown->runs ? markdown->runs->last : NULL;
}

static void end_link(struct markdown *markdown, const MD_ATTRIBUTE *title)
{
	/* A link without text shows its address, else there would be nothing to stand on. */
	if (markdown->link && markdown->runs && markdown->runs->last == markdown->before_link)
		add_text(markdown, doc_link(markdown->doc, markdown->link)->url);
	markdown->link = markdown->outer_link;
	if (title->size) {
		struct text text = attribute_text(markdown, title);
		add_text(markdown, arena_format(markdown->doc->arena, " (%.*s)", (int)text.length,
					   text.bytes));
	}
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct markdown *markdown = data;
	if (type == MD_SPAN_STRONG)
		markdown->strong++;
	else if (type == MD_SPAN_EM)
		markdown->emphasis++;
	else if (type == MD_SPAN_CODE)
		markdown->code++;
	else if (type == MD_SPAN_A)
		begin_link(markdown, &((MD_SPAN_A_DETAIL *)detail)->href);
	else if (type == MD_SPAN_IMG)
		begin_link(markdown, &((MD_SPAN_IMG_DETAIL *)detail)->src);
	return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct markdown *markdown = data;
	if (type == MD_SPAN_STRONG)
		markdown->strong--;
	else if (type == MD_SPAN_EM)
		markdown->emphasis--;
	else if (type == MD_SPAN_CODE)
		markdown->code--;
	else if (type == MD_SPAN_A)
		end_link(markdown, &((MD_SPAN_A_DETAIL *)detail)->title);
	else if (type == MD_SPAN_IMG)
		end_link(markdown, &((MD_SPAN_IMG_DETAIL *)detail)->title);
	return 0;
}

static void begin_block(struct markdown *markdown, enum block_kind kind)
{
	if (!markdown->parent)
		return;
	if (markdown->fills_item && kind == BLOCK_PARAGRAPH) {
		markdown->runs = &markdown->parent->text;
		markdown->fills_item = false;
		return;
	}
	markdown->fills_item = false;
	markdown->runs = &doc_add_block(markdown->doc, markdown->parent, kind)->text;
}

static void begin_list(struct markdown *markdown, unsigned start, char delimiter)
{
	if (markdown->list_depth < LIST_DEPTH_MOST)
		markdown->lists[markdown->list_depth] = (struct list){start, delimiter};
	markdown->list_depth++;
}

static void begin_item(struct markdown *markdown)
{
	if (!markdown->parent || markdown->list_depth > LIST_DEPTH_MOST)
		return;
	struct list *list = &markdown->lists[markdown->list_depth - 1];
	struct block *item = doc_add_block(markdown->doc, markdown->parent, BLOCK_ITEM);
	if (list->delimiter)
		item->marker = arena_format(
			markdown->doc->arena, "%u%c", list->ordinal++, list->delimiter);
	markdown->parent = item;
	markdown->runs = &item->text;
	markdown->fills_item = true;
}

static void end_item(struct markdown *markdown)
{
	if (!markdown->parent || markdown->list_depth > LIST_DEPTH_MOST)
		return;
	markdown->parent = markdown->parent->parent;
	markdown->fills_item = false;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct markdown *markdown = data;
	switch (type) {
	case MD_BLOCK_UL:
		begin_list(markdown, 0, '\0');
		break;
	case MD_BLOCK_OL:
		begin_list(markdown, ((MD_BLOCK_OL_DETAIL *)detail)->start,
			((MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter);
		break;
	case MD_BLOCK_LI:
		begin_item(markdown);
		break;
	case MD_BLOCK_P:
		begin_block(markdown, BLOCK_PARAGRAPH);
		break;
	case MD_BLOCK_H:
		begin_block(markdown, BLOCK_PARAGRAPH);
		markdown->strong++;
		break;
	case MD_BLOCK_CODE:
		begin_block(markdown, BLOCK_VERBATIM);
		break;
	case MD_BLOCK_HR:
		begin_block(markdown, BLOCK_RULE);
		break;
	default:
		break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct markdown *markdown = data;
	(void)detail;
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		markdown->list_depth--;
	else if (type == MD_BLOCK_LI)
		end_item(markdown);
	else if (type == MD_BLOCK_H)
		markdown->strong--;
	return 0;
}

static void parse(struct markdown *markdown, struct text text)
{
	static const MD_PARSER parser = {
		.flags =
			MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};

	md_parse(text.bytes, (MD_SIZE)text.length, &parser, markdown);
}

/* Bytes that may mean something else than themselves, on their own or with what follows. */
static const bool is_special[256] = {['*'] = true,
	['_'] = true,
	['['] = true,
	['<'] = true,
	['&'] = true,
	['`'] = true,
	['\\'] = true,
	['@'] = true,
	['\n'] = true,
	[':'] = true,
	['.'] = true};

/* ':' and '.' only matter at "://" and "www.". */
static bool means_itself(struct text text, size_t i)
{
	if (text.bytes[i] == ':')
		return i + 1 == text.length || text.bytes[i + 1] != '/';
	if (text.bytes[i] == '.')
		return i < 3 || memcmp(text.bytes + i - 3, "www", 3) != 0;
	return false;
}

/* True if no byte of text can mean anything but itself within a line. */
static bool is_plain(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (is_special[(unsigned char)text.bytes[i]] && !means_itself(text, i))
			return false;
	}
	return true;
}

/* True if a line with this first byte can begin anything but a paragraph. */
static bool begins_block(char byte)
{
	return strchr("#>-+=~ \t", byte) || (byte >= '0' && byte <= '9');
}

/* Where a reference definition may be, "[label]: address" at the beginning of a block. */
enum place {
	PLACE_START, /* nothing but blanks and list markers on this line so far */
	PLACE_LABEL,
	PLACE_COLON, /* right behind the label */
	PLACE_ELSEWHERE,
};

static enum place place_after(enum place place, char byte)
{
	if (place == PLACE_LABEL && byte != '[')
		return byte == ']' ? PLACE_COLON : PLACE_LABEL;
	if (byte == '\n')
		return PLACE_START;
	if (place != PLACE_START)
		return PLACE_ELSEWHERE;
	if (byte == '[')
		return PLACE_LABEL;
	bool may_mark = strchr(" \t>-+*.)", byte) || (byte >= '0' && byte <= '9');
	return may_mark ? PLACE_START : PLACE_ELSEWHERE;
}

/* True if byte i is an "@" that begins a word, as in "@user@host": no address of a mailbox. */
static bool begins_handle(struct text text, size_t i)
{
	return text.bytes[i] == '@' && (i == 0 || strchr(" \n(", text.bytes[i - 1]));
}

/* True if the bytes may need one of the changes that escape() makes. */
static bool may_need_escapes(struct text text, bool one_line)
{
	if (text_find(text, 0, '@') < text.length)
		return true;
	if (one_line && text_find(text, 0, '\n') < text.length)
		return true;
	for (size_t colon = text_find(text, 0, ':'); colon < text.length;
		colon = text_find(text, colon + 1, ':')) {
		if (colon && text.bytes[colon - 1] == ']')
			return true;
	}
	return false;
}

/*
 * Copies text with escapes for the colon of reference definitions, which CommonMark does not
 * show, and for the second "@" of handles. Returns how many bytes that are: at most twice as many.
 */
static size_t escape(char *bytes, struct text text, enum place place, bool one_line)
{
	size_t length = 0;
	bool in_handle = false;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		if (one_line && byte == '\n')
			byte = ' ';
		in_handle = begins_handle(text, i) || (in_handle && byte != ' ' && byte != '\n');
		bool second = in_handle && byte == '@' && !begins_handle(text, i);
		if (second || (byte == ':' && place == PLACE_COLON))
			bytes[length++] = '\\';
		bytes[length++] = byte;
		place = place_after(place, byte);
		if (byte == '\\' && i + 1 < text.length && text.bytes[i + 1] == ']')
			bytes[length++] = text.bytes[++i];
	}
	return length;
}

/* A copy for md4c, with escapes, and with the guard in front if asked for. */
static struct text prepare(struct arena *arena, struct text text, bool guarded, bool one_line)
{
	/* md4c 0.4.8 looks a little beyond the end: there it finds that the line ended. */
	static const char ends[] = "\n\n\n\n\n\n\n";
	bool escapes = may_need_escapes(text, one_line);
	char *bytes = arena_bytes(arena, text.length * (escapes ? 2 : 1) + 1 + sizeof ends);
	size_t length = 0;
	if (guarded)
		bytes[length++] = guard;
	if (escapes) {
		enum place place = guarded ? PLACE_ELSEWHERE : PLACE_START;
		length += escape(bytes + length, text, place, one_line);
	} else {
		memcpy(bytes + length, text.bytes, text.length);
		length += text.length;
	}
	memcpy(bytes + length, ends, sizeof ends);
	return (struct text){bytes, length};
}

void markdown_line(
	struct doc *doc, struct runs *runs, enum role role, struct text text, uint32_t link)
{
	struct markdown markdown = {
		.doc = doc, .role = role, .runs = runs, .outer_link = link, .link = link};
	if (is_plain(text) || text.length > MARKDOWN_MOST) {
		add_text(&markdown, text);
		return;
	}
	markdown.drop_guard = true;
	parse(&markdown, prepare(doc->arena, text, true, true));
}

void markdown_blocks(
	struct doc *doc, struct block *parent, struct text text, struct position source)
{
	struct markdown markdown = {.doc = doc, .role = ROLE_TEXT, .parent = parent};
	if (!text.length)
		return;
	struct block *before = parent->last;
	if ((is_plain(text) && !begins_block(text.bytes[0])) || text.length > MARKDOWN_MOST) {
		begin_block(&markdown, BLOCK_PARAGRAPH);
		add_text(&markdown, text);
	} else {
		parse(&markdown, prepare(doc->arena, text, false, false));
	}
	for (struct block *block = before ? before->next : parent->first; block;
		block = block->next)
		block->source = source;
}

void markdown_item(struct doc *doc, struct block *item, struct text text)
{
	struct markdown markdown = {.doc = doc,
		.role = ROLE_TEXT,
		.parent = item,
		.runs = &item->text,
		.fills_item = true};
	if (is_plain(text) || text.length > MARKDOWN_MOST) {
		add_text(&markdown, text);
		return;
	}
	markdown.drop_guard = true;
	parse(&markdown, prepare(doc->arena, text, true, false));
}
