#include "prose.h"

#include "entity.h"

static uint32_t current_link(const struct prose *prose)
{
	if (prose->marks.link)
		return prose->marks.link;
	return prose->tags.link ? prose->tags.link : prose->outer_link;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\n';
}

static struct text without_blanks_in_front(struct text text)
{
	size_t start = 0;
	while (start < text.length && is_blank(text.bytes[start]))
		start++;
	return text_slice(text, start, text.length);
}

static uint8_t current_style(const struct prose *prose)
{
	const struct prose_marks *marks = &prose->marks;
	const struct prose_marks *tags = &prose->tags;
	return (uint8_t)((marks->strong || tags->strong ? STYLE_STRONG : 0) |
			 (marks->emphasis || tags->emphasis ? STYLE_EMPHASIS : 0) |
			 (marks->code || tags->code ? STYLE_CODE : 0));
}

static void add_run(struct prose *prose, struct text text)
{
	uint8_t style = current_style(prose);
	uint32_t link = current_link(prose);
	struct run *last = prose->runs->last;
	if (last && last->style == style && last->link == link && last->role == prose->role &&
		last->text.bytes + last->text.length == text.bytes) {
		last->text.length += text.length;
		return;
	}
	struct run *run = doc_add_run(prose->doc, prose->runs, prose->role, text);
	run->style = style;
	run->link = link;
}

/* What is between two texts looks as both do. */
static void add_gap(struct prose *prose)
{
	const struct run *last = prose->runs->last;
	enum prose_gap gap = prose->gap;
	prose->gap = PROSE_JOINED;
	if (!last || gap == PROSE_JOINED ||
		(gap == PROSE_BLANK && is_blank(last->text.bytes[last->text.length - 1])))
		return;
	struct text text = gap == PROSE_BREAK ? TEXT("\n") : TEXT(" ");
	struct run *run = doc_add_run(prose->doc, prose->runs, prose->role, text);
	run->style = last->style & current_style(prose);
	run->link = last->link == current_link(prose) ? last->link : prose->outer_link;
}

void prose_add(struct prose *prose, struct text text)
{
	bool is_verbatim = prose->kind == BLOCK_VERBATIM;
	if ((prose->gap || !prose->runs) && !is_verbatim)
		text = without_blanks_in_front(text);
	if (!text.length)
		return;
	if (!prose->runs) {
		enum block_kind kind = prose->kind ? prose->kind : BLOCK_PARAGRAPH;
		prose->runs = &doc_add_block(prose->doc, prose->parent, kind)->text;
	}
	prose->fills_item = false;
	add_gap(prose);
	add_run(prose, text);
}

void prose_break(struct prose *prose)
{
	prose->gap = prose->parent ? PROSE_BREAK : PROSE_BLANK;
}

static void end_tags(struct prose *prose)
{
	prose_end_link(prose, &prose->tags);
	prose->tags = (struct prose_marks){0};
}

void prose_end_block(struct prose *prose)
{
	end_tags(prose);
	prose->gap = PROSE_BLANK;
	if (!prose->parent)
		return;
	prose->kind = BLOCK_PARAGRAPH;
	if (prose->runs && prose->runs->first) {
		prose->runs = NULL;
		prose->fills_item = false;
	}
}

void prose_begin_block(struct prose *prose, enum block_kind kind)
{
	if (!prose->parent)
		return;
	prose_end_block(prose);
	prose->gap = PROSE_JOINED;
	prose->kind = kind;
	if (!prose->fills_item || kind != BLOCK_PARAGRAPH) {
		prose->runs = NULL;
		prose->fills_item = false;
	}
	/* It has no text that would make it. */
	if (kind == BLOCK_RULE) {
		doc_add_block(prose->doc, prose->parent, kind);
		prose->kind = BLOCK_PARAGRAPH;
	}
}

void prose_begin_link(struct prose *prose, struct prose_marks *marks, struct text address)
{
	marks->link = address.length ? doc_add_link(prose->doc, address) : 0;
	marks->before_link = prose->runs ? prose->runs->last : NULL;
}

void prose_end_link(struct prose *prose, struct prose_marks *marks)
{
	const struct run *last = prose->runs ? prose->runs->last : NULL;
	/* Without text there would be nothing to stand on. */
	if (marks->link && last == marks->before_link)
		prose_add(prose, doc_link(prose->doc, marks->link)->url);
	marks->link = 0;
}

static struct prose_list *innermost(struct prose *prose)
{
	bool is_known = prose->list_depth > 0 && prose->list_depth <= PROSE_LISTS_MOST;
	return is_known ? &prose->lists[prose->list_depth - 1] : NULL;
}

/* The innermost list if a tag made it, or NULL. */
static struct prose_list *tagged_list(struct prose *prose)
{
	struct prose_list *list = innermost(prose);
	return list && list->is_tagged ? list : NULL;
}

static void end_item(struct prose *prose)
{
	struct prose_list *list = innermost(prose);
	prose_end_block(prose);
	if (!list || !list->has_item)
		return;
	list->has_item = false;
	prose->parent = prose->parent->parent;
	prose->runs = NULL;
	prose->fills_item = false;
}

void prose_begin_list(struct prose *prose, struct prose_list list)
{
	prose_end_block(prose);
	if (prose->list_depth < PROSE_LISTS_MOST)
		prose->lists[prose->list_depth] = list;
	prose->list_depth++;
}

