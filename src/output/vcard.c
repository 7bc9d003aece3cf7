#include "output/vcard.h"

#include "base/unicode.h"
#include "base/url.h"
#include "doc/markdown.h"
#include "vcard_parts.h"

#include <stdio.h>
#include <string.h>

/* Of a note, in bytes: an address book is no place to read. */
enum { NOTE_MOST = 600 };

/* A card while it is written. */
struct card {
	struct sink *sink;
	struct buffer value; /* of the property that is made */
	struct arena *arena;
	size_t groups; /* how many addresses have labels */
};

/* A text without its markup, on one line. */
static struct text plain(struct card *card, struct text text)
{
	struct doc doc;
	struct runs runs = {0};
	struct buffer buffer = {0};
	doc_init(&doc, card->arena);
	markdown_line(&doc, &runs, ROLE_TEXT, text, 0);
	for (const struct run *run = runs.first; run; run = run->next)
		buffer_add(&buffer, run->text);
	struct text copy = text_trim(arena_copy(card->arena, buffer_text(&buffer)));
	buffer_finish(&buffer);
	return copy;
}

static struct text plain_at(struct card *card, const struct node *map, const char *key)
{
	return plain(card, node_text(node_get(map, key)));
}

static void write_value(struct card *card, const char *name)
{
	vcard_write_line(card->sink, text_from(name), &card->value);
}

static void write_text(struct card *card, const char *name, struct text text)
{
	if (!text.length)
		return;
	vcard_escape(&card->value, text);
	write_value(card, name);
}

/* Calls a function for a value, or for each of a list. */
static void for_each(struct card *card, const struct node *node,
	void (*write)(struct card *card, struct text text))
{
	if (!node)
		return;
	if (node_text(node).length)
		write(card, node_text(node));
	for (const struct node *item = node->kind == NODE_LIST ? node->first : NULL; item;
		item = item->next) {
		if (node_text(item).length)
			write(card, node_text(item));
	}
}

/* Who */

/* The job that goes on, or NULL. */
static const struct node *current_job(const struct node *record)
{
	const struct node *work = node_get(record, "work");
	for (const struct node *job = work ? work->first : NULL; job; job = job->next) {
		const struct node *positions = node_get(job, "positions");
		bool started = node_text(node_get(job, "startDate")).length > 0;
		bool ended = !node_is_empty(node_get(job, "endDate"));
		for (const struct node *position = positions ? positions->first : NULL; position;
			position = position->next) {
			if (node_get(position, "startDate") && !node_get(position, "endDate"))
				started = true;
		}
		if (started && !ended)
			return job;
	}
	return NULL;
}

/* What stands for a person without a name. */
static struct text name_of(struct card *card, const struct node *basics, const struct node *job)
{
	static const char *const keys[] = {"name", "label", "email", "phone", "url"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const struct node *value = node_get(basics, keys[i]);
		if (value && value->kind == NODE_LIST)
			value = value->first;
		struct text text = plain(card, node_text(value));
		if (text.length)
			return text;
	}
	struct text text = plain_at(card, job, "position");
	return text.length ? text : TEXT("R\u00E9sum\u00E9");
}

static void write_name(struct card *card, struct text name)
{
	struct vcard_name parts = vcard_guess_name(name);
	const struct text texts[] = {
		parts.family, parts.given, parts.additional, parts.prefix, parts.suffix};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (i > 0)
			buffer_add_byte(&card->value, ';');
		vcard_escape(&card->value, texts[i]);
	}
	write_value(card, "N");
}

static void write_person(struct card *card, const struct node *record)
{
	const struct node *basics = node_get(record, "basics");
	const struct node *job = current_job(record);
	struct text title = plain_at(card, basics, "label");
	write_text(card, "FN", name_of(card, basics, job));
	if (plain_at(card, basics, "name").length)
		write_name(card, plain_at(card, basics, "name"));
	write_text(card, "TITLE", title.length ? title : plain_at(card, job, "position"));
	write_text(card, "ORG", plain_at(card, job, "name"));
}

/* Where */

static void write_email(struct card *card, struct text email)
{
	if (text_starts_caseless(email, TEXT("mailto:")))
		email = text_slice(email, strlen("mailto:"), email.length);
	write_text(card, "EMAIL", email);
}

/*
 * A number as an address (RFC 3966): only one that begins with "+" is the same everywhere. The "0"
 * in brackets is for those who call from near.
 */
static bool make_phone_address(struct text phone, struct buffer *address)
{
	size_t digits = 0;
	buffer_add(address, TEXT("tel:+"));
	if (text_starts_caseless(phone, TEXT("tel:")))
		phone = text_slice(phone, strlen("tel:"), phone.length);
	for (size_t i = 1; i < phone.length; i++) {
		char byte = phone.bytes[i];
		if (text_starts_with(text_slice(phone, i, phone.length), TEXT("(0)"))) {
			i += 2;
		} else if (byte >= '0' && byte <= '9') {
			buffer_add_byte(address, byte);
			digits++;
		} else if (!byte || !strchr(" -.()/", byte)) {
			return false;
		}
	}
	return digits > 0 && phone.bytes[0] == '+';
}

static void write_phone(struct card *card, struct text phone)
{
	if (make_phone_address(phone, &card->value)) {
		write_value(card, "TEL;VALUE=uri");
		return;
	}
	card->value.length = 0;
	write_text(card, "TEL", phone);
}

