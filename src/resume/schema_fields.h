/*
 * The fields of each section, for the table of sections.
 * Knows nothing of how they are found.
 */
#ifndef VITAE_RESUME_SCHEMA_FIELDS_H
#define VITAE_RESUME_SCHEMA_FIELDS_H

#include "resume/schema.h"

extern const struct field schema_work[];
extern const struct field schema_volunteer[];
extern const struct field schema_education[];
extern const struct field schema_projects[];
extern const struct field schema_patents[];
extern const struct field schema_publications[];
extern const struct field schema_tools[];
extern const struct field schema_notes[];
extern const struct field schema_skills[];
extern const struct field schema_languages[];
extern const struct field schema_certificates[];
extern const struct field schema_awards[];
extern const struct field schema_interests[];
extern const struct field schema_references[];
extern const struct field schema_other[];

#endif
