#include "resume/schema.h"

/* A new section is one row in schema_sections and its list of fields here. */

#define TITLE_FIELD(key)                          \
	{                                         \
		key, SLOT_TITLE, FIELD_TEXT, NULL \
	}
#define URL_FIELD                                \
	{                                        \
		"url", SLOT_URL, FIELD_URL, NULL \
	}
#define SUMMARY_FIELD                                     \
	{                                                 \
		"summary", SLOT_SUMMARY, FIELD_TEXT, NULL \
	}
#define HIGHLIGHTS_FIELD                                   \
	{                                                  \
		"highlights", SLOT_ITEMS, FIELD_LIST, NULL \
	}
#define KEYWORDS_FIELD                                            \
	{                                                         \
		"keywords", SLOT_KEYWORDS, FIELD_LIST, "Keywords" \
	}
#define LOCATION_FIELD                                     \
	{                                                  \
		"location", SLOT_REMARK, FIELD_PLACE, NULL \
	}
#define DATE_FIELD(key)                          \
	{                                        \
		key, SLOT_DATE, FIELD_DATE, NULL \
	}
#define START_AND_END_FIELDS                          \
	{"startDate", SLOT_START, FIELD_DATE, NULL},  \
	{                                             \
		"endDate", SLOT_END, FIELD_DATE, NULL \
	}
#define END_OF_FIELDS                              \
	{                                          \
		NULL, SLOT_COUNT, FIELD_TEXT, NULL \
	}

