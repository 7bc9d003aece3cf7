#include "check_parts.h"

#include "base/slip.h"

enum {
	/* Shorter words for the same are near to too many others. */
	OTHER_NAME_LEAST = 5,
	/* How many bytes written may go with one that is wrong; see slip_distance(). */
	BYTES_FOR_AN_EDIT = 3,
};

/* What a key may be meant for that its list does not have. */
struct answer {
	const char *key;  /* the list's own, or NULL */
	struct text word; /* what the author may have wanted to write: the key or another name */
	bool is_name;     /* what is written is another name for the key */
	bool told;
};

void check_consider(struct nearest *nearest, struct text word)
{
	size_t longer =
		word.length > nearest->written.length ? word.length : nearest->written.length;
	size_t shorter = word.length + nearest->written.length - longer;
	if ((longer - shorter) * BYTES_FOR_AN_EDIT > nearest->written.length)
		return;
	int distance = slip_distance(nearest->written, word);
	if (distance < 0 || (nearest->word.length && distance >= nearest->distance))
		return;
	nearest->word = word;
	nearest->distance = distance;
}

/* Words with blanks between them for what has a key: only a single slip from one of them counts. */
static void consider_names(struct nearest *nearest, const char *words)
{
	struct text list = text_from(words);
	for (size_t start = 0; start < list.length;) {
		size_t end = text_find(list, start, ' ');
		struct nearest name = {.written = nearest->written};
		if (end - start >= OTHER_NAME_LEAST)
			check_consider(&name, text_slice(list, start, end));
		if (name.word.length && name.distance <= 1)
			check_consider(nearest, name.word);
		start = end + 1;
	}
}

/* Considers what a key stands for, under its own name and under others. */
static void consider_key(
	struct answer *answer, struct nearest *nearest, const char *key, const char *also)
{
	struct nearest before = *nearest;
	check_consider(nearest, text_from(key));
	consider_names(nearest, also);
	if (!nearest->word.length)
		return;
	if (!before.word.length || nearest->distance < before.distance) {
		answer->key = key;
		answer->word = nearest->word;
	}
}

/* Where the answer for a key is kept, and whether there is one already. */
static struct answer *answer_at(
	struct check *check, const void *scope, struct text key, bool *is_new)
{
	void **place = text_map_at(&check->answers, scope, key);
	*is_new = !*place;
	if (*is_new)
		*place = arena_allocate(check->arena, sizeof(struct answer));
	return *place;
}

static void search_fields(
	struct answer *answer, const struct field *fields, bool open, struct text key)
{
	const struct field *same = schema_guess_field(fields, key, NULL);
	if (same && !open) {
		answer->key = same->key;
		answer->word = text_from(same->key);
		answer->is_name = !schema_same_name(key, answer->word);
		return;
	}
	struct nearest nearest = {.written = key};
	for (const struct field *field = fields; field->key; field++)
		consider_key(answer, &nearest, field->key, open ? NULL : field->also);
}

static const struct answer *find_field(
	struct check *check, const struct key_list *list, struct text key, bool *again)
{
	static const struct answer none = {NULL};
	*again = false;
	if (!check->searches_left)
		return &none;
	bool is_new;
	struct answer *answer = answer_at(check, list->fields, key, &is_new);
	if (is_new) {
		check->searches_left--;
		search_fields(answer, list->fields, list->open, key);
	}
	*again = answer->told;
	answer->told = true;
	return answer;
}

/* A key of no letters: nothing can be said about what it may be meant for. */
static bool report_empty_key(struct check *check, const struct node *node)
{
	if (!node->key.length)
		check_report(check, SEVERITY_WARNING, node->key_position,
			"this key is empty; write in front of the colon what the value is");
	return !node->key.length;
}

void check_unknown_key(struct check *check, const struct key_list *list, const struct node *node)
{
	if (!check->dialect->own || report_empty_key(check, node))
		return;
	bool again;
	const struct answer *answer = find_field(check, list, node->key, &again);
	enum severity severity = list->open ? SEVERITY_NOTE : SEVERITY_WARNING;
	const char *key = check_quote(check, node->key);
	if (answer->key && answer->is_name)
		check_report(check, severity, node->key_position,
			"there is no '%s' in %s; write '%s' for it", key, list->name, answer->key);
	else if (answer->key && text_is(answer->word, answer->key))
		check_report(check, severity, node->key_position,
			"there is no '%s' in %s; did you mean '%s'?", key, list->name, answer->key);
	else if (answer->key)
		check_report(check, severity, node->key_position,
			"there is no '%s' in %s; did you mean '%.*s', which is '%s' here?", key,
			list->name, (int)answer->word.length, answer->word.bytes, answer->key);
	else if (!list->open && !again)
		/* Nothing is wrong with it: once is enough for entries that all have it. */
		check_report(check, severity, node->key_position,
			"there is no '%s' in %s; it is shown %s", key, list->name, list->others);
}

static void search_sections(struct answer *answer, struct text key)
{
	static const char *const others[] = {"meta", "custom", "$schema"};
	bool says_more;
	const struct section *same = schema_guess_section(key, &says_more);
	if (same) {
		answer->key = same->key;
		answer->is_name = true;
		return;
	}
	struct nearest nearest = {.written = key};
	for (const struct section *section = schema_sections; section->key; section++)
		consider_key(answer, &nearest, section->key, section->also);
	consider_key(answer, &nearest, schema_header.key, NULL);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		consider_key(answer, &nearest, others[i], NULL);
}

void check_unknown_section(struct check *check, const struct node *node)
{
	struct answer answer = {NULL};
	if (!check->dialect->own || report_empty_key(check, node))
		return;
	if (check->searches_left) {
		check->searches_left--;
		search_sections(&answer, node->key);
	}
	const char *key = check_quote(check, node->key);
	if (answer.is_name)
		check_report(check, SEVERITY_NOTE, node->key_position,
			"'%s' is shown as a section of its own; write '%s' if it is that", key,
			answer.key);
	else if (answer.key && text_is(answer.word, answer.key))
		check_report(check, SEVERITY_WARNING, node->key_position,
			"there is no section '%s'; did you mean '%s'?", key, answer.key);
	else if (answer.key)
		check_report(check, SEVERITY_WARNING, node->key_position,
			"there is no section '%s'; did you mean '%.*s', which is '%s' here?", key,
			(int)answer.word.length, answer.word.bytes, answer.key);
	else
		check_report(check, SEVERITY_NOTE, node->key_position,
			"'%s' is no section that vitae knows; it is shown as a section of its own",
			key);
}
