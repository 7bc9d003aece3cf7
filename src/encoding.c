#include "encoding.h"

#include <langinfo.h>
#include <locale.h>
#include <stddef.h>
#include <string.h>

void encoding_use_utf8(void)
{
	static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
	if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (setlocale(LC_CTYPE, names[i]))
			return;
	}
}
