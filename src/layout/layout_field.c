#include "layout_parts.h"

#include "base/unicode.h"

static int widest_label(
	const struct layout *layout, const struct block *field, const struct block *end)
{
	int widest = 0;
	for (; field != end; field = field->next) {
		if (field->kind != BLOCK_FIELD)
			continue;
		struct paragraph label = layout_paragraph(layout, field, PART_LABEL);
		int width = paragraph_width(&label);
		if (width > widest)
			widest = width;
	}
	return widest;
}

/* The column that a field's text begins at, as in those beside it, counted from the field's. */
static int text_column(struct layout *layout, const struct block *field, int most)
{
	const struct block *parent = field->parent;
	bool alone = field == layout->top;
	if (layout->labels_of != parent) {
		layout->labels_of = parent;
		layout->label_width = widest_label(
			layout, alone ? field : parent->first, alone ? field->next : NULL);
	}
	return (layout->label_width < most ? layout->label_width : most) + LAYOUT_GAP;
}

static void add_text_below(struct builder *builder, const struct paragraph *label,
	const struct paragraph *text, int indent)
{
	const struct layout *layout = builder->layout;
	builder_add_paragraph(builder, label, indent, layout_available(layout, indent));
	/* Places are those of the text. */
	for (size_t i = 0; i < builder->lines.count; i++)
		builder->lines.items[i].start = 0;
	indent += LAYOUT_GAP;
	builder_add_paragraph(builder, text, indent, layout_available(layout, indent));
}

static void add_text_beside(struct builder *builder, const struct paragraph *label,
	const struct paragraph *text, int indent, int inner)
{
	builder_add_paragraph(builder, text, inner, layout_available(builder->layout, inner));
	if (!builder->lines.count)
		builder_add_line(builder);
	struct line *line = &builder->lines.items[0];
	struct line unlabelled = *line;
	line->spans = NULL;
	line->span_count = 0;
	builder_add_beside(builder, line, indent, label);
	builder_add_spans(builder, line, unlabelled.spans, unlabelled.span_count);
}

/* True if a label has a line of its own, since it is wide, or written from right to left. */
static bool stands_above(const struct layout *layout, const struct paragraph *label,
	const struct paragraph *text, int most)
{
	if (paragraph_width(label) > most)
		return true;
	return layout_is_on_screen(layout) &&
	       (unicode_is_right_to_left(label->text) || unicode_is_right_to_left(text->text));
}

/* The label to the left, the text behind the widest of the labels, or below. */
void layout_add_field(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	const struct block *block = builder->block;
	struct paragraph label = layout_paragraph(layout, block, PART_LABEL);
	struct paragraph text = layout_paragraph(layout, block, PART_TEXT);
	int most = layout_available(layout, indent) * 2 / 5;

	if (!label.text.length)
		builder_add_paragraph(builder, &text, indent, layout_available(layout, indent));
	else if (stands_above(layout, &label, &text, most))
		add_text_below(builder, &label, &text, indent);
	else
		add_text_beside(
			builder, &label, &text, indent, indent + text_column(layout, block, most));
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

/* A contact as one text: its label, a blank and what it says; or nothing. */
static void append_contact(struct layout *layout, struct runs *runs, const struct block *field)
{
	append_runs(layout, runs, &field->label);
	if (field->label.first && field->text.first)
		append_text(layout, runs, ROLE_LABEL, TEXT(" "));
	append_runs(layout, runs, &field->text);
}

static bool is_empty(const struct block *field)
{
	return !field->label.first && !field->text.first;
}

struct text layout_join_contacts(struct layout *layout, const struct block *contacts)
{
	struct runs all = {0};
	for (const struct block *field = contacts->first; field; field = field->next) {
		if (is_empty(field))
			continue;
		if (all.first)
			append_text(layout, &all, ROLE_LABEL, TEXT("\n"));
		append_contact(layout, &all, field);
	}
	return paragraph_make(layout->doc, &all, false, layout->arena).text;
}

/* Puts a contact behind the one before it; false if it does not fit up to the edge. */
static bool add_behind(struct builder *builder, const struct paragraph *contact, int edge)
{
	struct line *line = &builder->lines.items[builder->lines.count - 1];
	struct text dot = builder->layout->glyphs->dot;
	int end = line_width(line) + 1;
	int column = end + unicode_width(dot) + 1;
	if (column + paragraph_width(contact) > edge)
		return false;
	builder_add_sign(builder, line, end, ROLE_LABEL, dot);
	builder_add_beside(builder, line, column, contact);
	return true;
}

/*
 * All contacts on as few lines as they need; none is broken if it fits on a line, and those from
 * right to left share none.
 */
void layout_add_contacts(struct builder *builder, int indent)
{
	struct layout *layout = builder->layout;
	int width = layout_available(layout, indent);
	size_t origin = 0;
	bool shares = false; /* its last line may have one more */

	for (const struct block *field = builder->block->first; field; field = field->next) {
		struct runs runs = {0};
		if (is_empty(field))
			continue;
		append_contact(layout, &runs, field);
		struct paragraph contact = paragraph_make(layout->doc, &runs, false, layout->arena);
		contact.part = PART_TEXT;
		contact.origin = (uint32_t)origin;
		bool alone = unicode_is_right_to_left(contact.text);
		if (alone || !shares || !add_behind(builder, &contact, indent + width))
			builder_add_paragraph(builder, &contact, indent, width);
		shares = !alone && builder->lines.count && paragraph_width(&contact) <= width;
		origin += contact.text.length + 1;
	}
}
