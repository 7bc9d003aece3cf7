/*
 * Writes a résumé of about the given number of bytes on stdout: the same bytes for the same number,
 * with CJK, emoji of several code points and combining marks among its words.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* clang-format off */
static const char *const words[] = {
	"model", "training", "the", "team", "and", "of", "inference", "for", "pipeline", "measured",
	"a", "with", "search", "relevance", "latency", "to", "shipped", "framework",
	"best practices", "in", "customers", "quality", "query", "built", "datasets", "on",
	"GPU-based", "evaluation",
	"well-tested", "embeddings", "from", "state-of-the-art", "billion", "tokens", "services",
};
static const char *const rare_words[] = {
	"機械学習", "推薦システムを構築", "数据平台", "자연어 처리", "café", "re\xcc\x81sume\xcc\x81",
	"naïve", "Москва", "Ελλάδα", "👩‍💻", "🇯🇵", "👍🏽", "⚙️", "🚀",
	"[report](https://example.org/reports/2021/summary)", "**measured**", "`make test`",
};
/* clang-format on */
static uint32_t state = 1;
static long written;

/* Numerical Recipes' linear congruential generator; only its upper bits are any good. */
static uint32_t draw(uint32_t below)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % below;
}

static void put(const char *text)
{
	written += fprintf(stdout, "%s", text);
}

static void put_number(const char *before, uint32_t number)
{
	written += fprintf(stdout, "%s%u", before, number);
}

static void put_words(uint32_t count)
{
	/* The first word is a plain one: a scalar may not begin with a special character. */
	put("Led");
	while (count-- > 0) {
		put(" ");
		if (draw(20) == 0)
			put(rare_words[draw(sizeof rare_words / sizeof *rare_words)]);
		else
			put(words[draw(sizeof words / sizeof *words)]);
	}
}

static void put_field(const char *name, uint32_t count)
{
	put(name);
	put_words(count);
	put("\n");
}

static void put_highlights(void)
{
	put("    highlights:\n");
	for (uint32_t left = 2 + draw(4); left > 0; left--)
		put_field("      - ", 12 + draw(30));
}

static void put_work(void)
{
	uint32_t year = 1990 + draw(30);

	put_field("  - position: ", 2);
	put_field("    name: ", 1);
	put_number("    startDate: \"", year);
	put_number("\"\n    endDate: \"", year + 1 + draw(4));
	put("\"\n");
	put_field("    summary: ", 20 + draw(20));
	put_highlights();
}

static void put_project(void)
{
	put_field("  - name: ", 3);
	put_number("    year: ", 2000 + draw(25));
	put("\n");
	put("    summary: >-\n");
	for (uint32_t left = 3 + draw(4); left > 0; left--)
		put_field("      ", 11);
	put_highlights();
}

static void put_patent(void)
{
	uint32_t number = 1000000 + draw(9000000);

	put_field("  - title: ", 6 + draw(8));
	put_number("    number: US", number);
	put_number("B1\n    url: https://patents.example.org/patent/US", number);
	put("B1/en\n");
}

static void put_section(const char *heading, void (*put_entry)(void), long until)
{
	put(heading);
	do
		put_entry();
	while (written < until);
}

int main(int count, char **arguments)
{
	long size = count == 2 ? strtol(arguments[1], NULL, 10) : 0;

	if (size <= 0) {
		fputs("usage: generate BYTES\n", stderr);
		return EXIT_FAILURE;
	}
	put("basics:\n  name: Ada Example\n  label: Engineer\n  email: ada@example.org\n");
	put_field("  summary: ", 40);
	put_section("work:\n", put_work, size / 2);
	put_section("projects:\n", put_project, size / 4 * 3);
	put_section("patents:\n", put_patent, size);
	put("meta:\n  group:\n    projects: year\n");
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
