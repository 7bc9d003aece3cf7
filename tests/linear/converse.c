/*
 * A conversation about a file, line by line, through the pipes or the terminal that it is given:
 *
 *     converse FILE [WIDTH]
 */
#include "load.h"
#include "tui/linear.h"

#include <locale.h>
#include <stdlib.h>

enum { WIDTH_DEFAULT = 80 };

int main(int count, char **words)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct doc doc;
	struct load load = {.arena = &arena, .diagnostics = &diagnostics, .doc = &doc};
	setlocale(LC_CTYPE, "C.UTF-8");
	if (count < 2 || load_file(&load, words[1]) != LOAD_GOOD) {
		fputs("usage: converse FILE [WIDTH]\n", stderr);
		return EXIT_FAILURE;
	}
	struct linear_settings settings = {
		.width = count > 2 ? atoi(words[2]) : WIDTH_DEFAULT,
		.input = stdin,
		.output = stdout,
	};
	int status = linear_run(&doc, &settings) ? 0 : 2;
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
	return status;
}
