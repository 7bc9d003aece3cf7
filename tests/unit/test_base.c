/* Texts, memory, maps, addresses, messages and output: what everything else stands on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/sink.h"
#include "base/text_map.h"
#include "base/url.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void check_text(struct text found, const char *expected)
{
	if (!text_is(found, expected))
		fail_msg("'%.*s' is not '%s'", (int)found.length, found.bytes, expected);
}

/* Text */

static void slices_and_trims(void **state)
{
	(void)state;
	check_text(text_from(NULL), "");
	check_text(text_slice(TEXT("abcdef"), 2, 4), "cd");
	check_text(text_slice(TEXT("abc"), 2, 99), "c");
	check_text(text_slice(TEXT("abc"), 3, 99), "");
	check_text(text_slice(TEXT("abc"), 99, 3), "");
	check_text(text_slice(TEXT("abc"), 2, 1), "");
	check_text(text_trim(TEXT(" \t\r\n a b \n")), "a b");
	check_text(text_trim(TEXT(" \n ")), "");
	check_text(text_trim(TEXT("")), "");
	check_text(text_trim(TEXT("\u00a0a")), "\u00a0a");
}

static void compares_texts(void **state)
{
	struct text nothing = {NULL, 0};
	(void)state;
	assert_true(text_equal(nothing, TEXT("")));
	assert_true(text_equal(TEXT("a\0b"), TEXT("a\0b")));
	assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
	assert_false(text_equal(TEXT("a"), TEXT("ab")));
	assert_false(text_is(TEXT("a\0b"), "a"));
	assert_true(text_is_caseless(TEXT("HTTPS"), "https"));
	assert_true(text_is_caseless(TEXT("@[`{"), "@[`{"));
	assert_false(text_is_caseless(TEXT("@"), "`"));
	assert_false(text_is_caseless(TEXT("http"), "https"));
	assert_false(text_is_caseless(TEXT("https"), "http"));
	assert_false(text_is_caseless(TEXT("É"), "é"));
	assert_true(text_starts_caseless(TEXT("MailTo:x"), TEXT("mailto:")));
	assert_true(text_starts_caseless(TEXT("x"), TEXT("")));
	assert_false(text_starts_caseless(TEXT("mail"), TEXT("mailto:")));
}

static void finds_bytes(void **state)
{
	(void)state;
	assert_int_equal(text_find(TEXT("a,b,c"), 0, ','), 1);
	assert_int_equal(text_find(TEXT("a,b,c"), 2, ','), 3);
	assert_int_equal(text_find(TEXT("a,b,c"), 4, ','), 5);
	assert_int_equal(text_find(TEXT("abc"), 9, 'a'), 3);
	assert_int_equal(text_find(text_from(NULL), 0, 'a'), 0);
}

/* Arena */

static void hands_out_zeroed_memory(void **state)
{
	struct arena arena = {0};
	(void)state;
	for (size_t size = 1; size < 40000; size = size * 3 + 1) {
		arena_bytes(&arena, 3);
		unsigned char *memory = arena_allocate(&arena, size);
		assert_int_equal((uintptr_t)memory % _Alignof(uint64_t), 0);
		assert_int_equal((uintptr_t)memory % _Alignof(void *), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xFF, size);
	}
	arena_finish(&arena);
	assert_null(arena.chunk);
	arena_finish(&arena);
}

static void keeps_pieces_apart(void **state)
{
	enum { COUNT = 2000 };
	static unsigned char *pieces[COUNT];
	struct arena arena = {0};
	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		size_t size = i % 97 + 1;
		pieces[i] = i % 2 ? arena_allocate(&arena, size)
				  : (unsigned char *)arena_bytes(&arena, size);
		memset(pieces[i], (int)(i % 251), size);
	}
	for (size_t i = 0; i < COUNT; i++) {
		for (size_t j = 0; j < i % 97 + 1; j++)
			assert_int_equal(pieces[i][j], i % 251);
	}
	arena_finish(&arena);
}

