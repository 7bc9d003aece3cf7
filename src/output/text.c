#include "output/text.h"

#include "layout/plain.h"
#include "print.h"

void text_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct pen pen = plain_pen();
	print_write(&pen, doc, settings, sink);
}
