#include "check_parts.h"

#include "doc/markdown.h"

/* True if the text may hold a link that is not bare: a bare one begins as browsers take it. */
static bool may_hold_link(struct text text)
{
	if (text_find(text, 0, '<') < text.length)
		return true;
	for (size_t end = text_find(text, 0, ']'); end + 1 < text.length;
		end = text_find(text, end + 1, ']')) {
		if (text.bytes[end + 1] == '(')
			return true;
	}
	return false;
}

static void check_links_in_text(struct check *check, const struct node *node)
{
	struct text text = node_text(node);
	if (!may_hold_link(text))
		return;
	struct arena arena = {0};
	struct doc doc;
	doc_init(&doc, &arena);
	markdown_blocks(&doc, doc.root, text, node->position);
	for (size_t i = 0; i < doc.link_count; i++)
		check_address(check, FIELD_URL, node->position, doc.links[i].url);
	arena_finish(&arena);
}

void check_links(struct check *check, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		check_links_in_text(check, node);
	for (const struct node *child = node->first; child; child = child->next)
		check_links(check, child);
}

static bool is_letter(char byte)
{
	char small = text_lower(byte);
	return small >= 'a' && small <= 'z';
}

static void check_country_code(struct check *check, const struct node *node)
{
	struct text code = node_text(node);
	bool good = code.length == 2 && is_letter(code.bytes[0]) && is_letter(code.bytes[1]);
	if (!good && check->dialect->own)
		check_report(check, SEVERITY_NOTE, node->position,
			"'%s' is no country code; write its two letters, such as DE",
			check_quote(check, code));
}

void check_text(struct check *check, enum field_type type, const struct node *node)
{
	if (!node_text(node).length)
		return;
	switch (type) {
	case FIELD_DATE:
		check_date(check, node);
		break;
	case FIELD_URL:
	case FIELD_PICTURE:
	case FIELD_EMAIL:
	case FIELD_PHONE:
	case FIELD_DOI:
		check_address(check, type, node->position, node_text(node));
		break;
	default:
		check_links_in_text(check, node);
		if (text_is(node->key, "countryCode"))
			check_country_code(check, node);
	}
}
