/*
 * A document in ASCII.
 * Knows nothing of terminals.
 */
#ifndef VITAE_DOC_SPELL_H
#define VITAE_DOC_SPELL_H

#include "doc/doc.h"

/* Replaces all text that is shown by what ascii_spell() makes of it; addresses and ids stay. */
void doc_spell_ascii(struct doc *doc);

#endif
