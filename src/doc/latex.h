/*
 * The commands of LaTeX that are left in texts which were once written for it.
 * Knows only those with their braces; anything else with a backslash is the author's own.
 */
#ifndef VITAE_DOC_LATEX_H
#define VITAE_DOC_LATEX_H

#include "base/arena.h"
#include "base/text.h"

/*
 * The text with tags of HTML for \textbf{x}, \emph{x}, \texttt{x}, \href{u}{x}, \url{u} and their
 * like, for {\bf x}, and for two backslashes at the end of a line; sizes and small capitals are
 * left out. Code and what is not closed stays. The text itself if it has none of these, else in
 * the arena.
 */
struct text latex_to_html(struct text text, struct arena *arena);

#endif
