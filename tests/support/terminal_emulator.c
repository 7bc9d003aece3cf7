#define _GNU_SOURCE 1
#include "terminal_emulator.h"

#include "terminal.h"
#include "terminal_stream.h"

#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>
#include <wchar.h>

#define WIDE_TAIL ((uint32_t)-1) /* what libvterm puts right of a double-width character */

enum {
	LOG_LINE = 80, /* bytes */
};

struct emulator_machine {
	VTerm *vterm;
	VTermScreen *screen;
	/* For each cell 0 or 1 + an index of targets; the main screen and the alternate one. */
	int *links[2];
	int link; /* the one that characters written now get */
	char **targets;
	int target_count;
	char *held; /* an unfinished control string, see emulator_feed() */
	size_t held_length;
	FILE *log; /* writes emulator->unknown */
	size_t log_length;
	char *string; /* of a control string that libvterm hands over in pieces */
	size_t string_length;
};

static void *allocate(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size);

	if (!memory)
		abort();
	return memory;
}

static void append(char **bytes, size_t *length, const char *more, size_t more_length)
{
	char *longer = realloc(*bytes, *length + more_length + 1);
	if (!longer)
		abort();
	memcpy(longer + *length, more, more_length);
	*bytes = longer;
	*length += more_length;
	longer[*length] = '\0';
}

/* Log of unknown sequences */

static void log_unknown(
	struct emulator *emulator, const char *kind, const char *bytes, size_t length)
{
	FILE *log = emulator->machine->log;
	fprintf(log, "%s", kind);
	for (size_t i = 0; i < length && i < LOG_LINE; i++)
		fputc((unsigned char)bytes[i] < ' ' ? '?' : bytes[i], log);
	fputc('\n', log);
	fflush(log);
}

static int on_control(unsigned char control, void *user)
{
	char text[8];
	/* The end of a string that was not begun changes nothing (ECMA-48). */
	if (control == 0x9c)
		return 1;
	log_unknown(user, "control ", text, (size_t)snprintf(text, sizeof(text), "%02x", control));
	return 1;
}

/* Modes that are saved and restored: xterm's, as all other private modes. */
static bool is_mode_stack(const char *leader, char command)
{
	return leader && strcmp(leader, "?") == 0 && (command == 's' || command == 'r');
}

/* Terminals like xterm know it, and their terminfo entries use it with the alternate screen. */
static bool is_title_stack(const long arguments[], int count, char command)
{
	return command == 't' && count > 0 && (arguments[0] == 22 || arguments[0] == 23);
}

static int on_csi(const char *leader, const long arguments[], int count, const char *intermediate,
	char command, void *user)
{
	char *text = NULL;
	size_t length = 0;
	FILE *stream;
	if (is_title_stack(arguments, count, command) || is_mode_stack(leader, command))
		return 1;
	stream = open_memstream(&text, &length);
	fprintf(stream, "%s", leader ? leader : "");
	for (int i = 0; i < count; i++) {
		if (!CSI_ARG_IS_MISSING(arguments[i]))
			fprintf(stream, "%ld", (long)CSI_ARG(arguments[i]));
		if (i + 1 < count)
			fputc(CSI_ARG_HAS_MORE(arguments[i]) ? ':' : ';', stream);
	}
	fprintf(stream, "%s%c", intermediate ? intermediate : "", command);
	fclose(stream);
	log_unknown(user, "CSI ", text, length);
	free(text);
	return 1;
}

/* Hyperlinks */

static int target_number(struct emulator_machine *machine, const char *target, size_t length)
{
	int i;
	for (i = 0; i < machine->target_count; i++) {
		if (strlen(machine->targets[i]) == length &&
			memcmp(machine->targets[i], target, length) == 0)
			return i + 1;
	}
	machine->targets =
		reallocarray(machine->targets, (size_t)machine->target_count + 1, sizeof(char *));
	if (!machine->targets)
		abort();
	machine->targets[i] = strndup(target, length);
	return ++machine->target_count;
}

/* The operating system command with its number, such as "8;id=1;https://example.org". */
static void handle_command(struct emulator *emulator, const char *command, size_t length)
{
	struct emulator_machine *machine = emulator->machine;
	const char *parameters = command + 2;
	const char *target = NULL;
	/* What the background is, which this terminal does not tell. */
	if (length == 4 && memcmp(command, "11;?", 4) == 0)
		return;
	if (length >= 2 && memcmp(command, "8;", 2) == 0)
		target = memchr(parameters, ';', length - 2);
	if (!target) {
		log_unknown(emulator, "OSC ", command, length);
		return;
	}
	target++;
	length -= (size_t)(target - command);
	machine->link = length > 0 ? target_number(machine, target, length) : 0;
}

