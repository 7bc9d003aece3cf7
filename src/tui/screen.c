#include "tui/screen.h"

#include "base/memory.h"
#include "base/unicode.h"
#include "doc/doc.h"
#include "frame.h"
#include "terminal_name.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/* term.h has macros of these names for capabilities. */
#undef columns
#undef lines

enum {
	ESCAPE_DELAY = 25, /* milliseconds that tell the Escape key from the start of another */
	PAIR_ACCENT = 1,
	ACCENT_OF_256 = 31, /* reads on light and on dark, see HACKING.md */
	ROWS_MOST = 200,    /* larger windows are used in part, so that memory stays bounded */
	COLUMNS_MOST = 500,
};

struct screen {
	struct canvas canvas; /* first: the canvas's functions find the screen by it */
	SCREEN *terminal;
	FILE *input;
	FILE *output; /* curses writes to it; shares the terminal with standard output */
	struct frame frame;
	bool away;
	bool has_accent;
	bool has_italics;
};

/* What the rescue needs, kept where a signal handler may look. */
static struct {
	volatile bool taken;
	bool has_modes;
	struct termios modes;
	char sequence[512];
	size_t length;
} rescue;

static bool has_string(const char *capability)
{
	const char *string = tigetstr(capability);
	return string && string != (const char *)-1;
}

static void rescue_add(const char *capability)
{
	if (!has_string(capability))
		return;
	const char *string = tigetstr(capability);
	for (; *string && rescue.length + 1 < sizeof rescue.sequence; string++) {
		/* Padding is for terminals of the seventies, and tputs() is not safe in a handler.
		 */
		if (string[0] == '$' && string[1] == '<') {
			string = strchr(string, '>');
			if (!string)
				return;
			continue;
		}
		rescue.sequence[rescue.length++] = *string;
	}
}

static void rescue_prepare(void)
{
	rescue.length = 0;
	rescue_add("sgr0");
	rescue_add("op");
	rescue_add("rmkx");
	rescue_add("rmcup");
	rescue_add("cnorm");
	rescue.taken = true;
}

void screen_rescue(void)
{
	if (!rescue.taken)
		return;
	rescue.taken = false;
	(void)!write(STDOUT_FILENO, rescue.sequence, rescue.length);
	if (rescue.has_modes)
		tcsetattr(STDOUT_FILENO, TCSANOW, &rescue.modes);
}

static int accent_color(void)
{
	const char *no_color = getenv("NO_COLOR");
	if ((no_color && *no_color) || !has_colors() || start_color() == ERR)
		return -1;
	/* With eight colours there is none that reads on every background. */
	if (use_default_colors() == ERR || COLORS < 256)
		return -1;
	return ACCENT_OF_256;
}

/*
 * Coming back from others, curses would reset the colours of the terminal that the reader may have
 * chosen (xterm's OSC 104), though nothing here changes them.
 */
static void keep_palette(void)
{
	if (has_string("oc"))
		*tigetstr("oc") = '\0';
}

static void choose_colors(struct screen *screen)
{
	int accent = accent_color();
	keep_palette();
	screen->has_accent = accent >= 0 && init_pair(PAIR_ACCENT, (short)accent, -1) == OK;
	/* GNU screen shows italics as reverse video. */
	screen->has_italics = has_string("sitm") && strncmp(termname(), "screen", 6) != 0;
}

static attr_t attributes_of(const struct screen *screen, struct appearance appearance)
{
	static const attr_t of_roles[ROLE_COUNT_OF] = {
		[ROLE_NAME] = A_BOLD,
		[ROLE_HEADING] = A_BOLD,
		[ROLE_TITLE] = A_BOLD,
		[ROLE_COUNT] = A_DIM,
		[ROLE_PREVIEW] = A_DIM,
		[ROLE_RULE] = A_DIM,
	};
	attr_t attributes = of_roles[appearance.role];
	if (appearance.style & STYLE_STRONG)
		attributes |= A_BOLD;
	if (appearance.style & STYLE_EMPHASIS && screen->has_italics)
		attributes |= A_ITALIC;
	if (appearance.link)
		attributes |= A_UNDERLINE;
	if (appearance.focus)
		attributes |= A_REVERSE;
	return attributes;
}

static void clear_row(struct canvas *canvas, int row)
{
	(void)canvas;
	attr_set(A_NORMAL, 0, NULL);
	move(row, 0);
	clrtoeol();
}

static void put_wide(struct text text)
{
	wchar_t *characters = memory_allocate((text.length + 1) * sizeof *characters);
	int count = 0;
	for (size_t offset = 0; offset < text.length;) {
		size_t size;
		characters[count++] = (wchar_t)unicode_decode(text, offset, &size);
		offset += size;
	}
	addnwstr(characters, count);
	free(characters);
}

static void put_text(struct canvas *canvas, int row, int column, struct text text, int width,
	struct appearance appearance)
{
	struct screen *screen = (struct screen *)canvas;
	bool accented = appearance.link && screen->has_accent;
	attr_set(attributes_of(screen, appearance), accented ? PAIR_ACCENT : 0, NULL);
	move(row, column);
	if (text.length == (size_t)width)
		addnstr(text.bytes, (int)text.length);
	else
		put_wide(text);
}

static void take_size(struct screen *screen)
{
	screen->canvas.rows = LINES < ROWS_MOST ? LINES : ROWS_MOST;
	screen->canvas.columns = COLS < COLUMNS_MOST ? COLS : COLUMNS_MOST;
}

