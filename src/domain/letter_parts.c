/* letter_parts.c — what the law and good practice demand of a decision letter, part by part. */
#include "domain/letter_parts.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

static const struct {
	const char *code, *missing;
} parts[LETTER__MAX] = {
	[LETTER_HEAD] = { "head", T("Brevhodet mangler avsender. Fyll inn fylkeskommunens navn i innstillingene.") },
	[LETTER_NUMBER] = { "number", T("Søknadsnummeret mangler. Søknaden må være sendt inn før den kan få svar.") },
	[LETTER_DATE] = { "date", T("Brevet mangler dato.") },
	[LETTER_RECIPIENT] = { "recipient", T("Mottakeren mangler. Fyll inn navnet på organisasjonen.") },
	[LETTER_OUTCOME] = { "outcome", T("Vedtaket mangler. Avgjør søknaden før brevet sendes.") },
	[LETTER_OPENING] = { "opening",
	    T("Åpningen som sier hva som er vedtatt, mangler. Skriv den under Brevtekster.") },
	[LETTER_DECIDER] = { "decider",
	    T("Det står ikke hvem som har avgjort saken. Registrer leder eller organ på vedtaket.") },
	[LETTER_MEETING_CASE] = { "meeting-case",
	    T("Saksnummeret i møtet mangler. Registrer det på organets vedtak.") },
	[LETTER_RULES] = { "rules", T("Reglene vedtaket bygger på, mangler. Legg dem inn i ordningen under «laws».") },
	[LETTER_FACTS] = { "facts", T("Det står ikke hva det er søkt om. Søknaden mangler tittel eller sum.") },
	[LETTER_REASON] = { "reason", T("Begrunnelsen mangler. Skriv hvorfor søknaden fikk dette utfallet.") },
	[LETTER_DEPARTURE] = { "departure",
	    T("Vedtaket er et annet enn innstillingen. Skriv hvorfor, slik det går fram av møteboken.") },
	[LETTER_SUM] = { "sum", T("Summen som er gitt, mangler. Registrer den på vedtaket.") },
	[LETTER_PURPOSE] = { "purpose",
	    T("Det står ikke hva pengene skal brukes til. Legg inn formålet i ordningen.") },
	[LETTER_TERMS] = { "terms", T("Vilkårene mangler. Legg dem inn i ordningen under «terms».") },
	[LETTER_CONTROL] = { "control",
	    T("Det står ikke hvordan bruken blir kontrollert. Skriv det under Brevtekster.") },
	[LETTER_PAYMENT] = { "payment",
	    T("Det står ikke når pengene blir betalt ut. Legg det inn i ordningen under «payment».") },
	[LETTER_REPORT] = { "report", T("Fristen for rapport mangler. Legg den inn i ordningen under «report».") },
	[LETTER_APPEAL_BODY] = { "appeal-body", T("Klageorganet mangler. Legg det inn i ordningen under «workflow».") },
	[LETTER_APPEAL_TO] = { "appeal-to", T("Det står ikke hvor en klage skal sendes.") },
	[LETTER_APPEAL_DEADLINE] = { "appeal-deadline",
	    T("Klagefristen mangler. Den er tre uker fra søkeren fikk brevet.") },
	[LETTER_ACCESS] = { "access", T("Retten til å se sakens dokumenter mangler (forvaltningsloven §§ 18 og 19).") },
	[LETTER_POSTPONED] = { "postponed",
	    T("Retten til å be om utsatt iverksetting mangler (forvaltningsloven § 42).") },
	[LETTER_CONTACT] = { "contact",
	    T("Kontaktpersonen mangler. Legg inn navn og telefon eller e-post på utlysningen.") },
	[LETTER_SIGNATURE] = { "signature", T("Underskriften mangler. Fyll inn navn og tittel.") },
};

static bool
gives_money(const struct letter_facts *facts)
{
	return (facts->outcome == OUTCOME_GRANTED || facts->outcome == OUTCOME_PARTLY_GRANTED);
}

bool
letter_part_needed(const struct letter_facts *facts, enum letter_part part)
{
	switch (part) {
	case LETTER_MEETING_CASE:
		return (facts->by_body);
	case LETTER_DEPARTURE:
		return (facts->departs);
	case LETTER_SUM:
	case LETTER_PURPOSE:
	case LETTER_TERMS:
	case LETTER_CONTROL:
	case LETTER_PAYMENT:
	case LETTER_REPORT:
		return (gives_money(facts));
	case LETTER_APPEAL_BODY:
	case LETTER_APPEAL_TO:
	case LETTER_APPEAL_DEADLINE:
	case LETTER_POSTPONED:
		return (facts->may_appeal);
	default:
		return (true);
	}
}

/* The law's three weeks, in either written standard. */
static bool
says_three_weeks(const char *text)
{
	return (text != NULL && (strstr(text, "tre uker") != NULL || strstr(text, "tre veker") != NULL));
}

/* Texts that are there when they are not blank; NULL for parts that are more than one text. */
static const char *const *
text_of(const struct letter_facts *facts, enum letter_part part)
{
	switch (part) {
	case LETTER_HEAD:
		return (&facts->county);
	case LETTER_NUMBER:
		return (&facts->number);
	case LETTER_RECIPIENT:
		return (&facts->recipient);
	case LETTER_DECIDER:
		return (&facts->decider);
	case LETTER_MEETING_CASE:
		return (&facts->meeting_case);
	case LETTER_RULES:
		return (&facts->rules);
	case LETTER_FACTS:
		return (&facts->facts);
	case LETTER_OPENING:
		return (&facts->opening);
	case LETTER_REASON:
		return (&facts->reason);
	case LETTER_DEPARTURE:
		return (&facts->departure);
	case LETTER_PURPOSE:
		return (&facts->purpose);
	case LETTER_TERMS:
		return (&facts->terms);
	case LETTER_CONTROL:
		return (&facts->control);
	case LETTER_PAYMENT:
		return (&facts->payment);
	case LETTER_REPORT:
		return (&facts->report_due);
	case LETTER_APPEAL_BODY:
		return (&facts->appeal_body);
	case LETTER_APPEAL_TO:
		return (&facts->appeal_to);
	case LETTER_ACCESS:
		return (&facts->access_text);
	case LETTER_POSTPONED:
		return (&facts->postponed_text);
	case LETTER_SIGNATURE:
		return (&facts->signature);
	default:
		return (NULL);
	}
}

bool
letter_part_there(const struct letter_facts *facts, enum letter_part part)
{
	const char *const *text = text_of(facts, part);

	if (text != NULL)
		return (!text_blank(*text));
	switch (part) {
	case LETTER_DATE:
		return (date_valid(facts->dated));
	case LETTER_OUTCOME:
		return (facts->outcome != OUTCOME_NONE && date_valid(facts->decided_on));
	case LETTER_SUM:
		return (facts->awarded.ore > 0);
	case LETTER_APPEAL_DEADLINE:
		return (says_three_weeks(facts->appeal_text));
	case LETTER_CONTACT:
		return (!text_blank(facts->contact_name) &&
			(!text_blank(facts->contact_phone) || !text_blank(facts->contact_email)));
	default:
		return (false);
	}
}

void
letter_parts_check(struct messages *missing, const struct letter_facts *facts, enum lang lang)
{
	for (int i = 0; i < LETTER__MAX; i++) {
		enum letter_part part = (enum letter_part)i;

		if (letter_part_needed(facts, part) && !letter_part_there(facts, part))
			messages_add(missing, MESSAGE_ERROR, "", parts[part].code, tr(lang, parts[part].missing));
	}
}
