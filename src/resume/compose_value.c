#include "compose_parts.h"

#include "base/url.h"
#include "doc/markdown.h"
#include "resume/date.h"

#include <string.h>

/* Values that fit on one line with others; longer ones get lines of their own. */
enum { SHORT_VALUE_MOST = 48 };

const struct facts *compose_facts(struct doc *doc, struct facts facts)
{
	struct facts *copy = arena_allocate(doc->arena, sizeof *copy);
	*copy = facts;
	return copy;
}

static void add_link_run(
	struct doc *doc, struct runs *runs, enum role role, struct text text, struct text url)
{
	struct run *run = doc_add_run(doc, runs, role, text);
	if (run)
		run->link = doc_add_link(doc, url);
}

static void add_web_address(struct doc *doc, struct runs *runs, enum role role, struct text url)
{
	/* A picture in the file itself: kilobytes that mean nothing to a reader. */
	if (text_starts_caseless(url, TEXT("data:")))
		return;
	add_link_run(doc, runs, role, url_without_scheme(url), url);
}

static void add_phone(struct doc *doc, struct runs *runs, enum role role, struct text number)
{
	char *bytes = arena_bytes(doc->arena, number.length + 4);
	size_t length = 4;
	memcpy(bytes, "tel:", 4);
	for (size_t i = 0; i < number.length; i++) {
		if (!strchr(" ()-./", number.bytes[i]))
			bytes[length++] = number.bytes[i];
	}
	add_link_run(doc, runs, role, number, (struct text){bytes, length});
}

static void add_doi(struct doc *doc, struct runs *runs, enum role role, struct text doi)
{
	struct text url = doi;
	if (!text_starts_caseless(doi, TEXT("http")))
		url = arena_format(doc->arena, "https://doi.org/%.*s", (int)doi.length, doi.bytes);
	add_link_run(doc, runs, role, doi, url);
}

static void add_scalar(struct composer *composer, struct runs *runs, enum role role,
	enum field_type type, struct text text)
{
	if (!text.length)
		return;
	switch (type) {
	case FIELD_URL:
	case FIELD_PICTURE:
		add_web_address(composer->doc, runs, role, text);
		break;
	case FIELD_EMAIL:
		add_link_run(composer->doc, runs, role, text,
			arena_format(
				composer->doc->arena, "mailto:%.*s", (int)text.length, text.bytes));
		break;
	case FIELD_PHONE:
		add_phone(composer->doc, runs, role, text);
		break;
	case FIELD_DOI:
		add_doi(composer->doc, runs, role, text);
		break;
	case FIELD_DATE:
		doc_add_run(composer->doc, runs, role,
			date_show(date_read(text), composer->wording, composer->doc->arena));
		break;
	default:
		markdown_line(composer->doc, runs, role, text, 0);
	}
}

/* How many bytes at i part one word of a list from the next, as "C, Go"; 0 if none do. */
static size_t separator_at(struct text text, size_t i)
{
	static const char *const separators[] = {",", ";", "\u3001", "\uFF0C", "\uFF1B"};
	for (size_t k = 0; k < sizeof separators / sizeof *separators; k++) {
		size_t length = strlen(separators[k]);
		if (text_is(text_slice(text, i, i + length), separators[k]))
			return length;
	}
	return 0;
}

static size_t skip_separators(struct text text, size_t start)
{
	while (start < text.length) {
		size_t length = text.bytes[start] == ' ' ? 1 : separator_at(text, start);
		if (!length)
			break;
		start += length;
	}
	return start;
}

static bool is_digit_at(struct text text, size_t i)
{
	return i < text.length && text.bytes[i] >= '0' && text.bytes[i] <= '9';
}

/* Where the word that begins at start ends: not within brackets, and not at "1,000". */
static size_t end_of_term(struct text text, size_t start)
{
	int depth = 0;
	size_t end = start;
	for (; end < text.length; end++) {
		char byte = text.bytes[end];
		bool within =
			end > start && is_digit_at(text, end - 1) && is_digit_at(text, end + 1);
		if (strchr("([{", byte))
			depth++;
		else if (strchr(")]}", byte))
			depth--;
		else if (depth <= 0 && !within && separator_at(text, end))
			break;
	}
	while (end > start && text.bytes[end - 1] == ' ')
		end--;
	return end;
}

static void add_terms_between_commas(struct doc *doc, struct runs *runs, struct text text)
{
	for (size_t start = 0; start < text.length;) {
		size_t term = skip_separators(text, start);
		size_t end = end_of_term(text, term);
		doc_add_run(doc, runs, ROLE_TEXT, text_slice(text, start, term));
		doc_add_run(doc, runs, ROLE_TERM, text_slice(text, term, end));
		start = end;
	}
}

