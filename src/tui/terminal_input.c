#include "terminal_input.h"

#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

enum {
	ESCAPE = 033,
	BELL = 007,
	SEQUENCE_BYTES_MOST = 256, /* of a sequence; what is longer is none */
	WHEEL_LINES = 3,
	MOUSE_WHEEL = 64,     /* bits of a mouse report */
	MOUSE_MODIFIERS = 28, /* Shift, Alt and Control */
	X10_BYTES = 6,        /* of a mouse report of the old kind */
};

static const struct text paste_start = {"\033[200~", 6};
static const struct text paste_end = {"\033[201~", 6};

/* What a sequence is. */
enum shape {
	SHAPE_UNFINISHED,
	SHAPE_WHOLE,
	SHAPE_BROKEN, /* ended by what cannot be in it */
};

static struct terminal_event key_event(uint32_t key)
{
	return (struct terminal_event){.kind = TERMINAL_KEY, .key = key, .count = 1};
}

static struct text rest_of(const struct terminal_input *input)
{
	return text_slice(buffer_text(&input->bytes), input->start, input->bytes.length);
}

static void use(struct terminal_input *input, size_t size)
{
	input->start += size;
	input->escape_given = false;
}

/* Shapes */

/* "ESC [", parameters and intermediates, and a final byte (ECMA-48). */
static enum shape control_shape(struct text text, bool mouse, size_t *size)
{
	size_t i = 2;
	bool old_mouse = mouse && text.length > 2 && text.bytes[2] == 'M';
	/* Function keys of the Linux console are "ESC [ [" and a letter. */
	if (old_mouse || (text.length > 2 && text.bytes[2] == '[')) {
		*size = old_mouse ? X10_BYTES : 4;
		return text.length < *size ? SHAPE_UNFINISHED : SHAPE_WHOLE;
	}
	while (i < text.length && text.bytes[i] >= ' ' && text.bytes[i] < '@')
		i++;
	bool whole = i < text.length && text.bytes[i] >= '@' && text.bytes[i] <= '~';
	*size = whole ? i + 1 : i;
	if (whole)
		return SHAPE_WHOLE;
	return i < text.length ? SHAPE_BROKEN : SHAPE_UNFINISHED;
}

/* "ESC ]" and others up to ST or BEL. */
static enum shape string_shape(struct text text, size_t *size)
{
	size_t i = 2;
	while (i < text.length && (unsigned char)text.bytes[i] >= ' ')
		i++;
	*size = i;
	if (i == text.length)
		return SHAPE_UNFINISHED;
	if (text.bytes[i] == BELL) {
		*size = i + 1;
		return SHAPE_WHOLE;
	}
	if (text.bytes[i] != ESCAPE)
		return SHAPE_BROKEN;
	if (i + 1 == text.length)
		return SHAPE_UNFINISHED;
	*size = text.bytes[i + 1] == '\\' ? i + 2 : i;
	return text.bytes[i + 1] == '\\' ? SHAPE_WHOLE : SHAPE_BROKEN;
}

/* The shape of what begins with ESC and another byte; size is what there is of it. */
static enum shape shape_of(const struct terminal_input *input, struct text text, size_t *size)
{
	enum shape shape;
	if (text.bytes[1] == '[') {
		shape = control_shape(text, input->mouse, size);
	} else if (text.bytes[1] == 'O') {
		*size = 3;
		shape = text.length < 3 ? SHAPE_UNFINISHED : SHAPE_WHOLE;
	} else {
		shape = string_shape(text, size);
	}
	if (shape == SHAPE_UNFINISHED && text.length > SEQUENCE_BYTES_MOST) {
		*size = text.length;
		return SHAPE_BROKEN;
	}
	return shape;
}

static bool starts_sequence(char second)
{
	return second && strchr("[O]P_^X", second);
}

/* Mouse */

static struct terminal_event mouse_event(int buttons, int column, int row, bool pressed)
{
	struct terminal_event event = {.kind = TERMINAL_CLICK, .row = row, .column = column};
	int button = buttons & ~MOUSE_MODIFIERS;
	if (button == MOUSE_WHEEL || button == MOUSE_WHEEL + 1) {
		event = key_event(button == MOUSE_WHEEL ? INPUT_UP : INPUT_DOWN);
		event.count = WHEEL_LINES;
		return event;
	}
	/* Nothing, for other buttons and for letting go. */
	if (button != 0 || !pressed || row < 0 || column < 0)
		return (struct terminal_event){.kind = TERMINAL_NOTHING};
	return event;
}

