/*
 * What the owner of a kiosk is told, in the system's log, and visitors are not.
 */
#ifndef VITAE_KIOSK_LOG_H
#define VITAE_KIOSK_LOG_H

#include "base/diagnostic.h"

/* Logs the messages about a file that are at least as severe; visitors have no part in them. */
void kiosk_log(const struct diagnostics *diagnostics, const char *file, enum severity least);

#endif
