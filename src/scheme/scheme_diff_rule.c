/* scheme_diff_rule.c — what a difference means for those who have begun and those who have sent, and the sentence. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/expr.h"
#include "scheme/scheme_diff_parts.h"
#include "scheme/vocabulary.h"

/* Which way a change makes it harder. */
enum stricter { NEVER, WHEN_LOWER, WHEN_HIGHER, ALWAYS };

/*
 * What is told of an attribute. A limit that comes is stricter and one that goes is not, whichever way it counts.
 * Sentences: {0} the element's name, {1} the same inside a sentence, {2} the value before, {3} after. NULL: the general
 * sentence for an attribute.
 */
static const struct attribute_rule {
	const char *element; /* NULL: any; "@field": any question */
	const char *attribute;
	enum stricter stricter;
	enum change_class strict, loose;
	enum change_reach reach;
	const char *changed, *came, *went;
} attribute_rules[] = {
	/* amounts */
	{ "max", "nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Det høyeste tilskuddet er endret fra {2} til {3}."), T("Tilskuddet kan nå være høyst {3}."),
	    T("Taket for tilskudd på {2} er tatt bort.") },
	{ "max", "share", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Tilskuddet kan nå dekke høyst {3}. Før var det {2}."), T("Tilskuddet kan nå dekke høyst {3}."),
	    T("Taket på {2} er tatt bort.") },
	{ "min", "nok", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Den minste summen det kan søkes om er endret fra {2} til {3}."), NULL, NULL },
	{ "fixed", "nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Den faste summen er endret fra {2} til {3}."), NULL, NULL },
	{ "level", "nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Summen {2} som kunne velges, er nå {3}."), NULL, NULL },
	{ "unit-rate", "nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, T("{0} er endret fra {2} til {3}."),
	    NULL, NULL },
	{ "unit-rate", "per", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "cost-share", "share", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "cost-share", "nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "sub-cap", "max-share", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "sub-cap", "max-nok", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "sub-cap", "min-share", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "own-share", "min-share", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Søkeren må nå dekke minst {3} selv eller fra andre. Før var det {2}."), NULL, NULL },
	{ "own-work", "max-rate", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("En time egeninnsats kan nå regnes til høyst {3}. Før var det {2}."),
	    T("En time egeninnsats kan nå regnes til høyst {3}."),
	    T("Høyeste timesats for egeninnsats, {2}, er tatt bort.") },
	{ "own-work", "max-share", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL,
	    T("Egeninnsats kan nå være høyst {3} av finansieringen. Før var det {2}."),
	    T("Egeninnsats kan nå være høyst {3} av finansieringen."),
	    T("Grensen på {2} for egeninnsats er tatt bort.") },
	{ "award-floor", "share", WHEN_HIGHER, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL,
	    T("Mindre enn {3} av det som er søkt om blir ikke gitt. Før var det {2}."), NULL, NULL },
	{ "step", "nok", NEVER, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL,
	    T("Tilskudd blir rundet ned til hele {3}. Før var det {2}."), NULL, NULL },
	/* who may get it */
	{ "rule", "test", ALWAYS, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, T("{0} blir prøvd på en annen måte."),
	    T("{0} blir nå prøvd av maskinen."), T("{0} blir ikke lenger prøvd av maskinen.") },
	{ "rule", "kind", ALWAYS, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, T("{0} er endret fra {2} til {3}."), NULL,
	    NULL },
	{ "applicant", "may-appeal", NEVER, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL, NULL, NULL,
	    T("{0} har nå klagerett.") },
	{ "organisation-form", "allow", ALWAYS, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "organisation-form", "deny", ALWAYS, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "requires", "register", ALWAYS, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	{ "state-aid", "ceiling", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL, NULL },
	/* the form */
	{ "@field", "required", ALWAYS, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ALL,
	    T("{0} må besvares i andre tilfeller enn før."), T("{0} må nå besvares."), T("{0} kan nå stå uten svar.") },
	{ "@field", "relevant", NEVER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ALL,
	    T("{0} blir stilt i andre tilfeller enn før."), T("{0} blir nå bare stilt i noen tilfeller."),
	    T("{0} blir nå alltid stilt.") },
	{ "@field", "calculate", ALWAYS, CHANGE_CONFIRM, CHANGE_CONFIRM, REACH_ALL,
	    T("{0} regnes ut på en annen måte enn før."), T("{0} regnes nå ut av de andre svarene."),
	    T("{0} må nå besvares av den som søker.") },
	{ "@field", "constraint", ALWAYS, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("Kravet til svaret på {1} er endret."), T("Svaret på {1} må nå oppfylle et krav."),
	    T("Svaret på {1} trenger ikke lenger oppfylle noe krav.") },
	{ "@field", "max-rows", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("{0} kan nå ha høyst {3} rader. Før var det {2}."), T("{0} kan nå ha høyst {3} rader."), NULL },
	{ "@field", "max-mb", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("{0} kan nå være på høyst {3} MB. Før var det {2} MB."), T("{0} kan nå være på høyst {3} MB."), NULL },
	{ "@field", "kinds", ALWAYS, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, NULL, NULL, NULL },
	{ "@field", "max-files", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, NULL, NULL, NULL },
	{ "@field", "min-rows", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, NULL, NULL, NULL },
	{ "@field", "max-packages", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, NULL, NULL, NULL },
	{ "@field", "max-activities", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, NULL, NULL, NULL },
	{ "text", "max", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("Svaret på {1} kan nå ha høyst {3} tegn. Før var det {2}."), T("Svaret på {1} kan nå ha høyst {3} tegn."),
	    NULL },
	{ "long-text", "max", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("Svaret på {1} kan nå ha høyst {3} tegn. Før var det {2}."), T("Svaret på {1} kan nå ha høyst {3} tegn."),
	    NULL },
	{ "@field", "max", WHEN_LOWER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("Svaret på {1} kan nå være høyst {3}. Før var det {2}."), T("Svaret på {1} kan nå være høyst {3}."),
	    T("Svaret på {1} har ikke lenger noen øvre grense.") },
	{ "@field", "min", WHEN_HIGHER, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED,
	    T("Svaret på {1} må nå være minst {3}. Før var det {2}."), T("Svaret på {1} må nå være minst {3}."),
	    T("Svaret på {1} har ikke lenger noen nedre grense.") },
	{ "goal", "optional", ALWAYS, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ALL, NULL, NULL, NULL },
	/* case work */
	{ "criterion", "weight", NEVER, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL,
	    T("{0} teller nå {3}. Før var det {2}."), T("{0} teller nå {3}."), T("{0} har ikke lenger noen vekt.") },
	{ "scheme", "status", NEVER, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL, T("Ordningen var {2} og er nå {3}."),
	    NULL, NULL },
	{ NULL, "source", NEVER, CHANGE_SAFE, CHANGE_SAFE, REACH_ALL, NULL, NULL, NULL },
};

