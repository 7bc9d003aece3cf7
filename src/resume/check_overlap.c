#include "check_parts.h"

#include "resume/date.h"

#include <stdlib.h>

/* Who works for many at once knows it after so many notes. */
enum { OVERLAPS_MOST = 3 };

/* A job whose months are known. */
struct job {
	struct text employer;
	struct date start;
	struct date end; /* none for one that goes on */
	bool goes_on;
	const struct node *node; /* its start, or both of its dates */
};

struct jobs {
	struct job *items;
	size_t count;
	size_t capacity;
	struct arena *arena;
};

static void add_job(struct jobs *jobs, struct job job)
{
	bool is_known = job.start.month && (job.goes_on || job.end.month);
	bool is_reversed = !job.goes_on && date_is_before(job.end, job.start);
	if (!is_known || is_reversed)
		return;
	if (jobs->count == jobs->capacity) {
		size_t capacity = jobs->capacity ? jobs->capacity * 2 : 16;
		struct job *items = arena_allocate(jobs->arena, capacity * sizeof *items);
		for (size_t i = 0; i < jobs->count; i++)
			items[i] = jobs->items[i];
		jobs->items = items;
		jobs->capacity = capacity;
	}
	jobs->items[jobs->count++] = job;
}

/* Adds an entry with dates, or the entries in it. */
static void add_jobs(struct jobs *jobs, const struct field *fields, struct text employer,
	const struct node *entry)
{
	const struct node *start = check_value_of(fields, entry, SLOT_START);
	const struct node *end = check_value_of(fields, entry, SLOT_END);
	const struct node *both = check_value_of(fields, entry, SLOT_DATE);
	const struct node *inner = check_value_of(fields, entry, SLOT_ENTRIES);
	struct job job = {.employer = employer, .node = start ? start : both};
	struct text first = node_text(start);
	struct text last = node_text(end);
	if (start || date_split(node_text(both), &first, &last)) {
		job.start = date_read(first);
		job.end = date_read(last);
		job.goes_on = !last.length || job.end.present;
		add_job(jobs, job);
	} else if (inner && inner->kind == NODE_LIST) {
		for (const struct node *node = inner->first; node; node = node->next)
			add_jobs(jobs, fields, employer, node);
	}
}

/* A whole order, unlike date_is_before(): a date without a day comes first in its month. */
static int compare_jobs(const void *a, const void *b)
{
	const struct job *one = a;
	const struct job *other = b;
	if (one->start.year != other->start.year)
		return one->start.year < other->start.year ? -1 : 1;
	if (one->start.month != other->start.month)
		return one->start.month < other->start.month ? -1 : 1;
	if (one->start.day != other->start.day)
		return one->start.day < other->start.day ? -1 : 1;
	if (one->node->position.line != other->node->position.line)
		return one->node->position.line < other->node->position.line ? -1 : 1;
	return one->node->position.column < other->node->position.column ? -1 : 1;
}

static bool outlasts(const struct job *job, const struct job *other)
{
	if (!other)
		return true;
	return !other->goes_on && (job->goes_on || date_is_before(other->end, job->end));
}

static bool same_employer(const struct job *job, const struct job *other)
{
	return other && text_equal_caseless(job->employer, other->employer);
}

static bool reaches(const struct job *job, const struct job *later)
{
	return job && (job->goes_on || date_is_before(later->start, job->end));
}

/* The jobs of those so far that end last, of two employers. */
struct lasting {
	const struct job *longest;
	const struct job *second;
};

static void remember(struct lasting *lasting, const struct job *job)
{
	if (outlasts(job, lasting->longest)) {
		if (!same_employer(job, lasting->longest))
			lasting->second = lasting->longest;
		lasting->longest = job;
	} else if (!same_employer(job, lasting->longest) && outlasts(job, lasting->second)) {
		lasting->second = job;
	}
}

/* Each job is compared with the one that reaches furthest of those that began before it. */
static void report_overlaps(struct check *check, const struct jobs *jobs)
{
	struct lasting lasting = {NULL, NULL};
	int reported = 0;
	for (size_t i = 0; i < jobs->count && reported < OVERLAPS_MOST; i++) {
		const struct job *job = &jobs->items[i];
		const struct job *rival =
			same_employer(job, lasting.longest) ? lasting.second : lasting.longest;
		if (reaches(rival, job)) {
			check_report(check, SEVERITY_NOTE, job->node->position,
				"this overlaps with '%s' of line %d; mend the dates if it did not",
				check_quote(check, rival->employer), rival->node->position.line);
			reported++;
		}
		remember(&lasting, job);
	}
}

void check_overlaps(struct check *check, const struct node *work)
{
	const struct field *fields = schema_find_section(TEXT("work"))->fields;
	struct jobs jobs = {.arena = check->arena};
	for (const struct node *entry = work->first; entry; entry = entry->next) {
		struct text employer = node_text(check_value_of(fields, entry, SLOT_ORGANISATION));
		if (employer.length)
			add_jobs(&jobs, fields, employer, entry);
	}
	if (jobs.count)
		qsort(jobs.items, jobs.count, sizeof *jobs.items, compare_jobs);
	report_overlaps(check, &jobs);
}
