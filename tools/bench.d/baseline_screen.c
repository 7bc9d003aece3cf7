/*
 * The floor under the viewer: paint one ncurses screen, then scroll it by a line for each j or k.
 * It reads no file. Linked with all the libraries of vitae, as baseline_yaml is.
 */
#include <curses.h>
#include <locale.h>
#include <stdlib.h>

enum { LAST_TOP = 200 };

static void paint(int top)
{
	for (int row = 0; row < LINES - 1; row++) {
		move(row, 0);
		clrtoeol();
		/* Lines differ as text does, so that ncurses knows each when it moves. */
		printw("%3d Collaborated with the team of %d to invent figures for the org%.*s",
			top + row, (top + row) * 7919 % 1000, (top + row) % 9, ", yearly");
	}
	attron(A_REVERSE);
	mvprintw(LINES - 1, 0, " line %d of %d", top, LAST_TOP);
	attroff(A_REVERSE);
	refresh();
}

static int scrolled(int top, int key)
{
	if (key == 'j' && top < LAST_TOP)
		return top + 1;
	if (key == 'k' && top > 0)
		return top - 1;
	return key == 'g' ? 0 : top;
}

int main(void)
{
	int top = 0;
	int key;

	setlocale(LC_CTYPE, "");
	if (!initscr())
		return EXIT_FAILURE;
	cbreak();
	noecho();
	curs_set(0);
	paint(top);
	while ((key = getch()) != 'q' && key != ERR) {
		int next = scrolled(top, key);

		if (next != top)
			paint(next);
		top = next;
	}
	endwin();
	return EXIT_SUCCESS;
}
