#include "schema_fields.h"

/* A field that has its place; one that is shown with a label; one that several may share. */
#define FIELD(key, slot, type, about, also)               \
	{                                                 \
		key, slot, type, false, NULL, about, also \
	}
#define DETAIL(key, type, label, about, also)                     \
	{                                                         \
		key, SLOT_DETAIL, type, false, label, about, also \
	}
#define CONTACT(key, type, label, about, also)                   \
	{                                                        \
		key, SLOT_DETAIL, type, true, label, about, also \
	}
#define END_OF_FIELDS                                                 \
	{                                                             \
		NULL, SLOT_COUNT, FIELD_TEXT, false, NULL, NULL, NULL \
	}

/* What means the same wherever it is. */
#define URL_FIELD(also)                                                                         \
	FIELD("url", SLOT_URL, FIELD_URL, "The address of its page; the name is a link to it.", \
		"website webpage link links href site homepage web " also)
#define LOCATION_FIELD                                                          \
	FIELD("location", SLOT_REMARK, FIELD_PLACE,                             \
		"A place, such as \"Berlin, Germany\", or a map of its parts.", \
		"city place address country region where "                      \
		"localizacao ubicacion "                                        \
		"ort ciudad cidade ville lugar lieu local luogo")
#define START_FIELD                                                                               \
	FIELD("startDate", SLOT_START, FIELD_DATE, "When it began: 2019, 2019-03 or 2019-03-15.", \
		"start startdate startyear begin begindate from since datestart datefrom "        \
		"inicio debut fechainicio datainicio")
#define END_FIELD                                                                     \
	FIELD("endDate", SLOT_END, FIELD_DATE,                                        \
		"When it ended; leave it out as long as it goes on.",                 \
		"end enddate endyear until to till finish finishdate dateend dateto " \
		"fin fim fechafin datafim")
#define PERIOD_FIELD                                                                               \
	FIELD("date", SLOT_DATE, FIELD_DATE,                                                       \
		"A date or a period, in place of a start and an end.",                             \
		"dates period duration time when year years timespan timeperiod timeframe "        \
		"daterange worktime edutime projecttime graduationdate graduation graduationyear " \
		"datum fecha periodo periode zeitraum")
#define SUMMARY_FIELD(also)                                                  \
	FIELD("summary", SLOT_SUMMARY, FIELD_TEXT,                           \
		"A text of one or more paragraphs; it may hold Markdown.",   \
		"desc text content note notes info overview abstract about " \
		"beschreibung descripcion descricao descrizione " also)
#define HIGHLIGHTS_FIELD                                                                \
	FIELD("highlights", SLOT_ITEMS, FIELD_ITEMS,                                    \
		"A list of texts: what was done, and what came of it.",                 \
		"bullets bullet bulletpoints details responsibilities responsibility "  \
		"achievements accomplishments points items tasks duties contributions " \
		"roles aufgaben logros responsabilidades atividades taches")
#define KEYWORDS_FIELD(also)                                                       \
	{                                                                          \
		"keywords", SLOT_KEYWORDS, FIELD_LIST, false, "Keywords",          \
			"A list of words, shown on one line.",                     \
			"technologies technology tech techstack stack tags tools " \
			"tecnologias technologien " also                           \
	}

const struct field schema_work[] = {
	FIELD("name", SLOT_ORGANISATION, FIELD_TEXT, "The employer.",
		"company employer organization organisation companyname institution client firm "
		"place business org employername empresa entreprise firma unternehmen arbeitgeber "
		"azienda"),
	FIELD("position", SLOT_TITLE, FIELD_TEXT, "The title of the job.",
		"title role jobtitle designation occupation job positiontitle function "
		"puesto cargo poste stelle titel titulo titre"),
	URL_FIELD("companyurl companywebsite companylink"),
	LOCATION_FIELD,
	FIELD("description", SLOT_REMARK, FIELD_TEXT,
		"A few words about the employer, under the title.", "department departmentname"),
	START_FIELD,
	END_FIELD,
	PERIOD_FIELD,
	SUMMARY_FIELD("workdesc"),
	HIGHLIGHTS_FIELD,
	FIELD("positions", SLOT_ENTRIES, FIELD_ENTRIES,
		"A list of the jobs held there, with the same fields.", "roles jobs titles"),
	KEYWORDS_FIELD("skills"),
	END_OF_FIELDS,
};

