#include "own.h"
#include "record_parts.h"
#include "resume/date.h"

/* The last year that the schema takes. */
enum { YEAR_MOST = 2999 };

static bool make_date(struct recording *recording, struct date date, struct text *text)
{
	struct arena *arena = recording->rewriting.arena;
	if (!date.year || date.year > YEAR_MOST || date.vague)
		return false;
	if (date.day)
		*text = arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
	else if (date.month)
		*text = arena_format(arena, "%04d-%02d", date.year, date.month);
	else
		*text = arena_format(arena, "%04d", date.year);
	return true;
}

bool record_date(struct recording *recording, struct text text, struct text *date)
{
	return make_date(recording, date_read(text), date);
}

/* What the dates of an entry are found in. */
struct finding {
	struct recording *recording;
	const struct kind *kind;
	const struct node *entry;
	struct record_dates *dates;
};

static void set(
	struct finding *finding, int i, const char *key, struct text text, const struct node *from)
{
	finding->dates->keys[i] = key;
	finding->dates->values[i] = record_text(finding->recording, text, from);
}

/* True if the entry has a key that would be read as a date if there were fewer of them. */
static bool has_rival(const struct finding *finding)
{
	const struct field *fields = finding->kind->fields;
	for (const struct node *child = finding->entry->first; child; child = child->next) {
		const struct field *field = NULL;
		if (schema_find_field(fields, child->key) || resume_key_is_hidden(child->key))
			continue;
		while ((field = schema_guess_field(fields, child->key, field))) {
			if (field->slot >= SLOT_START && field->slot <= SLOT_DATE)
				return true;
		}
	}
	return false;
}

/* True if the entry has a value of the key that no slot could take. */
static bool has_other(const struct finding *finding, const char *key, const struct node *taken)
{
	for (const struct node *child = finding->entry->first; child; child = child->next) {
		if (child != taken && text_is(child->key, key) && !node_is_empty(child))
			return true;
	}
	return false;
}

/* A start and an end that both can be said in numbers, or need not be said; false if not. */
static bool set_period(struct finding *finding, struct period period, const struct node *start,
	const struct node *end)
{
	struct text texts[2];
	bool is_known[2] = {make_date(finding->recording, period.start, &texts[0]),
		make_date(finding->recording, period.end, &texts[1])};
	bool goes_on =
		period.end.present && is_known[0] && finding->kind->ongoing && !has_rival(finding);
	if ((date_is_given(period.start) && !is_known[0]) ||
		(date_is_given(period.end) && !is_known[1] && !goes_on) ||
		has_other(finding, "startDate", start) || has_other(finding, "endDate", end))
		return false;
	if (is_known[0])
		set(finding, 0, "startDate", texts[0], start);
	if (is_known[1])
		set(finding, 1, "endDate", texts[1], end);
	return true;
}

/* "Spring 2019 – May 2020": as one text, if it is read as these two. */
static bool set_text(struct finding *finding, const struct node *start, const struct node *end)
{
	struct text texts[2] = {node_text(start), node_text(end)};
	struct text parts[2];
	struct text whole = arena_format(finding->recording->rewriting.arena, "%.*s \u2013%s%.*s",
		(int)texts[0].length, texts[0].length ? texts[0].bytes : "",
		texts[1].length ? " " : "", (int)texts[1].length,
		texts[1].length ? texts[1].bytes : "");
	if (!date_split(whole, &parts[0], &parts[1]) || !text_equal(parts[0], texts[0]) ||
		!text_equal(parts[1], texts[1]) || has_rival(finding) ||
		has_other(finding, "startDate", start) || has_other(finding, "endDate", end))
		return false;
	set(finding, 0, "date", whole, start);
	return true;
}

/* Dates that are words; a start alone would say that it goes on. */
static void set_words(struct finding *finding, const struct node *start, const struct node *end)
{
	const struct field *field = schema_find_field(finding->kind->fields, TEXT("startDate"));
	bool own = record_is_standard(finding->kind, field);
	if (start)
		set(finding, 0, own ? OWN_PREFIX "startDate" : "startDate", node_text(start),
			start);
	if (end)
		set(finding, 1, own ? OWN_PREFIX "endDate" : "endDate", node_text(end), end);
}

static void find_period(struct finding *finding, const struct node *start, const struct node *end)
{
	struct period period = {date_read(node_text(start)), date_read(node_text(end))};
	bool has_date = false;
	for (const struct node *child = finding->entry->first; child; child = child->next)
		has_date = has_date || text_is(child->key, "date");
	if (!end && !period.start.year)
		date_read_period(node_text(start), &period);
	if (!set_period(finding, period, start ? start : end, end ? end : start) &&
		(has_date || !set_text(finding, start, end)))
		set_words(finding, start, end);
}

/*
 * A single year is a period that begins and ends in it, which is shown in the same way: JSON Resume
 * has no other place for it.
 */
static void find_date(struct finding *finding, const struct node *node)
{
	const struct field *end = schema_find_field(finding->kind->fields, TEXT("endDate"));
	struct date date = date_read(node_text(node));
	struct period period = {date, date};
	bool is_year = date.year && !date.month && record_is_standard(finding->kind, end);
	if (!is_year && !date_read_period(node_text(node), &period))
		period = (struct period){{.year = 0}, {.year = 0}};
	if (!date_is_given(period.start) || !set_period(finding, period, node, node))
		finding->dates->from[2] = NULL;
}

struct record_dates record_find_dates(struct recording *recording, const struct kind *kind,
	const struct node *entry, const struct node *start, const struct node *end,
	const struct node *date)
{
	struct record_dates dates = {.from = {NULL}};
	struct finding finding = {recording, kind, entry, &dates};
	if (!schema_find_field(kind->fields, TEXT("startDate")))
		return dates;
	if (start || end) {
		dates.from[0] = start;
		dates.from[1] = end;
		find_period(&finding, start, end);
	} else if (date) {
		dates.from[2] = date;
		find_date(&finding, date);
	}
	return dates;
}
