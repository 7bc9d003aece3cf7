/*
 * Prints the tables that the manuals and the schema for editors describe: a row each line, its
 * columns separated by tabs.
 */

#include "data/source.h"
#include "data/yaml.h"
#include "resume/schema.h"
#include "tui/action.h"

#include <stdio.h>

static const char *const types[] = {[FIELD_TEXT] = "text",
	[FIELD_DATE] = "date",
	[FIELD_URL] = "url",
	[FIELD_EMAIL] = "email",
	[FIELD_PHONE] = "phone",
	[FIELD_DOI] = "doi",
	[FIELD_PLACE] = "place",
	[FIELD_PICTURE] = "picture",
	[FIELD_LIST] = "list",
	[FIELD_ITEMS] = "items",
	[FIELD_ENTRIES] = "entries",
	[FIELD_PROFILES] = "profiles",
	[FIELD_BANNER] = "banner",
	[FIELD_MAP] = "map"};

static void print_text(const char *text)
{
	printf("\t%s", text ? text : "");
}

static void print_fields(const char *owner, const struct field *field)
{
	for (; field->key; field++) {
		printf("field\t%s\t%s\t%s\t%s", owner, field->key, types[field->type],
			field->several ? "several" : "one");
		print_text(field->about);
		print_text(field->also);
		putchar('\n');
	}
}

static void print_section(const char *kind, const char *key, const struct section *section)
{
	printf("%s\t%s", kind, key);
	print_text(section->title);
	print_text(section->look == LOOK_FIELDS ? "fields" : "entries");
	print_text(section->about);
	print_text(section->also);
	print_text(section->kinds);
	putchar('\n');
	print_fields(key, section->fields);
}

static void print_sections(void)
{
	for (const struct section *section = schema_sections; section->key; section++)
		print_section("section", section->key, section);
}

/* What is not a section of the table. */
static void print_parts(void)
{
	print_section("part", "basics", &schema_header);
	print_section("part", "custom", &schema_custom);
	print_fields("banner", schema_banner);
	print_fields("profile", schema_profile);
	print_fields("location", schema_location);
	print_fields("meta", schema_meta);
}

static void print_actions(void)
{
	static const char *const takes[] = {[TAKES_NOTHING] = "nothing",
		[TAKES_COUNT] = "count",
		[TAKES_ARGUMENT] = "argument"};
	for (const struct action_row *row = action_rows; row->name; row++) {
		if (row->action == ACTION_NONE)
			printf("group\t%s\n", row->name);
		else
			printf("action\t%s\t%s\n", row->keys, row->description);
		if (row->action != ACTION_NONE)
			printf("name\t%s\t%s\n", row->name, takes[row->takes]);
	}
}

static void print_limits(void)
{
	printf("limit\t%d MiB\n", SOURCE_MOST / (1024 * 1024));
	printf("limit\t%d deep\n", YAML_DEPTH_MOST);
	printf("limit\t%d values\n", YAML_NODES_MOST);
	printf("limit\t%d values\n", YAML_ALIASED_NODES_MOST);
	printf("limit\t%d anchors\n", YAML_ANCHORS_MOST);
}

int main(void)
{
	print_sections();
	print_parts();
	print_actions();
	print_limits();
	return 0;
}
