#include "entity.h"

#include "base/buffer.h"
#include "base/unicode.h"

/* Longer ones are none that anyone writes. */
enum { NAME_MOST = 32 };

/* From U+00A0 to U+00FF, one after the other. */
static const char *const latin_1[] = {
	"nbsp",
	"iexcl",
	"cent",
	"pound",
	"curren",
	"yen",
	"brvbar",
	"sect",
	"uml",
	"copy",
	"ordf",
	"laquo",
	"not",
	"shy",
	"reg",
	"macr",
	"deg",
	"plusmn",
	"sup2",
	"sup3",
	"acute",
	"micro",
	"para",
	"middot",
	"cedil",
	"sup1",
	"ordm",
	"raquo",
	"frac14",
	"frac12",
	"frac34",
	"iquest",
	"Agrave",
	"Aacute",
	"Acirc",
	"Atilde",
	"Auml",
	"Aring",
	"AElig",
	"Ccedil",
	"Egrave",
	"Eacute",
	"Ecirc",
	"Euml",
	"Igrave",
	"Iacute",
	"Icirc",
	"Iuml",
	"ETH",
	"Ntilde",
	"Ograve",
	"Oacute",
	"Ocirc",
	"Otilde",
	"Ouml",
	"times",
	"Oslash",
	"Ugrave",
	"Uacute",
	"Ucirc",
	"Uuml",
	"Yacute",
	"THORN",
	"szlig",
	"agrave",
	"aacute",
	"acirc",
	"atilde",
	"auml",
	"aring",
	"aelig",
	"ccedil",
	"egrave",
	"eacute",
	"ecirc",
	"euml",
	"igrave",
	"iacute",
	"icirc",
	"iuml",
	"eth",
	"ntilde",
	"ograve",
	"oacute",
	"ocirc",
	"otilde",
	"ouml",
	"divide",
	"oslash",
	"ugrave",
	"uacute",
	"ucirc",
	"uuml",
	"yacute",
	"thorn",
	"yuml",
};

/* Others that people write in prose; what is in neither table is shown as written. */
static const struct {
	const char *name;
	uint32_t character;
} others[] = {
	{"amp", 0x26},
	{"lt", 0x3C},
	{"gt", 0x3E},
	{"quot", 0x22},
	{"apos", 0x27},
	{"ndash", 0x2013},
	{"mdash", 0x2014},
	{"hellip", 0x2026},
	{"bull", 0x2022},
	{"lsquo", 0x2018},
	{"rsquo", 0x2019},
	{"sbquo", 0x201A},
	{"ldquo", 0x201C},
	{"rdquo", 0x201D},
	{"bdquo", 0x201E},
	{"lsaquo", 0x2039},
	{"rsaquo", 0x203A},
	{"dagger", 0x2020},
	{"Dagger", 0x2021},
	{"permil", 0x2030},
	{"prime", 0x2032},
	{"Prime", 0x2033},
	{"trade", 0x2122},
	{"euro", 0x20AC},
	{"ensp", 0x2002},
	{"emsp", 0x2003},
	{"thinsp", 0x2009},
	{"hairsp", 0x200A},
	{"zwnj", 0x200C},
	{"zwj", 0x200D},
	{"lrm", 0x200E},
	{"rlm", 0x200F},
	{"larr", 0x2190},
	{"uarr", 0x2191},
	{"rarr", 0x2192},
	{"darr", 0x2193},
	{"harr", 0x2194},
	{"lArr", 0x21D0},
	{"rArr", 0x21D2},
	{"hArr", 0x21D4},
	{"OElig", 0x152},
	{"oelig", 0x153},
	{"Scaron", 0x160},
	{"scaron", 0x161},
	{"Yuml", 0x178},
	{"Ccaron", 0x10C},
	{"ccaron", 0x10D},
	{"Zcaron", 0x17D},
	{"zcaron", 0x17E},
	{"Cacute", 0x106},
	{"cacute", 0x107},
	{"Sacute", 0x15A},
	{"sacute", 0x15B},
	{"Nacute", 0x143},
	{"nacute", 0x144},
	{"Zacute", 0x179},
	{"zacute", 0x17A},
	{"Zdot", 0x17B},
	{"zdot", 0x17C},
	{"Eogon", 0x118},
	{"eogon", 0x119},
	{"Aogon", 0x104},
	{"aogon", 0x105},
	{"Lstrok", 0x141},
	{"lstrok", 0x142},
	{"Dstrok", 0x110},
	{"dstrok", 0x111},
	{"Ecaron", 0x11A},
	{"ecaron", 0x11B},
	{"Rcaron", 0x158},
	{"rcaron", 0x159},
	{"Gbreve", 0x11E},
	{"gbreve", 0x11F},
	{"Scedil", 0x15E},
	{"scedil", 0x15F},
	{"Idot", 0x130},
	{"inodot", 0x131},
	{"Odblac", 0x150},
	{"odblac", 0x151},
	{"Udblac", 0x170},
	{"udblac", 0x171},
	{"Amacr", 0x100},
	{"amacr", 0x101},
	{"Emacr", 0x112},
	{"emacr", 0x113},
	{"Imacr", 0x12A},
	{"imacr", 0x12B},
	{"Omacr", 0x14C},
	{"omacr", 0x14D},
	{"Umacr", 0x16A},
	{"umacr", 0x16B},
	{"Abreve", 0x102},
	{"abreve", 0x103},
	{"Tcaron", 0x164},
	{"tcaron", 0x165},
	{"Dcaron", 0x10E},
	{"dcaron", 0x10F},
	{"Ncaron", 0x147},
	{"ncaron", 0x148},
	{"Uring", 0x16E},
	{"uring", 0x16F},
	{"fnof", 0x192},
	{"circ", 0x2C6},
	{"tilde", 0x2DC},
	{"minus", 0x2212},
	{"ne", 0x2260},
	{"le", 0x2264},
	{"ge", 0x2265},
	{"asymp", 0x2248},
	{"equiv", 0x2261},
	{"infin", 0x221E},
	{"radic", 0x221A},
	{"sum", 0x2211},
	{"prod", 0x220F},
	{"part", 0x2202},
	{"nabla", 0x2207},
	{"int", 0x222B},
	{"alpha", 0x3B1},
	{"beta", 0x3B2},
	{"gamma", 0x3B3},
	{"delta", 0x3B4},
	{"epsilon", 0x3B5},
	{"theta", 0x3B8},
	{"lambda", 0x3BB},
	{"mu", 0x3BC},
	{"pi", 0x3C0},
	{"sigma", 0x3C3},
	{"phi", 0x3C6},
	{"omega", 0x3C9},
	{"Delta", 0x394},
	{"Omega", 0x3A9},
	{"Sigma", 0x3A3},
	{"check", 0x2713},
	{"star", 0x2606},
	{"starf", 0x2605},
	{"phone", 0x260E},
	{"hyphen", 0x2010},
	{"dash", 0x2010},
	{"num", 0x23},
	{"dollar", 0x24},
	{"percnt", 0x25},
	{"lpar", 0x28},
	{"rpar", 0x29},
	{"lsqb", 0x5B},
	{"rsqb", 0x5D},
	{"lcub", 0x7B},
	{"rcub", 0x7D},
	{"lowbar", 0x5F},
	{"ast", 0x2A},
	{"commat", 0x40},
	{"colon", 0x3A},
	{"semi", 0x3B},
	{"comma", 0x2C},
	{"period", 0x2E},
	{"excl", 0x21},
	{"quest", 0x3F},
	{"sol", 0x2F},
	{"bsol", 0x5C},
	{"vert", 0x7C},
	{"verbar", 0x7C},
	{"grave", 0x60},
	{"plus", 0x2B},
	{"equals", 0x3D},
	{"loz", 0x25CA},
	{"spades", 0x2660},
	{"clubs", 0x2663},
	{"hearts", 0x2665},
	{"diams", 0x2666},
};