/* A text that stands where a list of terms may. What its author marked up stays whole. */
static void add_listed_terms(struct doc *doc, struct runs *runs, struct text text)
{
	struct runs whole = {0};
	markdown_line(doc, &whole, ROLE_TERM, text, 0);
	for (const struct run *run = whole.first; run; run = run->next) {
		if (!run->style && !run->link) {
			add_terms_between_commas(doc, runs, run->text);
			continue;
		}
		struct run *same = doc_add_run(doc, runs, ROLE_TERM, run->text);
		same->style = run->style;
		same->link = run->link;
	}
}

/* The first of the map's texts that has one of some names, with blanks between them; or NULL. */
static const struct node *first_text(const struct node *map, const char *names)
{
	for (const struct node *child = map->first; child && map->kind == NODE_MAP;
		child = child->next) {
		if (schema_has_name(names, child->key) && node_text(child).length)
			return child;
	}
	return NULL;
}

/* What a map that no table knows is called: that needs no label. */
static const struct node *lead_of(const struct node *map)
{
	return first_text(map, "text name title label");
}

/* {text, url} is how a text may carry a link; elsewhere the keys are others. */
static bool is_linked_text(const struct node *node)
{
	return node->count == 2 && lead_of(node) && first_text(node, "url href link");
}

static void add_linked_text(
	struct doc *doc, struct runs *runs, enum role role, const struct node *node)
{
	uint32_t link = doc_add_link(doc, node_text(first_text(node, "url href link")));
	markdown_line(doc, runs, role, node_text(lead_of(node)), link);
}

static void add_part(struct composer *composer, struct runs *runs, enum role role,
	struct text separator, const struct node *node)
{
	if (node_is_empty(node))
		return;
	if (runs->first)
		doc_add_run(composer->doc, runs, role, separator);
	compose_inline(composer, runs, role, FIELD_TEXT, node);
}

/* A place in the order in which people write one; what else the map says follows. */
static void add_place(
	struct composer *composer, struct runs *runs, enum role role, const struct node *place)
{
	struct runs parts = {0};
	bool after_code = false;
	for (const struct field *field = schema_location; field->key; field++) {
		const struct node *part = node_get(place, field->key);
		/* A postal code stands before its city, not apart from it. */
		add_part(composer, &parts, role, after_code ? TEXT(" ") : TEXT(", "), part);
		after_code = field->slot == SLOT_NUMBER && !node_is_empty(part);
	}
	for (const struct node *part = place->first; part; part = part->next) {
		if (!schema_find_field(schema_location, part->key))
			add_part(composer, &parts, role, TEXT(", "), part);
	}
	if (!parts.first)
		return;
	if (runs->last)
		runs->last->next = parts.first;
	else
		runs->first = parts.first;
	runs->last = parts.last;
}

/* The children of a list or map but for one, joined. What joins terms is none itself. */
static void add_children(struct composer *composer, struct runs *runs, enum role role,
	enum field_type type, const struct node *parent, const struct node *except)
{
	enum role between = role == ROLE_TERM ? ROLE_TEXT : role;
	bool is_map = parent->kind == NODE_MAP;
	bool first = true;
	for (const struct node *child = parent->first; child; child = child->next) {
		if (child == except || node_is_empty(child))
			continue;
		if (!first)
			doc_add_run(composer->doc, runs, between,
				is_map ? TEXT("; ") : TEXT(" \u00B7 "));
		first = false;
		if (child->key.length) {
			markdown_line(composer->doc, runs, between, child->key, 0);
			doc_add_run(composer->doc, runs, between, TEXT(": "));
		}
		/* An item of a list is one term, whatever commas it has. */
		if (child->kind == NODE_SCALAR && !is_map)
			add_scalar(composer, runs, role, type, node_text(child));
		else
			compose_inline(composer, runs, role, type, child);
	}
}

/* "Go (level: good; years: 3)": a map with what it is called in front. */
static void add_named_map(struct composer *composer, struct runs *runs, enum role role,
	enum field_type type, const struct node *map, const struct node *lead)
{
	enum role between = role == ROLE_TERM ? ROLE_TEXT : role;
	bool has_more = false;
	for (const struct node *child = map->first; child; child = child->next)
		has_more = has_more || (child != lead && !node_is_empty(child));
	add_scalar(composer, runs, role, type, node_text(lead));
	if (!has_more)
		return;
	doc_add_run(composer->doc, runs, between, TEXT(" ("));
	add_children(composer, runs, role, type, map, lead);
	doc_add_run(composer->doc, runs, between, TEXT(")"));
}

