#include "kiosk_request.h"

#include <string.h>

/* True if it is an absolute path that ends with this program's name. */
static bool is_own_path(const char *command)
{
	const char *slash = strrchr(command, '/');
	return *command == '/' && strcmp(slash + 1, "kiosk") == 0;
}

struct text kiosk_request(int count, char **words, const char *original)
{
	if (original)
		return text_trim(text_from(original));
	if (count < 3 || strcmp(words[1], "-c") != 0 || is_own_path(words[2]))
		return TEXT("");
	return text_trim(text_from(words[2]));
}

static const struct block *find_section(struct text word, const struct doc *doc)
{
	doc_make_ids(doc);
	for (const struct block *block = doc->root->first; block; block = block->next) {
		if (block->id.length && text_equal(word, block->id))
			return block;
	}
	return NULL;
}

struct kiosk_word kiosk_read_word(struct text request, const struct doc *doc)
{
	struct kiosk_word word = {.wish = KIOSK_NOTHING};
	if (!request.length)
		return word;
	if (text_is(request, "help"))
		word.wish = KIOSK_HELP;
	else if ((word.format = format_find(request)))
		word.wish = KIOSK_FORMAT;
	else if ((word.section = find_section(request, doc)))
		word.wish = KIOSK_SECTION;
	else
		word.wish = KIOSK_UNKNOWN;
	return word;
}
