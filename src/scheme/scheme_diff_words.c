/* scheme_diff_words.c — what the parts of a scheme, their attributes and values are called when a change is told. */
#include <ctype.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/expr.h"
#include "scheme/scheme_diff_parts.h"
#include "scheme/vocabulary.h"

/* How an element's name is made. */
enum naming {
	BY_ITSELF, /* there is one of them */
	BY_TEXT,   /* its own text behind it */
	BY_VALUE,  /* its sum or share behind it */
	BY_PARENT  /* what it belongs to behind it */
};

/* A new element without a row is called by its name in XML, which is still right. */
static const struct {
	const char *element, *name;
	enum naming naming;
} elements[] = {
	{ "scheme", T("Ordningen"), BY_ITSELF },
	{ "title", T("Tittelen"), BY_ITSELF },
	{ "short-title", T("Kortnavnet"), BY_ITSELF },
	{ "summary", T("Sammendraget"), BY_ITSELF },
	{ "purpose", T("Formålet"), BY_ITSELF },
	{ "target-group", T("Målgruppen"), BY_ITSELF },
	{ "not-supported", T("Listen over det som ikke støttes"), BY_ITSELF },
	{ "follow-up", T("Oppfølgingen"), BY_ITSELF },
	{ "evaluation", T("Evalueringen"), BY_ITSELF },
	{ "goals", T("Målene"), BY_ITSELF },
	{ "goal", T("Målet"), BY_TEXT },
	{ "years", T("Årene tilskuddet gjelder"), BY_ITSELF },
	{ "state-aid", T("Grunnlaget for statsstøtte"), BY_ITSELF },
	{ "applicants", T("Hvem som kan søke"), BY_ITSELF },
	{ "applicant", T("Søkergruppen"), BY_TEXT },
	{ "requires", T("Kravet om register"), BY_PARENT },
	{ "organisation-form", T("Kravet om organisasjonsform"), BY_PARENT },
	{ "lists", T("Listene som vilkårene bruker"), BY_ITSELF },
	{ "list", T("Listen"), BY_TEXT },
	{ "item", T("Oppføringen"), BY_TEXT },
	{ "alternative", T("Måten å oppfylle vilkåret på"), BY_TEXT },
	{ "eligibility", T("Vilkårene for å få tilskudd"), BY_ITSELF },
	{ "rule", T("Vilkåret"), BY_TEXT },
	{ "reason", NULL, BY_PARENT },
	{ "amount", T("Beløpsreglene"), BY_ITSELF },
	{ "min", T("Den minste summen det kan søkes om"), BY_VALUE },
	{ "max", T("Taket for tilskudd"), BY_VALUE },
	{ "fixed", T("Den faste summen"), BY_VALUE },
	{ "levels", T("Summene det kan velges mellom"), BY_ITSELF },
	{ "level", T("Summen det kan søkes om"), BY_VALUE },
	{ "unit-rate", T("Satsen"), BY_TEXT },
	{ "cost-share", T("Andelen av kostnadene"), BY_VALUE },
	{ "sub-cap", T("Grensen for noen slags kostnader"), BY_ITSELF },
	{ "final-cost", T("Regelen når det blir billigere enn planlagt"), BY_ITSELF },
	{ "step", T("Avrundingen av tilskudd"), BY_VALUE },
	{ "own-share", T("Egenandelen"), BY_VALUE },
	{ "own-work", T("Regelen om egeninnsats"), BY_VALUE },
	{ "award-floor", T("Den minste delen som blir gitt"), BY_VALUE },
	{ "note", T("Forklaringen"), BY_PARENT },
	{ "criteria", T("Vurderingen"), BY_ITSELF },
	{ "criterion", T("Kriteriet"), BY_TEXT },
	{ "description", T("Forklaringen"), BY_PARENT },
	{ "anchor", T("Beskrivelsen av en karakter"), BY_PARENT },
	{ "tie-break", T("Regelen når søknader står likt"), BY_ITSELF },
	{ "ladder", T("Prioriteringen"), BY_ITSELF },
	{ "rung", T("Trinnet"), BY_TEXT },
	{ "pot", T("Potten"), BY_TEXT },
	{ "split", T("Delingen av potten"), BY_VALUE },
	{ "weight", T("Vekten i delingen"), BY_ITSELF },
	{ "earmark", T("Øremerkingen"), BY_TEXT },
	{ "distribution", T("Fordelingen"), BY_ITSELF },
	{ "form", T("Skjemaet"), BY_ITSELF },
	{ "section", T("Siden"), BY_TEXT },
	{ "intro", T("Innledningen"), BY_PARENT },
	{ "statement", T("Erklæringen"), BY_TEXT },
	{ "attachment", T("Vedlegget"), BY_TEXT },
	{ "option", T("Svaret"), BY_TEXT },
	{ "row-name", T("Navnet på en rad"), BY_PARENT },
	{ "unit", T("Enheten"), BY_PARENT },
	{ "ask", T("Spørsmålet til den andre parten"), BY_PARENT },
	{ "cost-type", T("Slaget kostnader"), BY_TEXT },
	{ "help", T("Hjelpeteksten"), BY_PARENT },
	{ "why", T("Begrunnelsen"), BY_PARENT },
	{ "constraint-text", T("Veiledningen om svaret"), BY_PARENT },
	{ "workflow", T("Saksgangen"), BY_ITSELF },
	{ "decision", T("Nivået for vedtak"), BY_VALUE },
	{ "appeal", T("Klageinstansen"), BY_ITSELF },
	{ "municipality-opinion", T("Uttalelsen fra kommunen"), BY_ITSELF },
	{ "advice", T("Rådet fra et annet utvalg"), BY_ITSELF },
	{ "approval", T("Godkjenningen som må være på plass"), BY_TEXT },
	{ "certification", T("Kravet om bekreftet regnskap"), BY_ITSELF },
	{ "proof", T("Dokumentasjonen"), BY_TEXT },
	{ "further-report", T("Den ekstra rapporten"), BY_TEXT },
	{ "lapse", T("Regelen om at tilskuddet faller bort"), BY_ITSELF },
	{ "repayment", T("Regelen om tilbakebetaling"), BY_ITSELF },
	{ "changes", T("Regelen om endringer i tiltaket"), BY_ITSELF },
	{ "publicity", T("Kravet om å vise hvem som støtter"), BY_ITSELF },
	{ "archive", T("Plasseringen i arkivet"), BY_ITSELF },
	{ "predecessor", T("Ordningen denne tok over for"), BY_ITSELF },
	{ "merged-into", T("Ordningen denne er slått sammen med"), BY_ITSELF },
	{ "payment", T("Utbetalingen"), BY_ITSELF },
	{ "part", T("Delutbetalingen"), BY_VALUE },
	{ "terms", T("Vilkårene for den som får tilskudd"), BY_ITSELF },
	{ "term", T("Vilkåret for den som får tilskudd"), BY_TEXT },
	{ "laws", T("Grunnlaget for vedtak"), BY_ITSELF },
	{ "law", T("Hjemmelen"), BY_TEXT },
	{ "report", T("Rapporten"), BY_ITSELF },
	{ "tests", T("Eksemplene som prøver ordningen"), BY_ITSELF },
};

