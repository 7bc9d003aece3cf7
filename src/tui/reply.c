#include "reply.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { COPY_BYTES = 64, HALF_BRIGHT = 500 };

/* A hexadecimal fraction such as "ffff" or "8", in thousandths; -1 if it is none. */
static int thousandths(const char **place)
{
	char *end;
	size_t digits = strspn(*place, "0123456789abcdefABCDEF");
	if (!digits || digits > 4)
		return -1;
	long value = strtol(*place, &end, 16);
	*place += digits;
	return (int)(value * 1000 / ((1 << 4 * digits) - 1));
}

/* Of what XParseColor(3) reads as "rgb:RR/GG/BB"; others add "rgba:". */
static enum background background_of(const char *color)
{
	static const int weights[] = {299, 587, 114}; /* ITU-R BT.601 */
	int bright = 0;
	if (strncmp(color, "rgba:", 5) == 0)
		color += 5;
	else if (strncmp(color, "rgb:", 4) == 0)
		color += 4;
	else
		return BACKGROUND_UNKNOWN;
	for (int i = 0; i < 3; i++) {
		int part = thousandths(&color);
		if (part < 0 || (i < 2 && *color != '/'))
			return BACKGROUND_UNKNOWN;
		color++;
		bright += part * weights[i] / 1000;
	}
	return bright < HALF_BRIGHT ? BACKGROUND_DARK : BACKGROUND_LIGHT;
}

/* "ESC [ row ; column R". */
static bool is_cursor(const char *sequence, int *column)
{
	char *end;
	long row = strtol(sequence + 2, &end, 10);
	if (*end != ';' || row < 1)
		return false;
	long place = strtol(end + 1, &end, 10);
	*column = (int)place - 1;
	return place >= 1 && place < 10000 && strcmp(end, "R") == 0;
}

static struct reply read_control(const char *sequence, size_t length)
{
	struct reply reply = {REPLY_NONE, 0, BACKGROUND_UNKNOWN};
	bool private = strchr("?>=", sequence[2]) != NULL;
	if (sequence[2] == '?' && sequence[length - 1] == 'c')
		reply.kind = REPLY_ATTRIBUTES;
	else if (private)
		reply.kind = REPLY_OTHER;
	else if (is_cursor(sequence, &reply.column))
		reply.kind = REPLY_CURSOR;
	return reply;
}

struct reply reply_read(struct text sequence)
{
	char copy[COPY_BYTES] = "";
	struct reply reply = {REPLY_OTHER, 0, BACKGROUND_UNKNOWN};
	size_t length = sequence.length < COPY_BYTES ? sequence.length : COPY_BYTES - 1;
	if (sequence.length < 3)
		return (struct reply){0};
	memcpy(copy, sequence.bytes, length);
	if (copy[1] == '[')
		return read_control(copy, length);
	if (!strchr("]P_^X", copy[1]))
		return (struct reply){0};
	if (strncmp(copy, "\033]11;", 5) == 0) {
		reply.background = background_of(copy + 5);
		reply.kind = REPLY_BACKGROUND;
	}
	return reply;
}
