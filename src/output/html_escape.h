/*
 * How text is written in HTML, in elements and between double quotes in attributes.
 * Knows nothing of either.
 */
#ifndef VITAE_OUTPUT_HTML_ESCAPE_H
#define VITAE_OUTPUT_HTML_ESCAPE_H

/* What stands for a byte that means something itself: & < > and quotes; NULL for another. Static.
 */
const char *html_escape(char byte);

#endif
