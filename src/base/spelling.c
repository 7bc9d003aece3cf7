#include "spelling.h"

#include "base/unicode.h"
#include "character.h"

#include <string.h>

/* Characters that are written alike. */
struct spelling {
	const char *characters; /* UTF-8 */
	const char *ascii;
};

static const struct spelling latin[] = {
	{"ß", "ss"},
	{"æ", "ae"},
	{"œ", "oe"},
	{"ø", "o"},
	{"ł", "l"},
	{"đð", "d"},
	{"þ", "th"},
	{"ħ", "h"},
	{"ı", "i"},
	{"ŋ", "ng"},
	{"ŧ", "t"},
	{"ə", "e"},
};

/* What a keyboard has in another shape. No letters of any language, and nothing that counts. */
static const struct spelling typography[] = {
	{"‐‑‒–⁃−", "-"},
	{"—―", "--"},
	{"‘’‚‛′´", "'"},
	{"“”„‟«»″", "\""},
	{"‹", "<"},
	{"›", ">"},
	{"…", "..."},
	{"⁄∕", "/"},
	{"\xe2\x80\xa8\xe2\x80\xa9", "\n"}, /* ends of lines */
	/* Bullets and ticks. */
	{"•‣∙◦▪▫●■◼◆❖✦", "*"},
	{"▶▸►▷➤❯", ">"},
	{"◀◂◄◁❮", "<"},
	{"✓✔✅☑✚➕", "+"},
	{"✕✗✘✖❌☒", "x"},
	/* Arrows. */
	{"→⟶➔➙➜➝➞➡➢➥➧➨", "->"},
	{"←⟵⬅", "<-"},
	{"↔", "<->"},
	{"⇒⟹", "=>"},
	{"⇐", "<="},
	{"⇔⟺", "<=>"},
	/* Lines of boxes; their corners are not here. */
	{"─━┄┅┈┉╌╍╴╶╸╺╼╾", "-"},
	{"│┃┆┇┊┋╎╏║╵╷╹╻╽╿", "|"},
	{"═", "="},
	{"╱", "/"},
	{"╲", "\\"},
	{"╳", "X"},
};

static const struct spelling signs[] = {
	/* Punctuation. */
	{"ʼʻʹˈ", "'"},
	{"「」『』", "\""},
	{"·・¯‾", "-"},
	{"〈《", "<"},
	{"〉》", ">"},
	{"、¸", ","},
	{"。", "."},
	{"¡", "!"},
	{"¿", "?"},
	{"¦", "|"},
	{"¨", "\""},
	{"†", "+"},
	{"‡", "++"},
	{"§", "S."},
	{"¶", "P."},
	/* What is counted: the filled and the empty ones. */
	{"○◉□◇◻★☆⋆✧", "*"},
	{"█▇▆▅▄▃▂▁▉▊▋▌▍▎▏▐░▒▓", "#"},
	{"↑▲△▴⬆", "^"},
	{"↓▼▽▾⬇", "v"},
	/* Money. */
	{"€", "EUR"},
	{"£", "GBP"},
	{"¥", "JPY"},
	{"₹", "INR"},
	{"₽", "RUB"},
	{"₴", "UAH"},
	{"₺", "TRY"},
	{"₩", "KRW"},
	{"₪", "ILS"},
	{"¢", "ct"},
	/* Measures and mathematics. */
	{"°", "deg"},
	{"µ", "u"},
	{"‰", "o/oo"},
	{"÷", "/"},
	{"±", "+/-"},
	{"×", "x"},
	{"≤", "<="},
	{"≥", ">="},
	{"≠", "!="},
	{"≈∼", "~"},
	{"≡", "=="},
	{"¬", "!"},
	{"∞", "inf"},
	{"√", "sqrt"},
	{"⁰", "^0"},
	{"¹", "^1"},
	{"²", "^2"},
	{"³", "^3"},
	{"⁴", "^4"},
	{"⁵", "^5"},
	{"⁶", "^6"},
	{"⁷", "^7"},
	{"⁸", "^8"},
	{"⁹", "^9"},
	/* Abbreviations. */
	{"№", "No."},
	{"©", "(c)"},
	{"®", "(R)"},
	{"™", "(TM)"},
	{"℠", "(SM)"},
	{"ª", "a"},
	{"º", "o"},
};

/* U+0430 to U+045F: Russian, then what its neighbours add. */
static const char *const cyrillic[] = {
	"a", "b", "v", "g", "d", "e", "zh", "z",     /* а б в г д е ж з */
	"i", "y", "k", "l", "m", "n", "o", "p",      /* и й к л м н о п */
	"r", "s", "t", "u", "f", "kh", "ts", "ch",   /* р с т у ф х ц ч */
	"sh", "shch", "", "y", "", "e", "yu", "ya",  /* ш щ ъ ы ь э ю я */
	"e", "yo", "dj", "gj", "ye", "dz", "i", "i", /* ѐ ё ђ ѓ є ѕ і ї */
	"j", "lj", "nj", "c", "kj", "i", "u", "dz",  /* ј љ њ ћ ќ ѝ ў џ */
};

/* U+03B1 to U+03C9; accents are gone by then. */
static const char *const greek[] = {
	"a", "v", "g", "d", "e", "z", "i", "th",  /* α β γ δ ε ζ η θ */
	"i", "k", "l", "m", "n", "x", "o", "p",   /* ι κ λ μ ν ξ ο π */
	"r", "s", "s", "t", "y", "f", "ch", "ps", /* ρ ς σ τ υ φ χ ψ */
	"o",                                      /* ω */
};

_Static_assert(sizeof(cyrillic) / sizeof(cyrillic[0]) == 0x460 - 0x430, "one for each letter");
_Static_assert(sizeof(greek) / sizeof(greek[0]) == 0x3CA - 0x3B1, "one for each letter");

/* UTF-8 can be searched as bytes. The character is not NUL. */
static const char *look_up(const struct spelling *spellings, size_t count, uint32_t character)
{
	char bytes[5];
	bytes[unicode_encode(character, bytes)] = '\0';
	for (size_t i = 0; i < count; i++)
		if (strstr(spellings[i].characters, bytes))
			return spellings[i].ascii;
	return NULL;
}

const char *spelling_of_latin(uint32_t letter)
{
	if (!character_is_between(letter, 0xDF, 0x259))
		return NULL;
	return look_up(latin, sizeof(latin) / sizeof(latin[0]), letter);
}

const char *spelling_of_letter(uint32_t letter)
{
	if (character_is_between(letter, 0x430, 0x45F))
		return cyrillic[letter - 0x430];
	if (letter == 0x491) /* ґ */
		return "g";
	if (character_is_between(letter, 0x3B1, 0x3C9))
		return greek[letter - 0x3B1];
	return NULL;
}

/* Where there are none but letters, as most of what is asked for. */
static bool is_far_from_signs(uint32_t character)
{
	return character < 0xA0 || character_is_between(character, 0x2D0, 0x200F) ||
	       character >= 0x3100;
}

const char *spelling_of_typography(uint32_t sign)
{
	return is_far_from_signs(sign)
		       ? NULL
		       : look_up(typography, sizeof(typography) / sizeof(typography[0]), sign);
}

const char *spelling_of_sign(uint32_t sign)
{
	const char *ascii = spelling_of_typography(sign);
	if (ascii || is_far_from_signs(sign))
		return ascii;
	ascii = look_up(signs, sizeof(signs) / sizeof(signs[0]), sign);
	bool is_corner = !ascii && character_is_between(sign, 0x2500, 0x257F);
	return is_corner ? "+" : ascii;
}
