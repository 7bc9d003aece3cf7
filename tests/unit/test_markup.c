/* What people write besides Markdown: tags of HTML, commands of LaTeX, entities, bare addresses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "describe_doc.h"
#include "doc/address.h"
#include "doc/entity.h"
#include "doc/html.h"
#include "doc/latex.h"
#include "doc/markdown.h"
#include "doc/verbatim.h"

#include <string.h>

/* A document that every check sets up anew. */
static struct arena arena;
static struct doc doc;

static void begin(void)
{
	arena = (struct arena){0};
	doc_init(&doc, &arena);
}

static void check_and_finish(char *found, const char *expected)
{
	assert_string_equal(found, expected);
	free(found);
	arena_finish(&arena);
}

static void check_line(const char *source, const char *expected)
{
	struct runs runs = {0};
	begin();
	markdown_line(&doc, &runs, ROLE_TEXT, text_from(source), 0);
	check_and_finish(describe_runs(&doc, &runs), expected);
}

static void check_blocks(const char *source, const char *expected)
{
	begin();
	markdown_blocks(&doc, doc.root, text_from(source), (struct position){5, 6});
	for (const struct block *block = doc.root->first; block; block = block->next)
		assert_int_equal(block->source.line, 5);
	check_and_finish(describe_children(&doc, doc.root), expected);
}

static void check_item(const char *source, const char *expected)
{
	begin();
	struct block *item = doc_add_block(&doc, doc.root, BLOCK_ITEM);
	markdown_item(&doc, item, text_from(source));
	check_and_finish(describe_children(&doc, doc.root), expected);
}

/* Tags on their own */

static void check_tag(const char *source, enum tag_kind kind, size_t length, const char *address,
	const char *words)
{
	struct tag tag = html_read_tag(text_from(source), 0);
	if (tag.kind != kind)
		fail_msg("kind %d: %s", (int)tag.kind, source);
	if (kind == TAG_UNKNOWN)
		return;
	assert_int_equal(tag.length, length);
	assert_true(text_is(tag.address, address));
	assert_true(text_is(tag.words, words));
}

static void reads_tags(void **state)
{
	(void)state;
	check_tag("<b>x", TAG_STRONG, 3, "", "");
	check_tag("</B >x", TAG_STRONG, 5, "", "");
	check_tag("<br/>", TAG_BREAK, 5, "", "");
	check_tag("<BR />", TAG_BREAK, 6, "", "");
	check_tag("<br class=x/>", TAG_BREAK, 13, "", "");
	check_tag("<a href=\"u\">", TAG_LINK, 12, "u", "");
	check_tag("<a href='a>b'>", TAG_LINK, 14, "a>b", "");
	check_tag("<A\nTARGET = _blank HREF = u?a=b >", TAG_LINK, 33, "u?a=b", "");
	check_tag("<a href=\"\">", TAG_LINK, 11, "", "");
	check_tag("<img src=u/ alt=\" a b \"/>", TAG_PICTURE, 25, "u/", "a b");
	check_tag("<span style=\"color: red\">", TAG_NEUTRAL, 25, "", "");
	check_tag("<ol reversed>", TAG_NUMBERS, 13, "", "");
}

static void reads_no_other_tags(void **state)
{
	static const char *const others[] = {"<", "</", "<>", "< b>", "<b", "<T>", "<int>", "<b c>",
		"<b and c>", "<bb>", "<b,>", "<b=x>", "</b x>", "<a href=\"u>", "<a href=>",
		"<a href='u\">", "<a href=u<b>", "<a href=\"u\"b>", "<!-- b -->", "<?b?>", "<b/"};
	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		check_tag(others[i], TAG_UNKNOWN, 0, "", "");
}

static void writes_tags_in_one_form(void **state)
{
	struct buffer buffer = {0};
	(void)state;
	struct tag tag = html_read_tag(TEXT("<A title=x\nHREF='a\"b&amp;\nc'>"), 0);
	html_write_tag(&buffer, &tag);
	tag = html_read_tag(TEXT("</STRONG >"), 0);
	html_write_tag(&buffer, &tag);
	html_begin_link(&buffer, TEXT("mailto:"), TEXT("a\"&b"));
	buffer_add_byte(&buffer, '\0');
	assert_string_equal(buffer.bytes, "<a href=\"a&quot;b&amp; c\"></strong>"
					  "<a href=\"mailto:a&quot;&amp;b\">");
	buffer_finish(&buffer);
}

