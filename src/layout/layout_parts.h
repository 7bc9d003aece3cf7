/*
 * What the files of the layout share: lines of one block while they are made, and the kinds of
 * blocks that are more than a paragraph.
 * Private to the layout.
 */
#ifndef VITAE_LAYOUT_PARTS_H
#define VITAE_LAYOUT_PARTS_H

#include "layout/layout.h"

enum {
	LAYOUT_INDENT = 2, /* columns for each level */
	LAYOUT_GAP = 2,    /* least columns between a title and what stands at the edge */
};

/* Lines of one block while they are made. */
struct builder {
	struct layout *layout;
	const struct block *block;
	struct lines lines;
	size_t capacity;
	int hang; /* columns that lines after the first of a paragraph stand further in */
};

/* An empty line at the end. Valid until the next. */
struct line *builder_add_line(struct builder *builder);

/* Puts copies of spans behind those that a line has. */
void builder_add_spans(
	struct builder *builder, struct line *line, const struct span *spans, size_t count);

/* Puts a sign of the layout's own at a column of a line, behind what the line has. */
void builder_add_sign(
	struct builder *builder, struct line *line, int column, enum role role, struct text sign);

/* Puts a whole paragraph at a column of a line, behind what the line has. */
void builder_add_beside(
	struct builder *builder, struct line *line, int column, const struct paragraph *paragraph);

/* Adds a paragraph as lines of at most width columns, all beginning at indent. */
void builder_add_paragraph(
	struct builder *builder, const struct paragraph *paragraph, int indent, int width);

/* Puts a sign before the text of the first line, moving nothing. */
void builder_put_before(struct builder *builder, int column, enum role role, struct text sign);

static inline bool layout_is_on_screen(const struct layout *layout)
{
	return layout->settings.medium == MEDIUM_SCREEN;
}

/* Columns from indent to the edge, at least 1. */
int layout_available(const struct layout *layout, int indent);

/* One of a block's texts; in print, links are followed by their numbers. */
struct paragraph layout_paragraph(
	const struct layout *layout, const struct block *block, enum part part);

/* True if the block or one beside it can be folded. */
bool layout_stands_with_foldable(const struct block *block);

/* Each adds the lines of its kind of block, which begins at indent. */
void layout_add_header(struct builder *builder, int indent, bool open);
void layout_add_section(struct builder *builder, int indent, bool open);
void layout_add_entry(struct builder *builder, int indent, bool open);
void layout_add_field(struct builder *builder, int indent);
void layout_add_contacts(struct builder *builder, int indent);

/* The text of a block of contacts on a screen, which its spans count in: one contact a line. */
struct text layout_join_contacts(struct layout *layout, const struct block *contacts);

#endif
