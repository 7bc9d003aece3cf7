/*
 * Gives files, and those in folders, to the fuzzing entry: the corpus as an ordinary test.
 * Prints TAP. What goes wrong ends the program, as it does under the fuzzer.
 */
#include "fuzz_load.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count;

static int run_file(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)place;
	if (type != FTW_F)
		return 0;
	size_t size = (size_t)status->st_size;
	uint8_t *bytes = malloc(size + 1);
	FILE *file = fopen(path, "rb");
	if (!bytes || !file || fread(bytes, 1, size, file) != size) {
		printf("Bail out! cannot read %s\n", path);
		exit(EXIT_FAILURE);
	}
	fclose(file);
	/* Every beginning of a small file, too: that is where parsers stumble. */
	for (size_t end = size; size <= 512 && end > 0; end -= end < 8 ? end : 8)
		LLVMFuzzerTestOneInput(bytes, end);
	LLVMFuzzerTestOneInput(bytes, size);
	free(bytes);
	printf("ok %d - %s\n", ++count, path);
	return 0;
}

int main(int argument_count, char **arguments)
{
	for (int i = 1; i < argument_count; i++) {
		int before = count;
		if (nftw(arguments[i], run_file, 16, FTW_PHYS) != 0 || count == before) {
			printf("Bail out! no files in %s\n", arguments[i]);
			return EXIT_FAILURE;
		}
	}
	printf("1..%d\n", count);
	return EXIT_SUCCESS;
}