static void copies_and_formats(void **state)
{
	struct arena arena = {0};
	char source[] = "abc";
	(void)state;
	struct text copy = arena_copy(&arena, text_from(source));
	source[0] = 'x';
	check_text(copy, "abc");
	assert_int_equal(copy.bytes[3], '\0');
	copy = arena_copy(&arena, text_from(NULL));
	assert_int_equal(copy.length, 0);
	assert_int_equal(copy.bytes[0], '\0');
	check_text(arena_format(&arena, "%d-%s", 7, "x"), "7-x");
	check_text(arena_format(&arena, "%.*s", 0, text_from(NULL).bytes), "");
	struct text wide = arena_format(&arena, "%*d", 50000, 1);
	assert_int_equal(wide.length, 50000);
	assert_int_equal(wide.bytes[49999], '1');
	arena_finish(&arena);
}

static void keeps_memory_when_reset(void **state)
{
	struct arena arena = {0};
	(void)state;
	arena_reset(&arena);
	for (int i = 0; i < 100; i++)
		memset(arena_allocate(&arena, 5000), 0xFF, 5000);
	arena_reset(&arena);
	unsigned char *memory = arena_allocate(&arena, 5000);
	for (size_t i = 0; i < 5000; i++)
		assert_int_equal(memory[i], 0);
	arena_finish(&arena);
}

/* Buffer */

static void grows_buffers(void **state)
{
	struct buffer buffer = {0};
	(void)state;
	check_text(buffer_text(&buffer), "");
	buffer_add(&buffer, text_from(NULL));
	buffer_add(&buffer, TEXT("ab"));
	buffer_add_byte(&buffer, 'c');
	buffer_add_repeated(&buffer, '-', 3);
	buffer_add_repeated(&buffer, '!', 0);
	check_text(buffer_text(&buffer), "abc---");
	memcpy(buffer_reserve(&buffer, 2), "de", 2);
	check_text(buffer_text(&buffer), "abc---");
	buffer.length += 2;
	check_text(buffer_text(&buffer), "abc---de");
	buffer_add_repeated(&buffer, 'x', 100000);
	assert_int_equal(buffer.length, 100008);
	assert_int_equal(buffer.bytes[100007], 'x');
	buffer_finish(&buffer);
	assert_null(buffer.bytes);
	assert_int_equal(buffer.length, 0);
}

/* Map */

static void maps_texts(void **state)
{
	enum { COUNT = 5000 };
	static char keys[COUNT][8];
	struct text_map map = {0};
	int scope;
	(void)state;
	assert_null(text_map_get(&map, NULL, TEXT("k1")));
	for (size_t i = 0; i < COUNT; i++) {
		snprintf(keys[i], sizeof(keys[i]), "k%zu", i);
		void **place = text_map_at(&map, NULL, text_from(keys[i]));
		assert_null(*place);
		*place = keys[i];
		place = text_map_at(&map, &scope, text_from(keys[i]));
		assert_null(*place);
		*place = keys[0];
	}
	for (size_t i = 0; i < COUNT; i++) {
		assert_ptr_equal(*text_map_at(&map, NULL, text_from(keys[i])), keys[i]);
		assert_ptr_equal(text_map_get(&map, &scope, text_from(keys[i])), keys[0]);
	}
	assert_int_equal(map.count, 2 * COUNT);
	assert_null(text_map_get(&map, NULL, TEXT("k")));
	assert_null(text_map_get(&map, keys, TEXT("k1")));
	assert_int_equal(map.count, 2 * COUNT);
	text_map_finish(&map);
}

/* Addresses */

static void check_safe(const char *source, const char *expected)
{
	struct arena arena = {0};
	struct text safe = TEXT("unset");
	bool is_safe = url_make_safe(text_from(source), &arena, &safe);
	if (is_safe != (expected != NULL))
		fail_msg("safe %d: %s", is_safe, source);
	if (expected) {
		check_text(safe, expected);
		assert_int_equal(safe.bytes[safe.length], '\0');
	}
	arena_finish(&arena);
}

