#include "html_parts.h"

/*
 * Entries that were at some time and in some place: https://microformats.org/wiki/h-resume.
 */
static const struct {
	const char *topic;
	const char *classes;
} events[] = {
	{"work", "p-experience h-event"},
	{"volunteer", "p-experience h-event"},
	{"education", "p-education h-event"},
};

static const char *const classes_in_events[ROLE_COUNT_OF] = {
	[ROLE_TITLE] = "p-name",
	[ROLE_ORGANISATION] = "p-org h-card",
	[ROLE_START] = "dt-start",
	[ROLE_END] = "dt-end",
};

enum tense { TENSE_ANY, TENSE_ONGOING, TENSE_OVER };

/* What words say about the person, if it is true of the time: https://schema.org/Person. */
static const struct {
	const char *topic;
	enum role role;
	enum tense tense;
	struct meaning meaning;
} words[] = {
	{"basics", ROLE_NAME, TENSE_ANY, {.classes = "p-name", .property = "name"}},
	{"basics", ROLE_TITLE, TENSE_ANY, {.classes = "p-job-title", .property = "jobTitle"}},
	{"email", ROLE_TEXT, TENSE_ANY, {.property = "email"}},
	{"phone", ROLE_TEXT, TENSE_ANY, {.property = "telephone"}},
	{"location", ROLE_TEXT, TENSE_ANY, {.classes = "p-adr", .property = "address"}},
	{"work", ROLE_ORGANISATION, TENSE_ONGOING,
		{.property = "worksFor", .type = "https://schema.org/Organization"}},
	{"education", ROLE_ORGANISATION, TENSE_OVER,
		{.property = "alumniOf", .type = "https://schema.org/EducationalOrganization"}},
	{"awards", ROLE_TITLE, TENSE_ANY, {.property = "award"}},
	{"skills", ROLE_TERM, TENSE_ANY, {.classes = "p-skill", .property = "knowsAbout"}},
	{"tools", ROLE_TERM, TENSE_ANY, {.classes = "p-skill", .property = "knowsAbout"}},
	{"languages", ROLE_LABEL, TENSE_ANY, {.property = "knowsLanguage"}},
};

/* What is behind a link among the contacts: https://microformats.org/wiki/h-card. */
static const struct {
	const char *topic;
	struct meaning meaning;
} links[] = {
	{"email", {.classes = "u-email"}},
	{"phone", {.classes = "p-tel"}},
	{"url", {.classes = "u-url", .property = "url", .relation = "me"}},
	{"profiles", {.classes = "u-url", .property = "sameAs", .relation = "me"}},
	{"image", {.classes = "u-photo", .property = "image"}},
};

const char *html_entry_classes(const struct page *page)
{
	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		if (text_is(page->topic, events[i].topic))
			return events[i].classes;
	}
	return NULL;
}

static bool is_true_of(const struct facts *facts, enum tense tense)
{
	if (tense == TENSE_ANY)
		return true;
	return facts &&
	       (tense == TENSE_ONGOING ? facts->ongoing : facts->end.length && !facts->ongoing);
}

struct meaning html_words_mean(const struct page *page, enum role role)
{
	struct meaning meaning = {0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (words[i].role == role && text_is(page->topic, words[i].topic) &&
			is_true_of(page->facts, words[i].tense))
			meaning = words[i].meaning;
	}
	if (!meaning.classes && html_entry_classes(page))
		meaning.classes = classes_in_events[role];
	return meaning;
}

struct meaning html_link_means(const struct page *page)
{
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		if (text_is(page->topic, links[i].topic))
			return links[i].meaning;
	}
	return (struct meaning){0};
}
