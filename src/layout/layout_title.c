#include "layout_parts.h"

#include "base/unicode.h"

enum {
	TITLE_LEAST = 24,   /* columns that a title needs beside what stands at the edge */
	PREVIEW_LEAST = 12, /* columns that a preview needs to say anything */
	COUNT_WIDTH = 3,
};

static bool is_right_to_left(const struct paragraph *paragraph)
{
	return unicode_is_right_to_left(paragraph->text);
}

/* True if a title and what stands aside never share a line. */
static bool stand_apart(
	const struct builder *builder, const struct paragraph *title, const struct paragraph *aside)
{
	bool below = !layout_is_on_screen(builder->layout) && builder->block->kind == BLOCK_HEADER;
	/* Some terminals would draw what is beside such text in the midst of it. */
	return below || is_right_to_left(title) || is_right_to_left(aside);
}

/* Columns left for a title beside an aside; 0 if the aside has to go below. */
static int beside(int title_width, int aside_width, int width)
{
	int left = width - aside_width - LAYOUT_GAP;
	if (left < 1)
		return 0;
	if (title_width <= left)
		return left;
	return left >= TITLE_LEAST && left * 5 >= width * 3 ? left : 0;
}

/* Puts what stands aside at the right edge of a line, behind what the line has. */
static void put_aside(struct builder *builder, struct line *line, const struct paragraph *aside)
{
	int column = builder->layout->settings.width - paragraph_width(aside);
	builder_add_beside(builder, line, column, aside);
}

static void add_aside_below(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	size_t first = builder->lines.count;
	builder->hang = 0;
	if (builder->block->kind != BLOCK_HEADER)
		indent += LAYOUT_INDENT;
	/* A date that is broken up is hard to read; one that stands further out is not. */
	int room = builder->layout->settings.width - paragraph_width(aside);
	int least = layout_is_on_screen(builder->layout) ? LAYOUT_GUTTER : 0;
	if (indent > room && room >= least)
		indent = room;
	builder_add_paragraph(builder, aside, indent, layout_available(builder->layout, indent));
	/* Behind the title, also as a place. */
	for (size_t i = first; i < builder->lines.count; i++)
		builder->lines.items[i].start = title->text.length;
}

static bool fits_below(const struct builder *builder, const struct paragraph *aside, int indent)
{
	int width = layout_available(builder->layout, indent + LAYOUT_INDENT);
	return paragraph_width(aside) <= width;
}

/*
 * Puts what stands aside at the edge of the last line of a title, or where that has no room for
 * it, the rest of it; false if it has none for that either.
 */
static bool put_on_last_line(
	struct builder *builder, const struct paragraph *aside, const struct paragraph *rest)
{
	struct lines *lines = &builder->lines;
	if (!lines->count)
		return false;
	struct line *last = &lines->items[lines->count - 1];
	int left = builder->layout->settings.width - line_width(last) - LAYOUT_GAP;
	const struct paragraph *put = paragraph_width(aside) <= left ? aside : rest;
	if (paragraph_width(put) > left)
		return false;
	put_aside(builder, last, put);
	return true;
}

/* True if a title and what stands aside may be on one line. */
static bool may_share(
	const struct builder *builder, const struct paragraph *title, const struct paragraph *aside)
{
	return aside->text.length && !stand_apart(builder, title, aside);
}

/* On the last line, so that no line of the title is torn from the next. */
static void add_title_in_print(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	int width = layout_available(builder->layout, indent);
	bool shared = may_share(builder, title, aside);
	struct paragraph rest = paragraph_without_spare(*aside);
	builder_add_paragraph(builder, title, indent, width);
	bool put = shared && put_on_last_line(builder, aside, &rest);
	int left = shared ? beside(paragraph_width(title), paragraph_width(&rest), width) : 0;
	if (!put && left) {
		/* The last line is too long as it is: once more, leaving room on each. */
		builder->lines.count = 0;
		builder_add_paragraph(builder, title, indent, left);
		put = put_on_last_line(builder, aside, &rest);
	}
	if (!put && aside->text.length)
		add_aside_below(
			builder, title, fits_below(builder, aside, indent) ? aside : &rest, indent);
}

/* On the first line, where it lines up with others. */
static void add_title_on_screen(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	int width = layout_available(builder->layout, indent);
	int left = may_share(builder, title, aside)
			   ? beside(paragraph_width(title), paragraph_width(aside), width)
			   : 0;
	builder_add_paragraph(builder, title, indent, left ? left : width);
	if (left && builder->lines.count)
		put_aside(builder, &builder->lines.items[0], aside);
	else if (aside->text.length)
		add_aside_below(builder, title, aside, indent);
}

/*
 * A title from indent on, and at the right edge what stands aside, such as a date, on one
 * of its lines. Below, if they leave each other no room, or if one is written from right to
 * left.
 */
static void add_title(struct builder *builder, const struct paragraph *title,
	const struct paragraph *aside, int indent)
{
	if (layout_is_on_screen(builder->layout))
		add_title_on_screen(builder, title, aside, indent);
	else
		add_title_in_print(builder, title, aside, indent);
}

/* What an open or closed heading shows in front of its title, if it can be folded. */
static void put_fold_marker(struct builder *builder, int indent, bool open)
{
	const struct layout *layout = builder->layout;
	if (layout_is_on_screen(layout) && doc_is_foldable(builder->block))
		builder_put_before(builder, indent, ROLE_MARKER,
			open ? layout->glyphs->open : layout->glyphs->closed);
}

