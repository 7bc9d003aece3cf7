/*
 * A document that a unit test builds by hand, begun and ended for each of its cases; to be
 * included after cmocka.
 */
#ifndef VITAE_TESTS_DOCUMENT_H
#define VITAE_TESTS_DOCUMENT_H

#include "doc/doc.h"

static struct arena arena;
static struct doc doc;

static int begin(void **state)
{
	(void)state;
	arena = (struct arena){0};
	doc_init(&doc, &arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_finish(&arena);
	return 0;
}

static struct block *add(struct block *parent, enum block_kind kind, const char *text)
{
	struct block *block = doc_add_block(&doc, parent, kind);
	doc_add_run(&doc, &block->text, ROLE_TEXT, text_from(text));
	parent->count++;
	return block;
}

static inline struct block *add_with_aside(
	struct block *parent, enum block_kind kind, const char *text, const char *aside)
{
	struct block *block = add(parent, kind, text);
	doc_add_run(&doc, &block->aside, ROLE_ASIDE, text_from(aside));
	return block;
}

static inline struct block *add_field(struct block *parent, const char *label, const char *text)
{
	struct block *block = add(parent, BLOCK_FIELD, text);
	doc_add_run(&doc, &block->label, ROLE_LABEL, text_from(label));
	return block;
}

#endif