static void lets_known_schemes_out(void **state)
{
	(void)state;
	check_safe("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e");
	check_safe("HTTP://Example.org", "HTTP://Example.org");
	check_safe(" mailto:a@example.org\n", "mailto:a@example.org");
	check_safe("tel:+4912345", "tel:+4912345");
	check_safe("gemini://example.org", "gemini://example.org");
	check_safe("gopher://example.org", "gopher://example.org");
	check_safe("www.example.org", "https://www.example.org");
	check_safe(" github.com/name\n", "https://github.com/name");
}

static void keeps_other_schemes_in(void **state)
{
	static const char *const bad[] = {"", "example", "javascript:alert(1)",
		"file:///etc/passwd", "data:text/html,x", "ftp://example.org", "https:", "https://",
		"mailto:", "-https://example.org", "x https://example.org", "vscode://x",
		"ht\ttps://x"};
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check_safe(bad[i], NULL);
}

static void knows_addresses_without_a_scheme(void **state)
{
	static const char *const web[] = {"example.org", "Example.ORG", " a.b-c.example.org\n",
		"github.com/name", "example.org?q=1", "example.org#top", "example.org:8080",
		"example.org:8080/a.pdf", "m\u00FCnchen.de", "\u043F.\u0440\u0444", "a.xn--p1ai",
		"1.example.io", "example.org/a/"};
	static const char *const other[] = {"", "example", ".org", "example.", "example..org",
		"example.org.", "-a.org", "a-.org", "a@example.org", "example.org and more",
		"example.org/a b", "https://example.org", "cv.pdf", "photo.JPG", "Node.js", "3.14",
		"192.168.0.1", "v1.2", "C.V", "example.c", "example.org:", "example.org:x",
		"example.org,", "mailto:a@example.org", "/example.org", "//example.org", "a_b.org",
		"example.o1"};
	(void)state;
	for (size_t i = 0; i < sizeof(web) / sizeof(web[0]); i++) {
		if (!url_lacks_scheme(text_from(web[i])))
			fail_msg("no address: %s", web[i]);
	}
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++) {
		if (url_lacks_scheme(text_from(other[i])))
			fail_msg("an address: %s", other[i]);
	}
}

static void encodes_what_could_mean_something(void **state)
{
	(void)state;
	check_safe("https://x/a b\"<>\\^`{|}", "https://x/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D");
	check_safe("https://x/\x1b[31m\x07\x7f", "https://x/%1B[31m%07%7F");
	check_safe("https://x/日", "https://x/%E6%97%A5");
	check_safe("https://x/a'$(b);c", "https://x/a'$(b);c");
}

static void limits_the_length(void **state)
{
	char url[2100];
	(void)state;
	memset(url, 'a', sizeof(url));
	memcpy(url, "https://", 8);
	url[2000] = '\0';
	check_safe(url, url);
	url[2000] = 'a';
	url[2001] = '\0';
	check_safe(url, NULL);
	url[2000] = '\0';
	url[1999] = ' ';
	url[1998] = '"';
	check_safe(url, NULL);
}

static void knows_what_text_tells(void **state)
{
	(void)state;
	assert_true(url_is_told_by(TEXT("https://x.org"), TEXT("https://x.org")));
	assert_false(url_is_told_by(TEXT("https://x.org"), TEXT("x.org")));
	assert_true(url_is_told_by(TEXT("mailto:a@x.org"), TEXT("a@x.org")));
	assert_false(url_is_told_by(TEXT("mailto:a@x.org"), TEXT("b@x.org")));
	assert_true(url_is_told_by(TEXT("tel:+49123456"), TEXT("+49 (123) 4-5.6")));
	assert_false(url_is_told_by(TEXT("tel:+49123456"), TEXT("+49 123")));
	assert_false(url_is_told_by(TEXT("tel:+49123"), TEXT("+49 1234")));
	assert_false(url_is_told_by(TEXT("https://x.org"), TEXT("")));
}

static void shortens_addresses(void **state)
{
	(void)state;
	check_text(url_without_scheme(TEXT("https://www.example.org/")), "example.org");
	check_text(url_without_scheme(TEXT("HTTP://example.org/a/")), "example.org/a");
	check_text(url_without_scheme(TEXT("mailto:a@x.org")), "mailto:a@x.org");
	check_text(url_without_scheme(TEXT("")), "");
}

