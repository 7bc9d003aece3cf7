/*
 * A résumé as a document: the only place that decides what a résumé says where.
 * Knows nothing of widths, colours, screens or output formats.
 */
#ifndef VITAE_RESUME_COMPOSE_H
#define VITAE_RESUME_COMPOSE_H

#include "doc/doc.h"
#include "resume/date.h"
#include "resume/resume.h"

/*
 * Fills doc, which doc_init() set up and which is finished then. It borrows from the résumé.
 * A banner is left out when its time ended before today, until when also lasts what goes on.
 */
void compose_document(const struct resume *resume, struct date today, struct doc *doc);

#endif
