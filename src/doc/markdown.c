#include "doc/markdown.h"

#include "base/buffer.h"
#include "entity.h"
#include "html.h"
#include "prepare.h"
#include "prose.h"

#include <md4c.h>
#include <string.h>

/* Longer texts are shown as they are: no one writes them, and md4c is not linear on all. */
enum { MARKDOWN_MOST = 64 * 1024 };

/*
 * What a text is made to begin with so that its first word cannot begin a list, a heading or a
 * quotation. It is punctuation, so that it changes nothing about emphasis and addresses.
 */
static const char guard = '(';

struct markdown {
	struct prose prose;
	bool drop_guard;
};

/* prepare() leaves none but known tags. What md4c takes for one in code of ours is text. */
static void on_html(struct prose *prose, struct text text)
{
	struct tag tag = html_read_tag(text, 0);
	if (tag.kind != TAG_UNKNOWN && tag.length == text.length)
		prose_tag(prose, &tag);
	else
		prose_add(prose, text);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE length, void *data)
{
	struct markdown *markdown = data;
	struct prose *prose = &markdown->prose;
	struct text text = {bytes, length};

	if (markdown->drop_guard) {
		markdown->drop_guard = false;
		text = text_slice(text, 1, text.length);
	}
	if (type == MD_TEXT_BR)
		prose_break(prose);
	else if (type == MD_TEXT_SOFTBR)
		prose_add(prose, TEXT(" "));
	else if (type == MD_TEXT_ENTITY)
		prose_add(prose, entity_decode(text, prose->doc->arena));
	else if (type == MD_TEXT_HTML)
		on_html(prose, text);
	else
		prose_add(prose, text);
	return 0;
}

/* The text of an attribute, in which entities are marked but not decoded. */
static struct text attribute_text(struct prose *prose, const MD_ATTRIBUTE *attribute)
{
	struct arena *arena = prose->doc->arena;
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

static void begin_link(struct prose *prose, const MD_ATTRIBUTE *address)
{
	prose_begin_link(prose, &prose->marks, attribute_text(prose, address));
}

static void end_link(struct prose *prose, const MD_ATTRIBUTE *title)
{
	prose_end_link(prose, &prose->marks);
	if (title->size) {
		struct text text = attribute_text(prose, title);
		prose_add(prose,
			arena_format(prose->doc->arena, " (%.*s)", (int)text.length, text.bytes));
	}
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct prose *prose = &((struct markdown *)data)->prose;
	if (type == MD_SPAN_STRONG)
		prose->marks.strong++;
	else if (type == MD_SPAN_EM)
		prose->marks.emphasis++;
	else if (type == MD_SPAN_CODE)
		prose->marks.code++;
	else if (type == MD_SPAN_A)
		begin_link(prose, &((MD_SPAN_A_DETAIL *)detail)->href);
	else if (type == MD_SPAN_IMG)
		begin_link(prose, &((MD_SPAN_IMG_DETAIL *)detail)->src);
	return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct prose *prose = &((struct markdown *)data)->prose;
	if (type == MD_SPAN_STRONG)
		prose->marks.strong--;
	else if (type == MD_SPAN_EM)
		prose->marks.emphasis--;
	else if (type == MD_SPAN_CODE)
		prose->marks.code--;
	else if (type == MD_SPAN_A)
		end_link(prose, &((MD_SPAN_A_DETAIL *)detail)->title);
	else if (type == MD_SPAN_IMG)
		end_link(prose, &((MD_SPAN_IMG_DETAIL *)detail)->title);
	return 0;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct prose *prose = &((struct markdown *)data)->prose;
	switch (type) {
	case MD_BLOCK_UL:
		prose_begin_list(prose, (struct prose_list){0});
		break;
	case MD_BLOCK_OL:
		prose_begin_list(prose,
			(struct prose_list){.ordinal = ((MD_BLOCK_OL_DETAIL *)detail)->start,
				.delimiter = ((MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter});
		break;
	case MD_BLOCK_LI:
		prose_begin_item(prose);
		break;
	case MD_BLOCK_P:
		prose_begin_block(prose, BLOCK_PARAGRAPH);
		break;
	case MD_BLOCK_H:
		prose_begin_block(prose, BLOCK_PARAGRAPH);
		prose->marks.strong++;
		break;
	case MD_BLOCK_CODE:
		prose_begin_block(prose, BLOCK_VERBATIM);
		break;
	case MD_BLOCK_HR:
		prose_begin_block(prose, BLOCK_RULE);
		break;
	default:
		break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct prose *prose = &((struct markdown *)data)->prose;
	(void)detail;
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		prose_end_list(prose);
		break;
	case MD_BLOCK_LI:
		prose_end_item(prose);
		break;
	case MD_BLOCK_H:
		prose->marks.strong--;
		prose_end_block(prose);
		break;
	case MD_BLOCK_P:
	case MD_BLOCK_CODE:
		prose_end_block(prose);
		break;
	default:
		break;
	}
	return 0;
}

static void parse(struct prose prose, struct text text, bool guarded, bool one_line)
{
	struct markdown markdown = {prose, .drop_guard = guarded};
	static const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};

	struct preparation how = {guarded ? guard : '\0', one_line};
	text = prepare(text, how, prose.doc->arena);
	md_parse(text.bytes, (MD_SIZE)text.length, &parser, &markdown);
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

void markdown_line(
	struct doc *doc, struct runs *runs, enum role role, struct text text, uint32_t link)
{
	struct prose prose = {.doc = doc, .role = role, .runs = runs, .outer_link = link};
	if (is_plain(text) || text.length > MARKDOWN_MOST)
		prose_add(&prose, text);
	else
		parse(prose, text, true, true);
}

void markdown_blocks(
	struct doc *doc, struct block *parent, struct text text, struct position source)
{
	struct prose prose = {.doc = doc, .role = ROLE_TEXT, .parent = parent};
	if (!text.length)
		return;
	struct block *before = parent->last;
	if ((is_plain(text) && !begins_block(text.bytes[0])) || text.length > MARKDOWN_MOST)
		prose_add(&prose, text);
	else
		parse(prose, text, false, false);
	for (struct block *block = before ? before->next : parent->first; block;
		block = block->next)
		block->source = source;
}

void markdown_item(struct doc *doc, struct block *item, struct text text)
{
	struct prose prose = {.doc = doc,
		.role = ROLE_TEXT,
		.parent = item,
		.runs = &item->text,
		.fills_item = true};
	if (is_plain(text) || text.length > MARKDOWN_MOST)
		prose_add(&prose, text);
	else
		parse(prose, text, true, false);
	for (struct block *block = item->next; block; block = block->next)
		block->source = item->source;
}

bool markdown_fits_line(struct text text)
{
	for (size_t at = 0; at < text.length; at++) {
		if (text.bytes[at] == '\n')
			return false;
		if (text.bytes[at] == '<' && html_breaks_line(html_read_tag(text, at).kind))
			return false;
	}
	return true;
}
