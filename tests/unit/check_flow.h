/*
 * The lines of the document of document.h, compared with what they should be; to be included after
 * cmocka.
 */
#ifndef VITAE_TESTS_CHECK_FLOW_H
#define VITAE_TESTS_CHECK_FLOW_H

#include "base/buffer.h"
#include "base/unicode.h"
#include "document.h"
#include "layout/flow.h"

#include <stdlib.h>
#include <string.h>

/* Lines as text: what is between spans are blanks. */
static inline void write_line(struct buffer *buffer, const struct line *line)
{
	int column = 0;
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];
		if (span->column < column)
			fail_msg("spans overlap at %d: %.*s", column, (int)span->text.length,
				span->text.bytes);
		assert_int_equal(span->width, unicode_width(span->text));
		if (span->column > column)
			buffer_add_repeated(buffer, ' ', (size_t)(span->column - column));
		buffer_add(buffer, span->text);
		column = span->column + span->width;
	}
	buffer_add_byte(buffer, '\n');
}

static inline void check_flow(const struct flow *flow, const char *expected)
{
	struct buffer buffer = {0};
	for (size_t i = 0; i < flow->count; i++)
		write_line(&buffer, flow->lines[i]);
	buffer_add_byte(&buffer, '\0');
	assert_string_equal(buffer.bytes, expected);
	buffer_finish(&buffer);
}

/* The document with all open. */
static inline void check_with(struct layout_settings settings, const char *expected)
{
	struct flow flow;
	flow_init(&flow, &doc);
	bool *open = malloc(doc.block_count);
	assert_non_null(open);
	memset(open, true, doc.block_count);
	flow_set(&flow, settings);
	flow_update(&flow, open, NULL);
	check_flow(&flow, expected);
	free(open);
	flow_finish(&flow);
}

static inline void check(enum medium medium, int width, const char *expected)
{
	check_with((struct layout_settings){.medium = medium, .width = width}, expected);
}

/* The document with these blocks open, up to NULL. */
static inline void check_open(
	struct flow *flow, const struct block *const opened[], const char *expected)
{
	bool *open = calloc(doc.block_count, 1);
	assert_non_null(open);
	for (size_t i = 0; opened[i]; i++)
		open[opened[i]->number] = true;
	flow_update(flow, open, NULL);
	check_flow(flow, expected);
	free(open);
}

#endif
