/*
 * Where people have accounts, and the addresses of their pages there.
 * Knows nothing of files.
 */
#ifndef VITAE_RESUME_NETWORK_H
#define VITAE_RESUME_NETWORK_H

#include "base/arena.h"
#include "base/text.h"

struct network {
	const char *name;
	const char *also;   /* other names, as in struct field */
	const char *before; /* of the address, what stands before the name of the person */
	const char *after;  /* and what behind it */
};

/* The network of that name, or NULL; case and all but letters and digits do not count. */
const struct network *network_find(struct text name);

/*
 * The address of someone's page, or the empty text if the name cannot be one. It may be given with
 * an "@" in front. For Mastodon it is user@host.
 */
struct text network_address(
	const struct network *network, struct text username, struct arena *arena);

#endif
