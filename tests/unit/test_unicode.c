#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "break_samples.h"

#include <locale.h>

/* U+FFFD, as malformed bytes become. */
#define BAD "\xef\xbf\xbd"

static void decodes(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		uint32_t character;
		size_t size;
	} cases[] = {
		{"a", 'a', 1},
		{"\x7f", 0x7F, 1},
		{"\xc2\x80", 0x80, 2},
		{"é", 0xE9, 2},
		{"\xdf\xbf", 0x7FF, 2},
		{"\xe0\xa0\x80", 0x800, 3},
		{"日", 0x65E5, 3},
		{"\xed\x9f\xbf", 0xD7FF, 3},
		{"\xee\x80\x80", 0xE000, 3},
		{"\xef\xbf\xbf", 0xFFFF, 3},
		{"\xf0\x90\x80\x80", 0x10000, 4},
		{"👋", 0x1F44B, 4},
		{"\xf4\x8f\xbf\xbf", 0x10FFFF, 4},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct text text = text_from(cases[i].bytes);
		size_t size;
		char bytes[4];
		assert_int_equal(unicode_decode(text, 0, &size), cases[i].character);
		assert_int_equal(size, cases[i].size);
		assert_int_equal(unicode_before(text, size), 0);
		assert_int_equal(unicode_encode(cases[i].character, bytes), size);
		assert_memory_equal(bytes, cases[i].bytes, size);
	}
}

static void every_character_survives(void **state)
{
	(void)state;
	for (uint32_t character = 0; character <= 0x10FFFF; character++) {
		char bytes[4];
		size_t size;
		bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
		struct text text = {bytes, unicode_encode(character, bytes)};
		uint32_t decoded = unicode_decode(text, 0, &size);
		assert_int_equal(decoded, is_surrogate ? UNICODE_REPLACEMENT : character);
		assert_int_equal(size, is_surrogate ? 1 : text.length);
	}
}

/* Malformed bytes after a good one: how many, each to be replaced by itself. */
static const struct {
	const char *bytes;
	size_t count;
} malformed[] = {
	{"\x80", 1},             /* a continuation alone */
	{"\xbf\xbf", 2},         /* two */
	{"\xc0\x80", 2},         /* overlong NUL */
	{"\xc1\xbf", 2},         /* overlong DEL */
	{"\xe0\x9f\xbf", 3},     /* overlong U+07FF */
	{"\xf0\x8f\xbf\xbf", 4}, /* overlong U+FFFF */
	{"\xed\xa0\x80", 3},     /* the first surrogate */
	{"\xed\xbf\xbf", 3},     /* the last */
	{"\xf4\x90\x80\x80", 4}, /* U+110000 */
	{"\xf5\x80\x80\x80", 4}, /* beyond */
	{"\xf8\x88\x80\x80\x80", 5}, {"\xfe", 1}, {"\xff\xff", 2},
	{"\xc3", 1},         /* truncated at the end */
	{"\xe6\x97", 2},     /* the same */
	{"\xf0\x9f\x91", 3}, /* the same */
};

static void finds_malformed_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
		char bytes[32];
		size_t size;
		int length = snprintf(bytes, sizeof(bytes), "plain ASCII é%s", malformed[i].bytes);
		struct text text = {bytes, (size_t)length};
		assert_int_equal(
			unicode_decode(text, strlen("plain ASCII é"), &size), UNICODE_REPLACEMENT);
		assert_int_equal(size, 1);
		assert_int_equal(unicode_before(text, text.length), text.length - 1);
	}
}

static void check_clean(struct text text, struct text expected)
{
	struct arena arena = {0};
	struct text clean = unicode_clean(text, &arena);
	if (!text_equal(clean, expected))
		fail_msg("\"%.*s\" became \"%.*s\", not \"%.*s\"", (int)text.length, text.bytes,
			(int)clean.length, clean.bytes, (int)expected.length, expected.bytes);
	assert_int_equal(clean.bytes == text.bytes, text_equal(text, expected));
	struct text again = unicode_clean(clean, &arena);
	assert_ptr_equal(again.bytes, clean.bytes);
	assert_int_equal(again.length, clean.length);
	arena_finish(&arena);
}

