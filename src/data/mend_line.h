/*
 * The mistakes that people make in YAML, and the lines that they meant. Pure.
 * Knows nothing of how often a file is read.
 */
#ifndef VITAE_DATA_MEND_LINE_H
#define VITAE_DATA_MEND_LINE_H

#include "base/buffer.h"
#include "base/text.h"
#include "data/yaml.h"

#include <stdbool.h>
#include <stddef.h>

/* What takes the place of the lines from first to last. Owns its lines. */
struct patch {
	int first;
	int last;
	struct buffer lines;
	/* The mistake, where it is another than the one that was noticed; else NULL. */
	const char *message;
	struct position mistake;
};

/*
 * Writes what was meant instead of the lines that a fault, whose positions are those in source, is
 * about. False if this is not that kind of mistake; the patch then means nothing.
 */
typedef bool (*line_mender)(
	struct text source, const struct yaml_fault *fault, struct patch *patch);

/* A directive that this YAML does not know becomes a comment. */
bool mend_directive(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* Backslashes in double quotes are meant as such. */
bool mend_escapes(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* A line that is neither indented as those above nor less than they are goes where those are. */
bool mend_indentation(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* Texts that begin beside their key, each with a dash, become a list between brackets. */
bool mend_list(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* Values between brackets that hold what begins a comment are quoted. */
bool mend_hash(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* What a merge left: its marks become comments. */
bool mend_conflict(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* A string of JSON that goes on in the next line is closed in its own. */
bool mend_string(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* A blank behind the colon of a key. */
bool mend_key(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* One of the values between brackets or braces is quoted. */
bool mend_item(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* The value that the problem is in is quoted, with the lines that it goes on in. */
bool mend_value(struct text source, const struct yaml_fault *fault, struct patch *patch);

/* So is the value that begins with the quote that was read last. */
bool mend_quote(struct text source, const struct yaml_fault *fault, struct patch *patch);

/*
 * Rewrites the whole text: malformed bytes are taken for Windows-1252, and characters that YAML
 * refuses become blanks. Returns how many lines there are of that kind; 0, with nothing of use
 * written, if there are so many that this is no text in a Latin alphabet.
 */
size_t mend_characters(struct text source, struct buffer *mended);

/*
 * Rewrites the whole text: tabs in the indentation, and behind a dash, become blanks, as many as
 * the file indents by elsewhere. Returns how many lines there are of that kind.
 */
size_t mend_tabs(struct text source, struct buffer *mended);

#endif
