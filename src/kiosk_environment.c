#include "kiosk_environment.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { TERMINAL_NAME_MOST = 64 /* bytes */ };

/* The value of TERM if terminals have such names, else NULL. */
static const char *terminal_name(void)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789+._@-";
	const char *name = getenv("TERM");
	size_t length = name ? strspn(name, signs) : 0;
	return length && !name[length] && length <= TERMINAL_NAME_MOST ? name : NULL;
}

static bool is_set(const char *variable)
{
	const char *value = getenv(variable);
	return value && *value;
}

/* The locale's name for characters, as setlocale(3) finds it; may be empty. */
static struct text locale_name(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		if (is_set(variables[i]))
			return text_from(getenv(variables[i]));
	}
	return TEXT("");
}

/*
 * True if a locale names an encoding that is not UTF-8. Those that name none tell nothing: they are
 * what is set where nobody thought of it.
 */
static bool has_other_encoding(struct text locale)
{
	size_t start = text_find(locale, 0, '.') + 1;
	struct text encoding = text_slice(locale, start, text_find(locale, start, '@'));
	return encoding.length && !text_is_caseless(encoding, "UTF-8") &&
	       !text_is_caseless(encoding, "UTF8");
}

bool kiosk_clear_environment(void)
{
	/* The values stay where they are: only the list of them is given up. */
	const char *terminal = terminal_name();
	bool no_color = is_set("NO_COLOR");
	bool true_color = is_set("COLORTERM");
	bool other_encoding = has_other_encoding(locale_name());
	clearenv();
	setenv("LC_CTYPE", "C.UTF-8", 1);
	if (terminal)
		setenv("TERM", terminal, 1);
	if (no_color)
		setenv("NO_COLOR", "1", 1);
	if (true_color)
		setenv("COLORTERM", "truecolor", 1);
	return other_encoding;
}
