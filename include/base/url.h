/*
 * Addresses: which of them may leave the program, and how.
 * Knows nothing of who opens them.
 */
#ifndef VITAE_BASE_URL_H
#define VITAE_BASE_URL_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>

/*
 * The address in the form in which it may be handed to another program or to the terminal
 * (RFC 3986): blanks, quotes, brackets and non-ASCII characters percent-encoded, at most 2,000
 * bytes, scheme one of http, https, mailto, tel, gemini, gopher. An address that begins with
 * "www." gets "https://". False if there is no such form; then *safe is not set.
 */
bool url_make_safe(struct text url, struct arena *arena, struct text *safe);

/*
 * True when a reader who sees text knows the whole address: it is the address itself, alone or
 * without "mailto:" or "tel:". A telephone number may be grouped.
 */
bool url_is_told_by(struct text url, struct text text);

/* An address as people write it: without "https://", "http://", "www." and a final slash. */
struct text url_without_scheme(struct text url);

#endif
