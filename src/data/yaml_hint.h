/*
 * What to do about a syntax error, in plain words.
 * Knows the mistakes people make in YAML; nothing of the parser but its messages.
 */
#ifndef VITAE_DATA_YAML_HINT_H
#define VITAE_DATA_YAML_HINT_H

#include "base/text.h"

/*
 * problem is the parser's message, line the line of the file that it points at. Returns a
 * constant, never NULL.
 */
const char *yaml_hint(const char *problem, struct text line);

#endif
