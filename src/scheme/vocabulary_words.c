/* vocabulary_words.c — finds what elements and attributes are called in forms, and what their values are called. */
#include "scheme/vocabulary_words.h"

#include <string.h>

#include "core/catalogue.h"

static const struct {
	const char *key, *attribute, *value, *label;
} values[] = {
	{ "scheme", "field", "kultur", T("Kultur") },
	{ "scheme", "field", "idrett", T("Idrett og friluftsliv") },
	{ "scheme", "field", "samferdsel", T("Samferdsel") },
	{ "scheme", "field", "naering", T("Næring") },
	{ "scheme", "field", "samfunnsutvikling", T("Samfunnsutvikling") },
	{ "scheme", "status", "active", T("I bruk") },
	{ "scheme", "status", "paused", T("På vent") },
	{ "scheme", "status", "ended", T("Avsluttet") },
	{ "applicant", "type", "voluntary", T("Frivillige lag og organisasjoner") },
	{ "applicant", "type", "municipality", T("Kommuner") },
	{ "applicant", "type", "enterprise", T("Foretak") },
	{ "applicant", "type", "cooperation", T("Samarbeid") },
	{ "applicant", "type", "person", T("Privatpersoner") },
	{ "*", "applicant-type", "voluntary", T("Frivillige lag og organisasjoner") },
	{ "*", "applicant-type", "municipality", T("Kommuner") },
	{ "*", "applicant-type", "enterprise", T("Foretak") },
	{ "*", "applicant-type", "cooperation", T("Samarbeid") },
	{ "*", "applicant-type", "person", T("Privatpersoner") },
	{ "requires", "register", "frivillighetsregisteret", T("Frivillighetsregisteret") },
	{ "rule", "kind", "knock-out", T("Søknaden faller ut") },
	{ "rule", "kind", "warning", T("Søkeren får et varsel") },
	{ "rule", "outcome", "dismissal", T("Avvisning: blir ikke vurdert") },
	{ "rule", "outcome", "rejection", T("Avslag") },
	{ "case", "outcome", "dismissal", T("Avvisning: blir ikke vurdert") },
	{ "case", "outcome", "rejection", T("Avslag") },
	{ "rule", "judged-by", "officer", T("Saksbehandleren") },
	{ "*", "of", "costs", T("alle kostnader") },
	{ "*", "of", "cash-costs", T("kostnader i penger") },
	{ "*", "of", "financing", T("finansieringen") },
	{ "*", "of", "applied", T("summen det søkes om") },
	{ "criteria", "method", "weighted", T("Med poeng og vekter") },
	{ "criteria", "method", "overall", T("Uten poeng: én samlet begrunnelse") },
	{ "tie-break", "by", "municipalities", T("hvor mange kommuner") },
	{ "tie-break", "by", "applied", T("summen det søkes om") },
	{ "tie-break", "by", "submitted", T("når søknaden kom") },
	{ "tie-break", "by", "draw", T("loddtrekning") },
	{ "tie-break", "order", "ascending", T("minst eller tidligst") },
	{ "tie-break", "order", "descending", T("mest eller senest") },
	{ "distribution", "kind", "judged", T("Hver søknad vurderes for seg") },
	{ "distribution", "kind", "ranked", T("Søknadene rangeres mot hverandre") },
	{ "why", "use", "eligibility", T("krav") },
	{ "why", "use", "amount", T("summen") },
	{ "why", "use", "statistics", T("statistikk og evaluering") },
	{ "why", "use", "contact", T("kontakt") },
	{ "why", "use", "payment", T("utbetaling") },
	{ "why", "use", "control", T("kontroll") },
	{ "why", "use", "case", T("navn på saken") },
	{ "*", "role", "title", T("Navnet på tiltaket") },
	{ "*", "role", "summary", T("Sammendraget") },
	{ "*", "role", "contact-name", T("Kontaktpersonen") },
	{ "*", "role", "contact-email", T("E-posten meldinger går til") },
	{ "*", "role", "contact-phone", T("Telefonen vi ringer") },
	{ "*", "role", "contact", T("Den meldinger går til") },
	{ "*", "role", "project-leader", T("Den som leder arbeidet") },
	{ "*", "role", "signatory", T("Den som binder søkeren") },
	{ "*", "prefill", "organisation-name", T("organisasjonens navn") },
	{ "*", "prefill", "organisation-address", T("organisasjonens adresse") },
	{ "*", "prefill", "organisation-municipality", T("organisasjonens kommune") },
	{ "*", "prefill", "organisation-account", T("organisasjonens kontonummer") },
	{ "*", "prefill", "organisation-number", T("organisasjonsnummeret") },
	{ "*", "prefill", "user-name", T("navnet til den som skriver") },
	{ "*", "prefill", "user-email", T("e-posten til den som skriver") },
	{ "*", "prefill", "user-phone", T("telefonen til den som skriver") },
	{ "*", "prefill", "user", T("den som skriver") },
	{ "*", "asks", "number", T("organisasjonsnummer") },
	{ "*", "asks", "role", T("rolle") },
	{ "*", "asks", "cash", T("penger") },
	{ "*", "asks", "hours", T("timer") },
	{ "*", "asks", "confirmed", T("om det er bekreftet") },
	{ "*", "asks", "goal", T("mål") },
	{ "*", "asks", "responsible", T("ansvarlig") },
	{ "*", "asks", "milestones", T("milepæler") },
	{ "*", "asks", "cost", T("kostnad") },
	{ "attachment", "kinds", "pdf", T("PDF") },
	{ "attachment", "kinds", "image", T("bilde") },
	{ "attachment", "kinds", "document", T("tekstdokument") },
	{ "attachment", "kinds", "spreadsheet", T("regneark") },
	{ "work-packages", "by", "month", T("måneder") },
	{ "work-packages", "by", "quarter", T("kvartaler") },
	{ "work-packages", "by", "half-year", T("halvår") },
	{ "work-packages", "by", "year", T("år") },
	{ "part", "when", "accepted", T("når tilskuddet er akseptert") },
	{ "part", "when", "report-approved", T("når rapporten er godkjent") },
	{ "*", "*", "yes", T("Ja") },
	{ "*", "*", "no", T("Nei") },
	{ "call", "kind", "fixed", T("Én frist") },
	{ "call", "kind", "continuous", T("Fortløpende til pengene er brukt opp") },
	{ "call", "kind", "main-then-continuous", T("En hovedrunde, så fortløpende") },
	{ "call", "kind", "relative", T("En tid før tiltaket begynner") },
	{ "before-start", "unit", "days", T("dager") },
	{ "before-start", "unit", "weeks", T("uker") },
	{ "before-start", "unit", "months", T("måneder") },
	{ "upstream", "body", "municipality", T("kommunen") },
	{ "upstream", "body", "state", T("staten") },
	{ "upstream", "body", "other", T("andre") },
	{ "final-cost", "cut", "proportional", T("settes ned med samme prosent") },
	{ "final-cost", "cut", "share", T("settes ned så langt taket krever") },
	{ "final-cost", "cut", "none", T("står ved lag") },
	{ "criterion", "kind", "graded", T("vurderes, med poeng når dere bruker det") },
	{ "criterion", "kind", "required", T("må være oppfylt, ellers avslag") },
	{ "criterion", "kind", "should", T("bør være oppfylt") },
	{ "criterion", "kind", "portfolio", T("vurderes på tvers av søknadene") },
	{ "criterion", "below", "may-reject", T("at det kan bli avslag") },
	{ "criterion", "below", "reject", T("avslag") },
	{ "ladder", "judged-by", "officer", T("Saksbehandleren") },
	{ "tie-break", "by", "first-applied", T("når søkeren søkte første gang") },
	{ "tie-break", "by", "years-applied", T("hvor mange år søkeren har søkt") },
	{ "tie-break", "by", "test", T("om en regel holder") },
	{ "tie-break", "by", "number", T("et tall") },
	{ "distribution", "kind", "formula", T("En formel regner ut hva hver får") },
	{ "distribution", "kind", "everyone", T("Alle som oppfyller kravene, får") },
	{ "distribution", "gives", "equal", T("like deler av rammen") },
	{ "distribution", "gives", "amount", T("det beløpsreglene gir") },
	{ "distribution", "remainder", "fractions", T("til dem som tapte mest på den") },
	{ "distribution", "remainder", "largest", T("til den største") },
	{ "distribution", "remainder", "left", T("blir stående") },
	{ "pot", "unused", "left", T("blir stående") },
	{ "pot", "unused", "others", T("går til de andre") },
	{ "earmark", "unused", "left", T("blir stående") },
	{ "earmark", "unused", "others", T("går til de andre") },
	{ "pot", "below", "raise", T("får det minste") },
	{ "pot", "below", "nothing", T("får ingenting") },
	{ "expect", "verdict", "passed", T("oppfylt") },
	{ "expect", "verdict", "warning", T("et varsel") },
	{ "expect", "verdict", "knock-out", T("stans") },
	{ "expect", "verdict", "officer", T("spørsmål til saksbehandleren") },
	{ "expect", "verdict", "absent", T("gjelder ikke") },
	{ "split", "by", "equal", T("likt") },
	{ "split", "by", "count", T("etter et tall") },
	{ "split", "by", "parts", T("etter andeler") },
	{ "scheme", "status", "one-off", T("Lyses ut bare én gang") },
	{ "scheme", "status", "phased-out", T("Faset ut") },
	{ "scheme", "status", "merged", T("Slått sammen med en annen") },
	{ "scheme", "language", "nb", T("Bokmål") },
	{ "scheme", "language", "nn", T("Nynorsk") },
	{ "message", "kind", "error", T("Feil som må rettes") },
	{ "message", "kind", "warning", T("Varsel") },
	{ "message", "kind", "none", T("Ingen melding") },
	{ "*", "in", "frivillighetsregisteret", T("Frivillighetsregisteret") },
	{ "*", "in", "enhetsregisteret", T("Enhetsregisteret") },
	{ "*", "in", "foretaksregisteret", T("Foretaksregisteret") },
	{ "*", "in", "nif", T("Norges idrettsforbund") },
	{ "*", "in", "dfs", T("Det frivillige skyttervesen") },
	{ "*", "in", "nbf", T("Norges bilsportforbund") },
	{ "requires", "register", "enhetsregisteret", T("Enhetsregisteret") },
	{ "requires", "register", "foretaksregisteret", T("Foretaksregisteret") },
	{ "requires", "register", "nif", T("Norges idrettsforbund") },
	{ "requires", "register", "dfs", T("Det frivillige skyttervesen") },
	{ "requires", "register", "nbf", T("Norges bilsportforbund") },
	{ "criteria", "method", "marks", T("Med poeng, uten vekter") },
	{ "*", "outcome", "dismissal", T("Avvisning: blir ikke vurdert") },
	{ "*", "outcome", "rejection", T("Avslag") },
	{ "rule", "for", "voluntary", T("Frivillige lag og organisasjoner") },
	{ "rule", "for", "municipality", T("Kommuner") },
	{ "rule", "for", "enterprise", T("Foretak") },
	{ "rule", "for", "cooperation", T("Samarbeid") },
	{ "rule", "for", "person", T("Privatpersoner") },
	{ "earmark", "for", "voluntary", T("Frivillige lag og organisasjoner") },
	{ "earmark", "for", "municipality", T("Kommuner") },
	{ "earmark", "for", "enterprise", T("Foretak") },
	{ "earmark", "for", "cooperation", T("Samarbeid") },
	{ "earmark", "for", "person", T("Privatpersoner") },
	{ "archive", "keep", "always", T("for alltid") },
	{ "archive", "keep", "years", T("så mange år") },
	{ "part", "when", "decided", T("når vedtaket er gjort") },
	{ "part", "when", "started", T("når tiltaket er i gang") },
	{ "part", "when", "half-way", T("når tiltaket er halvveis") },
	{ "part", "when", "documented", T("når utgiftene er dokumentert") },
	{ "part", "when", "next-year", T("året etter") },
	{ "certification", "by", "nobody", T("ingen") },
	{ "certification", "by", "leader", T("lederen") },
	{ "certification", "by", "board", T("styret") },
	{ "certification", "by", "accountant", T("autorisert regnskapsfører") },
	{ "certification", "by", "auditor", T("revisor") },
	{ "lapse", "unless", "accepted", T("tilskuddet er akseptert") },
	{ "lapse", "unless", "started", T("tiltaket er i gang") },
	{ "lapse", "unless", "done", T("tiltaket er ferdig") },
	{ "repayment", "when", "unused", T("ikke brukt") },
	{ "repayment", "when", "misused", T("brukt til noe annet") },
	{ "repayment", "when", "unreported", T("ikke rapportert") },
	{ "repayment", "when", "cancelled", T("avlyst") },
	{ "repayment", "when", "cheaper", T("billigere enn planlagt") },
	{ "publicity", "how", "mention", T("ved å nevne den") },
	{ "publicity", "how", "logo", T("med logoen") },
	{ "publicity", "how", "sign", T("med et skilt") },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* How well a row's key fits the element: 0 not at all; the more it says the better. */
static int
fit(const struct vocabulary *vocabulary, const char *key, const char *element)
{
	size_t root = strlen(vocabulary->roots[0]);

	if (strcmp(key, "*") == 0)
		return (1);
	if (vocabulary_named(element, key))
		return (2);
	return (strncmp(key, vocabulary->roots[0], root) == 0 && key[root] == '/' &&
			vocabulary_named(element, key + root + 1)
		    ? 3
		    : 0);
}

static bool
same(const char *a, const char *b)
{
	return (a == b || (a != NULL && b != NULL && strcmp(a, b) == 0));
}

struct vocabulary_words
vocabulary_words(enum lang lang, const struct vocabulary *vocabulary, const struct vocabulary_element *element,
    const char *attribute)
{
	const struct vocabulary_attribute *known = attribute == NULL ? NULL : vocabulary_attribute(element, attribute);
	struct vocabulary_words out = { .label = known == NULL ? element->key : known->name,
		.help = known == NULL ? element->about : known->about,
		.add = "",
		.more = true };
	int best = 0, how;

	for (const struct vocabulary_label *at = vocabulary_labels; at->key != NULL; at++) {
		if (!same(at->attribute, attribute) || (how = fit(vocabulary, at->key, element->key)) <= best)
			continue;
		best = how;
		out = (struct vocabulary_words){ .label = tr(lang, at->label),
			.help = tr(lang, at->help),
			.add = tr(lang, at->add),
			.more = at->more,
			.long_text = at->long_text,
			.known = true };
	}
	return (out);
}

const char *
vocabulary_value_words(enum lang lang, const struct vocabulary *vocabulary, const struct vocabulary_element *element,
    const char *attribute, const char *value)
{
	const char *found = value;
	int best = 0, how;

	for (size_t i = 0; i < COUNT(values); i++)
		if (strcmp(values[i].value, value) == 0 &&
		    (strcmp(values[i].attribute, "*") == 0 || strcmp(values[i].attribute, attribute) == 0) &&
		    (how = fit(vocabulary, values[i].key, element->key)) > best) {
			best = how;
			found = tr(lang, values[i].label);
		}
	return (found);
}
