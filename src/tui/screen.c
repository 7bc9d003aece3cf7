#include "tui/screen.h"

#include "base/memory.h"
#include "base/unicode.h"
#include "dialogue.h"
#include "frame.h"
#include "keyboard.h"
#include "link_slots.h"
#include "rescue.h"
#include "terminal_entry.h"
#include "terminal_fallback.h"
#include "terminal_name.h"
#include "terminal_text.h"
#include "terminal_traits.h"
#include "theme.h"
#include "window_size.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/* term.h has macros of these names for capabilities. */
#undef columns
#undef lines

enum {
	COLORS_ANSI = 8,
	PAIR_LINK = 1, /* pairs of colours */
	PAIR_BLACK_ON_WHITE,
	PAIR_WHITE_ON_BLACK,
	PAIR_SLOTS = 8, /* and the number of a slot */
	PAIR_COLUMNS = PAIR_SLOTS + PLACEHOLDER_SLOTS,
	PAIR_COUNT = PAIR_COLUMNS + PLACEHOLDER_COLUMNS,
};

struct screen {
	struct canvas canvas; /* first: the canvas's functions find the screen by it */
	struct screen_settings settings;
	SCREEN *terminal;
	struct frame frame;
	struct keyboard keyboard;
	struct terminal_event click;
	struct dialogue dialogue;
	bool away;
	bool types;     /* the cursor is visible */
	int adrift_row; /* where text ended that the terminal may have ended elsewhere, or -1 */
	int adrift_column;
	bool has_italics;
	bool has_ink;
	bool wants_colors;
	int colors;    /* that can be used, without those of placeholders */
	bool extended; /* curses writes placeholders */
	struct link_slots slots;
	int ready_slots; /* those below have a pair of colours */
	struct placeholder_links links;
};

/* A capability of the terminal, or NULL. */
static const char *string_of(const char *capability)
{
	const char *string = tigetstr(capability);
	return string == (const char *)-1 ? NULL : string;
}

void screen_rescue(void)
{
	rescue_now();
}

/* What leaves the terminal as it was, link and all: op closes those, see placeholder.h. */
static void prepare_rescue(const struct screen *screen)
{
	static const char *const capabilities[] = {"sgr0", "op", "rmcup", "cnorm"};
	rescue_add(dialogue_rescue(&screen->dialogue));
	for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
		rescue_add(text_from(string_of(capabilities[i])));
	rescue_arm(true);
}

/* Colours */

static bool set_pair(short pair, int foreground, int background)
{
	return init_pair(pair, (short)foreground, (short)background) == OK;
}

/* Takes over another accent; true if it is another than before. */
static bool choose_accent(struct screen *screen)
{
	int accent = THEME_NO_COLOR;
	if (screen_has_colors(screen))
		accent = theme_accent(
			screen->settings.theme, screen->dialogue.background, screen->colors);
	/* THEME_NO_COLOR is the terminal's own to curses, which writes anew what has the pair. */
	if (accent == screen->links.accent || !set_pair(PAIR_LINK, accent, -1))
		return false;
	screen->links.accent = accent;
	screen_forget_links(screen);
	return true;
}

static bool init_ink(int colors, short pair, enum ink ink)
{
	int foreground;
	int background;
	return theme_ink(ink, colors, &foreground, &background) &&
	       set_pair(pair, foreground, background);
}

static void init_colors(struct screen *screen)
{
	screen->links.accent = THEME_NO_COLOR;
	screen->wants_colors = terminal_wants_colors(screen->settings.color, getenv);
	/* GNU screen shows italics as reverse video. */
	screen->has_italics = string_of("sitm") && strncmp(termname(), "screen", 6) != 0;
	/*
	 * Coming back from others, curses would reset the colours of the terminal that the reader
	 * may have chosen (xterm's OSC 104), though nothing here changes them.
	 */
	if (string_of("oc"))
		*tigetstr("oc") = '\0';
	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
		screen->colors = 0;
	else if (!set_pair(PAIR_LINK, -1, -1))
		screen->colors = 0;
	screen->has_ink = init_ink(screen->colors, PAIR_BLACK_ON_WHITE, INK_BLACK_ON_WHITE) &&
			  init_ink(screen->colors, PAIR_WHITE_ON_BLACK, INK_WHITE_ON_BLACK);
	choose_accent(screen);
}

