#include "base/url.h"
#include "host/clipboard.h"
#include "host/editor.h"
#include "host/opener.h"
#include "host/signals.h"
#include "viewer_parts.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

void viewer_take_terminal(struct viewer *viewer)
{
	/* It may not be ours any more, and is not needed. */
	if (viewer->ended)
		return;
	screen_return(viewer->screen);
	viewer_resize(viewer);
	viewer_redraw(viewer);
	viewer_reap(viewer);
}

void viewer_suspend(struct viewer *viewer)
{
	screen_leave(viewer->screen);
	signals_stop();
	/* What comes with going on again is done here. */
	for (int number = signals_next(); number; number = signals_next()) {
		if (number != SIGTSTP && number != SIGCONT)
			viewer_handle_signal(viewer, number);
	}
	viewer_take_terminal(viewer);
}

/* What asks this program to end while another has the terminal ends that one first. */
static void pass_signals_on(void *context, pid_t process)
{
	for (int number = signals_next(); number; number = signals_next()) {
		/* The other program may take its time; an interrupt was meant for it. */
		signals_wait();
		if (number != SIGTERM && number != SIGHUP)
			continue;
		viewer_end(context, STATUS_OF_SIGNAL + number);
		kill(process, number);
	}
}

/* How it ended, as waitpid(2) says; -1 with errno set if it could not be started. */
static int run_in_terminal(struct viewer *viewer, const struct command *command)
{
	screen_leave(viewer->screen);
	/* Its keys come from where ours do: standard input may be the document. */
	pid_t process = command_start(command, viewer->settings->input);
	int reason = errno;
	int status = -1;
	if (process > 0)
		status = command_wait(process, viewer->signals, pass_signals_on, viewer);
	viewer_take_terminal(viewer);
	errno = reason;
	return status;
}

/* The safe address of the link under the cursor, in the arena; false, and says so, if none. */
static bool take_address(struct viewer *viewer, struct arena *arena, struct text *url)
{
	const struct view *view = reader_view(&viewer->reader);
	uint32_t link = view_link(view);
	if (!link)
		return false;
	struct text written = doc_link(view->doc, link)->url;
	if (url_make_safe(written, arena, url))
		return true;
	viewer_tell(
		viewer, "Not an address that can be opened: %s", arena_copy(arena, written).bytes);
	return false;
}

const char *viewer_address(void *context, uint32_t link)
{
	struct viewer *viewer = context;
	const struct view *view = reader_view(&viewer->reader);
	struct text url;
	arena_reset(&viewer->address);
	if (link > view->doc->link_count ||
		!url_make_safe(doc_link(view->doc, link)->url, &viewer->address, &url))
		return NULL;
	return url.bytes;
}

/* A browser with a window of its own ends when it likes; that it failed is told then. */
static void start_browser(struct viewer *viewer, const struct command *command, const char *url)
{
	pid_t process = command_start(command, -1);
	viewer->browser = process > 0 ? process : 0;
	if (process > 0)
		viewer_tell(viewer, "Opening %s", url);
	else
		viewer_tell(viewer, "Could not start %s: %s", command->words[0], strerror(errno));
}

static void follow(struct viewer *viewer)
{
	struct arena arena = {0};
	struct command command = {.needs_terminal = false};
	struct text url;
	if (!take_address(viewer, &arena, &url)) {
		arena_finish(&arena);
		return;
	}
	if (viewer->settings->is_kiosk || !opener_choose(&command, url.bytes))
		viewer_tell(viewer, "%s", url.bytes);
	else if (!command.needs_terminal)
		start_browser(viewer, &command, url.bytes);
	else if (run_in_terminal(viewer, &command) < 0)
		viewer_tell(viewer, "Could not start %s: %s", command.words[0], strerror(errno));
	arena_finish(&arena);
}

static void show_code(struct viewer *viewer)
{
	struct arena arena = {0};
	struct text url;
	if (take_address(viewer, &arena, &url))
		reader_show_code(&viewer->reader, url, screen_canvas(viewer->screen));
	arena_finish(&arena);
	viewer->stale = true;
}

static void copy(struct viewer *viewer)
{
	struct arena arena = {0};
	struct buffer text = {0};
	struct buffer sequence = {0};
	struct text name = reader_copy(&viewer->reader, &text, &arena);
	if (!text.length)
		viewer_tell(viewer, "Nothing to copy here");
	else if (!clipboard_send(buffer_text(&text), &sequence))
		viewer_tell(viewer, "Too long for the terminal's clipboard");
	else
		viewer_tell(viewer, "Sent to the terminal's clipboard: %s", name.bytes);
	if (sequence.length)
		screen_send(viewer->screen, buffer_text(&sequence));
	buffer_finish(&sequence);
	buffer_finish(&text);
	arena_finish(&arena);
}

