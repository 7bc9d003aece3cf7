/*
 * A document as Markdown that a forge shows as the résumé looks, and that a person goes on editing:
 * CommonMark 0.30, escaped for GitHub's and GitLab's extensions as well.
 * Knows nothing of résumés.
 */
#ifndef VITAE_OUTPUT_MARKDOWN_H
#define VITAE_OUTPUT_MARKDOWN_H

#include "output/format.h"

/*
 * Headings down to the entries, lists of what is said in a line. A paragraph is one line unless a
 * width was asked for, since some forges show line ends of the source. With the setting to fold,
 * entries that hold something are <details>, and nothing else is HTML. Links are those of safe
 * addresses; the address of another is text behind it. No trailing blanks; one newline at the end.
 */
void markdown_write(
	const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