static const struct {
	const char *element; /* NULL: any */
	const char *attribute, *name;
} attributes[] = {
	{ NULL, "id", T("kjennemerket") },
	{ NULL, "source", T("kilden") },
	{ "scheme", "field", T("fagområdet") },
	{ "scheme", "unit", T("avdelingen") },
	{ "scheme", "status", T("tilstanden") },
	{ NULL, "language", T("målformen") },
	{ NULL, "register", T("registeret") },
	{ NULL, "allow", T("formene som kan søke") },
	{ NULL, "deny", T("formene som ikke kan søke") },
	{ NULL, "for", T("hvem det gjelder for") },
	{ NULL, "ceiling", T("taket for statsstøtte") },
	{ NULL, "above", T("summen det gjelder over") },
	{ NULL, "due-day", T("dagen for fristen") },
	{ NULL, "years-after", T("antallet år etter") },
	{ NULL, "months", T("antallet måneder") },
	{ NULL, "unless", T("det som må ha skjedd") },
	{ NULL, "how", T("måten") },
	{ NULL, "ranks", T("om kommunen også rangerer") },
	{ NULL, "from", T("utvalget") },
	{ NULL, "recommended-by", T("utvalget som innstiller") },
	{ NULL, "informs", T("utvalget som får vite om det") },
	{ NULL, "appeal", T("klageinstansen") },
	{ NULL, "series", T("arkivdelen") },
	{ NULL, "system", T("arkivnøkkelen") },
	{ NULL, "keep", T("hvor lenge saker blir tatt vare på") },
	{ NULL, "years", T("antallet år") },
	{ NULL, "later-days", T("antallet dager etterpå") },
	{ NULL, "step", T("trinnet summen går i") },
	{ NULL, "number", T("tallet som blir sammenlignet") },
	{ "goal", "unit", T("enheten") },
	{ NULL, "tag", T("temaet") },
	{ NULL, "optional", T("om det kan stå tomt") },
	{ NULL, "count", T("antallet") },
	{ NULL, "basis", T("hjemmelen") },
	{ NULL, "may-appeal", T("klageretten") },
	{ "rule", "kind", T("virkningen") },
	{ NULL, "outcome", T("utfallet") },
	{ NULL, "test", T("regelen") },
	{ NULL, "judged-by", T("hvem som vurderer") },
	{ NULL, "nok", T("summen") },
	{ NULL, "rule", T("vilkåret som gjelder") },
	{ NULL, "share", T("andelen") },
	{ NULL, "min-share", T("andelen") },
	{ NULL, "of", T("hva andelen er av") },
	{ "part", "when", T("tidspunktet") },
	{ NULL, "when", T("når det gjelder") },
	{ NULL, "per", T("hvor mange satsen gjelder for") },
	{ NULL, "max-rate", T("høyeste timesats") },
	{ NULL, "max-share", T("høyeste andel") },
	{ NULL, "method", T("måten å vurdere på") },
	{ NULL, "scale", T("skalaen") },
	{ NULL, "weight", T("vekten") },
	{ NULL, "internal", T("om bare fylkeskommunen ser det") },
	{ NULL, "mark", T("karakteren") },
	{ NULL, "by", T("det som blir sammenlignet") },
	{ NULL, "order", T("rekkefølgen") },
	{ NULL, "seed", T("grunnlaget for loddtrekningen") },
	{ "distribution", "kind", T("måten å fordele på") },
	{ NULL, "required", T("når svaret må gis") },
	{ NULL, "relevant", T("når det blir spurt") },
	{ NULL, "calculate", T("hvordan svaret regnes ut") },
	{ NULL, "constraint", T("kravet til svaret") },
	{ NULL, "min", T("det minste som kan svares") },
	{ NULL, "max", T("det meste som kan svares") },
	{ NULL, "role", T("hva svaret blir brukt som") },
	{ NULL, "max-rows", T("antallet rader") },
	{ NULL, "balances", T("planen det skal stemme med") },
	{ NULL, "kinds", T("slagene filer") },
	{ NULL, "max-mb", T("største fil i MB") },
	{ NULL, "max-files", T("antallet filer") },
	{ NULL, "file-name", T("måten filer skal hete på") },
	{ NULL, "min-rows", T("det minste antallet rader") },
	{ NULL, "asks", T("det vi spør om for hver") },
	{ NULL, "max-packages", T("antallet arbeidspakker") },
	{ NULL, "max-activities", T("antallet aktiviteter") },
	{ NULL, "open-days", T("antallet dager lenken virker") },
	{ NULL, "shows", T("det den andre parten kan få se") },
	{ NULL, "prefill", T("det som blir fylt ut på forhånd") },
	{ NULL, "cost-type", T("slagene kostnader") },
	{ NULL, "for-each", T("det taket gjelder for hver av") },
	{ NULL, "firm", T("om taket er absolutt") },
	{ NULL, "max-nok", T("den høyeste summen") },
	{ NULL, "min-nok", T("den laveste summen") },
	{ NULL, "cut", T("hvordan tilskuddet blir satt ned") },
	{ NULL, "min-mark", T("laveste karakter") },
	{ NULL, "below", T("hva det betyr å ligge under") },
	{ NULL, "spread", T("det som skal spres") },
	{ NULL, "gives", T("det hver får") },
	{ NULL, "round", T("avrundingen") },
	{ NULL, "remainder", T("hvem resten går til") },
	{ NULL, "unused", T("hva som skjer med det som blir igjen") },
	{ NULL, "parts", T("antallet deler") },
	{ NULL, "use", T("hva svaret blir brukt til") },
	{ NULL, "up-to", T("summen det går opp til") },
	{ NULL, "body", T("utvalget") },
	{ NULL, "months-after-end", T("antallet måneder") },
};

