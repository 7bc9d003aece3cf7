/*
 * The tags of HTML that people write into their texts: read, and written in one plain form.
 * Knows nothing of Markdown nor of what the tags do.
 */
#ifndef VITAE_DOC_HTML_H
#define VITAE_DOC_HTML_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum tag_kind {
	TAG_UNKNOWN, /* no tag, or none of those known */
	TAG_BREAK,
	TAG_STRONG,
	TAG_EMPHASIS,
	TAG_CODE,
	TAG_NEUTRAL, /* its text is as any other */
	TAG_LINK,
	TAG_PICTURE,
	TAG_PARAGRAPH,
	TAG_HEADING,
	TAG_BULLETS,
	TAG_NUMBERS,
	TAG_ITEM,
	TAG_RULE,
};

struct tag {
	enum tag_kind kind;
	bool closes;         /* "</b>" */
	const char *name;    /* in small letters */
	uint64_t bit;        /* one for each name */
	size_t length;       /* in bytes, from "<" to ">" */
	struct text address; /* href or src: borrowed, entities not decoded */
	struct text words;   /* alt: likewise */
};

/*
 * Reads the tag whose "<" is at start. Letters may be capitals; values of attributes may be in
 * either quotes or none. All but the kind is undefined if that is TAG_UNKNOWN.
 */
struct tag html_read_tag(struct text text, size_t start);

/* True for tags that begin a line, a block or a part of one. */
bool html_breaks_line(enum tag_kind kind);

/* The bits of all tags that text closes somewhere. */
uint64_t html_closed_tags(struct text text);

/* Writes a tag as CommonMark wants it, on one line, with the attributes that struct tag knows. */
void html_write_tag(struct buffer *buffer, const struct tag *tag);

/* Writes the beginning of a link. The address is plain; before, put in front of it, may be empty.
 */
void html_begin_link(struct buffer *buffer, struct text before, struct text address);

/* Writes text so that CommonMark shows it as it is. */
void html_write_plain(struct buffer *buffer, struct text text);

#endif
