/* German. Private to language.c. */
#include "language_parts.h"

static const struct language german = {
	.code = "de",
	.names = "de deu ger german deutsch",
	.months = {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
		"Nov.", "Dez."},
	.month_words = {"Januar Jänner", "Februar Feber", "März Mrz Maerz", "April", "Mai", "Juni",
		"Juli", "August", "September", "Oktober", "November", "Dezember"},
	.season_words = "Frühling Frühjahr Sommer Herbst Winter Anfang Mitte Ende Sommersemester "
			"Wintersemester",
	.month_form = "M Y",
	.day_form = "D. M Y",
	.present = "heute",
	.ongoing = "Laufend",
	.undated = "Ohne Datum",
	.present_words = "heute bisheute jetzt aktuell laufend gegenwart andauernd fortlaufend "
			 "dato biszurgegenwart gegenwärtig derzeit",
	.since_words = "seit ab von",
	.until_words = "bis",
	.small_words = "den",
	.plural = PLURAL_NONE,
	.years = {"# J."},
	.year_months = {"# Mon."},
	.between = " ",
	.titles =
		{
			{"work", "Berufserfahrung",
				"beruflicheerfahrung beruflicheerfahrungen berufserfahrungen "
				"werdegang "
				"beruflicherwerdegang arbeitserfahrung praxiserfahrung "
				"berufspraxis "
				"berufstätigkeit beruflichetätigkeiten beruflichestationen"},
			{"volunteer", "Ehrenamt",
				"ehrenämter ehrenamtlichetätigkeit ehrenamtlichetätigkeiten "
				"ehrenamtlichesengagement engagement freiwilligenarbeit"},
			{"education", "Ausbildung",
				"bildung bildungsweg bildungsgang studium ausbildungundstudium "
				"schulischeausbildung akademischeausbildung akademischerwerdegang "
				"schuleundstudium"},
			{"projects", "Projekte", "projekt projekterfahrung projektliste"},
			{"patents", "Patente", "patent"},
			{"publications", "Veröffentlichungen",
				"veröffentlichung publikationen publikationsliste"},
			{"tools", "Technologien und Werkzeuge", "werkzeuge technologienwerkzeuge"},
			{"notes", "Notizen", "notiz artikel beiträge"},
			{"skills", "Kenntnisse",
				"fähigkeiten fertigkeiten kompetenzen kenntnisseundfähigkeiten "
				"fähigkeitenundkenntnisse fachkenntnisse itkenntnisse "
				"edvkenntnisse"},
			{"languages", "Sprachen", "sprache sprachkenntnisse"},
			{"certificates", "Zertifikate",
				"zertifikat zertifizierungen zertifizierung bescheinigungen"},
			{"awards", "Auszeichnungen",
				"auszeichnung preise ehrungen preiseundauszeichnungen "
				"stipendienundpreise"},
			{"interests", "Interessen",
				"hobbys hobbies interesse interessenundhobbys hobbysundinteressen"},
			{"references", "Referenzen", "referenz empfehlungen"},
		},
	.labels =
		{
			{"Keywords", "Stichwörter"},
			{"Links", "Links"},
			{"Level", "Niveau"},
			{"Score", "Note"},
			{"Courses", "Kurse"},
			{"Roles", "Rollen"},
			{"Repository", "Repository"},
			{"Status", "Status"},
			{"Office", "Patentamt"},
			{"Filed", "Angemeldet"},
			{"Inventors", "Erfinder"},
			{"Assignee", "Inhaber"},
			{"Authors", "Autoren"},
			{"DOI", "DOI"},
			{"Expires", "Gültig bis"},
			{"Email", "E-Mail"},
			{"Phone", "Telefon"},
			{"Picture", "Bild"},
			{"Web", "Web"},
			{"Location", "Ort"},
			{"Profiles", "Profile"},
		},
};
