/*
 * The program that opens an address for the reader, if there is one here.
 * Knows nothing of documents or screens. Never uses a shell.
 */
#ifndef VITAE_HOST_OPENER_H
#define VITAE_HOST_OPENER_H

#include <stdbool.h>
#include <sys/types.h>

enum opener_kind {
	OPENER_NONE,     /* nothing here could show it to the reader */
	OPENER_DETACHED, /* has a window of its own */
	OPENER_TERMINAL, /* needs this terminal until it ends */
};

enum { OPENER_WORDS_MOST = 16, OPENER_BYTES_MOST = 8192 };

/* Caller-allocated by opener_choose(). Its words point into itself and to the address. */
struct opener {
	enum opener_kind kind;
	char *words[OPENER_WORDS_MOST + 1]; /* the command line; ends with NULL */
	char bytes[OPENER_BYTES_MOST];
};

/*
 * Finds who opens url, which url_make_safe() has passed: the first program of $BROWSER that
 * exists (its words split at blanks, %s the address, %% a percent sign), else the system's. None
 * over ssh, where a browser would open on the wrong machine.
 */
void opener_choose(struct opener *opener, const char *url);

/*
 * Starts it: a detached one in a session of its own without this terminal, any other in the
 * foreground. Returns its process, to be waited for, or -1 with errno set.
 */
pid_t opener_start(const struct opener *opener);

#endif
