#include "document.h"

#include "data/source.h"
#include "doc/spell.h"

#include <stdio.h>
#include <string.h>

static const struct version *current(const struct document *document)
{
	return &document->versions[document->current];
}

const struct node *document_root(const struct document *document)
{
	return current(document)->root;
}

bool document_is_standard_input(const struct document *document)
{
	return strcmp(document->file, "-") == 0;
}

static void forget(struct version *version)
{
	diagnostics_finish(&version->diagnostics);
	arena_finish(&version->arena);
	*version = (struct version){.doc = {.root = NULL}};
}

static enum load_result read_version(const struct document *document, struct version *version)
{
	struct load load = {.dialect = document->settings.dialect,
		.selection = document->settings.selection,
		.arena = &version->arena,
		.diagnostics = &version->diagnostics,
		.doc = &version->doc};
	enum load_result result = load_file(&load, document->file);
	version->root = load.root;
	diagnostics_sort(&version->diagnostics);
	if (result == LOAD_GOOD && document->settings.ascii)
		doc_spell_ascii(&version->doc);
	return result;
}

enum load_result document_open(
	struct document *document, const char *file, struct document_settings settings)
{
	*document = (struct document){.file = file, .settings = settings};
	if (stat(file, &document->read) != 0)
		document->read = (struct stat){0};
	return read_version(document, &document->versions[0]);
}

const struct doc *document_doc(const struct document *document)
{
	return &current(document)->doc;
}

void document_print_messages(const struct document *document)
{
	const struct diagnostics *diagnostics = &current(document)->diagnostics;
	for (size_t i = 0; i < diagnostics->count; i++)
		diagnostic_print(&diagnostics->items[i], source_name(document->file), stderr);
}

bool document_has_error(const struct document *document)
{
	return current(document)->diagnostics.worst == SEVERITY_ERROR;
}

static struct text summarize(const struct document *document, struct version *version)
{
	const struct diagnostics *diagnostics = &version->diagnostics;
	struct arena *arena = &version->arena;
	if (!diagnostics->count)
		return TEXT("");
	struct text more = TEXT("");
	if (diagnostics->count > 1)
		more = arena_format(arena, " (and %zu more)", diagnostics->count - 1);
	return arena_format(arena, "%s%.*s",
		diagnostic_format(&diagnostics->items[0], source_name(document->file), arena).bytes,
		(int)more.length, more.bytes);
}

struct text document_summary(struct document *document)
{
	return summarize(document, &document->versions[document->current]);
}

const struct doc *document_load(void *context, struct text *message)
{
	struct document *document = context;
	struct version *other = &document->versions[!document->current];
	forget(other);
	enum load_result result = read_version(document, other);
	*message = summarize(document, other);
	if (result != LOAD_GOOD)
		return NULL;
	document->current = !document->current;
	return &other->doc;
}

void document_spell_ascii(void *context)
{
	struct document *document = context;
	document->settings.ascii = true;
	doc_spell_ascii(&document->versions[document->current].doc);
}

void document_finish(struct document *document)
{
	forget(&document->versions[0]);
	forget(&document->versions[1]);
}