/* "ESC [ < buttons ; column ; row M", or m when let go (xterm's mode 1006). */
static struct terminal_event read_mouse(struct text sequence)
{
	char copy[32] = "";
	long numbers[3];
	if (sequence.length >= sizeof copy)
		return (struct terminal_event){.kind = TERMINAL_NOTHING};
	memcpy(copy, sequence.bytes, sequence.length);
	char *end = copy + 2;
	for (int i = 0; i < 3; i++) {
		const char *start = end + 1;
		numbers[i] = strtol(start, &end, 10) & 0xFFFF;
		if (end == start || (i < 2 && *end != ';'))
			return (struct terminal_event){.kind = TERMINAL_NOTHING};
	}
	return mouse_event((int)numbers[0], (int)numbers[1] - 1, (int)numbers[2] - 1, *end == 'M');
}

static struct terminal_event read_old_mouse(struct text sequence)
{
	int numbers[3];
	for (int i = 0; i < 3; i++)
		numbers[i] = (unsigned char)sequence.bytes[3 + i] - ' ';
	return mouse_event(numbers[0], numbers[1] - 1, numbers[2] - 1, true);
}

/* Keys */

/* What sequences mean on nearly all terminals, after their ESC. */
/* What nearly all terminals send, without the escape. */
static const struct {
	const char *bytes;
	uint32_t key;
} usual[] = {
	{"[A", INPUT_UP},
	{"OA", INPUT_UP},
	{"[B", INPUT_DOWN},
	{"OB", INPUT_DOWN},
	{"[C", INPUT_RIGHT},
	{"OC", INPUT_RIGHT},
	{"[D", INPUT_LEFT},
	{"OD", INPUT_LEFT},
	{"[H", INPUT_HOME},
	{"OH", INPUT_HOME},
	{"[1~", INPUT_HOME},
	{"[7~", INPUT_HOME},
	{"[F", INPUT_END},
	{"OF", INPUT_END},
	{"[4~", INPUT_END},
	{"[8~", INPUT_END},
	{"[5~", INPUT_PAGE_UP},
	{"[6~", INPUT_PAGE_DOWN},
	{"[3~", INPUT_DELETE},
	{"[P", INPUT_DELETE},
	{"[Z", INPUT_BACK_TAB},
	{"OM", INPUT_ENTER},
	{"OP", INPUT_F1},
	{"[11~", INPUT_F1},
	{"[[A", INPUT_F1},
	{"OQ", INPUT_F1 + 1},
	{"OR", INPUT_F1 + 2},
	{"OS", INPUT_F1 + 3},
	{"[12~", INPUT_F1 + 1},
	{"[13~", INPUT_F1 + 2},
	{"[14~", INPUT_F1 + 3},
	{"[[B", INPUT_F1 + 1},
	{"[[C", INPUT_F1 + 2},
	{"[[D", INPUT_F1 + 3},
	{"[[E", INPUT_F1 + 4},
	{"[15~", INPUT_F1 + 4},
	{"[17~", INPUT_F1 + 5},
	{"[18~", INPUT_F1 + 6},
	{"[19~", INPUT_F1 + 7},
	{"[20~", INPUT_F1 + 8},
	{"[21~", INPUT_F1 + 9},
	{"[23~", INPUT_F1 + 10},
	{"[24~", INPUT_F1 + 11},
};

static uint32_t usual_key(struct text sequence)
{
	struct text bytes = text_slice(sequence, 1, sequence.length);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
		if (text_is(bytes, usual[i].bytes))
			return usual[i].key;
	}
	return TERMINAL_KEY_UNKNOWN;
}

/* The bytes of the key of the terminal's description that text begins with, or 0. */
static size_t described_key(const struct terminal_input *input, struct text text, uint32_t *key)
{
	size_t longest = 0;
	for (int i = 0; i < input->key_count; i++) {
		struct text bytes = input->keys[i].bytes;
		if (bytes.length > longest && text_starts_with(text, bytes)) {
			longest = bytes.length;
			*key = input->keys[i].key;
		}
	}
	return longest;
}

static uint32_t key_of_character(uint32_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return INPUT_ENTER;
	case '\t':
		return INPUT_TAB;
	case '\b':
	case 0177:
		return INPUT_BACKSPACE;
	case UNICODE_REPLACEMENT:
		return TERMINAL_KEY_UNKNOWN;
	default:
		return character;
	}
}

/* How many bytes the character has that begins so. */
static size_t character_size(char first)
{
	unsigned char byte = (unsigned char)first;
	if (byte >= 0xF0)
		return 4;
	if (byte >= 0xE0)
		return 3;
	return byte >= 0xC0 ? 2 : 1;
}

/* The character after so many bytes, with modifier added to it. */
static struct terminal_event take_character(
	struct terminal_input *input, size_t skip, uint32_t modifier, bool patience)
{
	size_t size;
	struct text rest = rest_of(input);
	if (patience && rest.length - skip < character_size(rest.bytes[skip]))
		return (struct terminal_event){.kind = TERMINAL_UNFINISHED};
	uint32_t key = key_of_character(unicode_decode(rest, skip, &size));
	use(input, skip + size);
	return key_event(key == TERMINAL_KEY_UNKNOWN ? key : key | modifier);
}

