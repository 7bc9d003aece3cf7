#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "base/url.h"
#include "doc/markdown.h"
#include "document.h"
#include "output/markdown.h"

#include <locale.h>
#include <string.h>

static const struct format_settings plain = {.width = 80};

static struct block *section;

static int begin_section(void **state)
{
	begin(state);
	section = doc_add_block(&doc, doc.root, BLOCK_SECTION);
	return 0;
}

/* What is written, in the arena; checked for what no output may have. */
static struct text written(struct format_settings settings)
{
	struct sink sink;
	sink_init(&sink, -1);
	doc_finish(&doc);
	markdown_write(&doc, &settings, &sink);
	struct text text = arena_copy(&arena, sink_collected(&sink));
	sink_finish(&sink);
	for (size_t i = 0; i < text.length; i++) {
		assert_true(text.bytes[i] == '\n' || (unsigned char)text.bytes[i] >= ' ');
		if (text.bytes[i] == '\n')
			assert_true(i > 0 && text.bytes[i - 1] != ' ');
	}
	if (text.length)
		assert_true(text.bytes[text.length - 1] == '\n');
	if (text.length > 1)
		assert_true(text.bytes[text.length - 2] != '\n');
	return text;
}

static void check_with(struct format_settings settings, const char *expected)
{
	assert_string_equal(written(settings).bytes, expected);
}

static void check(const char *expected)
{
	check_with(plain, expected);
}

/* The source of a paragraph. */
static void check_text(const char *text, const char *expected)
{
	end(NULL);
	begin_section(NULL);
	add(section, BLOCK_PARAGRAPH, text);
	check(arena_format(&arena, "%s\n", expected).bytes);
}

static struct run *add_run(struct block *block, const char *text, unsigned style)
{
	struct run *run = doc_add_run(&doc, &block->text, ROLE_TEXT, text_from(text));
	run->style = (uint8_t)style;
	return run;
}

static struct run *add_link(struct block *block, const char *text, const char *url)
{
	struct run *run = add_run(block, text, 0);
	run->link = doc_add_link(&doc, text_from(url));
	return run;
}

static void escapes_what_means_something(void **state)
{
	(void)state;
	check_text("*a* **b** a*b", "\\*a\\* \\*\\*b\\*\\* a\\*b");
	check_text("_a_ __b__", "\\_a\\_ \\_\\_b\\_\\_");
	check_text("`a` ``b``", "\\`a\\` \\`\\`b\\`\\`");
	check_text("~~a~~ a~b~", "\\~\\~a\\~\\~ a\\~b\\~");
	check_text("[a](b) [c][d] ![e](f)", "\\[a\\](b) [c][d] \\![e\\](f)");
	check_text("[[a]] b", "\\[[a]] b");
	check_text("<b> </b> <!-- c --> <?d?>", "\\<b> \\</b> \\<!-- c --> \\<?d?>");
	check_text("<javascript:alert(1)> <=a@b.org>", "\\<javascript:alert(1)> \\<=a@b.org>");
	check_text("&amp; &#38; &#x26; &unknown;", "\\&amp; \\&\\#38; \\&#x26; \\&unknown;");
	check_text("a\\b \\* c\\", "a\\\\b \\\\\\* c\\\\");
	check_text("https://x http:// ftp://x", "https\\://x http\\:// ftp\\://x");
	check_text("www.x.org (WWW.x", "www\\.x.org (WWW\\.x");
	check_text("@name a @name", "\\@name a \\@name");
	check_text("#1 a #12 !3", "\\#1 a \\#12 \\!3");
	check_text(":smile: :+1: a:b:", "\\:smile: \\:+1: a:b:");
	check_text("$x$ $$y$$", "$x\\$ \\$\\$y\\$\\$");
}

static void leaves_the_rest_alone(void **state)
{
	(void)state;
	check_text("2 * 3, snake_case_name, a _ b", "2 * 3, snake_case_name, a _ b");
	check_text("名_前 _ é_è", "名_前 _ é_è");
	check_text("AT&T, R&D, a < b <3 c > d -> e", "AT&T, R&D, a < b <3 c > d -> e");
	check_text("~100 and ~200", "~100 and ~200");
	check_text("C# and F#, a #tag", "C# and F#, a #tag");
	check_text("a [1], map[key]: (b)", "a [1], map[key]: (b)");
	check_text("10:30:45, a: b, ratio 1:2", "10:30:45, a: b, ratio 1:2");
	check_text("$5 to $10 and 100$x", "$5 to $10 and 100$x");
	check_text("jane@example.org a|b wow! ^x^", "jane@example.org a|b wow! ^x^");
	check_text("(a) {b} \"c\" 'd' e/f 50% + 1 = 2", "(a) {b} \"c\" 'd' e/f 50% + 1 = 2");
}

