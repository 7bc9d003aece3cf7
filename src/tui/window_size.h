/*
 * The size of the terminal's window, and how curses is told of it.
 */
#ifndef VITAE_TUI_WINDOW_SIZE_H
#define VITAE_TUI_WINDOW_SIZE_H

#include <stdbool.h>

/* Larger windows are used in part, so that memory stays bounded: a client may claim any size. */
enum { WINDOW_ROWS_MOST = 200, WINDOW_COLUMNS_MOST = 500 };

/* As much as is used of the window behind standard output; false if it does not tell its size. */
bool window_size_read(int *rows, int *columns);

/*
 * Puts that, or the usual size, into the variables that curses looks at when it starts; else it
 * would keep each cell of a window of 65535 rows and as many columns. Afterwards they go again:
 * they would freeze the size that curses believes in.
 */
void window_size_tell(void);
void window_size_forget(void);

#endif