/* Tags in texts */

static void knows_styles_of_html(void **state)
{
	(void)state;
	check_line("<b>a</b> <STRONG>b</Strong>", "**a** **b**");
	check_line("<i>a</i> <em>b</em> <i><b>c</b></i>", "_a_ _b_ **_c_**");
	check_line("<code>a</code> <tt>b</tt> <kbd>c</kbd>", "`a` `b` `c`");
	check_line("<u>a</u> <span style=\"x\">b</span> <small>c</small> <font size=2>d</font>",
		"a b c d");
	check_line("H<sub>2</sub>O 1<sup>st</sup>", "H2O 1st");
	check_line("**a <b>b** c</b> d", "**a ****b**** c** d");
	check_line("<i>*a*</i> *<i>b</i>* c", "_a_ _b_ c");
	check_line("</b>a</i>", "a");
	check_line("a <b>b", "a **b**");
}

static void knows_links_of_html(void **state)
{
	(void)state;
	check_line("<a href=\"https://x.org/a_b?c&amp;d\">t</a> e", "{t|https://x.org/a_b?c&d} e");
	check_line("<A HREF='u'>*t*</A>", "{_t_|u}");
	check_line("<a href=https://x.org/?a=b>t</a>", "{t|https://x.org/?a=b}");
	check_line("<a href=u></a>", "{u|u}");
	check_line("<a name=\"x\">t</a> <a href=\"\">u</a>", "t u");
	check_line("<a href=u>t <a href=v>w</a> x", "{t |u}{w|v} x");
	check_line("<a href=u>https://x.org</a> https://y.org",
		"{https://x.org|u} {https://y.org|https://y.org}");
	check_line("[a <b>b</b>](u) c", "{a |u}{**b**|u} c");
	check_line("<a href=u>t", "{t|u}");
	check_line("<a href=u>", "{u|u}");
}

static void knows_pictures_of_html(void **state)
{
	(void)state;
	check_line("<img src=\"p.png\" alt=\"a &amp; b\">", "{a & b|p.png}");
	check_line("<img src=p.png>", "{p.png|p.png}");
	check_line("<img alt=a>", "a");
	check_line("x<img src=\"data:image/png;base64,AAAA\" alt=\"me\">", "xme");
	check_line("x<img src=\"data:image/png;base64,AAAA\">", "x");
	check_line("<a href=u><img src=p.png alt=a> t</a>", "{a|p.png}{ t|u}");
}

static void breaks_lines_at_tags(void **state)
{
	(void)state;
	check_blocks("a<br>b<BR/>c<br />d</br>e", "paragraph: a\nb\nc\nd\ne\n");
	check_blocks("a <br> b<br>\nc", "paragraph: a \nb\nc\n");
	check_blocks("a<br><br>b<br/>\n<br/>c", "paragraph: a\nparagraph: b\nparagraph: c\n");
	check_blocks("<br>a<br>", "paragraph: a\n");
	check_item("a<br>b", "item: a\nb\n");
	check_blocks("a<br>**b<br>c** <a href=u>d<br>e</a>",
		"paragraph: a\n**b****\n****c** {d|u}{\n|u}{e|u}\n");
	check_line("a<br>b <br/> c<br>", "a b c");
}

static void makes_paragraphs_of_tags(void **state)
{
	(void)state;
	check_blocks("<p>a</p><p class=\"x\">b</p>", "paragraph: a\nparagraph: b\n");
	check_blocks("a<p>b<p>c", "paragraph: a\nparagraph: b\nparagraph: c\n");
	check_blocks("<div>a</div>\n<div>b</div>", "paragraph: a\nparagraph: b\n");
	check_blocks("<p> </p>\n\n<p></p>", "");
	check_blocks("<h2>a</h2>b", "paragraph: **a**\nparagraph: b\n");
	check_blocks("a<hr/>b", "paragraph: a\nrule\nparagraph: b\n");
	check_line("<p>a</p><p>b</p><h1>c</h1><hr>d", "a b **c** d");
}