const struct field schema_volunteer[] = {
	FIELD("organization", SLOT_ORGANISATION, FIELD_TEXT, "Where that is.",
		"organisation company name institution employer place group"),
	FIELD("position", SLOT_TITLE, FIELD_TEXT, "What the person does there.",
		"title role jobtitle designation"),
	URL_FIELD(""),
	LOCATION_FIELD,
	START_FIELD,
	END_FIELD,
	PERIOD_FIELD,
	SUMMARY_FIELD("description"),
	HIGHLIGHTS_FIELD,
	END_OF_FIELDS,
};

const struct field schema_education[] = {
	FIELD("institution", SLOT_ORGANISATION, FIELD_TEXT, "The school.",
		"school university college institute organization organisation academy name place "
		"org "
		"schoolname universityname instituicao institucion istituto "
		"escuela escola universidad universidade ecole etablissement schule hochschule"),
	FIELD("studyType", SLOT_TITLE, FIELD_TEXT, "The degree, such as BSc.",
		"degree degreename degreetype title qualification academicdegree name "
		"abschluss diplome titulo titel"),
	FIELD("area", SLOT_SUBTITLE, FIELD_TEXT, "The subject.",
		"major field fieldofstudy program programme specialization subject discipline "
		"carrera curso fach studiengang"),
	URL_FIELD("institutionurl"),
	LOCATION_FIELD,
	START_FIELD,
	END_FIELD,
	PERIOD_FIELD,
	SUMMARY_FIELD("description"),
	DETAIL("score", FIELD_TEXT, "Score", "The final grade.",
		"gpa overallgpa cgpa grade grades percentage marks"),
	DETAIL("courses", FIELD_LIST, "Courses", "A list of the names of courses.",
		"coursework courselist relevantcourses relevantcoursework modules subjects "
		"curriculum"),
	HIGHLIGHTS_FIELD,
	END_OF_FIELDS,
};

const struct field schema_projects[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "What it is called.",
		"title project projectname "
		"nombre nome nom titulo titre titel"),
	FIELD("entity", SLOT_ORGANISATION, FIELD_TEXT, "For whom it was made.",
		"company organization organisation client employer institution affiliation"),
	FIELD("type", SLOT_REMARK, FIELD_TEXT,
		"What kind of thing it is, such as application or talk.", "category"),
	FIELD("description", SLOT_DESCRIPTION, FIELD_TEXT, "What it is, shown before the summary.",
		"desc about tagline subtitle projectdesc"),
	URL_FIELD("demo live"),
	START_FIELD,
	END_FIELD,
	FIELD("year", SLOT_DATE, FIELD_DATE, "The year, in place of a start and an end.", NULL),
	PERIOD_FIELD,
	FIELD("releaseDate", SLOT_DATE, FIELD_DATE, "When it came out.", "published"),
	SUMMARY_FIELD(""),
	HIGHLIGHTS_FIELD,
	KEYWORDS_FIELD("skills languages builtwith"),
	DETAIL("roles", FIELD_LIST, "Roles",
		"A list of what the person was in it, such as designer.",
		"role position projectrole"),
	DETAIL("repo", FIELD_URL, "Repository", "The address of its source.",
		"repository repourl github githuburl gitlab source sourcecode code git"),
	END_OF_FIELDS,
};

const struct field schema_patents[] = {
	FIELD("title", SLOT_TITLE, FIELD_TEXT, "What it is called.", "name"),
	FIELD("number", SLOT_NUMBER, FIELD_TEXT, "Its number, such as US0000001B1.",
		"id patentnumber patentno patentnum idnumber"),
	DETAIL("status", FIELD_TEXT, "Status", "Such as granted or pending.", "state"),
	DETAIL("office", FIELD_TEXT, "Office", "The patent office.", "patentoffice"),
	DETAIL("filingDate", FIELD_DATE, "Filed", "When it was filed.",
		"applicationdate filed filing filedate"),
	FIELD("date", SLOT_DATE, FIELD_DATE, "When it was granted.",
		"grantdate issuedate releasedate granted issued year"),
	DETAIL("inventors", FIELD_LIST, "Inventors", "A list of people.", "inventor authors"),
	DETAIL("assignee", FIELD_TEXT, "Assignee", "Who owns it.", "owner applicant"),
	URL_FIELD(""),
	SUMMARY_FIELD("description"),
	END_OF_FIELDS,
};