/* Messages */

static char *message_line(const struct diagnostic *message, const char *file)
{
	char *string = NULL;
	size_t length;
	FILE *stream = open_memstream(&string, &length);
	assert_non_null(stream);
	diagnostic_print(message, file, stream);
	fclose(stream);
	return string;
}

static void check_printed(struct diagnostics *list, size_t i, const char *expected)
{
	char *string = message_line(&list->items[i], "a\x1b[31m\nb");
	assert_string_equal(string, expected);
	free(string);
}

static void collects_messages(void **state)
{
	struct diagnostics list = {0};
	(void)state;
	diagnostics_add(&list, SEVERITY_WARNING, (struct position){3, 4}, "key '%s'", "k\x07\x7f");
	diagnostics_add(&list, SEVERITY_NOTE, (struct position){3, 0}, "note");
	diagnostics_add(&list, SEVERITY_ERROR, (struct position){0, 0}, "%%");
	diagnostics_add(&list, SEVERITY_NOTE, (struct position){1, 1}, "é\xc2\x85\xc2\x9b\u00a0");
	check_printed(&list, 0, "a?[31m?b:3:4: warning: key 'k\?\?'\n");
	check_printed(&list, 1, "a?[31m?b:3: note: note\n");
	check_printed(&list, 2, "a?[31m?b: error: %\n");
	check_printed(&list, 3, "a?[31m?b:1:1: note: é??\u00a0\n");
	assert_int_equal(list.worst, SEVERITY_ERROR);
	diagnostics_finish(&list);
	assert_int_equal(list.count, 0);
}

static void writes_messages_in_a_style(void **state)
{
	static const struct diagnostic_style style = {"<", {"n", "w", "e"}, ">"};
	struct diagnostics list = {0};
	struct arena arena = {0};
	(void)state;
	diagnostics_add(&list, SEVERITY_WARNING, (struct position){3, 4}, "message");
	check_text(diagnostic_format_styled(&list.items[0], "f", &style, &arena),
		"<f:3:4:> wwarning:> message");
	arena_finish(&arena);
	diagnostics_finish(&list);
}

static void sorts_messages_by_place(void **state)
{
	static const struct position places[] = {{2, 1}, {1, 5}, {2, 1}, {0, 0}, {1, 2}, {2, 0}};
	static const char *const expected[] = {"3", "4", "1", "5", "0", "2"};
	struct diagnostics list = {0};
	(void)state;
	for (int i = 0; i < 6; i++)
		diagnostics_add(&list, SEVERITY_NOTE, places[i], "%d", i);
	diagnostics_sort(&list);
	for (size_t i = 0; i < 6; i++)
		assert_string_equal(list.items[i].message, expected[i]);
	diagnostics_finish(&list);
}

static void keeps_a_thousand_messages(void **state)
{
	struct diagnostics list = {0};
	(void)state;
	for (int i = 0; i < 1500; i++)
		diagnostics_add(&list, SEVERITY_NOTE, (struct position){i, 1}, "%d", i);
	assert_int_equal(list.count, 1000);
	assert_string_equal(list.items[999].message, "999");
	assert_int_equal(list.left_out, 500);
	assert_int_equal(list.worst, SEVERITY_NOTE);
	/* What is left out counts all the same. */
	diagnostics_add(&list, SEVERITY_WARNING, (struct position){1, 1}, "one more");
	assert_int_equal(list.left_out, 501);
	assert_int_equal(list.worst, SEVERITY_WARNING);
	struct diagnostics other = {0};
	diagnostics_take(&other, &list);
	assert_int_equal(other.left_out, 501);
	assert_int_equal(other.worst, SEVERITY_WARNING);
	assert_int_equal(list.count, 0);
	diagnostics_finish(&other);
}

/* Output */

