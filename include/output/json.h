/*
 * A record as JSON.
 * Knows nothing of what its keys mean.
 */
#ifndef VITAE_OUTPUT_JSON_H
#define VITAE_OUTPUT_JSON_H

#include "output/format.h"

/*
 * RFC 8259 in UTF-8, indented by two blanks; every scalar is a string. Escaped is what has to be,
 * and what JavaScript or a terminal would take for more than text: controls, U+2028 and U+2029.
 */
void json_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink);

#endif
