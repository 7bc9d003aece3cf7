/*
 * What a format writes of the document that a unit test has built; to be included after document.h.
 */
#ifndef VITAE_TESTS_WRITTEN_H
#define VITAE_TESTS_WRITTEN_H

#include "output/format.h"

static inline struct run *add_link(struct runs *runs, const char *text, const char *url)
{
	struct run *run = doc_add_run(&doc, runs, ROLE_TEXT, text_from(text));
	run->link = doc_add_link(&doc, text_from(url));
	return run;
}

/* Compares what is written of the document, which is finished. */
static inline void check_written(
	const char *format, struct format_settings settings, const char *expected)
{
	struct sink sink;
	sink_init(&sink, -1);
	format_find(text_from(format))->write(&doc, &settings, &sink);
	sink_write(&sink, (struct text){"", 1});
	assert_string_equal(sink_collected(&sink).bytes, expected);
	sink_finish(&sink);
}

#endif
