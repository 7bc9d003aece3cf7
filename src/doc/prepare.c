#include "prepare.h"

#include "address.h"
#include "base/buffer.h"
#include "entity.h"
#include "html.h"
#include "latex.h"
#include "verbatim.h"

#include <string.h>

/* Where a reference definition may be, "[label]: address" at the beginning of a block. */
enum place {
	PLACE_START, /* nothing but blanks and list markers on this line so far */
	PLACE_LABEL,
	PLACE_COLON, /* right behind the label */
	PLACE_ELSEWHERE,
};

/* A text that is being prepared. */
struct preparing {
	struct text text;
	struct arena *arena;
	bool one_line;
	enum place place;
	bool in_link;         /* between "<a>" and "</a>" */
	bool knows_closed;    /* closed is set */
	uint64_t closed;      /* the tags that are closed somewhere */
	struct buffer buffer; /* what is ready */
};

static char byte_at(struct text text, size_t at)
{
	return at < text.length ? text.bytes[at] : '\0';
}

static bool is_alphanumeric(char byte)
{
	byte = text_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

static enum place place_after(enum place place, char byte)
{
	if (place == PLACE_LABEL && byte != '[')
		return byte == ']' ? PLACE_COLON : PLACE_LABEL;
	if (byte == '\n')
		return PLACE_START;
	if (place != PLACE_START)
		return PLACE_ELSEWHERE;
	if (byte == '[')
		return PLACE_LABEL;
	bool may_mark = strchr(" \t>-+*.)", byte) || (byte >= '0' && byte <= '9');
	return may_mark ? PLACE_START : PLACE_ELSEWHERE;
}

/* Copies length bytes from a place on; returns where they end. */
static size_t copy(struct preparing *preparing, size_t at, size_t length)
{
	struct text stretch = text_slice(preparing->text, at, at + length);
	if (preparing->place == PLACE_ELSEWHERE && text_find(stretch, 0, '\n') == length) {
		buffer_add(&preparing->buffer, stretch);
		return at + length;
	}
	for (size_t i = 0; i < length; i++) {
		char byte = stretch.bytes[i];
		if (preparing->one_line && byte == '\n')
			byte = ' ';
		preparing->place = place_after(preparing->place, byte);
		buffer_add_byte(&preparing->buffer, byte);
	}
	return at + length;
}

/* "\\\\host\\share": Windows' own two backslashes. */
static bool begins_share(struct text text, size_t at)
{
	size_t end = at + 2;
	while (is_alphanumeric(byte_at(text, end)) || byte_at(text, end) == '-')
		end++;
	return (at == 0 || strchr(" \n", text.bytes[at - 1])) && byte_at(text, at + 1) == '\\' &&
	       end > at + 2 && byte_at(text, end) == '\\';
}

/* Copies an escaped character, which ends no label. */
static size_t copy_escape(struct preparing *preparing, size_t at)
{
	if (begins_share(preparing->text, at))
		buffer_add(&preparing->buffer, TEXT("\\\\"));
	at = copy(preparing, at, 1);
	if (!strchr("[]\\`<", byte_at(preparing->text, at)) || at == preparing->text.length)
		return at;
	buffer_add_byte(&preparing->buffer, preparing->text.bytes[at]);
	return at + 1;
}

/* In one line it is a blank, as are the blanks that the next line begins with. */
static size_t copy_newline(struct preparing *preparing, size_t at)
{
	at = copy(preparing, at, 1);
	while (preparing->one_line && at < preparing->text.length &&
		strchr(" \n", preparing->text.bytes[at]))
		at++;
	return at;
}

static size_t copy_code(struct preparing *preparing, size_t at)
{
	size_t length = verbatim_length(preparing->text, at);
	return copy(preparing, at, length ? length : verbatim_run(preparing->text, at));
}

/* Behind "](" and the address behind that, in which there is nothing to be found. */
static size_t end_of_destination(struct text text, size_t at)
{
	size_t end = at + 2;
	int depth = 0;
	while (end < text.length && !strchr(" \n>", text.bytes[end]) && depth >= 0) {
		depth += (text.bytes[end] == '(') - (text.bytes[end] == ')');
		end += text.bytes[end] == '\\' && end + 1 < text.length ? 2 : 1;
	}
	return end;
}

/* What is between angle brackets from start on if that is an address, else empty. */
static struct text bracketed_address(struct text text, size_t start)
{
	static const char *const schemes[] = {
		"https://", "http://", "mailto:", "tel:", "ftp://", "gemini://", "gopher://"};
	size_t end = start + 1;
	while (end < text.length && (unsigned char)text.bytes[end] > ' ' &&
		!strchr("<>", text.bytes[end]))
		end++;
	struct text inside = text_slice(text, start + 1, end);
	bool is_address = inside.length && address_at(text, start + 1).length == inside.length;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		is_address = is_address || text_starts_caseless(inside, text_from(schemes[i]));
	return is_address && byte_at(text, end) == '>' ? inside : (struct text){0};
}

/* An address without escapes and entities, in the arena. */
static struct text plain_address(struct preparing *preparing, struct text address)
{
	char *bytes = arena_bytes(preparing->arena, address.length);
	size_t length = 0;
	for (size_t i = 0; i < address.length; i++) {
		i += address.bytes[i] == '\\' && i + 1 < address.length;
		bytes[length++] = address.bytes[i];
	}
	return entity_decode_all((struct text){bytes, length}, preparing->arena);
}

static void add_address(struct preparing *preparing, struct text address)
{
	struct text plain = plain_address(preparing, address);
	bool is_mailbox = address_at(address, 0).is_mailbox;
	struct buffer *buffer = &preparing->buffer;
	if (preparing->in_link) {
		html_write_plain(buffer, plain);
	} else {
		html_begin_link(buffer, is_mailbox ? TEXT("mailto:") : TEXT(""), plain);
		/* Without words of its own a link shows its address, in one piece. */
		if (is_mailbox)
			html_write_plain(buffer, plain);
		buffer_add(buffer, TEXT("</a>"));
	}
	preparing->place = PLACE_ELSEWHERE;
}

/* "Map<A>" in which nothing ends an "a": the author's words, not a tag. */
static bool is_parameter(struct preparing *preparing, const struct tag *tag, size_t at)
{
	bool is_bare = !tag->closes && !tag->address.length && tag->length == strlen(tag->name) + 2;
	bool has_text = tag->kind >= TAG_STRONG && tag->kind <= TAG_LINK;
	if (!is_bare || !has_text || at == 0 || !is_alphanumeric(preparing->text.bytes[at - 1]))
		return false;
	if (!preparing->knows_closed)
		preparing->closed = html_closed_tags(preparing->text);
	preparing->knows_closed = true;
	return !(preparing->closed & tag->bit);
}

static size_t add_angle(struct preparing *preparing, size_t at)
{
	struct tag tag = html_read_tag(preparing->text, at);
	if (tag.kind != TAG_UNKNOWN && !is_parameter(preparing, &tag, at)) {
		if (tag.kind == TAG_LINK)
			preparing->in_link = !tag.closes && tag.address.length;
		else if (tag.kind != TAG_BREAK && html_breaks_line(tag.kind))
			preparing->in_link = false;
		html_write_tag(&preparing->buffer, &tag);
		preparing->place = PLACE_ELSEWHERE;
		return at + tag.length;
	}
	struct text address = bracketed_address(preparing->text, at);
	if (address.length) {
		add_address(preparing, address);
		return at + 1 + address.length + 1;
	}
	/* md4c would hand it over as HTML, and not look for Markdown in it. */
	char next = byte_at(preparing->text, at + 1);
	if (is_alphanumeric(next) || next == '/' || next == '!' || next == '?')
		buffer_add_byte(&preparing->buffer, '\\');
	return copy(preparing, at, 1);
}

/* Makes a link of the address that begins a word; another word is copied. */
static size_t add_word(struct preparing *preparing, size_t at)
{
	size_t length = address_at(preparing->text, at).length;
	if (!length)
		return copy(preparing, at, address_word(preparing->text, at));
	add_address(preparing, text_slice(preparing->text, at, at + length));
	return at + length;
}

/* Adds what is at a place; returns where the next begins. */
static size_t add_piece(struct preparing *preparing, size_t at)
{
	char byte = preparing->text.bytes[at];
	if (byte == '\\')
		return copy_escape(preparing, at);
	if (byte == '`' || (byte == '~' && preparing->place == PLACE_START))
		return copy_code(preparing, at);
	if (byte == '\n')
		return copy_newline(preparing, at);
	if (byte == '<')
		return add_angle(preparing, at);
	if (byte == ']' && byte_at(preparing->text, at + 1) == '(')
		return copy(preparing, at, end_of_destination(preparing->text, at) - at);
	if (is_alphanumeric(byte) || (unsigned char)byte >= 0xC0)
		return add_word(preparing, at);
	if (byte == ':' && preparing->place == PLACE_COLON)
		buffer_add_byte(&preparing->buffer, '\\');
	return copy(preparing, at, 1);
}

/* True if what is at a place may have to become something else. */
static bool may_change(struct text text, size_t at, bool one_line)
{
	char before = at ? text.bytes[at - 1] : '\0';
	switch (text.bytes[at]) {
	case '<':
	case '@':
		return true;
	case '\n':
		return one_line;
	case '\\':
		return byte_at(text, at + 1) == '\\';
	case ':':
		return byte_at(text, at + 1) == '/' || before == ']';
	case '.':
		return text_lower(before) == 'w';
	default:
		return false;
	}
}

/* The bytes that may_change() knows, and that of a link. */
static const bool is_looked_at[256] = {['<'] = true,
	['@'] = true,
	['\n'] = true,
	['\\'] = true,
	[':'] = true,
	['.'] = true,
	[']'] = true};

static bool needs_changes(struct text text, bool one_line)
{
	for (size_t at = 0; at < text.length;) {
		if (!is_looked_at[(unsigned char)text.bytes[at]]) {
			at++;
			continue;
		}
		if (may_change(text, at, one_line))
			return true;
		bool is_link = text.bytes[at] == ']' && byte_at(text, at + 1) == '(';
		at = is_link ? end_of_destination(text, at) : at + 1;
	}
	return false;
}

struct text prepare(struct text text, struct preparation how, struct arena *arena)
{
	/* md4c 0.4.8 looks a little beyond the end: there it finds that the line ended. */
	static const struct text ends = {"\n\n\n\n\n\n\n\n", 8};
	struct preparing preparing = {.text = latex_to_html(text, arena),
		.arena = arena,
		.one_line = how.one_line,
		.place = how.guard ? PLACE_ELSEWHERE : PLACE_START};
	struct buffer *buffer = &preparing.buffer;

	buffer_reserve(buffer, text.length + 1 + ends.length);
	if (how.guard)
		buffer_add_byte(buffer, how.guard);
	if (needs_changes(preparing.text, how.one_line)) {
		for (size_t at = 0; at < preparing.text.length;)
			at = add_piece(&preparing, at);
	} else {
		buffer_add(buffer, preparing.text);
	}
	size_t length = buffer->length;
	buffer_add(buffer, ends);
	text = arena_copy(arena, buffer_text(buffer));
	buffer_finish(buffer);
	return text_slice(text, 0, length);
}
