#include "output/text.h"

#include "layout/plain.h"

/* Writes what was collected, and begins anew. */
static void write_collected(struct sink *sink, struct buffer *buffer)
{
	sink_write(sink, buffer_text(buffer));
	buffer->length = 0;
}

static void write_blocks(struct layout *layout, struct buffer *buffer, struct sink *sink)
{
	const struct block *before = NULL;
	for (const struct block *block = layout->doc->root; block;
		block = layout_next(layout, block, true)) {
		if (plain_add_lines(buffer, layout, before, block))
			before = block;
		write_collected(sink, buffer);
		arena_reset(layout->arena);
	}
}

static void write_links(const struct doc *doc, struct buffer *buffer, struct sink *sink)
{
	plain_add_links(buffer, doc, doc->root);
	if (!buffer->length)
		return;
	if (doc->root->first)
		sink_write(sink, TEXT("\n"));
	sink_write(sink, TEXT("Links\n-----\n\n"));
	write_collected(sink, buffer);
}

void text_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct layout layout;
	layout_init(&layout, doc,
		(struct layout_settings){
			.medium = MEDIUM_PRINT, .width = settings->width, .ascii = settings->ascii},
		&arena);
	write_blocks(&layout, &buffer, sink);
	write_links(doc, &buffer, sink);
	buffer_finish(&buffer);
	arena_finish(&arena);
}
