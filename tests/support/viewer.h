/*
 * vitae on the test terminal, beside the same viewer without one to compare it with.
 *
 * The build says where things are, in the environment: VITAE is the program, RESUME the résumé
 * that it shows, FAKE_BROWSER the stand-in for a browser. Programs on the terminal have them too.
 */
#ifndef VITAE_TESTS_SUPPORT_VIEWER_H
#define VITAE_TESTS_SUPPORT_VIEWER_H

#include "player.h"
#include "terminal.h"

/* Starts vitae on the résumé, unless the options have arguments; keeps it in *state. */
struct terminal *viewer_start(void **state, struct terminal_options options);

/* Starts a shell script, for which "$VITAE" "$RESUME" is what viewer_start() runs. */
struct terminal *viewer_start_script(
	void **state, const char *script, struct terminal_options options);

/* Waits until the first screen is there, which has to be wide enough to say how to get help. */
void viewer_ready(struct terminal *terminal);

/* As viewer_start() and viewer_ready() at 24x80. */
struct terminal *viewer_open(void **state);

/* Presses q and requires the program to end well, leaving the terminal as it was. */
void viewer_quit(struct terminal *terminal);

/* Requires that nothing of the viewer is left on the terminal, whoever ended it. */
void viewer_expect_restored(struct terminal *terminal);

/* Presses keys by their names in the list of actions, such as "j PgDn ^L". */
void viewer_press(struct terminal *terminal, const char *names);

/* Waits until the screen is that text; else shows both and fails. */
void viewer_expect_screen(struct terminal *terminal, const char *screen);

/* A player of the same résumé at its start, which viewer_teardown() finishes; one at a time. */
struct player *viewer_mirror(int rows, int columns);

/*
 * Presses keys here and there, one by one, and requires the screens to become the same. What waits
 * for a pause, such as a digit, has to change the screen.
 */
void viewer_press_both(struct terminal *terminal, struct player *player, const char *names);
void viewer_resize_both(struct terminal *terminal, struct player *player, int rows, int columns);

/* Waits until both screens are the same, in text and attributes; else shows both and fails. */
void viewer_expect_same(struct terminal *terminal, struct player *player);

/*
 * Waits until each cell of the terminal is linked to what the viewer means it to be, or not linked;
 * viewer_press_both() does this after each key.
 */
void viewer_expect_links(struct terminal *terminal, struct player *player);

/* As terminal_teardown(), for the player as well. */
int viewer_teardown(void **state);

#endif