static const struct {
	const char *code, *name;
} codes[] = {
	{ "yes", T("ja") },
	{ "no", T("nei") },
	{ "true()", T("alltid") },
	{ "false()", T("aldri") },
	{ "active", T("aktiv") },
	{ "paused", T("på vent") },
	{ "ended", T("avsluttet") },
	{ "knock-out", T("avgjørende") },
	{ "warning", T("varsel") },
	{ "dismissal", T("avvisning") },
	{ "rejection", T("avslag") },
	{ "officer", T("en saksbehandler") },
	{ "costs", T("kostnadene") },
	{ "cash-costs", T("kostnadene i penger") },
	{ "financing", T("finansieringen") },
	{ "applied", T("summen det søkes om") },
	{ "weighted", T("karakterer med vekt") },
	{ "overall", T("samlet vurdering") },
	{ "judged", T("hver for seg") },
	{ "ranked", T("rangert mot hverandre") },
	{ "formula", T("etter formel") },
	{ "everyone", T("til alle") },
	{ "marks", T("karakterer som teller likt") },
	{ "decided", T("når vedtaket er gjort") },
	{ "always", T("alltid") },
	{ "ascending", T("stigende") },
	{ "descending", T("synkende") },
	{ "voluntary", T("frivillige lag og organisasjoner") },
	{ "municipality", T("kommuner") },
	{ "enterprise", T("bedrifter") },
	{ "cooperation", T("samarbeid mellom flere") },
	{ "person", T("enkeltpersoner") },
	{ "pdf", T("PDF") },
	{ "image", T("bilde") },
	{ "document", T("tekstdokument") },
	{ "spreadsheet", T("regneark") },
	{ "eligibility", T("vilkår") },
	{ "amount", T("beløp") },
	{ "statistics", T("statistikk") },
	{ "contact", T("kontakt") },
	{ "payment", T("utbetaling") },
	{ "control", T("kontroll") },
	{ "case", T("saken") },
	{ "accepted", T("når tilskuddet er akseptert") },
	{ "report-approved", T("når rapporten er godkjent") },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* The text of a name stands whole up to here. */
#define NAME_MOST 80

static const char *
cut(struct arena *arena, const char *text)
{
	const char *end = text, *last = text + strlen(text);
	size_t n = 0;

	if (text_length(text) <= NAME_MOST)
		return (text);
	while (n++ < NAME_MOST - 1)
		(void)text_next(&end, last);
	return (arena_printf(arena, "%.*s …", (int)(end - text), text));
}

/* A code in words; the code itself, in quotation marks, when it has none. */
static const char *
code_value(const struct diff *d, const char *value)
{
	for (size_t i = 0; i < COUNT(codes); i++)
		if (strcmp(codes[i].code, value) == 0)
			return (tr(d->lang, codes[i].name));
	return (arena_printf(d->arena, "«%s»", value));
}

/* What people know the element by: its own text, or that of its reason. */
static const char *
own_text(const struct diff *d, const struct xml_node *node)
{
	const struct xml_node *reason = xml_child(node, "reason");
	const char *text = node_text_shown(d, reason == NULL ? node : reason), *code = xml_attribute(node, "type");

	if (*text != '\0')
		return (cut(d->arena, text));
	if (code != NULL)
		return (code_value(d, code));
	code = xml_attribute(node, "id");
	return (code == NULL ? "" : code);
}

static const char *
named(const struct diff *d, const char *name, const char *text)
{
	return (*text == '\0' ? name : arena_printf(d->arena, "%s «%s»", name, text));
}

static const char *
of_parent(const struct diff *d, const char *name, const struct xml_node *node)
{
	if (node->parent == NULL || node->parent->parent == NULL)
		return (name);
	return (text_fill(
	    d->arena, tr(d->lang, "{0} til {1}"), (const char *const[]){ name, node_name_inside(d, node->parent) }, 2));
}

/* "Taket for tilskudd på 50 000 kr": the first sum or share the element has. */
static const char *
with_value(const struct diff *d, const char *name, const struct xml_node *node)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);

	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
		const struct vocabulary_attribute *known =
		    element == NULL ? NULL : vocabulary_attribute(element, a->name);

		if (known != NULL && (known->type == VOCABULARY_NOK || known->type == VOCABULARY_PERCENT))
			return (text_fill(d->arena, tr(d->lang, "{0} på {1}"),
			    (const char *const[]){ name, attribute_value(d, node, a->name, a->value) }, 2));
	}
	return (name);
}