bool screen_has_colors(const struct screen *screen)
{
	return screen->wants_colors && screen->colors >= COLORS_ANSI;
}

void screen_set_theme(struct screen *screen, enum theme theme)
{
	screen->settings.theme = theme;
	choose_accent(screen);
}

void screen_forget_links(struct screen *screen)
{
	/* Curses writes everything anew, over what is there: it does not know how links look. */
	if (screen->extended)
		wredrawln(stdscr, 0, getmaxy(stdscr));
}

/* The canvas */

static attr_t attributes_of(const struct screen *screen, struct appearance appearance)
{
	static const attr_t of_bits[] = {A_BOLD, A_DIM, A_ITALIC, A_UNDERLINE, A_REVERSE};
	unsigned bits = theme_attributes(appearance);
	attr_t attributes = A_NORMAL;
	if (!screen->has_italics)
		bits &= ~(unsigned)ATTRIBUTE_ITALIC;
	if (appearance.ink == INK_BLACK_ON_WHITE && !screen->has_ink)
		bits = ATTRIBUTE_REVERSE;
	for (size_t i = 0; i < sizeof of_bits / sizeof *of_bits; i++) {
		if (bits >> i & 1)
			attributes |= of_bits[i];
	}
	return attributes;
}

struct cell {
	wchar_t characters[CCHARW_MAX + 1];
	attr_t attributes;
	short pair;
};

static struct cell read_cell(WINDOW *window, int row, int column)
{
	cchar_t complex;
	struct cell cell = {{0}, A_NORMAL, 0};
	if (mvwin_wch(window, row, column, &complex) != ERR)
		getcchar(&complex, cell.characters, &cell.attributes, &cell.pair, NULL);
	return cell;
}

/* Marks the slots of links that are on a window. */
static void find_slots(WINDOW *window, bool seen[PLACEHOLDER_SLOTS])
{
	int cursor_row;
	int cursor_column;
	getyx(window, cursor_row, cursor_column);
	for (int row = 0; row < getmaxy(window); row++) {
		for (int column = 0; column < getmaxx(window); column++) {
			int slot = read_cell(window, row, column).pair - PAIR_SLOTS;
			if (slot > 0 && slot < PLACEHOLDER_SLOTS)
				seen[slot] = true;
		}
	}
	wmove(window, cursor_row, cursor_column);
}

/* The slot for a link, or 0 if there is none: then it is text like other text to the terminal. */
static int slot_of(struct screen *screen, uint32_t link)
{
	int slot = link_slots_take(&screen->slots, link);
	if (!slot) {
		bool seen[PLACEHOLDER_SLOTS] = {false};
		find_slots(stdscr, seen);
		find_slots(curscr, seen);
		link_slots_keep(&screen->slots, seen);
		slot = link_slots_take(&screen->slots, link);
	}
	for (; screen->ready_slots <= slot; screen->ready_slots++) {
		if (!set_pair((short)(PAIR_SLOTS + screen->ready_slots),
			    PLACEHOLDER_BASE + screen->ready_slots, -1))
			return 0;
	}
	return slot;
}

static short pair_of(struct screen *screen, struct appearance appearance)
{
	if (appearance.ink != INK_THEME) {
		if (!screen->has_ink)
			return 0;
		return appearance.ink == INK_BLACK_ON_WHITE ? PAIR_BLACK_ON_WHITE
							    : PAIR_WHITE_ON_BLACK;
	}
	if (!appearance.link)
		return 0;
	int slot = screen->links.address ? slot_of(screen, appearance.link) : 0;
	if (slot)
		return (short)(PAIR_SLOTS + slot);
	return screen_has_colors(screen) ? PAIR_LINK : 0;
}

