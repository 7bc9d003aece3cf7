#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/unicode.h"
#include "layout/wrap.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The lines as "one|two|three", a hyphen that was put at a break included; in the arena. */
static struct text lines_of(struct wrap *wrap, int width, struct arena *arena)
{
	struct buffer buffer = {0};
	struct wrapped line;
	int count = 0;
	while (wrap_next(wrap, width, &line)) {
		if (count++)
			buffer_add_byte(&buffer, '|');
		buffer_add(&buffer, text_slice(wrap->paragraph->text, line.start, line.end));
		if (line.hyphen)
			buffer_add_byte(&buffer, '-');
	}
	struct text text = arena_copy(arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return text;
}

/* What a check may ask for besides the usual. */
enum { PLAIN = 0, WHOLE_URLS = 1, VERBATIM = 2, TO_EDGE = 4 };

static void check(int options, const char *source, int width, const char *expected)
{
	struct arena arena = {0};
	struct doc doc;
	struct runs runs = {0};
	struct wrap wrap;
	doc_init(&doc, &arena);
	doc_add_run(&doc, &runs, ROLE_TEXT, text_from(source));
	struct paragraph paragraph = paragraph_make(&doc, &runs, false, &arena);
	wrap_begin(&wrap, &paragraph, &arena);
	wrap.unbroken_urls = options & WHOLE_URLS;
	wrap.verbatim = options & VERBATIM;
	wrap.to_edge = options & TO_EDGE;
	assert_string_equal(lines_of(&wrap, width, &arena).bytes, expected);
	arena_finish(&arena);
}

static void breaks_between_words(void **state)
{
	(void)state;
	check(PLAIN, "one two three", 80, "one two three");
	check(PLAIN, "one two three", 13, "one two three");
	check(PLAIN, "one two three", 12, "one two|three");
	check(PLAIN, "one two three", 7, "one two|three");
	check(PLAIN, "one two three", 6, "one|two|three");
	check(PLAIN, "one two three", 5, "one|two|three");
	check(PLAIN, "", 5, "");
	check(PLAIN, "   ", 2, "");
	check(PLAIN, "  a   b  ", 1, "a|b");
	check(PLAIN, "a   b", 3, "a|b");
	check(PLAIN, "a   b", 5, "a   b");
}

static void breaks_words_only_if_they_must(void **state)
{
	(void)state;
	check(PLAIN, "abcdef", 4, "abcd|ef");
	check(PLAIN, "ab cdefgh", 4, "ab|cdef|gh");
	check(PLAIN, "ab cdefgh", 6, "ab|cdefgh");
	check(PLAIN, "a GPU-based b", 9, "a|GPU-based|b");
	check(PLAIN, "a GPU-based b", 8, "a|GPU-|based b");
	check(PLAIN, "GPU-based", 3, "GPU|-|bas|ed");
	check(PLAIN, "AI/ML", 3, "AI/|ML");
	check(PLAIN, "abc", 1, "a|b|c");
}

static void breaks_where_the_text_says(void **state)
{
	(void)state;
	check(PLAIN, "a\nb", 9, "a|b");
	check(PLAIN, "a\n\nb", 9, "a||b");
	check(PLAIN, "a \n b", 9, "a|b");
	check(PLAIN, "abc\nd", 2, "ab|c|d");
	check(PLAIN, "a\u00a0b c", 3, "a\u00a0b|c");
	check(PLAIN, "a\u200bb", 1, "a\u200b|b");
}

static void keeps_blanks_of_verbatim_text(void **state)
{
	(void)state;
	check(VERBATIM, "  a\n    b\nc", 9, "  a|    b|c");
	check(PLAIN, "  a\n    b\nc", 9, "a|b|c");
	check(VERBATIM, "  a b", 3, "  a|b");
}

static void fills_lines_to_the_edge_if_asked(void **state)
{
	enum { EDGE = VERBATIM | TO_EDGE };
	(void)state;
	check(EDGE, "https://example.org/a?b=c", 10, "https://ex|ample.org/|a?b=c");
	check(EDGE, "https://example.org/é/a-b", 21, "https://example.org/é|/a-b");
	check(EDGE, "https://example.org/é-a-b", 22, "https://example.org/é-|a-b");
	check(EDGE, "https://例え.example/あああ", 9, "https://|例え.exam|ple/ああ|あ");
	check(EDGE, "https://e\u0301xample", 9, "https://e\u0301|xample");
	check(EDGE, "soft\u00adware\u00ad!", 6, "soft\u00adwa|re\u00ad!");
	check(EDGE, "soft\u00adware", 4, "soft|ware");
	check(EDGE, "日soft\u00ad日", 7, "日soft|日");
	check(EDGE, "if (a) return", 4, "if (|a) r|etur|n");
	check(EDGE, "  if (é) return", 5, "  if|(é) r|eturn");
	/* Blanks at the edge need no line. */
	check(EDGE, "abc   \n  def  x", 3, "abc|  d|ef|x");
	check(EDGE, "abé   \n  dé   x", 3, "abé|  d|é|x");
	check(EDGE, "abc\n\nd", 3, "abc||d");
}

static void breaks_between_ideographs(void **state)
{
	(void)state;
	check(PLAIN, "日本語文", 4, "日本|語文");
	check(PLAIN, "日本語文", 5, "日本|語文");
	check(PLAIN, "日本語。", 6, "日本|語。");
	check(PLAIN, "日本", 1, "日|本");
	check(PLAIN, "한국어 단어", 6, "한국어|단어");
}

static void keeps_clusters_whole(void **state)
{
	(void)state;
	check(PLAIN, "👩‍🚀👩‍🚀", 4, "👩‍🚀|👩‍🚀");
	check(PLAIN, "🇩🇪🇫🇷", 2, "🇩🇪|🇫🇷");
	check(PLAIN, "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
	check(PLAIN, "x❤️", 1, "x|❤️");
}

static void breaks_at_soft_hyphens(void **state)
{
	(void)state;
	check(PLAIN, "soft\u00adware", 8, "soft\u00adware");
	check(PLAIN, "soft\u00adware", 7, "soft-|ware");
	check(PLAIN, "soft\u00adware", 5, "soft-|ware");
	/* The hyphen itself has no room. */
	check(PLAIN, "soft\u00adware", 4, "soft|ware");
	check(PLAIN, "a soft\u00adware", 6, "a|soft-|ware");
	check(PLAIN, "soft\u00ad", 3, "sof|t");
}

static void keeps_addresses_whole_if_asked(void **state)
{
	(void)state;
	check(WHOLE_URLS, "see https://example.org/a-b here", 8,
		"see|https://example.org/a-b|here");
	check(PLAIN, "see https://example.org/a-b here", 8, "see|https://|example.|org/a-b|here");
	check(WHOLE_URLS, "see https://example.org", 40, "see https://example.org");
	check(WHOLE_URLS, "abcdefgh-ijkl", 5, "abcde|fgh-|ijkl");
	check(WHOLE_URLS, "(https://example.org/long)", 5, "(https://example.org/long)");
	check(WHOLE_URLS, "a://b c://d e", 3, "a://b|c://d|e");
	check(WHOLE_URLS, "abcdef a://bcd efghi", 4, "abcd|ef|a://bcd|efgh|i");
}

/* A paragraph of pieces: "a" linked to "u" and the like. */
static struct paragraph make_linked(struct doc *doc, struct arena *arena, bool numbered)
{
	struct runs runs = {0};
	doc_init(doc, arena);
	struct block *block = doc_add_block(doc, doc->root, BLOCK_PARAGRAPH);
	doc_add_run(doc, &runs, ROLE_TEXT, TEXT("see "));
	struct run *first = doc_add_run(doc, &runs, ROLE_TITLE, TEXT("the "));
	struct run *second = doc_add_run(doc, &runs, ROLE_TITLE, TEXT("page"));
	second->style = STYLE_STRONG;
	first->link = second->link = doc_add_link(doc, TEXT("https://example.org"));
	doc_add_run(doc, &runs, ROLE_TEXT, TEXT(", please"));
	block->text = runs;
	doc_finish(doc);
	return paragraph_make(doc, &runs, numbered, arena);
}

static void keeps_numbers_with_their_links(void **state)
{
	struct arena arena = {0};
	struct doc doc;
	struct wrap wrap;
	(void)state;
	struct paragraph paragraph = make_linked(&doc, &arena, true);
	assert_int_equal(paragraph_width(&paragraph), 24);
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 24, &arena).bytes, "see the page [1], please");
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 16, &arena).bytes, "see the|page [1], please");
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 12, &arena).bytes, "see the|page [1],|please");
	paragraph = make_linked(&doc, &arena, false);
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 80, &arena).bytes, "see the page, please");
	arena_finish(&arena);
}