static void makes_lists_of_tags(void **state)
{
	(void)state;
	check_blocks("x<ul><li>a</li><li><b>b</b></li></ul>y",
		"paragraph: x\nitem: a\nitem: **b**\nparagraph: y\n");
	check_blocks("<OL>\n <LI>a\n <LI>b\n</OL>", "item 1.: a \nitem 2.: b \n");
	check_blocks("<ul><li><p>a</p><p>b</p></li></ul>", "item: a\n  paragraph: b\n");
	check_blocks("<ul><li>a<ol><li>b</li></ol>c</li><li>d</ul>",
		"item: a\n  item 1.: b\n  paragraph: c\nitem: d\n");
	check_blocks(
		"<ul>\n\n<li>a</li>\n\n<li>b\n\n</ul>\n\nc", "item: a\nitem: b\nparagraph: c\n");
	check_blocks("<li>a<li>b</li> c", "item: a\nitem: b\nparagraph: c\n");
	check_blocks("</ul></li>a</ol>", "paragraph: a\n");
	check_item("a<ul><li>b</ul>", "item: a\n  item: b\n");
	check_item("<li>a</li>", "item: a\n");
	check_item("<ul><li>a</li><li>b<ul><li>c</ul></ul>", "item: a\nitem: b\n  item: c\n");
	check_item("<ol><li>a<li>b</ol>c", "item 1.: a\nitem 2.: b\nparagraph: c\n");
	check_blocks("- <ul><li>a<li>b</ul>\n- c", "item\n  item: a\n  item: b\nitem: c\n");
	check_blocks("<ul><li><li>a</ul>", "item: a\n");
	check_line("x<ul><li>a</li><li>b</li></ul>y", "x a b y");
}

static void knows_what_fits_on_a_line(void **state)
{
	static const char *const one[] = {
		"", "a", "<b>a</b> <a href=u>", "a < b", "<T>", "<img src=x>"};
	static const char *const more[] = {
		"a\nb", "a<br>", "<p>", "</DIV>", "x<ul>", "<li>", "<h1>", "<hr/>"};
	(void)state;
	for (size_t i = 0; i < sizeof(one) / sizeof(one[0]); i++)
		assert_true(markdown_fits_line(text_from(one[i])));
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		assert_false(markdown_fits_line(text_from(more[i])));
}

/* A list of Markdown ends those of tags in it, and no tag ends one of Markdown. */
static void keeps_lists_of_both_apart(void **state)
{
	(void)state;
	check_blocks("- a <ul><li>b\n- c", "item: a \n  item: b\nitem: c\n");
	check_blocks("- a</ul></li>\n- b", "item: a\nitem: b\n");
	check_blocks("<ul><li>a\n\n- b\n\n</ul>c", "item: a\n  item: b\nparagraph: c\n");
}

static void ends_styles_with_their_block(void **state)
{
	(void)state;
	check_blocks("<p>a <b>b</p>c", "paragraph: a **b**\nparagraph: c\n");
	check_blocks("a <i>b\n\nc", "paragraph: a _b_\nparagraph: c\n");
	check_blocks("<a href=u>b\n\nc", "paragraph: {b|u}\nparagraph: c\n");
	check_blocks("- <b>a\n- b", "item: **a**\nitem: b\n");
	check_blocks("<ul><li><b>a<li>b</ul>", "item: **a**\nitem: b\n");
	check_blocks("# a <b>b\nc", "paragraph: **a ****b**\nparagraph: c\n");
	check_line("a <b>b", "a **b**");
	check_line("c", "c");
}

static void keeps_what_is_no_known_tag(void **state)
{
	static const char *const texts[] = {"vector<int> <T>", "Map<A> Vec<B>", "a < b > c",
		"a <- b", "std::vector<std::string>", "<!-- a -->", "if a <b and c> d",
		"<foo bar=\"x\">y</foo>", "x<", "</", "<br", "<p", "1 <2> 3", "<svg:rect/>",
		"<?php ?>", "<b c>"};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_line(texts[i], texts[i]);
	check_line("a<foo *b*>", "a<foo _b_>");
	check_line("\\<b> &lt;b&gt;", "<b> <b>");
	check_line("`<b>a</b>` ``<br>``", "`<b>a</b>` `<br>`");
	check_line("x<b>y</b> <b>z", "x**y** **z**");
	check_blocks("```\n<b>a</b> https://x.org\n\n\\textbf{b}\n```",
		"verbatim: <b>a</b> https://x.org\n\n\\textbf{b}\n\n");
	check_blocks("~~~\n<p>\n~~~\n<b>a</b>", "verbatim: <p>\n\nparagraph: **a**\n");
	check_line("<foo@bar.org> <https://x.org/a_b_> <tel:+49123>",
		"{foo@bar.org|mailto:foo@bar.org} {https://x.org/a_b_|https://x.org/a_b_} "
		"{tel:+49123|tel:+49123}");
}

