#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/pattern.h"

#include <string.h>

/* Text without its brackets. */
static struct text without_brackets(struct text text, struct arena *arena)
{
	struct text plain = {arena_bytes(arena, text.length), 0};
	char *bytes = (char *)plain.bytes;
	for (size_t i = 0; i < text.length; i++)
		if (text.bytes[i] != '[' && text.bytes[i] != ']')
			bytes[plain.length++] = text.bytes[i];
	return plain;
}

/* Text with brackets around all that is found, one after the other. */
static void add_brackets(struct buffer *buffer, const struct pattern *pattern, struct text text)
{
	size_t at = 0;
	struct range found;
	while (pattern_find(pattern, text, at, &found)) {
		assert_true(found.start >= at);
		assert_true(found.end > found.start);
		assert_true(found.end <= text.length);
		buffer_add(buffer, text_slice(text, at, found.start));
		buffer_add_byte(buffer, '[');
		buffer_add(buffer, text_slice(text, found.start, found.end));
		buffer_add_byte(buffer, ']');
		at = found.end;
	}
	buffer_add(buffer, text_slice(text, at, text.length));
}

/* marked: a text with brackets around what is to be found in it. */
static void check_options(const char *words, unsigned options, const char *marked)
{
	struct arena arena = {0};
	struct buffer buffer = {0};
	struct pattern pattern;
	pattern_init(&pattern, text_from(words), options);
	add_brackets(&buffer, &pattern, without_brackets(text_from(marked), &arena));
	if (!text_is(buffer_text(&buffer), marked))
		fail_msg("\"%s\": \"%.*s\" is not \"%s\"", words, (int)buffer.length, buffer.bytes,
			marked);
	pattern_finish(&pattern);
	buffer_finish(&buffer);
	arena_finish(&arena);
}

static void check(const char *words, const char *marked)
{
	check_options(words, 0, marked);
}

static void check_word(const char *words, const char *marked)
{
	check_options(words, PATTERN_WHOLE_WORDS, marked);
}

static void finds_plain_words(void **state)
{
	(void)state;
	check("b", "a[b]c[b][b]");
	check("bc", "a[bc]c[bc]bab");
	check("aa", "[aa][aa]a");
	check("abc", "ab ab[abc] ab");
	check("abc", "ab");
	check("x", "");
	check("a_b-c(d)", "x [a_b-c(d)]");
	check("~", "[~]");
}

static void heeds_case_if_there_is_a_capital(void **state)
{
	(void)state;
	check("rust", "[rust] [Rust] [RUST]");
	check("Rust", "rust [Rust] RUST");
	check_options("Rust", PATTERN_ANY_CASE, "[rust] [Rust] [RUST]");
	check("über", "[über] [Über] [ÜBER]");
	check("Über", "über [Über] ÜBER");
	check("привет", "[Привет] [ПРИВЕТ]");
	check("Привет", "[Привет] привет");
	check("strasse", "[Straße] [STRASSE] [STRAẞE]");
	check("straße", "[Straße] [STRASSE]");
	check("οδος", "[ΟΔΟΣ] [οδοσ]");
	check("@", "[@]`");
}

static void accents_do_not_matter(void **state)
{
	(void)state;
	check("resume", "[résumé] [Résumé] [re\u0301sume\u0301]");
	check("résumé", "[resume] [résumé]");
	check("re\u0301sume\u0301", "[resume] [résumé]");
	check("a", "[ậ][a\u0323\u0302\u0300][Å]b");
	check("שלום", "[שָׁלוֹם]");
	check("محمد", "[مُحَمَّد]");
	check("ё", "[е][ё]");
	check("lodz", "[Łódź]");
	check("Lodz", "[Łódź] łódź");
	check("łódź", "[Lodz]");
	check("oeuvre", "[Œuvre] [œuvre] [oeuvre]");
	check("soren", "[Søren]");
}

static void signs_of_other_scripts_matter(void **state)
{
	(void)state;
	check("か", "が[か]");
	check("が", "[が][か\u3099]か");
	check("ハ", "パバ[ハ]");
	check("की", "का [की] कि");
	check("ड", "ड\u093c [ड]");
	check("ดู", "ดี [ดู] ดุ");
	check("=", "≠ [=]");
	check("日本", "[日本]語 日 本");
}

static void invisible_characters_do_not_matter(void **state)
{
	(void)state;
	check("software", "[soft\u00adware] \u00ad[s\u200boft\u2060ware]\u00ad");
	check("soft\u00adware", "[software]");
	check("❤", "[❤\ufe0f] [❤]");
	check("abc", "\u202b[abc]\u202c [a\u200e\u200fbc]");
}

static void a_blank_is_any_stretch_of_blanks(void **state)
{
	(void)state;
	check("machine learning", "[machine\nlearning] [machine   learning] machinelearning");
	check("machine \n learning", "[machine\u00a0learning] [machine \u2009\t learning]");
	check("a b", "[a \u200b b] [a\u2028b] [a\u3000b]");
	check("a ", "[a ]b [a\n]c a");
	check(" b", "a[ b] a[  b]b");
	check(" b", "a[ \n b] a[\nb]");
}

static void what_the_keyboard_has_finds_what_is_set(void **state)
{
	(void)state;
	check("don't", "[don’t] [don't] [don´t] [donʼt]");
	check("don’t", "[don't]");
	check("\"a\"", "[“a”] [„a“] [\"a\"]");
	check("1990-1999", "[1990–1999] [1990—1999] [1990‑1999] [1990−1999]");
	check("...", "[…]");
	check("1/2", "[½]");
	check("m2", "[m²]");
	check("gpu", "[ＧＰＵ]");
	check("´", "a [´] [']");
}

