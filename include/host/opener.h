/*
 * The program that opens an address for the reader, if there is one here.
 * Knows nothing of documents or screens. Never uses a shell.
 */
#ifndef VITAE_HOST_OPENER_H
#define VITAE_HOST_OPENER_H

#include "host/command.h"

#include <stdbool.h>

/*
 * The command line that opens url, which url_make_safe() has passed: the first program of $BROWSER
 * that exists (its words split at blanks, %s the address, %% a percent sign), else the system's.
 * False if nothing here could show it to the reader, as always over ssh, where a browser would
 * open on the wrong machine.
 */
bool opener_choose(struct command *command, const char *url);

#endif
