#include "markdown_parts.h"

#include "base/memory.h"
#include "base/unicode.h"
#include "base/url.h"
#include "markdown_escape.h"

#include <stdlib.h>
#include <string.h>

static void add_stretch(struct markdown_line *line, struct stretch stretch)
{
	if (line->count == line->capacity) {
		line->capacity = line->capacity ? line->capacity * 2 : 16;
		line->stretches =
			memory_resize(line->stretches, line->capacity * sizeof *line->stretches);
	}
	line->stretches[line->count++] = stretch;
}

static bool have_same_elements(const struct stretch *a, const struct stretch *b)
{
	return memcmp(a->elements, b->elements, sizeof a->elements) == 0;
}

/* Adds bytes of one kind. Those that go on as others did belong to the same stretch. */
static void add_part(struct markdown_line *line, struct stretch part)
{
	struct stretch *last = line->count ? &line->stretches[line->count - 1] : NULL;
	if (part.start == part.end)
		return;
	if (last && last->kind == part.kind && have_same_elements(last, &part))
		last->end = part.end;
	else
		add_stretch(line, part);
}

/* Adds a piece of text, the blanks at its ends apart: emphasis may not begin or end with them. */
static void add_piece(struct markdown_line *line, struct stretch piece)
{
	struct text text = buffer_text(&line->text);
	size_t start = piece.start;
	size_t end = piece.end;
	size_t size;
	while (start < end && unicode_is_blank(unicode_decode(text, start, &size)))
		start += size;
	while (end > start &&
		unicode_is_blank(unicode_decode(text, unicode_before(text, end), &size)))
		end = unicode_before(text, end);
	struct stretch parts[] = {piece, piece, piece};
	parts[0].kind = parts[2].kind = STRETCH_BLANK;
	parts[0].end = parts[1].start = start;
	parts[1].end = parts[2].start = end;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		add_part(line, parts[i]);
}

/* Adds a piece of code, whose lines are spans of their own. */
static void add_code(struct markdown_line *line, struct stretch piece)
{
	struct text text = text_slice(buffer_text(&line->text), 0, piece.end);
	while (piece.start < text.length) {
		piece.end = text_find(text, piece.start, '\n');
		piece.kind = STRETCH_CODE;
		add_part(line, piece);
		piece.start = piece.end;
		piece.end = piece.start + 1;
		piece.kind = STRETCH_BLANK;
		if (piece.start < text.length)
			add_stretch(line, piece);
		piece.start = piece.end;
	}
}

/*
 * True for "]:", which in the code of a link at the beginning of a line would make all of it the
 * definition of a reference, which shows nothing. Such code is text.
 */
static bool has_label_end(struct text text)
{
	size_t at = text_find(text, 0, ']');
	while (at + 1 < text.length && text.bytes[at + 1] != ':')
		at = text_find(text, at + 1, ']');
	return at + 1 < text.length;
}

static void add_styled(struct markdown_line *line, struct text text, unsigned style, uint32_t link,
	struct text address)
{
	struct stretch piece = {.start = line->text.length,
		.address = address,
		.elements = {link, (style & STYLE_STRONG) != 0, (style & STYLE_EMPHASIS) != 0}};
	buffer_add(&line->text, text);
	piece.end = line->text.length;
	if (style & STYLE_CODE && !(address.length && has_label_end(text)))
		add_code(line, piece);
	else
		add_piece(line, piece);
}

void markdown_line_add_text(struct markdown_line *line, struct text text, enum style style)
{
	add_styled(line, text, style, 0, (struct text){0});
}

void markdown_line_end_source(struct markdown_line *line)
{
	add_stretch(line, (struct stretch){STRETCH_END, .start = line->text.length,
				  .end = line->text.length});
}

