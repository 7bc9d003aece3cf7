/*
 * JSON as libyaml can read it: nearly all of it can be as it is.
 * Knows nothing of libyaml or of what the text means.
 */
#ifndef VITAE_DATA_JSON_H
#define VITAE_DATA_JSON_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

/* True if the text begins as JSON does, with a brace or bracket. YAML may begin so, too. */
bool json_is_likely(struct text source);

/*
 * True if it holds what libyaml takes for something else, or refuses though it is common: escapes
 * of surrogates (RFC 8259, section 7), and line ends that are none in JSON (U+0085, U+2028,
 * U+2029).
 */
bool json_is_misread(struct text source);

/*
 * Writes the same JSON so that libyaml reads it as RFC 8259 has it: pairs of surrogates become the
 * character, lone ones U+FFFD; control characters in strings are escaped; tabs and NUL between
 * values, and comments, become blanks; a colon comes right behind its key. Lines stay lines.
 */
void json_rewrite(struct text source, struct buffer *json);

#endif
