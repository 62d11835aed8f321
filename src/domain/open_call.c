/* open_call.c — the catalogue's words for fields and kinds of applicants. */
#include "domain/open_call.h"

#include "core/catalogue.h"

const char *
area_name(enum scheme_area area, enum lang lang)
{
	static const char *const names[AREA__MAX] = { [AREA_CULTURE] = T("Kultur"),
		[AREA_SPORT] = T("Idrett og friluftsliv"),
		[AREA_TRANSPORT] = T("Samferdsel"),
		[AREA_BUSINESS] = T("Næring"),
		[AREA_COMMUNITY] = T("Samfunnsutvikling") };

	return (tr(lang, names[area]));
}

const char *
applicant_kind_name(enum applicant_kind kind, enum lang lang)
{
	static const char *const names[APPLICANT__MAX] = { [APPLICANT_VOLUNTARY] =
							       T("Frivillige lag og organisasjoner"),
		[APPLICANT_MUNICIPALITY] = T("Kommuner"),
		[APPLICANT_ENTERPRISE] = T("Bedrifter"),
		[APPLICANT_COOPERATION] = T("Samarbeid mellom flere"),
		[APPLICANT_PERSON] = T("Enkeltpersoner") };

	return (tr(lang, names[kind]));
}
