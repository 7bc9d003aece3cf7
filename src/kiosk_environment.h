/*
 * The environment of a kiosk: what a visitor may tell of their terminal, and nothing else.
 */
#ifndef VITAE_KIOSK_ENVIRONMENT_H
#define VITAE_KIOSK_ENVIRONMENT_H

#include <stdbool.h>

/*
 * Makes the environment anew: TERM if it is a name that terminals have, whether NO_COLOR and
 * COLORTERM are set, and LC_CTYPE of our own. Returns true if the locale that was there says that
 * the terminal knows another encoding than UTF-8.
 */
bool kiosk_clear_environment(void);

#endif
