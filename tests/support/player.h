/*
 * The viewer without a terminal: plays keys and sizes against the pure view, draws on memory after
 * each, and checks what must hold of every screen.
 * Knows nothing of scripts or of what is expected.
 */
#ifndef VITAE_TESTS_SUPPORT_PLAYER_H
#define VITAE_TESTS_SUPPORT_PLAYER_H

#include "base/arena.h"
#include "base/diagnostic.h"
#include "doc/doc.h"
#include "memory_canvas.h"
#include "tui/draw.h"
#include "tui/reader.h"

#include <stdbool.h>

/* Set up by player_open() and player_begin(). */
struct player {
	struct arena arenas[2]; /* of the two last versions of the document */
	struct doc docs[2];
	int version; /* which of them is shown */
	struct diagnostics diagnostics;
	struct keymap keymap;
	struct reader reader;
	struct buffer copied; /* what was last sent to the clipboard */
	bool begun;
	bool ended;         /* the reader quit */
	struct drawn drawn; /* kept from step to step, as the viewer does */
	struct memory_canvas canvas;
	const char *problem; /* what does not hold since the last step, or NULL */
};

/* Reads a résumé; false if it cannot be shown. The locale must be UTF-8. */
bool player_open(struct player *player, const char *path);

/* Shows it as the viewer does first; level as for view_init(). Begins anew if begun already. */
void player_begin(struct player *player, int level, int rows, int columns);

/* Ends that, so that it can begin anew. */
void player_end(struct player *player);

/* A key by its code, or by its name in the list of actions; what is no name is typed. */
void player_press(struct player *player, uint32_t input);
bool player_press_name(struct player *player, struct text name);

/* Every character of a text. */
void player_type(struct player *player, struct text text);

/* The reader waits until what was typed stands for itself. */
void player_pause(struct player *player);

void player_paste(struct player *player, struct text text);
void player_click(struct player *player, int row, int column);

/* Another version of the document; false if it cannot be shown, and then nothing changes. */
bool player_reload(struct player *player, const char *path);

void player_resize(struct player *player, int rows, int columns);

/* A message in the last line, as about a fault in the file. */
void player_tell(struct player *player, struct text message);

/* The view that is on the screen: the document's, or that of a page over it. */
const struct view *player_view(const struct player *player);

void player_finish(struct player *player);

#endif
