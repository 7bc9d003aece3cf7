#ifndef VITAE_RESUME_LANGUAGE_H
#define VITAE_RESUME_LANGUAGE_H
#include "resume/schema.h"
static inline const struct section *language_guess_section(struct text title) { (void)title; return NULL; }
#endif