static void set_modes(int input)
{
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY);
	/* ^S would stop the output, and most readers do not know how to go on. */
	struct termios modes;
	if (tcgetattr(input, &modes) == 0) {
		modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
		tcsetattr(input, TCSANOW, &modes);
		def_prog_mode();
	}
}

static enum terminal_ability examine_terminal(const char *name)
{
	int found;
	if (setupterm(name, STDOUT_FILENO, &found) != OK) {
		/* 1: a hard-copy terminal; 0 and -1: no such name, no descriptions at all. */
		return found == 1 ? TERMINAL_POOR : TERMINAL_UNKNOWN;
	}
	bool full = has_string("cup") && has_string("clear") && tigetflag("gn") <= 0 &&
		    tigetflag("hc") <= 0 && tigetflag("os") <= 0;
	del_curterm(cur_term);
	return full ? TERMINAL_FULL : TERMINAL_POOR;
}

static SCREEN *open_terminal(FILE *output, FILE *input)
{
	const char *name = terminal_name_choose(getenv("TERM"), examine_terminal);
	if (!name)
		return NULL;
	/* They would freeze the size that curses believes in. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	rescue.has_modes = tcgetattr(STDOUT_FILENO, &rescue.modes) == 0;
	return newterm(name, output, input);
}

static void close_streams(struct screen *screen)
{
	if (screen->output)
		fclose(screen->output);
	if (screen->input && screen->input != stdin)
		fclose(screen->input);
	free(screen);
}

struct screen *screen_open(const struct screen_settings *settings)
{
	int input = settings->input;
	struct screen *screen = memory_allocate(sizeof *screen);
	*screen = (struct screen){.canvas = {.clear = clear_row, .put = put_text}};
	screen->input = input == STDIN_FILENO ? stdin : fdopen(input, "r");
	int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	screen->output = output >= 0 ? fdopen(output, "w") : NULL;
	if (screen->input && screen->output)
		screen->terminal = open_terminal(screen->output, screen->input);
	if (!screen->terminal) {
		close_streams(screen);
		return NULL;
	}
	frame_init(&screen->frame, output, STDOUT_FILENO);
	rescue_prepare();
	set_modes(input);
	frame_begin(&screen->frame);
	curs_set(0);
	choose_colors(screen);
	take_size(screen);
	return screen;
}

struct canvas *screen_canvas(struct screen *screen)
{
	return &screen->canvas;
}

void screen_show(struct screen *screen, int row, int column, bool types)
{
	(void)types;
	/* Where the cursor is, hidden or not, is what screen readers and magnifiers follow. */
	move(row, column);
	frame_begin(&screen->frame);
	refresh();
	frame_end(&screen->frame);
}

void screen_invalidate(struct screen *screen)
{
	(void)screen;
	clearok(curscr, TRUE);
}

static uint32_t translate_code(wint_t code)
{
	static const struct {
		wint_t code;
		uint32_t input;
	} codes[] = {
		{KEY_UP, INPUT_UP},
		{KEY_DOWN, INPUT_DOWN},
		{KEY_LEFT, INPUT_LEFT},
		{KEY_RIGHT, INPUT_RIGHT},
		{KEY_PPAGE, INPUT_PAGE_UP},
		{KEY_NPAGE, INPUT_PAGE_DOWN},
		{KEY_HOME, INPUT_HOME},
		{KEY_END, INPUT_END},
		{KEY_ENTER, INPUT_ENTER},
		{KEY_BTAB, INPUT_BACK_TAB},
		{KEY_F(1), INPUT_F1},
		{KEY_RESIZE, SCREEN_RESIZED},
	};
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
		if (codes[i].code == code)
			return codes[i].input;
	}
	/* A key all the same, which nothing is bound to. */
	return 0x110000 + 0x1000 + (uint32_t)code;
}

static uint32_t translate_character(wint_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return INPUT_ENTER;
	case '\t':
		return INPUT_TAB;
	case 27:
		return INPUT_ESCAPE;
	default:
		return (uint32_t)character;
	}
}

uint32_t screen_read(struct screen *screen)
{
	wint_t code;
	int kind = get_wch(&code);
	if (kind == ERR)
		return SCREEN_NO_KEY;
	uint32_t input = kind == KEY_CODE_YES ? translate_code(code) : translate_character(code);
	if (input == SCREEN_RESIZED)
		take_size(screen);
	return input;
}

bool screen_is_dead(const struct screen *screen)
{
	int descriptor = fileno(screen->input);
	struct pollfd state = {descriptor, POLLIN, 0};
	if (poll(&state, 1, 0) <= 0)
		return false;
	if (state.revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	char byte;
	ssize_t got = read(descriptor, &byte, 1);
	if (got == 1)
		ungetch((unsigned char)byte);
	return got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
}

void screen_measure(struct screen *screen)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col &&
		is_term_resized(size.ws_row, size.ws_col))
		resizeterm(size.ws_row, size.ws_col);
	take_size(screen);
}

void screen_leave(struct screen *screen)
{
	if (screen->away)
		return;
	screen->away = true;
	rescue.taken = false;
	frame_end(&screen->frame);
	endwin();
}

void screen_return(struct screen *screen)
{
	if (!screen->away)
		return;
	screen->away = false;
	rescue.taken = true;
	reset_prog_mode();
	flushinp();
	screen_measure(screen);
}

void screen_close(struct screen *screen)
{
	if (!screen)
		return;
	screen_leave(screen);
	frame_finish(&screen->frame);
	delscreen(screen->terminal);
	close_streams(screen);
}
