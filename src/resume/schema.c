#include "resume/schema.h"

#include "schema_fields.h"

/* A new section is one row here, and its list of fields in schema_fields.c. */
const struct section schema_sections[] = {
	{"work", "Experience", "Jobs, the newest first.",
		"experience experiences workexperience workexperiences employment employments "
		"employmenthistory workhistory jobs jobhistory career careerhistory workexplist "
		"professionalexperience positions",
		"internship internships industry companies researchexperience industryexperience "
		"berufserfahrung experiencia experiencias experiencialaboral "
		"experienciaprofesional "
		"experienciaprofissional experienceprofessionnelle experiencesprofessionnelles "
		"esperienza esperienze",
		LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true, true, schema_work},
	{"volunteer", "Volunteering", "Unpaid work.",
		"volunteering volunteers volunteerexperience volunteerwork communityservice",
		"community service leadership activities extracurricular extracurriculars "
		"ehrenamt voluntariado benevolat volontariato",
		LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true, true, schema_volunteer},
	{"education", "Education", "Schools and degrees.",
		"educations educationlist educationhistory academics schools",
		"studies academicbackground ausbildung bildung educacion educacao estudios etudes "
		"formacion formacionacademica formacao formacaoacademica formation formations "
		"formazione istruzione",
		LOOK_ENTRIES, SLOT_ORGANISATION, SLOT_ORGANISATION, true, true, schema_education},
	{"projects", "Projects", "What the person made, at work or elsewhere.",
		"project projectlist projectexperience",
		"personalprojects sideprojects opensource opensourceprojects repos portfolio "
		"keyprojects selectedprojects projekte projets progetti projetos proyectos",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, true, true, schema_projects},
	{"patents", "Patents", "Patents, granted or pending.", "patent patentlist", "ip inventions",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, schema_patents},
	{"publications", "Publications", "Papers, books and the like.",
		"publication publicationlist",
		"papers selectedpublications allpublications preprints writing bibliography "
		"publikationen publicaciones publicacoes pubblicazioni",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, schema_publications},
	{"tools", "Technologies & Tools",
		"What the person works with; what has the same use shares a line.", "tool",
		"software toolbox uses stack techstack", LOOK_FIELDS, SLOT_TITLE, SLOT_TITLE, false,
		true, schema_tools},
	{"notes", "Notes", "Articles and posts by the person.", "note",
		"posts blog blogposts articles essays mediumarticles", LOOK_ENTRIES, SLOT_TITLE,
		SLOT_TITLE, false, true, schema_notes},
	{"skills", "Skills",
		"What the person knows, one line each: a group and its keywords, or a text.",
		"skill skillset skilllist skillslist",
		"technicalskills technologies competencies corecompetencies expertise softskills "
		"hardskills programminglanguages kenntnisse habilidades aptitudes competencias "
		"competences competenze",
		LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, true, schema_skills},
	{"languages", "Languages", "What the person speaks, one line each.",
		"language languagelist",
		"spokenlanguages languageskills sprachen sprachkenntnisse idiomas langues lingue",
		LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, false, schema_languages},
	{"certificates", "Certificates", "Certificates and licences.",
		"certificate certifications certification certificationlist",
		"licenses licences licensesandcertifications zertifikate certificados "
		"certificaciones certificacoes certificazioni",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, schema_certificates},
	{"awards", "Awards", "Prizes and honours.", "award awardlist",
		"honors honours honorsandawards awardsandhonors recognition grants fellowships "
		"scholarships achievements accomplishments auszeichnungen premios premi prix",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, schema_awards},
	{"interests", "Interests", "What the person likes to do, one line each.", "interest",
		"hobbies hobby hobbiesandinterests interessen intereses interesses loisirs "
		"interessi",
		LOOK_FIELDS, SLOT_LABEL, SLOT_LABEL, false, false, schema_interests},
	{"references", "References", "What others say about the person.", "reference referees",
		"testimonials testimonial recommendations referenzen referencias referenze",
		LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, true, schema_references},
	{NULL, NULL, NULL, NULL, NULL, LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, false, NULL},
};

const struct section schema_custom = {NULL, NULL,
	"A section of your own: a list of entries, an entry or a text.", NULL, NULL, LOOK_ENTRIES,
	SLOT_TITLE, SLOT_TITLE, true, true, schema_other};

const struct section schema_header = {"basics", NULL, "Who the person is, and how to reach them.",
	"basic personal personalinfo personalinformation personaldetails person profile contact "
	"contacts contactinfo contactinformation header heading about aboutme info bio me "
	"kontakt contacto contato contatto coordonnees datospersonales dadospessoais",
	NULL, LOOK_ENTRIES, SLOT_TITLE, SLOT_TITLE, false, false, schema_basics};

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

static bool counts(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80);
}

/* The word at start in a list with blanks between them. */
static struct text word_at(struct text words, size_t start)
{
	return text_slice(words, start, text_find(words, start, ' '));
}

bool schema_same_name(struct text name, struct text word)
{
	size_t at = 0;
	for (size_t i = 0; i < name.length; i++) {
		char byte = text_lower(name.bytes[i]);
		if (!counts(byte))
			continue;
		while (at < word.length && !counts(text_lower(word.bytes[at])))
			at++;
		if (at == word.length || text_lower(word.bytes[at]) != byte)
			return false;
		at++;
	}
	while (at < word.length && !counts(text_lower(word.bytes[at])))
		at++;
	return at == word.length && at > 0;
}

bool schema_has_name(const char *words, struct text name)
{
	struct text list = text_from(words);
	for (size_t start = 0; start < list.length;) {
		struct text word = word_at(list, start);
		if (schema_same_name(name, word))
			return true;
		start += word.length + 1;
	}
	return false;
}

const struct section *schema_guess_section(struct text name, bool *says_more)
{
	*says_more = false;
	for (const struct section *section = schema_sections; section->key; section++) {
		*says_more = schema_has_name(section->kinds, name);
		if (*says_more || schema_same_name(name, text_from(section->key)) ||
			schema_has_name(section->also, name))
			return section;
	}
	return NULL;
}

const struct field *schema_guess_field(
	const struct field *fields, struct text name, const struct field *after)
{
	for (const struct field *field = after ? after + 1 : fields; field->key; field++) {
		if (schema_same_name(name, text_from(field->key)) ||
			schema_has_name(field->also, name))
			return field;
	}
	return NULL;
}
