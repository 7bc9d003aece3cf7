/*
 * The output formats: one row each.
 * Knows nothing of terminals or of where output goes.
 */
#ifndef VITAE_OUTPUT_FORMAT_H
#define VITAE_OUTPUT_FORMAT_H

#include "base/sink.h"
#include "doc/doc.h"

#include <stdbool.h>

struct format_settings {
	int width;  /* columns */
	bool ascii; /* the format's own signs are ASCII; texts are as they are */
};

struct format {
	const char *name;
	const char *description;
	void (*write)(
		const struct doc *doc, const struct format_settings *settings, struct sink *sink);
};

/* All formats; ends with a NULL name. */
extern const struct format formats[];

/* The row for a name, or NULL. */
const struct format *format_find(const char *name);

#endif
