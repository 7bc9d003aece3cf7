/*
 * Time that passes, whatever the system's clock is set to.
 */
#ifndef VITAE_HOST_MONOTONIC_H
#define VITAE_HOST_MONOTONIC_H

/* Since a moment that stays the same while the program runs. Safe in signal handlers. */
long long monotonic_milliseconds(void);

#endif
