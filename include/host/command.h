/*
 * A program to run for the reader: its words, and how it is started.
 * Knows nothing of what it is for. Never uses a shell.
 */
#ifndef VITAE_HOST_COMMAND_H
#define VITAE_HOST_COMMAND_H

#include <stdbool.h>
#include <sys/types.h>

enum { COMMAND_WORDS_MOST = 16, COMMAND_BYTES_MOST = 8192 };

/* Caller-allocated, all zero at first. Its words point into itself. */
struct command {
	char *words[COMMAND_WORDS_MOST + 1]; /* ends with NULL */
	char bytes[COMMAND_BYTES_MOST];
	bool needs_terminal; /* it works in this terminal until it ends */
};

/*
 * Starts it: in the foreground if it needs the terminal, else in a session of its own without this
 * terminal, with input as its standard input, or nothing for -1. Returns its process, to be waited
 * for, or -1 with errno set.
 */
pid_t command_start(const struct command *command, int input);

#endif
