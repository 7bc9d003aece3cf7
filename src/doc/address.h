/*
 * Addresses of pages and mailboxes that stand in a text without any mark.
 * Knows nothing of Markdown; see base/url.h for what an address may do.
 */
#ifndef VITAE_DOC_ADDRESS_H
#define VITAE_DOC_ADDRESS_H

#include "base/text.h"

#include <stdbool.h>

struct address {
	size_t length; /* in bytes; 0 if there is none */
	bool is_mailbox;
};

/*
 * The address that begins at start, where a word begins: with http://, https://, ftp://, www. or
 * mailto:, or somebody@example.org. It does not have the punctuation behind it, nor brackets
 * around it. It may hold backslash escapes of Markdown and the entity &amp;.
 */
struct address address_at(struct text text, size_t start);

/* How many bytes the word at start has, in which no other address begins; at least 1. */
size_t address_word(struct text text, size_t start);

#endif