/*
 * What is told when an element comes or goes. A limit that comes is stricter; so is a possibility that goes. Slots as
 * above, and {4}: the name of what it belongs to, inside a sentence.
 */
static const struct element_rule {
	const char *element; /* "@field": any question */
	bool comes_stricter, goes_stricter;
	enum change_class comes_class, goes_class;
	enum change_reach goes_reach;
	const char *comes, *goes;
} element_rules[] = {
	{ "statement", true, false, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ANSWERED, T("Ny: {1}."),
	    T("{0} er tatt ut. Svar som er gitt, følger saken.") },
	{ "@field", false, false, CHANGE_SAFE, CHANGE_SAFE, REACH_ANSWERED, T("Nytt: {1}."),
	    T("{0} er tatt ut. Svar som er gitt, følger saken som tidligere spørsmål.") },
	{ "cost-type", false, true, CHANGE_SAFE, CHANGE_CONFIRM, REACH_ANSWERED, NULL, NULL },
	{ "option", false, true, CHANGE_SAFE, CHANGE_CONFIRM, REACH_ANSWERED, T("{0} kan nå velges i {4}."),
	    T("{0} kan ikke lenger velges i {4}.") },
	{ "rule", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, T("Nytt vilkår: {1}."),
	    T("{0} gjelder ikke lenger.") },
	{ "applicant", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, T("{0} kan nå søke."),
	    T("{0} kan ikke lenger søke.") },
	{ "requires", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "organisation-form", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "alternative", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "item", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "min", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "max", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "fixed", false, true, CHANGE_CONFIRM, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "levels", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "level", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "unit-rate", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "cost-share", false, true, CHANGE_FROZEN, CHANGE_CONFIRM, REACH_ALL, NULL, NULL },
	{ "sub-cap", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "own-share", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "own-work", true, false, CHANGE_CONFIRM, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "award-floor", true, false, CHANGE_FROZEN, CHANGE_FROZEN, REACH_ALL, NULL, NULL },
	{ "goal", false, false, CHANGE_CONFIRM, CHANGE_SAFE, REACH_ALL, NULL, NULL },
};