#define CHECK_CLEAN(literal, expected) check_clean(TEXT(literal), TEXT(expected))

static void check_kept(const char *string)
{
	check_clean(text_from(string), text_from(string));
}

static void keeps_clean_text(void **state)
{
	(void)state;
	check_kept("");
	check_kept("~ ASCII with\nnewlines, long enough for eight bytes at once\n");
	check_kept("Übergrößenträger “naïve” – 1 000 € • § …");
	check_kept("日本語カタカナひらがな 한국어 Кириллица Ελληνικά");
	check_kept("हिन्दी বাংলা עִברִית ไทย");
	check_kept("👩‍💻 ❤️ 🇩🇪 a\u00adb a\u200bb");
	check_kept(BAD);
}

static void drops_controls(void **state)
{
	(void)state;
	CHECK_CLEAN("\x1b[31mred\x1b[0m", "[31mred[0m");
	CHECK_CLEAN("a\0b", "ab");
	CHECK_CLEAN("\0", "");
	CHECK_CLEAN("a\x7f\x01\b\v\f\x0e\x1f!", "a!");
	CHECK_CLEAN("a\xc2\x9b"
		    "31m\xc2\x80\xc2\x85\xc2\x9f!",
		"a31m!");
	CHECK_CLEAN("a\uffff\ufffe\ufdd0\ufdef\U0001ffff\U0010fffeb", "ab");
	CHECK_CLEAN("e\x1b\u0301", "é"); /* before NFC, lest they come together again */
}

static void translates_blanks(void **state)
{
	(void)state;
	CHECK_CLEAN("\ta\tb", " a b");
	CHECK_CLEAN("a\r\nb", "a\nb");
	CHECK_CLEAN("a\rb\r", "a\nb\n");
	CHECK_CLEAN("a\r\r\n\n\rb", "a\n\n\n\nb");
}

static void replaces_malformed_bytes(void **state)
{
	(void)state;
	CHECK_CLEAN("a\xe6\x97z日", "a" BAD BAD "z日");
	CHECK_CLEAN("\xf0\x9f\x91\xc3\xa9", BAD BAD BAD "é");
	for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
		char expected[32] = "";
		for (size_t k = 0; k < malformed[i].count; k++)
			strcat(expected, BAD);
		check_clean(text_from(malformed[i].bytes), text_from(expected));
	}
}

static void composes(void **state)
{
	(void)state;
	CHECK_CLEAN("cafe\u0301", "café");
	CHECK_CLEAN("\u1112\u1161\u11ab", "한");
	CHECK_CLEAN("\uac00\u11a8", "각");
	CHECK_CLEAN("\u304b\u3099", "が");
	CHECK_CLEAN("\u212b\u2126", "ÅΩ");
	CHECK_CLEAN("\u2329\uf900\u0387", "〈豈·");
	CHECK_CLEAN("a\u0301\u0323", "ạ\u0301");
	CHECK_CLEAN("\u0958", "क\u093c"); /* excluded from composition */
	check_kept("ﬁ ① ½ ﾊﾟ");           /* only compatibility */
}

/* utf8proc sorts marks in a time that grows with the square of their number. */
static void splits_long_runs_of_marks(void **state)
{
	(void)state;
	struct arena arena = {0};
	size_t count = 100000;
	char *bytes = arena_bytes(&arena, 2 * count);
	for (size_t i = 0; i < count; i++)
		memcpy(bytes + 2 * i, i < count / 2 ? "\u0300" : "\u0323", 2);
	struct text clean = unicode_clean((struct text){bytes, 2 * count}, &arena);
	assert_int_equal(clean.length, 2 * count + 2 * ((count - 1) / 30));
	assert_memory_equal(clean.bytes + 60, "\u034f", 2);
	char lines[2 * 60 + 1];
	memcpy(lines, bytes, 60);
	lines[60] = '\n';
	memcpy(lines + 61, bytes, 60);
	check_clean((struct text){lines, sizeof(lines)}, (struct text){lines, sizeof(lines)});
	arena_finish(&arena);
}

