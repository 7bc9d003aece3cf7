/*
 * What is wrong with files, told as compilers do.
 */
#ifndef VITAE_CHECK_H
#define VITAE_CHECK_H

#include "resume/dialect.h"
#include "tui/looks.h"

struct check_settings {
	const struct dialect
		*dialect; /* the schema of the files, or NULL for what each looks like */
	enum choice color;
};

/*
 * Prints what is found in each file to standard output, in the order of the lines; on a terminal
 * with the line and the place in it. Goes on behind a file that cannot be read. Returns the exit
 * status for the worst of it.
 */
int check_files(char *const *files, int count, const struct check_settings *settings);

#endif
