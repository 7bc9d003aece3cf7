/* What was decoded in a wrong way, and what only looks like it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mojibake.h"
#include "base/unicode.h"

#include <string.h>

/* All of it with what it should be in its place. */
static void check(const char *source, const char *expected)
{
	struct text text = text_from(source);
	struct buffer found = {0};
	struct buffer meant = {0};
	size_t length;
	for (size_t at = 0; at < text.length; at += length) {
		length = mojibake_at(text, at, &meant);
		if (length) {
			buffer_add(&found, buffer_text(&meant));
			continue;
		}
		unicode_decode(text, at, &length);
		buffer_add(&found, text_slice(text, at, at + length));
	}
	if (!text_is(buffer_text(&found), expected))
		fail_msg("'%s' is '%.*s', not '%s'", source, (int)found.length, found.bytes,
			expected);
	buffer_finish(&found);
	buffer_finish(&meant);
}

static void check_meant(const char *source)
{
	check(source, source);
}

static void knows_latin_letters(void **state)
{
	(void)state;
	check("JosÃ©", "José");
	check("MuÃ±oz", "Muñoz");
	check("Ã‰cole, GrÃ¶ÃŸe, ÃŽle", "École, Größe, Île");
	check("voilÃ\u00a0!", "voilà!");
	check("Ä…", "Ä…");
	check("mÄ…dry, Å‚Ã³dÅº, Å»aba", "mądry, łódź, Żaba");
	check("Å¡koda, ÄŒech", "škoda, Čech");
	check("10Â\u00a0â‚¬, 20Â°C", "10\u00a0€, 20°C");
}

static void knows_signs(void **state)
{
	(void)state;
	check("itâ€™s", "it’s");
	check("â€œaâ€\xc2\x9d", "“a”");
	check("â€œaâ€ b", "“a” b");
	check("a â€“ b â€” c â€¦ â€¢ d", "a – b — c … • d");
	check("Xâ„¢, â†’, âœ“", "X™, →, ✓");
	check("ðŸ˜€ ðŸš€", "😀 🚀");
	check("ï»¿x", "\ufeffx");
}

static void knows_other_alphabets(void **state)
{
	(void)state;
	check("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет");
	check("ÎµÎ»Î»Î·Î½Î¹ÎºÎ¬", "ελληνικά");
	check("×©×œ×•×\xc2\x9d", "של\u05d5\u05dd");
	check("Viá»‡t Nam", "Việt Nam");
	check("æ—¥æœ¬", "日本");
	check("åŒ—äº¬", "北京");
}

/* Real words of languages with letters like these. */
static void lets_real_words_be(void **state)
{
	static const char *const texts[] = {
		"École Polytechnique, façade, Noël, cœur, ŒUVRE, « À la carte », L’ÉTÉ… déjà…",
		"CAFÉ\u00a0», É…, É”, « été\u00a0»…, l’Â », À\u00a0Paris, café”—, où…–",
		"Straße, Größe, „heiß“, „Spaß“, Ä…, „Ä“, MENÜ“, „FUSS“ – Ö–Ü, Ünal, FLÖẞE",
		"São Paulo, MAÇÃ”, AVALIAÇÃO…, Ação, É – não, Conceição, À noite, irmã…, IRMÃ»",
		"Việt Nam, Nguyễn, ÂN, Âu Cơ, Đặng Thùy Trâm, Ổ Bánh, Tiếng Việt, ă â đ ê ô ơ ư",
		"Åse, Å…, blåbær, ØRE», Ærø, Ð-vítamín, Þór, SMÅ…, från A–Ö, ÅÄÖ, på”…",
		"ESPAÑA, año…, ¿Qué?, Ñ”, ¡Olé!…, MAÑANA», Piñ™",
		"Łódź, źdźbło, ŽIŽKA, Kéž…, láž”, žluťoučký kůň, Škoda…",
		"İstanbul, ĞÜŞİÖÇ, ışık, hâlâ…, âşık",
		"naïve Fiancé™, résumé®, 5×3, 20 °C, §5, ½, ©2020, a²+b², µm, Nº 5, 1ª",
		"Привет, Ελλάδα, 日本, 한국, שלום, مرحبا, 😀",
	};
	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_meant(texts[i]);
}

static void stays_within_the_text(void **state)
{
	struct buffer meant = {0};
	(void)state;
	assert_int_equal(mojibake_at(TEXT("Ã"), 0, &meant), 0);
	assert_int_equal(mojibake_at(TEXT("â€"), 0, &meant), 5);
	assert_int_equal(mojibake_at(TEXT("ðŸ"), 0, &meant), 0);
	assert_int_equal(mojibake_at(TEXT("\xc3\xa9"), 0, &meant), 0);
	assert_int_equal(mojibake_at(TEXT("\xe9"), 0, &meant), 0);
	buffer_finish(&meant);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_latin_letters),
		cmocka_unit_test(knows_signs),
		cmocka_unit_test(knows_other_alphabets),
		cmocka_unit_test(lets_real_words_be),
		cmocka_unit_test(stays_within_the_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
