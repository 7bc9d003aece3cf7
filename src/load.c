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

enum load_result load_bytes(
	struct text bytes, struct arena *arena, struct diagnostics *diagnostics, struct doc *doc)
{
	struct resume resume;
	const struct node *root = data_read(bytes, arena, diagnostics);
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
