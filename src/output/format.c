#include "output/format.h"

#include "output/ansi.h"
#include "output/ats.h"
#include "output/html.h"
#include "output/links.h"
#include "output/markdown.h"
#include "output/text.h"
#include "output/tree.h"

#include <string.h>

const struct format formats[] = {
	{"text", "plain text for pipes, mail and print", text_write, NULL},
	{"ats", "text for web forms and applicant tracking systems", ats_write, NULL},
	{"ansi", "text with styles and hyperlinks, for terminals", ansi_write, NULL},
	{"markdown", "Markdown for forges and the web, to be edited further", markdown_write, NULL},
	{"html", "a web page of its own, for browsers and paper", html_write, NULL},
	{"links", "the addresses of all links, one on a line", links_write, NULL},
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
