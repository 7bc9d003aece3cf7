#include "output/tree.h"

#include <stdio.h>

static const char *kind_name(enum block_kind kind)
{
	static const char *const names[] = {"document", "header", "section", "group", "entry",
		"paragraph", "detail", "item", "field", "contacts", "rule", "verbatim"};
	return names[kind];
}

static void write_runs(const struct doc *doc, const struct runs *runs, struct sink *sink)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		sink_write(sink, run->style & STYLE_STRONG ? TEXT("**") : TEXT(""));
		sink_write(sink, run->style & STYLE_EMPHASIS ? TEXT("_") : TEXT(""));
		sink_write(sink, run->style & STYLE_CODE ? TEXT("`") : TEXT(""));
		sink_write(sink, run->text);
		sink_write(sink, run->style & STYLE_CODE ? TEXT("`") : TEXT(""));
		sink_write(sink, run->style & STYLE_EMPHASIS ? TEXT("_") : TEXT(""));
		sink_write(sink, run->style & STYLE_STRONG ? TEXT("**") : TEXT(""));
		if (!run->link)
			continue;
		sink_write(sink, TEXT("<"));
		sink_write(sink, doc_link(doc, run->link)->url);
		sink_write(sink, TEXT(">"));
	}
}

static void write_labelled(
	const struct doc *doc, const char *label, const struct runs *runs, struct sink *sink)
{
	if (!runs->first)
		return;
	sink_write(sink, text_from(label));
	write_runs(doc, runs, sink);
}

static int depth_of(const struct block *block)
{
	int depth = 0;
	for (; block->parent; block = block->parent)
		depth++;
	return depth;
}

static void write_block(const struct doc *doc, const struct block *block, struct sink *sink)
{
	sink_repeat(sink, ' ', (size_t)(depth_of(block) - 1) * 2);
	sink_write(sink, text_from(kind_name(block->kind)));
	if (block->id.length) {
		sink_write(sink, TEXT(" #"));
		sink_write(sink, block->id);
	}
	write_labelled(doc, " label ", &block->label, sink);
	if (block->marker.length) {
		sink_write(sink, TEXT(" "));
		sink_write(sink, block->marker);
	}
	write_labelled(doc, " | ", &block->text, sink);
	write_labelled(doc, " | aside ", &block->aside, sink);
	sink_write(sink, TEXT("\n"));
}

void tree_write(const struct doc *doc, const struct format_settings *settings, struct sink *sink)
{
	(void)settings;
	doc_make_ids(doc);
	for (const struct block *block = doc->root->first; block; block = doc_next(block))
		write_block(doc, block, sink);
}
