#include "network.h"

#include "resume/schema.h"

#include <string.h>

/* Mastodon has an address for each host: see network_address(). */
static const struct network networks[] = {
	{"LinkedIn", NULL, "https://www.linkedin.com/in/", ""},
	{"GitHub", NULL, "https://github.com/", ""},
	{"GitLab", NULL, "https://gitlab.com/", ""},
	{"Bitbucket", NULL, "https://bitbucket.org/", ""},
	{"Codeberg", NULL, "https://codeberg.org/", ""},
	{"X", "twitter xtwitter", "https://x.com/", ""},
	{"Mastodon", NULL, "https://", ""},
	{"Bluesky", NULL, "https://bsky.app/profile/", ""},
	{"Instagram", NULL, "https://www.instagram.com/", ""},
	{"Facebook", NULL, "https://www.facebook.com/", ""},
	{"Telegram", NULL, "https://t.me/", ""},
	{"WhatsApp", NULL, "https://wa.me/", ""},
	{"YouTube", NULL, "https://www.youtube.com/@", ""},
	{"Reddit", NULL, "https://www.reddit.com/user/", ""},
	{"Medium", NULL, "https://medium.com/@", ""},
	{"Dev.to", NULL, "https://dev.to/", ""},
	{"ORCID", NULL, "https://orcid.org/", ""},
	{"Google Scholar", "scholar", "https://scholar.google.com/citations?user=", ""},
	{"ResearchGate", NULL, "https://www.researchgate.net/profile/", ""},
	{"Stack Overflow", NULL, "https://stackoverflow.com/users/", ""},
	{"LeetCode", NULL, "https://leetcode.com/u/", ""},
	{"Codeforces", NULL, "https://codeforces.com/profile/", ""},
	{"Kaggle", NULL, "https://www.kaggle.com/", ""},
	{"Hugging Face", NULL, "https://huggingface.co/", ""},
	{"IMDB", NULL, "https://www.imdb.com/name/", ""},
	{"Behance", NULL, "https://www.behance.net/", ""},
	{"Dribbble", NULL, "https://dribbble.com/", ""},
	{"Keybase", NULL, "https://keybase.io/", ""},
	{"npm", NULL, "https://www.npmjs.com/~", ""},
	{"PyPI", NULL, "https://pypi.org/user/", "/"},
};

const struct network *network_find(struct text name)
{
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++) {
		if (schema_same_name(name, text_from(networks[i].name)) ||
			schema_has_name(networks[i].also, name))
			return &networks[i];
	}
	return NULL;
}

static bool is_username(struct text name)
{
	for (size_t i = 0; i < name.length; i++) {
		if ((unsigned char)name.bytes[i] <= ' ' || strchr("<>\"\\^`{|}", name.bytes[i]))
			return false;
	}
	return name.length > 0;
}

struct text network_address(
	const struct network *network, struct text username, struct arena *arena)
{
	static const struct text none = {NULL, 0};
	if (username.length && username.bytes[0] == '@')
		username = text_slice(username, 1, username.length);
	if (!is_username(username))
		return none;
	size_t at = text_find(username, 0, '@');
	if (strcmp(network->name, "Mastodon") != 0)
		return arena_format(arena, "%s%.*s%s", network->before, (int)username.length,
			username.bytes, network->after);
	if (at + 1 >= username.length)
		return none;
	return arena_format(arena, "https://%.*s/@%.*s", (int)(username.length - at - 1),
		username.bytes + at + 1, (int)at, username.bytes);
}
