#include "theme.h"

enum {
	ANSI_COLORS = 8,
	ALL_COLORS = 256,
	ANSI_BLUE = 4,
	ANSI_MAGENTA = 5, /* of the eight, it reads best on light and on dark */
	ANSI_CYAN = 6,
	ACCENT_OF_256 = 31, /* reads on light and on dark */
};

unsigned theme_attributes(struct appearance appearance)
{
	if (appearance.ink != INK_THEME)
		return 0;
	if (appearance.hint)
		return ATTRIBUTE_REVERSE | ATTRIBUTE_BOLD;
	unsigned attributes =
		attributes_of_text(appearance.role, appearance.style, appearance.link);
	if (appearance.focus || appearance.match)
		attributes |= ATTRIBUTE_REVERSE;
	/* The match that the reader is at, among the others. */
	if (appearance.focus && appearance.match)
		attributes |= ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE;
	return attributes;
}

int theme_accent(enum theme theme, enum background background, int colors)
{
	if (theme == THEME_MONO || colors < ANSI_COLORS)
		return THEME_NO_COLOR;
	if (theme == THEME_DARK || (theme == THEME_AUTO && background == BACKGROUND_DARK))
		return ANSI_CYAN;
	if (theme == THEME_LIGHT || (theme == THEME_AUTO && background == BACKGROUND_LIGHT))
		return ANSI_BLUE;
	return colors < ALL_COLORS ? THEME_NO_COLOR : ACCENT_OF_256;
}

int theme_accent_in_print(enum theme theme)
{
	int accent = theme_accent(theme, BACKGROUND_UNKNOWN, ANSI_COLORS);
	return accent == THEME_NO_COLOR && theme != THEME_MONO ? ANSI_MAGENTA : accent;
}

bool theme_ink(enum ink ink, int colors, int *foreground, int *background)
{
	/* Of 256 colours those that no theme of a terminal changes. */
	int black = colors < ALL_COLORS ? 0 : 16;
	int white = colors < ALL_COLORS ? (colors < 16 ? 7 : 15) : 231;
	if (ink == INK_THEME || colors < ANSI_COLORS)
		return false;
	*foreground = ink == INK_BLACK_ON_WHITE ? black : white;
	*background = ink == INK_BLACK_ON_WHITE ? white : black;
	return true;
}