/* Escapes */

/* The event of a whole sequence; TERMINAL_NOTHING for what means nothing. */
static struct terminal_event read_sequence(struct terminal_input *input, struct text sequence)
{
	struct terminal_event nothing = {.kind = TERMINAL_NOTHING};
	struct reply reply = reply_read(sequence);
	if (text_equal(sequence, paste_end))
		return nothing;
	if (text_equal(sequence, paste_start)) {
		input->pastes = true;
		input->paste_length = 0;
		return nothing;
	}
	if (sequence.length > 3 && sequence.bytes[1] == '[' && sequence.bytes[2] == '<')
		return read_mouse(sequence);
	if (input->mouse && sequence.bytes[1] == '[' && sequence.bytes[2] == 'M')
		return read_old_mouse(sequence);
	if (reply.kind == REPLY_NONE)
		return key_event(usual_key(sequence));
	if (reply.kind == REPLY_ATTRIBUTES)
		input->expects = false;
	return (struct terminal_event){.kind = TERMINAL_REPLY, .reply = reply};
}

/* ESC alone: the key if nothing follows. It stays, since an answer may be late behind it. */
static struct terminal_event take_lone_escape(struct terminal_input *input, bool patience)
{
	if (input->escape_given)
		return (struct terminal_event){.kind = TERMINAL_NOTHING};
	if (patience)
		return (struct terminal_event){.kind = TERMINAL_UNFINISHED};
	input->escape_given = true;
	return key_event(INPUT_ESCAPE);
}

/* True for what terminals send on their own. */
static bool is_answer(struct text sequence)
{
	return text_equal(sequence, paste_start) || reply_read(sequence).kind != REPLY_NONE;
}

/* What follows an ESC that was a key already: the rest of an answer, or keys of their own. */
static struct terminal_event take_after_escape(
	struct terminal_input *input, struct text rest, bool patience)
{
	size_t size = 0;
	enum shape shape = SHAPE_BROKEN;
	if (starts_sequence(rest.bytes[1]))
		shape = shape_of(input, rest, &size);
	/* Nobody types so fast. */
	bool goes_on = rest.length > 2 && rest.bytes[2] >= '0' && rest.bytes[2] <= '?';
	if (shape == SHAPE_UNFINISHED && (patience || goes_on))
		return (struct terminal_event){.kind = TERMINAL_UNFINISHED};
	struct text sequence = text_slice(rest, 0, size);
	if (shape == SHAPE_WHOLE && is_answer(sequence)) {
		use(input, size);
		return read_sequence(input, sequence);
	}
	use(input, 1);
	return (struct terminal_event){.kind = TERMINAL_NOTHING};
}

static struct terminal_event take_sequence(
	struct terminal_input *input, struct text rest, bool patience)
{
	size_t size;
	enum shape shape = shape_of(input, rest, &size);
	if (shape == SHAPE_UNFINISHED && rest.length == 2 && !patience && !input->expects)
		return take_character(input, 1, INPUT_ALT, false);
	if (shape == SHAPE_UNFINISHED)
		return (struct terminal_event){.kind = TERMINAL_UNFINISHED};
	use(input, size);
	if (shape == SHAPE_BROKEN)
		return (struct terminal_event){.kind = TERMINAL_NOTHING};
	return read_sequence(input, text_slice(rest, 0, size));
}

static struct terminal_event take_escape(struct terminal_input *input, bool patience)
{
	uint32_t key;
	struct text rest = rest_of(input);
	size_t size = described_key(input, rest, &key);
	if (rest.length == 1)
		return take_lone_escape(input, patience);
	if (input->escape_given)
		return take_after_escape(input, rest, patience);
	if (size) {
		use(input, size);
		return key_event(key);
	}
	if (starts_sequence(rest.bytes[1]))
		return take_sequence(input, rest, patience);
	if ((unsigned char)rest.bytes[1] < ' ' || rest.bytes[1] == 0177) {
		use(input, 1);
		return key_event(INPUT_ESCAPE);
	}
	return take_character(input, 1, INPUT_ALT, patience);
}

/* Pasting */

/* The offset of a paste's end, or the length. */
static size_t find_paste_end(struct text text)
{
	size_t place = text_find(text, 0, ESCAPE);
	while (place < text.length &&
		!text_starts_with(text_slice(text, place, text.length), paste_end))
		place = text_find(text, place + 1, ESCAPE);
	return place;
}

/* The bytes at the end of text that may be the start of a paste's end. */
static size_t started_end(struct text text)
{
	size_t length = text.length < paste_end.length ? text.length : paste_end.length - 1;
	while (length && memcmp(text.bytes + text.length - length, paste_end.bytes, length) != 0)
		length--;
	return length;
}

