/*
 * Who a record is about, as a card for address books.
 * Knows the names of JSON Resume, and no more of résumés.
 */
#ifndef VITAE_OUTPUT_VCARD_H
#define VITAE_OUTPUT_VCARD_H

#include "output/format.h"

/*
 * vCard 4.0 (RFC 6350): name, title, the employer as long as a job goes on, and how to reach the
 * person; a short note, and a picture only by its address. Lines of at most 75 bytes that end with
 * CR LF. Accounts elsewhere are addresses with a label (X-ABLabel), which telephones show.
 */
void vcard_write(
	const struct node *record, const struct format_settings *settings, struct sink *sink);

#endif
