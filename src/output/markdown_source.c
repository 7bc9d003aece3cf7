#include "markdown_parts.h"

#include "base/unicode.h"
#include "markdown_escape.h"

#include <stdio.h>
#include <string.h>

/* What a character next to signs of emphasis is to CommonMark. */
enum flank {
	FLANK_BLANK, /* or the end of the text */
	FLANK_WORD,
	FLANK_PUNCTUATION,
	FLANK_SYMBOL, /* punctuation, or not: that depends on the version */
};

static enum flank flank_of(uint32_t character)
{
	if (unicode_is_blank(character))
		return FLANK_BLANK;
	if (unicode_is_word(character))
		return FLANK_WORD;
	return character < 0x80 ? FLANK_PUNCTUATION : FLANK_SYMBOL;
}

static enum flank flank_at(struct text text, size_t at)
{
	size_t size;
	return flank_of(unicode_decode(text, at, &size));
}

/* Writing the source of a line. */
struct writing {
	struct markdown_line *line;
	struct buffer *source;
	struct text text;
	struct markdown_range sign; /* at the beginning of a line: what is to be escaped */
	bool is_heading;
	bool breaks; /* the line ends before what comes next */
};

static bool is_at_line_start(const struct writing *writing)
{
	const struct buffer *source = writing->source;
	return !source->length || source->bytes[source->length - 1] == '\n';
}

static void drop_blanks(struct buffer *source)
{
	while (source->length && strchr(" \t", source->bytes[source->length - 1]))
		source->length--;
}

/* Before anything but a blank is written. */
static void begin_piece(struct writing *writing)
{
	if (!writing->breaks)
		return;
	writing->breaks = false;
	drop_blanks(writing->source);
	if (!is_at_line_start(writing))
		buffer_add(writing->source, TEXT("\\\n"));
}

/* Of a heading, which is one line, blanks need not be kept as they are. */
static void write_heading_blank(struct writing *writing)
{
	struct buffer *source = writing->source;
	if (source->length && source->bytes[source->length - 1] != ' ')
		buffer_add_byte(source, ' ');
}

static void write_blank(struct writing *writing, size_t at)
{
	struct buffer *source = writing->source;
	char next = at + 1 < writing->text.length ? writing->text.bytes[at + 1] : '\n';
	if (writing->is_heading) {
		write_heading_blank(writing);
	} else if (writing->text.bytes[at] == '\n') {
		writing->breaks = true;
	} else if (!writing->breaks && !is_at_line_start(writing)) {
		char last = source->bytes[source->length - 1];
		bool alone = !strchr(" \n", next) && !strchr(" \t", last);
		buffer_add_byte(source, alone ? '\t' : ' ');
	}
}

static void write_character(struct writing *writing, size_t at, size_t size, bool encoded)
{
	char reference[16];
	size_t length;
	if (!encoded) {
		buffer_add(writing->source, text_slice(writing->text, at, at + size));
		return;
	}
	int written = snprintf(reference, sizeof reference, "&#x%X;",
		(unsigned)unicode_decode(writing->text, at, &length));
	buffer_add(writing->source, (struct text){reference, (size_t)written});
}

static void write_text(struct writing *writing, const struct stretch *stretch, bool at_link)
{
	struct text text = writing->text;
	struct markdown_stretch escape = {
		text, stretch->start, stretch->end, stretch->elements[ELEMENT_LINK] != 0};
	size_t size;
	for (size_t at = stretch->start; at < stretch->end; at += size) {
		uint32_t character = unicode_decode(text, at, &size);
		if (character == ' ' || character == '\n') {
			write_blank(writing, at);
			continue;
		}
		begin_piece(writing);
		if (is_at_line_start(writing) && !writing->is_heading)
			writing->sign = markdown_line_sign(text, at);
		bool is_first = at == stretch->start;
		bool is_last = at + size == stretch->end;
		bool is_sign = at >= writing->sign.start && at < writing->sign.end;
		bool is_image = is_last && at_link && character == '!';
		bool is_special = flank_of(character) == FLANK_PUNCTUATION &&
				  markdown_must_escape(&escape, at);
		if (is_sign || is_image || is_special)
			buffer_add_byte(writing->source, '\\');
		write_character(writing, at, size,
			(is_first && stretch->encodes_first) || (is_last && stretch->encodes_last));
	}
}

