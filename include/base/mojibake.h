/*
 * UTF-8 that was decoded as Windows-1252 or ISO 8859-1 on its way, and so reads as other
 * characters. Knows nothing of files or messages.
 */
#ifndef VITAE_BASE_MOJIBAKE_H
#define VITAE_BASE_MOJIBAKE_H

#include "base/buffer.h"
#include "base/text.h"

#include <stddef.h>

/*
 * How many bytes at offset, which is less than the length, are characters that must have come about
 * so; 0 if they may well be meant. meant is then what they should be, else it means nothing.
 * Letters before quotes and dashes, as in any language, are taken for what they are.
 */
size_t mojibake_at(struct text text, size_t offset, struct buffer *meant);

#endif
