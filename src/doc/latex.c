#include "latex.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "html.h"
#include "verbatim.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum command_kind {
	COMMAND_STYLE,  /* \emph{x} */
	COMMAND_SWITCH, /* \bf{x}, or {\bf x} */
	COMMAND_SIZE,   /* the same, or \footnotesize between blanks */
	COMMAND_WORD,   /* \LaTeX */
	COMMAND_URL,    /* \url{u} */
	COMMAND_LINK,   /* \href{u}{x} */
};

/* What an argument is put between. */
enum wrapping { WRAP_BRACES, WRAP_NOTHING, WRAP_STRONG, WRAP_EMPHASIS, WRAP_CODE, WRAP_LINK };

static const char *const openings[] = {"{", "", "<b>", "<em>", "<code>", ""};
static const char *const closings[] = {"}", "", "</b>", "</em>", "</code>", "</a>"};

struct command {
	const char *name;
	enum command_kind kind;
	enum wrapping wrapping;
};

static const struct command commands[] = {
	{"Huge", COMMAND_SWITCH, WRAP_NOTHING},
	{"LARGE", COMMAND_SWITCH, WRAP_NOTHING},
	{"LaTeX", COMMAND_WORD, WRAP_NOTHING},
	{"Large", COMMAND_SWITCH, WRAP_NOTHING},
	{"TeX", COMMAND_WORD, WRAP_NOTHING},
	{"bf", COMMAND_SWITCH, WRAP_STRONG},
	{"bfseries", COMMAND_SWITCH, WRAP_STRONG},
	{"em", COMMAND_SWITCH, WRAP_EMPHASIS},
	{"emph", COMMAND_STYLE, WRAP_EMPHASIS},
	{"footnotesize", COMMAND_SIZE, WRAP_NOTHING},
	{"href", COMMAND_LINK, WRAP_LINK},
	{"huge", COMMAND_SWITCH, WRAP_NOTHING},
	{"it", COMMAND_SWITCH, WRAP_EMPHASIS},
	{"itshape", COMMAND_SWITCH, WRAP_EMPHASIS},
	{"large", COMMAND_SWITCH, WRAP_NOTHING},
	{"mbox", COMMAND_STYLE, WRAP_NOTHING},
	{"normalsize", COMMAND_SIZE, WRAP_NOTHING},
	{"sc", COMMAND_SWITCH, WRAP_NOTHING},
	{"scriptsize", COMMAND_SIZE, WRAP_NOTHING},
	{"small", COMMAND_SWITCH, WRAP_NOTHING},
	{"text", COMMAND_STYLE, WRAP_NOTHING},
	{"textbf", COMMAND_STYLE, WRAP_STRONG},
	{"textit", COMMAND_STYLE, WRAP_EMPHASIS},
	{"textmd", COMMAND_STYLE, WRAP_NOTHING},
	{"textnormal", COMMAND_STYLE, WRAP_NOTHING},
	{"textrm", COMMAND_STYLE, WRAP_NOTHING},
	{"textsc", COMMAND_STYLE, WRAP_NOTHING},
	{"textsf", COMMAND_STYLE, WRAP_NOTHING},
	{"textsl", COMMAND_STYLE, WRAP_EMPHASIS},
	{"textsubscript", COMMAND_STYLE, WRAP_NOTHING},
	{"textsuperscript", COMMAND_STYLE, WRAP_NOTHING},
	{"texttt", COMMAND_STYLE, WRAP_CODE},
	{"tiny", COMMAND_SWITCH, WRAP_NOTHING},
	{"tt", COMMAND_SWITCH, WRAP_CODE},
	{"ttfamily", COMMAND_SWITCH, WRAP_CODE},
	{"underline", COMMAND_STYLE, WRAP_NOTHING},
	{"url", COMMAND_URL, WRAP_LINK},
};

/* A text that is being rewritten. */
struct latex {
	struct text text;
	uint32_t *partners; /* of an opening brace, where the closing one is; else 0 */
	uint8_t *wrappings; /* of a closing brace, the enum wrapping that it ends */
	struct buffer written;
};

static char byte_at(struct text text, size_t at)
{
	return at < text.length ? text.bytes[at] : '\0';
}

