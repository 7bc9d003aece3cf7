/*
 * The jobs at one employer. Private to the résumé.
 */
#ifndef VITAE_RESUME_EMPLOYERS_H
#define VITAE_RESUME_EMPLOYERS_H

#include "resume/resume.h"

/*
 * Joins neighbours of a section of work that name the same employer to one entry with a position
 * each, as if their author had written them so. The link and the place are the employer's if no
 * two differ. Entries that have positions of their own stay, as do those that say neither what
 * the position was nor when.
 */
void employers_join(struct resume_section *section, struct arena *arena);

#endif