/* What everything else in a part of the scheme is, its texts apart from the rest. A part without a row is case work. */
static const struct part_rule {
	const char *part;
	enum change_class texts, rest;
	bool confirmable; /* worth telling those who have begun */
} part_rules[] = {
	{ "title", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "short-title", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "summary", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "follow-up", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "evaluation", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "tests", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "predecessor", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "merged-into", CHANGE_SAFE, CHANGE_SAFE, false },
	{ "lists", CHANGE_SAFE, CHANGE_FROZEN, true },
	{ "purpose", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "target-group", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "not-supported", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "goals", CHANGE_SAFE, CHANGE_SAFE, true },
	{ "applicants", CHANGE_SAFE, CHANGE_FROZEN, true },
	{ "eligibility", CHANGE_SAFE, CHANGE_FROZEN, true },
	{ "amount", CHANGE_SAFE, CHANGE_FROZEN, true },
	{ "form", CHANGE_SAFE, CHANGE_SAFE, true },
	{ "criteria", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "terms", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "payment", CHANGE_FROZEN, CHANGE_FROZEN, true },
	{ "report", CHANGE_FROZEN, CHANGE_FROZEN, true },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* The node that is told of: as it is now, or as it was. */
static const struct xml_node *
node_of(const struct difference *difference)
{
	return (difference->after != NULL ? difference->after : difference->before);
}

static bool
rule_is_for(const char *element, const struct xml_node *node)
{
	if (element == NULL)
		return (true);
	return (strcmp(element, "@field") == 0 ? node_is_field(node) : strcmp(element, node->name) == 0);
}

static const struct attribute_rule *
attribute_rule(const struct xml_node *node, const char *attribute)
{
	for (size_t i = 0; i < COUNT(attribute_rules); i++)
		if (strcmp(attribute_rules[i].attribute, attribute) == 0 &&
		    rule_is_for(attribute_rules[i].element, node))
			return (&attribute_rules[i]);
	return (NULL);
}

static const struct element_rule *
element_rule(const struct xml_node *node)
{
	for (size_t i = 0; i < COUNT(element_rules); i++)
		if (rule_is_for(element_rules[i].element, node))
			return (&element_rules[i]);
	return (NULL);
}

static const struct part_rule *
part_rule(const struct xml_node *node)
{
	static const struct part_rule case_work = { "", CHANGE_FROZEN, CHANGE_FROZEN, false };
	const char *part = node_part(node);

	for (size_t i = 0; i < COUNT(part_rules); i++)
		if (strcmp(part_rules[i].part, part) == 0)
			return (&part_rules[i]);
	return (&case_work);
}

/* --- which class ------------------------------------------------------------------------------------------------- */

static bool
is_required(const struct xml_node *node)
{
	return (xml_attribute(node, "required") != NULL);
}

static bool
is_knock_out(const struct xml_node *node)
{
	return (text_equal(xml_attribute(node, "kind"), "knock-out"));
}

/* Whether every word of the shorter list of words is in the longer one. */
static bool
only_more(const struct diff *d, const char *before, const char *after)
{
	char **words = text_split(d->arena, before, ' ', NULL);

	for (size_t i = 0; words[i] != NULL; i++)
		if (!text_lists(after, words[i]))
			return (false);
	return (true);
}

/* An attribute that any change makes stricter, but for those that plainly open up. */
static bool
opens_up(const struct diff *d, const struct difference *difference)
{
	if (strcmp(difference->attribute, "kind") == 0)
		return (text_equal(difference->value_after, "warning"));
	if (strcmp(difference->attribute, "optional") == 0)
		return (text_equal(difference->value_after, "yes"));
	if (strcmp(difference->attribute, "deny") == 0)
		return (difference->value_after == NULL ||
			(difference->value_before != NULL &&
			    only_more(d, difference->value_after, difference->value_before)));
	if (strcmp(difference->attribute, "kinds") == 0 || strcmp(difference->attribute, "allow") == 0)
		return (difference->value_after == NULL ||
			(difference->value_before != NULL &&
			    only_more(d, difference->value_before, difference->value_after)));
	if (strcmp(difference->attribute, "required") == 0)
		return (difference->value_after == NULL || strcmp(difference->value_after, "false()") == 0 ||
			text_equal(difference->value_before, "true()"));
	return (difference->value_after == NULL);
}

static bool
attribute_is_stricter(const struct diff *d, const struct attribute_rule *rule, const struct difference *difference)
{
	expr_number before, after;

	if (rule->stricter == NEVER)
		return (false);
	if (rule->stricter == ALWAYS)
		return (!opens_up(d, difference));
	if (difference->value_before == NULL || difference->value_after == NULL)
		return (difference->value_after != NULL);
	before = expr_decimal(difference->value_before).number;
	after = expr_decimal(difference->value_after).number;
	return (rule->stricter == WHEN_LOWER ? after < before : after > before);
}

/* A warning turns nobody away, however it is tested. */
static bool
holds_nobody(const struct difference *difference)
{
	return (strcmp(difference->after->name, "rule") == 0 && !is_knock_out(difference->after));
}

static void
class_attribute(const struct diff *d, struct scheme_change *change, const struct difference *difference)
{
	const struct attribute_rule *rule = attribute_rule(difference->after, difference->attribute);

	if (rule == NULL) {
		change->class = part_rule(difference->after)->rest;
		return;
	}
	change->stricter = attribute_is_stricter(d, rule, difference) && !holds_nobody(difference);
	change->class = change->stricter ? rule->strict : rule->loose;
	change->reach = rule->reach;
	if (strcmp(difference->attribute, "relevant") == 0 && is_required(difference->after))
		change->class = CHANGE_CONFIRM;
}

static void
class_added(struct scheme_change *change, const struct difference *difference)
{
	const struct element_rule *rule = element_rule(difference->after);
	const struct xml_node *node = difference->after;

	if (rule == NULL) {
		change->class = part_rule(node)->rest;
		return;
	}
	change->class = rule->comes_class;
	change->stricter = rule->comes_stricter;
	if (node_is_field(node)) {
		change->stricter = is_required(node);
		change->class = change->stricter ? CHANGE_CONFIRM : CHANGE_SAFE;
	} else if (strcmp(node->name, "rule") == 0 && !is_knock_out(node)) {
		change->stricter = false;
		change->class = CHANGE_FROZEN;
	} else if (strcmp(node->name, "goal") == 0 && text_equal(xml_attribute(node, "optional"), "yes"))
		change->class = CHANGE_SAFE;
}

static void
class_removed(struct scheme_change *change, const struct difference *difference)
{
	const struct element_rule *rule = element_rule(difference->before);

	if (rule == NULL) {
		change->class = part_rule(difference->before)->rest;
		return;
	}
	change->class = rule->goes_class;
	change->stricter = rule->goes_stricter;
	change->reach = rule->goes_reach;
}

/* What an officer judges by is a rule though it is a text; what an applicant declares is more than a question. */
static void
class_text(struct scheme_change *change, const struct difference *difference)
{
	const struct xml_node *node = difference->after, *rule = node->parent;

	change->class = part_rule(node)->texts;
	if (strcmp(node->name, "statement") == 0) {
		change->class = CHANGE_CONFIRM;
		change->reach = REACH_ANSWERED;
	} else if (strcmp(node->name, "reason") == 0 && rule != NULL && xml_attribute(rule, "test") == NULL)
		change->class = CHANGE_FROZEN;
}

static void
class_change(const struct diff *d, struct scheme_change *change, const struct difference *difference)
{
	switch (difference->kind) {
	case DIFFERENCE_ATTRIBUTE:
		class_attribute(d, change, difference);
		break;
	case DIFFERENCE_ADDED:
		class_added(change, difference);
		break;
	case DIFFERENCE_REMOVED:
		class_removed(change, difference);
		break;
	case DIFFERENCE_TEXT:
		class_text(change, difference);
		break;
	case DIFFERENCE_TYPE:
		change->class = CHANGE_CONFIRM;
		change->reach = REACH_ANSWERED;
		break;
	default:
		change->class = difference->after->parent == NULL ? CHANGE_SAFE : part_rule(difference->after)->rest;
	}
}

/* --- which sentence ---------------------------------------------------------------------------------------------- */

static const char *
sentence(const struct diff *d, const char *template, const struct difference *difference)
{
	const struct xml_node *node = node_of(difference);
	const char *attribute = difference->attribute == NULL ? "" : difference->attribute;
	const char *args[] = { node_name(d, node), node_name_inside(d, node),
		attribute_value(d, node, attribute, difference->value_before),
		attribute_value(d, node, attribute, difference->value_after),
		node->parent == NULL ? "" : node_name_inside(d, node->parent), attribute_name(d, node, attribute) };

	return (text_fill(d->arena, tr(d->lang, template), args, COUNT(args)));
}

static const char *
tell_attribute(const struct diff *d, const struct difference *difference)
{
	const struct attribute_rule *rule = attribute_rule(difference->after, difference->attribute);
	const char *template = rule == NULL                       ? NULL
			       : difference->value_before == NULL ? rule->came
			       : difference->value_after == NULL  ? rule->went
								  : rule->changed;

	if (template == NULL)
		template = difference->value_before == NULL  ? T("{0}: {5} er nå {3}.")
			   : difference->value_after == NULL ? T("{0}: {5} er tatt bort. Før var det {2}.")
							     : T("{0}: {5} er endret fra {2} til {3}.");
	return (sentence(d, template, difference));
}

static const char *
lang_name(enum lang lang, enum lang in)
{
	static const char *const names[LANG__MAX] = { T("bokmål"), T("nynorsk"), T("engelsk") };

	return (tr(in, names[lang]));
}

static const char *
tell_text(const struct diff *d, const struct difference *difference)
{
	const char *langs;

	if (difference->n_langs == 0)
		return (sentence(d, T("{0} er endret."), difference));
	if (strcmp(difference->after->name, "statement") == 0)
		return (sentence(
		    d, T("{0} har fått ny tekst. Den som har bekreftet den, må gjøre det på nytt."), difference));
	if (difference->n_langs > 1 || d->lang == difference->langs[0])
		return (sentence(d, T("{0} har fått ny tekst."), difference));
	langs = lang_name(difference->langs[0], d->lang);
	return (text_fill(d->arena, tr(d->lang, "{0} har fått ny tekst på {1}."),
	    (const char *const[]){ node_name(d, difference->after), langs }, 2));
}

static const char *
tell_moved(const struct diff *d, const struct difference *difference)
{
	return (text_fill(d->arena, tr(d->lang, "{0} er flyttet fra {1} til {2}."),
	    (const char *const[]){ node_name(d, difference->after), node_name_inside(d, difference->before->parent),
		node_name_inside(d, difference->after->parent) },
	    3));
}

static const char *
tell(const struct diff *d, const struct scheme_change *change, const struct difference *difference)
{
	const struct element_rule *rule = element_rule(node_of(difference));

	switch (difference->kind) {
	case DIFFERENCE_ADDED:
		if (node_is_field(difference->after) && change->class == CHANGE_CONFIRM &&
		    strcmp(difference->after->name, "statement") != 0)
			return (sentence(d, T("Nytt, og må besvares: {1}."), difference));
		return (sentence(d, rule == NULL || rule->comes == NULL ? T("Nytt: {1}.") : rule->comes, difference));
	case DIFFERENCE_REMOVED:
		return (sentence(d, rule == NULL || rule->goes == NULL ? T("Tatt ut: {1}.") : rule->goes, difference));
	case DIFFERENCE_ATTRIBUTE:
		return (tell_attribute(d, difference));
	case DIFFERENCE_TEXT:
		return (tell_text(d, difference));
	case DIFFERENCE_TYPE:
		return (sentence(d, T("{0} skal besvares på en annen måte enn før."), difference));
	case DIFFERENCE_MOVED:
		return (tell_moved(d, difference));
	default:
		return (sentence(d,
		    difference->after->parent == NULL ? T("Delene av ordningen står i en annen rekkefølge.")
						      : T("Rekkefølgen i {1} er endret."),
		    difference));
	}
}

/* --- the change -------------------------------------------------------------------------------------------------- */

static bool
is_internal(const struct xml_node *node)
{
	for (; node != NULL; node = node->parent)
		if (text_equal(xml_attribute(node, "internal"), "yes"))
			return (true);
	return (false);
}

static const char *
id_of(const struct xml_node *node)
{
	const char *id = xml_attribute(node, "id");

	if (id == NULL)
		id = xml_attribute(node, "code");
	return (id == NULL ? "" : id);
}

static bool
attribute_is_expression(const struct xml_node *node, const char *attribute)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);
	const struct vocabulary_attribute *known = element == NULL ? NULL : vocabulary_attribute(element, attribute);

	return (known != NULL && known->type == VOCABULARY_EXPRESSION);
}