const struct field schema_publications[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "The title.", "title"),
	FIELD("publisher", SLOT_ORGANISATION, FIELD_TEXT, "The journal or publisher.",
		"journal venue conference booktitle where publication"),
	FIELD("releaseDate", SLOT_DATE, FIELD_DATE, "When it came out.",
		"date year when published publicationdate publishdate"),
	URL_FIELD("pdf paper"),
	SUMMARY_FIELD("description"),
	DETAIL("authors", FIELD_LIST, "Authors", "A list of people.", "author"),
	DETAIL("doi", FIELD_DOI, "DOI", "The digital object identifier, such as 10.1000/182.",
		NULL),
	END_OF_FIELDS,
};

const struct field schema_tools[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "What it is called.", "title tool"),
	FIELD("use", SLOT_LABEL, FIELD_TEXT, "What the person uses it for; shown before the name.",
		"purpose for usage description summary category"),
	URL_FIELD(""),
	FIELD("level", SLOT_LEVEL, FIELD_TEXT, "How well, such as expert.",
		"experience rating proficiency"),
	KEYWORDS_FIELD("items list"),
	END_OF_FIELDS,
};

const struct field schema_notes[] = {
	FIELD("title", SLOT_TITLE, FIELD_TEXT, "What it is called.", "name"),
	FIELD("publisher", SLOT_ORGANISATION, FIELD_TEXT, "Where it can be read.",
		"journal source blog"),
	URL_FIELD(""),
	FIELD("year", SLOT_DATE, FIELD_DATE, "When it was written.", NULL),
	FIELD("date", SLOT_DATE, FIELD_DATE, "When it was written.",
		"when releasedate published publicationdate"),
	SUMMARY_FIELD("description"),
	END_OF_FIELDS,
};

const struct field schema_skills[] = {
	FIELD("name", SLOT_LABEL, FIELD_TEXT, "A skill, or what the keywords have in common.",
		"label category title group skillname skill area type"),
	FIELD("level", SLOT_LEVEL, FIELD_TEXT, "How well, such as expert.",
		"experience rating percent percentage proficiency years value score"),
	KEYWORDS_FIELD("items details list skills values skilldesc"),
	END_OF_FIELDS,
};

const struct field schema_languages[] = {
	FIELD("language", SLOT_LABEL, FIELD_TEXT, "The name of the language.",
		"name title label idiom"),
	FIELD("fluency", SLOT_TITLE, FIELD_TEXT, "How well the person speaks it.",
		"level proficiency cefr value skill details"),
	END_OF_FIELDS,
};

const struct field schema_certificates[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "What it is called.",
		"title certificate certification"),
	FIELD("issuer", SLOT_ORGANISATION, FIELD_TEXT, "Who issued it.",
		"organization organisation provider authority institution company from by school"),
	FIELD("date", SLOT_DATE, FIELD_DATE, "When it was issued.",
		"year issued when issuedate releasedate startdate start"),
	DETAIL("expires", FIELD_DATE, "Expires", "The day until which it is valid.",
		"expiry expirydate expirationdate validuntil enddate end"),
	URL_FIELD("credentialurl"),
	SUMMARY_FIELD("description"),
	END_OF_FIELDS,
};

const struct field schema_awards[] = {
	FIELD("title", SLOT_TITLE, FIELD_TEXT, "What it is called.", "name award awardinfo"),
	FIELD("awarder", SLOT_ORGANISATION, FIELD_TEXT, "Who gave it.",
		"issuer from institution organization organisation provider by company"),
	FIELD("date", SLOT_DATE, FIELD_DATE, "When it was given.",
		"year time when dates releasedate issued awardtime"),
	URL_FIELD(""),
	SUMMARY_FIELD("description"),
	END_OF_FIELDS,
};

