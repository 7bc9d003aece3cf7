/*
 * The child of terminal.h: its pseudo-terminal, environment, session and scratch directory.
 * Knows nothing of what the child writes.
 */
#ifndef VITAE_TESTS_SUPPORT_TERMINAL_PROCESS_H
#define VITAE_TESTS_SUPPORT_TERMINAL_PROCESS_H

#include "terminal.h"

#include <stdio.h>
#include <termios.h>

struct process {
	pid_t id;   /* also that of its session */
	int master; /* our side of the pseudo-terminal, not blocking; -1 after the hang-up */
	struct termios modes; /* before the start */
	bool ended;
	int status;    /* as wait(2), once ended */
	char *scratch; /* a directory of our own, with the sanitizers' reports */
	char *home;    /* inside it, for the child */
};

/* False, with errno, when there is no pseudo-terminal, process or directory to be had. */
bool process_start(struct process *process, const struct terminal_options *options);

/* Kills what is left and removes the files. */
void process_finish(struct process *process);

/* True once the child has ended; never waits. */
bool process_ended(struct process *process);

/* The child and every other process of its session that is alive: how many, and kill them. */
int process_count_session(struct process *process);
void process_kill_session(struct process *process);

bool process_modes_restored(const struct process *process);
void process_resize(struct process *process, int rows, int columns);
void process_hang_up(struct process *process);

/* Writes all reports of sanitizers to the stream. */
void process_write_reports(const struct process *process, FILE *stream);

#endif
