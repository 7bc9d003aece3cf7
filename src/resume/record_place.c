#include "base/buffer.h"
#include "base/url.h"
#include "record_parts.h"

#include <string.h>

enum { LOCAL_MOST = 64, LABEL_MOST = 63, EMAIL_MOST = 254 }; /* bytes */

/* Adds a part of a place; false if it is none that can stand among others. */
static bool add_part(struct buffer *buffer, const struct node *part, const char *separator)
{
	struct text text = node_text(part);
	if (node_is_empty(part))
		return true;
	for (size_t i = 0; i < text.length; i++) {
		if (strchr("\n*_[]<>&`\\", text.bytes[i]))
			return false;
	}
	if (buffer->length)
		buffer_add(buffer, text_from(separator));
	buffer_add(buffer, text);
	return text.length > 0;
}

/* As compose_inline() shows it. */
struct node *record_place(struct recording *recording, const struct node *place)
{
	struct buffer buffer = {0};
	bool good = place->kind == NODE_MAP;
	bool after_code = false;
	for (const struct field *field = schema_location; good && field->key; field++) {
		const struct node *part = node_get(place, field->key);
		good = add_part(&buffer, part, after_code ? " " : ", ");
		after_code = field->slot == SLOT_NUMBER && !node_is_empty(part);
	}
	for (const struct node *part = place->first; good && part; part = part->next) {
		if (!schema_find_field(schema_location, part->key))
			good = add_part(&buffer, part, ", ");
	}
	struct text text = arena_copy(recording->rewriting.arena, buffer_text(&buffer));
	buffer_finish(&buffer);
	return good && text.length ? record_text(recording, text, place) : NULL;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_one_of(char byte, const char *signs)
{
	return is_letter(byte) || is_digit(byte) || (byte && strchr(signs, byte));
}

static bool is_hex(char byte)
{
	return is_digit(byte) || (byte && strchr("abcdefABCDEF", byte));
}

/* A name of a host: labels with dots between them, at least so many. */
static bool is_host(struct text host, int least)
{
	int labels = 0;
	for (size_t start = 0; start <= host.length;) {
		struct text label = text_slice(host, start, text_find(host, start, '.'));
		if (!label.length || label.length > LABEL_MOST || label.bytes[0] == '-' ||
			label.bytes[label.length - 1] == '-')
			return false;
		for (size_t i = 0; i < label.length; i++) {
			if (!is_one_of(label.bytes[i], "-"))
				return false;
		}
		labels++;
		start += label.length + 1;
	}
	return labels >= least;
}

/* The host and its port, perhaps, of "//host:port/..."; what follows the scheme is rest. */
static bool has_host(struct text rest)
{
	size_t end = 2;
	if (!text_starts_with(rest, TEXT("//")))
		return false;
	while (end < rest.length && !strchr("/?#", rest.bytes[end]))
		end++;
	size_t port = text_find(text_slice(rest, 0, end), 2, ':');
	for (size_t i = port + 1; i < end; i++) {
		if (!is_digit(rest.bytes[i]))
			return false;
	}
	return is_host(text_slice(rest, 2, port), 1);
}

/* RFC 3986, and only those addresses in it that no check takes for anything else. */
static bool is_uri(struct text text)
{
	size_t colon = text_find(text, 0, ':');
	struct text rest = text_slice(text, colon + 1, text.length);
	bool in_fragment = false;
	for (size_t i = 0; i < rest.length; i++) {
		char byte = rest.bytes[i];
		bool encoded = byte == '%' && i + 2 < rest.length && is_hex(rest.bytes[i + 1]) &&
			       is_hex(rest.bytes[i + 2]);
		if (!encoded && !is_one_of(byte, "-._~!$&'()*+,;=:@/?#"))
			return false;
		if (byte == '#' && in_fragment)
			return false;
		in_fragment = in_fragment || byte == '#';
	}
	return rest.length && (!text_starts_caseless(text, TEXT("http")) || has_host(rest));
}

bool record_address(struct recording *recording, struct text text, struct text *address)
{
	struct text safe;
	if (!url_make_safe(text, recording->rewriting.arena, &safe) || !is_uri(safe))
		return false;
	*address = safe;
	return true;
}

/* The part before the "@": words with single dots between them. */
static bool is_local(struct text local)
{
	for (size_t i = 0; i < local.length; i++) {
		bool dot = local.bytes[i] == '.';
		bool between = i > 0 && i + 1 < local.length && local.bytes[i - 1] != '.';
		if (!is_one_of(local.bytes[i], ".!#$%&'*+/=?^_`{|}~-") || (dot && !between))
			return false;
	}
	return local.length > 0 && local.length <= LOCAL_MOST;
}

bool record_is_email(struct text text)
{
	size_t at = text_find(text, 0, '@');
	struct text host = text_slice(text, at + 1, text.length);
	size_t letters = 0;
	while (letters < host.length && is_letter(host.bytes[host.length - 1 - letters]))
		letters++;
	return at < text.length && text.length <= EMAIL_MOST && is_local(text_slice(text, 0, at)) &&
	       is_host(host, 2) && letters >= 2 && letters < host.length &&
	       host.bytes[host.length - 1 - letters] == '.';
}
