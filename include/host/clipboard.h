/*
 * Text to the clipboard of whoever sits at the terminal, also over ssh.
 * Knows nothing of documents or screens.
 */
#ifndef VITAE_HOST_CLIPBOARD_H
#define VITAE_HOST_CLIPBOARD_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

enum { CLIPBOARD_BYTES_MOST = 74994 }; /* what terminals accept at least: 100000 bytes encoded */

/*
 * Gives text to the clipboard in all the ways that may work here: starts tmux, wl-copy or xclip if
 * that is how (they end by themselves; SIGCHLD tells), and appends to sequence what is to be
 * written to the terminal (OSC 52, wrapped for GNU screen where that is what TERM says). Whether
 * it arrived cannot be known. False if the text is too long; then nothing was done.
 */
bool clipboard_send(struct text text, struct buffer *sequence);

#endif
