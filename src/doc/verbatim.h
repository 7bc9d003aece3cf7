/*
 * Where a text holds code, in which nothing means anything but itself.
 */
#ifndef VITAE_DOC_VERBATIM_H
#define VITAE_DOC_VERBATIM_H

#include "base/text.h"

/*
 * How many bytes the code has that begins at start with its first "`" or "~": a span, or a block
 * between fences (CommonMark 0.30). 0 if none begins there.
 */
size_t verbatim_length(struct text text, size_t start);

/* How many bytes of the same kind there are from start on, which is before the end. */
size_t verbatim_run(struct text text, size_t start);

#endif
