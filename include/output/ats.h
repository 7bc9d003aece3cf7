/*
 * A document as text that is pasted into web forms and read by programs that take résumés apart
 * (applicant tracking systems).
 * Knows nothing of résumés.
 */
#ifndef VITAE_OUTPUT_ATS_H
#define VITAE_OUTPUT_ATS_H

#include "output/format.h"

/*
 * Every line begins at the left edge and holds one thing: a title, its dates, a paragraph, an item,
 * a contact with its label. Lines are whole unless settings->wraps. Addresses stand behind their
 * words, those of an entry below its dates. Letters are as they are, but signs are ASCII, and
 * nothing is aligned or underlined. How long something lasted, which its dates tell, is left out.
 */
void ats_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink);

#endif
