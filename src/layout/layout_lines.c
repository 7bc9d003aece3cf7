#include "layout_parts.h"

#include "base/unicode.h"

#include <string.h>

struct line *builder_add_line(struct builder *builder)
{
	struct lines *lines = &builder->lines;
	if (lines->count == builder->capacity) {
		builder->capacity = builder->capacity ? builder->capacity * 2 : 4;
		struct line *items =
			arena_allocate(builder->layout->arena, builder->capacity * sizeof *items);
		if (lines->count)
			memcpy(items, lines->items, lines->count * sizeof *items);
		lines->items = items;
	}
	struct line *line = &lines->items[lines->count++];
	line->block = builder->block;
	return line;
}

void builder_add_spans(
	struct builder *builder, struct line *line, const struct span *spans, size_t count)
{
	struct span *all = arena_allocate(
		builder->layout->arena, (line->span_count + count + 1) * sizeof *all);
	if (line->span_count)
		memcpy(all, line->spans, line->span_count * sizeof *all);
	if (count)
		memcpy(all + line->span_count, spans, count * sizeof *all);
	line->spans = all;
	line->span_count += count;
}

void builder_add_sign(
	struct builder *builder, struct line *line, int column, enum role role, struct text sign)
{
	struct span span = {.text = sign,
		.column = column,
		.width = unicode_width(sign),
		.role = (uint8_t)role};
	builder_add_spans(builder, line, &span, 1);
}

int line_width(const struct line *line)
{
	if (!line->span_count)
		return 0;
	const struct span *last = &line->spans[line->span_count - 1];
	return last->column + last->width;
}

void builder_add_beside(
	struct builder *builder, struct line *line, int column, const struct paragraph *paragraph)
{
	size_t count;
	struct wrapped whole = {0, paragraph->text.length, false};
	struct span *spans = wrap_spans(paragraph, whole, column, builder->layout->arena, &count);
	builder_add_spans(builder, line, spans, count);
}

void builder_add_paragraph(
	struct builder *builder, const struct paragraph *paragraph, int indent, int width)
{
	struct wrap wrap;
	struct wrapped wrapped;
	wrap_begin(&wrap, paragraph, builder->layout->arena);
	wrap.unbroken_urls = !layout_is_on_screen(builder->layout);
	wrap.verbatim = builder->block->kind == BLOCK_VERBATIM;
	/* As terminals do it, so that nothing is missing where such lines are selected. */
	wrap.to_edge = wrap.verbatim && layout_is_on_screen(builder->layout);
	int hang = width > builder->hang ? builder->hang : 0;
	for (int in = 0; wrap_next(&wrap, width - in, &wrapped); in = hang) {
		struct line *line = builder_add_line(builder);
		line->start = paragraph->origin + wrapped.start;
		line->spans = wrap_spans(
			paragraph, wrapped, indent + in, builder->layout->arena, &line->span_count);
	}
}

void builder_put_before(struct builder *builder, int column, enum role role, struct text sign)
{
	if (!builder->lines.count)
		builder_add_line(builder);
	struct line *line = &builder->lines.items[0];
	struct line marked = {0};
	builder_add_sign(builder, &marked, column, role, sign);
	builder_add_spans(builder, &marked, line->spans, line->span_count);
	line->spans = marked.spans;
	line->span_count = marked.span_count;
}
