#include "terminal_name.h"

#include <stdlib.h>
#include <string.h>

static bool starts_with(const char *name, const char *prefix)
{
	return strncmp(name, prefix, strlen(prefix)) == 0;
}

/* What stands in for a terminal that the system does not know, best first. */
static const char *const *substitutes_for(const char *name)
{
	static const char *const multiplexers[] = {"screen-256color", "screen", "vt100", NULL};
	static const char *const consoles[] = {"linux", "vt100", "ansi", NULL};
	static const char *const old[] = {"vt100", "ansi", NULL};
	static const char *const others[] = {"xterm-256color", "xterm", "vt100", "ansi", NULL};
	if (starts_with(name, "screen") || starts_with(name, "tmux"))
		return multiplexers;
	if (starts_with(name, "linux"))
		return consoles;
	return starts_with(name, "vt") ? old : others;
}

const char *terminal_name_choose(const char *name, terminal_examiner examine)
{
	if (!name || !*name || strcmp(name, "dumb") == 0 || strcmp(name, "unknown") == 0)
		return NULL;
	enum terminal_ability ability = examine(name);
	if (ability == TERMINAL_FULL)
		return name;
	if (ability == TERMINAL_POOR)
		return NULL;
	for (const char *const *other = substitutes_for(name); *other; other++) {
		if (examine(*other) == TERMINAL_FULL)
			return *other;
	}
	return NULL;
}