static void keep_pasted(struct terminal_input *input, struct text text)
{
	size_t room = TERMINAL_PASTE_MOST - input->paste.length;
	buffer_add(&input->paste, text_slice(text, 0, room));
	input->paste_length += text.length;
	use(input, text.length);
}

static struct terminal_event end_paste(struct terminal_input *input)
{
	input->pastes = false;
	input->paste_over = true;
	return (struct terminal_event){.kind = TERMINAL_PASTE};
}

void terminal_input_cut_paste(struct terminal_input *input)
{
	if (input->pastes)
		input->paste_length = TERMINAL_PASTE_END;
}

/* The reader's Escape ends a paste that has none; in pasted text it never stands alone. */
static struct terminal_event take_paste(struct terminal_input *input, bool patience)
{
	if (input->paste_length >= TERMINAL_PASTE_END)
		return end_paste(input);
	struct text rest = rest_of(input);
	size_t end = find_paste_end(rest);
	if (end < rest.length) {
		keep_pasted(input, text_slice(rest, 0, end));
		use(input, paste_end.length);
		return end_paste(input);
	}
	size_t left = started_end(rest);
	keep_pasted(input, text_slice(rest, 0, rest.length - left));
	if (left == 1 && !patience) {
		use(input, 1);
		return end_paste(input);
	}
	if (input->paste_length >= TERMINAL_PASTE_END)
		return end_paste(input);
	return (struct terminal_event){.kind = left ? TERMINAL_UNFINISHED : TERMINAL_NOTHING};
}

/* The module */

void terminal_input_learn(
	struct terminal_input *input, const char *(*string)(const char *capability))
{
	static const struct {
		const char *capability;
		uint32_t key;
	} keys[] = {
		{"kcuu1", INPUT_UP},
		{"kcud1", INPUT_DOWN},
		{"kcub1", INPUT_LEFT},
		{"kcuf1", INPUT_RIGHT},
		{"kpp", INPUT_PAGE_UP},
		{"knp", INPUT_PAGE_DOWN},
		{"khome", INPUT_HOME},
		{"kend", INPUT_END},
		{"kent", INPUT_ENTER},
		{"kcbt", INPUT_BACK_TAB},
		{"kdch1", INPUT_DELETE},
		{"kf1", INPUT_F1},
		{"kf2", INPUT_F1 + 1},
		{"kf3", INPUT_F1 + 2},
		{"kf4", INPUT_F1 + 3},
		{"kf5", INPUT_F1 + 4},
		{"kf6", INPUT_F1 + 5},
		{"kf7", INPUT_F1 + 6},
		{"kf8", INPUT_F1 + 7},
		{"kf9", INPUT_F1 + 8},
		{"kf10", INPUT_F1 + 9},
		{"kf11", INPUT_F1 + 10},
		{"kf12", INPUT_F1 + 11},
	};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct text bytes = text_from(string(keys[i].capability));
		if (bytes.length < 2 || *bytes.bytes != ESCAPE)
			continue;
		input->keys[input->key_count].bytes = bytes;
		input->keys[input->key_count++].key = keys[i].key;
	}
}

void terminal_input_add(struct terminal_input *input, struct text bytes)
{
	size_t left = input->bytes.length - input->start;
	if (input->start && left)
		memmove(input->bytes.bytes, input->bytes.bytes + input->start, left);
	input->bytes.length = left;
	input->start = 0;
	buffer_add(&input->bytes, bytes);
}

struct terminal_event terminal_input_next(struct terminal_input *input, bool patience)
{
	struct terminal_event event = {.kind = TERMINAL_NOTHING};
	if (input->paste_over) {
		input->paste.length = 0;
		input->paste_over = false;
	}
	do {
		size_t start = input->start;
		struct text rest = rest_of(input);
		bool pasted = input->pastes;
		if (pasted)
			event = take_paste(input, patience);
		else if (!rest.length)
			break;
		else if (*rest.bytes == ESCAPE)
			event = take_escape(input, patience);
		else
			event = take_character(input, 0, 0, patience);
		/* A NUL, which Control and Space send, is no key. */
		if (event.kind == TERMINAL_KEY && event.key == INPUT_NONE)
			event.kind = TERMINAL_NOTHING;
		if (event.kind == TERMINAL_NOTHING && start == input->start &&
			pasted == input->pastes)
			break;
	} while (event.kind == TERMINAL_NOTHING);
	return event;
}

void terminal_input_forget(struct terminal_input *input)
{
	input->bytes.length = input->start = input->paste.length = 0;
	input->escape_given = input->pastes = input->paste_over = false;
}

void terminal_input_finish(struct terminal_input *input)
{
	buffer_finish(&input->bytes);
	buffer_finish(&input->paste);
	*input = (struct terminal_input){0};
}