static int digit_value(char byte, int base)
{
	int value = 99;
	char letter = text_lower(byte);
	if (byte >= '0' && byte <= '9')
		value = byte - '0';
	else if (letter >= 'a' && letter <= 'z')
		value = letter - 'a' + 10;
	return value < base ? value : -1;
}

static struct text decode_number(struct text reference, struct arena *arena)
{
	bool hexadecimal = reference.bytes[2] == 'x' || reference.bytes[2] == 'X';
	uint32_t character = 0;
	for (size_t i = hexadecimal ? 3 : 2; i + 1 < reference.length; i++) {
		int digit = digit_value(reference.bytes[i], hexadecimal ? 16 : 10);
		if (digit < 0 || character > 0x10FFFF)
			return reference;
		character = character * (hexadecimal ? 16 : 10) + (uint32_t)digit;
	}
	if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
		return reference;
	char bytes[4];
	struct text text = {bytes, unicode_encode(character, bytes)};
	text = unicode_clean(arena_copy(arena, text), arena);
	return text.length ? text : reference;
}

/* The character that has a name, or 0. */
static uint32_t find_name(struct text name)
{
	for (uint32_t i = 0; i < sizeof latin_1 / sizeof *latin_1; i++) {
		if (text_is(name, latin_1[i]))
			return 0xA0 + i;
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (text_is(name, others[i].name))
			return others[i].character;
	}
	return 0;
}

struct text entity_decode(struct text reference, struct arena *arena)
{
	if (reference.length > 3 && reference.bytes[1] == '#')
		return decode_number(reference, arena);
	char bytes[4];
	uint32_t character = find_name(text_slice(reference, 1, reference.length - 1));
	if (!character)
		return reference;
	return arena_copy(arena, (struct text){bytes, unicode_encode(character, bytes)});
}

/* How many bytes the reference at a place has, or 0 if none is there. */
static size_t reference_length(struct text text, size_t start)
{
	size_t end = start + 1;
	while (end < text.length && end - start <= NAME_MOST &&
		(digit_value(text.bytes[end], 36) >= 0 || text.bytes[end] == '#'))
		end++;
	bool is_one = end > start + 1 && end < text.length && text.bytes[end] == ';';
	return is_one ? end + 1 - start : 0;
}

struct text entity_decode_all(struct text text, struct arena *arena)
{
	struct buffer buffer = {0};
	if (text_find(text, 0, '&') == text.length)
		return text;
	for (size_t at = 0; at < text.length;) {
		bool is_start = text.bytes[at] == '&';
		size_t length = is_start ? reference_length(text, at) : 0;
		struct text piece = text_slice(text, at, at + (length ? length : 1));
		buffer_add(&buffer, length ? entity_decode(piece, arena) : piece);
		at += piece.length;
	}
	text = arena_copy(arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return text;
}