static void glues_to_the_last_word(void **state)
{
	struct arena arena = {0};
	struct doc doc;
	struct wrap wrap;
	(void)state;
	struct paragraph paragraph = make_linked(&doc, &arena, false);
	paragraph_glue(&paragraph, TEXT(" +3"), ROLE_COUNT, &arena);
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 22, &arena).bytes, "see the page,|please +3");
	assert_int_equal(paragraph_width(&paragraph), 23);

	struct runs none = {0};
	paragraph = paragraph_make(&doc, &none, true, &arena);
	assert_int_equal(paragraph.text.length, 0);
	wrap_begin(&wrap, &paragraph, &arena);
	assert_string_equal(lines_of(&wrap, 5, &arena).bytes, "");
	arena_finish(&arena);
}

static void check_span(const struct span *span, const char *text, int column, int width)
{
	if (!text_is(span->text, text))
		fail_msg("'%.*s' is not '%s'", (int)span->text.length, span->text.bytes, text);
	assert_int_equal(span->column, column);
	assert_int_equal(span->width, width);
}

static void makes_spans_of_lines(void **state)
{
	struct arena arena = {0};
	struct doc doc;
	size_t count;
	(void)state;
	struct paragraph paragraph = make_linked(&doc, &arena, true);
	struct span *spans =
		wrap_spans(&paragraph, (struct wrapped){1, 14, false}, 5, &arena, &count);
	assert_int_equal(count, 4);
	check_span(&spans[0], "ee ", 5, 3);
	check_span(&spans[1], "the ", 8, 4);
	check_span(&spans[2], "page", 12, 4);
	check_span(&spans[3], " [", 16, 2);
	assert_int_equal(spans[0].link, 0);
	assert_int_equal(spans[1].link, 1);
	assert_int_equal(spans[1].style, 0);
	assert_int_equal(spans[1].role, ROLE_TITLE);
	assert_int_equal(spans[2].link, 1);
	assert_int_equal(spans[2].style, STYLE_STRONG);
	assert_int_equal(spans[3].link, 0);
	assert_int_equal(spans[3].role, ROLE_LABEL);

	spans = wrap_spans(&paragraph, (struct wrapped){9, 11, true}, 0, &arena, &count);
	assert_int_equal(count, 2);
	check_span(&spans[0], "ag", 0, 2);
	check_span(&spans[1], "-", 2, 1);
	wrap_spans(&paragraph, (struct wrapped){3, 3, false}, 0, &arena, &count);
	assert_int_equal(count, 0);
	arena_finish(&arena);
}