static int *link_of(struct emulator *emulator, int row, int column)
{
	int *links = emulator->machine->links[emulator->alternate_screen ? 1 : 0];
	return &links[(size_t)row * (size_t)emulator->columns + (size_t)column];
}

static VTermScreenCell cell_at(struct emulator *emulator, int row, int column)
{
	VTermScreenCell cell = {0};
	vterm_screen_get_cell(
		emulator->machine->screen, (VTermPos){.row = row, .col = column}, &cell);
	return cell;
}

/*
 * A character damages one cell, or two; whatever damages more of the screen either erases it,
 * and its links, or only shows it anew.
 */
static int on_damage(VTermRect area, void *user)
{
	struct emulator *emulator = user;
	bool one_character =
		area.end_row - area.start_row == 1 && area.end_col - area.start_col <= 2;

	for (int row = area.start_row; row < area.end_row && row < emulator->rows; row++) {
		for (int column = area.start_col;
			column < area.end_col && column < emulator->columns; column++) {
			if (cell_at(emulator, row, column).chars[0] == 0)
				*link_of(emulator, row, column) = 0;
			else if (one_character)
				*link_of(emulator, row, column) = emulator->machine->link;
		}
	}
	return 1;
}

static bool on_screen(const struct emulator *emulator, VTermRect area)
{
	return area.start_row >= 0 && area.end_row <= emulator->rows && area.start_col >= 0 &&
	       area.end_col <= emulator->columns;
}

/* Links move with the text when the terminal scrolls, inserts or deletes. */
static int on_move(VTermRect to, VTermRect from, void *user)
{
	struct emulator *emulator = user;
	int rows = from.end_row - from.start_row;
	size_t size = (size_t)(from.end_col - from.start_col) * sizeof(int);
	/* libvterm 0.1 lets DECRC put the cursor outside a screen that was larger before. */
	if (!on_screen(emulator, from) || !on_screen(emulator, to))
		return 1;
	for (int i = 0; i < rows; i++) {
		/* From the end that does not overwrite rows still to be moved. */
		int row = to.start_row > from.start_row ? rows - 1 - i : i;

		memmove(link_of(emulator, to.start_row + row, to.start_col),
			link_of(emulator, from.start_row + row, from.start_col), size);
	}
	return 1;
}

static int on_resize(int rows, int columns, void *user)
{
	struct emulator *emulator = user;
	size_t shared_rows = (size_t)(rows < emulator->rows ? rows : emulator->rows);
	size_t shared_columns = (size_t)(columns < emulator->columns ? columns : emulator->columns);
	for (int i = 0; i < 2; i++) {
		int *before = emulator->machine->links[i];
		int *after = allocate((size_t)rows * (size_t)columns, sizeof(int));

		for (size_t row = 0; row < shared_rows; row++)
			memcpy(after + row * (size_t)columns,
				before + row * (size_t)emulator->columns,
				shared_columns * sizeof(int));
		free(before);
		emulator->machine->links[i] = after;
	}
	emulator->rows = rows;
	emulator->columns = columns;
	return 1;
}

/* What differs between versions of libvterm */

#if VTERM_VERSION_MINOR >= 2

static bool gather(struct emulator *emulator, VTermStringFragment fragment)
{
	struct emulator_machine *machine = emulator->machine;
	append(&machine->string, &machine->string_length, fragment.str ? fragment.str : "",
		fragment.len);
	return fragment.final;
}

static int on_osc(int command, VTermStringFragment fragment, void *user)
{
	struct emulator *emulator = user;
	char number[16];
	if (fragment.initial) {
		emulator->machine->string_length = 0;
		append(&emulator->machine->string, &emulator->machine->string_length, number,
			(size_t)snprintf(number, sizeof(number), "%d;", command));
	}
	if (gather(emulator, fragment))
		handle_command(
			emulator, emulator->machine->string, emulator->machine->string_length);
	return 1;
}

static int on_dcs(const char *command, size_t length, VTermStringFragment fragment, void *user)
{
	if (fragment.initial)
		log_unknown(user, "DCS ", command, length);
	return 1;
}

static void set_title(struct emulator *emulator, const VTermValue *value)
{
	if (value->string.initial)
		emulator->machine->string_length = 0;
	if (gather(emulator, value->string)) {
		free(emulator->title);
		emulator->title = strdup(emulator->machine->string);
	}
}

static const VTermStateFallbacks unknown_callbacks = {
	.control = on_control,
	.csi = on_csi,
	.osc = on_osc,
	.dcs = on_dcs,
};

#else

static int on_osc(const char *command, size_t length, void *user)
{
	handle_command(user, command, length);
	return 1;
}