static void escapes_what_begins_lines(void **state)
{
	(void)state;
	check_text("# a", "\\# a");
	check_text("###### a", "\\###### a");
	check_text("####### a", "####### a");
	check_text("#a", "#a");
	check_text("> a", "\\> a");
	check_text("- a", "\\- a");
	check_text("-", "\\-");
	check_text("-5 to --6", "-5 to --6");
	check_text("+ a", "\\+ a");
	check_text("* a", "\\* a");
	check_text("1. a", "1\\. a");
	check_text("12) a", "12\\) a");
	check_text("1.5 a", "1.5 a");
	check_text("1234567890. a", "1234567890. a");
	check_text("---", "\\---");
	check_text("* * *", "\\* * \\*");
	check_text("***", "\\*\\*\\*");
	check_text("_ _ _", "\\_ _ \\_");
	check_text("===", "\\===");
	check_text("~~~", "\\~\\~\\~");
	check_text("[a]: b", "\\[a]: b");
	check_text("[^1]: b", "\\[^1]: b");
	check_text("[x] b", "\\[x] b");
	check_text("| a |\n| - |", "\\| a |\\\n\\| - |");
	check_text("a\n:-: | -", "a\\\n\\:-: | -");
	check_text("    a", "a");
	check_text("a\n# b\n1. c\n===", "a\\\n\\# b\\\n1\\. c\\\n\\===");
}

static void breaks_lines_where_the_text_does(void **state)
{
	(void)state;
	check_text("a\nb", "a\\\nb");
	check_text("a  \n\n  b\n", "a\\\nb");
	check_text("a\\\nb", "a\\\\\\\nb");
	check_text("*a * \nb", "\\*a \\*\\\nb");
	end(NULL);
	begin_section(NULL);
	add(doc.root, BLOCK_SECTION, "a \n b");
	check("## a b\n");
}

static void check_styled(const unsigned *styles, const char *const *texts, const char *expected)
{
	end(NULL);
	begin_section(NULL);
	struct block *block = doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	for (; *texts; styles++, texts++)
		add_run(block, *texts, *styles);
	check(arena_format(&arena, "%s\n", expected).bytes);
}

#define CHECK_STYLED(styles, texts, expected) \
	check_styled((const unsigned[])styles, (const char *const[])texts, expected)
#define LIST(...)           \
	{                   \
		__VA_ARGS__ \
	}

enum {
	STRONG = STYLE_STRONG,
	EMPHASIS = STYLE_EMPHASIS,
	BOTH = STYLE_STRONG | STYLE_EMPHASIS,
	CODE = STYLE_CODE,
};

static void nests_styles(void **state)
{
	(void)state;
	CHECK_STYLED(LIST(0, STRONG, 0), LIST("a ", "b", " c", NULL), "a **b** c");
	CHECK_STYLED(LIST(0, STRONG, 0), LIST("a", " b ", "c", NULL), "a **b** c");
	CHECK_STYLED(LIST(BOTH), LIST("a", NULL), "***a***");
	CHECK_STYLED(LIST(STRONG, BOTH, STRONG), LIST("a ", "b", " c", NULL), "**a *b* c**");
	CHECK_STYLED(LIST(BOTH, STRONG), LIST("a", " b", NULL), "**_a_ b**");
	CHECK_STYLED(LIST(EMPHASIS, BOTH, STRONG), LIST("a ", "b", " c", NULL), "*a **b*** **c**");
	CHECK_STYLED(LIST(EMPHASIS, STRONG), LIST("a", "b", NULL), "*a*__b__");
	CHECK_STYLED(LIST(STRONG, 0, STRONG), LIST("a", "b", "c", NULL), "**a**b**c**");
	CHECK_STYLED(LIST(STRONG, 0), LIST("a\nb", " c", NULL), "**a\\\nb** c");
}

