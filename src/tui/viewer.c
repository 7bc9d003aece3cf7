#include "tui/viewer.h"

#include "base/url.h"
#include "host/opener.h"
#include "host/signals.h"
#include "tui/draw.h"
#include "tui/help.h"
#include "tui/screen.h"
#include "tui/view.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	STATUS_OF_SIGNAL = 128,
	MESSAGE_BYTES_MOST = 4096, /* more than the longest address that is opened */
};

struct viewer {
	struct screen *screen;
	const struct keymap *keymap;
	int input;
	int signals;
	struct view view;
	struct view help;
	struct doc help_doc;
	struct arena help_arena;
	bool shows_help;
	bool stale;            /* what is to be seen is not what was drawn */
	bool expects_continue; /* SIGCONT is on its way for what is done already */
	struct drawn drawn;
	bool ended;
	int status;
};

static struct view *shown(struct viewer *viewer)
{
	return viewer->shows_help ? &viewer->help : &viewer->view;
}

static void draw(struct viewer *viewer)
{
	const struct view *view = shown(viewer);
	draw_view(view, screen_canvas(viewer->screen), &viewer->drawn);
	screen_show(viewer->screen, draw_cursor_row(view), 0, false);
	viewer->stale = false;
}

static void end(struct viewer *viewer, int status)
{
	viewer->ended = true;
	viewer->status = status;
}

/* Formats as printf(3). */
__attribute__((format(printf, 2, 3))) static void tell(
	struct viewer *viewer, const char *format, ...)
{
	char message[MESSAGE_BYTES_MOST];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	view_tell(shown(viewer), text_from(message));
	viewer->stale = true;
}

static void open_help(struct viewer *viewer)
{
	const struct canvas *canvas = screen_canvas(viewer->screen);
	if (!viewer->help.doc) {
		help_make(&viewer->help_doc, &viewer->help_arena, viewer->keymap);
		view_init(&viewer->help, &viewer->help_doc, 3, canvas->rows, canvas->columns);
		viewer->help.is_help = true;
	}
	viewer->shows_help = true;
}

static void toggle_help(struct viewer *viewer)
{
	if (viewer->shows_help)
		viewer->shows_help = false;
	else
		open_help(viewer);
}

static void resize(struct viewer *viewer)
{
	const struct canvas *canvas = screen_canvas(viewer->screen);
	if (canvas->rows == viewer->view.rows && canvas->columns == viewer->view.columns)
		return;
	view_resize(&viewer->view, canvas->rows, canvas->columns);
	if (viewer->help.doc)
		view_resize(&viewer->help, canvas->rows, canvas->columns);
	drawn_forget(&viewer->drawn);
	viewer->stale = true;
}

static void forget_screen(struct viewer *viewer)
{
	drawn_forget(&viewer->drawn);
	screen_invalidate(viewer->screen);
}

static void redraw(struct viewer *viewer)
{
	forget_screen(viewer);
	draw(viewer);
}

/* Terminals drop or move what no longer fits, even if the size is the old one again by now. */
static void follow_window(struct viewer *viewer)
{
	screen_measure(viewer->screen);
	resize(viewer);
	forget_screen(viewer);
}

static void take_terminal_back(struct viewer *viewer)
{
	screen_return(viewer->screen);
	resize(viewer);
	redraw(viewer);
}

static void suspend(struct viewer *viewer)
{
	screen_leave(viewer->screen);
	signals_stop();
	/* What comes with going on again is done here. */
	viewer->expects_continue = true;
	take_terminal_back(viewer);
}

/* What asks this program to end while another has the terminal ends that one first. */
static void pass_signals_on(struct viewer *viewer, pid_t process)
{
	for (int number = signals_next(); number; number = signals_next()) {
		if (number != SIGTERM && number != SIGHUP)
			continue;
		end(viewer, STATUS_OF_SIGNAL + number);
		signals_wait();
		kill(process, number);
	}
}

static void run_in_terminal(struct viewer *viewer, const struct opener *opener)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction interrupt;
	struct sigaction leave;
	sigemptyset(&ignore.sa_mask);
	/* What the reader types is meant for the browser. */
	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &leave);
	screen_leave(viewer->screen);
	pid_t process = opener_start(opener);
	while (process > 0 && waitpid(process, NULL, 0) < 0 && errno == EINTR)
		pass_signals_on(viewer, process);
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &leave, NULL);
	take_terminal_back(viewer);
}

