#include "tui/viewer.h"

#include "host/monotonic.h"
#include "host/signals.h"
#include "viewer_parts.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MESSAGE_BYTES_MOST = 4096 /* more than the longest address that is opened */ };

static void draw(struct viewer *viewer)
{
	if (viewer->shown_changes != viewer->reader.changes)
		screen_forget_links(viewer->screen);
	viewer->shown_changes = viewer->reader.changes;
	struct cursor cursor =
		draw_reader(&viewer->reader, screen_canvas(viewer->screen), &viewer->drawn);
	screen_show(viewer->screen, cursor.row, cursor.column, cursor.types);
	viewer->stale = false;
}

void viewer_end(struct viewer *viewer, int status)
{
	viewer->ended = true;
	viewer->status = status;
}

void viewer_tell(struct viewer *viewer, const char *format, ...)
{
	char message[MESSAGE_BYTES_MOST];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	view_tell(reader_view(&viewer->reader), text_from(message));
	viewer->stale = true;
}

void viewer_resize(struct viewer *viewer)
{
	const struct canvas *canvas = screen_canvas(viewer->screen);
	const struct view *view = reader_view(&viewer->reader);
	if (canvas->rows == view->rows && canvas->columns == view->columns)
		return;
	reader_resize(&viewer->reader, canvas->rows, canvas->columns);
	drawn_forget(&viewer->drawn);
	viewer->stale = true;
}

static void forget_screen(struct viewer *viewer)
{
	drawn_forget(&viewer->drawn);
	screen_invalidate(viewer->screen);
}

void viewer_redraw(struct viewer *viewer)
{
	forget_screen(viewer);
	draw(viewer);
}

/* Terminals drop or move what no longer fits, even if the size is the old one again by now. */
static void follow_window(struct viewer *viewer)
{
	screen_measure(viewer->screen);
	viewer_resize(viewer);
	forget_screen(viewer);
	viewer->stale = true;
}

static void learn(struct viewer *viewer)
{
	if (screen_canvas(viewer->screen)->ascii)
		viewer_use_ascii(viewer);
	viewer->stale = true;
}

static void handle_input(struct viewer *viewer, uint32_t input)
{
	int row;
	int column;
	switch (input) {
	case SCREEN_LEARNED:
		learn(viewer);
		break;
	case SCREEN_PASTED:
		viewer_handle(viewer, reader_paste(&viewer->reader, screen_pasted(viewer->screen)));
		break;
	case SCREEN_CLICKED:
		screen_click(viewer->screen, &row, &column);
		viewer_handle(viewer, reader_click(&viewer->reader, row, column));
		break;
	default:
		viewer_handle(viewer, reader_take(&viewer->reader, input));
	}
}

/* Handles all keys that came; false if there was none. */
static bool handle_keys(struct viewer *viewer)
{
	bool any = false;
	uint32_t input;
	while (!viewer->ended && (input = screen_read(viewer->screen)) != SCREEN_NO_KEY) {
		any = true;
		handle_input(viewer, input);
	}
	return any;
}

/* A browser that could not open the address should not leave the reader waiting. */
void viewer_reap(struct viewer *viewer)
{
	int status;
	pid_t process;
	while ((process = waitpid(-1, &status, WNOHANG)) > 0) {
		if (process != viewer->browser)
			continue;
		viewer->browser = 0;
		if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
			viewer_tell(
				viewer, "The browser ended with status %d", WEXITSTATUS(status));
	}
}

/* ^C leaves a question, as in less and vim, and else the program. */
static void interrupt(struct viewer *viewer)
{
	if (viewer->reader.question == QUESTION_NONE) {
		viewer_end(viewer, STATUS_OF_SIGNAL + SIGINT);
		return;
	}
	signals_wait();
	viewer_handle(viewer, reader_take(&viewer->reader, INPUT_ESCAPE));
}

void viewer_handle_signal(struct viewer *viewer, int number)
{
	switch (number) {
	case SIGTSTP:
		if (!viewer->settings->is_kiosk)
			viewer_suspend(viewer);
		break;
	case SIGCONT:
		/* Others had the terminal while this was stopped unasked. */
		viewer_take_terminal(viewer);
		break;
	case SIGCHLD:
		viewer_reap(viewer);
		break;
	case SIGWINCH:
		follow_window(viewer);
		break;
	case SIGINT:
		interrupt(viewer);
		break;
	case SIGPIPE:
		break;
	default:
		viewer_end(viewer, STATUS_OF_SIGNAL + number);
	}
}

static void handle_signals(struct viewer *viewer)
{
	for (int number = signals_next(); number; number = signals_next())
		viewer_handle_signal(viewer, number);
}

/* Nothing to restore, and no one to tell: touching a dead terminal could only hang. */
static void give_up(void)
{
	_exit(STATUS_OF_SIGNAL + SIGHUP);
}

static bool watches(const struct viewer *viewer)
{
	return viewer->settings->source.path;
}

