/* case_letter.c — what a letter on defects, a provisional reply and the papers of an appeal must hold. */
#include "domain/case_letter.h"

#include "core/catalogue.h"
#include "core/text.h"

#define SHORT_DAYS 7 /* less than a week is short for people who meet in the evenings */
#define FURTHEST_DAYS 366

#define OF(kind) (1u << (LETTER_##kind))
#define ALL (OF(DEFECT) | OF(PROVISIONAL) | OF(FORWARD))

/* Texts that must be there: where in the facts, in which letters, and what is told. */
static const struct part {
	size_t at;
	unsigned kinds;
	const char *path, *missing;
} parts[] = {
	{ offsetof(struct case_letter_facts, county), ALL, "head",
	    T("Brevhodet mangler avsender. Fyll inn fylkeskommunens navn i innstillingene.") },
	{ offsetof(struct case_letter_facts, number), ALL, "number",
	    T("Søknadsnummeret mangler. Søknaden må være sendt inn før den kan få svar.") },
	{ offsetof(struct case_letter_facts, recipient), ALL, "recipient", T("Det står ikke hvem brevet går til.") },
	{ offsetof(struct case_letter_facts, opening), ALL, "opening",
	    T("Åpningen mangler. Skriv den under Brevtekster.") },
	{ offsetof(struct case_letter_facts, content), OF(DEFECT), "content",
	    T("Skriv hva som mangler, ett punkt på hver linje.") },
	{ offsetof(struct case_letter_facts, content), OF(FORWARD), "content",
	    T("Det står ikke hva klageren ber om. Registrer klagen først.") },
	{ offsetof(struct case_letter_facts, message), OF(DEFECT), "message",
	    T("Det står ikke hvordan det som mangler, sendes. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, message), OF(PROVISIONAL), "message",
	    T("Det står ikke når svaret kommer. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, message), OF(FORWARD), "message",
	    T("Det står ikke hvor saken går. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, reason), OF(PROVISIONAL), "reason",
	    T("Grunnen til at svaret tar tid, mangler. Skriv den her eller under Brevtekster.") },
	{ offsetof(struct case_letter_facts, reason), OF(FORWARD), "reason", T("Skriv hvordan dere vurderer klagen.") },
	{ offsetof(struct case_letter_facts, after), OF(DEFECT), "after",
	    T("Det står ikke hva som skjer hvis fristen går ut. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, after), OF(PROVISIONAL), "after",
	    T("Det står ikke hva søkeren skal gjøre nå. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, after), OF(FORWARD), "after",
	    T("Det står ikke at klageren får kopi. Skriv det under Brevtekster.") },
	{ offsetof(struct case_letter_facts, contact_name), ALL, "contact",
	    T("Kontaktpersonen mangler. Legg inn navn og telefon eller e-post på utlysningen.") },
	{ offsetof(struct case_letter_facts, signature), ALL, "signature",
	    T("Underskriften mangler. Fyll inn navn og tittel.") },
};

static void
tell(struct messages *missing, const char *path, enum lang lang, const char *text)
{
	messages_add(missing, MESSAGE_ERROR, "", path, tr(lang, text));
}

static int
days_ahead(const struct case_letter_facts *facts)
{
	return ((int)(date_days(facts->day) - date_days(facts->dated)));
}

static void
check_day(struct messages *missing, const struct case_letter_facts *facts, enum lang lang)
{
	if (facts->kind == LETTER_FORWARD)
		return;
	if (!date_valid(facts->day))
		tell(missing, "day", lang, T("Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
	else if (days_ahead(facts) <= 0)
		tell(missing, "day", lang, T("Datoen må være etter i dag. Velg en senere dag."));
	else if (days_ahead(facts) > FURTHEST_DAYS)
		tell(missing, "day", lang, T("Datoen er mer enn et år fram. Velg en tidligere dag."));
}

void
case_letter_check(struct messages *missing, const struct case_letter_facts *facts, enum lang lang)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *const *text = (const void *)((const char *)facts + parts[i].at);

		if ((parts[i].kinds & (1u << facts->kind)) != 0 && text_blank(*text))
			tell(missing, parts[i].path, lang, parts[i].missing);
	}
	if (!text_blank(facts->contact_name) && text_blank(facts->contact_phone) && text_blank(facts->contact_email))
		tell(missing, "contact", lang,
		    T("Kontaktpersonen mangler. Legg inn navn og telefon eller e-post på utlysningen."));
	if (!date_valid(facts->dated))
		tell(missing, "date", lang, T("Brevet mangler dato."));
	else
		check_day(missing, facts, lang);
}

bool
case_letter_day_is_short(const struct case_letter_facts *facts)
{
	return (facts->kind == LETTER_DEFECT && date_valid(facts->day) && days_ahead(facts) > 0 &&
		days_ahead(facts) < SHORT_DAYS);
}