static void follow(struct viewer *viewer)
{
	struct arena arena = {0};
	struct text url;
	struct text written = doc_link(shown(viewer)->doc, view_link(shown(viewer)))->url;
	struct opener opener;

	if (!url_make_safe(written, &arena, &url)) {
		tell(viewer, "Not an address that can be opened: %s",
			arena_copy(&arena, written).bytes);
		arena_finish(&arena);
		return;
	}
	opener_choose(&opener, url.bytes);
	if (opener.kind == OPENER_NONE)
		tell(viewer, "%s", url.bytes);
	else if (opener.kind == OPENER_TERMINAL)
		run_in_terminal(viewer, &opener);
	else
		tell(viewer, "%s %s", opener_start(&opener) > 0 ? "Opening" : "Could not open",
			url.bytes);
	arena_finish(&arena);
}

static void handle_effects(struct viewer *viewer, unsigned effects)
{
	if (effects & EFFECT_QUIT) {
		if (viewer->shows_help)
			toggle_help(viewer);
		else
			end(viewer, EXIT_SUCCESS);
	}
	if (effects & EFFECT_HELP)
		toggle_help(viewer);
	if (effects & EFFECT_CANCEL)
		viewer->shows_help = false;
	if (effects & EFFECT_FOLLOW)
		follow(viewer);
	if (effects & EFFECT_SUSPEND)
		suspend(viewer);
	if (effects & EFFECT_REDRAW)
		redraw(viewer);
}

static void handle_key(struct viewer *viewer, uint32_t input)
{
	enum action action = keymap_find(viewer->keymap, &input, 1).action;
	int argument = input >= '1' && input <= '9' ? (int)(input - '0') : 0;
	unsigned effects = view_apply(shown(viewer), action, argument);
	viewer->stale = viewer->stale || effects != EFFECT_NONE;
	handle_effects(viewer, effects);
}

/* Handles all keys that came; false if there was none. */
static bool handle_keys(struct viewer *viewer)
{
	bool any = false;
	uint32_t input;
	while (!viewer->ended && (input = screen_read(viewer->screen)) != SCREEN_NO_KEY) {
		any = true;
		if (input == SCREEN_RESIZED)
			resize(viewer);
		else
			handle_key(viewer, input);
	}
	return any;
}

/* A browser that could not open the address should not leave the reader waiting. */
static void reap(struct viewer *viewer)
{
	int status;
	while (waitpid(-1, &status, WNOHANG) > 0) {
		if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
			tell(viewer, "The browser ended with status %d; o tries again",
				WEXITSTATUS(status));
	}
}

static void handle_signals(struct viewer *viewer)
{
	for (int number = signals_next(); number; number = signals_next()) {
		switch (number) {
		case SIGTSTP:
			suspend(viewer);
			break;
		case SIGCONT:
			if (!viewer->expects_continue)
				redraw(viewer);
			viewer->expects_continue = false;
			break;
		case SIGCHLD:
			reap(viewer);
			break;
		case SIGWINCH:
			follow_window(viewer);
			break;
		case SIGPIPE:
			break;
		default:
			end(viewer, STATUS_OF_SIGNAL + number);
		}
	}
}

/* Nothing to restore, and no one to tell: touching a dead terminal could only hang. */
static void give_up(void)
{
	_exit(STATUS_OF_SIGNAL + SIGHUP);
}

static void wait_for_news(struct viewer *viewer)
{
	struct pollfd sources[] = {{viewer->input, POLLIN, 0}, {viewer->signals, POLLIN, 0}};
	int ready = poll(sources, 2, -1);
	if (ready < 0 && errno != EINTR)
		give_up();
	if (ready > 0 && sources[0].revents & (POLLHUP | POLLERR | POLLNVAL))
		give_up();
	if (ready > 0 && sources[1].revents)
		handle_signals(viewer);
	bool expects_keys = ready > 0 && sources[0].revents;
	if (!handle_keys(viewer) && expects_keys && screen_is_dead(viewer->screen))
		give_up();
}

static void finish(struct viewer *viewer)
{
	screen_close(viewer->screen);
	signals_end();
	drawn_finish(&viewer->drawn);
	view_finish(&viewer->view);
	if (viewer->help.doc)
		view_finish(&viewer->help);
	arena_finish(&viewer->help_arena);
}

int viewer_run(const struct doc *doc, const struct viewer_settings *settings)
{
	struct viewer viewer = {.input = settings->input, .keymap = settings->keymap};
	viewer.signals = signals_begin(screen_rescue);
	if (viewer.signals < 0)
		return VIEWER_NO_TERMINAL;
	viewer.screen = screen_open(&(struct screen_settings){.input = settings->input});
	if (!viewer.screen) {
		signals_end();
		return VIEWER_NO_TERMINAL;
	}
	const struct canvas *canvas = screen_canvas(viewer.screen);
	view_init(&viewer.view, doc, settings->level, canvas->rows, canvas->columns);
	if (settings->message.length)
		view_tell(&viewer.view, settings->message);
	viewer.stale = true;
	while (!viewer.ended) {
		if (viewer.stale)
			draw(&viewer);
		wait_for_news(&viewer);
	}
	finish(&viewer);
	return viewer.status;
}
