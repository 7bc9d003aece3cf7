#include "output/html.h"

#include "base/unicode.h"
#include "base/url.h"
#include "html_parts.h"
#include "html_style.h"

enum {
	LEVEL_LEAST = 1,        /* of headings: that of the name */
	DESCRIPTION_MOST = 300, /* bytes; who shows it cuts it at about 160 characters */
};

/* The header parts into how to reach the person and what there is to know. */
static const struct block *end_of_contacts(const struct block *header)
{
	const struct block *rule = NULL;
	for (const struct block *block = header->first; block; block = block->next) {
		if (block->kind == BLOCK_CONTACTS)
			return block->next;
		if (block->kind == BLOCK_RULE && !rule)
			rule = block;
	}
	return rule ? rule : header->first;
}

static void write_header_title(struct page *page, const struct block *header)
{
	if (header->text.first)
		html_add_heading(page, header, LEVEL_LEAST);
	if (header->aside.first)
		html_add_element(page, "<p", &header->aside, "</p>\n");
}

static void write_header(struct page *page, const struct block *header)
{
	const struct block *about = end_of_contacts(header);
	page->topic = TEXT("basics");
	html_add(page, "<header");
	html_add_attribute(page, "id", header->id);
	html_add(page, ">\n<div class=\"p-contact h-card\">\n");
	write_header_title(page, header);
	html_add_children(page, header->first, about, html_level_below(LEVEL_LEAST));
	html_add(page, "</div>\n");
	if (about && about->kind == BLOCK_RULE)
		about = about->next;
	if (about) {
		html_add(page, "<div class=\"summary p-summary\" itemprop=\"description\">\n");
		html_add_children(page, about, NULL, html_level_below(LEVEL_LEAST));
		html_add(page, "</div>\n");
	}
	html_add(page, "</header>\n");
}

static void write_contents(struct page *page, const struct block *first)
{
	if (!first || !first->next)
		return;
	html_add(page, "<nav>\n<ul>\n");
	for (const struct block *section = first; section; section = section->next) {
		html_add(page, "<li><a");
		html_add_attribute(page, "href",
			arena_format(
				&page->arena, "#%.*s", (int)section->id.length, section->id.bytes));
		html_add_direction(page, &section->text);
		html_add(page, ">");
		html_add_text(page, html_plain(page, &section->text));
		html_add(page, "</a></li>\n");
	}
	html_add(page, "</ul>\n</nav>\n");
}

static void write_section(struct page *page, const struct block *section)
{
	int level = html_level_below(LEVEL_LEAST);
	/* No id of the document has such a sign in it. */
	struct text heading = arena_format(
		&page->arena, "heading_%.*s", (int)section->id.length, section->id.bytes);
	html_add(page, "<section");
	html_add_attribute(page, "id", section->id);
	html_add_attribute(page, "aria-labelledby", heading);
	html_add(page, ">\n<h2");
	html_add_attribute(page, "id", heading);
	html_add_direction(page, &section->text);
	html_add(page, ">");
	html_add_runs(page, section->text.first);
	html_add(page, "</h2>\n<div class=\"body\">\n");
	page->topic = section->facts ? section->facts->topic : (struct text){NULL, 0};
	html_add_children(page, section->first, NULL, html_level_below(level));
	page->topic = (struct text){NULL, 0};
	html_add(page, "</div>\n</section>\n");
}

/* The links that have a number in print, in that order; ends with NULL. In the arena. */
static const struct link **numbered_links(struct page *page)
{
	const struct doc *doc = page->doc;
	const struct link **links =
		arena_allocate(&page->arena, (doc->link_count + 1) * sizeof *links);
	for (size_t i = 0; i < doc->link_count; i++) {
		if (doc->links[i].number)
			links[doc->links[i].number - 1] = &doc->links[i];
	}
	return links;
}

/* For paper, where nothing can be followed. */
static void write_links(struct page *page)
{
	const struct link **link = numbered_links(page);
	if (!*link)
		return;
	html_add(page, "<section class=\"links\">\n<h2>");
	html_add_text(page, page->doc->links_title);
	html_add(page, "</h2>\n<ol>\n");
	for (; *link; link++) {
		struct text url;
		bool safe = url_make_safe((*link)->url, &page->arena, &url);
		html_add(page, "<li dir=\"ltr\">");
		html_add(page, safe ? "<a" : "");
		html_add_attribute(page, "href", safe ? url : (struct text){NULL, 0});
		html_add(page, safe ? ">" : "");
		html_add_text(page, (*link)->url);
		html_add(page, safe ? "</a></li>\n" : "</li>\n");
	}
	html_add(page, "</ol>\n</section>\n");
}