static const struct field work_fields[] = {
	{"name", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	TITLE_FIELD("position"),
	URL_FIELD,
	LOCATION_FIELD,
	{"description", SLOT_REMARK, FIELD_TEXT, NULL},
	START_AND_END_FIELDS,
	SUMMARY_FIELD,
	HIGHLIGHTS_FIELD,
	{"positions", SLOT_ENTRIES, FIELD_LIST, NULL},
	KEYWORDS_FIELD,
	END_OF_FIELDS,
};

static const struct field volunteer_fields[] = {
	{"organization", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	TITLE_FIELD("position"),
	URL_FIELD,
	LOCATION_FIELD,
	START_AND_END_FIELDS,
	SUMMARY_FIELD,
	HIGHLIGHTS_FIELD,
	END_OF_FIELDS,
};

static const struct field education_fields[] = {
	{"institution", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	TITLE_FIELD("studyType"),
	{"area", SLOT_SUBTITLE, FIELD_TEXT, NULL},
	URL_FIELD,
	LOCATION_FIELD,
	START_AND_END_FIELDS,
	SUMMARY_FIELD,
	{"score", SLOT_DETAIL, FIELD_TEXT, "Score"},
	{"courses", SLOT_DETAIL, FIELD_LIST, "Courses"},
	HIGHLIGHTS_FIELD,
	END_OF_FIELDS,
};

static const struct field project_fields[] = {
	TITLE_FIELD("name"),
	{"entity", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	{"type", SLOT_REMARK, FIELD_TEXT, NULL},
	{"description", SLOT_DESCRIPTION, FIELD_TEXT, NULL},
	URL_FIELD,
	START_AND_END_FIELDS,
	DATE_FIELD("year"),
	DATE_FIELD("date"),
	DATE_FIELD("releaseDate"),
	SUMMARY_FIELD,
	HIGHLIGHTS_FIELD,
	KEYWORDS_FIELD,
	{"roles", SLOT_DETAIL, FIELD_LIST, "Roles"},
	{"repo", SLOT_DETAIL, FIELD_URL, "Repository"},
	END_OF_FIELDS,
};

static const struct field patent_fields[] = {
	TITLE_FIELD("title"),
	{"number", SLOT_NUMBER, FIELD_TEXT, NULL},
	{"status", SLOT_DETAIL, FIELD_TEXT, "Status"},
	{"office", SLOT_DETAIL, FIELD_TEXT, "Office"},
	{"filingDate", SLOT_DETAIL, FIELD_DATE, "Filed"},
	DATE_FIELD("date"),
	{"inventors", SLOT_DETAIL, FIELD_LIST, "Inventors"},
	{"assignee", SLOT_DETAIL, FIELD_TEXT, "Assignee"},
	URL_FIELD,
	SUMMARY_FIELD,
	END_OF_FIELDS,
};

static const struct field publication_fields[] = {
	TITLE_FIELD("name"),
	{"publisher", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	DATE_FIELD("releaseDate"),
	URL_FIELD,
	SUMMARY_FIELD,
	{"authors", SLOT_DETAIL, FIELD_LIST, "Authors"},
	{"doi", SLOT_DETAIL, FIELD_DOI, "DOI"},
	END_OF_FIELDS,
};

static const struct field tool_fields[] = {
	TITLE_FIELD("name"),
	{"use", SLOT_LABEL, FIELD_TEXT, NULL},
	URL_FIELD,
	{"level", SLOT_LEVEL, FIELD_TEXT, NULL},
	KEYWORDS_FIELD,
	END_OF_FIELDS,
};

static const struct field note_fields[] = {
	TITLE_FIELD("title"),
	{"publisher", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	URL_FIELD,
	DATE_FIELD("year"),
	DATE_FIELD("date"),
	SUMMARY_FIELD,
	END_OF_FIELDS,
};

static const struct field skill_fields[] = {
	{"name", SLOT_LABEL, FIELD_TEXT, NULL},
	{"level", SLOT_LEVEL, FIELD_TEXT, NULL},
	KEYWORDS_FIELD,
	END_OF_FIELDS,
};

static const struct field language_fields[] = {
	{"language", SLOT_LABEL, FIELD_TEXT, NULL},
	TITLE_FIELD("fluency"),
	END_OF_FIELDS,
};

static const struct field interest_fields[] = {
	{"name", SLOT_LABEL, FIELD_TEXT, NULL},
	KEYWORDS_FIELD,
	END_OF_FIELDS,
};

static const struct field certificate_fields[] = {
	TITLE_FIELD("name"),
	{"issuer", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	DATE_FIELD("date"),
	{"expires", SLOT_DETAIL, FIELD_DATE, "Expires"},
	URL_FIELD,
	SUMMARY_FIELD,
	END_OF_FIELDS,
};

static const struct field award_fields[] = {
	TITLE_FIELD("title"),
	{"awarder", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	DATE_FIELD("date"),
	URL_FIELD,
	SUMMARY_FIELD,
	END_OF_FIELDS,
};

static const struct field reference_fields[] = {
	TITLE_FIELD("name"),
	{"role", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	{"reference", SLOT_SUMMARY, FIELD_TEXT, NULL},
	{"email", SLOT_DETAIL, FIELD_EMAIL, "Email"},
	{"phone", SLOT_DETAIL, FIELD_PHONE, "Phone"},
	URL_FIELD,
	END_OF_FIELDS,
};

static const struct field custom_fields[] = {
	TITLE_FIELD("title"),
	TITLE_FIELD("name"),
	TITLE_FIELD("position"),
	TITLE_FIELD("text"),
	{"entity", SLOT_ORGANISATION, FIELD_TEXT, NULL},
	LOCATION_FIELD,
	START_AND_END_FIELDS,
	DATE_FIELD("date"),
	DATE_FIELD("year"),
	URL_FIELD,
	{"description", SLOT_DESCRIPTION, FIELD_TEXT, NULL},
	SUMMARY_FIELD,
	HIGHLIGHTS_FIELD,
	KEYWORDS_FIELD,
	{"label", SLOT_LABEL, FIELD_TEXT, NULL},
	{"details", SLOT_DESCRIPTION, FIELD_TEXT, NULL},
	END_OF_FIELDS,
};

const struct field schema_basics[] = {
	TITLE_FIELD("name"),
	{"label", SLOT_SUBTITLE, FIELD_TEXT, NULL},
	{"banner", SLOT_REMARK, FIELD_TEXT, NULL},
	{"image", SLOT_DETAIL, FIELD_PICTURE, "Picture"},
	{"email", SLOT_DETAIL, FIELD_EMAIL, "Email"},
	{"phone", SLOT_DETAIL, FIELD_PHONE, "Phone"},
	{"url", SLOT_DETAIL, FIELD_URL, "Web"},
	{"location", SLOT_DETAIL, FIELD_PLACE, "Location"},
	{"profiles", SLOT_ENTRIES, FIELD_LIST, "Profiles"},
	SUMMARY_FIELD,
	HIGHLIGHTS_FIELD,
	END_OF_FIELDS,
};

const struct field schema_profile[] = {
	{"network", SLOT_LABEL, FIELD_TEXT, NULL},
	TITLE_FIELD("username"),
	URL_FIELD,
	END_OF_FIELDS,
};

const struct field schema_banner[] = {
	TITLE_FIELD("text"),
	URL_FIELD,
	{"until", SLOT_END, FIELD_DATE, NULL},
	END_OF_FIELDS,
};

const struct field schema_location[] = {
	{"address", SLOT_DETAIL, FIELD_TEXT, NULL},
	{"postalCode", SLOT_NUMBER, FIELD_TEXT, NULL},
	{"city", SLOT_TITLE, FIELD_TEXT, NULL},
	{"region", SLOT_DETAIL, FIELD_TEXT, NULL},
	{"countryCode", SLOT_DETAIL, FIELD_TEXT, NULL},
	END_OF_FIELDS,
};

const struct field schema_meta[] = {
	{"canonical", SLOT_DETAIL, FIELD_URL, NULL},
	{"version", SLOT_DETAIL, FIELD_TEXT, NULL},
	{"lastModified", SLOT_DETAIL, FIELD_DATE, NULL},
	{"order", SLOT_DETAIL, FIELD_LIST, NULL},
	{"titles", SLOT_DETAIL, FIELD_MAP, NULL},
	{"hide", SLOT_DETAIL, FIELD_LIST, NULL},
	{"group", SLOT_DETAIL, FIELD_MAP, NULL},
	END_OF_FIELDS,
};

const struct section schema_sections[] = {
	{"work", "Experience", LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true, true,
		work_fields},
	{"volunteer", "Volunteering", LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true,
		true, volunteer_fields},
	{"education", "Education", LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true, true,
		education_fields},
	{"projects", "Projects", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, true, true, project_fields},
	{"patents", "Patents", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, patent_fields},
	{"publications", "Publications", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true,
		publication_fields},
	{"tools", "Technologies & Tools", LOOK_FIELDS, SLOT_TITLE, SLOT_TITLE, false, true,
		tool_fields},
	{"notes", "Notes", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, note_fields},
	{"skills", "Skills", LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, true, skill_fields},
	{"languages", "Languages", LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, false,
		language_fields},
	{"certificates", "Certificates", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true,
		certificate_fields},
	{"awards", "Awards", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, award_fields},
	{"interests", "Interests", LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, false,
		interest_fields},
	{"references", "References", LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true,
		reference_fields},
	{NULL, NULL, LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, false, NULL},
};

const struct section schema_custom = {
	NULL, NULL, LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, true, true, custom_fields};

const struct section *schema_find_section(struct text key)
{
	for (const struct section *section = schema_sections; section->key; section++) {
		if (text_is(key, section->key))
			return section;
	}
	return NULL;
}

const struct field *schema_find_field(const struct field *fields, struct text key)
{
	for (; fields->key; fields++) {
		if (text_is(key, fields->key))
			return fields;
	}
	return NULL;
}
