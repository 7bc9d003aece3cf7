/*
 * The document written to a file or to standard output.
 */
#ifndef VITAE_EXPORT_H
#define VITAE_EXPORT_H

#include "document.h"
#include "options.h"

enum { WIDTH_DEFAULT = 80 };

/* Writes it as the options say. Returns an exit status, after a message if that is not 0. */
int export_document(const struct document *document, const struct options *options);

/* Writes it in the options' format to a descriptor. Returns the errno of what failed, or 0. */
int export_write(const struct document *document, const struct options *options, int descriptor);

/*
 * Prints that a file, or "to standard output", cannot be written, and why: the errno. Says nothing
 * if nobody reads any more. Returns the exit status.
 */
int export_failed(const char *name, int reason);

#endif