static void check_shortened(const char *text, int width, const char *ellipsis, const char *expected)
{
	struct arena arena = {0};
	struct text found = wrap_shorten(text_from(text), width, text_from(ellipsis), &arena);
	if (!text_is(found, expected))
		fail_msg("'%.*s' is not '%s'", (int)found.length, found.bytes, expected);
	arena_finish(&arena);
}

static void shortens_to_a_width(void **state)
{
	(void)state;
	check_shortened("abcdef", 6, "…", "abcdef");
	check_shortened("abcdef", 5, "…", "abcd…");
	check_shortened("ab cdef", 4, "…", "ab…");
	check_shortened("日本語", 5, "…", "日本…");
	check_shortened("日本語", 4, "…", "日…");
	check_shortened("abc", 1, "…", "…");
	check_shortened("abc", 0, "…", "");
	check_shortened("", 0, "…", "");
	check_shortened("abcdef", 5, "...", "ab...");
	check_shortened("abcdef", 3, "...", "...");
	check_shortened("abcdef", 2, "...", "..");
}

/* Only blanks and soft hyphens stand between lines. */
static void check_nothing_lost(struct text between)
{
	for (size_t i = 0; i < between.length; i++)
		assert_non_null(strchr(" \n\xc2\xad", between.bytes[i]));
}

