#include "base/url.h"

#include "base/buffer.h"

#include <string.h>

enum { URL_MOST = 2000 };

static bool has_allowed_scheme(struct text url)
{
	static const char *const schemes[] = {
		"https://", "http://", "mailto:", "tel:", "gemini://", "gopher://"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		if (text_starts_caseless(url, text_from(schemes[i])))
			return url.length > strlen(schemes[i]);
	}
	return false;
}

static bool needs_encoding(unsigned char byte)
{
	return byte <= 0x20 || byte >= 0x7F || strchr("\"<>\\^`{|}", byte);
}

static size_t encode(struct text url, char *bytes)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t length = 0;

	for (size_t i = 0; i < url.length; i++) {
		unsigned char byte = (unsigned char)url.bytes[i];
		if (!needs_encoding(byte)) {
			bytes[length++] = (char)byte;
			continue;
		}
		bytes[length++] = '%';
		bytes[length++] = digits[byte >> 4];
		bytes[length++] = digits[byte & 15];
	}
	return length;
}

bool url_make_safe(struct text url, struct arena *arena, struct text *safe)
{
	url = text_trim(url);
	if (url.length > URL_MOST)
		return false;
	if (text_starts_caseless(url, TEXT("www.")))
		url = arena_format(arena, "https://%.*s", (int)url.length, url.bytes);
	if (!has_allowed_scheme(url))
		return false;
	char *bytes = arena_bytes(arena, url.length * 3 + 1);
	size_t length = encode(url, bytes);
	bytes[length] = '\0';
	*safe = (struct text){bytes, length};
	return length <= URL_MOST;
}

static struct text without_prefix(struct text text, const char *prefix)
{
	return text_starts_caseless(text, text_from(prefix))
		       ? text_slice(text, strlen(prefix), text.length)
		       : text;
}

static bool same_number(struct text a, struct text b)
{
	size_t i = 0;
	size_t j = 0;
	for (;;) {
		while (i < a.length && strchr(" ()-./", a.bytes[i]))
			i++;
		while (j < b.length && strchr(" ()-./", b.bytes[j]))
			j++;
		if (i == a.length || j == b.length)
			return i == a.length && j == b.length;
		if (a.bytes[i++] != b.bytes[j++])
			return false;
	}
}

bool url_is_told_by(struct text url, struct text text)
{
	if (text_equal(url, text) || text_equal(without_prefix(url, "mailto:"), text))
		return true;
	return text_starts_caseless(url, TEXT("tel:")) &&
	       same_number(without_prefix(url, "tel:"), text);
}

struct text url_without_scheme(struct text url)
{
	url = without_prefix(without_prefix(url, "https://"), "http://");
	url = without_prefix(url, "www.");
	if (url.length && url.bytes[url.length - 1] == '/')
		url.length--;
	return url;
}
