#include "compose_parts.h"

#include "doc/markdown.h"
#include "resume/date.h"

static struct text slot_text(const struct entry *entry, enum slot slot)
{
	return node_text(entry->slots[slot]);
}

struct text compose_name(const struct section *schema, const struct entry *entry)
{
	struct text name = slot_text(entry, schema->id);
	if (!name.length)
		name = slot_text(entry, SLOT_TITLE);
	if (!name.length)
		name = slot_text(entry, SLOT_LABEL);
	return name.length ? name : slot_text(entry, SLOT_ORGANISATION);
}

/* What one of its own fields says. */
static bool read_period(
	const struct section *schema, const struct entry *entry, struct period *period)
{
	struct text start = slot_text(entry, SLOT_START);
	struct text end = slot_text(entry, SLOT_END);
	if (!start.length && !end.length)
		return date_read_period(slot_text(entry, SLOT_DATE), period);
	period->start = date_read(start);
	period->end = date_read(end);
	if (!end.length && !period->start.year && date_read_period(start, period))
		return true;
	if (!end.length && schema->ongoing)
		period->end.present = true;
	return true;
}

/* Makes a period one that holds another, too; false if nobody knows how. */
static bool widen(struct period *whole, struct period part)
{
	if (!part.start.year || !(part.end.year || part.end.present))
		return false;
	if (!date_is_given(whole->start)) {
		*whole = part;
		return true;
	}
	if (date_is_before(part.start, whole->start))
		whole->start = part.start;
	bool later = part.end.present || date_is_before(whole->end, part.end);
	if (later && !whole->end.present)
		whole->end = part.end;
	return true;
}

bool compose_period(const struct section *schema, const struct entry *entry, struct period *period)
{
	struct period whole = {0};
	if (read_period(schema, entry, period))
		return true;
	if (slot_text(entry, SLOT_DATE).length)
		return false;
	for (const struct entry *inner = entry->inner; inner; inner = inner->next) {
		struct period part;
		if (!compose_period(schema, inner, &part))
			part.start = part.end = date_read(slot_text(inner, SLOT_DATE));
		if (date_is_given(part.start) && !widen(&whole, part))
			return false;
	}
	*period = whole;
	return date_is_given(whole.start);
}

/* Dates as they are shown, and what they are. */
struct shown_dates {
	struct text text; /* all of them */
	struct shown_period parts;
	struct facts facts;
	int months; /* that they last, or 0 */
};

static struct shown_dates show_dates(
	struct composer *composer, const struct section *schema, const struct entry *entry)
{
	struct arena *arena = composer->doc->arena;
	struct shown_dates dates = {0};
	struct period period;
	if (compose_period(schema, entry, &period)) {
		dates.parts = date_show_period(period, composer->wording, arena);
		dates.months = date_count_months(period, composer->today);
	} else {
		period = (struct period){.start = date_read(slot_text(entry, SLOT_DATE))};
		dates.parts.start = date_show(period.start, composer->wording, arena);
	}
	dates.text = date_join_period(dates.parts, arena);
	dates.facts = (struct facts){.start = date_iso(period.start, arena),
		.end = date_iso(period.end, arena),
		.ongoing = period.end.present};
	return dates;
}

struct text compose_dates(
	struct composer *composer, const struct section *schema, const struct entry *entry)
{
	return show_dates(composer, schema, entry).text;
}

/* The parts of a title, separated by commas. */
struct title {
	struct composer *composer;
	struct runs *runs;
	const struct entry *entry;
	enum slot linked; /* the part that the entry's address belongs to */
	uint32_t link;
};

static void add_title_part(struct title *title, enum slot slot, enum role role)
{
	const struct node *node = title->entry->slots[slot];
	if (node_is_empty(node))
		return;
	if (title->runs->first)
		doc_add_run(title->composer->doc, title->runs, ROLE_DETAIL, TEXT(", "));
	if (node->kind == NODE_SCALAR)
		markdown_line(title->composer->doc, title->runs, role, node_text(node),
			slot == title->linked ? title->link : 0);
	else
		compose_inline(title->composer, title->runs, role, FIELD_TEXT, node);
}

