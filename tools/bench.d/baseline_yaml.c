/*
 * The floor under text export: libyaml's event loop over one file and nothing else.
 * Linked with all the libraries of vitae, because loading them is part of what vitae must do too.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <yaml.h>

static bool read_events(yaml_parser_t *parser)
{
	bool more = true;

	while (more) {
		yaml_event_t event;

		if (!yaml_parser_parse(parser, &event))
			return false;
		more = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return true;
}

int main(int count, char **arguments)
{
	yaml_parser_t parser;
	FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
	bool good;

	if (!file || !yaml_parser_initialize(&parser))
		return EXIT_FAILURE;
	yaml_parser_set_input_file(&parser, file);
	good = read_events(&parser);
	yaml_parser_delete(&parser);
	fclose(file);
	return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
