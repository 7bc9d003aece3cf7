#include "layout_parts.h"

#include "base/unicode.h"

#include <string.h>

/* A section title up to this wide lines up what follows it. */
enum { SECTION_MOST = 30 };

static struct text item_marker(const struct layout *layout, const struct block *item)
{
	return item->marker.length ? item->marker : layout->glyphs->bullet;
}

/* Columns that a list item's own text stands behind where the item begins. */
static int item_indent(const struct layout *layout, const struct block *item)
{
	return unicode_width(item_marker(layout, item)) + 1;
}

bool layout_stands_with_foldable(const struct block *block)
{
	return block->parent->holds_foldable;
}

static int raw_indent(const struct layout *layout, const struct block *block)
{
	int indent = layout_is_on_screen(layout) ? LAYOUT_GUTTER : 0;
	for (; block != layout->top && block->parent; block = block->parent) {
		const struct block *outer = block->parent;
		if (outer->kind == BLOCK_ENTRY || outer->kind == BLOCK_GROUP)
			indent += LAYOUT_INDENT;
		else if (outer->kind == BLOCK_ITEM)
			indent += item_indent(layout, outer);
		else if (outer->kind != BLOCK_DOCUMENT && layout_is_on_screen(layout))
			indent += outer->kind == BLOCK_CONTACTS ? 0 : LAYOUT_INDENT;
	}
	return indent;
}

/* Where a block begins; never so far in that nothing fits. */
static int indent_of(const struct layout *layout, const struct block *block)
{
	int indent = raw_indent(layout, block);
	int gutter = layout_is_on_screen(layout) ? LAYOUT_GUTTER : 0;
	int most = gutter + (layout->settings.width - gutter) / 3;
	return indent < most ? indent : most;
}

int layout_available(const struct layout *layout, int indent)
{
	int width = layout->settings.width - indent;
	return width > 0 ? width : 1;
}

const struct runs *layout_runs(const struct block *block, enum part part)
{
	return part == PART_LABEL   ? &block->label
	       : part == PART_ASIDE ? &block->aside
				    : &block->text;
}

struct paragraph layout_paragraph(
	const struct layout *layout, const struct block *block, enum part part)
{
	struct paragraph paragraph = paragraph_make(
		layout->doc, layout_runs(block, part), !layout_is_on_screen(layout), layout->arena);
	paragraph.part = (uint8_t)part;
	return paragraph;
}

static void add_item(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	struct paragraph paragraph = layout_paragraph(layout, builder->block, PART_TEXT);
	struct text marker = item_marker(layout, builder->block);
	int inner = indent + item_indent(layout, builder->block);
	builder_add_paragraph(builder, &paragraph, inner, layout_available(layout, inner));
	builder_put_before(builder, indent, ROLE_MARKER, marker);
}

static void add_rule(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	if (!layout_is_on_screen(layout) || layout->settings.compact)
		return;
	struct text piece = layout->glyphs->rule;
	size_t count = (size_t)layout_available(layout, indent);
	char *bytes = arena_bytes(layout->arena, count * piece.length);
	for (size_t i = 0; i < count; i++)
		memcpy(bytes + i * piece.length, piece.bytes, piece.length);
	builder_add_sign(builder, builder_add_line(builder), indent, ROLE_RULE,
		(struct text){bytes, count * piece.length});
}

struct lines layout_block(struct layout *layout, const struct block *block, bool open)
{
	struct builder builder = {.layout = layout, .block = block};
	int indent = indent_of(layout, block);
	struct paragraph paragraph;

	switch (block->kind) {
	case BLOCK_DOCUMENT:
		break;
	case BLOCK_HEADER:
		layout_add_header(&builder, indent, open);
		break;
	case BLOCK_SECTION:
		layout_add_section(&builder, indent, open);
		break;
	case BLOCK_GROUP:
	case BLOCK_ENTRY:
		layout_add_entry(&builder, indent, open);
		break;
	case BLOCK_ITEM:
		add_item(&builder, indent);
		break;
	case BLOCK_FIELD:
		layout_add_field(&builder, indent);
		break;
	case BLOCK_CONTACTS:
		if (layout_is_on_screen(layout))
			layout_add_contacts(&builder, indent);
		break;
	case BLOCK_RULE:
		add_rule(&builder, indent);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_DETAIL:
	case BLOCK_VERBATIM:
		paragraph = layout_paragraph(layout, block, PART_TEXT);
		builder_add_paragraph(
			&builder, &paragraph, indent, layout_available(layout, indent));
		break;
	}
	return builder.lines;
}

/* What a block has but never shows is no part of it. */
static bool shows(const struct layout *layout, const struct block *block, enum part part)
{
	bool in_contacts = block->parent && block->parent->kind == BLOCK_CONTACTS;
	if (in_contacts && layout_is_on_screen(layout))
		return false;
	if (part == PART_LABEL)
		return block->kind == BLOCK_FIELD;
	if (part == PART_ASIDE)
		return block->kind == BLOCK_HEADER || block->kind == BLOCK_GROUP ||
		       block->kind == BLOCK_ENTRY;
	return part == PART_TEXT;
}

struct text layout_part(struct layout *layout, const struct block *block, enum part part)
{
	if (!shows(layout, block, part))
		return TEXT("");
	if (block->kind == BLOCK_CONTACTS && layout_is_on_screen(layout))
		return layout_join_contacts(layout, block);
	return paragraph_make(layout->doc, layout_runs(block, part), false, layout->arena).text;
}

const struct block *layout_next(const struct layout *layout, const struct block *block, bool open)
{
	bool shown_whole = block->kind == BLOCK_CONTACTS && layout_is_on_screen(layout);
	bool hidden = !open && doc_is_foldable(block) && layout_is_on_screen(layout);
	return shown_whole || hidden ? doc_skip(block) : doc_next(block);
}

static int widest_section(const struct layout *layout)
{
	int widest = 0;
	for (const struct block *block = layout->doc->root->first; block; block = block->next) {
		struct paragraph title = layout_paragraph(layout, block, PART_TEXT);
		int width = paragraph_width(&title);
		if (block->kind == BLOCK_SECTION && width > widest && width <= SECTION_MOST)
			widest = width;
	}
	return widest;
}

void layout_init(struct layout *layout, const struct doc *doc, struct layout_settings settings,
	struct arena *arena)
{
	*layout = (struct layout){.doc = doc,
		.settings = settings,
		.glyphs = glyphs_for(settings.ascii),
		.arena = arena};
	if (layout_is_on_screen(layout))
		layout->section_width = widest_section(layout);
}
