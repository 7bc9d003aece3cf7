/*
 * The signs that lines are drawn with besides the author's text, for terminals that know Unicode
 * and for those that know ASCII.
 * Knows nothing of where they go.
 */
#ifndef VITAE_LAYOUT_GLYPHS_H
#define VITAE_LAYOUT_GLYPHS_H

#include "base/text.h"

#include <stdbool.h>

/* Each is one column wide, unless said otherwise; blanks around it are not in it. */
struct glyphs {
	struct text cursor;
	struct text open;
	struct text closed;
	struct text bullet;
	struct text rule;
	struct text ellipsis;  /* may be wider */
	struct text dot;       /* between things of a kind on one line */
	struct text angle;     /* between a heading and one that is in it */
	struct text enter_key; /* may be wider */
};

/* Static. */
const struct glyphs *glyphs_for(bool ascii);

#endif
