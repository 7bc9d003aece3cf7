/*
 * The encoding of what is read and written.
 */
#ifndef VITAE_ENCODING_H
#define VITAE_ENCODING_H

/*
 * Makes libc read and write UTF-8 whatever the locale says: over ssh it is often missing. Sets
 * LC_CTYPE alone, because the rest costs time and changes nothing.
 */
void encoding_use_utf8(void);

#endif
