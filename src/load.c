#include "load.h"

#include "data/read.h"
#include "data/source.h"
#include "resume/compose.h"
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

enum load_result load_bytes(struct load *load, struct text bytes)
{
	struct resume resume;
	struct node *root = data_read(bytes, load->arena, load->diagnostics);
	if (!root)
		return LOAD_BAD_CONTENT;
	const struct dialect *dialect = load->dialect ? load->dialect : dialect_recognise(root);
	root = dialect_to_native(dialect, root, load->arena, NULL);
	if (!resume_read(root, load->arena, load->diagnostics, &resume))
		return LOAD_BAD_CONTENT;
	load->root = root;
	doc_init(load->doc, load->arena);
	compose_document(&resume, today(), load->doc);
	return LOAD_GOOD;
}

enum load_result load_file(struct load *load, const char *path)
{
	struct buffer bytes = {0};
	enum load_result result = LOAD_UNREADABLE;
	if (source_read(path, &bytes, load->diagnostics))
		result = load_bytes(load, buffer_text(&bytes));
	buffer_finish(&bytes);
	return result;
}
