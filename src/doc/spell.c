#include "doc/spell.h"

#include "base/ascii.h"

static void spell_runs(struct doc *doc, struct runs *runs)
{
	for (struct run *run = runs->first; run; run = run->next)
		run->text = ascii_spell(run->text, doc->arena);
}

void doc_spell_ascii(struct doc *doc)
{
	doc->title = ascii_spell(doc->title, doc->arena);
	for (struct block *block = doc->root; block; block = (struct block *)doc_next(block)) {
		spell_runs(doc, &block->label);
		spell_runs(doc, &block->text);
		spell_runs(doc, &block->aside);
		block->marker = ascii_spell(block->marker, doc->arena);
		block->preview = ascii_spell(block->preview, doc->arena);
	}
}
