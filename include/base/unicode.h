/*
 * Characters: decoding, cleaning, grapheme clusters and their width in terminal columns.
 * Knows nothing of lines, documents or screens.
 *
 * Width is the sum of the C library's wcwidth(3), which is what ncurses and terminals lay out,
 * measured on the display form of a cluster: see unicode_display(). It needs a UTF-8 LC_CTYPE.
 */
#ifndef VITAE_BASE_UNICODE_H
#define VITAE_BASE_UNICODE_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	UNICODE_REPLACEMENT = 0xFFFD,
	UNICODE_SOFT_HYPHEN = 0xAD,
	UNICODE_DISPLAY_MAX = 64, /* bytes that the display form of one cluster may need */
};

/*
 * Decodes the character at offset, which must be less than the length, and stores how many
 * bytes it takes. A malformed byte is one byte long and decodes to U+FFFD.
 */
uint32_t unicode_decode(struct text text, size_t offset, size_t *size);

/*
 * Where the character that ends at offset begins; offset is more than 0 and at most the length. A
 * malformed byte is a character, as for unicode_decode().
 */
size_t unicode_before(struct text text, size_t offset);

/* Writes a character as UTF-8 and returns how many bytes it took, 1 to 4. */
size_t unicode_encode(uint32_t character, char bytes[4]);

/*
 * Text as it may enter the program: malformed bytes become U+FFFD; control characters (C0 but
 * newline, DEL, C1) and noncharacters are dropped, a tab becomes a space; CR, CR LF, U+2028
 * and U+2029 become newline; bidi embeddings, overrides and isolates are dropped unless closed
 * within their paragraph (UAX #9); the rest is brought to stream-safe NFC (UAX #15). Returns the
 * text itself when nothing changes, else a copy in the arena.
 */
struct text unicode_clean(struct text text, struct arena *arena);

/* How many bytes of printable ASCII there are from offset on. */
size_t unicode_ascii_run(struct text text, size_t offset);

/* Bytes in the extended grapheme cluster (UAX #29) at offset, which is less than the length. */
size_t unicode_cluster(struct text text, size_t offset);

/* Where the cluster begins that holds the byte at offset, which is less than the length. */
size_t unicode_cluster_start(struct text text, size_t offset);

/*
 * The display form of one cluster, as UTF-8, and its width in columns: what every terminal
 * lays out alike. Line ends, variation selectors, joiners between pictographs, skin tones after
 * a pictograph, soft hyphens and invisible format characters (zero-width spaces, word joiners,
 * tags, bidi controls) are left out; a lone regional indicator becomes its letter; what has no
 * width in this C library becomes U+FFFD; a cluster that begins with a mark gets a no-break
 * space to stand on; at most four marks stay on a base, and as many bases as there is room for.
 * bytes may be NULL to only measure. Returns columns; stores the number of bytes in *size.
 * Both are 0 when nothing is left.
 */
int unicode_display(struct text cluster, char bytes[UNICODE_DISPLAY_MAX], size_t *size);

/*
 * Columns of the display form of the cluster at offset, which is less than the length; stores
 * the bytes of the cluster itself.
 */
int unicode_measure(struct text text, size_t offset, size_t *size);

/* Columns that text needs: the sum over its clusters. Fast for ASCII. */
int unicode_width(struct text text);

/* True if there are characters that are written from right to left (UAX #9: R, AL). */
bool unicode_is_right_to_left(struct text text);

/* True for letters, marks, numbers and invisible format characters (L, M, N, Cf). */
bool unicode_is_word(uint32_t character);

/* True for the blanks of any script (Zs), and for newline. */
bool unicode_is_blank(uint32_t character);

/*
 * True if there are marks that take columns of their own (category Mc), as many scripts of India
 * have: terminals disagree on how many.
 */
bool unicode_has_spacing_marks(struct text text);

#endif