static void takes_whole_clusters(void **state)
{
	(void)state;
	check("e", "caf[é] caf[e\u0301]");
	check("f", "[ﬁ]nd");
	check("i", "[ﬁ]nd");
	check("find", "[ﬁnd]");
	check("in", "[ﬁn]d");
	check("👩", "[👩🏽\u200d💻] [👩]");
	check("💻", "[👩\u200d💻]");
	check("👩\u200d💻", "[👩\u200d💻]");
	check("d", "[ǆ]");
	check("ि", "[हि]न्दी");
}

static void begins_where_it_is_told(void **state)
{
	(void)state;
	struct pattern pattern;
	struct range found;
	struct text text = TEXT("ee\u0301 é");
	pattern_init(&pattern, TEXT("e"), 0);
	assert_true(pattern_find(&pattern, text, 1, &found));
	assert_int_equal(found.start, 1);
	assert_int_equal(found.end, 4);
	/* Within a cluster: from the next one on. */
	assert_true(pattern_find(&pattern, text, 2, &found));
	assert_int_equal(found.start, 5);
	assert_int_equal(found.end, 7);
	assert_false(pattern_find(&pattern, text, 6, &found));
	assert_false(pattern_find(&pattern, text, 7, &found));
	assert_false(pattern_find(&pattern, text, 99, &found));
	pattern_finish(&pattern);
}

static void finds_nothing_for_nothing(void **state)
{
	(void)state;
	static const char *const empty[] = {"", "\u00ad", "\u0301", "\u200b\ufe0f"};
	struct pattern pattern = {0};
	struct range found;
	assert_true(pattern_is_empty(&pattern));
	assert_false(pattern_find(&pattern, TEXT("abc"), 0, &found));
	pattern_finish(&pattern);
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		pattern_init(&pattern, text_from(empty[i]), 0);
		assert_true(pattern_is_empty(&pattern));
		assert_false(pattern_find(&pattern, TEXT("abc \u00ad\u0301"), 0, &found));
		pattern_finish(&pattern);
	}
	pattern_init(&pattern, TEXT(" \n\u00a0"), PATTERN_WHOLE_WORDS);
	assert_true(pattern_is_empty(&pattern));
	pattern_init(&pattern, TEXT("a"), 0);
	assert_false(pattern_is_empty(&pattern));
	assert_false(pattern_find(&pattern, (struct text){NULL, 0}, 0, &found));
	pattern_finish(&pattern);
	assert_true(pattern_is_empty(&pattern));
}

static void finds_whole_words(void **state)
{
	(void)state;
	check_word("c", "[C], [c] Cat arc C1 1c c_ _c [C]/[c]-[c]");
	check_word("C", "C++ C# [C] [C], ([C]) c");
	check_word("C++", "[C++] C [C++], C++x");
	check_word("C#", "[C#] C [C#]#");
	check_word("a+", "[a+]+ [a+] a");
	check_word("node", "Node.js [Node]. [Node].\n[node]");
	check_word("node.js", "[Node.js] node");
	check_word(".net", "[.NET] ASP.NET");
	check_word("machine learning", "[Machine\nLearning], machine learnings");
	check_word(" go ", "[Go] to Golang, let’s [go]");
}

static void knows_the_words_of_all_scripts(void **state)
{
	(void)state;
	check_word("uber", "[über] überall darüber");
	check_word("uber", "über\u0301all e\u0301uber [u\u0308ber]");
	check_word("ware", "soft\u00adware ware\u00adhouse [ware]\u00ad");
	check_word("f", "ﬁ ﬀ [f]");
	check_word("i", "ﬁ [i]");
	check_word("go", "éGo Goé Go١ Ягоgo");
	check_word("क", "की [क]");
	check_word("c", "c日 日c [c]、");
}

/* Each would take the square of its length if it were looked at from every place. */
static void copes_with_long_stretches(void **state)
{
	(void)state;
	static const char *const parts[] = {" ", "\u00a0", "\u00ad", " \u00ad"};
	static const char *const words[] = {" x", "a b"};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		struct buffer buffer = {0};
		for (size_t k = 0; k < 200000; k++)
			buffer_add(&buffer, text_from(parts[i]));
		for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
			struct pattern pattern;
			struct range found;
			pattern_init(&pattern, text_from(words[k]), 0);
			assert_false(pattern_find(&pattern, buffer_text(&buffer), 0, &found));
			pattern_finish(&pattern);
		}
		buffer_finish(&buffer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_plain_words),
		cmocka_unit_test(heeds_case_if_there_is_a_capital),
		cmocka_unit_test(accents_do_not_matter),
		cmocka_unit_test(signs_of_other_scripts_matter),
		cmocka_unit_test(invisible_characters_do_not_matter),
		cmocka_unit_test(a_blank_is_any_stretch_of_blanks),
		cmocka_unit_test(what_the_keyboard_has_finds_what_is_set),
		cmocka_unit_test(takes_whole_clusters),
		cmocka_unit_test(begins_where_it_is_told),
		cmocka_unit_test(finds_nothing_for_nothing),
		cmocka_unit_test(finds_whole_words),
		cmocka_unit_test(knows_the_words_of_all_scripts),
		cmocka_unit_test(copes_with_long_stretches),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
