/*
 * A terminal description for systems that have none, as a value of TERMINFO.
 * Knows nothing of when it is used.
 */
#ifndef VITAE_TUI_TERMINAL_FALLBACK_H
#define VITAE_TUI_TERMINAL_FALLBACK_H

/* The name of the terminal that it describes. */
#define TERMINAL_FALLBACK_NAME "xterm-256color"

extern const char terminal_fallback[];

#endif