const struct field schema_interests[] = {
	FIELD("name", SLOT_LABEL, FIELD_TEXT, "What it is, or what the keywords have in common.",
		"interest title hobby label"),
	KEYWORDS_FIELD("items details list"),
	END_OF_FIELDS,
};

const struct field schema_references[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "Who says it.", "person referee"),
	FIELD("role", SLOT_ORGANISATION, FIELD_TEXT, "Who that is, such as a former manager.",
		"relationship title position company occupation designation"),
	FIELD("reference", SLOT_SUMMARY, FIELD_TEXT, "What they say.",
		"quote text summary testimonial recommendation"),
	DETAIL("email", FIELD_EMAIL, "Email", "How to reach them.", "mail"),
	DETAIL("phone", FIELD_PHONE, "Phone", "How to reach them.", "telephone tel mobile"),
	URL_FIELD(""),
	END_OF_FIELDS,
};

const struct field schema_other[] = {
	FIELD("title", SLOT_TITLE, FIELD_TEXT,
		"What the entry is; the first in the file is its title.", "heading"),
	FIELD("name", SLOT_TITLE, FIELD_TEXT,
		"What the entry is; the first in the file is its title.", NULL),
	FIELD("position", SLOT_TITLE, FIELD_TEXT,
		"What the entry is; the first in the file is its title.", "role jobtitle degree"),
	FIELD("text", SLOT_TITLE, FIELD_TEXT,
		"What the entry is; the first in the file is its title.", "bullet"),
	FIELD("entity", SLOT_ORGANISATION, FIELD_TEXT, "Where it was, or for whom.",
		"company organization organisation institution employer school university "
		"publisher issuer venue conference event awarder journal"),
	LOCATION_FIELD,
	START_FIELD,
	END_FIELD,
	FIELD("date", SLOT_DATE, FIELD_DATE, "A date or a period, in place of a start and an end.",
		"dates period duration time when years timespan releasedate"),
	FIELD("year", SLOT_DATE, FIELD_DATE, "A date or a period, in place of a start and an end.",
		NULL),
	URL_FIELD(""),
	FIELD("description", SLOT_DESCRIPTION, FIELD_TEXT, "A text, shown before the summary.",
		NULL),
	FIELD("summary", SLOT_SUMMARY, FIELD_TEXT,
		"A text of one or more paragraphs; it may hold Markdown.",
		"desc content note info overview abstract about"),
	FIELD("highlights", SLOT_ITEMS, FIELD_ITEMS,
		"A list of texts: what was done, and what came of it.",
		"bullets bulletpoints responsibilities achievements accomplishments points items "
		"tasks duties contributions"),
	KEYWORDS_FIELD("skills"),
	FIELD("label", SLOT_LABEL, FIELD_TEXT, "Stands before the title, or is the title.", NULL),
	FIELD("details", SLOT_DESCRIPTION, FIELD_TEXT, "A text, shown before the summary.", NULL),
	FIELD("entries", SLOT_ENTRIES, FIELD_ENTRIES, "A list of entries within this one.", NULL),
	END_OF_FIELDS,
};

const struct field schema_basics[] = {
	FIELD("name", SLOT_TITLE, FIELD_TEXT, "The name of the person.",
		"fullname completename displayname "
		"nombre nome nom"),
	FIELD("label", SLOT_SUBTITLE, FIELD_TEXT, "What the person is, such as a job title.",
		"headline title jobtitle tagline subtitle occupation position role profession "
		"designation titulo titre titel"),
	FIELD("banner", SLOT_REMARK, FIELD_BANNER,
		"A line of news under the name: text, or text with an address and a last day.",
		"announcement notice status availability"),
	DETAIL("image", FIELD_PICTURE, "Picture", "The address of a picture, shown as a link.",
		"picture photo avatar profilepicture profileimage headshot"),
	CONTACT("email", FIELD_EMAIL, "Email", "An address, or a list of several.",
		"emails mail emailaddress "
		"correo courriel"),
	CONTACT("phone", FIELD_PHONE, "Phone", "A number, or a list of several.",
		"phones telephone tel mobile cell phonenumber "
		"telefono telefone telefon"),
	CONTACT("url", FIELD_URL, "Web", "The address of the person's own pages.",
		"website websites webpage homepage site web link href personalwebsite"),
	DETAIL("location", FIELD_PLACE, "Location", "Where the person lives.",
		"address place adresse wohnort ubicacion localizacao endereco direccion indirizzo"),
	{"profiles", SLOT_ENTRIES, FIELD_PROFILES, false, "Profiles",
		"A list of accounts elsewhere: network, username and url.",
		"profile social socials socialnetworks sociallinks socialmedia socialprofiles "
		"links "
		"accounts networks"},
	FIELD("summary", SLOT_SUMMARY, FIELD_TEXT,
		"A few sentences about the person; they may hold Markdown.",
		"objective about aboutme bio biography profile blurb statement introduction intro "
		"mission description careerobjective professionalsummary overview "
		"resumen resumo perfil profil uebermich zusammenfassung sobremi"),
	FIELD("highlights", SLOT_ITEMS, FIELD_ITEMS, "A list of texts: what matters most.", NULL),
	END_OF_FIELDS,
};

