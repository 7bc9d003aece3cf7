#include "tui/input.h"

#include "base/unicode.h"

static const struct {
	const char *name;
	uint32_t input;
} names[] = {
	{"Up", INPUT_UP},
	{"Down", INPUT_DOWN},
	{"Left", INPUT_LEFT},
	{"Right", INPUT_RIGHT},
	{"PgUp", INPUT_PAGE_UP},
	{"PgDn", INPUT_PAGE_DOWN},
	{"Home", INPUT_HOME},
	{"End", INPUT_END},
	{"Enter", INPUT_ENTER},
	{"Tab", INPUT_TAB},
	{"Shift-Tab", INPUT_BACK_TAB},
	{"Esc", INPUT_ESCAPE},
	{"F1", INPUT_F1},
	{"Space", ' '},
};

uint32_t input_from_name(struct text name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (text_is(name, names[i].name))
			return names[i].input;
	}
	if (name.length == 2 && name.bytes[0] == '^' && name.bytes[1] >= '@')
		return (uint32_t)(name.bytes[1] - '@');
	if (!name.length)
		return INPUT_NONE;
	size_t size;
	uint32_t character = unicode_decode(name, 0, &size);
	return size == name.length ? character : INPUT_NONE;
}
