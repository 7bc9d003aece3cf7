#include "window_size.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ROWS_USUAL = 24, COLUMNS_USUAL = 80 };

bool window_size_read(int *rows, int *columns)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col)
		return false;
	*rows = size.ws_row < WINDOW_ROWS_MOST ? size.ws_row : WINDOW_ROWS_MOST;
	*columns = size.ws_col < WINDOW_COLUMNS_MOST ? size.ws_col : WINDOW_COLUMNS_MOST;
	return true;
}

static void set_number(const char *variable, int number)
{
	char digits[16];
	snprintf(digits, sizeof digits, "%d", number);
	setenv(variable, digits, 1);
}

void window_size_tell(void)
{
	int rows = ROWS_USUAL;
	int columns = COLUMNS_USUAL;
	window_size_read(&rows, &columns);
	set_number("LINES", rows);
	set_number("COLUMNS", columns);
}

void window_size_forget(void)
{
	unsetenv("LINES");
	unsetenv("COLUMNS");
}
