/*
 * What the program's exit status says, besides that a signal ended it.
 */
#ifndef VITAE_EXIT_H
#define VITAE_EXIT_H

enum {
	EXIT_CONTENT = 1, /* the file has an error in its content */
	EXIT_SYSTEM = 2,  /* the command line is wrong, or something cannot be read or written */
	EXIT_WARNING = 3, /* a check found something to warn of, and no error */
};

#endif
