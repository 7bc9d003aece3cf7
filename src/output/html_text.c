#include "html_escape.h"
#include "html_parts.h"

#include "base/unicode.h"
#include "base/url.h"
#include "layout/wrap.h"

void html_add(struct page *page, const char *markup)
{
	sink_write(page->sink, text_from(markup));
}

void html_add_text(struct page *page, struct text text)
{
	size_t start = 0;
	for (size_t i = 0; i < text.length; i++) {
		const char *escape = html_escape(text.bytes[i]);
		if (!escape)
			continue;
		sink_write(page->sink, text_slice(text, start, i));
		html_add(page, escape);
		start = i + 1;
	}
	sink_write(page->sink, text_slice(text, start, text.length));
}

void html_add_attribute(struct page *page, const char *name, struct text value)
{
	if (!value.length)
		return;
	html_add(page, " ");
	html_add(page, name);
	html_add(page, "=\"");
	html_add_text(page, value);
	html_add(page, "\"");
}

struct text html_plain(struct page *page, const struct runs *runs)
{
	return paragraph_make(page->doc, runs, false, &page->arena).text;
}

bool html_turns(struct page *page, const struct runs *runs)
{
	return unicode_is_right_to_left(html_plain(page, runs)) != page->right_to_left;
}

void html_add_direction(struct page *page, const struct runs *runs)
{
	if (html_turns(page, runs))
		html_add(page, page->right_to_left ? " dir=\"ltr\"" : " dir=\"auto\"");
}

static void add_lines(struct page *page, struct text text)
{
	for (size_t start = 0; start < text.length;) {
		size_t end = page->verbatim ? text.length : text_find(text, start, '\n');
		html_add_text(page, text_slice(text, start, end));
		if (end < text.length)
			html_add(page, "<br>\n");
		start = end + 1;
	}
}

static void add_styled(struct page *page, const struct run *run)
{
	html_add(page, run->style & STYLE_STRONG ? "<strong>" : "");
	html_add(page, run->style & STYLE_EMPHASIS ? "<em>" : "");
	html_add(page, run->style & STYLE_CODE ? "<code>" : "");
	add_lines(page, run->text);
	html_add(page, run->style & STYLE_CODE ? "</code>" : "");
	html_add(page, run->style & STYLE_EMPHASIS ? "</em>" : "");
	html_add(page, run->style & STYLE_STRONG ? "</strong>" : "");
}

static void add_meaning(struct page *page, struct meaning meaning)
{
	html_add_attribute(page, "itemprop", text_from(meaning.property));
	html_add_attribute(page, "rel", text_from(meaning.relation));
	if (!meaning.type)
		return;
	html_add(page, " itemscope");
	html_add_attribute(page, "itemtype", text_from(meaning.type));
}

/* An address that is not safe is told, but does not lead anywhere. */
static void add_linked(struct page *page, const struct run *run, const struct run *end)
{
	const struct link *link = doc_link(page->doc, run->link);
	struct meaning meaning = html_link_means(page);
	struct text url;
	bool safe = url_make_safe(link->url, &page->arena, &url);
	html_add(page, safe ? "<a" : "<span");
	html_add_attribute(page, safe ? "href" : "title", safe ? url : link->url);
	if (safe) {
		html_add_attribute(page, "class", text_from(meaning.classes));
		add_meaning(page, meaning);
	}
	if (link->number)
		html_add_attribute(page, "data-number",
			arena_format(&page->arena, "%u", (unsigned)link->number));
	html_add(page, ">");
	for (; run != end; run = run->next)
		add_styled(page, run);
	html_add(page, safe ? "</a>" : "</span>");
}

static void add_links(struct page *page, const struct run *run, const struct run *end)
{
	while (run != end) {
		const struct run *after = run->next;
		if (!run->link) {
			add_styled(page, run);
			run = after;
			continue;
		}
		while (after != end && after->link == run->link)
			after = after->next;
		add_linked(page, run, after);
		run = after;
	}
}

/* False for what the element around it tells already. */
static bool has_class(enum role role)
{
	return role == ROLE_TITLE || role == ROLE_LABEL || role == ROLE_TERM ||
	       role == ROLE_ORGANISATION || role == ROLE_NAME;
}

/* What a date is to programs, or empty. */
static struct text date_of(const struct page *page, enum role role)
{
	if (page->facts && role == ROLE_START)
		return page->facts->start;
	if (page->facts && role == ROLE_END)
		return page->facts->end;
	return (struct text){NULL, 0};
}

static struct text classes_of(struct page *page, enum role role, const char *more)
{
	if (!has_class(role))
		return text_from(more);
	return arena_format(
		&page->arena, "%s%s%s", doc_role_name(role), more ? " " : "", more ? more : "");
}

void html_add_words(
	struct page *page, enum role role, const struct run *first, const struct run *end)
{
	struct meaning meaning = html_words_mean(page, role);
	struct text date = date_of(page, role);
	bool is_date = role == ROLE_START || role == ROLE_END;
	/* A word such as "Present" is no date. */
	bool wraps =
		is_date ? date.length > 0 : has_class(role) || meaning.classes || meaning.property;
	if (!wraps) {
		add_links(page, first, end);
		return;
	}
	html_add(page, is_date ? "<time" : "<span");
	html_add_attribute(page, "class", classes_of(page, role, meaning.classes));
	html_add_attribute(page, "datetime", date);
	add_meaning(page, meaning);
	html_add(page, meaning.type ? "><span itemprop=\"name\">" : ">");
	add_links(page, first, end);
	html_add(page, meaning.type ? "</span>" : "");
	html_add(page, is_date ? "</time>" : "</span>");
}

void html_add_runs(struct page *page, const struct run *first)
{
	for (const struct run *run = first; run;) {
		const struct run *end = run->next;
		while (end && end->role == run->role && end->spare == run->spare)
			end = end->next;
		html_add(page, run->spare ? "<span class=\"spare\">" : "");
		html_add_words(page, run->role, run, end);
		html_add(page, run->spare ? "</span>" : "");
		run = end;
	}
}

void html_add_element(
	struct page *page, const char *begin, const struct runs *runs, const char *end)
{
	html_add(page, begin);
	html_add_direction(page, runs);
	html_add(page, ">");
	html_add_runs(page, runs->first);
	html_add(page, end);
}
