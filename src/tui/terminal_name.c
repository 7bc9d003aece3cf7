#include "terminal_name.h"

#include "terminal_fallback.h"

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
	return starts_with(name, "vt") && !starts_with(name, "vte") ? old : others;
}

/* Those that do not understand xterm are better off with plain text than with its sequences. */
static bool resembles_xterm(const char *name)
{
	static const char *const others[] = {"vt", "ansi", "cons", "sun", "wy"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (starts_with(name, others[i]) && !starts_with(name, "vte"))
			return false;
	}
	return true;
}

struct terminal_name terminal_name_choose(const char *name, terminal_examiner examine)
{
	struct terminal_name none = {NULL, false};
	if (!name || !*name || strcmp(name, "dumb") == 0 || strcmp(name, "unknown") == 0)
		return none;
	enum terminal_ability ability = examine(name);
	if (ability == TERMINAL_POOR)
		return none;
	if (ability == TERMINAL_FULL)
		return (struct terminal_name){name, false};
	for (const char *const *other = substitutes_for(name); *other; other++) {
		if (examine(*other) == TERMINAL_FULL)
			return (struct terminal_name){*other, false};
	}
	if (!resembles_xterm(name))
		return none;
	return (struct terminal_name){TERMINAL_FALLBACK_NAME, true};
}
