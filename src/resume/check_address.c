#include "check_parts.h"

#include "base/slip.h"
#include "base/url.h"

#include <string.h>

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n';
}

static bool holds_blank(struct text text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (is_blank(text.bytes[i]))
			return true;
	}
	return false;
}

static bool is_letter(char byte)
{
	char small = text_lower(byte);
	return small >= 'a' && small <= 'z';
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Where the first of some bytes is, or the length. */
static size_t find_any(struct text text, size_t start, const char *bytes)
{
	while (start < text.length && !strchr(bytes, text.bytes[start]))
		start++;
	return start;
}

static bool is_label(struct text label)
{
	for (size_t i = 0; i < label.length; i++) {
		char byte = label.bytes[i];
		if (!is_letter(byte) && !is_digit(byte) && !strchr("-_", byte) && !(byte & 0x80))
			return false;
	}
	return label.length > 0;
}

/* True for labels with dots between them; stores how many there are and the last. */
static bool read_host(struct text host, size_t *count, struct text *last)
{
	*count = 0;
	for (size_t start = 0; start <= host.length;) {
		size_t end = text_find(host, start, '.');
		*last = text_slice(host, start, end);
		if (!is_label(*last))
			return false;
		++*count;
		start = end + 1;
	}
	return true;
}

static bool is_port(struct text port)
{
	for (size_t i = 0; i < port.length; i++) {
		if (!is_digit(port.bytes[i]))
			return false;
	}
	return port.length > 0;
}

/* True for a host and perhaps a port, as far as a browser would look for it. */
static bool is_authority(struct text authority)
{
	size_t count;
	struct text last;
	size_t at = text_find(authority, 0, '@');
	if (at < authority.length)
		authority = text_slice(authority, at + 1, authority.length);
	/* An address of IPv6: nobody writes one in a résumé. */
	if (text_starts_with(authority, TEXT("[")))
		return true;
	size_t colon = text_find(authority, 0, ':');
	if (colon < authority.length &&
		!is_port(text_slice(authority, colon + 1, authority.length)))
		return false;
	struct text host = text_slice(authority, 0, colon);
	if (host.length && host.bytes[host.length - 1] == '.')
		host.length--;
	return read_host(host, &count, &last);
}

/* True for the name of a host in the public net, such as github.com, and what may follow it. */
static bool is_bare(struct text address)
{
	size_t count;
	struct text last;
	if (!read_host(text_slice(address, 0, find_any(address, 0, ":/?#")), &count, &last))
		return false;
	bool is_name = last.length >= 2 && !is_digit(last.bytes[0]);
	return count >= 2 && is_name;
}

/* True if a browser would try to open it. */
static bool is_taken(struct check *check, struct text address)
{
	struct text safe;
	if (!url_make_safe(address, &check->scratch, &safe))
		return false;
	if (!text_starts_caseless(safe, TEXT("http")))
		return true;
	size_t start = text_find(safe, 0, '/') + 2;
	/* Not the form made safe, where what is not ASCII has become percent signs. */
	size_t shift = text_starts_caseless(address, TEXT("www.")) ? sizeof "https://" - 1 : 0;
	start -= shift;
	return is_authority(text_slice(address, start, find_any(address, start, "/?#\\")));
}

/* True for what looks like http:// or https:// with a slip: htp://, http//, https:/. */
static bool is_slip_of_scheme(struct text address)
{
	size_t end = 0;
	while (end < address.length && is_letter(address.bytes[end]))
		end++;
	struct text scheme = text_slice(address, 0, end);
	bool near = slip_distance(scheme, TEXT("https")) >= 0 ||
		    slip_distance(scheme, TEXT("http")) >= 0;
	size_t rest = end;
	while (rest < address.length && strchr(":;/\\", address.bytes[rest]))
		rest++;
	bool parted = rest > end && rest < address.length;
	/* What follows a whole http:// is at fault itself. */
	struct text marks = text_slice(address, end, rest);
	bool whole = text_is(marks, "://") &&
		     (text_is_caseless(scheme, "http") || text_is_caseless(scheme, "https"));
	return near && parted && !whole;
}

static void check_web_address(struct check *check, struct position position, struct text address)
{
	const char *quote = check_quote(check, address);
	if (holds_blank(address))
		check_report(check, SEVERITY_WARNING, position,
			"the address '%s' holds a blank; remove it, or write %%20 for it", quote);
	else if (is_bare(address))
		check_report(check, SEVERITY_NOTE, position,
			"add https:// in front of '%s': other programs need it", quote);
	else if (is_slip_of_scheme(address))
		check_report(check, SEVERITY_WARNING, position,
			"no browser takes the address '%s'; did you mean https://?", quote);
	else if (!is_taken(check, address))
		check_report(check, SEVERITY_WARNING, position,
			"no browser takes the address '%s'; write it as https://example.org",
			quote);
}

/* A picture may be in the file itself, or beside it, where only its author finds it. */
static void check_picture(struct check *check, struct position position, struct text address)
{
	bool has_scheme = text_find(address, 0, ':') < address.length;
	if (text_starts_caseless(address, TEXT("data:")))
		return;
	if (has_scheme)
		check_web_address(check, position, address);
	else if (check->dialect->own)
		check_report(check, SEVERITY_NOTE, position,
			"nobody else finds the picture '%s'; write an address with https://",
			check_quote(check, address));
}

static void check_email(struct check *check, struct position position, struct text address)
{
	const char *quote = check_quote(check, address);
	size_t at = text_find(address, 0, '@');
	bool has_two_sides = at > 0 && at + 1 < address.length;
	bool is_one = text_find(address, at + 1, '@') >= address.length &&
		      find_any(address, 0, "<>()[],;:") == address.length;
	if (text_starts_caseless(address, TEXT("mailto:")))
		check_report(check, SEVERITY_WARNING, position,
			"write the e-mail address '%s' without 'mailto:'", quote);
	else if (holds_blank(address))
		check_report(check, SEVERITY_WARNING, position,
			"the e-mail address '%s' holds a blank; remove it, or write a list of two",
			quote);
	else if (!has_two_sides || !is_one)
		check_report(check, SEVERITY_WARNING, position,
			"'%s' is no e-mail address; write it as name@example.org", quote);
}

/* The letters that belong to a number: before it, or before its extension. */
static bool is_phone_word(struct text word)
{
	static const char *const words[] = {"x", "ext", "extension", "tel"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (text_is_caseless(word, words[i]))
			return true;
	}
	return false;
}

static void check_phone(struct check *check, struct position position, struct text number)
{
	size_t end = 0;
	for (size_t start = 0; start < number.length; start = end + 1) {
		for (end = start; end < number.length && is_letter(number.bytes[end]);)
			end++;
		if (end == start || is_phone_word(text_slice(number, start, end)))
			continue;
		check_report(check, SEVERITY_NOTE, position,
			"the phone number '%s' holds letters; write it as +49 30 1234567",
			check_quote(check, number));
		return;
	}
}

static struct text without(struct text text, const char *start)
{
	struct text prefix = text_from(start);
	return text_starts_caseless(text, prefix) ? text_slice(text, prefix.length, text.length)
						  : text;
}

static void check_doi(struct check *check, struct position position, struct text doi)
{
	struct text rest = without(without(doi, "https://"), "http://");
	rest = text_trim(without(without(without(rest, "dx."), "doi.org/"), "doi:"));
	size_t digits = 3;
	while (digits < rest.length && (is_digit(rest.bytes[digits]) || rest.bytes[digits] == '.'))
		digits++;
	bool good = text_starts_with(rest, TEXT("10.")) && digits > 3 &&
		    text_find(rest, 0, '/') == digits && digits + 1 < rest.length &&
		    !holds_blank(rest);
	if (!good)
		check_report(check, SEVERITY_NOTE, position,
			"'%s' is no DOI; one looks like 10.1000/182", check_quote(check, doi));
}

void check_address(
	struct check *check, enum field_type type, struct position position, struct text address)
{
	if (type == FIELD_EMAIL)
		check_email(check, position, address);
	else if (type == FIELD_PHONE)
		check_phone(check, position, address);
	else if (type == FIELD_DOI)
		check_doi(check, position, address);
	else if (type == FIELD_PICTURE)
		check_picture(check, position, address);
	else
		check_web_address(check, position, address);
}
