#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/linebreak.h"
#include "break_samples.h"

#include <locale.h>

static void check_sample(const struct break_sample *sample)
{
	unsigned char breaks[sizeof(sample->bytes)];
	linebreak_find((struct text){sample->bytes, sample->length}, breaks);
	for (size_t i = 0; i < sample->length; i++)
		if (sample->breaks[i] != (breaks[i] != LINEBREAK_NONE))
			fail_msg("break %d before byte %zu: %s", breaks[i], i, sample->line);
}

static void finds_what_unicode_says(void **state)
{
	(void)state;
	int count = for_each_sample(UNICODE_DATA "/auxiliary/LineBreakTest.txt", check_sample);
	print_message("# %d lines\n", count);
	assert_true(count >= 7000);
}

/* Expects a sign for each byte: "." no break, "-" inside, " " between, "!" must. */
static void check_kinds(const char *string, const char *expected)
{
	static const char signs[] = ".- !";
	unsigned char breaks[128];
	struct text text = text_from(string);
	assert_int_equal(text.length, strlen(expected));
	linebreak_find(text, breaks);
	for (size_t i = 0; i < text.length; i++)
		if (signs[breaks[i]] != expected[i])
			fail_msg("'%c' at %zu of \"%s\"", signs[breaks[i]], i, string);
}

static void breaks_inside_words(void **state)
{
	(void)state;
	check_kinds("GPU-based", "....-....");
	check_kinds("AI/ML", "...-.");
	check_kinds("along—more", ".....-..-...");
	check_kinds("follow along—more", "....... ....-..-...");
	check_kinds("a|b", "..-");
}

static void breaks_between_words(void **state)
{
	(void)state;
	check_kinds("a b", ".. ");
	check_kinds("a  b 1", "... . ");
	check_kinds("a, (b) c", "... ... ");
	check_kinds("a \u00e9", ".. .");
	check_kinds("a\u200bb", ".... ");
	check_kinds("a\u200b b", "..... ");
	check_kinds("a\u00adb", "... ");
	check_kinds("a \u0308b", ".. ..");
}

static void breaks_between_ideographs(void **state)
{
	(void)state;
	check_kinds("日本", "... ..");
	check_kinds("日a本", "...  ..");
	check_kinds("ァa", "... ");
	check_kinds("한국", "... ..");
	check_kinds("日—", "... ..");
	check_kinds("日。本", "...... ..");
	check_kinds("👋🏽👋", "........ ...");
	check_kinds("🇩🇪🇫🇷", "........ .......");
}

static void breaks_where_it_must(void **state)
{
	(void)state;
	check_kinds("a\nb", "..!");
	check_kinds("a\n\nb", "..!!");
	check_kinds("a\r\nb", "...!");
	check_kinds("a\rb", "..!");
	check_kinds("a\n b", "..! ");
	check_kinds("a\u2028b", "....!");
	check_kinds("a\u2029b", "....!");
	check_kinds("a\n", "..");
	check_kinds("a\n\u0308", "..!.");
}

static void keeps_together(void **state)
{
	(void)state;
	check_kinds("", "");
	check_kinds(" ", ".");
	check_kinds(" a", ". ");
	check_kinds("a\u00a0b", "....");
	check_kinds("don't", ".....");
	check_kinds("e\u0301a", "....");
	check_kinds("a\u0308 b", ".... ");
	check_kinds("\u0308a", "...");
}

static void keeps_numbers_together(void **state)
{
	(void)state;
	check_kinds("1,234.56%", ".........");
	check_kinds("$(1,234.56)%", "............");
	check_kinds("$-5", "...");
	check_kinds("$(\u03085)", "......");
	check_kinds("$(a", ".-."); /* LB25 as pairs would forbid it */
	check_kinds("%-a", "..-"); /* no number */
	check_kinds("1/2", "...");
	check_kinds("a/2", "..-");
	check_kinds("(1)$", "....");
	check_kinds("(a)$", "...-"); /* so would it here */
	check_kinds("ab 1 2,5 c", "... . ... ");
}

static void takes_malformed_bytes_as_letters(void **state)
{
	(void)state;
	check_kinds("a\xff\xc3 \xe2\x82", ".... .");
	check_kinds("\xf0\x9f", "..");
	check_kinds("$(\xe2", ".-.");
}

/* Strings of characters that matter at a space, in all places that follow one. */
static void is_certain_only_of_breaks(void **state)
{
	static const char alphabet[] = "a1 .,:;)(]\"'!?/-%$+";
	const unsigned count = sizeof alphabet - 1;
	size_t certain = 0;
	(void)state;
	for (unsigned number = 0; number < count * count * count * count; number++) {
		char bytes[5] = {'a', 0, 0, 0, 0};
		unsigned char breaks[sizeof bytes];
		struct text text = {bytes, sizeof bytes};
		unsigned rest = number;
		for (size_t i = 1; i < sizeof bytes; i++, rest /= count)
			bytes[i] = alphabet[rest % count];
		linebreak_find(text, breaks);
		for (size_t i = 1; i < sizeof bytes; i++) {
			if (!linebreak_is_certain(text, i))
				continue;
			assert_int_equal(breaks[i], LINEBREAK_BETWEEN);
			certain++;
		}
	}
	assert_true(certain > 1000);
	assert_true(linebreak_is_certain(TEXT("one two"), 4));
	assert_true(linebreak_is_certain(TEXT("one.  Two"), 6));
	assert_false(linebreak_is_certain(TEXT("one two"), 3));
	assert_false(linebreak_is_certain(TEXT("one (two"), 4));
	assert_false(linebreak_is_certain(TEXT("( two"), 2));
	assert_false(linebreak_is_certain(TEXT("é two"), 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_unicode_says),
		cmocka_unit_test(breaks_inside_words),
		cmocka_unit_test(breaks_between_words),
		cmocka_unit_test(breaks_between_ideographs),
		cmocka_unit_test(breaks_where_it_must),
		cmocka_unit_test(keeps_together),
		cmocka_unit_test(keeps_numbers_together),
		cmocka_unit_test(takes_malformed_bytes_as_letters),
		cmocka_unit_test(is_certain_only_of_breaks),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
