/*
 * A paragraph of runs, broken into lines of a width.
 * Knows nothing of blocks, indentation or screens.
 */
#ifndef VITAE_LAYOUT_WRAP_H
#define VITAE_LAYOUT_WRAP_H

#include "base/arena.h"
#include "base/text.h"
#include "doc/doc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which of a block's texts something is from. The order is the one on the screen. */
enum part {
	PART_NONE, /* the layout's own: signs, numbers, previews */
	PART_LABEL,
	PART_TEXT,
	PART_ASIDE,
	PART_COUNT
};

/* A stretch of a line in one look. */
struct span {
	struct text text;
	int column;     /* where it begins */
	int width;      /* columns it takes */
	uint8_t role;   /* enum role */
	uint8_t style;  /* bits of enum style */
	uint8_t part;   /* enum part */
	uint32_t start; /* where it begins in layout_part(), in bytes; 0 for PART_NONE */
	uint32_t link;  /* as in struct run */
};

/* Runs joined to one text, which each piece looks into. */
struct piece {
	size_t start;    /* byte offset; the piece ends where the next one begins */
	uint32_t origin; /* where it begins in the runs joined, without what was put in */
	uint32_t link;
	uint8_t role;
	uint8_t style;
	bool glued; /* the layout's own, which stays on the line of what is before it */
	bool spare; /* as in struct run */
};

struct paragraph {
	struct text text;
	struct piece *pieces;
	size_t piece_count;
	uint32_t origin; /* where it begins in the part, in bytes */
	uint8_t part;    /* enum part: what its spans tell as theirs; PART_NONE at first */
};

/*
 * Joins runs; with numbered set, a link that has a number is followed by it, as in "text [1]".
 * Lives in the arena and borrows from the runs.
 */
struct paragraph paragraph_make(
	const struct doc *doc, const struct runs *runs, bool numbered, struct arena *arena);

/* A paragraph of one text in one role, which it borrows. */
struct paragraph paragraph_of_text(struct text text, enum role role, struct arena *arena);

/* Appends a piece that stays with the last word: text begins with a space. */
void paragraph_glue(
	struct paragraph *paragraph, struct text text, enum role role, struct arena *arena);

/* The paragraph up to what may be left out. */
struct paragraph paragraph_without_spare(struct paragraph paragraph);

/* Columns of the whole paragraph on one line. */
int paragraph_width(const struct paragraph *paragraph);

/* One line of a paragraph: bytes from start up to end, without the blanks around. */
struct wrapped {
	size_t start;
	size_t end;
	bool hyphen; /* it was broken at a soft hyphen */
};

/* Breaks a paragraph line by line. Caller-allocated by wrap_begin(). */
struct wrap {
	const struct paragraph *paragraph;
	struct arena *arena;
	const unsigned char *breaks; /* as linebreak_find() makes them; NULL until needed */
	size_t next;
	size_t word_end; /* up to here there is one word without an address, which was looked at */
	bool unbroken_urls; /* an address that is wider than the line stays whole */
	bool verbatim;      /* blanks at the beginning of a line stay */
	bool to_edge; /* a line that is too long goes on from the edge, in the midst of a word */
};

void wrap_begin(struct wrap *wrap, const struct paragraph *paragraph, struct arena *arena);

/*
 * The next line of at most width columns, which is at least 1; false after the last. A line breaks
 * between words where UAX #14 allows it; inside a word (after its hyphens and slashes, else between
 * grapheme clusters) only if the word is wider than the line, unless told otherwise. One cluster
 * wider than width still fits.
 */
bool wrap_next(struct wrap *wrap, int width, struct wrapped *line);

/*
 * The spans of a line, the first of them at column. Stores how many there are; they live in the
 * arena and borrow the paragraph's text.
 */
struct span *wrap_spans(const struct paragraph *paragraph, struct wrapped line, int column,
	struct arena *arena, size_t *count);

/*
 * Text that fits into width columns: itself, or its beginning and the ellipsis where the rest is
 * missing; of an ellipsis that is wider than that, what fits. In the arena or borrowed.
 */
struct text wrap_shorten(struct text text, int width, struct text ellipsis, struct arena *arena);

#endif
