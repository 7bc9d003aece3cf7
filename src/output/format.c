#include "output/format.h"

#include "output/ansi.h"
#include "output/ats.h"
#include "output/html.h"
#include "output/json.h"
#include "output/links.h"
#include "output/markdown.h"
#include "output/text.h"
#include "output/tree.h"
#include "output/vcard.h"
#include "output/yaml.h"

const struct format formats[] = {
	{"text", "plain text for pipes, mail and print", text_write, NULL, false},
	{"ats", "text for web forms and applicant tracking systems", ats_write, NULL, false},
	{"ansi", "text with styles and hyperlinks, for terminals", ansi_write, NULL, false},
	{"markdown", "Markdown for forges and the web, to be edited further", markdown_write, NULL,
		false},
	{"html", "a web page of its own, for browsers and paper", html_write, NULL, false},
	{"json", "JSON Resume 1.0.0, for its themes and other programs", NULL, json_write, false},
	{"yaml", "a file of YAML to go on with, whatever it was before", NULL, yaml_write, true},
	{"vcard", "vCard 4.0, for address books", NULL, vcard_write, true},
	{"links", "the addresses of all links, one on a line", links_write, NULL, false},
	{"tree", "the outline of the document, for tests", tree_write, NULL, false},
	{NULL, NULL, NULL, NULL, false},
};

const struct format *format_find(struct text name)
{
	for (const struct format *format = formats; format->name; format++) {
		if (text_is(name, format->name))
			return format;
	}
	return NULL;
}
