#include "own.h"
#include "record_parts.h"
#include "resume/date.h"

/* The jobs at one employer, and what is said of all of them. */
struct employer {
	const struct node *name;
	const struct node *positions; /* a list */
	const struct node *url;
	const struct node *location;
	const struct node *start;
	const struct node *end;
	bool says_more; /* than these */
};

static bool reads_alike(const struct node *node)
{
	struct text text = node_text(node);
	return !node || (text.length && record_is_simple(text)) ||
	       (text.length && text_equal(node->key, TEXT("url")));
}

static struct employer read_employer(const struct node *node)
{
	struct employer employer = {.name = NULL};
	const struct node **places[] = {&employer.name, &employer.positions, &employer.url,
		&employer.location, &employer.start, &employer.end};
	static const char *const keys[] = {
		"name", "positions", "url", "location", "startDate", "endDate"};
	for (const struct node *child = node->first; child; child = child->next) {
		size_t i = 0;
		if (node_is_empty(child) || resume_key_is_hidden(child->key))
			continue;
		while (i < sizeof keys / sizeof *keys && !text_is(child->key, keys[i]))
			i++;
		if (i < sizeof keys / sizeof *keys)
			*places[i] = child;
		else
			employer.says_more = true;
	}
	employer.says_more =
		employer.says_more || !reads_alike(employer.location) || !reads_alike(employer.url);
	return employer;
}

/* The next that says anything. */
static const struct node *next_given(const struct node *node)
{
	while (node && node_is_empty(node))
		node = node->next;
	return node;
}

static bool is_job(const struct node *job)
{
	return job->kind == NODE_SCALAR ||
	       (job->kind == NODE_MAP && node_is_empty(node_get(job, "name")) &&
		       node_is_empty(node_get(job, "positions")));
}

static bool are_jobs(const struct node *positions)
{
	if (!positions || positions->kind != NODE_LIST)
		return false;
	for (const struct node *job = next_given(positions->first); job;
		job = next_given(job->next)) {
		if (!is_job(job))
			return false;
	}
	return true;
}

/* Neighbours are shown as one employer by themselves if each says more than the name. */
static bool joins(const struct node *job)
{
	static const char *const keys[] = {"position", "startDate", "endDate", "date"};
	if (job->kind != NODE_MAP || node_get(job, "url") || node_get(job, "location"))
		return false;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (node_text(node_get(job, keys[i])).length)
			return true;
	}
	return false;
}

static bool is_same_date(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day && a.present == b.present;
}

static struct period period_of(const struct node *start, const struct node *end)
{
	struct period period = {date_read(node_text(start)), date_read(node_text(end))};
	period.end.present = period.end.present || !end;
	return period;
}

/* True if the dates of the employer are those of the first day and the last, or not given. */
static bool follow_dates(const struct employer *employer)
{
	struct period whole = {{.year = 0}, {.year = 0}};
	const struct node *job = next_given(employer->positions->first);
	if (!employer->start && !employer->end)
		return true;
	for (; job; job = next_given(job->next)) {
		struct period period =
			period_of(node_get(job, "startDate"), node_get(job, "endDate"));
		if (!period.start.year || !(period.end.year || period.end.present))
			return false;
		if (!whole.start.year || date_is_before(period.start, whole.start))
			whole.start = period.start;
		bool later = period.end.present || !whole.end.year ||
			     date_is_before(whole.end, period.end);
		if (later && !whole.end.present)
			whole.end = period.end;
	}
	struct period own = period_of(employer->start, employer->end);
	return is_same_date(own.start, whole.start) && is_same_date(own.end, whole.end);
}

/* True if the jobs one by one are shown as the employer is. */
static bool tell_all(const struct employer *employer)
{
	size_t count = 0;
	if (employer->says_more)
		return false;
	for (const struct node *job = next_given(employer->positions->first); job;
		job = next_given(job->next)) {
		if (!joins(job))
			return false;
		count++;
	}
	return count > 1 && follow_dates(employer);
}

/* A shallow copy, for another parent. */
static void append_copy(struct recording *recording, struct node *map, const struct node *node)
{
	struct node *copy = node ? arena_allocate(recording->rewriting.arena, sizeof *copy) : NULL;
	if (!copy)
		return;
	*copy = *node;
	copy->next = NULL;
	node_append(map, copy);
}

/* A job with what its employer says of all of them, which may be nothing but the name. */
static struct node *make_job(struct recording *recording, const struct employer *employer,
	const struct node *job, bool with_all)
{
	struct node *map = rewrite_new(&recording->rewriting, NODE_MAP, NULL, job);
	append_copy(recording, map, employer->name);
	if (with_all) {
		append_copy(recording, map, employer->url);
		append_copy(recording, map, employer->location);
	}
	if (job->kind == NODE_SCALAR)
		node_append(map,
			rewrite_new_text(&recording->rewriting, "position", node_text(job), job));
	for (const struct node *child = job->first; child; child = child->next)
		append_copy(recording, map, child);
	return map;
}

/* What else the employer's entry says. */
static struct node *make_rest(struct recording *recording, const struct kind *kind,
	const struct node *node, const struct employer *employer)
{
	struct node *rest = rewrite_new(&recording->rewriting, NODE_MAP, NULL, node);
	for (const struct node *child = node->first; child; child = child->next) {
		if (child != employer->name && child != employer->positions)
			append_copy(recording, rest, child);
	}
	return record_map(recording, kind, rest);
}

bool record_add_jobs(struct recording *recording, struct node *list, const struct kind *kind,
	const struct node *node, bool may_join)
{
	struct employer employer = read_employer(node);
	if (!node_text(employer.name).length || !are_jobs(employer.positions))
		return false;
	bool alone = may_join && tell_all(&employer);
	bool is_first = true;
	for (const struct node *job = next_given(employer.positions->first); job;
		job = next_given(job->next)) {
		struct node *whole = make_job(recording, &employer, job, alone);
		struct node *made = record_map(recording, kind, whole);
		if (is_first && !alone)
			record_put(recording, made, TEXT(OWN_EMPLOYER),
				make_rest(recording, kind, node, &employer));
		node_append(list, made);
		is_first = false;
	}
	return true;
}