/* Emphasis that ends between punctuation and a letter is none, unless that is written otherwise. */
static void keeps_emphasis_next_to_words(void **state)
{
	(void)state;
	CHECK_STYLED(LIST(0, STRONG, 0), LIST("a", "b", "c", NULL), "a**b**c");
	CHECK_STYLED(LIST(0, STRONG, 0), LIST("a", "(b)", "c", NULL), "&#x61;**(b)**&#x63;");
	CHECK_STYLED(LIST(STRONG, 0), LIST("「強調」", "の", NULL), "**「強調」**&#x306E;");
	CHECK_STYLED(LIST(STRONG, 0), LIST("(b)", ", c", NULL), "**(b)**, c");
	CHECK_STYLED(LIST(EMPHASIS, STRONG, 0), LIST("a", "b", "c", NULL), "*a*__b__&#x63;");
	/* A letter that stands alone is punctuation for what encloses it. */
	CHECK_STYLED(LIST(0, STRONG, BOTH), LIST("a", "b", "(c)", NULL), "&#x61;**&#x62;_(c)_**");
}

static void writes_code_between_enough_backticks(void **state)
{
	(void)state;
	CHECK_STYLED(LIST(CODE), LIST("a *b* <c> &amp; \\", NULL), "`a *b* <c> &amp; \\`");
	CHECK_STYLED(LIST(CODE), LIST("a`b``c", NULL), "```a`b``c```");
	CHECK_STYLED(LIST(CODE), LIST("`a", NULL), "`` `a ``");
	CHECK_STYLED(LIST(CODE), LIST(" a ", NULL), "`  a  `");
	CHECK_STYLED(LIST(CODE), LIST(" a", NULL), "` a`");
	CHECK_STYLED(LIST(CODE), LIST(" ", NULL), "` `");
	CHECK_STYLED(LIST(CODE, CODE), LIST("a", "b", NULL), "`ab`");
	CHECK_STYLED(LIST(CODE, CODE | STRONG), LIST("a", "b", NULL), "`a`**`b`**");
	CHECK_STYLED(LIST(CODE), LIST("a\n# b", NULL), "`a`\\\n`# b`");
	CHECK_STYLED(LIST(0, CODE), LIST("`", "a", NULL), "\\``a`");
}

static void check_link(const char *text, const char *url, const char *expected)
{
	end(NULL);
	begin_section(NULL);
	add_link(doc_add_block(&doc, section, BLOCK_PARAGRAPH), text, url);
	check(arena_format(&arena, "%s\n", expected).bytes);
}

static void links_safe_addresses(void **state)
{
	(void)state;
	check_link("a", "https://x.org", "[a](https://x.org)");
	check_link(" ", "https://x.org", "<https://x.org>");
	check_link("a", "x.org", "[a](https://x.org)");
	check_link("https://x.org/a_b", "https://x.org/a_b", "<https://x.org/a_b>");
	check_link("a@b.org", "mailto:a@b.org", "<a@b.org>");
	check_link("a@ü.org", "mailto:a@ü.org", "[a@ü.org](mailto:a@%C3%BC.org)");
	check_link("a@b-.org", "mailto:a@b-.org", "[a@b-.org](mailto:a@b-.org)");
	check_link("www.x.org", "www.x.org", "[www.x.org](https://www.x.org)");
	check_link("a [b] c", "https://x.org", "[a \\[b\\] c](https://x.org)");
	check_link("@a :b: #1", "https://x.org", "[@a :b: #1](https://x.org)");
	check_link("a", "https://x.org/(b)", "[a](https://x.org/(b))");
	check_link("a", "https://x.org/b)", "[a](https://x.org/b\\))");
	check_link("a", "https://x.org/?a=1&copy;&b", "[a](https://x.org/?a=1&amp;copy;&b)");
	check_link("https://x.org/?a&lt;", "https://x.org/?a&lt;",
		"[https://x.org/?a\\&lt;](https://x.org/?a&amp;lt;)");
	check_link("a", "https://x.org/a_b/*_c", "[a](https://x.org/a_b/\\*\\_c)");
	check_link("a", "https://x.org/ <b>\"", "[a](https://x.org/%20%3Cb%3E%22)");
}

static void shows_other_addresses(void **state)
{
	(void)state;
	check_link("a", "javascript:alert(1)", "a (javascript:alert(1))");
	check_link("ftp://x.org", "ftp://x.org", "ftp\\://x.org");
	check_link("a", "[b](https://x.org)", "a ([b\\](https\\://x.org))");
}

static void keeps_code_from_being_a_definition(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	add_link(block, "a]: b", "https://x.org")->style = STYLE_CODE;
	add_link(block, "a]", "https://y.org")->style = STYLE_CODE;
	check("[a\\]: b](https://x.org)[`a]`](https://y.org)\n");
}

