/*
 * A document as an indented outline of its blocks, ids and links: for tests and the curious.
 * Knows nothing of résumés or widths.
 */
#ifndef VITAE_OUTPUT_TREE_H
#define VITAE_OUTPUT_TREE_H

#include "output/format.h"

void tree_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
