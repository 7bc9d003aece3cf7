/*
 * Signals as bytes in a pipe, so that only the main loop acts on them.
 * Knows nothing of what is done about them.
 */
#ifndef VITAE_HOST_SIGNALS_H
#define VITAE_HOST_SIGNALS_H

/*
 * Catches what ends or stops a program, SIGCHLD and SIGWINCH. Call it before curses starts, which
 * leaves signals alone that are caught already. rescue is called from a handler when the program
 * crashes, and may do only what is safe there; the program then ends as it would have. Returns
 * a descriptor that becomes readable with each signal, or -1.
 */
int signals_begin(void (*rescue)(void));

/*
 * The program ends after so many seconds, whatever it waits for. Between signals_begin() and
 * signals_end() that is SIGALRM, and a signal that asks to end like others; else SIGALRM ends it
 * at once, and after signals_end() it has a few seconds left at least.
 */
void signals_limit(unsigned seconds);

/* The next signal that came, or 0. */
int signals_next(void);

/*
 * After a signal that asks to end, the program ends by itself soon even if it is stuck. This
 * takes that back for the time of a wait that is meant.
 */
void signals_wait(void);

/* Stops the program and those it is in a pipeline with, as ^Z does; returns when it goes on. */
void signals_stop(void);

/* Gives all signals their old meaning back. */
void signals_end(void);

#endif