/* What a page is called that no name heads: by the first words in it. */
static struct text first_words(struct page *page)
{
	for (const struct block *block = page->doc->root->first; block; block = doc_next(block)) {
		struct text text = html_plain(page, &block->text);
		if (text_trim(text).length)
			return text;
	}
	return TEXT("R\u00E9sum\u00E9");
}

static void write_page_title(struct page *page, const struct block *header)
{
	html_add(page, "<title>");
	if (header && header->text.first) {
		html_add_text(page, html_plain(page, &header->text));
		if (header->aside.first)
			html_add(page, page->settings->ascii ? " - " : " \u2013 ");
		html_add_text(page, html_plain(page, &header->aside));
	} else {
		html_add_text(page, first_words(page));
	}
	html_add(page, "</title>\n");
}

/* Up to a blank, where it is longer than who shows it has room for. */
static struct text excerpt(struct text text)
{
	size_t end = DESCRIPTION_MOST;
	if (text.length <= DESCRIPTION_MOST)
		return text;
	while (end > 0 && text.bytes[end] != ' ')
		end--;
	if (!end)
		end = unicode_cluster_start(text, DESCRIPTION_MOST);
	return text_slice(text, 0, end);
}

/* The first thing that the header says of the person, else what the person is. */
static void write_description(struct page *page, const struct block *header)
{
	struct text text = {NULL, 0};
	if (!header)
		return;
	for (const struct block *block = end_of_contacts(header); block && !text.length;
		block = block->next)
		text = html_plain(page, &block->text);
	if (!text.length)
		text = html_plain(page, &header->aside);
	if (!text.length)
		return;
	html_add(page, "<meta name=\"description\"");
	html_add_attribute(page, "content", excerpt(text));
	html_add(page, ">\n");
}

static void write_head(struct page *page, const struct block *header)
{
	html_add(page, "<!DOCTYPE html>\n<html");
	html_add_attribute(page, "lang", page->doc->language);
	html_add(page, page->right_to_left ? " dir=\"rtl\">\n" : " dir=\"ltr\">\n");
	html_add(page, "<head>\n<meta charset=\"utf-8\">\n"
		       /* Whatever a text might contain, a browser loads and runs nothing. */
		       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		       "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
		       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		       "<meta name=\"color-scheme\" content=\"light dark\">\n");
	write_page_title(page, header);
	write_description(page, header);
	html_add(page, "<style>\n");
	html_add(page, html_style);
	html_add(page, "</style>\n</head>\n");
	arena_reset(&page->arena);
}

/* A page has a name in h-resume, and one heading above all others. */
static void write_names(struct page *page, const struct block *header)
{
	bool is_named = header && header->text.first;
	struct text name = is_named ? html_plain(page, &header->text) : first_words(page);
	html_add(page, "<data class=\"p-name\"");
	html_add_attribute(page, "value", name);
	html_add(page, "></data>\n");
	if (is_named)
		return;
	html_add(page, "<h1 class=\"unseen\">");
	html_add_text(page, name);
	html_add(page, "</h1>\n");
}

static void write_body(
	struct page *page, const struct block *header, const struct block *first_section)
{
	html_add(page,
		"<body class=\"h-resume\" itemscope itemtype=\"https://schema.org/Person\">\n");
	write_names(page, header);
	if (header)
		write_header(page, header);
	write_contents(page, first_section);
	html_add(page, "<main>\n");
	for (const struct block *section = first_section; section; section = section->next)
		write_section(page, section);
	write_links(page);
	html_add(page, "</main>\n</body>\n</html>\n");
}

void html_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct page page = {.doc = doc, .settings = settings, .sink = sink};
	const struct block *first = doc->root->first;
	const struct block *header = first && first->kind == BLOCK_HEADER ? first : NULL;
	doc_make_ids(doc);
	if (header)
		page.right_to_left = unicode_is_right_to_left(html_plain(&page, &header->text));
	write_head(&page, header);
	write_body(&page, header, header ? header->next : first);
	arena_finish(&page.arena);
}
