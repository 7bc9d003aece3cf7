#include "check_parts.h"

bool check_has_shape(const struct field *field, const struct node *node)
{
	switch (field->type) {
	case FIELD_PLACE:
	case FIELD_BANNER:
		return node->kind != NODE_LIST;
	case FIELD_LIST:
	case FIELD_ITEMS:
	case FIELD_ENTRIES:
	case FIELD_PROFILES:
		return node->kind == NODE_LIST;
	case FIELD_MAP:
		return node->kind == NODE_MAP;
	default:
		return node->kind == NODE_SCALAR || (field->several && node->kind == NODE_LIST);
	}
}

const char *check_kind_name(const struct node *node)
{
	static const char *const names[] = {"a text", "a list", "a map"};
	return names[node->kind];
}

/* What belongs where a field of a type is, and how to write that instead of what is there. */
struct advice {
	const char *belongs;
	const char *how;
};

static const char *how_to_list(const struct node *node)
{
	if (node->kind == NODE_MAP)
		return "write '- ' in front of its first key";
	struct text text = node_text(node);
	if (text_starts_with(text, TEXT("- ")))
		return "remove the '|' before its lines";
	if (text.length > 1 && text.bytes[0] == '-' && text_find(text, 1, '-') < text.length)
		return "put a space behind each '-'";
	return "write it below the key, with '- ' in front";
}

static struct advice advice_for(enum field_type type, const struct node *node)
{
	switch (type) {
	case FIELD_LIST:
	case FIELD_ITEMS:
	case FIELD_ENTRIES:
	case FIELD_PROFILES:
		return (struct advice){"a list", how_to_list(node)};
	case FIELD_PLACE:
		return (struct advice){"a place", "write a text, or 'city:' and the like"};
	case FIELD_BANNER:
		return (struct advice){"a text", "write one, or 'text:' and 'url:'"};
	case FIELD_MAP:
		return (struct advice){"a map", "write each section as in 'work: Jobs'"};
	case FIELD_DATE:
		return (struct advice){"a date", "write it as 2019-03"};
	case FIELD_URL:
	case FIELD_PICTURE:
		return (struct advice){"an address", "write it as https://example.org"};
	default:
		return (struct advice){"a text", node->kind == NODE_MAP
							 ? "quote it if it holds a colon"
							 : "write it without '- ' or brackets"};
	}
}

void check_report_shape(struct check *check, enum field_type type, const struct node *node)
{
	struct advice advice = advice_for(type, node);
	if (check->dialect->own)
		check_report(check, SEVERITY_WARNING, node->position, "%s belongs here, not %s; %s",
			advice.belongs, check_kind_name(node), advice.how);
	check_links(check, node);
}
