#include "yaml_hint.h"

#include <string.h>

/* The value on a line: what follows its indentation, dashes and key. */
static struct text value_of(struct text line)
{
	line = text_trim(line);
	while (line.length > 1 && line.bytes[0] == '-' && line.bytes[1] == ' ')
		line = text_trim(text_slice(line, 2, line.length));
	if (line.length && strchr("\"'[{", line.bytes[0]))
		return line;
	for (size_t colon = text_find(line, 0, ':'); colon + 1 < line.length;
		colon = text_find(line, colon + 1, ':')) {
		if (line.bytes[colon + 1] == ' ')
			return text_trim(text_slice(line, colon + 2, line.length));
	}
	return line;
}

/* What a value must not begin with unless it means it, and what to say about that. */
static const char *hint_for_start(char first)
{
	static const struct {
		const char *characters;
		const char *hint;
	} starts[] = {
		{"*", "quote a value that starts with *, such as '**bold** text'"},
		{"[", "quote a value that starts with [, such as '[text](address) and more'"},
		{"{", "quote a value that starts with {"},
		{">|", "quote a value that starts with > or |, or begin its text on the next line"},
		{"\"'", "quote the whole value: put one kind of quotes around it and use the other "
			"inside"},
		{"&!", "quote a value that starts with & or !"},
	};

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		if (first && strchr(starts[i].characters, first))
			return starts[i].hint;
	}
	return NULL;
}

static bool indented_by_tab(struct text line)
{
	for (size_t i = 0; i < line.length; i++) {
		if (line.bytes[i] == '\t')
			return true;
		if (line.bytes[i] != ' ' && line.bytes[i] != '-')
			return false;
	}
	return false;
}

static const char *hint_for_problem(const char *problem)
{
	static const struct {
		const char *words;
		const char *hint;
	} problems[] = {
		{"mapping values are not allowed",
			"quote the value if it holds a colon and a space, or mend the indentation"},
		{"hexdecimal", "use single quotes around text that holds a backslash"},
		{"unknown escape", "use single quotes around text that holds a backslash"},
		{"expected ':'",
			"put a colon and a space after the key, or indent the line further"},
		{"incompatible YAML", "remove the %YAML line"},
		{"cannot start any token", "quote a value that starts with `, @ or %"},
		{"tab character", "indent with spaces; YAML does not take tabs"},
		{"unexpected end of stream",
			"close that quote, or put the other kind around the whole value"},
		{"document indicator",
			"close that quote, or put the other kind around the whole value"},
		{"expected ',' or", "put a comma before it, or close the bracket that is open"},
		{"block sequence entries", "begin the list on the next line, or quote the value"},
		{"control characters",
			"remove the control character, unless this is no text file at all"},
		{"escape code", "write the character itself instead of its escape"},
		{"Unicode character", "save the file as UTF-8"},
		{"UTF-8", "save the file as UTF-8"},
		{"UTF-16", "save the file as UTF-8"},
		{"undefined alias", "quote a value that starts with *"},
	};

	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
		if (strstr(problem, problems[i].words))
			return problems[i].hint;
	}
	return NULL;
}

const char *yaml_hint(const char *problem, struct text line)
{
	if (indented_by_tab(line) && strstr(problem, "cannot start any token"))
		return "indent with spaces; YAML does not take tabs";
	if (text_starts_with(line, TEXT("%TAG")))
		return "remove the %TAG line";
	const char *hint = hint_for_problem(problem);
	if (hint)
		return hint;
	struct text value = value_of(line);
	bool is_plain = !value.length || !strchr("*[{>|\"'&!", value.bytes[0]);
	if (is_plain && strstr(problem, "'-' indicator"))
		return "put '- ' in front if another entry begins here; else mend the indentation";
	hint = hint_for_start(value.length ? value.bytes[0] : '\0');
	return hint ? hint : "check the indentation here and on the line before";
}
