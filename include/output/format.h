/*
 * The output formats: one row each.
 * Knows nothing of terminals or of where output goes.
 */
#ifndef VITAE_OUTPUT_FORMAT_H
#define VITAE_OUTPUT_FORMAT_H

#include "base/sink.h"
#include "data/node.h"
#include "doc/doc.h"

#include <stdbool.h>

struct format_settings {
	int width;       /* columns */
	bool wraps;      /* it was asked for: formats whose lines are whole otherwise wrap them */
	bool ascii;      /* the format's own signs are ASCII; texts are as they are */
	bool color;      /* styles may have colours */
	int accent;      /* the colour of links, of the eight that SGR 30 to 37 set */
	bool hyperlinks; /* links may be OSC 8 */
	bool fold;       /* entries are to be folded, where the format can do that */
	const char *modeline; /* the first line of a file of YAML, for editors */
};

/* Has one of the two functions: it writes the résumé as a document or as a record. */
struct format {
	const char *name;
	const char *description;
	void (*write)(
		const struct doc *doc, const struct format_settings *settings, struct sink *sink);
	/* The record is a map as record_make() makes it: of JSON Resume 1.0.0. */
	void (*write_record)(const struct node *record, const struct format_settings *settings,
		struct sink *sink);
	bool native; /* the record is to have the shapes that vitae has, whatever JSON Resume has */
};

/* All formats; ends with a NULL name. */
extern const struct format formats[];

/* The row for a name, or NULL. */
const struct format *format_find(struct text name);

#endif