static void shows_lists_that_are_too_deep(void **state)
{
	char source[2000] = "";
	size_t length = 0;
	(void)state;
	for (int depth = 0; depth < 30; depth++)
		length += (size_t)snprintf(
			source + length, sizeof(source) - length, "<ul><li>d%d ", depth);
	for (int depth = 30; depth > 0; depth--)
		length += (size_t)snprintf(
			source + length, sizeof(source) - length, "</ul>e%d", depth);
	begin();
	markdown_blocks(&doc, doc.root, text_from(source), (struct position){1, 1});
	char *found = describe_children(&doc, doc.root);
	for (int depth = 0; depth < 30; depth++) {
		char word[16];
		snprintf(word, sizeof(word), "d%d \n", depth);
		assert_non_null(strstr(found, word));
	}
	assert_true(text_is(doc.root->last->text.first->text, "e1"));
	free(found);
	arena_finish(&arena);
}

/* LaTeX */

static void knows_commands_of_latex(void **state)
{
	(void)state;
	check_line("\\textbf{a} \\emph{b} \\textit{c} \\texttt{d_e}", "**a** _b_ _c_ `d_e`");
	check_line("\\underline{a} \\textsc{b} \\text{c} \\mbox{d e}", "a b c d e");
	check_line("\\textbf{a \\emph{b} c} {\\bf d} {\\it e {\\tt f}}",
		"**a ****_b_**** c** **d** _e __`f`_");
	check_line("\\footnotesize{a} {\\small b} \\scriptsize c", "a b c");
	check_line("\\LaTeX, \\LaTeX{}x \\TeX\\ y", "LaTeX, LaTeXx TeX y");
	check_line("\\textbf{[a](u) \\{b\\}}", "{**a**|u}** ****{b****}**");
	check_line("100\\% \\& \\$5 \\#1 a\\_b \\{x\\}", "100% & $5 #1 a_b {x}");
	check_line("a -- b --- c", "a -- b --- c");
	check_blocks("a\\\\\nb \\\\  \nc\\\\", "paragraph: a\nb \nc\\\n");
	check_line("a\\\\\nb", "a b");
	check_blocks("\\textbf{a\n\nb} c", "paragraph: **a**\nparagraph: b c\n");
}

static void knows_links_of_latex(void **state)
{
	(void)state;
	check_line("\\href{https://x.org/a\\_b?c\\&d\\%20}{t \\textbf{b}}",
		"{t |https://x.org/a_b?c&d%20}{**b**|https://x.org/a_b?c&d%20}");
	check_line("\\url{https://x.org/a_b_} c", "{https://x.org/a_b_|https://x.org/a_b_} c");
	check_line("\\href{mailto:a@x.org}{a@x.org}", "{a@x.org|mailto:a@x.org}");
	check_line("\\href{u}", "\\href{u}");
}

static void keeps_other_backslashes(void **state)
{
	static const char *const texts[] = {"C:\\text\\emph\\foo",
		"C:\\Users\\tt D:\\small pictures", "\\d+\\w{2}\\s", "\\textbf", "\\textbf{open",
		"\\textbf {x}", "\\unknown{x} {group}", "\\\\server\\share", "\\textbfx{y}",
		"a\\b{c}", "}\\emph{"};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_line(texts[i], texts[i]);
	check_line("`\\textbf{a}` \\textbf{b}", "`\\textbf{a}` **b**");
	check_line("\\\\textbf{a} \\emph{b}", "\\textbf{a} _b_");
	check_line("\\textbf{a} \\emph{b", "**a** \\emph{b");
}

static void rewrites_only_what_it_knows(void **state)
{
	struct text plain = TEXT("a \\b {c} \\d{e} \\");
	(void)state;
	begin();
	assert_ptr_equal(latex_to_html(plain, &arena).bytes, plain.bytes);
	assert_true(text_is(latex_to_html(TEXT("\\emph{a}}"), &arena), "<em>a</em>}"));
	arena_finish(&arena);
}

/* Code */