/* Milliseconds until a key must have come, or -1 if none needs to. */
static int rest_of_idle(const struct viewer *viewer)
{
	int idle = viewer->settings->idle;
	long long rest = viewer->heard + idle * 1000LL - monotonic_milliseconds();
	return idle ? (int)(rest > 0 ? rest : 0) : -1;
}

/* Milliseconds to wait for news, or -1 for as long as it takes. */
static int patience(const struct viewer *viewer)
{
	if (reader_waits(&viewer->reader))
		return KEYS_PAUSE;
	if (viewer->settings->idle)
		return rest_of_idle(viewer);
	return watches(viewer) && viewer->watch.descriptor < 0 ? WATCH_INTERVAL : -1;
}

static void wait_for_news(struct viewer *viewer)
{
	enum { KEYS, SIGNALS, FILE_NEWS, SOURCES };
	struct pollfd sources[SOURCES] = {
		[KEYS] = {viewer->settings->input, POLLIN, 0},
		[SIGNALS] = {viewer->signals, POLLIN, 0},
		[FILE_NEWS] = {watches(viewer) ? viewer->watch.descriptor : -1, POLLIN, 0},
	};
	int ready = poll(sources, SOURCES, patience(viewer));
	if (ready < 0 && errno != EINTR)
		give_up();
	if (ready > 0 && sources[KEYS].revents & (POLLHUP | POLLERR | POLLNVAL))
		give_up();
	if (ready > 0 && sources[SIGNALS].revents)
		handle_signals(viewer);
	bool expects_keys = ready > 0 && sources[KEYS].revents;
	bool any = handle_keys(viewer);
	if (any)
		viewer->heard = monotonic_milliseconds();
	else if (!viewer->ended && rest_of_idle(viewer) == 0)
		viewer_end(viewer, VIEWER_IDLE);
	if (!any && expects_keys && screen_is_dead(viewer->screen))
		give_up();
	if (ready == 0 && !any && reader_waits(&viewer->reader))
		viewer_handle(viewer, reader_pause(&viewer->reader));
	/* Where nothing tells of changes, each time that nothing else happened is one to look. */
	bool looks = ready == 0 && viewer->watch.descriptor < 0;
	if (!viewer->ended && (looks || sources[FILE_NEWS].revents))
		viewer_follow_file(viewer);
}

static void finish(struct viewer *viewer)
{
	screen_close(viewer->screen);
	signals_end();
	if (watches(viewer))
		watch_end(&viewer->watch);
	drawn_finish(&viewer->drawn);
	reader_finish(&viewer->reader);
	arena_finish(&viewer->address);
}

static struct screen *open_screen(struct viewer *viewer)
{
	const struct viewer_settings *settings = viewer->settings;
	return screen_open(&(struct screen_settings){.input = settings->input,
		.hyperlinks = settings->hyperlinks,
		.color = settings->color,
		.theme = settings->theme,
		.ascii = settings->ascii,
		.address = viewer_address,
		.context = viewer});
}

static void begin_reading(struct viewer *viewer, const struct doc *doc)
{
	const struct viewer_settings *settings = viewer->settings;
	const struct canvas *canvas = screen_canvas(viewer->screen);
	reader_init(&viewer->reader, doc,
		(struct view_settings){.kind = VIEW_DOCUMENT,
			.level = settings->level,
			.rows = canvas->rows,
			.columns = canvas->columns,
			.ascii = settings->ascii},
		settings->keymap);
	if (canvas->ascii)
		viewer_use_ascii(viewer);
	if (settings->start)
		view_go_to(reader_view(&viewer->reader), settings->start);
	if (settings->message.length)
		view_tell(reader_view(&viewer->reader), settings->message);
}

/* What the first screen does not need comes after it. */
static void begin_showing(struct viewer *viewer)
{
	draw(viewer);
	screen_ask(viewer->screen);
	viewer->heard = monotonic_milliseconds();
}

int viewer_run(const struct doc *doc, const struct viewer_settings *settings)
{
	struct viewer viewer = {
		.settings = settings, .theme = settings->theme, .ascii = settings->ascii};
	viewer.signals = signals_begin(screen_rescue);
	if (viewer.signals < 0)
		return VIEWER_NO_TERMINAL;
	viewer.screen = open_screen(&viewer);
	if (!viewer.screen) {
		signals_end();
		return VIEWER_NO_TERMINAL;
	}
	begin_reading(&viewer, doc);
	if (settings->enclose && !settings->enclose())
		viewer_end(&viewer, VIEWER_NOT_ENCLOSED);
	else
		begin_showing(&viewer);
	if (watches(&viewer))
		watch_begin(&viewer.watch, settings->source.path, settings->source.read);
	while (!viewer.ended) {
		if (viewer.stale)
			draw(&viewer);
		wait_for_news(&viewer);
	}
	finish(&viewer);
	return viewer.status;
}
