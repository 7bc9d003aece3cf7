/*
 * Text for terminals that show ASCII only. Pure.
 * Knows nothing of how it is drawn.
 */
#ifndef VITAE_TUI_TERMINAL_TEXT_H
#define VITAE_TUI_TERMINAL_TEXT_H

#include "base/buffer.h"

/* Adds text with a question mark for each column of what is not ASCII. */
void terminal_text_ascii(struct text text, struct buffer *ascii);

#endif