static void keeps_closed_bidi(void **state)
{
	(void)state;
	check_kept("a\u202bאב\u202c b");
	check_kept("\u202e\u202dx\u202cy\u202c");
	check_kept("\u2066x\u2069 \u2067y\u2069 \u2068\u202az\u202c\u2069");
	check_kept("\u200fא\u200e\u061c"); /* marks open nothing */
	check_kept("\u2066\u202ax\u202c\u2069\n");
}

static void drops_open_bidi(void **state)
{
	(void)state;
	CHECK_CLEAN("a\u202eb", "ab");
	CHECK_CLEAN("a\u2067b", "ab");
	CHECK_CLEAN("a\u202cb\u2069c", "abc");
	CHECK_CLEAN("\u2066a\u202c", "a"); /* of another kind */
	CHECK_CLEAN("\u202aa\u2069", "a");
	CHECK_CLEAN("\u2066\u202ea\u2069b\u202c", "\u2066a\u2069b");
	CHECK_CLEAN("\u202a\u2066a\u202cb\u2069c\u202c", "\u202a\u2066ab\u2069c\u202c");
	CHECK_CLEAN("\u202aa\nb\u202c", "a\nb"); /* open only to the end of a paragraph */
	CHECK_CLEAN("\u2067a\u2029b\u2069", "a\nb");
	CHECK_CLEAN("a\u2028b", "a\nb");
	CHECK_CLEAN("\u202aa\rb\u202c", "a\nb");
	CHECK_CLEAN("\u202aa\r\nb\u202c", "a\nb");
	CHECK_CLEAN("\u202e\0a\u202c\u202eb", "\u202ea\u202cb");
	CHECK_CLEAN("e\u202e\u0301", "é");
}

static void limits_nested_bidi(void **state)
{
	(void)state;
	struct arena arena = {0};
	char *bytes = arena_bytes(&arena, 6 * 100);
	for (size_t i = 0; i < 100; i++) {
		memcpy(bytes + 3 * i, "\u202a", 3);
		memcpy(bytes + 300 + 3 * i, "\u202c", 3);
	}
	struct text clean = unicode_clean((struct text){bytes, 600}, &arena);
	assert_int_equal(clean.length, 6 * 62);
	assert_true(text_equal(unicode_clean(clean, &arena), clean));
	arena_finish(&arena);
}

static void check_clusters(const struct break_sample *sample)
{
	struct text text = {sample->bytes, sample->length};
	bool breaks[sizeof(sample->bytes)] = {false};
	for (size_t at = 0; at < text.length; at += unicode_cluster(text, at))
		breaks[at] = true;
	for (size_t i = 0; i < text.length; i++)
		if (breaks[i] != sample->breaks[i])
			fail_msg("break %d before byte %zu: %s", breaks[i], i, sample->line);
	for (size_t i = 0, start = 0; i < text.length; i++) {
		start = breaks[i] ? i : start;
		assert_int_equal(unicode_cluster_start(text, i), start);
	}
}

static void finds_the_clusters_that_unicode_says(void **state)
{
	(void)state;
	int count =
		for_each_sample(UNICODE_DATA "/auxiliary/GraphemeBreakTest.txt", check_clusters);
	print_message("# %d lines\n", count);
	assert_true(count >= 600);
}

static void finds_clusters(void **state)
{
	(void)state;
	assert_int_equal(unicode_cluster(TEXT("ab"), 0), 1);
	assert_int_equal(unicode_cluster(TEXT("ab"), 1), 1);
	assert_int_equal(unicode_cluster(TEXT("\r\n"), 0), 2);
	assert_int_equal(unicode_cluster(TEXT("\n\r"), 0), 1);
	assert_int_equal(unicode_cluster(TEXT("e\u0301a"), 0), 3);
	assert_int_equal(unicode_cluster(TEXT("éa"), 0), 2);
	assert_int_equal(unicode_cluster(TEXT("日本"), 0), 3);
	assert_int_equal(unicode_cluster(TEXT("👩🏽‍💻x"), 0), 15);
	assert_int_equal(unicode_cluster(TEXT("\xff\xff"), 0), 1);
	assert_int_equal(unicode_cluster(TEXT("\xff\u0301"), 0), 3);
}

