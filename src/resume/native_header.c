#include "base/url.h"
#include "native.h"
#include "network.h"
#include "resume/resume.h"

#include <string.h>

static bool is_header_name(struct text key)
{
	return schema_has_name(schema_header.also, key);
}

/* {contact: {email, phone}} within the header: its parts belong to the header itself. */
static void flatten(struct node *basics)
{
	struct node *next;
	for (struct node *child = rewrite_take(basics); child; child = next) {
		next = child->next;
		bool is_part = child->kind == NODE_MAP && is_header_name(child->key) &&
			       native_has_field(schema_basics, child);
		struct node *after;
		for (struct node *part = is_part ? rewrite_take(child) : NULL; part; part = after) {
			after = part->next;
			rewrite_append(basics, part);
		}
		if (!is_part)
			rewrite_append(basics, child);
	}
}

/* What several fields of the header say together. */
static struct node *first_of(struct node *map, const char *names)
{
	for (struct node *child = map->first; child; child = child->next) {
		if (schema_has_name(names, child->key) && node_text(child).length)
			return child;
	}
	return NULL;
}

static const char first_names[] = "firstname first given givenname";
static const char middle_names[] = "middlename middle";
static const char last_names[] = "lastname last family familyname surname";

bool native_is_of_header(struct text key)
{
	return schema_has_name(first_names, key) || schema_has_name(middle_names, key) ||
	       schema_has_name(last_names, key) || network_find(key);
}

/* {first, last}, in a map or in the header itself. */
static void join_name(struct rewriting *rewriting, struct node *basics)
{
	struct node *name = rewrite_get(basics, "name");
	struct node *parts = name && name->kind == NODE_MAP ? name : basics;
	struct node *first = first_of(parts, first_names);
	struct node *last = first_of(parts, last_names);
	struct node *middle = first_of(parts, middle_names);
	if (!first || !last || (name && parts == basics))
		return;
	struct text texts[] = {node_text(first), node_text(middle), node_text(last)};
	struct text full = arena_format(rewriting->arena, "%.*s %.*s%s%.*s", (int)texts[0].length,
		texts[0].bytes, (int)texts[1].length, texts[1].bytes ? texts[1].bytes : "",
		texts[1].length ? " " : "", (int)texts[2].length, texts[2].bytes);
	struct node *whole = rewrite_new_text(rewriting, "name", full, first);
	struct node *next;
	for (struct node *child = rewrite_take(parts); child; child = next) {
		next = child->next;
		if (child == first)
			rewrite_append(basics, whole);
		else if (child != last && child != middle && child != name)
			rewrite_append(basics, child);
	}
	if (parts == name)
		rewrite_replace(name, rewrite_new(rewriting, NODE_SCALAR, NULL, name));
}

static bool is_part_of_place(struct text key)
{
	const struct field *field = schema_guess_field(schema_location, key, NULL);
	return field && field->type == FIELD_TEXT;
}

/* {city, country} in the header itself become a place, unless there is one. */
static void gather_place(struct rewriting *rewriting, struct node *basics)
{
	size_t parts = 0;
	if (node_get(basics, "location"))
		return;
	for (const struct node *child = basics->first; child; child = child->next)
		parts += child->kind == NODE_SCALAR && is_part_of_place(child->key);
	if (parts < 2)
		return;
	struct node *place = NULL;
	struct node *next;
	for (struct node *child = rewrite_take(basics); child; child = next) {
		next = child->next;
		bool is_part = child->kind == NODE_SCALAR && is_part_of_place(child->key);
		if (is_part && !place) {
			place = rewrite_new(rewriting, NODE_MAP, "location", child);
			rewrite_append(basics, place);
		}
		rewrite_append(is_part ? place : basics, child);
	}
}

static bool is_address(struct text text)
{
	return text_find(text, 0, '/') < text.length;
}

/* {github: someone}, with an address or a name of someone there. */
static void name_network(
	struct rewriting *rewriting, struct node *profile, const struct network *network)
{
	struct text value = node_text(profile);
	struct node *map = profile;
	if (profile->kind == NODE_SCALAR) {
		map = rewrite_new(rewriting, NODE_MAP, NULL, profile);
		const char *key = is_address(value) ? "url" : "username";
		node_append(map, rewrite_new_text(rewriting, key, value, profile));
	}
	struct text name = network ? text_from(network->name)
				   : resume_title_of_key(profile->key, rewriting->arena);
	struct node *label = rewrite_new_text(rewriting, "network", name, profile);
	if (!node_get(map, "network"))
		rewrite_append(map, label);
	if (map != profile)
		rewrite_replace(profile, map);
	profile->key = (struct text){NULL, 0};
}

