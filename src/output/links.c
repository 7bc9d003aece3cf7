#include "output/links.h"

#include "base/url.h"
#include "doc/links.h"

static void write_link(const struct link *link, struct sink *sink, struct arena *arena)
{
	struct text url;
	if (!url_make_safe(link->url, arena, &url))
		return;
	if (link->number)
		sink_write(sink, arena_format(arena, "[%u] ", link->number));
	else
		sink_write(sink, TEXT("[-] "));
	sink_write(sink, url);
	sink_write(sink, TEXT("\n"));
}

void links_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	struct arena arena = {0};
	struct arena line = {0};
	struct link_places places = links_find(doc, doc->root, &arena);
	(void)settings;
	for (size_t i = 0; i < places.count; i++) {
		write_link(doc_link(doc, places.items[i].run->link), sink, &line);
		arena_reset(&line);
	}
	arena_finish(&line);
	arena_finish(&arena);
}
