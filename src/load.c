#include "load.h"

#include "data/read.h"
#include "data/source.h"
#include "resume/compose.h"
#include "resume/input.h"
#include "resume/resume.h"

#include <time.h>

static struct date today(void)
{
	time_t now = time(NULL);
	struct tm local;
	if (!localtime_r(&now, &local))
		return (struct date){.year = 0};
	return (struct date){
		.year = local.tm_year + 1900, .month = local.tm_mon + 1, .day = local.tm_mday};
}

enum load_result load_bytes(
	struct text bytes, struct arena *arena, struct diagnostics *diagnostics, struct doc *doc)
{
	struct resume resume;
	struct node *root = data_read(bytes, arena, diagnostics);
	if (root)
		root = input_to_native(input_recognise(root), root, arena, NULL);
	if (!root || !resume_read(root, arena, diagnostics, &resume))
		return LOAD_BAD_CONTENT;
	doc_init(doc, arena);
	compose_document(&resume, today(), doc);
	return LOAD_GOOD;
}

enum load_result load_file(
	const char *path, struct arena *arena, struct diagnostics *diagnostics, struct doc *doc)
{
	struct buffer bytes = {0};
	enum load_result result = LOAD_UNREADABLE;
	if (source_read(path, &bytes, diagnostics))
		result = load_bytes(buffer_text(&bytes), arena, diagnostics, doc);
	buffer_finish(&bytes);
	return result;
}