/* Reads the file again; says what was found only if that is not all well. */
static bool reload(struct viewer *viewer)
{
	const struct viewer_source *source = &viewer->settings->source;
	struct text message = TEXT("");
	const struct doc *doc = source->load(source->context, &message);
	viewer->outdated = false;
	if (doc)
		reader_replace(&viewer->reader, doc, viewer->ascii);
	/* A message about something else stays. */
	if (message.length || viewer->reader.trouble.length)
		view_tell(reader_view(&viewer->reader), message);
	reader_set_trouble(&viewer->reader, doc ? TEXT("") : message);
	viewer->stale = true;
	return doc && !message.length;
}

void viewer_follow_file(struct viewer *viewer)
{
	if (viewer->settings->source.path && watch_changed(&viewer->watch))
		viewer->outdated = true;
	/* What the reader is typing is not to be lost. */
	if (viewer->outdated && viewer->reader.question == QUESTION_NONE)
		reload(viewer);
}

static void reload_on_request(struct viewer *viewer)
{
	if (!viewer->settings->source.path) {
		viewer_tell(viewer, "What came from standard input cannot be read again");
		return;
	}
	watch_changed(&viewer->watch);
	if (reload(viewer))
		viewer_tell(viewer, "Read %s again", viewer->settings->source.path);
}

static void run_editor(struct viewer *viewer, const struct command *command)
{
	int status = command->needs_terminal          ? run_in_terminal(viewer, command)
		     : command_start(command, -1) > 0 ? 0
						      : -1;
	if (status < 0)
		viewer_tell(viewer, "Could not start %s: %s", command->words[0], strerror(errno));
	else if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
		viewer_tell(viewer, "%s ended with status %d", command_name(command),
			WEXITSTATUS(status));
	viewer_follow_file(viewer);
}

static void edit(struct viewer *viewer)
{
	struct command command = {.needs_terminal = false};
	const struct block *block = view_block(reader_document(&viewer->reader));
	const char *path = viewer->settings->source.path;
	int line = block && block->source.line > 0 ? block->source.line : 1;
	if (!path)
		viewer_tell(viewer, "What came from standard input has no file to edit");
	else if (!editor_choose(&command, path, line))
		viewer_tell(viewer, "No editor found; set VISUAL or EDITOR to one that is here");
	else
		run_editor(viewer, &command);
}

static void change_theme(struct viewer *viewer)
{
	static const char *const names[THEME_COUNT] = {
		[THEME_AUTO] = "as the terminal says",
		[THEME_LIGHT] = "for a light background",
		[THEME_DARK] = "for a dark background",
		[THEME_MONO] = "none",
	};
	if (!screen_has_colors(viewer->screen)) {
		viewer_tell(viewer, "There are no colours here");
		return;
	}
	viewer->theme = (viewer->theme + 1) % THEME_COUNT;
	screen_set_theme(viewer->screen, viewer->theme);
	viewer_tell(viewer, "Colours: %s", names[viewer->theme]);
}

static void toggle_mouse(struct viewer *viewer)
{
	viewer->clicks = !viewer->clicks;
	screen_set_mouse(viewer->screen, viewer->clicks);
	viewer_tell(viewer,
		viewer->clicks ? "Clicks fold, and open links" : "The mouse selects text again");
}

void viewer_use_ascii(struct viewer *viewer)
{
	const struct viewer_source *source = &viewer->settings->source;
	if (viewer->ascii)
		return;
	viewer->ascii = true;
	source->spell_ascii(source->context);
	reader_replace(&viewer->reader, reader_document(&viewer->reader)->doc, true);
	viewer->stale = true;
}

static void handle_effects(struct viewer *viewer, unsigned effects)
{
	static const struct {
		enum effect effect;
		void (*handle)(struct viewer *viewer);
	} handlers[] = {
		{EFFECT_FOLLOW, follow},
		{EFFECT_COPY, copy},
		{EFFECT_CODE, show_code},
		{EFFECT_EDIT, edit},
		{EFFECT_RELOAD, reload_on_request},
		{EFFECT_THEME, change_theme},
		{EFFECT_MOUSE, toggle_mouse},
		{EFFECT_SUSPEND, viewer_suspend},
		{EFFECT_REDRAW, viewer_redraw},
	};
	viewer->stale = viewer->stale || effects != EFFECT_NONE;
	if (effects & EFFECT_QUIT)
		viewer_end(viewer, EXIT_SUCCESS);
	for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
		if (effects & handlers[i].effect)
			handlers[i].handle(viewer);
	}
}

void viewer_handle(struct viewer *viewer, unsigned effects)
{
	for (; effects && !viewer->ended; effects = reader_go_on(&viewer->reader))
		handle_effects(viewer, effects);
	if (viewer->outdated && viewer->reader.question == QUESTION_NONE)
		reload(viewer);
}
