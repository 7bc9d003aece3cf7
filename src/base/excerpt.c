#include "base/excerpt.h"

#include "base/buffer.h"
#include "base/unicode.h"

/* Characters that may be invisible, and so take no column, for each column. */
enum { CHARACTERS_FOR_A_COLUMN = 4 };

static bool is_control(uint32_t character)
{
	return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

/* So many characters at most, each of them visible or at least harmless. */
static void add_characters(struct buffer *buffer, struct text text, int count)
{
	size_t size;
	for (size_t at = 0; at < text.length && count > 0; at += size, count--) {
		uint32_t character = unicode_decode(text, at, &size);
		if (character == '\t')
			buffer_add_byte(buffer, ' ');
		else if (is_control(character) || (character == UNICODE_REPLACEMENT && size == 1))
			buffer_add(buffer, TEXT("\uFFFD"));
		else
			buffer_add(buffer, text_slice(text, at, at + size));
	}
}

static void add_display(struct buffer *buffer, struct text cluster)
{
	char bytes[UNICODE_DISPLAY_MAX];
	size_t size;
	unicode_display(cluster, bytes, &size);
	buffer_add(buffer, (struct text){bytes, size});
}

/* Cuts around the byte at place so that width is enough. */
static struct excerpt cut(struct text text, size_t place, int width, struct arena *arena)
{
	struct excerpt excerpt = {.indent = 0};
	struct buffer line = {0};
	size_t start = 0;
	size_t size;
	if (place < text.length)
		place = unicode_cluster_start(text, place);
	excerpt.indent = unicode_width(text_slice(text, 0, place));
	/* Once it is too wide, so much goes that the caret stands in the middle. */
	bool is_too_wide = excerpt.indent >= width;
	while (is_too_wide && start < place && excerpt.indent > width / 2) {
		excerpt.indent -= unicode_measure(text, start, &size);
		start += size;
	}
	for (size_t at = start; at < text.length; at += size) {
		width -= unicode_measure(text, at, &size);
		if (width < 0)
			break;
		add_display(&line, text_slice(text, at, at + size));
	}
	excerpt.line = arena_copy(arena, buffer_text(&line));
	buffer_finish(&line);
	return excerpt;
}

struct excerpt excerpt_make(
	struct line_walk *walk, struct position position, int width, struct arena *arena)
{
	static const struct excerpt nothing = {.indent = 0};
	int most = width * CHARACTERS_FOR_A_COLUMN;
	struct buffer part = {0};
	size_t offset = line_walk_to(walk, position);
	if (walk->position.line != position.line)
		return nothing;
	size_t start = walk->start;
	size_t from = offset;
	for (int i = 0; i < most && from > start; i++)
		from = unicode_before(walk->source, from);
	add_characters(&part, text_slice(walk->source, from, offset), most);
	size_t place = part.length;
	add_characters(&part, text_slice(walk->source, offset, start + walk->line.length), most);
	struct excerpt excerpt = cut(buffer_text(&part), place, width, arena);
	buffer_finish(&part);
	return excerpt;
}