static bool is_letter(char byte)
{
	byte = text_lower(byte);
	return byte >= 'a' && byte <= 'z';
}

static size_t skip_blanks(struct text text, size_t at)
{
	while (byte_at(text, at) == ' ' || byte_at(text, at) == '\t')
		at++;
	return at;
}

/* The command whose backslash is at a place, and where its name ends; NULL if none is known. */
static const struct command *command_at(struct text text, size_t at, size_t *end)
{
	*end = at + 1;
	while (is_letter(byte_at(text, *end)))
		++*end;
	struct text name = text_slice(text, at + 1, *end);
	for (size_t i = 0; name.length && i < sizeof commands / sizeof *commands; i++) {
		if (text_is(name, commands[i].name))
			return &commands[i];
	}
	return NULL;
}

/* Where the line ends whose last characters are two backslashes at a place, or 0. */
static size_t end_of_broken_line(struct text text, size_t at)
{
	size_t end = skip_blanks(text, at + 2);
	return byte_at(text, at + 1) == '\\' && byte_at(text, end) == '\n' ? end : 0;
}

static bool has_commands(struct text text)
{
	for (size_t at = text_find(text, 0, '\\'); at < text.length;
		at = text_find(text, at, '\\')) {
		size_t end;
		if (command_at(text, at, &end) || end_of_broken_line(text, at))
			return true;
		at += byte_at(text, at + 1) == '\\' ? 2 : 1;
	}
	return false;
}

/* What stands for itself at a place, not to be looked into: code, and an escaped character. */
static size_t opaque_length(struct text text, size_t at)
{
	char byte = text.bytes[at];
	size_t code = byte == '`' || byte == '~' ? verbatim_length(text, at) : 0;
	if (code)
		return code;
	if (byte == '`')
		return verbatim_run(text, at);
	bool escapes = byte == '\\' && at + 1 < text.length && !is_letter(text.bytes[at + 1]);
	return escapes ? 2 : 0;
}

/* The braces that are open are a chain: each has where the one before it is. */
static void match_braces(struct latex *latex)
{
	struct text text = latex->text;
	uint32_t *partners = latex->partners;
	uint32_t open = UINT32_MAX;
	for (size_t at = 0; at < text.length;) {
		size_t opaque = opaque_length(text, at);
		if (!opaque && text.bytes[at] == '{') {
			partners[at] = open;
			open = (uint32_t)at;
		} else if (!opaque && text.bytes[at] == '}' && open != UINT32_MAX) {
			uint32_t before = partners[open];
			partners[open] = (uint32_t)at;
			open = before;
		}
		at += opaque ? opaque : 1;
	}
	while (open != UINT32_MAX) {
		uint32_t before = partners[open];
		partners[open] = 0;
		open = before;
	}
}

static size_t partner(const struct latex *latex, size_t at)
{
	return byte_at(latex->text, at) == '{' ? latex->partners[at] : 0;
}

static void add_string(struct latex *latex, const char *string)
{
	buffer_add(&latex->written, text_from(string));
}

/* Begins an argument whose brace is at a place; its end is written when it is come to. */
static size_t begin_argument(struct latex *latex, size_t brace, enum wrapping wrapping)
{
	add_string(latex, openings[wrapping]);
	latex->wrappings[latex->partners[brace]] = (uint8_t)wrapping;
	return brace + 1;
}

/* An address as it is, without the backslashes that LaTeX needs; in the buffer. */
static struct text plain_address(const struct latex *latex, size_t brace, struct buffer *buffer)
{
	struct text text = text_slice(latex->text, brace + 1, latex->partners[brace]);
	for (size_t i = 0; i < text.length; i++) {
		bool escapes = text.bytes[i] == '\\' && i + 1 < text.length &&
			       strchr("_%#&~{}$", text.bytes[i + 1]);
		if (!escapes && text.bytes[i] != '\n')
			buffer_add_byte(buffer, text.bytes[i]);
	}
	return text_trim(buffer_text(buffer));
}

