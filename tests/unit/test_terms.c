/* Which words of a résumé are terms: skills, tools and keywords, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/yaml.h"
#include "describe_doc.h"
#include "resume/compose.h"

#include <stdlib.h>

static void add_terms(struct buffer *buffer, const struct doc *doc, const struct runs *runs)
{
	for (const struct run *run = runs->first; run; run = run->next) {
		struct run alone = *run;
		alone.next = NULL;
		if (run->role != ROLE_TERM)
			continue;
		buffer_add(buffer, buffer->length ? TEXT(" / ") : TEXT(""));
		describe_runs_into(buffer, doc, &(struct runs){&alone, &alone});
	}
}

/* The terms of a résumé in the order of the document. */
static void check_terms(const char *source, const char *expected)
{
	struct arena arena = {0};
	struct diagnostics diagnostics = {0};
	struct buffer terms = {0};
	struct resume resume;
	struct doc doc;
	const struct node *root = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(root);
	assert_true(resume_read(root, &arena, &diagnostics, &resume));
	doc_init(&doc, &arena);
	compose_document(&resume, (struct date){.year = 2020}, &doc);
	for (const struct block *block = doc.root; block; block = doc_next(block)) {
		add_terms(&terms, &doc, &block->label);
		add_terms(&terms, &doc, &block->text);
		add_terms(&terms, &doc, &block->aside);
	}
	buffer_add_byte(&terms, '\0');
	assert_string_equal(terms.bytes, expected);
	buffer_finish(&terms);
	diagnostics_finish(&diagnostics);
	arena_finish(&arena);
}

static void marks_each_keyword(void **state)
{
	(void)state;
	check_terms("projects: [{name: p, keywords: [C, Go]}]\n", "C / Go");
	check_terms("work: [{name: w, keywords: [Machine Learning]}]\n", "Machine Learning");
	check_terms("talks: [{title: t, keywords: [C, ~, Go]}]\n", "C / Go");
	check_terms("skills: [{name: Web, level: Master, keywords: [HTML, CSS]}]\n", "HTML / CSS");
	check_terms("skills: [{name: Web, summary: s, keywords: [HTML]}]\n", "HTML");
	check_terms("projects: [{name: p, keywords: {Languages: [C, Go]}}]\n", "C / Go");
}

static void marks_the_names_of_tools(void **state)
{
	(void)state;
	check_terms("tools: [{name: A, use: u}, {name: B, use: u}, {name: C}]\n", "A / B / C");
	check_terms("tools: [git, {name: make, level: daily}]\n", "git / make");
	check_terms("tools: [{name: A, use: u, keywords: [k]}]\n", "A / k");
}

static void marks_a_skill_that_stands_alone(void **state)
{
	(void)state;
	check_terms("skills: [{name: Python, level: expert}, C]\n", "Python / C");
	check_terms("skills: [{name: Languages, keywords: [Python]}]\n", "Python");
}

static void marks_what_a_group_lists(void **state)
{
	(void)state;
	check_terms("skills: {Languages: [C, Go], Tools: git}\n", "C / Go / git");
	check_terms("tools: [{Languages: 'C, Go'}, {Systems: [Linux, 'BSD, all']}]\n",
		"C / Go / Linux / BSD, all");
}

static void splits_a_text_at_its_commas(void **state)
{
	(void)state;
	check_terms(
		"projects: [{name: p, keywords: 'C, Go ,Rust;  Perl'}]\n", "C / Go / Rust / Perl");
	check_terms("projects: [{name: p, keywords: ', C, '}]\n", "C");
	check_terms("projects: [{name: p, keywords: 'Python (NumPy, pandas), 1,000 cores'}]\n",
		"Python (NumPy, pandas) / 1,000 cores");
	check_terms("projects: [{name: p, keywords: '推薦、検索，翻訳'}]\n", "推薦 / 検索 / 翻訳");
	check_terms("projects: [{name: p, keywords: 'open (C, Go'}]\n", "open (C, Go");
}

static void keeps_markup_in_one_piece(void **state)
{
	(void)state;
	check_terms("projects: [{name: p, keywords: ['[C](http://c.org)', '**Go**']}]\n",
		"{C|http://c.org} / **Go**");
	check_terms("projects: [{name: p, keywords: 'C, `a, b`, [x, y](http://z.org), Go'}]\n",
		"C / `a, b` / {x, y|http://z.org} / Go");
	check_terms("projects: [{name: p, keywords: [{text: C, url: 'http://c.org'}]}]\n",
		"{C|http://c.org}");
	check_terms("skills: [{name: S, keywords: [{text: C, url: 'http://c.org'}]}]\n",
		"{C|http://c.org}");
	check_terms("tools: [{name: C, url: 'http://c.org'}]\n", "{C|http://c.org}");
}

/* Too long for one line with its label, a list of keywords becomes items. */
static void marks_short_items_among_sentences(void **state)
{
	(void)state;
	check_terms("projects: [{name: p, keywords: [C, "
		    "A sentence that is too long to be a skill of any sort, [Go]]}]\n",
		"C / Go");
	check_terms("projects: [{name: p, keywords: \"A text.\\n\\nAnd another.\"}]\n", "");
}

static void marks_nothing_else(void **state)
{
	(void)state;
	check_terms("basics: {name: n, label: l, summary: s}\n", "");
	check_terms("languages: [{language: English, fluency: native}, French]\n", "");
	check_terms("languages: {English: native}\n", "");
	check_terms("interests: [{name: Wildlife, keywords: [Ferrets]}, Chess]\n", "");
	check_terms("work: [{name: n, position: p, highlights: [h], url: u}]\n", "");
	check_terms("skills: I know C, and Go.\n", "");
	check_terms("education: [{institution: i, courses: [a, b]}]\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_each_keyword),
		cmocka_unit_test(marks_the_names_of_tools),
		cmocka_unit_test(marks_a_skill_that_stands_alone),
		cmocka_unit_test(marks_what_a_group_lists),
		cmocka_unit_test(splits_a_text_at_its_commas),
		cmocka_unit_test(keeps_markup_in_one_piece),
		cmocka_unit_test(marks_short_items_among_sentences),
		cmocka_unit_test(marks_nothing_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
