#include "terminal_traits.h"

#include <fnmatch.h>
#include <stddef.h>
#include <string.h>

static bool matches(const char *name, const char *const *patterns)
{
	for (; *patterns; patterns++) {
		if (fnmatch(*patterns, name, 0) == 0)
			return true;
	}
	return false;
}

bool terminal_is_modern(const char *name)
{
	static const char *const patterns[] = {"xterm*", "tmux*", "alacritty*", "foot*", "*kitty",
		"*ghostty*", "wezterm*", "vte*", "gnome*", "konsole*", "contour*", "mintty*",
		"iTerm*", "rxvt-unicode*", "st-*", "ms-terminal", NULL};
	return matches(name, patterns);
}

bool terminal_answers(const char *name)
{
	static const char *const patterns[] = {"screen*", "rxvt*", "putty*", "st", NULL};
	return terminal_is_modern(name) || matches(name, patterns);
}

bool terminal_is_ascii(const char *name)
{
	/* Of vt and a number; vte is another. */
	static const char *const patterns[] = {"vt[0-9]*", NULL};
	return matches(name, patterns);
}

static bool is_set(terminal_variable variable, const char *name)
{
	const char *value = variable(name);
	return value && *value;
}

static bool is_zero(terminal_variable variable, const char *name)
{
	const char *value = variable(name);
	return value && strcmp(value, "0") == 0;
}

bool terminal_wants_hyperlinks(enum choice choice, const char *name, terminal_variable variable)
{
	if (choice != CHOICE_AUTO)
		return choice == CHOICE_ALWAYS;
	if (is_set(variable, "FORCE_HYPERLINK"))
		return !is_zero(variable, "FORCE_HYPERLINK");
	if (is_set(variable, "STY"))
		return false;
	/* tmux names itself so where there is no description of tmux. */
	if (strncmp(name, "screen", 6) == 0)
		return is_set(variable, "TMUX");
	return terminal_is_modern(name);
}

bool terminal_may_have_hyperlinks(enum choice choice, terminal_variable variable)
{
	if (choice != CHOICE_AUTO)
		return choice == CHOICE_ALWAYS;
	return !is_zero(variable, "FORCE_HYPERLINK");
}

bool terminal_wants_colors(enum choice choice, terminal_variable variable)
{
	static const char *const forces[] = {"CLICOLOR_FORCE", "FORCE_COLOR"};
	if (choice != CHOICE_AUTO)
		return choice == CHOICE_ALWAYS;
	if (is_set(variable, "NO_COLOR"))
		return false;
	for (int i = 0; i < 2; i++) {
		if (is_set(variable, forces[i]) && !is_zero(variable, forces[i]))
			return true;
	}
	return !is_zero(variable, "CLICOLOR") && !is_zero(variable, "FORCE_COLOR");
}
