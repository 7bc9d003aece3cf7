#include "rescue.h"

#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Kept where a signal handler may look. */
static struct {
	volatile bool taken;
	int terminal;
	bool has_modes;
	struct termios modes;
	char sequence[512];
	size_t length;
} rescue;

void rescue_begin(int terminal)
{
	rescue.taken = false;
	rescue.length = 0;
	rescue.terminal = terminal;
	rescue.has_modes = tcgetattr(terminal, &rescue.modes) == 0;
}

void rescue_add(struct text sequence)
{
	for (size_t i = 0; i < sequence.length && rescue.length < sizeof rescue.sequence; i++) {
		/* Padding is for terminals of the seventies, and tputs() is not safe in a handler.
		 */
		if (sequence.bytes[i] == '$' && i + 1 < sequence.length &&
			sequence.bytes[i + 1] == '<')
			i = text_find(sequence, i, '>');
		else
			rescue.sequence[rescue.length++] = sequence.bytes[i];
	}
}

void rescue_arm(bool taken)
{
	rescue.taken = taken;
}

void rescue_now(void)
{
	if (!rescue.taken)
		return;
	rescue.taken = false;
	if (rescue.has_modes)
		tcsetattr(rescue.terminal, TCSANOW, &rescue.modes);
	/* A terminal that takes no output must not keep this from ending. */
	int flags = fcntl(rescue.terminal, F_GETFL);
	fcntl(rescue.terminal, F_SETFL, flags | O_NONBLOCK);
	(void)!write(rescue.terminal, rescue.sequence, rescue.length);
	fcntl(rescue.terminal, F_SETFL, flags);
}