static void links_styled_text(void **state)
{
	(void)state;
	struct block *block = doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	add_run(block, "wow!", 0);
	struct run *run = add_link(block, "a", "https://x.org");
	add_run(block, "b", STYLE_STRONG)->link = run->link;
	add_run(block, "c", STYLE_STRONG);
	add_run(block, " ", 0);
	add_run(block, "d ", STYLE_STRONG);
	add_link(block, "e", "https://y.org")->style = STYLE_STRONG;
	add_run(block, " f", STYLE_STRONG);
	add_run(block, "g", STYLE_EMPHASIS);
	add_link(block, "h", "https://z.org")->style = STYLE_EMPHASIS;
	add_link(block, "i", "https://z.org");
	check("wow\\![a**b**](https://x.org)**c d [e](https://y.org) f**_g[h](https://z.org)_"
	      "[i](https://z.org)\n");
}

static void writes_headings_by_level(void **state)
{
	(void)state;
	struct block *header = add(doc.root, BLOCK_HEADER, "1. Jane #");
	doc_add_run(&doc, &header->aside, ROLE_TITLE, TEXT("Engineer"));
	add(header, BLOCK_PARAGRAPH, "Hello.");
	struct block *work = add(doc.root, BLOCK_SECTION, "Work ##");
	struct block *group = add(work, BLOCK_GROUP, "2020");
	struct block *entry = add_with_aside(group, BLOCK_ENTRY, "C#", "2020");
	add(entry, BLOCK_DETAIL, "Berlin");
	add(entry, BLOCK_PARAGRAPH, "Text.");
	add(add(work, BLOCK_ENTRY, "###"), BLOCK_PARAGRAPH, "Text.");
	check("# 1. Jane \\#\n\n**Engineer**\n\nHello.\n\n## Work \\##\n\n### 2020\n\n#### C#\n\n"
	      "*2020*\\\nBerlin\n\nText.\n\n### \\###\n\nText.\n");
}

static struct block *add_item(struct block *parent, const char *marker, const char *text)
{
	struct block *item = add(parent, BLOCK_ITEM, text);
	item->marker = text_from(marker);
	return item;
}

static void nests_lists(void **state)
{
	(void)state;
	struct block *one = add_item(section, "", "one");
	struct block *inner = add_item(one, "1.", "inner");
	add(inner, BLOCK_PARAGRAPH, "more");
	add_item(one, "2.", "- inner");
	struct block *two = add_item(section, "", "two");
	add(two, BLOCK_DETAIL, "and a half");
	add_item(two, "7)", "seven");
	struct block *empty = doc_add_block(&doc, section, BLOCK_ITEM);
	add_item(empty, "", "deeper");
	add(empty, BLOCK_VERBATIM, "a\n\n  b");
	doc_add_block(&doc, empty, BLOCK_RULE);
	doc_add_block(&doc, section, BLOCK_ITEM);
	check("- one\n  1. inner\n\n     more\n  2. \\- inner\n- two\\\n  and a half\n\n  7) "
	      "seven\n- - deeper\n\n"
	      "  ```\n  a\n\n    b\n  ```\n\n  ***\n");
}

static void parts_lists_by_their_numbers(void **state)
{
	(void)state;
	add_item(section, "", "bullet");
	add_item(section, "1.", "one");
	add_item(section, "2.", "two");
	add_item(section, "2.", "two again");
	add_item(section, "3.", "three");
	add_item(section, "3)", "three again");
	add(section, BLOCK_PARAGRAPH, "Text.");
	add_item(section, "4.", "four");
	check("- bullet\n\n1. one\n2. two\n\n2) two again\n3) three\n\n3. three again\n\nText.\n\n"
	      "4. four\n");
}

static void writes_fields(void **state)
{
	(void)state;
	add_field(section, "Languages", "C");
	add_field(section, "Why?:", "1. a");
	doc_add_run(&doc, &doc_add_block(&doc, section, BLOCK_FIELD)->label, ROLE_TERM, TEXT("Go"));
	struct block *entry = add(doc.root, BLOCK_ENTRY, "Entry");
	doc.root->holds_foldable = true;
	struct block *detail = doc_add_block(&doc, entry, BLOCK_DETAIL);
	doc_add_run(&doc, &detail->text, ROLE_LABEL, TEXT("Budget:"));
	doc_add_run(&doc, &detail->text, ROLE_TEXT, TEXT(" 12"));
	add_field(entry, "Team", "5");
	check("- **Languages:** C\n- **Why?:** 1. a\n- Go\n\n## Entry\n\n**Budget:** 12\\\n"
	      "**Team:** 5\n");
}

