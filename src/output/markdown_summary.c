#include "markdown_summary.h"

#include "base/url.h"
#include "html_escape.h"

/* On one line: an empty one would end the HTML. */
static void add_escaped(struct buffer *buffer, struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		const char *escape = html_escape(text.bytes[i]);
		if (escape)
			buffer_add(buffer, text_from(escape));
		else
			buffer_add_byte(buffer, text.bytes[i] == '\n' ? ' ' : text.bytes[i]);
	}
}

/* The elements of styles, the outermost first. */
static const struct {
	enum style style;
	struct text opening;
	struct text closing;
} elements[] = {
	{STYLE_STRONG, {"<b>", 3}, {"</b>", 4}},
	{STYLE_EMPHASIS, {"<i>", 3}, {"</i>", 4}},
	{STYLE_CODE, {"<code>", 6}, {"</code>", 7}},
};

static void add_opening(struct buffer *buffer, unsigned style)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		buffer_add(buffer, style & elements[i].style ? elements[i].opening : TEXT(""));
}

static void add_closing(struct buffer *buffer, unsigned style)
{
	for (size_t i = sizeof elements / sizeof *elements; i-- > 0;)
		buffer_add(buffer, style & elements[i].style ? elements[i].closing : TEXT(""));
}

static unsigned style_of(const struct run *run, enum style style)
{
	return run->style | (run->role == ROLE_TITLE ? STYLE_STRONG : 0U) | style;
}

/* Adds a run and those that go on in its style and its link; returns the last of them. */
static const struct run *add_styled(struct buffer *buffer, const struct run *run, enum style style)
{
	unsigned styles = style_of(run, style);
	add_opening(buffer, styles);
	add_escaped(buffer, run->text);
	while (run->next && style_of(run->next, style) == styles && run->next->link == run->link) {
		run = run->next;
		add_escaped(buffer, run->text);
	}
	add_closing(buffer, styles);
	return run;
}

/* Adds the text of a link; returns its last run. */
static const struct run *add_linked(struct buffer *buffer, const struct run *run, enum style style)
{
	uint32_t link = run->link;
	run = add_styled(buffer, run, style);
	while (run->next && run->next->link == link)
		run = add_styled(buffer, run->next, style);
	return run;
}

static const struct run *add_link(
	struct buffer *buffer, const struct doc *doc, const struct run *run, enum style style)
{
	const struct link *link = doc_link(doc, run->link);
	struct arena arena = {0};
	struct text address;
	if (url_make_safe(link->url, &arena, &address)) {
		buffer_add(buffer, TEXT("<a href=\""));
		add_escaped(buffer, address);
		buffer_add(buffer, TEXT("\">"));
		run = add_linked(buffer, run, style);
		buffer_add(buffer, TEXT("</a>"));
	} else {
		run = add_linked(buffer, run, style);
		if (link->number) {
			buffer_add(buffer, TEXT(" ("));
			add_escaped(buffer, text_trim(link->url));
			buffer_add(buffer, TEXT(")"));
		}
	}
	arena_finish(&arena);
	return run;
}

/* The style is what all have besides their own. */
static void add_runs(
	struct buffer *buffer, const struct doc *doc, const struct runs *runs, enum style style)
{
	for (const struct run *run = runs->first; run; run = run->next)
		run = run->link ? add_link(buffer, doc, run, style)
				: add_styled(buffer, run, style);
}

void markdown_add_summary(
	struct buffer *buffer, const struct doc *doc, const struct block *entry, struct text dot)
{
	buffer_add(buffer, TEXT("<summary>"));
	add_runs(buffer, doc, &entry->text, 0);
	if (entry->aside.first) {
		buffer_add_byte(buffer, ' ');
		buffer_add(buffer, dot);
		buffer_add_byte(buffer, ' ');
		add_runs(buffer, doc, &entry->aside, STYLE_EMPHASIS);
	}
	buffer_add(buffer, TEXT("</summary>"));
}