/* The slot that carries the link: the one the schema names, or the first that there is. */
static enum slot linked_slot(const struct section *schema, const struct entry *entry)
{
	static const enum slot order[] = {SLOT_TITLE, SLOT_SUBTITLE, SLOT_ORGANISATION, SLOT_LABEL};
	if (slot_text(entry, schema->linked).length)
		return schema->linked;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		if (slot_text(entry, order[i]).length)
			return order[i];
	}
	return SLOT_COUNT;
}

static bool has_address(const struct entry *entry)
{
	return slot_text(entry, SLOT_URL).length > 0;
}

static void compose_title(struct composer *composer, struct block *block,
	const struct section *schema, const struct entry *entry)
{
	struct title title = {.composer = composer, .runs = &block->text, .entry = entry};
	title.linked = linked_slot(schema, entry);
	if (has_address(entry) && title.linked != SLOT_COUNT)
		title.link = doc_add_link(composer->doc, slot_text(entry, SLOT_URL));
	add_title_part(&title, SLOT_LABEL, ROLE_TITLE);
	add_title_part(&title, SLOT_TITLE, ROLE_TITLE);
	add_title_part(&title, SLOT_SUBTITLE, ROLE_TITLE);
	/* What stands alone is the title, whatever it is. */
	add_title_part(
		&title, SLOT_ORGANISATION, block->text.first ? ROLE_ORGANISATION : ROLE_TITLE);
}

static void add_aside(struct doc *doc, struct block *block, enum role role, struct text text)
{
	/* It stands on one line whatever its author wrote. */
	for (size_t start = 0; start < text.length;) {
		size_t end = text_find(text, start, '\n');
		doc_add_run(doc, &block->aside, role, text_slice(text, start, end));
		if (end < text.length)
			doc_add_run(doc, &block->aside, role, TEXT(" "));
		start = end + 1;
	}
}

static void add_remarks(struct composer *composer, struct block *parent, const struct entry *entry)
{
	struct block *block = NULL;
	for (const struct detail *detail = entry->details; detail; detail = detail->next) {
		if (detail->label.length)
			continue;
		if (block)
			doc_add_run(composer->doc, &block->text, ROLE_DETAIL, TEXT(" \u00B7 "));
		else
			block = doc_add_block(composer->doc, parent, BLOCK_DETAIL);
		block->source = detail->node->position;
		compose_inline(composer, &block->text, ROLE_DETAIL, detail->type, detail->node);
	}
}

static void add_details(struct composer *composer, struct block *parent, const struct entry *entry)
{
	for (const struct detail *detail = entry->details; detail; detail = detail->next) {
		const struct field *field = detail->field;
		struct text label = field && field->label
					    ? wording_label(composer->wording, field->label)
					    : detail->label;
		if (detail->label.length)
			compose_value(composer, parent, label, detail->type, detail->node);
	}
}

/* What they have of the dates in common is not repeated. */
static void add_inner_entries(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry, struct text dates)
{
	const struct node *text = entry->slots[SLOT_ENTRIES];
	if (text && text->kind == NODE_SCALAR)
		compose_value(composer, parent,
			resume_title_of_key(text->key, composer->doc->arena), FIELD_TEXT, text);
	for (const struct entry *inner = entry->inner; inner; inner = inner->next)
		compose_entry(composer, parent, schema, inner, dates);
}

static void add_keywords(struct composer *composer, struct block *parent,
	const struct section *schema, const struct node *keywords)
{
	if (schema->terms)
		compose_terms(
			composer, parent, wording_label(composer->wording, "Keywords"), keywords);
	else
		compose_value(composer, parent, wording_label(composer->wording, "Keywords"),
			FIELD_TEXT, keywords);
}

