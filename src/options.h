/*
 * The command line: one table that parses it and writes --help.
 */
#ifndef VITAE_OPTIONS_H
#define VITAE_OPTIONS_H

#include "output/format.h"
#include "resume/dialect.h"
#include "resume/select.h"
#include "tui/looks.h"

#include <stdbool.h>
#include <stdio.h>

enum options_result {
	OPTIONS_GO_ON,
	OPTIONS_DONE,  /* help or version was printed */
	OPTIONS_WRONG, /* a message was printed */
};

/* Borrows the words of the command line, and puts those that are files first. */
struct options {
	char **files; /* those named; more than one only to be checked */
	int file_count;
	const struct dialect *dialect; /* NULL for what the file looks like */
	struct selection selection;
	const struct format *format; /* NULL if none was asked for */
	const char *output;          /* NULL for standard output */
	int width;                   /* columns; 0 if not given */
	int level;                   /* 0 if not given */
	const char *place;           /* the id of where to start, or NULL */
	enum theme theme;
	enum choice color;
	enum choice hyperlinks;
	bool ascii;
	bool folds; /* entries of an output format are to be folded */
	bool linear;
	bool lists_keys;
	bool begins; /* a starter file is asked for */
	bool checks;
};

enum options_result options_read(int count, char **words, struct options *options);

/* Writes what --help prints. */
void options_print_help(FILE *stream);

#endif
