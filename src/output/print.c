#include "print.h"

/* Writes what was collected, and begins anew. */
static void write_collected(struct sink *sink, struct buffer *buffer)
{
	sink_write(sink, buffer_text(buffer));
	buffer->length = 0;
}

static void write_blocks(
	struct pen *pen, struct layout *layout, struct buffer *buffer, struct sink *sink)
{
	const struct block *before = NULL;
	for (const struct block *block = layout->doc->root; block;
		block = layout_next(layout, block, true)) {
		if (print_block(pen, buffer, layout, before, block))
			before = block;
		write_collected(sink, buffer);
		arena_reset(layout->arena);
	}
}

static void write_links(
	struct pen *pen, const struct doc *doc, struct buffer *buffer, struct sink *sink)
{
	struct buffer links = {0};
	print_links(pen, &links, doc, doc->root);
	if (links.length) {
		buffer_add_byte(buffer, '\n');
		print_title(pen, buffer, doc->links_title);
		write_collected(sink, buffer);
		sink_write(sink, buffer_text(&links));
	}
	buffer_finish(&links);
}

void print_write(struct pen *pen, const struct doc *doc, const struct format_settings *settings,
	struct sink *sink)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct layout layout;
	layout_init(&layout, doc,
		(struct layout_settings){
			.medium = MEDIUM_PRINT, .width = settings->width, .ascii = settings->ascii},
		&arena);
	write_blocks(pen, &layout, &buffer, sink);
	write_links(pen, doc, &buffer, sink);
	buffer_finish(&buffer);
	arena_finish(&arena);
}