static bool is_alphanumeric(char byte)
{
	byte = text_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* A mailbox as CommonMark has it between angle brackets. */
static bool is_mailbox(struct text text)
{
	size_t at = text_find(text, 0, '@');
	for (size_t i = 0; i < at; i++) {
		if (!is_alphanumeric(text.bytes[i]) &&
			!strchr(".!#$%&'*+/=?^_{|}~-", text.bytes[i]))
			return false;
	}
	bool ends_label = true;
	for (size_t i = at + 1; i < text.length; i++) {
		char byte = text.bytes[i];
		bool is_inside = !ends_label && i + 1 < text.length && byte != '.' &&
				 text.bytes[i + 1] != '.';
		if (!is_alphanumeric(byte) && !(byte == '-' && is_inside) &&
			!(byte == '.' && !ends_label))
			return false;
		ends_label = byte == '.';
	}
	return at > 0 && !ends_label;
}

/* Between angle brackets a reference cannot be escaped. */
static bool has_reference(struct text address)
{
	for (size_t i = 0; i < address.length; i++) {
		if (address.bytes[i] == '&' && markdown_begins_reference(address, i))
			return true;
	}
	return false;
}

/* True if a text between angle brackets is a link to the address. */
static bool is_shown_by(struct text address, struct text text)
{
	static const struct text scheme = {"mailto:", 7};
	return text_equal(address, text) ||
	       (text_starts_with(address, scheme) && is_mailbox(text) &&
		       text_equal(text_slice(address, scheme.length, address.length), text));
}

/* Adds a link of one run if that shows its address, or nothing else. */
static bool add_address(
	struct markdown_line *line, const struct run *run, unsigned styles, struct text address)
{
	bool shows_nothing = text_trim(run->text).length == 0;
	bool shows_address = !(styles & STYLE_CODE) && is_shown_by(address, run->text);
	if ((!shows_nothing && !shows_address) || has_reference(address))
		return false;
	struct stretch piece = {.kind = STRETCH_ADDRESS,
		.start = line->text.length,
		.elements = {0, (styles & STYLE_STRONG) != 0, (styles & STYLE_EMPHASIS) != 0}};
	buffer_add(&line->text, shows_nothing ? address : run->text);
	piece.end = line->text.length;
	add_stretch(line, piece);
	return true;
}

static unsigned style_of(const struct markdown_line *line, const struct run *run)
{
	return run->style | (run->role == ROLE_LABEL ? line->label : 0U);
}

/* Adds a run and those that go on with its link; returns the last of them. */
static const struct run *add_run(
	struct markdown_line *line, const struct run *run, enum style style)
{
	unsigned styles = style_of(line, run) | style;
	const struct link *link = run->link ? doc_link(line->doc, run->link) : NULL;
	struct text address = {0};
	bool is_safe = link && url_make_safe(link->url, &line->arena, &address);
	bool goes_on = run->next && run->next->link == run->link;
	if (is_safe && !goes_on && add_address(line, run, styles, address))
		return run;
	for (;; run = run->next) {
		add_styled(line, run->text, style_of(line, run) | style, is_safe ? run->link : 0,
			address);
		if (!link || !run->next || run->next->link != run->link)
			break;
	}
	if (link && !is_safe && link->number) {
		markdown_line_add_text(line, TEXT(" ("), style);
		markdown_line_add_text(line, text_trim(link->url), style);
		markdown_line_add_text(line, TEXT(")"), style);
	}
	return run;
}

void markdown_line_add(struct markdown_line *line, const struct runs *runs, enum style style)
{
	for (const struct run *run = runs->first; run; run = run->next)
		run = add_run(line, run, style);
}

void markdown_line_clear(struct markdown_line *line)
{
	line->text.length = 0;
	line->count = 0;
	arena_reset(&line->arena);
}

void markdown_line_finish(struct markdown_line *line)
{
	arena_finish(&line->arena);
	buffer_finish(&line->text);
	buffer_finish(&line->source);
	free(line->stretches);
	free(line->tokens);
	*line = (struct markdown_line){0};
}
