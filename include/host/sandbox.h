/*
 * What this process may ask of the kernel, narrowed until it can do no more than draw what it has
 * loaded. Knows nothing of what is drawn, or for whom.
 *
 * There is no way back. None of it works in programs built with AddressSanitizer, which need more
 * memory and more system calls.
 */
#ifndef VITAE_HOST_SANDBOX_H
#define VITAE_HOST_SANDBOX_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>

/*
 * To be called first: rights cannot be gained, other processes of the same account cannot look in,
 * no process can be started, and memory, processor time and descriptors are bounded. False with
 * errno set if any of that could not be had.
 */
bool sandbox_limit(void);

/*
 * To be called when all files are read and the terminal is open. From then on a file cannot be
 * opened (EPERM), and none of the calls that only an intruder makes returns: to run a program, to
 * start a process or a connection. What is not known fails with ENOSYS, so that a newer C library
 * falls back on what it did before. The kernel may lack Landlock, which is a second wall around
 * files; false with errno set if seccomp, the first, could not be had, or Landlock is there and
 * refuses.
 */
bool sandbox_enclose(void);

/* What of it this kernel has, such as "seccomp, Landlock 7"; in the arena. */
struct text sandbox_describe(struct arena *arena);

#endif
