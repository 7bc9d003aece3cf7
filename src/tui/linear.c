#include "tui/linear.h"

#include "base/buffer.h"
#include "base/unicode.h"
#include "conversation.h"
#include "host/command.h"
#include "host/opener.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

enum { LINE_MOST = 1024 /* bytes; what is behind them is not read */ };

struct linear {
	const struct linear_settings *settings;
	struct conversation conversation;
	struct sink sink; /* collects what is to be written */
	struct buffer line;
	int reason; /* errno of the write that failed, or 0 */
};

/* Writes what was collected, so that the reader sees it before being waited for. */
static void flush(struct linear *linear)
{
	FILE *output = linear->settings->output;
	if (linear->reason)
		return;
	struct text text = sink_collected(&linear->sink);
	bool is_written = fwrite(text.bytes, 1, text.length, output) == text.length;
	if (fflush(output) != 0 || !is_written)
		linear->reason = errno;
	linear->sink.buffer.length = 0;
}

/* False at the end of the input. What it held before its end is a line, too. */
static bool read_line(struct linear *linear)
{
	FILE *input = linear->settings->input;
	int byte;
	linear->line.length = 0;
	while ((byte = getc(input)) != EOF && byte != '\n') {
		if (linear->line.length < LINE_MOST)
			buffer_add_byte(&linear->line, (char)byte);
	}
	return byte != EOF || linear->line.length;
}

static void say(struct linear *linear, const char *words)
{
	sink_write(&linear->sink, text_from(words));
	sink_write(&linear->sink, TEXT("\n"));
}

/* An address that cannot be opened stands on a line of its own, to be copied. */
static void open_address(struct linear *linear)
{
	const char *address = linear->conversation.address.bytes;
	struct command command = {0};
	if (!opener_choose(&command, address)) {
		say(linear, "There is no browser here to open it with:");
		say(linear, address);
		return;
	}
	flush(linear);
	pid_t process = command_start(&command, -1);
	if (process > 0 && command.needs_terminal) {
		command_wait(process, -1, NULL, NULL);
		return;
	}
	say(linear, process > 0 ? "Opening:" : "The browser could not be started:");
	say(linear, address);
}

/* Browsers that have ended; if one could not do its work, the reader should not wait for it. */
static void reap(struct linear *linear)
{
	int status;
	while (waitpid(-1, &status, WNOHANG) > 0) {
		if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
			say(linear, "The browser ended and says that it failed.");
	}
}

/* False when the conversation has ended. */
static bool exchange(struct linear *linear)
{
	struct arena arena = {0};
	reap(linear);
	sink_write(&linear->sink, TEXT("vitae> "));
	flush(linear);
	if (linear->reason)
		return false;
	if (!read_line(linear)) {
		say(linear, "");
		return false;
	}
	struct text line = unicode_clean(buffer_text(&linear->line), &arena);
	enum conversation_effect effect =
		conversation_answer(&linear->conversation, line, &linear->sink);
	if (effect == CONVERSATION_OPEN)
		open_address(linear);
	arena_finish(&arena);
	return effect != CONVERSATION_QUIT;
}

bool linear_run(const struct doc *doc, const struct linear_settings *settings)
{
	struct linear linear = {.settings = settings};
	conversation_init(&linear.conversation, doc, settings->width, settings->ascii);
	sink_init(&linear.sink, -1);
	conversation_begin(&linear.conversation, &linear.sink);
	while (exchange(&linear))
		;
	flush(&linear);
	conversation_finish(&linear.conversation);
	sink_finish(&linear.sink);
	buffer_finish(&linear.line);
	errno = linear.reason;
	return !linear.reason;
}
