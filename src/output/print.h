/*
 * A whole document as it is printed, into a sink.
 * Private to the formats, of which several differ only in how lines are written.
 */
#ifndef VITAE_OUTPUT_PRINT_H
#define VITAE_OUTPUT_PRINT_H

#include "layout/print.h"
#include "output/format.h"

/* Everything unfolded and wrapped to the width, links numbered, their addresses at the end. */
void print_write(struct pen *pen, const struct doc *doc, const struct format_settings *settings,
	struct sink *sink);

#endif
