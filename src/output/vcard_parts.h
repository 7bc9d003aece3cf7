/*
 * The lines of a card, and the parts of a name. Private to the format.
 */
#ifndef VITAE_OUTPUT_VCARD_PARTS_H
#define VITAE_OUTPUT_VCARD_PARTS_H

#include "base/buffer.h"
#include "base/sink.h"

/* Adds a text to a value, with what would end it escaped (RFC 6350, section 3.4). */
void vcard_escape(struct buffer *value, struct text text);

/*
 * Writes "name:value" folded into lines of at most 75 bytes, between characters, and empties the
 * value. name has its parameters.
 */
void vcard_write_line(struct sink *sink, struct text name, struct buffer *value);

/* The parts of a name; empty where there is none. */
struct vcard_name {
	struct text family;
	struct text given;
	struct text additional;
	struct text prefix;
	struct text suffix;
};

/*
 * Guesses the parts of a name as people write it: the last word is the family name, with particles
 * such as "van der" before it; the first word is the given name. Titles and the like at both ends
 * go to prefix and suffix, what is in brackets nowhere. In Han, kana and Hangul the family name is
 * the first word, and a single word stays whole in its place. "Family, Given" is as it says.
 */
struct vcard_name vcard_guess_name(struct text name);

#endif