const struct field schema_profile[] = {
	FIELD("network", SLOT_LABEL, FIELD_TEXT, "What it is called, such as GitHub.",
		"name site type label platform service title"),
	FIELD("username", SLOT_TITLE, FIELD_TEXT, "The name of the person there.",
		"user handle id value account text"),
	FIELD("url", SLOT_URL, FIELD_URL, "The address of the person's page there.",
		"href link website"),
	END_OF_FIELDS,
};

const struct field schema_banner[] = {
	FIELD("text", SLOT_TITLE, FIELD_TEXT, "What there is to know now.", "title message"),
	FIELD("url", SLOT_URL, FIELD_URL, "The address of a page that says more.",
		"href link website"),
	FIELD("until", SLOT_END, FIELD_DATE, "The last day on which to show it.", "end enddate"),
	END_OF_FIELDS,
};

const struct field schema_location[] = {
	FIELD("address", SLOT_DETAIL, FIELD_TEXT, "Street and number; it may have several lines.",
		"street streetaddress"),
	FIELD("postalCode", SLOT_NUMBER, FIELD_TEXT,
		"The postal code, in quotes if it begins with 0.", "zip zipcode postcode code"),
	FIELD("city", SLOT_TITLE, FIELD_TEXT, "The city.", "town locality"),
	FIELD("region", SLOT_DETAIL, FIELD_TEXT, "The state, province or region.",
		"state province county"),
	FIELD("countryCode", SLOT_DETAIL, FIELD_TEXT, "The country as two letters, such as DE.",
		"country"),
	END_OF_FIELDS,
};

const struct field schema_meta[] = {
	FIELD("canonical", SLOT_DETAIL, FIELD_URL, "Where the newest version of the file is.",
		NULL),
	FIELD("version", SLOT_DETAIL, FIELD_TEXT, "The version of the file, such as v1.0.0.", NULL),
	FIELD("lastModified", SLOT_DETAIL, FIELD_DATE, "When the file was changed last.", NULL),
	FIELD("lang", SLOT_DETAIL, FIELD_TEXT,
		"The language of titles and dates, such as de or pt-BR.", "language locale"),
	FIELD("order", SLOT_DETAIL, FIELD_LIST,
		"A list of the sections to show first, by their keys.", NULL),
	FIELD("titles", SLOT_DETAIL, FIELD_MAP, "The titles of sections, by their keys.", NULL),
	FIELD("hide", SLOT_DETAIL, FIELD_LIST, "A list of the sections not to show, by their keys.",
		NULL),
	FIELD("private", SLOT_DETAIL, FIELD_LIST,
		"A list of what strangers are not to see: sections, or fields such as "
		"basics.phone.",
		NULL),
	FIELD("group", SLOT_DETAIL, FIELD_MAP,
		"Whether to show sections by year: year or none, by their keys.", NULL),
	FIELD("present", SLOT_DETAIL, FIELD_TEXT,
		"The word for what goes on, in place of that of the language.", NULL),
	FIELD("months", SLOT_DETAIL, FIELD_LIST,
		"A list of the names of the twelve months, in place of those of the language.",
		NULL),
	END_OF_FIELDS,
};