/* At every width each line fits, and the lines together say all and nothing else. */
static void fits_every_width(void **state)
{
	static const char *const texts[] = {
		"The quick brown-fox jumps/over https://example.org/the_lazy?dog=1 (and) more.",
		"日本語の文章、と English words、混ぜて。한국어 단어도 있다！",
		"soft\u00adware hy\u00adphen\u00ada\u00adtion \u00ad leading",
		"👩‍🚀 👨‍👩‍👧‍👦🇩🇪🇫🇷 ❤️ 👍🏽 "
		"e\u0301\u0302\u0303 "
		"\u0301alone",
		"العربية و עברית together\u00a0glued",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaa",
		"line\nbreaks\n\nin it",
	};
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		for (int width = 1; width <= 100; width++) {
			struct arena arena = {0};
			struct doc doc;
			struct runs runs = {0};
			struct wrap wrap;
			struct wrapped line;
			size_t end = 0;
			doc_init(&doc, &arena);
			struct text text = unicode_clean(text_from(texts[i]), &arena);
			doc_add_run(&doc, &runs, ROLE_TEXT, text);
			struct paragraph paragraph = paragraph_make(&doc, &runs, false, &arena);
			wrap_begin(&wrap, &paragraph, &arena);
			while (wrap_next(&wrap, width, &line)) {
				struct text shown = text_slice(text, line.start, line.end);
				bool one = shown.length &&
					   unicode_cluster(text, line.start) == shown.length;
				int columns = unicode_width(shown) + (line.hyphen ? 1 : 0);
				if (columns > width && !one)
					fail_msg("%d > %d: %.*s", columns, width, (int)shown.length,
						shown.bytes);
				assert_true(line.end >= line.start && line.start >= end);
				check_nothing_lost(text_slice(text, end, line.start));
				end = line.end;
			}
			check_nothing_lost(text_slice(text, end, text.length));
			arena_finish(&arena);
		}
	}
}

/* Takes no more than a moment, though there are a million places to look at again and again. */
static void breaks_endless_words(void **state)
{
	enum { LENGTH = 1000 * 1000, WIDTH = 10 };
	struct arena arena = {0};
	struct doc doc;
	struct runs runs = {0};
	struct wrap wrap;
	struct wrapped line;
	int count = 0;
	(void)state;
	char *bytes = malloc(LENGTH);
	assert_non_null(bytes);
	memset(bytes, 'a', LENGTH);
	doc_init(&doc, &arena);
	doc_add_run(&doc, &runs, ROLE_TEXT, (struct text){bytes, LENGTH});
	struct paragraph paragraph = paragraph_make(&doc, &runs, false, &arena);
	wrap_begin(&wrap, &paragraph, &arena);
	wrap.unbroken_urls = true;
	while (wrap_next(&wrap, WIDTH, &line))
		count++;
	assert_int_equal(count, LENGTH / WIDTH);
	arena_finish(&arena);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_between_words),
		cmocka_unit_test(breaks_words_only_if_they_must),
		cmocka_unit_test(breaks_where_the_text_says),
		cmocka_unit_test(keeps_blanks_of_verbatim_text),
		cmocka_unit_test(fills_lines_to_the_edge_if_asked),
		cmocka_unit_test(breaks_between_ideographs),
		cmocka_unit_test(keeps_clusters_whole),
		cmocka_unit_test(breaks_at_soft_hyphens),
		cmocka_unit_test(keeps_addresses_whole_if_asked),
		cmocka_unit_test(keeps_numbers_with_their_links),
		cmocka_unit_test(glues_to_the_last_word),
		cmocka_unit_test(makes_spans_of_lines),
		cmocka_unit_test(shortens_to_a_width),
		cmocka_unit_test(fits_every_width),
		cmocka_unit_test(breaks_endless_words),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
