/*
 * A program to run for the reader: its words, and how it is started.
 * Knows nothing of what it is for. Never uses a shell.
 */
#ifndef VITAE_HOST_COMMAND_H
#define VITAE_HOST_COMMAND_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { COMMAND_WORDS_MOST = 16, COMMAND_BYTES_MOST = 8192 };

/* Caller-allocated, all zero at first. Its words point into itself, so it is not to be copied. */
struct command {
	char *words[COMMAND_WORDS_MOST + 1]; /* ends with NULL */
	char bytes[COMMAND_BYTES_MOST];
	size_t used;         /* of bytes */
	int count;           /* of words */
	bool is_too_long;    /* words were left out */
	bool needs_terminal; /* it works in this terminal until it ends */
};

/* What a percent sign and this letter stand for. */
struct command_value {
	char letter;
	const char *string;
};

/*
 * Adds the words of a line, which blanks (space, tab) part; there are no quotes. A word may hold
 * values, which end with a letter of 0, and %% for a percent sign; blanks in a value part nothing.
 * With NULL for values percent signs are as any other. Returns how many values were put in.
 */
int command_add_words(
	struct command *command, struct text line, const struct command_value *values);

/* The name of its program without folders; it must have words. */
const char *command_name(const struct command *command);

/* True if it has words, all of them had room, and there is such a program. */
bool command_can_start(const struct command *command);

/*
 * Starts it: in the foreground if it needs the terminal, else in a session of its own without this
 * terminal. Its standard input is input; for -1 it is that of this program, or nothing without the
 * terminal. Returns its process, to be waited for, or -1 with errno set.
 */
pid_t command_start(const struct command *command, int input);

/*
 * Waits until a program that has the terminal ends. What is typed to interrupt is meant for it;
 * when it is stopped, as by ^Z, this program stops as well, and both go on together. Whenever news,
 * a descriptor that every signal makes readable, is readable, attend is called, which has to read
 * it. Without such a descriptor news is -1. Returns how it ended, as waitpid(2) does.
 */
int command_wait(
	pid_t process, int news, void (*attend)(void *context, pid_t process), void *context);

#endif
