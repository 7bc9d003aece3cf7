#include "employers.h"

static bool has_date(const struct entry *entry)
{
	return entry->slots[SLOT_START] || entry->slots[SLOT_END] || entry->slots[SLOT_DATE];
}

static struct text employer_of(const struct entry *entry)
{
	return node_text(entry->slots[SLOT_ORGANISATION]);
}

static bool may_join(const struct entry *entry)
{
	return entry->node->kind == NODE_MAP && employer_of(entry).length &&
	       !entry->slots[SLOT_ENTRIES] && (entry->slots[SLOT_TITLE] || has_date(entry));
}

static bool is_same(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->count != b->count || !text_equal(a->key, b->key))
		return false;
	if (a->kind == NODE_SCALAR)
		return text_equal(node_text(a), node_text(b));
	b = b->first;
	for (a = a->first; a; a = a->next, b = b->next) {
		if (!is_same(a, b))
			return false;
	}
	return true;
}

/* The link, unless two differ. */
static void lift_link(struct entry *employer)
{
	const struct node *link = NULL;
	for (const struct entry *job = employer->inner; job; job = job->next) {
		const struct node *here = job->slots[SLOT_URL];
		if (link && here && !is_same(link, here))
			return;
		link = link ? link : here;
	}
	employer->slots[SLOT_URL] = link;
	for (struct entry *job = employer->inner; job; job = job->next)
		job->slots[SLOT_URL] = NULL;
}

static const struct detail *find_detail(const struct entry *entry, const struct field *field)
{
	for (const struct detail *detail = entry->details; detail; detail = detail->next) {
		if (detail->field == field)
			return detail;
	}
	return NULL;
}

static void remove_detail(struct entry *entry, const struct field *field)
{
	struct detail **place = &entry->details;
	entry->last_detail = NULL;
	while (*place) {
		if ((*place)->field == field) {
			*place = (*place)->next;
			continue;
		}
		entry->last_detail = *place;
		place = &(*place)->next;
	}
}

static void append_detail(struct entry *entry, struct detail *detail)
{
	if (entry->last_detail)
		entry->last_detail->next = detail;
	else
		entry->details = detail;
	entry->last_detail = detail;
}

/* A remark that is the same wherever it is; anything but a place has to be said of all jobs. */
static void lift_remark(struct entry *employer, const struct field *field, struct arena *arena)
{
	const struct detail *remark = NULL;
	bool everywhere = true;
	for (const struct entry *job = employer->inner; job; job = job->next) {
		const struct detail *here = find_detail(job, field);
		if (remark && here && !is_same(remark->node, here->node))
			return;
		everywhere = everywhere && here;
		remark = remark ? remark : here;
	}
	if (!remark || (!everywhere && field->type != FIELD_PLACE))
		return;
	struct detail *copy = arena_allocate(arena, sizeof *copy);
	*copy = *remark;
	copy->next = NULL;
	for (struct entry *job = employer->inner; job; job = job->next)
		remove_detail(job, field);
	append_detail(employer, copy);
}

/* The employer of a chain of jobs, which are then within it. */
static struct entry *make_employer(
	const struct section *schema, struct entry *jobs, struct arena *arena)
{
	struct entry *employer = arena_allocate(arena, sizeof *employer);
	employer->node = jobs->node;
	employer->inner = jobs;
	employer->slots[SLOT_ORGANISATION] = jobs->slots[SLOT_ORGANISATION];
	for (struct entry *job = jobs; job; job = job->next)
		job->slots[SLOT_ORGANISATION] = NULL;
	lift_link(employer);
	for (const struct field *field = schema->fields; field->key; field++) {
		if (field->slot == SLOT_REMARK)
			lift_remark(employer, field, arena);
	}
	return employer;
}

/* The last of those from first on that belong to one employer. */
static struct entry *last_at_employer(struct entry *first)
{
	struct entry *last = first;
	struct text employer = employer_of(first);
	while (may_join(first) && last->next && may_join(last->next) &&
		text_equal(employer_of(last->next), employer))
		last = last->next;
	return last;
}

void employers_join(struct resume_section *section, struct arena *arena)
{
	if (!section->schema->key || !text_is(TEXT("work"), section->schema->key))
		return;
	section->count = 0;
	for (struct entry **place = &section->first; *place; place = &(*place)->next) {
		struct entry *last = last_at_employer(*place);
		struct entry *next = last->next;
		if (last != *place) {
			last->next = NULL;
			*place = make_employer(section->schema, *place, arena);
			(*place)->next = next;
		}
		section->last = *place;
		section->count++;
	}
}
