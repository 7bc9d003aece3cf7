/*
 * Reads the official break tests of Unicode, such as LineBreakTest.txt. For the unit tests that
 * include it, after cmocka.
 */
#ifndef VITAE_TESTS_BREAK_SAMPLES_H
#define VITAE_TESTS_BREAK_SAMPLES_H

#include "base/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef UNICODE_DATA
#define UNICODE_DATA "/usr/share/unicode"
#endif

/* One line of such a file. */
struct break_sample {
	const char *line;
	char bytes[512];
	bool breaks[512]; /* whether there is one before the byte */
	size_t length;
};

static void add_sample_character(struct break_sample *sample, const char *token, bool is_break)
{
	unsigned long character = strtoul(token, NULL, 16);
	if (character >= 0xD800 && character <= 0xDFFF)
		fail_msg("a surrogate cannot be UTF-8: %s", sample->line);
	assert_true(sample->length + 4 <= sizeof(sample->bytes));
	sample->breaks[sample->length] = is_break;
	sample->length += unicode_encode((uint32_t)character, sample->bytes + sample->length);
}

/* "÷ 0020 × 0308 ÷": a sign before each character, and one at the end. */
static void parse_sample(struct break_sample *sample, char *fields)
{
	bool is_break = false;
	fields[strcspn(fields, "#\n")] = '\0';
	for (char *token = strtok(fields, " \t"); token; token = strtok(NULL, " \t"))
		if (strcmp(token, "÷") == 0 || strcmp(token, "×") == 0)
			is_break = strcmp(token, "÷") == 0;
		else
			add_sample_character(sample, token, is_break);
}

/* Calls check() on each sample and returns how many there were. */
static int for_each_sample(const char *path, void (*check)(const struct break_sample *sample))
{
	char line[2048];
	char fields[2048];
	int count = 0;
	FILE *file = fopen(path, "r");
	if (!file)
		fail_msg("cannot open %s: install unicode-data", path);
	while (fgets(line, sizeof(line), file)) {
		struct break_sample sample = {.line = line};
		memcpy(fields, line, sizeof(fields));
		parse_sample(&sample, fields);
		if (sample.length == 0)
			continue;
		check(&sample);
		count++;
	}
	fclose(file);
	return count;
}

#endif