/* What stood and what stands: texts in the first language that differs, values as they are written. */
static void
set_contents(const struct diff *d, struct scheme_change *change, const struct difference *difference)
{
	enum lang lang = difference->langs[0];

	if (difference->kind == DIFFERENCE_ATTRIBUTE) {
		change->is_expression = attribute_is_expression(difference->after, difference->attribute);
		change->before = difference->value_before;
		change->after = difference->value_after;
	}
	for (size_t i = 0; i < difference->n_langs; i++)
		if (difference->langs[i] == d->lang)
			lang = d->lang;
	if (difference->kind == DIFFERENCE_TEXT && difference->n_langs > 0) {
		change->before = node_text(d->arena, difference->before, lang);
		change->after = node_text(d->arena, difference->after, lang);
	}
}

static void
add(struct scheme_changes *changes, const struct scheme_change *change)
{
	if (changes->n == changes->cap) {
		struct scheme_change *old = changes->list;

		changes->cap = changes->cap == 0 ? 32 : changes->cap * 2;
		changes->list = arena_array(changes->arena, changes->cap, sizeof(*changes->list));
		if (changes->n > 0)
			memcpy(changes->list, old, changes->n * sizeof(*old));
	}
	changes->list[changes->n++] = *change;
	changes->of_class[change->class]++;
	changes->stricter |= change->stricter;
}