/* Ends the lists that tags made in the innermost of Markdown. */
static void end_tagged_lists(struct prose *prose)
{
	prose->lists_left_out = 0;
	while (tagged_list(prose)) {
		end_item(prose);
		prose->list_depth--;
	}
}

void prose_end_list(struct prose *prose)
{
	end_tagged_lists(prose);
	prose_end_block(prose);
	prose->list_depth--;
}

static void number_item(struct prose *prose, struct prose_list *list, struct block *item)
{
	if (list->delimiter)
		item->marker =
			arena_format(prose->doc->arena, "%u%c", list->ordinal++, list->delimiter);
}

void prose_begin_item(struct prose *prose)
{
	struct prose_list *list = innermost(prose);
	prose_end_block(prose);
	if (!list || !prose->parent)
		return;
	struct block *item = doc_add_block(prose->doc, prose->parent, BLOCK_ITEM);
	if (list->delimiter)
		item->marker =
			arena_format(prose->doc->arena, "%u%c", list->ordinal++, list->delimiter);
	list->has_item = true;
	prose->parent = item;
	prose->runs = &item->text;
	prose->fills_item = true;
}

void prose_end_item(struct prose *prose)
{
	end_tagged_lists(prose);
	end_item(prose);
}

static void tag_break(struct prose *prose)
{
	/* Two in a row are how paragraphs are made where there are none. */
	if (prose->gap == PROSE_BREAK)
		prose_end_block(prose);
	else if (prose->runs && prose->runs->first)
		prose_break(prose);
}

static void tag_style(int *count, bool closes)
{
	if (!closes)
		++*count;
	else if (*count)
		--*count;
}

static void tag_link(struct prose *prose, const struct tag *tag)
{
	prose_end_link(prose, &prose->tags);
	if (!tag->closes)
		prose_begin_link(
			prose, &prose->tags, entity_decode_all(tag->address, prose->doc->arena));
}

/* Its words are a link to it, but a picture in the text itself is nothing to look at. */
static void tag_picture(struct prose *prose, const struct tag *tag)
{
	struct prose_marks picture = {0};
	struct prose_marks around = prose->tags;
	struct text address = entity_decode_all(tag->address, prose->doc->arena);
	if (text_starts_caseless(address, TEXT("data:")))
		address = (struct text){0};
	prose_begin_link(prose, &picture, address);
	prose->tags.link = picture.link ? picture.link : around.link;
	prose_add(prose, entity_decode_all(tag->words, prose->doc->arena));
	prose_end_link(prose, &picture);
	prose->tags.link = around.link;
}

/* In a text that is an item itself, a list in place of all words has that for its first. */
static void begin_tagged_list(struct prose *prose, char delimiter)
{
	bool is_in_item = prose->fills_item && prose->list_depth == 0;
	prose_begin_list(prose, (struct prose_list){.ordinal = 1,
					.delimiter = delimiter,
					.is_tagged = true,
					.has_item = is_in_item});
	if (is_in_item)
		number_item(prose, tagged_list(prose), prose->parent);
}

static void tag_list(struct prose *prose, const struct tag *tag)
{
	prose_end_block(prose);
	if (tag->closes && prose->lists_left_out) {
		prose->lists_left_out--;
	} else if (tag->closes && tagged_list(prose)) {
		end_item(prose);
		prose->list_depth--;
	} else if (!tag->closes && prose->list_depth >= PROSE_LISTS_MOST) {
		prose->lists_left_out++;
	} else if (!tag->closes) {
		begin_tagged_list(prose, tag->kind == TAG_NUMBERS ? '.' : '\0');
	}
}

static void tag_item(struct prose *prose, const struct tag *tag)
{
	prose_end_block(prose);
	if (prose->lists_left_out)
		return;
	if (!tag->closes && !tagged_list(prose) && prose->list_depth < PROSE_LISTS_MOST)
		begin_tagged_list(prose, '\0');
	struct prose_list *list = tagged_list(prose);
	bool is_begun = list && list->has_item && prose->fills_item;
	if (!list || (is_begun && !tag->closes))
		return;
	end_item(prose);
	if (!tag->closes)
		prose_begin_item(prose);
}

void prose_tag(struct prose *prose, const struct tag *tag)
{
	switch (tag->kind) {
	case TAG_BREAK:
		tag_break(prose);
		break;
	case TAG_STRONG:
		tag_style(&prose->tags.strong, tag->closes);
		break;
	case TAG_EMPHASIS:
		tag_style(&prose->tags.emphasis, tag->closes);
		break;
	case TAG_CODE:
		tag_style(&prose->tags.code, tag->closes);
		break;
	case TAG_LINK:
		tag_link(prose, tag);
		break;
	case TAG_PICTURE:
		tag_picture(prose, tag);
		break;
	case TAG_PARAGRAPH:
		prose_end_block(prose);
		break;
	case TAG_HEADING:
		prose_end_block(prose);
		prose->tags.strong = !tag->closes;
		break;
	case TAG_BULLETS:
	case TAG_NUMBERS:
		tag_list(prose, tag);
		break;
	case TAG_ITEM:
		tag_item(prose, tag);
		break;
	case TAG_RULE:
		prose_end_block(prose);
		prose_begin_block(prose, BLOCK_RULE);
		break;
	case TAG_UNKNOWN:
	case TAG_NEUTRAL:
		break;
	}
}
