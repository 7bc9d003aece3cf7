/*
 * Documents and their text as strings, for the unit tests that include it, after cmocka.
 */
#ifndef VITAE_TESTS_DESCRIBE_DOC_H
#define VITAE_TESTS_DESCRIBE_DOC_H

#include "base/buffer.h"
#include "doc/doc.h"

#include <stdlib.h>

/* "plain **strong** _emphasis_ `code` {text|address}" */
static void describe_runs_into(
	struct buffer *buffer, const struct doc *doc, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		assert_true(run->text.length > 0);
		assert_true(run->next || run == runs->last);
		buffer_add(buffer, run->link ? TEXT("{") : TEXT(""));
		buffer_add(buffer, run->style & STYLE_STRONG ? TEXT("**") : TEXT(""));
		buffer_add(buffer, run->style & STYLE_EMPHASIS ? TEXT("_") : TEXT(""));
		buffer_add(buffer, run->style & STYLE_CODE ? TEXT("`") : TEXT(""));
		buffer_add(buffer, run->text);
		buffer_add(buffer, run->style & STYLE_CODE ? TEXT("`") : TEXT(""));
		buffer_add(buffer, run->style & STYLE_EMPHASIS ? TEXT("_") : TEXT(""));
		buffer_add(buffer, run->style & STYLE_STRONG ? TEXT("**") : TEXT(""));
		if (!run->link)
			continue;
		buffer_add(buffer, TEXT("|"));
		buffer_add(buffer, doc_link(doc, run->link)->url);
		buffer_add(buffer, TEXT("}"));
	}
}

static inline char *describe_runs(const struct doc *doc, const struct runs *runs)
{
	struct buffer buffer = {0};
	describe_runs_into(&buffer, doc, runs);
	buffer_add_byte(&buffer, '\0');
	return buffer.bytes;
}

static void describe_block_into(
	struct buffer *buffer, const struct doc *doc, const struct block *block, size_t depth)
{
	static const char *const kinds[] = {
		[BLOCK_DOCUMENT] = "document",
		[BLOCK_HEADER] = "header",
		[BLOCK_SECTION] = "section",
		[BLOCK_GROUP] = "group",
		[BLOCK_ENTRY] = "entry",
		[BLOCK_PARAGRAPH] = "paragraph",
		[BLOCK_DETAIL] = "detail",
		[BLOCK_ITEM] = "item",
		[BLOCK_FIELD] = "field",
		[BLOCK_CONTACTS] = "contacts",
		[BLOCK_RULE] = "rule",
		[BLOCK_VERBATIM] = "verbatim",
	};
	if (depth)
		buffer_add_repeated(buffer, ' ', depth * 2);
	buffer_add(buffer, text_from(kinds[block->kind]));
	if (block->marker.length)
		buffer_add(buffer, TEXT(" "));
	buffer_add(buffer, block->marker);
	buffer_add(buffer, block->text.first ? TEXT(": ") : TEXT(""));
	describe_runs_into(buffer, doc, &block->text);
	buffer_add(buffer, TEXT("\n"));
	for (const struct block *child = block->first; child; child = child->next) {
		assert_ptr_equal(child->parent, block);
		assert_true(child->next || child == block->last);
		describe_block_into(buffer, doc, child, depth + 1);
	}
}

/* The blocks in a block, a line for each, indented by depth; to be freed. */
static inline char *describe_children(const struct doc *doc, const struct block *parent)
{
	struct buffer buffer = {0};
	for (const struct block *child = parent->first; child; child = child->next)
		describe_block_into(&buffer, doc, child, 0);
	buffer_add_byte(&buffer, '\0');
	return buffer.bytes;
}

#endif