static int on_dcs(const char *command, size_t length, void *user)
{
	log_unknown(user, "DCS ", command, length);
	return 1;
}

static int on_escape(const char *bytes, size_t length, void *user)
{
	log_unknown(user, "ESC ", bytes, length);
	return 1;
}

static void set_title(struct emulator *emulator, const VTermValue *value)
{
	free(emulator->title);
	emulator->title = strdup(value->string);
}

static const VTermParserCallbacks unknown_callbacks = {
	.control = on_control,
	.escape = on_escape,
	.csi = on_csi,
	.osc = on_osc,
	.dcs = on_dcs,
};

#endif

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct emulator *emulator = user;
	switch (property) {
	case VTERM_PROP_TITLE:
		set_title(emulator, value);
		break;
	case VTERM_PROP_ALTSCREEN:
		emulator->alternate_screen = value->boolean;
		break;
	case VTERM_PROP_MOUSE:
		emulator->mouse = value->number;
		break;
	default:
		break;
	}
	return 1;
}

static const VTermScreenCallbacks screen_callbacks = {
	.damage = on_damage,
	.moverect = on_move,
	.settermprop = on_property,
	.resize = on_resize,
};

/* Life */

static void start_machine(struct emulator *emulator)
{
	struct emulator_machine *machine = emulator->machine;
	machine->vterm = vterm_new(emulator->rows, emulator->columns);
	vterm_set_utf8(machine->vterm, 1);
	machine->screen = vterm_obtain_screen(machine->vterm);
	vterm_screen_enable_altscreen(machine->screen, 1);
	vterm_screen_set_callbacks(machine->screen, &screen_callbacks, emulator);
	vterm_screen_set_unrecognised_fallbacks(machine->screen, &unknown_callbacks, emulator);
	vterm_screen_set_damage_merge(machine->screen, VTERM_DAMAGE_CELL);
	vterm_screen_reset(machine->screen, 1);
}

struct emulator *emulator_create(int rows, int columns)
{
	struct emulator *emulator = allocate(1, sizeof(*emulator));
	struct emulator_machine *machine = allocate(1, sizeof(*machine));
	*emulator = (struct emulator){
		.rows = rows,
		.columns = columns,
		.cursor_visible = true,
		.title = strdup(""),
		.machine = machine,
	};
	for (int i = 0; i < 2; i++)
		machine->links[i] = allocate((size_t)rows * (size_t)columns, sizeof(int));
	machine->log = open_memstream(&emulator->unknown, &machine->log_length);
	if (!machine->log)
		abort();
	fflush(machine->log);
	start_machine(emulator);
	return emulator;
}

void emulator_set_8_bit(struct emulator *emulator)
{
	vterm_set_utf8(emulator->machine->vterm, 0);
	/* Takes over the character sets of that mode. */
	vterm_screen_reset(emulator->machine->screen, 1);
}

void emulator_destroy(struct emulator *emulator)
{
	struct emulator_machine *machine;
	if (!emulator)
		return;
	machine = emulator->machine;
	vterm_free(machine->vterm);
	for (int i = 0; i < machine->target_count; i++)
		free(machine->targets[i]);
	free(machine->targets);
	free(machine->links[0]);
	free(machine->links[1]);
	free(machine->held);
	free(machine->string);
	fclose(machine->log);
	free(machine);
	free(emulator->unknown);
	free(emulator->title);
	free(emulator);
}

static void move_cursor(struct emulator *emulator, int row, int column)
{
	char sequence[64];
	int length = snprintf(sequence, sizeof(sequence), "\033[%d;%dH", row + 1, column + 1);
	vterm_input_write(emulator->machine->vterm, sequence, (size_t)length);
}

/*
 * libvterm 0.1 crashes afterwards if the scrolling region is larger than the screen then (other
 * terminals forget it), and when it has moved the cursor to a negative row. A sequence is never
 * half written when this writes others, see emulator_feed().
 */
void emulator_resize(struct emulator *emulator, int rows, int columns)
{
	VTerm *vterm = emulator->machine->vterm;
	int row;
	int column;
	emulator_cursor(emulator, &row, &column);
	vterm_input_write(vterm, "\033[r", 3);
	move_cursor(emulator, row, column);
	vterm_set_size(vterm, rows, columns);
	emulator_cursor(emulator, &row, &column);
	move_cursor(emulator, row > 0 ? row : 0, column > 0 ? column : 0);
}

/* Input and replies */

/*
 * libvterm 0.1 loses most of a control string, and a character, that comes in two pieces, so it
 * gets them whole. It crashes on a double-width character where there is one column only, which
 * a program may write that has yet to learn of its new size. Unlike other terminals, it also takes
 * the cursor's visibility for a part of what DECSC saves.
 */