/* The address of someone's page follows from where it is and who that is. */
static void derive_address(struct rewriting *rewriting, struct node *profile)
{
	const struct network *network = network_find(node_text(node_get(profile, "network")));
	struct node *name = rewrite_get(profile, "username");
	struct text username = node_text(name);
	if (!username.length || !node_is_empty(node_get(profile, "url")))
		return;
	if (is_address(username)) {
		rewrite_rename(name, "url");
		return;
	}
	struct text url = {NULL, 0};
	if (network)
		url = network_address(network, username, rewriting->arena);
	struct node *empty = rewrite_get(profile, "url");
	struct node *address = rewrite_new_text(rewriting, "url", url, name);
	if (url.length && empty)
		rewrite_replace(empty, address);
	else if (url.length)
		rewrite_append(profile, address);
}

/* {network: GitHub, label: GitHub}: what repeats what it is called, or who that is, goes. */
static void drop_repeats(struct node *profile)
{
	struct text network = node_text(node_get(profile, "network"));
	struct text username = node_text(node_get(profile, "username"));
	struct node *next;
	for (struct node *child = rewrite_take(profile); child; child = next) {
		next = child->next;
		struct text text = node_text(child);
		bool repeats = !schema_find_field(schema_profile, child->key) && text.length &&
			       (schema_same_name(text, network) || text_equal(text, username));
		if (!repeats)
			rewrite_append(profile, child);
	}
}

static void rewrite_profile(struct rewriting *rewriting, struct node *profile)
{
	if (profile->kind != NODE_MAP)
		return;
	if (profile->count == 1 && profile->first->kind == NODE_SCALAR &&
		network_find(profile->first->key)) {
		struct node *only = profile->first;
		name_network(rewriting, only, network_find(only->key));
		rewrite_replace(profile, only);
	}
	native_name_fields(rewriting, schema_profile, profile);
	drop_repeats(profile);
	derive_address(rewriting, profile);
}

static void rewrite_profiles(struct rewriting *rewriting, struct node *profiles)
{
	struct node *child;
	if (profiles && profiles->kind == NODE_MAP && native_has_field(schema_profile, profiles)) {
		struct node *only = rewrite_new(rewriting, NODE_MAP, NULL, profiles);
		*only = *profiles;
		only->next = NULL;
		only->key = (struct text){NULL, 0};
		rewrite_take(profiles);
		node_append(profiles, only);
	}
	for (child = profiles ? profiles->first : NULL; child; child = child->next) {
		if (profiles->kind == NODE_MAP && child->key.length && !node_is_empty(child) &&
			child->kind != NODE_LIST)
			name_network(rewriting, child, network_find(child->key));
	}
	if (profiles && profiles->kind == NODE_MAP)
		profiles->kind = NODE_LIST;
	for (child = profiles ? profiles->first : NULL; child; child = child->next)
		rewrite_profile(rewriting, child);
}

/* {github: someone} in the header itself. */
static void gather_profiles(struct rewriting *rewriting, struct node *basics)
{
	struct node *profiles = rewrite_get(basics, "profiles");
	struct node *next;
	if (profiles && profiles->kind != NODE_LIST)
		return;
	for (struct node *child = rewrite_take(basics); child; child = next) {
		next = child->next;
		const struct network *network = network_find(child->key);
		if (!network || child->kind != NODE_SCALAR || node_is_empty(child)) {
			rewrite_append(basics, child);
			continue;
		}
		if (!profiles) {
			profiles = rewrite_new(rewriting, NODE_LIST, "profiles", child);
			rewrite_append(basics, profiles);
		}
		name_network(rewriting, child, network);
		rewrite_append(profiles, child);
	}
}

void native_rewrite_header(struct rewriting *rewriting, struct node *basics)
{
	flatten(basics);
	join_name(rewriting, basics);
	gather_place(rewriting, basics);
	native_name_fields(rewriting, schema_basics, basics);
	struct node *place = rewrite_get(basics, "location");
	if (place && place->kind == NODE_MAP)
		native_name_fields(rewriting, schema_location, place);
	struct node *profiles = rewrite_get(basics, "profiles");
	if (profiles && profiles->kind != NODE_SCALAR)
		rewrite_profiles(rewriting, profiles);
	gather_profiles(rewriting, basics);
	profiles = rewrite_get(basics, "profiles");
	for (struct node *child = profiles ? profiles->first : NULL; child; child = child->next)
		derive_address(rewriting, child);
}