/* What an entry holds besides its title and dates. */
static void compose_body(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry, struct text dates)
{
	add_remarks(composer, parent, entry);
	if (has_address(entry) && linked_slot(schema, entry) == SLOT_COUNT)
		compose_value(composer, parent, wording_label(composer->wording, "Web"), FIELD_URL,
			entry->slots[SLOT_URL]);
	else if (entry->slots[SLOT_URL] && !has_address(entry))
		compose_value(composer, parent, wording_label(composer->wording, "Web"), FIELD_URL,
			entry->slots[SLOT_URL]);
	compose_prose(composer, parent, entry->slots[SLOT_DESCRIPTION]);
	compose_prose(composer, parent, entry->slots[SLOT_SUMMARY]);
	if (entry->slots[SLOT_ITEMS])
		compose_items(composer, parent, entry->slots[SLOT_ITEMS]);
	add_keywords(composer, parent, schema, entry->slots[SLOT_KEYWORDS]);
	compose_value(composer, parent, wording_label(composer->wording, "Level"), FIELD_TEXT,
		entry->slots[SLOT_LEVEL]);
	if (entry->node->kind == NODE_LIST)
		compose_items(composer, parent, entry->node);
	add_details(composer, parent, entry);
	add_inner_entries(composer, parent, schema, entry, dates);
}

static size_t count_children(const struct block *block)
{
	size_t count = 0;
	for (const struct block *child = block->first; child; child = child->next)
		count++;
	return count;
}

/* A title that heads nothing is plain text, however its section looks. */
static void make_title_plain(struct block *block)
{
	for (struct run *run = block->text.first; run; run = run->next) {
		if (run->role == ROLE_TITLE)
			run->role = ROLE_TEXT;
	}
}

/* With how long it lasted, which is only worth a line that has room for it. */
static void add_dates(struct composer *composer, struct block *block, struct shown_dates dates)
{
	struct arena *arena = composer->doc->arena;
	struct doc *doc = composer->doc;
	if (block->aside.first && dates.text.length)
		doc_add_run(doc, &block->aside, ROLE_ASIDE, TEXT(" \u00B7 "));
	add_aside(doc, block, ROLE_START, dates.parts.start);
	if (dates.parts.start.length && dates.parts.end.length)
		doc_add_run(doc, &block->aside, ROLE_ASIDE, TEXT(" \u2013 "));
	add_aside(doc, block, ROLE_END, dates.parts.end);
	if (!dates.months || !block->aside.first)
		return;
	struct text duration = wording_duration(composer->wording, dates.months, arena);
	struct run *run = doc_add_run(doc, &block->aside, ROLE_ASIDE,
		arena_format(arena, " \u00B7 %.*s", (int)duration.length, duration.bytes));
	run->spare = true;
}

void compose_entry(struct composer *composer, struct block *parent, const struct section *schema,
	const struct entry *entry, struct text group)
{
	struct doc *doc = composer->doc;
	struct block *last = parent->last;
	struct block *block = doc_add_block(doc, parent, BLOCK_ENTRY);
	struct shown_dates dates = show_dates(composer, schema, entry);
	struct text number = slot_text(entry, SLOT_NUMBER);

	block->source = entry->node->position;
	block->facts = compose_facts(doc, dates.facts);
	compose_title(composer, block, schema, entry);
	add_aside(doc, block, ROLE_ASIDE, number);
	if (block->text.first && !text_equal(dates.text, group))
		add_dates(composer, block, dates);
	else if (!block->text.first)
		doc_add_run(doc, &block->text, ROLE_TITLE, dates.text);
	if (!block->text.first) {
		/* Nothing to stand for it when closed: its text goes where it would be. */
		doc_remove_last(parent, last);
		compose_body(composer, parent, schema, entry, dates.text);
		return;
	}
	struct text name = compose_name(schema, entry);
	doc_set_id(block, name.length ? name : dates.text);
	compose_body(composer, block, schema, entry, dates.text);
	block->count = count_children(block);
	if (!block->first)
		make_title_plain(block);
}

static bool same_label(const struct block *field, const struct node *label)
{
	if (!field || field->kind != BLOCK_FIELD || !field->label.first || node_is_empty(label))
		return false;
	/* Runs borrow the label's text, so a plain label is one run of equal text. */
	return !field->label.first->next && text_equal(field->label.first->text, node_text(label));
}