void emulator_feed(struct emulator *emulator, const char *bytes, size_t length)
{
	struct emulator_machine *machine = emulator->machine;
	size_t ready;
	size_t used;
	append(&machine->held, &machine->held_length, bytes, length);
	ready = stream_whole_length(machine->held, machine->held_length);
	stream_read_cursor(machine->held, ready, &emulator->cursor_visible);
	used = emulator->columns > 1 ? ready : stream_narrow(machine->held, ready);
	vterm_input_write(machine->vterm, machine->held, used);
	machine->held_length -= ready;
	memmove(machine->held, machine->held + ready, machine->held_length);
}

size_t emulator_take_replies(struct emulator *emulator, char *bytes, size_t size)
{
	return vterm_output_read(emulator->machine->vterm, bytes, size);
}

/* Screen */

void emulator_write_row(struct emulator *emulator, int row, FILE *stream)
{
	int blanks = 0;
	for (int column = 0; column < emulator->columns; column++) {
		VTermRect cell = {row, row + 1, column, column + 1};
		char text[VTERM_MAX_CHARS_PER_CELL * 4];
		size_t length =
			vterm_screen_get_text(emulator->machine->screen, text, sizeof(text), cell);

		if (cell_at(emulator, row, column).chars[0] == WIDE_TAIL)
			continue;
		if (length == 0 || (length == 1 && text[0] == ' ')) {
			blanks++;
			continue;
		}
		fprintf(stream, "%*s", blanks, "");
		fwrite(text, 1, length, stream);
		blanks = 0;
	}
}

static int attribute_bits(const VTermScreenCell *cell)
{
	return (cell->attrs.bold ? 1 : 0) + (cell->attrs.underline ? 2 : 0) +
	       (cell->attrs.reverse ? 4 : 0);
}

void emulator_write_attributes(struct emulator *emulator, int row, FILE *stream)
{
	static const char letters[] = ".BUWRbuw";
	int plain = 0;
	int bits = 0;
	for (int column = 0; column < emulator->columns; column++) {
		VTermScreenCell cell = cell_at(emulator, row, column);

		/* The right half of a character has none of its own. */
		if (cell.chars[0] != WIDE_TAIL)
			bits = attribute_bits(&cell);
		if (bits == 0) {
			plain++;
			continue;
		}
		for (; plain > 0; plain--)
			fputc('.', stream);
		fputc(letters[bits], stream);
	}
}

static int colour_number(const VTermColor *colour, bool is_default)
{
	if (is_default)
		return TERMINAL_COLOUR_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(colour))
		return colour->indexed.idx;
	return TERMINAL_COLOUR_RGB | colour->rgb.red << 16 | colour->rgb.green << 8 |
	       colour->rgb.blue;
}

/* The cell whose colours this one shows: that on the left for the right half of a character. */
static VTermScreenCell coloured_cell(struct emulator *emulator, int row, int column)
{
	VTermScreenCell cell = cell_at(emulator, row, column);
	return cell.chars[0] == WIDE_TAIL && column > 0 ? cell_at(emulator, row, column - 1) : cell;
}

int emulator_foreground(struct emulator *emulator, int row, int column)
{
	VTermScreenCell cell = coloured_cell(emulator, row, column);
	return colour_number(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
}

int emulator_background(struct emulator *emulator, int row, int column)
{
	VTermScreenCell cell = coloured_cell(emulator, row, column);
	return colour_number(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
}

const char *emulator_link(struct emulator *emulator, int row, int column)
{
	int link = *link_of(emulator, row, column);
	return link > 0 ? emulator->machine->targets[link - 1] : NULL;
}

static bool row_is_whole(struct emulator *emulator, int row)
{
	for (int column = 0; column < emulator->columns; column++) {
		uint32_t character = cell_at(emulator, row, column).chars[0];
		bool wide = character != WIDE_TAIL && wcwidth((wchar_t)character) == 2;
		bool tail = column + 1 < emulator->columns &&
			    cell_at(emulator, row, column + 1).chars[0] == WIDE_TAIL;

		if (wide != tail)
			return false;
	}
	return true;
}

bool emulator_wide_characters_whole(struct emulator *emulator)
{
	/* wcwidth() is that of the locale, and the test's may be another. */
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	locale_t before = uselocale(utf8);
	bool whole = true;
	for (int row = 0; row < emulator->rows && whole; row++)
		whole = row_is_whole(emulator, row);
	uselocale(before);
	freelocale(utf8);
	return whole;
}

void emulator_cursor(struct emulator *emulator, int *row, int *column)
{
	VTermPos position;

	vterm_state_get_cursorpos(vterm_obtain_state(emulator->machine->vterm), &position);
	*row = position.row;
	*column = position.col;
}