static void collects_output_in_memory(void **state)
{
	struct sink sink;
	(void)state;
	sink_init(&sink, -1);
	for (int i = 0; i < 50000; i++)
		sink_write(&sink, TEXT("abc"));
	sink_repeat(&sink, '-', 2);
	assert_true(sink_flush(&sink));
	struct text collected = sink_collected(&sink);
	assert_int_equal(collected.length, 150002);
	assert_memory_equal(collected.bytes, "abcabc", 6);
	assert_memory_equal(collected.bytes + 150000, "--", 2);
	sink_finish(&sink);
}

static void writes_to_a_descriptor(void **state)
{
	struct sink sink;
	int ends[2];
	char bytes[20];
	(void)state;
	assert_int_equal(pipe(ends), 0);
	sink_init(&sink, ends[1]);
	sink_write(&sink, TEXT("abc"));
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	assert_int_equal(read(ends[0], bytes, sizeof(bytes)), -1);
	assert_true(sink_flush(&sink));
	assert_int_equal(read(ends[0], bytes, sizeof(bytes)), 3);
	sink_repeat(&sink, 'x', 4);
	sink_finish(&sink);
	assert_int_equal(read(ends[0], bytes, sizeof(bytes)), -1);
	close(ends[0]);
	close(ends[1]);
}

static void flushes_when_it_is_full(void **state)
{
	struct sink sink;
	(void)state;
	int descriptor = open("/dev/null", O_WRONLY);
	sink_init(&sink, descriptor);
	for (int i = 0; i < 1000 * 1000; i++)
		sink_write(&sink, TEXT("0123456789"));
	assert_true(sink.buffer.capacity < 1000 * 1000);
	assert_true(sink_flush(&sink));
	sink_finish(&sink);
	close(descriptor);
}

static void remembers_the_first_failure(void **state)
{
	struct sink sink;
	int ends[2];
	(void)state;
	int descriptor = open("/dev/full", O_WRONLY);
	assert_true(descriptor >= 0);
	sink_init(&sink, descriptor);
	assert_true(sink_flush(&sink));
	sink_write(&sink, TEXT("abc"));
	assert_int_equal(sink.error, 0);
	assert_false(sink_flush(&sink));
	assert_int_equal(sink.error, ENOSPC);
	int empty = open("/dev/null", O_WRONLY);
	assert_int_equal(dup2(empty, descriptor), descriptor);
	close(empty);
	sink_write(&sink, TEXT("abc"));
	assert_false(sink_flush(&sink));
	assert_int_equal(sink.error, ENOSPC);
	sink_finish(&sink);
	close(descriptor);

	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	sink_init(&sink, ends[1]);
	sink_repeat(&sink, 'x', 200000);
	assert_int_equal(sink.error, EPIPE);
	sink_finish(&sink);
	close(ends[1]);
	signal(SIGPIPE, SIG_DFL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slices_and_trims),
		cmocka_unit_test(compares_texts),
		cmocka_unit_test(finds_bytes),
		cmocka_unit_test(hands_out_zeroed_memory),
		cmocka_unit_test(keeps_pieces_apart),
		cmocka_unit_test(copies_and_formats),
		cmocka_unit_test(keeps_memory_when_reset),
		cmocka_unit_test(grows_buffers),
		cmocka_unit_test(maps_texts),
		cmocka_unit_test(lets_known_schemes_out),
		cmocka_unit_test(keeps_other_schemes_in),
		cmocka_unit_test(knows_addresses_without_a_scheme),
		cmocka_unit_test(encodes_what_could_mean_something),
		cmocka_unit_test(limits_the_length),
		cmocka_unit_test(knows_what_text_tells),
		cmocka_unit_test(shortens_addresses),
		cmocka_unit_test(collects_messages),
		cmocka_unit_test(writes_messages_in_a_style),
		cmocka_unit_test(sorts_messages_by_place),
		cmocka_unit_test(keeps_a_thousand_messages),
		cmocka_unit_test(collects_output_in_memory),
		cmocka_unit_test(writes_to_a_descriptor),
		cmocka_unit_test(flushes_when_it_is_full),
		cmocka_unit_test(remembers_the_first_failure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