static bool is_all_blanks(struct text text)
{
	return text_trim(text).length == 0;
}

/* Between as many backticks as are nowhere in it, and blanks where they would be lost or touch. */
static void write_code(struct writing *writing, struct text text)
{
	char first = text.bytes[0];
	char last = text.bytes[text.length - 1];
	bool padded = first == '`' || last == '`' ||
		      (first == ' ' && last == ' ' && !is_all_blanks(text));
	size_t fence = markdown_fence(text);
	buffer_add_repeated(writing->source, '`', fence);
	buffer_add(writing->source, padded ? TEXT(" ") : TEXT(""));
	buffer_add(writing->source, text);
	buffer_add(writing->source, padded ? TEXT(" ") : TEXT(""));
	buffer_add_repeated(writing->source, '`', fence);
}

static bool is_balanced(struct text address)
{
	int depth = 0;
	for (size_t i = 0; i < address.length && depth >= 0; i++)
		depth += (address.bytes[i] == '(') - (address.bytes[i] == ')');
	return depth == 0;
}

/* Some programs take signs in an address for emphasis, and a backslash before "&" for itself. */
static void write_destination(struct writing *writing, struct text address)
{
	bool balanced = is_balanced(address);
	struct markdown_stretch stretch = {address, 0, address.length, true};
	buffer_add(writing->source, TEXT("]("));
	for (size_t i = 0; i < address.length; i++) {
		char byte = address.bytes[i];
		if ((!balanced && (byte == '(' || byte == ')')) ||
			((byte == '*' || byte == '_') && markdown_must_escape(&stretch, i)))
			buffer_add_byte(writing->source, '\\');
		buffer_add_byte(writing->source, byte);
		if (byte == '&' && markdown_begins_reference(address, i))
			buffer_add(writing->source, TEXT("amp;"));
	}
	buffer_add_byte(writing->source, ')');
}

static bool is_sign(const struct token *token)
{
	return token->kind != TOKEN_STRETCH && token->element != ELEMENT_LINK;
}

/* What stands at the end of a token, or at its beginning; a reference is punctuation. */
static enum flank token_flank(const struct writing *writing, const struct token *token, bool at_end)
{
	const struct stretch *stretch = &writing->line->stretches[token->stretch];
	if (token->kind != TOKEN_STRETCH)
		return FLANK_PUNCTUATION;
	if (markdown_is_blank(stretch))
		return FLANK_BLANK;
	if (stretch->kind != STRETCH_TEXT)
		return FLANK_PUNCTUATION;
	size_t last = unicode_before(writing->text, stretch->end);
	bool is_one = last == stretch->start;
	if ((stretch->encodes_first && (is_one || !at_end)) ||
		(stretch->encodes_last && (is_one || at_end)))
		return FLANK_PUNCTUATION;
	return flank_at(writing->text, at_end ? last : stretch->start);
}

static bool separates(enum flank flank)
{
	return flank == FLANK_BLANK || flank == FLANK_PUNCTUATION;
}

/*
 * True if signs would not begin or end emphasis between what is inside of it and outside (left- and
 * right-flanking delimiter runs); they do if the character outside is written as a reference.
 */
static bool needs_reference(char sign, enum flank inside, enum flank outside)
{
	return !separates(outside) && (sign == '_' || inside != FLANK_WORD);
}

/* What is beyond the signs at a place, forwards or backwards. */
static enum flank flank_beyond(const struct writing *writing, size_t at, bool forwards)
{
	const struct token *tokens = writing->line->tokens;
	const struct token *first = &tokens[at];
	while (is_sign(&tokens[at]) && tokens[at].sign == first->sign &&
		tokens[at].kind == first->kind) {
		if (at == (forwards ? writing->line->token_count - 1 : 0))
			return FLANK_BLANK;
		at = forwards ? at + 1 : at - 1;
	}
	return token_flank(writing, &tokens[at], !forwards);
}

