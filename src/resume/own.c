#include "own.h"

#include "rewrite.h"

/* No map has so many: one that has keeps the others as they are. */
enum { KEYS_MOST = 64 };

static const struct text prefix = {OWN_PREFIX, sizeof OWN_PREFIX - 1};

static void append_values(struct node *list, struct node *value)
{
	struct node *next;
	if (value->kind != NODE_LIST) {
		rewrite_append(list, value);
		return;
	}
	for (struct node *item = rewrite_take(value); item; item = next) {
		next = item->next;
		rewrite_append(list, item);
	}
}

/* Two values as one list, in the place of the first. */
static void join(struct rewriting *rewriting, struct node *first, struct node *second)
{
	struct node *list = rewrite_new(rewriting, NODE_LIST, NULL, first);
	struct node *copy = rewrite_new(rewriting, NODE_SCALAR, NULL, first);
	rewrite_replace(copy, first);
	append_values(list, copy);
	second->key = (struct text){NULL, 0};
	append_values(list, second);
	rewrite_replace(first, list);
}

static struct node *get(struct node *map, struct text key)
{
	for (struct node *child = map->first; child; child = child->next) {
		if (text_equal(child->key, key))
			return child;
	}
	return NULL;
}

static bool is_own(struct text key)
{
	return key.length > prefix.length && text_starts_with(key, prefix);
}

static bool has_own(const struct node *map)
{
	for (const struct node *child = map->first; child; child = child->next) {
		if (is_own(child->key))
			return true;
	}
	return false;
}

static void take_names(struct rewriting *rewriting, struct node *map)
{
	struct node *next;
	int count = 0;
	if (!has_own(map))
		return;
	for (struct node *child = rewrite_take(map); child; child = next) {
		next = child->next;
		struct node *other = NULL;
		if (is_own(child->key) && count++ < KEYS_MOST) {
			child->key = text_slice(child->key, prefix.length, child->key.length);
			other = get(map, child->key);
		}
		if (other)
			join(rewriting, other, child);
		else
			rewrite_append(map, child);
	}
}

static void take_all(struct rewriting *rewriting, struct node *node)
{
	if (node->kind == NODE_MAP)
		take_names(rewriting, node);
	for (struct node *child = node->first; child; child = child->next)
		take_all(rewriting, child);
}

/* Takes a child with this key out of a map; NULL if there is none. */
static struct node *take(struct node *map, const char *key)
{
	struct node *found = NULL;
	struct node *next;
	for (struct node *child = rewrite_take(map); child; child = next) {
		next = child->next;
		if (!found && text_is(child->key, key))
			found = child;
		else
			rewrite_append(map, child);
	}
	return found;
}

/* The list of positions of an employer, who takes the place of the first of them. */
static struct node *begin_employer(struct rewriting *rewriting, struct node *job)
{
	struct node *marker = take(job, OWN_EMPLOYER);
	struct node *first = rewrite_new(rewriting, NODE_MAP, NULL, job);
	struct node *employer = rewrite_new(rewriting, NODE_MAP, NULL, job);
	struct node *positions = rewrite_new(rewriting, NODE_LIST, "positions", job);
	struct node *next;
	node_append(employer, take(job, "name"));
	for (struct node *child = marker->kind == NODE_MAP ? rewrite_take(marker) : NULL; child;
		child = next) {
		next = child->next;
		rewrite_append(employer, child);
	}
	node_append(employer, positions);
	rewrite_replace(first, job);
	rewrite_replace(job, employer);
	node_append(positions, first);
	return positions;
}

static void take_employers(struct rewriting *rewriting, struct node *work)
{
	struct node *positions = NULL;
	struct text name = {NULL, 0};
	struct node *next;
	for (struct node *job = rewrite_take(work); job; job = next) {
		next = job->next;
		struct text here = node_text(node_get(job, "name"));
		bool begins = here.length && node_get(job, OWN_EMPLOYER);
		if (!begins && positions && text_equal(here, name)) {
			take(job, "name");
			rewrite_append(positions, job);
			continue;
		}
		name = here;
		positions = begins ? begin_employer(rewriting, job) : NULL;
		rewrite_append(work, job);
	}
}

void own_take(struct rewriting *rewriting, struct node *root)
{
	struct node *work = rewrite_get(root, "work");
	if (work && work->kind == NODE_LIST)
		take_employers(rewriting, work);
	take_all(rewriting, root);
}
