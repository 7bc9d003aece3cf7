/*
 * All that a reader does at the keyboard: keys become commands, questions are answered, pages such
 * as help are laid over the document. Pure.
 * Knows nothing of curses, files or other programs: these are left to whoever gets the effects.
 */
#ifndef VITAE_TUI_READER_H
#define VITAE_TUI_READER_H

#include "doc/doc.h"
#include "tui/keys.h"
#include "tui/prompt.h"
#include "tui/qr.h"
#include "tui/view.h"

#include <stdbool.h>

/* What the reader is asked for in the last line. */
enum question { QUESTION_NONE, QUESTION_SEARCH, QUESTION_FILTER, QUESTION_COMMAND, QUESTION_COUNT };

/* A document with its view; pages but the first own theirs. */
struct page {
	struct page *below;
	struct doc doc;
	struct arena arena;
	struct view view;
};

/* Set up by reader_init(). Borrows the document and the keymap. */
struct reader {
	const struct keymap *keymap;
	struct keys keys;
	struct page *page; /* on top; the first shows the document */
	unsigned changes;  /* counts whenever something else altogether is shown */
	enum question question;
	struct prompt prompt;
	struct history histories[QUESTION_COUNT];
	struct buffer stem; /* what Tab completes: typed before the first Tab */
	size_t completion;  /* which of the ways to go on is shown, or 0 */
	size_t completions; /* how many there are */
	bool shows_code;
	struct qr code;
	struct buffer code_url;
	struct buffer trouble; /* what is wrong with the file as it is now, or empty */
};

/* Shows a document to a reader who has typed nothing yet. */
void reader_init(struct reader *reader, const struct doc *doc, struct view_settings settings,
	const struct keymap *keymap);

/* What is shown on top. */
struct view *reader_view(const struct reader *reader);

/* The view of the document, whatever lies over it. */
struct view *reader_document(const struct reader *reader);

/*
 * A key. Returns effects, of which those that pages and questions are for are done already. Several
 * commands may come of one key: after each effects are done, reader_go_on() gives the next; it
 * returns EFFECT_NONE when there are no more.
 */
unsigned reader_take(struct reader *reader, uint32_t input);
unsigned reader_go_on(struct reader *reader);

/* The reader paused: to be called after KEYS_PAUSE without a key if reader_waits(). */
unsigned reader_pause(struct reader *reader);
bool reader_waits(const struct reader *reader);

/* Text that was pasted: goes into an answer, and is nothing else. */
unsigned reader_paste(struct reader *reader, struct text text);

unsigned reader_click(struct reader *reader, int row, int column);

/* Another size; all pages follow. */
void reader_resize(struct reader *reader, int rows, int columns);

/* Another version of the document; the page of links begins anew. */
void reader_replace(struct reader *reader, const struct doc *doc, bool ascii);

/*
 * What EFFECT_COPY is about: the link's address, else the entry's text. Appends it; returns what
 * to call it, in the arena.
 */
struct text reader_copy(const struct reader *reader, struct buffer *text, struct arena *arena);

/* Shows a QR code of an address over everything, until the next key; says so if that cannot be. */
void reader_show_code(struct reader *reader, struct text url, const struct canvas *canvas);

/* What the last line says, for want of a message, until it is told otherwise; may be empty. */
void reader_set_trouble(struct reader *reader, struct text trouble);

void reader_finish(struct reader *reader);

#endif
