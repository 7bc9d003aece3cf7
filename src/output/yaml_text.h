/*
 * How a text may be written in YAML. Private to the format.
 */
#ifndef VITAE_OUTPUT_YAML_TEXT_H
#define VITAE_OUTPUT_YAML_TEXT_H

#include "base/sink.h"
#include "base/text.h"

#include <stdbool.h>

/*
 * True if the text is read as itself without quotes, by YAML 1.1 (https://yaml.org/type/) and 1.2,
 * within brackets as well.
 */
bool yaml_is_plain(struct text text);

/* Writes a text on one line: without quotes if it can be. */
void yaml_write_line(struct sink *sink, struct text text);

/* How many columns yaml_write_line() needs, about: bytes of what has no quotes. */
size_t yaml_line_length(struct text text);

/* True if a text cannot stand on a line of so many columns, or has several itself. */
bool yaml_needs_block(struct text text, size_t columns);

/*
 * Writes a text as a block that is indented so far, without a newline at its end. The columns count
 * from there.
 */
void yaml_write_block(struct sink *sink, struct text text, size_t indent, size_t columns);

#endif