void compose_inline(struct composer *composer, struct runs *runs, enum role role,
	enum field_type type, const struct node *node)
{
	if (type == FIELD_PLACE && node->kind == NODE_MAP) {
		add_place(composer, runs, role, node);
		return;
	}
	if (node->kind == NODE_SCALAR && role == ROLE_TERM) {
		add_listed_terms(composer->doc, runs, node_text(node));
		return;
	}
	if (node->kind == NODE_SCALAR) {
		add_scalar(composer, runs, role, type, node_text(node));
		return;
	}
	if (is_linked_text(node)) {
		add_linked_text(composer->doc, runs, role, node);
		return;
	}
	if (lead_of(node))
		add_named_map(composer, runs, role, type, node, lead_of(node));
	else
		add_children(composer, runs, role, type, node, NULL);
}

static bool is_short_scalar(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->text.length <= SHORT_VALUE_MOST &&
	       markdown_fits_line(node->text);
}

/* True for what reads well on the line of its label. */
static bool fits_on_line(const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		return markdown_fits_line(node_text(node));
	if (node->kind == NODE_MAP)
		return is_linked_text(node);
	for (const struct node *child = node->first; child; child = child->next) {
		if (!is_short_scalar(child))
			return false;
	}
	return true;
}

static struct block *add_labelled(struct doc *doc, struct block *parent, struct text label)
{
	enum block_kind kind = label.length ? BLOCK_DETAIL : BLOCK_PARAGRAPH;
	struct block *block = doc_add_block(doc, parent, kind);
	if (label.length) {
		markdown_line(doc, &block->text, ROLE_LABEL, label, 0);
		doc_add_run(doc, &block->text, ROLE_LABEL, TEXT(":"));
	}
	return block;
}

/* True if the value has a line, with its label; else only the label has been added. */
static bool add_on_line(struct composer *composer, struct block *parent, struct text label,
	enum role role, enum field_type type, const struct node *node)
{
	bool fits = fits_on_line(node);
	if (!fits && !label.length)
		return false;
	struct block *block = add_labelled(composer->doc, parent, label);
	block->source = node->position;
	if (!fits)
		return false;
	if (label.length)
		doc_add_run(composer->doc, &block->text, ROLE_TEXT, TEXT(" "));
	compose_inline(composer, &block->text, role, type, node);
	return true;
}

void compose_value(struct composer *composer, struct block *parent, struct text label,
	enum field_type type, const struct node *node)
{
	if (!node_is_empty(node) && !add_on_line(composer, parent, label, ROLE_TEXT, type, node))
		compose_prose(composer, parent, node);
}

/* Among sentences a few words in one piece are a term, the sentences are not. */
static void mark_short_items(struct block *first)
{
	for (struct block *block = first; block; block = block->next) {
		struct run *run = block->text.first;
		bool one = block->kind == BLOCK_ITEM && run && !run->next;
		if (one && run->text.length <= SHORT_VALUE_MOST)
			run->role = ROLE_TERM;
		mark_short_items(block->first);
	}
}

void compose_terms(
	struct composer *composer, struct block *parent, struct text label, const struct node *node)
{
	if (node_is_empty(node) ||
		add_on_line(composer, parent, label, ROLE_TERM, FIELD_TEXT, node))
		return;
	struct block *before = parent->last;
	compose_prose(composer, parent, node);
	mark_short_items(before ? before->next : parent->first);
}

void compose_prose(struct composer *composer, struct block *parent, const struct node *node)
{
	if (node_is_empty(node))
		return;
	if (node->kind == NODE_SCALAR)
		markdown_blocks(composer->doc, parent, node_text(node), node->position);
	else
		compose_items(composer, parent, node);
}

/* One pair is how YAML reads "- Thesis: a title": the author meant the words. */
static bool is_pair(const struct node *node)
{
	return node->kind == NODE_MAP && node->count == 1 && node->first->kind == NODE_SCALAR;
}

bool compose_is_named_text(const struct node *text)
{
	struct text key = text->key;
	return key.length && key.bytes[0] >= 'a' && key.bytes[0] <= 'z' &&
	       schema_has_name(
		       "text content item bullet point description detail highlight", key) &&
	       node_text(text).length;
}

static void add_pair(struct doc *doc, struct runs *runs, const struct node *pair)
{
	markdown_line(doc, runs, ROLE_TEXT, pair->key, 0);
	struct text value = node_text(pair);
	doc_add_run(doc, runs, ROLE_TEXT, value.length ? TEXT(": ") : TEXT(":"));
	markdown_line(doc, runs, ROLE_TEXT, value, 0);
}

