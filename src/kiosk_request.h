/*
 * What a visitor asks for with the word behind the host's name.
 * Knows nothing of files or terminals.
 */
#ifndef VITAE_KIOSK_REQUEST_H
#define VITAE_KIOSK_REQUEST_H

#include "doc/doc.h"
#include "output/format.h"

#include <stdbool.h>

/*
 * The request in what sshd gives a login shell or a forced command: original is the value of
 * SSH_ORIGINAL_COMMAND, or NULL. Without it, it is what stands behind -c, unless that is the forced
 * command, which is this program itself. Empty if nothing is asked for; borrowed.
 */
struct text kiosk_request(int count, char **words, const char *original);

enum kiosk_wish {
	KIOSK_NOTHING, /* no word: the viewer or text, as it fits */
	KIOSK_FORMAT,
	KIOSK_SECTION,
	KIOSK_HELP,
	KIOSK_UNKNOWN,
};

struct kiosk_word {
	enum kiosk_wish wish;
	const struct format *format;
	const struct block *section;
};

/* What the word means: only what is exactly one of the words there are means something. */
struct kiosk_word kiosk_read_word(struct text request, const struct doc *doc);

#endif
