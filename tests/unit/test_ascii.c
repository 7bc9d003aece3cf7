#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/ascii.h"
#include "base/unicode.h"

#include <locale.h>

typedef struct text (*speller)(struct text text, struct arena *arena);

static void check_with(speller spell, const char *text, const char *expected)
{
	struct arena arena = {0};
	struct text spelled = spell(text_from(text), &arena);
	if (!text_is(spelled, expected))
		fail_msg("\"%s\" became \"%.*s\", not \"%s\"", text, (int)spelled.length,
			spelled.bytes, expected);
	arena_finish(&arena);
}

static void check(const char *text, const char *expected)
{
	check_with(ascii_spell, text, expected);
}

static void check_signs(const char *text, const char *expected)
{
	check_with(ascii_spell_signs, text, expected);
}

static void keeps_ascii(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct text text = TEXT("all of it,\nword for ~word~\n");
	struct text spelled = ascii_spell(text, &arena);
	assert_ptr_equal(spelled.bytes, text.bytes);
	assert_int_equal(spelled.length, text.length);
	assert_int_equal(ascii_spell((struct text){NULL, 0}, &arena).length, 0);
	assert_null(arena.chunk);
}

static void drops_accents(void **state)
{
	(void)state;
	check("Résumé, naïve café", "Resume, naive cafe");
	check("Übergrößen – Ångström", "Ubergrossen - Angstrom");
	check("e\u0301 x\u0304\u0323 Nguyễn", "e x Nguyen");
	check("Łódź Søren Đorđe Þór Bjørn ılık", "Lodz Soren Dorde Thor Bjorn ilik");
	check("Čapek Ştefan Žižek", "Capek Stefan Zizek");
}

static void spells_letters(void **state)
{
	(void)state;
	check("Straße STRAẞE", "Strasse STRASSE");
	check("Æsop ÆSOP æ Œuvre ŒUVRE cœur", "Aesop AESOP ae Oeuvre OEUVRE coeur");
	check("ﬁnd ﬃ Ǆ", "find ffi DZ");
	check("ＧＰＵ ① Ⅳ 𝐁𝐨𝐥𝐝", "GPU 1 IV Bold");
}

static void transliterates(void **state)
{
	(void)state;
	check("Пётр Ильич Чайковский", "Pyotr Ilich Chaykovskiy");
	check("Щука ЩУКА БОРЩ Ю. Я", "Shchuka SHCHUKA BORSHCH Yu. Ya");
	check("объект день Київ Ґ Њујорк", "obekt den Kiiv G Njujork");
	check("Δημήτρης Παπαδόπουλος", "Dimitris Papadopoulos");
	check("Ψυχή ΧΡΟΝΟΣ", "Psychi CHRONOS");
}

static void spells_signs(void **state)
{
	(void)state;
	check("“a” ‘b’ „c“ «d» ‹e› don’t", "\"a\" 'b' \"c\" \"d\" <e> don't");
	check("1999–2005 — now… • one · two", "1999-2005 -- now... * one - two");
	check("10 € £5 ¥6 20 °C", "10 EUR GBP5 JPY6 20 degC");
	check("© ® ™ § № µm", "(c) (R) (TM) S. No. um");
	check("2 × 3 ÷ 4 ± 1", "2 x 3 / 4 +/- 1");
	check("a → b ← c ↔ d ⇒ e ➔ f", "a -> b <- c <-> d => e -> f");
	check("≤ ≥ ≠ ≈ ∞", "<= >= != ~ inf");
	check("½ 1½ 3¼", "1/2 1 1/2 3 1/4");
	check("10⁶ m² CO₂", "10^6 m^2 CO2");
	check("✓ ✔ ✗ ★☆ ▶ ●○■", "+ + x ** > ***");
	check("┌─┬╮│╔═╗║╲", "+-++|+=+|\\");
	check("▇░ – ´", "## - '");
}

static void keeps_lines_and_blanks(void **state)
{
	(void)state;
	check("é\nü\n", "e\nu\n");
	check("a\u00a0b\u2009c\u3000d", "a b c d");
	check("a\u2028b\u2029c", "a\nb\nc");
	check("soft\u00adware a\u200bb \u202bc\u202c \ufeff", "software ab c ");
}

static void puts_question_marks(void **state)
{
	(void)state;
	check("日本 3", "???? 3");
	check("한\u1112\u1161\u11ab", "????");
	check("שלום.", "????.");
	check("हिन्दी", "?????");
	check("👩🏽\u200d💻 🇩🇪 ❤\ufe0f", "?? ?? ?");
	check("1\ufe0f\u20e3", "1");
	check("㈱ ㈝", "(?) (?)");
	check("a\u0301\xef\xbf\xbd", "a?");
	check("\u0301", "?");
}

/* Nothing but ASCII comes out, and never a control character. */
static void spells_every_character(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (uint32_t character = 0x80; character <= 0x10FFFF; character++) {
		char bytes[4];
		struct text text = {bytes, unicode_encode(character, bytes)};
		struct text spelled = ascii_spell(unicode_clean(text, &arena), &arena);
		for (size_t i = 0; i < spelled.length; i++)
			if (spelled.bytes[i] != '\n')
				assert_in_range(spelled.bytes[i], ' ', '~');
		arena_reset(&arena);
	}
	arena_finish(&arena);
}

static void spells_only_signs(void **state)
{
	(void)state;
	check_signs("plain", "plain");
	check_signs("“a” ‘b’ „c“ «d» don’t 5′", "\"a\" 'b' \"c\" \"d\" don't 5'");
	check_signs("1999–2005 — now… non‑breaking", "1999-2005 -- now... non-breaking");
	check_signs("• one ‣ two ● three ✔️ four ▶ five → six",
		"* one * two * three + four > five -> six");
	check_signs("a\u00a0b\u2009c\u202fd\u3000e", "a b c d e");
	check_signs("soft\u00adware zero\u200bwidth word\u2060joiner \ufeffmark \u200fright",
		"software zerowidth wordjoiner mark right");
	check_signs("C · Go, col·lega, ·x", "C - Go, col·lega, -x");
}

/* Names are what they are, in every language; and so is what a sign alone says. */
static void keeps_letters(void **state)
{
	static const char *const kept[] = {"Zoë Ångström, Łukasz Żółć, ʻOkina, Мар’яна",
		"½ × 6 m², 20 °C", "10 € £5 ¥6 №1 ™ ©", "¿Qué? ¡Sí!",
		"山田・太郎「检索」、《书》。", "★★★☆☆ ██░░", "می\u200cخواهم क्\u200dष",
		"👩🏽\u200d🚀 ❤\ufe0f 🏴\U000E0067\U000E007F", "Ελένη Пётр שָׁלוֹם"};
	(void)state;
	for (size_t i = 1; i < sizeof kept / sizeof *kept; i++)
		check_signs(kept[i], kept[i]);
	check_signs(kept[0], "Zoë Ångström, Łukasz Żółć, ʻOkina, Мар'яна");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_ascii),
		cmocka_unit_test(drops_accents),
		cmocka_unit_test(spells_letters),
		cmocka_unit_test(transliterates),
		cmocka_unit_test(spells_signs),
		cmocka_unit_test(spells_only_signs),
		cmocka_unit_test(keeps_letters),
		cmocka_unit_test(keeps_lines_and_blanks),
		cmocka_unit_test(puts_question_marks),
		cmocka_unit_test(spells_every_character),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
