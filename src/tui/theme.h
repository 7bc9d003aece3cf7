/*
 * How text looks, by what it is and what the reader does with it. Pure.
 * Knows nothing of curses or of what is drawn.
 *
 * Text has the terminal's own colours, and the only other one lies on what is underlined as well,
 * so that nothing is said by colour alone. See HACKING.md for the choice of the accent.
 */
#ifndef VITAE_TUI_THEME_H
#define VITAE_TUI_THEME_H

#include "layout/attributes.h"
#include "tui/canvas.h"
#include "tui/looks.h"

enum background {
	BACKGROUND_UNKNOWN,
	BACKGROUND_DARK,
	BACKGROUND_LIGHT,
};

enum { THEME_NO_COLOR = -1 };

/* Bits of enum attribute. An ink has none: see theme_ink(). */
unsigned theme_attributes(struct appearance appearance);

/*
 * The colour of links on a terminal with that many colours, or THEME_NO_COLOR. What the theme
 * says of the background counts more than what the terminal says of it.
 */
int theme_accent(enum theme theme, enum background background, int colors);

/*
 * The colour of links in text for terminals of which nothing is known, among the eight that all
 * have, or THEME_NO_COLOR.
 */
int theme_accent_in_print(enum theme theme);

/*
 * The colours of an ink; false if there are too few: then reverse video has to do for black on
 * white.
 */
bool theme_ink(enum ink ink, int colors, int *foreground, int *background);

#endif
