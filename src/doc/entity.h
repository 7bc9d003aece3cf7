/*
 * Character references such as &amp; and &#8212;, as HTML defines them.
 * Knows nothing of Markdown.
 */
#ifndef VITAE_DOC_ENTITY_H
#define VITAE_DOC_ENTITY_H

#include "base/arena.h"
#include "base/text.h"

/*
 * The character that a reference, with its & and semicolon, stands for; the reference itself when
 * it is not known or stands for a control character. Static, borrowed or in the arena.
 */
struct text entity_decode(struct text reference, struct arena *arena);

/* The text with all references in it decoded: the text itself if there is none, else a copy. */
struct text entity_decode_all(struct text text, struct arena *arena);

#endif