static void check_display(const char *cluster, const char *expected, int columns)
{
	struct text text = text_from(cluster);
	char bytes[UNICODE_DISPLAY_MAX];
	size_t size = 99;
	size_t measured = 99;
	int actual = unicode_display(text, bytes, &size);
	if (actual != columns || !text_equal((struct text){bytes, size}, text_from(expected)))
		fail_msg("\"%s\" shows as \"%.*s\" in %d", cluster, (int)size, bytes, actual);
	assert_int_equal(unicode_cluster(text, 0), text.length);
	assert_int_equal(unicode_display(text, NULL, &measured), columns);
	assert_int_equal(measured, size);
	assert_int_equal(unicode_width(text), columns);
}

static void displays_letters(void **state)
{
	(void)state;
	check_display("a", "a", 1);
	check_display("é", "é", 1);
	check_display("e\u0301", "e\u0301", 1);
	check_display("日", "日", 2);
	check_display("ｶﾞ", "ｶﾞ", 2);
	check_display("\u1112\u1161\u11ab", "\u1112\u1161\u11ab", 2);
	check_display("한", "한", 2);
	check_display("क्", "क्", 1);
	check_display("षि", "षि", 2);
	check_display("บ้", "บ้", 1);
	check_display("—", "—", 1);
	check_display("\u00a0", "\u00a0", 1);
}