static void joins_contacts(void **state)
{
	(void)state;
	struct block *contacts = doc_add_block(&doc, section, BLOCK_CONTACTS);
	add_field(contacts, "Email", "a");
	doc_add_block(&doc, contacts, BLOCK_FIELD);
	add_field(contacts, "", "- b");
	check("Email: a ·\n\\- b\n");
	check_with((struct format_settings){.width = 80, .ascii = true}, "Email: a |\n\\- b\n");
}

static void fences_verbatim_text(void **state)
{
	(void)state;
	add(section, BLOCK_VERBATIM, "# a  \n```` b\n\n");
	add_link(add(section, BLOCK_VERBATIM, "c "), "d", "https://x.org");
	check("`````\n# a\n```` b\n`````\n\n```\nc d <https://x.org>\n```\n");
}

static void begins_with_no_front_matter(void **state)
{
	(void)state;
	doc_add_block(&doc, section, BLOCK_RULE);
	add(section, BLOCK_PARAGRAPH, "a");
	doc_add_block(&doc, section, BLOCK_RULE);
	check("***\n\na\n\n---\n");
}

static void folds_entries(void **state)
{
	(void)state;
	struct block *entry = doc_add_block(&doc, section, BLOCK_ENTRY);
	doc_add_run(&doc, &entry->text, ROLE_TITLE, TEXT("<b> & \"c\"\n"))->link =
		doc_add_link(&doc, TEXT("https://x.org/?a&b"));
	doc_add_run(&doc, &entry->text, ROLE_DETAIL, TEXT(", *d*"))->style = STYLE_CODE;
	doc_add_run(&doc, &entry->text, ROLE_DETAIL, TEXT(" e"))->link =
		doc_add_link(&doc, TEXT("javascript:\"<f>\""));
	doc_add_run(&doc, &entry->aside, ROLE_ASIDE, TEXT("2020"));
	add(entry, BLOCK_DETAIL, "Berlin");
	add(add_with_aside(entry, BLOCK_ENTRY, "Inner", "2019"), BLOCK_ITEM, "item");
	add_with_aside(section, BLOCK_ENTRY, "Title", "2018");
	check_with((struct format_settings){.width = 80, .fold = true},
		"<details>\n<summary><a href=\"https://x.org/?a&amp;b\"><b>&lt;b&gt; &amp; "
		"&quot;c&quot; </b></a><code>, *d*</code> e (javascript:&quot;&lt;f&gt;&quot;) · "
		"<i>2020</i></summary>\n\nBerlin\n\n#### Inner\n\n*2019*\n\n"
		"- item\n\n</details>\n\n**Title** · *2018*\n");
}

static void wraps_if_asked(void **state)
{
	(void)state;
	struct format_settings narrow = {.width = 10, .wraps = true};
	add(section, BLOCK_PARAGRAPH, "one two three four");
	add(section, BLOCK_PARAGRAPH, "one two 3 - 4 # a 5. b");
	add(section, BLOCK_PARAGRAPH, "one two 34 · four");
	add_item(section, "1.", "one two three");
	add_run(doc_add_block(&doc, section, BLOCK_PARAGRAPH), "one two three", STYLE_CODE);
	check("one two three four\n\none two 3 - 4 # a 5. b\n\none two 34 · four\n\n1. one two "
	      "three\n\n"
	      "`one two three`\n");
	check_with(narrow,
		"one two\nthree four\n\none two\n3 - 4 #\na 5. b\n\none two\n34 · four\n\n"
		"1. one two\n   three\n\n`one two three`\n");
}

static void writes_nothing_of_nothing(void **state)
{
	(void)state;
	add(section, BLOCK_PARAGRAPH, " \n ");
	doc_add_block(&doc, section, BLOCK_PARAGRAPH);
	check("");
}

/*
 * What may follow each other in a text. Neither addresses nor backslashes: vitae reads more into
 * those than Markdown does, for the sake of people and of LaTeX.
 */
static const char *const pieces[] = {"a", "b", "12", " ", "  ", "\n", "*", "**", "_", "__", "`",
	"``", "~", "~~", "[", "]", "(", ")", "](", "[x](y)", "<", "<b>", "</b>", ">", "&amp;",
	"&#35;", "#", "# ", "- ", "+ ", "1. ", "> ", "=", "---", "|", "| - |", ":", ":smile:", "!",
	"![", "$", "$x$", "www", ".", "://", "http", "\"", "-", "é", "日", "「", "。", "📚", "€",
	"\u00a0", "[ ] ", "[^1]: y", "[a]: b", "<!-- c -->", "~~~", "```"};

