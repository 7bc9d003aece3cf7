/*
 * The system calls that a viewer needs, as a filter of seccomp(2).
 */
#ifndef VITAE_HOST_SANDBOX_FILTER_H
#define VITAE_HOST_SANDBOX_FILTER_H

#include <stdbool.h>

/* Keeps to them from now on; needs PR_SET_NO_NEW_PRIVS. False with errno set if that cannot be. */
bool sandbox_filter(void);

/* True if this kernel has what sandbox_filter() needs. */
bool sandbox_can_filter(void);

#endif
