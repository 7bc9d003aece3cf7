/* What is found wrong with addresses, and which of them strangers would see. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "checked.h"

/* Addresses */

static void knows_addresses_that_no_browser_takes(void **state)
{
	static const struct {
		const char *address;
		const char *expected;
	} rows[] = {
		{"https://example.org", ""},
		{"HTTP://example.org:8080/a?b=c#d", ""},
		{"https://münchen.example/straße", ""},
		{"https://user@example.org./", ""},
		{"http://localhost:3000/", ""},
		{"http://[::1]/", ""},
		{"mailto:a@b.example", ""},
		{"example.org", "note add https:// in front of 'example.org': other programs"},
		{"www.example.org/a", "note add https:// in front of 'www.example.org/a'"},
		{"github.com/foo", "note add https:// in front"},
		{"www,example.com",
			"warning no browser takes the address 'www,example.com'; write"},
		{"htp://example.org", "warning 'htp://example.org'; did you mean https://?"},
		{"http//example.org", "warning did you mean https://?"},
		{"https:/example.org", "warning did you mean https://?"},
		{"https;//example.org", "warning did you mean https://?"},
		{"https://https://example.org", "warning no browser takes"},
		{"https://", "warning no browser takes"},
		{"https://example,org/", "warning no browser takes"},
		{"https://example..org/", "warning no browser takes"},
		{"https://example.org:80a/", "warning no browser takes"},
		{"javascript:alert(1)", "warning no browser takes"},
		{"ftp://example.org", "warning no browser takes"},
		{"https://example.org/a b",
			"warning the address 'https://example.org/a b' holds a blank; remove it"},
		{"j@example.org", "warning no browser takes"},
		{"N/A", "warning no browser takes"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char expected[200] = "";
		char quoted[100];
		snprintf(quoted, sizeof quoted, "'%s'", rows[i].address);
		if (rows[i].expected[0])
			snprintf(expected, sizeof expected, "3:8 %s", rows[i].expected);
		check_basics("url", quoted, expected);
		check_in("work", "url", quoted, expected);
	}
}

static void checks_addresses_wherever_they_are(void **state)
{
	(void)state;
	check_basics("url", "['https://a.example', 'htp://b.example']", "3:30 warning htp");
	check_basics("image", "'htp://b.example/p.png'", "3:10 warning did you mean https://?");
	check_basics("image", "me.jpg",
		"3:10 note nobody else finds the picture 'me.jpg'; write an address with https://");
	check_basics("image", "'data:image/png;base64,iVBORw0KGgo='", "");
	check_basics("banner", "{text: T, url: 'htp://b.example'}", "3:26 warning htp");
	check_basics("profiles", "[{network: X, url: 'htp://b.example'}]", "3:32 warning htp");
	check_in("projects", "repo", "'htp://b.example'", "3:9 warning htp");
	check_named("meta: {canonical: 'htp://b.example'}", "2:19 warning htp");
	check_named("openBooks:\n- url: 'htp://b.example'", "2:1 note shown\n3:8 warning htp");
}

static void check_public_phone(const char *phone, const char *expected)
{
	char all[300];
	snprintf(all, sizeof all, "%s3:10 note strangers see this telephone number", expected);
	check_basics("phone", phone, all);
}

static void knows_mail_phone_and_doi(void **state)
{
	(void)state;
	check_basics("email", "j@example.org", "");
	check_basics("email", "example.org",
		"3:10 warning 'example.org' is no e-mail address; write it as name@example.org");
	check_basics("email", "'@example.org'", "3:10 warning is no e-mail address");
	check_basics("email", "'j@'", "3:10 warning is no e-mail address");
	check_basics("email", "'j@a.example,j@b.example'", "3:10 warning is no e-mail address");
	check_basics("email", "j @example.org", "3:10 warning holds a blank; remove it");
	check_basics("email", "'mailto:j@example.org'", "3:10 warning without 'mailto:'");
	check_basics("email", "[j@example.org, j.example.org]", "3:26 warning 'j.example.org'");
	check_public_phone("+1 (555) 010-9999 ext. 12", "");
	check_public_phone("555-0100x12", "");
	check_public_phone("'tel:+1-555-010-9999'", "");
	check_public_phone("ask me",
		"3:10 note the phone number 'ask me' holds letters; write it as +49 30 1234567\n");
	check_in("references", "phone", "none",
		"3:10 note 'none' holds letters\n3:10 note someone else's telephone number");
	check_in("publications", "doi", "10.1000/182", "");
	check_in("publications", "doi", "'doi:10.1000/182'", "");
	check_in("publications", "doi", "'https://doi.org/10.1000.5/a(b)'", "");
	check_in(
		"publications", "doi", "1000/182", "3:8 note '1000/182' is no DOI; one looks like");
	check_in("publications", "doi", "10.1000", "3:8 note is no DOI");
	check_in("publications", "doi", "10.1000/", "3:8 note is no DOI");
	check_in("publications", "doi", "10.1000/a b", "3:8 note is no DOI");
}

static void looks_at_links_in_text(void **state)
{
	(void)state;
	check_in("work", "summary", "See [it](htp://a.example).",
		"3:12 warning no browser takes the address 'htp://a.example'; did you mean");
	check_in("work", "summary", "See [it](a.example).", "3:12 note add https:// in front");
	check_in("work", "summary", "See [it](#there).", "3:12 warning address '#there'");
	check_in("work", "summary", "See [it](https://a.example), `[x](y)` and a [b] (c).", "");
	check_in("work", "summary", "See [it](javascript:x).", "3:12 warning 'javascript:x'");
	check_in("work", "highlights", "['[it](htp://a.example)']", "3:16 warning htp");
	check_in("skills", "keywords", "['[it](htp://a.example)']", "3:14 warning htp");
	check_in("interests", "Group", "'[it](htp://a.example)'", "3:10 warning htp");
	check_named("notes: ['[it](htp://a.example)']", "2:9 warning htp");
	check_named("custom: {Talks: '[it](htp://a.example)'}", "2:17 warning htp");
	check_in("work", "salary", "[{a: '[it](htp://a.example)'}]",
		"3:3 warning there is no 'salary'\n3:16 warning htp");
	check_in("work", "name", "['[it](htp://a.example)']",
		"3:9 warning a text belongs here\n3:10 warning htp");
}

static void knows_profiles_and_countries(void **state)
{
	(void)state;
	check_basics("profiles",
		"[{network: X, username: j}, {network: X, url: 'https://x.example'}]", "");
	check_basics("profiles", "[{username: j}]",
		"3:14 note this profile has no 'network'; add one, such as GitHub");
	check_basics("profiles", "[{network: X}]",
		"3:14 note this profile has neither 'username' nor 'url'; add one of them");
	check_basics("profiles", "[{network: '', username: ''}, ~]", "");
	check_basics("location", "{countryCode: DE}", "");
	check_basics("location", "{countryCode: ''}", "");
	check_basics("location", "{countryCode: Germany}",
		"3:27 note 'Germany' is no country code; write its two letters, such as DE");
	check_basics("location", "{countryCode: 49}", "3:27 note is no country code");
}

/* What is private */

static void notes_what_strangers_see(void **state)
{
	(void)state;
	check_basics("location", "{address: A, city: C}",
		"3:23 note strangers see this street address; if they should not, add "
		"basics.location.address to meta.private");
	check_basics("location", "{address: '', city: C}", "");
	check_basics("location", "A", "");
	check_basics("phone", "[]", "");
	check_basics("phone", "['555 1', '555 2']",
		"3:10 note this telephone number; if they should not, add basics.phone");
	check_basics("phone", "'555'\nmeta: {private: [basics.phone]}", "");
	check_basics("phone", "'555'\nmeta: {private: [basics]}", "");
	check_basics("phone", "'555'\nmeta: {private: [mobile, Basics.Telephone]}",
		"4:18 warning 'mobile' keeps nothing private");
	check_basics("location", "{address: A}\nmeta: {private: [basics.location]}", "");
	check_named("references:\n- name: A\n- {name: B, email: b@b.example}",
		"4:20 note strangers see someone else's email address");
	check_named("references: [{name: B, phone: '5'}]\nmeta: {hide: [references]}", "");
	/* Who does not say what is private in a way that is understood shows nothing at all. */
	check_basics("phone", "'555'\nmeta: {private: {a: b}}", "4:17 warning a list belongs here");
}

static void check_path(const char *path, const char *expected)
{
	char source[1000];
	snprintf(source, sizeof source,
		"work: [{name: A, boss: B}]\nopenBooks: [{pages: '9'}]\nnotes: [N]\n"
		"meta: {hide: [notes], private: ['%s']}",
		path);
	char all[1000];
	snprintf(all, sizeof all, "2:18 warning there is no 'boss' in work\n3:1 note shown\n%s%s",
		*expected ? "5:33 warning " : "", expected);
	check_named(source, all);
}

static void reports_paths_that_lead_nowhere(void **state)
{
	(void)state;
	check_path("work", "");
	check_path("work.boss", "");
	check_path("work.Boss.x", "");
	check_path("work.summary", "");
	check_path("Experience.boss", "");
	check_path("basics.location.address", "");
	check_path("patents.number", "");
	check_path("notes.anything", "");
	check_path("openbooks.pages", "");
	check_path("work.bosss", "'work.bosss' keeps nothing private; did you mean 'work.boss'?");
	check_path("wrok.boss", "did you mean 'work.boss'?");
	check_path("openBooks.page", "did you mean 'openBooks.pages'?");
	check_path("work.salary", "since there is no 'salary'; write the keys");
	check_path("salary", "since there is no 'salary'");
	check_path("basics..phone", "since there is no ''");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_addresses_that_no_browser_takes),
		cmocka_unit_test(checks_addresses_wherever_they_are),
		cmocka_unit_test(knows_mail_phone_and_doi),
		cmocka_unit_test(looks_at_links_in_text),
		cmocka_unit_test(knows_profiles_and_countries),
		cmocka_unit_test(notes_what_strangers_see),
		cmocka_unit_test(reports_paths_that_lead_nowhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
