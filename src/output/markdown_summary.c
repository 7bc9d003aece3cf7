#include "markdown_summary.h"

#include "base/url.h"

/* Text in HTML, also between double quotes; on one line. */
static void add_escaped(struct buffer *buffer, struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		switch (text.bytes[i]) {
		case '&':
			buffer_add(buffer, TEXT("&amp;"));
			break;
		case '<':
			buffer_add(buffer, TEXT("&lt;"));
			break;
		case '>':
			buffer_add(buffer, TEXT("&gt;"));
			break;
		case '"':
			buffer_add(buffer, TEXT("&quot;"));
			break;
		case '\n':
			buffer_add_byte(buffer, ' ');
			break;
		default:
			buffer_add_byte(buffer, text.bytes[i]);
		}
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

static void add_styled(struct buffer *buffer, struct text text, unsigned style)
{
	size_t count = sizeof elements / sizeof *elements;
	for (size_t i = 0; i < count; i++)
		buffer_add(buffer, style & elements[i].style ? elements[i].opening : TEXT(""));
	add_escaped(buffer, text);
	for (size_t i = count; i-- > 0;)
		buffer_add(buffer, style & elements[i].style ? elements[i].closing : TEXT(""));
}

static unsigned style_of(const struct run *run)
{
	return run->style | (run->role == ROLE_TITLE ? STYLE_STRONG : 0U) |
	       (run->role == ROLE_ASIDE ? STYLE_EMPHASIS : 0U);
}

static void add_link(struct buffer *buffer, const struct doc *doc, const struct run *run)
{
	const struct link *link = doc_link(doc, run->link);
	struct arena arena = {0};
	struct text address;
	if (url_make_safe(link->url, &arena, &address)) {
		buffer_add(buffer, TEXT("<a href=\""));
		add_escaped(buffer, address);
		buffer_add(buffer, TEXT("\">"));
		add_styled(buffer, run->text, style_of(run));
		buffer_add(buffer, TEXT("</a>"));
	} else {
		add_styled(buffer, run->text, style_of(run));
		if (link->number) {
			buffer_add(buffer, TEXT(" ("));
			add_escaped(buffer, text_trim(link->url));
			buffer_add(buffer, TEXT(")"));
		}
	}
	arena_finish(&arena);
}

static void add_runs(struct buffer *buffer, const struct doc *doc, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		if (run->link)
			add_link(buffer, doc, run);
		else
			add_styled(buffer, run->text, style_of(run));
	}
}

void markdown_add_summary(
	struct buffer *buffer, const struct doc *doc, const struct block *entry, struct text dot)
{
	buffer_add(buffer, TEXT("<summary>"));
	add_runs(buffer, doc, &entry->text);
	if (entry->aside.first) {
		buffer_add_byte(buffer, ' ');
		buffer_add(buffer, dot);
		buffer_add_byte(buffer, ' ');
		add_runs(buffer, doc, &entry->aside);
	}
	buffer_add(buffer, TEXT("</summary>"));
}