static const char *
plain_name(const struct diff *d, const struct xml_node *node)
{
	if (node_is_field(node))
		return (tr(d->lang, "Spørsmålet"));
	return (text_fill(d->arena, tr(d->lang, "Delen {0}"), (const char *const[]){ node->name }, 1));
}

const char *
node_name(const struct diff *d, const struct xml_node *node)
{
	const char *name = plain_name(d, node);
	enum naming naming = BY_TEXT;

	for (size_t i = 0; i < COUNT(elements); i++)
		if (strcmp(elements[i].element, node->name) == 0) {
			name = elements[i].name == NULL ? NULL : tr(d->lang, elements[i].name);
			naming = elements[i].naming;
		}
	switch (naming) {
	case BY_TEXT:
		return (named(d, name, own_text(d, node)));
	case BY_VALUE:
		return (with_value(d, name, node));
	case BY_PARENT:
		return (name == NULL ? node_name(d, node->parent) : of_parent(d, name, node));
	default:
		return (name);
	}
}

/* Names begin with a letter of the alphabet's first 26 in every language, or with Ø or Å. */
const char *
node_name_inside(const struct diff *d, const struct xml_node *node)
{
	const char *name = node_name(d, node);

	if (text_starts(name, "Å"))
		return (arena_printf(d->arena, "å%s", name + strlen("Å")));
	if (text_starts(name, "Ø"))
		return (arena_printf(d->arena, "ø%s", name + strlen("Ø")));
	return (arena_printf(d->arena, "%c%s", tolower((unsigned char)*name), name + 1));
}

