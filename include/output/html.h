/*
 * A document as one web page that needs nothing else: no script, no network.
 * Knows nothing of résumés; what a block is, the document says: see struct facts.
 */
#ifndef VITAE_OUTPUT_HTML_H
#define VITAE_OUTPUT_HTML_H

#include "output/format.h"

/*
 * HTML with microformats2 (h-resume, h-card, h-event) and microdata of schema.org (Person).
 * Entries are <details>: open at the start, so that print and a search in the page have all of
 * them, or closed if settings say that they are to be folded. The ids are those of the document.
 */
void html_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