/* A link; its words follow, unless it is to show its address. */
static void add_link(struct latex *latex, size_t brace, bool is_whole)
{
	struct buffer buffer = {0};
	struct text address = plain_address(latex, brace, &buffer);
	html_begin_link(&latex->written, TEXT(""), address);
	if (is_whole)
		add_string(latex, "</a>");
	buffer_finish(&buffer);
}

static bool is_blank_or_end(struct text text, size_t at)
{
	return at >= text.length || strchr(" \t\n", text.bytes[at]);
}

/* Behind a command that stands alone: "{}" and what keeps a blank. */
static size_t skip_nothing(struct text text, size_t at)
{
	if (byte_at(text, at) == '{' && byte_at(text, at + 1) == '}')
		return at + 2;
	return byte_at(text, at) == '\\' && byte_at(text, at + 1) == ' ' ? at + 1 : at;
}

/* Writes the command from start to end, as far as its own part goes; returns where that ends. */
static size_t add_command(
	struct latex *latex, const struct command *command, size_t start, size_t end)
{
	struct text text = latex->text;
	size_t close = partner(latex, end);
	size_t second = close ? skip_blanks(text, close + 1) : 0;
	bool is_alone =
		(start == 0 || is_blank_or_end(text, start - 1)) && is_blank_or_end(text, end);

	if (command->kind == COMMAND_WORD) {
		add_string(latex, command->name);
		return skip_nothing(text, end);
	}
	if (command->kind == COMMAND_SIZE && is_alone)
		return skip_blanks(text, end);
	if (command->kind == COMMAND_URL && close) {
		add_link(latex, end, true);
		return close + 1;
	}
	if (command->kind == COMMAND_LINK && close && partner(latex, second)) {
		add_link(latex, end, false);
		return begin_argument(latex, second, command->wrapping);
	}
	if (command->kind != COMMAND_LINK && close)
		return begin_argument(latex, end, command->wrapping);
	buffer_add(&latex->written, text_slice(text, start, end));
	return end;
}

/* "{\bf x}" from its brace on: returns where its text begins, or 0 if it is none. */
static size_t begin_group(struct latex *latex, size_t brace)
{
	struct text text = latex->text;
	size_t end;
	if (!partner(latex, brace) || byte_at(text, brace + 1) != '\\')
		return 0;
	const struct command *command = command_at(text, brace + 1, &end);
	bool is_switch = command &&
			 (command->kind == COMMAND_SWITCH || command->kind == COMMAND_SIZE) &&
			 (is_blank_or_end(text, end) || byte_at(text, end) == '\\');
	if (!is_switch)
		return 0;
	begin_argument(latex, brace, command->wrapping);
	return skip_blanks(text, end);
}

/* Writes what is at a place; returns where the next begins. */
static size_t add_piece(struct latex *latex, size_t at)
{
	struct text text = latex->text;
	char byte = text.bytes[at];
	size_t end;
	if (byte == '\\' && end_of_broken_line(text, at)) {
		add_string(latex, "<br>");
		return end_of_broken_line(text, at);
	}
	const struct command *command = byte == '\\' ? command_at(text, at, &end) : NULL;
	if (command)
		return add_command(latex, command, at, end);
	end = byte == '{' ? begin_group(latex, at) : 0;
	if (end)
		return end;
	size_t opaque = opaque_length(text, at);
	if (byte == '}' && !opaque)
		add_string(latex, closings[latex->wrappings[at]]);
	else
		buffer_add(&latex->written, text_slice(text, at, at + (opaque ? opaque : 1)));
	return at + (opaque ? opaque : 1);
}

struct text latex_to_html(struct text text, struct arena *arena)
{
	if (!has_commands(text))
		return text;
	struct latex latex = {.text = text,
		.partners = memory_allocate(text.length * sizeof *latex.partners),
		.wrappings = memory_allocate(text.length)};
	memset(latex.partners, 0, text.length * sizeof *latex.partners);
	memset(latex.wrappings, 0, text.length);
	match_braces(&latex);
	for (size_t at = 0; at < text.length;)
		at = add_piece(&latex, at);
	text = arena_copy(arena, buffer_text(&latex.written));
	buffer_finish(&latex.written);
	free(latex.partners);
	free(latex.wrappings);
	return text;
}
