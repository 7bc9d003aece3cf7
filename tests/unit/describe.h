/*
 * Trees and messages as strings, for the unit tests that include it, after cmocka.
 */
#ifndef VITAE_TESTS_DESCRIBE_H
#define VITAE_TESTS_DESCRIBE_H

#include "base/buffer.h"
#include "base/diagnostic.h"
#include "data/node.h"

#include <stdio.h>
#include <stdlib.h>

static void describe_node_into(struct buffer *buffer, const struct node *node)
{
	bool is_list = node->kind == NODE_LIST;
	size_t count = 0;
	if (node->kind == NODE_SCALAR) {
		buffer_add(buffer, node->plain ? TEXT("") : TEXT("'"));
		buffer_add(buffer, node->text);
		buffer_add(buffer, node->plain ? TEXT("") : TEXT("'"));
		return;
	}
	buffer_add(buffer, is_list ? TEXT("[") : TEXT("{"));
	for (const struct node *child = node->first; child; child = child->next) {
		buffer_add(buffer, count++ ? TEXT(", ") : TEXT(""));
		buffer_add(buffer, child->key);
		buffer_add(buffer, is_list ? TEXT("") : TEXT(": "));
		describe_node_into(buffer, child);
		assert_true(child->next || child == node->last);
	}
	assert_int_equal(count, node->count);
	buffer_add(buffer, is_list ? TEXT("]") : TEXT("}"));
}

/* "{a: x, b: ['quoted', 2]}", or "(none)" for NULL; to be freed. */
static inline char *describe_node(const struct node *node)
{
	struct buffer buffer = {0};
	if (node)
		describe_node_into(&buffer, node);
	else
		buffer_add(&buffer, TEXT("(none)"));
	buffer_add_byte(&buffer, '\0');
	return buffer.bytes;
}

/* All messages as the program prints them about a file "f"; to be freed. */
static inline char *describe_messages(const struct diagnostics *list)
{
	char *string = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&string, &length);
	assert_non_null(stream);
	for (size_t i = 0; i < list->count; i++)
		diagnostic_print(&list->items[i], "f", stream);
	fclose(stream);
	return string;
}

#endif
