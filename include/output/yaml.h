/*
 * A record as a file of YAML that a person may go on with.
 * Knows nothing of what its keys mean.
 */
#ifndef VITAE_OUTPUT_YAML_H
#define VITAE_OUTPUT_YAML_H

#include "output/format.h"

/*
 * Blocks, with a blank line between the sections; texts without quotes where YAML 1.1 and 1.2 both
 * read them as the same text, and on several lines of about 80 columns where they are long. The
 * line for editors of the settings stands in the place of the schema that the record names.
 */
void yaml_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink);

#endif