static void clear_row(struct canvas *canvas, int row)
{
	((struct screen *)canvas)->adrift_row = -1;
	attr_set(A_NORMAL, 0, NULL);
	move(row, 0);
	clrtoeol();
}

static void put_ascii(struct text text)
{
	struct buffer ascii = {0};
	terminal_text_ascii(text, &ascii);
	addnstr(ascii.bytes, (int)ascii.length);
	buffer_finish(&ascii);
}

/* A blank that brings the cursor to where curses has it: see placeholder.h. */
static void put_anchor(attr_t attributes)
{
	int column = getcurx(stdscr);
	short pair = (short)(PAIR_COLUMNS + column);
	set_pair(pair, PLACEHOLDER_BASE + PLACEHOLDER_SLOTS + column, -1);
	attr_set(attributes, pair, NULL);
	addch(' ');
}

/*
 * Puts text behind or within which the terminal's cursor may be elsewhere. Each blank in it, and
 * behind it if there is one, is an anchor.
 */
static void put_adrift(struct screen *screen, struct text text, attr_t attributes, short pair)
{
	for (;;) {
		size_t end = text_find(text, 0, ' ');
		attr_set(attributes, pair, NULL);
		addnstr(text.bytes, (int)end);
		if (end == text.length)
			break;
		put_anchor(attributes);
		text = text_slice(text, end + 1, text.length);
	}
	getyx(stdscr, screen->adrift_row, screen->adrift_column);
	if (screen->adrift_column < screen->canvas.columns)
		put_anchor(A_NORMAL);
}

static void put_text(struct canvas *canvas, int row, int column, struct text text, int width,
	struct appearance appearance)
{
	struct screen *screen = (struct screen *)canvas;
	attr_t attributes = attributes_of(screen, appearance);
	short pair = pair_of(screen, appearance);
	bool plain = text.length == (size_t)width;
	bool adrift = (row == screen->adrift_row && column == screen->adrift_column) ||
		      (!plain && unicode_has_spacing_marks(text));
	attr_set(attributes, pair, NULL);
	move(row, column);
	if (!plain && canvas->ascii)
		put_ascii(text);
	else if (adrift && screen->extended)
		put_adrift(screen, text, attributes, pair);
	else
		addnstr(text.bytes, (int)text.length);
}

static void take_size(struct screen *screen)
{
	screen->canvas.rows = LINES;
	screen->canvas.columns = COLS;
}

/* Opening */

/* Keys are read without curses: see terminal_input.h. */
static void set_modes(const struct keyboard *keyboard)
{
	cbreak();
	noecho();
	nonl();
	/* Frames are drawn to their end, whatever is typed meanwhile. */
	typeahead(-1);
	keyboard_set_modes(keyboard);
	def_prog_mode();
}

/* Leaves the description open if it will do. */
static enum terminal_ability examine_terminal(const char *name)
{
	int found;
	if (setupterm(name, STDOUT_FILENO, &found) != OK) {
		/* 1: a hard-copy terminal; 0 and -1: no such name, no descriptions at all. */
		return found == 1 ? TERMINAL_POOR : TERMINAL_UNKNOWN;
	}
	if (string_of("cup") && string_of("clear") && tigetflag("gn") <= 0 &&
		tigetflag("hc") <= 0 && tigetflag("os") <= 0)
		return TERMINAL_FULL;
	del_curterm(cur_term);
	return TERMINAL_POOR;
}

/* The description that is open, with placeholders in it, as a value for TERMINFO. */
static bool extend_description(const char *name, struct buffer *value)
{
	static const struct terminal_source source = {
		.flags = (const char *const *)boolnames,
		.numbers = (const char *const *)numnames,
		.strings = (const char *const *)strnames,
		.flag = tigetflag,
		.number = tigetnum,
		.string = string_of,
	};
	return placeholder_describe(name, &source, PAIR_COUNT, value);
}

