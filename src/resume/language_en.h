/* English; its titles and labels are those of the table of sections. Private to language.c. */
#include "language_parts.h"

static const struct language english = {
	.code = "en",
	.names = "en eng english",
	.months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
		"Dec"},
	.month_words = {"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"},
	.season_words = "spring summer fall autumn winter early mid late",
	.month_form = "M Y",
	.day_form = "D M Y",
	.present = "Present",
	.ongoing = "Present",
	.undated = "Undated",
	.present_words = "present current currently now today ongoing todate presentday untilnow "
			 "tillnow",
	.since_words = "since from",
	.until_words = "to until till through thru",
	.small_words = "of st nd rd th",
	.plural = PLURAL_NONE,
	.years = {"# yr"},
	.year_months = {"# mo"},
	.between = " ",
};
