#include "host/clipboard.h"

#include "environment.h"
#include "host/command.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What GNU screen passes on at a time; it holds 767 bytes. */
enum { PIECE_BYTES = 250 };

/* RFC 4648, section 4. */
static void add_base64(struct buffer *buffer, struct text text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < text.length; i += 3) {
		size_t left = text.length - i;
		unsigned bits = 0;
		for (size_t k = 0; k < 3; k++)
			bits = bits << 8 | (k < left ? (unsigned char)text.bytes[i + k] : 0);
		buffer_add_byte(buffer, digits[bits >> 18]);
		buffer_add_byte(buffer, digits[bits >> 12 & 63]);
		buffer_add_byte(buffer, left > 1 ? digits[bits >> 6 & 63] : '=');
		buffer_add_byte(buffer, left > 2 ? digits[bits & 63] : '=');
	}
}

static void add_osc52(struct buffer *sequence, struct text text, struct text end)
{
	buffer_add(sequence, TEXT("\033]52;c;"));
	add_base64(sequence, text);
	buffer_add(sequence, end);
}

/* As GNU screen's DCS, which ends at the first ESC \, so that the inner string ends with BEL. */
static void add_for_screen(struct buffer *sequence, struct text text)
{
	struct buffer inner = {0};
	add_osc52(&inner, text, TEXT("\a"));
	for (size_t i = 0; i < inner.length; i += PIECE_BYTES) {
		buffer_add(sequence, TEXT("\033P"));
		buffer_add(sequence, text_slice(buffer_text(&inner), i, i + PIECE_BYTES));
		buffer_add(sequence, TEXT("\033\\"));
	}
	buffer_finish(&inner);
}

static bool is_in_screen(void)
{
	const char *terminal = getenv("TERM");
	return !environment_has("TMUX") &&
	       (environment_has("STY") || (terminal && strncmp(terminal, "screen", 6) == 0));
}

/* A file with the text, to be read from its start, or -1. A pipe could be full and block. */
static int open_text(struct text text)
{
	int descriptor = memfd_create("clipboard", MFD_CLOEXEC);
	if (descriptor < 0)
		return -1;
	if (pwrite(descriptor, text.bytes, text.length, 0) == (ssize_t)text.length)
		return descriptor;
	close(descriptor);
	return -1;
}

static bool give_to(const char *line, struct text text)
{
	struct command command = {0};
	command_add_words(&command, text_from(line), NULL);
	if (!command_can_start(&command))
		return false;
	int input = open_text(text);
	if (input < 0)
		return false;
	pid_t process = command_start(&command, input);
	close(input);
	return process > 0;
}

/* The clipboard of a screen that this machine has itself. */
static bool give_to_helper(struct text text)
{
	static const struct {
		const char *variable;
		const char *line;
	} helpers[] = {
		{"WAYLAND_DISPLAY", "wl-copy"},
		{"DISPLAY", "xclip -selection clipboard"},
		{"DISPLAY", "xsel -ib"},
	};

	for (size_t i = 0; i < sizeof helpers / sizeof *helpers; i++) {
		if (environment_has(helpers[i].variable) && give_to(helpers[i].line, text))
			return true;
	}
	return false;
}

bool clipboard_send(struct text text, struct buffer *sequence)
{
	if (text.length > CLIPBOARD_BYTES_MOST)
		return false;
	bool has_helper = !environment_is_remote() && give_to_helper(text);
	/* tmux drops the sequence as it comes configured, but passes on what it is given so. */
	if (environment_has("TMUX"))
		give_to("tmux load-buffer -w -", text);
	if (has_helper)
		return true;
	if (is_in_screen())
		add_for_screen(sequence, text);
	else
		add_osc52(sequence, text, TEXT("\033\\"));
	return true;
}