static uint64_t seed;

static unsigned random_below(size_t limit)
{
	seed = seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)((seed >> 33) % limit);
}

static void add_random_run(struct block *block)
{
	static const char *const urls[] = {
		"https://e.org", "https://e.org/a_(b)", "https://e.org/*a)", "mailto:a@b.org"};
	char text[200] = "";
	uint32_t link = 0;
	if (random_below(4) == 0) {
		link = doc_add_link(&doc, text_from(urls[random_below(4)]));
		strcat(text, "a");
	}
	for (unsigned count = 1 + random_below(5); count > 0; count--)
		strcat(text, pieces[random_below(sizeof pieces / sizeof *pieces)]);
	struct text copy = arena_copy(&arena, text_from(text));
	struct run *run = doc_add_run(&doc, &block->text, ROLE_TEXT, copy);
	run->style = (uint8_t)(random_below(2) ? random_below(8) : 0);
	if (link && strstr(text, "]:"))
		run->style &= BOTH; /* see keeps_code_from_being_a_definition() */
	run->link = link;
}

/* What a run says, a line for each character that is no blank: its style and its address. */
static void add_characters(struct buffer *buffer, const struct doc *of, const struct run *run)
{
	struct text address = {0};
	if (run->link)
		assert_true(url_make_safe(doc_link(of, run->link)->url, &arena, &address));
	size_t size;
	for (size_t i = 0; i < run->text.length; i += size) {
		if (unicode_is_blank(unicode_decode(run->text, i, &size)))
			continue;
		buffer_add(buffer, text_slice(run->text, i, i + size));
		buffer_add(buffer, arena_format(&arena, " %u %.*s\n", (unsigned)run->style,
					   (int)address.length, address.bytes));
	}
}

static struct text characters_of(const struct doc *of, const struct block *first)
{
	struct buffer buffer = {0};
	for (const struct block *block = first; block; block = doc_next(block)) {
		for (const struct run *run = block->text.first; run; run = run->next)
			add_characters(&buffer, of, run);
	}
	struct text text = arena_copy(&arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return text;
}

static void check_reading(struct format_settings settings)
{
	struct doc again;
	struct text source = written(settings);
	doc_init(&again, &arena);
	markdown_blocks(&again, again.root, source, (struct position){0});
	struct text expected = characters_of(&doc, doc.root);
	struct text found = characters_of(&again, again.root);
	if (!text_equal(expected, found))
		fail_msg("%s\nis not read as\n%s\nbut as\n%s", source.bytes, expected.bytes,
			found.bytes);
}

/* vitae's own reading of Markdown finds in the output what was written. */
static void is_read_again(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 3000; i++) {
		static const enum block_kind kinds[] = {BLOCK_PARAGRAPH, BLOCK_ITEM, BLOCK_ENTRY};
		seed = i;
		end(NULL);
		begin_section(NULL);
		struct block *block = doc_add_block(&doc, section, kinds[random_below(3)]);
		for (unsigned count = 1 + random_below(6); count > 0; count--)
			add_random_run(block);
		check_reading(plain);
		check_reading((struct format_settings){.width = 10, .wraps = true});
	}
}

int main(void)
{
	setlocale(LC_CTYPE, "C.UTF-8");
#define CASE(function) cmocka_unit_test_setup_teardown(function, begin_section, end)
	const struct CMUnitTest tests[] = {
		CASE(escapes_what_means_something),
		CASE(leaves_the_rest_alone),
		CASE(escapes_what_begins_lines),
		CASE(breaks_lines_where_the_text_does),
		CASE(nests_styles),
		CASE(keeps_emphasis_next_to_words),
		CASE(writes_code_between_enough_backticks),
		CASE(links_safe_addresses),
		CASE(shows_other_addresses),
		CASE(keeps_code_from_being_a_definition),
		CASE(links_styled_text),
		CASE(writes_headings_by_level),
		CASE(nests_lists),
		CASE(parts_lists_by_their_numbers),
		CASE(writes_fields),
		CASE(joins_contacts),
		CASE(fences_verbatim_text),
		CASE(begins_with_no_front_matter),
		CASE(folds_entries),
		CASE(wraps_if_asked),
		CASE(writes_nothing_of_nothing),
		CASE(is_read_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
