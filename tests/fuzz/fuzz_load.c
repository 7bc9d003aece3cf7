/*
 * The entry that libFuzzer calls: bytes as a file, and what they say as text and as an outline.
 * The width of the text comes from the bytes themselves, so that one corpus tries many.
 */
#include "fuzz_load.h"

#include "base/sink.h"
#include "load.h"
#include "output/format.h"
#include "resume/record.h"

#include <locale.h>

static void write_record(const struct format *format, const struct format_settings *settings,
	const struct node *root, struct sink *sink)
{
	struct arena arena = {0};
	struct node *record = record_make(root, &arena);
	if (format->native)
		record_make_native(record, &arena);
	format->write_record(record, settings, sink);
	arena_finish(&arena);
}

static void write_all_formats(const struct load *load, int width)
{
	struct format_settings settings = {.width = width};
	for (const struct format *format = formats; format->name; format++) {
		struct sink sink;
		sink_init(&sink, -1);
		if (format->write)
			format->write(load->doc, &settings, &sink);
		else
			write_record(format, &settings, load->root, &sink);
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
		write_all_formats(&load, width);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
	return 0;
}
