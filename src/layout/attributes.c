#include "layout/attributes.h"

unsigned attributes_of_text(enum role role, unsigned style, bool linked)
{
	static const unsigned of_roles[ROLE_COUNT_OF] = {
		[ROLE_NAME] = ATTRIBUTE_BOLD,
		[ROLE_HEADING] = ATTRIBUTE_BOLD,
		[ROLE_TITLE] = ATTRIBUTE_BOLD,
		[ROLE_COUNT] = ATTRIBUTE_DIM,
		[ROLE_PREVIEW] = ATTRIBUTE_DIM,
		[ROLE_RULE] = ATTRIBUTE_DIM,
	};
	unsigned attributes = of_roles[role];
	if (style & STYLE_STRONG)
		attributes |= ATTRIBUTE_BOLD;
	if (style & STYLE_EMPHASIS)
		attributes |= ATTRIBUTE_ITALIC;
	if (linked)
		attributes |= ATTRIBUTE_UNDERLINE;
	return attributes;
}