/*
 * Finds the characters that have to be written as references. One that is a whole stretch counts as
 * punctuation for the signs on its other side, too: for those that begin, in the direction of this
 * loop, for those that end, in that of the other.
 */
static void encode_ends(const struct writing *writing)
{
	const struct token *tokens = writing->line->tokens;
	struct stretch *stretches = writing->line->stretches;
	size_t count = writing->line->token_count;
	for (size_t i = count; i-- > 1;) {
		const struct token *token = &tokens[i - 1];
		if (token->kind == TOKEN_STRETCH && is_sign(&tokens[i]) &&
			tokens[i].kind == TOKEN_OPEN)
			stretches[token->stretch].encodes_last = needs_reference(tokens[i].sign,
				flank_beyond(writing, i, true), token_flank(writing, token, true));
	}
	for (size_t i = 1; i < count; i++) {
		const struct token *token = &tokens[i];
		if (token->kind == TOKEN_STRETCH && is_sign(&tokens[i - 1]) &&
			tokens[i - 1].kind == TOKEN_CLOSE)
			stretches[token->stretch].encodes_first = needs_reference(
				tokens[i - 1].sign, flank_beyond(writing, i - 1, false),
				token_flank(writing, token, false));
	}
}

static void write_stretch(struct writing *writing, size_t at)
{
	const struct token *token = &writing->line->tokens[at];
	const struct stretch *stretch = &writing->line->stretches[token->stretch];
	bool at_link = at + 1 < writing->line->token_count && token[1].kind == TOKEN_OPEN &&
		       token[1].element == ELEMENT_LINK;
	struct text text = text_slice(writing->text, stretch->start, stretch->end);
	if (stretch->kind == STRETCH_END) {
		drop_blanks(writing->source);
		buffer_add_byte(writing->source, writing->is_heading ? ' ' : '\n');
	} else if (stretch->kind == STRETCH_CODE) {
		begin_piece(writing);
		write_code(writing, text);
	} else if (stretch->kind == STRETCH_ADDRESS) {
		begin_piece(writing);
		buffer_add_byte(writing->source, '<');
		buffer_add(writing->source, text);
		buffer_add_byte(writing->source, '>');
	} else {
		write_text(writing, stretch, at_link);
	}
}

static void write_sign(struct writing *writing, const struct token *token)
{
	if (token->kind == TOKEN_OPEN)
		begin_piece(writing);
	if (token->element != ELEMENT_LINK)
		buffer_add_repeated(
			writing->source, token->sign, token->element == ELEMENT_STRONG ? 2 : 1);
	else if (token->kind == TOKEN_OPEN)
		buffer_add_byte(writing->source, '[');
	else
		write_destination(writing, writing->line->stretches[token->stretch].address);
}

/* Signs at the end of a heading would be taken for its decoration. */
static void keep_last_signs(struct buffer *source)
{
	size_t start = source->length;
	while (start > 0 && source->bytes[start - 1] == '#')
		start--;
	if (start == source->length || (start > 0 && source->bytes[start - 1] != ' '))
		return;
	buffer_add_byte(source, '#');
	source->bytes[start] = '\\';
}

struct text markdown_line_source(struct markdown_line *line, bool is_heading)
{
	struct text text = buffer_text(&line->text);
	struct writing writing = {
		.line = line, .source = &line->source, .text = text, .is_heading = is_heading};
	line->source.length = 0;
	markdown_make_tokens(line);
	encode_ends(&writing);
	for (size_t i = 0; i < line->token_count; i++) {
		if (line->tokens[i].kind == TOKEN_STRETCH)
			write_stretch(&writing, i);
		else
			write_sign(&writing, &line->tokens[i]);
	}
	drop_blanks(&line->source);
	if (is_heading)
		keep_last_signs(&line->source);
	return buffer_text(&line->source);
}