/* Opens the terminal under the name whose description is open. */
static void start_curses(struct screen *screen, const char *name)
{
	struct buffer value = {0};
	screen->colors = tigetnum("colors");
	/* Where there are more, only the first mean the same as elsewhere. */
	if (screen->colors > PLACEHOLDER_BASE)
		screen->colors = COLORS_ANSI;
	bool wanted = screen->dialogue.modern || screen->links.address;
	bool extends = wanted && screen->frame.memory >= 0 && extend_description(name, &value);
	if (extends)
		terminal_place_set(value.bytes);
	del_curterm(cur_term);
	window_size_tell();
	screen->terminal = newterm(name, screen->frame.stream, screen->keyboard.stream);
	window_size_forget();
	/* Some systems do not take descriptions from the environment. */
	const char *foreground = screen->terminal ? string_of("setaf") : NULL;
	screen->extended = extends && foreground && strstr(foreground, PLACEHOLDER_CLOSE);
	buffer_finish(&value);
}

static void open_terminal(struct screen *screen)
{
	struct terminal_name chosen = terminal_name_choose(getenv("TERM"), examine_terminal);
	if (!chosen.name)
		return;
	rescue_begin(STDOUT_FILENO);
	struct terminal_place place = terminal_place_keep();
	if (chosen.embedded)
		terminal_place_set(terminal_fallback);
	if (!chosen.embedded || examine_terminal(chosen.name) == TERMINAL_FULL)
		start_curses(screen, chosen.name);
	terminal_place_restore(&place);
}

static void free_screen(struct screen *screen)
{
	keyboard_close(&screen->keyboard);
	frame_close(&screen->frame);
	free(screen);
}

/* What is known of the terminal before its description is read. */
static void judge_terminal(struct screen *screen)
{
	const struct screen_settings *settings = &screen->settings;
	const char *name = getenv("TERM") ? getenv("TERM") : "";
	dialogue_init(&screen->dialogue, name);
	screen->canvas.ascii = settings->ascii || terminal_is_ascii(name);
	screen->links.slots = screen->slots.links;
	screen->links.context = settings->context;
	if (terminal_wants_hyperlinks(settings->hyperlinks, name, getenv))
		screen->links.address = settings->address;
}

struct screen *screen_open(const struct screen_settings *settings)
{
	struct screen *screen = memory_allocate(sizeof *screen);
	*screen = (struct screen){.canvas = {.clear = clear_row, .put = put_text},
		.settings = *settings,
		.ready_slots = 1};
	judge_terminal(screen);
	if (keyboard_open(&screen->keyboard, settings->input) &&
		frame_open(&screen->frame, STDOUT_FILENO))
		open_terminal(screen);
	if (!screen->terminal) {
		free_screen(screen);
		return NULL;
	}
	if (!screen->extended)
		screen->links.address = NULL;
	prepare_rescue(screen);
	set_modes(&screen->keyboard);
	terminal_input_learn(&screen->keyboard.input, string_of);
	frame_begin(&screen->frame);
	dialogue_add_start(&screen->dialogue, &screen->frame.more);
	curs_set(0);
	init_colors(screen);
	take_size(screen);
	return screen;
}

struct canvas *screen_canvas(struct screen *screen)
{
	return &screen->canvas;
}

/* Writing */

static void end_frame(struct screen *screen)
{
	frame_end(&screen->frame, screen->extended ? &screen->links : NULL);
}

void screen_show(struct screen *screen, int row, int column, bool types)
{
	frame_begin(&screen->frame);
	if (types != screen->types)
		curs_set(types);
	screen->types = types;
	/* Where the cursor is, hidden or not, is what screen readers and magnifiers follow. */
	move(row, column);
	refresh();
	end_frame(screen);
}