static void finds_code(void **state)
{
	(void)state;
	assert_int_equal(verbatim_length(TEXT("`a` b"), 0), 3);
	assert_int_equal(verbatim_length(TEXT("``a`b`` c"), 0), 7);
	assert_int_equal(verbatim_length(TEXT("`a\n\nb`"), 0), 0);
	assert_int_equal(verbatim_length(TEXT("`a\nb`"), 0), 5);
	assert_int_equal(verbatim_length(TEXT("`a``"), 0), 0);
	assert_int_equal(verbatim_length(TEXT("```\na\n\n```\nb"), 0), 10);
	assert_int_equal(verbatim_length(TEXT("- ~~~ c\n  ~~\n  ~~~~ \nb"), 2), 17);
	assert_int_equal(verbatim_length(TEXT("~~~\na"), 0), 5);
	assert_int_equal(verbatim_length(TEXT("a ~~~ b"), 2), 0);
	assert_int_equal(verbatim_length(TEXT("```a```"), 0), 7);
	assert_int_equal(verbatim_run(TEXT("a```"), 1), 3);
}

/* Entities */

static void check_entity(const char *reference, const char *expected)
{
	begin();
	struct text found = entity_decode(text_from(reference), &arena);
	if (!text_is(found, expected))
		fail_msg("%s: %.*s", reference, (int)found.length, found.bytes);
	arena_finish(&arena);
}

static void knows_what_entities_people_write(void **state)
{
	(void)state;
	check_entity("&nbsp;", "\u00A0");
	check_entity("&yuml;", "\u00FF");
	check_line("&eacute;&Eacute;&uuml;&szlig;&aring;&oslash;&ccedil;&ntilde;", "éÉüßåøçñ");
	check_line("&rarr;&larr;&times;&deg;&sect;&para;&laquo;&raquo;&frac12;", "→←×°§¶«»½");
	check_line("a&ensp;b&emsp;c&thinsp;d", "a\u2002b\u2003c\u2009d");
	check_line("a&shy;b&zwnj;c&zwj;d", "a\u00ADb\u200Cc\u200Dd");
	check_line("&zcaron;&lstrok;&scaron;&infin;&asymp;&le;", "žłš∞≈≤");
	check_entity("&Nbsp;", "&Nbsp;");
	check_entity("&;", "&;");
}

static void decodes_entities_wherever_text_is_shown(void **state)
{
	(void)state;
	check_line("AT&amp;T", "AT&T");
	check_blocks("AT&amp;T", "paragraph: AT&T\n");
	check_item("AT&amp;T", "item: AT&T\n");
	check_line("<b>AT&amp;T</b> \\textbf{R&amp;D} &amp;lt;",
		"**AT****&****T** **R****&****D** &lt;");
	check_line("[a](u?b&amp;c&eacute;)", "{a|u?b&cé}");
	begin();
	struct text plain = TEXT("a & b");
	assert_int_equal(entity_decode_all(TEXT("ab"), &arena).length, 2);
	assert_true(text_equal(entity_decode_all(plain, &arena), plain));
	assert_true(text_is(entity_decode_all(TEXT("&amp;&#x41;&x;&lt"), &arena), "&A&x;&lt"));
	arena_finish(&arena);
}

/* Bare addresses */

/* What of the text is an address, in brackets. */
static void check_addresses(const char *source, const char *expected)
{
	struct buffer found = {0};
	struct text text = text_from(source);
	for (size_t at = 0; at < text.length;) {
		size_t length = address_at(text, at).length;
		size_t word = length ? length : address_word(text, at);
		buffer_add(&found, length ? TEXT("[") : TEXT(""));
		buffer_add(&found, text_slice(text, at, at + word));
		buffer_add(&found, length ? TEXT("]") : TEXT(""));
		at += word;
	}
	buffer_add_byte(&found, '\0');
	assert_string_equal(found.bytes, expected);
	buffer_finish(&found);
}

static void finds_addresses_of_pages(void **state)
{
	(void)state;
	check_addresses("https://x.org http://y.org/a, ftp://z.org.",
		"[https://x.org] [http://y.org/a], [ftp://z.org].");
	check_addresses("(https://x.org/a) [https://x.org] {https://x.org} <https://x.org>",
		"([https://x.org/a]) [[https://x.org]] {[https://x.org]} <[https://x.org]>");
	check_addresses("\"https://x.org/a\" 'https://x.org'; https://x.org?!",
		"\"[https://x.org/a]\" '[https://x.org]'; [https://x.org]?!");
	check_addresses("https://x.org/A_(b)_c/ **https://x.org**, https://x.org/d_",
		"[https://x.org/A_(b)_c/] **[https://x.org]**, [https://x.org/d]_");
	check_addresses("https://x.org:80/@a?b=c;d&e#f~g Web:https://x.org/!",
		"[https://x.org:80/@a?b=c;d&e#f~g] Web:[https://x.org/]!");
	check_addresses("https://x.org/?a&amp;b &lt;https://x.org&gt; https://x.org/a\\_b",
		"[https://x.org/?a&amp;b] &lt;[https://x.org]&gt; [https://x.org/a\\_b]");
	check_addresses(
		"www.x.org. www.x www. (www.x.org/a)", "[www.x.org]. www.x www. ([www.x.org/a])");
	check_addresses("https:// https://x c://d.e xhttps://x.org https://.org https://a..",
		"https:// https://x c://d.e xhttps://x.org https://.org https://a..");
}