const char *
attribute_name(const struct diff *d, const struct xml_node *node, const char *attribute)
{
	for (size_t i = 0; i < COUNT(attributes); i++)
		if (strcmp(attributes[i].attribute, attribute) == 0 &&
		    (attributes[i].element == NULL || strcmp(attributes[i].element, node->name) == 0))
			return (tr(d->lang, attributes[i].name));
	return (arena_printf(d->arena, "«%s»", attribute));
}

/* "PDF, bilde" */
static const char *
code_values(const struct diff *d, const char *value)
{
	struct buf out = buf_new(d->arena);
	char **words = text_split(d->arena, value, ' ', NULL);

	for (size_t i = 0; words[i] != NULL; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : ", ", code_value(d, words[i]));
	return (buf_text(&out));
}

static const char *
percent_value(const struct diff *d, const char *value)
{
	char *text = arena_printf(d->arena, "%s\xc2\xa0%%", value), *dot = strchr(text, '.');

	if (dot != NULL && d->lang != LANG_EN)
		*dot = ',';
	return (text);
}

const char *
attribute_value(const struct diff *d, const struct xml_node *node, const char *attribute, const char *value)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);
	const struct vocabulary_attribute *known = element == NULL ? NULL : vocabulary_attribute(element, attribute);
	money sum;

	if (value == NULL)
		return ("");
	switch (known == NULL ? VOCABULARY_WORDS : known->type) {
	case VOCABULARY_NOK:
		return (money_parse(&sum, value) == OK ? money_show(d->arena, sum) : value);
	case VOCABULARY_PERCENT:
		return (percent_value(d, value));
	case VOCABULARY_INTEGER:
		return (strcmp(attribute, "weight") == 0 ? percent_value(d, value) : value);
	case VOCABULARY_ONE_OF:
	case VOCABULARY_EXPRESSION:
		return (code_value(d, value));
	case VOCABULARY_SOME_OF:
	case VOCABULARY_USES:
	case VOCABULARY_REFERENCES:
		return (code_values(d, value));
	case VOCABULARY_SCALE:
		return (value);
	default:
		return (arena_printf(d->arena, "«%s»", value));
	}
}
