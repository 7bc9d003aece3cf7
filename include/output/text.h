/*
 * A document as plain text that could be pasted into a mail.
 * Knows nothing of résumés or terminals.
 */
#ifndef VITAE_OUTPUT_TEXT_H
#define VITAE_OUTPUT_TEXT_H

#include "output/format.h"

/*
 * Everything unfolded and wrapped to the width, links numbered, their addresses at the end. No
 * escape codes, no trailing blanks, and no line wider than the width but for an address or a
 * character that is.
 */
void text_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
