#include "output/format.h"

#include "output/text.h"
#include "output/tree.h"

#include <string.h>

const struct format formats[] = {
	{"text", "plain text for pipes, mail and print", text_write, NULL},
	{"tree", "the outline of the document, for tests", tree_write, NULL},
	{NULL, NULL, NULL, NULL},
};

const struct format *format_find(const char *name)
{
	for (const struct format *format = formats; format->name; format++) {
		if (strcmp(format->name, name) == 0)
			return format;
	}
	return NULL;
}
