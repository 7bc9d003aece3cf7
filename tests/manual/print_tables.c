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

static void print_fields(const char *owner, const struct field *field)
{
	for (; field->key; field++)
		printf("field\t%s\t%s\t%s\t%s\t%s\n", owner, field->key, types[field->type],
			field->several ? "several" : "one", field->about);
}

static void print_sections(void)
{
	for (const struct section *section = schema_sections; section->key; section++) {
		printf("section\t%s\t%s\t%s\t%s\n", section->key, section->title,
			section->look == LOOK_FIELDS ? "fields" : "entries", section->about);
		print_fields(section->key, section->fields);
	}
}

/* What is not a section of the table. */
static void print_parts(void)
{
	printf("part\tbasics\t%s\n", schema_header.about);
	print_fields("basics", schema_header.fields);
	printf("part\tcustom\t%s\n", schema_custom.about);
	print_fields("custom", schema_custom.fields);
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
