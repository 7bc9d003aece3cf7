/*
 * A document as text with escapes for terminals: SGR (ECMA-48) and hyperlinks (OSC 8).
 * Knows nothing of which terminal reads it.
 */
#ifndef VITAE_OUTPUT_ANSI_H
#define VITAE_OUTPUT_ANSI_H

#include "output/format.h"

/*
 * What text_write() writes, and in it nothing but SGR and OSC 8 of addresses that url_make_safe()
 * lets pass. Whatever a line opens it closes before its newline, so that lines can be taken apart.
 * Without settings->color, styles stay; without settings->hyperlinks, there is no OSC 8.
 */
void ansi_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
