/* What the document says to programs: topics, dates, and which words are an organisation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "data/yaml.h"
#include "resume/compose.h"

static void add_facts(struct buffer *buffer, const struct facts *facts)
{
	buffer_add(buffer, TEXT("["));
	buffer_add(buffer, facts->topic);
	buffer_add(buffer, facts->start);
	buffer_add(buffer, facts->end.length ? TEXT("/") : TEXT(""));
	buffer_add(buffer, facts->end);
	buffer_add(buffer, facts->ongoing ? TEXT("/..]") : TEXT("]"));
}

static void add_runs(struct buffer *buffer, const struct runs *runs)
{
	static const enum role told[] = {ROLE_TITLE, ROLE_ORGANISATION, ROLE_START, ROLE_END};
	for (const struct run *run = runs->first; run; run = run->next) {
		for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
			if (run->role != told[i])
				continue;
			buffer_add(buffer, TEXT(" "));
			buffer_add(buffer, text_from(doc_role_name(run->role)));
			buffer_add(buffer, TEXT("="));
			buffer_add(buffer, run->text);
		}
	}
}

static struct arena arena;
static struct doc doc;

static void compose(const char *source)
{
	struct diagnostics diagnostics = {0};
	struct resume resume;
	const struct node *root = yaml_read(text_from(source), &arena, &diagnostics);
	assert_non_null(root);
	assert_true(resume_read(root, &arena, &diagnostics, &resume));
	doc_init(&doc, &arena);
	compose_document(&resume, (struct date){.year = 2020}, &doc);
	diagnostics_finish(&diagnostics);
}

/* The facts of each block that has some, and its words of which roles tell something. */
static void check_facts(const char *source, const char *expected)
{
	struct buffer told = {0};
	compose(source);
	for (const struct block *block = doc.root; block; block = doc_next(block)) {
		if (!block->facts)
			continue;
		add_facts(&told, block->facts);
		add_runs(&told, &block->text);
		add_runs(&told, &block->aside);
		buffer_add_byte(&told, '\n');
	}
	buffer_add_byte(&told, '\0');
	assert_string_equal(told.bytes, expected);
	buffer_finish(&told);
	arena_finish(&arena);
}

static void check_document(const char *source, const char *title, const char *language)
{
	compose(source);
	assert_true(text_is(doc.title, title));
	assert_true(text_is(doc.language, language));
	arena_finish(&arena);
}

static void names_the_document(void **state)
{
	(void)state;
	check_document("basics: {name: '**Ada** [Example](https://example.org)', label: l}\n",
		"Ada Example", "en");
	check_document("{basics: {label: l}, meta: {lang: pt-BR}}\n", "", "pt");
}

static void tells_topics(void **state)
{
	(void)state;
	check_facts("basics: {name: N, email: [a@b.example, c@d.example], fax: 1,\n"
		    "  profiles: [{network: G, username: u}, s]}\n"
		    "skills: [C]\ntalks: [A talk]\n",
		"[email]\n[email]\n[profiles]\n[profiles]\n[skills]\n[]\n[]\n");
}

static void tells_dates(void **state)
{
	(void)state;
	check_facts("work:\n"
		    "  - {position: P, name: O, startDate: 2015-02-03, endDate: Mar 2016, "
		    "summary: s}\n"
		    "  - {position: P, name: Q, startDate: 2016}\n"
		    "  - {position: P, name: R, endDate: 2014}\n"
		    "  - {position: P, name: S, startDate: some time, endDate: later}\n",
		"[work]\n"
		"[2015-02-03/2016-03] title=P organisation=O start=Feb 2015 end=Mar 2016\n"
		"[2016/..] organisation=Q start=2016 end=Present\n"
		"[/2014] organisation=R end=2014\n"
		"[] organisation=S start=some time end=later\n");
	check_facts("awards: [{title: A, awarder: O, date: 2019-05}]\n",
		"[awards]\n[2019-05] organisation=O start=May 2019\n");
}

static void tells_what_stands_alone_as_title(void **state)
{
	(void)state;
	check_facts("work: [{name: O, summary: s}]\n", "[work]\n[] title=O\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_the_document),
		cmocka_unit_test(tells_topics),
		cmocka_unit_test(tells_dates),
		cmocka_unit_test(tells_what_stands_alone_as_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