static void displays_pictographs(void **state)
{
	(void)state;
	check_display("👋", "👋", 2);
	check_display("👋🏽", "👋", 2);
	check_display("🏽", "🏽", 2);
	check_display("❤\ufe0f", "❤", 1);
	check_display("⌚\ufe0e", "⌚", 2);
	check_display("1\ufe0f\u20e3", "1\u20e3", 1);
	check_display("🇩🇪", "🇩🇪", 2);
	check_display("🇩", "D", 1);
	check_display("🇿\u0301", "Z\u0301", 1);
	check_display("👩\u200d💻", "👩💻", 4);
	check_display("👩🏽\u200d💻", "👩💻", 4);
	check_display("👨\u200d👩\u200d👧\u200d👦", "👨👩👧👦", 8);
	check_display("🏳\ufe0f\u200d🌈", "🏳🌈", 3);
	check_display(
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴", 2);
}

static void displays_nothing(void **state)
{
	(void)state;
	check_display("\u00ad", "", 0);
	check_display("\u200b", "", 0);
	check_display("\u200d", "", 0);
	check_display("\u200c", "", 0);
	check_display("\u2060", "", 0);
	check_display("\ufeff", "", 0);
	check_display("\u200e", "", 0);
	check_display("\u202e", "", 0);
	check_display("\u2066", "", 0);
	check_display("\ufe0f", "", 0);
	check_display("\n", "", 0);
	check_display("\r\n", "", 0);
	check_display("\u2028", "", 0);
	check_display("\u2029", "", 0);
	check_display("a\u200c", "a\u200c", 1);
	check_display("क्\u200d", "क्\u200d", 1);
}

static void displays_replacements(void **state)
{
	(void)state;
	check_display("\U0001fa77", BAD, 1); /* of Unicode 15, unknown to glibc 2.36 */
	check_display("\x1b", BAD, 1);
	check_display("\x7f", BAD, 1);
	check_display("\xc2\x9b", BAD, 1);
	check_display("\u0378", BAD, 1);
	check_display("\uffff", BAD, 1);
	check_display("\xff", BAD, 1);
	check_display("\u1161", BAD, 1); /* a vowel without its consonant */
	size_t size;
	char bytes[UNICODE_DISPLAY_MAX];
	assert_int_equal(unicode_display(TEXT("\0"), bytes, &size), 1);
	assert_memory_equal(bytes, BAD, size);
}

static void displays_marks(void **state)
{
	(void)state;
	check_display("\u0301", "\u00a0\u0301", 1);
	check_display("\u20e3", "\u00a0\u20e3", 1);
	check_display("\u0301\u0302", "\u00a0\u0301\u0302", 1);
	check_display("a\u0301\u0302\u0303\u0304\u0305\u0306", "a\u0301\u0302\u0303\u0304", 1);
	check_display("\ufe0f\u0301", "\u00a0\u0301", 1);
}

static void displays_what_has_room(void **state)
{
	(void)state;
	char family[7 * 40 + 1] = "👩";
	char marks[2000] = "क";
	char bytes[UNICODE_DISPLAY_MAX];
	size_t size;
	while (strlen(family) + 7 < sizeof(family))
		strcat(family, "\u200d👩");
	while (strlen(marks) + 3 < sizeof(marks))
		strcat(marks, "ा");
	int columns = unicode_display(text_from(family), bytes, &size);
	assert_true(size <= sizeof(bytes));
	assert_int_equal(columns, 2 * (int)size / 4);
	assert_int_equal(unicode_width(text_from(family)), columns);
	columns = unicode_display(text_from(marks), bytes, &size);
	assert_true(size <= sizeof(bytes));
	assert_int_equal(columns, (int)size / 3);
}

static void measures(void **state)
{
	(void)state;
	assert_int_equal(unicode_width(TEXT("")), 0);
	assert_int_equal(unicode_width(TEXT("seven b")), 7);
	assert_int_equal(unicode_width(TEXT("eight by")), 8);
	assert_int_equal(unicode_width(TEXT("more than sixteen bytes")), 23);
	assert_int_equal(unicode_width(TEXT("eight bye\u0301")), 9);
	assert_int_equal(unicode_width(TEXT("eight by\u0301")), 8);
	assert_int_equal(unicode_width(TEXT("one\ntwo")), 6);
	assert_int_equal(unicode_width(TEXT("日本 – über 👩\u200d💻!")), 4 + 3 + 4 + 1 + 4 + 1);
	assert_int_equal(unicode_width(TEXT("a\u00adb\u200bc")), 3);
	assert_int_equal(unicode_width(TEXT("1\ufe0f\u20e3 2\ufe0f\u20e3")), 3);
	assert_int_equal(unicode_width(TEXT("12345678\ufe0f\u20e3")), 8);
	assert_int_equal(unicode_width(TEXT("বাংলা")), 5);
	assert_int_equal(unicode_width(TEXT("日本\u3099é\u0301x\u0301é")), 7);
	assert_int_equal(unicode_width(TEXT("☺❤\ufe0f\u200d👩日\u200b")), 6);
	assert_int_equal(unicode_width(TEXT("a\xff\xe6z")), 4);
}

/* The fast ways through must lead where the slow one does. */
static void width_is_that_of_the_clusters(void **state)
{
	(void)state;
	for (uint32_t character = 1; character <= 0x10FFFF; character++) {
		char bytes[8] = "a";
		size_t size = unicode_encode(character, bytes + 1);
		struct text text = {bytes, size + 2};
		int columns = 0;
		bytes[size + 1] = 'z';
		for (size_t at = 0; at < text.length; at += size) {
			size_t shown;
			size = unicode_cluster(text, at);
			columns += unicode_display(text_slice(text, at, at + size), NULL, &shown);
		}
		assert_int_equal(unicode_width(text), columns);
	}
}

static void tells_the_direction(void **state)
{
	(void)state;
	assert_false(unicode_is_right_to_left(TEXT("")));
	assert_false(unicode_is_right_to_left(
		TEXT("ASCII\nand more of it, über 日本語 👩\u200d💻 हिन्दी")));
	assert_true(unicode_is_right_to_left(TEXT("שלום")));
	assert_true(unicode_is_right_to_left(TEXT("at the end of a text: مرحبا")));
	assert_true(unicode_is_right_to_left(TEXT("\u200f")));
	assert_true(unicode_is_right_to_left(TEXT("日本 ﻻ")));
	assert_true(unicode_is_right_to_left(TEXT("\U0001e900")));
	/* Digits and marks are written within a line of either direction. */
	assert_false(unicode_is_right_to_left(TEXT("١٢٣ \u05b8 \u200e\u202b\u202c")));
}

static void tells_words_and_blanks(void **state)
{
	(void)state;
	static const uint32_t words[] = {'a', '1', 0xE9, 0x65E5, 0x301, 0xBD, 0x200D};
	static const uint32_t blanks[] = {' ', '\n', 0xA0, 0x2003, 0x3000};
	static const uint32_t neither[] = {'.', '_', 0x201C, 0x20AC, 0x1F4DA};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_true(unicode_is_word(words[i]) && !unicode_is_blank(words[i]));
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
		assert_true(unicode_is_blank(blanks[i]) && !unicode_is_word(blanks[i]));
	for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
		assert_false(unicode_is_word(neither[i]) || unicode_is_blank(neither[i]));
}

static void tells_spacing_marks(void **state)
{
	(void)state;
	assert_false(unicode_has_spacing_marks(TEXT("")));
	assert_false(unicode_has_spacing_marks(TEXT("ASCII\nund Übergröße 日本語 e\u0301 ไทย")));
	assert_false(unicode_has_spacing_marks(TEXT("क्")));
	assert_true(unicode_has_spacing_marks(TEXT("the language: हिन्दी")));
	assert_true(unicode_has_spacing_marks(TEXT("বাংলা")));
	assert_true(unicode_has_spacing_marks(TEXT("日本\u302e")));
	assert_true(unicode_has_spacing_marks(TEXT("\U00011000")));
}

/* A line of UnicodeData.txt: code;name;category;combining class;bidi class;... */
static void check_properties(char *line)
{
	char bytes[4];
	struct text text = {bytes, unicode_encode((uint32_t)strtoul(line, NULL, 16), bytes)};
	strsep(&line, ";");
	strsep(&line, ";");
	const char *category = strsep(&line, ";");
	strsep(&line, ";");
	const char *direction = strsep(&line, ";");
	if (strcmp(category, "Cs") == 0)
		return;
	assert_int_equal(unicode_is_right_to_left(text),
		strcmp(direction, "R") == 0 || strcmp(direction, "AL") == 0);
	assert_int_equal(unicode_has_spacing_marks(text), strcmp(category, "Mc") == 0);
}

static void tells_of_every_character(void **state)
{
	(void)state;
	char line[1024];
	int count = 0;
	FILE *file = fopen(UNICODE_DATA "/UnicodeData.txt", "r");
	if (!file)
		fail_msg("cannot open %s/UnicodeData.txt: install unicode-data", UNICODE_DATA);
	for (; fgets(line, sizeof(line), file); count++)
		check_properties(line);
	fclose(file);
	assert_true(count > 30000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes),
		cmocka_unit_test(every_character_survives),
		cmocka_unit_test(finds_malformed_bytes),
		cmocka_unit_test(keeps_clean_text),
		cmocka_unit_test(drops_controls),
		cmocka_unit_test(translates_blanks),
		cmocka_unit_test(replaces_malformed_bytes),
		cmocka_unit_test(composes),
		cmocka_unit_test(splits_long_runs_of_marks),
		cmocka_unit_test(keeps_closed_bidi),
		cmocka_unit_test(drops_open_bidi),
		cmocka_unit_test(limits_nested_bidi),
		cmocka_unit_test(finds_the_clusters_that_unicode_says),
		cmocka_unit_test(finds_clusters),
		cmocka_unit_test(displays_letters),
		cmocka_unit_test(displays_pictographs),
		cmocka_unit_test(displays_nothing),
		cmocka_unit_test(displays_replacements),
		cmocka_unit_test(displays_marks),
		cmocka_unit_test(displays_what_has_room),
		cmocka_unit_test(measures),
		cmocka_unit_test(width_is_that_of_the_clusters),
		cmocka_unit_test(tells_the_direction),
		cmocka_unit_test(tells_words_and_blanks),
		cmocka_unit_test(tells_spacing_marks),
		cmocka_unit_test(tells_of_every_character),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
