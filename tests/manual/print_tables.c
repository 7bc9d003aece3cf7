/* Prints the tables that the manuals describe: a row each line, its columns separated by tabs. */

#include "data/source.h"
#include "data/yaml.h"
#include "resume/schema.h"
#include "tui/action.h"

#include <stdio.h>

static void print_fields(const char *section, const struct field *field)
{
	for (; field->key; field++)
		printf("field\t%s\t%s\n", section, field->key);
}

static void print_sections(void)
{
	for (const struct section *section = schema_sections; section->key; section++) {
		printf("section\t%s\t%s\n", section->key, section->title);
		print_fields(section->key, section->fields);
	}
	print_fields("custom", schema_custom.fields);
}

static void print_others(void)
{
	static const struct field *const tables[] = {
		schema_basics, schema_profile, schema_location, schema_meta};
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		for (const struct field *field = tables[i]; field->key; field++)
			printf("key\t%s\n", field->key);
	}
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
	print_others();
	print_actions();
	print_limits();
	return 0;
}
