#include "output/ansi.h"

#include "base/url.h"
#include "layout/attributes.h"
#include "layout/plain.h"
#include "print.h"

#include <stdio.h>

/* What a terminal is told of a stretch of text; all zero is how it shows text by itself. */
struct look {
	unsigned attributes; /* bits of enum attribute */
	bool colored;
	uint32_t hyperlink; /* as in struct run */
};

struct ansi_pen {
	struct pen pen;
	const struct doc *doc;
	const struct format_settings *settings;
	struct arena arena; /* for one address */
};

static bool is_safe(struct ansi_pen *ansi, uint32_t link, struct text *url)
{
	arena_reset(&ansi->arena);
	return url_make_safe(doc_link(ansi->doc, link)->url, &ansi->arena, url);
}

static struct look look_of(struct ansi_pen *ansi, const struct span *span)
{
	struct text url;
	struct look look = {.attributes = attributes_of_text(span->role, span->style, span->link)};
	look.colored = span->link && ansi->settings->color;
	if (span->link && ansi->settings->hyperlinks && is_safe(ansi, span->link, &url))
		look.hyperlink = span->link;
	return look;
}

static void add_code(struct buffer *buffer, const char *format, unsigned number)
{
	char code[32];
	int length = snprintf(code, sizeof code, format, number);
	buffer_add(buffer, (struct text){code, (size_t)length});
}

/* One sequence for all; what has a colour is underlined as well. */
static void open_attributes(const struct ansi_pen *ansi, struct buffer *buffer, struct look look)
{
	static const unsigned codes[] = {1, 2, 3, 4, 7}; /* from ATTRIBUTE_BOLD on */
	const char *format = "\033[%u";
	if (!look.attributes)
		return;
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		if (!(look.attributes >> i & 1))
			continue;
		add_code(buffer, format, codes[i]);
		format = ";%u";
	}
	if (look.colored)
		add_code(buffer, ";3%u", (unsigned)ansi->settings->accent);
	buffer_add_byte(buffer, 'm');
}

/* All parts of a link have one id, by which terminals know that they belong together. */
static void open_hyperlink(struct ansi_pen *ansi, struct buffer *buffer, uint32_t link)
{
	struct text url;
	if (!is_safe(ansi, link, &url))
		return;
	add_code(buffer, "\033]8;id=l%u;", link);
	buffer_add(buffer, url);
	buffer_add(buffer, TEXT("\033\\"));
}

static void change_look(
	struct ansi_pen *ansi, struct buffer *buffer, struct look *current, struct look look)
{
	bool keeps_link = current->hyperlink == look.hyperlink;
	bool keeps_attributes =
		current->attributes == look.attributes && current->colored == look.colored;
	if (current->hyperlink && !keeps_link)
		buffer_add(buffer, TEXT("\033]8;;\033\\"));
	if (current->attributes && !keeps_attributes)
		buffer_add(buffer, TEXT("\033[m"));
	if (!keeps_attributes)
		open_attributes(ansi, buffer, look);
	if (look.hyperlink && !keeps_link)
		open_hyperlink(ansi, buffer, look.hyperlink);
	*current = look;
}

static void add_line(struct pen *pen, struct buffer *buffer, const struct line *line)
{
	struct ansi_pen *ansi = (struct ansi_pen *)pen;
	struct look usual = {0};
	struct look current = usual;
	int column = 0;
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->column > column) {
			change_look(ansi, buffer, &current, usual);
			buffer_add_repeated(buffer, ' ', (size_t)(span->column - column));
		}
		change_look(ansi, buffer, &current, look_of(ansi, span));
		plain_add_text(buffer, span->text);
		column = span->column + span->width;
	}
	change_look(ansi, buffer, &current, usual);
	buffer_add_byte(buffer, '\n');
}

void ansi_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct ansi_pen ansi = {.pen.add_line = add_line, .doc = doc, .settings = settings};
	print_write(&ansi.pen, doc, settings, sink);
	arena_finish(&ansi.arena);
}
