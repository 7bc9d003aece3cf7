/*
 * How people write characters that their keyboard does not have.
 * Knows single characters only; see base/ascii.h for text.
 */
#ifndef VITAE_BASE_SPELLING_H
#define VITAE_BASE_SPELLING_H

#include <stdint.h>

/*
 * All return ASCII, which may be empty, or NULL if there is no usual spelling. What has a
 * compatibility decomposition (UAX #15) is only there if that reads worse.
 */

/* Of a small Latin letter: "ss", "o". */
const char *spelling_of_latin(uint32_t letter);

/* Of a small Cyrillic or Greek letter, as in passports and on maps: "zh", "ps". */
const char *spelling_of_letter(uint32_t letter);

/* Of quotes, dashes, bullets, arrows and other signs that only look better: "--", "->". */
const char *spelling_of_typography(uint32_t sign);

/* Of any sign: those, and "EUR". */
const char *spelling_of_sign(uint32_t sign);

#endif
