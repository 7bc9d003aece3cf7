#include "theme.h"

#include "doc/doc.h"

enum {
	ANSI_COLORS = 8,
	ALL_COLORS = 256,
	ANSI_BLUE = 4,
	ANSI_CYAN = 6,
	ACCENT_OF_256 = 31, /* reads on light and on dark */
};

static unsigned attributes_of_text(struct appearance appearance)
{
	static const unsigned of_roles[ROLE_COUNT_OF] = {
		[ROLE_NAME] = THEME_BOLD,
		[ROLE_HEADING] = THEME_BOLD,
		[ROLE_TITLE] = THEME_BOLD,
		[ROLE_COUNT] = THEME_DIM,
		[ROLE_PREVIEW] = THEME_DIM,
		[ROLE_RULE] = THEME_DIM,
	};
	unsigned attributes = of_roles[appearance.role];
	if (appearance.style & STYLE_STRONG)
		attributes |= THEME_BOLD;
	if (appearance.style & STYLE_EMPHASIS)
		attributes |= THEME_ITALIC;
	if (appearance.link)
		attributes |= THEME_UNDERLINE;
	return attributes;
}

unsigned theme_attributes(struct appearance appearance)
{
	if (appearance.ink != INK_THEME)
		return 0;
	if (appearance.hint)
		return THEME_REVERSE | THEME_BOLD;
	unsigned attributes = attributes_of_text(appearance);
	if (appearance.focus || appearance.match)
		attributes |= THEME_REVERSE;
	/* The match that the reader is at, among the others. */
	if (appearance.focus && appearance.match)
		attributes |= THEME_BOLD | THEME_UNDERLINE;
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
