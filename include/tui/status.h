/*
 * The last line of the window: where the reader is, how far, and the main keys; or the question
 * that is being answered.
 * Knows nothing of how it is drawn.
 */
#ifndef VITAE_TUI_STATUS_H
#define VITAE_TUI_STATUS_H

#include "base/arena.h"
#include "tui/reader.h"

/* What the line says, for a number of columns; in the arena or borrowed. */
struct status {
	struct text left;  /* a place, an address or an answer */
	struct text right; /* how far, and keys */
	uint32_t link;     /* whose address left is, or 0 */
	int cursor;        /* the column where the reader types, or -1 */
};

struct status status_make(const struct reader *reader, int columns, struct arena *arena);

#endif