/* A list in a list belongs to the item before it, unless that is a list itself: rows of a table. */
static void add_inner_list(struct composer *composer, struct block *parent, const struct node *list,
	const struct node *before)
{
	bool nests = before && before->kind != NODE_LIST;
	if (nests || !fits_on_line(list)) {
		compose_items(composer, nests ? parent->last : parent, list);
		return;
	}
	struct block *item = doc_add_block(composer->doc, parent, BLOCK_ITEM);
	item->source = list->position;
	compose_inline(composer, &item->text, ROLE_TEXT, FIELD_TEXT, list);
}

/* The first of the fields of an item stands beside its bullet. */
static void lift_first_child(struct block *item)
{
	struct block *first = item->first;
	if (!first || first->first || first->kind > BLOCK_DETAIL)
		return;
	item->text = first->text;
	item->first = first->next;
	if (!item->first)
		item->last = NULL;
}

/* What a map in a list says, below what it is called. */
static void add_fields(struct composer *composer, struct block *item, const struct node *map)
{
	const struct node *lead = lead_of(map);
	if (lead)
		markdown_item(composer->doc, item, node_text(lead));
	for (const struct node *child = map->first; child; child = child->next) {
		if (child != lead)
			compose_value(composer, item, child->key, FIELD_TEXT, child);
	}
	if (!lead)
		lift_first_child(item);
}

/* before is the one before it in the list, or NULL. */
static void add_item(struct composer *composer, struct block *parent, const struct node *node,
	const struct node *before)
{
	if (node->kind == NODE_LIST) {
		add_inner_list(composer, parent, node, before);
		return;
	}
	struct block *item = doc_add_block(composer->doc, parent, BLOCK_ITEM);
	item->source = node->position;
	if (node->kind == NODE_SCALAR) {
		markdown_item(composer->doc, item, node_text(node));
	} else if (is_pair(node) && compose_is_named_text(node->first)) {
		markdown_item(composer->doc, item, node_text(node->first));
	} else if (is_pair(node)) {
		add_pair(composer->doc, &item->text, node->first);
	} else if (is_linked_text(node)) {
		add_linked_text(composer->doc, &item->text, ROLE_TEXT, node);
	} else {
		add_fields(composer, item, node);
	}
}

static void add_map_items(struct composer *composer, struct block *parent, const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (node_is_empty(child))
			continue;
		struct block *item = doc_add_block(composer->doc, parent, BLOCK_ITEM);
		item->source = child->key_position;
		if (child->kind == NODE_SCALAR) {
			add_pair(composer->doc, &item->text, child);
			continue;
		}
		markdown_line(composer->doc, &item->text, ROLE_TEXT, child->key, 0);
		doc_add_run(composer->doc, &item->text, ROLE_TEXT, TEXT(":"));
		compose_items(composer, item, child);
	}
}

/* A text that begins with a bullet, with a hyphen for that of each line, as Markdown has it. */
static struct text with_ascii_bullets(struct doc *doc, struct text text)
{
	static const char bullet[] = {'\xE2', '\x80', '\xA2', ' '};
	char *bytes = arena_bytes(doc->arena, text.length);
	size_t length = 0;
	bool begins_line = true;
	for (size_t i = 0; i < text.length; i++) {
		bool is_bullet = begins_line && text.length - i >= sizeof bullet &&
				 memcmp(text.bytes + i, bullet, sizeof bullet) == 0;
		if (i == 0 && !is_bullet)
			return text;
		i += is_bullet ? 2 : 0;
		bytes[length++] = is_bullet ? '-' : text.bytes[i];
		begins_line = text.bytes[i] == '\n';
	}
	return (struct text){bytes, length};
}

/* A string where a list belongs: one item, or one for each line that begins with a bullet. */
static void add_items_of_text(struct doc *doc, struct block *parent, const struct node *node)
{
	struct text text = with_ascii_bullets(doc, node_text(node));
	if (text.length > 1 && strchr("-*+", text.bytes[0]) && text.bytes[1] == ' ') {
		markdown_blocks(doc, parent, text, node->position);
		return;
	}
	struct block *item = doc_add_block(doc, parent, BLOCK_ITEM);
	item->source = node->position;
	markdown_item(doc, item, text);
}

void compose_items(struct composer *composer, struct block *parent, const struct node *node)
{
	if (node->kind == NODE_SCALAR) {
		add_items_of_text(composer->doc, parent, node);
	} else if (node->kind == NODE_MAP) {
		add_map_items(composer, parent, node);
	} else {
		const struct node *before = NULL;
		for (const struct node *child = node->first; child; child = child->next) {
			/* "- Responsibilities:" is words, too. */
			if (node_is_empty(child) && !is_pair(child))
				continue;
			add_item(composer, parent, child, before);
			before = child;
		}
	}
}