static void finds_addresses_in_any_language(void **state)
{
	(void)state;
	check_addresses("https://münchen.de/straße?q=ü", "[https://münchen.de/straße?q=ü]");
	check_addresses("见https://x.org/路径，以及（https://x.org）。",
		"见[https://x.org/路径]，以及（[https://x.org]）。");
	check_addresses("„https://x.org“ «https://x.org» https://x.org…",
		"„[https://x.org]“ «[https://x.org]» [https://x.org]…");
	check_addresses("https://пример.рф/а", "[https://пример.рф/а]");
}

static void finds_mailboxes(void **state)
{
	(void)state;
	check_addresses("a@x.org, a.b+c@d-e.co.uk.", "[a@x.org], [a.b+c@d-e.co.uk].");
	check_addresses("邮箱me@x.org，jörg@exämple.org", "邮箱[me@x.org]，[jörg@exämple.org]");
	check_addresses("mailto:a@x.org mailto:a@x.org?subject=b%20c.",
		"[mailto:a@x.org] [mailto:a@x.org?subject=b%20c].");
	check_addresses("@me@x.org a@b a@.org a.@x.org 5@10.5 @ a@ mailto:a",
		"@me@x.org a@b a@.org a.@x.org 5@10.5 @ a@ mailto:a");
}

static void links_addresses(void **state)
{
	(void)state;
	check_line("x@y.org mailto:x@y.org",
		"{x@y.org|mailto:x@y.org} {mailto:x@y.org|mailto:x@y.org}");
	check_line("[https://x.org/a].", "[{https://x.org/a|https://x.org/a}].");
	check_line("https://x.org/?a&amp;b=\\_c", "{https://x.org/?a&b=_c|https://x.org/?a&b=_c}");
	check_line("**https://x.org/a*b**", "{**https://x.org/a*b**|https://x.org/a*b}");
	check_line("[https://x.org](u) [see a@x.org](u) [t](https://x.org/(a)) [t](mailto:a@x.org)",
		"{https://x.org|u} {see |u}{a@x.org|u} {t|https://x.org/(a)} {t|mailto:a@x.org}");
	check_line("`https://x.org a@x.org`", "`https://x.org a@x.org`");
	check_blocks("[a]: https://x.org", "paragraph: [a]: {https://x.org|https://x.org}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_tags),
		cmocka_unit_test(reads_no_other_tags),
		cmocka_unit_test(writes_tags_in_one_form),
		cmocka_unit_test(knows_styles_of_html),
		cmocka_unit_test(knows_links_of_html),
		cmocka_unit_test(knows_pictures_of_html),
		cmocka_unit_test(breaks_lines_at_tags),
		cmocka_unit_test(makes_paragraphs_of_tags),
		cmocka_unit_test(makes_lists_of_tags),
		cmocka_unit_test(knows_what_fits_on_a_line),
		cmocka_unit_test(keeps_lists_of_both_apart),
		cmocka_unit_test(ends_styles_with_their_block),
		cmocka_unit_test(keeps_what_is_no_known_tag),
		cmocka_unit_test(shows_lists_that_are_too_deep),
		cmocka_unit_test(knows_commands_of_latex),
		cmocka_unit_test(knows_links_of_latex),
		cmocka_unit_test(keeps_other_backslashes),
		cmocka_unit_test(rewrites_only_what_it_knows),
		cmocka_unit_test(finds_code),
		cmocka_unit_test(knows_what_entities_people_write),
		cmocka_unit_test(decodes_entities_wherever_text_is_shown),
		cmocka_unit_test(finds_addresses_of_pages),
		cmocka_unit_test(finds_addresses_in_any_language),
		cmocka_unit_test(finds_mailboxes),
		cmocka_unit_test(links_addresses),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
