#include "layout_parts.h"

static int widest_label(const struct layout *layout, const struct block *parent)
{
	int widest = 0;
	for (const struct block *field = parent->first; field; field = field->next) {
		if (field->kind != BLOCK_FIELD)
			continue;
		struct paragraph label = layout_paragraph(layout, &field->label);
		int width = paragraph_width(&label);
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* The label to the left, the text behind the widest of the labels; below it if that is too wide. */
void layout_add_field(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	const struct block *block = builder->block;
	struct paragraph label = layout_paragraph(layout, &block->label);
	struct paragraph text = layout_paragraph(layout, &block->text);
	int most = layout_available(layout, indent) * 2 / 5;

	if (layout->labels_of != block->parent) {
		layout->labels_of = block->parent;
		layout->label_width = widest_label(layout, block->parent);
	}
	int inner = indent + (layout->label_width < most ? layout->label_width : most) + LAYOUT_GAP;
	int width = paragraph_width(&label);
	if (!width) {
		builder_add_paragraph(builder, &text, indent, layout_available(layout, indent));
		return;
	}
	if (width > most) {
		builder_add_paragraph(builder, &label, indent, layout_available(layout, indent));
		builder_add_paragraph(builder, &text, indent + LAYOUT_GAP,
			layout_available(layout, indent + LAYOUT_GAP));
		return;
	}
	builder_add_paragraph(builder, &text, inner, layout_available(layout, inner));
	if (!builder->lines.count)
		builder_add_line(builder);
	struct line *line = &builder->lines.items[0];
	struct line labelled = *line;
	labelled.spans = NULL;
	labelled.span_count = 0;
	builder_add_beside(builder, &labelled, indent, &label);
	builder_add_spans(builder, &labelled, line->spans, line->span_count);
	*line = labelled;
}

/* Copies runs to the end of others; the copies live in the layout's arena. */
static void append_runs(struct layout *layout, struct runs *runs, const struct runs *more)
{
	for (const struct run *run = more->first; run; run = run->next) {
		struct run *copy = arena_allocate(layout->arena, sizeof *copy);
		*copy = *run;
		copy->next = NULL;
		if (runs->last)
			runs->last->next = copy;
		else
			runs->first = copy;
		runs->last = copy;
	}
}

static void append_text(struct layout *layout, struct runs *runs, enum role role, struct text text)
{
	struct run run = {.text = text, .role = (uint8_t)role};
	append_runs(layout, runs, &(struct runs){&run, &run});
}

/* All contacts on as few lines as they need; none is broken if it fits on a line. */
void layout_add_contacts(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	int width = layout_available(layout, indent);
	struct runs line = {0};
	int used = 0;

	for (const struct block *field = builder->block->first; field; field = field->next) {
		struct runs one = {0};
		append_runs(layout, &one, &field->label);
		if (one.first && field->text.first)
			append_text(layout, &one, ROLE_LABEL, TEXT(" "));
		append_runs(layout, &one, &field->text);
		struct paragraph alone = layout_paragraph(layout, &one);
		int needed = paragraph_width(&alone) + (used ? 3 : 0);
		if (used && used + needed > width) {
			struct paragraph full = layout_paragraph(layout, &line);
			builder_add_paragraph(builder, &full, indent, width);
			line = (struct runs){0};
			needed -= 3;
			used = 0;
		}
		if (used)
			append_text(layout, &line, ROLE_LABEL,
				arena_format(layout->arena, " %.*s ",
					(int)layout->glyphs->dot.length,
					layout->glyphs->dot.bytes));
		append_runs(layout, &line, &one);
		used += needed;
	}
	struct paragraph rest = layout_paragraph(layout, &line);
	builder_add_paragraph(builder, &rest, indent, width);
	for (size_t i = 0; i < builder->lines.count; i++)
		builder->lines.items[i].start = i;
}