/* The address of a page, if it is safe. */
static bool make_page(struct card *card, struct text url)
{
	struct text safe;
	if (!url_make_safe(url, card->arena, &safe) || !text_starts_caseless(safe, TEXT("http")))
		return false;
	buffer_add(&card->value, safe);
	return true;
}

static void write_url(struct card *card, struct text url)
{
	if (make_page(card, url))
		write_value(card, "URL");
}

static void write_photo(struct card *card, struct text url)
{
	if (make_page(card, url))
		write_value(card, "PHOTO");
}

/* Post-office box and extended address stay empty: see RFC 6350, section 6.3.1. */
static void write_place(struct card *card, const struct node *place)
{
	static const char *const keys[] = {
		"address", "city", "region", "postalCode", "countryCode"};
	struct text whole = plain(card, node_text(place));
	if (node_is_empty(place))
		return;
	buffer_add(&card->value, TEXT(";;"));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		bool is_city = i == 1;
		if (i > 0)
			buffer_add_byte(&card->value, ';');
		vcard_escape(&card->value,
			is_city && whole.length ? whole : node_text(node_get(place, keys[i])));
	}
	write_value(card, "ADR");
}

/* Two lines in a group of their own: an address and what to call it. */
static void write_profile(struct card *card, const struct node *profile)
{
	char name[64];
	struct text label = plain_at(card, profile, "network");
	if (!label.length)
		label = plain_at(card, profile, "username");
	if (!make_page(card, node_text(node_get(profile, "url"))))
		return;
	if (!label.length || text_equal(label, buffer_text(&card->value))) {
		write_value(card, "URL");
		return;
	}
	snprintf(name, sizeof name, "item%zu.URL", ++card->groups);
	write_value(card, name);
	snprintf(name, sizeof name, "item%zu.X-ABLabel", card->groups);
	write_text(card, name, label);
}

static void write_contacts(struct card *card, const struct node *basics)
{
	const struct node *profiles = node_get(basics, "profiles");
	for_each(card, node_get(basics, "email"), write_email);
	for_each(card, node_get(basics, "phone"), write_phone);
	write_place(card, node_get(basics, "location"));
	for_each(card, node_get(basics, "url"), write_url);
	for (const struct node *profile = profiles ? profiles->first : NULL; profile;
		profile = profile->next)
		write_profile(card, profile);
	for_each(card, node_get(basics, "image"), write_photo);
}

/* What */

/* Up to the last blank within so many bytes. */
static struct text shorten(struct card *card, struct text text)
{
	size_t end = NOTE_MOST;
	if (text.length <= NOTE_MOST)
		return text;
	while (end > 0 && text.bytes[end] != ' ')
		end--;
	if (end == 0)
		end = unicode_cluster_start(text, NOTE_MOST);
	return arena_format(card->arena, "%.*s\u2026", (int)end, text.bytes);
}

/* A BCP 47 tag of one to three parts, rather than the name of a language. */
static bool is_language_tag(struct text text)
{
	size_t start = 0;
	for (size_t i = 0; i <= text.length; i++) {
		char byte = i < text.length ? text.bytes[i] : '-';
		size_t length = i - start;
		bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
		if (byte != '-' && !is_letter && !(start && byte >= '0' && byte <= '9'))
			return false;
		if (byte == '-' && (length < 2 || length > (start ? 8 : 3)))
			return false;
		if (byte == '-')
			start = i + 1;
	}
	return true;
}

/* "2026-01-31T12:30:00Z" or less as RFC 6350, section 4.3.5, has it. */
static void write_revision(struct card *card, struct text text)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";
	size_t i = 0;
	while (i < text.length && form[i] &&
		(form[i] == 'd' ? text.bytes[i] >= '0' && text.bytes[i] <= '9'
				: text.bytes[i] == form[i]))
		i++;
	bool is_day = i == strlen("dddd-dd-dd") && text.length == i;
	if (!is_day && i < sizeof form - 1)
		return;
	for (size_t at = 0; at < i; at++) {
		if (form[at] != '-' && form[at] != ':')
			buffer_add_byte(&card->value, text.bytes[at]);
	}
	if (is_day)
		buffer_add(&card->value, TEXT("T000000"));
	if (is_day || text.bytes[text.length - 1] == 'Z')
		buffer_add_byte(&card->value, 'Z');
	write_value(card, "REV");
}

void vcard_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink)
{
	struct arena arena = {0};
	struct card card = {.sink = sink, .arena = &arena};
	const struct node *basics = node_get(record, "basics");
	const struct node *meta = node_get(record, "meta");
	struct text lang = node_text(node_get(meta, "lang"));
	(void)settings;
	sink_write(sink, TEXT("BEGIN:VCARD\r\nVERSION:4.0\r\n"));
	write_person(&card, record);
	write_contacts(&card, basics);
	if (lang.length && is_language_tag(lang))
		write_text(&card, "LANG", lang);
	write_text(&card, "NOTE", shorten(&card, plain_at(&card, basics, "summary")));
	write_revision(&card, node_text(node_get(meta, "lastModified")));
	sink_write(sink, TEXT("END:VCARD\r\n"));
	buffer_finish(&card.value);
	arena_finish(&arena);
}
