#include "base/url.h"

#include "base/buffer.h"

#include <string.h>

enum {
	URL_MOST = 2000,
	LABEL_MOST = 63, /* bytes; RFC 1035 */
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

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

/* Letters, digits and what is not ASCII, of which names may be made (RFC 5890). */
static bool is_host_byte(char byte)
{
	byte = text_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
	       (unsigned char)byte >= 0x80;
}

/* Where the label from start on ends; start if it is none. */
static size_t end_of_label(struct text text, size_t start)
{
	size_t end = start;
	while (end < text.length && (is_host_byte(text.bytes[end]) || text.bytes[end] == '-'))
		end++;
	bool is_one = end > start && text.bytes[start] != '-' && text.bytes[end - 1] != '-';
	return is_one && end - start <= LABEL_MOST ? end : start;
}

/* True for "org"; not for "pdf", which ends the names of files. */
static bool is_top_label(struct text label)
{
	static const char *const files[] = {"pdf", "doc", "docx", "odt", "rtf", "txt", "tex",
		"html", "htm", "xml", "json", "yaml", "yml", "csv", "js", "css", "jpg", "jpeg",
		"png", "gif", "svg", "webp", "bmp", "ico"};

	if (label.length < 2)
		return false;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		if (text_is_caseless(label, files[i]))
			return false;
	}
	if (text_starts_caseless(label, TEXT("xn--")))
		return true;
	for (size_t i = 0; i < label.length; i++) {
		if (!is_host_byte(label.bytes[i]) || is_digit(label.bytes[i]))
			return false;
	}
	return true;
}

/* True for nothing, and for a port and what may follow a host. */
static bool may_follow_host(struct text rest)
{
	size_t end = 0;
	if (rest.length && rest.bytes[0] == ':') {
		for (end = 1; end < rest.length && is_digit(rest.bytes[end]);)
			end++;
		if (end == 1)
			return false;
	}
	return end == rest.length || strchr("/?#", rest.bytes[end]);
}

bool url_lacks_scheme(struct text text)
{
	text = text_trim(text);
	size_t end = end_of_label(text, 0);
	size_t top = end;
	while (end > 0 && end < text.length && text.bytes[end] == '.') {
		top = end + 1;
		end = end_of_label(text, top);
		if (end == top)
			return false;
	}
	for (size_t i = 0; i < text.length; i++) {
		if (text.bytes[i] == ' ' || text.bytes[i] == '\n')
			return false;
	}
	return end > top && is_top_label(text_slice(text, top, end)) &&
	       may_follow_host(text_slice(text, end, text.length));
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
	if (url_lacks_scheme(url))
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