/*
 * What stands aside on a screen, without what it can spare where all does not fit on the
 * line of the title but the rest leaves it room there, or where all is too long for a line
 * of its own. Room for the count of a closed entry is always reckoned with, so that opening
 * one changes nothing.
 */
static struct paragraph fitting_aside(
	const struct builder *builder, const struct paragraph *title, int indent)
{
	const struct layout *layout = builder->layout;
	struct paragraph aside = layout_paragraph(layout, builder->block, PART_ASIDE);
	struct paragraph rest = paragraph_without_spare(aside);
	if (rest.piece_count == aside.piece_count || !layout_is_on_screen(layout))
		return aside;
	int width = layout_available(layout, indent);
	int title_width = paragraph_width(title);
	if (doc_is_foldable(builder->block))
		title_width += COUNT_WIDTH + LAYOUT_GAP;
	bool shared = may_share(builder, title, &aside);
	bool fits = title_width + LAYOUT_GAP + paragraph_width(&aside) <= width;
	bool below = !shared || !beside(title_width, paragraph_width(&rest), width);
	if (below)
		return fits_below(builder, &aside, indent) ? aside : rest;
	return fits ? aside : rest;
}

/*
 * Puts how much a closed entry hides behind its title, or where that leaves no room, its
 * date. Returns it instead if neither may have it, else an empty paragraph.
 */
static struct paragraph add_count(
	struct builder *builder, struct paragraph *title, struct paragraph *aside, int indent)
{
	struct arena *arena = builder->layout->arena;
	struct text count = arena_format(arena, "  +%zu", builder->block->count);
	struct paragraph counted = *title;
	bool to_title = !is_right_to_left(title);
	bool to_aside = aside->text.length && !is_right_to_left(aside);
	int width = layout_available(builder->layout, indent);

	paragraph_glue(&counted, count, ROLE_COUNT, arena);
	if (to_title && to_aside)
		to_title = beside(paragraph_width(&counted), paragraph_width(aside), width) > 0;
	if (to_title)
		*title = counted;
	else if (to_aside)
		paragraph_glue(aside, count, ROLE_COUNT, arena);
	else
		return paragraph_of_text(text_trim(count), ROLE_COUNT, arena);
	return (struct paragraph){0};
}

/* In print, entries of one line each are a list. */
static bool has_bullet(const struct layout *layout, const struct block *block)
{
	return !layout_is_on_screen(layout) && block->kind == BLOCK_ENTRY &&
	       !layout_stands_with_foldable(block);
}

void layout_add_entry(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	const struct block *block = builder->block;
	struct paragraph title = layout_paragraph(layout, block, PART_TEXT);
	/* All titles stand behind the column of fold markers if one of them has one. */
	bool marked = layout_is_on_screen(layout) ? layout_stands_with_foldable(block)
						  : has_bullet(layout, block);

	struct paragraph count = {0};
	int inner = indent + (marked ? LAYOUT_INDENT : 0);
	struct paragraph aside = fitting_aside(builder, &title, inner);

	if (!open && doc_is_foldable(block) && layout_is_on_screen(layout))
		count = add_count(builder, &title, &aside, inner);
	/* Without a mark in front, only that tells where the next title begins. */
	builder->hang = layout_is_on_screen(layout) && !marked ? LAYOUT_INDENT : 0;
	add_title(builder, &title, &aside, inner);
	if (count.text.length)
		add_aside_below(builder, &title, &count, inner);
	if (has_bullet(layout, block))
		builder_put_before(builder, indent, ROLE_MARKER, layout->glyphs->bullet);
	put_fold_marker(builder, indent, open);
}

/* The name keeps its place whether open or closed: its marker shows only when closed. */
void layout_add_header(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	struct paragraph title = layout_paragraph(layout, builder->block, PART_TEXT);
	struct paragraph aside = layout_paragraph(layout, builder->block, PART_ASIDE);
	add_title(builder, &title, &aside,
		indent + (layout_is_on_screen(layout) ? LAYOUT_INDENT : 0));
	if (!open)
		put_fold_marker(builder, indent, open);
}

static void add_section_summary(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	struct line *line = &builder->lines.items[builder->lines.count - 1];
	int column = indent + LAYOUT_INDENT + layout->section_width;
	if (line_width(line) > column)
		column = line_width(line);
	column += LAYOUT_GAP;
	struct text count = arena_format(layout->arena, "%*zu", COUNT_WIDTH, builder->block->count);
	if (column + COUNT_WIDTH > layout->settings.width)
		return;
	builder_add_sign(builder, line, column, ROLE_COUNT, count);
	column += COUNT_WIDTH + LAYOUT_GAP;
	int width = layout->settings.width - column;
	struct text preview = builder->block->preview;
	if (width >= PREVIEW_LEAST && preview.length && !unicode_is_right_to_left(preview))
		builder_add_sign(builder, line, column, ROLE_PREVIEW,
			wrap_shorten(preview, width, layout->glyphs->ellipsis, layout->arena));
}

void layout_add_section(struct builder *builder, int indent, bool open)
{
	struct layout *layout = builder->layout;
	struct paragraph title = layout_paragraph(layout, builder->block, PART_TEXT);
	int inner = indent + (layout_is_on_screen(layout) ? LAYOUT_INDENT : 0);
	builder_add_paragraph(builder, &title, inner, layout_available(layout, inner));
	if (!builder->lines.count)
		builder_add_line(builder);
	/* Nothing may be beside a title from right to left, and below it is not worth a
	 * line. */
	if (layout_is_on_screen(layout) && !open && !is_right_to_left(&title))
		add_section_summary(builder, indent);
	put_fold_marker(builder, indent, open);
}
