#include "native.h"

#include "resume/date.h"

/* A period or an entry that has more is not looked at. */
enum { PARTS_MOST = 64 };

static struct text date_part(const struct node *map, const char *key)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (schema_same_name(child->key, text_from(key)))
			return node_text(child);
	}
	return (struct text){NULL, 0};
}

/* {year: 2019, month: March} becomes a date in one text; false for what holds anything else. */
static bool join_date(struct rewriting *rewriting, struct node *map)
{
	static const char *const parts[] = {"day", "month", "year"};
	struct text texts[3];
	size_t count = 0;
	for (size_t i = 0; i < 3; i++) {
		texts[i] = date_part(map, parts[i]);
		count += texts[i].length > 0;
	}
	if (!texts[2].length || count < map->count)
		return false;
	bool numeric = texts[1].length && texts[1].bytes[0] >= '0' && texts[1].bytes[0] <= '9';
	const char *between = numeric ? "/" : " ";
	struct text date = arena_format(rewriting->arena, "%.*s%s%.*s%s%.*s", (int)texts[0].length,
		texts[0].bytes ? texts[0].bytes : "", texts[0].length ? between : "",
		(int)texts[1].length, texts[1].bytes ? texts[1].bytes : "",
		texts[1].length ? between : "", (int)texts[2].length, texts[2].bytes);
	rewrite_replace(map, rewrite_new_text(rewriting, NULL, date, map));
	return true;
}

static void join_dates(struct rewriting *rewriting, const struct field *fields, struct node *entry)
{
	for (struct node *child = entry->first; child; child = child->next) {
		const struct field *field = NULL;
		if (child->kind == NODE_MAP)
			field = schema_guess_field(fields, child->key, NULL);
		if (field && field->type == FIELD_DATE)
			join_date(rewriting, child);
	}
}

/* {start, end} in one field. */
static bool is_period_map(const struct field *fields, const struct node *node)
{
	if (node->kind != NODE_MAP)
		return false;
	const struct field *field = schema_guess_field(fields, node->key, NULL);
	return field && field->slot == SLOT_DATE && schema_find_field(fields, TEXT("startDate")) &&
	       native_has_field(fields, node);
}

static bool has_key_of(const struct node *entry, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		for (const struct node *own = entry->first; own; own = own->next) {
			if (text_equal(own->key, child->key))
				return true;
		}
	}
	return false;
}

/* Unless one of its parts is there already, by the same name. */
static void flatten_periods(const struct field *fields, struct node *entry)
{
	for (struct node *child = entry->first; child; child = child->next) {
		if (!is_period_map(fields, child) || child->count > PARTS_MOST ||
			entry->count > PARTS_MOST || has_key_of(entry, child))
			continue;
		struct node map = *child;
		rewrite_replace(child, &(struct node){.plain = true, .position = map.position});
		rewrite_move_children(&map, NULL, entry);
	}
}

void native_gather_dates(
	struct rewriting *rewriting, const struct field *fields, struct node *entry)
{
	join_dates(rewriting, fields, entry);
	flatten_periods(fields, entry);
	join_dates(rewriting, fields, entry);
}

/* A period in one text becomes a start and an end, if both are dates. */
static void split_period(struct rewriting *rewriting, struct node *entry, struct node *period)
{
	struct text start;
	struct text end;
	if (!date_split(node_text(period), &start, &end))
		return;
	/* "2019-20" can only be read as a whole. */
	struct date last_date = date_read(end);
	if (end.length && !last_date.year && !last_date.present)
		return;
	if (end.length) {
		struct node *last = rewrite_new_text(rewriting, "endDate", end, period);
		last->plain = period->plain;
		rewrite_append(entry, last);
	}
	period->text = start;
	rewrite_rename(period, "startDate");
}

void native_split_period(
	struct rewriting *rewriting, const struct field *fields, struct node *entry)
{
	if (!schema_find_field(fields, TEXT("startDate")) ||
		!node_is_empty(node_get(entry, "endDate")))
		return;
	bool started = !node_is_empty(node_get(entry, "startDate"));
	enum slot slot = started ? SLOT_START : SLOT_DATE;
	for (struct node *child = entry->first; child; child = child->next) {
		const struct field *field = schema_find_field(fields, child->key);
		if (field && field->slot == slot && node_text(child).length) {
			split_period(rewriting, entry, child);
			return;
		}
	}
}
