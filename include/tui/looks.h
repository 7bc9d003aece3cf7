/*
 * What readers choose of how things look.
 * Knows nothing of terminals.
 */
#ifndef VITAE_TUI_LOOKS_H
#define VITAE_TUI_LOOKS_H

/* Whether to use what terminals differ in. */
enum choice {
	CHOICE_AUTO, /* as far as TERM and the environment tell that it works and is wanted */
	CHOICE_ALWAYS,
	CHOICE_NEVER,
};

enum theme {
	THEME_AUTO,  /* as the terminal says, or colours that read on any background */
	THEME_LIGHT, /* dark colours for a light background */
	THEME_DARK,
	THEME_MONO, /* no colours */
	THEME_COUNT,
};

#endif