void
difference_tell(struct diff *d, const struct difference *difference)
{
	const struct xml_node *node = node_of(difference), *field = node_field(node);
	struct scheme_change change = { .element = node->name,
		.id = id_of(node),
		.field = field == NULL ? NULL : id_of(field),
		.line_before = difference->before == NULL ? 0 : difference->before->line,
		.line_after = difference->after == NULL ? 0 : difference->after->line };

	class_change(d, &change, difference);
	change.internal = is_internal(node);
	change.confirmable =
	    part_rule(node)->confirmable && !change.internal &&
	    !(difference->kind == DIFFERENCE_ATTRIBUTE && strcmp(difference->attribute, "source") == 0);
	change.text = tell(d, &change, difference);
	set_contents(d, &change, difference);
	add(d->out, &change);
}

const char *change_class_code(enum change_class class)
{
	static const char *const codes[CHANGE__MAX] = { "safe", "frozen", "confirm" };

	return (codes[class]);
}

const char *
change_class_text(enum change_class class, enum lang lang)
{
	static const char *const texts[CHANGE__MAX] = { T("Trygg"), T("Sendte saker beholder den gamle"),
		T("Søkeren må bekrefte") };

	return (tr(lang, texts[class]));
}

const char *
scheme_changes_warning(const struct scheme_changes *changes, enum lang lang)
{
	if (!changes->stricter)
		return ("");
	return (tr(lang,
	    "Noe blir strengere. I en utlysning som er åpen, behandler det søkere ulikt: De som alt har sendt, blir "
	    "vurdert etter det gamle, de andre etter det nye. Likebehandling taler for å vente til neste utlysning."));
}
