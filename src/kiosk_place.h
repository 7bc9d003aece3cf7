/*
 * Where the owner of a kiosk keeps what it shows, and how long a visit may take: in one directory
 * that is named when the program is built, and that only root can write to.
 */
#ifndef VITAE_KIOSK_PLACE_H
#define VITAE_KIOSK_PLACE_H

#include "base/text.h"

#include <limits.h>
#include <stdbool.h>

enum {
	KIOSK_ACCOUNT_SIZE = 33, /* bytes of the longest name that Linux has, and a NUL */
	KIOSK_IDLE = 10 * 60,    /* seconds */
	KIOSK_LIFE = 30 * 60,
	KIOSK_LIFE_MOST = 24 * 60 * 60,
};

/* All that depends on the account. */
struct kiosk_place {
	char account[KIOSK_ACCOUNT_SIZE];
	char file[PATH_MAX]; /* the résumé */
	int idle;            /* seconds without a key after which a visit ends */
	int life;            /* seconds after which it ends in any case */
};

/*
 * Finds it for the account that this process runs as. False, with a line in the system's log, if
 * the account has a name that no file can have, or if others than root could have written the file.
 * A fault in the limits leaves the usual ones, and a line in the log.
 */
bool kiosk_find_place(struct kiosk_place *place);

/* True if it is the name of an account, as useradd(8) has it: [a-z_][a-z0-9_-]*. */
bool kiosk_is_account(struct text name);

/* Reads "90", "90s", "10m" or "1h"; false if it is no time from a second to KIOSK_LIFE_MOST. */
bool kiosk_read_time(struct text text, int *seconds);

#endif
