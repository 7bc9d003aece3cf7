/*
 * The links of a document, for programs and for people who follow them one by one.
 * Knows nothing of résumés.
 */
#ifndef VITAE_OUTPUT_LINKS_H
#define VITAE_OUTPUT_LINKS_H

#include "output/format.h"

/*
 * A line for each link that can be followed, in document order: in brackets the number that it has
 * in text, or "-" if its words tell the address there, then a blank and the address in the form of
 * url_make_safe(), which has no blanks.
 */
void links_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
