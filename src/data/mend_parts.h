/*
 * Lines of YAML and patches for them: what the menders share. Pure.
 */
#ifndef VITAE_DATA_MEND_PARTS_H
#define VITAE_DATA_MEND_PARTS_H

#include "mend_line.h"

/* How a line introduces its value. All are offsets in the line. */
struct opening {
	size_t indent;   /* of its first character that is no blank */
	size_t node;     /* of the last dash, or of the key: what belongs to it is further in */
	size_t value;    /* of the value, or the length */
	bool introduced; /* there is a dash or a key */
};

struct opening mend_read_opening(struct text line);

bool mend_is_blank(char byte);

/* True if the line has that byte there. */
bool mend_is_at(struct text line, size_t at, char byte);

/* Offset of the next character that is no blank, or the length. */
size_t mend_skip_blanks(struct text line, size_t at);

/* True for a line that holds something other than a comment. */
bool mend_says_something(struct text line);

/* An empty patch for the lines from first to last. */
void patch_begin(struct patch *patch, int first, int last);

void patch_add(struct patch *patch, struct text line, size_t start, size_t end);

/* What is to stand between single quotes. */
void patch_add_quoted(struct patch *patch, struct text text);

/* The mistake that the reading only stumbled over later. */
void patch_set_mistake(struct patch *patch, struct position position, const char *message);

#endif
