/*
 * The entry that libFuzzer calls: bytes as a file, and what they say as text and as an outline.
 * The width of the text comes from the bytes themselves, so that one corpus tries many.
 */
#include "fuzz_load.h"

#include "base/sink.h"
#include "load.h"
#include "output/format.h"

#include <locale.h>

static void write_all_formats(const struct doc *doc, int width)
{
	for (const struct format *format = formats; format->name; format++) {
		struct sink sink;
		sink_init(&sink, -1);
		format->write(doc, &(struct format_settings){.width = width}, &sink);
		sink_finish(&sink);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct doc doc;
	struct load load = {.arena = &arena, .diagnostics = &diagnostics, .doc = &doc};
	struct text bytes = {(const char *)data, size};
	int width = size ? 1 + data[size / 2] % 120 : 80;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (load_bytes(&load, bytes) == LOAD_GOOD)
		write_all_formats(&doc, width);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
	return 0;
}
