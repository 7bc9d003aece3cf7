/*
 * All links of a document as a document: numbers, what they are called, whole addresses.
 * Knows nothing of how it is shown.
 */
#ifndef VITAE_TUI_LINK_PAGE_H
#define VITAE_TUI_LINK_PAGE_H

#include "doc/doc.h"

/*
 * Sets page up in the arena and fills it with the links of doc, which it borrows texts from: a
 * section for each part of doc that has links, in it a field for each link with its number and
 * what it is called, and in that the whole address. Link n of page has the number n: as in print,
 * and those that need none in print come after. A document without links makes an empty page.
 */
void link_page_make(struct doc *page, struct arena *arena, const struct doc *doc);

#endif