static struct block *field_for(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry, uint32_t link)
{
	const struct node *label = entry->slots[SLOT_LABEL];
	if (same_label(parent->last, label) && !(link && schema->linked == SLOT_LABEL)) {
		doc_add_run(composer->doc, &parent->last->text, ROLE_TEXT, TEXT(" \u00B7 "));
		return parent->last;
	}
	struct block *field = doc_add_block(composer->doc, parent, BLOCK_FIELD);
	struct text name = slot_text(entry, SLOT_LABEL);
	field->source = entry->node->position;
	doc_set_id(field, name.length ? name : compose_name(schema, entry));
	/* A label that names nothing further is the skill itself. */
	bool alone = !entry->slots[SLOT_TITLE] && !entry->slots[SLOT_KEYWORDS];
	enum role role = schema->terms && alone ? ROLE_TERM : ROLE_LABEL;
	if (!node_is_empty(label))
		markdown_line(composer->doc, &field->label, role, node_text(label),
			schema->linked == SLOT_LABEL ? link : 0);
	return field;
}

static void add_field_text(struct composer *composer, struct block *field,
	const struct section *schema, const struct entry *entry, uint32_t link)
{
	enum role role = schema->terms ? ROLE_TERM : ROLE_TEXT;
	struct text title = slot_text(entry, SLOT_TITLE);
	const struct node *keywords = entry->slots[SLOT_KEYWORDS];
	markdown_line(composer->doc, &field->text, role, title, link);
	if (keywords) {
		if (title.length)
			doc_add_run(composer->doc, &field->text, ROLE_TEXT, TEXT(": "));
		compose_inline(composer, &field->text, role, FIELD_TEXT, keywords);
	}
	const struct node *level = entry->slots[SLOT_LEVEL];
	if (level) {
		bool qualifies = field->text.first;
		doc_add_run(composer->doc, &field->text, ROLE_DETAIL,
			qualifies ? TEXT(" (") : TEXT(""));
		compose_inline(composer, &field->text, ROLE_DETAIL, FIELD_TEXT, level);
		doc_add_run(
			composer->doc, &field->text, ROLE_DETAIL, qualifies ? TEXT(")") : TEXT(""));
	}
}

/* True if one line can say all that the entry holds. */
static bool is_one_line(const struct entry *entry)
{
	static const enum slot others[] = {SLOT_SUBTITLE, SLOT_ORGANISATION, SLOT_NUMBER,
		SLOT_START, SLOT_END, SLOT_DATE, SLOT_DESCRIPTION, SLOT_SUMMARY, SLOT_ITEMS,
		SLOT_ENTRIES};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (entry->slots[others[i]])
			return false;
	}
	bool named = slot_text(entry, SLOT_LABEL).length || slot_text(entry, SLOT_TITLE).length;
	return named && !entry->details;
}

/* {Languages: [C, Go], Tools: [git]}: a label each, without names for the fields. */
static void compose_group_map(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry)
{
	enum role role = schema->terms ? ROLE_TERM : ROLE_TEXT;
	for (const struct node *child = entry->node->first; child; child = child->next) {
		if (node_is_empty(child) || resume_key_is_hidden(child->key))
			continue;
		struct block *field = doc_add_block(composer->doc, parent, BLOCK_FIELD);
		field->source = child->key_position;
		doc_set_id(field, child->key);
		markdown_line(composer->doc, &field->label, ROLE_LABEL, child->key, 0);
		compose_inline(composer, &field->text, role, FIELD_TEXT, child);
	}
}

static bool is_group_map(const struct section *schema, const struct entry *entry)
{
	if (entry->node->kind != NODE_MAP)
		return false;
	for (const struct node *child = entry->node->first; child; child = child->next) {
		if (schema_find_field(schema->fields, child->key))
			return false;
	}
	return true;
}

void compose_field_entry(struct composer *composer, struct block *parent,
	const struct section *schema, const struct entry *entry)
{
	if (is_group_map(schema, entry)) {
		compose_group_map(composer, parent, schema, entry);
		return;
	}
	if (!is_one_line(entry)) {
		compose_entry(composer, parent, schema, entry, (struct text){NULL, 0});
		return;
	}
	uint32_t link =
		has_address(entry) ? doc_add_link(composer->doc, slot_text(entry, SLOT_URL)) : 0;
	struct block *field = field_for(composer, parent, schema, entry, link);
	add_field_text(composer, field, schema, entry, schema->linked == SLOT_TITLE ? link : 0);
}
