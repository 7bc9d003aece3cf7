#include "keyboard.h"

#include "host/monotonic.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum {
	ESCAPE_DELAY = 25, /* milliseconds that tell the Escape key from the start of another */
	PASTE_SILENCE = 3, /* seconds after which what is typed is not pasted any more */
	READ_BYTES = 4096,
	LAST_ANSWERS = 300, /* milliseconds that answers are waited for at the end */
	ANSWERS_MOST = 3,   /* seconds after which none is expected any more */
};

bool keyboard_open(struct keyboard *keyboard, int descriptor)
{
	*keyboard = (struct keyboard){.descriptor = descriptor};
	keyboard->stream = descriptor == STDIN_FILENO ? stdin : fdopen(descriptor, "r");
	return keyboard->stream != NULL;
}

static time_t now(void)
{
	return (time_t)(monotonic_milliseconds() / 1000);
}

/* Takes what comes within so many milliseconds; false if there was nothing. */
static bool receive(struct keyboard *keyboard, int milliseconds)
{
	char bytes[READ_BYTES];
	struct pollfd state = {keyboard->descriptor, POLLIN, 0};
	if (poll(&state, 1, milliseconds) <= 0 || !(state.revents & POLLIN))
		return false;
	ssize_t got = read(keyboard->descriptor, bytes, sizeof bytes);
	if (got <= 0)
		return false;
	if (keyboard->input.pastes && now() - keyboard->heard > PASTE_SILENCE)
		terminal_input_cut_paste(&keyboard->input);
	keyboard->heard = now();
	terminal_input_add(&keyboard->input, (struct text){bytes, (size_t)got});
	return true;
}

static struct terminal_event read_event(struct keyboard *keyboard)
{
	bool patience = true;
	for (;;) {
		struct terminal_event event = terminal_input_next(&keyboard->input, patience);
		if (event.kind == TERMINAL_UNFINISHED && patience)
			patience = receive(keyboard, ESCAPE_DELAY);
		else if (event.kind == TERMINAL_UNFINISHED)
			return (struct terminal_event){.kind = TERMINAL_NOTHING};
		else if (event.kind != TERMINAL_NOTHING || !receive(keyboard, 0))
			return event;
		else
			patience = true;
	}
}

struct terminal_event keyboard_next(struct keyboard *keyboard)
{
	if (keyboard->repetitions) {
		keyboard->repetitions--;
		return keyboard->repeated;
	}
	if (keyboard->input.expects && now() - keyboard->asked > ANSWERS_MOST)
		keyboard->input.expects = false;
	struct terminal_event event = read_event(keyboard);
	keyboard->repeated = event;
	keyboard->repetitions = event.kind == TERMINAL_KEY ? event.count - 1 : 0;
	return event;
}

bool keyboard_is_dead(const struct keyboard *keyboard)
{
	struct pollfd state = {keyboard->descriptor, POLLIN, 0};
	if (poll(&state, 1, 0) <= 0)
		return false;
	if (state.revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	int waiting = 0;
	return ioctl(keyboard->descriptor, FIONREAD, &waiting) != 0 || waiting == 0;
}

void keyboard_expect_answers(struct keyboard *keyboard)
{
	keyboard->input.expects = true;
	keyboard->asked = now();
}

void keyboard_await_answers(struct keyboard *keyboard)
{
	struct terminal_input *input = &keyboard->input;
	long long deadline = monotonic_milliseconds() + LAST_ANSWERS;
	while (input->expects && monotonic_milliseconds() < deadline) {
		receive(keyboard, ESCAPE_DELAY);
		while (terminal_input_next(input, true).kind > TERMINAL_UNFINISHED)
			;
	}
	input->expects = false;
}

void keyboard_flush(struct keyboard *keyboard)
{
	tcflush(keyboard->descriptor, TCIFLUSH);
	terminal_input_forget(&keyboard->input);
	keyboard->repetitions = 0;
}

void keyboard_set_modes(const struct keyboard *keyboard)
{
	struct termios modes;
	if (tcgetattr(keyboard->descriptor, &modes) != 0)
		return;
	modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
	/* An interrupt discards what was typed, perhaps after poll(2) has told of it. */
	modes.c_cc[VMIN] = 0;
	modes.c_cc[VTIME] = 0;
	tcsetattr(keyboard->descriptor, TCSANOW, &modes);
}

void keyboard_close(struct keyboard *keyboard)
{
	terminal_input_finish(&keyboard->input);
	if (keyboard->stream && keyboard->stream != stdin)
		fclose(keyboard->stream);
}
