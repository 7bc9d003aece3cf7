#include "load.h"

#include "data/read.h"
#include "data/source.h"
#include "resume/compose.h"
#include "resume/resume.h"

#include <stdlib.h>
#include <time.h>

/*
 * The day in the reader's time zone; in UTC that of SOURCE_DATE_EPOCH, seconds since 1970 that who
 * wants the same output every day sets: see https://reproducible-builds.org/specs/source-date-epoch
 */
static struct date today(void)
{
	static const long long last_second = 253402300799; /* of the year 9999 */
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = epoch && *epoch ? strtoll(epoch, &end, 10) : 0;
	bool is_set = end && *end == '\0' && seconds >= 0 && seconds <= last_second;
	time_t now = is_set ? (time_t)seconds : time(NULL);
	struct tm day;
	if (!(is_set ? gmtime_r(&now, &day) : localtime_r(&now, &day)))
		return (struct date){.year = 0};
	return (struct date){
		.year = day.tm_year + 1900, .month = day.tm_mon + 1, .day = day.tm_mday};
}

enum load_result load_bytes(struct load *load, struct text bytes)
{
	struct resume resume;
	struct node *root = data_read(bytes, load->arena, load->diagnostics);
	if (!root)
		return LOAD_BAD_CONTENT;
	const struct dialect *dialect = load->dialect ? load->dialect : dialect_recognise(root);
	struct secrets secrets = {0};
	struct selection selection = load->selection;
	selection.secrets = &secrets;
	if (selection.is_public && !secrets_read(&secrets, root, load->arena, load->diagnostics))
		return LOAD_BAD_CONTENT;
	secrets_remove_as_written(&secrets, root);
	root = dialect_to_native(dialect, root, load->arena, NULL);
	enum select_result part = select_part(root, &selection, load->arena, load->diagnostics);
	if (part != SELECT_GOOD)
		return part == SELECT_NO_SECTION ? LOAD_UNREADABLE : LOAD_BAD_CONTENT;
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
