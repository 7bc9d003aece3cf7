/*
 * What is said about a document when a reader asks for parts of it, line by line. Pure.
 * Knows nothing of where lines come from, nor of browsers.
 */
#ifndef VITAE_TUI_CONVERSATION_H
#define VITAE_TUI_CONVERSATION_H

#include "base/arena.h"
#include "base/sink.h"
#include "doc/doc.h"

#include <stdbool.h>

/* What is left to do after a line was answered. */
enum conversation_effect {
	CONVERSATION_GO_ON,
	CONVERSATION_OPEN, /* open the address */
	CONVERSATION_QUIT,
};

/* Set up by conversation_init(). Borrows the document. */
struct conversation {
	const struct doc *doc;
	struct doc links; /* the page of them */
	int width;        /* columns */
	bool ascii;
	struct arena arena;
	struct text address; /* to open; as url_make_safe() makes it, with a NUL behind it */
};

void conversation_init(
	struct conversation *conversation, const struct doc *doc, int width, bool ascii);

/* What is said at first: whose document it is, its sections, and how to go on. */
void conversation_begin(struct conversation *conversation, struct sink *sink);

/* Answers a line, which is clean UTF-8 without its end. */
enum conversation_effect conversation_answer(
	struct conversation *conversation, struct text line, struct sink *sink);

void conversation_finish(struct conversation *conversation);

#endif
