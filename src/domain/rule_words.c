/* rule_words.c — labels of fields and facts, names of codes, schemes and lists. */
#include "domain/rule_words.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_text.h"
#include "domain/open_call.h"

static const struct {
	const char *name, *label;
	bool money;
} facts[] = {
	{ "applied", T("Søknadssummen"), true },
	{ "costs", T("Kostnadene"), true },
	{ "costs-cash", T("Kostnadene i penger"), true },
	{ "own-work", T("Egeninnsatsen"), true },
	{ "financing", T("Finansieringen"), true },
	{ "municipalities", T("Antall kommuner"), false },
	{ "start", T("Første dag"), false },
	{ "end", T("Siste dag"), false },
	{ "age", T("Alderen"), false },
	{ "applicant-type", T("Søkertypen"), false },
	{ "organisation-form", T("Organisasjonsformen"), false },
	{ "in-voluntary-register", T("Står i Frivillighetsregisteret"), false },
	{ "call-start", T("Første dag i utlysningens periode"), false },
	{ "call-end", T("Siste dag i utlysningens periode"), false },
	{ "call-year", T("Utlysningens år"), false },
	{ "call-extra", T("Ekstra utlysning"), false },
	{ "applicant-born", T("Fødselsdatoen"), false },
	{ "applicant-municipality", T("Kommunen søkeren hører til"), false },
	{ "applicant-in-county", T("Søkeren har adresse i fylket"), false },
};

/* What part of a field is meant; a group's or a table's parts have labels of their own in the scheme. */
static const char *
part_label(struct rule_view *view, const struct scheme_field *field, const char *part, enum lang lang)
{
	const char *label = lang_pick(&field->label, lang);

	if (field->type == FIELD_PERIOD)
		return (tr(lang, strcmp(part, "start") == 0 ? T("Første dag") : T("Siste dag")));
	if (field->type == FIELD_GOALS) {
		const char *id = arena_strndup(view->arena, part, strcspn(part, "."));
		const struct scheme_goal *goal = scheme_goal(view->scheme, id);

		return (goal == NULL ? label : lang_pick(&goal->name, lang));
	}
	if (strcmp(part, "cash") == 0)
		return (tr_printf(view->arena, lang, "%s i penger", label));
	if (strcmp(part, "own") == 0)
		return (tr_printf(view->arena, lang, "%s i egeninnsats", label));
	return (label);
}

static const char *
label(void *user, const char *name, enum lang lang)
{
	struct rule_view *view = user;
	const struct scheme_field *field;
	const char *part = strchr(name, '.');

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (strcmp(facts[i].name, name) == 0)
			return (tr(lang, facts[i].label));
	field = answer_path_field(view->scheme, name);
	if (field == NULL)
		return (name);
	return (part == NULL ? lang_pick(&field->label, lang) : part_label(view, field, part + 1, lang));
}

/* An answer's codes, one or several, are told as the form tells them. */
static const char *
code_words(void *user, const char *name, const char *code, enum lang lang)
{
	struct rule_view *view = user;
	const struct scheme_field *field = answer_path_field(view->scheme, name);
	enum applicant_kind kind;

	if (strcmp(name, "applicant-type") == 0 && applicant_kind_parse(&kind, code))
		return (applicant_kind_name(kind, lang));
	if (strcmp(name, "applicant-municipality") == 0 && view->facts->municipality != NULL) {
		const char *municipality = view->facts->municipality(view->facts->municipality_of, code);

		return (municipality == NULL ? code : municipality);
	}
	if (field == NULL || strchr(name, '.') != NULL)
		return (code);
	return (answer_code_text(view->arena, field, code, view->facts, lang));
}

static bool
money_name(void *user, const char *name)
{
	struct rule_view *view = user;
	const struct scheme_field *field;

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (strcmp(facts[i].name, name) == 0)
			return (facts[i].money);
	field = answer_path_field(view->scheme, name);
	return (field != NULL && (field->type == FIELD_MONEY || field->type == FIELD_APPLIED ||
				     field->type == FIELD_COSTS || field->type == FIELD_FINANCING));
}

static const char *
scheme_name(void *user, const char *id, enum lang lang)
{
	struct rule_view *view = user;
	const struct history *history = view->facts->history;

	if (strcmp(id, "this") == 0 || strcmp(id, view->scheme->id) == 0)
		return (tr(lang, "denne ordningen"));
	if (strcmp(id, "any") == 0)
		return (tr(lang, "alle ordninger"));
	for (size_t i = 0; history != NULL && i < history->n; i++)
		if (strcmp(history->cases[i].scheme_id, id) == 0)
			return (arena_printf(view->arena, "«%s»", lang_pick(&history->cases[i].scheme_title, lang)));
	return (arena_printf(view->arena, "«%s»", id));
}

static const char *
list_name(void *user, const char *id, enum lang lang)
{
	struct rule_view *view = user;
	const struct scheme_list *list = scheme_list(view->scheme, id);

	return (list == NULL ? id : lang_pick(&list->name, lang));
}

/* Borrows the view. */
static struct expr_words
rule_words(struct rule_view *view)
{
	return ((struct expr_words){ label, code_words, money_name, scheme_name, list_name, view });
}

const char *
rule_explain(struct rule_view *view, const struct expr *expr, enum lang lang)
{
	struct expr_words words = rule_words(view);

	return (expr_explain(view->arena, expr, &view->env, &words, lang));
}
