/*
 * The résumé shown to strangers who come over ssh: the account's login shell and sshd's forced
 * command. Nothing that they send names a file, a program or a setting; see vitae-kiosk(8).
 */
#ifndef VITAE_KIOSK_H
#define VITAE_KIOSK_H

#include <stdbool.h>

/* True if the program was called as kiosk; a login shell is called with a hyphen before that. */
bool kiosk_is_called(const char *name);

/* Does what the visitor asks for. Returns an exit status. */
int kiosk_run(int count, char **words);

#endif
