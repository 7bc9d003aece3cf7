#include "markdown_parts.h"

#include "base/memory.h"
#include "base/unicode.h"

static void add_token(struct markdown_line *line, struct token token)
{
	if (line->token_count == line->token_capacity) {
		line->token_capacity = line->token_capacity ? line->token_capacity * 2 : 16;
		line->tokens =
			memory_resize(line->tokens, line->token_capacity * sizeof *line->tokens);
	}
	line->tokens[line->token_count++] = token;
}

bool markdown_is_blank(const struct stretch *stretch)
{
	return stretch->kind == STRETCH_BLANK || stretch->kind == STRETCH_END;
}

/* Blanks are in what encloses the stretches on both sides of them. */
static void enclose_blanks(struct markdown_line *line)
{
	const struct stretch *before = NULL;
	for (size_t i = 0; i < line->count;) {
		size_t end = i;
		while (end < line->count && markdown_is_blank(&line->stretches[end]))
			end++;
		const struct stretch *after = end < line->count ? &line->stretches[end] : NULL;
		for (; i < end; i++) {
			for (int element = 0; element < ELEMENT_COUNT; element++) {
				bool common = before && after &&
					      before->elements[element] == after->elements[element];
				line->stretches[i].elements[element] =
					common ? before->elements[element] : 0;
			}
		}
		before = after;
		i = end + 1;
	}
}

static void measure_elements(struct markdown_line *line)
{
	for (size_t i = line->count; i-- > 0;) {
		struct stretch *stretch = &line->stretches[i];
		const struct stretch *next = i + 1 < line->count ? stretch + 1 : NULL;
		for (int element = 0; element < ELEMENT_COUNT; element++) {
			bool goes_on =
				next && next->elements[element] == stretch->elements[element];
			stretch->ends[element] = goes_on ? next->ends[element] : i + 1;
		}
	}
}

/* The elements that are open, the innermost last. */
struct nesting {
	struct token open[ELEMENT_COUNT];
	size_t depth;
};

static bool is_open(const struct nesting *nesting, enum element element)
{
	for (size_t i = 0; i < nesting->depth; i++) {
		if (nesting->open[i].element == element)
			return true;
	}
	return false;
}

static void close_down_to(struct markdown_line *line, struct nesting *nesting, size_t depth)
{
	while (nesting->depth > depth) {
		struct token token = nesting->open[--nesting->depth];
		token.kind = TOKEN_CLOSE;
		add_token(line, token);
	}
}

/* Closes what does not go on, and what would end within a link that begins. */
static void close_elements(struct markdown_line *line, struct nesting *nesting, size_t at)
{
	const struct stretch *stretch = at < line->count ? &line->stretches[at] : NULL;
	size_t depth = 0;
	for (; stretch && depth < nesting->depth; depth++) {
		const struct token *open = &nesting->open[depth];
		enum element element = open->element;
		bool goes_on = line->stretches[open->stretch].ends[element] > at;
		bool crosses = stretch->elements[ELEMENT_LINK] && !is_open(nesting, ELEMENT_LINK) &&
			       stretch->ends[element] < stretch->ends[ELEMENT_LINK];
		if (!goes_on || crosses)
			break;
	}
	close_down_to(line, nesting, depth);
}

/* The element that is to be opened next, that which goes on for longest; or their count. */
static enum element next_element(const struct stretch *stretch, const struct nesting *nesting)
{
	enum element next = ELEMENT_COUNT;
	for (enum element element = 0; element < ELEMENT_COUNT; element++) {
		if (!stretch->elements[element] || is_open(nesting, element))
			continue;
		if (next == ELEMENT_COUNT || stretch->ends[element] > stretch->ends[next])
			next = element;
	}
	return next;
}

/* True if a word comes next, and not the beginning of a link. */
static bool precedes_word(const struct markdown_line *line, const struct nesting *nesting,
	const struct stretch *stretch)
{
	size_t size;
	bool begins_link = stretch->elements[ELEMENT_LINK] && !is_open(nesting, ELEMENT_LINK);
	return !begins_link && stretch->kind == STRETCH_TEXT &&
	       unicode_is_word(unicode_decode(buffer_text(&line->text), stretch->start, &size));
}

/*
 * True if signs may be taken for the end of what is open around them, because there is no blank
 * before them and no word behind. (CommonMark's rule for that, which counts the signs, is not known
 * to all programs.)
 */
static bool may_close(
	const struct markdown_line *line, const struct nesting *nesting, const struct token *open)
{
	const struct token *last = line->token_count ? &line->tokens[line->token_count - 1] : NULL;
	if (!last || precedes_word(line, nesting, &line->stretches[open->stretch]) ||
		(last->kind == TOKEN_STRETCH && markdown_is_blank(&line->stretches[last->stretch])))
		return false;
	for (size_t i = 0; i < nesting->depth; i++) {
		if (nesting->open[i].element != ELEMENT_LINK && nesting->open[i].sign == open->sign)
			return true;
	}
	return false;
}

/*
 * Signs that touch are told apart only if they are others: behind those that end, and where one of
 * two that begin together ends before the other.
 */
static char choose_sign(
	const struct markdown_line *line, const struct nesting *nesting, const struct token *open)
{
	const struct stretch *stretch = &line->stretches[open->stretch];
	const struct token *last = line->token_count ? &line->tokens[line->token_count - 1] : NULL;
	char other = open->sign == '*' ? '_' : '*';
	if (!last || last->kind == TOKEN_STRETCH || last->element == ELEMENT_LINK)
		return may_close(line, nesting, open) ? other : open->sign;
	if (last->kind == TOKEN_OPEN &&
		stretch->ends[last->element] == stretch->ends[open->element])
		return last->sign;
	return last->sign == '*' ? '_' : '*';
}

static void open_elements(struct markdown_line *line, struct nesting *nesting, size_t at)
{
	const struct stretch *stretch = &line->stretches[at];
	for (;;) {
		enum element element = next_element(stretch, nesting);
		if (element == ELEMENT_COUNT)
			return;
		struct token token = {TOKEN_OPEN, element, '*', at};
		token.sign = choose_sign(line, nesting, &token);
		nesting->open[nesting->depth++] = token;
		add_token(line, token);
	}
}

void markdown_make_tokens(struct markdown_line *line)
{
	struct nesting nesting = {0};
	line->token_count = 0;
	enclose_blanks(line);
	measure_elements(line);
	for (size_t i = 0; i < line->count; i++) {
		close_elements(line, &nesting, i);
		if (!markdown_is_blank(&line->stretches[i]))
			open_elements(line, &nesting, i);
		add_token(line, (struct token){.kind = TOKEN_STRETCH, .stretch = i});
	}
	close_elements(line, &nesting, line->count);
}