void screen_send(struct screen *screen, struct text sequence)
{
	frame_send(&screen->frame, sequence);
}

void screen_invalidate(struct screen *screen)
{
	(void)screen;
	clearok(curscr, TRUE);
}

void screen_set_mouse(struct screen *screen, bool on)
{
	struct dialogue *dialogue = &screen->dialogue;
	if (!dialogue->answers || on == dialogue->mouse)
		return;
	dialogue->mouse = screen->keyboard.input.mouse = on;
	if (!screen->away)
		screen_send(screen, dialogue_mouse(on));
}

/* Questions */

/* The character that the cursor is on if it is plain, in the first column and as wide, or 0. */
static uint32_t plain_character(void)
{
	int column = getcurx(stdscr);
	struct cell cell = read_cell(stdscr, getcury(stdscr), 0);
	bool plain = !cell.characters[1] && cell.attributes == A_NORMAL && cell.pair == 0;
	return plain && !column && wcwidth(*cell.characters) == 1 ? (uint32_t)*cell.characters : 0;
}

void screen_ask(struct screen *screen)
{
	struct buffer questions = {0};
	if (screen->away)
		return;
	dialogue_ask(&screen->dialogue, screen->canvas.ascii ? 0 : plain_character(), &questions);
	if (questions.length) {
		keyboard_expect_answers(&screen->keyboard);
		screen_send(screen, buffer_text(&questions));
	}
	buffer_finish(&questions);
}

/* True if it changes what can be drawn or how it looks. */
static bool learn(struct screen *screen, struct reply reply)
{
	if (!dialogue_learn(&screen->dialogue, reply))
		return false;
	if (!screen->dialogue.is_8_bit || screen->canvas.ascii)
		return choose_accent(screen);
	screen->canvas.ascii = true;
	/* Nobody knows what the terminal made of what was drawn so far. */
	screen_invalidate(screen);
	return true;
}

/* Reading */

uint32_t screen_read(struct screen *screen)
{
	for (;;) {
		struct terminal_event event = keyboard_next(&screen->keyboard);
		switch (event.kind) {
		case TERMINAL_KEY:
			return event.key;
		case TERMINAL_CLICK:
			screen->click = event;
			return SCREEN_CLICKED;
		case TERMINAL_PASTE:
			return SCREEN_PASTED;
		case TERMINAL_REPLY:
			if (learn(screen, event.reply))
				return SCREEN_LEARNED;
			break;
		default:
			return SCREEN_NO_KEY;
		}
	}
}

struct text screen_pasted(const struct screen *screen)
{
	return buffer_text(&screen->keyboard.input.paste);
}

void screen_click(const struct screen *screen, int *row, int *column)
{
	*row = screen->click.row;
	*column = screen->click.column;
}

bool screen_is_dead(const struct screen *screen)
{
	return keyboard_is_dead(&screen->keyboard);
}

/* Lending */

void screen_measure(struct screen *screen)
{
	int rows;
	int columns;
	if (window_size_read(&rows, &columns) && is_term_resized(rows, columns))
		resizeterm(rows, columns);
	take_size(screen);
}

void screen_leave(struct screen *screen)
{
	if (screen->away)
		return;
	screen->away = true;
	rescue_arm(false);
	dialogue_add_end(&screen->dialogue, &screen->frame.more);
	end_frame(screen);
	keyboard_await_answers(&screen->keyboard);
	endwin();
}

void screen_return(struct screen *screen)
{
	screen->away = false;
	rescue_arm(true);
	reset_prog_mode();
	keyboard_flush(&screen->keyboard);
	dialogue_add_start(&screen->dialogue, &screen->frame.more);
	screen_measure(screen);
}

void screen_close(struct screen *screen)
{
	if (!screen)
		return;
	screen_leave(screen);
	delscreen(screen->terminal);
	free_screen(screen);
}
