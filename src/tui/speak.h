/*
 * Documents and messages as plain lines that are good to listen to: nothing is drawn, what stands
 * apart on paper is parted by a comma or a colon, and what can be asked for has its number.
 * Knows nothing of what is asked, or of files.
 */
#ifndef VITAE_TUI_SPEAK_H
#define VITAE_TUI_SPEAK_H

#include "base/sink.h"
#include "doc/doc.h"

#include <stdbool.h>
#include <stddef.h>

/* Where lines go. Borrows the sink. */
struct speaker {
	struct sink *sink;
	int width; /* columns */
	bool ascii;
};

/* Formats as printf(3) and breaks it into lines; an address that is too wide stays whole. */
void speak(const struct speaker *speaker, const char *format, ...)
	__attribute__((format(printf, 2, 3), nonnull(1, 2)));

/* A block of doc with all that is in it. */
void speak_block(const struct speaker *speaker, const struct doc *doc, const struct block *block);

/*
 * What is in a block, without the block itself. If it is a section, number is its own and its parts
 * begin with theirs, as in "2.3"; 0 numbers nothing.
 */
void speak_content(const struct speaker *speaker, const struct doc *doc, const struct block *block,
	size_t number);

#endif
