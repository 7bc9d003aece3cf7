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
 * bytes, scheme one of http, https, mailto, tel, gemini, gopher. An address that lacks its scheme
 * gets "https://": see url_lacks_scheme(). False if there is no such form; then *safe is not set.
 */
bool url_make_safe(struct text url, struct arena *arena, struct text *safe);

/*
 * True if the text, which may have blanks around it, looks like the address of a web page but has
 * no scheme: "example.org", "github.com/name", "www.example.org:8080/?q". That is a host name of
 * two or more labels, the last of letters and not one by which files are named, and then nothing,
 * a port, or what begins with "/", "?" or "#".
 */
bool url_lacks_scheme(struct text text);

/*
 * True when a reader who sees text knows the whole address: it is the address itself, alone or
 * without "mailto:" or "tel:". A telephone number may be grouped.
 */
bool url_is_told_by(struct text url, struct text text);

/* An address as people write it: without "https://", "http://", "www." and a final slash. */
struct text url_without_scheme(struct text url);

#endif
